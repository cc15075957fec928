"""Finding a sheet's table and its rows."""

from __future__ import annotations

from datetime import date

import pytest
from workbooks import (
    AUDIT,
    AUDIT_HEADER,
    AUDITS,
    REPORT,
    Rows,
    Sheets,
    a_sheet,
    a_workbook,
    audits_of,
    message_of,
    problem_of,
    read_sheets,
    told,
)

from auditreport.problems import Severity
from auditreport.reading import Reading, understand
from auditreport.reading.mapping import TrackerMapping
from auditreport.reading.raw import (
    CellRange,
    CellValue,
    ErrorValue,
    RawSheet,
    RawWorkbook,
    Uncalculated,
)
from auditreport.reading.tables import column_letters


def refs(reading: Reading) -> list[str]:
    assert reading.data is not None
    return [audit.ref for audit in reading.data.audits]


def read_sheet(sheet: RawSheet) -> Reading:
    return understand([RawWorkbook("data.xlsx", "", (a_sheet("Report", REPORT), sheet))])


def test_the_letters_of_columns_are_excels() -> None:
    assert [column_letters(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_titles_and_blank_rows_may_stand_above_and_the_table_may_start_in_any_column() -> None:
    shifted = [(None, None, *row) for row in AUDITS]
    rows = [("Audits of the year", None), (None,), *shifted]

    reading = read_sheets(Audits=rows)

    assert refs(reading) == ["A1"]
    assert reading.data is not None
    assert reading.data.audits[0].source.place("Overall judgement").cell == "E4"


def test_a_header_in_the_twentieth_row_is_found_and_one_below_it_is_not() -> None:
    assert refs(read_sheets(Audits=[*[(None,)] * 19, *AUDITS])) == ["A1"]
    codes = {code for code, _, _ in told(read_sheets(Audits=[*[(None,)] * 20, *AUDITS]))}
    assert codes == {"missing-column"}


def test_case_spaces_and_punctuation_in_names_do_not_matter() -> None:
    header = ("AUDIT-REF.", "audit\u00a0date", "Overall\nJudgement:", "risk ")

    assert refs(understand([a_workbook({"report ": REPORT, "AUDITS.": (header, AUDIT)})])) == ["A1"]


def test_a_column_goes_by_its_alias() -> None:
    header = ("Ref", "Date of audit", "Overall grade", "Identification of risk")

    reading = read_sheets(Audits=(header, AUDIT))

    assert told(reading) == []
    assert reading.data is not None
    assert reading.data.audits[0].areas["Risk"] == "Good"


def test_two_candidates_for_one_column_are_an_error_that_names_both_cells() -> None:
    reading = read_sheets(Audits=[(*AUDIT_HEADER, "Overall grade"), (*AUDIT, "Poor")])

    assert told(reading) == [("duplicate-column", "Audits", "C1")]
    assert "C1 and E1" in message_of(reading, "duplicate-column")


def test_a_missing_column_is_an_error_that_lists_the_headers_found() -> None:
    reading = read_sheets(Audits=[("Audit ref", "Audit date", "Overal judgment"), AUDIT[:3]])

    assert told(reading) == [("missing-column", "Audits", "A1")]
    message = message_of(reading, "missing-column")
    assert "Audit ref, Audit date and Overal judgment" in message
    assert "is 'Overal judgment' meant?" in message


@pytest.mark.parametrize("name", ["Report", "Audits"])
def test_a_required_sheet_that_is_empty_lacks_its_columns(name: str) -> None:
    assert ("missing-column", name, "") in told(read_sheets(**{name: [(None,)]}))


def test_a_row_that_is_no_header_is_not_listed_as_one() -> None:
    reading = read_sheets(Audits=[("Zz99", date(2016, 4, 12), "Zz98")])

    assert "Zz9" not in repr(reading.problems)


def test_a_header_close_to_one_that_is_missing_is_a_warning_with_its_name() -> None:
    reading = read_sheets(Audits=[(*AUDIT_HEADER, "Moderated judgment"), (*AUDIT, "Poor")])

    assert told(reading) == [("near-miss-column", "Audits", "E1")]
    assert "'Moderated judgement' meant" in message_of(reading, "near-miss-column")


def test_the_councils_own_columns_are_listed_in_one_note() -> None:
    mood = (*AUDIT, ErrorValue("#REF!"), Uncalculated())
    rows = audits_of(mood, header=(*AUDIT_HEADER, "Mood", "Weather"))

    reading = read_sheets(Audits=rows)

    assert told(reading) == []
    assert ("own-columns", "Audits", "E1") in told(reading, notes=True)
    assert "Mood and Weather" in message_of(reading, "own-columns")


@pytest.mark.parametrize(
    ("cell", "code"), [(ErrorValue("#REF!"), "error-value"), (Uncalculated(), "not-calculated")]
)
def test_a_failed_formula_in_a_column_that_is_read_is_an_error(
    cell: ErrorValue | Uncalculated, code: str
) -> None:
    reading = read_sheets(Audits=audits_of(("A1", date(2016, 4, 12), "Good", cell)))

    assert told(reading) == [(code, "Audits", "D2")]
    assert "Excel" in problem_of(reading, code).hint


def test_a_second_table_beside_an_empty_column_is_kept_apart() -> None:
    rows = [
        (*AUDIT_HEADER, None, "Overall judgement", "Count"),
        (*AUDIT, None, "Good", 1),
        (None, None, None, None, None, "Poor", 2),
    ]

    reading = read_sheets(Audits=rows)

    assert (told(reading), refs(reading)) == ([], ["A1"])
    assert ("columns-apart", "Audits", "F1") in told(reading, notes=True)


def test_columns_after_an_empty_one_that_continue_the_table_are_read() -> None:
    rows = [(*AUDIT_HEADER[:3], None, "Risk"), (*AUDIT[:3], None, "Inadequate")]

    reading = read_sheets(Audits=rows)

    assert reading.data is not None
    assert reading.data.audits[0].areas["Risk"] == "Inadequate"
    assert ("columns-joined", "Audits", "E1") in told(reading, notes=True)


def test_known_columns_that_are_cut_off_by_an_empty_one_are_a_warning() -> None:
    rows = [(*AUDIT_HEADER, None, "Team", "Phone"), (*AUDIT, None, "North", "x")]

    assert told(read_sheets(Audits=rows)) == [("columns-cut-off", "Audits", "F1")]


@pytest.mark.parametrize("word", ["Total", "TOTALS:", "Average", "Grand total", "Total audits"])
def test_a_row_of_totals_counts_for_nothing_and_ends_nothing(word: str) -> None:
    total = (word, None, 12, 12)

    reading = read_sheets(Audits=audits_of(AUDIT, total, ("A2", date(2016, 5, 1), "Good", "Good")))

    assert (told(reading), refs(reading)) == ([], ["A1", "A2"])
    assert ("total-row", "Audits", "A3") in told(reading, notes=True)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (("\u200b\n Total:", None, 12, 12), "total-row"),
        ((" \u200b*provisional",), "footnote-row"),
        (("Note: provisional",), "footnote-row"),
        (("A remark\nthat is longer than any\nreference is",), "footnote-row"),
        (AUDIT_HEADER, "repeated-header"),
        ((None, None, None, None, "left over"), "rows-without-data"),
    ],
)
@pytest.mark.parametrize("before", [3, 150, 250])
def test_what_is_no_audit_is_told_wherever_it_stands(
    before: int, row: tuple[CellValue, ...], code: str
) -> None:
    many: list[tuple[CellValue, ...]] = [
        (f"A{n}", date(2016, 5, 1), "Good", "Good") for n in range(300)
    ]
    audits = [*many[:before], row, *many[before:]]

    reading = read_sheets(Audits=[(*AUDIT_HEADER, "Own"), *audits])

    assert len(refs(reading)) == 300
    found = [(told_code, cell) for told_code, _, cell in told(reading, notes=True)]
    assert [cell[1:] for told_code, cell in found if told_code == code] == [str(before + 2)]


