"""Actions: complete, open, overdue, late."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from records import action, unhurried

from auditreport.analysis.actions import count_timely, find_days_open, summarise_actions
from auditreport.analysis.figures import ActionCounts, ActionFigures
from auditreport.reading.dataset import Action

AS_OF = date(2017, 3, 31)
EARLIER, LATER = date(2017, 3, 30), date(2017, 4, 1)


def summarise(*actions: Action) -> ActionFigures:
    return summarise_actions(actions, AS_OF)


def complete(**changes: Any) -> Action:
    return action(is_complete=True, status="Complete", **changes)


def test_an_open_action_due_before_the_date_that_counts_is_overdue() -> None:
    assert summarise(action(due=EARLIER)).overdue == 1


def test_an_action_due_on_the_day_or_without_a_day_is_not_overdue() -> None:
    assert summarise(action(due=AS_OF), action(due=LATER), action()).overdue == 0


def test_a_complete_action_is_never_overdue() -> None:
    found = summarise(complete(due=EARLIER))
    assert (found.overdue, found.complete, found.open) == (0, 1, 0)


def test_an_action_completed_after_it_was_due_is_late() -> None:
    found = summarise(
        complete(due=EARLIER, completed=AS_OF),
        complete(due=AS_OF, completed=AS_OF),
        complete(completed=AS_OF),
    )
    assert found.completed_late == 1
    assert [item.late for item in found.items] == [True, False, False]


def test_open_is_all_that_is_not_complete() -> None:
    found = summarise(action(status="In progress"), action(), complete())
    assert (found.total, found.complete, found.open) == (3, 1, 2)


def test_owners_have_their_own_counts_by_name_and_those_without_come_last() -> None:
    found = summarise(action(owner=""), action(owner="Team B", due=EARLIER), action(owner="Team A"))
    assert list(found.by_owner) == ["Team A", "Team B", "Not recorded"]
    assert found.by_owner["Team B"] == ActionCounts(
        total=1, complete=0, open=1, overdue=1, completed_late=0
    )


def test_items_stand_in_row_order_with_what_they_came_from() -> None:
    items = summarise(action(ref="2", origin="A17"), action(ref="1", due=EARLIER)).items
    assert [(item.ref, item.origin, item.overdue) for item in items] == [
        ("2", "A17", False),
        ("1", "Q1", True),
    ]


@unhurried
@given(st.lists(st.tuples(st.sampled_from(["", "A", "B"]), st.booleans(), st.booleans())))
def test_owners_add_up_to_all_actions(rows: list[tuple[str, bool, bool]]) -> None:
    made = [
        action(owner=owner, is_complete=done, due=EARLIER if late else None)
        for owner, done, late in rows
    ]
    found = summarise(*made)
    owners = found.by_owner.values()
    assert sum(owner.total for owner in owners) == found.total == found.complete + found.open
    assert sum(owner.overdue for owner in owners) == found.overdue <= found.open


def test_in_time_are_those_completed_by_their_day_of_all_whose_time_is_up() -> None:
    timely = [complete(due=EARLIER, completed=EARLIER), complete(due=AS_OF, completed=EARLIER)]
    late, overdue = complete(due=EARLIER, completed=AS_OF), action(due=EARLIER)
    unknown = [complete(completed=AS_OF), complete(due=AS_OF), complete(), action(due=LATER)]
    reopened = action(due=LATER, completed=EARLIER)

    assert count_timely([*timely, late, overdue, *unknown, reopened], AS_OF) == (2, 4)


def test_an_action_raised_on_the_day_is_open_for_no_days() -> None:
    raised = [AS_OF, EARLIER, LATER, None]

    assert [find_days_open(action(raised=day), AS_OF) for day in raised] == [0, 1, None, None]
    assert find_days_open(complete(raised=EARLIER), AS_OF) is None
