"""A sheet that is written in an unusual way, written again as the usual programs write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from xml.parsers import expat

from auditreport.reading.refusal import Refusal
from auditreport.reading.row_shapes import column_number
from auditreport.reading.sheet_xml import LAST_COLUMN, LAST_ROW, column_letters
from auditreport.reading.xml_parts import Attributes, parse

_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_AREA = re.compile(r"[A-Z]{1,3}[0-9]{1,7}(?::[A-Z]{1,3}[0-9]{1,7})?")
_HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_PREFIXED_ROOT = re.compile(rb"\s*(?:<\?xml[^<>]*\?>\s*)?<([A-Za-z][A-Za-z0-9]*:)worksheet\s")
_NAMESPACES = frozenset(
    {
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
    }
)
_BOOLEANS = {"true": "1", "false": "0"}
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"})
_SEPARATOR = "\n"


@dataclass(slots=True)
class _Cell:
    """A cell while it is read; `value` and `inline` are None until such an element is met."""

    column: int
    kind: str
    style: str
    has_formula: bool = False
    value: str | None = None
    inline: str | None = None


def rewrite_sheet(data: bytes) -> bytes:
    """Return a sheet's rows, cells and merged areas in the usual form.

    References that were left out are put in. Raises `Refusal` where rows are out of order, a cell
    stands twice or a reference contradicts its row.
    """
    return _Rewriter().rewrite(data)


def drop_prefix(data: bytes) -> bytes:
    """Return a sheet without the prefix that some programs give every element.

    It comes back as it is where a prefix might mean something: where the default namespace is
    used too, or text could hold what looks like an element.
    """
    root = _PREFIXED_ROOT.match(data)
    if root is None or b"<!" in data or b" xmlns=" in data:
        return data
    prefix = root[1]
    data = data.replace(b"<" + prefix, b"<").replace(b"</" + prefix, b"</")
    return data.replace(b" xmlns:" + prefix[:-1] + b"=", b" xmlns=", 1)


class _Rewriter:
    """Follows the elements of a sheet; those of other namespaces are passed over."""

    def __init__(self) -> None:
        self._path: list[str] = []
        self._pieces: list[bytes] = [_HEAD]
        self._merged: list[str] = []
        self._row = 0
        self._cells: dict[int, _Cell] = {}
        self._cell: _Cell | None = None
        self._hidden = False
        self._text: list[str] | None = None

    def rewrite(self, data: bytes) -> bytes:
        parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parse(parser, data)
        merged = "".join(f'<mergeCell ref="{area}"/>' for area in self._merged)
        self._pieces.append(f"</sheetData><mergeCells>{merged}</mergeCells></worksheet>".encode())
        return b"".join(self._pieces)

    def _start(self, tag: str, attributes: Attributes) -> None:
        namespace, _, name = tag.rpartition(_SEPARATOR)
        self._path.append(name if namespace in _NAMESPACES else "")
        match self._path:
            case ["worksheet", "sheetData", "row"]:
                self._start_row(attributes)
            case [_, "sheetData", "row", "c"]:
                self._start_cell(attributes)
            case [_, "sheetData", "row", "c", "f"] if self._cell:
                self._cell.has_formula = True
            case [_, "sheetData", "row", "c", "v"] | [_, _, "row", "c", "is", *_, "t"]:
                self._text = None if "rPh" in self._path else []
            case ["worksheet", "mergeCells", "mergeCell"]:
                self._start_merged(attributes.get("ref", ""))

    def _characters(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def _end(self, _: str) -> None:
        if self._text is not None and self._cell and self._path[-1] in {"v", "t"}:
            text = "".join(self._text)
            if self._path[-1] == "v":
                self._cell.value = text
            else:
                self._cell.inline = (self._cell.inline or "") + text
            self._text = None
        elif self._path == ["worksheet", "sheetData", "row"]:
            self._pieces.append("".join(self._row_text()).encode())
        self._path.pop()

    def _start_row(self, attributes: Attributes) -> None:
        number = attributes.get("r", str(self._row + 1)).strip()
        if not number.isascii() or not number.isdigit() or not self._row < int(number) <= LAST_ROW:
            raise Refusal(f"The rows after row {self._row:,} are not in order.")
        self._row = int(number)
        self._cells = {}
        self._hidden = attributes.get("hidden", "") in {"1", "true"}

    def _start_cell(self, attributes: Attributes) -> None:
        column = self._column(attributes.get("r", "").replace("$", "").strip())
        if column in self._cells or column > LAST_COLUMN:
            raise Refusal(f"A cell of row {self._row:,} stands twice or outside of the sheet.")
        style = attributes.get("s", "").strip()
        style = style if style.isascii() and style.isdigit() else ""
        self._cell = self._cells[column] = _Cell(column, attributes.get("t", "n"), style)

    def _start_merged(self, area: str) -> None:
        if not _AREA.fullmatch(area):
            raise Refusal("Merged cells lie outside of the sheet.")
        self._merged.append(area)

    def _column(self, reference: str) -> int:
        if not reference:
            return max(self._cells, default=0) + 1
        found = _REFERENCE.fullmatch(reference)
        if found is None or int(found[2]) != self._row:
            raise Refusal(f"A cell of row {self._row:,} does not say where it stands.")
        return column_number(found[1].encode())

    def _row_text(self) -> Iterator[str]:
        hidden = ' hidden="1"' if self._hidden else ""
        yield f'<row r="{self._row}"{hidden}>'
        for column in sorted(self._cells):
            yield _cell_text(self._cells[column], f"{column_letters(column)}{self._row}")
        yield "</row>"


def _escape(text: str) -> str:
    return text.translate(_ESCAPES)


def _whole_stamp(written: str) -> str:
    """Return a date and time with its seconds and without its zone, which no sheet has."""
    try:
        return datetime.fromisoformat(written).replace(tzinfo=None).isoformat()
    except ValueError:
        return written  # the look at the sheet refuses it


def _cell_text(cell: _Cell, reference: str) -> str:
    style = f' s="{cell.style}"' if cell.style else ""
    formula = "<f/>" if cell.has_formula else ""
    if cell.kind == "inlineStr" and not cell.has_formula:
        text = cell.inline if cell.inline is not None else cell.value or ""
        body = f'<is><t xml:space="preserve">{_escape(text)}</t></is>'
    elif cell.value is None:
        body = formula
    elif cell.kind in {"str", "inlineStr"}:
        body = f'{formula}<v xml:space="preserve">{_escape(cell.value)}</v>'
    else:
        value = cell.value.strip()
        if cell.kind == "b":
            value = _BOOLEANS.get(value.lower(), value)
        elif cell.kind == "d" and "T" in value:
            value = _whole_stamp(value)
        body = f"{formula}<v>{_escape(value)}</v>"
    kind = "str" if cell.kind == "inlineStr" and cell.has_formula else cell.kind
    return f'<c r="{reference}"{style} t="{_escape(kind)}">{body}</c>'
