"""Cases that were audited again, and Inadequate ones that were not."""

from __future__ import annotations

from collections.abc import Iterator

from auditreport.analysis.figures import Figures, Reaudits
from auditreport.analysis.hidden import is_hidden
from auditreport.rendering.blocks import Block, Column, Paragraph, Table, plain
from auditreport.rendering.layout import Part
from auditreport.rendering.wording import count_of, join_words, noun_for, was_were

_MOST_NAMED = 12


def reaudits_part(figures: Figures) -> Part:
    """Return the re-audits of the year; a report without any has no such part."""
    if not figures.reaudits.total or is_hidden(figures.reaudits.total):
        return Part("", "")
    text = _sentence(figures.reaudits)
    if figures.reaudits.inadequate:
        text += f" {_without(figures)}"
    return Part("year-reaudits", "Re-audits", (Paragraph(plain(text)),))


def reaudit_pairs(figures: Figures) -> Iterator[Block]:
    """Return the pairs by reference, for the appendix of the internal report."""
    found = figures.reaudits
    if found.pairs and figures.audience == "internal":
        rows = tuple((p.of, p.before or "–", p.ref, p.after or "–") for p in found.pairs)
        headings = ("Audit", "Judged", "Re-audit", "Judged then")
        yield Table("Re-audits beside the audits that they repeat", _columns(headings), rows)


def _columns(headings: tuple[str, ...]) -> tuple[Column, ...]:
    return tuple(Column(heading) for heading in headings)


def _sentence(found: Reaudits) -> str:
    text = f"{count_of(found.total, 'audit')} {was_were(found.total)} of a case audited before"
    steps = (("better", found.better), ("the same", found.same), ("worse", found.worse))
    ended = [f"{count:,} {was_were(count)} {word}" for word, count in steps if count]
    if ended:
        text += f"; of the {found.compared:,} judged both times, {join_words(ended)}"
    if found.not_found:
        text += f"; for {found.not_found:,}, the first audit is not among this year's"
    return f"{text}."


def _without(figures: Figures) -> str:
    found, worst = figures.reaudits, figures.scale.judgements[-1]
    of = f"Of the {found.inadequate:,} {worst} {noun_for(found.inadequate, 'audits')}"
    if not found.without:
        return f"{of}, each was followed by a re-audit."
    text = f"{of}, {found.without:,} {was_were(found.without)} not followed by a re-audit"
    refs = found.without_refs
    if figures.audience == "internal" and len(refs) <= _MOST_NAMED:
        text += f": {join_words(refs)}"
    return f"{text}."
