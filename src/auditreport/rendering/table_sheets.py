"""The worksheets of the workbook of tables.

They keep to the Analysis Function's checklist for accessible spreadsheets: a cover and a list of
contents, one marked-up table on a worksheet, one header row, no merged or empty cells, neither
filters nor frozen panes, and a list of the symbols.
https://analysisfunction.civilservice.gov.uk/policy-store/making-spreadsheets-accessible-a-brief-checklist-of-the-basics/
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from auditreport.analysis.hidden import SYMBOL
from auditreport.rendering.layout import Report
from auditreport.rendering.table_columns import (
    HIDDEN_SYMBOL,
    SYMBOLS,
    Value,
    ValueColumn,
    value_columns,
)
from auditreport.rendering.table_list import ListedTable, list_tables
from auditreport.rendering.text import show_invisible

_COVER, _CONTENTS, _SYMBOLS = "Cover", "Contents", "Symbols"
_BACK = "Back to the list of contents"
_NARROWEST, _WIDEST, _TEXT_WIDTH = 12, 50, 100  # in characters
_LONGEST_TEXT, _LONGEST_HEADING = 32_000, 200  # Excel repairs a file with more
_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FONT = Font(name="Arial", size=11)
_HEADING = Font(name="Arial", size=11, bold=True)
_TITLE = Font(name="Arial", size=15, bold=True, color="1F4E79")
_LINK = Font(name="Arial", size=11, color="0563C1", underline="single")
_A4 = 9
_LINE, _HIGHEST = 15, 400  # points


def build_workbook(report: Report) -> Workbook:
    """Return the workbook: cover, contents, symbols, then a worksheet for each table."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    tables = list_tables(report)
    _write_cover(_add_sheet(workbook, _COVER), report, len(tables))
    _write_contents(_add_sheet(workbook, _CONTENTS), tables)
    symbols = _list_symbols(report)
    _write_symbols(_add_sheet(workbook, _SYMBOLS), symbols)
    for table in tables:
        _write_table(_add_sheet(workbook, table.sheet), table, symbols)
    properties = workbook.properties
    properties.title = _writable(f"{report.title}, {report.period}: tables")
    properties.creator = _writable(report.organisation)
    properties.language = report.language
    return workbook


def _list_symbols(report: Report) -> Mapping[str, str]:
    """Return what each symbol means; numbers are hidden in a public edition alone."""
    return SYMBOLS if report.audience == "internal" else HIDDEN_SYMBOL | SYMBOLS


def _add_sheet(workbook: Workbook, name: str) -> Worksheet:
    sheet: Worksheet = workbook.create_sheet(name)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    return sheet


def _write_cover(sheet: Worksheet, report: Report, tables: int) -> None:
    lines = [report.title, " · ".join(filter(None, (report.organisation, report.service)))]
    lines += [report.period, *(f"{label}: {text}" for label, text in report.details)]
    if report.is_draft:
        lines.append("DRAFT. What is faulty in the workbooks was left out.")
    if report.audience == "internal":
        lines.append(f"{report.marking}. Not for publication.")
    else:
        lines.append(f"{report.marking}. {SYMBOL}: {HIDDEN_SYMBOL[SYMBOL]}")
    lines += [
        f"This workbook holds the {tables} tables of the report, one on each worksheet. The "
        "worksheet Contents lists them, with links.",
        "A share such as 22 of 56 (39%) stands in three columns: the count, what it is out of, "
        "and the percentage as the report prints it.",
    ]
    _write_lines(sheet, lines)
    for row in range(1, len(lines) + 1):
        sheet.cell(row, 1).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.column_dimensions["A"].width = _TEXT_WIDTH


def _write_contents(sheet: Worksheet, tables: Sequence[ListedTable]) -> None:
    _write_lines(sheet, [_CONTENTS, "This worksheet contains one table, with links."])
    rows = [(_SYMBOLS, "What stands in a cell instead of a figure", "All tables")]
    rows += [(table.sheet, table.caption, table.place) for table in tables]
    headings = ("Worksheet", "Table", "Where it stands in the report")
    columns = [
        ValueColumn(heading, tuple(map(Value, texts)))
        for heading, texts in zip(headings, zip(*rows, strict=True), strict=True)
    ]
    _write_columns(sheet, 3, columns, "contents")
    for row, (name, _, _) in enumerate(rows, start=4):
        _link(_cell(sheet, row, 1), name)


