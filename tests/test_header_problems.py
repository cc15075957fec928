"""What is said of headers that are missing, doubtful or the council's own."""

from __future__ import annotations

import pytest
from workbooks import AUDIT, AUDIT_HEADER, Rows, message_of, problem_of, read_sheets, told

from auditreport.reading.mapping import TrackerMapping

GRADE = TrackerMapping(columns={"Audits": {"Overall judgement": "Auditor's grade"}})
LINES = "\n[columns.Audits]\n"


def test_a_missing_column_is_told_with_the_header_that_is_near_and_the_line_that_maps_it() -> None:
    problem = problem_of(
        read_sheets(Audits=[("Ref", "Date", "Overal judgment"), AUDIT[:3]]), "missing-column"
    )

    assert (problem.workbook, problem.sheet, problem.cell) == ("data.xlsx", "Audits", "A1")
    assert problem.message == (
        "No column 'Overall judgement' or 'Final judgement' was found; is 'Overal judgment' meant?;"
        " the headers found are: Ref, Date and Overal judgment"
    )
    assert problem.hint.endswith(f'{LINES}"Overall judgement" = "Overal judgment"')


def test_a_column_that_is_mapped_is_missed_by_the_councils_name_for_it() -> None:
    reading = read_sheets(GRADE, Audits=[("Ref", "Date", "Grade"), AUDIT[:3]])

    assert "No column 'Auditor's grade' or 'Final judgement'" in message_of(
        reading, "missing-column"
    )
    assert problem_of(reading, "missing-column").hint.endswith(
        f'{LINES}"Overall judgement" = "Grade"'
    )


@pytest.mark.parametrize(
    ("rows", "cell", "found"),
    [
        ([("Our audits",), (None, "Ref", "Date", "Team")], "B2", "Ref, Date and Team"),
        ([("Weather", "Mood"), ("Ref", "Date"), ("Team",)], "A2", "Ref and Date"),
        ([("Our audits",), (1, 2), ("Weather", "Mood"), (3,)], "A3", "Weather and Mood"),
        ([("Our audits",), ("Weather", 1)], "", "none"),
    ],
    ids=["below a title", "most known", "texts alone", "none like a header"],
)
def test_the_headers_found_are_those_of_the_likeliest_row(
    rows: Rows, cell: str, found: str
) -> None:
    problem = problem_of(read_sheets(Audits=rows), "missing-column")

    assert problem.cell == cell
    assert problem.message.endswith(f" was found; the headers found are: {found}")
    assert problem.hint.endswith('= "..."')


def test_each_of_several_candidates_for_a_column_is_named() -> None:
    reading = read_sheets(
        Audits=[(*AUDIT_HEADER, "Overall", "Overall grade"), (*AUDIT, "Good", "Good")]
    )

    assert told(reading) == [("duplicate-column", "Audits", "C1")]
    assert "'Overall judgement': C1 and E1 and F1;" in message_of(reading, "duplicate-column")


def test_a_mapped_header_that_the_sheet_lacks_is_a_warning_at_the_row_of_headers() -> None:
    rows = [("Our audits",), ("Ref", "Date", "Final judgement"), AUDIT[:3]]

    reading = read_sheets(GRADE, Audits=rows)

    assert told(reading) == [("mapped-column-missing", "Audits", "A2")]
    assert message_of(reading, "mapped-column-missing") == (
        "auditreport.toml gives 'Overall judgement' as 'Auditor's grade', and no header is that"
    )


def test_a_header_near_an_alias_is_told_by_the_columns_name_with_the_line_that_maps_it() -> None:
    problem = problem_of(
        read_sheets(Audits=[(*AUDIT_HEADER, "Servise area"), (*AUDIT, "North")]),
        "near-miss-column",
    )

    assert (problem.cell, problem.value) == ("E1", "Servise area")
    assert problem.message == (
        "The header 'Servise area' is not known, so its column is not used; is 'Service' meant?"
    )
    assert problem.hint.endswith(f'{LINES}Service = "Servise area"')


def test_no_header_is_near_a_column_that_the_sheet_has_or_that_is_mapped() -> None:
    rows = [(*AUDIT_HEADER, "Rsik", "Auditor's grade", "Overall judgment"), (*AUDIT, 1, "Good", 1)]

    assert told(read_sheets(GRADE, Audits=rows)) == []
    assert told(read_sheets(GRADE, Audits=rows), notes=True) == [("own-columns", "Audits", "C1")]


def test_a_header_of_personal_data_is_near_no_column_although_its_letters_are() -> None:
    near = read_sheets(Audits=[(*AUDIT_HEADER, "Child's aeg"), (*AUDIT, "7")])
    personal = read_sheets(Audits=[(*AUDIT_HEADER, "Child's name"), (*AUDIT, "Ann")])

    assert told(near) == [("near-miss-column", "Audits", "E1")]
    assert "near-miss-column" not in {code for code, _, _ in told(personal)}


def test_of_many_columns_of_the_councils_own_the_first_twenty_are_named() -> None:
    own = [f"Own{number:02}" for number in range(22)]

    reading = read_sheets(Audits=[(*AUDIT_HEADER, *own), AUDIT])

    assert message_of(reading, "own-columns") == (
        f"Columns that are not read: {', '.join(own[:20])} and 2 more"
    )
