"""The sheets Schedule, Narrative and Actions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from workbooks import AUDIT, AUDIT_HEADER, Rows, audits_of, message_of, read_sheets, told

from auditreport.reading import Reading
from auditreport.reading.dataset import Action
from auditreport.reading.raw import CellValue

MAY = date(2016, 5, 1)


def actions(reading: Reading) -> tuple[Action, ...]:
    assert reading.data is not None
    return reading.data.actions


def read_actions(columns: Sequence[str], *rows: Sequence[CellValue]) -> Reading:
    return read_sheets(Actions=[("Action", *columns), *[("Do it", *row) for row in rows]])


# Schedule


def test_the_schedule_says_what_was_planned() -> None:
    rows: Rows = [("From", "To", "Planned", "Note"), ("April 2016", "April 2016", 5, "None done")]

    reading = read_sheets(Schedule=rows)

    assert told(reading) == []
    assert reading.data is not None
    (entry,) = reading.data.schedule
    assert (entry.start, entry.end) == (date(2016, 4, 1), date(2016, 4, 30))
    assert (entry.planned, entry.open_cases, entry.note) == (5, None, "None done")


def test_faults_of_the_schedule_are_told_at_their_cells() -> None:
    rows: Rows = [
        ("From", "To", "Planned"),
        (date(2016, 5, 9), date(2016, 5, 1), 5),
        (date(2016, 5, 9), None, 5),
        (date(2015, 5, 9), date(2015, 5, 10), 5),
        (date(2016, 5, 9), date(2016, 5, 10), "many"),
    ]

    assert told(read_sheets(Schedule=rows)) == [
        ("unreadable-number", "Schedule", "C5"),
        ("dates-reversed", "Schedule", "B2"),
        ("missing-date", "Schedule", "B3"),
        ("outside-year", "Schedule", "A4"),
    ]


# Narrative


def test_a_text_keeps_its_lines_and_finds_its_section() -> None:
    rows = [("Section", "Text", "Publish"), ("next STEPS", "One.\n- two ", "Yes")]

    reading = read_sheets(Narrative=rows)

    assert told(reading) == []
    assert reading.data is not None
    (part,) = reading.data.narrative
    assert (part.section, part.text, part.publish) == ("Next steps", "One.\n- two", True)


def test_a_section_that_nothing_bears_is_a_warning_with_the_nearest() -> None:
    reading = read_sheets(Narrative=[("Section", "Text"), ("Sumary", "x")])

    assert told(reading) == [("unknown-section", "Narrative", "A2")]
    assert "did you mean 'Summary'" in message_of(reading, "unknown-section")


def test_a_text_without_a_section_is_a_warning_that_does_not_quote_it() -> None:
    reading = read_sheets(Narrative=[("Section", "Text"), (None, "Zz99")])

    assert told(reading) == [("missing-value", "Narrative", "A2")]
    assert "Zz99" not in repr(reading.problems)


def test_a_thematic_audit_and_a_feedback_round_are_sections() -> None:
    august = (date(2016, 8, 1), date(2016, 8, 31))
    reading = read_sheets(
        Thematic_audits=[
            ("Name", "Sheet", "Recorded as", "From", "To"),
            ("CP", "Cases", "Judgement", *august),
        ],
        Cases=[("Case", "Voice"), ("C1", "Good")],
        Rounds=[("Round", "Asked"), ("Spring", 3)],
        Narrative=[("Section", "Text"), ("cp", "x"), ("spring", "y")],
    )

    assert told(reading) == []
    assert reading.data is not None
    assert [part.section for part in reading.data.narrative] == ["CP", "Spring"]


# Actions


@pytest.mark.parametrize(
    ("status", "done", "is_complete"),
    [
        ("Open", None, False),
        ("In progress", None, False),
        ("complete", MAY, True),
        ("Closed", MAY, True),
        (None, MAY, True),
        (None, None, False),
    ],
)
def test_an_action_is_complete_by_its_status_or_else_its_date(
    status: str | None, done: date | None, is_complete: bool
) -> None:
    reading = read_actions(["Status", "Completed"], [status, done])

    assert (told(reading), actions(reading)[0].is_complete) == ([], is_complete)


def test_an_action_is_left_out_only_where_it_was_completed_before_the_year_began() -> None:
    columns = ["Action ref", "Raised", "Status", "Completed"]
    before = date(2015, 6, 1)

    reading = read_actions(
        columns,
        ["old", before, "Complete", date(2016, 3, 31)],
        ["still open", before, "Open", None],
        ["done since", before, "Complete", date(2016, 4, 1)],
        ["later", date(2017, 6, 1), "Open", None],
    )

    assert told(reading) == []
    assert [action.ref for action in actions(reading)] == ["still open", "done since", "later"]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ((MAY, None, "Complete", date(2016, 4, 30)), ("completed-before-raised", "E2")),
        ((MAY, date(2016, 4, 30), "Open", None), ("due-before-raised", "C2")),
        ((MAY, None, "Complete", None), ("complete-without-date", "E2")),
        ((MAY, None, "Open", MAY), ("status-disagrees", "D2")),
        ((MAY, "ongoing", "Open", None), ("date-in-words", "C2")),
        ((MAY, "31/02/2017", "Open", None), ("impossible-date", "C2")),
    ],
)
def test_the_dates_and_the_status_of_an_action_must_agree(
    row: Sequence[CellValue], problem: tuple[str, str]
) -> None:
    reading = read_actions(["Raised", "Due", "Status", "Completed"], row)

    assert told(reading) == [(problem[0], "Actions", problem[1])]


def test_a_councils_own_status_can_mean_complete() -> None:
    reading = read_sheets(
        Lists=[("Action statuses",), ("To do",), ("Signed off",)],
        Aliases=[("List", "Written as", "Means"), ("Action statuses", "Signed off", "Complete")],
        Actions=[("Action", "Status", "Completed"), ("Do it", "Signed off", MAY)],
    )

    assert told(reading) == []
    assert actions(reading)[0].is_complete


def test_a_practice_area_goes_by_its_label_too() -> None:
    reading = read_actions(["Practice area"], ["Identification of risk"])

    assert (told(reading), actions(reading)[0].area) == ([], "Risk")


def test_an_action_without_words_is_a_warning_and_counts() -> None:
    reading = read_sheets(Actions=[("Action", "Owner"), (None, "Zz99")])

    assert told(reading) == [("missing-value", "Actions", "A2")]
    assert "Zz99" not in repr(reading.problems)
    assert len(actions(reading)) == 1


def test_an_audit_raises_an_action_in_its_own_row() -> None:
    header = (*AUDIT_HEADER, "Action", "Action owner", "Action due", "Action completed")
    row = (*AUDIT, "Do it", "Team Manager", MAY, None)

    reading = read_sheets(Audits=audits_of(row, ("A2", *AUDIT[1:]), header=header))

    assert told(reading) == []
    (action,) = actions(reading)
    assert (action.text, action.origin, action.owner, action.due) == (
        "Do it",
        "A1",
        "Team Manager",
        MAY,
    )
    assert (action.raised, action.status, action.is_complete) == (AUDIT[1], "Open", False)


def test_an_open_action_of_an_audit_of_an_earlier_year_is_kept() -> None:
    earlier = ("A0", date(2015, 6, 1), "Good", "Good", "Do it")

    reading = read_sheets(
        Audits=audits_of(earlier, (*AUDIT, None), header=(*AUDIT_HEADER, "Action"))
    )

    assert told(reading) == [("outside-year", "Audits", "B2")]
    assert [action.origin for action in actions(reading)] == ["A0"]


def test_the_headers_of_sheets_that_hold_targets_and_measures_are_checked() -> None:
    judgements = ("Outstanding", "Good", "Requires Improvement", "Inadequate")
    previous: Rows = [("What", *judgements), ("Risk", 1, 1, 1, 1)]
    reading = read_sheets(Targets=[("At least",), (5,)], Previous_year=previous)

    assert told(reading) == [("missing-column", "Targets", "A1")]
