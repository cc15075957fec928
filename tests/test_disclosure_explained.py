"""Each number of a public edition is explained, and one that nothing explains stops the build."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from councils import make_council
from records import (
    analysed,
    audit,
    audits,
    data_set,
    evidence_theme,
    feedback_round,
    question,
    reply,
    response,
)

from auditreport.analysis.disclosure.comparing import leave_out_comparisons
from auditreport.analysis.disclosure.copies import find_copies
from auditreport.analysis.disclosure.edition import Edition, Policy, make_public
from auditreport.analysis.disclosure.explained import find_unexplained
from auditreport.analysis.disclosure.hiding import hide_counts
from auditreport.analysis.disclosure.ledger import Key, find
from auditreport.analysis.disclosure.protected_judgements import leave_out_judgements
from auditreport.analysis.figures import EvidenceTheme, Figures
from auditreport.analysis.figures_json import figures_json, to_plain
from auditreport.analysis.hidden import HIDDEN
from auditreport.analysis.publishing import publish
from auditreport.errors import DisclosureFault
from auditreport.publishing import prove
from auditreport.reading import Reading
from auditreport.reading.dataset import Scale

SEEDS = range(12)
NUMBER = 77


@cache
def public(seed: int) -> Edition:
    return publish(Reading(make_council(seed), ()), tool="auditreport 0.1.0")


def written(edition: Edition) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(figures_json(edition.figures))
    return content


def put(content: Any, path: Key, value: object) -> None:
    """Write a value at a path; a step of digits leads into a list."""
    for step in path[:-1]:
        content = content[int(step) if isinstance(content, list) else step]
    content[path[-1]] = value


@pytest.mark.parametrize("seed", SEEDS)
def test_each_number_of_a_random_council_is_explained(seed: int) -> None:
    edition = public(seed)
    assert list(find_unexplained(edition.ledger, written(edition))) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_each_copy_of_a_random_council_is_the_sum_of_what_it_copies(seed: int) -> None:
    content: Any = to_plain(public(seed).figures)
    for path, sources in find_copies(content).items():
        shown = find(content, path)
        if isinstance(shown, int):
            assert shown == sum(_count(content, source) for source in sources), path


def _count(content: Mapping[str, Any], path: Key) -> int:
    found = find(content, path)
    assert isinstance(found, int), path
    return found


@pytest.mark.parametrize(
    "path",
    [
        ("new_table",),
        ("report", "cases"),
        ("periods", "year", "smallest_team"),
        ("periods", "year", "profile", "Case type", "Elsewhere"),
        ("periods", "year", "overall", "least"),
        ("periods", "year", "overall", "good_or_better", "worst"),
        ("thematic", "Voice 0", "items", "Item 0", "seen"),
        ("feedback", "Autumn", "respondents", "Grandparent"),
        ("trend", "areas", "Risk", "low"),
        ("groups", "Team"),
    ],
    ids=".".join,
)
def test_a_number_in_a_new_place_is_not_explained(path: Key) -> None:
    edition = public(2)
    content = written(edition)
    put(content, path, NUMBER)
    assert list(find_unexplained(edition.ledger, content)) == [path]


def test_a_percentage_is_explained_by_counts_that_are_shown_and_by_no_others() -> None:
    figures = public(0)
    content = written(figures)
    good = content["periods"]["year"]["good_by"]
    column, value = next((c, v) for c in good for v in good[c] if good[c][v]["count"] == "[c]")
    path = ("periods", "year", "good_by", column, value, "percent")
    put(content, path, 50)
    assert list(find_unexplained(figures.ledger, content)) == [path]


@pytest.mark.parametrize(
    "words",
    [("low", "base", "fine"), ("percent", "base", "high"), ("verdict", "difference", "low")],
)
def test_words_of_a_scale_are_not_taken_for_keys(words: tuple[str, ...]) -> None:
    judged = [audit(overall=word, areas={"Risk": word}) for word in (*words, "share") * 5]
    data = replace(data_set(judged), scale=Scale(words, words[:1], ("share",)))
    edition = publish(Reading(data, ()), tool="auditreport 0.1.0")
    assert list(find_unexplained(edition.ledger, written(edition))) == []


def test_a_copy_of_another_number_is_not_explained() -> None:
    edition = public(0)
    content = written(edition)
    area, quarters = next(iter(content["trend"]["areas"].items()))
    quarter = next(name for name, good in quarters.items() if good)
    path = ("trend", "areas", area, quarter, "count")
    put(content, path, NUMBER)
    assert list(find_unexplained(edition.ledger, content)) == [path]


def test_what_nothing_explains_is_not_published() -> None:
    edition = public(0)
    content = written(edition)
    content["periods"]["year"]["smallest_team"] = NUMBER
    with pytest.raises(
        DisclosureFault, match=r"at periods > year > smallest_team in figures\.json"
    ):
        prove(edition, {"x.figures.json": json.dumps(content).encode()})


def three_rounds() -> Figures:
    """Return three rounds of an evidence audit, each compared with the one before."""
    rounds: list[Any] = []
    for name in ("May", "August", "November"):
        found = evidence_theme(f"Voice, {name}", Seen="yyyyyynnnnnnn", Heard="yyyyyyynnnnnn")
        earlier = rounds[-1].name if rounds else None
        rounds.append(replace(found, compared_with=earlier))
    return analysed(data_set(thematic=tuple(rounds)))


def two_kinds(children: int) -> Figures:
    """Return a round that five children and some parents were asked in."""
    people = ["Child"] * children + ["Parent/carer"] * 12
    return analysed(
        data_set(
            questions=(question(),),
            responses=tuple(response({"Q1": reply("Yes", "Yes")}, kind) for kind in people),
            rounds=(
                feedback_round(respondent="Child", asked=5),
                feedback_round(respondent="Parent/carer", asked=20),
            ),
        )
    )


class TestHowManyWereAsked:
    def test_it_is_left_out_where_it_is_hidden_how_many_of_them_answered(self) -> None:
        edition = make_public(two_kinds(3), Policy(5))
        assert edition.figures.feedback["2016-17"].asked_by_respondent == {}
        content = written(edition)
        path = ("feedback", "2016-17", "asked_by_respondent", "Child")
        put(content, path, 5)
        assert list(find_unexplained(edition.ledger, content)) == [path]

    def test_it_stays_where_all_of_that_is_shown(self) -> None:
        edition = make_public(two_kinds(9), Policy(5))
        asked = edition.figures.feedback["2016-17"].asked_by_respondent
        assert asked == {"Parent/carer": 20, "Child": 5}
        assert list(find_unexplained(edition.ledger, written(edition))) == []


class TestComparisons:
    hidden = ("thematic", "Voice, May", "items", "Seen", "no")

    def test_what_is_made_of_a_hidden_count_is_left_out(self) -> None:
        shown = leave_out_comparisons(hide_counts(three_rounds(), [self.hidden]))
        theme = shown.thematic["Voice, August"]
        assert isinstance(theme, EvidenceTheme)
        assert theme.compared_with is not None
        assert list(theme.compared_with.changes) == ["Heard"]
        assert theme.compared_with.like_for_like == {"Seen": HIDDEN, "Heard": 54}
        assert list(shown.series[0].items) == ["Heard"]
        assert {change.area for change in shown.series[0].changes} == {"Heard"}

    def test_what_is_made_of_shown_counts_alone_stays(self) -> None:
        shown = leave_out_comparisons(hide_counts(three_rounds(), [self.hidden]))
        theme = shown.thematic["Voice, November"]
        assert isinstance(theme, EvidenceTheme)
        assert theme.compared_with is not None
        assert list(theme.compared_with.changes) == ["Seen", "Heard"]

    def test_groups_beside_all_others_are_left_out(self) -> None:
        many = (*audits("G" * 9, profile={"Team": "North"}), *audits("R" * 9))
        figures = analysed(data_set(many))
        assert figures.groups
        assert leave_out_comparisons(figures).groups == {}


def test_where_a_zero_of_the_worst_judgement_is_hidden_no_other_table_says_it() -> None:
    zero = ("periods", "year", "overall", "counts", "Inadequate")
    figures = hide_counts(analysed(data_set(audits("GGR"))), [zero])
    assert figures.reaudits.inadequate == 0
    shown = leave_out_judgements(figures)
    assert (shown.reaudits.inadequate, shown.follow_up.inadequate) == (HIDDEN, HIDDEN)
