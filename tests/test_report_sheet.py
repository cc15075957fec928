"""The sheet Report."""

from __future__ import annotations

from datetime import date, datetime
from fractions import Fraction

import pytest
from workbooks import AUDITS, a_workbook, message_of, problem_of, read_sheets, told

from auditreport.reading import Reading, understand
from auditreport.reading.raw import CellValue, ErrorValue, Uncalculated


def read_settings(*rows: tuple[CellValue, CellValue], year: CellValue = "2016-17") -> Reading:
    head = (("Setting", "Value"), ("Organisation", "Anyshire"), ("Year", year))
    return read_sheets(Report=(*head, *rows))


@pytest.mark.parametrize(
    "year",
    [
        "2016-17",
        "2016/17",
        "2016–17",
        "2016-2017",
        "2016/2017",
        "2016 to 2017",
        "2016",
        2016,
        2016.0,
        date(2016, 4, 1),
        datetime(2016, 4, 1),  # noqa: DTZ001
        "April 2016",
        "1 April 2016",
        "April 2016 – March 2017",
    ],
)
def test_a_year_can_be_written_in_many_ways(year: CellValue) -> None:
    data = read_settings(year=year).data

    assert data is not None
    assert (data.settings.year.start, data.settings.year.label) == (date(2016, 4, 1), "2016-17")


@pytest.mark.parametrize("year", ["2016-18", "last year", "16-17", 12, "2016-17 and 2017-18"])
def test_a_year_that_is_none_is_an_error(year: CellValue) -> None:
    reading = read_settings(year=year)

    assert ("unreadable-setting", "Report", "B3") in told(reading)
    assert reading.data is None


@pytest.mark.parametrize("month", ["September", "Sept", 9, "1 September", "september"])
def test_a_year_can_start_in_another_month(month: CellValue) -> None:
    data = read_settings(("Year starts", month)).data

    assert data is not None
    assert data.settings.year.start == date(2016, 9, 1)


def test_a_calendar_year_is_one_year() -> None:
    data = read_settings(("Year starts", "January"), year=2016).data

    assert data is not None
    assert data.settings.year.label == "2016"


def test_a_year_that_starts_in_a_month_other_than_the_one_given_is_a_contradiction() -> None:
    reading = read_settings(("Year starts", "September"), year=date(2016, 4, 1))

    assert ("contradicting-settings", "Report", "B3") in told(reading)


@pytest.mark.parametrize("cell", [0.65, 65, "65%", "65 %", "0.65", "65"])
def test_a_share_can_be_written_as_a_fraction_or_in_per_cent(cell: CellValue) -> None:
    data = read_settings(("Strength threshold", cell)).data

    assert data is not None
    assert data.settings.strength_threshold == Fraction(65, 100)


@pytest.mark.parametrize(
    ("setting", "cell"),
    [
        ("Strength threshold", "most"),
        ("Strength threshold", 170),
        ("Fewest audits to compare", 0),
        ("Hide counts up to", "few"),
        ("Protect judgements", "some"),
        ("Show gender and ethnicity", "N/A"),
        ("Colours", "pink"),
    ],
)
def test_a_setting_of_another_form_is_an_error(setting: str, cell: CellValue) -> None:
    assert told(read_settings((setting, cell))) == [("unreadable-setting", "Report", "B4")]


def test_settings_that_are_not_given_have_their_defaults() -> None:
    data = read_settings().data

    assert data is not None
    settings = data.settings
    assert (settings.strength_threshold, settings.development_threshold) == (
        Fraction(7, 10),
        Fraction(1, 2),
    )
    assert (settings.smallest_base, settings.hide_counts_up_to) == (5, 5)
    assert (settings.protect_judgements, settings.show_gender_and_ethnicity) == (False, False)
    assert (settings.colours, settings.date) == ("Ofsted", None)


@pytest.mark.parametrize(
    ("cell", "answer"), [("Yes", True), ("y", True), (True, True), ("No", False)]
)
def test_what_a_public_edition_protects_and_shows_is_set_by_yes_or_no(
    cell: CellValue, answer: bool
) -> None:
    data = read_settings(("Protect judgements", cell), ("Show gender and ethnicity", cell)).data

    assert data is not None
    assert data.settings.protect_judgements is answer
    assert data.settings.show_gender_and_ethnicity is answer


def test_a_setting_goes_by_its_alias_too() -> None:
    data = read_settings(("Smallest base", 8), ("SMALL NUMBER:", 4)).data

    assert data is not None
    assert (data.settings.smallest_base, data.settings.hide_counts_up_to) == (8, 4)


