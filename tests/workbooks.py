"""Tiny workbooks for tests: a dict of sheets into raw sheets, or into an .xlsx file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import cast

from openpyxl import Workbook

from auditreport.problems import Problem, Severity
from auditreport.reading import Reading, understand
from auditreport.reading.mapping import TrackerMapping
from auditreport.reading.raw import CellRange, CellValue, RawSheet, RawWorkbook

Rows = Sequence[Sequence[CellValue]]
Sheets = Mapping[str, Rows]

REPORT: Rows = (("Setting", "Value"), ("Organisation", "Anyshire"), ("Year", "2016-17"))
AUDIT_HEADER = ("Audit ref", "Audit date", "Overall judgement", "Risk")
AUDIT: tuple[CellValue, ...] = ("A1", date(2016, 4, 12), "Good", "Good")
AUDITS: Rows = (AUDIT_HEADER, AUDIT)


def a_sheet(
    name: str,
    rows: Rows,
    *,
    workbook: str = "data.xlsx",
    merged: tuple[CellRange, ...] = (),
    hidden_rows: frozenset[int] = frozenset(),
    unseen: tuple[str, ...] = (),
) -> RawSheet:
    """Return a raw sheet."""
    cells = tuple(tuple(row) for row in rows)
    return RawSheet(workbook, name, cells, merged, hidden_rows, unseen=unseen)


def a_workbook(sheets: Sheets, file: str = "data.xlsx", sha256: str = "") -> RawWorkbook:
    """Return a workbook of raw sheets."""
    made = tuple(a_sheet(name, rows, workbook=file) for name, rows in sheets.items())
    return RawWorkbook(file, sha256, made)


def a_report(**sheets: Rows) -> RawWorkbook:
    """Return a workbook that has Report and Audits, with these sheets in their place or beside.

    An underscore in a name stands for a space.
    """
    named = {name.replace("_", " "): rows for name, rows in sheets.items()}
    return a_workbook({"Report": REPORT, "Audits": AUDITS, **named})


def audits_of(*rows: Sequence[CellValue], header: Sequence[CellValue] = AUDIT_HEADER) -> Rows:
    """Return the rows of a sheet Audits."""
    return (header, *rows)


def read_sheets(mapping: TrackerMapping | None = None, /, **sheets: Rows) -> Reading:
    """Understand a report with these sheets."""
    return understand([a_report(**sheets)], mapping or TrackerMapping())


def told(
    reading: Reading, *, notes: bool = False, without: Sequence[str] = ("default-area-missing",)
) -> list[tuple[str, str, str]]:
    """Return the problems as (code, sheet, cell): errors and warnings, or the notes alone."""
    return [
        (problem.code, problem.sheet, problem.cell)
        for problem in reading.problems
        if (problem.severity is Severity.NOTE) is notes and problem.code not in without
    ]


def message_of(reading: Reading, code: str) -> str:
    """Return the message of the first problem of a code."""
    return problem_of(reading, code).message


def problem_of(reading: Reading, code: str) -> Problem:
    """Return the first problem of a code."""
    return next(problem for problem in reading.problems if problem.code == code)


def write_xlsx(path: Path, sheets: Sheets) -> Path:
    """Write sheets into an Excel workbook and return its path."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(cast("Sequence[str]", row))
    book.save(path)
    return path
