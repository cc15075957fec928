"""Clean sheets as pandas tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from records import (
    AREAS,
    action,
    audit,
    data_set,
    evidence_theme,
    feedback_round,
    judged_theme,
    narrative,
    question,
    reply,
    response,
    schedule_entry,
    source,
)

from auditreport.reading.clean_tables import TABLES
from auditreport.reading.dataset import Answer, Measure, PracticeArea, Target

CLOSED, OPEN = question(), question("Q2", answers="")
DATA = data_set(
    (
        audit("G", date=date(2016, 5, 3), areas={"Risk": "Good"}, profile={"Team": "North"}),
        audit(
            " ",
            final="Inadequate",
            areas={"Risk": None},
            profile={"Team": "South"},
            auditors=("A", "B"),
            measures={"Chronology": Answer.YES},
        ),
    ),
    measures=(Measure(source("Measures"), "Chronology", "Has a chronology"),),
    targets=(Target(source("Targets"), "Chronology", Fraction(9, 10), None),),
    thematic=(judged_theme(Risk="G"), evidence_theme(Seen=["y", "Joint working"])),
    questions=(CLOSED, OPEN),
    rounds=(feedback_round(asked=30), feedback_round("Autumn")),
    responses=(
        response({"Q1": reply("Yes, mostly", "Yes"), "Q2": reply("More visits")}),
        response({"Q1": reply("Not sure")}),
        response({"Q1": None, "Q2": None}),
    ),
    schedule=(schedule_entry(date(2016, 4, 1), date(2016, 4, 30), planned=5),),
    narrative=(narrative("Plain words."),),
    actions=(action(due=date(2016, 6, 1)),),
)


def shown(sheet: str, column: str) -> list[object]:
    """Return a column's values, `-` for those that are missing."""
    values = DATA.frame(sheet)[column]
    return ["-" if missing else v for v, missing in zip(values, values.isna(), strict=True)]


def test_each_audit_is_a_row_with_its_profile_its_areas_and_where_it_was_read() -> None:
    assert shown("Audits", "Overall judgement") == ["Good", "-"]
    assert shown("Audits", "Counted judgement") == ["Good", "Inadequate"]
    assert shown("Audits", "Team") == ["North", "South"]
    assert shown("Audits", "Risk") == ["Good", "-"]
    assert shown("Audits", "Workbook") == ["data.xlsx", "data.xlsx"]
    assert shown("Audits", "Row") == [2, 2]


def test_measures_are_columns_of_the_audits() -> None:
    assert shown("Audits", "Chronology") == ["-", "yes"]
    assert shown("Measures", "Label") == ["Has a chronology"]


def test_several_auditors_stand_in_one_cell() -> None:
    assert shown("Audits", "Auditor") == ["-", "A; B"]


def test_text_that_is_blank_is_missing() -> None:
    assert shown("Audits", "Audit ref") == ["-", "-"]


def test_dates_are_dates_of_pandas_and_blank_ones_missing() -> None:
    dates = DATA.frame("Audits")["Audit date"]
    assert dates.dtype.kind == "M"
    assert [day.strftime("%d/%m/%Y") for day in dates.dropna()] == ["03/05/2016"]


def test_a_thematic_audit_is_a_row_and_each_of_its_cases_another() -> None:
    assert shown("Thematic audits", "Recorded as") == ["Judgement", "Evidence"]
    assert shown("Thematic audits", "Placed in") == ["Q2", "Q2"]
    assert shown("Thematic cases", "Thematic audit") == ["Plans, August 2016", "Voice", "Voice"]
    assert shown("Thematic cases", "Risk") == ["Good", "-", "-"]
    assert shown("Thematic cases", "Seen") == ["-", "yes", "not applicable"]


def test_answers_are_as_written_and_as_they_are_counted() -> None:
    assert shown("Feedback", "Q1") == ["Yes, mostly", "Not sure", "-"]
    assert shown("Feedback", "Q1 counted as") == ["Yes", "other", "-"]


def test_answers_to_an_open_question_are_not_counted() -> None:
    assert shown("Feedback", "Q2") == ["More visits", "-", "-"]
    assert "Q2 counted as" not in DATA.frame("Feedback")


def test_questions_and_rounds_are_tables_too() -> None:
    assert shown("Questions", "Answers") == ["Yes; No", "-"]
    assert shown("Rounds", "Asked") == [30, "-"]


def test_numbers_stay_whole_where_some_are_missing() -> None:
    assert str(DATA.frame("Rounds")["Asked"].dtype) == "Int64"
    assert shown("Schedule", "Planned") == [5]


def test_targets_are_shares() -> None:
    assert shown("Targets", "At least") == [0.9]
    assert shown("Targets", "At most") == ["-"]


def test_the_narrative_and_the_practice_areas_have_tables() -> None:
    assert shown("Narrative", "Text") == ["Plain words."]
    assert shown("Practice areas", "Area") == list(AREAS)


def test_actions_keep_their_due_date() -> None:
    assert list(DATA.frame("Actions")["Due"].dt.month) == [6]


@pytest.mark.parametrize("sheet", TABLES)
def test_a_sheet_without_rows_has_the_same_columns_and_types(sheet: str) -> None:
    empty = replace(
        DATA, audits=(), responses=(), rounds=(), schedule=(), narrative=(), actions=(), targets=()
    )
    assert len(DATA.frame(sheet)) > 0
    assert list(empty.frame(sheet).dtypes.items()) == list(DATA.frame(sheet).dtypes.items())


def test_columns_of_one_name_are_all_kept() -> None:
    areas = tuple(PracticeArea(name, name) for name in ("Status", "Risk"))
    judged = audit(areas={"Status": "Good", "Risk": "Good"}, measures={"Risk": Answer.NO})
    measures = (Measure(source("Measures"), "Risk", "Risk"),)
    table = data_set((judged,), areas=areas, measures=measures).frame("Audits")

    assert list(table.columns[-3:]) == ["Status (practice area)", "Risk", "Risk (measure)"]
    assert list(table.iloc[0, -3:]) == ["Good", "Good", "no"]
    assert list(table["Status"]) == ["Completed"]


def test_a_sheet_that_is_not_offered_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        DATA.frame("Lists")
