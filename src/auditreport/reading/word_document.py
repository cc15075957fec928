"""A narrative in Word: its body's paragraphs, lists and tables, as passages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from auditreport.reading.archive import Archive
from auditreport.reading.limits import Limits
from auditreport.reading.narrative_passages import (
    Loss,
    Passage,
    PassageKind,
    escape_marks,
    write_table,
)
from auditreport.reading.refusal import Refusal
from auditreport.reading.word_runs import RunReader
from auditreport.reading.word_styles import Styles, W, read_styles, value
from auditreport.reading.xml_parts import clean_xml, malformed

_MAIN, _RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
_STYLES, _NUMBERING = "word/styles.xml", "word/numbering.xml"
_LARGEST = 8 << 20  # of a part, in bytes: a thousand pages of text have fewer
_DEEPEST = 200
_WITHIN = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})
_TITLES = frozenset({"title", "subtitle", "toc heading"})


@dataclass(slots=True)
class WordReading:
    """The passages of a document in order, what was lost, and what its reviewers left in it."""

    passages: list[Passage] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)
    changes: int = 0
    comments: int = 0


def read_word(data: bytes, limits: Limits) -> WordReading:
    """Read a document's body; raises `Refusal` where it is no Word document, or a damaged one.

    Insertions that are tracked count as made, deletions as well.
    """
    archive = Archive(data, limits)
    archive.check()
    root = _read_part(archive, _MAIN)
    body = None if root is None else root.find(f"{W}body")
    if body is None:
        raise Refusal("The file is not a Word document.")
    styles = read_styles(_read_part(archive, _STYLES), _read_part(archive, _NUMBERING))
    reader = _BodyReader(styles, RunReader(styles, _read_targets(archive)))
    reader.read(body)
    runs = reader.runs
    return WordReading(reader.passages, reader.losses, runs.changes, runs.comments)


def _read_part(archive: Archive, name: str) -> Element | None:
    """Return a part's XML, None where there is no such part."""
    if name not in archive:
        return None
    data = archive.read(name)
    if len(data) > _LARGEST:
        raise Refusal("The document is too long: its text alone is larger than 8 MiB.")
    builder = _ShallowBuilder()
    try:
        parser = ElementTree.XMLParser(target=builder)
        parser.feed(clean_xml(data))
        root: Element = parser.close()
    except ElementTree.ParseError:
        raise malformed() from None
    return root


class _ShallowBuilder(ElementTree.TreeBuilder):
    """Builds a tree no deeper than any that Word writes."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def start(self, tag: str, attributes: dict[str, str]) -> Element:
        """Open an element."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise malformed()
        return super().start(tag, attributes)

    def end(self, tag: str) -> Element:
        """Close an element."""
        self._depth -= 1
        return super().end(tag)


def _read_targets(archive: Archive) -> dict[str, str]:
    root = _read_part(archive, _RELATIONS)
    return {} if root is None else {r.get("Id", ""): r.get("Target", "") for r in root}


@dataclass(slots=True)
class _BodyReader:
    """Reads the elements of a body, and counts its paragraphs from 1, those of tables too."""

    styles: Styles
    runs: RunReader
    passages: list[Passage] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)
    _number: int = 0
    _carried: str = ""  # a paragraph whose end was deleted: it goes on in the next one

    def read(self, body: Element) -> None:
        """Read all that stands in a body, or in a wrapper inside it."""
        for child in body:
            name = child.tag.rpartition("}")[2]
            if name == "p":
                self._read_paragraph(child)
            elif name == "tbl":
                self._read_table(child)
            elif name in _WITHIN:
                self.read(child)
            elif name == "altChunk":
                self._lose("text of another file")

    def _lose(self, *what: str) -> None:
        self.losses.extend(Loss(self._number, lost) for lost in dict.fromkeys(what))

    def _read_paragraph(self, paragraph: Element) -> None:
        properties = paragraph.find(f"{W}pPr")
        kind, level = self._find_kind(properties)
        is_plain = kind in (PassageKind.HEADING, PassageKind.CAPTION)
        text = self._carried + self._read_text(paragraph, is_plain=is_plain)
        mark = None if properties is None else properties.find(f"{W}rPr")
        is_joined = mark is not None and mark.find(f"{W}del") is not None
        self._carried = text if is_joined else ""
        if text.strip() and not is_joined:
            self._add(kind, text, level, self.styles.list_kind(properties))

    def _add(self, kind: PassageKind, text: str, level: int, list_kind: str) -> None:
        if kind is PassageKind.PARAGRAPH and list_kind not in ("", "none"):
            is_bullet = list_kind == "bullet"
            item = f"{'-' if is_bullet else '1.'} {' '.join(text.split())}"
            kind = PassageKind.BULLET if is_bullet else PassageKind.NUMBERED
            self.passages.append(Passage(self._number, kind, item))
        elif kind is PassageKind.PARAGRAPH:
            self.passages.append(Passage(self._number, kind, text))
        else:
            self.passages.append(Passage(self._number, kind, " ".join(text.split()), level))

    def _find_kind(self, properties: Element | None) -> tuple[PassageKind, int]:
        level = self.styles.level(properties)
        if level:
            return PassageKind.HEADING, level
        name = self.styles.name(value(properties, "pStyle"))
        if name in _TITLES or name.startswith("toc "):
            return PassageKind.TITLE, 0
        return (PassageKind.CAPTION if name == "caption" else PassageKind.PARAGRAPH), 0

    def _read_text(self, paragraph: Element, *, is_plain: bool) -> str:
        """Return a paragraph's text; what cannot be carried over is lost at its number."""
        self._number += 1
        text = self.runs.read_text(paragraph, is_plain=is_plain)
        self._lose(*self.runs.lost)
        self.runs.lost.clear()
        return text

    def _read_table(self, table: Element) -> None:
        number = self._number + 1
        rows = [cells for row in table.iterfind(f"{W}tr") if (cells := [*self._read_row(row)])]
        if rows:
            self.passages.append(Passage(number, PassageKind.TABLE, write_table(rows)))

    def _read_row(self, row: Element) -> Iterator[str]:
        """Yield the cells' texts; a row whose deletion is tracked has none."""
        is_deleted = row.find(f"{W}trPr/{W}del") is not None
        self.runs.changes += is_deleted
        for cell in row.iterfind(f"{W}tc"):
            texts = [self._read_text(p, is_plain=True) for p in cell.iterfind(f"{W}p")]
            if cell.find(f"{W}tbl") is not None:
                self._lose("a table inside a table")
            if not is_deleted:
                yield escape_marks(" ".join(texts))
                yield from self._read_span(cell)

    def _read_span(self, cell: Element) -> Iterator[str]:
        """Yield a blank for each further column that a cell covers."""
        properties = cell.find(f"{W}tcPr")
        width = value(properties, "gridSpan")
        covered = min(int(width), 64) - 1 if width.isdecimal() and width != "0" else 0
        if covered or (properties is not None and properties.find(f"{W}vMerge") is not None):
            self._lose("the merging of cells")
        yield from [""] * covered
