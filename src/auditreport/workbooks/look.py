"""How the sheets that we write look: headers, widths, formats and print."""

from __future__ import annotations

from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from auditreport.reading.schema import Column, Holds

AnyCell = Cell | MergedCell

AUTHOR = "auditreport"
NAVY, SLATE, GREEN = "1F3864", "5B6B82", "2E7D32"
DATE_FORMAT, PERCENT_FORMAT, TEXT_FORMAT = "dd/mm/yyyy", "0%", "@"
HELP_FONT = Font(italic=True, color="5F6B7A")
TITLE_FONT = Font(bold=True, size=18, color=NAVY)
HEADING_FONT = Font(bold=True, size=12, color=NAVY)
LINK_FONT = Font(color="0563C1", underline="single")
BOLD = Font(bold=True)
WRAPPED = Alignment(wrap_text=True, vertical="top")
TO_THE_LEFT = Alignment(wrap_text=True, vertical="top", horizontal="left")

_A4 = 9
_EDGE = Side(style="thin", color="FFFFFF")
_HEADER_FONT = Font(bold=True, color="FFFFFF")
_HEADER_ALIGNMENT = Alignment(wrap_text=True, vertical="center")
_HEADER_HEIGHT = 48
_WIDTHS = {
    Holds.REFERENCE: 14,
    Holds.NAME: 20,
    Holds.TEXT: 45,
    Holds.LIST: 18,
    Holds.DATE: 13,
    Holds.NUMBER: 11,
    Holds.YES_NO: 12,
}
# References and lists are text, so that Excel makes no date of 10-14 and keeps leading zeros.
_FORMATS = {Holds.DATE: DATE_FORMAT, Holds.REFERENCE: TEXT_FORMAT}
_PIXELS_A_LINE = 18
_LETTERS_A_LINE = 42


def draw_header(cell: AnyCell, column: str, *, is_required: bool) -> None:
    """Write a column's name as a header; a required one is darker."""
    cell.value = column
    cell.font, cell.alignment = _HEADER_FONT, _HEADER_ALIGNMENT
    cell.fill = PatternFill("solid", start_color=NAVY if is_required else SLATE)
    cell.border = Border(left=_EDGE, right=_EDGE)


def draw_column(sheet: Worksheet, index: int, column: Column) -> None:
    """Set a whole column's width and format, at the price of one line in the file."""
    dimension = sheet.column_dimensions[get_column_letter(index)]
    longest = max(len(word) for word in column.name.split()) + 4
    dimension.width = max(_WIDTHS[column.holds], min(longest, 30))
    dimension.number_format = _FORMATS.get(column.holds, "General")
    dimension.alignment = Alignment(wrap_text=column.holds is Holds.TEXT, vertical="top")


def attach_note(cell: AnyCell, text: str, author: str | None = None) -> None:
    """Attach a note to a cell, in place of the one it has, tall enough to be read whole."""
    lines = sum(1 + len(line) // _LETTERS_A_LINE for line in text.split("\n"))
    height = min(_PIXELS_A_LINE * (lines + 1), 420)
    cell.comment = Comment(text, author or AUTHOR, height=height, width=300)


def draw_sheet(sheet: Worksheet, tab: str, *, frozen: str = "B2") -> None:
    """Freeze the header, and set the sheet up for print on A4."""
    sheet.freeze_panes = frozen
    sheet.row_dimensions[1].height = _HEADER_HEIGHT
    sheet.print_title_rows = "1:1"
    set_up_print(sheet, tab)


def set_up_print(sheet: Worksheet, tab: str) -> None:
    """Print across A4, as wide as the page, with the sheet's name and the page below."""
    sheet.sheet_properties.tabColor = tab
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    footer = sheet.oddFooter
    assert footer is not None
    for part, text in ((footer.left, "&A"), (footer.right, "Page &P of &N")):
        assert part is not None
        part.text = text


def put_text(cell: AnyCell, text: str) -> None:
    """Write text as text: what begins with `=`, `+`, `-` or `@` never becomes a formula."""
    cell.value = text
    if cell.data_type != "s" or text[:1] in "=+-@":
        cell.data_type = "s"
        cell.quotePrefix = True  # or Excel makes a formula of it as soon as it is edited
