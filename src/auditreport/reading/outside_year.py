"""Rows dated outside the report's year: one warning for all of a kind, with look-alikes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from auditreport.problems import Place, ProblemLog
from auditreport.reading.dates import write_day, write_month
from auditreport.reading.matching import count_rows, list_words
from auditreport.reading.tables import name_cell
from auditreport.reading.year import ReportYear
from auditreport.records import record

_MOST_CELLS = 3
_FAR_YEARS = 3


@record
class DatedCell:
    """A date and the cell that holds it."""

    place: Place
    day: date


def report_outside(cells: Sequence[DatedCell], year: ReportYear, log: ProblemLog) -> None:
    """Report rows left out: how many, from when to when, the first cells, the look-alikes."""
    if not cells:
        return
    first = cells[0].place
    log.add(
        "outside-year",
        first,
        count=count_rows(len(cells)),
        days=_span(min(cell.day for cell in cells), max(cell.day for cell in cells)),
        cells=_name_cells([cell.place for cell in cells], first),
        lookalikes=_describe_look_alikes(cells, year),
    )


def _span(first: date, last: date) -> str:
    return write_day(first) if first == last else f"{write_day(first)} to {write_day(last)}"


def _name_cells(places: Sequence[Place], seen_from: Place) -> str:
    """Name the first cells of several; of one row the problem's own cell is enough."""
    if len(places) == 1:
        return ""
    named = list_words([name_cell(place, seen_from) for place in places], "and", _MOST_CELLS)
    return f"; the first: {named}"


def _describe_look_alikes(cells: Sequence[DatedCell], year: ReportYear) -> str:
    found = [(cell, meant) for cell in cells if (meant := find_look_alike(cell.day, year))]
    named = [
        f"{name_cell(cell.place, cells[0].place)} may mean {meant}"
        for cell, meant in found[:_MOST_CELLS]
    ]
    more = f", and {len(found) - _MOST_CELLS} more are alike" if len(found) > _MOST_CELLS else ""
    return f"; {', '.join(named)}{more}" if named else ""


def find_look_alike(day: date, year: ReportYear) -> str | None:
    """Return what a date outside the year may have been meant as, None where nothing suggests it.

    A typed `Apr-16` becomes 16 April of the year in which it was typed; in a far-off year the
    year is mistyped; else day and month may have changed places.
    """
    month = _as_month_and_year(day)
    if month in year and day.year != month.year:
        return write_month(month)
    if abs(day.year - year.start.year) >= _FAR_YEARS:
        same = _same_day_within(day, year)
        return write_day(same) if same else None
    if day.day <= 12 and (swapped := date(day.year, day.day, day.month)) in year:
        return write_day(swapped)
    return None


def _as_month_and_year(day: date) -> date:
    return date(2000 + day.day, day.month, 1)


def _same_day_within(day: date, year: ReportYear) -> date | None:
    for number in (year.start.year, year.start.year + 1):
        try:
            same = day.replace(year=number)
        except ValueError:
            continue
        if same in year:
            return same
    return None
