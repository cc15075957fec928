"""Finding the sheets that the contract names, in any of the workbooks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from auditreport.problems import Place, ProblemLog, quote
from auditreport.reading.contract import AUDITS, REPORT, SHEETS, THEMATIC_CASES
from auditreport.reading.mapping import TrackerMapping
from auditreport.reading.mapping_lines import with_lines
from auditreport.reading.matching import find_nearest, list_words, name_key
from auditreport.reading.personal_data import check_personal_data
from auditreport.reading.raw import RawSheet, RawWorkbook
from auditreport.reading.schema import SheetSchema
from auditreport.reading.table_finding import could_hold, find_table
from auditreport.reading.tables import Table, is_blank

_NEEDED = frozenset({REPORT.name, AUDITS.name})


class SheetFinder:
    """Finds sheets by name and remembers which of them were read."""

    def __init__(
        self, workbooks: Sequence[RawWorkbook], mapping: TrackerMapping, log: ProblemLog
    ) -> None:
        self._workbooks = [workbook.sheets for workbook in workbooks]
        self._sheets = [sheet for sheets in self._workbooks for sheet in sheets]
        self._by_key: dict[str, list[RawSheet]] = {}
        for sheet in self._sheets:
            self._by_key.setdefault(name_key(sheet.name), []).append(sheet)
        self._mapping = mapping
        self._log = log
        self._read: set[int] = set()
        self._theirs = {name_key(ours): theirs for ours, theirs in mapping.sheets.items()}

    def sheets_named(self, name: str) -> list[RawSheet]:
        """Return the sheets that bear a name, case, spaces and punctuation apart."""
        return list(self._by_key.get(name_key(name), ()))

    def name_of(self, schema: SheetSchema) -> str:
        """Return the name by which the council calls a sheet of ours."""
        return self._theirs.get(name_key(schema.name), schema.name)

    def _names(self, schema: SheetSchema) -> tuple[str, ...]:
        """Return the names to look for in each workbook: the council's, else our own.

        Our own is not looked for where the council calls another sheet so.
        """
        name = self.name_of(schema)
        given = {name_key(theirs) for theirs in self._theirs.values()}
        return (name,) if name_key(schema.name) in given else (name, schema.name)

    def find(self, schema: SheetSchema, *, is_required: bool = False) -> list[RawSheet]:
        """Return the sheets of one schema; a required one that is missing is reported."""
        name = self.name_of(schema)
        found = [
            sheet
            for sheets in self._workbooks
            for sheet in _first_not_empty(_named(sheets, known) for known in self._names(schema))
        ]
        if not found and (is_required or name != schema.name):
            self._report_missing_schema(schema)
        return found

    def report_missing(self, name: str, place: Place | None = None, hint: str = "") -> None:
        """Report a sheet that is nowhere, with those that there are."""
        names = list(dict.fromkeys(quote(sheet.name) for sheet in self._sheets))
        workbook = self._sheets[0].workbook if self._sheets else ""
        self._log.add(
            "missing-sheet",
            place or Place(workbook, name),
            hint=hint,
            sheet_name=name,
            nearest=_nearest_sheet(name, names),
        )

    def _report_missing_schema(self, schema: SheetSchema) -> None:
        """Report that a sheet of ours is missing, with the line that would map a likely one."""
        name = self.name_of(schema)
        likely = find_nearest(name, [sheet.name for sheet in self._sheets])
        alike = [s.name for s in self._sheets if could_hold(s, schema, self._mapping)]
        if not (likely or alike):
            ours = {name_key(self.name_of(known)) for known in SHEETS}
            alike = [s.name for s in self._sheets if name_key(s.name) not in ours]
        theirs = likely or (alike[0] if len(alike) == 1 else "")
        hint = with_lines("missing-sheet", "sheets", schema.name, theirs) if theirs else ""
        self.report_missing(name, hint=hint)

    def tables(self, schema: SheetSchema, sheets: Iterable[RawSheet] | None = None) -> list[Table]:
        """Return the tables of a schema's sheets, those left out whose headers are faulty."""
        tables = []
        for sheet in self.find(schema) if sheets is None else sheets:
            self._read.add(id(sheet))
            if schema.name not in _NEEDED and all(is_blank(c) for row in sheet.rows for c in row):
                continue
            table = find_table(sheet, schema, self._mapping, self._log)
            if table is not None:
                check_personal_data(table, self._log)
                tables.append(table)
        return tables

    def find_audit_sheets(self, named_elsewhere: Iterable[str]) -> list[RawSheet]:
        """Return the sheets of audits: `Audits`, and those whose name begins so and that fit."""
        elsewhere = {name_key(name) for name in named_elsewhere}
        elsewhere |= {name_key(self.name_of(schema)) for schema in SHEETS if schema is not AUDITS}
        found = {
            id(sheet)
            for sheets in self._workbooks
            for sheet in _first_not_empty(
                self._audit_sheets(sheets, name, elsewhere) for name in self._names(AUDITS)
            )
        }
        if not found:
            self._report_missing_schema(AUDITS)
        return [sheet for sheet in self._sheets if id(sheet) in found]

    def _audit_sheets(
        self, sheets: Sequence[RawSheet], name: str, elsewhere: AbstractSet[str]
    ) -> list[RawSheet]:
        own = name_key(name)
        is_mapped_or_only = name_key(self.name_of(AUDITS)) == own
        return [
            sheet
            for sheet in sheets
            if (name_key(sheet.name) == own and (is_mapped_or_only or own not in elsewhere))
            or (
                name_key(sheet.name).startswith(own)
                and name_key(sheet.name) not in {*elsewhere, own}
                and could_hold(sheet, AUDITS, self._mapping)
            )
        ]

    def report_unread(self) -> None:
        """Report the sheets that nothing read: near misses, look-alikes and the council's own."""
        unread = [
            sheet
            for sheet in self._sheets
            if id(sheet) not in self._read and not _is_ours_to_pass_over(sheet)
        ]
        missing = [
            self.name_of(schema)
            for schema in SHEETS
            if schema is not THEMATIC_CASES and not any(map(self.sheets_named, self._names(schema)))
        ]
        own: dict[str, list[str]] = {}
        for sheet in unread:
            if not self._report_look_alike(sheet, missing):
                own.setdefault(sheet.workbook, []).append(quote(sheet.name))
        for workbook, names in own.items():
            self._log.add("sheets-not-read", Place(workbook), found=list_words(names, "and", 20))

    def _report_look_alike(self, sheet: RawSheet, missing: Sequence[str]) -> bool:
        place = Place(sheet.workbook, sheet.name)
        if any(name_key(sheet.name) == name_key(schema.name) for schema in SHEETS):
            return False
        nearest = find_nearest(sheet.name, missing)
        if nearest is not None:
            ours = next(s.name for s in SHEETS if self.name_of(s) == nearest)
            hint = with_lines("near-miss-sheet", "sheets", ours, sheet.name)
            self._log.add("near-miss-sheet", place, hint=hint, sheet_name=nearest)
            return True
        if _looks_like_cases(sheet, self._mapping):
            self._log.add("case-sheet-not-named", place)
            return True
        return False

    def report_untold(self, workbooks: Sequence[RawWorkbook]) -> None:
        """Report what the files' formats do not tell, once for each workbook."""
        for workbook in workbooks:
            for phrase in dict.fromkeys(p for sheet in workbook.sheets for p in sheet.unseen):
                self._log.add("not-told", Place(workbook.file), what=phrase)


