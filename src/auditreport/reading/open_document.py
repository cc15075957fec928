"""A look at the XML of an OpenDocument spreadsheet: its extent, errors, hidden and merged."""

from __future__ import annotations

from xml.parsers import expat

from auditreport.reading.archive import Archive
from auditreport.reading.cells import check_cells
from auditreport.reading.limits import Limits
from auditreport.reading.raw import CellRange
from auditreport.reading.refusal import Refusal, over_limit
from auditreport.reading.sheet_xml import LAST_COLUMN, LAST_ROW, SheetLook
from auditreport.reading.xml_parts import Attributes, clean_xml, parse

_TABLE = ["document-content", "body", "spreadsheet", "table"]
_ROW = "table-row"
_CELLS = frozenset({"table-cell", "covered-table-cell"})
_HIDDEN = frozenset({"collapse", "filter"})


def look_at_open_document(archive: Archive, limits: Limits) -> tuple[SheetLook, ...]:
    """Return a look at each sheet in order; raises `Refusal` where one is too large to read."""
    if "content.xml" not in archive:
        raise Refusal("A part of the workbook is missing from the file.")
    return _Looker(limits).look(clean_xml(archive.read("content.xml")))


class _Looker:
    """Follows rows and cells, each of which may stand for many alike."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._looks: list[SheetLook] = []
        self._path: list[str] = []
        self._row = self._rows = 0
        self._column = self._columns = 0
        self._row_attributes: Attributes = {}
        self._cell_attributes: Attributes = {}
        self._row_is_filled = False
        self._text: list[str] = []

    def look(self, data: bytes) -> tuple[SheetLook, ...]:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parse(parser, data)
        return tuple(self._looks)

    def _start(self, tag: str, attributes: Attributes) -> None:
        name = tag.rpartition(":")[2]
        self._path.append(name)
        plain = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        if self._path == _TABLE:
            self._looks.append(SheetLook())
            self._row = self._rows = 0
        elif name == _ROW:
            self._row_attributes, self._rows = plain, _count(plain, "number-rows-repeated")
            self._column, self._row_is_filled = 0, False
        elif name in _CELLS:
            # The office's own value type stands beside LibreOffice's, which alone names errors.
            plain["error"] = attributes.get("calcext:value-type", "")
            self._cell_attributes, self._columns = plain, _count(plain, "number-columns-repeated")
            self._text = []

    def _characters(self, text: str) -> None:
        if self._path[-2:-1] and self._path[-2] in _CELLS:
            self._text.append(text)

    def _end(self, _: str) -> None:
        name = self._path.pop()
        if name in _CELLS and self._looks:
            self._end_cell(self._looks[-1])
        elif name == _ROW and self._looks:
            if self._row_is_filled and self._row_attributes.get("visibility") in _HIDDEN:
                rows = range(self._row + 1, self._row + self._rows + 1)
                self._looks[-1].hidden_rows.update(rows)
            self._row += self._rows

    def _end_cell(self, look: SheetLook) -> None:
        first = self._column + 1
        self._column += self._columns
        if self._cell_attributes.get("value-type") or self._text:
            self._row_is_filled = True
            self._measure(look)
            if self._cell_attributes["error"] == "error":
                text = "".join(self._text) or "#VALUE!"
                for row in range(self._row + 1, self._row + self._rows + 1):
                    look.errors.update(
                        {(row, column): text for column in range(first, self._column + 1)}
                    )
        self._find_merged(look, first)

    def _measure(self, look: SheetLook) -> None:
        look.last_row = self._row + self._rows
        look.last_column = max(look.last_column, self._column)
        if look.last_row > LAST_ROW or look.last_column > LAST_COLUMN:
            raise Refusal("A cell lies outside of the sheet.")
        check_cells(look.last_row, look.last_column, self._limits.cells)

    def _find_merged(self, look: SheetLook, first: int) -> None:
        height = _count(self._cell_attributes, "number-rows-spanned")
        width = _count(self._cell_attributes, "number-columns-spanned")
        if height > 1 or width > 1:
            top = self._row + 1
            area = CellRange(
                top, first, min(top + height - 1, LAST_ROW), min(first + width - 1, LAST_COLUMN)
            )
            look.merged.append(area)
            if len(look.merged) > self._limits.merged:
                most = self._limits.merged
                raise over_limit(f"A sheet has over {most:,} merged areas", "merged", most)


def _count(attributes: Attributes, name: str) -> int:
    written = attributes.get(name, "1")
    if not written.isascii() or not written.isdigit() or len(written) > 7:
        raise Refusal("The workbook's content is damaged: a count in it is not a number.")
    return max(1, int(written))
