"""Which rows of a sheet of audits are of the report's year, and the quarter of each."""

from __future__ import annotations

from dataclasses import field
from datetime import date

from auditreport.problems import ProblemLog
from auditreport.reading.audit_status import StatusFinder, tell_days
from auditreport.reading.basis import Basis
from auditreport.reading.dataset import Status
from auditreport.reading.dates import Day, date_reader, write_day
from auditreport.reading.matching import count_rows
from auditreport.reading.outside_year import DatedCell
from auditreport.reading.quarters import QuarterGiven, quarter_reader
from auditreport.reading.tables import Table
from auditreport.reading.values import Reader, peek, read_column, show
from auditreport.reading.year import Quarter, ReportYear
from auditreport.records import record


@record
class AuditRows:
    """The rows of a sheet that are of the year, or of no date, with days, quarters and statuses.

    `outside` are the cells of the dates of all others.
    """

    table: Table
    days: list[date | None]
    quarters: list[Quarter | None]
    statuses: list[Status]
    outside: list[DatedCell] = field(default_factory=list)


def date_column(table: Table) -> str:
    """Return the column that says when an audit was done."""
    return "Audit date" if "Audit date" in table else "Quarter"


def find_rows_of_year(table: Table, finder: StatusFinder, basis: Basis) -> AuditRows:
    """Sort a sheet's rows by the report's year; rows of other years are not looked at further."""
    day_reader = date_reader(basis.year)
    quarters = quarter_reader(basis.year)
    pairs = list(zip(table.cells("Audit date"), table.cells("Quarter"), strict=True))
    known = {
        (day, quarter): _day_elsewhere(peek(day, day_reader), peek(quarter, quarters), basis.year)
        for day, quarter in set(pairs)
    }
    found = [known[pair] for pair in pairs]
    kept = [position for position, elsewhere in enumerate(found) if elsewhere is None]
    outside = [
        DatedCell(table.place(position, date_column(table)), elsewhere)
        for position, elsewhere in enumerate(found)
        if elsewhere is not None
    ]
    rows = table.take(kept)
    statuses = finder.find(rows)
    days, meant = _read_kept(rows, statuses, (day_reader, quarters), basis)
    return AuditRows(rows, days, meant, statuses, outside)


def _day_elsewhere(
    day: Day | None, quarter: QuarterGiven | None, year: ReportYear | None
) -> date | None:
    """Return the day that puts a row into another year, None for a row that stays."""
    if year is None:
        return None
    if day is not None:
        return None if day.date in year else day.date
    if quarter is not None and quarter.is_outside(year):
        assert quarter.year is not None
        other = ReportYear(year.start.replace(year=quarter.year))
        return other.first_day(quarter.quarter)
    return None


def _read_kept(
    table: Table,
    statuses: list[Status],
    readers: tuple[Reader[Day | None], Reader[QuarterGiven | None]],
    basis: Basis,
) -> tuple[list[date | None], list[Quarter | None]]:
    needed = [
        status is Status.COMPLETED and peek(cell, readers[1]) is None
        for status, cell in zip(statuses, table.cells("Quarter"), strict=True)
    ]
    days = read_column(table, "Audit date", readers[0], basis.log, tell_days(needed))
    given = read_column(table, "Quarter", readers[1], basis.log)
    _report_months(table, days, basis.log)
    cells = list(zip(table.cells("Audit date"), table.cells("Quarter"), strict=True))
    meant = dict(zip(cells, zip(days, given, strict=True), strict=True))
    known = {pair: _quarter_of(*found, basis.year) for pair, found in meant.items()}
    quarters = [known[pair] for pair in cells]
    for position, (quarter, wrote) in enumerate(zip(quarters, given, strict=True)):
        if wrote is not None and wrote.quarter is not quarter and quarter is not None:
            cell = table.cells("Quarter")[position]
            place = table.place(position, "Quarter")
            basis.log.add("quarter-disagrees", place, value=show(cell), quarter=quarter)
    return [day.date if day else None for day in days], quarters


def _quarter_of(
    day: Day | None, given: QuarterGiven | None, year: ReportYear | None
) -> Quarter | None:
    if day is not None:
        return year.quarter_of(day.date) if year else None
    return given.quarter if given else None


def _report_months(table: Table, days: list[Day | None], log: ProblemLog) -> None:
    months = [position for position, day in enumerate(days) if day is not None and day.is_month]
    if months:
        place = table.place(months[0], "Audit date")
        log.add("month-alone", place, count=count_rows(len(months), verb=("gives", "give")))


def report_no_audit(
    tables: list[Table], found: list[DatedCell], year: ReportYear, log: ProblemLog
) -> None:
    """Report that no audit lies in the report's year."""
    days = sorted(cell.day for cell in found)
    ran = f"run from {write_day(days[0])} to {write_day(days[-1])}" if days else "have no date"
    if not any(map(len, tables)) and not days:
        ran = "are none"
    log.add(
        "no-audit-in-year",
        tables[0].header_place(date_column(tables[0])),
        start=write_day(year.start),
        end=write_day(year.end),
        found=ran,
    )
