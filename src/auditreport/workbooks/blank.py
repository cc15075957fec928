"""The blank workbook of a new year, made from the declarations of its sheets."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from auditreport.reading.contract import AUDITS, LISTS, REPORT, SETTINGS
from auditreport.reading.schema import SheetSchema
from auditreport.workbook_packing import pack_workbook
from auditreport.workbooks.beginning import Beginning, Value
from auditreport.workbooks.choices import (
    ALL_JUDGEMENTS,
    LAST_JUDGEMENT,
    LAST_ROW,
    add_column_rules,
    add_setting_rules,
    judgement_formula,
)
from auditreport.workbooks.look import (
    BOLD,
    DATE_FORMAT,
    HELP_FONT,
    NAVY,
    PERCENT_FORMAT,
    SLATE,
    TEXT_FORMAT,
    TO_THE_LEFT,
    WRAPPED,
    attach_note,
    draw_column,
    draw_header,
    draw_sheet,
    put_text,
)
from auditreport.workbooks.start_here import NAME, NEEDED, draw_start_here

_MUST_BE_FILLED = ("Organisation", "Year")
_WIDE = {
    "Report": (26, 44, 100),
    "Practice areas": (24, 70, 40),
    "Questions": (10, 60, 12, 40, 30),
    "Narrative": (22, 30, 100, 12),
}


def build_blank_workbook(beginning: Beginning | None = None) -> bytes:
    """Return a workbook with every sheet, its headers, notes and drop-downs, and the first rows."""
    beginning = beginning or Beginning()
    workbook = Workbook()
    start = workbook.worksheets[0]
    start.title = NAME
    for schema in beginning.sheets():
        _draw(workbook.create_sheet(schema.name), schema, beginning)
    draw_start_here(start, beginning.sheets(), beginning.lists["Judgements"][0])
    _finish_report(workbook[REPORT.name])
    _finish_lists(workbook[LISTS.name])
    audits = workbook[AUDITS.name]
    audits.auto_filter.ref = f"A1:{get_column_letter(audits.max_column)}{LAST_ROW}"
    workbook.properties.title = "Case file audits"
    workbook.properties.creator = "auditreport"
    return pack_workbook(workbook)


def _draw(sheet: Worksheet, schema: SheetSchema, beginning: Beginning) -> None:
    for index, column in enumerate(schema.columns, start=1):
        header = sheet.cell(1, index)
        draw_header(header, column.name, is_required=schema.is_required(column.name))
        attach_note(header, f"{column.help or column.name}\n{_say_required(schema, column.name)}")
        draw_column(sheet, index, column)
    for index, width in enumerate(_WIDE.get(schema.name, ()), start=1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    draw_sheet(sheet, NAVY if schema.name in NEEDED else SLATE)
    _put_rows(sheet, schema, beginning)
    if schema is not REPORT:
        answers = {str(row["Code"]): str(row.get("Answers") or "") for row in beginning.questions}
        add_column_rules(sheet, schema, answers)


def _say_required(schema: SheetSchema, name: str) -> str:
    for group in schema.required:
        if name in group:
            others = " or ".join(other for other in group if other != name)
            return f"Required, unless {others} is filled in." if others else "Required."
    return "Optional."


def _put_rows(sheet: Worksheet, schema: SheetSchema, beginning: Beginning) -> None:
    for number, row in enumerate(beginning.rows_of(schema.name), start=2):
        for index, column in enumerate(schema.columns, start=1):
            value = row.get(column.name)
            if value is not None:
                _put(sheet, number, index, value)


def _put(sheet: Worksheet, row: int, column: int, value: Value) -> None:
    cell = sheet.cell(row, column)
    cell.alignment = WRAPPED
    if isinstance(value, str):
        put_text(cell, value)
    else:
        cell.value = value
        if not isinstance(value, int | float) and value is not None:
            cell.number_format = DATE_FORMAT


def _finish_report(sheet: Worksheet) -> None:
    """Say beside each setting what it is; the column has no header, so that it is not read."""
    formats = {
        "Year": TEXT_FORMAT,  # Excel would make a date of 2011-12
        "Report date": DATE_FORMAT,
        "Strength threshold": PERCENT_FORMAT,
        "Development threshold": PERCENT_FORMAT,
    }
    for row, setting in enumerate(SETTINGS, start=2):
        name, value, said = (sheet.cell(row, column) for column in (1, 2, 3))
        needed = setting.name in _MUST_BE_FILLED
        attach_note(name, f"{setting.help}\n{'Required.' if needed else 'Optional.'}")
        said.value = f"{'Required. ' if needed else ''}{setting.help}"
        said.font, said.alignment = HELP_FONT, WRAPPED
        value.number_format = formats.get(setting.name, "General")
        value.alignment = TO_THE_LEFT
        if needed:
            name.font = BOLD
    add_setting_rules(sheet)


def _finish_lists(sheet: Worksheet) -> None:
    """Keep what is written as text, and join the judgements in a hidden column for drop-downs."""
    for index in range(1, len(LISTS.columns) + 1):
        letter = get_column_letter(index)
        sheet.column_dimensions[letter].number_format = TEXT_FORMAT  # 10-14 is no date
        for row in range(2, sheet.max_row + 1):
            sheet.cell(row, index).number_format = TEXT_FORMAT
    for row in range(2, LAST_JUDGEMENT + 1):
        sheet[f"{ALL_JUDGEMENTS}{row}"] = judgement_formula()
    sheet.column_dimensions[ALL_JUDGEMENTS].hidden = True
