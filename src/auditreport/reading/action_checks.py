"""What no single cell of an action shows: whether its dates and its status agree."""

from __future__ import annotations

from datetime import date

from auditreport.problems import Place, ProblemLog
from auditreport.reading.dataset import Action
from auditreport.reading.dates import write_day
from auditreport.reading.year import ReportYear


def check_action(action: Action, year: ReportYear | None, log: ProblemLog) -> None:
    """Report an action whose dates do not follow one another, or whose status they belie."""
    done, raised, due = action.completed, _raised(action, year), action.due
    if done and raised and done < raised:
        place = _place(action, "Completed")
        log.add("completed-before-raised", place, value=done, raised=write_day(raised))
    if due and raised and due < raised:
        log.add("due-before-raised", _place(action, "Due"), value=due, raised=write_day(raised))
    if action.is_complete and done is None:
        log.add("complete-without-date", _place(action, "Completed"))
    if done and not action.is_complete:
        log.add("status-disagrees", _place(action, "Status"), value=action.status)


def _raised(action: Action, year: ReportYear | None) -> date | None:
    """Return the day it was raised; that of an audit dated after the year is not relied on.

    Such a date is told already, and is more likely mistyped than those of the action.
    """
    is_own_sheet = "Action due" not in action.source.letters
    if is_own_sheet or year is None or action.raised is None or action.raised <= year.end:
        return action.raised
    return None


def _place(action: Action, column: str) -> Place:
    """Return the place of a column of the action, whichever sheet it stands on."""
    is_own_sheet = column in action.source.letters
    return action.source.place(column if is_own_sheet else f"Action {column.lower()}")
