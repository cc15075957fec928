"""A look at a sheet's XML for what its values do not tell: errors, formulas, hidden and merged."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime

from auditreport.reading.limits import Limits
from auditreport.reading.raw import CellRange
from auditreport.reading.refusal import Refusal, over_limit
from auditreport.reading.row_shapes import NotPlainError, RowShapes, column_number

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384

Cell = tuple[int, int]  # row and column, counted from 1

_FORMULA = rb"(?:<f(?: [^<>]*+)?+(?:/>|>[^<]*+</f>))?+"
_NUMBER = rb"(?:-?+(?:[0-9]++(?:\.[0-9]*+)?+|\.[0-9]++)(?:[eE][-+]?+[0-9]++)?+)?+"
_SPACE = rb'(?: xml:space="preserve")?+'
_INLINE = rb"(?:<is>(?:<t" + _SPACE + rb">[^<]*+</t>|<t/>)?+</is>)?+"
_OTHER = rb'(?: (?:cm|vm|ph)="[0-9]*+")*+'


def _typed(kind: bytes, value: bytes) -> bytes:
    """Return the pattern of a cell of one type, from its type to its end."""
    saved = rb"(?:<v" + _SPACE + rb">" + value + rb"</v>|<v ?+/>)?+"
    body = _INLINE if kind == b"inlineStr" else _FORMULA + saved
    mark = rb' t="' + kind + rb'"' if kind else b""
    return mark + _OTHER + rb"(?:/>|>" + body + rb"</c>)"


_SHARED_TEXT = rb' t="s"><v>[0-9]{0,9}+</v></c>|'  # most cells are just that, and quicker so
_CELL = (
    rb'<c r="[A-Z]{1,3}\1"(?: s="[0-9]++")?+(?:'
    + _SHARED_TEXT
    + b"|".join(
        _typed(kind, value)
        for kind, value in (
            (b"s", rb"[0-9]{0,9}+"),  # the reader takes a number too large for it for another
            (b"", _NUMBER),
            (b"str", rb"[^<]*+"),
            (b"n", _NUMBER),
            (b"inlineStr", b""),
            (b"b", rb"[01]?+"),
            (b"e", rb"[^<]*+"),
            (b"d", rb"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]++)?+)?+"),
        )
    )
    + b")"
)
_GAP = rb"[ \n\t]*+"
_ROW = re.compile(
    rb'<row r="([1-9][0-9]{0,6})"((?: [A-Za-z0-9:]++="[^"<>]*+")*+) ?+'
    rb"(?:/>|>((?:" + _GAP + _CELL + rb")*+)" + _GAP + rb"</row>)" + _GAP
)
_ERROR = re.compile(
    rb'<c r="([A-Z]++)[^<>]*? t="e"[^<>]*+>(?:<f[^<>]*+>(?:[^<]*+</f>)?)?<v>([^<]++)'
)
_FORMULA_CELL = re.compile(
    rb'<c r="([A-Z]++)([^<>]*+)><f(?: [^<>]*?)?(?:/>|>[^<]*+</f>)'
    rb"(</c>|<v[^<>]*+(?<=/)>|<v[^<>]*+></v>)?"
)
_NEGATIVE = re.compile(
    rb'<c r="([A-Z]++)[0-9]++" s="[1-9][^<>]*+>(?:<f[^<>]*+>(?:[^<]*+</f>)?)?<v>(-[^<]++)'
)
_ISO_DATE = re.compile(rb' t="d"[^<>]*+>(?:<f[^<>]*+>(?:[^<]*+</f>)?)?<v>([^<]++)')
_HIDDEN = re.compile(rb' hidden="(?:1|true)"')
_START = re.compile(rb"<sheetData ?/>|<sheetData ?>" + _GAP)
_MERGE = re.compile(rb'<mergeCell ref="([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?" ?/>')
_MERGE_TAG = re.compile(rb"[<:]mergeCell[\s/>]")
_NAMESPACES = (
    b'"http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
    b'"http://purl.oclc.org/ooxml/spreadsheetml/main"',
)


@dataclass(slots=True)
class SheetLook:
    """What one look at a sheet found; cells and rows are counted from 1.

    `negatives` holds the numbers below zero, which a reader may take for a time of day.
    """

    errors: dict[Cell, str] = field(default_factory=dict)
    uncalculated: set[Cell] = field(default_factory=set)
    negatives: dict[Cell, float] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    merged: list[CellRange] = field(default_factory=list)
    last_row: int = 0
    last_column: int = 0


def column_letters(number: int) -> str:
    """Return a column's letters: 1 is A."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def look_at_sheet(data: bytes, limits: Limits) -> SheetLook:
    """Find what a sheet's values do not tell.

    Raises `NotPlainError` where the XML is not written as the usual programs write it, and
    `Refusal` where a cell lies outside of Excel's limits or ours.
    """
    start = _find_table(data)
    look, shapes = SheetLook(), RowShapes()
    position, number = start.end(), 0
    while row := _ROW.match(data, position):
        written, attributes, cells = row.groups()
        position, previous, number = row.end(), number, int(written)
        if number <= previous:
            raise NotPlainError(previous)
        if b"hidden" in attributes and _HIDDEN.search(attributes):
            look.hidden_rows.add(number)
        if cells:
            shape = shapes.find(cells, number)
            if shape.is_odd:
                _look_at_row(cells, number, look, limits)
            if shape.last_column:
                _measure(look, number, shape.last_column, limits)
    if b"/" not in start[0] and not data.startswith(b"</sheetData>", position):
        raise NotPlainError(number)
    look.merged = _find_merged(data[position:], limits)
    return look


