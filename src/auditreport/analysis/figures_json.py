"""Figures as JSON: the file that scripts read and next year's report compares with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from auditreport.analysis.figures import (
    ActionFigures,
    ActionItem,
    Change,
    EvidenceTheme,
    FeedbackFigures,
    Figures,
    JudgementTheme,
)

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
_LEFT_OUT_IF_NONE = {(FeedbackFigures, "by_respondent"), (Figures, "previous")}


def figures_json(figures: Figures) -> str:
    """Return figures.json: two spaces of indent, text as it is, a newline at the end."""
    return json.dumps(to_plain(figures), indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def to_plain(value: object) -> Plain:
    """Return a value of Figures as JSON holds it, under the names that the file uses."""
    if is_dataclass(value) and not isinstance(value, type):
        return _record_to_plain(value)
    if isinstance(value, Mapping):
        return {str(key): to_plain(found) for key, found in value.items()}
    if isinstance(value, (tuple, list)):
        return [to_plain(found) for found in value]
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, (str, int, float)):
        return value
    raise TypeError(type(value).__name__)


def _record_to_plain(record: object) -> Plain:
    kind = type(record)
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    first = _FIRST.get(kind)
    written_as = _WRITTEN_AS.get(kind, {})
    found = ((name, getattr(record, name)) for name in sorted(names, key=lambda n: n != first))
    return {
        written_as.get(name, name): to_plain(value)
        for name, value in found
        if value is not None or (kind, name) not in _LEFT_OUT_IF_NONE
    }
