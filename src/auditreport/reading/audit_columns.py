"""The columns of a sheet of audits, each read into values of its kind."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from auditreport.problems import ProblemLog
from auditreport.reading.audit_dates import AuditRows
from auditreport.reading.audit_status import tell_judgements
from auditreport.reading.basis import Basis
from auditreport.reading.dataset import NOT_RECORDED, Answer, Measure, PracticeArea, Status
from auditreport.reading.measures_sheet import read_answer
from auditreport.reading.raw import CellValue
from auditreport.reading.tables import Table
from auditreport.reading.values import (
    Finding,
    Reader,
    read_column,
    read_lines,
    read_whole_number,
    read_words,
    read_yes_no,
)
from auditreport.records import record

_AUDITORS = re.compile(r"[;/]")
_LISTED = {"Service": "Services", "Case type": "Case types", "Team": "Teams"}
_UNLISTED = ("Gender", "Ethnicity")


def read_children(cell: CellValue) -> int | Finding[int]:
    """Return how many children a row is about, 1 where it does not say."""
    number = read_whole_number(cell)
    if isinstance(number, Finding) or number == 0:
        return Finding(1, "unreadable-number", {"taken": "it counts as 1"})
    return 1 if number is None else number


def read_persons(cell: CellValue) -> tuple[str, ...]:
    """Return the persons that a cell names, separated by ; or /."""
    return tuple(name.strip() for name in _AUDITORS.split(read_words(cell)) if name.strip())


class AuditReaders:
    """The readers of an audit's columns, shared by all sheets so that a word is found once."""

    def __init__(self, basis: Basis, measures: Sequence[Measure] = ()) -> None:
        words = basis.vocabulary
        self.measures = tuple(measure.name for measure in measures)
        self.answer: Reader[Answer] = Reader(read_answer)
        self.judgement = words.judgement_reader()
        self.status = words.choice_reader("Audit statuses", Status.COMPLETED)
        self.audit_type = words.list_reader("Audit types", "Scheduled")
        self.yes_no: Reader[bool | None] = Reader(read_yes_no)
        self.words = Reader(read_words)
        self.lines = Reader(read_lines)
        self.children = Reader(read_children)
        self.persons = Reader(read_persons)
        self.profile: Mapping[str, Reader[str]] = {
            **{n: words.list_reader(name, NOT_RECORDED) for n, name in _LISTED.items()},
            **{name: words.list_reader(name, NOT_RECORDED) for name in _UNLISTED},
            "Age": words.age_bands.reader(),
        }


@record
class AuditColumns:
    """A sheet's columns: each list has one value for each row of the table."""

    ref: list[str]
    case_ref: list[str]
    overall: list[str | None]
    moderated: list[bool | None]
    moderated_judgement: list[str | None]
    moderator: list[str]
    final: list[str | None]
    audit_type: list[str]
    status: list[str]
    profile: list[dict[str, str]]
    areas: list[dict[str, str | None]]
    auditors: list[tuple[str, ...]]
    children: list[int]
    immediate_concern: list[bool | None]
    action_taken: list[str]
    impact: list[str | None]
    reaudit_of: list[str]
    strengths: list[str]
    areas_for_development: list[str]
    measures: list[dict[str, Answer]]


def read_audit_columns(
    rows: AuditRows, areas: Sequence[PracticeArea], readers: AuditReaders, log: ProblemLog
) -> AuditColumns:
    """Read all the columns of a sheet of audits but its dates and its actions."""
    table, tell = rows.table, tell_judgements(rows.statuses)

    def words(column: str) -> list[str]:
        return read_column(table, column, readers.words, log)

    def lines(column: str) -> list[str]:
        return read_column(table, column, readers.lines, log)

    def judgements(column: str) -> list[str | None]:
        return read_column(table, column, readers.judgement, log, tell)

    return AuditColumns(
        ref=words("Audit ref"),
        case_ref=words("Case ref"),
        overall=judgements("Overall judgement"),
        moderated=read_column(table, "Moderated", readers.yes_no, log),
        moderated_judgement=judgements("Moderated judgement"),
        moderator=words("Moderator"),
        final=judgements("Final judgement"),
        audit_type=read_column(table, "Audit type", readers.audit_type, log),
        status=read_column(table, "Status", readers.status, log),
        profile=_read_profiles(table, readers, log),
        areas=_join_areas(table, areas, [judgements(area.name) for area in areas]),
        auditors=read_column(table, "Auditor", readers.persons, log),
        children=read_column(table, "Children", readers.children, log),
        immediate_concern=read_column(table, "Immediate concern", readers.yes_no, log),
        action_taken=lines("Action taken"),
        impact=judgements("Impact judgement"),
        reaudit_of=words("Re-audit of"),
        strengths=lines("Strengths"),
        areas_for_development=lines("Areas for development"),
        measures=_read_measures(table, readers, log),
    )


def _read_profiles(table: Table, readers: AuditReaders, log: ProblemLog) -> list[dict[str, str]]:
    present = [name for name in readers.profile if name in table]
    names = ["Age band" if name == "Age" else name for name in present]
    columns = [read_column(table, name, readers.profile[name], log) for name in present]
    if not columns:
        return [{} for _ in table.rows]
    rows = list(zip(*columns, strict=True))  # of many audits few profiles differ
    profiles = {values: dict(zip(names, values, strict=True)) for values in set(rows)}
    return [profiles[values] for values in rows]


def _join_areas(
    table: Table, areas: Sequence[PracticeArea], columns: Sequence[list[str | None]]
) -> list[dict[str, str | None]]:
    names = [area.name for area in areas]
    if not columns:
        return [{} for _ in table.rows]
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]


def _read_measures(table: Table, readers: AuditReaders, log: ProblemLog) -> list[dict[str, Answer]]:
    names = readers.measures
    columns = [read_column(table, name, readers.answer, log) for name in names if name in table]
    if not columns:
        return [{} for _ in table.rows]
    present = [name for name in names if name in table]
    return [dict(zip(present, values, strict=True)) for values in zip(*columns, strict=True)]
