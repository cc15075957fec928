"""Which column is which: the headers of a row against the columns that a sheet can have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from auditreport.reading.matching import clean_text, name_key
from auditreport.reading.raw import CellValue
from auditreport.reading.schema import SheetSchema
from auditreport.records import record


@record
class Header:
    """A header cell: its text as read and its column, counted from 0."""

    text: str
    index: int


@record
class HeaderMatch:
    """What the headers of one row mean.

    `candidates` has the headers of each known column, more than one where they are ambiguous;
    `others` are those that no column knows.
    """

    candidates: Mapping[str, tuple[Header, ...]]
    others: tuple[Header, ...]

    def holds(self, required: Sequence[Sequence[str]]) -> bool:
        """Whether each group of required columns has one here."""
        return all(any(name in self.candidates for name in group) for group in required)


class HeaderNames:
    """All the names by which a sheet's columns go.

    A header named in auditreport.toml goes first, then a column's own name, then an alias; a
    column that auditreport.toml names goes by that name alone.
    """

    def __init__(self, schema: SheetSchema, theirs: Mapping[str, str]) -> None:
        by_our_key = {name_key(ours): header for ours, header in theirs.items()}
        self._columns: dict[str, str] = {}
        own_names = [c for c in schema.columns if name_key(c.name) not in by_our_key]
        self.mapped = {
            column.name: by_our_key[name_key(column.name)]
            for column in schema.columns
            if name_key(column.name) in by_our_key
        }
        for name, header in self.mapped.items():
            self._columns[name_key(header)] = name
        for column in own_names:
            self._columns.setdefault(name_key(column.name), column.name)
        for column in own_names:
            for alias in column.aliases:
                self._columns.setdefault(name_key(alias), column.name)

    def column_of(self, header: str) -> str | None:
        """Return the column that a header means, or None."""
        return self._columns.get(name_key(header))

    def match(self, headers: Sequence[Header]) -> HeaderMatch:
        """Sort the headers of a row into known columns and others."""
        candidates: dict[str, tuple[Header, ...]] = {}
        others: list[Header] = []
        for header in headers:
            column = self.column_of(header.text)
            if column is None:
                others.append(header)
            else:
                candidates[column] = (*candidates.get(column, ()), header)
        return HeaderMatch(candidates, tuple(others))


def read_headers(row: Sequence[CellValue]) -> tuple[Header, ...]:
    """Return the cells of a row that hold something, as headers."""
    texts = ((index, _header_text(cell)) for index, cell in enumerate(row))
    return tuple(Header(text, index) for index, text in texts if text)


def _header_text(cell: CellValue) -> str:
    if isinstance(cell, str):
        return clean_text(cell)
    if isinstance(cell, bool) or not isinstance(cell, int | float | date):
        return ""
    return f"{cell:g}" if isinstance(cell, float) else str(cell)
