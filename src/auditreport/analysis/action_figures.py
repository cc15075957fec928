"""Actions as figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ActionItem:
    """One action, as printed in the internal report."""

    ref: str
    action: str
    origin: str
    area: str
    owner: str
    raised: date | None
    due: date | None
    status: str
    is_complete: bool
    completed: date | None
    outcome: str
    overdue: bool
    late: bool


@dataclass(frozen=True, slots=True)
class ActionCounts:
    """How many actions stand where; `open` is total less complete."""

    total: int
    complete: int
    open: int
    overdue: int
    completed_late: int


@dataclass(frozen=True, slots=True)
class ActionFigures(ActionCounts):
    """The actions as they stood on `as_of`."""

    as_of: date
    by_owner: Mapping[str, ActionCounts]
    items: tuple[ActionItem, ...]
