"""The values of a workbook's cells, by python-calamine; its only user."""

from __future__ import annotations

import io

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    load_workbook,
)

from auditreport.reading.cells import Row, build_rows, check_cells
from auditreport.reading.limits import Limits
from auditreport.reading.raw import CellRange
from auditreport.reading.refusal import PASSWORD, Refusal, naming_sheet

_NO_SUCH_TEXT = "shared strings"  # named by the reader where a cell's text is not among them
_UNREADABLE = "The workbook's content is damaged and cannot be read."


def open_values(data: bytes) -> CalamineWorkbook:
    """Open a workbook's bytes; raises `Refusal` where the reader cannot."""
    try:
        return load_workbook(io.BytesIO(data))
    except PasswordError:
        raise Refusal(*PASSWORD) from None
    except CalamineError:
        raise Refusal(_UNREADABLE) from None


def find_worksheets(workbook: CalamineWorkbook) -> list[tuple[int, str, bool]]:
    """Return the index, the name and whether it is hidden, of each sheet that holds cells."""
    return [
        (index, sheet.name, sheet.visible != SheetVisibleEnum.Visible)
        for index, sheet in enumerate(workbook.sheets_metadata)
        if sheet.typ == SheetTypeEnum.WorkSheet
    ]


def read_values(workbook: CalamineWorkbook, index: int, name: str, limits: Limits) -> list[Row]:
    """Return the rows of a sheet from A1 on; `name` is the sheet's, for what is said of it."""
    with naming_sheet(name):
        try:
            sheet = workbook.get_sheet_by_index(index)
            if sheet.start is None or sheet.end is None:
                return []
            height, width = sheet.end[0] + 1, sheet.end[1] + 1
            check_cells(height, width, limits.cells)
            return build_rows(sheet.iter_rows(), height, width)
        except (CalamineError, OverflowError, ValueError) as fault:
            if _NO_SUCH_TEXT in str(fault):
                raise Refusal("It has cells whose text is missing from the file.") from None
            raise Refusal("It holds a cell that cannot be read.") from None


def find_merged(workbook: CalamineWorkbook, index: int) -> list[CellRange]:
    """Return a sheet's merged areas; none where the format does not tell."""
    found = workbook.get_sheet_by_index(index).merged_cell_ranges or []
    return [
        CellRange(top + 1, left + 1, bottom + 1, right + 1)
        for (top, left), (bottom, right) in found
    ]
