"""Two reports compared figure by figure: each that differs, in words, once."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outlined import blocks_of, part_of, told
from records import (
    SCALE,
    action,
    analysed,
    audits,
    case,
    data_set,
    evidence_theme,
    feedback_round,
    narrative,
    question,
    reply,
    response,
    theme,
    unhurried,
)

from auditreport.analysis.figures import (
    ChangedSinceSigned,
    Figures,
    ScaleNames,
    SignedChange,
)
from auditreport.analysis.signed import find_changes, list_signed_figures, summarise_signed
from auditreport.analysis.signed_words import name_figure
from auditreport.reading.dataset import DataSet
from auditreport.rendering.blocks import Paragraph, Table
from auditreport.signed_files import SignOff

NAMES = ScaleNames(SCALE.judgements, SCALE.good_or_better, SCALE.not_judged)


def changes_of(then: DataSet, now: DataSet) -> list[tuple[str, str, str]]:
    """Return what changed from one data set to the other, as it is printed."""
    earlier, later = (kept(analysed(data)) for data in (then, now))
    found = find_changes(earlier, later, NAMES)
    return [(change.figure, change.then, change.now) for change in found]


def kept(figures: Figures) -> dict[str, Any]:
    """Return figures as a signed file gives them back."""
    found: dict[str, Any] = json.loads(json.dumps(list_signed_figures(figures)))
    return found


def full_data() -> DataSet:
    return data_set(
        (
            *audits("GGRI", profile={"Team": "North"}, moderated=True, moderated_judgement="Good"),
            *audits("GRR", quarter="Q2"),
        ),
        thematic=(theme("Risk", cases=(case("G"),)), evidence_theme("Voice", taf=["y", "other"])),
        questions=(question(), question("Q2", answers="", positive="")),
        responses=(
            response({"Q1": reply("Yes", "Yes"), "Q2": reply("They listened.")}),
            response({"Q1": reply("Perhaps")}, "Child"),
        ),
        actions=(action(due=date(2017, 1, 1)),),
        narrative=(narrative("Said"),),
    )


FULL = kept(analysed(full_data()))


class TestWhatChanged:
    def test_nothing_where_nothing_did(self) -> None:
        assert changes_of(full_data(), full_data()) == []

    def test_counts_and_shares_of_the_quarter_and_of_the_year(self) -> None:
        found = changes_of(
            data_set(audits("G" * 8 + "R" * 13)), data_set(audits("G" * 9 + "R" * 13))
        )

        assert found[:3] == [
            ("Q1: case files audited", "21", "22"),
            ("Q1: overall judgements, Good", "8", "9"),
            ("Q1: overall judgements, Good or better", "8 of 21 (38%)", "9 of 22 (41%)"),
        ]
        assert (
            "Year: overall judgements, Good or better",
            "8 of 21 (38%)",
            "9 of 22 (41%)",
        ) in found

    def test_what_repeats_another_figure_is_not_listed(self) -> None:
        found = changes_of(data_set(audits("GR")), data_set(audits("GG")))
        named = [figure for figure, _, _ in found]

        assert len(named) == len(set(named))
        assert not [
            figure for figure in named if figure.endswith((" n", "percent", "share", "low"))
        ]

    def test_an_overdue_action(self) -> None:
        then = data_set(audits("G", quarter="Q4"), actions=(action(due=date(2017, 4, 1)),))
        now = data_set(audits("G", quarter="Q4"), actions=(action(due=date(2017, 3, 1)),))

        assert changes_of(then, now)[0] == ("Actions: overdue", "0", "1")

    def test_a_practice_area_that_became_a_strength(self) -> None:
        then = data_set(audits("GGGGG", areas={"Risk": "Inadequate"}))
        now = data_set(audits("GGGGG", areas={"Risk": "Good"}))

        assert ("Q1: areas of strength", "–", "Risk") in changes_of(then, now)

    def test_a_thematic_audit_that_was_added_is_one_line(self) -> None:
        then = data_set(audits("G"))
        now = data_set(audits("G"), thematic=(evidence_theme("Voice", taf=["y"]),))

        assert ("Voice", "–", "reported") in changes_of(then, now)
        assert ("Voice", "reported", "–") in changes_of(now, then)

    def test_a_group_that_was_added_is_told_by_its_share_or_its_number(self) -> None:
        first, more = audits("G"), audits("GR", audit_type="Dip sample")
        then = data_set(first, actions=(action(owner="Team A"),))
        now = data_set(first + more, actions=(action(owner="Team A"), action(owner="Team B")))

        found = changes_of(then, now)

        assert ("Q1: by audit type, Dip sample", "–", "1 of 2") in found
        assert ("Actions: by owner, Team B", "–", "1") in found

    def test_a_target_that_was_added_is_told_by_what_was_reached(self) -> None:
        now = copy.deepcopy(FULL)
        now["targets"]["Q1"] = [
            {"measure": "Completed", "label": "x", "result": {"count": 3, "base": 9, "percent": 33}}
        ]

        assert [(c.figure, c.then, c.now) for c in find_changes(FULL, now, NAMES)] == [
            ("Q1: target", "–", "reported")
        ]
        later = copy.deepcopy(now)
        later["targets"]["Q1"].append({**now["targets"]["Q1"][0], "measure": "Agreement"})
        assert [(c.figure, c.then, c.now) for c in find_changes(now, later, NAMES)] == [
            ("Q1: target, Agreement", "–", "3 of 9")
        ]

    def test_a_change_says_where_in_the_file_it_stands(self) -> None:
        then, now = kept(analysed(data_set(audits("G")))), kept(analysed(data_set(audits("GG"))))

        assert find_changes(then, now, NAMES)[0].path == ("periods", "Q1", "completed")

    def test_what_had_changed_when_it_was_signed_off_is_not_kept(self) -> None:
        figures = analysed(full_data())
        changed = ChangedSinceSigned(date(2017, 4, 1), "a.json", (), (), None)

        assert list_signed_figures(replace(figures, changed_since_signed=changed)) == FULL

    def test_evidence_by_item(self) -> None:
        then = data_set(thematic=(evidence_theme("Voice", taf=["y", "n"]),))
        now = data_set(thematic=(evidence_theme("Voice", taf=["y", "y"]),))

        assert changes_of(then, now)[:2] == [
            ("Voice: taf, yes", "1", "2"),
            ("Voice: taf, no", "1", "0"),
        ]

    def test_answers_to_a_question(self) -> None:
        then = data_set(questions=(question(),), responses=(response({"Q1": reply("Yes", "Yes")}),))
        now = data_set(questions=(question(),), responses=(response({"Q1": reply("No", "No")}),))

        assert ("Feedback: 2016-17, Q1, positive answers", "1 of 1", "0 of 1") in changes_of(
            then, now
        )

    def test_a_round_compared_with_another(self) -> None:
        def answered(now: str) -> DataSet:
            replies = [response({"Q1": reply("No", "No")}, round_="2015-16")] * 30
            replies += [response({"Q1": reply(now, now)})] * 30
            rounds = (feedback_round("2015-16"), feedback_round("2016-17"))
            return data_set(questions=(question(),), responses=tuple(replies), rounds=rounds)

        found = changes_of(answered("No"), answered("Yes"))

        assert (
            "Feedback: 2016-17, compared, Text of Q1 (Parent/carer), 2015-16 to 2016-17, change",
            "no clear change",
            "better",
        ) in found

    def test_what_people_wrote_is_told_by_its_number(self) -> None:
        found = changes_of(
            data_set(audits("G"), narrative=(narrative("First"), narrative("Second", 3))),
            data_set(audits("G"), narrative=(narrative("First"), narrative("Other", 3))),
        )

        assert found == [("Narrative", "2 entries", "2 entries, 1 new or changed")]

    def test_texts_in_another_order_are_told(self) -> None:
        parts = (narrative("First"), narrative("Second", 3))

        assert changes_of(data_set(narrative=parts), data_set(narrative=parts[::-1])) == [
            ("Narrative", "2 entries", "2 entries, in another order")
        ]

    def test_a_comment_is_never_quoted(self) -> None:
        open_question = question("Q2", answers="", positive="")
        then, now = (
            data_set(questions=(open_question,), responses=(response({"Q2": reply(text)}),))
            for text in ("They listened.", "They did not.")
        )

        assert changes_of(then, now) == [
            ("Feedback: 2016-17, Q2, comments", "1 entry", "1 entry, 1 new or changed")
        ]

    def test_problems_are_counted_by_their_kind(self) -> None:
        figures = analysed(data_set(narrative=(narrative("{{ nothing }}"),)))
        found = find_changes(kept(analysed(data_set())), kept(figures), NAMES)

        assert ("Data quality: unknown-figure", "–", "1") in [
            (change.figure, change.then, change.now) for change in found
        ]

    def test_what_the_report_is_made_with_does_not_count(self) -> None:
        now = {**FULL, "tool": "auditreport 9", "sources": [{"file": "x", "sha256": "0"}]}

        assert find_changes(FULL, now, NAMES) == ()

    def test_a_key_that_the_program_which_signed_did_not_know_is_no_change(self) -> None:
        then = copy.deepcopy(FULL)
        for period in then["periods"].values():
            del period["impact_by_overall"]
        del then["groups"]

        assert find_changes(then, FULL, NAMES) == ()

    def test_an_earlier_year_that_was_added_is_a_change(self) -> None:
        now = {**FULL, "previous": {"year": "2015-16"}}

        assert [c.figure for c in find_changes(FULL, now, NAMES)] == ["Against last year"]

    def test_a_figure_that_only_repeats_others_is_told_where_it_alone_differs(self) -> None:
        now = copy.deepcopy(FULL)
        now["periods"]["Q1"]["overall"]["good_or_better"]["low"] = 1.5

        assert [(c.figure, c.now) for c in find_changes(FULL, now, NAMES)] == [
            ("Q1: overall judgements, Good or better, low", "1.5")
        ]


def leaves(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the paths of all numbers, texts and dates."""
    if isinstance(node, dict | list):
        items = node.items() if isinstance(node, dict) else enumerate(node)
        for key, value in items:
            yield from leaves(value, (*path, key))
    elif node is not None:
        yield path


