"""The demonstration fills every sheet, reads without a warning, and tells what it was made to."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from sample_rows import Record, read_records

from auditreport.analysis import analyse
from auditreport.analysis.figures_json import figures_json
from auditreport.problems import Severity
from auditreport.reading import Reading, contract, read
from auditreport.reading.schema import SheetSchema

SAMPLE_DATA = Path(__file__).parents[1] / "sample_data"
WORKBOOK = SAMPLE_DATA / "demo-2024-25.xlsx"
LAST_FIGURES = SAMPLE_DATA / "demo-2023-24.figures.json"

# Columns that stand for one that the demonstration has.
NOT_NEEDED = {("Audits", "Quarter"), ("Thematic cases", "Case type"), ("Feedback", "Audit ref")}
NOT_SET = {"Year starts", "Logo", "Protect judgements", "Show gender and ethnicity"}


@cache
def sheets() -> dict[str, list[Record]]:
    return read_records(WORKBOOK)


@cache
def reading() -> Reading:
    return read([WORKBOOK])


@cache
def figures() -> Record:
    return dict(json.loads(figures_json(analyse(reading(), tool="auditreport test"))))


@cache
def last_figures() -> Record:
    return dict(json.loads(LAST_FIGURES.read_text(encoding="utf-8")))


def audits() -> list[Record]:
    return sheets()["Audits"]


def audit_of(ref: str) -> Record:
    return next(audit for audit in audits() if audit["Audit ref"] == ref)


def counted(audit: Record) -> str:
    aliases = {alias["Written as"]: alias["Means"] for alias in sheets()["Aliases"]}
    built_in = dict.fromkeys(("RI", "Requires improvement to be good"), "Requires Improvement")
    judgement = str(audit["Final judgement"] or audit["Overall judgement"])
    return str((aliases | built_in).get(judgement, judgement))


def changes(verdict: str) -> set[tuple[str, str, str]]:
    return {
        (change["area"], change["from"], change["to"])
        for change in figures()["trend"]["changes"]
        if change["verdict"] == verdict
    }


def good_last_year(what: str) -> tuple[int, int]:
    year = last_figures()["periods"]["year"]
    good = (year["overall"] if what == "Overall" else year["areas"][what])["good_or_better"]
    return good["count"], good["base"]


@pytest.fixture(scope="module")
def made_again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("again")
    environment = {**os.environ, "PYTHONHASHSEED": "77", "TZ": "Pacific/Auckland"}
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    command = [sys.executable, str(SAMPLE_DATA / "make_demo.py"), str(folder)]
    subprocess.run(command, check=True, env=environment, cwd=folder)
    return folder


def test_the_script_writes_the_committed_workbook(made_again: Path) -> None:
    assert (made_again / WORKBOOK.name).read_bytes() == WORKBOOK.read_bytes()


def test_last_years_figures_are_what_the_tool_counts_today(made_again: Path) -> None:
    again = json.loads((made_again / LAST_FIGURES.name).read_text(encoding="utf-8"))
    for key in ("format", "sources", "scope", "report", "scale", "areas"):
        assert again[key] == last_figures()[key]
    for name, period in last_figures()["periods"].items():
        assert again["periods"][name]["overall"] == period["overall"]
        assert again["periods"][name]["areas"] == period["areas"]


def test_nothing_is_worth_more_than_a_note() -> None:
    worse = [p for p in reading().problems if p.severity is not Severity.NOTE]
    assert not worse
    assert figures()["problems"]
    assert {problem["severity"] for problem in figures()["problems"]} == {"note"}


def declared() -> Iterator[SheetSchema]:
    return (found for found in vars(contract).values() if isinstance(found, SheetSchema))


def test_every_sheet_of_the_contract_has_rows() -> None:
    on_a_sheet = {schema.name for schema in declared()} - {"Thematic cases"}
    assert on_a_sheet <= set(sheets())
    assert all(sheets().values())


def test_every_column_of_the_contract_is_in_use() -> None:
    cases = [row for theme in sheets()["Thematic audits"] for row in sheets()[theme["Sheet"]]]
    for schema in declared():
        if schema.name == "Report":
            continue
        rows = cases if schema.name == "Thematic cases" else sheets()[schema.name]
        filled = {name for row in rows for name, value in row.items() if value is not None}
        wanted = {c.name for c in schema.columns if (schema.name, c.name) not in NOT_NEEDED}
        assert wanted <= filled, schema.name


def test_the_report_has_every_setting_that_it_needs() -> None:
    given = {row["Setting"] for row in sheets()["Report"]}
    assert {setting.name for setting in contract.SETTINGS} - NOT_SET <= given


def test_each_quarter_has_about_thirty_audits() -> None:
    periods = figures()["periods"]
    assert [periods[q]["overall"]["n"] for q in ("Q1", "Q2", "Q3", "Q4")] == [28, 30, 32, 30]
    assert periods["year"]["completed"] == 132


def test_what_was_planned_is_completed_out_exempt_or_cancelled() -> None:
    year = figures()["periods"]["year"]
    parts = [year[part] for part in ("completed", "not_returned", "exempt", "cancelled")]
    assert parts == [132, 3, 2, 2]
    assert sum(parts) == year["planned"]


def test_an_area_changes_beyond_chance_between_two_quarters() -> None:
    assert changes("better") == {("Supervision", "Q2", "Q3")}
    assert not changes("worse")


def test_an_area_is_a_strength_throughout_one_is_weak_throughout_and_one_has_too_few() -> None:
    trend = figures()["trend"]
    assert trend["consistent_strengths"][0] == "Voice"
    assert trend["persistent_development"] == ["Planning"]
    quarters = [figures()["periods"][q] for q in ("Q1", "Q2", "Q3", "Q4")]
    assert all("Adulthood" in quarter["too_few"] for quarter in quarters)


def test_last_year_had_fewer_good_audits_and_better_reviews() -> None:
    assert good_last_year("Overall") == (38, 96)
    assert good_last_year("Reviewing") == (61, 80)
    year = figures()["periods"]["year"]
    assert year["overall"]["good_or_better"]["count"] == 66
    assert year["areas"]["Reviewing"]["good_or_better"]["count"] == 58


def test_one_practice_area_is_new_this_year() -> None:
    now = [area["name"] for area in figures()["areas"]]
    last = [area["name"] for area in last_figures()["areas"]]
    assert [area for area in now if area not in last] == ["Adulthood"]


def test_the_sheet_previous_year_says_what_last_years_figures_say() -> None:
    year = last_figures()["periods"]["year"]
    for row in sheets()["Previous year"]:
        what = row.pop("What")
        counts = year["overall"] if what == "Overall" else year["areas"][what]
        assert row == counts["counts"]
        row["What"] = what


def test_moderators_judge_some_audits_better_and_some_worse_and_one_first_judgement_stands() -> (
    None
):
    moderation = figures()["periods"]["year"]["moderation"]
    assert (moderation["upgraded"], moderation["downgraded"]) == (2, 8)
    assert moderation["changed"] == 9


def test_some_inadequate_audits_have_no_second_opinion() -> None:
    unseen = [a for a in audits() if counted(a) == "Inadequate" and a["Moderated"] == "No"]
    assert unseen


def test_re_audits_come_out_better_the_same_and_worse() -> None:
    scale = ("Outstanding", "Good", "Requires Improvement", "Inadequate")
    found = Counter[int]()
    for audit in audits():
        original = audit["Re-audit of"]
        if original and original.startswith("A24"):
            steps = scale.index(counted(audit_of(original))) - scale.index(counted(audit))
            found[(steps > 0) - (steps < 0)] += 1
            assert audit_of(original)["Audit date"] < audit["Audit date"]
            assert audit_of(original)["Case ref"] == audit["Case ref"]
    assert found == {1: 5, 0: 1, -1: 1}


def test_an_audit_of_the_year_before_is_repeated() -> None:
    assert [a["Audit ref"] for a in audits() if str(a["Re-audit of"]).startswith("A23")]


def test_an_immediate_concern_lacks_its_action() -> None:
    concerns = [audit for audit in audits() if audit["Immediate concern"] == "Yes"]
    assert len(concerns) == 6
    assert [bool(audit["Action taken"]) for audit in concerns].count(False) == 1


def test_audits_are_allocated_exempt_and_cancelled() -> None:
    assert Counter(audit["Status"] for audit in audits()) == {
        "Completed": 120,
        "Allocated": 3,
        "Exempt": 2,
        "Cancelled": 2,
    }


def test_every_alias_is_in_use() -> None:
    columns = {
        "Judgements": "Overall judgement",
        "Case types": "Case type",
        "Teams": "Team",
    }
    for alias in sheets()["Aliases"]:
        if alias["List"] == "Action statuses":
            written = {action["Status"] for action in sheets()["Actions"]}
        else:
            written = {audit[columns[alias["List"]]] for audit in audits()}
        assert alias["Written as"] in written


@pytest.mark.parametrize("written", ["RI", "Requires improvement to be good"])
def test_auditors_write_the_scale_in_words_of_their_own(written: str) -> None:
    assert written in {audit["Overall judgement"] for audit in audits()}


def test_every_measure_is_answered_yes_and_no() -> None:
    for measure in sheets()["Measures"]:
        assert {"Yes", "No"} <= {audit[measure["Measure"]] for audit in audits()}


def test_no_child_under_two_was_seen_alone() -> None:
    young = [audit for audit in audits() if audit["Age"] in {"Unborn", 0, 1}]
    assert young
    assert {audit["Child seen alone"] for audit in young} == {"N/A"}


def test_three_rounds_of_evidence_are_compared_in_a_chain_on_one_base() -> None:
    rounds = [theme for theme in figures()["thematic"].items() if theme[1]["kind"] == "Evidence"]
    (first, _), (second, compared), (_, compared_again) = rounds
    assert compared["compared_with"]["name"] == first
    assert compared_again["compared_with"]["name"] == second
    assert compared["compared_with"]["same_denominator"]
    assert compared_again["compared_with"]["same_denominator"]


def test_thematic_audits_share_a_sheet_by_name_and_another_by_date() -> None:
    shared = Counter(theme["Sheet"] for theme in sheets()["Thematic audits"])
    named = {name for name in shared if "Thematic audit" in sheets()[name][0]}
    dated = {name for name in shared if shared[name] > 1} - named
    assert [shared[name] for name in (*named, *dated)] == [2, 3]


def test_one_thematic_audit_counts_in_its_quarter() -> None:
    themes = figures()["thematic"].values()
    assert [(t["placed_in"], t["cases"]) for t in themes if t["counts_towards_total"]] == [
        ("Q2", 12)
    ]


def test_an_interview_that_was_not_held_gave_no_account() -> None:
    for case in sheets()["Return home interviews"]:
        if case["Interview held"] != "✓":
            assert case["Child's account"] not in {"✓", "X"}


def test_children_and_parents_answered_the_same_questions_in_two_rounds() -> None:
    rounds = figures()["feedback"]
    assert len(rounds) == 2
    for found in rounds.values():
        assert found["asked"] > found["responses"]
        children, parents = (
            set(found["by_respondent"][kind]) for kind in ("Child", "Parent/carer")
        )
        assert children == parents


def test_some_answers_were_not_offered_and_some_words_may_not_be_published() -> None:
    assert any(q["other"] for r in figures()["feedback"].values() for q in r["questions"].values())
    assert {"Yes", "No"} <= {answer["Publish"] for answer in sheets()["Feedback"]}


def test_actions_are_overdue_late_and_without_an_owner() -> None:
    actions = figures()["actions"]
    assert actions["overdue"] > 1
    assert actions["completed_late"] > 1
    assert any(not item["owner"] and not item["is_complete"] for item in actions["items"])


def test_nothing_happened_after_the_report_was_dated() -> None:
    report_date = next(r["Value"] for r in sheets()["Report"] if r["Setting"] == "Report date")
    done = [
        row[column].date()
        for name, column in (("Audits", "Action completed"), ("Actions", "Completed"))
        for row in sheets()[name]
        if row[column]
    ]
    assert max(done) <= report_date.date() == date(2025, 5, 14)


def test_an_inadequate_audit_asked_for_no_action() -> None:
    silent = [a for a in audits() if counted(a) == "Inadequate" and not a["Action"]]
    assert len(silent) == 1


def test_every_section_of_the_report_has_a_text() -> None:
    sections = {text["Section"] for text in sheets()["Narrative"]}
    wanted = {"Introduction", "Q1", "Q2", "Q3", "Q4", "Year", "Actions", "Summary"}
    wanted |= {"Conclusion", "Next steps", "Appendix"}
    assert wanted | set(figures()["thematic"]) | set(figures()["feedback"]) == sections


def test_the_same_word_stands_behind_every_person() -> None:
    people = {str(a[c]).split()[0] for a in audits() for c in ("Auditor", "Moderator") if a[c]}
    assert people == {"Auditor", "Moderator"}
