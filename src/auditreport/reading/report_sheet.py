"""The sheet Report: what the report says of itself, and the year it is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TypeVar

from auditreport.problems import Place, ProblemLog, quote
from auditreport.reading.contract import REPORT, SETTINGS
from auditreport.reading.dataset import ReportSettings
from auditreport.reading.dates import parse_day, parse_month_name, read_date, write_month
from auditreport.reading.matching import did_you_mean, name_key, word_key
from auditreport.reading.raw import CellValue, ErrorValue, Uncalculated
from auditreport.reading.tables import Table, is_blank
from auditreport.reading.values import Finding, read_text, show
from auditreport.reading.year import ReportYear, add_months

T = TypeVar("T")
_TWO_YEARS = re.compile(r"(\d{4}) ?(?:[-/–—]|to) ?(\d{4}|\d{2})")
_ONE_YEAR = re.compile(r"\d{4}")
_APRIL = 4


@dataclass(frozen=True, slots=True)
class _Given:
    cell: CellValue
    place: Place
    name_place: Place


class _Unreadable(ValueError):
    """A setting that is not of the form it must have; the message says what is expected."""


class SettingsReader:
    """Reads the settings of all Report sheets, each once, and reports what is wrong."""

    def __init__(self, tables: Sequence[Table], log: ProblemLog) -> None:
        self._log = log
        self._place = tables[0].header_place() if tables else Place()
        self._given: dict[str, _Given] = {}
        for table in tables:
            self._collect(table)

    def _collect(self, table: Table) -> None:
        names = {name_key(n): s.name for s in SETTINGS for n in (s.name, *s.aliases)}
        settings = table.cells("Setting"), table.cells("Value")
        for position, (name, cell) in enumerate(zip(*settings, strict=True)):
            text = read_text(name)
            known = names.get(name_key(text))
            place = table.place(position, "Value")
            name_place = table.place(position, "Setting")
            if known is None:
                self._report_unknown(text, name_place)
            elif not is_blank(cell):
                self._keep(known, _Given(cell, place, name_place))

    def _report_unknown(self, text: str, place: Place) -> None:
        if text:
            nearest = did_you_mean(text, [setting.name for setting in SETTINGS])
            nearest = nearest if nearest.startswith("; did") else ""
            self._log.add("unknown-setting", place, setting=quote(text), nearest=nearest)

    def _keep(self, name: str, given: _Given) -> None:
        if isinstance(given.cell, ErrorValue):
            self._log.add("error-value", given.place, value=given.cell.text)
            return
        if isinstance(given.cell, Uncalculated):
            self._log.add("not-calculated", given.place)
            return
        first = self._given.setdefault(name, given)
        if word_key(read_text(first.cell)) != word_key(read_text(given.cell)):
            self.report_contradiction(name, first.place, given.place)

    def report_contradiction(self, name: str, first: Place, second: Place) -> None:
        """Report two cells that cannot both hold."""
        self._log.add(
            "contradicting-settings",
            second,
            setting=name,
            first=name_cell(first, second),
            second=str(second),
        )

    def text(self, name: str) -> str:
        """Return a setting as text, empty where it is not given."""
        given = self._given.get(name)
        return read_text(given.cell) if given else ""

    def value(self, name: str, read: Callable[[CellValue], T], default: T) -> T:
        """Return a setting as `read` understands it; one that it cannot read is reported."""
        given = self._given.get(name)
        if given is None:
            return default
        try:
            return read(given.cell)
        except _Unreadable as error:
            self.report_unreadable(name, str(error))
            return default

    def report_unreadable(self, name: str, expected: str) -> None:
        """Report a setting that is not of the form it must have."""
        given = self._given[name]
        holds = next(setting.holds for setting in SETTINGS if setting.name == name)
        value = show(given.cell) if holds.is_quotable else ""
        self._log.add(
            "unreadable-setting", given.place, value=value, setting=name, expected=expected
        )

    def require(self, name: str) -> bool:
        """Return whether a setting is given; one that is not is reported."""
        if name not in self._given:
            self._log.add("missing-setting", self._place, setting=name)
        return name in self._given

    def place(self, name: str) -> Place | None:
        """Return the cell of a setting's value, None where it is not given."""
        given = self._given.get(name)
        return given.place if given else None

    def read_day(self, name: str) -> date | None:
        """Return a setting that is a day; repairs are reported."""
        given = self._given.get(name)
        outcome = read_date(given.cell, must_be=True) if given else None
        if isinstance(outcome, Finding):
            assert given is not None
            self._log.add(outcome.code, given.place, value=show(given.cell), **outcome.facts)
            outcome = outcome.value
        return outcome.date if outcome else None


def name_cell(place: Place, seen_from: Place) -> str:
    """Return a cell's name, with its workbook where that is another."""
    same = place.workbook == seen_from.workbook
    return str(place) if same else f"{place} of {place.workbook}"


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
        colours=colours,
        logo=reader.text("Logo"),
        **numbers,
    )


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
    expected = f"a year such as 2016-17, or its first day ({write_month(date(2016, month or 4, 1))})"
    if match := _TWO_YEARS.fullmatch(text):
        first, second = int(match[1]), int(match[2])
        if second % 100 != (first + 1) % 100 or (second > 99 and second != first + 1):
            raise _Unreadable(expected)
        if month == 1:
            raise _Unreadable("one year, such as 2016, as the year starts in January")
        return _start(first, month, expected)
    if _ONE_YEAR.fullmatch(text):
        return _start(int(text), month, expected)
    return _start_day(cell, text, expected)


def _start(year: int, month: int | None, expected: str) -> date:
    if not 1900 < year < 2200:
        raise _Unreadable(expected)
    return date(year, month or _APRIL, 1)


def _start_day(cell: CellValue, text: str, expected: str) -> date:
    parts = re.split(r" (?:to|[-–—]) ", text)
    try:
        outcome = read_date(parts[0] if isinstance(cell, str) else cell)
    except ValueError as error:
        raise _Unreadable(expected) from error
    day = outcome.value if isinstance(outcome, Finding) else outcome
    if day is None:
        raise _Unreadable(expected)
    start = day.date.replace(day=1)
    if len(parts) == 2:
        last = read_date(parts[1])
        end = last.value if isinstance(last, Finding) else last
        if end is None or end.date.replace(day=1) != add_months(start, 11):
            raise _Unreadable(expected)
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
        raise _Unreadable("the name of a month")
    return month


def read_share(cell: CellValue) -> Fraction:
    """Return a share as a fraction of one: 0.7, 70 and `70%` are the same."""
    text = read_text(cell).replace(" ", "")
    try:
        number = Fraction(text.rstrip("%"))
    except (ValueError, ZeroDivisionError) as error:
        raise _Unreadable("a share such as 70%") from error
    share = number / 100 if text.endswith("%") or number > 1 else number
    if not 0 <= share <= 1:
        raise _Unreadable("a share from 0% to 100%")
    return share


def _read_count(least: int) -> Callable[[CellValue], int]:
    def read(cell: CellValue) -> int:
        text = read_text(cell)
        if not text.isdecimal() or not least <= int(text) <= 1_000_000:
            raise _Unreadable(f"a whole number from {least}")
        return int(text)

    return read


def _read_colours(cell: CellValue) -> str:
    known = {"ofsted": "Ofsted", "neutral": "neutral"}
    colours = known.get(word_key(read_text(cell)))
    if colours is None:
        raise _Unreadable("Ofsted or neutral")
    return colours
