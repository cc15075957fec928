"""The judgements of completed audits, each counted once: the year's are those of its quarters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from auditreport.analysis.profiles import (
    AUDIT_COLUMNS,
    AUDIT_TYPE,
    Counted,
    Crossed,
    find_columns,
)
from auditreport.reading.dataset import NOT_RECORDED, Audit, DataSet, Status
from auditreport.records import record

Group = TypeVar("Group")


@record
class Tally:
    """How often each judgement was given: overall, of each practice area, in each group."""

    overall: Counted
    areas: dict[str, Counted]
    crossed: Crossed


def count_judgements(data: DataSet, groups: Mapping[Group, Sequence[Audit]]) -> dict[Group, Tally]:
    """Count the judgements of the audits in each group that are completed."""
    columns = find_columns(data.audits, AUDIT_COLUMNS)
    names = [area.name for area in data.areas]
    return {group: _count_group(rows, names, columns) for group, rows in groups.items()}


def _count_group(rows: Sequence[Audit], areas: Sequence[str], columns: Sequence[str]) -> Tally:
    audits = [audit for audit in rows if audit.status is Status.COMPLETED]
    judged = [audit.areas for audit in audits]
    judgements = [audit.judgement for audit in audits]
    profiles = [audit.profile for audit in audits]
    values = {column: [profile.get(column) for profile in profiles] for column in columns}
    types = [audit.audit_type for audit in audits]
    return Tally(
        Counter(judgements),
        {area: Counter([areas.get(area) for areas in judged]) for area in areas},
        {name: _cross(found, judgements) for name, found in ({AUDIT_TYPE: types} | values).items()},
    )


def _cross(values: Iterable[str | None], judgements: Iterable[str | None]) -> dict[str, Counted]:
    """Count the judgements of each value of a column; a blank one is Not recorded."""
    crossed: dict[str, Counted] = {}
    for (value, judgement), count in Counter(zip(values, judgements, strict=True)).items():
        crossed.setdefault(value or NOT_RECORDED, Counter())[judgement] += count
    return crossed


def add_tallies(tallies: Sequence[Tally]) -> Tally:
    """Return what was counted of the same data set, taken together."""
    overall: Counted = Counter()
    for tally in tallies:
        overall.update(tally.overall)
    areas = _add_groups([tally.areas for tally in tallies])
    columns = [tally.crossed for tally in tallies]
    crossed = {name: _add_groups([found[name] for found in columns]) for name in columns[0]}
    return Tally(overall, areas, crossed)


def _add_groups(parts: Iterable[Mapping[str, Counted]]) -> dict[str, Counted]:
    added: dict[str, Counted] = {}
    for part in parts:
        for name, counted in part.items():
            added.setdefault(name, Counter()).update(counted)
    return added
