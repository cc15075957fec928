"""Whole percentages, intervals, and judgements counted."""

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import SCALE, WORDS, unhurried

from auditreport.analysis.distributions import summarise_good, summarise_judgements
from auditreport.analysis.figures import Distribution
from auditreport.analysis.proportions import (
    find_newcombe_interval,
    find_wilson_interval,
    round_percent,
    round_points,
    split_hundred,
)
from auditreport.reading.dataset import Scale

BEST_FIRST = SCALE.judgements
COUNTS = st.lists(st.integers(0, 400), min_size=4, max_size=4)
PROPORTION = st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def split(counts: Sequence[int]) -> list[int | None]:
    """Split counts given best first; the worse comes first in a tie."""
    named = dict(zip(BEST_FIRST, counts, strict=True))
    return list(split_hundred(named, BEST_FIRST[::-1]).values())


def count(letters: str, scale: Scale = SCALE) -> Distribution:
    return summarise_judgements((WORDS[letter] for letter in letters), scale)


def test_the_published_section_judgements_print_as_3_51_42_and_4() -> None:
    """3, 61, 51 and 5 of 120 are 2.5, 50.83, 42.5 and 4.17: the floors 2, 50, 42 and 4 leave two
    points. The first goes to .83; of the two halves the smaller count, 3, gets the second."""
    found = count("G" * 51 + "R" * 61 + "I" * 3 + "-" * 5)
    assert found.share == {
        "Outstanding": 0,
        "Good": 42,
        "Requires Improvement": 51,
        "Inadequate": 3,
        "N/A": 4,
        "Not recorded": 0,
    }


def test_percent_is_of_the_judged_and_share_of_all() -> None:
    """Of 5 rows 4 are judged, 3 of them Good: 3/4 is 75%, 3/5 is 60%."""
    found = count("GGGR ")
    assert (found.n, found.total) == (4, 5)
    assert found.percent["Good"] == 75
    assert found.share["Good"] == 60
    assert found.share["Not recorded"] == 20


def test_of_equal_counts_the_worse_judgement_gets_the_spare_point() -> None:
    """A third each is 33, 33 and 33: the one point goes to the worst."""
    assert split([0, 1, 1, 1]) == [0, 33, 33, 34]


def test_at_a_tie_the_smaller_count_comes_before_the_worse_judgement() -> None:
    """1 and 7 of 8 are 12.5 and 87.5."""
    assert split([1, 7, 0, 0]) == [13, 87, 0, 0]


def test_of_equal_counts_the_not_judged_comes_last_in_shares() -> None:
    """A third each of Good, Inadequate and N/A: Inadequate gets the point."""
    found = count("GI-")
    assert [found.share[word] for word in ("Good", "Inadequate", "N/A")] == [33, 34, 33]


def test_nothing_counted_has_no_percentages() -> None:
    found = count("")
    assert set(found.percent.values()) == {None}
    assert set(found.share.values()) == {None}
    assert found.good_or_better == summarise_good(0, 0)


def test_nothing_judged_has_shares_but_no_percentages() -> None:
    found = count("- ")
    assert set(found.percent.values()) == {None}
    assert found.share["N/A"] == 50


def test_blank_and_not_applicable_are_counted_apart() -> None:
    assert count("G-- ").not_judged == {"N/A": 2, "Not recorded": 1}


def test_both_words_for_the_not_judged_are_counted_whatever_the_scale_lists() -> None:
    scale = Scale(("Met", "Not met"), ("Met",), ("Not seen",))
    found = summarise_judgements(["Met", "Not seen", "N/A", None], scale)
    assert found.not_judged == {"Not seen": 1, "N/A": 1, "Not recorded": 1}


def test_a_word_that_is_not_of_the_scale_is_not_judged() -> None:
    found = summarise_judgements(["Good", "Seen"], SCALE)
    assert found.n == 1
    assert found.not_judged["Seen"] == 1


def test_good_or_better_follows_the_councils_own_list() -> None:
    scale = Scale(("Strong", "Sound", "Weak"), ("Strong",), ())
    assert summarise_judgements(["Strong", "Sound"], scale).good_or_better.count == 1


