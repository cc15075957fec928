"""What was planned in a period, how many cases were open, and which entries count."""

from __future__ import annotations

from datetime import date

import pytest
from records import analysed, data_set, schedule_entry

from auditreport.analysis.figures import Period
from auditreport.reading.dataset import ScheduleEntry

BEFORE, FIRST = date(2016, 3, 31), date(2016, 4, 1)
JUNE, JULY = date(2016, 6, 30), date(2016, 7, 1)
LAST, AFTER = date(2017, 3, 31), date(2017, 4, 1)


def periods(*entries: ScheduleEntry) -> dict[str, Period]:
    return dict(analysed(data_set(schedule=entries)).periods)


@pytest.mark.parametrize(
    ("start", "end", "year", "quarter"),
    [
        (FIRST, JUNE, 5, 5),
        (FIRST, JULY, 5, None),
        (BEFORE, FIRST, 5, None),
        (BEFORE, AFTER, 5, None),
        (LAST, AFTER, 5, None),
        (BEFORE, BEFORE, None, None),
        (AFTER, AFTER, None, None),
    ],
)
def test_an_entry_counts_in_the_quarter_that_it_lies_in_and_in_a_year_that_it_touches(
    start: date, end: date, year: int | None, quarter: int | None
) -> None:
    found = periods(schedule_entry(start, end, planned=5))

    assert (found["year"].planned, found["Q1"].planned) == (year, quarter)


def test_open_cases_are_those_of_the_entry_that_ends_last_the_lower_row_of_two() -> None:
    found = periods(
        schedule_entry(FIRST, JUNE, open_cases=9),
        schedule_entry(FIRST, JUNE, open_cases=7),
        schedule_entry(FIRST, date(2016, 5, 31), open_cases=8),
        schedule_entry(JUNE, JUNE, planned=1),
    )

    assert (found["Q1"].open_cases, found["Q2"].open_cases) == (7, None)


def test_notes_stand_in_the_order_of_their_days() -> None:
    found = periods(
        schedule_entry(JUNE, JUNE, note="Later"),
        schedule_entry(FIRST, JUNE, note="First"),
        schedule_entry(FIRST, JUNE),
    )

    assert found["Q1"].notes == ("First", "Later")
