"""The sheet Report: what the report says of itself, and the year it is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction

from auditreport.problems import Place, ProblemLog
from auditreport.reading.dataset import ReportSettings
from auditreport.reading.dates import parse_day, parse_month_name, read_date, write_month
from auditreport.reading.matching import word_key
from auditreport.reading.raw import CellValue
from auditreport.reading.settings_reader import SettingsReader, UnreadableSettingError
from auditreport.reading.tables import Table
from auditreport.reading.values import Finding, read_mark, read_text
from auditreport.reading.year import ReportYear, add_months

_TWO_YEARS = re.compile(r"(\d{4}) ?(?:[-/–—]|to) ?(\d{4}|\d{2})")
_ONE_YEAR = re.compile(r"\d{4}")
_APRIL = 4
_TEXTS = ("Organisation", "Title", "Service", "Authors", "Approved by")


def read_settings(tables: Sequence[Table], log: ProblemLog) -> ReportSettings | None:
    """Return the report's settings, or None where its year is not known."""
    reader = SettingsReader(tables, log)
    if not tables:
        return None
    has_year = reader.require("Year")
    reader.require("Organisation")
    year = _read_year(reader) if has_year else None
    strength = reader.value("Strength threshold", read_share, Fraction(7, 10))
    development = reader.value("Development threshold", read_share, Fraction(1, 2))
    _check_thresholds(reader, strength, development)
    numbers = {
        "smallest_base": reader.value("Fewest audits to compare", _read_count(1), 5),
        "hide_counts_up_to": reader.value("Hide counts up to", _read_count(0), 5),
    }
    protect = reader.value("Protect judgements", _read_yes_no, False)
    show = reader.value("Show gender and ethnicity", _read_yes_no, False)
    colours = reader.value("Colours", _read_colours, "Ofsted")
    day = reader.read_day("Report date")
    if year is None:
        return None
    return ReportSettings(
        organisation=reader.text("Organisation"),
        year=year,
        title=reader.text("Title"),
        service=reader.text("Service"),
        authors=reader.text("Authors"),
        approved_by=reader.text("Approved by"),
        date=day,
        strength_threshold=strength,
        development_threshold=development,
        protect_judgements=protect,
        show_gender_and_ethnicity=show,
        colours=colours,
        logo=reader.text("Logo"),
        logo_place=reader.place("Logo") or Place(),
        places=_list_places(reader),
        **numbers,
    )


def _list_places(reader: SettingsReader) -> dict[str, Place]:
    found = {name: reader.place(name) for name in _TEXTS}
    return {name: place for name, place in found.items() if place is not None}


def _check_thresholds(reader: SettingsReader, strength: Fraction, development: Fraction) -> None:
    if development <= strength:
        return
    first = reader.place("Strength threshold")
    second = reader.place("Development threshold")
    if first or second:
        here = second or first
        assert here is not None
        reader.report_contradiction("Development threshold", first or here, here)


def _read_year(reader: SettingsReader) -> ReportYear | None:
    month = reader.value("Year starts", _read_month, None)
    start = reader.value("Year", lambda cell: read_year_start(cell, month), None)
    if start is None:
        return None
    if month is not None and start.month != month:
        first, second = reader.place("Year starts"), reader.place("Year")
        assert first is not None
        assert second is not None
        reader.report_contradiction("Year starts", first, second)
        return None
    return ReportYear(start)


def read_year_start(cell: CellValue, month: int | None = None) -> date:
    """Return the first day of the year that a cell names: `2016-17`, or a day of its first month.

    `month` is the month in which years start, April if None.
    """
    text = read_text(cell)
    expected = (
        f"a year such as 2016-17, or its first day ({write_month(date(2016, month or 4, 1))})"
    )
    if match := _TWO_YEARS.fullmatch(text):
        first, second = int(match[1]), int(match[2])
        if second % 100 != (first + 1) % 100 or (second > 99 and second != first + 1):
            raise UnreadableSettingError(expected)
        if month == 1:
            raise UnreadableSettingError("one year, such as 2016, as the year starts in January")
        return _start(first, month, expected)
    if _ONE_YEAR.fullmatch(text):
        return _start(int(text), month, expected)
    return _start_day(cell, text, expected)


def _start(year: int, month: int | None, expected: str) -> date:
    if not 1900 < year < 2200:
        raise UnreadableSettingError(expected)
    return date(year, month or _APRIL, 1)


def _start_day(cell: CellValue, text: str, expected: str) -> date:
    parts = re.split(r" (?:to|[-–—]) ", text)
    try:
        outcome = read_date(parts[0] if isinstance(cell, str) else cell)
    except ValueError as error:
        raise UnreadableSettingError(expected) from error
    day = outcome.value if isinstance(outcome, Finding) else outcome
    if day is None:
        raise UnreadableSettingError(expected)
    start = day.date.replace(day=1)
    if len(parts) == 2:
        last = read_date(parts[1])
        end = last.value if isinstance(last, Finding) else last
        if end is None or end.date.replace(day=1) != add_months(start, 11):
            raise UnreadableSettingError(expected)
    return start


def _read_month(cell: CellValue) -> int | None:
    text = read_text(cell)
    if text.isdecimal() and 1 <= int(text) <= 12:
        return int(text)
    outcome = read_date(cell)
    day = outcome.value if isinstance(outcome, Finding) else outcome
    if day is not None:
        return day.date.month
    words = [word for word in re.split(r"[\d ,.]+(?:st|nd|rd|th)?", text) if word]
    month = parse_month_name(words[0]) if words else None
    if month is None or parse_day(text) is not None:
        raise UnreadableSettingError("the name of a month")
    return month


def read_share(cell: CellValue) -> Fraction:
    """Return a share as a fraction of one: 0.7, 70 and `70%` are the same."""
    text = read_text(cell).replace(" ", "")
    try:
        number = Fraction(text.rstrip("%"))
    except (ValueError, ZeroDivisionError) as error:
        raise UnreadableSettingError("a share such as 70%") from error
    share = number / 100 if text.endswith("%") or number > 1 else number
    if not 0 <= share <= 1:
        raise UnreadableSettingError("a share from 0% to 100%")
    return share


def _read_count(least: int) -> Callable[[CellValue], int]:
    def read(cell: CellValue) -> int:
        text = read_text(cell)
        if not text.isdecimal() or not least <= int(text) <= 1_000_000:
            raise UnreadableSettingError(f"a whole number from {least}")
        return int(text)

    return read


def _read_yes_no(cell: CellValue) -> bool:
    answer = read_mark(cell)
    if answer is None:
        raise UnreadableSettingError("Yes or No")
    return answer


def _read_colours(cell: CellValue) -> str:
    known = {"ofsted": "Ofsted", "neutral": "neutral"}
    colours = known.get(word_key(read_text(cell)))
    if colours is None:
        raise UnreadableSettingError("Ofsted or neutral")
    return colours
