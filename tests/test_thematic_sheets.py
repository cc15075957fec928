"""Thematic audits and the sheets of their cases."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from workbooks import Rows, a_report, a_workbook, message_of, read_sheets, told

from auditreport.reading import Reading, understand
from auditreport.reading.dataset import Answer, Evidence, Kind, ThematicAudit
from auditreport.reading.raw import CellValue
from auditreport.reading.thematic_cases import read_evidence
from auditreport.reading.values import Finding
from auditreport.reading.year import Quarter

HEADER = ("Name", "Sheet", "Recorded as", "From", "To")
AUGUST = (date(2016, 8, 1), date(2016, 8, 31))
JUDGED: tuple[CellValue, ...] = ("CP", "Cases", "Judgement", *AUGUST)
EVIDENCE: tuple[CellValue, ...] = ("Voice", "Cases", "Evidence", *AUGUST)


def register(*rows: Sequence[CellValue], more: Sequence[str] = ()) -> Rows:
    return ((*HEADER, *more), *rows)


def read_cases(row: Sequence[CellValue], cases: Rows, more: Sequence[str] = ()) -> Reading:
    return read_sheets(Thematic_audits=register(row, more=more), Cases=cases)


def themes(reading: Reading) -> tuple[ThematicAudit, ...]:
    assert reading.data is not None
    return reading.data.thematic


def test_a_judged_thematic_audit_is_read_with_its_items() -> None:
    cases = [("Case", "Overall judgement", "Voice", "Plan"), ("C1", "Good", "RI", None)]

    reading = read_cases(JUDGED, cases)

    assert told(reading) == []
    (theme,) = themes(reading)
    assert (theme.name, theme.kind, theme.quarter) == ("CP", Kind.JUDGEMENT, None)
    assert (theme.items, theme.has_overall) == (("Voice", "Plan"), True)
    (case,) = theme.cases
    assert (case.label, case.overall) == ("C1", "Good")
    assert case.judgements == {"Voice": "Requires Improvement", "Plan": None}


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        ("✓", Answer.YES),
        ("yes", Answer.YES),
        ("Y", Answer.YES),
        (1, Answer.YES),
        (1.0, Answer.YES),
        ("X", Answer.NO),
        ("✗", Answer.NO),
        ("No", Answer.NO),
        ("n", Answer.NO),
        (0, Answer.NO),
        (None, Answer.NOT_RECORDED),
        ("\u200b", Answer.NOT_RECORDED),
        ("N/A", Answer.NOT_APPLICABLE),
        ("-", Answer.NOT_APPLICABLE),
    ],
)
def test_a_mark_is_matched_as_a_whole_cell(cell: CellValue, answer: Answer) -> None:
    assert read_evidence(cell) == Evidence(answer)


@pytest.mark.parametrize("text", ["Joint working", "1st TAF cancelled by the family", "Yesterday"])
def test_any_other_text_is_the_reason_why_it_did_not_apply(text: str) -> None:
    assert read_evidence(text) == Evidence(Answer.NOT_APPLICABLE, text)


@pytest.mark.parametrize("text", ["Yes but late", "No - away", "✓ partly", "x2", "N, see file"])
def test_text_that_begins_with_a_mark_is_a_reason_with_a_warning(text: str) -> None:
    found = read_evidence(text)

    if text == "x2":
        assert found == Evidence(Answer.NOT_APPLICABLE, text)
    else:
        assert isinstance(found, Finding)
        assert (found.code, found.value.reason) == ("mark-with-text", text)


def test_a_reason_is_never_quoted_in_a_problem() -> None:
    reading = read_cases(EVIDENCE, [("Case", "Seen"), ("C1", "Yes"), ("C2", "Yes, by Zz99")])

    assert told(reading) == [("mark-with-text", "Cases", "B3")]
    assert "Zz99" not in repr(reading.problems)


def test_its_other_columns_are_read_where_they_apply() -> None:
    row = (*EVIDENCE, "Q2", "All cases", "Yes", "assessments")
    more = ("Placed in", "Denominator", "Counts towards total", "Counted in")
    cases: Rows = [
        ("Case", "Age", "Completed by", "Notes", "Seen"),
        ("C1", 3, "School", "Fine.", "✓"),
    ]

    (theme,) = themes(read_cases(row, cases, more))

    assert (theme.quarter, theme.all_cases) == (Quarter.Q2, True)
    assert (theme.counts_towards_total, theme.counted_in) == (True, "assessments")
    assert theme.items == ("Seen",)
    assert theme.cases[0].profile == {"Completed by": "School", "Age band": "1 to 5"}
    assert theme.cases[0].observation == "Fine."


def test_a_month_alone_runs_from_its_first_day_to_its_last() -> None:
    row = ("CP", "Cases", "Judgement", "August 2016", "August 2016")

    (theme,) = themes(read_cases(row, [("Case", "Voice"), ("C1", "Good")]))

    assert (theme.start, theme.end) == AUGUST


def test_a_sheet_that_is_not_there_is_an_error_where_it_is_named() -> None:
    reading = read_sheets(Thematic_audits=register(JUDGED))

    assert told(reading) == [("missing-sheet", "Thematic audits", "B2")]


def test_a_sheet_of_cases_that_nothing_names_is_a_note() -> None:
    reading = read_sheets(CP_August=[("Case", "Overall judgement"), ("C1", "Good")])

    assert ("case-sheet-not-named", "CP August", "") in told(reading, notes=True)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ((*JUDGED[:2], "Marks", *AUGUST), ("unknown-kind", "Thematic audits", "C2")),
        ((*JUDGED[:3], None, AUGUST[1]), ("missing-date", "Thematic audits", "D2")),
        ((*JUDGED[:3], AUGUST[1], AUGUST[0]), ("dates-reversed", "Thematic audits", "E2")),
    ],
)
def test_a_row_that_leaves_it_open_what_is_meant_is_an_error(
    row: Sequence[CellValue], problem: tuple[str, str, str]
) -> None:
    reading = read_cases(row, [("Case", "Voice"), ("C1", "Good")])

    assert told(reading) == [problem]
    assert themes(reading) == ()


def test_two_thematic_audits_of_one_name_are_an_error() -> None:
    reading = read_sheets(
        Thematic_audits=register(JUDGED, ("cp ", "Cases", "Judgement", *AUGUST)),
        Cases=[("Case", "Voice"), ("C1", "Good")],
    )

    assert told(reading) == [("duplicate-name", "Thematic audits", "A3")]


def test_a_name_that_is_a_section_of_the_report_is_a_warning() -> None:
    row = ("Summary", "Cases", "Judgement", *AUGUST)

    assert told(read_cases(row, [("Case", "Voice"), ("C1", "Good")])) == [
        ("name-clash", "Thematic audits", "A2")
    ]


def test_a_thematic_audit_placed_in_a_quarter_without_its_days_is_a_warning() -> None:
    reading = read_cases((*JUDGED, "Q4"), [("Case", "Voice"), ("C1", "Good")], ["Placed in"])

    assert told(reading) == [("placed-elsewhere", "Thematic audits", "F2")]


def test_an_unknown_judgement_of_an_item_is_an_error() -> None:
    cases = [("Case", "Voice"), ("C1", "Good"), ("C2", "Goood")]

    assert told(read_cases(JUDGED, cases)) == [("unknown-judgement", "Cases", "B3")]


def test_a_column_without_one_judgement_is_one_error_that_quotes_nothing() -> None:
    cases = [("Case", "Worker", "Voice"), ("C1", "Zz98", "Good"), ("C2", "Zz99", "Good")]

    reading = read_cases(JUDGED, cases)

    assert told(reading) == [("item-without-judgements", "Cases", "B1")]
    assert "Zz9" not in repr(reading.problems)
    assert themes(reading)[0].items == ("Voice",)


def test_items_that_cover_fewer_cases_than_there_are_is_a_note() -> None:
    cases = [("Case", "Overall judgement", "Voice"), ("C1", "Good", "Good"), ("C2", "Good", None)]

    reading = read_cases(JUDGED, cases)

    assert ("items-cover-fewer", "Thematic audits", "A2") in told(reading, notes=True)
    assert "2 cases, of which 1 were" in message_of(reading, "items-cover-fewer")


def test_a_case_outside_the_dates_of_its_thematic_audit_is_a_warning_and_counts() -> None:
    cases: Rows = [("Case", "Date", "Voice"), ("C1", date(2016, 9, 1), "Good")]

    reading = read_cases(JUDGED, cases)

    assert told(reading) == [("case-outside-dates", "Cases", "B2")]
    assert len(themes(reading)[0].cases) == 1


# sheets that several share


TWO = register(
    ("One", "Cases", "Judgement", date(2016, 4, 1), date(2016, 4, 30)),
    ("Two", "Cases", "Judgement", date(2016, 5, 1), date(2016, 5, 31)),
)


def test_a_shared_sheet_goes_by_the_column_thematic_audit() -> None:
    cases = [("Thematic audit", "Case", "Voice"), ("two", "C1", "Good"), ("One", "C2", "Good")]

    reading = read_sheets(Thematic_audits=TWO, Cases=cases)

    assert told(reading) == []
    assert [[case.label for case in theme.cases] for theme in themes(reading)] == [["C2"], ["C1"]]


def test_a_name_that_no_thematic_audit_bears_is_an_error_with_the_nearest() -> None:
    cases = [("Thematic audit", "Case", "Voice"), ("Two", "C1", "Good"), ("Onee", "C2", "Good")]

    reading = read_sheets(Thematic_audits=TWO, Cases=cases)

    assert ("unknown-thematic-audit", "Cases", "A3") in told(reading)
    assert "did you mean 'One'" in message_of(reading, "unknown-thematic-audit")


def test_a_shared_sheet_goes_by_date_without_that_column() -> None:
    cases: Rows = [
        ("Case", "Date", "Voice"),
        ("C1", date(2016, 5, 9), "Good"),
        ("C2", date(2016, 4, 9), "Good"),
        ("C3", date(2016, 6, 9), "Good"),
        ("C4", None, "Good"),
    ]

    reading = read_sheets(Thematic_audits=TWO, Cases=cases)

    assert [[case.label for case in theme.cases] for theme in themes(reading)] == [["C2"], ["C1"]]
    assert told(reading) == [
        ("case-outside-dates", "Cases", "B4"),
        ("missing-date", "Cases", "B5"),
    ]


def test_shared_dates_that_overlap_are_an_error() -> None:
    rows = register(
        ("One", "Cases", "Judgement", date(2016, 4, 1), date(2016, 5, 1)),
        ("Two", "Cases", "Judgement", date(2016, 5, 1), date(2016, 5, 31)),
    )

    reading = read_sheets(Thematic_audits=rows, Cases=[("Case", "Date", "Voice"), ("C", None, "G")])

    assert ("overlapping-thematic-audits", "Thematic audits", "D3") in told(reading)


def test_an_item_that_is_blank_for_all_of_an_audits_cases_is_not_its_item_on_a_shared_sheet() -> (
    None
):
    cases = [
        ("Thematic audit", "Case", "Voice", "Plan"),
        ("One", "C1", "Good", None),
        ("Two", "C2", None, "Good"),
    ]

    reading = read_sheets(Thematic_audits=TWO, Cases=cases)

    assert [theme.items for theme in themes(reading)] == [("Voice",), ("Plan",)]


def test_the_cases_of_several_workbooks_are_joined() -> None:
    cases = [("Case", "Voice"), ("C1", "Good")]
    one = a_report(Thematic_audits=register(JUDGED), Cases=cases)
    two = a_workbook({"Cases": [("Case", "Plan"), ("C2", "Good")]}, "two.xlsx")

    (theme,) = themes(understand([one, two]))

    assert theme.items == ("Voice", "Plan")
    assert [case.judgements for case in theme.cases] == [
        {"Voice": "Good", "Plan": None},
        {"Voice": None, "Plan": "Good"},
    ]


# comparisons


def compare(kind: str, ours: Rows, theirs: Rows, base: str = "") -> Reading:
    more = ("Compared with", "Percentages are of")
    rows = register(
        ("Now", "Cases", kind, *AUGUST, "Then", base),
        ("Then", "Before", kind, date(2015, 8, 1), date(2015, 8, 31), None, None),
        more=more,
    )
    return read_sheets(Thematic_audits=rows, Cases=ours, Before=theirs)


def test_a_round_can_be_compared_with_an_earlier_one_of_another_year() -> None:
    cases = [("Case", "Seen"), ("C1", "Yes")]

    reading = compare("Evidence", cases, cases)

    assert told(reading) == []
    assert themes(reading)[0].compared_with == "Then"


def test_a_comparison_of_other_items_is_a_warning() -> None:
    ours, theirs = [("Case", "Seen"), ("C1", "Yes")], [("Case", "Heard"), ("C1", "Yes")]

    reading = compare("Evidence", ours, theirs)

    assert told(reading) == [("comparison-other-items", "Thematic audits", "F2")]


def test_a_comparison_on_another_base_is_a_note() -> None:
    cases = [("Case", "Seen"), ("C1", "Yes")]

    reading = compare("Evidence", cases, cases, "All cases")

    assert told(reading) == []
    assert ("comparison-other-base", "Thematic audits", "F2") in told(reading, notes=True)


def test_a_comparison_with_nothing_is_an_error() -> None:
    reading = read_cases((*JUDGED, "Thn"), [("Case", "Voice"), ("C1", "Good")], ["Compared with"])

    assert told(reading) == [("unknown-comparison", "Thematic audits", "F2")]


def test_a_thematic_audit_without_cases_is_a_warning() -> None:
    assert told(read_cases(JUDGED, [("Case", "Voice")])) == [
        ("thematic-without-cases", "Thematic audits", "A2")
    ]
    assert told(read_cases(JUDGED, [])) == [("thematic-without-cases", "Thematic audits", "A2")]


def test_a_sheet_named_by_the_beginning_of_its_name_is_suggested() -> None:
    reading = read_sheets(
        Thematic_audits=[
            ("Name", "Sheet", "Recorded as", "From", "To"),
            ("Plans", "CP Aug", "Judgement", date(2016, 8, 1), date(2016, 8, 31)),
        ],
        CP_August_2016_cases=[("Case", "Overall judgement"), ("1", "Good")],
    )

    (missing,) = [p for p in reading.problems if p.code == "missing-sheet"]
    assert "did you mean 'CP August 2016 cases'?" in missing.message
