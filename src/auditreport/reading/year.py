"""The report's year and its quarters: which day falls where."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from auditreport.records import record


class Quarter(StrEnum):
    """A quarter of the report's year."""

    Q1 = "Q1"
    Q2 = "Q2"
    Q3 = "Q3"
    Q4 = "Q4"


_QUARTERS = tuple(Quarter)


def add_months(day: date, months: int) -> date:
    """Return the same day of the month, `months` later; the month's last day where it has none."""
    years, month_index = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month_index + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


@record
class ReportYear:
    """Twelve months from the first of a month: April 2016 to March 2017 is `2016-17`."""

    start: date

    @property
    def end(self) -> date:
        """The last day."""
        return _find_end(self.start)

    @property
    def label(self) -> str:
        """`2016-17`, or `2016` for a calendar year."""
        if self.start.month == 1:
            return f"{self.start.year}"
        return f"{self.start.year}-{self.end.year % 100:02}"

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def first_day(self, quarter: Quarter) -> date:
        """Return the day on which a quarter begins."""
        return add_months(self.start, 3 * _QUARTERS.index(quarter))

    def last_day(self, quarter: Quarter) -> date:
        """Return the day on which a quarter ends."""
        return add_months(self.first_day(quarter), 3) - timedelta(days=1)

    def quarter_of(self, day: date) -> Quarter | None:
        """Return the quarter that holds a day, or None for a day outside the year."""
        if day not in self:
            return None
        months = (day.year - self.start.year) * 12 + day.month - self.start.month
        return _QUARTERS[months // 3]


@cache  # each date of a workbook is held against it
def _find_end(start: date) -> date:
    return add_months(start, 12) - timedelta(days=1)
