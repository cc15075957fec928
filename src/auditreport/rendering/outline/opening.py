"""The first page: at most six sentences, each with its own base."""

from __future__ import annotations

from collections.abc import Iterator

from auditreport.analysis.disclosure.hiding import holds_hidden
from auditreport.analysis.figures import (
    Distribution,
    Figures,
    JudgementTheme,
    Period,
    ScaleNames,
)
from auditreport.analysis.hidden import is_hidden
from auditreport.rendering.outline.audited import count_audits, counted_themes, hides_areas
from auditreport.rendering.outline.bars import good_label
from auditreport.rendering.outline.concerns import concerns_recorded, count_unanswered
from auditreport.rendering.outline.previous import previous_words
from auditreport.rendering.outline.targets import count_met
from auditreport.rendering.outline.turning import how_quarters_compare, in_quarters
from auditreport.rendering.outline.voices import what_people_said
from auditreport.rendering.wording import (
    NOT_SHOWN,
    count_of,
    format_date,
    join_words,
    was_were,
    with_percent,
)


def scope_period(figures: Figures) -> Period:
    """Return the period that the report is about."""
    return figures.periods[figures.scope]


def opening_sentences(figures: Figures) -> tuple[str, ...]:
    """Return the sentences of the first page, in order of weight."""
    if figures.scope != "year" and not scope_period(figures).completed:
        return (*_none_audited(figures), *_join_clauses(_what_is_overdue(figures)))
    return (*_how_many(figures), *_what_weighs(figures))


def _what_weighs(figures: Figures) -> Iterator[str]:
    """Say what is wrong, what changed and what people said, in a sentence each."""
    is_year = figures.scope == "year"
    to_act_on = (_concerns(figures), _what_stays_weak(figures), *_missed_and_overdue(figures))
    changed = (how_quarters_compare(figures), previous_words(figures))
    for clauses in (to_act_on, changed, (what_people_said(figures) if is_year else "",)):
        yield from _join_clauses(*clauses)


def _join_clauses(*clauses: str) -> Iterator[str]:
    """Make a sentence of the clauses that say anything."""
    text = "; ".join(filter(None, clauses))
    if text:
        yield f"{text[0].upper()}{text[1:]}."


def is_to_date(figures: Figures) -> bool:
    """Return whether the report is the summary of a quarter that is not over."""
    return figures.scope != "year" and not scope_period(figures).is_complete


def _to_date(figures: Figures) -> str:
    return f"To date ({format_date(figures.actions.as_of)}), " if is_to_date(figures) else ""


def _none_audited(figures: Figures) -> tuple[str, str]:
    none = "no" if is_to_date(figures) else "No"
    label = scope_period(figures).label
    return (
        f"{_to_date(figures)}{none} case files were audited in {label}.",
        "Nothing can therefore be said about practice in that quarter.",
    )


def _how_many(figures: Figures) -> Iterator[str]:
    period, themes = scope_period(figures), counted_themes(figures, figures.scope)
    files = _to_date(figures) + count_of(period.completed, "case file")
    audits = count_audits(figures, figures.scope)
    if not themes:
        lead = ": " if period.overall.n == audits else "; "
        yield f"{files} {was_were(period.completed)} audited{_judged(figures, lead)}."
        yield from _not_shown(figures, "they")
        return
    apart = sum(themes.values())
    yield (
        f"{files} {was_were(period.completed)} audited: {audits:,} with the standard tool "
        f"and {apart:,} in {'a thematic audit' if len(themes) == 1 else 'thematic audits'}."
    )
    judged = _judged(figures, ", ")
    if period.overall.n and judged:
        yield f"Of the {audits:,} with the standard tool{judged}."
    yield from _not_shown(figures, "those with the standard tool")
    yield from _apart(figures, tuple(themes))


def _not_shown(figures: Figures, audits: str) -> Iterator[str]:
    """Say that nothing is said of the judgements where all that would be said is hidden."""
    overall = scope_period(figures).overall
    if overall.n and not _good_and_worst(overall, figures.scale):
        yield f"How {audits} were judged is {NOT_SHOWN}."


def _judged(figures: Figures, lead: str) -> str:
    period, audits = scope_period(figures), count_audits(figures, figures.scope)
    overall = period.overall
    if not overall.n:
        return ", none with an overall judgement" if audits else ""
    if not is_hidden(overall.n) and overall.n < audits:
        lead += f"{overall.n:,} had an overall judgement: "
    told = _good_and_worst(overall, figures.scale)
    return f"{lead}{told}{_other_types(period)}" if told else ""