@pytest.mark.parametrize(
    ("counted", "base", "percent"),
    [(1, 8, 13), (7, 8, 88), (1, 200, 1), (1, 201, 0), (22, 56, 39), (2, 7, 29), (0, 0, None)],
)
def test_a_single_percentage_rounds_half_up(counted: int, base: int, percent: int | None) -> None:
    assert round_percent(counted, base) == percent


@pytest.mark.parametrize(
    ("difference", "points"),
    [(Fraction(5, 16), 31.3), (Fraction(-5, 16), -31.3), (Fraction(-1, 9999), 0.0)],
)
def test_points_round_to_one_decimal_with_halves_outward(
    difference: Fraction, points: float
) -> None:
    assert str(round_points(difference)) == str(points)


@pytest.mark.parametrize(
    ("counted", "base", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_of_a_proportion_is_wilsons(
    counted: int, base: int, low: float, high: float
) -> None:
    """The examples of Newcombe 1998 (two-sided intervals for the single proportion), method 3."""
    assert find_wilson_interval(counted, base) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(
    ("after", "before", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((10, 10), (0, 10), 0.6075, 1.0),
    ],
)
def test_the_interval_of_a_difference_is_newcombes(
    after: tuple[int, int], before: tuple[int, int], low: float, high: float
) -> None:
    """The examples of Newcombe 1998 (interval estimation for the difference), table II, method 10:
    the paper's first proportion less its second."""
    assert find_newcombe_interval(before, after) == pytest.approx((low, high), abs=5e-5)


def test_good_or_better_prints_its_interval_in_per_cent_to_one_decimal() -> None:
    """81 of 263 is 30.8%, from 25.53% to 36.62%."""
    found = summarise_good(81, 263)
    assert (found.percent, found.low, found.high) == (31, 25.5, 36.6)


def test_none_and_all_have_exact_ends() -> None:
    assert summarise_good(0, 20).low == 0.0
    assert summarise_good(20, 20).high == 100.0


@unhurried
@given(COUNTS)
def test_whole_percentages_sum_to_100(counts: list[int]) -> None:
    found = [percent for percent in split(counts) if percent is not None]
    assert sum(found) == (100 if any(counts) else 0)


@unhurried
@given(COUNTS)
def test_a_larger_count_never_has_a_smaller_percentage(counts: list[int]) -> None:
    found = [percent or 0 for percent in split(counts)]
    ordered = sorted(zip(counts, found, strict=True))
    assert [percent for _, percent in ordered] == sorted(found)


@unhurried
@given(COUNTS.filter(any))
def test_a_percentage_is_less_than_one_away_from_the_exact_share(counts: list[int]) -> None:
    total = sum(counts)
    for counted, percent in zip(counts, split(counts), strict=True):
        assert percent is not None
        assert abs(Fraction(100 * counted, total) - percent) < 1


@unhurried
@given(st.text("OGRI- ", max_size=30))
def test_the_order_of_rows_does_not_matter(letters: str) -> None:
    assert count(letters) == count("".join(sorted(letters)))


@unhurried
@given(PROPORTION)
def test_an_interval_holds_its_proportion_and_stays_within_0_and_1(part: tuple[int, int]) -> None:
    low, high = find_wilson_interval(*part)
    assert 0 <= low <= part[0] / part[1] <= high <= 1


@unhurried
@given(PROPORTION)
def test_the_interval_of_the_rest_mirrors_that_of_the_part(part: tuple[int, int]) -> None:
    counted, base = part
    low, high = find_wilson_interval(counted, base)
    assert find_wilson_interval(base - counted, base) == pytest.approx((1 - high, 1 - low))


@unhurried
@given(PROPORTION, PROPORTION)
def test_a_change_read_backwards_has_the_mirrored_interval(
    before: tuple[int, int], after: tuple[int, int]
) -> None:
    low, high = find_newcombe_interval(before, after)
    assert find_newcombe_interval(after, before) == pytest.approx((-high, -low))
    assert -1 - 1e-12 <= low <= high <= 1 + 1e-12


def test_a_word_that_a_council_puts_on_its_scale_is_judged() -> None:
    scale = Scale(("Met", "N/A"), ("Met",), ("N/A",))
    found = summarise_judgements(["Met", "N/A"], scale)
    assert (found.counts, found.not_judged) == ({"Met": 1, "N/A": 1}, {"Not recorded": 0})
