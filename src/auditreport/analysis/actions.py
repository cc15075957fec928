"""What became of the actions: complete, open, overdue or late."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from auditreport.analysis.figures import ActionCounts, ActionFigures, ActionItem
from auditreport.analysis.profiles import order_values
from auditreport.reading.dataset import NOT_RECORDED, Action


def summarise_actions(actions: Sequence[Action], as_of: date) -> ActionFigures:
    """Count the actions as they stood on a day, in all and by owner."""
    by_owner: dict[str, list[Action]] = {}
    for action in actions:
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
    )
