"""Which rows under a header are data: not blank, not a total, not the header again."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
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
_LONGEST_REFERENCE = 40  # more characters than a reference, a name or a word of a list has
_FOOTNOTE_WORD = r"(?:notes?|source|key|nb|n\.b\.)"
_BEGINS_AS_FOOTNOTE = re.compile(
    rf"\*|{_FOOTNOTE_WORD}(?:\b|:)|.{{{_LONGEST_REFERENCE + 1}}}", re.IGNORECASE
)
# Of many cells, one a line: a blank one, or one that may begin a total or a footnote.
_MAY_BE_MORE = re.compile(
    rf"^\W*(?:{_TOTAL_WORD}|{_FOOTNOTE_WORD}|$)|^[^\w\n]*\*", re.IGNORECASE | re.MULTILINE
)
_AT_ONCE = 100

Row = tuple[CellValue, ...]


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
        for start in range(header_row, len(self.raw.rows), _AT_ONCE):
            rows = self.raw.rows[start : start + _AT_ONCE]
            numbers = range(start + 1, start + len(rows) + 1)
            if self._are_plain(rows, header):
                found.data.extend(numbers)
            else:
                for number in numbers:
                    self._sort(number, header, found, free_text)
        self._report(found, log)
        return tuple(found.data)

    def _are_plain(self, rows: Sequence[Row], header: Row) -> bool:
        """Whether many rows are data at a glance, as most are: one by one they take far longer.

        Each has a value in the first column, and none there or in the key's is of a kind that a
        total, a footnote or the header again would have.
        """
        first = self.span[0]
        if not self.reads_others and first not in self.columns.values():
            return False
        cells = [row[first] if len(row) > first else None for row in rows]
        if None in cells or header[first] in cells:
            return False
        key = self.columns.get(self.schema.key, first)
        if key != first:
            cells += [row[key] if len(row) > key else None for row in rows]
        texts = [cell for cell in cells if type(cell) is str]
        is_long = max(map(len, texts), default=0) > _LONGEST_REFERENCE
        return not is_long and _MAY_BE_MORE.search("\n".join(texts)) is None

    def _is_free_text(self, column: str) -> bool:
        return self.schema.column(column).holds is Holds.TEXT

    def _sort(self, number: int, header: Row, found: _Sorted, free_text: set[int]) -> None:
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

    def _first_filled(self, row: Row) -> int | None:
        for index in range(self.span[0], min(self.span[1] + 1, len(row))):
            if row[index] is not None and not is_blank(row[index]):
                return index
        return None

    def _total_column(self, row: Row, first: int, free_text: set[int]) -> int | None:
        key = self.columns.get(self.schema.key, first)
        for index in (first,) if key == first else (first, key):
            cell = row[index] if index < len(row) else None
            if type(cell) is str and _is_total(cell, index in free_text):
                return index
        return None

    def _is_header(self, row: Row, header: Row, first: int) -> bool:
        if row[first] != header[first]:
            return False
        used = self.columns.values()
        return len(used) > 1 and all(i < len(row) and row[i] == header[i] for i in used)

    def _has_data(self, row: Row, first: int, used: set[int]) -> bool:
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


def _is_footnote(row: Row, first: int) -> bool:
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
