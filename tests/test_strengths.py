"""Strengths, areas for development, and those of which it is too few to say."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import SCALE, WORDS, settings, unhurried

from auditreport.analysis.distributions import summarise_judgements
from auditreport.analysis.figures import Distribution
from auditreport.analysis.strengths import (
    find_development,
    find_judged_as,
    find_strengths,
    find_too_few,
)


def areas(**letters: str) -> dict[str, Distribution]:
    return {
        name: summarise_judgements((WORDS[letter] for letter in found), SCALE)
        for name, found in letters.items()
    }


def strengths(found: dict[str, Distribution], **changes: Any) -> tuple[str, ...]:
    return find_strengths(found, settings(**changes))


def test_a_share_at_the_threshold_is_a_strength() -> None:
    """7 of 10 is 70% exactly."""
    assert strengths(areas(Risk="G" * 7 + "R" * 3)) == ("Risk",)


def test_a_share_that_only_rounds_up_to_the_threshold_is_none() -> None:
    """89 of 128 is 69.53%, which prints as 70%."""
    found = areas(Risk="G" * 89 + "R" * 39)
    assert found["Risk"].good_or_better.percent == 70
    assert strengths(found) == ()


def test_half_good_is_not_for_development_at_a_threshold_of_half() -> None:
    assert find_development(areas(Risk="GGGRRR", Plans="GGRRR"), settings()) == ("Plans",)


def test_what_is_neither_stands_in_no_list() -> None:
    """3 of 5 is 60%: below 70%, not below 50%."""
    found = areas(Risk="GGGRR")
    assert strengths(found) == ()
    assert find_development(found, settings()) == ()


def test_the_not_judged_are_not_in_the_base() -> None:
    """5 of 6 judged are Good; 4 were not applicable."""
    assert strengths(areas(Independence="GGGGGR----")) == ("Independence",)


def test_a_base_below_the_smallest_is_too_few_and_nothing_else() -> None:
    found = areas(Risk="GGGG", Plans="IIII", Reviews="")
    assert strengths(found) == ()
    assert find_development(found, settings()) == ()
    assert find_too_few(found, settings()) == ("Risk", "Plans", "Reviews")


def test_a_base_of_the_smallest_size_suffices() -> None:
    assert strengths(areas(Risk="GGGGG")) == ("Risk",)


def test_a_base_of_nothing_is_too_few_even_where_any_base_would_do() -> None:
    assert find_too_few(areas(Risk=" -", Plans="G"), settings(smallest_base=0)) == ("Risk",)


def test_strengths_run_from_the_highest_share_and_ties_in_report_order() -> None:
    found = areas(Risk="GGGGR", Plans="GGGGG", Reviews="GGGGGGGGRR")
    assert strengths(found) == ("Plans", "Risk", "Reviews")


def test_areas_for_development_run_from_the_lowest_share() -> None:
    found = areas(Risk="GGRRR", Plans="RRRRR", Reviews="GRRRR")
    assert find_development(found, settings()) == ("Plans", "Reviews", "Risk")


def test_one_outstanding_judgement_suffices_and_the_highest_share_of_them_is_first() -> None:
    """1 of 4 is less than 1 of 2; a small base does not matter here."""
    found = areas(Plans="OGGG", Risk="OR", Reviews="GGGG")
    assert find_judged_as(found, "Outstanding") == ("Risk", "Plans")


def test_areas_with_an_inadequate_judgement_run_from_its_highest_share() -> None:
    assert find_judged_as(areas(Plans="IGG", Risk="II"), "Inadequate") == ("Risk", "Plans")


def test_the_councils_own_thresholds_hold() -> None:
    found = areas(Risk="GGGRR")
    assert strengths(found, strength_threshold=Fraction(3, 5)) == ("Risk",)
    higher = settings(development_threshold=Fraction(2, 3))
    assert find_development(found, higher) == ("Risk",)


@unhurried
@given(good=st.integers(0, 30), weak=st.integers(0, 30))
def test_an_area_is_a_strength_or_for_development_or_too_few_or_neither(
    good: int, weak: int
) -> None:
    found = areas(Risk="G" * good + "R" * weak)
    lists = (strengths(found), find_development(found, settings()), find_too_few(found, settings()))
    assert sum(len(names) for names in lists) <= 1


@unhurried
@given(good=st.integers(3, 30), weak=st.integers(2, 30))
def test_one_more_good_judgement_never_ends_a_strength(good: int, weak: int) -> None:
    before = strengths(areas(Risk="G" * good + "R" * weak))
    assert set(before) <= set(strengths(areas(Risk="G" * (good + 1) + "R" * weak)))


@pytest.mark.parametrize("smallest", [1, 5, 10])
def test_the_fewest_audits_to_compare_are_the_councils(smallest: int) -> None:
    found = areas(Risk="G" * smallest)
    assert strengths(found, smallest_base=smallest) == ("Risk",)
    assert strengths(found, smallest_base=smallest + 1) == ()
