"""Actions as figures."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from auditreport.records import record


@record
class ActionItem:
    """One action, as printed in the internal report.

    `days_open` is from the day it was raised, where it is open and that day is known.
    """

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
    days_open: int | None
    days_overdue: int | None


@record
class ActionCounts:
    """How many actions stand where; `open` is total less complete."""

    total: int
    complete: int
    open: int
    overdue: int
    completed_late: int


@record
class ActionFigures(ActionCounts):
    """The actions as they stood on `as_of`."""

    as_of: date
    by_owner: Mapping[str, ActionCounts]
    items: tuple[ActionItem, ...]
    ageing: Mapping[str, int]
    by_area: Mapping[str, ActionCounts]


@record
class FollowUp:
    """What no action is from: of the Inadequate audits, and of the areas for development."""

    inadequate: int
    inadequate_without: int
    inadequate_without_refs: tuple[str, ...]
    development_without: tuple[str, ...]
