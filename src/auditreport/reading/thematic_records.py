"""The records of thematic audits: what was looked at in which case, and what was found."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from auditreport.reading.sources import Source
from auditreport.reading.year import Quarter
from auditreport.records import record


class Answer(StrEnum):
    """What an evidence cell says of one item in one case."""

    YES = "yes"
    NO = "no"
    NOT_APPLICABLE = "not applicable"
    NOT_RECORDED = "not recorded"


@record
class Evidence:
    """An evidence cell: the answer and, where the item did not apply, the reason as written."""

    answer: Answer
    reason: str = ""


@record
class ThematicCase:
    """One case of a thematic audit; of `judgements` and `evidence` the one of its kind is filled.

    `profile` holds Completed by, Age band, Gender, Case type and Team where the sheet has them.
    """

    source: Source
    label: str
    date: date | None
    profile: Mapping[str, str]
    overall: str | None
    observation: str
    judgements: Mapping[str, str | None]
    evidence: Mapping[str, Evidence]


class Kind(StrEnum):
    """What the items of a thematic audit hold."""

    JUDGEMENT = "Judgement"
    EVIDENCE = "Evidence"


@record
class ThematicAudit:
    """A thematic audit with its cases. `quarter` is None where it is placed in the appendix.

    `all_cases` is True where evidence percentages are of all cases, False for applicable ones.
    `has_overall` tells whether its sheet has an Overall judgement column.
    """

    source: Source
    name: str
    sheet: str
    kind: Kind
    start: date
    end: date
    quarter: Quarter | None
    all_cases: bool
    compared_with: str | None
    auditor: str
    counts_towards_total: bool
    counted_in: str
    items: tuple[str, ...]
    has_overall: bool
    cases: tuple[ThematicCase, ...]
