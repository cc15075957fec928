"""Thematic audits and feedback as figures."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from auditreport.analysis.share_figures import Change, Distribution, Good
from auditreport.records import record


@record
class EvidenceItem:
    """One item of an evidence audit; `percent` is yes of `base`."""

    yes: int
    no: int
    not_applicable: int
    not_recorded: int
    base: int
    percent: int | None


@record
class EvidenceComparison:
    """An evidence audit beside an earlier round of the same items, in whole per cent.

    `changes` are of the shares found, like for like.
    """

    name: str
    same_denominator: bool
    as_published: Mapping[str, int | None]
    like_for_like: Mapping[str, int | None]
    now: Mapping[str, int | None]
    changes: Mapping[str, Change]


@record
class JudgementComparison:
    """A judgement audit beside an earlier round."""

    name: str
    overall: Change | None
    items: Mapping[str, Change]


@record
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


@record
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


@record
class Series:
    """Rounds of one thematic audit, the earliest first: item → round → share, like for like.

    The share is of yes in evidence audits, on the last round's `denominator`; of Good or better
    in the others. `changes` are from each round to every later one.
    """

    rounds: tuple[str, ...]
    kind: str
    denominator: str
    items: Mapping[str, Mapping[str, Good]]
    changes: tuple[Change, ...]


@record
class Positive:
    """The positive answers to a question, of all who answered it."""

    count: int
    base: int
    percent: int | None


@record
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


@record
class FeedbackChange:
    """The positive answers of one kind of respondent to one question, beside an earlier round."""

    code: str
    question: str
    respondent: str
    change: Change


@record
class FeedbackFigures:
    """One round of feedback; `by_respondent` is None where one kind of person answered."""

    heading: str
    responses: int
    asked: int | None
    respondents: Mapping[str, int]
    questions: Mapping[str, QuestionFigures]
    by_respondent: Mapping[str, Mapping[str, QuestionFigures]] | None
    asked_by_respondent: Mapping[str, int]
    compared: tuple[FeedbackChange, ...]
