"""Cells that are seldom so: names left out, years of two digits, days that another year lacks."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from records import analysed, area_audits, data_set
from workbooks import AUDIT_HEADER, REPORT, audits_of, message_of, read_sheets, told

from auditreport.analysis.figures_json import figures_json
from auditreport.errors import FileFault
from auditreport.reading.previous_figures import read_previous_figures
from auditreport.reading.raw import CellValue

SEEN = (*AUDIT_HEADER, "Seen")


def test_a_measure_without_a_name_is_said_and_not_used() -> None:
    rows = (("Measure", "Label"), (None, "Seen in time"), ("Seen", None))
    audits = audits_of(("A1", date(2016, 4, 12), "Good", "Good", "Yes"), header=SEEN)
    reading = read_sheets(Measures=rows, Audits=audits)

    assert told(reading) == [("missing-value", "Measures", "A2")]
    assert reading.data is not None
    assert [measure.name for measure in reading.data.measures] == ["Seen"]


def test_a_row_of_last_year_without_a_name_is_said_and_not_used() -> None:
    header = ("What", "Outstanding", "Good", "Requires Improvement", "Inadequate")
    reading = read_sheets(Previous_year=(header, (None, 1, 2, 3, 4), ("Overall", 1, 3, 4, 2)))

    assert told(reading) == [("missing-value", "Previous year", "A2")]
    assert reading.data is not None
    assert reading.data.previous is not None
    assert reading.data.previous.overall == (4, 10)


@pytest.mark.parametrize("quarter", ["Q1 2016", "Q1 16", "Q1 16/17", "Q1 2016-17"])
def test_a_quarter_may_name_its_year_in_two_digits(quarter: str) -> None:
    header = ("Audit ref", "Quarter", "Overall judgement", "Risk")
    reading = read_sheets(Audits=audits_of(("A1", quarter, "Good", "Good"), header=header))

    assert told(reading) == []
    assert reading.data is not None
    assert [audit.quarter for audit in reading.data.audits] == ["Q1"]


@pytest.mark.parametrize(
    ("setting", "cell", "expected"),
    [
        ("Year", "1850", "a year such as 2016-17"),
        ("Year", "April 2016 to July 2017", "a year such as 2016-17"),
        ("Year", "soon", "a year such as 2016-17"),
        ("Year", True, "a year such as 2016-17"),
        ("Year starts", "13", "the name of a month"),
        ("Year starts", "soon", "the name of a month"),
    ],
)
def test_a_setting_that_says_no_time_is_told_with_what_is_expected(
    setting: str, cell: CellValue, expected: str
) -> None:
    rows = [row for row in REPORT if row[0] != setting]
    reading = read_sheets(Report=(*rows, (setting, cell)))

    assert expected in message_of(reading, "unreadable-setting")


@pytest.mark.parametrize("cell", [date(2016, 9, 1), "1 September 2016", "September 2016"])
def test_the_month_in_which_years_start_may_be_a_day_of_it(cell: CellValue) -> None:
    data = read_sheets(Report=(*REPORT, ("Year starts", cell))).data

    assert data is not None
    assert data.settings.year.start == date(2016, 9, 1)


def test_a_leap_day_of_another_year_has_no_look_alike_in_this_one() -> None:
    report = (("Setting", "Value"), ("Organisation", "Anyshire"), ("Year", "2016-17"))
    audits = audits_of(
        ("A1", date(2016, 4, 12), "Good", "Good"), ("A2", date(2012, 2, 29), "Good", "Good")
    )
    reading = read_sheets(Report=report, Audits=audits)

    assert told(reading) == [("outside-year", "Audits", "B3")]


class TestFiguresOfLastYear:
    def figures(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(figures_json(analysed(data_set(area_audits(Risk="GR")))))
        return found

    def refuse(self, figures: dict[str, Any], why: str) -> None:
        with pytest.raises(FileFault, match=why):
            read_previous_figures(json.dumps(figures), "last.json")

    @pytest.mark.parametrize("value", [True, "70", None, [70]])
    def test_a_threshold_must_be_a_number(self, value: object) -> None:
        figures = self.figures()
        figures["rules"]["strength_threshold"] = value

        self.refuse(figures, "its 'strength_threshold' is not a number")

    @pytest.mark.parametrize("value", ["soon", "2016", ""])
    def test_the_start_must_be_a_date(self, value: str) -> None:
        figures = self.figures()
        figures["report"]["start"] = value

        self.refuse(figures, "its 'start' is not a date")