def _good_and_worst(overall: Distribution, scale: ScaleNames) -> str:
    """Say how many were good and how many the worst; one that is hidden is left out."""
    good, worst = overall.good_or_better, scale.judgements[-1]
    found = (
        (good.count, good.percent, good.base, good_label(scale)),
        (overall.counts[worst], overall.percent[worst], overall.n, worst),
    )
    return " and ".join(
        f"{with_percent(count, percent, base)} {was_were(count)} {word}"
        for count, percent, base, word in found
        if not is_hidden(count)
    )


def _other_types(period: Period) -> str:
    """Name the smaller programmes within the total, such as an inspection's own audits."""
    if len(period.by_audit_type) < 2 or holds_hidden(period.by_audit_type):
        return ""
    types = {name: row.total for name, row in period.by_audit_type.items()}
    found = sorted(types.items(), key=lambda item: -item[1])
    (main, most), others = found[0], found[1:]
    rest = [_audits_of(name, count) for name, count in others if count]
    many = _audits_of(main, most).replace(" ", f" {was_were(most)} ", 1)
    return f"; {many} and {join_words(rest)}" if rest else ""


def _audits_of(kind: str, count: int) -> str:
    """Count the audits of a type: `10 Inspection audits`, `8 Re-audits`."""
    return count_of(count, kind if kind.lower().endswith("audit") else f"{kind} audit")


def _apart(figures: Figures, names: tuple[str, ...]) -> Iterator[str]:
    if len(names) > 1:
        yield f"The thematic audits ({join_words(names)}) are counted apart, each on its own base."
        return
    theme = figures.thematic[names[0]]
    overall = theme.overall if isinstance(theme, JudgementTheme) else None
    judged = _good_and_worst(overall, figures.scale) if overall and overall.n else ""
    if overall and judged and not is_hidden(overall.n):
        cases = count_of(overall.n, "case")
        if overall.n < theme.cases:
            cases += f" judged overall (of {theme.cases:,})"
        yield f"{names[0]} is counted apart: of {cases}, {judged}."


def _concerns(figures: Figures) -> str:
    count = scope_period(figures).immediate_concerns
    if not count:
        return "No immediate concern was recorded"
    blank = count_unanswered(figures)
    without = f", in {blank:,} of them without the action taken" if blank else ""
    return f"{concerns_recorded(count)}{without}"


def _what_stays_weak(figures: Figures) -> str:
    period = scope_period(figures)
    if not period.areas:
        return ""
    threshold = f"{figures.rules.development_threshold:g}% {good_label(figures.scale)}"
    if figures.scope == "year" and figures.trend.persistent_development:
        return _persistent(figures, f"below {threshold}")
    if period.development:
        weak = period.development
        return f"{join_words(weak)} {was_were(len(weak))} below {threshold}"
    if hides_areas(figures, figures.scope):
        return ""
    if len(period.too_few) == len(period.areas):
        return f"too few were judged to say whether any practice area was below {threshold}"
    enough = " with enough judgements" if period.too_few else ""
    return f"no practice area{enough} was below {threshold}"


def _persistent(figures: Figures, below: str) -> str:
    """Name the persistent areas for development by how many quarters they were that in."""
    groups: dict[str, list[str]] = {}
    for area in figures.trend.persistent_development:
        held = in_quarters(figures, area, figures.trend.quarters[area].development)
        groups.setdefault(held, []).append(area)
    (first, areas), *others = groups.items()
    told = [f"{join_words(areas)} {was_were(len(areas))} {below} {first}"]
    return join_words((*told, *(f"{join_words(names)} {held}" for held, names in others)))


def _missed_and_overdue(figures: Figures) -> Iterator[str]:
    targets = figures.targets.get(figures.scope, ())
    if targets:
        met = count_met(targets)
        yield f"{met:,} of {count_of(len(targets), 'target')} {was_were(met)} met"
    yield _what_is_overdue(figures)


def _what_is_overdue(figures: Figures) -> str:
    actions = figures.actions
    if not actions.total:
        return ""
    day = format_date(actions.as_of)
    if actions.total == 1:
        return f"the one action was {'overdue' if actions.overdue else 'not overdue'} on {day}"
    of = f"{actions.overdue:,} of {actions.total:,} actions"
    return f"{of} {was_were(actions.overdue)} overdue on {day}"
