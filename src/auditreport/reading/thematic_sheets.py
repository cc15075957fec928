"""Thematic audits with their cases: whose cases are whose, and what the rounds have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from auditreport.reading.basis import Basis
from auditreport.reading.contract import THEMATIC_CASES
from auditreport.reading.dataset import Answer, Evidence, Kind, ThematicAudit, ThematicCase
from auditreport.reading.dates import Day, write_day
from auditreport.reading.finding_sheets import SheetFinder
from auditreport.reading.matching import did_you_mean, name_key
from auditreport.reading.raw import CellValue
from auditreport.reading.tables import Table, name_cell
from auditreport.reading.thematic_cases import CaseReader, CaseSheet, name_items
from auditreport.reading.thematic_checks import check_comparisons, check_coverage
from auditreport.reading.thematic_register import Register, find_comparison
from auditreport.reading.values import Finding, Reader, read_column, read_words, show


class ThematicReader:
    """Reads the cases of all thematic audits."""

    def __init__(self, rows: Sequence[Register], finder: SheetFinder, basis: Basis) -> None:
        self._rows = rows
        self._finder = finder
        self._log = basis.log
        self._cases = CaseReader(basis)
        self._faulty: set[str] = set()
        self._of_sheet: dict[str, list[Register]] = {}
        for row in rows:
            self._of_sheet.setdefault(name_key(row.sheet), []).append(row)

    def read(self) -> tuple[ThematicAudit, ...]:
        """Return the thematic audits in the order of their sheet."""
        parts: dict[str, list[tuple[CaseSheet, list[Day | None]]]] = {}
        for rows in self._of_sheet.values():
            for name, part in self._read_sheet(rows):
                parts.setdefault(name, []).append(part)
        audits = [self._build(row, parts.get(row.name, [])) for row in self._rows]
        check_comparisons(audits, self._log)
        return tuple(audits)

    def _read_sheet(
        self, rows: list[Register]
    ) -> list[tuple[str, tuple[CaseSheet, list[Day | None]]]]:
        """Return the parts of the sheets of one name, each with its thematic audit's name."""
        sheets = self._finder.sheets_named(rows[0].sheet)
        if not sheets:
            self._faulty.add(name_key(rows[0].sheet))
            self._finder.report_missing(rows[0].sheet, rows[0].place("Sheet"))
        found = []
        for table in self._finder.tables(THEMATIC_CASES, sheets):
            sheet = name_items(table, rows[0].kind)
            days = self._cases.days(table)
            for row, positions in self._assign(rows, table, days):
                part = self._cases.keep_items(
                    sheet.take(positions), row.kind, is_shared=len(rows) > 1
                )
                found.append((row.name, (part, [days[p] for p in positions])))
        return found

    def _assign(
        self, rows: list[Register], table: Table, days: Sequence[Day | None]
    ) -> list[tuple[Register, list[int]]]:
        """Say which rows of a sheet belong to which of the thematic audits that name it."""
        if "Thematic audit" in table:
            owners = self._owners_by_name(rows, table)
        elif len(rows) > 1:
            owners = self._owners_by_date(rows, table, days)
        else:
            self._check_dates(rows[0], table, days)
            return [(rows[0], list(range(len(table))))]
        return [(row, [p for p, owner in enumerate(owners) if owner is row]) for row in rows]

    def _owners_by_name(self, rows: list[Register], table: Table) -> list[Register | None]:
        by_name = {name_key(row.name): row for row in rows}
        names = [row.name for row in rows]

        def read(cell: CellValue) -> Register | Finding[Register | None] | None:
            text = read_words(cell)
            if not text and len(rows) == 1:
                return rows[0]
            owner = by_name.get(name_key(text)) if text else None
            if owner is None:
                facts = {"nearest": did_you_mean(text, names)}
                return Finding(None, "unknown-thematic-audit", facts)
            return owner

        reader: Reader[Register | None] = Reader(read)
        return read_column(table, "Thematic audit", reader, self._log)

    def _owners_by_date(
        self, rows: list[Register], table: Table, days: Sequence[Day | None]
    ) -> list[Register | None]:
        if self._report_overlaps(rows):
            self._faulty.add(name_key(rows[0].sheet))
            return [None] * len(days)
        owners: list[Register | None] = []
        for position, day in enumerate(days):
            owner = next((r for r in rows if day and r.start <= day.date <= r.end), None)
            owners.append(owner)
            place = table.place(position, "Date")
            if day is None:
                self._log.add("missing-date", place, column="Date or Thematic audit")
            elif owner is None:
                self._report_outside(rows, table, position, "; it belongs to none of them")
        return owners

    def _report_overlaps(self, rows: list[Register]) -> bool:
        ordered = sorted(rows, key=lambda row: row.start)
        overlaps = [(a, b) for a, b in pairwise(ordered) if b.start <= a.end]
        for one, other in overlaps:
            place = other.place("From")
            self._log.add(
                "overlapping-thematic-audits",
                place,
                name=one.name,
                first=name_cell(one.place("To"), place),
                other=other.name,
                second=str(place),
            )
        return bool(overlaps)

    def _report_outside(
        self, rows: Sequence[Register], table: Table, position: int, taken: str = ""
    ) -> None:
        self._log.add(
            "case-outside-dates",
            table.place(position, "Date"),
            value=show(table.cells("Date")[position]),
            start=write_day(min(row.start for row in rows)),
            end=write_day(max(row.end for row in rows)),
            taken=taken,
        )

    def _check_dates(self, row: Register, table: Table, days: Sequence[Day | None]) -> None:
        for position, day in enumerate(days):
            if day is not None and not day.is_month and not row.start <= day.date <= row.end:
                self._report_outside([row], table, position)

    def _build(
        self, row: Register, parts: Sequence[tuple[CaseSheet, list[Day | None]]]
    ) -> ThematicAudit:
        items = tuple(dict.fromkeys(item for sheet, _ in parts for item in sheet.items))
        cases = [c for sheet, days in parts for c in self._cases.read(sheet, row.kind, days)]
        if not cases and name_key(row.sheet) not in self._faulty:
            self._log.add("thematic-without-cases", row.place("Name"), name=row.name)
        other = find_comparison(row, self._rows, self._log)
        audit = ThematicAudit(
            source=row.source,
            name=row.name,
            sheet=row.sheet,
            kind=row.kind,
            start=row.start,
            end=row.end,
            quarter=row.quarter,
            all_cases=row.all_cases,
            compared_with=other.name if other else None,
            auditor=row.auditor,
            counts_towards_total=row.counts_towards_total,
            counted_in=row.counted_in,
            items=items,
            has_overall=any("Overall judgement" in sheet.table for sheet, _ in parts),
            cases=tuple(_fill(case, items, row.kind) for case in cases),
        )
        check_coverage(audit, self._log)
        return audit


def _fill(case: ThematicCase, items: tuple[str, ...], kind: Kind) -> ThematicCase:
    """Return a case with all of its audit's items, blank where its own sheet lacks them."""
    if items == tuple(case.judgements or case.evidence):
        return case
    if kind is Kind.JUDGEMENT:
        return replace(case, judgements={item: case.judgements.get(item) for item in items})
    blank = Evidence(Answer.NOT_RECORDED)
    return replace(case, evidence={item: case.evidence.get(item, blank) for item in items})
