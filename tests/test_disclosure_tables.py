"""Tables that are left out whole, since who stands in them would tell how many each had."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from attacker import attack
from editions import as_tree, count_all
from outlined import told
from records import (
    action,
    analysed,
    audit,
    audits,
    case,
    data_set,
    evidence_theme,
    question,
    reply,
    response,
    theme,
)

from auditreport.analysis.disclosure.edition import Edition, Policy, make_public
from auditreport.analysis.disclosure.hidden_counts import NAMED, find_left_out
from auditreport.analysis.publishing import publish
from auditreport.reading import Reading
from auditreport.reading.dataset import Audit, DataSet, Response

_NAME, _REFERENCE = "name-in-public-text", "reference-in-public-text"
_PLAN_THEME = evidence_theme("Family", False, **{"Plan of 7731": "y" * 9})


def public(data: DataSet) -> Edition:
    return make_public(analysed(data), Policy(5))


def by_team(quarter: str, **teams: str) -> tuple[Audit, ...]:
    """Return audits of a quarter: a letter for each judgement of a team."""
    return tuple(
        a
        for team, letters in teams.items()
        for a in audits(letters, quarter, profile={"Team": team})
    )


def answered(kinds: str, round_: str = "2016-17", answers: str = "") -> tuple[Response, ...]:
    """Return an answer of each: c for a child, p for a parent; y for yes, n for no."""
    names: Mapping[str, str] = {"c": "Child", "p": "Parent/carer"}
    words = {"y": reply("Yes", "Yes"), "n": reply("No", "No")}
    said = answers or "y" * len(kinds)
    return tuple(
        response({"Q1": words[answer]}, names[kind], round_)
        for kind, answer in zip(kinds, said, strict=True)
    )


class TestProfiles:
    def test_one_audit_of_each_team_is_told_by_no_list_of_teams(self) -> None:
        council = data_set(by_team("Q1", North="G", South="R", East="G"))
        edition = public(council)

        assert edition.figures.periods["Q1"].profile == {}
        assert edition.figures.periods["year"].profile == {}
        assert "North" not in told(edition.figures)
        assert attack(as_tree(edition.figures), count_all(council), protect=False) == []

    def test_a_quarters_table_is_left_out_and_the_years_stays(self) -> None:
        rest = by_team("Q2", North="GGGGRRR", South="GGGGGGRR", East="GGGGGRRR")
        council = data_set(by_team("Q1", North="G", South="R", East="G") + rest)
        figures = public(council).figures

        assert "Team" not in figures.periods["Q1"].profile
        assert figures.periods["year"].profile["Team"] == {"North": 8, "South": 9, "East": 9}
        assert attack(as_tree(figures), count_all(council), protect=False) == []

    def test_what_the_year_and_its_other_quarters_tell_of_it_is_hidden_too(self) -> None:
        rest = by_team("Q2", North="GGGGRRR", South="GGGGGGRR", East="GGGGGRRR")
        figures = public(data_set(by_team("Q1", North="G", South="R", East="G") + rest)).figures

        hidden = figures.periods["Q2"].profile["Team"].values()
        assert {str(count) for count in hidden} == {"[c]"}

    def test_a_total_that_tells_by_itself_leaves_the_table_where_it_is(self) -> None:
        """One audit of eighteen was less than Good: no team can have had two of these."""
        figures = public(data_set(by_team("Q1", North="GR", South="G" * 7, West="G" * 9))).figures

        assert list(figures.periods["year"].profile["Team"]) == ["North", "South", "West"]

    def test_one_audit_of_each_age_band_is_told_by_no_list_of_bands(self) -> None:
        bands = ("Under 1", "1 to 5", "6 to 9")
        few = [audit("G", profile={"Age band": band}) for band in bands]
        more = [a for band in bands for a in audits("GGGGGRRRR", "Q2", profile={"Age band": band})]
        figures = public(data_set([*few, *more])).figures

        assert "Age band" not in figures.periods["Q1"].profile
        assert figures.periods["Q1"].good_by_age_band == {}
        assert list(figures.periods["Q2"].good_by_age_band) == list(bands)
        assert list(figures.periods["year"].good_by_age_band) == list(bands)

    def test_the_log_names_what_is_left_out_and_why(self) -> None:
        edition = public(data_set(by_team("Q1", North="G", South="R", East="G")))

        assert ("Q1: cases by Team", 1, NAMED) in find_left_out(edition)


class TestLabels:
    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"audits": [audit(ref="QA9-1003", audit_type="Re-audit of QA9-1003")]}, _REFERENCE),
            ({"audits": [audit(case_ref="X/417", profile={"Team": "Of X/417"})]}, ""),
            ({"audits": [audit(case_ref="X/4179", profile={"Team": "Of X/4179"})] * 9}, _REFERENCE),
            ({"thematic": [evidence_theme("Family 7731", Seen="y" * 9)]}, _REFERENCE),
            ({"thematic": [_PLAN_THEME]}, _REFERENCE),
            ({"questions": [replace(question("Q7731"), text="Clear?")], "answers": "Q7731"}, ""),
            ({"actions": [action(area="Area of Kowal", owner="Ada Kowal")]}, _NAME),
            ({"actions": [action(area="Plans", owner="Ada Plans")]}, ""),
        ],
    )
    def test_no_label_may_hold_a_reference_nor_an_area_that_is_none_a_name(
        self, changes: dict[str, Any], code: str
    ) -> None:
        code_of = changes.pop("answers", "Q1")
        rows = [*changes.pop("audits", ()), audit(ref="7731"), audit(ref="Q7731")]
        answers = tuple(response({code_of: reply("Yes", "Yes")}) for _ in range(9))
        given = {key: tuple(value) for key, value in changes.items()}
        council = data_set(rows, **{"questions": (question(),), "responses": answers, **given})

        problems = publish(Reading(council, ()), tool="x").figures.problems

        assert {problem.code for problem in problems} == ({code} if code else set())


class TestThematicAudits:
    def test_one_case_of_each_team_is_told_by_no_list_of_teams(self) -> None:
        cases = tuple(
            case("G", profile={"Team": team, "Completed by": who})
            for team, who in (("North", "GP"), ("South", "GP"), ("East", "School"))
        )
        found = public(data_set(audits("G"), thematic=(theme("Plans", cases=cases),)))

        assert as_tree(found.figures)["thematic"]["Plans"]["by"] == {}

    def test_an_evidence_audit_of_one_case_keeps_its_items(self) -> None:
        found = public(data_set(audits("G"), thematic=(evidence_theme(Seen=["y"]),)))

        assert list(found.figures.thematic["Voice"].items) == ["Seen"]


class TestFeedback:
    def test_one_answer_of_each_kind_is_told_by_no_list_of_kinds(self) -> None:
        council = data_set(
            audits("G"), questions=(question(),), responses=answered("cp" * 1, answers="yy")
        )
        figures = public(council).figures
        found = figures.feedback["2016-17"]

        assert (found.respondents, found.by_respondent) == ({}, None)
        assert "2 responses." in told(figures)
        assert attack(as_tree(figures), count_all(council), protect=False) == []

    def test_a_comparison_with_a_round_whose_kinds_are_left_out_is_left_out(self) -> None:
        many = answered("c" * 20 + "p" * 20, "Autumn", "y" * 9 + "n" * 11 + "y" * 12 + "n" * 8)
        council = data_set(
            audits("G"),
            questions=(question(),),
            responses=(*answered("cp", "Spring", "yn"), *many),
        )
        figures = public(council).figures

        assert figures.feedback["Spring"].respondents == {}
        assert list(figures.feedback["Autumn"].questions) == ["Q1"]
        assert set(figures.feedback["Autumn"].by_respondent or ()) == {"Child", "Parent/carer"}
        assert figures.feedback["Autumn"].respondents == {"Parent/carer": 20, "Child": 20}
        assert figures.feedback["Autumn"].compared == ()

    def test_a_question_whose_few_answers_are_named_is_left_out(self) -> None:
        """Three were asked, one left it blank, and two answers were given: each has one."""
        blank = response({"Q1": None}, "Child")
        council = data_set(
            audits("G"),
            questions=(question(),),
            responses=(*answered("cc", answers="yn"), blank),
        )

        assert public(council).figures.feedback["2016-17"].questions == {}
