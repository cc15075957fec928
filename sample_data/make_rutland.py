"""Write the sample workbook, the same bytes on each run and machine.

    python sample_data/make_rutland.py              writes rutland-2016-17.xlsx beside this script
    python sample_data/make_rutland.py OTHER.xlsx   writes there

README.md in this folder says what in the workbook is published and what is invented.
"""

import io
import re
import sys
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import zip_longest
from pathlib import Path
from xml.etree import ElementTree

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from rutland_audits import AREAS, AUDITS, Audit
from rutland_text import NARRATIVE, SETTINGS
from rutland_thematic import THEMATIC_AUDITS, THEMATIC_HEADERS, Cell, Row, case_sheets
from rutland_views import ACTIONS, LISTS, QUESTIONS, ROUNDS, SCHEDULE, feedback_rows
from rutland_words import IMMEDIATE_ACTIONS, development_of, strengths_of

OUTPUT = Path(__file__).with_name("rutland-2016-17.xlsx")

# The day of the report: a fixed time for the zip members and the document's properties.
STAMP = datetime(2017, 8, 17, 9, 0, 0)  # noqa: DTZ001  the format has no time zone

HEADER_FONT = Font(bold=True, color="FFFFFF")
HEADER_FILL = PatternFill("solid", start_color="1F3864")
HEADER_ALIGNMENT = Alignment(wrap_text=True, vertical="center")
CELL_ALIGNMENT = Alignment(wrap_text=True, vertical="top")
EDGE = Side(style="thin", color="BFBFBF")
GRID = Border(left=EDGE, right=EDGE, top=EDGE, bottom=EDGE)

NARROWEST, WIDEST = 9, 60

AUDIT_HEADERS = (
    "Audit ref", "Case ref", "Audit date", "Audit type", "Service", "Case type", "Team", "Age",
    "Children", "Auditor", *(name for name, _ in AREAS), "Overall judgement", "Moderated",
    "Moderator", "Moderated judgement", "Final judgement", "Impact judgement",
    "Immediate concern", "Action taken", "Strengths", "Areas for development", "Status",
)  # fmt: skip

# Which list a column of Audits is chosen from (its drop-down in Excel).
DROP_DOWNS: dict[str, str] = {
    "Audit type": "Audit types",
    "Service": "Services",
    "Case type": "Case types",
    "Team": "Teams",
    "Overall judgement": "Judgements",
    "Moderated judgement": "Judgements",
    "Final judgement": "Judgements",
    "Impact judgement": "Judgements",
}


def audit_row(audit: Audit) -> Row:
    """Return the cells of one audit, in the order of AUDIT_HEADERS."""
    return (
        audit.ref,
        audit.case,
        audit.day,
        "Inspection" if audit.is_inspection else "Scheduled",
        "Early Help" if audit.case_type == "Early Help" else "Children's Social Care",
        audit.case_type,
        audit.team,
        audit.age,
        audit.children,
        audit.auditor,
        *audit.areas,
        audit.overall,
        "Yes" if audit.moderator else "No",
        audit.moderator,
        audit.moderated,
        audit.final,
        audit.impact,
        "Yes" if audit.concern else "No",
        IMMEDIATE_ACTIONS[audit.concern] if audit.concern else None,
        strengths_of(audit),
        development_of(audit),
        "Completed",
    )


def sheet_rows() -> dict[str, Sequence[Row]]:
    """Return every sheet of the workbook in its order, each with its header first."""
    return {
        "Report": SETTINGS,
        "Audits": (AUDIT_HEADERS, *(audit_row(audit) for audit in AUDITS)),
        "Practice areas": (("Area", "Label"), *AREAS),
        "Lists": (tuple(LISTS), *zip_longest(*LISTS.values())),
        "Thematic audits": (THEMATIC_HEADERS, *THEMATIC_AUDITS),
        **case_sheets(),
        "Feedback": feedback_rows(),
        "Questions": QUESTIONS,
        "Rounds": ROUNDS,
        "Schedule": SCHEDULE,
        "Narrative": NARRATIVE,
        "Actions": ACTIONS,
    }


def text_width(value: Cell) -> int:
    """Return how many characters a cell needs across: its longest line; a date needs ten."""
    if isinstance(value, date):
        return 10
    return max((len(line) for line in str(value).split("\n")), default=0) if value else 0


def column_width(cells: Iterable[Cell]) -> int:
    """Return the width of a column whose header comes first; the header may wrap at a space."""
    header, *values = cells
    longest_word = max(len(word) for word in str(header).split())
    wanted = max([longest_word, *(text_width(value) for value in values)]) + 3
    return min(max(wanted, NARROWEST), WIDEST)


