"""Finding a sheet's table: its header among the first rows, its columns, where it ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from auditreport.problems import Place, ProblemLog
from auditreport.reading.header_problems import report_headers, report_missing
from auditreport.reading.headers import Header, HeaderMatch, HeaderNames, read_headers
from auditreport.reading.mapping import TrackerMapping
from auditreport.reading.matching import list_words, name_key
from auditreport.reading.raw import CellValue, RawSheet
from auditreport.reading.rows import RowFinder
from auditreport.reading.schema import SheetSchema
from auditreport.reading.tables import Table, column_letters, is_blank, range_name
from auditreport.records import record

HEADER_ROWS = 20


def find_table(
    raw: RawSheet, schema: SheetSchema, mapping: TrackerMapping, log: ProblemLog
) -> Table | None:
    """Find a sheet's table and report what is wrong with its headers.

    Returns None where the columns that are required are not there, or not unambiguous.
    """
    names = HeaderNames(schema, _columns_for(raw, schema, mapping))
    found = find_header(raw, schema, names)
    if found is None:
        report_missing(raw, schema, names, log)
        return None
    row, headers = found
    names = names.of_row(headers)
    here = _Located(raw, row)
    match = names.match(_one_table(here, headers, names, schema, log))
    report_headers(here.place, schema, names, match, log)
    columns = {name: found[0].index for name, found in match.candidates.items() if len(found) == 1}
    if not all(any(name in columns for name in group) for group in schema.required):
        return None
    return _build_table(here, schema, (match, columns), log)


def could_hold(raw: RawSheet, schema: SheetSchema, mapping: TrackerMapping) -> bool:
    """Whether a sheet has a row with all the columns that are required."""
    names = HeaderNames(schema, _columns_for(raw, schema, mapping))
    return find_header(raw, schema, names) is not None


def find_header(
    raw: RawSheet, schema: SheetSchema, names: HeaderNames
) -> tuple[int, tuple[Header, ...]] | None:
    """Return the number of the header's row and its cells, or None."""
    rows = [(n, read_headers(row)) for n, row in enumerate(raw.rows[:HEADER_ROWS], start=1)]
    if schema.required:
        return next((r for r in rows if names.match(r[1]).holds(schema.required)), None)
    return _likeliest_header(rows, names)


def _likeliest_header(
    rows: Sequence[tuple[int, tuple[Header, ...]]], names: HeaderNames
) -> tuple[int, tuple[Header, ...]] | None:
    """Choose the header of a sheet that requires no column: most known names, then most cells."""
    filled = [row for row in rows if row[1]]
    known = [(len(names.match(headers).candidates), n, headers) for n, headers in filled]
    best = max(known, key=lambda row: (row[0], len(row[2]) if row[0] else 0, -row[1]), default=None)
    if best is None:
        return None
    if best[0]:
        return best[1], best[2]
    return next((row for row in filled if len(row[1]) > 1), filled[0])


def _columns_for(raw: RawSheet, schema: SheetSchema, mapping: TrackerMapping) -> Mapping[str, str]:
    """Return the council's names for columns, those of a sheet's own name after the schema's."""
    wanted = {name_key(schema.name), name_key(raw.name)}
    return {
        ours: theirs
        for sheet, columns in mapping.columns.items()
        if name_key(sheet) in wanted
        for ours, theirs in columns.items()
    }


@record
class _Located:
    raw: RawSheet
    row: int

    def place(self, index: int) -> Place:
        return Place(self.raw.workbook, self.raw.name, f"{column_letters(index)}{self.row}")


def _one_table(
    here: _Located,
    headers: tuple[Header, ...],
    names: HeaderNames,
    schema: SheetSchema,
    log: ProblemLog,
) -> tuple[Header, ...]:
    """Return the headers of the table alone, where another stands beside it."""
    parts = [headers] if schema.has_gaps else _parts(here.raw, here.row, headers)
    main = next((p for p in parts if names.match(p).holds(schema.required)), headers)
    if main is headers or len(parts) == 1:
        return headers
    if not schema.required:
        main = max(parts, key=lambda part: len(names.match(part).candidates))
    kept = main
    for part in parts:
        if part is not main:
            kept = _join_or_part(here, kept, part, names, log)
    return tuple(sorted(kept, key=lambda header: header.index))


