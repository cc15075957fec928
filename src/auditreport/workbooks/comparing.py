"""Whether a copy has every filled cell of the workbook that it was made of."""

from __future__ import annotations

from datetime import date
from itertools import zip_longest

from auditreport.errors import FileFault
from auditreport.reading.archive import Archive
from auditreport.reading.limits import DEFAULT_LIMITS
from auditreport.reading.open_xml import read_open_xml
from auditreport.reading.raw import RawSheet
from auditreport.reading.tables import is_blank


def check_cells(name: str, source: bytes, copy: bytes) -> None:
    """Raise FileFault where a sheet or cell is not in the copy, or a date is no longer one.

    Excel reads files that openpyxl takes for empty; the sheets are compared as the reader has
    them.
    """
    copied = _read(name, copy)
    for title, sheet in _read(name, source).items():
        if title not in copied or not _are_alike(sheet, copied[title]):
            raise FileFault(
                f"{name} was not annotated: the sheet '{title}' cannot be copied whole.\n"
                "Open it in Excel, choose Save As and Excel Workbook (.xlsx), and annotate that."
            )


def _read(name: str, data: bytes) -> dict[str, RawSheet]:
    sheets = read_open_xml(name, Archive(data, DEFAULT_LIMITS), DEFAULT_LIMITS)
    return {sheet.name: sheet for sheet in sheets}


def _are_alike(sheet: RawSheet, copied: RawSheet) -> bool:
    return all(
        is_blank(cell) == is_blank(other) and isinstance(cell, date) == isinstance(other, date)
        for row, other_row in zip_longest(sheet.rows, copied.rows, fillvalue=())
        for cell, other in zip_longest(row, other_row)
    )
