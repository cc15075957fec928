"""Shares as figures: a count of its base with its interval, a distribution, a difference."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from auditreport.records import record


@record
class Good:
    """Good or better: a count, its base, the share in whole per cent and its 95% interval.

    `low` and `high` are Wilson's, in per cent to one decimal; all three are None where base is 0.
    """

    count: int
    base: int
    percent: int | None
    low: float | None
    high: float | None


@record
class Distribution:
    """How many of each judgement: `percent` is of the judged, `share` of all."""

    n: int
    counts: Mapping[str, int]
    not_judged: Mapping[str, int]
    percent: Mapping[str, int | None]
    share: Mapping[str, int | None]
    good_or_better: Good

    @property
    def total(self) -> int:
        """All that were counted, the not judged included."""
        return self.n + sum(self.not_judged.values())


class Verdict(StrEnum):
    """What a difference of two proportions allows to be said."""

    BETTER = "better"
    WORSE = "worse"
    NO_CLEAR_CHANGE = "no clear change"
    TOO_FEW = "too few"


@record
class Change:
    """The difference in Good or better between two periods, in percentage points, one decimal."""

    area: str
    before_period: str
    after_period: str
    before: Good
    after: Good
    difference: float | None
    low: float | None
    high: float | None
    verdict: Verdict


@record
class AreaQuarters:
    """In how many quarters an area was a strength, or for development, of those that tell."""

    strength: int
    development: int
    of: int


@record
class Turn:
    """An area that was a strength and ended for development, or the other way about."""

    area: str
    was: str
    became: str
    change: Change