NOT_COMPARED = {"format", "tool", "sources", "audience", "scope", "draft", "problems"}
PATHS = [path for path in leaves(FULL) if path[0] not in NOT_COMPARED]


@unhurried
@given(st.sampled_from(PATHS))
def test_whatever_figure_differs_a_change_is_found_both_ways(path: tuple[Any, ...]) -> None:
    now = copy.deepcopy(FULL)
    node: Any = now
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = other_than(node[path[-1]])

    for found in (find_changes(FULL, now, NAMES), find_changes(now, FULL, NAMES)):
        assert found
        assert all(change.then != change.now for change in found)


def other_than(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    return value + 1 if isinstance(value, int | float) else f"{value} x"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("periods Q4 completed", "Q4: case files audited"),
        ("periods Q4 moderated", "Q4: audits moderated"),
        ("periods year overall good_or_better", "Year: overall judgements, Good or better"),
        ("periods Q4 areas Risk good_or_better", "Q4: Risk, Good or better"),
        ("periods Q4 areas Risk counts Inadequate", "Q4: Risk, Inadequate"),
        ("periods Q4 profile Team North", "Q4: cases by Team, North"),
        ("periods Q4 good_by Team North", "Q4: Good or better by Team, North"),
        ("periods Q4 inadequate", "Q4: areas judged Inadequate"),
        ("periods Q4", "Q4"),
        ("targets Q4 Completed result", "Q4: target, Completed"),
        ("actions overdue", "Actions: overdue"),
        ("actions by_owner Manager open", "Actions: by owner, Manager, open"),
        ("reaudits without", "Re-audits: audits judged Inadequate and not audited again"),
        ("follow_up inadequate", "What no action is from: all audits judged Inadequate"),
        ("thematic Voice items taf yes", "Voice: taf, yes"),
        ("thematic Voice cases", "Voice: cases"),
        ("cases Voice columns", "Cases of Voice: columns"),
        ("cases Voice", "Cases of Voice"),
        ("periods Q4 outstanding", "Q4: areas judged Outstanding"),
        ("report date", "Report: date"),
        ("something_new", "Something new"),
    ],
)
def test_a_figure_is_named_as_people_would(path: str, name: str) -> None:
    assert name_figure(path.split(), NAMES) == name


