"""Which rows under a header are data: not blank, not a total, not the header again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from auditreport.problems import Place, ProblemLog
from auditreport.reading.matching import clean_text, count_rows, word_key
from auditreport.reading.raw import CellValue, RawSheet
from auditreport.reading.schema import Holds, SheetSchema
from auditreport.reading.tables import column_letters, is_blank
from auditreport.records import record

_TOTAL_WORD = (
    r"(?:(?:grand|sub|overall|running|year|annual|quarterly|monthly)[ -]?)?totals?"
    r"|averages?|mean|median|sum|count|percentages?|%"
)
_IS_TOTAL = re.compile(rf"\s*(?:{_TOTAL_WORD})\s*:?\s*", re.IGNORECASE)
_MAY_BE_TOTAL = re.compile(rf"\W*(?:{_TOTAL_WORD})", re.IGNORECASE)
_BEGINS_AS_TOTAL = re.compile(
    r"\s*(?:(?:grand|sub|overall)[ -]?)?(?:totals?|average)\b", re.IGNORECASE
)

_BEGINS_AS_FOOTNOTE = re.compile(
    r"\*|(?:notes?|source|key|nb|n\.b\.)(?:\b|:)|.{41}", re.IGNORECASE
)  # 40 characters are more than a reference, a name or a word of a list has


@dataclass(slots=True)
class _Sorted:
    used: set[int]
    data: list[int] = field(default_factory=list)
    totals: list[tuple[int, int]] = field(default_factory=list)
    headers: list[int] = field(default_factory=list)
    footnotes: list[tuple[int, int]] = field(default_factory=list)
    without_data: list[int] = field(default_factory=list)


@record
class RowFinder:
    """Finds the data rows of a table whose columns are known, `columns` by index from 0."""

    raw: RawSheet
    schema: SheetSchema
    columns: Mapping[str, int]
    span: tuple[int, int]
    reads_others: bool

    def find(self, header_row: int, log: ProblemLog) -> tuple[int, ...]:
        """Return the numbers of the data rows below a header; report what else there is."""
        found = _Sorted(set(self.columns.values()))
        free_text = {i for n, i in self.columns.items() if self._is_free_text(n)}
        header = self.raw.rows[header_row - 1]
        for number in range(header_row + 1, len(self.raw.rows) + 1):
            self._sort(number, header, found, free_text)
        self._report(found, log)
        return tuple(found.data)

    def _is_free_text(self, column: str) -> bool:
        return self.schema.column(column).holds is Holds.TEXT

    def _sort(
        self, number: int, header: tuple[CellValue, ...], found: _Sorted, free_text: set[int]
    ) -> None:
        row = self.raw.rows[number - 1]
        first = self._first_filled(row)
        if first is None:
            return
        total = self._total_column(row, first, free_text) if self.schema.has_totals else None
        if total is not None:
            found.totals.append((number, total))
        elif self._is_header(row, header, first):
            found.headers.append(number)
        elif first in found.used and first not in free_text and _is_footnote(row, first):
            found.footnotes.append((number, first))
        elif self._has_data(row, first, found.used):
            found.data.append(number)
        else:
            found.without_data.append(number)

    def _first_filled(self, row: tuple[CellValue, ...]) -> int | None:
        for index in range(self.span[0], min(self.span[1] + 1, len(row))):
            if row[index] is not None and not is_blank(row[index]):
                return index
        return None

    def _total_column(
        self, row: tuple[CellValue, ...], first: int, free_text: set[int]
    ) -> int | None:
        key = self.columns.get(self.schema.key, first)
        for index in (first,) if key == first else (first, key):
            cell = row[index] if index < len(row) else None
            if type(cell) is str and _is_total(cell, index in free_text):
                return index
        return None

    def _is_header(
        self, row: tuple[CellValue, ...], header: tuple[CellValue, ...], first: int
    ) -> bool:
        if row[first] != header[first]:
            return False
        used = self.columns.values()
        return len(used) > 1 and all(i < len(row) and row[i] == header[i] for i in used)

    def _has_data(self, row: tuple[CellValue, ...], first: int, used: set[int]) -> bool:
        """Whether a row holds anything in a column that is read; `first` is its first cell."""
        if self.reads_others or first in used:
            return True
        return any(index < len(row) and not is_blank(row[index]) for index in used)

    def _report(self, found: _Sorted, log: ProblemLog) -> None:
        def place(number: int, index: int = self.span[0]) -> Place:
            return Place(self.raw.workbook, self.raw.name, f"{column_letters(index)}{number}")

        for number, index in found.totals:
            log.add("total-row", place(number, index))
        for number in found.headers:
            log.add("repeated-header", place(number))
        for number, index in found.footnotes:
            log.add("footnote-row", place(number, index))
        if found.without_data:
            count = count_rows(len(found.without_data))
            log.add("rows-without-data", place(found.without_data[0]), count=count)
        hidden = sorted(self.raw.hidden_rows.intersection(found.data))
        if hidden:
            log.add("hidden-rows", place(hidden[0]), count=count_rows(len(hidden)))


def _is_footnote(row: tuple[CellValue, ...], first: int) -> bool:
    """Whether a row's only cell is a remark on the table: long, or begun as one."""
    cell = row[first]
    if type(cell) is not str or _BEGINS_AS_FOOTNOTE.match(clean_text(cell)) is None:
        return False
    return all(map(is_blank, row[first + 1 :]))


def _is_total(cell: str, is_free_text: bool) -> bool:
    if _MAY_BE_TOTAL.match(cell) is None:
        return False
    if _IS_TOTAL.fullmatch(word_key(cell)):
        return True
    return not is_free_text and _BEGINS_AS_TOTAL.match(word_key(cell)) is not None
