"""Targets: met, not met, or too few to tell; and what the interval leaves open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outlined import blocks_of, part_of
from outlined import told as told_of
from records import action, analysed, audit, audits, data_set, schedule_entry, source, unhurried
from workbooks import read_sheets, told

from auditreport.analysis.actions import count_timely
from auditreport.analysis.figures import TargetFigures, TargetVerdict
from auditreport.analysis.targets import build_target
from auditreport.reading.dataset import Scale, Target
from auditreport.rendering.blocks import Table

HEADER = ("Measure", "At least", "At most")
AS_OF = date(2017, 3, 31)


def target(measure: str, at_least: float | None = None, at_most: float | None = None) -> Target:
    least = None if at_least is None else Fraction(str(at_least)) / 100
    most = None if at_most is None else Fraction(str(at_most)) / 100
    return Target(source("Targets"), measure, least, most)


ALL = target("Risk", 100)


def reached(count: int, base: int, wanted: Target) -> TargetFigures:
    return build_target(wanted, {}, (count, base), 5)


def verdict_of(letters: str, wanted: Target, **changes: object) -> TargetFigures:
    data = data_set(audits(letters), targets=(wanted,), **changes)
    (found,) = analysed(data).targets["year"]
    return found


class TestSheet:
    @pytest.mark.parametrize("cell", [0.7, 70, "70%", "70 %", "0.7"])
    def test_a_share_may_be_written_in_any_way(self, cell: object) -> None:
        data = read_sheets(Targets=[HEADER, ("Good or better", cell, None)]).data  # type: ignore[list-item]

        assert data is not None
        assert data.targets[0].at_least == Fraction(7, 10)

    def test_what_no_target_can_be_set_for_is_reported(self) -> None:
        reading = read_sheets(Targets=[HEADER, ("Happiness", 70, None)])

        assert told(reading) == [("unknown-target", "Targets", "A2")]

    def test_a_share_that_is_none_is_reported(self) -> None:
        reading = read_sheets(Targets=[HEADER, ("Moderated", "most", None)])

        assert told(reading) == [
            ("unreadable-number", "Targets", "B2"),
            ("missing-value", "Targets", "B2"),
        ]

    def test_a_measure_has_one_target(self) -> None:
        row = ("Moderated", 20, None)

        assert told(read_sheets(Targets=[HEADER, row, row])) == [
            ("duplicate-name", "Targets", "A3")
        ]


class TestVerdicts:
    def test_a_share_that_reaches_its_target_exactly_meets_it(self) -> None:
        assert reached(7, 10, target("Good or better", 70)).verdict is TargetVerdict.MET
        assert reached(7, 10, target("Good or better", at_most=70)).verdict is TargetVerdict.MET

    def test_a_share_that_only_rounds_to_its_target_does_not(self) -> None:
        found = reached(139, 200, target("Good or better", 70))  # 69.5% prints as 70%

        assert (found.percent, found.verdict) == (70, TargetVerdict.NOT_MET)

    def test_below_the_smallest_base_nothing_is_told(self) -> None:
        assert reached(4, 4, target("Good or better", 70)).verdict is TargetVerdict.TOO_FEW

    def test_a_target_inside_the_interval_is_not_clear(self) -> None:
        # Wilson's interval of 22 of 56 is 27.6% to 52.4%.
        assert reached(22, 56, target("Good or better", 50)).is_clear is False
        assert reached(22, 56, target("Good or better", 60)).is_clear is True

    def test_a_target_at_the_end_of_the_interval_is_not_clear(self) -> None:
        none, all_of_them = reached(0, 20, target("Risk", at_most=0)), reached(20, 20, ALL)

        assert (none.low, none.is_clear) == (0.0, False)
        assert (all_of_them.high, all_of_them.is_clear) == (100.0, False)

    def test_a_single_audit_has_an_interval_and_none_has_no_interval(self) -> None:
        assert reached(1, 1, ALL).low == 20.7
        assert (reached(0, 0, ALL).low, reached(0, 0, ALL).is_clear) == (None, None)

    def test_what_is_counted_in_full_has_no_interval(self) -> None:
        found = reached(22, 56, target("Moderated", 50))

        assert (found.low, found.high, found.is_clear) == (None, None, None)

    @given(st.integers(5, 60).flatmap(lambda n: st.tuples(st.integers(0, n - 1), st.just(n))))
    @unhurried
    def test_one_more_never_loses_a_target_that_was_met(self, counted: tuple[int, int]) -> None:
        count, base = counted
        wanted = target("Good or better", 60)

        if reached(count, base, wanted).verdict is TargetVerdict.MET:
            assert reached(count + 1, base, wanted).verdict is TargetVerdict.MET


class TestShares:
    def test_good_or_better_and_inadequate_are_of_the_judged(self) -> None:
        found = verdict_of("GGGGRI -", target("Inadequate", at_most=10))

        assert (found.count, found.base) == (1, 6)

    def test_completed_is_of_those_planned(self) -> None:
        entry = schedule_entry(date(2016, 4, 1), date(2016, 6, 30), planned=10)
        found = verdict_of("GGGGRR", target("Completed", 90), schedule=(entry,))

        assert (found.count, found.base, found.verdict) == (6, 10, TargetVerdict.NOT_MET)

    def test_without_a_plan_or_a_second_judgement_nothing_is_told(self) -> None:
        completed = verdict_of("GGGGRR", target("Completed", 90))
        agreement = verdict_of("GGGGRR", target("Agreement", 80))

        assert (completed.count, completed.base) == (6, 0)
        assert (agreement.count, agreement.base) == (0, 0)
        assert completed.verdict is agreement.verdict is TargetVerdict.TOO_FEW

    def test_what_is_inadequate_goes_by_the_worst_word_of_the_scale(self) -> None:
        scale = Scale(("Met", "Partly", "Not met"), ("Met",), ())
        found = data_set([audit(overall="Not met")], scale=scale, targets=(target("Inadequate"),))

        (shown,) = analysed(found).targets["year"]

        assert (shown.label, shown.count) == ("Not met", 1)
        assert verdict_of("G", target("Completed")).label == "Completed of those planned"
        assert verdict_of("G", target("Moderated")).label == "Moderated"

    def test_agreement_is_of_the_audits_with_both_judgements(self) -> None:
        pairs = [audit("G", moderated=True, moderated_judgement=j) for j in ("Good", "Inadequate")]
        (found,) = analysed(data_set(pairs, targets=(target("Agreement", 80),))).targets["year"]

        assert (found.count, found.base) == (1, 2)

    def test_actions_in_time_are_of_those_whose_time_is_up(self) -> None:
        done = {"is_complete": True, "due": date(2016, 9, 1)}
        actions = (
            action(completed=date(2016, 9, 1), **done),
            action(completed=date(2016, 9, 2), **done),
            action(due=date(2016, 9, 1)),
            action(due=date(2018, 9, 1)),
            action(),
        )

        assert count_timely(actions, AS_OF) == (1, 3)

    def test_actions_in_time_are_of_the_year_alone(self) -> None:
        data = data_set(audits("G"), targets=(target("Actions in time", 80),), actions=(action(),))
        targets = analysed(data).targets

        assert [len(targets[name]) for name in ("Q1", "year")] == [0, 1]


class TestReport:
    def test_what_was_missed_is_named(self) -> None:
        wanted = (target("Good or better", 90), target("Inadequate", at_most=50))
        text = told_of(analysed(data_set(audits("GGGRRRRRRI"), targets=wanted)))

        assert "Of 2 targets, 1 was met and 1 was not met (at least 90% Good or better)." in text

    def test_a_target_inside_the_interval_is_said_to_be_unclear(self) -> None:
        text = told_of(
            analysed(data_set(audits("GGGGGGRRRR"), targets=(target("Good or better", 50),)))
        )

        assert "| met, but not clearly |" in text
        assert "Not clearly: the interval includes the target" in text

    def test_the_missed_ones_come_first_in_plain_words(self) -> None:
        wanted = (target("Moderated", at_most=50), target("Moderated", 20), target("Completed", 90))
        entry = schedule_entry(date(2016, 4, 1), date(2016, 6, 30), planned=12)
        figures = analysed(data_set(audits("G" * 10), targets=wanted, schedule=(entry,)))
        table = next(b for b in blocks_of(figures, "targets") if isinstance(b, Table))

        assert [row[:2] for row in table.rows] == [
            ("Audits moderated", "not met"),
            ("Audits completed of those planned", "not met"),
            ("Audits moderated", "met"),
        ]

    def test_actions_in_time_have_their_base_in_words(self) -> None:
        done = {"is_complete": True, "due": date(2016, 9, 1)}
        actions = (
            action(completed=date(2016, 9, 1), **done),
            action(completed=date(2016, 9, 2), **done),
            action(due=date(2016, 9, 1)),
            action(),
        )
        wanted = (target("Actions in time", 80),)
        figures = analysed(data_set(audits("G"), targets=wanted, actions=actions))

        said = "Of 3 actions that had fallen due, 1 was finished in time, 1 late, and 1 was still"
        assert said in told_of(figures)

    def test_a_quarter_names_the_targets_of_the_year_alone(self) -> None:
        wanted = (target("Moderated", 20), target("Actions in time", 80))
        figures = analysed(data_set(audits("G"), targets=wanted, actions=(action(),)))

        assert "Counted for the year alone: Actions finished in time." in told_of(
            replace(figures, scope="Q1")
        )
        assert "for the year alone" not in told_of(figures)

    def test_a_decimal_is_printed_where_rounding_would_seem_to_meet_it(self) -> None:
        entry = schedule_entry(date(2016, 4, 1), date(2016, 6, 30), planned=139)
        wanted = (target("Completed", 95),)
        text = told_of(analysed(data_set(audits("G" * 132), targets=wanted, schedule=(entry,))))

        assert "132 of 139 (94.9%)" in text

    def test_without_targets_there_is_no_such_part(self) -> None:
        assert part_of(analysed(data_set(audits("G"))), "targets") is None
