"""The sheet Schedule: how many audits were due, how many cases were open, and what happened."""

from __future__ import annotations

from collections.abc import Sequence

from auditreport.reading.basis import Basis
from auditreport.reading.dataset import ScheduleEntry
from auditreport.reading.dates import date_reader, write_day
from auditreport.reading.outside_year import DatedCell, report_outside
from auditreport.reading.tables import Table, is_blank
from auditreport.reading.thematic_register import last_day_of
from auditreport.reading.values import (
    Reader,
    read_column,
    read_whole_number,
    read_words,
    read_yes_no,
)


def read_schedule(tables: Sequence[Table], basis: Basis) -> tuple[ScheduleEntry, ...]:
    """Return the entries that touch the report's year."""
    entries = [entry for table in tables for entry in _read_sheet(table, basis)]
    year = basis.year
    if year is None:
        return tuple(entries)
    outside = [entry for entry in entries if entry.end < year.start or entry.start > year.end]
    cells = [DatedCell(entry.source.place("From"), entry.start) for entry in outside]
    report_outside(cells, year, basis.log)
    return tuple(entry for entry in entries if entry not in outside)


def _read_sheet(table: Table, basis: Basis) -> list[ScheduleEntry]:
    log = basis.log
    days = date_reader(basis.year, must_be=True)
    words: Reader[str] = Reader(read_words)
    numbers: Reader[int | None] = Reader(read_whole_number)
    yes_no: Reader[bool | None] = Reader(read_yes_no)
    starts = read_column(table, "From", days, log)
    ends = read_column(table, "To", days, log)
    planned = read_column(table, "Planned", numbers, log)
    open_cases = read_column(table, "Open cases", numbers, log)
    notes = read_column(table, "Note", words, log)
    publish = read_column(table, "Publish", yes_no, log)
    entries = []
    for position, (start, end) in enumerate(zip(starts, ends, strict=True)):
        if start is None or end is None:
            _report_missing(table, position, basis)
            continue
        last = last_day_of(end)
        if last < start.date:
            place = table.place(position, "To")
            log.add("dates-reversed", place, start=write_day(start.date), end=write_day(last))
            continue
        entries.append(
            ScheduleEntry(
                source=table.source(position),
                start=start.date,
                end=last,
                planned=planned[position],
                open_cases=open_cases[position],
                note=notes[position],
                publish=bool(publish[position]),
            )
        )
    return entries


def _report_missing(table: Table, position: int, basis: Basis) -> None:
    for column in ("From", "To"):
        if is_blank(table.cells(column)[position]):
            basis.log.add("missing-date", table.place(position, column), column=column)
