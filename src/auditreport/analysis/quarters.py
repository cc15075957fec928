"""What falls where: the date that counts, the quarters that have begun, the audits of each."""

from __future__ import annotations

from datetime import date

from auditreport.reading.dataset import Audit, DataSet, Status
from auditreport.reading.year import Quarter, ReportYear

# Not calendar.month_name: that follows the machine's language.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def find_as_of(data: DataSet, as_of: date | None) -> date:
    """Return the date that actions and quarters are judged against.

    The one asked for, else the Report date, else the day of the latest completed audit (where
    only its quarter is known, that quarter's last day), else the year's last day.
    """
    given = as_of or data.settings.date
    if given is not None:
        return given
    days = (
        find_day(audit, data.settings.year)
        for audit in data.audits
        if audit.status is Status.COMPLETED
    )
    return max((day for day in days if day), default=data.settings.year.end)


def find_day(audit: Audit, year: ReportYear) -> date | None:
    """Return the day of an audit, or the last day of its quarter where that is all there is."""
    if audit.date is not None:
        return audit.date
    return year.last_day(audit.quarter) if audit.quarter else None


def find_quarters(year: ReportYear, as_of: date) -> tuple[Quarter, ...]:
    """Return the quarters that have begun by a day."""
    return tuple(quarter for quarter in Quarter if year.first_day(quarter) <= as_of)


def group_audits(data: DataSet) -> dict[Quarter | None, list[Audit]]:
    """Return the rows of each quarter, and under None those that have none yet."""
    groups: dict[Quarter | None, list[Audit]] = {quarter: [] for quarter in (*Quarter, None)}
    for audit in data.audits:
        groups[find_quarter(audit, data.settings.year)].append(audit)
    return groups


def find_quarter(audit: Audit, year: ReportYear) -> Quarter | None:
    """Return the quarter of an audit; None for one that has neither quarter nor date yet."""
    if audit.quarter is not None or audit.date is None:
        return audit.quarter
    return year.quarter_of(audit.date)


def find_span(year: ReportYear, quarter: Quarter | None) -> tuple[date, date]:
    """Return the first and the last day of a quarter, or of the year."""
    if quarter is None:
        return year.start, year.end
    return year.first_day(quarter), year.last_day(quarter)


def name_period(year: ReportYear, quarter: Quarter | None) -> str:
    """Return `Quarter 1 (April to June 2016)`, or `April 2016 to March 2017` for the year."""
    start, end = find_span(year, quarter)
    months = f"{_name_month(start, end)} to {_MONTHS[end.month - 1]} {end.year}"
    return months if quarter is None else f"Quarter {quarter[1:]} ({months})"


def _name_month(start: date, end: date) -> str:
    month = _MONTHS[start.month - 1]
    return month if start.year == end.year else f"{month} {start.year}"
