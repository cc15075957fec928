"""What a public edition says of itself: how to read it, and how small numbers are kept in it."""

from __future__ import annotations

from collections.abc import Iterator

from auditreport.analysis.disclosure.bands import AGE_BAND
from auditreport.analysis.disclosure.hiding import holds_hidden
from auditreport.analysis.figures import Figures
from auditreport.analysis.hidden import SYMBOL
from auditreport.rendering.blocks import Block, Bullets, Paragraph, plain
from auditreport.rendering.layout import Part
from auditreport.rendering.wording import join_words

_SOME_JOINED = "[some joined]"


def name_column(figures: Figures, column: str) -> str:
    """Return what stands above a table by a column: it says so where age bands are joined."""
    is_joined = column == AGE_BAND and figures.joined_bands
    return f"{column} {_SOME_JOINED}" if is_joined else column


def reading_part(figures: Figures) -> Part:
    """Return what a reader must know first; nothing in the internal report."""
    if figures.audience == "internal":
        return Part("", "")
    lines = tuple(Paragraph(plain(text)) for text in _how_to_read(figures))
    return Part("reading", "How to read this report", lines)


def _how_to_read(figures: Figures) -> Iterator[str]:
    if figures.rules.hide_counts_up_to:
        yield (
            f"{SYMBOL} stands for a number that is not shown, because it is small or because a "
            "small number could be worked out from it. Zero is shown as 0, unless a small number "
            "could be worked out from that."
        )
    if figures.joined_bands:
        yield (
            f"{_SOME_JOINED} stands above tables by age band in which some neighbouring bands are "
            "counted as one, because the numbers would otherwise be too small to show."
        )
    yield (
        "This is the public edition. Single cases, references, names of auditors, moderators and "
        "owners of actions are left out, and so is what people wrote, unless it was marked to be "
        "published. What was done is described under Method."
    )


def disclosure_control(figures: Figures) -> Iterator[Block]:
    """Describe how a public edition keeps small numbers; which ones it hid for which reason is
    not said, since that would tell some of them.
    """
    most = figures.rules.hide_counts_up_to
    if figures.audience == "internal" or not most:
        return
    joined = figures.joined_bands or {}
    judgements = "Judgements are protected likewise. " if _protects_judgements(figures) else ""
    lines = [
        f"Counts of children {'of 1' if most == 1 else f'from 1 to {most}'} are not shown in "
        "tables by age band, gender, ethnicity, case type, team or who completed an audit, nor in "
        "judgements broken down by these, evidence of thematic audits, or answers by kind of "
        f"respondent. {judgements}Further numbers are hidden, so that none of these can be worked "
        "out from totals, other tables or percentages.",
        "What is made of a hidden number is left out with it: percentages, intervals, comparisons, "
        "bars of a chart. Charts and sentences are of the numbers that are shown.",
        "A table of a quarter in which most numbers would be hidden is not shown; its numbers "
        "count in the year's. A table whose names alone would tell a small number is left out.",
        *(f"{name} counts {join_words(bands)} as one." for name, bands in joined.items()),
    ]
    yield Bullets(tuple(map(plain, lines)), lead="How small numbers are protected:")


def _protects_judgements(figures: Figures) -> bool:
    return any(
        holds_hidden(period.overall) or holds_hidden(period.areas)
        for period in figures.periods.values()
    )
