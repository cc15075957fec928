"""Dates as people write them: real dates, numbers, text read day first, months alone."""

from __future__ import annotations

import re
from calendar import month_name
from datetime import date, datetime, timedelta
from math import isfinite

from auditreport.reading.raw import CellValue
from auditreport.reading.values import Finding, Reader, read_words
from auditreport.reading.year import ReportYear
from auditreport.records import record

_EXCEL_DAY_ZERO = date(1899, 12, 30)
_PLAUSIBLE_SERIALS = range(20_000, 80_000)  # 1954 to 2119
_MONTHS = tuple(month_name[n].casefold() for n in range(1, 13))
_CLOCK = r"(?:[t ,]+\d{1,2}[:.]\d\d\S*(?: ?[ap]m)?)?"
_YEAR = r"'?(\d{4}|\d\d)"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[, ]+)?"

_YEAR_FIRST = rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_CLOCK}"
_DAY_FIRST = rf"{_WEEKDAY}(\d{{1,2}}) ?[-/. ] ?(\d{{1,2}}) ?[-/. ] ?{_YEAR}{_CLOCK}"
_DAY_AND_NAME = (
    rf"{_WEEKDAY}(\d{{1,2}}) ?(?:st|nd|rd|th)?(?: of)?[-/., ]*([a-z]+)[-/., ]*{_YEAR}{_CLOCK}"
)
_NAME_AND_DAY = rf"{_WEEKDAY}([a-z]+) (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}}){_CLOCK}"
_NAME_AND_YEAR = rf"([a-z]+)[-/., ]*{_YEAR}"
_MONTH_AND_YEAR = r"(\d{1,2})[-/.](\d{4})"
_YEAR_AND_MONTH = r"(\d{4})[-/.](\d{1,2})"


@record
class Day:
    """A day; of a month alone it is the first."""

    date: date
    is_month: bool = False


class _NoSuchDayError(ValueError):
    """A text that looks like a date and is none of the calendar."""


def date_reader(year: ReportYear | None = None, *, must_be: bool = False) -> Reader[Day | None]:
    """Return a reader of dates; `year` completes a month without one.

    Where a date must be, words in its place are an error, else a warning.
    """
    return Reader(lambda cell: read_date(cell, year, must_be=must_be))


def read_date(
    cell: CellValue, year: ReportYear | None = None, *, must_be: bool = False
) -> Day | Finding[Day | None] | None:
    """Return the day that a cell holds, None for a blank one and one that does not apply."""
    if isinstance(cell, datetime):
        return Day(cell.date())
    if isinstance(cell, date):
        return Day(cell)
    if isinstance(cell, int | float):
        return _read_serial(cell)
    if isinstance(cell, str):
        return _read_written(read_words(cell), year, must_be)
    return None if cell is None else Finding(None, "unreadable-date")


def _read_serial(number: float) -> Finding[Day | None]:
    if not isfinite(number) or int(number) not in _PLAUSIBLE_SERIALS:
        return Finding(None, "unreadable-date")
    day = _EXCEL_DAY_ZERO + timedelta(days=int(number))
    return Finding(Day(day), "date-as-number", {"read_as": write_day(day)})


def _read_written(
    text: str, year: ReportYear | None, must_be: bool
) -> Day | Finding[Day | None] | None:
    if not text:
        return None
    try:
        day = parse_day(text)
        month = None if day else parse_month(text)
    except _NoSuchDayError:
        return Finding(None, "impossible-date")
    if day is not None:
        return Finding(Day(day), "date-as-text", _repair(text, day))
    if month is not None:
        return Day(month, is_month=True)
    return _read_month_name(text, year) or _unreadable(text, must_be)


def _repair(text: str, day: date) -> dict[str, str]:
    facts = {"read_as": write_day(day)}
    if re.fullmatch(_DAY_FIRST, text.casefold()) and day.day <= 12 and day.day != day.month:
        facts["hint"] = (
            "It was read day first, the month second. Give the cell a date format and type the"
            " date again."
        )
    return facts


def _unreadable(text: str, must_be: bool) -> Finding[Day | None]:
    has_digits = any(character.isdigit() for character in text)
    return Finding(None, "unreadable-date" if must_be or has_digits else "date-in-words")


def _read_month_name(text: str, year: ReportYear | None) -> Finding[Day | None] | None:
    number = _month_number(text.casefold().rstrip("."))
    if number is None or year is None:
        return None
    start = year.start
    first = date(start.year + (number < start.month), number, 1)
    return Finding(Day(first, is_month=True), "month-without-year", {"read_as": write_month(first)})


def parse_day(text: str) -> date | None:
    """Return the day that a text names, day before month; None where it names none.

    Raises ValueError for a day that the calendar does not have.
    """
    folded = text.casefold()
    if match := re.fullmatch(_YEAR_FIRST, folded):
        return _day(match[1], int(match[2]), match[3])
    if match := re.fullmatch(_DAY_FIRST, folded):
        return _day(match[3], int(match[2]), match[1])
    if (match := re.fullmatch(_DAY_AND_NAME, folded)) and (month := _month_number(match[2])):
        return _day(match[3], month, match[1])
    if (match := re.fullmatch(_NAME_AND_DAY, folded)) and (month := _month_number(match[1])):
        return _day(match[3], month, match[2])
    return None


def parse_month(text: str) -> date | None:
    """Return the first day of the month that a text names with its year, or None."""
    folded = text.casefold()
    if (match := re.fullmatch(_NAME_AND_YEAR, folded)) and (month := _month_number(match[1])):
        return _day(match[2], month, "1")
    if match := re.fullmatch(_MONTH_AND_YEAR, folded):
        return _day(match[2], int(match[1]), "1")
    if match := re.fullmatch(_YEAR_AND_MONTH, folded):
        return _day(match[1], int(match[2]), "1")
    return None


def parse_month_name(text: str) -> int | None:
    """Return the number of the month that a text names in full or in short, or None."""
    return _month_number(text.casefold().rstrip("."))


def _month_number(name: str) -> int | None:
    if len(name) < 3:
        return None
    name = "sep" if name == "sept" else name
    return next((n for n, month in enumerate(_MONTHS, 1) if month.startswith(name)), None)


def _day(year: str, month: int, day: str) -> date:
    number = int(year)
    if len(year) == 2:
        number += 2000 if number < 70 else 1900
    try:
        return date(number, month, int(day))
    except ValueError as error:
        raise _NoSuchDayError from error


def write_day(day: date) -> str:
    """Return a day in words: `12 April 2016`."""
    return f"{day.day} {write_month(day)}"


def write_month(day: date) -> str:
    """Return a day's month in words: `April 2016`."""
    return f"{_MONTHS[day.month - 1].capitalize()} {day.year}"