def _write_symbols(sheet: Worksheet, symbols: Mapping[str, str]) -> None:
    _write_lines(sheet, [_SYMBOLS, "This worksheet contains one table."])
    columns = (
        ValueColumn("Symbol", tuple(map(Value, symbols))),
        ValueColumn("Meaning", tuple(map(Value, symbols.values()))),
    )
    _write_columns(sheet, 3, columns, "symbols")


def _write_table(sheet: Worksheet, table: ListedTable, symbols: Mapping[str, str]) -> None:
    """Write a table with what is said of it above, so that no reader misses it."""
    columns = value_columns(table.block)
    lines = [f"Table {table.number}: {table.caption}", *_introduce(table, columns, symbols), _BACK]
    _write_lines(sheet, lines)
    _link(_cell(sheet, len(lines), 1), _CONTENTS)
    _write_columns(sheet, len(lines) + 1, columns, f"table_{table.number}")


def _introduce(
    table: ListedTable, columns: Sequence[ValueColumn], symbols: Mapping[str, str]
) -> Iterator[str]:
    yield f"This worksheet contains one table. In the report it stands under {table.place}."
    held = {value.content for column in columns for value in column.values}
    if used := [f"{symbol}: {meaning}" for symbol, meaning in symbols.items() if symbol in held]:
        yield " ".join(used)
    yield from table.notes


def _write_lines(sheet: Worksheet, lines: Sequence[str]) -> None:
    for row, text in enumerate(lines, start=1):
        _write_value(_cell(sheet, row, 1), Value(text))
    sheet["A1"].font = _TITLE


def _write_columns(sheet: Worksheet, top: int, columns: Sequence[ValueColumn], name: str) -> None:
    """Write a header row with its values, marked up as a table."""
    for x, column in enumerate(columns, start=1):
        # Beside a column of numbers a text needs room, which an indent of the numbers gives it.
        side, indent = ("right", 1) if column.has_numbers else ("left", 0)
        for y, value in enumerate((Value(_heading(column)), *column.values), start=top):
            cell = _cell(sheet, y, x)
            _write_value(cell, value)
            cell.alignment = Alignment(
                wrap_text=True, vertical="top", horizontal=side, indent=indent
            )
        _cell(sheet, top, x).font = _HEADING
        letter = _cell(sheet, top, x).column_letter
        sheet.column_dimensions[letter].width = _width(column)
    _set_heights(sheet, top, columns)
    sheet.print_title_rows = f"{top}:{top}"
    last = _cell(sheet, top + len(columns[0].values), len(columns)).coordinate
    table = Table(displayName=name, ref=f"A{top}:{last}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    table.tableColumns = [
        TableColumn(id=x, name=_writable(_heading(column)).replace("\n", " "))
        for x, column in enumerate(columns, start=1)
    ]
    sheet.add_table(table)


def _heading(column: ValueColumn) -> str:
    return column.heading[:_LONGEST_HEADING]


def _width(column: ValueColumn) -> float:
    """Return a width, in characters, that shows most of a column's texts in one line."""
    shown = (str(value.content) for value in column.values)
    longest = max([len(word) for word in column.heading.split()] + [len(text) for text in shown])
    return min(max(longest + 3, _NARROWEST), _WIDEST)


def _set_heights(sheet: Worksheet, top: int, columns: Sequence[ValueColumn]) -> None:
    """Make each row as high as its longest text needs, which not every program does by itself."""
    texts = [(_heading(c), *(str(v.content) for v in c.values)) for c in columns]
    widths = [_width(column) for column in columns]
    for y, row in enumerate(zip(*texts, strict=True), start=top):
        lines = max(_count_lines(text, width) for text, width in zip(row, widths, strict=True))
        sheet.row_dimensions[y].height = min(lines * _LINE, _HIGHEST)


def _count_lines(text: str, width: float) -> int:
    return sum(1 + int(len(line) / width) for line in text.split("\n"))


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # no cell is merged
    return cell


def _write_value(cell: Cell, value: Value) -> None:
    cell.font = _FONT
    cell.number_format = value.number_format
    if isinstance(value.content, str):
        cell.value = _writable(value.content)
        cell.data_type = "s"  # a text that begins with = is no formula
    else:
        cell.value = value.content


def _writable(text: str) -> str:
    """Return a text as the file format holds it, where `_x0041_` would stand for a letter."""
    shown = show_invisible(text)
    cut = shown if len(shown) <= _LONGEST_TEXT else f"{shown[: _LONGEST_TEXT - 1]}…"
    return _CODED.sub("_x005F_", cut)


def _link(cell: Cell, sheet: str) -> None:
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{sheet}'!A1", display=sheet)
    cell.font = _LINK
