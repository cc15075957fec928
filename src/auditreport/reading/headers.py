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

    A header named in auditreport.toml goes first, then a column's own name, then an alias. A
    column that auditreport.toml names goes by that name alone in a row that has it.
    """

    def __init__(
        self,
        schema: SheetSchema,
        theirs: Mapping[str, str],
        row: Sequence[Header] | None = None,
    ) -> None:
        by_our_key = {name_key(ours): header for ours, header in theirs.items()}
        self.mapped = {
            column.name: by_our_key[name_key(column.name)]
            for column in schema.columns
            if name_key(column.name) in by_our_key
        }
        self._schema = schema
        self._theirs = theirs
        self._known: dict[frozenset[str], Mapping[str, str]] = {}
        self._row = None if row is None else self._mapped_in(row)

    def of_row(self, row: Sequence[Header]) -> HeaderNames:
        """Return the names in a row, and so in each part of it."""
        return HeaderNames(self._schema, self._theirs, row)

    def match(self, headers: Sequence[Header]) -> HeaderMatch:
        """Sort the headers of a row into known columns and others."""
        columns = self._columns_beside(self._mapped_in(headers) if self._row is None else self._row)
        candidates: dict[str, tuple[Header, ...]] = {}
        others: list[Header] = []
        for header in headers:
            column = columns.get(name_key(header.text))
            if column is None:
                others.append(header)
            else:
                candidates[column] = (*candidates.get(column, ()), header)
        return HeaderMatch(candidates, tuple(others))

    def _mapped_in(self, headers: Sequence[Header]) -> frozenset[str]:
        """Return the columns whose mapped header is among these."""
        if not self.mapped:
            return frozenset()
        keys = {name_key(header.text) for header in headers}
        return frozenset(name for name, theirs in self.mapped.items() if name_key(theirs) in keys)

    def _columns_beside(self, mapped: frozenset[str]) -> Mapping[str, str]:
        """Return the column that each name means where these are there by their mapped headers."""
        if mapped not in self._known:
            names = {name_key(theirs): name for name, theirs in self.mapped.items()}
            others = [column for column in self._schema.columns if column.name not in mapped]
            for column in others:
                names.setdefault(name_key(column.name), column.name)
            for column in others:
                for alias in column.aliases:
                    names.setdefault(name_key(alias), column.name)
            self._known[mapped] = names
        return self._known[mapped]


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
