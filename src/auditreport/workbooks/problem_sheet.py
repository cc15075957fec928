"""The sheet of an annotated copy that lists all problems, each with a link to its cell."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from auditreport.messages import summarise_problems
from auditreport.problems import Problem
from auditreport.records import record
from auditreport.workbooks.look import (
    HELP_FONT,
    LINK_FONT,
    NAVY,
    TITLE_FONT,
    WRAPPED,
    draw_header,
    put_text,
    set_up_print,
)
from auditreport.workbooks.marking import COLOURS, FILLS, SEVERITIES, has_cell, writable

NAME = "Problems"
_COLUMNS = {
    "Severity": 11,
    "Sheet": 22,
    "Cell": 10,
    "Code": 26,
    "What is wrong": 70,
    "What to do": 60,
}
_CELL_COLUMN = list(_COLUMNS).index("Cell") + 1
_MOST_LINKS = 60_000  # Excel repairs a sheet with more than 65,530


@record
class ProblemList:
    """What the sheet lists: the problems of one file, and what its copy lacks."""

    file: str
    problems: tuple[Problem, ...]
    losses: tuple[str, ...] = ()


def write_problem_sheet(workbook: Workbook, listed: ProblemList) -> None:
    """Add the sheet as the last one, under a name that is free, and show it first."""
    sheet = workbook.create_sheet(_free_name(workbook))
    for letter, width in zip("ABCDEF", _COLUMNS.values(), strict=True):
        sheet.column_dimensions[letter].width = width
    top = _write_top(sheet, listed)
    for index, name in enumerate(_COLUMNS, start=1):
        draw_header(sheet.cell(top, index), name, is_required=True)
    ordered = sorted(listed.problems, key=lambda found: SEVERITIES.index(found.severity))
    for row, problem in enumerate(ordered, start=top + 1):
        _write_row(sheet, row, problem)
        if has_cell(workbook, problem, listed.file) and row - top <= _MOST_LINKS:
            _link(sheet, row, problem)
    sheet.auto_filter.ref = f"A{top}:F{top + len(ordered)}"
    sheet.freeze_panes = f"A{top + 1}"
    sheet.print_title_rows = f"{top}:{top}"
    set_up_print(sheet, COLOURS[ordered[0].severity] if ordered else NAVY)
    _show(workbook, sheet)


def _free_name(workbook: Workbook) -> str:
    taken = {name.casefold() for name in workbook.sheetnames}
    names = (NAME, *(f"{NAME} {number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name.casefold() not in taken)


def _write_top(sheet: Worksheet, listed: ProblemList) -> int:
    """Write what stands above the list; return the row of its header."""
    found = summarise_problems(listed.problems) or "Nothing is wrong"
    put_text(sheet["A1"], writable(f"{listed.file}: {found}"))
    sheet["A1"].font = TITLE_FONT
    said = ["This is a copy. The coloured cells have a comment that says what is wrong."]
    said += [f"Not carried over into this copy: {what}." for what in listed.losses]
    for row, text in enumerate(said, start=2):
        put_text(sheet.cell(row, 1), text)
        sheet.cell(row, 1).font = HELP_FONT
    return len(said) + 3


def _write_row(sheet: Worksheet, row: int, problem: Problem) -> None:
    texts = (problem.severity, problem.sheet, problem.cell, problem.code)
    for index, text in enumerate((*texts, problem.message, problem.hint), start=1):
        cell = sheet.cell(row, index)
        if text:
            put_text(cell, writable(str(text)))
        cell.alignment = WRAPPED
    sheet.cell(row, 1).fill = FILLS[problem.severity]


def _link(sheet: Worksheet, row: int, problem: Problem) -> None:
    cell = sheet.cell(row, _CELL_COLUMN)
    quoted = problem.sheet.replace("'", "''")
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!{problem.cell}")
    cell.font = LINK_FONT


def _show(workbook: Workbook, sheet: Worksheet) -> None:
    """Open the workbook at a sheet, and select it alone: typing into several at once harms."""
    for other in workbook.worksheets:
        other.sheet_view.tabSelected = False
    for chart in workbook.chartsheets:
        for view in chart.sheetViews.sheetView if chart.sheetViews else ():
            view.tabSelected = False
    workbook.active = sheet
    sheet.sheet_view.tabSelected = True
