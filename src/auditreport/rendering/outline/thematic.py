"""Thematic audits: what was judged or found, of how many, beside an earlier round."""

from __future__ import annotations

from collections.abc import Iterator

from auditreport.analysis.disclosure.hiding import holds_hidden
from auditreport.analysis.figures import EvidenceTheme, Figures, JudgementTheme
from auditreport.analysis.hidden import is_hidden
from auditreport.rendering.blocks import Block, Callout, Paragraph
from auditreport.rendering.blocks import plain as line
from auditreport.rendering.layout import Part
from auditreport.rendering.outline.bars import evidence_bars, judgement_bars
from auditreport.rendering.outline.prose import anchor, build_narrative
from auditreport.rendering.outline.series import series_parts
from auditreport.rendering.outline.theme_comparison import comparison_blocks, has_changes
from auditreport.rendering.outline.theme_detail import MADE_BY
from auditreport.rendering.wording import (
    format_span,
    join_words,
    noun_for,
    was_were,
    with_percent,
)


def thematic_part(figures: Figures) -> Part:
    """Return the rounds that make a series, and the thematic audits that no quarter holds."""
    earlier = _list_earlier(figures)
    themes = [name for name, theme in figures.thematic.items() if theme.placed_in == "Appendix"]
    parts = tuple(theme_part(figures, name) for name in themes if name not in earlier)
    told = [*_where_placed(figures), *([_where_earlier(len(earlier))] if earlier else [])]
    blocks = (Paragraph(line(" ".join(told))),) if told else ()
    return Part("thematic", "Thematic audits", blocks, (*series_parts(figures), *parts))


def earlier_rounds(figures: Figures) -> tuple[Part, ...]:
    """Return the rounds with which a later one is compared, for the appendix of the year."""
    if figures.scope != "year":
        return ()
    return tuple(theme_part(figures, name) for name in _list_earlier(figures))


def _list_earlier(figures: Figures) -> list[str]:
    """Return the rounds that a later one shows beside its own, but for those of a quarter."""
    compared = (theme.compared_with for theme in figures.thematic.values())
    shown = {found.name for found in compared if found and has_changes(found)}
    return [
        name
        for name, theme in figures.thematic.items()
        if name in shown and theme.placed_in == "Appendix"
    ]


def _where_placed(figures: Figures) -> Iterator[str]:
    """Say of each thematic audit that stands in a quarter in which one."""
    for name, theme in figures.thematic.items():
        if theme.placed_in in figures.periods:
            yield f"{name}: see Quarter {theme.placed_in.removeprefix('Q')}."


def _where_earlier(count: int) -> str:
    rounds = "the earlier round stands" if count == 1 else f"{count:,} earlier rounds stand"
    return f"Of a thematic audit done again, the last round is here; {rounds} in the appendix."


def theme_part(figures: Figures, name: str) -> Part:
    """Return one thematic audit."""
    theme = figures.thematic[name]
    blocks = (
        _judgement_blocks(figures, name, theme)
        if isinstance(theme, JudgementTheme)
        else _evidence_blocks(name, theme)
    )
    compared = comparison_blocks(figures, name, theme)
    narrative = build_narrative(figures, name)
    return Part(f"theme-{anchor(name)}", name, (*blocks, *compared, *narrative))


def _judgement_blocks(figures: Figures, name: str, theme: JudgementTheme) -> Iterator[Block]:
    yield Paragraph(line(" ".join((_theme_sentence(theme), *_made_by(theme)))))
    if theme.items and is_partly_judged(theme):
        yield Callout("Part of the cases", _partly_judged(theme))
    found = theme.overall
    overall = {"Overall judgement": found} if found and (holds_hidden(found) or found.total) else {}
    items = theme.items if theme.judged_by_item else {}
    if overall or items:
        what = "overall judgements" if not items else "judgements by item"
        what = "judgements overall and by item" if overall and items else what
        chart_id = f"theme-{anchor(name)}-judgements"
        rows = {**overall, **items}
        yield judgement_bars(figures.scale, chart_id, f"{name}: {what}", "Item", rows)


def is_partly_judged(theme: JudgementTheme) -> bool:
    """Tell whether the items were judged in part of the cases; not where that would tell more."""
    return not holds_hidden(theme.items) and theme.judged_by_item < theme.cases


def _partly_judged(theme: JudgementTheme) -> str:
    judged, of = theme.judged_by_item, f"of the {theme.cases:,} {theme.counted_in}"
    if not judged:
        return f"The items were judged in none {of}."
    those = "that one" if judged == 1 else f"those {judged:,}"
    return f"The items were judged in {judged:,} {of}; what they show is of {those} alone."


def _theme_sentence(theme: JudgementTheme) -> str:
    text = f"{_looked_at(theme)} ({format_span(theme.start, theme.end)})"
    overall = theme.overall
    if not overall or not overall.n or holds_hidden(overall):
        return f"{text}."
    found = [
        f"{with_percent(count, overall.percent[judgement], overall.n)} "
        f"{was_were(count)} {judgement}"
        for judgement, count in overall.counts.items()
        if count
    ]
    judged = f"{overall.n:,} {was_were(overall.n)} judged overall, of which "
    return f"{text}: {'' if overall.n == overall.total else judged}{join_words(found)}."


def _made_by(theme: JudgementTheme) -> Iterator[str]:
    """Say who completed what, such as `Completed by School (4) and Nursery (1).`"""
    for column, counts in theme.by.items():
        found = {value: count for value, count in counts.items() if count}
        if not found or not column.endswith(MADE_BY):
            continue
        if all(map(is_hidden, found.values())):
            yield f"{column} {join_words(found)}, how many each is not shown."
        else:
            yield f"{column} {join_words(f'{value} ({n:,})' for value, n in found.items())}."


def _looked_at(theme: JudgementTheme | EvidenceTheme) -> str:
    noun = noun_for(theme.cases, theme.counted_in)
    return f"{theme.cases:,} {noun} {was_were(theme.cases)} looked at"


def _evidence_blocks(name: str, theme: EvidenceTheme) -> Iterator[Block]:
    span = format_span(theme.start, theme.end)
    yield Paragraph(line(f"{_looked_at(theme)} ({span}) for evidence of each item."))
    if theme.cases and theme.items:
        caption = f"{name}: evidence found, of {theme.denominator.lower()}"
        chart_id = f"theme-{anchor(name)}-items"
        yield evidence_bars(chart_id, caption, theme.items, theme.denominator)