def test_an_action_that_begins_with_the_word_total_is_an_action() -> None:
    reading = read_sheets(Actions=[("Action",), ("Total review of supervision",), ("Total",)])

    assert reading.data is not None
    assert [action.text for action in reading.data.actions] == ["Total review of supervision"]


def test_blank_rows_and_a_repeated_header_are_skipped() -> None:
    rows = audits_of(AUDIT, (None, " ", "\u00a0", None), AUDIT_HEADER, ("A2", *AUDIT[1:]))

    reading = read_sheets(Audits=rows)

    assert (told(reading), refs(reading)) == ([], ["A1", "A2"])
    assert ("repeated-header", "Audits", "A4") in told(reading, notes=True)


def test_a_row_that_is_filled_only_in_own_columns_is_not_counted() -> None:
    rows = [(*AUDIT_HEADER, "Mood"), (*AUDIT, "fine"), (None, None, None, None, "checked by Jo")]

    reading = read_sheets(Audits=rows)

    assert refs(reading) == ["A1"]
    assert ("rows-without-data", "Audits", "A3") in told(reading, notes=True)


def test_a_merged_reference_is_an_error() -> None:
    sheet = a_sheet("Audits", audits_of(AUDIT, (None, *AUDIT[1:])), merged=(CellRange(2, 1, 3, 1),))

    reading = read_sheet(sheet)

    assert told(reading) == [("merged-key", "Audits", "A2")]
    assert "A2:A3" in message_of(reading, "merged-key")


