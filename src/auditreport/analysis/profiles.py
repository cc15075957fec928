"""Who was audited: cases by service, age and the like, and how good each group's practice was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from auditreport.analysis.distributions import summarise_good
from auditreport.analysis.figures import Distribution, Good
from auditreport.reading.ages import DEFAULT_AGE_BANDS
from auditreport.reading.dataset import NOT_RECORDED, Audit, DataSet

AUDIT_COLUMNS = ("Service", "Case type", "Age band", "Team", "Gender", "Ethnicity")
CASE_COLUMNS = ("Completed by", "Age band", "Gender", "Case type", "Team")
COMPARED_COLUMNS = ("Service", "Case type", "Team")

Lists = Mapping[str, tuple[str, ...]]
_LIST_OF = {
    "Service": "Services",
    "Case type": "Case types",
    "Age band": "Age bands",
    "Team": "Teams",
    "Audit type": "Audit types",
}
_USUAL_ORDER = {"Age band": DEFAULT_AGE_BANDS}


class Profiled(Protocol):
    """An audit or a case of a thematic audit."""

    @property
    def profile(self) -> Mapping[str, str]:
        """The values of its profile columns."""


def order_values(values: Iterable[str], usual: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the distinct values in the usual order, then others by name, Not recorded last."""
    found = set(values)
    known = [value for value in usual if value in found]
    others = sorted(found.difference(usual, {NOT_RECORDED}), key=lambda v: (v.casefold(), v))
    last = [NOT_RECORDED] if NOT_RECORDED in found.difference(usual) else []
    return (*known, *others, *last)


def order_column(column: str, values: Iterable[str], lists: Lists) -> tuple[str, ...]:
    """Return the distinct values of a column in the order of its list."""
    given = lists.get(_LIST_OF.get(column, ""), ())
    return order_values(values, given or _USUAL_ORDER.get(column, ()))


def find_columns(rows: Iterable[Profiled], columns: Iterable[str]) -> tuple[str, ...]:
    """Return those of the columns that any row has."""
    present = {column for row in rows for column in row.profile}
    return tuple(column for column in columns if column in present)


def count_column(column: str, rows: Iterable[Profiled], lists: Lists) -> dict[str, int]:
    """Count the values of a column; values of a list that the council gave stand there at 0 too."""
    counts = Counter(row.profile.get(column) or NOT_RECORDED for row in rows)
    given = lists.get(_LIST_OF.get(column, ""), ())
    return {value: counts[value] for value in order_column(column, (*counts, *given), lists)}


def count_profile(data: DataSet, audits: Sequence[Audit]) -> dict[str, dict[str, int]]:
    """Count the audits by each profile column that the data set has."""
    columns = find_columns(data.audits, AUDIT_COLUMNS)
    return {column: count_column(column, audits, data.lists) for column in columns}


def summarise_good_by(data: DataSet, audits: Sequence[Audit]) -> dict[str, dict[str, Good]]:
    """Return Good or better by service, case type and team, where the data set has the column."""
    return {
        column: _summarise_column(column, data, audits)
        for column in find_columns(data.audits, COMPARED_COLUMNS)
    }


def summarise_good_by_age(data: DataSet, audits: Sequence[Audit]) -> dict[str, Good]:
    """Return Good or better by age band, in order of age; empty where no ages are given."""
    if not find_columns(data.audits, ("Age band",)):
        return {}
    return _summarise_column("Age band", data, audits)


def order_by_column(
    column: str, found: Mapping[str, Distribution], lists: Lists
) -> dict[str, Distribution]:
    """Return distributions in the order of the column that names them."""
    return {value: found[value] for value in order_column(column, found, lists)}


def _summarise_column(column: str, data: DataSet, audits: Sequence[Audit]) -> dict[str, Good]:
    pairs = Counter((row.profile.get(column) or NOT_RECORDED, row.judgement) for row in audits)
    bases: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for (value, judgement), count in pairs.items():
        if judgement in data.scale.judgements:
            bases[value] += count
            counts[value] += count if judgement in data.scale.good_or_better else 0
    values = count_column(column, audits, data.lists)
    return {value: summarise_good(counts[value], bases[value]) for value in values}
