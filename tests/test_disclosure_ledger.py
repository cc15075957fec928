"""The ledger: which counts of a report stand in it, as what, and which sums tie them.

Each small report is written out as the ledger holds it, a line for each count and each sum; what
the counts of a sum have in common stands before its colon.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import Any

import pytest

from auditreport.analysis.disclosure.earlier import (
    find_hidden,
    find_joined,
    is_earlier,
    list_same_year,
)
from auditreport.analysis.disclosure.feedback_tables import add_feedback
from auditreport.analysis.disclosure.judgement_tables import add_judgements
from auditreport.analysis.disclosure.ledger import OTHER_QUARTERS, Key, Ledger, Sum, find, names
from auditreport.analysis.disclosure.profile_tables import add_profiles
from auditreport.analysis.disclosure.tables import build_ledger
from auditreport.analysis.disclosure.theme_tables import add_themes

Tree = dict[str, Any]
_BOTH = ("Q1", "year")


def good(count: int, base: int) -> Tree:
    return {"count": count, "base": base}


def judged(good_ones: int, poor: int, unjudged: int = 0) -> Tree:
    """Return a distribution over two judgements, of which one is good."""
    n = good_ones + poor
    return {
        "n": n,
        "counts": {"Good": good_ones, "Poor": poor},
        "not_judged": {"N/A": unjudged},
        "good_or_better": good(good_ones, n),
    }


def answered(yes: int, no: int, other: int, blank: int) -> Tree:
    """Return the answers to a question that Yes is the positive answer to."""
    return {
        "answered": yes + no + other,
        "blank": blank,
        "counts": {"Yes": yes, "No": no},
        "other": {"Other": other} if other else {},
        "positive": good(yes, yes + no + other),
        "positive_answers": ["Yes"],
    }


def ledger_of(**parts: Any) -> Ledger:
    """Return an empty ledger of a figures.json."""
    return Ledger({"scale": {"good_or_better": ["Good"]}, **parts})


def counts_of(ledger: Ledger, below: str) -> list[str]:
    """Return each count of a ledger: its path, its value, what it is and the table it is in."""
    keys = (*ledger.values, *sorted(ledger.withheld))
    return [f"{_write(key, below)} {', '.join(_describe(ledger, key))}" for key in keys]


def sums_of(ledger: Ledger, below: str) -> list[str]:
    return [_write_sum(tie, below) for tie in ledger.sums]


def _write(key: Key, below: str = "") -> str:
    return "/".join(key).removeprefix(f"{below}/")


def _write_sum(tie: Sum, below: str) -> str:
    places = [key[:-1] for key in (tie.total, *tie.parts)]
    shared = [
        step
        for step, *_ in takewhile(lambda steps: len(set(steps)) == 1, zip(*places, strict=False))
    ]
    total, *parts = (_write(key[len(shared) :]) for key in (tie.total, *tie.parts))
    return f"{_write(tuple(shared), below)}: {total} = {' + '.join(parts)}"


def _describe(ledger: Ledger, key: Key) -> Iterator[str]:
    if key in ledger.values:
        yield str(ledger.values[key])
    if key in ledger.fixed:
        yield "always shown"
    if key in ledger.withheld:
        yield "withheld"
    if key in ledger.never_zero:
        yield "not 0"
    if key in ledger.printed:
        yield f"printed: {ledger.printed[key]}"
    if key in ledger.protected:
        yield f"protected: {ledger.protected[key]}"


_PLANS: Tree = {
    "kind": "Judgement",
    "cases": 5,
    "judged_by_item": 4,
    "items": {"Plan": judged(2, 1, 1)},
    "overall": judged(3, 2),
    "by": {"Team": {"North": 4, "Not recorded": 1}, "Service": {"Care": 5}},
}
_VOICE: Tree = {
    "kind": "Evidence",
    "cases": 6,
    "items": {"Seen": {"yes": 2, "no": 1, "not_applicable": 2, "not_recorded": 1, "base": 3}},
    "by": {},
}


class TestThematicAudits:
    def ledger(self, protect: bool = False, **themes: Tree) -> Ledger:
        ledger = ledger_of(thematic=themes)
        add_themes(ledger, protect_judgements=protect)
        return ledger

    def test_judgements_are_shown_and_whose_cases_they_are_is_protected(self) -> None:
        assert counts_of(self.ledger(Plans=_PLANS), "thematic/Plans") == [
            "cases 5, always shown, printed: Plans",
            "judged_by_item 4, always shown, printed: Plans",
            "items/Plan/counts/Good 2, always shown, printed: Plans: Plan",
            "items/Plan/counts/Poor 1, always shown, printed: Plans: Plan",
            "items/Plan/not_judged/N/A 1, always shown, printed: Plans: Plan",
            "items/Plan/n 3, always shown, printed: Plans: Plan",
            "items/Plan/good_or_better/count 2, always shown, printed: Plans: Plan",
            "items/Plan/good_or_better/base 3, always shown, printed: Plans: Plan",
            "items/Plan/good_or_better/[less than good] 1, always shown",
            "items/Plan/[all] 4, always shown",
            "overall/counts/Good 3, always shown, printed: Plans: overall",
            "overall/counts/Poor 2, always shown, printed: Plans: overall",
            "overall/not_judged/N/A 0, always shown, printed: Plans: overall",
            "overall/n 5, always shown, printed: Plans: overall",
            "overall/good_or_better/count 3, always shown, printed: Plans: overall",
            "overall/good_or_better/base 5, always shown, printed: Plans: overall",
            "overall/good_or_better/[less than good] 2, always shown",
            "overall/[all] 5, always shown",
            "by/Team/North 4, printed: Plans: Team, protected: Plans: Team",
            "by/Team/Not recorded 1, not 0, printed: Plans: Team, protected: Plans: Team",
            "by/Service/Care 5, printed: Plans: Service",
        ]

    def test_judgements_are_protected_where_that_is_asked_for(self) -> None:
        assert counts_of(self.ledger(True, Plans=_PLANS), "thematic/Plans") == [
            "cases 5, always shown, printed: Plans",
            "judged_by_item 4, always shown, printed: Plans",
            "items/Plan/counts/Good 2, printed: Plans: Plan, protected: Plans: Plan",
            "items/Plan/counts/Poor 1, printed: Plans: Plan, protected: Plans: Plan",
            "items/Plan/not_judged/N/A 1, printed: Plans: Plan, protected: Plans: Plan",
            "items/Plan/n 3, printed: Plans: Plan, protected: Plans: Plan",
            "items/Plan/good_or_better/count 2, printed: Plans: Plan, protected: Plans: Plan",
            "items/Plan/good_or_better/base 3, printed: Plans: Plan, protected: Plans: Plan",
            "items/Plan/good_or_better/[less than good] 1, protected: Plans: Plan",
            "items/Plan/[all] 4, always shown",
            "overall/counts/Good 3, printed: Plans: overall, protected: Plans: overall",
            "overall/counts/Poor 2, printed: Plans: overall, protected: Plans: overall",
            "overall/not_judged/N/A 0, printed: Plans: overall, protected: Plans: overall",
            "overall/n 5, printed: Plans: overall, protected: Plans: overall",
            "overall/good_or_better/count 3, printed: Plans: overall, protected: Plans: overall",
            "overall/good_or_better/base 5, printed: Plans: overall, protected: Plans: overall",
            "overall/good_or_better/[less than good] 2, protected: Plans: overall",
            "overall/[all] 5, always shown",
            "by/Team/North 4, printed: Plans: Team, protected: Plans: Team",
            "by/Team/Not recorded 1, not 0, printed: Plans: Team, protected: Plans: Team",
            "by/Service/Care 5, printed: Plans: Service",
        ]

    def test_judgements_add_up_to_the_cases_judged_and_values_to_all_cases(self) -> None:
        assert sums_of(self.ledger(Plans=_PLANS), "thematic/Plans") == [
            "items/Plan/good_or_better: base = count + [less than good]",
            "items/Plan: n = counts/Good + counts/Poor",
            "items/Plan: good_or_better/base = n",
            "items/Plan: good_or_better/count = counts/Good",
            "items/Plan: [all] = n + not_judged/N/A",
            "thematic/Plans: judged_by_item = items/Plan/[all]",
            "overall/good_or_better: base = count + [less than good]",
            "overall: n = counts/Good + counts/Poor",
            "overall: good_or_better/base = n",
            "overall: good_or_better/count = counts/Good",
            "overall: [all] = n + not_judged/N/A",
            "thematic/Plans: cases = overall/[all]",
            "thematic/Plans: cases = by/Team/North + by/Team/Not recorded",
            "thematic/Plans: cases = by/Service/Care",
        ]

    def test_evidence_is_protected(self) -> None:
        assert counts_of(self.ledger(Voice=_VOICE), "thematic/Voice") == [
            "cases 6, always shown, printed: Voice",
            "items/Seen/yes 2, printed: Voice: Seen, protected: Voice: Seen",
            "items/Seen/no 1, printed: Voice: Seen, protected: Voice: Seen",
            "items/Seen/not_applicable 2, printed: Voice: Seen, protected: Voice: Seen",
            "items/Seen/not_recorded 1, printed: Voice: Seen, protected: Voice: Seen",
            "items/Seen/base 3, printed: Voice: Seen, protected: Voice: Seen",
        ]

    def test_a_base_is_yes_and_no_or_else_all_cases(self) -> None:
        seen = _VOICE["items"]["Seen"]
        everybody = {**_VOICE, "items": {"Seen": {**seen, "base": 6}}}

        assert sums_of(self.ledger(Voice=_VOICE), "thematic/Voice") == [
            "thematic/Voice: cases = items/Seen/yes + items/Seen/no + items/Seen/not_applicable "
            "+ items/Seen/not_recorded",
            "items/Seen: base = yes + no",
        ]
        assert sums_of(self.ledger(Voice=everybody), "thematic/Voice")[1:] == [
            "thematic/Voice: cases = items/Seen/base"
        ]

    def test_an_audit_without_overall_judgements_has_none_in_the_ledger(self) -> None:
        ledger = self.ledger(Plans={**_PLANS, "overall": None, "by": {}, "items": {}})

        assert counts_of(ledger, "thematic/Plans") == [
            "cases 5, always shown, printed: Plans",
            "judged_by_item 4, always shown, printed: Plans",
        ]


class TestFeedback:
    def ledger(self, questions: Tree, **kinds: tuple[int, Tree]) -> Ledger:
        """Return the ledger of a round: of each kind how many, and their answers."""
        several = {kind: found for kind, (_, found) in kinds.items() if len(kinds) > 1}
        people = {kind: number for kind, (number, _) in kinds.items()}
        found = {
            "responses": sum(people.values()),
            "respondents": people,
            "questions": questions,
            "by_respondent": several,
        }
        ledger = ledger_of(feedback={"May": found})
        add_feedback(ledger)
        return ledger

    def of_two_kinds(self) -> Ledger:
        return self.ledger(
            {"A": answered(4, 2, 1, 2)},
            Child=(4, {"A": answered(1, 2, 0, 1)}),
            Adult=(5, {"A": answered(3, 0, 1, 1)}),
        )

    def test_answers_of_several_kinds_are_protected_by_kind(self) -> None:
        assert counts_of(self.of_two_kinds(), "feedback/May") == [
            "responses 9, always shown, printed: May",
            "respondents/Child 4, not 0, printed: May, protected: May",
            "respondents/Adult 5, not 0, printed: May, protected: May",
            "questions/A/answered 7, printed: May: A, responses",
            "questions/A/blank 2, printed: May: A, responses",
            "questions/A/counts/Yes 4, printed: May: A, responses",
            "questions/A/counts/No 2, printed: May: A, responses",
            "questions/A/other/Other 1, not 0, printed: May: A, responses",
            "questions/A/positive/count 4, printed: May: A, responses",
            "questions/A/positive/base 7, printed: May: A, responses",
            "questions/A/[not positive] 3",
            "by_respondent/Child/A/answered 3, printed: May: A, Child, protected: May: A, Child",
            "by_respondent/Child/A/blank 1, printed: May: A, Child, protected: May: A, Child",
            "by_respondent/Child/A/counts/Yes 1, printed: May: A, Child, protected: May: A, Child",
            "by_respondent/Child/A/counts/No 2, printed: May: A, Child, protected: May: A, Child",
            "by_respondent/Child/A/positive/count 1, printed: May: A, Child, protected: May: A, "
            "Child",
            "by_respondent/Child/A/positive/base 3, printed: May: A, Child, protected: May: A, "
            "Child",
            "by_respondent/Child/A/[not positive] 2, protected: May: A, Child",
            "by_respondent/Adult/A/answered 4, printed: May: A, Adult, protected: May: A, Adult",
            "by_respondent/Adult/A/blank 1, printed: May: A, Adult, protected: May: A, Adult",
            "by_respondent/Adult/A/counts/Yes 3, printed: May: A, Adult, protected: May: A, Adult",
            "by_respondent/Adult/A/counts/No 0, printed: May: A, Adult, protected: May: A, Adult",
            "by_respondent/Adult/A/other/Other 1, not 0, printed: May: A, Adult, protected: May: "
            "A, Adult",
            "by_respondent/Adult/A/positive/count 3, printed: May: A, Adult, protected: May: A, "
            "Adult",
            "by_respondent/Adult/A/positive/base 4, printed: May: A, Adult, protected: May: A, "
            "Adult",
            "by_respondent/Adult/A/[not positive] 1, protected: May: A, Adult",
        ]

    def test_answers_of_several_kinds_add_up(self) -> None:
        assert sums_of(self.of_two_kinds(), "feedback/May") == [
            "feedback/May: responses = respondents/Child + respondents/Adult",
            "feedback/May: responses = questions/A/answered + questions/A/blank",
            "questions/A: answered = counts/Yes + counts/No + other/Other",
            "questions/A: positive/base = answered",
            "questions/A: positive/count = counts/Yes",
            "questions/A: positive/base = positive/count + [not positive]",
            "feedback/May: respondents/Child = by_respondent/Child/A/answered + "
            "by_respondent/Child/A/blank",
            "by_respondent/Child/A: answered = counts/Yes + counts/No",
            "by_respondent/Child/A: positive/base = answered",
            "by_respondent/Child/A: positive/count = counts/Yes",
            "by_respondent/Child/A: positive/base = positive/count + [not positive]",
            "feedback/May: respondents/Adult = by_respondent/Adult/A/answered + "
            "by_respondent/Adult/A/blank",
            "by_respondent/Adult/A: answered = counts/Yes + counts/No + other/Other",
            "by_respondent/Adult/A: positive/base = answered",
            "by_respondent/Adult/A: positive/count = counts/Yes",
            "by_respondent/Adult/A: positive/base = positive/count + [not positive]",
            "feedback/May: questions/A/answered = by_respondent/Child/A/answered + "
            "by_respondent/Adult/A/answered",
            "feedback/May: questions/A/blank = by_respondent/Child/A/blank + "
            "by_respondent/Adult/A/blank",
            "feedback/May: questions/A/positive/count = by_respondent/Child/A/positive/count + "
            "by_respondent/Adult/A/positive/count",
            "feedback/May: questions/A/positive/base = by_respondent/Child/A/positive/base + "
            "by_respondent/Adult/A/positive/base",
            "feedback/May: questions/A/counts/Yes = by_respondent/Child/A/counts/Yes + "
            "by_respondent/Adult/A/counts/Yes",
            "feedback/May: questions/A/counts/No = by_respondent/Child/A/counts/No + "
            "by_respondent/Adult/A/counts/No",
            "feedback/May: questions/A/other/Other = by_respondent/Adult/A/other/Other",
        ]

    def test_all_answers_are_protected_where_one_kind_answered(self) -> None:
        ledger = self.ledger({"A": answered(4, 2, 1, 2)}, Child=(9, {}))

        assert counts_of(ledger, "feedback/May") == [
            "responses 9, always shown, printed: May",
            "respondents/Child 9, not 0, printed: May, protected: May",
            "questions/A/answered 7, printed: May: A, responses, protected: May: A, responses",
            "questions/A/blank 2, printed: May: A, responses, protected: May: A, responses",
            "questions/A/counts/Yes 4, printed: May: A, responses, protected: May: A, responses",
            "questions/A/counts/No 2, printed: May: A, responses, protected: May: A, responses",
            "questions/A/other/Other 1, not 0, printed: May: A, responses, protected: May: A, "
            "responses",
            "questions/A/positive/count 4, printed: May: A, responses, protected: May: A, "
            "responses",
            "questions/A/positive/base 7, printed: May: A, responses, protected: May: A, responses",
            "questions/A/[not positive] 3, protected: May: A, responses",
        ]

    def test_an_open_question_has_no_answers_to_count_but_how_many_there_are(self) -> None:
        asked = {"answered": 3, "blank": 6, "counts": {}, "other": {}, "positive": None}
        ledger = self.ledger({"B": asked}, Child=(9, {}))

        assert counts_of(ledger, "feedback/May")[2:] == [
            "questions/B/answered 3, printed: May: B, responses, protected: May: B, responses",
            "questions/B/blank 6, printed: May: B, responses, protected: May: B, responses",
        ]
        assert sums_of(ledger, "feedback/May") == [
            "feedback/May: responses = respondents/Child",
            "feedback/May: responses = questions/B/answered + questions/B/blank",
        ]

    def test_a_kind_that_was_not_asked_a_question_has_no_part_in_it(self) -> None:
        ledger = self.ledger(
            {"A": answered(1, 2, 0, 1)}, Child=(4, {"A": answered(1, 2, 0, 1)}), Adult=(5, {})
        )

        assert "feedback/May: questions/A/answered = by_respondent/Child/A/answered" in sums_of(
            ledger, "feedback/May"
        )
        assert not [key for key in ledger.values if key[2:4] == ("by_respondent", "Adult")]


class TestJudgements:
    def ledger(self, *, protect: bool) -> Ledger:
        period = {
            "overall": judged(2, 1, 1),
            "areas": {"Risk": judged(1, 2)},
            "all_responses": judged(1, 2),
            "by_audit_type": {"Dip": judged(1, 0)},
        }
        ledger = ledger_of(periods=dict.fromkeys(_BOTH, period))
        add_judgements(ledger, _BOTH, protect=protect)
        return ledger

    def test_they_are_always_shown(self) -> None:
        assert counts_of(self.ledger(protect=False), "periods") == [
            "Q1/overall/counts/Good 2, always shown, printed: overall, Q1",
            "Q1/overall/counts/Poor 1, always shown, printed: overall, Q1",
            "Q1/overall/not_judged/N/A 1, always shown, printed: overall, Q1",
            "Q1/overall/n 3, always shown, printed: overall, Q1",
            "Q1/overall/good_or_better/count 2, always shown, printed: overall, Q1",
            "Q1/overall/good_or_better/base 3, always shown, printed: overall, Q1",
            "Q1/overall/good_or_better/[less than good] 1, always shown",
            "Q1/overall/[all] 4, always shown",
            "year/overall/counts/Good 2, always shown, printed: overall, year",
            "year/overall/counts/Poor 1, always shown, printed: overall, year",
            "year/overall/not_judged/N/A 1, always shown, printed: overall, year",
            "year/overall/n 3, always shown, printed: overall, year",
            "year/overall/good_or_better/count 2, always shown, printed: overall, year",
            "year/overall/good_or_better/base 3, always shown, printed: overall, year",
            "year/overall/good_or_better/[less than good] 1, always shown",
            "year/overall/[all] 4, always shown",
            "Q1/areas/Risk/counts/Good 1, always shown, printed: areas Risk, Q1",
            "Q1/areas/Risk/counts/Poor 2, always shown, printed: areas Risk, Q1",
            "Q1/areas/Risk/not_judged/N/A 0, always shown, printed: areas Risk, Q1",
            "Q1/areas/Risk/n 3, always shown, printed: areas Risk, Q1",
            "Q1/areas/Risk/good_or_better/count 1, always shown, printed: areas Risk, Q1",
            "Q1/areas/Risk/good_or_better/base 3, always shown, printed: areas Risk, Q1",
            "Q1/areas/Risk/good_or_better/[less than good] 2, always shown",
            "Q1/areas/Risk/[all] 3, always shown",
            "year/areas/Risk/counts/Good 1, always shown, printed: areas Risk, year",
            "year/areas/Risk/counts/Poor 2, always shown, printed: areas Risk, year",
            "year/areas/Risk/not_judged/N/A 0, always shown, printed: areas Risk, year",
            "year/areas/Risk/n 3, always shown, printed: areas Risk, year",
            "year/areas/Risk/good_or_better/count 1, always shown, printed: areas Risk, year",
            "year/areas/Risk/good_or_better/base 3, always shown, printed: areas Risk, year",
            "year/areas/Risk/good_or_better/[less than good] 2, always shown",
            "year/areas/Risk/[all] 3, always shown",
        ]

    def test_if_asked_they_are_protected_and_what_ties_them_is_withheld(self) -> None:
        found = counts_of(self.ledger(protect=True), "periods")

        assert found == [
            "Q1/overall/counts/Good 2, printed: overall, Q1, protected: overall, Q1",
            "Q1/overall/counts/Poor 1, printed: overall, Q1, protected: overall, Q1",
            "Q1/overall/not_judged/N/A 1, printed: overall, Q1, protected: overall, Q1",
            "Q1/overall/n 3, printed: overall, Q1, protected: overall, Q1",
            "Q1/overall/good_or_better/count 2, printed: overall, Q1, protected: overall, Q1",
            "Q1/overall/good_or_better/base 3, printed: overall, Q1, protected: overall, Q1",
            "Q1/overall/good_or_better/[less than good] 1, protected: overall, Q1",
            "Q1/overall/[all] 4, always shown",
            "year/overall/counts/Good 2, printed: overall, year, protected: overall, year",
            "year/overall/counts/Poor 1, printed: overall, year, protected: overall, year",
            "year/overall/not_judged/N/A 1, printed: overall, year, protected: overall, year",
            "year/overall/n 3, printed: overall, year, protected: overall, year",
            "year/overall/good_or_better/count 2, printed: overall, year, protected: overall, year",
            "year/overall/good_or_better/base 3, printed: overall, year, protected: overall, year",
            "year/overall/good_or_better/[less than good] 1, protected: overall, year",
            "year/overall/[all] 4, always shown",
            "Q1/areas/Risk/counts/Good 1, printed: areas Risk, Q1, protected: areas Risk, Q1",
            "Q1/areas/Risk/counts/Poor 2, printed: areas Risk, Q1, protected: areas Risk, Q1",
            "Q1/areas/Risk/not_judged/N/A 0, printed: areas Risk, Q1, protected: areas Risk, Q1",
            "Q1/areas/Risk/n 3, printed: areas Risk, Q1, protected: areas Risk, Q1",
            "Q1/areas/Risk/good_or_better/count 1, printed: areas Risk, Q1, protected: areas "
            "Risk, Q1",
            "Q1/areas/Risk/good_or_better/base 3, printed: areas Risk, Q1, protected: areas "
            "Risk, Q1",
            "Q1/areas/Risk/good_or_better/[less than good] 2, protected: areas Risk, Q1",
            "Q1/areas/Risk/[all] 3, always shown",
            "year/areas/Risk/counts/Good 1, printed: areas Risk, year, protected: areas Risk, year",
            "year/areas/Risk/counts/Poor 2, printed: areas Risk, year, protected: areas Risk, year",
            "year/areas/Risk/not_judged/N/A 0, printed: areas Risk, year, protected: areas Risk, "
            "year",
            "year/areas/Risk/n 3, printed: areas Risk, year, protected: areas Risk, year",
            "year/areas/Risk/good_or_better/count 1, printed: areas Risk, year, protected: areas "
            "Risk, year",
            "year/areas/Risk/good_or_better/base 3, printed: areas Risk, year, protected: areas "
            "Risk, year",
            "year/areas/Risk/good_or_better/[less than good] 2, protected: areas Risk, year",
            "year/areas/Risk/[all] 3, always shown",
            "Q1/all_responses/counts/Good withheld",
            "Q1/all_responses/counts/Poor withheld",
            "Q1/all_responses/good_or_better/base withheld",
            "Q1/all_responses/good_or_better/count withheld",
            "Q1/all_responses/n withheld",
            "Q1/all_responses/not_judged/N/A withheld",
            "year/all_responses/counts/Good withheld",
            "year/all_responses/counts/Poor withheld",
            "year/all_responses/good_or_better/base withheld",
            "year/all_responses/good_or_better/count withheld",
            "year/all_responses/n withheld",
            "year/all_responses/not_judged/N/A withheld",
        ]

    def test_quarters_add_up_to_the_year(self) -> None:
        assert sums_of(self.ledger(protect=False), "periods") == [
            "Q1/overall/good_or_better: base = count + [less than good]",
            "Q1/overall: n = counts/Good + counts/Poor",
            "Q1/overall: good_or_better/base = n",
            "Q1/overall: good_or_better/count = counts/Good",
            "Q1/overall: [all] = n + not_judged/N/A",
            "year/overall/good_or_better: base = count + [less than good]",
            "year/overall: n = counts/Good + counts/Poor",
            "year/overall: good_or_better/base = n",
            "year/overall: good_or_better/count = counts/Good",
            "year/overall: [all] = n + not_judged/N/A",
            "periods: year/overall/n = Q1/overall/n",
            "periods: year/overall/good_or_better/count = Q1/overall/good_or_better/count",
            "periods: year/overall/good_or_better/base = Q1/overall/good_or_better/base",
            "periods: year/overall/[all] = Q1/overall/[all]",
            "periods: year/overall/counts/Good = Q1/overall/counts/Good",
            "periods: year/overall/counts/Poor = Q1/overall/counts/Poor",
            "periods: year/overall/not_judged/N/A = Q1/overall/not_judged/N/A",
            "Q1/areas/Risk/good_or_better: base = count + [less than good]",
            "Q1/areas/Risk: n = counts/Good + counts/Poor",
            "Q1/areas/Risk: good_or_better/base = n",
            "Q1/areas/Risk: good_or_better/count = counts/Good",
            "Q1/areas/Risk: [all] = n + not_judged/N/A",
            "year/areas/Risk/good_or_better: base = count + [less than good]",
            "year/areas/Risk: n = counts/Good + counts/Poor",
            "year/areas/Risk: good_or_better/base = n",
            "year/areas/Risk: good_or_better/count = counts/Good",
            "year/areas/Risk: [all] = n + not_judged/N/A",
            "periods: year/areas/Risk/n = Q1/areas/Risk/n",
            "periods: year/areas/Risk/good_or_better/count = Q1/areas/Risk/good_or_better/count",
            "periods: year/areas/Risk/good_or_better/base = Q1/areas/Risk/good_or_better/base",
            "periods: year/areas/Risk/[all] = Q1/areas/Risk/[all]",
            "periods: year/areas/Risk/counts/Good = Q1/areas/Risk/counts/Good",
            "periods: year/areas/Risk/counts/Poor = Q1/areas/Risk/counts/Poor",
            "periods: year/areas/Risk/not_judged/N/A = Q1/areas/Risk/not_judged/N/A",
        ]

    def test_what_is_made_of_them_is_published_unless_they_are_protected(self) -> None:
        assert {_write(key) for key in self.ledger(protect=False).unprotected} == {
            "follow_up",
            "periods/*/all_responses",
            "periods/*/by_audit_type",
            "periods/*/immediate_concerns",
            "periods/*/impact",
            "periods/*/impact_by_overall",
            "periods/*/inadequate_not_moderated",
            "periods/*/measures",
            "periods/*/moderation",
            "previous",
            "reaudits",
            "targets",
            "trend/measure_changes",
        }
        assert self.ledger(protect=True).unprotected == set()


class TestProfiles:
    def ledger(self, *, protect: bool = False) -> Ledger:
        period = {
            "overall": judged(4, 3, 1),
            "profile": {
                "Team": {"North": 3, "Not recorded": 5},
                "Service": {"North": 8},
                "Age band": {"Under 1": 8},
            },
            "good_by": {
                "Team": {"North": good(1, 2), "Not recorded": good(3, 5)},
                "Service": {"North": good(4, 7)},
            },
            "good_by_age_band": {"Under 1": good(4, 7)},
            "by_service": {"North": judged(4, 3, 1)},
        }
        ledger = ledger_of(periods=dict.fromkeys(_BOTH, period))
        add_judgements(ledger, _BOTH, protect=False)
        ledger.sums.clear()
        add_profiles(ledger, _BOTH, protect_judgements=protect)
        return ledger

    def counts(self, *, protect: bool = False) -> list[str]:
        found = counts_of(self.ledger(protect=protect), "periods")
        return [line for line in found if not line.startswith(("Q1", "year/overall"))]

    def test_all_columns_but_services_are_protected_with_what_is_broken_down_by_them(self) -> None:
        assert self.counts() == [
            "year/profile/Team/North 3, printed: Team, year, protected: Team, year",
            "year/profile/Team/Not recorded 5, not 0, printed: Team, year, protected: Team, year",
            "year/good_by/Team/North/count 1, printed: Good or better by Team, year, protected: "
            "Good or better by Team, year",
            "year/good_by/Team/North/base 2, printed: Good or better by Team, year, protected: "
            "Good or better by Team, year",
            "year/good_by/Team/North/[less than good] 1, protected: Good or better by Team, year",
            "year/profile/Team/North/[not judged] 1, protected: Good or better by Team, year",
            "year/good_by/Team/Not recorded/count 3, printed: Good or better by Team, year, "
            "protected: Good or better by Team, year",
            "year/good_by/Team/Not recorded/base 5, printed: Good or better by Team, year, "
            "protected: Good or better by Team, year",
            "year/good_by/Team/Not recorded/[less than good] 2, protected: Good or better by "
            "Team, year",
            "year/profile/Team/Not recorded/[not judged] 0, protected: Good or better by Team, "
            "year",
            "year/profile/Service/North 8, printed: Service, year",
            "year/good_by/Service/North/count 4, printed: Good or better by Service, year",
            "year/good_by/Service/North/base 7, printed: Good or better by Service, year",
            "year/good_by/Service/North/[less than good] 3",
            "year/profile/Service/North/[not judged] 1",
            "year/profile/Age band/Under 1 8, printed: Age band, year, protected: Age band, year",
            "year/good_by_age_band/Under 1/count 4, printed: Good or better by Age band, year, "
            "protected: Good or better by Age band, year",
            "year/good_by_age_band/Under 1/base 7, printed: Good or better by Age band, year, "
            "protected: Good or better by Age band, year",
            "year/good_by_age_band/Under 1/[less than good] 3, protected: Good or better by Age "
            "band, year",
            "year/profile/Age band/Under 1/[not judged] 1, protected: Good or better by Age "
            "band, year",
            "year/by_service/North/counts/Good 4, printed: by service, year",
            "year/by_service/North/counts/Poor 3, printed: by service, year",
            "year/by_service/North/not_judged/N/A 1, printed: by service, year",
            "year/by_service/North/n 7, printed: by service, year",
            "year/by_service/North/good_or_better/count 4, printed: by service, year",
            "year/by_service/North/good_or_better/base 7, printed: by service, year",
            "year/by_service/North/good_or_better/[less than good] 3",
            "year/by_service/North/[all] 8",
        ]

    def test_quarters_have_the_same_counts_as_the_year(self) -> None:
        found = counts_of(self.ledger(), "periods")
        quarter, year = (
            [line.replace(name, "") for line in found if line.startswith(name)] for name in _BOTH
        )

        assert quarter == year

    def test_nothing_is_broken_down_where_judgements_are_protected(self) -> None:
        assert self.counts(protect=True) == [
            "year/profile/Team/North 3, printed: Team, year, protected: Team, year",
            "year/profile/Team/Not recorded 5, not 0, printed: Team, year, protected: Team, year",
            "year/profile/Service/North 8, printed: Service, year, protected: Service, year",
            "year/profile/Age band/Under 1 8, printed: Age band, year, protected: Age band, year",
            "year/good_by/Service/North/base withheld",
            "year/good_by/Service/North/count withheld",
            "year/good_by/Team/North/base withheld",
            "year/good_by/Team/North/count withheld",
            "year/good_by/Team/Not recorded/base withheld",
            "year/good_by/Team/Not recorded/count withheld",
            "year/good_by_age_band/Under 1/base withheld",
            "year/good_by_age_band/Under 1/count withheld",
        ]

    def test_groups_add_up_to_all_audits_and_namesakes_may_be_one(self) -> None:
        of_the_year = [s for s in sums_of(self.ledger(), "periods") if s.startswith("year: ")]

        assert of_the_year == [
            "year: overall/[all] = profile/Team/North + profile/Team/Not recorded",
            "year: profile/Team/North = good_by/Team/North/base + profile/Team/North/[not judged]",
            "year: profile/Team/Not recorded = good_by/Team/Not recorded/base + profile/Team/Not "
            "recorded/[not judged]",
            "year: overall/good_or_better/count = good_by/Team/North/count + good_by/Team/Not "
            "recorded/count",
            "year: overall/good_or_better/base = good_by/Team/North/base + good_by/Team/Not "
            "recorded/base",
            "year: overall/good_or_better/[less than good] = good_by/Team/North/[less than good] "
            "+ good_by/Team/Not recorded/[less than good]",
            "year: overall/[all] = profile/Service/North",
            "year: profile/Service/North = good_by/Service/North/base + "
            "profile/Service/North/[not judged]",
            "year: overall/good_or_better/count = good_by/Service/North/count",
            "year: overall/good_or_better/base = good_by/Service/North/base",
            "year: overall/good_or_better/[less than good] = good_by/Service/North/[less than "
            "good]",
            "year: overall/[all] = profile/Age band/Under 1",
            "year: profile/Age band/Under 1 = good_by_age_band/Under 1/base + profile/Age "
            "band/Under 1/[not judged]",
            "year: overall/good_or_better/count = good_by_age_band/Under 1/count",
            "year: overall/good_or_better/base = good_by_age_band/Under 1/base",
            "year: overall/good_or_better/[less than good] = good_by_age_band/Under 1/[less than "
            "good]",
            "year: good_by/Service/North/count = by_service/North/good_or_better/count",
            "year: good_by/Service/North/base = by_service/North/good_or_better/base",
            "year: profile/Service/North = by_service/North/[all]",
            "year: overall/n = by_service/North/n",
            "year: overall/good_or_better/count = by_service/North/good_or_better/count",
            "year: overall/good_or_better/base = by_service/North/good_or_better/base",
            "year: overall/[all] = by_service/North/[all]",
            "year: overall/counts/Good = by_service/North/counts/Good",
            "year: overall/counts/Poor = by_service/North/counts/Poor",
            "year: overall/not_judged/N/A = by_service/North/not_judged/N/A",
        ]

    def test_quarters_add_up_to_the_year(self) -> None:
        sums = [s for s in sums_of(self.ledger(), "periods") if s.startswith("periods: ")]

        assert sums == [
            "periods: year/profile/Team/North = Q1/profile/Team/North",
            "periods: year/good_by/Team/North/count = Q1/good_by/Team/North/count",
            "periods: year/good_by/Team/North/base = Q1/good_by/Team/North/base",
            "periods: year/profile/Team/Not recorded = Q1/profile/Team/Not recorded",
            "periods: year/good_by/Team/Not recorded/count = Q1/good_by/Team/Not recorded/count",
            "periods: year/good_by/Team/Not recorded/base = Q1/good_by/Team/Not recorded/base",
            "periods: year/profile/Service/North = Q1/profile/Service/North",
            "periods: year/good_by/Service/North/count = Q1/good_by/Service/North/count",
            "periods: year/good_by/Service/North/base = Q1/good_by/Service/North/base",
            "periods: year/profile/Age band/Under 1 = Q1/profile/Age band/Under 1",
            "periods: year/good_by_age_band/Under 1/count = Q1/good_by_age_band/Under 1/count",
            "periods: year/good_by_age_band/Under 1/base = Q1/good_by_age_band/Under 1/base",
            "periods: year/by_service/North/n = Q1/by_service/North/n",
            "periods: year/by_service/North/good_or_better/count = "
            "Q1/by_service/North/good_or_better/count",
            "periods: year/by_service/North/good_or_better/base = "
            "Q1/by_service/North/good_or_better/base",
            "periods: year/by_service/North/[all] = Q1/by_service/North/[all]",
            "periods: year/by_service/North/counts/Good = Q1/by_service/North/counts/Good",
            "periods: year/by_service/North/counts/Poor = Q1/by_service/North/counts/Poor",
            "periods: year/by_service/North/not_judged/N/A = Q1/by_service/North/not_judged/N/A",
        ]

    def test_groups_of_one_name_may_be_one_group_in_every_pair_of_columns(self) -> None:
        counts, goods = {"North": 8, "Not recorded": 0}, {"North": good(4, 7)}
        columns = ("Team", "Service", "Case type")
        period = {
            "profile": dict.fromkeys(columns, counts),
            "good_by": dict.fromkeys(columns, goods),
        }
        ledger = ledger_of(periods={"year": period})

        add_profiles(ledger, ("year",))

        pairs = [s for s in sums_of(ledger, "periods") if s.count("North") == 2 and "[" not in s]
        assert pairs == [
            "year/profile: Team/North = Service/North",
            "year/good_by: Team/North/count = Service/North/count",
            "year/good_by: Team/North/base = Service/North/base",
            "year/profile: Team/North = Case type/North",
            "year/good_by: Team/North/count = Case type/North/count",
            "year/good_by: Team/North/base = Case type/North/base",
            "year/profile: Service/North = Case type/North",
            "year/good_by: Service/North/count = Case type/North/count",
            "year/good_by: Service/North/base = Case type/North/base",
        ]
        assert not [
            tie for tie in ledger.sums if tie.total[-1] == tie.parts[0][-1] == "Not recorded"
        ]

    def test_a_value_of_no_list_is_not_0_where_it_stands(self) -> None:
        overall = {"overall": judged(8, 0)}
        periods = {
            "Q1": {**overall, "profile": {"Team": {"North": 0, "East": 8}}},
            "year": {**overall, "profile": {"Team": {"North": 0, "East": 5, "West": 3}}},
        }
        ledger = ledger_of(periods=periods)

        add_profiles(ledger, _BOTH)

        assert {_write(key) for key in ledger.never_zero} == {"periods/year/profile/Team/West"}


class TestTheLedger:
    @pytest.mark.parametrize("protect", [True, False])
    def test_what_the_year_has_more_than_its_quarters_is_of_later_ones(self, protect: bool) -> None:
        ledger = Ledger({"year": 7, "Q1": 3, "Q2": 0})
        for name in ("year", "Q1", "Q2"):
            ledger.print_count((name,), "a table", protect=protect)

        ledger.add_year(("year",), [("Q1",), ("Q2",), ("Q3",)])

        assert ledger.sums == [Sum(("year",), (("Q1",), ("Q2",), ("year", OTHER_QUARTERS)))]
        assert counts_of(ledger, "")[-1] == "year/[in other quarters] 4" + (
            ", protected: a table" if protect else ""
        )

    def test_a_year_of_which_all_stands_in_its_quarters_has_no_later_ones(self) -> None:
        ledger = Ledger({"year": 3, "Q1": 3, "more": 9})
        for name in ("year", "Q1", "more"):
            ledger.print_count((name,), "a table", protect=True)

        ledger.add_year(("year",), [("Q1",)])
        ledger.add_year(("year",), [("more",)])
        ledger.add_year(("nowhere",), [("Q1",)])

        assert ledger.sums == [Sum(("year",), (("Q1",),))]
        assert len(ledger.values) == 3

    def test_a_sum_is_entered_only_where_it_holds(self) -> None:
        ledger = ledger_of(total=5, one=2, other=3)
        for key in ("total", "one", "other"):
            ledger.print_count((key,), "the table", protect=False)

        ledger.add_sum(("total",), [("one",), ("other",), ("unknown",)])
        ledger.add_sum(("total",), [("one",)])
        ledger.add_sum(("unknown",), [("one",)])
        ledger.add_sum(("total",), [("unknown",)])

        assert ledger.sums == [Sum(("total",), (("one",), ("other",)))]

    def test_a_count_is_only_entered_where_the_figures_have_one(self) -> None:
        ledger = ledger_of(rows={"one": 2, "none": None, "words": "two"})

        for key in ("one", "none", "words", "unknown"):
            assert ledger.print_count(("rows", key), "the table", protect=True) == ("rows", key)

        assert ledger.values == {("rows", "one"): 2}
        assert ledger.printed == ledger.protected == {("rows", "one"): "the table"}

    def test_shown_counts_are_those_that_are_printed_or_follow_and_not_hidden(self) -> None:
        ledger = ledger_of(one=1, other=2, total=3)
        ledger.print_count(("one",), "the table", protect=True)
        ledger.print_count(("other",), "the table", protect=True)
        ledger.fix_count(("total",), "the table")
        ledger.fixed.add(ledger.imply_count(("[implied]",), 7, "the table", protect=False))
        ledger.fixed.add(("[nowhere]",))
        ledger.imply_count(("[secret]",), 9, "the table", protect=True)

        assert ledger.shown({("one",)}) == {("other",): 2, ("total",): 3, ("[implied]",): 7}

    def test_what_no_sum_of_hideable_counts_ties_falls_apart(self) -> None:
        counts = {"total": 9, "one": 4, "other": 5, "third": 3, "fourth": 6, "alone": 8}
        ledger = ledger_of(**counts)
        ledger.fix_count(("total",), "all")
        for key in ("one", "other", "third", "fourth", "alone"):
            ledger.print_count((key,), "the table", protect=key != "alone")
        ledger.add_sum(("total",), [("one",), ("other",)])
        ledger.add_sum(("total",), [("third",), ("fourth",)])
        ledger.count_only_if_found([("one",), ("third",)])
        ledger.withheld.add(("one",))
        ledger.unprotected.add(("free",))

        parts = list(ledger.part())

        assert [sorted(key for (key,) in part.values) for part in parts] == [
            ["one", "other", "total"],
            ["fourth", "third", "total"],
            ["alone"],
        ]
        first, second, alone = parts
        assert first == Ledger(
            ledger.figures,
            {("total",): 9, ("one",): 4, ("other",): 5},
            {("total",): "all", ("one",): "the table", ("other",): "the table"},
            {("total",)},
            {("one",)},
            {("one",)},
            {("one",): "the table", ("other",): "the table"},
            {("free",)},
            [Sum(("total",), (("one",), ("other",)))],
        )
        assert second.never_zero == {("third",)}
        assert alone.sums == []
        assert alone.protected == {}

    def test_sums_that_share_a_count_are_one_part(self) -> None:
        ledger = ledger_of(a=1, b=2, c=3, d=3, e=6, f=6)
        for key in "abcdef":
            ledger.print_count((key,), "the table", protect=True)
        ledger.add_sum(("c",), [("a",), ("b",)])
        ledger.add_sum(("f",), [("e",)])
        ledger.add_sum(("e",), [("c",), ("d",)])

        (only,) = ledger.part()

        assert sorted(key for (key,) in only.values) == list("abcdef")
        assert len(only.sums) == 3

    def test_only_counts_that_are_there_are_taken_as_1_at_least(self) -> None:
        ledger = ledger_of(one=1, none=0)
        for key in ("one", "none"):
            ledger.print_count((key,), "the table", protect=True)

        ledger.count_only_if_found([("one",), ("none",), ("unknown",)])

        assert ledger.never_zero == {("one",)}


_TREE: Tree = {"rows": [{"n": 4}, {"n": 0}], "words": {"a": "b"}}


class TestPaths:
    def test_a_place_in_a_list_is_known_by_its_number(self) -> None:
        assert find(_TREE, ("rows", "0", "n")) == 4
        assert find(_TREE, ("rows", "1", "n")) == 0
        assert find(_TREE, ("rows", "2", "n")) is None
        assert find(_TREE, ("rows", "first", "n")) is None

    def test_nothing_stands_where_there_is_no_such_key(self) -> None:
        assert find(_TREE, ("words", "c")) is None
        assert find(_TREE, ("words", "a", "b")) is None

    def test_only_an_object_has_names(self) -> None:
        assert names(_TREE) == ("rows", "words")
        assert names(_TREE, "words") == ("a",)
        assert names(_TREE, "rows") == ()
        assert names(_TREE, "nowhere") == ()


_PERIOD: Tree = {
    "overall": judged(5, 4),
    "profile": {"Team": {"North": 9}},
    "good_by": {"Team": {"North": good(5, 9)}},
    "areas": {},
}
_REPORT: Tree = {
    "scale": {"good_or_better": ["Good"]},
    "periods": {"year": _PERIOD},
    "thematic": {"Plans": {"kind": "Judgement", "cases": 3, "overall": judged(2, 1)}},
    "feedback": {"May": {"responses": 7, "respondents": {"Child": 7}}},
}


class TestTheWholeReport:
    def test_all_its_tables_stand_in_one_ledger(self) -> None:
        ledger = build_ledger(_REPORT, protect_judgements=False, apart=_REPORT)

        assert list(dict.fromkeys(ledger.printed.values())) == [
            "overall, year",
            "Team, year",
            "Good or better by Team, year",
            "Plans",
            "Plans: overall",
            "May",
        ]
        assert ("periods", "year", "overall", "n") not in ledger.protected

    def test_judgements_are_protected_throughout_if_that_is_asked_for(self) -> None:
        ledger = build_ledger(_REPORT, protect_judgements=True, apart=_REPORT)

        assert ("periods", "year", "overall", "n") in ledger.protected
        assert ("thematic", "Plans", "overall", "n") in ledger.protected
        assert ("periods", "year", "good_by", "Team", "North", "count") in ledger.withheld


def by_age(joined: Tree | None = None, /, **bands: object) -> Tree:
    """Return a report of one quarter and its year by age band; `joined` as figures.json has it."""
    counts = {name.replace("_", " "): count for name, count in bands.items()}
    goods = {band: good(1, count) for band, count in counts.items() if isinstance(count, int)}
    period = {"profile": {"Age band": counts}, "good_by_age_band": goods}
    plans = {"kind": "Judgement", "cases": 9, "by": {"Age band": counts}}
    return {
        "report": {"organisation": "Rutland", "start": "2016-04-01"},
        "periods": dict.fromkeys(_BOTH, period),
        "thematic": {"Plans": plans},
        "joined_bands": joined,
    }


_JOINED = by_age({"Under 6": ["Under 1", "1 to 5"]}, Under_6=5, **{"6 to 9": 4})
_APART = by_age(Under_1=2, **{"1 to 5": 3, "6 to 9": 4})


class TestEditionsThatAreOutAlready:
    def test_what_one_shows_is_known_whatever_is_hidden_now(self) -> None:
        out = by_age(Under_1="[c]", **{"1 to 5": 3, "6 to 9": 5})
        out["thematic"] = {}

        ledger = build_ledger(_APART, protect_judgements=False, apart=_APART, earlier=(out,))

        known = [line for line in counts_of(ledger, "") if line.startswith("[edition")]
        ties = [line for line in sums_of(ledger, "") if "[edition" in line]
        assert known == [
            "[edition 1]/periods/Q1/profile/Age band/1 to 5 3, always shown",
            "[edition 1]/periods/Q1/profile/Age band/6 to 9 5, always shown",
            "[edition 1]/periods/Q1/good_by_age_band/1 to 5/count 1, always shown",
            "[edition 1]/periods/Q1/good_by_age_band/1 to 5/base 3, always shown",
            "[edition 1]/periods/Q1/good_by_age_band/6 to 9/count 1, always shown",
            "[edition 1]/periods/Q1/good_by_age_band/6 to 9/base 5, always shown",
            "[edition 1]/periods/year/profile/Age band/1 to 5 3, always shown",
            "[edition 1]/periods/year/profile/Age band/6 to 9 5, always shown",
            "[edition 1]/periods/year/good_by_age_band/1 to 5/count 1, always shown",
            "[edition 1]/periods/year/good_by_age_band/1 to 5/base 3, always shown",
            "[edition 1]/periods/year/good_by_age_band/6 to 9/count 1, always shown",
            "[edition 1]/periods/year/good_by_age_band/6 to 9/base 5, always shown",
        ]
        assert ties == [
            ": [edition 1]/periods/Q1/profile/Age band/1 to 5 = periods/Q1/profile/Age band/1 to 5",
            ": [edition 1]/periods/Q1/good_by_age_band/1 to 5/count = "
            "periods/Q1/good_by_age_band/1 to 5/count",
            ": [edition 1]/periods/Q1/good_by_age_band/1 to 5/base = "
            "periods/Q1/good_by_age_band/1 to 5/base",
            ": [edition 1]/periods/Q1/good_by_age_band/6 to 9/count = "
            "periods/Q1/good_by_age_band/6 to 9/count",
            ": [edition 1]/periods/year/profile/Age band/1 to 5 = periods/year/profile/Age "
            "band/1 to 5",
            ": [edition 1]/periods/year/profile/Age band/1 to 5 = periods/Q1/profile/Age band/1 "
            "to 5",
            ": [edition 1]/periods/year/good_by_age_band/1 to 5/count = "
            "periods/year/good_by_age_band/1 to 5/count",
            ": [edition 1]/periods/year/good_by_age_band/1 to 5/count = "
            "periods/Q1/good_by_age_band/1 to 5/count",
            ": [edition 1]/periods/year/good_by_age_band/1 to 5/base = "
            "periods/year/good_by_age_band/1 to 5/base",
            ": [edition 1]/periods/year/good_by_age_band/1 to 5/base = "
            "periods/Q1/good_by_age_band/1 to 5/base",
            ": [edition 1]/periods/year/good_by_age_band/6 to 9/count = "
            "periods/year/good_by_age_band/6 to 9/count",
            ": [edition 1]/periods/year/good_by_age_band/6 to 9/count = "
            "periods/Q1/good_by_age_band/6 to 9/count",
        ]

    def test_each_has_its_own_number(self) -> None:
        ledger = build_ledger(
            _APART, protect_judgements=False, apart=_APART, earlier=(_APART, _APART)
        )

        first = ("[edition 1]", "thematic", "Plans", "cases")
        second = ("[edition 2]", *first[1:])
        assert {first, second} <= ledger.fixed
        assert [is_earlier(key) for key in (first, second, first[1:])] == [True, True, False]

    def test_bands_that_it_shows_apart_are_counted_beside_those_that_are_joined_now(self) -> None:
        ledger = build_ledger(_JOINED, protect_judgements=False, apart=_APART, earlier=(_APART,))

        of_the_year = [
            line
            for line in counts_of(ledger, "periods")
            if line.startswith(("year/", "thematic")) and "6 to 9" not in line
        ]
        ties = [
            line
            for line in sums_of(ledger, "periods")
            if line.startswith(("year: ", "thematic/Plans", "year/profile")) and "Under 6" in line
        ]
        assert of_the_year == [
            "year/profile/Age band/Under 6 5, printed: Age band, year, protected: Age band, year",
            "year/good_by_age_band/Under 6/count 1, printed: Good or better by Age band, year, "
            "protected: Good or better by Age band, year",
            "year/good_by_age_band/Under 6/base 5, printed: Good or better by Age band, year, "
            "protected: Good or better by Age band, year",
            "year/good_by_age_band/Under 6/[less than good] 4, protected: Good or better by Age "
            "band, year",
            "year/profile/Age band/Under 6/[not judged] 0, protected: Good or better by Age "
            "band, year",
            "thematic/Plans/cases 9, always shown, printed: Plans",
            "thematic/Plans/by/Age band/Under 6 5, printed: Plans: Age band, protected: Plans: "
            "Age band",
            "year/profile/Age band/Under 1 2, protected: Age band, year",
            "year/profile/Age band/1 to 5 3, protected: Age band, year",
            "year/good_by_age_band/Under 1/count 1, protected: Good or better by Age band, year",
            "year/good_by_age_band/Under 1/base 2, protected: Good or better by Age band, year",
            "year/good_by_age_band/Under 1/[less than good] 1, protected: Good or better by Age "
            "band, year",
            "year/profile/Age band/Under 1/[not judged] 0, protected: Good or better by Age "
            "band, year",
            "year/good_by_age_band/1 to 5/count 1, protected: Good or better by Age band, year",
            "year/good_by_age_band/1 to 5/base 3, protected: Good or better by Age band, year",
            "year/good_by_age_band/1 to 5/[less than good] 2, protected: Good or better by Age "
            "band, year",
            "year/profile/Age band/1 to 5/[not judged] 0, protected: Good or better by Age band, "
            "year",
            "thematic/Plans/by/Age band/Under 1 2, protected: Plans: Age band",
            "thematic/Plans/by/Age band/1 to 5 3, protected: Plans: Age band",
        ]
        assert ties == [
            "year: profile/Age band/Under 6 = good_by_age_band/Under 6/base + profile/Age "
            "band/Under 6/[not judged]",
            "thematic/Plans: cases = by/Age band/Under 6 + by/Age band/6 to 9",
            "year/profile/Age band: Under 6 = Under 1 + 1 to 5",
            "year/profile/Age band: Under 6/[not judged] = Under 1/[not judged] + 1 to 5/[not "
            "judged]",
            "thematic/Plans/by/Age band: Under 6 = Under 1 + 1 to 5",
        ]

    def test_bands_that_it_joins_are_the_sum_of_those_that_are_apart_now(self) -> None:
        ledger = build_ledger(_APART, protect_judgements=False, apart=_APART, earlier=(_JOINED,))

        counts = [line for line in counts_of(ledger, "") if "Under 6" in line]
        ties = [line for line in sums_of(ledger, "") if "Under 6" in line]
        assert counts == [
            "periods/Q1/profile/Age band/Under 6 5",
            "periods/Q1/good_by_age_band/Under 6/count 2",
            "periods/Q1/good_by_age_band/Under 6/base 5",
            "periods/Q1/good_by_age_band/Under 6/[less than good] 3",
            "periods/Q1/profile/Age band/Under 6/[not judged] 0",
            "periods/year/profile/Age band/Under 6 5",
            "periods/year/good_by_age_band/Under 6/count 2",
            "periods/year/good_by_age_band/Under 6/base 5",
            "periods/year/good_by_age_band/Under 6/[less than good] 3",
            "periods/year/profile/Age band/Under 6/[not judged] 0",
            "thematic/Plans/by/Age band/Under 6 5",
            "[edition 1]/periods/Q1/profile/Age band/Under 6 5, always shown",
            "[edition 1]/periods/Q1/good_by_age_band/Under 6/count 1, always shown",
            "[edition 1]/periods/Q1/good_by_age_band/Under 6/base 5, always shown",
            "[edition 1]/periods/year/profile/Age band/Under 6 5, always shown",
            "[edition 1]/periods/year/good_by_age_band/Under 6/count 1, always shown",
            "[edition 1]/periods/year/good_by_age_band/Under 6/base 5, always shown",
            "[edition 1]/thematic/Plans/by/Age band/Under 6 5, always shown",
        ]
        assert ties == [
            "periods/Q1/profile/Age band: Under 6 = Under 1 + 1 to 5",
            "periods/Q1/good_by_age_band: Under 6/count = Under 1/count + 1 to 5/count",
            "periods/Q1/good_by_age_band: Under 6/base = Under 1/base + 1 to 5/base",
            "periods/Q1/good_by_age_band: Under 6/[less than good] = Under 1/[less than good] + "
            "1 to 5/[less than good]",
            "periods/Q1/profile/Age band: Under 6/[not judged] = Under 1/[not judged] + 1 to "
            "5/[not judged]",
            "periods/year/profile/Age band: Under 6 = Under 1 + 1 to 5",
            "periods/year/good_by_age_band: Under 6/count = Under 1/count + 1 to 5/count",
            "periods/year/good_by_age_band: Under 6/base = Under 1/base + 1 to 5/base",
            "periods/year/good_by_age_band: Under 6/[less than good] = Under 1/[less than good] "
            "+ 1 to 5/[less than good]",
            "periods/year/profile/Age band: Under 6/[not judged] = Under 1/[not judged] + 1 to "
            "5/[not judged]",
            "thematic/Plans/by/Age band: Under 6 = Under 1 + 1 to 5",
            ": [edition 1]/periods/Q1/profile/Age band/Under 6 = periods/Q1/profile/Age "
            "band/Under 6",
            ": [edition 1]/periods/Q1/good_by_age_band/Under 6/base = "
            "periods/Q1/good_by_age_band/Under 6/base",
            ": [edition 1]/periods/year/profile/Age band/Under 6 = periods/year/profile/Age "
            "band/Under 6",
            ": [edition 1]/periods/year/profile/Age band/Under 6 = periods/Q1/profile/Age "
            "band/Under 6",
            ": [edition 1]/periods/year/good_by_age_band/Under 6/base = "
            "periods/year/good_by_age_band/Under 6/base",
            ": [edition 1]/periods/year/good_by_age_band/Under 6/base = "
            "periods/Q1/good_by_age_band/Under 6/base",
            ": [edition 1]/thematic/Plans/by/Age band/Under 6 = thematic/Plans/by/Age band/Under 6",
        ]

    def test_sums_without_bands_are_those_of_the_report_alone(self) -> None:
        other = {"kind": "Judgement", "cases": 9, "by": {"Team": {"North": 9}}}
        apart = {**_APART, "thematic": {**_APART["thematic"], "Other": other}}

        ledger = build_ledger(_JOINED, protect_judgements=False, apart=apart, earlier=(_APART,))

        assert not [tie for tie in ledger.sums if "Other" in tie.total]
        assert ledger.sums == list(dict.fromkeys(ledger.sums))

    def test_bands_that_all_editions_join_are_not_counted_apart(self) -> None:
        ledger = build_ledger(_JOINED, protect_judgements=False, apart=_APART, earlier=(_JOINED,))

        assert not [key for key in ledger.values if "Under 1" in key]

    def test_judgements_of_bands_apart_are_withheld_where_judgements_are_protected(self) -> None:
        ledger = build_ledger(_JOINED, protect_judgements=True, apart=_APART, earlier=(_APART,))

        year = ("periods", "year")
        assert (*year, "profile", "Age band", "Under 1") in ledger.values
        assert (*year, "good_by_age_band", "Under 1", "count") not in ledger.values

    def test_an_edition_of_another_year_or_council_is_none_of_them(self) -> None:
        next_year = {**_APART, "report": {"organisation": "Rutland", "start": "2017-04-01"}}
        elsewhere = {**_APART, "report": {"organisation": "Oakham", "start": "2016-04-01"}}

        assert list_same_year(_JOINED, (next_year, _APART, elsewhere)) == (_APART,)

    def test_what_one_of_the_same_quarters_hides_stays_hidden(self) -> None:
        out = by_age(Under_1="[c]", **{"1 to 5": 3, "6 to 9": "[c]"})
        ledger = build_ledger(_APART, protect_judgements=False, apart=_APART)

        hidden = find_hidden(ledger, out)
        of_other_quarters = {**out, "periods": {"year": out["periods"]["year"]}}

        assert {_write(key) for key in hidden} == {
            f"{place}/Age band/{band}"
            for place in ("periods/Q1/profile", "periods/year/profile", "thematic/Plans/by")
            for band in ("Under 1", "6 to 9")
        }
        assert find_hidden(ledger, of_other_quarters) == frozenset()

    def test_the_last_one_of_the_same_quarters_decides_what_is_joined(self) -> None:
        joined = {"Under 6": ("Under 1", "1 to 5")}
        of_other_quarters = {**_JOINED, "periods": {"year": _JOINED["periods"]["year"]}}
        without_ages = {**_JOINED, "periods": {key: {"profile": {}} for key in _BOTH}}

        assert find_joined(_APART, (_APART, _JOINED)) == joined
        assert find_joined(_APART, (_JOINED, _APART)) == {}
        assert find_joined(_APART, (_JOINED, without_ages)) == joined
        assert find_joined(_APART, (of_other_quarters,)) is None
        assert find_joined(_APART, ()) is None