def test_names_follow_the_councils_scale() -> None:
    scale = ScaleNames(("Met", "Partly", "Not met"), ("Met",), ())

    assert name_figure(("periods", "Q1", "overall", "good_or_better"), scale) == (
        "Q1: overall judgements, Met"
    )


def test_a_name_from_the_workbook_stays_as_it_is() -> None:
    assert name_figure(("periods", "Q1", "profile", "Team", "North_East"), NAMES).endswith(
        "North_East"
    )


class TestSignOffs:
    def test_there_is_nothing_without_one(self) -> None:
        assert summarise_signed(analysed(data_set()), ()) is None

    def test_the_newest_counts(self) -> None:
        found = since("GG", "GR", "RR")

        assert (found.file, found.signed_again_on) == ("1.json", None)
        assert found.changes

    def test_where_nothing_changed_the_one_before_that_differs_is_told(self) -> None:
        found = since("GG", "GR", "GR")

        assert (found.file, found.signed_again_on) == ("0.json", date(2017, 5, 2))
        assert found.changes

    def test_of_three_the_one_that_differs_may_be_the_first(self) -> None:
        found = since("GG", "GR", "GR", "GR")

        assert (found.file, found.signed_again_on) == ("0.json", date(2017, 5, 3))

    def test_where_nothing_ever_changed_it_is_the_newest(self) -> None:
        found = since("GG", "GG", "GG")

        assert (found.file, found.signed_again_on, found.changes) == ("1.json", None, ())


