"""What is wrong with the headers of a table: missing, ambiguous, near misses, the council's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from auditreport.problems import Place, ProblemLog, quote
from auditreport.reading.headers import Header, HeaderMatch, HeaderNames, read_headers
from auditreport.reading.mapping_lines import (
    PLACEHOLDER,
    column_names,
    columns_table,
    find_likely_header,
    with_lines,
)
from auditreport.reading.matching import find_nearest, list_words
from auditreport.reading.personal_words import kind_of_header
from auditreport.reading.raw import CellValue, RawSheet
from auditreport.reading.schema import SheetSchema
from auditreport.reading.tables import column_letters

_MOST_NAMED = 20


def report_missing(raw: RawSheet, schema: SheetSchema, names: HeaderNames, log: ProblemLog) -> None:
    """Report the required columns that the likeliest header row does not have."""
    row, headers = _likeliest(raw, names)
    match = names.match(headers)
    cell = f"{column_letters(headers[0].index)}{row}" if headers else ""
    others = [header.text for header in match.others]
    for group in schema.required:
        if any(name in match.candidates for name in group):
            continue
        wanted = [f"'{names.mapped.get(name, name)}'" for name in group]
        log.add(
            "missing-column",
            Place(raw.workbook, raw.name, cell),
            hint=_lines_for(group, schema, others),
            column=" or ".join(wanted),
            nearest=_nearest_header(group, others),
            found=_name_all(headers) or "none",
        )


def _lines_for(group: Sequence[str], schema: SheetSchema, others: Sequence[str]) -> str:
    """Return the remedy, with the line that would map one of a group of columns."""
    likely = {name: find_likely_header(column_names(schema, name), others) for name in group}
    name = next((n for n, header in likely.items() if header != PLACEHOLDER), group[0])
    return with_lines("missing-column", columns_table(schema.name), name, likely[name])


def _nearest_header(group: tuple[str, ...], headers: list[str]) -> str:
    for name in group:
        nearest = find_nearest(name, headers)
        if nearest is not None:
            return f"; is '{quote(nearest)}' meant?"
    return ""


def _likeliest(raw: RawSheet, names: HeaderNames) -> tuple[int, tuple[Header, ...]]:
    """Return the row that knows the most columns, else the first of two texts and nothing else."""
    rows = [(n, read_headers(row)) for n, row in enumerate(raw.rows[:20], start=1)]
    known = [len(names.match(headers).candidates) for _, headers in rows]
    if any(known):
        return rows[known.index(max(known))]
    texts = [row for row in rows if _is_all_text(raw.rows[row[0] - 1])]
    return next((row for row in texts if len(row[1]) > 1), (1, ()))


def _is_all_text(row: Sequence[CellValue]) -> bool:
    """Whether a row could be a header: what is among numbers and dates may be personal data."""
    return all(cell is None or isinstance(cell, str) for cell in row)


def _name_all(headers: tuple[Header, ...]) -> str:
    return list_words([quote(header.text) for header in headers], "and", _MOST_NAMED)


def report_headers(
    place: Callable[[int], Place],
    schema: SheetSchema,
    names: HeaderNames,
    match: HeaderMatch,
    log: ProblemLog,
) -> None:
    """Report ambiguous headers, near misses and, in one note, the council's own columns."""
    for column, found in match.candidates.items():
        if len(found) > 1:
            cells = [place(header.index).cell for header in found]
            log.add(
                "duplicate-column",
                place(found[0].index),
                column=column,
                first=cells[0],
                second=list_words(cells[1:], "and"),
            )
    for column, theirs in names.mapped.items():
        if column not in match.candidates:
            log.add("mapped-column-missing", place(0), column=column, theirs=quote(theirs))
    if not schema.others or schema.required:
        near = _near_misses(schema, names, match)
        for header, column in near.items():
            _report_near_miss(place, schema, (header, column), log)
        _report_own(place, [header for header in match.others if header not in near], log)


def _near_misses(
    schema: SheetSchema, names: HeaderNames, match: HeaderMatch
) -> Mapping[Header, str]:
    """Return the headers that are close to a column that is otherwise missing."""
    spellings = {
        spelling: column.name
        for column in schema.columns
        if column.name not in match.candidates and column.name not in names.mapped
        for spelling in (*column.aliases, column.name)
    }
    others = (header for header in match.others if not kind_of_header(header.text))
    near = {header: find_nearest(header.text, spellings) for header in others}
    return {header: spellings[name] for header, name in near.items() if name is not None}


def _report_near_miss(
    place: Callable[[int], Place], schema: SheetSchema, near: tuple[Header, str], log: ProblemLog
) -> None:
    header, column = near
    hint = with_lines("near-miss-column", columns_table(schema.name), column, header.text)
    log.add("near-miss-column", place(header.index), value=header.text, column=column, hint=hint)


def _report_own(place: Callable[[int], Place], own: Sequence[Header], log: ProblemLog) -> None:
    if own:
        log.add("own-columns", place(own[0].index), found=_name_all(tuple(own)))
