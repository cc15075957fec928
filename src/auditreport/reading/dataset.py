"""The clean, typed rows that reading hands to analysis, each with the cell it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from auditreport.problems import Place
from auditreport.reading.feedback_records import FeedbackRound, Question, Reply, Response
from auditreport.reading.review_records import Measure, PreviousYear, Target
from auditreport.reading.sources import Source, SourceFile
from auditreport.reading.thematic_records import (
    Answer,
    Evidence,
    Kind,
    ThematicAudit,
    ThematicCase,
)
from auditreport.reading.year import Quarter, ReportYear
from auditreport.records import record

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = [
    "NOT_APPLICABLE",
    "NOT_RECORDED",
    "Action",
    "ActionStatus",
    "Answer",
    "Audit",
    "DataSet",
    "Evidence",
    "FeedbackRound",
    "Kind",
    "Measure",
    "NarrativePart",
    "PracticeArea",
    "PreviousYear",
    "Question",
    "Reply",
    "ReportSettings",
    "Response",
    "Scale",
    "ScheduleEntry",
    "Source",
    "SourceFile",
    "Status",
    "Target",
    "ThematicAudit",
    "ThematicCase",
]

NOT_APPLICABLE = "N/A"
NOT_RECORDED = "Not recorded"


_NOWHERE = Place()


@record
class Scale:
    """The judgements in use, best first, and the words for a section that was not judged."""

    judgements: tuple[str, ...]
    good_or_better: tuple[str, ...]
    not_judged: tuple[str, ...]


@record
class PracticeArea:
    """One of the practice areas that an audit judges."""

    name: str
    label: str
    aliases: tuple[str, ...] = ()


@record
class ReportSettings:
    """What the Report sheet says; thresholds and shares are fractions of one.

    `places` are the cells of its texts, by the setting's name, of those that are given.
    """

    organisation: str
    year: ReportYear
    title: str = ""
    service: str = ""
    authors: str = ""
    approved_by: str = ""
    date: date | None = None
    strength_threshold: Fraction = Fraction(7, 10)
    development_threshold: Fraction = Fraction(1, 2)
    smallest_base: int = 5
    hide_counts_up_to: int = 5
    protect_judgements: bool = False
    show_gender_and_ethnicity: bool = False
    colours: str = "Ofsted"
    logo: str = ""
    logo_place: Place = _NOWHERE
    places: Mapping[str, Place] = field(default_factory=dict)


class Status(StrEnum):
    """How far an audit has come."""

    COMPLETED = "Completed"
    ALLOCATED = "Allocated"
    EXEMPT = "Exempt"
    CANCELLED = "Cancelled"


@record
class Audit:
    """One audit of one case. A judgement that is None was left blank.

    `profile` holds Service, Case type, Team, Gender, Ethnicity and Age band, where the sheet has
    the column; blank values are NOT_RECORDED.
    """

    source: Source
    ref: str
    case_ref: str
    date: date | None
    quarter: Quarter | None
    overall: str | None
    moderated: bool
    moderated_judgement: str | None
    final: str | None
    audit_type: str
    status: Status
    profile: Mapping[str, str]
    areas: Mapping[str, str | None]
    auditors: tuple[str, ...] = ()
    moderator: str = ""
    children: int = 1
    immediate_concern: bool | None = None
    action_taken: str = ""
    impact: str | None = None
    reaudit_of: str = ""
    strengths: str = ""
    areas_for_development: str = ""
    measures: Mapping[str, Answer] = field(default_factory=dict)

    @property
    def judgement(self) -> str | None:
        """The overall judgement that counts: the final one where given, else the auditor's."""
        return self.final if self.final is not None else self.overall


@record
class ScheduleEntry:
    """What was planned between two days, and what happened instead."""

    source: Source
    start: date
    end: date
    planned: int | None
    open_cases: int | None
    note: str
    publish: bool


@record
class NarrativePart:
    """A text that people wrote for one section of the report, figure references unresolved."""

    source: Source
    section: str
    heading: str
    text: str
    publish: bool


class ActionStatus(StrEnum):
    """How far an action has come, whatever the council's own words for it."""

    OPEN = "Open"
    IN_PROGRESS = "In progress"
    COMPLETE = "Complete"


@record
class Action:
    """An action raised by an audit, a thematic audit or a quarter."""

    source: Source
    ref: str
    text: str
    origin: str
    area: str
    raised: date | None
    owner: str
    due: date | None
    status: str
    is_complete: bool
    completed: date | None
    outcome: str
    publish: bool


@record
class DataSet:
    """All that was read, clean: no cell in it is wrong in a way that leaves a figure undefined.

    `lists` holds the values of each list that the council gave, by its name in the contract
    (`Case types`, `Age bands`, `Teams`, …), in the council's order. `audits` are those of the
    report's year alone. `age_bands` are those in use, given or not, youngest first. `only` holds
    the values that the audits were selected by, by column; it is empty where they are all there.
    """

    settings: ReportSettings
    scale: Scale
    areas: tuple[PracticeArea, ...]
    lists: Mapping[str, tuple[str, ...]]
    audits: tuple[Audit, ...]
    thematic: tuple[ThematicAudit, ...]
    questions: tuple[Question, ...]
    responses: tuple[Response, ...]
    rounds: tuple[FeedbackRound, ...]
    schedule: tuple[ScheduleEntry, ...]
    narrative: tuple[NarrativePart, ...]
    actions: tuple[Action, ...]
    sources: tuple[SourceFile, ...]
    age_bands: tuple[str, ...] = ()
    previous: PreviousYear | None = None
    targets: tuple[Target, ...] = ()
    measures: tuple[Measure, ...] = ()
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def frame(self, sheet: str) -> DataFrame:
        """Return a clean sheet as a pandas table, a row each; docs/scripting.md lists the columns.

        Sheets are those of the workbook that hold rows, and `Thematic cases`, the cases of all
        thematic audits. Raises KeyError for any other.
        """
        from auditreport.reading.clean_tables import build_table  # for those who ask for it alone

        return build_table(self, sheet)
