"""A look at the records of a binary workbook (.xlsb): its extent, errors, hidden and merged.

Each record is a type and a length, seven bits a byte, and its content; a cell's begins with its
column, and the row is that of the last row record.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from auditreport.reading.archive import Archive
from auditreport.reading.cells import check_cells
from auditreport.reading.excel_97 import ERRORS
from auditreport.reading.limits import Limits
from auditreport.reading.package import find_sheet_parts
from auditreport.reading.raw import CellRange
from auditreport.reading.refusal import FETCH_AGAIN, Refusal, over_limit
from auditreport.reading.sheet_xml import LAST_COLUMN, LAST_ROW, SheetLook

_ROW, _BUNDLE, _MERGED = 0, 156, 176
_FILLED = range(2, 12)  # cells; 1 is a blank one
_ERROR_KINDS = frozenset({3, 11})
_HIDDEN = 0x10
_WORKBOOK = "xl/workbook.bin"

Record = tuple[int, bytes]


def look_at_excel_binary(archive: Archive, limits: Limits) -> tuple[SheetLook, ...]:
    """Return a look at each sheet in order, charts included; raises `Refusal`."""
    parts = find_sheet_parts(archive, _WORKBOOK)
    keys = [
        _text(content, 8)
        for kind, content in _records(archive.read(_WORKBOOK))
        if kind == _BUNDLE and len(content) >= 12
    ]
    return tuple(
        _look(archive.read(parts[key]), limits) if parts.get(key) else SheetLook() for key in keys
    )


def _records(data: bytes) -> Iterator[Record]:
    position = 0
    while position < len(data):
        kind, position = _number(data, position, 2)
        length, position = _number(data, position, 4)
        yield kind, data[position : position + length]
        position += length


def _number(data: bytes, position: int, most: int) -> tuple[int, int]:
    """Return a number written in seven bits a byte, and where it ends."""
    number = 0
    for index, byte in enumerate(data[position : position + most]):
        number |= (byte & 0x7F) << (7 * index)
        if byte < 0x80:
            return number, position + index + 1
    if len(data) - position < most:
        raise Refusal("The file is incomplete or damaged.", FETCH_AGAIN)
    return number, position + most


def _text(content: bytes, start: int) -> str:
    length = struct.unpack_from("<I", content, start)[0]
    return content[start + 4 : start + 4 + 2 * length].decode("utf-16-le", "replace")


def _look(data: bytes, limits: Limits) -> SheetLook:
    look, row, hidden = SheetLook(), 0, False
    for kind, content in _records(data):
        if kind == _ROW and len(content) >= 12:
            row = struct.unpack_from("<I", content)[0] + 1
            hidden = bool(content[11] & _HIDDEN)
        elif kind in _FILLED and len(content) >= 8:
            _look_at_cell((kind, content), row, look, limits)
            if hidden:
                look.hidden_rows.add(row)
        elif kind == _MERGED and len(content) >= 16:
            top, bottom, left, right = struct.unpack_from("<4I", content)
            look.merged.append(CellRange(top + 1, left + 1, bottom + 1, right + 1))
            if len(look.merged) > limits.merged:
                raise over_limit("A sheet has too many merged areas", "merged", limits.merged)
    return look


def _look_at_cell(record: Record, row: int, look: SheetLook, limits: Limits) -> None:
    kind, content = record
    column = struct.unpack_from("<I", content)[0] + 1
    if not 1 <= row <= LAST_ROW or column > LAST_COLUMN:
        raise Refusal("A cell lies outside of the sheet.")
    look.last_row = max(look.last_row, row)
    look.last_column = max(look.last_column, column)
    check_cells(look.last_row, look.last_column, limits.cells)
    if kind in _ERROR_KINDS and len(content) > 8:
        look.errors[row, column] = ERRORS.get(content[8], "#VALUE!")
        if len(look.errors) > limits.odd_cells:
            raise over_limit("A sheet holds too many errors", "odd_cells", limits.odd_cells)
