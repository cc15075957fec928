"""What the reader makes of a cell, turned into our values; one place for all formats."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

from auditreport.reading.raw import CellRange, CellValue
from auditreport.reading.refusal import Refusal, over_limit
from auditreport.reading.sheet_xml import column_letters

_EXACT = 2**53  # above it a float no longer names one whole number

ReaderValue = int | float | str | bool | date | datetime | time | timedelta
Row = list[CellValue]


def build_rows(found: Iterable[Sequence[ReaderValue]], height: int, width: int) -> list[Row]:
    """Return the sheet's rows from A1 on, `height` by `width` cells.

    The reader leaves out blank rows above and columns to the left, or some of them: what is
    missing from the rectangle is put before it.
    """
    texts = _Texts({"": None})
    rows: list[Row] = [
        [texts[value] if type(value) is str else _convert(value) for value in values]
        for values in found
    ]
    for row in rows:
        row[:0] = [None] * (width - len(row))
    return [[] for _ in range(height - len(rows))] + rows


def cut_blanks(rows: list[Row]) -> tuple[tuple[CellValue, ...], ...]:
    """Return the rows without the blanks that end each, nor the blank rows that end the sheet."""
    for row in rows:
        while row and row[-1] is None:
            row.pop()
    while rows and not rows[-1]:
        rows.pop()
    return tuple(map(tuple, rows))


class _Texts(dict[str, str | None]):
    """One object for each text: repetition costs no memory, and the empty text is blank."""

    def __missing__(self, text: str) -> str:
        self[text] = text
        return text


def _convert(value: ReaderValue) -> CellValue:
    return _number(value) if type(value) is float else value


def _number(value: float) -> int | float:
    if value.is_integer() and abs(value) <= _EXACT:
        return int(value)
    if value - value != 0:  # infinite, or not a number: no cell of a sheet can hold it
        raise Refusal("A cell holds a number that is too large for Excel.")
    return value


def put(rows: list[Row], cell: tuple[int, int], value: CellValue) -> None:
    """Set a cell, counted from 1, lengthening the rows where it lies beyond them."""
    row, column = cell
    while len(rows) < row:
        rows.append([])
    values = rows[row - 1]
    values.extend([None] * (column - len(values)))
    values[column - 1] = value


def blank_merged(rows: list[Row], merged: Iterable[CellRange]) -> None:
    """Blank what lies under merged cells, all but the first of each.

    What Excel does not show was not meant to be read. Raises `Refusal` where areas overlap.
    """
    width = max(map(len, rows), default=0)
    room = len(rows) * width
    for area in merged:
        numbers = range(area.first_row, min(area.last_row, len(rows)) + 1)
        columns = range(area.first_column, min(area.last_column, width) + 1)
        room -= len(numbers) * len(columns)
        if room < 0:
            raise Refusal("Merged cells lie over one another, which Excel does not write.")
        _blank(rows, area, numbers if columns else range(0))


def _blank(rows: list[Row], area: CellRange, numbers: range) -> None:
    for number in numbers:
        row = rows[number - 1]
        first = area.first_column + (number == area.first_row)
        for column in range(first, min(area.last_column, len(row)) + 1):
            row[column - 1] = None


def check_cells(height: int, width: int, most: int) -> None:
    """Raise `Refusal` where a sheet's rectangle holds more cells than the limit."""
    if height * width > most:
        cell = f"{column_letters(width)}{height}"
        raise over_limit(f"Cells reach to {cell}", "cells", most, height * width)
