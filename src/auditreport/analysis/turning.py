"""How areas and quarters stand to one another over the year, all quarters looked at together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from auditreport.analysis.changes import OVERALL, build_change
from auditreport.analysis.figures import AreaQuarters, Change, Good, Period, Turn
from auditreport.analysis.strengths import is_development, is_strength, is_too_few
from auditreport.reading.dataset import ReportSettings
from auditreport.reading.year import Quarter

ByQuarter = Mapping[Quarter, Good]
STRENGTH, DEVELOPMENT = "strength", "area for development"


def compare_all_quarters(
    periods: Mapping[str, Period], quarters: Sequence[Quarter], smallest_base: int
) -> tuple[Change, ...]:
    """Compare the overall judgements of each quarter with those of every later one."""
    goods = {name: periods[name].overall.good_or_better for name in quarters}
    return tuple(
        build_change(OVERALL, (before, goods[before]), (after, goods[after]), smallest_base)
        for before, after in combinations(quarters, 2)
    )


def count_quarters(by_quarter: ByQuarter, settings: ReportSettings) -> AreaQuarters:
    """Count in how many quarters an area was a strength, or for development, of how many told."""
    told = [g for g in by_quarter.values() if not is_too_few(g.base, settings.smallest_base)]
    return AreaQuarters(
        strength=sum(is_strength(good, settings) for good in told),
        development=sum(is_development(good, settings) for good in told),
        of=len(told),
    )


def find_turns(areas: Mapping[str, ByQuarter], settings: ReportSettings) -> Iterator[Turn]:
    """Return the areas that were a strength and ended for development, or the other way about.

    What counts is the first and the last quarter in which an area was either. The difference
    between these two quarters says whether chance would explain the turn.
    """
    for area, by_quarter in areas.items():
        levels = {q: level for q, g in by_quarter.items() if (level := _name_level(g, settings))}
        if len(set(levels.values())) < 2:
            continue
        first, last = next(iter(levels)), next(reversed(levels))
        if levels[first] != levels[last]:
            change = build_change(
                area,
                (first, by_quarter[first]),
                (last, by_quarter[last]),
                settings.smallest_base,
            )
            yield Turn(area, levels[first], levels[last], change)


def _name_level(good: Good, settings: ReportSettings) -> str:
    if is_strength(good, settings):
        return STRENGTH
    return DEVELOPMENT if is_development(good, settings) else ""
