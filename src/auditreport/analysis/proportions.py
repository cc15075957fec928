"""The arithmetic of proportions: whole percentages and 95% intervals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import sqrt

Z_95 = 1.959963984540054
"""The standard normal quantile that leaves 2.5% above it."""

Interval = tuple[float, float]


def round_percent(count: int, base: int) -> int | None:
    """Return a single percentage, rounded half up; None where there is nothing to divide by."""
    return (200 * count + base) // (2 * base) if base else None


def round_points(difference: Fraction) -> float:
    """Return a difference of proportions in percentage points to one decimal, halves outward."""
    tenths = (2000 * abs(difference) + 1) // 2
    return (tenths if difference >= 0 else -tenths) / 10


def split_hundred(counts: Mapping[str, int], first_in_ties: Sequence[str]) -> dict[str, int | None]:
    """Return whole percentages that sum to 100, by largest remainder.

    At a tie of remainders the smaller count gets the point, then whoever stands earlier in
    `first_in_ties`, which names every key once. All are None where the counts sum to 0.
    """
    total = sum(counts.values())
    if total == 0:
        return dict.fromkeys(counts)
    points = {word: 100 * count // total for word, count in counts.items()}
    claims = sorted(first_in_ties, key=lambda word: (-(100 * counts[word] % total), counts[word]))
    for word in claims[: 100 - sum(points.values())]:
        points[word] += 1
    return dict(points)


def find_wilson_interval(count: int, base: int) -> Interval:
    """Return the 95% score interval of a proportion, in fractions of one (Wilson 1927).

    `base` is at least 1. The ends are exact where none or all are counted.
    """
    share = count / base
    spread = Z_95 * sqrt(share * (1 - share) / base + Z_95**2 / (4 * base**2))
    centre = share + Z_95**2 / (2 * base)
    scale = 1 + Z_95**2 / base
    low = 0.0 if count == 0 else (centre - spread) / scale
    high = 1.0 if count == base else (centre + spread) / scale
    return low, high


def find_newcombe_interval(before: tuple[int, int], after: tuple[int, int]) -> Interval:
    """Return the 95% interval of after minus before, each a (count, base), in fractions of one.

    The hybrid score method without continuity correction (Newcombe 1998, method 10).
    """
    share_before, share_after = before[0] / before[1], after[0] / after[1]
    low_before, high_before = find_wilson_interval(*before)
    low_after, high_after = find_wilson_interval(*after)
    difference = share_after - share_before
    below = sqrt((share_after - low_after) ** 2 + (high_before - share_before) ** 2)
    above = sqrt((high_after - share_after) ** 2 + (share_before - low_before) ** 2)
    return difference - below, difference + above