def fill_sheet(sheet: Worksheet, rows: Sequence[Row]) -> None:
    """Write rows with a frozen bold header, borders, wrapped text and dates as dd/mm/yyyy."""
    for row in rows:
        sheet.append(list(row))
    for cells in sheet.iter_rows(min_row=2):
        for cell in cells:
            cell.alignment = CELL_ALIGNMENT
            cell.border = GRID
            if isinstance(cell.value, date):
                cell.number_format = "dd/mm/yyyy"
    for cell in sheet[1]:
        cell.font, cell.fill = HEADER_FONT, HEADER_FILL
        cell.alignment, cell.border = HEADER_ALIGNMENT, GRID
    sheet.row_dimensions[1].height = 32
    for number, column in enumerate(zip_longest(*rows), start=1):
        sheet.column_dimensions[get_column_letter(number)].width = column_width(column)
    sheet.freeze_panes = "B2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def list_reference(name: str) -> str:
    """Return where the values of a list stand in the sheet Lists."""
    letter = get_column_letter(list(LISTS).index(name) + 1)
    return f"Lists!${letter}$2:${letter}${len(LISTS[name]) + 1}"


def add_drop_downs(sheet: Worksheet) -> None:
    """Offer the lists in the columns of Audits; practice areas offer what is not judged too."""
    judgements = ",".join((*LISTS["Judgements"], *LISTS["Not judged"]))
    choices = {column: list_reference(name) for column, name in DROP_DOWNS.items()}
    choices |= dict.fromkeys((name for name, _ in AREAS), f'"{judgements}"')
    choices |= dict.fromkeys(("Moderated", "Immediate concern"), '"Yes,No"')
    ranges: dict[str, list[str]] = {}
    for number, header in enumerate(AUDIT_HEADERS, start=1):
        if header in choices:
            letter = get_column_letter(number)
            ranges.setdefault(choices[header], []).append(f"{letter}2:{letter}{sheet.max_row}")
    for formula, cells in ranges.items():
        sheet.add_data_validation(
            DataValidation("list", formula1=formula, allow_blank=True, sqref=" ".join(cells))
        )


def build_workbook() -> Workbook:
    """Build the sample workbook."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheet_rows().items():
        fill_sheet(workbook.create_sheet(name), rows)
    add_drop_downs(workbook["Audits"])
    workbook["Audits"].auto_filter.ref = workbook["Audits"].dimensions
    for setting in ("B9", "B10"):
        workbook["Report"][setting].number_format = "0%"
    for (value,) in workbook["Report"].iter_rows(min_col=2, max_col=2, min_row=2):
        value.alignment = Alignment(horizontal="left", vertical="top")
    workbook.properties.title = "Sample workbook: case audits 2016-17"
    workbook.properties.creator = "auditreport"
    workbook.properties.description = "An illustration: published totals, invented rows."
    workbook.properties.created = STAMP
    return workbook


def normalise_part(name: str, content: bytes) -> bytes:
    """Return a part in one canonical spelling (W3C Canonical XML 2.0), its save time fixed.

    Writers differ in the order of attributes and in namespaces; the meaning is the same.
    """
    text = ElementTree.canonicalize(content.decode("utf-8"))
    if name == "docProps/core.xml":
        saved = rf"\g<1>{STAMP:%Y-%m-%dT%H:%M:%SZ}\g<2>"
        text = re.sub(r"(<dcterms:modified[^>]*>)[^<]*(<)", saved, text)
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}'.encode()


def normalise_zip(content: bytes) -> bytes:
    """Return a workbook with its parts in a fixed order and dated alike.

    They are stored, not deflated: what zlib makes of a text depends on its version.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        for name in sorted(old.namelist(), key=lambda part: (part != "[Content_Types].xml", part)):
            member = zipfile.ZipInfo(name, STAMP.timetuple()[:6])
            member.create_system = 3
            member.external_attr = 0o644 << 16
            new.writestr(member, normalise_part(name, old.read(name)))
    return target.getvalue()


def write_workbook(path: Path) -> None:
    """Write the sample workbook to a path."""
    buffer = io.BytesIO()
    build_workbook().save(buffer)
    path.write_bytes(normalise_zip(buffer.getvalue()))


if __name__ == "__main__":
    write_workbook(Path(sys.argv[1]) if len(sys.argv) > 1 else OUTPUT)
