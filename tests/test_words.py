"""What auditors wrote, what people answered round by round, and what nobody acts on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outlined import blocks_of, part_of
from outlined import told as told_of
from records import (
    action,
    analysed,
    area_audits,
    audit,
    audits,
    case,
    data_set,
    feedback_round,
    judged_theme,
    narrative,
    question,
    reply,
    response,
    unhurried,
)

from auditreport.analysis.actions import AGE_BANDS, count_ages
from auditreport.analysis.narrative import has_typed_number
from auditreport.analysis.words import build_patterns, find_areas
from auditreport.reading.dataset import NOT_RECORDED, DataSet, PracticeArea, Response, Status
from auditreport.rendering.blocks import Bullets, Quotes

AREAS = (PracticeArea("Risk", "Identification of risk"), PracticeArea("Plans", "Plans", ("SMART",)))
AS_OF = date(2017, 3, 31)


class TestAuditorsWords:
    @pytest.mark.parametrize(
        ("text", "areas"),
        [
            ("Clear about risk.", ("Risk",)),
            ("Plans are smart; RISK is weighed", ("Plans", "Risk")),
            ("Identification  of\nrisk", ("Risk",)),
            ("A risky brisk asterisk", ()),
            ("", ()),
        ],
    )
    def test_an_area_is_named_by_whole_words_alone(self, text: str, areas: tuple[str, ...]) -> None:
        assert find_areas(text, build_patterns(AREAS)) == areas

    def test_a_name_with_signs_is_taken_as_it_stands(self) -> None:
        patterns = build_patterns((PracticeArea("Plans (SMART)", "Children & YP"),))

        assert find_areas("see Plans (SMART), please", patterns) == ("Plans (SMART)",)

    def test_they_are_filed_by_the_day_and_without_one_in_no_quarter(self) -> None:
        dated = audit(quarter=None, date=date(2016, 8, 1), strengths="Clear")
        undated = audit(quarter=None, areas_for_development="Dates")

        found = analysed(data_set([dated, undated])).words

        assert [(words.quarter, words.is_strength) for words in found] == [
            ("Q2", True),
            ("", False),
        ]

    def test_those_of_an_audit_that_was_not_completed_are_not_told(self) -> None:
        audits = [audit(strengths="Clear", status=status) for status in Status]

        assert len(analysed(data_set(audits)).words) == 1

    def test_words_stand_in_the_appendix_under_the_area_that_they_name(self) -> None:
        found = audit(ref="A7", strengths="Risk was weighed.", areas_for_development="Late.")
        quotes = blocks_of(analysed(data_set([found])), "words-q1")

        assert quotes == (
            Quotes("Risk: strengths", ("Risk was weighed. – A7",)),
            Quotes("No practice area named: areas for development", ("Late. – A7",)),
        )

    def test_the_quarter_says_where_its_words_stand(self) -> None:
        figures = analysed(data_set([audit(ref=f"A{n}", strengths="Good") for n in range(9)]))

        said = "What auditors wrote: see the appendix, 9 strengths and 0 areas for development."
        assert said in told_of(figures)

    def test_words_that_are_the_same_stand_once_with_their_references(self) -> None:
        found = [audit(ref=f"A{n}", strengths="Risk was weighed.") for n in (7, 8)]
        (quotes,) = blocks_of(analysed(data_set(found)), "words-q1")

        assert quotes == Quotes("Risk: strengths", ("Risk was weighed. – A7 and A8",))

    def test_a_public_report_prints_none(self) -> None:
        figures = analysed(data_set([audit(ref="A7", strengths="Risk was weighed.")]))

        assert part_of(replace(figures, audience="public"), "words-q1") is None


def asked_twice(first: str, second: str, second_kind: str = "Child") -> DataSet:
    """Return two rounds of one question: `y` and `n` for each answer."""
    words = {"y": reply("Yes", "Yes"), "n": reply("No", "No")}
    answers: list[Response] = [response({"Q1": words[w]}, "Child", "Spring") for w in first]
    answers += [response({"Q1": words[w]}, second_kind, "Autumn") for w in second]
    rounds = (feedback_round("Spring", asked=30), feedback_round("Autumn"))
    return data_set(questions=(question(),), responses=tuple(answers), rounds=rounds)


class TestRounds:
    def test_a_question_is_compared_with_the_earlier_round_kind_by_kind(self) -> None:
        found = analysed(asked_twice("y" * 5 + "n" * 15, "y" * 15 + "n" * 5)).feedback

        (compared,) = found["Autumn"].compared
        assert (compared.respondent, compared.change.verdict) == ("Child", "better")
        assert found["Spring"].compared == ()

    def test_children_are_not_compared_with_parents(self) -> None:
        found = analysed(asked_twice("yyyyy", "nnnnn", "Parent/carer")).feedback

        assert found["Autumn"].compared == ()

    def test_a_round_that_nobody_answered_is_passed_over(self) -> None:
        asked = asked_twice("yyyyy", "nnnnn")
        silent = (response({"Q1": None}, "Child", "Summer"),)
        rounds = (*asked.rounds[:1], feedback_round("Summer"), *asked.rounds[1:])
        answered = replace(asked, rounds=rounds, responses=asked.responses + silent)

        found = analysed(answered).feedback

        assert found["Summer"].compared == ()
        assert [c.change.before_period for c in found["Autumn"].compared] == ["Spring"]

    def test_the_nearest_of_two_earlier_rounds_is_compared_with(self) -> None:
        asked = asked_twice("yyyyy", "nnnnn")
        winter = tuple(response({"Q1": reply("No", "No")}, "Child", "Winter") for _ in range(5))
        rounds = (*asked.rounds, feedback_round("Winter"))

        found = analysed(replace(asked, rounds=rounds, responses=asked.responses + winter)).feedback

        assert [c.change.before_period for c in found["Winter"].compared] == ["Autumn"]

    def test_the_report_says_what_is_within_chance(self) -> None:
        text = told_of(analysed(asked_twice("yyynn", "yynnn")))

        assert "Compared with Spring, answers have not clearly changed." in text

    def test_how_many_were_asked_is_told_by_kind(self) -> None:
        rounds = (
            feedback_round("Spring", asked=30, respondent="Child"),
            feedback_round("Spring", asked=12, respondent="Parent/carer"),
        )
        found = analysed(replace(asked_twice("y", ""), rounds=rounds)).feedback["Spring"]

        assert found.asked_by_respondent == {"Parent/carer": 12, "Child": 30}
        assert found.asked == 42


class TestActions:
    @given(st.lists(st.one_of(st.none(), st.dates(date(2015, 1, 1), AS_OF)), max_size=20))
    @unhurried
    def test_every_open_action_is_in_one_age_band(self, days: list[date | None]) -> None:
        found = [action(raised=day) for day in days] + [action(is_complete=True)]

        assert sum(count_ages(found, AS_OF).values()) == len(days)

    @pytest.mark.parametrize(
        ("raised", "band"),
        [
            (date(2017, 3, 1), "up to 30 days"),
            (date(2017, 2, 28), "31 to 90 days"),
            (date(2016, 12, 30), "91 to 180 days"),
            (date(2016, 9, 1), "over 180 days"),
            (None, NOT_RECORDED),
        ],
    )
    def test_an_age_band_ends_with_its_last_day(self, raised: date | None, band: str) -> None:
        counts = count_ages([action(raised=raised)], AS_OF)

        assert [name for name, count in counts.items() if count] == [band]
        assert [label for _, label in AGE_BANDS] == list(counts)[:-1]

    def test_actions_are_counted_by_practice_area(self) -> None:
        found = analysed(data_set(actions=(action(area="Risk"), action(area="")))).actions

        assert {area: c.total for area, c in found.by_area.items()} == {"Risk": 1, NOT_RECORDED: 1}

    def test_inadequate_audits_without_an_action_are_named(self) -> None:
        found = (audit("I", ref="A1"), audit("I", ref="A2"), audit("G", ref="A3"))
        figures = analysed(data_set(found, actions=(action(origin="a1"),)))

        assert figures.follow_up.inadequate_without_refs == ("A2",)
        assert "Without an action:\n\n- 1 of 2 Inadequate audits: A2." in told_of(figures)

    def test_an_audit_without_reference_is_known_by_its_row(self) -> None:
        found = audit("I")
        figures = analysed(data_set([found], actions=(action(origin=str(found.source.place())),)))

        assert figures.follow_up.inadequate_without == 0

    def test_areas_for_development_that_no_action_names_are_said(self) -> None:
        found = area_audits(Risk="RRRRR", Plans="RRRRR")
        figures = analysed(data_set(found, actions=(action(area="Plans"),)))

        assert figures.follow_up.development_without == ("Risk",)


class TestTypedNumbers:
    @pytest.mark.parametrize(
        "text",
        [
            "Of 21 audits, {{ Q4 Good }} were Good.",
            "{{ Q4 Good }} were Good, 33% of all.",
            "First.\nThen {{ Q4 Good }} of 1,200.",
        ],
    )
    def test_a_number_beside_a_reference_is_noted(self, text: str) -> None:
        assert has_typed_number(text)

    @pytest.mark.parametrize(
        "text",
        [
            "21 audits were done.",
            "21 audits were done. Of these {{ Q4 Good }} were Good.",
            "In 2016-17, {{ Q4 Good }} were Good.",
            "By 12 April 2016 {{ Q4 completed }} were done in Q4.",
            "{{ periods.Q4.completed }} and {{ Q4 Good % }}% in quarter 4.",
            "{{ Q4 completed }} on 12/04/2016.",
        ],
    )
    def test_dates_years_and_other_sentences_are_no_such_numbers(self, text: str) -> None:
        assert not has_typed_number(text)

    @pytest.mark.parametrize("text", ["Of 5{{ a }}", "{{ a }}5", "1. 5 of {{ a }} audits"])
    def test_one_that_touches_what_is_no_figure_is_a_number(self, text: str) -> None:
        assert has_typed_number(text)

    def test_the_note_points_at_the_text_and_quotes_none_of_it(self) -> None:
        data = data_set(audits("G"), narrative=(narrative("Of 21, {{ Q1 Good }} were."),))
        (problem,) = analysed(data).problems

        assert (problem.code, problem.cell, problem.value) == ("typed-number", "C2", "")


class TestLimits:
    def limits(self, data: DataSet) -> str:
        (block,) = blocks_of(analysed(data), "limits")
        if isinstance(block, Bullets):
            return "\n".join(line[0].text for line in block.items)
        return ""

    def test_a_theme_that_covers_part_of_the_cases_is_said(self) -> None:
        theme = judged_theme("Protection", Voice="GGR ")
        theme = replace(theme, cases=(*theme.cases, case("G")))

        assert (
            "Items that were judged in part of the cases: Protection, 3 of 5 cases."
            in self.limits(data_set(thematic=(theme,)))
        )

    def test_audits_and_areas_that_were_not_judged_are_counted(self) -> None:
        said = self.limits(data_set(audits("GG- ")))

        assert "2 of 4 audits were given no overall judgement." in said

    def test_small_groups_are_named(self) -> None:
        said = self.limits(data_set(audits("GG", profile={"Team": "North"})))

        assert "Groups with fewer than 5 judged audits: North (team)." in said

    def test_those_who_did_not_answer_are_counted(self) -> None:
        assert "Of those who were asked, 5 of 30 in Spring answered" in self.limits(
            asked_twice("yyynn", "")
        )
