"""Personal data that a report workbook should not hold: told by column or cell, never quoted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditreport.problems import ProblemLog, quote
from auditreport.reading.headers import Header
from auditreport.reading.personal_words import (
    find_personal,
    is_nhs_number,
    is_upn,
    kind_of_header,
    might_be_personal,
)
from auditreport.reading.raw import CellValue
from auditreport.reading.schema import Holds
from auditreport.reading.tables import Table
from auditreport.reading.values import read_mark, read_text, read_words

_FEWEST_NUMBERS = 3  # three of three pass the check by chance once in a thousand columns
_FEWEST_DIGITS = 10
_AT_ONCE = 100
_KINDS = {
    "email-in-text": "e-mail addresses",
    "postcode-in-text": "addresses",
    "telephone-in-text": "telephone numbers",
    "nhs-number-in-text": "NHS numbers",
    "upn-in-text": "UPNs",
    "birth-date-in-text": "dates of birth",
}


def check_personal_data(table: Table, log: ProblemLog) -> None:
    """Report columns of personal data, and cells of free text that hold some."""
    for header in table.others:
        _check_own_column(table, header, log)
    for name, index in table.columns.items():
        match table.schema.column(name).holds:
            case Holds.TEXT:
                _check_text(table, index, log)
            case Holds.REFERENCE:
                kind = _kind_of_numbers(table.cells(name))
                _report_column(table, index, kind, log)


def _check_own_column(table: Table, header: Header, log: ProblemLog) -> None:
    """Check a column that no schema knows: by its header, else by what its cells hold.

    Where such columns are read, as questions or items, each cell is reported.
    """
    cells = [row[header.index] for row in table.data]
    kind = kind_of_header(header.text)
    if kind and not any(map(_says_something, cells)):
        return
    kind = kind or _kind_of_numbers(cells)
    if not kind and not table.schema.required:
        _check_text(table, header.index, log)
    else:
        _report_column(table, header.index, kind or _kind_of_texts(cells), log)


def _report_column(table: Table, index: int, kind: str, log: ProblemLog) -> None:
    if kind:
        place = table.cell_place(table.header_row, index)
        header = read_text(table.raw.rows[table.header_row - 1][index])
        log.add("personal-column", place, column=quote(header), kind=kind)


def _says_something(cell: CellValue) -> bool:
    """Whether a cell holds more than a mark: an item to be ticked may be headed alike."""
    return bool(read_words(cell)) and read_mark(cell) is None


def _kind_of_numbers(cells: Sequence[CellValue]) -> str:
    """Return what numbers a column holds, where all that are long enough bear the check digit."""
    texts = {
        str(cell).replace(" ", "")
        for cell in set(cells)
        if type(cell) is int or (type(cell) is str and len(cell) >= _FEWEST_DIGITS)
    }
    long = [text for text in texts if len(text) == 10 and text.isdecimal()]
    if len(long) >= _FEWEST_NUMBERS and all(map(is_nhs_number, long)):
        return "NHS numbers"
    pupils = [text for text in texts if len(text) == 13 and is_upn(text)]
    return "UPNs" if len(pupils) >= _FEWEST_NUMBERS else ""


def _kind_of_texts(cells: Sequence[CellValue]) -> str:
    return next((_KINDS[code] for _, code in _find_in(cells)), "")


def _check_text(table: Table, index: int, log: ProblemLog) -> None:
    for position, code in _find_in([row[index] for row in table.data]):
        log.add(code, table.cell_place(table.rows[position], index))


def _find_in(cells: Sequence[CellValue]) -> Iterator[tuple[int, str]]:
    """Yield the position and the code of all personal data in cells.

    Many are looked at together first: most hold none, and one by one they take several times
    as long.
    """
    for start in range(0, len(cells), _AT_ONCE):
        part = cells[start : start + _AT_ONCE]
        if might_be_personal("\n".join(cell for cell in part if type(cell) is str)):
            yield from (
                (position, code)
                for position, cell in enumerate(part, start)
                if type(cell) is str
                for code in find_personal(cell)
            )
