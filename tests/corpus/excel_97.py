"""Workbooks of Excel 97, written record by record into a compound file."""

from __future__ import annotations

import struct

_END = 0xFFFFFFFE
_SECTOR = 512


def record(kind: int, content: bytes = b"") -> bytes:
    """Return a record of a workbook's stream."""
    return struct.pack("<2H", kind, len(content)) + content


def number(row: int, column: int, value: float) -> bytes:
    """Return a cell that holds a number, row and column counted from 0."""
    return record(0x203, struct.pack("<3Hd", row, column, 0, value))


def error(row: int, column: int, code: int) -> bytes:
    """Return a cell that holds an error."""
    return record(0x205, struct.pack("<3HBB", row, column, 0, code, 1))


def formula_error(row: int, column: int, code: int) -> bytes:
    """Return a formula whose saved value is an error."""
    result = bytes((2, 0, code, 0, 0, 0, 0xFF, 0xFF))
    return record(0x06, struct.pack("<3H", row, column, 0) + result + bytes(8))


def hidden_row(row: int) -> bytes:
    """Return the properties of a row that is not shown."""
    return record(0x208, struct.pack("<8H", row, 0, 1, 255, 0, 0, 0x20, 0))


def workbook_97(cells: bytes, before: bytes = b"") -> bytes:
    """Return a workbook with one sheet, `Audits`; `before` goes into the workbook's own part."""
    begin = struct.pack("<4H2I", 0x0600, 0x10, 0, 0, 0, 0)
    sheet = record(0x809, begin) + cells + record(0x0A)
    start = record(0x809, struct.pack("<4H2I", 0x0600, 0x05, 0, 0, 0, 0)) + before
    name = b"Audits"
    size = len(start) + 4 + 8 + len(name) + 4
    bound = record(0x85, struct.pack("<IBBBB", size, 0, 0, len(name), 0) + name)
    return compound({"Workbook": start + bound + record(0x0A) + sheet})


def compound(streams: dict[str, bytes]) -> bytes:
    """Return an OLE compound file that holds these streams, each in sectors of its own."""
    body, entries, table = b"", [_entry("Root Entry", 5, _END, 0)], [0xFFFFFFFD, _END]
    for name, content in streams.items():
        padded = content.ljust(max(4096, -(-len(content) // _SECTOR) * _SECTOR), b"\0")
        first, count = len(table), len(padded) // _SECTOR
        table += [*range(first + 1, first + count), _END]
        body += padded
        entries.append(_entry(name, 2, first, len(padded)))
    directory = b"".join(entries).ljust(_SECTOR, b"\0")
    table += [0xFFFFFFFF] * (_SECTOR // 4 - len(table))
    return _header() + struct.pack(f"<{_SECTOR // 4}I", *table) + directory + body


def _header() -> bytes:
    head = bytearray(_SECTOR)
    head[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<5H", head, 24, 62, 3, 0xFFFE, 9, 6)
    struct.pack_into("<9I", head, 44, 1, 1, 0, 4096, _END, 0, _END, 0, 0)
    struct.pack_into("<108I", head, 80, *[0xFFFFFFFF] * 108)
    return bytes(head)


def _entry(name: str, kind: int, first: int, size: int) -> bytes:
    encoded = name.encode("utf-16-le") + b"\0\0"
    entry = bytearray(128)
    entry[: len(encoded)] = encoded
    struct.pack_into("<HBB3I", entry, 64, len(encoded), kind, 1, *[0xFFFFFFFF] * 3)
    struct.pack_into("<2I", entry, 116, first, size)
    return bytes(entry)
