"""figures.json: a public interface, so its names and their order are held here."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from math import nan
from typing import Any

import pytest
from golden.regenerate import GOLDEN, REPORTS, SAMPLES, SCOPES
from records import (
    action,
    analysed,
    audits,
    case,
    data_set,
    evidence_theme,
    judged_theme,
    narrative,
    question,
    reply,
    response,
    settings,
    theme,
)

from auditreport import __version__
from auditreport.analysis import analyse, figures_json
from auditreport.analysis.figures import Figures
from auditreport.analysis.figures_json import to_plain
from auditreport.errors import DataFault
from auditreport.problems import Problem, Severity
from auditreport.reading import Reading, read
from auditreport.reading.dataset import DataSet, SourceFile

WARNING = Problem(Severity.WARNING, "a-code", "data.xlsx", "Audits", "B9", "x", "said", "do")


def written() -> dict[str, Any]:
    data = data_set(
        audits("GGR", profile={"Team": "Nørd"}, moderated=True, moderated_judgement="Good"),
        settings=settings(date=date(2017, 3, 31)),
        thematic=(
            theme("Risk", cases=(case("G"),)),
            evidence_theme("Voice", taf=["y"]),
        ),
        questions=(question(),),
        responses=(response({"Q1": reply("Yes", "Yes")}), response({"Q1": None}, "Child")),
        actions=(action(due=date(2017, 1, 1)),),
        narrative=(narrative("Said"),),
    )
    found: dict[str, Any] = json.loads(
        figures_json(analyse(Reading(data, (WARNING,)), tool="auditreport 0.1.0"))
    )
    return found


def test_the_file_holds_its_parts_in_order() -> None:
    assert " ".join(written()) == (
        "format tool sources audience scope report rules scale areas periods trend thematic "
        "feedback actions narrative cases problems targets concerns reaudits series words "
        "follow_up groups draft"
    )


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("sources.0", "file sha256"),
        (
            "report",
            "organisation service title year start end authors approved_by date colours",
        ),
        ("rules", "strength_threshold development_threshold smallest_base hide_counts_up_to"),
        ("scale", "judgements good_or_better not_judged"),
        ("areas.0", "name label"),
        ("periods", "Q1 Q2 Q3 Q4 year"),
        (
            "periods.Q1",
            "label start end completed not_returned exempt cancelled moderated planned open_cases "
            "immediate_concerns notes overall by_audit_type areas all_responses strengths "
            "development outstanding inadequate too_few profile good_by moderation "
            "inadequate_not_moderated measures impact impact_by_overall good_by_age_band "
            "by_service is_complete",
        ),
        ("periods.Q1.overall", "n counts not_judged percent share good_or_better"),
        ("periods.Q1.overall.good_or_better", "count base percent low high"),
        (
            "periods.Q1.moderation",
            "moderated compared agreed upgraded downgraded changed kappa matrix kappa_low "
            "kappa_high as_first_judged",
        ),
        (
            "trend",
            "areas changes consistent_strengths persistent_development measure_changes "
            "overall_pairs turned quarters",
        ),
        ("trend.changes.0", "area from to before after difference low high verdict"),
        (
            "thematic.Risk",
            "kind from to placed_in cases judged_by_item counts_towards_total counted_in overall "
            "items by compared_with",
        ),
        (
            "thematic.Voice",
            "kind from to placed_in cases counts_towards_total counted_in denominator items "
            "reasons compared_with",
        ),
        ("thematic.Voice.items.taf", "yes no not_applicable not_recorded base percent"),
        (
            "feedback.2016-17",
            "heading responses asked respondents questions by_respondent asked_by_respondent "
            "compared",
        ),
        (
            "feedback.2016-17.questions.Q1",
            "question kind answered blank counts other positive comments positive_answers",
        ),
        ("feedback.2016-17.questions.Q1.positive", "count base percent"),
        (
            "actions",
            "as_of total complete open overdue completed_late by_owner items ageing by_area",
        ),
        ("actions.by_owner.Manager", "total complete open overdue completed_late"),
        (
            "actions.items.0",
            "ref action from area owner raised due status is_complete completed outcome overdue "
            "late days_open days_overdue",
        ),
        ("narrative.0", "section heading text"),
        ("cases.Risk", "columns rows"),
        ("problems.0", "severity code workbook sheet cell value message hint"),
    ],
)
def test_each_part_holds_its_names_in_order(path: str, names: str) -> None:
    found: Any = written()
    for step in path.split("."):
        found = found[int(step) if step.isdecimal() else step]
    assert " ".join(found) == names


def test_rounds_that_are_compared_are_named() -> None:
    later = judged_theme("Later", Risk="GG")
    data = data_set(
        thematic=(
            judged_theme("Earlier", Risk="G"),
            theme("Later", items=later.items, cases=later.cases, compared_with="Earlier"),
            evidence_theme("Round 1", taf=["y"]),
        )
    )
    found = json.loads(figures_json(analysed(data)))["thematic"]["Later"]["compared_with"]
    assert list(found) == ["name", "overall", "items"]
    assert (found["items"]["Risk"]["from"], found["items"]["Risk"]["to"]) == ("Earlier", "Later")


def test_dates_are_iso_and_thresholds_in_per_cent() -> None:
    found = written()
    assert found["actions"]["as_of"] == found["report"]["date"] == "2017-03-31"
    assert found["rules"]["strength_threshold"] == 70.0


def test_words_of_the_scale_and_verdicts_are_plain_text() -> None:
    found = written()
    assert found["trend"]["changes"][0]["verdict"] == "too few"
    assert found["problems"][0]["severity"] == "warning"
    assert found["audience"] == "internal"
    assert found["format"] == "auditreport-figures/1"


def test_a_round_with_one_kind_of_respondent_has_no_breakdown() -> None:
    data = data_set(questions=(question(),), responses=(response({"Q1": None}),))
    assert "by_respondent" not in json.loads(figures_json(analysed(data)))["feedback"]["2016-17"]


def test_a_round_without_an_earlier_one_and_a_period_without_moderation_say_null() -> None:
    found = written()
    assert found["thematic"]["Risk"]["compared_with"] is None
    assert found["periods"]["Q2"]["moderation"] is None


def test_the_text_is_indented_by_two_keeps_letters_and_ends_with_a_newline() -> None:
    text = figures_json(analysed(data_set(audits("G", profile={"Team": "Nørd"}))))
    assert text.startswith('{\n  "format": "auditreport-figures/1",\n')
    assert "Nørd" in text
    assert text.endswith("}\n")


def test_the_same_data_set_gives_the_same_text() -> None:
    data = data_set(audits("GGR", profile={"Team": "North"}))
    assert figures_json(analysed(data)) == figures_json(analysed(data))


def test_the_scope_is_carried_along() -> None:
    found = analyse(Reading(data_set(), ()), scope="Q4", tool="auditreport 0.1.0")
    assert (found.scope, found.tool) == ("Q4", "auditreport 0.1.0")


def test_problems_of_reading_stand_before_those_of_the_narrative() -> None:
    data = data_set(narrative=(narrative("{{ nothing }}"),))
    found = analyse(Reading(data, (WARNING,)), tool="auditreport 0.1.0").problems
    assert [problem.code for problem in found] == ["a-code", "unknown-figure"]


def test_a_reading_without_data_cannot_be_analysed() -> None:
    with pytest.raises(DataFault) as fault:
        analyse(Reading(None, (WARNING,)), tool="auditreport 0.1.0")
    assert fault.value.problems == (WARNING,)


@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize("name", REPORTS)
def test_the_figures_of_a_sample_are_those_that_were_reviewed(name: str, scope: str) -> None:
    reading = read([SAMPLES / f"{name}.xlsx"])
    figures = analyse(reading, scope=scope, tool=f"auditreport {__version__}")
    report = "annual-report" if scope == "year" else scope.lower()
    reviewed = GOLDEN / name / f"{report}-{name.partition('-')[2]}.figures.json"

    assert figures_json(figures) == reviewed.read_text(encoding="utf-8")


def test_what_json_cannot_hold_is_refused_by_its_kind() -> None:
    with pytest.raises(TypeError, match=r"^complex$"):
        to_plain(1j)
    with pytest.raises(ValueError, match="nan"):
        figures_json(replace(analysed(data_set()), tool=nan))  # type: ignore[arg-type]


def test_a_public_file_holds_the_number_of_each_kind_of_problem_by_name() -> None:
    problems = (replace(WARNING, code="b-code"), WARNING, replace(WARNING, code="b-code"))
    figures = replace(analysed(data_set()), audience="public", problems=problems)

    found = json.loads(figures_json(figures))["problems"]

    assert list(found.items()) == [("a-code", 1), ("b-code", 2)]


@pytest.mark.parametrize("sources", [(), (SourceFile("a.xlsx", "0"), SourceFile("b.xlsx", "1"))])
def test_a_quarter_without_audits_is_told_of_the_first_workbook(
    sources: tuple[SourceFile, ...],
) -> None:
    data = data_set(audits("G", quarter="Q1"), sources=sources)

    (problem,) = in_scope(data, "Q2").problems

    assert (problem.code, problem.workbook) == ("empty-quarter", "a.xlsx" if sources else "")
    assert (problem.sheet, problem.cell) == ("Audits", "")
    assert "Q2" in problem.message


@pytest.mark.parametrize("scope", ["Q1", "Q4", "year"])
def test_a_quarter_with_audits_or_not_yet_begun_is_not_told(scope: str) -> None:
    data = data_set(audits("G", quarter="Q1"))

    assert in_scope(data, scope, as_of=date(2016, 12, 31)).problems == ()


def test_problems_that_counting_finds_are_as_severe_as_the_council_says() -> None:
    data = data_set(audits("G", quarter="Q1"))

    assert in_scope(data, "Q2", {"empty-quarter": Severity.NOTE}).problems[0].severity == "note"
    assert in_scope(data, "Q2", {"empty-quarter": None}).problems == ()


def in_scope(
    data: DataSet,
    scope: str,
    severity: Mapping[str, Severity | None] | None = None,
    as_of: date = date(2017, 3, 31),
) -> Figures:
    reading = Reading(data, (), severity=severity or {})
    return analyse(reading, scope=scope, as_of=as_of, tool="auditreport 0.1.0")