def test_other_merged_cells_in_the_table_are_a_warning_and_titles_are_nothing() -> None:
    rows = [("Audits of the year", None), *audits_of(AUDIT, ("A2", date(2016, 5, 1), "Good", None))]
    merged = (CellRange(3, 4, 4, 4), CellRange(1, 1, 1, 4))

    assert told(read_sheet(a_sheet("Audits", rows, merged=merged))) == [
        ("merged-cells", "Audits", "D3")
    ]


def test_hidden_rows_count_and_are_told() -> None:
    rows = audits_of(AUDIT, ("A2", *AUDIT[1:]))

    reading = read_sheet(a_sheet("Audits", rows, hidden_rows=frozenset({3, 9})))

    assert refs(reading) == ["A1", "A2"]
    assert ("hidden-rows", "Audits", "A3") in told(reading, notes=True)
    assert "1 row" in message_of(reading, "hidden-rows")


def test_what_a_files_format_does_not_tell_is_a_note() -> None:
    reading = read_sheet(a_sheet("Audits", AUDITS, unseen=("hidden rows",)))

    assert ("not-told", "", "") in told(reading, notes=True)


def test_a_mapped_header_goes_before_all_others() -> None:
    theirs = {"Audits": {"overall judgement": "Auditor's grade"}}
    rows = [(*AUDIT_HEADER, "Auditor's grade"), (*AUDIT, "Inadequate")]

    reading = read_sheets(TrackerMapping(columns=theirs), Audits=rows)

    assert told(reading) == []
    assert reading.data is not None
    assert reading.data.audits[0].overall == "Inadequate"


def test_a_mapped_sheet_is_read_in_the_place_of_ours() -> None:
    mapping = TrackerMapping(sheets={"Audits": "Tracker 2016"})

    reading = understand([a_workbook({"Report": REPORT, "Tracker 2016": AUDITS})], mapping)

    assert refs(reading) == ["A1"]


def test_a_workbook_without_the_mapped_header_is_read_by_our_own() -> None:
    mapping = TrackerMapping(columns={"Audits": {"Overall judgement": "Auditor's grade"}})
    header = (*AUDIT_HEADER[:2], "Auditor's grade", AUDIT_HEADER[3])
    ours = a_workbook({"Audits": audits_of(("B1", *AUDIT[1:]))}, "b.xlsx")

    reading = understand(
        [a_workbook({"Report": REPORT, "Audits": audits_of(AUDIT, header=header)}), ours], mapping
    )

    assert told(reading) == []
    assert refs(reading) == ["A1", "B1"]


@pytest.mark.parametrize("name", ["Audits", "Audits April"])
def test_a_workbook_without_the_mapped_sheet_is_read_by_our_own_name(name: str) -> None:
    mapping = TrackerMapping(sheets={"Audits": "Tracker"})
    ours = a_workbook({name: audits_of(("B1", *AUDIT[1:]))}, "b.xlsx")

    reading = understand([a_workbook({"Report": REPORT, "Tracker": AUDITS}), ours], mapping)

    assert told(reading) == []
    assert refs(reading) == ["A1", "B1"]


