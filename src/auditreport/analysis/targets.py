"""Shares beside their targets: met, not met, or too few to tell."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from auditreport.analysis.figures import Period
from auditreport.analysis.proportions import find_wilson_interval, round_percent
from auditreport.analysis.review_figures import TargetFigures, TargetVerdict
from auditreport.analysis.strengths import is_too_few
from auditreport.reading.dataset import DataSet, Target
from auditreport.reading.targets_sheet import ACTIONS_IN_TIME

Counted = tuple[int, int]

# These count all that there is. The others are a sample of the work, so that they estimate it.
_COUNTED_IN_FULL = frozenset({"Completed", "Moderated", ACTIONS_IN_TIME})


def summarise_targets(
    data: DataSet, period: Period, timely: Counted | None = None
) -> tuple[TargetFigures, ...]:
    """Set every target beside what was reached in a period.

    `timely` counts the actions done in time of those whose time is up; it is of the year alone.
    """
    found = _count_shares(period, data) | ({ACTIONS_IN_TIME: timely} if timely else {})
    labels = {measure.name: measure.label for measure in data.measures}
    worst = data.scale.judgements[-1]
    names = {"Inadequate": worst, "Completed": "Completed of those planned"} | labels
    return tuple(
        build_target(target, names, found[target.measure], data.settings.smallest_base)
        for target in data.targets
        if target.measure in found
    )


def _count_shares(period: Period, data: DataSet) -> dict[str, Counted]:
    overall, moderation = period.overall, period.moderation
    good = overall.good_or_better
    return {
        "Good or better": (good.count, good.base),
        "Inadequate": (overall.counts[data.scale.judgements[-1]], overall.n),
        "Completed": (period.completed, period.planned or 0),
        "Moderated": (period.moderated, overall.total),
        "Agreement": (moderation.agreed, moderation.compared) if moderation else (0, 0),
    } | {name: (found.good.count, found.good.base) for name, found in period.measures.items()}


def build_target(
    target: Target, labels: Mapping[str, str], counted: Counted, smallest_base: int
) -> TargetFigures:
    """Return a count of its base beside a target; the exact fraction is what meets it."""
    count, base = counted
    is_sample = target.measure not in _COUNTED_IN_FULL and base > 0
    low, high = find_wilson_interval(count, base) if is_sample else (None, None)
    return TargetFigures(
        measure=target.measure,
        label=labels.get(target.measure, target.measure),
        at_least=_to_percent(target.at_least),
        at_most=_to_percent(target.at_most),
        count=count,
        base=base,
        percent=round_percent(count, base),
        low=None if low is None else round(100 * low, 1),
        high=None if high is None else round(100 * high, 1),
        verdict=_judge(target, counted, smallest_base),
        is_clear=None if low is None or high is None else _leaves_out(target, low, high),
    )


def _to_percent(share: Fraction | None) -> float | None:
    return None if share is None else float(100 * share)


def _judge(target: Target, counted: Counted, smallest_base: int) -> TargetVerdict:
    count, base = counted
    if is_too_few(base, smallest_base):
        return TargetVerdict.TOO_FEW
    share = Fraction(count, base)
    is_low = target.at_least is not None and share < target.at_least
    is_high = target.at_most is not None and share > target.at_most
    return TargetVerdict.NOT_MET if is_low or is_high else TargetVerdict.MET


def _leaves_out(target: Target, low: float, high: float) -> bool:
    """Tell whether no bound of a target lies inside an interval, its ends included."""
    bounds = [float(b) for b in (target.at_least, target.at_most) if b is not None]
    return not any(low <= bound <= high for bound in bounds)
