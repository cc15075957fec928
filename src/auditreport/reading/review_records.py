"""What practice is held against: last year's counts, the council's targets, its own measures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from fractions import Fraction

from auditreport.problems import Place
from auditreport.reading.sources import Source
from auditreport.records import record

Counted = tuple[int, int]
"""How many were Good or better, of how many judged."""


@record
class Measure:
    """A yes/no column of the sheet Audits that is counted; `name` is its header there."""

    source: Source
    name: str
    label: str
    good_is_yes: bool = True


@record
class Target:
    """What a share should reach or keep below, as fractions of one; one of the two is given."""

    source: Source
    measure: str
    at_least: Fraction | None
    at_most: Fraction | None


@record
class PreviousYear:
    """An earlier year's Good or better, overall and by practice area.

    `origin` is `as entered` for the sheet Previous year, else `figures`. What an entered year does
    not say is None or empty: it was counted by this year's scale and thresholds (in per cent).
    """

    place: Place
    origin: str
    year: str
    overall: Counted | None
    areas: Mapping[str, Counted]
    labels: Mapping[str, str] = field(default_factory=dict)
    start: date | None = None
    scope: str = "year"
    judgements: tuple[str, ...] = ()
    good_or_better: tuple[str, ...] = ()
    thresholds: tuple[float, float] | None = None
    development: tuple[str, ...] | None = None
