"""Figures as JSON: the file that scripts read and next year's report compares with."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import cast

from auditreport.analysis.figures import (
    PUBLIC,
    ActionFigures,
    ActionItem,
    Change,
    EvidenceTheme,
    FeedbackFigures,
    Figures,
    JudgementTheme,
    ReportHead,
)
from auditreport.analysis.hidden import SYMBOL, is_hidden

Plain = dict[str, "Plain"] | list["Plain"] | str | int | float | bool | None
"""What JSON can hold."""

# `from` is a word of Python's own, so the fields bear other names.
_SPAN = {"start": "from", "end": "to"}
_WRITTEN_AS: Mapping[type, Mapping[str, str]] = {
    JudgementTheme: _SPAN,
    EvidenceTheme: _SPAN,
    Change: {"before_period": "from", "after_period": "to"},
    ActionItem: {"origin": "from"},
}
# A dataclass puts the fields that it inherits first; the file begins with the date.
_FIRST: Mapping[type, str] = {ActionFigures: "as_of"}
_AS_IT_IS = frozenset({str, int, float, bool})  # by far the most values
LEFT_OUT_IF_NONE = {
    (FeedbackFigures, "by_respondent"),
    (Figures, "previous"),
    (Figures, "changed_since_signed"),
    (Figures, "joined_bands"),
    (ReportHead, "only"),
}


def figures_json(figures: Figures) -> str:
    """Return figures.json: two spaces of indent, text as it is, a newline at the end."""
    return json.dumps(to_plain(figures), indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def to_plain(value: object) -> Plain:
    """Return a value of Figures as JSON holds it, under the names that the file uses."""
    if value is None or type(value) in _AS_IT_IS:
        return cast("Plain", value)
    opened = open_plain(value)
    if isinstance(opened, dict):
        return {key: to_plain(found) for key, found in opened.items()}
    if isinstance(opened, list):
        return list(map(to_plain, opened))
    if is_hidden(value):
        return SYMBOL
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def open_plain(value: object) -> object:
    """Return the outermost of what `to_plain` makes of a value: what a dict or list holds is not.

    All else comes back as it is.
    """
    if is_dataclass(value) and not isinstance(value, type):
        return _open_record(value)
    if isinstance(value, Mapping):
        return {str(key): found for key, found in value.items()}
    return list(value) if isinstance(value, tuple) else value


def _open_record(record: object) -> dict[str, object]:
    kind = type(record)
    names = names_of(kind)  # type: ignore[arg-type]  # a class can be hashed
    found = ((name, written, getattr(record, name)) for name, written in names)
    opened = {
        written: value
        for name, written, value in found
        if value is not None or (kind, name) not in LEFT_OUT_IF_NONE
    }
    if isinstance(record, Figures) and record.audience == PUBLIC:
        opened["problems"] = dict(sorted(Counter(p.code for p in record.problems).items()))
    return opened


@cache
def names_of(kind: type) -> list[tuple[str, str]]:
    """Return a record's fields in the order of the file, each with the name that it has there."""
    first, written_as = _FIRST.get(kind), _WRITTEN_AS.get(kind, {})
    names = sorted((field.name for field in fields(kind)), key=lambda name: name != first)
    return [(name, written_as.get(name, name)) for name in names]