def _named(sheets: Sequence[RawSheet], name: str) -> list[RawSheet]:
    return [sheet for sheet in sheets if name_key(sheet.name) == name_key(name)]


def _first_not_empty(found: Iterable[list[RawSheet]]) -> list[RawSheet]:
    return next(filter(None, found), [])


def _nearest_sheet(name: str, names: Sequence[str]) -> str:
    nearest = find_nearest(name, names)
    longer = [known for known in names if name_key(known).startswith(name_key(name))]
    if nearest is not None or len(longer) == 1:
        return f"; did you mean '{nearest or longer[0]}'?"
    return f"; the sheets found are: {list_words(names, 'and', 20)}" if names else ""


_WRITTEN_BY_US = frozenset(map(name_key, ("Start here", "Problems")))


def _is_ours_to_pass_over(sheet: RawSheet) -> bool:
    """Whether `new` or `--annotate` wrote a sheet that holds nothing to be read."""
    if name_key(sheet.name) == name_key(THEMATIC_CASES.name):
        return all(is_blank(cell) for row in sheet.rows[1:] for cell in row)
    return name_key(sheet.name) in _WRITTEN_BY_US


_CASE_MARKS = (("Case",), ("Overall judgement", "Thematic audit", "Completed by", "Observation"))


def _looks_like_cases(sheet: RawSheet, mapping: TrackerMapping) -> bool:
    """Whether a sheet has a column of cases beside another that only such sheets have."""
    schema = SheetSchema("", "", THEMATIC_CASES.columns, _CASE_MARKS)
    return could_hold(sheet, schema, mapping)
