"""Sheets as they stand in the file, before anything is understood: values by row and column."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from auditreport.records import record


@record
class ErrorValue:
    """An error that Excel shows in a cell, such as `#REF!`."""

    text: str


@record
class Uncalculated:
    """A formula that holds no saved value, because it was never calculated."""


CellValue = (
    str | int | float | bool | date | datetime | time | timedelta | ErrorValue | Uncalculated | None
)


@record
class CellRange:
    """A rectangle of cells, rows and columns counted from 1, ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@record
class RawSheet:
    """One sheet. `rows[r][c]` is the cell in row r + 1 and column c + 1 of the file.

    Rows may differ in length and rows that end in blanks may be cut; a value under a merged cell
    is None. `unseen` says in a phrase what the file's format does not tell, such as hidden rows.
    """

    workbook: str
    name: str
    rows: tuple[tuple[CellValue, ...], ...]
    merged: tuple[CellRange, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    is_hidden: bool = False
    unseen: tuple[str, ...] = ()


@record
class RawWorkbook:
    """A workbook: its file name, the SHA-256 of its bytes and its sheets."""

    file: str
    sha256: str
    sheets: tuple[RawSheet, ...]
