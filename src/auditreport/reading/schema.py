"""What a sheet and its columns are declared with; the declarations are in contract.py."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from auditreport.records import record


class Holds(StrEnum):
    """What a column holds, which decides how it is read and whether its values may be quoted."""

    REFERENCE = "reference"
    NAME = "name"
    TEXT = "text"
    LIST = "list"
    DATE = "date"
    NUMBER = "number"
    YES_NO = "yes or no"

    @property
    def is_quotable(self) -> bool:
        """Whether a message may show a value of such a column."""
        return self not in {Holds.REFERENCE, Holds.NAME, Holds.TEXT}


@record
class Column:
    """One column of a sheet. `choices` is the name of the list that it draws from, if any."""

    name: str
    holds: Holds
    help: str = ""
    aliases: tuple[str, ...] = ()
    choices: str = ""


@record
class SheetSchema:
    """One sheet. Of each group in `required` the table must have at least one column.

    `key` is the column that names a row. Columns that are not declared are the council's own,
    unless `others` says what they are. `has_totals` tells whether rows of totals may occur,
    `has_gaps` whether the table goes on after an empty column.
    """

    name: str
    help: str
    columns: tuple[Column, ...]
    required: tuple[tuple[str, ...], ...] = ()
    key: str = ""
    others: str = ""
    has_totals: bool = True
    has_gaps: bool = False

    def column(self, name: str) -> Column:
        """Return the column of a name; raise KeyError for one that is not declared."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)

    def with_columns(self, columns: Iterable[Column]) -> SheetSchema:
        """Return this schema with more columns; one that is declared already is left out."""
        names = {column.name for column in self.columns}
        more = tuple(column for column in columns if column.name not in names)
        return replace(self, columns=(*self.columns, *more))

    def is_required(self, name: str) -> bool:
        """Whether the sheet must have the column, or another that does in its place."""
        return any(name in group for group in self.required)
