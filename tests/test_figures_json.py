"""figures.json: a public interface, so its names and their order are held here."""

import json
from datetime import date
from typing import Any

import pytest
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

from auditreport.analysis import analyse, figures_json
from auditreport.errors import DataFault
from auditreport.problems import Problem, Severity
from auditreport.reading import Reading

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
