"""The sheet Thematic audits: what each is, when it was, and where its cases are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from auditreport.problems import Place, ProblemLog
from auditreport.reading.basis import Basis
from auditreport.reading.dataset import Kind, Source
from auditreport.reading.dates import Day, date_reader, write_day
from auditreport.reading.matching import did_you_mean, name_key
from auditreport.reading.raw import CellValue
from auditreport.reading.tables import Table, is_blank, name_cell
from auditreport.reading.values import Finding, Reader, read_column, read_words, read_yes_no
from auditreport.reading.year import Quarter, add_months
from auditreport.records import record

_KINDS = {"judgement": Kind.JUDGEMENT, "judgements": Kind.JUDGEMENT, "evidence": Kind.EVIDENCE}


@record
class Register:
    """One row of the sheet Thematic audits, before its cases are read."""

    source: Source
    name: str
    sheet: str
    kind: Kind
    start: date
    end: date
    quarter: Quarter | None
    all_cases: bool
    compared_with: str
    auditor: str
    counts_towards_total: bool
    counted_in: str

    def place(self, column: str) -> Place:
        """Return the place of one of its columns."""
        return self.source.place(column)


def read_kind(cell: CellValue) -> Kind | Finding[Kind | None] | None:
    """Return what the items hold, None for a blank cell."""
    text = read_words(cell)
    kind = _KINDS.get(text.casefold())
    if kind is None and text:
        return Finding(None, "unknown-kind", {"nearest": did_you_mean(text, list(Kind))})
    return kind


def read_register(tables: Sequence[Table], basis: Basis) -> list[Register]:
    """Read the sheet's rows; one that leaves it open what is meant is reported and left out."""
    rows = [row for table in tables for row in _RegisterSheet(table, basis).read()]
    kept: dict[str, Register] = {}
    for row in rows:
        first = kept.setdefault(name_key(row.name), row)
        if first is not row and not _is_copy(first, row):
            here, there = row.place("Name"), first.place("Name")
            basis.log.add("duplicate-name", here, first=name_cell(there, here), second=str(here))
    return list(kept.values())


def _is_copy(one: Register, other: Register) -> bool:
    """Whether two rows of different workbooks say the same."""
    same = (one.kind, one.start, one.end, one.quarter, name_key(one.sheet)) == (
        other.kind,
        other.start,
        other.end,
        other.quarter,
        name_key(other.sheet),
    )
    return same and one.source.workbook != other.source.workbook


class _RegisterSheet:
    def __init__(self, table: Table, basis: Basis) -> None:
        self._table = table
        self._log = basis.log
        self._year = basis.year
        words: Reader[str] = Reader(read_words)
        yes_no: Reader[bool | None] = Reader(read_yes_no)
        choose = basis.vocabulary.choice_reader
        self._names = read_column(table, "Name", words, self._log)
        self._sheets = read_column(table, "Sheet", words, self._log)
        self._kinds = read_column(table, "Recorded as", Reader(read_kind), self._log)
        days = date_reader(basis.year, must_be=True)
        self._starts = read_column(table, "From", days, self._log)
        self._ends = read_column(table, "To", days, self._log)
        self._places = read_column(table, "Placed in", choose("Places", "Appendix"), self._log)
        bases = choose("Denominators", "Applicable cases")
        self._bases = read_column(table, "Percentages are of", bases, self._log)
        self._others = read_column(table, "Compared with", words, self._log)
        self._auditors = read_column(table, "Auditor", words, self._log)
        self._counts = read_column(table, "Counts towards total", yes_no, self._log)
        self._units = read_column(table, "Counted in", words, self._log)

    def read(self) -> list[Register]:
        rows = (self._read_row(position) for position in range(len(self._table)))
        return [row for row in rows if row is not None]

    def _read_row(self, position: int) -> Register | None:
        start, end = self._days(position)
        kind = self._kinds[position]
        is_named = self._require(position)
        if start is None or end is None or kind is None or not is_named:
            return None
        if end < start:
            place = self._table.place(position, "To")
            self._log.add("dates-reversed", place, start=write_day(start), end=write_day(end))
            return None
        placed = self._places[position]
        row = Register(
            source=self._table.source(position),
            name=self._names[position],
            sheet=self._sheets[position],
            kind=kind,
            start=start,
            end=end,
            quarter=None if placed == "Appendix" else Quarter(placed),
            all_cases=self._bases[position] == "All cases",
            compared_with=self._others[position],
            auditor=self._auditors[position],
            counts_towards_total=bool(self._counts[position]),
            counted_in=self._units[position] or "cases",
        )
        self._check_place(row)
        return row

    def _require(self, position: int) -> bool:
        """Report what a row lacks; return whether its name and sheet are given."""
        for column in ("Name", "Sheet", "Recorded as"):
            if is_blank(self._table.cells(column)[position]):
                place = self._table.place(position, column)
                taken = "the thematic audit is left out"
                self._log.add("missing-value", place, column=column, taken=taken)
        for column in ("From", "To"):
            if is_blank(self._table.cells(column)[position]):
                place = self._table.place(position, column)
                self._log.add("missing-date", place, column=column)
        return bool(self._names[position] and self._sheets[position])

    def _days(self, position: int) -> tuple[date | None, date | None]:
        start, end = self._starts[position], self._ends[position]
        return start.date if start else None, last_day_of(end) if end else None

    def _check_place(self, row: Register) -> None:
        if row.quarter is None or self._year is None:
            return
        first, last = self._year.first_day(row.quarter), self._year.last_day(row.quarter)
        if row.end < first or row.start > last:
            self._log.add("placed-elsewhere", row.place("Placed in"), quarter=row.quarter)


def last_day_of(day: Day) -> date:
    """Return a day, or the last one of a month that was given alone."""
    return date.fromordinal(add_months(day.date, 1).toordinal() - 1) if day.is_month else day.date


def find_comparison(row: Register, rows: Sequence[Register], log: ProblemLog) -> Register | None:
    """Return the thematic audit that one is compared with; report a name that is not one."""
    if not row.compared_with:
        return None
    known = {name_key(r.name): r for r in rows if r is not row and r.kind is row.kind}
    other = known.get(name_key(row.compared_with))
    if other is None:
        nearest = did_you_mean(row.compared_with, [r.name for r in known.values()])
        place = row.place("Compared with")
        log.add("unknown-comparison", place, value=row.compared_with, nearest=nearest)
    return other
