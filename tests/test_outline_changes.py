"""What a report says of a comparison, be it with a year, a round or a quarter: each outcome."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from outlined import blocks_of, told
from records import (
    action,
    analysed,
    area_audits,
    audit,
    audits,
    data_set,
    feedback_round,
    judged_theme,
    question,
    reply,
    response,
    source,
)

from auditreport.analysis.figures import Figures
from auditreport.problems import Place
from auditreport.reading.dataset import Answer, Measure, PreviousYear
from auditreport.rendering.blocks import Table
from auditreport.rendering.outline.areas import area_percent
from auditreport.rendering.outline.previous import previous_words

SEEN = Measure(source("Measures"), "Seen", "Seen alone")


def against(
    overall: tuple[int, int] | None, areas: Mapping[str, tuple[int, int]], **changes: Any
) -> Figures:
    """Return a year of 40 good audits beside last year's counts, Good or better of a base."""
    previous = PreviousYear(Place("data.xlsx"), "as entered", "2015-16", overall, dict(areas))
    found = area_audits(Risk="G" * 38 + "RR", Plans="G" * 5 + "R" * 35)
    return analysed(data_set(found, previous=previous, **changes))


class TestLastYear:
    @pytest.mark.parametrize(
        ("overall", "words"),
        [
            ((5, 40), "overall judgements were better, at 40 of 40 (100%) after 5 of 40 (13%)"),
            ((40, 40), "overall judgements have not clearly changed, at 40 of 40"),
            ((2, 3), "there are too few overall judgements to compare"),
        ],
    )
    def test_the_first_page_says_each_outcome(self, overall: tuple[int, int], words: str) -> None:
        assert words in previous_words(against(overall, {}))

    def test_the_first_page_says_that_overall_judgements_were_worse(self) -> None:
        previous = PreviousYear(Place("data.xlsx"), "as entered", "2015-16", (38, 40), {})
        figures = analysed(data_set(audits("G" * 10 + "R" * 30), previous=previous))

        assert "overall judgements were worse, at 10 of 40 (25%) after 38 of 40 (95%)" in (
            previous_words(figures)
        )

    def test_the_first_page_names_the_areas_that_moved_the_worse_first(self) -> None:
        words = previous_words(against((40, 40), {"Risk": (5, 40), "Plans": (38, 40)}))

        assert words.index("Plans was worse, at 5 of 40") < words.index("Risk was better, at 38")

    def test_areas_are_compared_where_no_overall_counts_are_known(self) -> None:
        figures = against(None, {"Risk": (5, 40)})

        (table,) = (b for b in blocks_of(figures, "year-previous") if isinstance(b, Table))
        assert [row[0] for row in table.rows] == ["Risk"]

    @pytest.mark.parametrize(
        ("counts", "interval"),
        [((5, 40), "higher"), ((40, 40), "lower to"), ((0, 0), "–")],
    )
    def test_an_interval_is_written_as_people_say_it(
        self, counts: tuple[int, int], interval: str
    ) -> None:
        figures = against((40, 40), {"Risk": counts})

        (table,) = (b for b in blocks_of(figures, "year-previous") if isinstance(b, Table))
        (row,) = (row for row in table.rows if row[0] == "Risk")
        assert any(interval in str(cell) for cell in row)

    def test_what_was_named_and_is_so_still_is_said_with_the_actions_that_are_open(self) -> None:
        figures = against((40, 40), {"Plans": (5, 40)}, actions=(action(area="Risk"),))

        said = told(figures)
        assert "2015-16 named 1 area for development; it still is one." in said
        assert "No action is open for Plans." in said

    def test_what_was_named_and_is_a_strength_now_is_said(self) -> None:
        said = told(against((40, 40), {"Risk": (5, 40)}))

        assert "2015-16 named 1 area for development; it no longer is one." in said
        assert "a strength; better" in said


class TestRounds:
    def judged(self, *letters: str) -> Figures:
        """Return a round for each text of judgements, each compared with the one before."""
        names = [f"Plans {number}" for number in range(len(letters))]
        themes = (
            replace(judged_theme(name, Aims=found), compared_with=before)
            for name, found, before in zip(names, letters, [None, *names], strict=False)
        )
        return analysed(data_set(audits("G"), thematic=tuple(themes)))

    def test_those_that_clearly_differ_are_named_with_their_shares(self) -> None:
        said = told(self.judged("G" * 4 + "R" * 26, "G" * 5 + "R" * 25, "G" * 28 + "RR"))

        assert "These clearly differ between rounds:" in said
        assert "28 of 30 (93%)" in said

    def test_few_cases_are_too_few_to_say(self) -> None:
        said = told(self.judged("GR", "GR", "GR"))

        assert "There are too few cases to say what changed between rounds." in said


class TestFeedback:
    def answered(self, *letters: str) -> Figures:
        """Return a round of feedback for each text, `y` a positive answer, `n` another."""
        names = ("Spring", "Autumn")
        answers = {"y": reply("Yes", "Yes"), "n": reply("No", "No"), " ": None}
        return analysed(
            data_set(
                audits("G"),
                questions=(question("F1"),),
                rounds=tuple(feedback_round(name) for name in names),
                responses=tuple(
                    response({"F1": answers[letter]}, round_=name)
                    for name, found in zip(names, letters, strict=True)
                    for letter in found
                ),
            )
        )

    def test_answers_that_have_clearly_changed_are_listed(self) -> None:
        said = told(self.answered("y" * 4 + "n" * 26, "y" * 28 + "nn"))

        assert "Answers that have clearly changed since Spring:" in said
        assert "Text of F1 (Parent/carer)" in said

    def test_too_few_answers_are_said_to_be_so(self) -> None:
        assert "Too few answered to compare with Spring." in told(self.answered("yn", "yy"))

    def test_a_question_that_nobody_answered_has_no_share(self) -> None:
        assert "no answers" in told(self.answered("yyn", "   "))


class TestMeasures:
    def measured(self, **quarters: str) -> Figures:
        letters = {"y": Answer.YES, "n": Answer.NO}
        found = [
            audit(quarter=quarter, measures={"Seen": letters[letter]})
            for quarter, row in quarters.items()
            for letter in row
        ]
        return analysed(data_set(found, measures=(SEEN,)))

    def test_quarters_that_clearly_differ_are_listed(self) -> None:
        said = told(self.measured(Q1="y" * 3 + "n" * 27, Q2="y" * 28 + "nn"))

        assert "Measures in which quarters clearly differ:" in said
        assert "Seen alone (good practice)" in said

    def test_that_none_does_is_said(self) -> None:
        said = told(self.measured(Q1="yyyyynnnnn", Q2="yyyyynnnnn"))

        assert "In no measure does a quarter clearly differ from another" in said


def test_an_area_that_was_never_judged_has_a_dash_for_its_share() -> None:
    figures = analysed(data_set(area_audits(Risk="GGGGG", Plans="-----")))

    assert area_percent("Plans", figures.periods["year"], figures.rules) == "–"


def test_an_immediate_concern_without_what_was_done_is_said() -> None:
    found = [
        audit(immediate_concern=True, action_taken="Visited", ref="A1"),
        audit(immediate_concern=True, ref="A2"),
    ]
    said = told(analysed(data_set(found)))

    assert "in 1 of them what was done was not recorded" in said
