"""Workbooks that are small on disk and large once they are opened."""

from __future__ import annotations

import struct

from corpus.packages import SHEET, pack, sheet_xml, workbook
from corpus.parts import ROWS, TEXTS, FileCase, plain


def _bomb(size: int) -> bytes:
    """Return the plain workbook with a picture of zeros."""
    return pack({**plain(), "xl/media/image1.png": bytes(size)})


def _swollen() -> bytes:
    """Return a workbook whose sheet is far larger than the directory says."""
    data = bytearray(pack({**plain(), SHEET: sheet_xml(ROWS) + " " * 300_000_000}))
    place = data.rfind(SHEET.encode()) - 46
    struct.pack_into("<I", data, place + 24, 1000)
    return bytes(data)


def million_empty_rows() -> bytes:
    """Return `VALUES` above a million rows that are formatted and empty."""
    blank = "".join(
        f'<row r="{n}" spans="1:2" s="1" customFormat="1" ht="15"/>' for n in range(3, 1_048_577)
    )
    return workbook(ROWS + blank, TEXTS)


def million_empty_cells() -> bytes:
    """Return `VALUES` above 300,000 rows of formatted, empty cells."""
    blank = "".join(
        f'<row r="{n}"><c r="A{n}" s="1"/><c r="B{n}" s="1"/><c r="C{n}" s="1"/></row>'
        for n in range(3, 300_000)
    )
    return workbook(ROWS + blank, TEXTS)


def _many_merges() -> bytes:
    areas = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(5, 150_000))
    return workbook(ROWS, TEXTS, tail=f"<mergeCells>{areas}</mergeCells>")


def _many_errors() -> bytes:
    row = "".join(f'<c r="{letter}%" t="e"><v>#N/A</v></c>' for letter in "ABCDEF")
    rows = (f'<row r="%">{row}</row>'.replace("%", str(number)) for number in range(1, 90_000))
    return workbook("".join(rows))


HEAVY_CASES = (
    FileCase("a part of 300 MB", lambda: _bomb(300_000_000), "ratio = 200"),
    FileCase("a part larger than it says", _swollen, "ratio = 200"),
    FileCase("a million empty rows", million_empty_rows),
    FileCase("a million empty cells", million_empty_cells),
    FileCase("150,000 merged areas", _many_merges, "merged = 100,000"),
    FileCase("half a million errors", _many_errors, "odd_cells = 500,000"),
)
