"""The first sheet of a blank workbook: how to use it, and what each sheet is for."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from auditreport.reading.schema import SheetSchema
from auditreport.workbooks.look import (
    GREEN,
    HEADING_FONT,
    HELP_FONT,
    LINK_FONT,
    TITLE_FONT,
    WRAPPED,
    put_text,
    set_up_print,
)

NAME = "Start here"
NEEDED = ("Report", "Audits")
_STEPS = (
    "On the sheet Report, fill in Organisation and Year. The rest may stay as it is.",
    "On the sheet Practice areas, keep, change or delete the areas. If you change one, give its"
    " column on the sheet Audits the same name.",
    "On the sheet Lists, write your teams, services and types of case. The drop-downs follow.",
    "On the sheet Audits, write one audit a row. Point at a header to see what its column holds;"
    " the dark ones are required.",
    "Leave empty what was not recorded; write N/A for what does not apply.",
    "All other sheets are optional: leave empty or delete what you do not use, but keep Lists,"
    " which the drop-downs need.",
    "You may move columns, and add columns and sheets of your own; they are not read.",
    "Close the workbook and double-click Check.cmd, or type  auditreport check. It says what is"
    " wrong, cell by cell, and changes nothing.",
    "Double-click Make report.cmd, or type  auditreport build. The report is written into the"
    " folder report.",
    "Next year, type  auditreport new FOLDER --from with the name of this workbook, to carry your"
    " lists, settings and open actions over.",
)
_SHORT_NAMES = (
    ("{{{{ Q4 completed }}}}", "how many audits were completed in the quarter"),
    ("{{{{ Q4 {judgement} }}}}", "how many of them were judged so"),
    ("{{{{ Q4 {judgement} % }}}}", "their share of those judged, as a bare number"),
    ("{{{{ Q4 good or better % }}}}", "the share of all that count as Good or better"),
    ("{{{{ Q4 moderated }}}}", "how many were moderated"),
    ("{{{{ year completed }}}}", "the same for the whole year; so with all the others"),
)


def draw_start_here(sheet: Worksheet, schemas: Sequence[SheetSchema], judgement: str) -> None:
    """Draw the sheet; `judgement` is one of the scale, for the examples."""
    for letter, width in zip("ABC", (4, 30, 100), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.sheet_view.showGridLines = False
    set_up_print(sheet, GREEN)
    page = _Page(sheet)
    sheet["A1"] = "Case file audits: the workbook of a year"
    sheet["A1"].font = TITLE_FONT
    page.head("How to use it")
    for number, step in enumerate(_STEPS, start=1):
        page.add(str(number), step)
    page.head("What each sheet is for")
    for schema in schemas:
        needed = "Required. " if schema.name in NEEDED else ""
        page.add("", needed + schema.help, schema.name, is_link=True)
    page.head("Figures that a text on the sheet Narrative may quote")
    for name, meaning in _SHORT_NAMES:
        page.add("", meaning, name.format(judgement=judgement))


class _Page:
    """Fills the sheet from the top down."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._row = 1

    def head(self, text: str) -> None:
        """Add a heading, after an empty row."""
        self._row += 2
        self._sheet.cell(self._row, 1, text).font = HEADING_FONT

    def add(self, number: str, text: str, name: str = "", *, is_link: bool = False) -> None:
        """Add a row: a number or a name, and what is said of it."""
        self._row += 1
        first, cell = self._sheet.cell(self._row, 1), self._sheet.cell(self._row, 2)
        first.value, first.font, first.alignment = number or None, HELP_FONT, WRAPPED
        place = self._sheet.cell(self._row, 3) if name else cell
        put_text(place, text)
        place.alignment = WRAPPED
        if name:
            put_text(cell, name)
            cell.alignment = WRAPPED
        else:
            self._sheet.merge_cells(
                start_row=self._row, end_row=self._row, start_column=2, end_column=3
            )
        if is_link:
            cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{name}'!A1")
            cell.font = LINK_FONT
