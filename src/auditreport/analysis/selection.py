"""Part of the audits: which are meant, and what was read cut down to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from auditreport.analysis.profiles import (
    AUDIT_COLUMNS,
    AUDIT_TYPE,
    LIST_OF,
    find_columns,
    order_column,
)
from auditreport.errors import UsageFault
from auditreport.reading import Reading
from auditreport.reading.dataset import NOT_RECORDED, Audit, DataSet
from auditreport.reading.matching import list_words, name_key, word_key

_MOST_NAMED = 20

Selection = Mapping[str, tuple[str, ...]]
"""Column → the values that its audits have; all columns must hold."""


def find_selection(data: DataSet, asked: Iterable[tuple[str, str]]) -> Selection:
    """Return what is meant by columns and values as they were typed, in the order of the columns.

    Raises UsageFault for a column that audits cannot be selected by, for a value that none has,
    and where none has all that is asked for.
    """
    columns = (*find_columns(data.audits, AUDIT_COLUMNS), AUDIT_TYPE)
    found: dict[str, set[str]] = {}
    for typed, value in asked:
        column = _find_column(typed, columns)
        found.setdefault(column, set()).update(_find_values(data, column, value))
    selection = {
        column: order_column(column, found[column], data.lists)
        for column in columns
        if column in found
    }
    if not any(_is_selected(audit, selection) for audit in data.audits):
        names = list_words(list(selection), "and")
        raise UsageFault(f"--only: no audit has what is asked for of {names} together.")
    return selection


def _find_column(typed: str, columns: tuple[str, ...]) -> str:
    by_key = {name_key(column): column for column in columns}
    if name_key(typed) not in by_key:
        known = list_words(columns, "and", _MOST_NAMED)
        raise UsageFault(f"--only: audits cannot be selected by '{typed}'; there are {known}.")
    return by_key[name_key(typed)]


def _find_values(data: DataSet, column: str, typed: str) -> set[str]:
    values = {_value_of(audit, column) for audit in data.audits}
    found = {value for value in values if word_key(value) == word_key(typed)}
    if not found:
        known = list_words(order_column(column, values, data.lists), "and", _MOST_NAMED)
        raise UsageFault(f"--only: no audit has {column} '{typed}'; there are {known}.")
    return found


def select_audits(reading: Reading, selection: Selection) -> Reading:
    """Return a reading with the selected audits alone; its problems are those of the whole."""
    if not selection or reading.data is None:
        return reading
    return replace(reading, data=_cut(reading.data, selection))


def _cut(data: DataSet, selection: Selection) -> DataSet:
    """Return the selected audits, without all that is not of audits or reaches beyond them."""
    return replace(
        data,
        audits=tuple(
            replace(audit, reaudit_of="") for audit in data.audits if _is_selected(audit, selection)
        ),
        lists={**data.lists, **_cut_lists(data, selection)},
        thematic=(),
        questions=(),
        responses=(),
        rounds=(),
        schedule=(),
        narrative=(),
        actions=(),
        previous=None,
        targets=(),
        only=selection,
    )


def _cut_lists(data: DataSet, selection: Selection) -> dict[str, tuple[str, ...]]:
    """Return the lists of the columns without the values that no selected audit can have."""
    lists = {LIST_OF[column]: values for column, values in selection.items() if column in LIST_OF}
    return {
        name: tuple(value for value in data.lists[name] if value in values)
        for name, values in lists.items()
        if name in data.lists
    }


def _is_selected(audit: Audit, selection: Selection) -> bool:
    return all(_value_of(audit, column) in values for column, values in selection.items())


def _value_of(audit: Audit, column: str) -> str:
    return audit.audit_type if column == AUDIT_TYPE else audit.profile.get(column) or NOT_RECORDED
