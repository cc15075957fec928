"""The disclosure log as a workbook: what the edition is, then a sheet for each list."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from zipfile import ZIP_DEFLATED

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from auditreport.analysis.disclosure.disclosure_log import WARNING, DisclosureLog, LogList
from auditreport.workbook_packing import pack_workbook
from auditreport.workbooks.log_files import MARK
from auditreport.workbooks.look import (
    BOLD,
    HELP_FONT,
    TITLE_FONT,
    TO_THE_LEFT,
    WRAPPED,
    draw_header,
    put_text,
    set_up_print,
)
from auditreport.workbooks.marking import writable

_RED = "B00020"
_WARNING_FONT = Font(bold=True, color=_RED)
_ABOUT, _NAMES = "About", 36
_NARROWEST, _WIDEST, _PROSE = 10, 60, 100  # in characters
_TOP = 4  # the row of a list's header
_LINE, _TITLE_HEIGHT = 15, 26  # points
_NUMBER = Alignment(vertical="top", horizontal="right", indent=1)


def pack_log(log: DisclosureLog) -> bytes:
    """Return the bytes of the workbook, the same for the same log."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    _draw_about(_add_sheet(workbook, _ABOUT), log)
    for found in log.lists:
        _draw_list(_add_sheet(workbook, found.name), found)
    workbook.properties.title = writable(log.title)
    workbook.properties.creator = "auditreport"
    workbook.properties.category = MARK
    return pack_workbook(workbook, ZIP_DEFLATED)


def _add_sheet(workbook: Workbook, name: str) -> Worksheet:
    """Add a sheet whose first line says that it is internal."""
    sheet: Worksheet = workbook.create_sheet(name)
    put_text(sheet["A1"], WARNING)
    sheet["A1"].font = _WARNING_FONT
    set_up_print(sheet, _RED)
    return sheet


def _draw_about(sheet: Worksheet, log: DisclosureLog) -> None:
    put_text(sheet["A2"], writable(log.title))
    sheet["A2"].font = TITLE_FONT
    sheet.row_dimensions[2].height = _TITLE_HEIGHT
    for row, (name, text) in enumerate(log.facts, start=_TOP):
        first, second = sheet.cell(row, 1), sheet.cell(row, 2)
        put_text(first, name)
        put_text(second, writable(text))
        first.font = BOLD
        first.alignment = second.alignment = WRAPPED
        _set_height(sheet, row, (name, text), (_NAMES, _PROSE))
    sheet.column_dimensions["A"].width = _NAMES
    sheet.column_dimensions["B"].width = _PROSE


def _draw_list(sheet: Worksheet, found: LogList) -> None:
    put_text(sheet["A2"], found.said)
    sheet["A2"].font = HELP_FONT
    widths = _draw_headers(sheet, found)
    for y, row in enumerate(found.rows, start=_TOP + 1):
        for x, value in enumerate(row, start=1):
            _write(sheet, (y, x), value)
        _set_height(sheet, y, tuple(map(str, row)), widths)
    if not found.rows:
        put_text(sheet.cell(_TOP + 1, 1), "None")
    last = f"{get_column_letter(len(found.columns))}{_TOP + max(len(found.rows), 1)}"
    sheet.auto_filter.ref = f"A{_TOP}:{last}"
    sheet.freeze_panes = f"A{_TOP + 1}"
    sheet.print_title_rows = f"{_TOP}:{_TOP}"


def _draw_headers(sheet: Worksheet, found: LogList) -> list[int]:
    """Draw the header of each column, and return how wide the columns are."""
    widths = []
    for x, column in enumerate(found.columns, start=1):
        draw_header(sheet.cell(_TOP, x), column, is_required=True)
        widths.append(_width([column, *(str(row[x - 1]) for row in found.rows)]))
        sheet.column_dimensions[get_column_letter(x)].width = widths[-1]
    _set_height(sheet, _TOP, found.columns, widths)
    return widths


def _set_height(sheet: Worksheet, row: int, texts: Sequence[str], widths: Sequence[int]) -> None:
    """Make a row as high as its longest text needs, which not every program does by itself."""
    pairs = zip(texts, widths, strict=True)
    lines = max(len(textwrap.wrap(text, width - 1)) for text, width in pairs)
    sheet.row_dimensions[row].height = _LINE * max(lines, 1)


def _width(texts: Sequence[str]) -> int:
    head, *others = texts
    longest = max([len(word) for word in head.split()] + [len(text) for text in others])
    return min(max(longest + 2, _NARROWEST), _WIDEST)


def _write(sheet: Worksheet, place: tuple[int, int], value: str | int) -> None:
    cell = sheet.cell(*place)
    if isinstance(value, str):
        put_text(cell, writable(value))
        cell.alignment = TO_THE_LEFT
    else:
        cell.value = value
        cell.alignment = _NUMBER
