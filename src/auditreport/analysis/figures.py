"""Figures: the frozen object that everything printed comes from.

Field names are those of docs/figures.md, which says what each one means. `start` and `end` of a
thematic audit, and `before_period` and `after_period` of a change, are written as `from` and `to`
in figures.json, because `from` is a word of Python's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from auditreport.problems import Problem
from auditreport.reading.dataset import SourceFile

FORMAT = "auditreport-figures/1"


@dataclass(frozen=True, slots=True)
class Good:
    """Good or better: a count, its base, the share in whole per cent and its 95% interval.

    `low` and `high` are Wilson's, in per cent to one decimal; all three are None where base is 0.
    """

    count: int
    base: int
    percent: int | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Moderation:
    """How second opinions compare with first ones; `matrix` is first → second → count."""

    moderated: int
    compared: int
    agreed: int
    upgraded: int
    downgraded: int
    changed: int
    kappa: float | None
    matrix: Mapping[str, Mapping[str, int]]


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


@dataclass(frozen=True, slots=True)
class Trend:
    """The year across its quarters."""

    areas: Mapping[str, Mapping[str, Good | None]]
    changes: tuple[Change, ...]
    consistent_strengths: tuple[str, ...]
    persistent_development: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """One item of an evidence audit; `percent` is yes of `base`."""

    yes: int
    no: int
    not_applicable: int
    not_recorded: int
    base: int
    percent: int | None


@dataclass(frozen=True, slots=True)
class EvidenceComparison:
    """An evidence audit beside an earlier round of the same items, in whole per cent."""

    name: str
    same_denominator: bool
    as_published: Mapping[str, int | None]
    like_for_like: Mapping[str, int | None]
    now: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class JudgementComparison:
    """A judgement audit beside an earlier round."""

    name: str
    overall: Change | None
    items: Mapping[str, Change]


@dataclass(frozen=True, slots=True)
class JudgementTheme:
    """A thematic audit whose items were judged."""

    kind: str
    start: date
    end: date
    placed_in: str
    cases: int
    judged_by_item: int
    counts_towards_total: bool
    counted_in: str
    overall: Distribution | None
    items: Mapping[str, Distribution]
    by: Mapping[str, Mapping[str, int]]
    compared_with: JudgementComparison | None


@dataclass(frozen=True, slots=True)
class EvidenceTheme:
    """A thematic audit whose items were found or not found."""

    kind: str
    start: date
    end: date
    placed_in: str
    cases: int
    counts_towards_total: bool
    counted_in: str
    denominator: str
    items: Mapping[str, EvidenceItem]
    reasons: Mapping[str, Mapping[str, int]]
    compared_with: EvidenceComparison | None


@dataclass(frozen=True, slots=True)
class Positive:
    """The positive answers to a question, of all who answered it."""

    count: int
    base: int
    percent: int | None


@dataclass(frozen=True, slots=True)
class QuestionFigures:
    """The answers to one question; `comments` are those of an open one, as written."""

    question: str
    kind: str
    answered: int
    blank: int
    counts: Mapping[str, int]
    other: Mapping[str, int]
    positive: Positive | None
    comments: tuple[str, ...]
    positive_answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedbackFigures:
    """One round of feedback; `by_respondent` is None where one kind of person answered."""

    heading: str
    responses: int
    asked: int | None
    respondents: Mapping[str, int]
    questions: Mapping[str, QuestionFigures]
    by_respondent: Mapping[str, Mapping[str, QuestionFigures]] | None


@dataclass(frozen=True, slots=True)
class ActionItem:
    """One action, as printed in the internal report."""

    ref: str
    action: str
    origin: str
    area: str
    owner: str
    raised: date | None
    due: date | None
    status: str
    is_complete: bool
    completed: date | None
    outcome: str
    overdue: bool
    late: bool


@dataclass(frozen=True, slots=True)
class ActionCounts:
    """How many actions stand where; `open` is total less complete."""

    total: int
    complete: int
    open: int
    overdue: int
    completed_late: int


@dataclass(frozen=True, slots=True)
class ActionFigures(ActionCounts):
    """The actions as they stood on `as_of`."""

    as_of: date
    by_owner: Mapping[str, ActionCounts]
    items: tuple[ActionItem, ...]


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