@pytest.mark.parametrize("missing", ["Organisation", "Year"])
def test_a_required_setting_that_is_missing_is_an_error(missing: str) -> None:
    rows = [("Setting", "Value"), ("Organisation", "Anyshire"), ("Year", "2016-17")]
    reading = read_sheets(Report=[row for row in rows if row[0] != missing])

    assert ("missing-setting", "Report", "A1") in told(reading)
    assert missing in message_of(reading, "missing-setting")


def test_a_setting_given_twice_with_two_values_names_both_cells() -> None:
    reading = read_settings(("Title", "One"), ("Title", "Another"))

    assert told(reading) == [("contradicting-settings", "Report", "B5")]
    assert "Report!B4 and in Report!B5" in message_of(reading, "contradicting-settings")


def test_a_setting_given_twice_in_two_workbooks_names_the_other_workbook() -> None:
    one = a_workbook({"Report": (("Setting", "Value"), ("Organisation", "A"), ("Year", 2016))})
    two = a_workbook(
        {"Report": (("Setting", "Value"), ("Organisation", "B")), "Audits": AUDITS}, "two.xlsx"
    )

    reading = understand([one, two])

    assert told(reading) == [("contradicting-settings", "Report", "B2")]
    assert "Report!B2 of data.xlsx" in message_of(reading, "contradicting-settings")


def test_a_setting_given_twice_alike_is_no_problem() -> None:
    assert told(read_settings(("Year", "2016-17"))) == []


@pytest.mark.parametrize("cell", ["2016/17", "2016-2017", 2016, date(2016, 4, 1), "1 April 2016"])
def test_a_year_given_twice_and_written_otherwise_is_no_problem(cell: CellValue) -> None:
    assert told(read_settings(("Year", cell))) == []


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("Strength threshold", "70%", 0.7),
        ("Development threshold", 50, "0.50"),
        ("Year starts", "April", 4),
        ("Protect judgements", "Yes", "Y"),
        ("Colours", "ofsted", "Ofsted"),
        ("Report date", date(2017, 5, 1), datetime(2017, 5, 1, 9, 30)),  # noqa: DTZ001
    ],
)
def test_a_setting_given_twice_that_means_the_same_is_no_problem(
    name: str, first: CellValue, second: CellValue
) -> None:
    assert told(read_settings((name, first), (name, second))) == []


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("Strength threshold", "70%", 0.75),
        ("Fewest audits to compare", 5, 6),
        ("Protect judgements", "Yes", "No"),
        ("Report date", date(2017, 5, 1), date(2017, 5, 2)),
        ("Report date", date(2017, 5, 1), "soon"),
        ("Colours", "neutral", "blue"),
    ],
)
def test_a_setting_given_twice_that_means_two_things_is_an_error(
    name: str, first: CellValue, second: CellValue
) -> None:
    reading = read_settings((name, first), (name, second))

    assert told(reading) == [("contradicting-settings", "Report", "B5")]


def test_a_year_given_twice_that_is_two_years_is_an_error() -> None:
    assert told(read_settings(("Year", date(2015, 4, 1)))) == [
        ("contradicting-settings", "Report", "B4")
    ]


def test_a_development_threshold_above_the_strength_threshold_is_a_contradiction() -> None:
    reading = read_settings(("Strength threshold", 0.6), ("Development threshold", 0.8))

    assert told(reading) == [("contradicting-settings", "Report", "B5")]


def test_an_unknown_setting_is_a_warning_with_the_nearest() -> None:
    reading = read_settings(("Strengths threshold", 0.6))

    assert told(reading) == [("unknown-setting", "Report", "A4")]
    assert "did you mean 'Strength threshold'" in message_of(reading, "unknown-setting")


@pytest.mark.parametrize(
    ("cell", "code"), [(ErrorValue("#REF!"), "error-value"), (Uncalculated(), "not-calculated")]
)
def test_a_setting_that_a_failed_formula_holds_is_an_error(cell: CellValue, code: str) -> None:
    assert told(read_settings(("Title", cell))) == [(code, "Report", "B4")]


def test_the_values_of_free_text_are_not_quoted() -> None:
    reading = read_settings(("Authors", "Jo Bloggs"), ("Authors", "Sam Smith"))

    assert "Bloggs" not in problem_of(reading, "contradicting-settings").message
    assert problem_of(reading, "contradicting-settings").value == ""


def test_the_report_date_as_text_is_read_with_a_warning() -> None:
    reading = read_settings(("Report date", "17/08/2017"))

    assert told(reading) == [("date-as-text", "Report", "B4")]
    assert reading.data is not None
    assert reading.data.settings.date == date(2017, 8, 17)