def _find_table(data: bytes) -> re.Match[bytes]:
    start = _START.search(data)
    if start is None:
        raise NotPlainError
    head = data[: start.start()]
    if b"<!" in head or not any(b"xmlns=" + name in head for name in _NAMESPACES):
        raise NotPlainError
    return start


def _look_at_row(cells: bytes, row: int, look: SheetLook, limits: Limits) -> None:
    if b' t="e"' in cells:
        for letters, text in _ERROR.findall(cells):
            look.errors[row, column_number(letters)] = text.decode("utf-8").strip()
    if b' t="d"' in cells:
        _check_dates(_ISO_DATE.findall(cells), row)
    if b"<f" in cells:
        for letters, attributes, unsaved in _FORMULA_CELL.findall(cells):
            empty_text = b' t="str"' in attributes and unsaved != b"</c>"
            if unsaved and not empty_text:
                look.uncalculated.add((row, column_number(letters)))
    if b"<v>-" in cells:
        for letters, number in _NEGATIVE.findall(cells):
            look.negatives[row, column_number(letters)] = float(number)
    odd = len(look.errors) + len(look.uncalculated) + len(look.negatives)
    if odd > limits.odd_cells:
        raise over_limit(f"It holds {odd:,} errors", "odd_cells", limits.odd_cells)


def _check_dates(written: list[bytes], row: int) -> None:
    """Raise `NotPlainError` for a day that no calendar has; the reader would take it for text."""
    try:
        for text in written:
            datetime.fromisoformat(text.decode("ascii"))
    except ValueError:
        raise NotPlainError(row - 1) from None


def _measure(look: SheetLook, row: int, column: int, limits: Limits) -> None:
    if row > LAST_ROW or column > LAST_COLUMN:
        raise Refusal(f"A cell lies outside of the sheet: {column_letters(column)}{row}.")
    look.last_row, look.last_column = row, max(look.last_column, column)
    if row * look.last_column > limits.cells:
        cell = f"{column_letters(column)}{row}"
        raise over_limit(
            f"Cells reach to {cell}, the blank ones before it counted",
            "cells",
            limits.cells,
            needed=row * look.last_column,
        )


def _find_merged(tail: bytes, limits: Limits) -> list[CellRange]:
    if b"<!" in tail:
        raise NotPlainError
    count = len(_MERGE_TAG.findall(tail))
    if count > limits.merged:
        raise over_limit(f"It has {count:,} merged areas", "merged", limits.merged, count)
    found = _MERGE.findall(tail)
    if len(found) != count:
        raise NotPlainError
    return [_range(*corners) for corners in found]


def _range(left: bytes, top: bytes, right: bytes, bottom: bytes) -> CellRange:
    first_row, first_column = int(top), column_number(left)
    last_row, last_column = int(bottom or top), column_number(right or left)
    if not (1 <= first_row <= last_row <= LAST_ROW and first_column <= last_column <= LAST_COLUMN):
        raise Refusal("Merged cells lie outside of the sheet.")
    return CellRange(first_row, first_column, last_row, last_column)
