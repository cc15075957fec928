"""The sheets of audits: rows into the audits of the report's year."""

from __future__ import annotations

from collections.abc import Sequence

from auditreport.reading.area_sheet import AreaList
from auditreport.reading.audit_checks import (
    check_areas_judged,
    check_moderation,
    check_not_returned,
    find_repeated_refs,
)
from auditreport.reading.audit_columns import AuditColumns, AuditReaders, read_audit_columns
from auditreport.reading.audit_dates import (
    AuditRows,
    date_column,
    find_rows_of_year,
    report_no_audit,
)
from auditreport.reading.basis import Basis
from auditreport.reading.dataset import Audit, Measure, PracticeArea, Status
from auditreport.reading.matching import list_words
from auditreport.reading.outside_year import report_outside
from auditreport.reading.tables import Table, is_blank
from auditreport.reading.values import is_not_applicable
from auditreport.records import record

_JUDGED = ("Overall judgement", "Final judgement")


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
    found = [find_rows_of_year(table, basis) for table in tables]
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
        self._columns = read_audit_columns(rows.table, areas, readers, basis.log)
        self._judged = [
            rows.table.cells(name) for name in (*_JUDGED, *(area.name for area in areas))
        ]
        self._dates = rows.table.cells(date_column(rows.table))
        self.undated = 0

    def build(self) -> list[Audit]:
        """Return the audits, those left out that are completed and have no date."""
        audits = []
        columns = self._columns
        check_moderation(self._table, columns, self._scale, self._log)
        for position in range(len(self._table)):
            status = self._status(columns, position)
            has_date = self._rows.days[position] or self._rows.quarters[position]
            if status is Status.COMPLETED and not has_date:
                self._report_undated(position)
            else:
                audits.append(self._build_one(columns, position, status))
        return audits

    def _status(self, columns: AuditColumns, position: int) -> Status:
        status = Status(columns.status[position])
        if status is not Status.COMPLETED or self._is_returned(columns, position):
            return status
        return Status.ALLOCATED

    def _is_returned(self, columns: AuditColumns, position: int) -> bool:
        if columns.overall[position] is not None or columns.final[position] is not None:
            return True
        return any(not is_blank(cells[position]) for cells in self._judged)

    def _report_undated(self, position: int) -> None:
        """Report a row without a date, unless the date's own cell is an error already."""
        self.undated += 1
        column = date_column(self._table)
        cell = self._dates[position]
        if column == "Quarter" or is_blank(cell) or is_not_applicable(cell):
            self._log.add("missing-date", self._table.place(position, column), column=column)

    def _build_one(self, columns: AuditColumns, position: int, status: Status) -> Audit:
        overall, final = columns.overall[position], columns.final[position]
        if final not in self._scale and overall is not None:
            final = None
        second = columns.moderated_judgement[position]
        return Audit(
            source=self._table.source(position),
            ref=columns.ref[position],
            case_ref=columns.case_ref[position],
            date=self._rows.days[position],
            quarter=self._rows.quarters[position],
            overall=overall,
            moderated=bool(columns.moderated[position]) or second in self._scale,
            moderated_judgement=second,
            final=final,
            audit_type=columns.audit_type[position],
            status=status,
            profile=columns.profile[position],
            areas=columns.areas[position],
            auditors=columns.auditors[position],
            moderator=columns.moderator[position],
            children=columns.children[position],
            immediate_concern=columns.immediate_concern[position],
            action_taken=columns.action_taken[position],
            impact=columns.impact[position],
            reaudit_of=columns.reaudit_of[position],
            strengths=columns.strengths[position],
            areas_for_development=columns.areas_for_development[position],
            measures=columns.measures[position],
        )