def since(*judgements: str) -> ChangedSinceSigned:
    """Return what is said of the last of these reports, all before it signed off in turn."""
    reports = [analysed(data_set(audits(letters))) for letters in judgements]
    signed = [
        SignOff(f"{n}.json", "", date(2017, 5, n + 1), (), kept(figures))
        for n, figures in enumerate(reports[:-1])
    ]
    found = summarise_signed(reports[-1], signed)
    assert found is not None
    return found


def reported(changes: tuple[SignedChange, ...], scope: str = "year") -> Figures:
    found = ChangedSinceSigned(date(2017, 5, 31), "x.json", (), changes, None)
    return replace(analysed(data_set(audits("G"))), scope=scope, changed_since_signed=found)


def change(*path: str, then: str = "1", now: str = "2") -> SignedChange:
    return SignedChange(" ".join(path), then, now, path)


def rows_of(figures: Figures) -> list[str]:
    table = next(b for b in blocks_of(figures, "changed-since-sign-off") if isinstance(b, Table))
    return [row[0] for row in table.rows]


class TestOutline:
    def test_a_report_that_was_never_signed_off_has_no_such_part(self) -> None:
        assert part_of(analysed(data_set(audits("G"))), "changed-since-sign-off") is None

    def test_dates_are_written_as_people_write_them(self) -> None:
        figures = reported((change("report", "date", then="2017-05-31", now="2017-06-30"),))

        assert "31 May 2017" in told(figures)
        assert "30 June 2017" in told(figures)

    def test_at_most_fifteen_are_shown_and_the_rest_counted(self) -> None:
        figures = reported(tuple(change("rules", f"{n}") for n in range(40)))
        last = blocks_of(figures, "changed-since-sign-off")[-1]

        assert len(rows_of(figures)) == 15
        assert isinstance(last, Paragraph)
        assert last.line[0].text == "Not shown: 25 more figures. figures.json holds all of them."

    def test_what_matters_most_is_shown_in_the_order_of_the_file(self) -> None:
        details = tuple(change("periods", "Q1", "profile", "Team", f"{n}") for n in range(20))
        totals = change("periods", "year", "completed"), change("actions", "overdue")
        found = rows_of(reported((*details, *totals)))

        assert found[-2:] == ["periods year completed", "actions overdue"]
        assert len(found) == 15

    def test_a_quarters_summary_shows_its_own_figures_first(self) -> None:
        others = tuple(change("periods", "Q2", "overall", "counts", f"{n}") for n in range(20))
        own = change("periods", "Q1", "profile", "Team", "North")

        assert "periods Q1 profile Team North" in rows_of(reported((*others, own), scope="Q1"))
