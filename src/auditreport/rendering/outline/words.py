"""What auditors wrote of strengths and areas for development, in their words; internal only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditreport.analysis.figures import AuditorWords, Figures
from auditreport.rendering.blocks import Block, Quotes
from auditreport.rendering.layout import Part
from auditreport.rendering.wording import count_of, join_words

_NO_AREA = "No practice area named"


def select_words(figures: Figures, quarter: str) -> tuple[AuditorWords, ...]:
    """Return what the audits of a quarter say; nothing where it may not be printed."""
    if figures.audience != "internal":
        return ()
    return tuple(words for words in figures.words if words.quarter == quarter)


def where_words_stand(figures: Figures, quarter: str) -> Iterator[str]:
    """Say of how much auditors wrote in a quarter, and where it stands."""
    words = select_words(figures, quarter)
    if words:
        strengths = sum(found.is_strength for found in words)
        weak = count_of(len(words) - strengths, "area for development", "areas for development")
        strong = count_of(strengths, "strength")
        yield f"What auditors wrote: see the appendix, {strong} and {weak}."


def words_appendix(figures: Figures) -> Part:
    """Return what auditors wrote, quarter by quarter."""
    parts = []
    for quarter in (name for name in figures.periods if name != "year"):
        words = select_words(figures, quarter) if figures.scope in ("year", quarter) else ()
        if words:
            blocks = tuple(_blocks(figures, words))
            parts.append(Part(f"words-{quarter.lower()}", figures.periods[quarter].label, blocks))
    return Part("words", "What auditors wrote", (), tuple(parts))


def _blocks(figures: Figures, words: Sequence[AuditorWords]) -> Iterator[Block]:
    """Gather the words under the practice area that each names first."""
    for area in (*(area.name for area in figures.areas), _NO_AREA):
        here = [found for found in words if (found.areas or (_NO_AREA,))[0] == area]
        for is_strength, what in ((True, "strengths"), (False, "areas for development")):
            said = tuple(_quote_alike([w for w in here if w.is_strength is is_strength]))
            if said:
                yield Quotes(f"{area}: {what}", said)


def _quote_alike(words: Sequence[AuditorWords]) -> Iterator[str]:
    """Yield each text once, with the references of all audits that say it."""
    refs: dict[str, list[str]] = {}
    for found in words:
        refs.setdefault(found.text, []).append(found.ref)
    return (f"{text} – {join_words(of)}" for text, of in refs.items())
