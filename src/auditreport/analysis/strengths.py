"""Which practice areas are strengths, which are for development, and of which it is too few to say.

Thresholds compare exact fractions, never rounded percentages.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from auditreport.analysis.figures import Distribution, Good
from auditreport.reading.dataset import ReportSettings

Areas = Mapping[str, Distribution]


def is_too_few(base: int, smallest_base: int) -> bool:
    """Tell whether a base is too small to say anything; nothing at all always is."""
    return base == 0 or base < smallest_base


def is_strength(good: Good, settings: ReportSettings) -> bool:
    """Tell whether the share of Good or better reaches the strength threshold."""
    if is_too_few(good.base, settings.smallest_base):
        return False
    return find_share(good) >= settings.strength_threshold


def is_development(good: Good, settings: ReportSettings) -> bool:
    """Tell whether the share of Good or better falls short of the development threshold."""
    if is_too_few(good.base, settings.smallest_base):
        return False
    return find_share(good) < settings.development_threshold


def find_share(good: Good) -> Fraction:
    """Return the exact share of Good or better; the base is not 0."""
    return Fraction(good.count, good.base)


def find_strengths(areas: Areas, settings: ReportSettings) -> tuple[str, ...]:
    """Return the strengths, the highest share first, ties in report order."""
    goods = {name: area.good_or_better for name, area in areas.items()}
    found = [name for name, good in goods.items() if is_strength(good, settings)]
    return tuple(sorted(found, key=lambda name: -find_share(goods[name])))


def find_development(areas: Areas, settings: ReportSettings) -> tuple[str, ...]:
    """Return the areas for development, the lowest share first, ties in report order."""
    goods = {name: area.good_or_better for name, area in areas.items()}
    found = [name for name, good in goods.items() if is_development(good, settings)]
    return tuple(sorted(found, key=lambda name: find_share(goods[name])))


def find_judged_as(areas: Areas, judgement: str) -> tuple[str, ...]:
    """Return the areas with at least one such judgement, its highest share first."""
    found = [name for name, area in areas.items() if area.counts[judgement]]
    return tuple(
        sorted(found, key=lambda name: -Fraction(areas[name].counts[judgement], areas[name].n))
    )


def find_too_few(areas: Areas, settings: ReportSettings) -> tuple[str, ...]:
    """Return the areas judged too seldom to say, in report order: they have no share to rank by."""
    return tuple(name for name, area in areas.items() if is_too_few(area.n, settings.smallest_base))
