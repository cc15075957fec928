"""The records of feedback: what was asked, of how many, and what each respondent answered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from auditreport.reading.sources import Source
from auditreport.records import record


@record
class Question:
    """A feedback question; an open one has no answers to choose from."""

    source: Source
    code: str
    text: str
    is_open: bool
    answers: tuple[str, ...]
    positive: tuple[str, ...]


@record
class Reply:
    """What one respondent wrote; `offered` is the answer it counts as, None for any other."""

    text: str
    offered: str | None


@record
class Response:
    """One respondent. `replies` has a key for each question asked; None is no answer."""

    source: Source
    round: str
    date: date | None
    respondent: str
    audit_ref: str
    replies: Mapping[str, Reply | None]
    publish: bool


@record
class FeedbackRound:
    """How many were asked in a round, by kind of respondent where given."""

    source: Source
    name: str
    respondent: str
    asked: int | None
    heading: str
