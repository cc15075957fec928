"""What auditors wrote of strengths and areas for development, in their words; internal only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditreport.analysis.figures import AuditorWords, Figures
from auditreport.rendering.blocks import Block, Paragraph, Quotes, plain
from auditreport.rendering.layout import Part
from auditreport.rendering.wording import count_of

_MOST_IN_A_QUARTER = 8
_NO_AREA = "No practice area named"


def select_words(figures: Figures, quarter: str) -> tuple[AuditorWords, ...]:
    """Return what the audits of a quarter say; nothing where it may not be printed."""
    if figures.audience != "internal":
        return ()
    return tuple(words for words in figures.words if words.quarter == quarter)


def quarter_words_part(figures: Figures, quarter: str) -> Part:
    """Return a quarter's words, or where they are many, where they stand."""
    words = select_words(figures, quarter)
    if not words:
        return Part("", "")
    part_id, heading = f"{quarter.lower()}-words", "What auditors wrote"
    if len(words) <= _MOST_IN_A_QUARTER:
        return Part(part_id, heading, tuple(_blocks(figures, words)))
    strengths = sum(found.is_strength for found in words)
    text = (
        f"Auditors wrote of {count_of(strengths, 'strength')} and "
        f"{count_of(len(words) - strengths, 'area for development', 'areas for development')}: "
        "their words stand in the appendix, by practice area."
    )
    return Part(part_id, heading, (Paragraph(plain(text)),))


def words_appendix(figures: Figures) -> Part:
    """Return the words of the quarters that have many, quarter by quarter."""
    quarters = [name for name in figures.periods if name != "year"]
    parts = []
    for quarter in quarters:
        words = select_words(figures, quarter) if figures.scope in ("year", quarter) else ()
        if len(words) > _MOST_IN_A_QUARTER:
            blocks = tuple(_blocks(figures, words))
            parts.append(Part(f"words-{quarter.lower()}", figures.periods[quarter].label, blocks))
    return Part("words", "What auditors wrote", (), tuple(parts))


def _blocks(figures: Figures, words: Sequence[AuditorWords]) -> Iterator[Block]:
    """Gather the words under the practice area that each names first."""
    for area in (*(area.name for area in figures.areas), _NO_AREA):
        here = [found for found in words if (found.areas or (_NO_AREA,))[0] == area]
        for is_strength, what in ((True, "strengths"), (False, "areas for development")):
            said = tuple(_quote(found) for found in here if found.is_strength is is_strength)
            if said:
                yield Quotes(f"{area}: {what}", said)


def _quote(words: AuditorWords) -> str:
    return f"{words.text} – {words.ref}"
