"""The rows of a sample's workbook, read without auditreport."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl

Record = dict[str, Any]


def read_records(path: Path) -> dict[str, list[Record]]:
    """Return the rows of each sheet by its name, their values by column."""
    workbook = openpyxl.load_workbook(path)
    sheets = {}
    for sheet in workbook:
        header, *rows = sheet.iter_rows(values_only=True)
        sheets[sheet.title] = [dict(zip(map(str, header), row, strict=True)) for row in rows]
    workbook.close()
    return sheets
