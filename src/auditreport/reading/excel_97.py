"""A look at the records of an Excel 97 workbook (.xls): its extent, errors and hidden rows.

Each record is a type, a length and its content; a cell's begins with its row and column.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from auditreport.reading.cells import check_cells
from auditreport.reading.compound_file import CompoundFile
from auditreport.reading.limits import Limits
from auditreport.reading.refusal import FETCH_AGAIN, PASSWORD, Refusal, over_limit
from auditreport.reading.sheet_xml import SheetLook

_END, _PASSWORD, _SHEET, _ROW = 0x0A, 0x2F, 0x85, 0x208
_FORMULA, _MANY_NUMBERS, _BOOLEAN_OR_ERROR = 0x06, 0xBD, 0x205
_CELLS = frozenset({0x203, 0x204, 0x27E, 0xD6, 0xFD, _FORMULA, _MANY_NUMBERS, _BOOLEAN_OR_ERROR})
_HIDDEN = 0x20
ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}

Record = tuple[int, bytes]


def look_at_excel_97(data: bytes, limits: Limits) -> tuple[SheetLook, ...]:
    """Return a look at each sheet in order, charts included; raises `Refusal`."""
    compound = CompoundFile(data)
    stream = compound.read("Workbook" if "Workbook" in compound.names else "Book")
    return tuple(_look(stream, start, limits) for start in _find_sheets(stream))


def _records(stream: bytes, start: int) -> Iterator[Record]:
    """Yield the records up to the end of the sheet, or of the workbook's own part."""
    while start + 4 <= len(stream):
        kind, length = struct.unpack_from("<2H", stream, start)
        yield kind, stream[start + 4 : start + 4 + length]
        if kind == _END:
            return
        start += 4 + length
    raise Refusal("The file is incomplete or damaged.", FETCH_AGAIN)


def _find_sheets(stream: bytes) -> list[int]:
    starts = []
    for kind, content in _records(stream, 0):
        if kind == _PASSWORD:
            raise Refusal(*PASSWORD)
        if kind == _SHEET and len(content) >= 4:
            starts.append(struct.unpack_from("<I", content)[0])
    return starts


def _look(stream: bytes, start: int, limits: Limits) -> SheetLook:
    look = SheetLook()
    for kind, content in _records(stream, start):
        if kind in _CELLS and len(content) >= 8:
            _look_at_cell(kind, content, look, limits)
        elif kind == _ROW and len(content) >= 16 and content[12] & _HIDDEN:
            look.hidden_rows.add(struct.unpack_from("<H", content)[0] + 1)
    look.hidden_rows = {row for row in look.hidden_rows if row <= look.last_row}
    return look


def _look_at_cell(kind: int, content: bytes, look: SheetLook, limits: Limits) -> None:
    row, column = struct.unpack_from("<2H", content)
    last = struct.unpack_from("<H", content, len(content) - 2)[0]
    look.last_row = max(look.last_row, row + 1)
    look.last_column = max(look.last_column, (last if kind == _MANY_NUMBERS else column) + 1)
    check_cells(look.last_row, look.last_column, limits.cells)
    error = _find_error(kind, content)
    if error is not None:
        look.errors[row + 1, column + 1] = ERRORS.get(error, "#VALUE!")
        if len(look.errors) > limits.odd_cells:
            raise over_limit("A sheet holds too many errors", "odd_cells", limits.odd_cells)


def _find_error(kind: int, content: bytes) -> int | None:
    """Return the code of the error that a cell shows."""
    if kind == _BOOLEAN_OR_ERROR and content[7]:
        return content[6]
    if kind == _FORMULA and content[12:14] == b"\xff\xff" and content[6] == 2:
        return content[8]
    return None
