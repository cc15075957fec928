"""The year across its quarters: what changed, what stays strong, what stays weak."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations, pairwise

from auditreport.analysis.changes import OVERALL, build_change
from auditreport.analysis.figures import Change, Good, Period, Trend
from auditreport.analysis.strengths import (
    find_share,
    is_development,
    is_strength,
    is_too_few,
)
from auditreport.analysis.turning import compare_all_quarters, count_quarters, find_turns
from auditreport.reading.dataset import ReportSettings
from auditreport.reading.year import Quarter


def summarise_trend(periods: Mapping[str, Period], settings: ReportSettings) -> Trend:
    """Compare the quarters that `periods` holds; the year stands in it too."""
    quarters = [quarter for quarter in Quarter if quarter in periods]
    year = {name: area.good_or_better for name, area in periods["year"].areas.items()}
    by_quarter = {
        area: {quarter: periods[quarter].areas[area].good_or_better for quarter in quarters}
        for area in year
    }
    strong = [area for area in year if _is_always(is_strength, by_quarter[area], settings)]
    weak = [area for area in year if _is_always(is_development, by_quarter[area], settings)]
    return Trend(
        areas={
            area: {quarter: found.get(quarter) for quarter in Quarter}
            for area, found in by_quarter.items()
        },
        changes=_find_changes(periods, quarters, settings.smallest_base),
        consistent_strengths=tuple(sorted(strong, key=lambda area: -find_share(year[area]))),
        persistent_development=tuple(sorted(weak, key=lambda area: find_share(year[area]))),
        overall_pairs=compare_all_quarters(periods, quarters, settings.smallest_base),
        turned=tuple(find_turns(by_quarter, settings)),
        quarters={area: count_quarters(found, settings) for area, found in by_quarter.items()},
        measure_changes=_find_measure_changes(periods, quarters, settings.smallest_base),
    )


def _is_always(
    rule: Callable[[Good, ReportSettings], bool],
    by_quarter: Mapping[Quarter, Good],
    settings: ReportSettings,
) -> bool:
    """Tell whether a rule holds in at least two quarters, and in all but one that suffice."""
    sufficing = [
        good for good in by_quarter.values() if not is_too_few(good.base, settings.smallest_base)
    ]
    holding = sum(rule(good, settings) for good in sufficing)
    return holding >= 2 and holding >= len(sufficing) - 1


def _find_changes(
    periods: Mapping[str, Period], quarters: Sequence[Quarter], smallest_base: int
) -> tuple[Change, ...]:
    goods = {quarter: _list_goods(periods[quarter]) for quarter in quarters}
    return tuple(
        build_change(area, (before, good), (after, goods[after][area]), smallest_base)
        for before, after in pairwise(quarters)
        for area, good in goods[before].items()
    )


def _find_measure_changes(
    periods: Mapping[str, Period], quarters: Sequence[Quarter], smallest_base: int
) -> tuple[Change, ...]:
    """Compare the good answers of each quarter with those of every later one, by measure."""
    return tuple(
        build_change(
            found.label,
            (before, found.good),
            (after, periods[after].measures[name].good),
            smallest_base,
        )
        for before, after in combinations(quarters, 2)
        for name, found in periods[before].measures.items()
    )


def _list_goods(period: Period) -> dict[str, Good]:
    areas = {name: area.good_or_better for name, area in period.areas.items()}
    return {OVERALL: period.overall.good_or_better} | areas
