"""The report's tables as a workbook, for those who go on counting.

It keeps to the Analysis Function's checklist for accessible spreadsheets: a cover and a list of
contents, one marked-up table on a worksheet, one header row, no merged or empty cells, neither
filters nor frozen panes, and a list of the symbols.
https://analysisfunction.civilservice.gov.uk/policy-store/making-spreadsheets-accessible-a-brief-checklist-of-the-basics/
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from auditreport.rendering.layout import Report
from auditreport.rendering.options import NOTHING_GIVEN, RenderOptions
from auditreport.rendering.table_columns import SYMBOLS, Value, ValueColumn, value_columns
from auditreport.rendering.table_list import ListedTable, list_tables
from auditreport.rendering.text import show_invisible

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_COVER, _CONTENTS, _SYMBOLS = "Cover", "Contents", "Symbols"
_NARROWEST, _WIDEST, _TEXT_WIDTH = 12, 50, 100  # in characters
_LONGEST_TEXT, _LONGEST_HEADING = 32_767, 255
_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ACCENT = "1F4E79"


def render_table_workbook(
    report: Report,
    options: RenderOptions = NOTHING_GIVEN,  # noqa: ARG001  each format is given them
) -> dict[str, bytes]:
    """Return the workbook by its file name."""
    from openpyxl import Workbook

    from auditreport.rendering.table_packing import pack_tables

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    tables = list_tables(report)
    _write_cover(_add_sheet(workbook, _COVER), report, len(tables))
    _write_contents(_add_sheet(workbook, _CONTENTS), tables)
    _write_symbols(_add_sheet(workbook, _SYMBOLS))
    for table in tables:
        _write_table(_add_sheet(workbook, table.sheet), table)
    _describe(workbook, report)
    return {f"{report.name}.tables.xlsx": pack_tables(workbook)}


def _describe(workbook: Workbook, report: Report) -> None:
    properties = workbook.properties
    properties.title = _writable(f"{report.title}, {report.period}: tables")
    properties.creator = _writable(report.organisation)
    properties.language = report.language


def _add_sheet(workbook: Workbook, name: str) -> Worksheet:
    sheet: Worksheet = workbook.create_sheet(name)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToHeight = 0
    assert sheet.sheet_properties.pageSetUpPr is not None
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    return sheet


def _write_cover(sheet: Worksheet, report: Report, tables: int) -> None:
    lines = [report.title, f"{report.organisation} · {report.service}".removesuffix(" · ")]
    lines += [report.period, *(f"{label}: {text}" for label, text in report.details)]
    if report.is_draft:
        lines.append("DRAFT. What is faulty in the workbooks was left out.")
    if report.audience == "internal":
        lines.append("Internal: contains case-level information. Not for publication.")
    lines += [
        f"This workbook holds the {tables} tables of the report, one on each worksheet. The "
        "worksheet Contents lists them, with links.",
        "A share such as 22 of 56 (39%) stands in three columns: the count, what it is out of, "
        "and the percentage as the report prints it.",
    ]
    for row, line in enumerate(lines, start=1):
        _write_line(sheet, row, line, is_title=row == 1)
    sheet.column_dimensions["A"].width = _TEXT_WIDTH


def _write_contents(sheet: Worksheet, tables: Sequence[ListedTable]) -> None:
    _write_line(sheet, 1, _CONTENTS, is_title=True)
    _write_line(sheet, 2, "This worksheet contains one table, with a link to each worksheet.")
    rows = [(_SYMBOLS, "What stands in a cell instead of a figure", "")]
    rows += [(table.sheet, table.caption, table.place) for table in tables]
    columns = [
        ValueColumn(heading, tuple(Value(row[x] or "All of the workbook") for row in rows))
        for x, heading in enumerate(("Worksheet", "Table", "Where it stands in the report"))
    ]
    _write_columns(sheet, 3, columns, "contents")
    for row, (name, _, _) in enumerate(rows, start=4):
        _link(sheet, row, name)
    for letter, width in zip("ABC", (34, 75, 60), strict=True):
        sheet.column_dimensions[letter].width = width


def _write_symbols(sheet: Worksheet) -> None:
    _write_line(sheet, 1, _SYMBOLS, is_title=True)
    _write_line(sheet, 2, "This worksheet contains one table: what may stand in a cell.")
    columns = (
        ValueColumn("Symbol", tuple(map(Value, SYMBOLS))),
        ValueColumn("Meaning", tuple(map(Value, SYMBOLS.values()))),
    )
    _write_columns(sheet, 3, columns, "symbols")
    sheet.column_dimensions["A"].width = _NARROWEST
    sheet.column_dimensions["B"].width = _TEXT_WIDTH - _NARROWEST


def _write_table(sheet: Worksheet, table: ListedTable) -> None:
    """Write a table with what is said of it above, so that no reader misses it below."""
    columns = value_columns(table.block)
    lines = [f"Table {table.number}: {table.caption}", *_introduce(table, columns)]
    for row, line in enumerate(lines, start=1):
        _write_line(sheet, row, line, is_title=row == 1)
    _write_line(sheet, len(lines) + 1, _CONTENTS)
    _link(sheet, len(lines) + 1, _CONTENTS)
    _write_columns(sheet, len(lines) + 2, columns, f"table_{table.number}")


def _introduce(table: ListedTable, columns: Sequence[ValueColumn]) -> Iterator[str]:
    yield f"This worksheet contains one table. It stands in the report under: {table.place}."
    held = {value.content for column in columns for value in column.values}
    if used := [f"{symbol} {SYMBOLS[symbol]}" for symbol in SYMBOLS if symbol in held]:
        yield " ".join(used)
    yield from table.notes


def _write_line(sheet: Worksheet, row: int, text: str, *, is_title: bool = False) -> None:
    from openpyxl.styles import Font

    _write_value(sheet, row, 1, Value(text))
    if is_title:
        sheet.cell(row, 1).font = Font(name="Arial", bold=True, size=15, color=_ACCENT)


def _write_columns(
    sheet: Worksheet, top: int, columns: Sequence[ValueColumn], name: str
) -> None:
    """Write a header row with its values, marked up as a table."""
    from openpyxl.styles import Alignment
    from openpyxl.worksheet.table import Table, TableStyleInfo

    for x, column in enumerate(columns, start=1):
        texts = (Value(column.heading[:_LONGEST_HEADING]), *column.values)
        for y, value in enumerate(texts, start=top):
            _write_value(sheet, y, x, value)
            cell = sheet.cell(y, x)
            side = "right" if any(not isinstance(v.content, str) for v in column.values) else None
            cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal=side)
        _set_width(sheet, x, column)
    last = sheet.cell(top + len(columns[0].values), len(columns)).coordinate
    table = Table(displayName=name, ref=f"A{top}:{last}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    table._initialise_columns()
    for marked, column in zip(table.tableColumns, columns, strict=True):
        marked.name = _writable(column.heading[:_LONGEST_HEADING])
    table.autoFilter = None
    sheet.add_table(table)
