"""What changed between quarters, and what stays strong or weak."""

from datetime import date

from records import analysed, area_audits, audits, data_set, good, settings

from auditreport.analysis.changes import build_change
from auditreport.analysis.figures import Change, Trend, Verdict
from auditreport.reading.dataset import Audit


def compare(before: tuple[int, int], after: tuple[int, int]) -> Change:
    return build_change("Risk", ("Q1", good(*before)), ("Q2", good(*after)), smallest_base=5)


def trend(*rows: tuple[Audit, ...], as_of: date = date(2017, 3, 31)) -> Trend:
    return analysed(data_set(sum(rows, ())), as_of).trend


def test_a_difference_is_after_minus_before_in_percentage_points() -> None:
    """56/70 less 48/80 is 80% less 60%: 20 points, by Newcombe's table from 5.2 to 33.4."""
    found = compare((48, 80), (56, 70))
    assert (found.difference, found.low, found.high) == (20.0, 5.2, 33.4)
    assert found.verdict is Verdict.BETTER


def test_a_fall_whose_interval_leaves_out_zero_is_worse() -> None:
    found = compare((56, 70), (48, 80))
    assert (found.difference, found.low, found.high) == (-20.0, -33.4, -5.2)
    assert found.verdict is Verdict.WORSE


def test_a_large_difference_on_small_bases_is_no_clear_change() -> None:
    """2 of 5 against 4 of 5: 40 points, and an interval from below zero."""
    found = compare((2, 5), (4, 5))
    assert found.difference == 40.0
    assert found.verdict is Verdict.NO_CLEAR_CHANGE


def test_no_difference_is_no_clear_change() -> None:
    assert compare((5, 10), (5, 10)).verdict is Verdict.NO_CLEAR_CHANGE


def test_a_base_below_the_smallest_is_too_few_however_large_the_difference() -> None:
    assert compare((0, 4), (50, 50)).verdict is Verdict.TOO_FEW


def test_nothing_to_divide_by_leaves_no_difference() -> None:
    found = compare((0, 0), (5, 5))
    assert (found.difference, found.low, found.high) == (None, None, None)
    assert found.verdict is Verdict.TOO_FEW


def test_changes_pair_the_quarters_that_follow_one_another_overall_first() -> None:
    changes = trend(audits("G", "Q1")).changes
    steps = [("Q1", "Q2"), ("Q2", "Q3"), ("Q3", "Q4")]
    assert [(c.before_period, c.after_period) for c in changes[::4]] == steps
    assert [c.area for c in changes[:4]] == ["Overall", "Risk", "Plans", "Outcomes"]


def test_the_overall_change_is_of_the_overall_judgements() -> None:
    first = trend(audits("GGRR", "Q1"), audits("GGGG", "Q2")).changes[0]
    assert (first.before.percent, first.after.percent) == (50, 100)


def test_a_quarter_that_has_not_begun_is_null_and_takes_no_part_in_changes() -> None:
    found = trend(area_audits("Q1", Risk="GG"), as_of=date(2016, 7, 1))
    assert found.areas["Risk"]["Q1"] == good(2, 2)
    assert found.areas["Risk"]["Q2"] == good(0, 0)
    assert found.areas["Risk"]["Q3"] is None
    assert {c.after_period for c in found.changes} == {"Q2"}


def test_a_strength_in_every_quarter_but_one_is_consistent() -> None:
    found = trend(
        area_audits("Q1", Risk="GGGGG"),
        area_audits("Q2", Risk="RRRRR"),
        area_audits("Q3", Risk="GGGGG"),
        area_audits("Q4", Risk="GGGGG"),
    )
    assert found.consistent_strengths == ("Risk",)


def test_a_strength_that_failed_in_two_quarters_is_not_consistent() -> None:
    found = trend(
        area_audits("Q1", Risk="GGGGG"),
        area_audits("Q2", Risk="RRRRR"),
        area_audits("Q3", Risk="GGGGG"),
        area_audits("Q4", Risk="RRRRR"),
    )
    assert found.consistent_strengths == ()
    assert found.persistent_development == ()


def test_a_quarter_with_too_few_is_not_held_against_a_strength() -> None:
    found = trend(
        area_audits("Q1", Risk="GGGGG"),
        area_audits("Q2", Risk="GGGGG"),
        area_audits("Q3", Risk="RRRR"),
        area_audits("Q4", Risk="RRRRR"),
    )
    assert found.consistent_strengths == ("Risk",)


def test_a_strength_in_one_quarter_alone_is_not_consistent() -> None:
    assert trend(area_audits("Q1", Risk="GGGGG")).consistent_strengths == ()


def test_areas_weak_in_two_quarters_are_persistent_the_lowest_share_first() -> None:
    found = trend(
        area_audits("Q1", Plans="GGRRR", Risk="RRRRR"),
        area_audits("Q2", Plans="GRRRR", Risk="RRRRR"),
    )
    assert found.persistent_development == ("Risk", "Plans")


def test_consistent_strengths_run_from_the_highest_share_of_the_year() -> None:
    found = trend(
        area_audits("Q1", Plans="GGGGR", Risk="GGGGG"),
        area_audits("Q2", Plans="GGGGR", Risk="GGGGG"),
    )
    assert found.consistent_strengths == ("Risk", "Plans")


def test_the_smallest_base_is_the_councils() -> None:
    rows = area_audits("Q1", Risk="GG") + area_audits("Q2", Risk="GG")
    data = data_set(rows, settings=settings(smallest_base=2))
    assert analysed(data).trend.consistent_strengths == ("Risk",)


def test_an_interval_that_ends_at_zero_when_it_is_rounded_has_no_sign_there() -> None:
    found = compare((1, 5), (4, 5))

    assert (str(found.low), str(found.high)) == ("0.0", "83.2")
    assert found.verdict is Verdict.NO_CLEAR_CHANGE
