"""What practice is held against, as figures: last year, targets, measures, second looks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from auditreport.analysis.share_figures import Change, Good, Verdict
from auditreport.records import record


@record
class SaidThen:
    """An area for development of last year: its share then and now, and its actions."""

    area: str
    then: Good
    now: Good | None
    verdict: Verdict | None
    is_strength: bool
    is_development: bool
    actions: int
    open_actions: int


@record
class Previous:
    """This year beside an earlier one.

    Where the two may not be compared, `not_compared` says why and nothing else is filled in.
    `renamed` maps an area's name then to its name now.
    """

    year: str
    origin: str
    not_compared: str
    overall: Change | None
    areas: Mapping[str, Change]
    renamed: Mapping[str, str]
    only_then: tuple[str, ...]
    only_now: tuple[str, ...]
    said: tuple[SaidThen, ...]


class TargetVerdict(StrEnum):
    """What a share allows to be said of its target."""

    MET = "met"
    NOT_MET = "not met"
    TOO_FEW = "too few to tell"


@record
class TargetFigures:
    """A share beside its target, in per cent.

    `low` and `high` are the 95% interval, None for what is counted in full and estimates nothing.
    `is_clear` tells whether that interval leaves the target out; None where there is none.
    """

    measure: str
    label: str
    at_least: float | None
    at_most: float | None
    count: int
    base: int
    percent: int | None
    low: float | None
    high: float | None
    verdict: TargetVerdict
    is_clear: bool | None


@record
class MeasureFigures:
    """A yes/no column counted. `percent` is yes of yes and no; `good` is the good answer."""

    label: str
    good_is: str
    yes: int
    no: int
    not_applicable: int
    not_recorded: int
    base: int
    percent: int | None
    good: Good


@record
class Concern:
    """An audit with an immediate concern, and what was done; internal only."""

    ref: str
    quarter: str
    date: date | None
    action_taken: str


@record
class ReauditPair:
    """An audit and the earlier one that it repeats; internal only."""

    ref: str
    of: str
    before: str | None
    after: str | None


@record
class Reaudits:
    """How cases were judged when they were audited again.

    `compared` have both judgements; `not_found` repeat one that is not of this year in it;
    `without` of the `inadequate` audits were not audited again.
    """

    total: int
    compared: int
    better: int
    same: int
    worse: int
    not_found: int
    inadequate: int
    without: int
    pairs: tuple[ReauditPair, ...]
    without_refs: tuple[str, ...]


@record
class AuditorWords:
    """What an auditor wrote under Strengths or Areas for development; internal only.

    `areas` are the practice areas that the text names.
    """

    ref: str
    quarter: str
    is_strength: bool
    text: str
    areas: tuple[str, ...]
