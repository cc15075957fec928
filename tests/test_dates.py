"""Dates as people write them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditreport.reading.dates import Day, parse_month_name, read_date, write_day
from auditreport.reading.raw import CellValue
from auditreport.reading.values import Finding
from auditreport.reading.year import ReportYear

YEAR = ReportYear(date(2016, 4, 1))
TWELFTH = Day(date(2016, 4, 12))


@pytest.mark.parametrize(
    "text",
    [
        "12/04/2016",
        "12/04/16",
        "12.4.2016",
        "12-04-2016",
        "12 April 2016",
        "12th April 2016",
        "12 th April 2016",
        "12 Apr 16",
        "12-Apr-2016",
        "Tuesday 12 April 2016",
        "Tue, 12 Apr 2016",
        "April 12, 2016",
        "2016-04-12",
        "2016/04/12",
        "2016-04-12T09:30:00",
        "12/04/2016 14:30",
        "12\u00a0April\u200b2016",
    ],
)
def test_a_date_written_as_text_is_read_day_first_with_a_warning(text: str) -> None:
    found = read_date(text, YEAR)

    assert isinstance(found, Finding)
    assert (found.value, found.code) == (TWELFTH, "date-as-text")
    assert found.facts["read_as"] == "12 April 2016"


def test_a_date_that_could_be_read_month_first_says_how_it_was_read() -> None:
    assert "hint" in _finding("03/04/2016").facts
    assert "hint" not in _finding("13/04/2016").facts


@pytest.mark.parametrize("cell", [date(2016, 4, 12), datetime(2016, 4, 12, 9, 30)])  # noqa: DTZ001
def test_a_real_date_is_a_day_and_its_time_is_dropped(cell: CellValue) -> None:
    assert read_date(cell) == TWELFTH


@pytest.mark.parametrize("cell", [42472, 42472.0, 42472.75])
def test_the_number_of_a_day_is_read_with_a_warning(cell: float) -> None:
    found = _finding(cell)

    assert (found.value, found.code) == (TWELFTH, "date-as-number")


@pytest.mark.parametrize(
    "text", ["April 2016", "Apr 2016", "Apr-16", "Apr 16", "04/2016", "2016-04", "april, 2016"]
)
def test_a_month_alone_is_a_month(text: str) -> None:
    assert read_date(text, YEAR) == Day(date(2016, 4, 1), is_month=True)


@pytest.mark.parametrize(("text", "day"), [("May", date(2016, 5, 1)), ("Feb", date(2017, 2, 1))])
def test_a_month_without_a_year_is_one_of_the_reports_year(text: str, day: date) -> None:
    found = _finding(text)

    assert (found.value, found.code) == (Day(day, is_month=True), "month-without-year")


@pytest.mark.parametrize("text", ["31/02/2017", "04/13/2016", "31 June 2016", "2016-13-01"])
def test_a_day_that_the_calendar_does_not_have_is_an_error(text: str) -> None:
    assert _finding(text).code == "impossible-date"


@pytest.mark.parametrize("cell", [2016, 5.0, -3, "12", "x12", time(0, 0), timedelta(days=3)])
def test_what_is_no_date_is_an_error(cell: CellValue) -> None:
    assert _finding(cell).code == "unreadable-date"


def test_words_are_an_error_only_where_a_date_must_be() -> None:
    must_be = read_date("ongoing", YEAR, must_be=True)

    assert isinstance(must_be, Finding)
    assert must_be.code == "unreadable-date"
    assert _finding("ongoing").code == "date-in-words"


@pytest.mark.parametrize("cell", [None, "", " \u00a0", "N/A", "-"])
def test_a_blank_cell_and_one_that_does_not_apply_are_no_date(cell: CellValue) -> None:
    assert read_date(cell, YEAR) is None


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)))
def test_every_day_that_is_written_out_is_read_back(day: date) -> None:
    for text in (write_day(day), f"{day:%d/%m/%Y}", day.isoformat(), f"{day:%d.%m.%y}"):
        assert _finding(text).value == Day(day)


def _finding(cell: CellValue) -> Finding[Day | None]:
    found = read_date(cell, YEAR)
    assert isinstance(found, Finding)
    return found


def test_a_date_that_could_be_read_month_first_says_what_to_do() -> None:
    hint = (
        "It was read day first, the month second. Give the cell a date format and type the date"
        " again."
    )

    assert _finding("03/04/2016").facts["hint"] == hint
    assert _finding("12/04/2016").facts["hint"] == hint
    assert "hint" not in _finding("04/04/2016").facts


@pytest.mark.parametrize(
    ("text", "month"), [("Sept.", 9), ("september", 9), ("Oct.", 10), ("Ma", None), ("Yule", None)]
)
def test_a_month_goes_by_its_name_in_full_or_in_short(text: str, month: int | None) -> None:
    assert parse_month_name(text) == month


def test_a_month_alone_in_short_is_one_of_the_reports_year() -> None:
    found = _finding("Feb.")

    assert (found.value, found.code) == (Day(date(2017, 2, 1), is_month=True), "month-without-year")
    assert found.facts == {"read_as": "February 2017"}
