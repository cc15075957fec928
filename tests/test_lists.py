"""The sheets Lists and Aliases."""

from __future__ import annotations

from datetime import date

import pytest
from workbooks import AUDIT_HEADER, a_report, a_workbook, audits_of, message_of, read_sheets, told

from auditreport.reading import understand

DAY = date(2016, 4, 12)


def test_a_councils_own_scale_takes_the_place_of_the_default() -> None:
    lists = [("Judgements", "Good or better"), ("Strong", "Strong"), ("Sound", "Sound"), ("Weak",)]
    audits = audits_of(("A1", DAY, "sound", "Weak"))

    reading = read_sheets(Lists=lists, Audits=audits)

    assert told(reading) == []
    assert reading.data is not None
    assert reading.data.scale.judgements == ("Strong", "Sound", "Weak")
    assert reading.data.scale.good_or_better == ("Strong", "Sound")
    assert reading.data.audits[0].overall == "Sound"


def test_a_scale_without_the_word_good_must_say_which_are_good_or_better() -> None:
    reading = read_sheets(Lists=[("Judgements",), ("Strong",), ("Weak",)])

    assert ("good-or-better-unknown", "Lists", "A1") in told(reading)


def test_good_or_better_must_be_of_the_scale() -> None:
    reading = read_sheets(Lists=[("Good or better",), ("Goood",)])

    assert ("unknown-judgement", "Lists", "A2") in told(reading)


def test_a_good_judgement_below_one_that_is_not_is_a_warning() -> None:
    assert told(read_sheets(Lists=[("Good or better",), ("Good",)])) == [
        ("good-not-best", "Lists", "A1")
    ]


def test_a_word_on_the_scale_and_among_the_not_judged_is_a_contradiction() -> None:
    reading = read_sheets(Lists=[("Not judged",), ("N/A",), ("Good",)])

    assert told(reading) == [("contradicting-lists", "Lists", "A3")]


def test_what_is_not_judged_always_includes_not_applicable_and_not_recorded() -> None:
    reading = read_sheets(Lists=[("Not judged",), ("Not seen",), ("not applicable",)])

    assert reading.data is not None
    assert reading.data.scale.not_judged == ("Not seen", "N/A", "Not recorded")


def test_a_list_given_twice_with_other_values_names_both_cells() -> None:
    one = a_report(Lists=[("Teams",), ("North",)])
    two = a_workbook({"Lists": [("Teams",), ("South",)]}, "two.xlsx")

    reading = understand([one, two])

    assert told(reading) == [("contradicting-lists", "Lists", "A1")]
    assert "of data.xlsx" in message_of(reading, "contradicting-lists")


def test_only_the_lists_that_the_council_gave_are_handed_on() -> None:
    reading = read_sheets(Lists=[("Teams", "Judgements"), ("North", "Good"), (2, "Weak")])

    assert reading.data is not None
    assert reading.data.lists == {"Teams": ("North", "2")}
    assert reading.data.age_bands[0] == "Under 1"


def test_a_value_that_stands_in_a_list_twice_is_a_warning() -> None:
    assert told(read_sheets(Lists=[("Teams",), ("North",), ("north",)])) == [
        ("repeated-in-list", "Lists", "A3")
    ]


def test_lists_may_stand_apart() -> None:
    rows = [("Teams", None, "Services"), ("North", None, "Help"), (None, None, "Care")]

    reading = read_sheets(Lists=rows)

    assert told(reading) == []
    assert reading.data is not None
    assert reading.data.lists == {"Teams": ("North",), "Services": ("Help", "Care")}


def test_age_bands_that_overlap_are_a_warning() -> None:
    assert told(read_sheets(Lists=[("Age bands",), ("0 to 5",), ("5 to 18",)])) == [
        ("age-bands-overlap", "Lists", "A3")
    ]


def test_a_value_outside_a_given_list_is_a_warning_that_counts_as_written() -> None:
    audits = audits_of(("A1", DAY, "Good", "Good", "Nrth"), header=(*AUDIT_HEADER, "Team"))

    reading = read_sheets(Lists=[("Teams",), ("North",)], Audits=audits)

    assert told(reading) == [("not-in-list", "Audits", "E2")]
    assert "did you mean 'North'" in message_of(reading, "not-in-list")
    assert reading.data is not None
    assert reading.data.audits[0].profile == {"Team": "Nrth"}


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (("Judgement", "x", "Good"), ("unknown-list", "Aliases", "A2")),
        (("Judgements", "x", "Goood"), ("unknown-judgement", "Aliases", "A2")),
        (("Judgements", "x", None), ("missing-value", "Aliases", "C2")),
        (("Audit statuses", "x", "Perhaps"), ("not-in-list", "Aliases", "A2")),
    ],
)
def test_an_alias_that_means_nothing_is_reported(
    row: tuple[str, str, str | None], problem: tuple[str, str, str]
) -> None:
    assert told(read_sheets(Aliases=[("List", "Written as", "Means"), row])) == [problem]


def test_one_word_that_means_two_things_is_a_contradiction() -> None:
    rows = [("Judgements", "x", "Good"), ("Judgements", "X", "Inadequate")]

    reading = read_sheets(Aliases=[("List", "Written as", "Means"), *rows])

    assert told(reading) == [("contradicting-lists", "Aliases", "A3")]
