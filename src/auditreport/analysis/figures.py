"""Figures: the frozen object that everything printed comes from.

Field names are those of docs/figures.md, which says what each one means. `start` and `end` of a
thematic audit, and `before_period` and `after_period` of a change, are written as `from` and `to`
in figures.json, because `from` is a word of Python's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from auditreport.analysis.action_figures import (
    ActionCounts,
    ActionFigures,
    ActionItem,
)
from auditreport.analysis.review_figures import (
    AuditorWords,
    Concern,
    MeasureFigures,
    Previous,
    ReauditPair,
    Reaudits,
    SaidThen,
    TargetFigures,
    TargetVerdict,
)
from auditreport.analysis.share_figures import (
    Change,
    Distribution,
    Good,
    Verdict,
)
from auditreport.analysis.theme_figures import (
    EvidenceComparison,
    EvidenceItem,
    EvidenceTheme,
    FeedbackFigures,
    JudgementComparison,
    JudgementTheme,
    Positive,
    QuestionFigures,
)
from auditreport.problems import Problem
from auditreport.reading.dataset import SourceFile

__all__ = [
    "FORMAT",
    "ActionCounts",
    "ActionFigures",
    "ActionItem",
    "AreaName",
    "AuditorWords",
    "CaseTable",
    "Change",
    "Concern",
    "Distribution",
    "EvidenceComparison",
    "EvidenceItem",
    "EvidenceTheme",
    "FeedbackFigures",
    "Figures",
    "Good",
    "JudgementComparison",
    "JudgementTheme",
    "MeasureFigures",
    "Moderation",
    "NarrativeText",
    "Period",
    "Positive",
    "Previous",
    "QuestionFigures",
    "ReauditPair",
    "Reaudits",
    "ReportHead",
    "Rules",
    "SaidThen",
    "ScaleNames",
    "TargetFigures",
    "TargetVerdict",
    "Trend",
    "Verdict",
]

FORMAT = "auditreport-figures/1"


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Trend:
    """The year across its quarters."""

    areas: Mapping[str, Mapping[str, Good | None]]
    changes: tuple[Change, ...]
    consistent_strengths: tuple[str, ...]
    persistent_development: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportHead:
    """Whose report this is, over what time."""

    organisation: str
    service: str
    title: str
    year: str
    start: date
    end: date
    authors: str
    approved_by: str
    date: date | None
    colours: str


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules in force: thresholds in per cent, counts of audits."""

    strength_threshold: float
    development_threshold: float
    smallest_base: int
    hide_counts_up_to: int


@dataclass(frozen=True, slots=True)
class ScaleNames:
    """The scale, best first."""

    judgements: tuple[str, ...]
    good_or_better: tuple[str, ...]
    not_judged: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AreaName:
    """A practice area that is reported."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class NarrativeText:
    """A text that people wrote, its figure references replaced."""

    section: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class CaseTable:
    """The cases of a thematic audit, a row each, as read; internal only."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """All that a report prints. `scope` is `year` or the quarter that is summarised."""

    format: str
    tool: str
    sources: tuple[SourceFile, ...]
    audience: str
    scope: str
    report: ReportHead
    rules: Rules
    scale: ScaleNames
    areas: tuple[AreaName, ...]
    periods: Mapping[str, Period]
    trend: Trend
    thematic: Mapping[str, JudgementTheme | EvidenceTheme]
    feedback: Mapping[str, FeedbackFigures]
    actions: ActionFigures
    narrative: tuple[NarrativeText, ...]
    cases: Mapping[str, CaseTable]
    problems: tuple[Problem, ...]
    previous: Previous | None
    targets: Mapping[str, tuple[TargetFigures, ...]]
    concerns: tuple[Concern, ...]
    reaudits: Reaudits
