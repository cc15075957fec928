"""Raw workbooks as bytes, to cross from the process that reads to the one that asked.

marshal carries plain values alone and faster than pickle, which could run code; what it does not
know (dates, errors) crosses beside the rows, by row and column.
"""

from __future__ import annotations

import marshal
from datetime import date, datetime, time, timedelta
from typing import Any

from auditreport.reading.raw import (
    CellRange,
    CellValue,
    ErrorValue,
    RawSheet,
    RawWorkbook,
    Uncalculated,
)

_PLAIN = frozenset({type(None), bool, int, float, str})

_LENGTH_BYTES = 8
STARTED, WORKBOOK, FAULT = b"S", b"W", b"F"

Row = tuple[CellValue, ...]
Apart = list[tuple[int, int, str, Any]]  # row and column from 0, a kind, what marshal can carry


def pack_workbook(workbook: RawWorkbook) -> bytes:
    """Return a workbook as bytes."""
    sheets = [_pack_sheet(sheet) for sheet in workbook.sheets]
    return marshal.dumps((workbook.file, workbook.sha256, sheets))


def unpack_workbook(data: bytes) -> RawWorkbook:
    """Return the workbook that `pack_workbook` was given."""
    file, sha256, sheets = marshal.loads(data)
    return RawWorkbook(file, sha256, tuple(_unpack_sheet(file, *sheet) for sheet in sheets))


def _pack_sheet(sheet: RawSheet) -> tuple[Any, ...]:
    apart: Apart = []
    rows = [_pack_row(number, row, apart) for number, row in enumerate(sheet.rows)]
    merged = [
        (area.first_row, area.first_column, area.last_row, area.last_column)
        for area in sheet.merged
    ]
    hidden = sorted(sheet.hidden_rows)
    return sheet.name, rows, apart, merged, hidden, sheet.is_hidden, sheet.unseen


def _pack_row(number: int, row: Row, apart: Apart) -> Row:
    kinds = list(map(type, row))
    if _PLAIN.issuperset(kinds):
        return row
    plain = list(row)
    for column, kind in enumerate(kinds):
        if kind not in _PLAIN:
            apart.append((number, column, *_pack_value(row[column])))
            plain[column] = None
    return tuple(plain)


def _pack_value(value: CellValue) -> tuple[str, Any]:
    if type(value) is date:  # by far the most
        return "date", value.toordinal()
    match value:
        case datetime():
            return "datetime", value.isoformat()
        case time():
            return "time", value.isoformat()
        case timedelta():
            return "timedelta", (value.days, value.seconds, value.microseconds)
        case ErrorValue():
            return "error", value.text
    return "uncalculated", None


def _unpack_sheet(file: str, name: str, rows: list[Row], apart: Apart, *rest: Any) -> RawSheet:
    merged, hidden, is_hidden, unseen = rest
    row: list[CellValue] = []
    current = -1
    for number, column, kind, packed in apart:
        if number != current:
            if current >= 0:
                rows[current] = tuple(row)
            row, current = list(rows[number]), number
        row[column] = _unpack_value(kind, packed)
    if current >= 0:
        rows[current] = tuple(row)
    return RawSheet(
        workbook=file,
        name=name,
        rows=tuple(rows),
        merged=tuple(CellRange(*corners) for corners in merged),
        hidden_rows=frozenset(hidden),
        is_hidden=is_hidden,
        unseen=tuple(unseen),
    )


def _unpack_value(kind: str, packed: Any) -> CellValue:
    match kind:
        case "date":
            return date.fromordinal(packed)
        case "datetime":
            return datetime.fromisoformat(packed)
        case "time":
            return time.fromisoformat(packed)
        case "timedelta":
            return timedelta(*packed)
        case "error":
            return ErrorValue(packed)
    return Uncalculated()


def split_frames(data: bytes) -> list[bytes]:
    """Return the whole frames; the last may have been cut off with its writer."""
    frames, start = [], 0
    while start + _LENGTH_BYTES <= len(data):
        end = start + _LENGTH_BYTES
        end += int.from_bytes(data[start:end], "big")
        if end > len(data):
            break
        frames.append(data[start + _LENGTH_BYTES : end])
        start = end
    return frames


def build_frame(kind: bytes, content: bytes = b"") -> bytes:
    """Return a frame: how long it is, its kind and its content."""
    return (len(content) + 1).to_bytes(_LENGTH_BYTES, "big") + kind + content
