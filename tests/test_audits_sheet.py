"""The sheets of audits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from workbooks import (
    AUDIT,
    AUDIT_HEADER,
    AUDITS,
    REPORT,
    a_workbook,
    audits_of,
    message_of,
    problem_of,
    read_sheets,
    told,
)

from auditreport.reading import Reading, understand
from auditreport.reading.dataset import Audit, Status
from auditreport.reading.mapping import TrackerMapping
from auditreport.reading.raw import CellValue
from auditreport.reading.year import Quarter

DAY = date(2016, 4, 12)
HEADER = ("Audit ref", "Audit date", "Overall judgement")


def read_with(columns: Sequence[str], *rows: Sequence[CellValue]) -> Reading:
    """Read audits that are judged Good on one day, with these further columns."""
    full = [(f"A{n}", DAY, "Good", *row) for n, row in enumerate(rows)]
    return read_sheets(Audits=audits_of(*full, header=(*HEADER, *columns)))


def audits(reading: Reading) -> tuple[Audit, ...]:
    assert reading.data is not None
    return reading.data.audits


def test_a_clean_audit_is_read_without_a_word() -> None:
    reading = read_sheets()

    assert told(reading) == []
    (audit,) = audits(reading)
    assert (audit.ref, audit.date, audit.quarter) == ("A1", DAY, Quarter.Q1)
    assert (audit.overall, audit.judgement, audit.areas) == ("Good", "Good", {"Risk": "Good"})
    assert (audit.status, audit.audit_type, audit.children) == (Status.COMPLETED, "Scheduled", 1)
    assert (audit.moderated, audit.profile) == (False, {})


# dates and quarters


def test_rows_of_other_years_are_left_out_with_one_warning_and_not_checked() -> None:
    rows = audits_of(
        ("A1", DAY, "Good", None),
        ("A2", date(2015, 4, 30), "Nonsense", None),
        ("A3", date(2017, 5, 20), "Good", "Nonsense"),
    )

    reading = read_sheets(Audits=rows)

    assert told(reading) == [("outside-year", "Audits", "B3")]
    message = message_of(reading, "outside-year")
    assert "2 rows are dated outside" in message
    assert "30 April 2015 to 20 May 2017" in message
    assert "Audits!B3 and Audits!B4" in message
    assert [audit.ref for audit in audits(reading)] == ["A1"]


@pytest.mark.parametrize(
    ("day", "meant"),
    [
        (date(2026, 4, 16), "April 2016"),
        (date(2106, 5, 20), "20 May 2016"),
        (date(2016, 1, 4), "1 April 2016"),
    ],
)
def test_a_date_that_looks_mistyped_is_pointed_at(day: date, meant: str) -> None:
    reading = read_sheets(Audits=audits_of(AUDIT, ("A2", day, "Good", None)))

    assert f"Audits!B3 may mean {meant}" in message_of(reading, "outside-year")


def test_a_date_that_does_not_look_mistyped_is_not_pointed_at() -> None:
    reading = read_sheets(Audits=audits_of(AUDIT, ("A2", date(2017, 5, 20), "Good", None)))

    assert "may mean" not in message_of(reading, "outside-year")


def test_no_audit_inside_the_year_is_an_error() -> None:
    reading = read_sheets(Audits=audits_of(("A1", date(2015, 4, 12), "Good", "Good")))

    assert ("no-audit-in-year", "Audits", "B1") in told(reading)
    assert "12 April 2015" in message_of(reading, "no-audit-in-year")


def test_a_completed_audit_without_a_date_is_an_error_and_is_left_out() -> None:
    reading = read_sheets(Audits=audits_of(AUDIT, ("A2", None, "Good", None)))

    assert told(reading) == [("missing-date", "Audits", "B3")]
    assert [audit.ref for audit in audits(reading)] == ["A1"]


def test_a_date_that_cannot_be_read_is_one_error_and_not_two() -> None:
    reading = read_sheets(Audits=audits_of(AUDIT, ("A2", "31/02/2017", "Good", None)))

    assert told(reading) == [("impossible-date", "Audits", "B3")]


@pytest.mark.parametrize(
    "cell",
    [
        "Q3",
        "q3",
        "Quarter 3",
        "Qtr 3",
        3,
        3.0,
        "3",
        "3rd quarter",
        "Q3 2016/17",
        "2016-17 Q3",
    ],
)
def test_a_quarter_alone_is_enough(cell: CellValue) -> None:
    header = ("Audit ref", "Quarter", "Overall judgement")

    reading = read_sheets(Audits=audits_of(("A1", cell, "Good"), header=header))

    assert told(reading) == []
    assert (audits(reading)[0].date, audits(reading)[0].quarter) == (None, Quarter.Q3)


def test_a_quarter_of_another_year_is_outside_the_year() -> None:
    header = ("Audit ref", "Quarter", "Overall judgement")
    rows = audits_of(("A1", "Q1", "Good"), ("A2", "Q4 2015-16", "Good"), header=header)

    assert told(read_sheets(Audits=rows)) == [("outside-year", "Audits", "B3")]


def test_a_word_that_is_no_quarter_leaves_the_audit_without_a_date() -> None:
    header = ("Audit ref", "Quarter", "Overall judgement")
    rows = audits_of(("A1", "Q1", "Good"), ("A2", "Spring", "Good"), header=header)

    assert told(read_sheets(Audits=rows)) == [
        ("unknown-quarter", "Audits", "B3"),
        ("missing-date", "Audits", "B3"),
    ]


def test_where_quarter_and_date_disagree_the_date_counts() -> None:
    reading = read_with(["Quarter"], ["Q1"], ["Q2"])

    assert told(reading) == [("quarter-disagrees", "Audits", "D3")]
    assert audits(reading)[1].quarter is Quarter.Q1


def test_a_month_alone_files_the_audit_in_its_quarter() -> None:
    reading = read_sheets(Audits=audits_of(("A1", "August 2016", "Good", None)))

    assert told(reading) == []
    assert audits(reading)[0].quarter is Quarter.Q2
    assert ("month-alone", "Audits", "B2") in told(reading, notes=True)


@pytest.mark.parametrize("status", ["Allocated", "Exempt", "Cancelled"])
def test_words_in_the_place_of_a_date_that_is_not_needed_are_a_warning(status: str) -> None:
    header = (*AUDIT_HEADER, "Status")
    rows = audits_of((*AUDIT, None), ("A2", "tbc", None, None, status), header=header)

    reading = read_sheets(Audits=rows)

    assert told(reading) == [("date-in-words", "Audits", "B3")]
    assert not reading.has_errors
    assert [audit.status for audit in audits(reading)] == ["Completed", status]


def test_words_in_the_place_of_the_date_of_an_audit_not_yet_returned_are_a_warning() -> None:
    reading = read_sheets(Audits=audits_of(AUDIT, ("A2", "TBC", None, None)))

    assert told(reading) == [("date-in-words", "Audits", "B3")]
    assert audits(reading)[1].status is Status.ALLOCATED


def test_words_in_the_place_of_a_date_are_a_warning_beside_a_quarter() -> None:
    header = ("Audit ref", "Audit date", "Quarter", "Overall judgement")
    reading = read_sheets(Audits=audits_of(("A1", "tbc", "Q2", "Good"), header=header))

    assert told(reading) == [("date-in-words", "Audits", "B2")]
    assert audits(reading)[0].quarter is Quarter.Q2


def test_words_in_the_place_of_a_date_are_an_error_where_nothing_else_says_when_it_was() -> None:
    header = ("Audit ref", "Audit date", "Quarter", "Overall judgement")
    rows = audits_of(
        ("A1", DAY, "Q1", "Good"),
        ("A2", "tbc", None, "Good"),
        ("A3", "tbc", "soon", "Good"),
        header=header,
    )

    assert told(read_sheets(Audits=rows)) == [
        ("unreadable-date", "Audits", "B3"),
        ("unreadable-date", "Audits", "B4"),
        ("unknown-quarter", "Audits", "C4"),
    ]


def test_a_day_that_does_not_exist_is_an_error_though_the_audit_needs_none() -> None:
    header = (*AUDIT_HEADER, "Status")
    rows = audits_of((*AUDIT, None), ("A2", "31/06/2016", None, None, "Exempt"), header=header)

    assert told(read_sheets(Audits=rows)) == [("impossible-date", "Audits", "B3")]


# judgements


@pytest.mark.parametrize("status", ["Allocated", "Exempt", "Cancelled"])
def test_words_in_the_place_of_a_judgement_are_a_warning_where_none_counts(status: str) -> None:
    header = (*AUDIT_HEADER, "Status")
    rows = audits_of((*AUDIT, None), ("A2", DAY, "see team", "tbc", status), header=header)

    reading = read_sheets(Audits=rows)

    assert told(reading) == [
        ("judgement-not-used", "Audits", "C3"),
        ("judgement-not-used", "Audits", "D3"),
    ]
    assert not reading.has_errors
    assert (audits(reading)[1].overall, audits(reading)[1].areas["Risk"]) == (None, None)


def test_words_in_the_place_of_a_second_opinion_are_a_warning_where_no_first_is_returned() -> None:
    header = (*AUDIT_HEADER, "Moderated judgement")
    rows = audits_of((*AUDIT, None), ("A2", DAY, None, None, "tbc"), header=header)

    assert told(read_sheets(Audits=rows)) == [("judgement-not-used", "Audits", "E3")]


def test_words_in_the_only_judgement_of_a_row_without_a_status_are_an_error() -> None:
    reading = read_sheets(Audits=audits_of(AUDIT, ("A2", DAY, "tbc", None)))

    assert told(reading) == [("unknown-judgement", "Audits", "C3")]


def test_an_unknown_judgement_is_an_error_at_its_cell() -> None:
    reading = read_sheets(Audits=audits_of(("A1", DAY, "Good", "Requires Improvment")))

    assert told(reading) == [("unknown-judgement", "Audits", "D2")]
    assert message_of(reading, "unknown-judgement") == (
        "'Requires Improvment' is not a judgement; did you mean 'Requires Improvement'?"
    )


def test_blank_and_not_applicable_are_never_the_same() -> None:
    reading = read_with(["Risk", "Plans"], [None, "N/A"])

    assert audits(reading)[0].areas == {"Risk": None, "Plans": "N/A"}


def test_the_final_judgement_counts_where_it_is_given() -> None:
    reading = read_with(["Final judgement"], ["Inadequate"], [None], ["N/A"], ["-"])

    judgements = [(audit.final, audit.judgement) for audit in audits(reading)]
    assert judgements == [("Inadequate", "Inadequate"), *[(None, "Good")] * 3]


def test_a_moderated_judgement_means_that_the_audit_was_moderated() -> None:
    columns = ["Moderated", "Moderated judgement"]

    reading = read_with(columns, [None, "Good"], ["Yes", None], [None, None], [None, "N/A"])

    assert [audit.moderated for audit in audits(reading)] == [True, True, False, False]
    assert told(reading) == []


def test_a_no_beside_a_moderated_judgement_is_a_warning() -> None:
    reading = read_with(["Moderated", "Moderated judgement"], ["No", "Good"])

    assert told(reading) == [("moderation-disagrees", "Audits", "D2")]
    assert audits(reading)[0].moderated


def test_two_judgements_that_differ_without_a_final_one_are_a_warning() -> None:
    columns = ["Moderated judgement", "Final judgement"]

    reading = read_with(columns, ["Inadequate", None], ["Inadequate", "Good"], ["Good", None])

    assert told(reading) == [("no-final-judgement", "Audits", "D2")]


# status


def test_an_audit_without_a_judgement_is_not_yet_returned_and_needs_no_date() -> None:
    reading = read_sheets(Audits=audits_of(AUDIT, ("A2", None, None, None)))

    assert told(reading) == []
    assert audits(reading)[1].status is Status.ALLOCATED
    assert ("not-returned", "Audits", "A3") in told(reading, notes=True)


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("Exempt", Status.EXEMPT),
        ("CANCELLED", Status.CANCELLED),
        ("Canceled", Status.CANCELLED),
        ("Allocated", Status.ALLOCATED),
        ("Completed", Status.COMPLETED),
        (None, Status.COMPLETED),
    ],
)
def test_a_status_is_read(word: str | None, status: Status) -> None:
    assert audits(read_with(["Status"], [word]))[0].status is status


@pytest.mark.parametrize("status", ["Exempt", "Cancelled", "Allocated"])
def test_an_audit_that_was_not_done_needs_no_date(status: str) -> None:
    rows = [("A1", DAY, "Good", None), ("A2", None, "Good", status)]

    assert told(read_sheets(Audits=audits_of(*rows, header=(*HEADER, "Status")))) == []


def test_an_unknown_status_is_a_warning_and_counts_as_the_default() -> None:
    reading = read_with(["Status"], ["Perhaps"])

    assert told(reading) == [("not-in-list", "Audits", "D2")]
    assert audits(reading)[0].status is Status.COMPLETED


# references and other columns


def test_a_reference_that_stands_twice_is_an_error_that_names_both_cells() -> None:
    reading = read_sheets(Audits=audits_of(AUDIT, ("A2", *AUDIT[1:]), ("a1 ", *AUDIT[1:])))

    assert told(reading) == [("duplicate-ref", "Audits", "A4")]
    assert "Audits!A2" in message_of(reading, "duplicate-ref")
    assert problem_of(reading, "duplicate-ref").value == ""
    assert [audit.ref for audit in audits(reading)] == ["A1", "A2"]


def test_a_reference_that_stands_in_two_workbooks_names_the_other_one() -> None:
    first = a_workbook({"Report": REPORT, "Audits": AUDITS}, "north.xlsx")
    second = a_workbook({"Audits": AUDITS}, "south.xlsx")

    reading = understand([first, second])

    assert told(reading) == [("duplicate-ref", "Audits", "A2")]
    assert "of north.xlsx" in message_of(reading, "duplicate-ref")


def test_numbers_are_references_and_blank_ones_do_not_repeat() -> None:
    rows = [(ref, *AUDIT[1:]) for ref in (7.0, None, None, "-")]

    reading = read_sheets(Audits=audits_of(*rows))

    assert told(reading) == []
    assert [audit.ref for audit in audits(reading)] == ["7", "", "", ""]


def test_several_auditors_are_told_apart() -> None:
    reading = read_with(["Auditor"], ["Ann; Ben"], ["Ann / Ben"], ["Ann"], [None])

    assert [audit.auditors for audit in audits(reading)] == [
        ("Ann", "Ben"),
        ("Ann", "Ben"),
        ("Ann",),
        (),
    ]


@pytest.mark.parametrize(
    ("cell", "answer"),
    [("Yes", True), ("y", True), (1, True), ("✓", True), ("No", False), (0.0, False), ("X", False)],
)
def test_yes_and_no_have_many_forms(cell: CellValue, answer: bool) -> None:
    assert audits(read_with(["Immediate concern"], [cell]))[0].immediate_concern is answer


def test_true_and_false_are_yes_and_no() -> None:
    reading = read_with(["Immediate concern"], [True], [False])

    assert [audit.immediate_concern for audit in audits(reading)] == [True, False]


def test_a_cell_that_is_neither_yes_nor_no_is_a_warning() -> None:
    assert told(read_with(["Moderated"], ["perhaps"])) == [("unknown-yes-no", "Audits", "D2")]


@pytest.mark.parametrize(("cell", "count"), [(3, 3), ("2", 2), (None, 1)])
def test_an_audit_is_about_one_child_unless_it_says_more(cell: CellValue, count: int) -> None:
    reading = read_with(["Children"], [cell])

    assert (told(reading), audits(reading)[0].children) == ([], count)


@pytest.mark.parametrize("cell", ["two", 0, 1.5, -1])
def test_a_number_of_children_that_is_none_is_a_warning(cell: CellValue) -> None:
    reading = read_with(["Children"], [cell])

    assert told(reading) == [("unreadable-number", "Audits", "D2")]
    assert audits(reading)[0].children == 1


def test_a_profile_holds_the_columns_that_the_sheet_has() -> None:
    reading = read_with(["Team", "Age"], ["North", "7 months"], [None, None])

    assert [audit.profile for audit in audits(reading)] == [
        {"Team": "North", "Age band": "Under 1"},
        {"Team": "Not recorded", "Age band": "Not recorded"},
    ]


def test_free_text_keeps_its_lines() -> None:
    assert audits(read_with(["Strengths"], [" One.\r\nTwo. "]))[0].strengths == "One.\nTwo."


# practice areas


def test_areas_of_the_default_twelve_without_a_column_are_left_out_with_one_note() -> None:
    reading = read_sheets()

    assert reading.data is not None
    assert [area.name for area in reading.data.areas] == ["Risk"]
    missing = [p for p in reading.problems if p.code == "default-area-missing"]
    assert len(missing) == 1
    assert "Voice of the child, Decision making" in missing[0].message
    assert "Risk" not in missing[0].message


def test_a_councils_own_area_without_a_column_is_a_warning() -> None:
    reading = read_sheets(Practice_areas=[("Area", "Label"), ("Risk", None), ("Mood", "The mood")])

    assert told(reading) == [("area-without-column", "Practice areas", "A3")]


def test_a_councils_own_area_goes_by_its_name_label_or_alias() -> None:
    areas = [("Area", "Label", "Aliases"), ("Danger", "All danger", "Peril; Risk")]

    reading = read_sheets(Practice_areas=areas)

    assert audits(reading)[0].areas == {"Danger": "Good"}


def test_an_area_that_only_some_sheets_have_is_a_warning_on_the_others() -> None:
    other = audits_of(("B1", DAY, "Good", "Good"), header=(*HEADER, "Plans"))

    reading = read_sheets(Audits_May=other)

    assert told(reading) == [
        ("area-without-column", "Audits May", "A1"),
        ("area-without-column", "Audits", "A1"),
    ]
    assert audits(reading)[0].areas == {"Risk": "Good", "Plans": None}


def test_an_area_that_was_never_judged_is_a_note() -> None:
    reading = read_with(["Risk"], ["N/A"], [None])

    assert ("area-never-judged", "Audits", "D1") not in told(reading)
    assert ("area-never-judged", "Audits", "D2") in told(reading, notes=True)


@pytest.mark.parametrize("name", ["Overall", "OVERALL "])
def test_an_area_named_as_the_overall_judgement_is_left_out(name: str) -> None:
    """The report could not tell the one from the other."""
    areas = [("Area", "Aliases"), ("Risk", None), (name, "Areas as a whole")]
    header = (*HEADER, "Risk", "Areas as a whole")
    row = ("A1", DAY, "Good", "Good", "Inadequate")
    reading = read_sheets(Practice_areas=areas, Audits=[header, row])

    assert told(reading) == [("area-without-column", "Practice areas", "A3")]
    assert audits(reading)[0].areas == {"Risk": "Good"}


def test_two_areas_of_one_name_are_an_error() -> None:
    reading = read_sheets(Practice_areas=[("Area",), ("Risk",), ("RISK",)])

    assert told(reading) == [("duplicate-name", "Practice areas", "A3")]


# the council's own words


def test_a_councils_alias_counts_as_what_it_means() -> None:
    aliases = [("List", "Written as", "Means"), ("Judgements", "Meets", "Good")]

    reading = read_sheets(Aliases=aliases, Audits=audits_of(("A1", DAY, "meets", None)))

    assert (told(reading), audits(reading)[0].overall) == ([], "Good")


def test_words_of_the_settings_file_count_as_what_they_mean() -> None:
    mapping = TrackerMapping(values={"Judgements": {"nan": "Not recorded"}})

    reading = read_sheets(mapping, Audits=audits_of(("A1", DAY, "Good", "nan")))

    assert (told(reading), audits(reading)[0].areas["Risk"]) == ([], "Not recorded")


def test_no_value_of_a_reference_or_free_text_is_ever_quoted() -> None:
    columns = ("Case ref", "Strengths", "Moderator")
    rows = [("Zz991", DAY, "Good", "Zz992", "Zz993", "Zz994")] * 2

    reading = read_sheets(Audits=audits_of(*rows, header=(*HEADER, *columns)))

    assert "Zz99" not in repr(reading.problems)
