"""Personal data is told by column or cell, and never shown."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workbooks import AUDIT_HEADER, audits_of, problem_of, read_sheets, told

from auditreport.problems import LONGEST_QUOTE, quote
from auditreport.reading import Reading, read
from auditreport.reading.personal_words import find_personal, is_nhs_number, is_upn
from auditreport.reading.raw import CellValue

SAMPLE = Path(__file__).parents[1] / "sample_data" / "rutland-2016-17.xlsx"
NHS = ("9434765919", "9434765870", "4010232137", "9876543210")
DAY = date(2016, 4, 12)


def read_with(header: str, *values: CellValue) -> Reading:
    """Read audits that have one more column."""
    rows = [(f"A{n}", DAY, "Good", "Good", value) for n, value in enumerate(values)]
    return read_sheets(Audits=audits_of(*rows, header=(*AUDIT_HEADER, header)))


def codes(text: str) -> list[str]:
    return list(find_personal(text))


@pytest.mark.parametrize(
    ("header", "value", "kind"),
    [
        ("Child's name", "Somebody Else", "names"),
        ("Name", "Somebody Else", "names"),
        ("Surname", "Else", "names"),
        ("Mother's first name", "Somebody", "names"),
        ("DOB", date(2009, 3, 12), "dates of birth"),
        ("Date of Birth", "12/03/2009", "dates of birth"),
        ("NHS No.", "123", "NHS numbers"),
        ("UPN", "H801200001001", "UPNs"),
        ("Home address", "1 Some Street", "addresses"),
        ("Post code", "somewhere", "addresses"),
        ("Mobile no", 7700900123, "telephone numbers"),
        ("E-mail", "nobody", "e-mail addresses"),
        ("NI number", "QQ123456C", "National Insurance numbers"),
    ],
)
def test_a_column_of_personal_data_is_told_by_its_header(
    header: str, value: CellValue, kind: str
) -> None:
    reading = read_with(header, value)

    assert told(reading) == [("personal-column", "Audits", "E1")]
    problem = problem_of(reading, "personal-column")
    assert kind in problem.message
    assert str(value) not in problem.message + problem.value


@pytest.mark.parametrize("header", ["Team name", "Auditor name", "Email sent", "Named nurse seen"])
def test_a_column_about_staff_or_work_is_not_taken_for_one(header: str) -> None:
    assert told(read_with(header, "North")) == []


def test_a_column_of_that_name_that_holds_nothing_is_not_told() -> None:
    assert told(read_with("Child's name", None, " ", "N/A")) == []


def test_an_item_to_be_ticked_is_no_column_of_addresses() -> None:
    themes = (
        ("Name", "Sheet", "Recorded as", "From", "To"),
        ("Visits", "Visits", "Evidence", date(2016, 5, 1), date(2016, 5, 31)),
    )

    reading = read_sheets(
        Thematic_audits=themes, Visits=(("Case", "Address"), ("K1", "✓"), ("K2", "X"))
    )

    assert told(reading) == []


@pytest.mark.parametrize("header", ["Case ref", "Their number"])
def test_a_column_of_numbers_that_all_bear_the_check_digit_is_one_of_nhs_numbers(
    header: str,
) -> None:
    assert told(read_with(header, *NHS[:3])) == [("personal-column", "Audits", "E1")]


def test_ten_digits_that_pass_the_check_by_chance_are_references() -> None:
    assert told(read_with("Case ref", NHS[0], "9434765918", NHS[1], NHS[2])) == []
    assert told(read_with("Case ref", *NHS[:2])) == []


def test_a_column_of_unique_pupil_numbers_is_told() -> None:
    letters = "ABCDEFGHJKLMNPQRTUVWXYZ"
    numbers = [
        next(upn for letter in letters if is_upn(upn := f"{letter}8012000010{end}"))
        for end in (11, 12, 13)
    ]

    assert told(read_with("Case ref", *numbers)) == [("personal-column", "Audits", "E1")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("They moved to LE15 6HP in May.", "postcode-in-text"),
        ("They moved to le15 6hp.", "postcode-in-text"),
        ("Now at SW1A1AA", "postcode-in-text"),
        ("Write to some.body@example.org", "email-in-text"),
        ("Ring 07700 900123", "telephone-in-text"),
        ("Ring (01632) 960 001 at once", "telephone-in-text"),
        ("Ring +44 7700 900123.", "telephone-in-text"),
        ("Ring 020 7946 0018", "telephone-in-text"),
        ("NHS number 9434765919", "nhs-number-in-text"),
        ("Number 943 476 5919", "nhs-number-in-text"),
        ("DOB 12/03/2009", "birth-date-in-text"),
        ("She was born on 12 March 2009.", "birth-date-in-text"),
    ],
)
def test_personal_data_in_a_free_text_is_told_at_its_cell(text: str, code: str) -> None:
    reading = read_with("Strengths", "Nothing", text)

    assert told(reading) == [(code, "Audits", "E3")]
    problem = problem_of(reading, code)
    assert problem.value == ""
    assert not any(character.isdigit() or character == "@" for character in problem.message)


@pytest.mark.parametrize(
    "text",
    [
        "The plan of 12/04/2016 was reviewed on 01-06-2016 and 2016-07-01.",
        "Case 0001234567 of audit 9434765919",
        "See A12, C1001, CIN-2016-045, EH123456 and AUD/2016/12",
        "Seen in Q1, 2nd visit; S1 2nd home visit; week 3 1st call",
        "Visited 9434765918 NHS",
        "£1,250,000 over 10 months, 2016/17: 12 345 678",
        "Born too early; the plan came 12 weeks later",
        "Section 47 enquiry within 15 days, S17 6 weeks",
        "Meeting 09:30-10:30 in room B12 @ the hub",
        "01/02/2016 10/02/2016 12 04 2016",
        "Form E1 2CD",
    ],
)
def test_references_dates_and_figures_are_no_personal_data(text: str) -> None:
    assert codes(text) == []


def test_the_texts_of_every_sheet_are_looked_at() -> None:
    text = "Ring 07700 900123"
    themes = (
        ("Name", "Sheet", "Recorded as", "From", "To"),
        ("Visits", "Visits", "Evidence", date(2016, 5, 1), date(2016, 5, 31)),
    )

    reading = read_sheets(
        Thematic_audits=themes,
        Visits=(("Case", "Seen", "Observation"), ("K1", "✓", text), ("K2", text, None)),
        Questions=(("Code", "Question", "Kind"), ("F1", "What now?", "Open")),
        Feedback=(("Round", "F1"), ("Spring", text)),
        Narrative=(("Section", "Text"), ("Q1", text)),
        Actions=(("Action", "Outcome"), (text, text)),
        Schedule=(("From", "To", "Note"), (DAY, DAY, text)),
    )

    assert sorted(told(reading)) == [
        ("telephone-in-text", "Actions", "A2"),
        ("telephone-in-text", "Actions", "B2"),
        ("telephone-in-text", "Feedback", "B2"),
        ("telephone-in-text", "Narrative", "B2"),
        ("telephone-in-text", "Schedule", "C2"),
        ("telephone-in-text", "Visits", "B3"),
        ("telephone-in-text", "Visits", "C2"),
    ]


def test_an_own_column_that_holds_postcodes_is_told_once() -> None:
    reading = read_with("Where they live", "LE15 6HP", "LE15 6HQ")

    assert told(reading) == [("personal-column", "Audits", "E1")]


def test_the_sample_holds_none() -> None:
    found = {problem.code for problem in read([SAMPLE]).problems}

    assert not {code for code in found if code.endswith("-in-text") or "personal" in code}


@given(st.text(max_size=60))
def test_any_text_can_be_looked_at(text: str) -> None:
    assert len(codes(text)) <= 6


@given(st.integers(0, 999_999_999))
def test_a_number_with_its_check_digit_is_an_nhs_number_and_no_other_is(number: int) -> None:
    passing = [digit for digit in range(10) if is_nhs_number(f"{number:09}{digit}")]

    assert len(passing) <= 1


def test_one_in_eleven_numbers_passes_the_check_by_chance() -> None:
    chosen = random.Random(1)
    numbers: Sequence[str] = [f"{chosen.randrange(10**10):010}" for _ in range(4000)]

    assert 0.07 < sum(map(is_nhs_number, numbers)) / len(numbers) < 0.11


@pytest.mark.parametrize(
    "value", ["a.b@council.gov.uk", "x" * 99 + "@y", "01572 722577", "le15 6hp"]
)
def test_what_looks_like_personal_data_is_not_quoted(value: str) -> None:
    assert quote(value) == "(not shown)"


@pytest.mark.parametrize(
    "value",
    [
        "05-06-2016",
        "31-12-2016",
        "31-06-2016",
        "5-6-16",
        "05 - 06 - 2016",
        "05.06.2016 10.30",
        "05-06-2016 10:30:00",
        "5-6-2016, 9:30 pm",
        "2016-06-05T10:00",
        "2016-06-05T10:00:00Z",
        "2016/06/05 10:00",
    ],
)
def test_a_date_alone_is_no_telephone_number_and_is_quoted(value: str) -> None:
    assert quote(value) == value


@pytest.mark.parametrize(
    "value",
    [
        "9434765919",
        "943 476 5919",
        "943-476-5919",
        "01-57-272-2577",
        "05-06-2016 01572 722577",
        "05-06-2016 9434765919",
        "01572 05-06-2016",
        "05-06-20161234",
        "31-12-2016-9",
        "41-06-20166",
    ],
)
def test_a_number_is_hidden_though_part_of_it_is_like_a_date(value: str) -> None:
    assert quote(value) == "(not shown)"


def test_dates_with_hyphens_are_shown_in_problems_of_a_date_column() -> None:
    rows = [("A1", "05-06-2016", "Good", "Good"), ("A2", "31-06-2016", "Good", "Good")]
    reading = read_sheets(Audits=audits_of(*rows))

    assert problem_of(reading, "date-as-text").value == "05-06-2016"
    assert problem_of(reading, "impossible-date").value == "31-06-2016"


@pytest.mark.parametrize("letter", "x1@ (")
def test_a_long_value_without_an_end_is_quoted_by_its_beginning(letter: str) -> None:
    """A search that begins anew at each letter would take hours."""
    value = ("a" + letter * 9) * 200_000
    assert len(quote(value)) <= LONGEST_QUOTE
