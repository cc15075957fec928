"""Raw workbooks as bytes, to cross from the process that reads to the one that asked.

A sheet crosses as the values that it has, each once, and which of them each cell holds: most are
met many times. marshal carries plain values alone and faster than pickle, which could run code;
what it does not know (dates, errors) crosses as a pair of its kind and what marshal can carry.
"""

from __future__ import annotations

import marshal
from array import array
from datetime import date, datetime, time, timedelta
from itertools import accumulate, chain, pairwise
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
_ALIKE = frozenset({bool, float})  # True and 1.0 equal 1, and are not the same

_LENGTH_BYTES = 8
STARTED, WORKBOOK, FAULT = b"S", b"W", b"F"


def pack_workbook(workbook: RawWorkbook) -> bytes:
    """Return a workbook as bytes."""
    sheets = [_pack_sheet(sheet) for sheet in workbook.sheets]
    return marshal.dumps((workbook.file, workbook.sha256, sheets))


def unpack_workbook(data: bytes) -> RawWorkbook:
    """Return the workbook that `pack_workbook` was given."""
    file, sha256, sheets = marshal.loads(data)
    return RawWorkbook(file, sha256, tuple(_unpack_sheet(file, *sheet) for sheet in sheets))


def _pack_sheet(sheet: RawSheet) -> tuple[Any, ...]:
    values = _Numbered()
    cells = list(chain.from_iterable(sheet.rows))
    keys = cells if _ALIKE.isdisjoint(map(type, cells)) else map(_key, cells)
    numbers = array("I", map(values.__getitem__, keys)).tobytes()
    widths = array("I", map(len, sheet.rows)).tobytes()
    merged = [
        (area.first_row, area.first_column, area.last_row, area.last_column)
        for area in sheet.merged
    ]
    hidden = sorted(sheet.hidden_rows)
    packed = list(map(_pack_value, values))
    return sheet.name, (widths, numbers, packed), merged, hidden, sheet.is_hidden, sheet.unseen


class _Numbered(dict[Any, int]):
    """Values in the order in which they are met, each with its number from 0."""

    def __missing__(self, value: Any) -> int:
        number = self[value] = len(self)
        return number


def _key(value: CellValue) -> Any:
    return (type(value), value) if type(value) in _ALIKE else value


def _pack_value(key: Any) -> Any:
    """Return what marshal can carry: what is plain as it is, all else as its kind and content."""
    if type(key) in _PLAIN:
        return key
    match key:
        case tuple():
            return key[1]
        case datetime():
            return "datetime", key.isoformat()
        case date():
            return "date", key.toordinal()
        case time():
            return "time", key.isoformat()
        case timedelta():
            return "timedelta", (key.days, key.seconds, key.microseconds)
        case ErrorValue():
            return "error", key.text
    return "uncalculated", None


def _unpack_sheet(
    file: str, name: str, cells: tuple[bytes, bytes, list[Any]], *rest: Any
) -> RawSheet:
    merged, hidden, is_hidden, unseen = rest
    return RawSheet(
        workbook=file,
        name=name,
        rows=_unpack_rows(*cells),
        merged=tuple(CellRange(*corners) for corners in merged),
        hidden_rows=frozenset(hidden),
        is_hidden=is_hidden,
        unseen=tuple(unseen),
    )


def _unpack_rows(
    widths: bytes, numbers: bytes, packed: list[Any]
) -> tuple[tuple[CellValue, ...], ...]:
    values = [_unpack_value(*value) if type(value) is tuple else value for value in packed]
    cells = tuple(map(values.__getitem__, array("I", numbers)))
    ends = accumulate(array("I", widths), initial=0)
    return tuple(cells[start:end] for start, end in pairwise(ends))


def _unpack_value(kind: str, content: Any) -> CellValue:
    match kind:
        case "date":
            return date.fromordinal(content)
        case "datetime":
            return datetime.fromisoformat(content)
        case "time":
            return time.fromisoformat(content)
        case "timedelta":
            return timedelta(*content)
        case "error":
            return ErrorValue(content)
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
