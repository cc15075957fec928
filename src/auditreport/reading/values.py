"""One cell's value understood: what it means, and what is to be said about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date, datetime
from typing import Generic, TypeVar, cast

from auditreport.problems import ProblemLog
from auditreport.reading.matching import clean_lines, clean_text, word_key
from auditreport.reading.raw import CellValue, ErrorValue, Uncalculated
from auditreport.reading.tables import Table
from auditreport.records import record

T = TypeVar("T")

NOT_APPLICABLE_WORDS = frozenset({"n/a", "na", "n.a.", "n.a", "not applicable", "-", "–", "—"})
_YES = frozenset({"yes", "y", "true", "1", "✓", "✔", "✅", "☑"})
_NO = frozenset({"no", "n", "false", "0", "x", "✗", "✘", "×", "❌", "☒"})


@record
class Finding(Generic[T]):
    """A value that was repaired or could not be read: what it counts as and what to say."""

    value: T
    code: str
    facts: Mapping[str, str] = field(default_factory=dict)


class Reader(dict[CellValue, "T | Finding[T]"], Generic[T]):
    """Reads cells of one kind; what a value means is found once and then looked up.

    Error values and formulas that were never calculated are findings, whatever the kind.
    """

    def __init__(self, read_cell: Callable[[CellValue], T | Finding[T]]) -> None:
        super().__init__()
        self._read_cell = read_cell
        self.has_findings = False

    def __missing__(self, cell: CellValue) -> T | Finding[T]:
        # By far the most cells hold text.
        outcome = self._read_cell(cell) if type(cell) is str else self._read_other(cell)
        self[cell] = outcome
        if isinstance(outcome, Finding):
            self.has_findings = True
        return outcome

    def _read_other(self, cell: CellValue) -> T | Finding[T]:
        if isinstance(cell, ErrorValue):
            return Finding(self._blank(), "error-value")
        if isinstance(cell, Uncalculated):
            return Finding(self._blank(), "not-calculated")
        return self._read_cell(cell)

    def _blank(self) -> T:
        blank = self._read_cell(None)
        return blank.value if isinstance(blank, Finding) else blank


def peek(cell: CellValue, reader: Reader[T]) -> T:
    """Return what a cell means without reporting anything."""
    outcome = reader[cell]
    return outcome.value if isinstance(outcome, Finding) else outcome


def read_column(
    table: Table,
    column: str,
    reader: Reader[T],
    log: ProblemLog,
    tell: Callable[[int, Finding[T]], Finding[T]] = lambda _, finding: finding,
) -> list[T]:
    """Return what a column's cells mean, in row order, and report what was found.

    `tell` says what is reported of a finding in the row at a position.
    """
    cells = table.cells(column)
    if column in table:
        outcomes = list(map(reader.__getitem__, cells))
    else:
        outcomes = [reader[None]] * len(cells)
    if not reader.has_findings:
        return cast("list[T]", outcomes)
    for position, outcome in enumerate(outcomes):
        if isinstance(outcome, Finding):
            told = tell(position, outcome)
            report_finding(table, (position, column), cells[position], told, log)
    return [o.value if isinstance(o, Finding) else o for o in outcomes]


def report_finding(
    table: Table, where: tuple[int, str], cell: CellValue, finding: Finding[T], log: ProblemLog
) -> None:
    """Report a finding; its value is quoted only where the column allows it."""
    position, column = where
    is_quotable = table.schema.column(column).holds.is_quotable or isinstance(cell, ErrorValue)
    value = show(cell) if is_quotable else ""
    log.add(finding.code, table.place(position, column), value=value, **finding.facts)


def show(cell: CellValue) -> str:
    """Return a value as a message shows it: whole numbers without a point, days as 2016-04-12."""
    if isinstance(cell, ErrorValue):
        return cell.text
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return read_text(cell)


def read_text(cell: CellValue) -> str:
    """Return a cell as text on one line; a blank cell is an empty text."""
    if isinstance(cell, str):
        return clean_text(cell)
    if cell is None or isinstance(cell, ErrorValue | Uncalculated):
        return ""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return str(cell)


def read_words(cell: CellValue) -> str:
    """Return a cell as text; what is not applicable is an empty text too."""
    text = clean_text(cell) if type(cell) is str else read_text(cell)  # most are, and many
    return "" if text.casefold() in NOT_APPLICABLE_WORDS else text


def read_lines(cell: CellValue) -> str:
    """Return a cell as text with its lines kept apart; what is not applicable is empty."""
    text = clean_lines(cell) if isinstance(cell, str) else read_text(cell)
    return "" if text.casefold() in NOT_APPLICABLE_WORDS else text


def is_not_applicable(cell: CellValue) -> bool:
    """Whether a cell says that it does not apply."""
    return isinstance(cell, str) and word_key(cell) in NOT_APPLICABLE_WORDS


def read_mark(cell: CellValue) -> bool | None:
    """Return True for Yes, ✓, 1 and the like, False for their opposites, None for all else."""
    word = read_text(cell).casefold()
    if word in _YES:
        return True
    return False if word in _NO else None


def read_yes_no(cell: CellValue) -> bool | Finding[bool | None] | None:
    """Return True, False, or None for a blank cell and one that does not apply."""
    if not read_words(cell):
        return None
    answer = read_mark(cell)
    if answer is None:
        return Finding(None, "unknown-yes-no", {"taken": "it counts as blank"})
    return answer


def read_whole_number(cell: CellValue) -> int | Finding[int | None] | None:
    """Return a number of 0 or more, or None for a blank cell and one that does not apply."""
    text = read_words(cell)
    if not text:
        return None
    if text.isdecimal() and len(text) < 10:
        return int(text)
    return Finding(None, "unreadable-number", {"taken": "it counts as blank"})
