"""A workbook with every sheet and no fault, to put faults into; and the same moved about."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from openpyxl import Workbook

from auditreport.reading.raw import (
    CellRange,
    CellValue,
    ErrorValue,
    RawSheet,
    RawWorkbook,
    Uncalculated,
)
from auditreport.reading.tables import column_letters

Grid = list[list[CellValue]]
Shift = tuple[int, int]

AUDIT_COUNT = 60
AREAS = ("Risk", "Plans", "Reviews", "Outcomes")
WORDS = ("Outstanding", "Good", "Requires Improvement", "Inadequate")


def day_of(number: int) -> date:
    """Return the day of an audit, by the number of its row under the header."""
    return date(2016, 4, 4) + timedelta(days=6 * (number - 1))


def _audit(number: int) -> dict[str, CellValue]:
    day, word = day_of(number), WORDS[number % 4]
    return {
        "Audit ref": f"A{number}",
        "Case ref": f"C{number}",
        "Audit date": day,
        "Quarter": f"Q{(day.month - 4) % 12 // 3 + 1}",
        "Overall judgement": word,
        "Moderated": "Yes",
        "Moderated judgement": word,
        "Moderator": "Moderator 1",
        "Final judgement": word,
        "Audit type": "Scheduled",
        "Service": "Early Help",
        "Case type": "Child in need",
        "Team": "North",
        "Gender": "Female",
        "Ethnicity": "White British",
        "Age": number % 18,
        "Auditor": "Auditor 1; Auditor 2",
        "Children": 2,
        "Status": "Completed",
        "Immediate concern": "No",
        "Action taken": None,
        "Impact judgement": word,
        "Re-audit of": None,
        "Strengths": "Visits were made in time.",
        "Areas for development": "The plan of 12 April 2016 names no dates.",
        "Action": "Write the plan anew",
        "Action owner": "Team manager",
        "Action due": day + timedelta(days=30),
        "Action completed": day + timedelta(days=20),
        **dict.fromkeys(AREAS, word),
    }


def _grid(header: tuple[str, ...], *rows: tuple[CellValue, ...]) -> Grid:
    return [list(header), *map(list, rows)]


def _case(number: int) -> tuple[CellValue, ...]:
    judged = (WORDS[number % 4], "Good", "N/A")
    return (f"K{number}", date(2016, 8, number), number, "North", "Good", "Seen.", *judged)


def _marked(number: int) -> tuple[CellValue, ...]:
    met = "Joint working" if number % 2 else "No"
    return (f"V{number}", date(2016, 11, number), "Health visitor", "✓", "X", met, "Y")


def _clean_sheets() -> dict[str, Grid]:
    audits = [_audit(number) for number in range(1, AUDIT_COUNT + 1)]
    cases = ("Case", "Date", "Age", "Team", "Overall judgement", "Observation")
    marks = ("Case", "Date", "Completed by")
    return {
        "Report": _grid(
            ("Setting", "Value"),
            ("Organisation", "Anyshire"),
            ("Year", "2016-17"),
            ("Title", "Annual report"),
            ("Report date", date(2017, 5, 2)),
            ("Strength threshold", "70%"),
            ("Fewest audits to compare", 5),
            ("Colours", "neutral"),
            ("Approved by", "Head of service"),
        ),
        "Audits": _grid(tuple(audits[0]), *(tuple(audit.values()) for audit in audits)),
        "Practice areas": _grid(("Area", "Label"), *((area, f"{area} in full") for area in AREAS)),
        "Lists": _grid(
            (
                "Judgements",
                "Good or better",
                "Not judged",
                "Case types",
                "Age bands",
                "Teams",
                "Services",
                "Audit types",
            ),
            (
                WORDS[0],
                "Good",
                "Not seen",
                "Child in need",
                "Under 1",
                "North",
                "Early Help",
                "Scheduled",
            ),
            (
                WORDS[1],
                "Outstanding",
                "N/A",
                "Child protection",
                "1 to 8",
                "South",
                "Social Care",
                "Re-audit",
            ),
            (WORDS[2], None, None, "Care leaver", "9 and over", "East", None, "Dip sample"),
            (WORDS[3], None, None, "Looked after", None, "West", None, None),
        ),
        "Aliases": _grid(
            ("List", "Written as", "Means"),
            ("Judgements", "Req imp", "Requires Improvement"),
            ("Judgements", "Gd", "Good"),
            ("Teams", "N", "North"),
            ("Teams", "S", "South"),
            ("Teams", "E", "East"),
        ),
        "Thematic audits": _grid(
            ("Name", "Sheet", "Recorded as", "From", "To", "Placed in", "Compared with"),
            ("Plans checked", "Plan cases", "Judgement", *_quarter_days(8), "Q2", None),
            ("Visits", "Visit cases", "Evidence", *_quarter_days(11), "Appendix", None),
            ("Pilot", "Pilot cases", "Judgement", *_quarter_days(8), "Appendix", None),
        ),
        "Plan cases": _grid(
            (*cases, "Aim is clear", "Steps are clear", "Dates are kept"), *map(_case, range(1, 13))
        ),
        "Visit cases": _grid(
            (*marks, "Child seen", "Home seen", "Father met", "School asked"),
            *map(_marked, range(1, 13)),
        ),
        "Pilot cases": _grid((*cases, "Voice", "Risk", "Plan"), *map(_case, range(1, 4))),
        "Questions": _grid(
            ("Code", "Question", "Kind", "Answers", "Positive"),
            ("F1", "Were you heard?", "Closed", "Always; Sometimes; Never", "Always; Sometimes"),
            ("F2", "Did it help?", "Closed", "Yes; No", "Yes"),
            ("F3", "What would you change?", "Open", None, None),
            ("F4", "Was it clear?", "Closed", "Yes; No", "Yes"),
        ),
        "Rounds": _grid(
            ("Round", "Respondent", "Asked"),
            ("Spring", "Child", 20),
            ("Spring", "Parent/carer", 30),
            ("Autumn", "Child", 25),
            ("Autumn", "Parent/carer", 25),
        ),
        "Feedback": _grid(
            ("Round", "Date", "Respondent", "Audit ref", "F1", "F2", "F3", "F4", "Publish"),
            *(
                ("Spring", date(2016, 5, n), "Child", f"A{n}", "Always", "Yes", "More", "No", "Yes")
                for n in range(1, 16)
            ),
        ),
        "Schedule": _grid(
            ("From", "To", "Planned", "Open cases", "Note"),
            *((date(2016, n, 1), date(2016, n, 28), 5, 300, "As planned") for n in range(4, 12)),
        ),
        "Narrative": _grid(
            ("Section", "Heading", "Text", "Publish"),
            *((name, None, "Plain words.", "No") for name in ("Introduction", "Q1", "Q2", "Year")),
        ),
        "Actions": _grid(
            ("Action", "From", "Practice area", "Raised", "Owner", "Due", "Status", "Completed"),
            *(
                (f"Step {n}", f"A{n}", "Risk", day_of(n), "Lead", day_of(n + 9), "Open", None)
                for n in range(1, 13)
            ),
        ),
    }


def _quarter_days(month: int) -> tuple[date, date]:
    return date(2016, month, 1), date(2016, month, 28)


CLEAN: Mapping[str, Grid] = _clean_sheets()


def column_of(sheet: str, header: str) -> int:
    """Return the index of a column of the clean workbook, from 0."""
    return CLEAN[sheet][0].index(header)


@dataclass(slots=True)
class Book:
    """A workbook that faults are put into. Rows are counted from 0, which is the header's."""

    sheets: dict[str, Grid] = field(default_factory=lambda: deepcopy(dict(CLEAN)))
    merged: list[tuple[str, int, int]] = field(default_factory=list)
    hidden: list[tuple[str, int]] = field(default_factory=list)

    def get(self, sheet: str, row: int, column: str) -> CellValue:
        """Return a cell."""
        return self.sheets[sheet][row][column_of(sheet, column)]

    def put(self, sheet: str, row: int, column: str, value: CellValue) -> None:
        """Set a cell."""
        self.sheets[sheet][row][column_of(sheet, column)] = value

    def raw(self, shifts: Mapping[str, Shift] | None = None) -> RawWorkbook:
        """Return the workbook as it is read from a file, each sheet moved down and right."""
        moved = shifts or {}
        sheets = (self._raw_sheet(name, moved.get(name, (0, 0))) for name in self.sheets)
        return RawWorkbook("data.xlsx", "", tuple(sheets))

    def _raw_sheet(self, name: str, shift: Shift) -> RawSheet:
        down, right = shift
        titles: Grid = [["Anyshire, as of today"] if n == 0 else [] for n in range(down)]
        rows = [*titles, *([None] * right + row for row in self.sheets[name])]
        return RawSheet(
            "data.xlsx",
            name,
            tuple(map(tuple, rows)),
            tuple(
                CellRange(row + down + 1, first + right + 1, row + down + 1, first + right + 2)
                for sheet, row, first in self.merged
                if sheet == name
            ),
            frozenset(row + down + 1 for sheet, row in self.hidden if sheet == name),
        )


def cell_name(row: int, column: int, shift: Shift = (0, 0)) -> str:
    """Return a cell's name, both counted from 0, in a sheet that was moved down and right."""
    return f"{column_letters(column + shift[1])}{row + shift[0] + 1}"


def write_raw(workbook: RawWorkbook, path: Path) -> Path:
    """Write raw sheets into an .xlsx file and return its path."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for raw in workbook.sheets:
        sheet = book.create_sheet(raw.name)
        for number, row in enumerate(raw.rows, start=1):
            for column, value in enumerate(row, start=1):
                sheet.cell(number, column, _as_written(value))
        for area in raw.merged:
            sheet.merge_cells(
                start_row=area.first_row,
                start_column=area.first_column,
                end_row=area.last_row,
                end_column=area.last_column,
            )
        for number in raw.hidden_rows:
            sheet.row_dimensions[number].hidden = True
    book.save(path)
    return path


def _as_written(value: CellValue) -> object:
    if isinstance(value, ErrorValue):
        return value.text
    return "=1+1" if isinstance(value, Uncalculated) else value
