"""What was planned in a period, and what is noted beside it."""

from __future__ import annotations

from auditreport.reading.dataset import DataSet, ScheduleEntry
from auditreport.reading.year import Quarter, ReportYear

Entries = tuple[ScheduleEntry, ...]


def select_entries(data: DataSet, quarter: Quarter | None) -> Entries:
    """Return the entries that lie inside a quarter, or all of the year, in order of date then row.

    An entry over several quarters is of the year alone.
    """
    year = data.settings.year
    inside = (entry for entry in data.schedule if _lies_inside(entry, year, quarter))
    return tuple(sorted(inside, key=lambda entry: entry.start))


def _lies_inside(entry: ScheduleEntry, year: ReportYear, quarter: Quarter | None) -> bool:
    if quarter is None:
        return entry.start <= year.end and entry.end >= year.start
    return year.quarter_of(entry.start) is quarter and year.quarter_of(entry.end) is quarter


def count_planned(entries: Entries) -> int | None:
    """Add up the audits that were due; None where no entry says."""
    planned = [entry.planned for entry in entries if entry.planned is not None]
    return sum(planned) if planned else None


def find_open_cases(entries: Entries) -> int | None:
    """Return how many cases were open, by the latest entry that says."""
    given = [(entry.end, entry.open_cases) for entry in entries if entry.open_cases is not None]
    return max(enumerate(given), key=lambda item: (item[1][0], item[0]))[1][1] if given else None


def find_notes(entries: Entries) -> tuple[str, ...]:
    """Return what is noted, blank notes left out."""
    return tuple(entry.note for entry in entries if entry.note)
