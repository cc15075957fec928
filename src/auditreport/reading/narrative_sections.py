"""A document of narrative shared out to the sections of the report, after the sheet's texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from auditreport.problems import Place, ProblemLog
from auditreport.reading.dataset import NarrativePart
from auditreport.reading.narrative_passages import NarrativeDocument, Passage, PassageKind
from auditreport.reading.narrative_sheet import check_section
from auditreport.reading.personal_words import find_personal
from auditreport.reading.sources import Source

_ITEMS = (PassageKind.BULLET, PassageKind.NUMBERED)
_PUBLISH = re.compile(r"publish:\s*(yes|no)\.?", re.IGNORECASE)


def join_document(
    parts: Sequence[NarrativePart],
    documents: Sequence[NarrativeDocument],
    sections: Mapping[str, str],
    log: ProblemLog,
) -> tuple[NarrativePart, ...]:
    """Return the sheet's texts and after them the document's; more than one is an error."""
    if len(documents) > 1:
        log.add("narrative-files", Place(documents[0].file), other=documents[1].file)
    if len(documents) != 1:
        return tuple(parts)
    (document,) = documents
    _report_document(document, log)
    written = tuple(_share_out(document, sections, log))
    _report_both(parts, written, log)
    return (*parts, *written)


def _report_document(document: NarrativeDocument, log: ProblemLog) -> None:
    for loss in document.losses:
        log.add("narrative-loss", _place(document, loss.number), what=loss.what)
    for passage in document.passages:
        for code in find_personal(passage.text):
            log.add(code, _place(document, passage.number))
    if document.changes:
        log.add("tracked-changes", Place(document.file), count=_count(document.changes, "change"))
    if document.comments:
        log.add(
            "comments-not-read", Place(document.file), count=_count(document.comments, "comment")
        )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun} is" if number == 1 else f"{number} {noun}s are"


def _report_both(
    parts: Sequence[NarrativePart], written: Sequence[NarrativePart], log: ProblemLog
) -> None:
    on_sheet = {part.section for part in parts}
    first = {part.section: part for part in reversed(written)}
    for section in dict.fromkeys(part.section for part in written):
        if section in on_sheet:
            log.add("narrative-in-both", first[section].source.place("Text"), section=section)


def _share_out(
    document: NarrativeDocument, sections: Mapping[str, str], log: ProblemLog
) -> Iterator[NarrativePart]:
    """Yield the parts of each section, which its first-level heading names."""
    texts = [p for p in document.passages if p.kind is not PassageKind.TITLE]
    begins = [n for n, passage in enumerate(texts) if _is_section(passage)]
    stray = texts[: begins[0]] if begins else texts
    if stray:
        log.add("narrative-before-sections", _place(document, stray[0].number))
    for begin, end in zip(begins, [*begins[1:], len(texts)], strict=True):
        heading, inside = texts[begin], texts[begin + 1 : end]
        named = NarrativePart(_source(document, heading), heading.text, "", "", publish=False)
        if inside:
            yield from _write_parts(document, check_section(named, sections, log), inside)


def _is_section(passage: Passage) -> bool:
    return passage.kind is PassageKind.HEADING and passage.level == 1


def _write_parts(
    document: NarrativeDocument, section: str, inside: Sequence[Passage]
) -> Iterator[NarrativePart]:
    """Yield a part for each passage, so that a problem has its place."""
    publish = _PUBLISH.fullmatch(inside[0].text.strip())
    is_public = publish is not None and publish[1].casefold() == "yes"
    for passages in _gather(inside[bool(publish) :]):
        source, text = _source(document, passages[0]), "\n".join(p.text for p in passages)
        words = (text, "") if passages[0].kind is PassageKind.HEADING else ("", text)
        yield NarrativePart(source, section, *words, is_public)


def _gather(passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    """Yield the items of each list together, and every other passage by itself."""
    for kind, group in groupby(passages, key=lambda passage: passage.kind):
        if kind in _ITEMS:
            yield [*group]
        else:
            yield from ([passage] for passage in group)


def _source(document: NarrativeDocument, passage: Passage) -> Source:
    """Return where a passage stands: its place is its paragraph or line instead of a cell."""
    return Source(document.file, "", passage.number, {"Text": f"{document.unit} "})


def _place(document: NarrativeDocument, number: int) -> Place:
    return Place(document.file, "", f"{document.unit} {number}")
