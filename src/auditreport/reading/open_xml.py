"""Workbooks of Office Open XML (.xlsx, .xlsm): a checked copy for the reader, a look beside it."""

from __future__ import annotations

import re
from datetime import time

from auditreport.reading.archive import Archive
from auditreport.reading.cells import Row, blank_merged, cut_blanks, put
from auditreport.reading.clean_copy import STRINGS, STYLES, CleanCopy
from auditreport.reading.limits import MEBIBYTE, Limits
from auditreport.reading.package import NO_SHEETS, SheetPart, read_package
from auditreport.reading.raw import ErrorValue, RawSheet, Uncalculated
from auditreport.reading.refusal import Refusal, naming_sheet, over_limit
from auditreport.reading.row_shapes import NotPlainError
from auditreport.reading.sheet_rewriting import drop_prefix, rewrite_sheet
from auditreport.reading.sheet_xml import SheetLook, look_at_sheet
from auditreport.reading.value_reader import open_values, read_values
from auditreport.reading.xml_parts import clean_xml

_ERROR_CELL = re.compile(
    rb'(<c r="[A-Z]++[0-9]++"(?: s="[0-9]++")?+ t="e"[^<>]*+>'
    rb"(?:<f[^<>]*+>(?:[^<]*+</f>)?)?<v>)[^<]++"
)
# What the reader knows; one of any other kind makes it refuse the whole sheet.
_KNOWN_ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"})


def read_open_xml(file: str, archive: Archive, limits: Limits) -> tuple[RawSheet, ...]:
    """Return the sheets of an .xlsx or .xlsm file; raises `Refusal`."""
    package = read_package(archive, limits)
    copy = CleanCopy()
    for part, name in ((package.styles, STYLES), (package.strings, STRINGS)):
        if part:
            _copy_part(archive, part, name, copy)
    looks = [_copy_sheet(archive, sheet, copy, limits) for sheet in package.sheets]
    if not any(look.last_row for look in looks):
        raise Refusal(NO_SHEETS)
    values = open_values(copy.build(from_1904=package.from_1904))
    return tuple(
        _build_sheet(file, sheet, look, read_values(values, index, sheet.name, limits))
        for index, (sheet, look) in enumerate(zip(package.sheets, looks, strict=True))
    )


def _copy_part(archive: Archive, part: str, name: str, copy: CleanCopy) -> None:
    written = archive.read(part)
    data = clean_xml(written)
    if data is written:
        copy.add_part(name, archive.part(part))
    else:
        copy.add_bytes(name, data)


def _copy_sheet(archive: Archive, sheet: SheetPart, copy: CleanCopy, limits: Limits) -> SheetLook:
    """Take a sheet, and look at it."""
    written = archive.read(sheet.part)
    with naming_sheet(sheet.name):
        data = drop_prefix(clean_xml(written))
        try:
            look = look_at_sheet(data, limits)
        except NotPlainError:
            data, look = _rewrite(data, limits)
    if not _KNOWN_ERRORS.issuperset(look.errors.values()):
        data = _ERROR_CELL.sub(rb"\1#N/A", data)
    copy.add_sheet(data, archive.part(sheet.part) if data is written else None)
    return look


def _rewrite(data: bytes, limits: Limits) -> tuple[bytes, SheetLook]:
    if len(data) > limits.unusual_mib * MEBIBYTE:
        what = "It is written in a way that takes long to read"
        size = -(-len(data) // MEBIBYTE)
        raise over_limit(what, "unusual_mib", limits.unusual_mib, size)
    data = rewrite_sheet(data)
    try:
        return data, look_at_sheet(data, limits)
    except NotPlainError as fault:
        raise Refusal(
            f"A cell in the row after row {fault.after_row:,} holds a value that does not fit "
            "its type."
        ) from None


def _build_sheet(file: str, sheet: SheetPart, look: SheetLook, rows: list[Row]) -> RawSheet:
    for cell, number in look.negatives.items():
        row, column = cell
        if type(rows[row - 1][column - 1]) is time:  # no date: what the reader gives is midnight
            put(rows, cell, int(number) if number.is_integer() else number)
    for cell, text in look.errors.items():
        put(rows, cell, ErrorValue(text))
    for cell in look.uncalculated:
        put(rows, cell, Uncalculated())
    blank_merged(rows, look.merged)
    return RawSheet(
        workbook=file,
        name=sheet.name,
        rows=cut_blanks(rows),
        merged=tuple(look.merged),
        hidden_rows=frozenset(look.hidden_rows),
        is_hidden=sheet.is_hidden,
    )
