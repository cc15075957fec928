"""The difference between two shares of Good or better, and what it allows to be said."""

from __future__ import annotations

from auditreport.analysis.figures import Change, Good, Verdict
from auditreport.analysis.proportions import Interval, find_newcombe_interval, round_points
from auditreport.analysis.strengths import find_share, is_too_few

OVERALL = "Overall"


def build_change(
    area: str, before: tuple[str, Good], after: tuple[str, Good], smallest_base: int
) -> Change:
    """Compare two periods, each a (name, Good or better): after minus before.

    Difference and interval are None where either base is 0.
    """
    interval = _find_interval(before[1], after[1])
    return Change(
        area=area,
        before_period=before[0],
        after_period=after[0],
        before=before[1],
        after=after[1],
        difference=_find_difference(before[1], after[1]),
        low=_round(interval[0]) if interval else None,
        high=_round(interval[1]) if interval else None,
        verdict=_judge(interval, min(before[1].base, after[1].base), smallest_base),
    )


def _find_interval(before: Good, after: Good) -> Interval | None:
    if before.base == 0 or after.base == 0:
        return None
    return find_newcombe_interval((before.count, before.base), (after.count, after.base))


def _find_difference(before: Good, after: Good) -> float | None:
    if before.base == 0 or after.base == 0:
        return None
    return round_points(find_share(after) - find_share(before))


def _judge(interval: Interval | None, smaller: int, smallest_base: int) -> Verdict:
    if interval is None or is_too_few(smaller, smallest_base):
        return Verdict.TOO_FEW
    if interval[0] > 0:
        return Verdict.BETTER
    return Verdict.WORSE if interval[1] < 0 else Verdict.NO_CLEAR_CHANGE


def _round(end: float) -> float:
    # Adding 0.0 turns -0.0, which would print with its sign, into 0.0.
    return round(100 * end, 1) + 0.0
