"""Faulty cells marked in place: coloured by severity, with the problem as a comment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from auditreport.problems import Problem, Severity
from auditreport.workbooks.look import attach_note

COLOURS = {Severity.ERROR: "FFB3B3", Severity.WARNING: "FFE08A", Severity.NOTE: "CFE2F7"}
FILLS = {severity: PatternFill("solid", start_color=rgb) for severity, rgb in COLOURS.items()}
SEVERITIES = tuple(Severity)
_CELL = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}")
_UNWRITABLE = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST_NOTE = 8_000


def mark_problems(workbook: Workbook, problems: Iterable[Problem], file: str) -> None:
    """Colour each cell of a workbook's file that has a problem, and say it in a comment."""
    by_cell: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        if has_cell(workbook, problem, file):
            by_cell.setdefault((problem.sheet, problem.cell), []).append(problem)
    for (sheet, name), found in by_cell.items():
        _mark(_first_of_merged(workbook[sheet], name), found)


def has_cell(workbook: Workbook, problem: Problem, file: str) -> bool:
    """Whether a problem stands in a cell of this workbook."""
    return (
        problem.workbook == file
        and _CELL.fullmatch(problem.cell) is not None
        and any(sheet.title == problem.sheet for sheet in workbook.worksheets)
    )


def writable(text: str) -> str:
    """Return text that XML can hold."""
    return _UNWRITABLE.sub("�", text)


def _first_of_merged(sheet: Worksheet, name: str) -> Cell:
    """Return a cell; of merged ones the first, which alone is shown."""
    cell = sheet[name]
    if isinstance(cell, MergedCell):
        area = next(area for area in sheet.merged_cells.ranges if name in area)
        cell = sheet.cell(area.min_row, area.min_col)
    assert isinstance(cell, Cell)
    return cell


def _mark(cell: Cell, problems: Sequence[Problem]) -> None:
    worst = min(problems, key=lambda problem: SEVERITIES.index(problem.severity))
    cell.fill = FILLS[worst.severity]
    said = "\n\n".join(
        f"{problem.severity.upper()}: {problem.message}\nWhat to do: {problem.hint}"
        for problem in problems
    )
    if len(said) > _LONGEST_NOTE:
        said = f"{said[:_LONGEST_NOTE]}… The sheet of problems has them all."
    earlier = f"{cell.comment.text}\n\n" if cell.comment else ""
    author = cell.comment.author if cell.comment else None
    attach_note(cell, writable(earlier + said), author)
