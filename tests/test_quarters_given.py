"""The column Quarter: a quarter as a cell gives it, and the year that it says."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from auditreport.reading.quarters import QuarterGiven, quarter_reader, read_quarter
from auditreport.reading.raw import CellValue
from auditreport.reading.values import Finding
from auditreport.reading.year import Quarter, ReportYear

YEAR = ReportYear(date(2016, 4, 1))
UNKNOWN = Finding(None, "unknown-quarter")


@pytest.mark.parametrize(
    ("cell", "year"),
    [
        ("Q3", None),
        (3, None),
        ("3rd quarter", None),
        ("Qtr. 3", None),
        ("Q3 2016-17", 2016),
        ("Quarter 3 (2016/17)", 2016),
        ("Q3 16/17", 2016),
        ("2016-17 Q3", 2016),
        ("99-00 Q3", 2099),
    ],
)
def test_a_quarter_is_read_with_the_year_that_it_says(cell: CellValue, year: int | None) -> None:
    assert read_quarter(cell, YEAR) == QuarterGiven(Quarter.Q3, year)


@pytest.mark.parametrize("day", [date(2016, 10, 1), datetime(2016, 12, 31, 23, 59)])  # noqa: DTZ001
def test_a_day_stands_for_its_quarter(day: date) -> None:
    assert quarter_reader(YEAR)[day] == QuarterGiven(Quarter.Q3)


@pytest.mark.parametrize("year", [YEAR, None])
def test_a_day_of_no_quarter_of_the_year_is_unknown(year: ReportYear | None) -> None:
    assert read_quarter(date(2015, 10, 1), year) == UNKNOWN


@pytest.mark.parametrize("cell", ["Q5", "autumn", "33", 0])
def test_any_other_word_is_unknown(cell: CellValue) -> None:
    assert read_quarter(cell, YEAR) == UNKNOWN


@pytest.mark.parametrize("cell", [None, "N/A", " "])
def test_a_blank_cell_and_one_that_does_not_apply_give_none(cell: CellValue) -> None:
    assert read_quarter(cell, YEAR) is None


def test_a_quarter_of_another_year_is_outside() -> None:
    assert QuarterGiven(Quarter.Q3, 2015).is_outside(YEAR)
    assert not QuarterGiven(Quarter.Q3, 2016).is_outside(YEAR)
    assert not QuarterGiven(Quarter.Q3).is_outside(YEAR)


def test_a_year_holds_its_last_day() -> None:
    assert date(2017, 3, 31) in YEAR
    assert date(2017, 4, 1) not in YEAR
