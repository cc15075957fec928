"""A sheet's table once it is found: its columns, its rows and the cells they hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from operator import itemgetter

from auditreport.problems import Place
from auditreport.reading.dataset import Source
from auditreport.reading.headers import Header
from auditreport.reading.matching import clean_text
from auditreport.reading.raw import CellRange, CellValue, RawSheet
from auditreport.reading.schema import Column, SheetSchema
from auditreport.records import record


def column_letters(index: int) -> str:
    """Return the letters of a column counted from 0: A, B, … Z, AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def range_name(area: CellRange) -> str:
    """Return a range of cells as Excel writes it: `A2:A4`."""
    first = f"{column_letters(area.first_column - 1)}{area.first_row}"
    return f"{first}:{column_letters(area.last_column - 1)}{area.last_row}"


def name_cell(place: Place, seen_from: Place) -> str:
    """Return a cell's name, with its workbook where that is another."""
    same = place.workbook == seen_from.workbook
    return str(place) if same else f"{place} of {place.workbook}"


def is_blank(cell: CellValue) -> bool:
    """Whether a cell holds nothing, or white space alone."""
    if not isinstance(cell, str):
        return cell is None
    if cell.isascii():
        return not cell or cell.isspace()
    return not clean_text(cell)


@record
class Table:
    """One table: `columns` has the index of each column that is read, counted from 0.

    `rows` are the numbers of the data rows as Excel counts them, `data` their cells, each row as
    wide as the table; `others` the headers that no column knows; `letters` the columns' letters,
    which the rows' sources share.
    """

    raw: RawSheet
    schema: SheetSchema
    header_row: int
    columns: Mapping[str, int]
    others: tuple[Header, ...]
    rows: tuple[int, ...]
    letters: Mapping[str, str] = field(repr=False)
    data: tuple[tuple[CellValue, ...], ...] = field(repr=False)

    def __len__(self) -> int:
        return len(self.rows)

    def __contains__(self, column: str) -> bool:
        return column in self.columns

    def cells(self, column: str) -> list[CellValue]:
        """Return a column's cells in row order, True and False as Excel shows them.

        A column that the table does not have is blank throughout.
        """
        index = self.columns.get(column)
        if index is None:
            return [None] * len(self.rows)
        cells = list(map(itemgetter(index), self.data))
        if bool in set(map(type, cells)):
            return [str(cell).upper() if isinstance(cell, bool) else cell for cell in cells]
        return cells

    def place(self, position: int, column: str = "") -> Place:
        """Return the place of a column's cell in the row at a position."""
        return self.source(position).place(column)

    def header_place(self, column: str = "") -> Place:
        """Return the place of a column's header, or of the first one."""
        letter = self.letters.get(column) or next(iter(self.letters.values()), "A")
        return Place(self.raw.workbook, self.raw.name, f"{letter}{self.header_row}")

    def cell_place(self, row: int, index: int) -> Place:
        """Return the place of a cell by its row as Excel counts it and its column from 0."""
        return Place(self.raw.workbook, self.raw.name, f"{column_letters(index)}{row}")

    def source(self, position: int) -> Source:
        """Return where the row at a position came from."""
        return Source(self.raw.workbook, self.raw.name, self.rows[position], self.letters)

    def sources(self) -> list[Source]:
        """Return where each row came from."""
        workbook, sheet = self.raw.workbook, self.raw.name
        return [Source(workbook, sheet, row, self.letters) for row in self.rows]

    def take(self, positions: Sequence[int]) -> Table:
        """Return the table with the rows at these positions alone."""
        if len(positions) == len(self.rows):
            return self
        rows = tuple(self.rows[position] for position in positions)
        return replace(self, rows=rows, data=tuple(self.data[position] for position in positions))

    def with_headers(self, headers: Mapping[str, Header], columns: Iterable[Column]) -> Table:
        """Return the table with more columns, of headers that none of its columns knew."""
        found = {name: header.index for name, header in headers.items()}
        used = set(found.values())
        return replace(
            self,
            schema=self.schema.with_columns(columns),
            columns={**self.columns, **found},
            letters={**self.letters, **{n: column_letters(i) for n, i in found.items()}},
            others=tuple(header for header in self.others if header.index not in used),
        )
