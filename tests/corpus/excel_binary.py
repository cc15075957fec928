"""Binary workbooks (.xlsb), written record by record."""

from __future__ import annotations

import struct

from corpus.packages import pack, relations_xml


def record(kind: int, content: bytes = b"") -> bytes:
    """Return a record: its type, its length and its content."""
    return _number(kind) + _number(len(content)) + content


def _number(value: int) -> bytes:
    low, high = value & 0x7F, value >> 7
    return bytes((low | 0x80, high)) if high else bytes((low,))


def begin_row(number: int, *, hidden: bool = False) -> bytes:
    """Return what begins a row, counted from 1."""
    flags = 0x10 if hidden else 0
    return record(0, struct.pack("<2IHBBBI", number - 1, 0, 300, 0, flags, 0, 0))


def real(column: int, value: float) -> bytes:
    """Return a cell of the row that holds a number, its column counted from 0."""
    return record(5, struct.pack("<2Id", column, 0, value))


def binary_error(column: int, code: int) -> bytes:
    """Return a cell of the row that holds an error."""
    return record(3, struct.pack("<2IB", column, 0, code))


def merged(top: int, bottom: int, left: int, right: int) -> bytes:
    """Return a merged area, its corners counted from 0."""
    return record(176, struct.pack("<4I", top, bottom, left, right))


def binary_workbook(rows: bytes, after: bytes = b"") -> bytes:
    """Return a workbook with one sheet, `Audits`."""
    sheet = (
        record(129) + record(148, struct.pack("<4I", 0, 9, 0, 9)) + record(145)
        + rows + record(146) + after + record(130)
    )  # fmt: skip
    bundle = struct.pack("<2I", 0, 1) + _text("rId1") + _text("Audits")
    workbook = record(131) + record(143) + record(156, bundle) + record(144) + record(132)
    return pack(
        {
            "_rels/.rels": relations_xml({"r1": ("officeDocument", "xl/workbook.bin")}),
            "xl/workbook.bin": workbook,
            "xl/_rels/workbook.bin.rels": relations_xml(
                {"rId1": ("worksheet", "worksheets/sheet1.bin")}
            ),
            "xl/worksheets/sheet1.bin": sheet,
        }
    )


def _text(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")
