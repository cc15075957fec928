"""Figures: the frozen object that everything printed comes from.

Field names are those of docs/figures.md, which says what each one means. `start` and `end` of a
thematic audit, and `before_period` and `after_period` of a change, are written as `from` and `to`
in figures.json, because `from` is a word of Python's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from auditreport.analysis.action_figures import (
    ActionCounts,
    ActionFigures,
    ActionItem,
    FollowUp,
)
from auditreport.analysis.period_figures import Moderation, Period, Trend
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
    AreaQuarters,
    Change,
    Distribution,
    Good,
    Turn,
    Verdict,
)
from auditreport.analysis.signed_figures import ChangedSinceSigned, SignedChange
from auditreport.analysis.theme_figures import (
    EvidenceComparison,
    EvidenceItem,
    EvidenceTheme,
    FeedbackChange,
    FeedbackFigures,
    JudgementComparison,
    JudgementTheme,
    Positive,
    QuestionFigures,
    Series,
)
from auditreport.problems import Problem
from auditreport.reading.dataset import SourceFile
from auditreport.records import record

__all__ = [
    "FORMAT",
    "ActionCounts",
    "ActionFigures",
    "ActionItem",
    "AreaName",
    "AreaQuarters",
    "AuditorWords",
    "CaseTable",
    "Change",
    "ChangedSinceSigned",
    "Concern",
    "Distribution",
    "EvidenceComparison",
    "EvidenceItem",
    "EvidenceTheme",
    "FeedbackChange",
    "FeedbackFigures",
    "Figures",
    "FollowUp",
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
    "Series",
    "SignedChange",
    "TargetFigures",
    "TargetVerdict",
    "Trend",
    "Turn",
    "Verdict",
]

FORMAT = "auditreport-figures/1"
INTERNAL, PUBLIC = "internal", "public"
"""Whom a report is for: the audience."""


@record
class ReportHead:
    """Whose report this is, over what time; `only` which audits, where they are not all."""

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
    only: Mapping[str, tuple[str, ...]] | None = None


@record
class Rules:
    """The rules in force: thresholds in per cent, counts of audits."""

    strength_threshold: float
    development_threshold: float
    smallest_base: int
    hide_counts_up_to: int


@record
class ScaleNames:
    """The scale, best first."""

    judgements: tuple[str, ...]
    good_or_better: tuple[str, ...]
    not_judged: tuple[str, ...]

    @property
    def good_label(self) -> str:
        """What counts as good: `Good or better`, or the best judgement alone."""
        lowest = max(self.good_or_better, key=self.judgements.index)
        return lowest if lowest == self.judgements[0] else f"{lowest} or better"


@record
class AreaName:
    """A practice area that is reported."""

    name: str
    label: str


@record
class NarrativeText:
    """A text that people wrote, its figure references replaced."""

    section: str
    heading: str
    text: str


@record
class CaseTable:
    """The cases of a thematic audit, a row each, as read; internal only."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@record
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
    series: tuple[Series, ...]
    words: tuple[AuditorWords, ...]
    follow_up: FollowUp
    groups: Mapping[str, tuple[Change, ...]]
    draft: bool = False
    changed_since_signed: ChangedSinceSigned | None = None
    joined_bands: Mapping[str, tuple[str, ...]] | None = None
