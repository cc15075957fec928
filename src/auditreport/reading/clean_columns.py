"""Columns of clean sheets with the type that pandas is to hold them in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from auditreport.reading.sources import Source
from auditreport.records import record

TEXT = "string"
WHOLE = "Int64"
SHARE = "Float64"
YES_NO = "boolean"
DAY = "datetime64[s]"


@record
class CleanColumn:
    """A column: its name, its dtype in pandas and a value for each row; None is missing.

    `of` is what a column is that the council named, such as a practice area; empty for ours.
    """

    name: str
    dtype: str
    values: list[object]
    of: str = ""


Columns = list[CleanColumn]


def text(name: str, values: Iterable[str | None], of: str = "") -> CleanColumn:
    """Return a column of words; blank ones are missing."""
    return CleanColumn(name, TEXT, [str(value) if value else None for value in values], of)


def words(name: str, values: Iterable[tuple[str, ...]]) -> CleanColumn:
    """Return a column of several words each, as the workbook separates them."""
    return text(name, ("; ".join(value) for value in values))


def whole(name: str, values: Iterable[int | None]) -> CleanColumn:
    """Return a column of whole numbers."""
    return CleanColumn(name, WHOLE, list(values))


def share(name: str, values: Iterable[Fraction | None]) -> CleanColumn:
    """Return a column of fractions of one."""
    return CleanColumn(name, SHARE, [None if value is None else float(value) for value in values])


def yes_no(name: str, values: Iterable[bool | None]) -> CleanColumn:
    """Return a column of yes and no."""
    return CleanColumn(name, YES_NO, list(values))


def day(name: str, values: Iterable[date | None]) -> CleanColumn:
    """Return a column of days."""
    return CleanColumn(name, DAY, list(values))


def sources(found: Iterable[Source]) -> Columns:
    """Return the columns that say which row of which workbook each row was read from."""
    rows = list(found)
    return [
        text("Workbook", (row.workbook for row in rows)),
        text("Sheet", (row.sheet for row in rows)),
        whole("Row", (row.row for row in rows)),
    ]