def test_beside_the_mapped_sheet_one_of_our_name_is_not_read() -> None:
    mapping = TrackerMapping(sheets={"Audits": "Tracker"})
    ours = audits_of(("B1", *AUDIT[1:]))

    reading = understand(
        [a_workbook({"Report": REPORT, "Tracker": AUDITS, "Audits": ours})], mapping
    )

    assert refs(reading) == ["A1"]
    assert "Audits" in message_of(reading, "sheets-not-read")


def test_any_other_mapped_sheet_that_is_not_there_is_read_by_our_own_name() -> None:
    reading = read_sheets(
        TrackerMapping(sheets={"Actions": "To do"}), Actions=[("Action",), ("Do it",)]
    )

    assert told(reading) == []
    assert reading.data is not None
    assert len(reading.data.actions) == 1


def test_a_sheet_that_is_mapped_to_another_of_ours_is_not_read_as_itself() -> None:
    mapping = TrackerMapping(sheets={"Audits": "Tracker", "Actions": "Audits"})
    sheets: Sheets = {"Report": REPORT, "Tracker": AUDITS}

    reading = understand(
        [a_workbook(sheets), a_workbook({"Audits": [("Action",), ("Do it",)]}, "b.xlsx")], mapping
    )

    assert told(reading) == []
    assert refs(reading) == ["A1"]


def test_the_cases_of_a_thematic_audit_are_not_audits_although_their_sheet_bears_our_name() -> None:
    mapping = TrackerMapping(sheets={"Audits": "Tracker"})
    header = ("Name", "Sheet", "Recorded as", "From", "To")
    day = date(2016, 5, 1)
    register: Rows = [header, ("Visits", "Audits", "Judgement", day, day)]
    cases = a_workbook({"Audits": audits_of(("B1", *AUDIT[1:]))}, "b.xlsx")
    sheets: Sheets = {"Report": REPORT, "Tracker": AUDITS, "Thematic audits": register}

    assert refs(understand([a_workbook(sheets), cases], mapping)) == ["A1"]


@pytest.mark.parametrize(("name", "found"), [("Report", "B"), ("Audits", "Report")])
def test_a_missing_sheet_is_an_error(name: str, found: str) -> None:
    sheets = {"Report": REPORT, "Audits": AUDITS}
    del sheets[name]

    reading = understand([a_workbook({**sheets, "Audit": ()})])

    assert ("missing-sheet", name, "") in told(reading)
    assert reading.data is None


def test_sheets_of_audits_are_joined_and_others_whose_name_begins_so_are_not_read() -> None:
    april = audits_of(("B1", date(2016, 4, 1), "Good", "Good"))
    sheets = {"Report": REPORT, "Audits": AUDITS, "Audits April": april, "Audits summary": [("x",)]}

    reading = understand([a_workbook(sheets)])

    assert refs(reading) == ["A1", "B1"]
    assert "Audits summary" in message_of(reading, "sheets-not-read")


def test_a_sheet_whose_name_is_close_to_a_known_one_is_a_warning() -> None:
    assert told(read_sheets(Feedbak=[("Round",)])) == [("near-miss-sheet", "Feedbak", "")]


def test_an_error_can_be_made_a_warning_where_there_is_a_way_on_and_says_so() -> None:
    lowered = TrackerMapping(severity={"missing-date": Severity.WARNING, "missing-sheet": None})
    rows = audits_of(AUDIT, ("A2", None, "Good", "Good"))

    reading = read_sheets(lowered, Audits=rows)

    assert not reading.has_errors
    assert message_of(reading, "missing-date").endswith("; the row is left out")
    assert understand([a_workbook({"Audits": AUDITS})], lowered).has_errors


def test_the_same_workbook_given_twice_is_read_once() -> None:
    sheets = {"Report": REPORT, "Audits": AUDITS}

    reading = understand([a_workbook(sheets, sha256="x"), a_workbook(sheets, "b.xlsx", "x")])

    assert told(reading) == [("same-file-twice", "", "")]
    assert refs(reading) == ["A1"]
