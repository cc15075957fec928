"""Write the demonstration and last year's figures beside it, the same bytes on each run.

    python sample_data/make_demo.py           writes both beside this script
    python sample_data/make_demo.py FOLDER    writes there

The workbook needs openpyxl alone. Last year's figures are what auditreport itself makes of an
invented workbook of that year, so it has to be installed. README.md says what is invented: all.
"""

import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from itertools import zip_longest
from pathlib import Path

from demo_actions import ACTIONS, SCHEDULE
from demo_audits import draw_year
from demo_feedback import QUESTIONS, ROUNDS, feedback_rows
from demo_lists import ALIASES, AREA_HEADERS, AREAS, LISTS, MEASURES, TARGETS, settings
from demo_plan import LAST_PLAN, THIS_PLAN
from demo_rows import Row
from demo_text import NARRATIVE
from demo_thematic import THEMATIC_AUDITS, case_sheets
from demo_tracker import last_year_rows, previous_rows, tracker_rows
from make_rutland import STAMP, fill_sheet, normalise_zip
from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

WORKBOOK = "demo-2024-25.xlsx"
LAST_FIGURES = "demo-2023-24.figures.json"

_JUDGED = ("Overall judgement", "Moderated judgement", "Final judgement", "Impact judgement")
_LISTED = {
    **dict.fromkeys(_JUDGED, "Judgements"),
    "Audit type": "Audit types",
    "Service": "Services",
    "Case type": "Case types",
    "Team": "Teams",
}
_SHARES = "0%"


def this_year_sheets() -> dict[str, Sequence[Row]]:
    """Return every sheet of the demonstration, header first."""
    return {
        "Report": settings("2024-25", date(2025, 5, 14)),
        "Audits": tracker_rows(draw_year(THIS_PLAN, with_re_audits=True)),
        "Practice areas": (("Area", "Label", "Aliases"), *AREAS),
        "Lists": (tuple(LISTS), *zip_longest(*LISTS.values())),
        "Aliases": ALIASES,
        "Thematic audits": THEMATIC_AUDITS,
        **case_sheets(),
        "Feedback": feedback_rows(),
        "Questions": QUESTIONS,
        "Rounds": ROUNDS,
        "Schedule": SCHEDULE,
        "Narrative": NARRATIVE,
        "Actions": ACTIONS,
        "Previous year": previous_rows(LAST_PLAN),
        "Targets": TARGETS,
        "Measures": (("Measure", "Label", "Good is"), *MEASURES),
    }


def last_year_sheets() -> dict[str, Sequence[Row]]:
    """Return the workbook of the year before: nine practice areas, none on adulthood."""
    areas = tuple(area for area in AREAS if area[0] != "Adulthood")
    return {
        "Report": settings("2023-24", date(2024, 5, 15)),
        "Audits": last_year_rows(draw_year(LAST_PLAN, with_re_audits=False)),
        "Practice areas": (("Area", "Label", "Aliases"), *areas),
    }


def _drop_downs(sheet: Worksheet) -> None:
    """Offer the lists in the columns of Audits, and Yes and No in the measures."""
    choices = {
        column: f"Lists!${letter}$2:${letter}${len(LISTS[name]) + 1}"
        for column, name in _LISTED.items()
        for letter in [get_column_letter(list(LISTS).index(name) + 1)]
    }
    judged = ",".join((*LISTS["Judgements"], *LISTS["Not judged"]))
    choices |= {AREA_HEADERS.get(area, area): f'"{judged}"' for area, _, _ in AREAS}
    choices |= {name: '"Yes,No,N/A"' for name, _, _ in MEASURES}
    choices |= dict.fromkeys(("Moderated", "Immediate concern"), '"Yes,No"')
    choices["Status"] = '"Completed,Allocated,Exempt,Cancelled"'
    for number, cell in enumerate(sheet[1], start=1):
        formula = choices.get(str(cell.value))
        if formula:
            letter = get_column_letter(number)
            cells = f"{letter}2:{letter}{sheet.max_row}"
            validation = DataValidation("list", formula1=formula, allow_blank=True, sqref=cells)
            sheet.add_data_validation(validation)


def _show_shares(workbook: Workbook) -> None:
    """Show thresholds and targets as percentages, and settings to the left."""
    for (value,) in workbook["Report"].iter_rows(min_col=2, max_col=2, min_row=2):
        value.alignment = Alignment(horizontal="left", vertical="top")
        if isinstance(value.value, float):
            value.number_format = _SHARES
    for row in workbook["Targets"].iter_rows(min_col=2, min_row=2):
        for cell in row:
            cell.number_format = _SHARES


def build_workbook(sheets: Mapping[str, Sequence[Row]], title: str) -> Workbook:
    """Build a workbook of these sheets."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets.items():
        fill_sheet(workbook.create_sheet(name), rows)
    workbook["Audits"].auto_filter.ref = workbook["Audits"].dimensions
    workbook.properties.title = title
    workbook.properties.creator = "auditreport"
    workbook.properties.description = "An illustration: an authority that does not exist."
    workbook.properties.created = STAMP
    return workbook


def _bytes_of(workbook: Workbook) -> bytes:
    buffer = BytesIO()
    workbook.save(buffer)
    return normalise_zip(buffer.getvalue())


def demo_bytes() -> bytes:
    """Return the demonstration, as its file."""
    workbook = build_workbook(this_year_sheets(), "Sample workbook: an invented authority, 2024-25")
    _drop_downs(workbook["Audits"])
    _show_shares(workbook)
    return _bytes_of(workbook)


def last_figures() -> bytes:
    """Return what the command makes of last year's workbook: its figures.json."""
    workbook = build_workbook(last_year_sheets(), "Sample workbook: an invented authority, 2023-24")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "demo-2023-24.xlsx"
        source.write_bytes(_bytes_of(workbook))
        command = (sys.executable, "-m", "auditreport", "build", str(source), "-o", folder)
        quiet = subprocess.DEVNULL
        subprocess.run([*command, "--format", "html", "-q"], check=True, stdout=quiet)
        return (Path(folder) / "annual-report-2023-24.figures.json").read_bytes()


def write_demo(folder: Path) -> None:
    """Write the workbook and last year's figures into a folder."""
    (folder / WORKBOOK).write_bytes(demo_bytes())
    (folder / LAST_FIGURES).write_bytes(last_figures())


if __name__ == "__main__":
    write_demo(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
