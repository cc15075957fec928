"""Immediate concerns, by reference, with what was done at once."""

from __future__ import annotations

from collections.abc import Iterator

from auditreport.analysis.figures import Concern, Figures
from auditreport.analysis.hidden import is_hidden
from auditreport.rendering.blocks import Block, Column, Paragraph, Table, plain
from auditreport.rendering.layout import Part
from auditreport.rendering.wording import count_of, format_date, was_were

_BLANK = "not recorded"


def concerns_part(figures: Figures) -> Part:
    """Return the immediate concerns of the report's period; the list is internal."""
    count = figures.periods[figures.scope].immediate_concerns
    if not count:
        return Part("", "")
    return Part("concerns", "Immediate concerns", tuple(_blocks(figures, count)))


def _blocks(figures: Figures, count: int) -> Iterator[Block]:
    text = concerns_recorded(count)
    listed = select_concerns(figures)
    if not listed:
        yield Paragraph(plain(f"{text}."))
        return
    blank = sum(not concern.action_taken for concern in listed)
    if blank:
        text += f"; in {blank:,} of them what was done {was_were(1)} not recorded"
    else:
        text += "; what was done is recorded for " + ("it" if count == 1 else "each")
    yield Paragraph(plain(f"{text}."))
    yield Table(
        "Immediate concerns and what was done at once",
        (Column("Audit"), Column("When"), Column("Action taken")),
        tuple((concern.ref, _when(concern), concern.action_taken or _BLANK) for concern in listed),
    )


def concerns_recorded(count: int) -> str:
    """Say in how many audits an immediate concern was recorded."""
    if is_hidden(count):
        return "How many immediate concerns were recorded is not shown"
    return f"An immediate concern was recorded in {count_of(count, 'audit')}"


def select_concerns(figures: Figures) -> list[Concern]:
    """Return the concerns that may be listed: those of the scope, in the internal report."""
    if figures.audience != "internal":
        return []
    return [c for c in figures.concerns if figures.scope in ("year", c.quarter)]


def count_unanswered(figures: Figures) -> int:
    """Count the concerns of the report's period of which no action is recorded."""
    return sum(
        not concern.action_taken
        for concern in figures.concerns
        if figures.scope in ("year", concern.quarter)
    )


def _when(concern: Concern) -> str:
    return format_date(concern.date) if concern.date else concern.quarter
