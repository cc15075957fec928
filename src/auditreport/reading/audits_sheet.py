"""The sheets of audits: rows into the audits of the report's year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from itertools import compress
from typing import Any

from auditreport.reading.area_sheet import AreaList
from auditreport.reading.audit_checks import (
    check_areas_judged,
    check_moderation,
    check_not_returned,
    find_repeated_refs,
)
from auditreport.reading.audit_columns import AuditReaders, read_audit_columns
from auditreport.reading.audit_dates import (
    AuditRows,
    date_column,
    find_rows_of_year,
    report_no_audit,
)
from auditreport.reading.audit_status import StatusFinder
from auditreport.reading.basis import Basis
from auditreport.reading.dataset import Audit, Measure, PracticeArea, Status
from auditreport.reading.matching import list_words
from auditreport.reading.outside_year import report_outside
from auditreport.reading.tables import Table, is_blank
from auditreport.reading.values import is_not_applicable
from auditreport.records import record


@record
class AuditReading:
    """The audits of the year, and the practice areas that the report has."""

    audits: tuple[Audit, ...]
    areas: tuple[PracticeArea, ...]


def read_audits(
    tables: Sequence[Table], areas: AreaList, measures: Sequence[Measure], basis: Basis
) -> AuditReading:
    """Read all sheets of audits and check what no single cell shows."""
    reported = find_areas(tables, areas, basis)
    readers = AuditReaders(basis, measures)
    finder = StatusFinder(readers.status, reported)
    found = [find_rows_of_year(table, finder, basis) for table in tables]
    outside = [cell for rows in found for cell in rows.outside]
    if basis.year is not None:
        report_outside(outside, basis.year, basis.log)
    sheets = [_AuditSheet(rows, reported, readers, basis) for rows in found]
    audits = [audit for sheet in sheets for audit in sheet.build()]
    is_empty = tables and basis.year and all(audit.quarter is None for audit in audits)
    if is_empty and not any(sheet.undated for sheet in sheets):
        assert basis.year is not None
        report_no_audit(list(tables), outside, basis.year, basis.log)
    repeated = find_repeated_refs(audits, basis.log)
    kept = [audit for index, audit in enumerate(audits) if index not in repeated]
    check_not_returned(kept, basis.log)
    if kept:
        check_areas_judged(kept, reported, basis)
    return AuditReading(tuple(kept), reported)


def find_areas(tables: Sequence[Table], areas: AreaList, basis: Basis) -> tuple[PracticeArea, ...]:
    """Return the areas that have a column on some sheet; report those that have not."""
    if not tables:
        return areas.areas
    reported = []
    left_out = []
    for index, area in enumerate(areas.areas):
        without = [table for table in tables if area.name not in table]
        if len(without) < len(tables):
            reported.append(area)
            for table in without:
                taken = "it is not recorded for the audits of this sheet"
                place = table.header_place()
                basis.log.add("area-without-column", place, area=area.name, taken=taken)
        elif areas.is_default:
            left_out.append(area.name)
        else:
            taken = "it is left out of the report"
            place = areas.places[index]
            basis.log.add("area-without-column", place, area=area.name, taken=taken)
    if left_out:
        named = list_words(left_out, "and", len(left_out))
        basis.log.add("default-area-missing", tables[0].header_place(), areas=named)
    return tuple(reported)


class _AuditSheet:
    """One sheet's audits, made of its columns row by row."""

    def __init__(
        self,
        rows: AuditRows,
        areas: Sequence[PracticeArea],
        readers: AuditReaders,
        basis: Basis,
    ) -> None:
        self._rows = rows
        self._table = rows.table
        self._log = basis.log
        self._scale = frozenset(basis.vocabulary.scale.judgements)
        self._columns = read_audit_columns(rows, areas, readers, basis.log)
        self._dates = rows.table.cells(date_column(rows.table))
        self.undated = 0

    def build(self) -> list[Audit]:
        """Return the audits, those left out that are completed and have no date."""
        check_moderation(self._table, self._columns, self._scale, self._log)
        statuses = self._rows.statuses
        whens = zip(statuses, self._rows.days, self._rows.quarters, strict=True)
        is_kept = [
            status is not Status.COMPLETED or day is not None or quarter is not None
            for status, day, quarter in whens
        ]
        for position, kept in enumerate(is_kept):
            if not kept:
                self._report_undated(position)
        return list(compress(self._build_all(statuses), is_kept))

    def _report_undated(self, position: int) -> None:
        """Report a row without a date, unless the date's own cell is an error already."""
        self.undated += 1
        column = date_column(self._table)
        cell = self._dates[position]
        if column == "Quarter" or is_blank(cell) or is_not_applicable(cell):
            self._log.add("missing-date", self._table.place(position, column), column=column)

    def _build_all(self, statuses: Sequence[Status]) -> Iterator[Audit]:
        """Make an audit of each row, column beside column: row by row takes twice as long."""
        scale, columns = self._scale, self._columns
        seconds = columns.moderated_judgement
        given = {
            "source": self._table.sources(),
            "date": self._rows.days,
            "quarter": self._rows.quarters,
            "moderated": [
                bool(marked) or second in scale
                for marked, second in zip(columns.moderated, seconds, strict=True)
            ],
            "final": [
                None if final not in scale and overall is not None else final
                for final, overall in zip(columns.final, columns.overall, strict=True)
            ],
            "status": statuses,
        }
        names = [field.name for field in fields(Audit)]
        found: list[Any] = [given[n] if n in given else getattr(columns, n) for n in names]
        return map(Audit, *found)
