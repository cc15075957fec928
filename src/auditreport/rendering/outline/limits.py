"""What the data does not say: where a figure covers less than its name might suggest."""

from __future__ import annotations

from collections.abc import Iterator

from auditreport.analysis.disclosure.hiding import holds_hidden
from auditreport.analysis.figures import (
    EvidenceTheme,
    FeedbackFigures,
    Figures,
    JudgementTheme,
    Period,
)
from auditreport.problem_codes import Severity
from auditreport.rendering.blocks import Block, Bullets, Paragraph, plain
from auditreport.rendering.layout import Part
from auditreport.rendering.outline.thematic import is_partly_judged
from auditreport.rendering.wording import count_of, join_words, noun_for, was_were


def limits_part(figures: Figures) -> Part:
    """Return the limits of the figures, or that none were found."""
    return Part("limits", "What the data does not say", tuple(_blocks(figures)))


def _blocks(figures: Figures) -> Iterator[Block]:
    period = figures.periods[figures.scope]
    lines = (
        *_unjudged(period),
        *_themes(figures),
        *_small_bases(figures, period),
        *_measures(period),
        *_other_answers(figures),
        *_feedback(figures),
        *_actions(figures),
        *_previous(figures),
        *_repairs(figures),
    )
    if lines:
        yield Bullets(tuple(map(plain, lines)))
    else:
        text = "Every figure covers all the cases that its name suggests, and nothing was repaired."
        yield Paragraph(plain(text))


def _unjudged(period: Period) -> Iterator[str]:
    missing = 0 if holds_hidden(period.overall) else period.overall.total - period.overall.n
    if missing:
        total = count_of(period.overall.total, "audit")
        yield f"{missing:,} of {total} {was_were(missing)} given no overall judgement."
    undated = period.not_returned
    if undated:
        yield f"{count_of(undated, 'audit')} {was_were(undated)} not yet returned."
    responses = period.all_responses
    blank = 0 if holds_hidden(responses) else responses.total - responses.n
    if blank:
        of = f"{blank:,} of {responses.total:,} judgements of practice areas"
        yield f"{of} were not made: not applicable, or not recorded."


def _themes(figures: Figures) -> Iterator[str]:
    themes = {
        name: theme
        for name, theme in figures.thematic.items()
        if figures.scope in ("year", theme.placed_in)
    }
    partly = [
        f"{name}, {theme.judged_by_item:,} of {theme.cases:,} {theme.counted_in}"
        for name, theme in themes.items()
        if isinstance(theme, JudgementTheme) and theme.items and is_partly_judged(theme)
    ]
    if partly:
        yield f"Items that were judged in part of the cases: {'; '.join(partly)}."
    evidence = {n: theme for n, theme in themes.items() if isinstance(theme, EvidenceTheme)}
    bases = [text for name, theme in evidence.items() for text in _bases(name, theme)]
    if bases:
        yield (
            f"The percentages of items have bases that differ: {'; '.join(bases)}. They must not "
            "be ranked as one list."
        )
    for name, theme in evidence.items():
        compared = theme.compared_with
        if compared and not compared.same_denominator:
            yield f"{name} and {compared.name} were published on bases that differ."


def _bases(name: str, theme: EvidenceTheme) -> Iterator[str]:
    bases = {item.base for item in theme.items.values() if not holds_hidden(item)}
    if len(bases) > 1:
        of = f"{theme.cases:,} {noun_for(theme.cases, theme.counted_in)}"
        yield f"{name}, {min(bases):,} to {max(bases):,} of {of}"


def _small_bases(figures: Figures, period: Period) -> Iterator[str]:
    least = figures.rules.smallest_base
    if period.too_few:
        areas = join_words(period.too_few)
        fewer = f"Fewer than {count_of(least, 'judgement')}"
        yield f"{fewer}, so that no share is called strong or weak: {areas}."
    groups = [
        f"{value} ({column.lower()})"
        for column, goods in (*period.good_by.items(), ("Age band", period.good_by_age_band))
        for value, good in goods.items()
        if not holds_hidden(good) and 0 < good.base < least
    ]
    if groups:
        yield f"Groups with fewer than {least} judged audits: {join_words(groups)}."


def _measures(period: Period) -> Iterator[str]:
    missing = [
        f"{found.label} in {found.not_recorded:,} of "
        + count_of(found.base + found.not_applicable + found.not_recorded, "audit")
        for found in period.measures.values()
        if found.not_recorded
    ]
    if missing:
        yield f"Not recorded: {join_words(missing)}."


def _other_answers(figures: Figures) -> Iterator[str]:
    if figures.scope != "year":
        return
    counts = {name: _count_other(feedback) for name, feedback in figures.feedback.items()}
    told = [f"{count_of(other, 'answer')} in {name}" for name, other in counts.items() if other]
    if told:
        yield f"Not among the answers offered, and counted as not positive: {join_words(told)}."


def _count_other(feedback: FeedbackFigures) -> int:
    counts = [found.other for found in feedback.questions.values()]
    return 0 if any(map(holds_hidden, counts)) else sum(sum(found.values()) for found in counts)


def _feedback(figures: Figures) -> Iterator[str]:
    if figures.scope != "year":
        return
    told = [
        f"{feedback.responses:,} of {feedback.asked:,} in {name}"
        for name, feedback in figures.feedback.items()
        if feedback.asked is not None and feedback.responses < feedback.asked
    ]
    if told:
        text = f"Of those who were asked, {join_words(told)} answered"
        yield f"{text}; what the others think is not known."


def _actions(figures: Figures) -> Iterator[str]:
    undated = [a for a in figures.actions.items if not a.is_complete and a.due is None]
    if undated:
        actions = count_of(len(undated), "open action")
        verb = "has" if len(undated) == 1 else "have"
        yield f"{actions} {verb} no due date and cannot be overdue."
    unclear = [a for a in figures.actions.items if a.is_complete and a.completed is None]
    if unclear:
        actions = count_of(len(unclear), "action")
        yield f"{actions} {'is' if len(unclear) == 1 else 'are'} complete without a day."


def _previous(figures: Figures) -> Iterator[str]:
    previous = figures.previous
    if previous is not None and previous.origin == "as entered":
        yield f"The counts of {previous.year} are as entered: no audit of that year was read."


def _repairs(figures: Figures) -> Iterator[str]:
    warnings = sum(problem.severity is Severity.WARNING for problem in figures.problems)
    if warnings:
        found = count_of(warnings, "warning")
        yield f"Reading brought {found}, repairs or things that look wrong: see Data quality."
