"""What became of the actions: complete, open, overdue or late."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from auditreport.analysis.figures import ActionCounts, ActionFigures, ActionItem
from auditreport.analysis.profiles import order_values
from auditreport.reading.dataset import NOT_RECORDED, Action

AGE_BANDS = (
    (30, "up to 30 days"),
    (90, "31 to 90 days"),
    (180, "91 to 180 days"),
    (None, "over 180 days"),
)
"""The most days that a band of open actions holds, and its name."""


def summarise_actions(actions: Sequence[Action], as_of: date) -> ActionFigures:
    """Count the actions as they stood on a day, in all, by owner and by practice area."""
    by_owner: dict[str, list[Action]] = {}
    by_area: dict[str, list[Action]] = {}
    for action in actions:
        by_area.setdefault(action.area or NOT_RECORDED, []).append(action)
        by_owner.setdefault(action.owner or NOT_RECORDED, []).append(action)
    counts = count_actions(actions, as_of)
    return ActionFigures(
        total=counts.total,
        complete=counts.complete,
        open=counts.open,
        overdue=counts.overdue,
        completed_late=counts.completed_late,
        as_of=as_of,
        by_owner={owner: count_actions(by_owner[owner], as_of) for owner in order_values(by_owner)},
        items=tuple(_list_action(action, as_of) for action in actions),
        ageing=count_ages(actions, as_of),
        by_area={area: count_actions(by_area[area], as_of) for area in order_values(by_area)},
    )


def count_actions(actions: Sequence[Action], as_of: date) -> ActionCounts:
    """Count how many actions stand where."""
    complete = sum(action.is_complete for action in actions)
    return ActionCounts(
        total=len(actions),
        complete=complete,
        open=len(actions) - complete,
        overdue=sum(is_overdue(action, as_of) for action in actions),
        completed_late=sum(is_late(action) for action in actions),
    )


def is_overdue(action: Action, as_of: date) -> bool:
    """Tell whether an action was due before a day, and is not complete."""
    return not action.is_complete and action.due is not None and action.due < as_of


def is_late(action: Action) -> bool:
    """Tell whether an action was completed after it was due."""
    if action.completed is None or action.due is None:
        return False
    return action.completed > action.due


def count_timely(actions: Sequence[Action], as_of: date) -> tuple[int, int]:
    """Count the actions that were completed in time, of those whose time is up.

    These are the complete ones whose two dates are known, and the overdue: an action that is open
    and not yet due has missed nothing.
    """
    dated = [action for action in actions if action.is_complete and action.due and action.completed]
    overdue = sum(is_overdue(action, as_of) for action in actions)
    return sum(not is_late(action) for action in dated), len(dated) + overdue


def _list_action(action: Action, as_of: date) -> ActionItem:
    return ActionItem(
        ref=action.ref,
        action=action.text,
        origin=action.origin,
        area=action.area,
        owner=action.owner,
        raised=action.raised,
        due=action.due,
        status=action.status,
        is_complete=action.is_complete,
        completed=action.completed,
        outcome=action.outcome,
        overdue=is_overdue(action, as_of),
        late=is_late(action),
        days_open=find_days_open(action, as_of),
        days_overdue=(as_of - action.due).days
        if action.due and is_overdue(action, as_of)
        else None,
    )


def find_days_open(action: Action, as_of: date) -> int | None:
    """Return for how many days an open action has been so; None where its day is not known."""
    if action.is_complete or action.raised is None or action.raised > as_of:
        return None
    return (as_of - action.raised).days


def count_ages(actions: Sequence[Action], as_of: date) -> dict[str, int]:
    """Count the open actions by the days that they have been open, in bands."""
    counts = {label: 0 for _, label in AGE_BANDS} | {NOT_RECORDED: 0}
    for action in actions:
        if not action.is_complete:
            days = find_days_open(action, as_of)
            counts[_name_band(days)] += 1
    return counts


def _name_band(days: int | None) -> str:
    if days is None:
        return NOT_RECORDED
    return next(label for most, label in AGE_BANDS if most is None or days <= most)
