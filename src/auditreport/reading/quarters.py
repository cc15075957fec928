"""The column Quarter, and how it stands to the date."""

from __future__ import annotations

import re
from datetime import date, datetime

from auditreport.reading.raw import CellValue
from auditreport.reading.values import Finding, Reader, read_words
from auditreport.reading.year import Quarter, ReportYear
from auditreport.records import record

_YEAR = r"(?P<year>\d{4}|\d{2})(?: ?[-/–] ?(?:\d{4}|\d{2}))?"
_NUMBER = r"(?:q|qtr|quarter)\.? ?(?P<n>[1-4])"
_PLAIN = re.compile(r"(?P<n>[1-4])(?:(?:st|nd|rd|th)? (?:quarter|qtr))?")
_YEAR_LAST = re.compile(rf"{_NUMBER}(?:[ ,:(-]+{_YEAR}\)?)?")
_YEAR_FIRST = re.compile(rf"{_YEAR}[ ,:-]+{_NUMBER}")


@record
class QuarterGiven:
    """A quarter as a cell gives it; `year` is the one in which its year starts, where it says."""

    quarter: Quarter
    year: int | None = None

    def is_outside(self, year: ReportYear) -> bool:
        """Whether it is a quarter of another year."""
        return self.year is not None and self.year != year.start.year


def quarter_reader(year: ReportYear | None) -> Reader[QuarterGiven | None]:
    """Return a reader of quarters: Q1, Quarter 1, 1, Q1 2016-17, or a day of the quarter."""
    return Reader(lambda cell: read_quarter(cell, year))


def read_quarter(
    cell: CellValue, year: ReportYear | None
) -> QuarterGiven | Finding[QuarterGiven | None] | None:
    """Return the quarter that a cell gives, None for a blank one and one that does not apply."""
    if isinstance(cell, date):
        return _quarter_of_day(cell, year)
    text = read_words(cell).casefold()
    if not text:
        return None
    match = _PLAIN.fullmatch(text) or _YEAR_LAST.fullmatch(text) or _YEAR_FIRST.fullmatch(text)
    if match is None:
        return Finding(None, "unknown-quarter")
    parts = match.groupdict()
    start = int(parts["year"]) if parts.get("year") else None
    if start is not None and start < 100:
        start += 2000
    return QuarterGiven(Quarter(f"Q{parts['n']}"), start)


def _quarter_of_day(
    cell: date, year: ReportYear | None
) -> QuarterGiven | Finding[QuarterGiven | None] | None:
    day = cell.date() if isinstance(cell, datetime) else cell
    quarter = year.quarter_of(day) if year else None
    return QuarterGiven(quarter) if quarter else Finding(None, "unknown-quarter")
