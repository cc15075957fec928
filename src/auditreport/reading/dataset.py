"""The clean, typed rows that reading hands to analysis, each with the cell it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from auditreport.problems import Place
from auditreport.reading.year import Quarter, ReportYear

NOT_APPLICABLE = "N/A"
NOT_RECORDED = "Not recorded"


@dataclass(frozen=True, slots=True)
class Source:
    """The row of a sheet that a record was read from; `letters` maps our columns to Excel's."""

    workbook: str
    sheet: str
    row: int
    letters: Mapping[str, str] = field(repr=False)

    def place(self, column: str = "") -> Place:
        """Return the place of one of our columns in this row; of the row's first cell if none."""
        letter = self.letters.get(column) or next(iter(self.letters.values()), "A")
        return Place(self.workbook, self.sheet, f"{letter}{self.row}")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A workbook that was read: its file name, never its path, and the SHA-256 of its bytes."""

    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Scale:
    """The judgements in use, best first, and the words for a section that was not judged."""

    judgements: tuple[str, ...]
    good_or_better: tuple[str, ...]
    not_judged: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PracticeArea:
    """One of the practice areas that an audit judges."""

    name: str
    label: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportSettings:
    """What the Report sheet says; thresholds and shares are fractions of one."""

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
    colours: str = "Ofsted"
    logo: str = ""


class Status(StrEnum):
    """How far an audit has come."""

    COMPLETED = "Completed"
    ALLOCATED = "Allocated"
    EXEMPT = "Exempt"
    CANCELLED = "Cancelled"


@dataclass(frozen=True, slots=True)
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

    @property
    def judgement(self) -> str | None:
        """The overall judgement that counts: the final one where given, else the auditor's."""
        return self.final if self.final is not None else self.overall


class Answer(StrEnum):
    """What an evidence cell says of one item in one case."""

    YES = "yes"
    NO = "no"
    NOT_APPLICABLE = "not applicable"
    NOT_RECORDED = "not recorded"


@dataclass(frozen=True, slots=True)
class Evidence:
    """An evidence cell: the answer and, where the item did not apply, the reason as written."""

    answer: Answer
    reason: str = ""


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Question:
    """A feedback question; an open one has no answers to choose from."""

    source: Source
    code: str
    text: str
    is_open: bool
    answers: tuple[str, ...]
    positive: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """What one respondent wrote; `offered` is the answer it counts as, None for any other."""

    text: str
    offered: str | None


@dataclass(frozen=True, slots=True)
class Response:
    """One respondent. `replies` has a key for each question asked; None is no answer."""

    source: Source
    round: str
    date: date | None
    respondent: str
    audit_ref: str
    replies: Mapping[str, Reply | None]
    publish: bool


@dataclass(frozen=True, slots=True)
class FeedbackRound:
    """How many were asked in a round, by kind of respondent where given."""

    source: Source
    name: str
    respondent: str
    asked: int | None
    heading: str


@dataclass(frozen=True, slots=True)
class ScheduleEntry:
    """What was planned between two days, and what happened instead."""

    source: Source
    start: date
    end: date
    planned: int | None
    open_cases: int | None
    note: str
    publish: bool


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class DataSet:
    """All that was read, clean: no cell in it is wrong in a way that leaves a figure undefined.

    `lists` holds the values of each list that the council gave, by its name in the contract
    (`Case types`, `Age bands`, `Teams`, …), in the council's order. `audits` are those of the
    report's year alone. `age_bands` are those in use, given or not, youngest first.
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
