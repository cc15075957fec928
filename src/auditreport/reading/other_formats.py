"""Workbooks of other formats (.xls, .xlsb, .ods): their values, and what those do not tell."""

from __future__ import annotations

from collections.abc import Sequence

from auditreport.reading.cells import blank_merged, cut_blanks, put
from auditreport.reading.limits import Limits
from auditreport.reading.package import NO_SHEETS
from auditreport.reading.raw import ErrorValue, RawSheet
from auditreport.reading.refusal import Refusal
from auditreport.reading.sheet_xml import SheetLook
from auditreport.reading.value_reader import (
    find_merged,
    find_worksheets,
    open_values,
    read_values,
)

_UNSEEN = ("formulas that were never calculated, which are read as blank",)


def read_other_format(
    file: str, data: bytes, looks: Sequence[SheetLook], limits: Limits
) -> tuple[RawSheet, ...]:
    """Return the sheets of a workbook that is not Office Open XML; raises `Refusal`.

    `looks` holds what was found beside the values, by sheet.
    """
    workbook = open_values(data)
    sheets = []
    for index, name, is_hidden in find_worksheets(workbook):
        rows = read_values(workbook, index, name, limits)
        look = looks[index] if index < len(looks) else SheetLook()
        look.merged = look.merged or find_merged(workbook, index)
        for cell, text in look.errors.items():
            put(rows, cell, ErrorValue(text))
        blank_merged(rows, look.merged)
        sheets.append(
            RawSheet(
                workbook=file,
                name=name,
                rows=cut_blanks(rows),
                merged=tuple(look.merged),
                hidden_rows=frozenset(look.hidden_rows),
                is_hidden=is_hidden,
                unseen=_UNSEEN,
            )
        )
    if not any(sheet.rows for sheet in sheets):
        raise Refusal(NO_SHEETS)
    return tuple(sheets)