def _parts(raw: RawSheet, row: int, headers: tuple[Header, ...]) -> list[tuple[Header, ...]]:
    """Split a row of headers at the columns that are blank from the header down."""
    parts = [headers[:1]]
    for before, header in pairwise(headers):
        gap = range(before.index + 1, header.index)
        if any(_is_empty_column(raw, row, index) for index in gap):
            parts.append((header,))
        else:
            parts[-1] = (*parts[-1], header)
    return parts


def _is_empty_column(raw: RawSheet, row: int, index: int) -> bool:
    return all(index >= len(cells) or is_blank(cells[index]) for cells in raw.rows[row - 1 :])


def _join_or_part(
    here: _Located,
    main: tuple[Header, ...],
    part: tuple[Header, ...],
    names: HeaderNames,
    log: ProblemLog,
) -> tuple[Header, ...]:
    """Add a part to the table it continues, or say that it is left."""
    ours, theirs = names.match(main), names.match(part)
    missing = [name for name in theirs.candidates if name not in ours.candidates]
    found = list_words([header.text[:40] for header in part], "and")
    place = here.place(part[0].index)
    if len(missing) == len(part) and _same_rows(here.raw, here.row, main, part):
        log.add("columns-joined", place, found=found)
        return (*main, *part)
    log.add("columns-cut-off" if missing else "columns-apart", place, found=found)
    return main


def _same_rows(raw: RawSheet, row: int, main: tuple[Header, ...], part: tuple[Header, ...]) -> bool:
    """Whether a part has data in most of the table's rows and in no others."""
    ours, theirs = _filled_rows(raw, row, main), _filled_rows(raw, row, part)
    return theirs <= ours and 2 * len(theirs) >= len(ours)


def _filled_rows(raw: RawSheet, row: int, headers: tuple[Header, ...]) -> set[int]:
    indexes = [header.index for header in headers]
    return {
        number
        for number, cells in enumerate(raw.rows[row:], start=row + 1)
        if any(index < len(cells) and not is_blank(cells[index]) for index in indexes)
    }


def _build_table(
    here: _Located,
    schema: SheetSchema,
    found: tuple[HeaderMatch, Mapping[str, int]],
    log: ProblemLog,
) -> Table:
    match, columns = found
    raw, row = here.raw, here.row
    used = [h.index for headers in match.candidates.values() for h in headers]
    span = [*used, *(header.index for header in match.others)]
    finder = RowFinder(
        raw, schema, columns, (min(span), max(span)), reads_others=not schema.required
    )
    ordered = dict(sorted(columns.items(), key=lambda item: item[1]))
    rows = finder.find(row, log)
    table = Table(
        raw,
        schema,
        row,
        ordered,
        match.others,
        rows,
        {name: column_letters(index) for name, index in ordered.items()},
        _pad_rows(raw, rows, max(span) + 1),
    )
    _check_merged(table, log)
    return table


def _pad_rows(
    raw: RawSheet, rows: tuple[int, ...], width: int
) -> tuple[tuple[CellValue, ...], ...]:
    found = tuple(raw.rows[number - 1] for number in rows)
    if min(map(len, found), default=width) >= width:
        return found
    return tuple(
        row if len(row) >= width else (*row, *[None] * (width - len(row))) for row in found
    )


def _check_merged(table: Table, log: ProblemLog) -> None:
    """Report merged cells over data rows: over the key an error, elsewhere a warning."""
    key = table.columns.get(table.schema.key)
    read = set(table.columns.values())
    rows = set(table.rows) if table.raw.merged else set()
    for area in table.raw.merged:
        covered = set(range(area.first_column - 1, area.last_column))
        if rows.isdisjoint(range(area.first_row, area.last_row + 1)) or covered.isdisjoint(read):
            continue
        cell = range_name(area).split(":")[0]
        place = Place(table.raw.workbook, table.raw.name, cell)
        if key in covered:
            log.add("merged-key", place, area=range_name(area), column=table.schema.key)
        else:
            log.add("merged-cells", place, area=range_name(area))
