"""Audit activity: how many audits each quarter brought, and what stood in the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from auditreport.analysis.figures import Figures, Period
from auditreport.rendering.blocks import (
    Block,
    Column,
    Paragraph,
    Table,
    plain,
)
from auditreport.rendering.layout import Part
from auditreport.rendering.outline.audited import counted_themes
from auditreport.rendering.wording import count_of, format_span, join_words, noun_for

_OPTIONAL = (("Not returned", "not_returned"), ("Exempt", "exempt"), ("Cancelled", "cancelled"))


def activity_part(figures: Figures) -> Part:
    """Return the table of activity with the counted thematic audits named under it."""
    return Part("activity", "Audit activity", tuple(_blocks(figures)))


def _blocks(figures: Figures) -> Iterator[Block]:
    periods = (
        figures.periods
        if figures.scope == "year"
        else {figures.scope: figures.periods[figures.scope]}
    )
    optional = [pair for pair in _OPTIONAL if any(getattr(p, pair[1]) for p in periods.values())]
    planned = any(period.planned is not None for period in periods.values())
    noted = any(_notes(period, name) for name, period in periods.items())
    headings = ["Case files audited", "Audits moderated", *(["Planned"] if planned else [])]
    columns = [Column(text, is_number=True) for text in (*headings, *(o[0] for o in optional))]
    rows = tuple(
        (
            "Year" if name == "year" else f"{name}, {format_span(period.start, period.end)}",
            f"{period.completed:,}",
            f"{period.moderated:,}",
            *([_or_dash(period.planned)] if planned else []),
            *(f"{getattr(period, key):,}" for _, key in optional),
            *([_notes(period, name)] if noted else []),
        )
        for name, period in periods.items()
    )
    yield Table(
        "Case files audited and moderated",
        (Column("Period"), *columns, *([Column("Notes")] if noted else [])),
        rows,
        total="year" in periods,
    )
    for name, cases in counted_themes(figures, figures.scope).items():
        theme = figures.thematic[name]
        where = "the year alone" if theme.placed_in == "Appendix" else theme.placed_in
        text = f"The total includes the thematic audit {name}: {count_of(cases, 'case')}"
        yield Paragraph(plain(f"{text}, in {where}."))
    yield from _looked_at_apart(figures)


def _looked_at_apart(figures: Figures) -> Iterator[Paragraph]:
    """Count what thematic audits looked at outside the total, by what they call it."""
    found: Counter[str] = Counter()
    for name, theme in figures.thematic.items():
        is_here = figures.scope in ("year", theme.placed_in)
        if is_here and theme.cases and name not in counted_themes(figures, figures.scope):
            found[theme.counted_in] += theme.cases
    if found:
        cases = join_words(f"{n:,} {noun_for(n, noun)}" for noun, n in found.items())
        total = figures.periods[figures.scope].completed
        text = f"Not in the {total:,}: {cases} of thematic audits, looked at separately."
        yield Paragraph(plain(text))


def _or_dash(number: int | None) -> str:
    return "–" if number is None else f"{number:,}"


def _notes(period: Period, name: str) -> str:
    """Leave the year's row free of notes that stand in its quarters' rows."""
    return "" if name == "year" else "; ".join(period.notes)
