"""Who was audited: cases by service, age and the like, and how good each group's practice was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Protocol

from auditreport.analysis.distributions import summarise_counted, summarise_good
from auditreport.analysis.figures import Distribution, Good
from auditreport.reading.ages import DEFAULT_AGE_BANDS
from auditreport.reading.dataset import NOT_RECORDED, DataSet, Scale

AUDIT_COLUMNS = ("Service", "Case type", "Age band", "Team", "Gender", "Ethnicity")
CASE_COLUMNS = ("Completed by", "Age band", "Gender", "Case type", "Team")
AUDIT_TYPE = "Audit type"
COMPARED_COLUMNS = ("Service", "Case type", "Team")

Lists = Mapping[str, tuple[str, ...]]
Counted = Counter[str | None]
Crossed = Mapping[str, Mapping[str, Counted]]
"""Column → value → judgement → audits."""
LIST_OF = {
    "Service": "Services",
    "Case type": "Case types",
    "Age band": "Age bands",
    "Team": "Teams",
    AUDIT_TYPE: "Audit types",
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
    given = lists.get(LIST_OF.get(column, ""), ())
    return order_values(values, given or _USUAL_ORDER.get(column, ()))


def find_columns(rows: Sequence[Profiled], columns: Iterable[str]) -> tuple[str, ...]:
    """Return those of the columns that any row has."""
    found = set(chain.from_iterable({tuple(row.profile) for row in rows}))
    return tuple(column for column in columns if column in found)


def count_column(column: str, rows: Iterable[Profiled], lists: Lists) -> dict[str, int]:
    """Count the values of a column; values of a list that the council gave stand there at 0 too."""
    counts = Counter([row.profile.get(column) or NOT_RECORDED for row in rows])
    return _list_counts(column, counts, lists)


def _list_counts(column: str, counts: Mapping[str, int], lists: Lists) -> dict[str, int]:
    given = lists.get(LIST_OF.get(column, ""), ())
    values = order_column(column, (*counts, *given), lists)
    return {value: counts.get(value, 0) for value in values}


def count_profile(crossed: Crossed, data: DataSet) -> dict[str, dict[str, int]]:
    """Count the audits by each profile column that the data set has."""
    return {c: _count_crossed(c, crossed, data.lists) for c in AUDIT_COLUMNS if c in crossed}


def summarise_good_by(
    columns: Iterable[str], crossed: Crossed, data: DataSet
) -> dict[str, dict[str, Good]]:
    """Return Good or better by those of the columns that the data set has."""
    return {
        column: {
            value: _summarise_good(crossed[column].get(value, Counter()), data.scale)
            for value in _count_crossed(column, crossed, data.lists)
        }
        for column in columns
        if column in crossed
    }


def summarise_distributions(
    column: str, crossed: Crossed, data: DataSet
) -> dict[str, Distribution]:
    """Return the distribution of each value that occurs, in the order of its column."""
    found = crossed.get(column, {})
    return {
        value: summarise_counted(found[value], data.scale)
        for value in order_column(column, found, data.lists)
    }


def _count_crossed(column: str, crossed: Crossed, lists: Lists) -> dict[str, int]:
    counts = {value: judgements.total() for value, judgements in crossed[column].items()}
    return _list_counts(column, counts, lists)


def _summarise_good(judgements: Counted, scale: Scale) -> Good:
    base = sum(judgements[word] for word in scale.judgements)
    good = (word for word in scale.judgements if word in scale.good_or_better)
    return summarise_good(sum(judgements[word] for word in good), base)
