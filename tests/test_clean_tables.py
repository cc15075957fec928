"""Clean sheets as pandas tables."""

from datetime import date

import pytest
from records import (
    action,
    audit,
    data_set,
    evidence_theme,
    judged_theme,
    question,
    reply,
    response,
    schedule_entry,
)

from auditreport.reading.clean_tables import TABLES

DATA = data_set(
    (
        audit("G", date=date(2016, 5, 3), areas={"Risk": "Good"}, profile={"Team": "North"}),
        audit(" ", final="Inadequate", areas={"Risk": None}, profile={"Team": "South"}),
    ),
    thematic=(judged_theme(Risk="G"), evidence_theme(Seen=["y", "Joint working"])),
    questions=(question(),),
    responses=(response({"Q1": reply("Yes", "Yes")}), response({"Q1": None})),
    schedule=(schedule_entry(date(2016, 4, 1), date(2016, 4, 30), planned=5),),
    actions=(action(due=date(2016, 6, 1)),),
)


def test_each_audit_is_a_row_with_its_profile_its_areas_and_where_it_was_read() -> None:
    table = DATA.frame("Audits")
    assert list(table["Overall judgement"].fillna("blank")) == ["Good", "blank"]
    assert list(table["Counted judgement"]) == ["Good", "Inadequate"]
    assert list(table["Team"]) == ["North", "South"]
    assert list(table["Risk"].fillna("blank")) == ["Good", "blank"]
    assert list(table["Workbook"]) == ["data.xlsx", "data.xlsx"]


def test_dates_are_dates_of_pandas_and_blank_ones_missing() -> None:
    dates = DATA.frame("Audits")["Audit date"]
    assert dates.dtype.kind == "M"
    assert [day.strftime("%d/%m/%Y") for day in dates.dropna()] == ["03/05/2016"]


def test_each_case_of_a_thematic_audit_is_a_row() -> None:
    table = DATA.frame("Thematic audits")
    assert len(table) == 3
    assert list(table["Seen"].dropna()) == ["yes", "not applicable"]


def test_answers_are_as_written_and_no_answer_is_missing() -> None:
    assert list(DATA.frame("Feedback")["Q1"].fillna("none")) == ["Yes", "none"]


def test_a_planned_number_stays_a_number() -> None:
    assert list(DATA.frame("Schedule")["Planned"]) == [5]


def test_actions_keep_their_due_date() -> None:
    assert list(DATA.frame("Actions")["Due"].dt.month) == [6]


@pytest.mark.parametrize("sheet", TABLES)
def test_a_sheet_without_rows_is_an_empty_table(sheet: str) -> None:
    assert data_set().frame(sheet).empty


def test_a_sheet_that_is_not_offered_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        DATA.frame("Lists")
