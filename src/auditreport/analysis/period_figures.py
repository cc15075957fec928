"""A quarter or the year as figures, and the quarters side by side."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from auditreport.analysis.review_figures import MeasureFigures
from auditreport.analysis.share_figures import AreaQuarters, Change, Distribution, Good, Turn
from auditreport.records import record


@record
class Moderation:
    """How second opinions compare with first ones; `matrix` is first → second → count.

    `as_first_judged` is the period's Good or better, had every auditor's own judgement stood.
    """

    moderated: int
    compared: int
    agreed: int
    upgraded: int
    downgraded: int
    changed: int
    kappa: float | None
    matrix: Mapping[str, Mapping[str, int]]
    kappa_low: float | None
    kappa_high: float | None
    as_first_judged: Good


@record
class Period:
    """One quarter, or the year."""

    label: str
    start: date
    end: date
    completed: int
    not_returned: int
    exempt: int
    cancelled: int
    moderated: int
    planned: int | None
    open_cases: int | None
    immediate_concerns: int
    notes: tuple[str, ...]
    overall: Distribution
    by_audit_type: Mapping[str, Distribution]
    areas: Mapping[str, Distribution]
    all_responses: Distribution
    strengths: tuple[str, ...]
    development: tuple[str, ...]
    outstanding: tuple[str, ...]
    inadequate: tuple[str, ...]
    too_few: tuple[str, ...]
    profile: Mapping[str, Mapping[str, int]]
    good_by: Mapping[str, Mapping[str, Good]]
    moderation: Moderation | None
    inadequate_not_moderated: int
    measures: Mapping[str, MeasureFigures]
    impact: Distribution | None
    impact_by_overall: Mapping[str, Mapping[str, int]]
    good_by_age_band: Mapping[str, Good]
    by_service: Mapping[str, Distribution]
    is_complete: bool


@record
class Trend:
    """The year across its quarters."""

    areas: Mapping[str, Mapping[str, Good | None]]
    changes: tuple[Change, ...]
    consistent_strengths: tuple[str, ...]
    persistent_development: tuple[str, ...]
    measure_changes: tuple[Change, ...]
    overall_pairs: tuple[Change, ...]
    turned: tuple[Turn, ...]
    quarters: Mapping[str, AreaQuarters]
