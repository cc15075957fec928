"""Whole workbooks of every sheet whose cells vary, and the figures that are counted from them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import date, timedelta
from random import Random
from typing import Any

from whole_workbook import AREAS, AUDIT_COUNT, CLEAN, WORDS, Grid, column_of

from auditreport.analysis import analyse
from auditreport.analysis.figures_json import figures_json
from auditreport.reading import Reading, understand
from auditreport.reading.raw import CellValue, RawSheet, RawWorkbook

Sheets = dict[str, Grid]

_CASES = ("Plan cases", "Visit cases", "Pilot cases")
DATA_SHEETS = ("Audits", "Feedback", "Actions", "Schedule", *_CASES)
"""The sheets whose rows stand for themselves, in any order."""

_JUDGED = (*WORDS, "Good", "N/A", None)
_MARKS = ("✓", "✓", "X", "Joint working", None)
_CELLS: Mapping[str, Mapping[str, Sequence[CellValue]]] = {
    "Audits": {
        "Overall judgement": (*WORDS, "Good"),
        "Moderated judgement": (*WORDS, None),
        "Final judgement": (*WORDS, None, None),
        "Audit type": ("Scheduled", "Scheduled", "Dip sample", None),
        "Service": ("Early Help", "Social Care"),
        "Case type": ("Child in need", "Looked after", None),
        "Team": ("North", "South", "East", None),
        "Gender": ("Female", "Male", None),
        "Age": (*range(18), "Unborn", None),
        "Status": (*("Completed",) * 8, "Allocated", "Exempt", "Cancelled"),
        "Immediate concern": ("No", "No", "No", "Yes"),
        "Impact judgement": (*WORDS, None),
        "Action completed": (None,),
        **dict.fromkeys(AREAS, _JUDGED),
    },
    **{
        name: {
            "Age": (1, 8, 12, None),
            "Team": ("North", "South"),
            "Overall judgement": (*WORDS, None),
            **dict.fromkeys(map(str, CLEAN[name][0][6:]), _JUDGED),
        }
        for name in ("Plan cases", "Pilot cases")
    },
    "Visit cases": {
        "Completed by": ("Health visitor", "School"),
        **dict.fromkeys(
            map(str, CLEAN["Visit cases"][0][3:]), ("✓", "✓", "X", "Joint working", None)
        ),
    },
    "Feedback": {
        "Round": ("Spring", "Autumn"),
        "Respondent": ("Child", "Parent/carer"),
        "F1": ("Always", "Sometimes", "Never", "Not sure", None),
        "F2": ("Yes", "No", None),
        "F3": ("More visits", "Nothing", None),
        "F4": ("Yes", "No", "No (but it was late)"),
    },
    "Actions": {
        "Practice area": (*AREAS, None),
        "Owner": ("Lead", "Head", None),
        "Due": (*(date(2016, 5, 1) + timedelta(days=40 * n) for n in range(12)), None),
        "Status": ("Open", "In progress"),
    },
    "Schedule": {"Planned": (3, 5, None), "Note": ("As planned", None)},
}
_MORE: Mapping[str, Grid] = {
    "Measures": [["Measure", "Label"], ["Seen in time", "Seen in time"]],
    "Targets": [["Measure", "At least", "At most"], ["Good or better", "70%", None]],
}


def vary(seed: int, most: int = AUDIT_COUNT) -> Sheets:
    """Return a workbook without errors: some rows of each sheet, most of their cells drawn.

    It is the same one for the same number.
    """
    chance = Random(seed)
    sheets = {**deepcopy(dict(CLEAN)), **deepcopy(dict(_MORE))}
    sheets["Thematic audits"][0].append("Counts towards total")
    for row in sheets["Thematic audits"][1:]:
        row.append(chance.choice(("Yes", "No")))
    for name in DATA_SHEETS:
        header, *rows = sheets[name]
        kept = chance.sample(rows, chance.randint(2, min(most, len(rows))))
        sheets[name] = [header, *sorted(kept, key=rows.index)]
        for row in kept:
            for column, values in _CELLS[name].items():
                row[column_of(name, column)] = chance.choice(values)
    _add_column(sheets["Audits"], "Seen in time", ("Yes", "No", "N/A", None), chance)
    _name_earlier(sheets["Audits"], chance)
    return sheets


def _add_column(grid: Grid, name: str, values: Sequence[CellValue], chance: Random) -> None:
    grid[0].append(name)
    for row in grid[1:]:
        row.append(chance.choice(values))


def _name_earlier(audits: Grid, chance: Random) -> None:
    """Let some audits repeat the first one."""
    for row in audits[2:]:
        if chance.random() < 0.2:
            row[column_of("Audits", "Re-audit of")] = audits[1][0]


def build_raw(sheets: Mapping[str, Grid], file: str = "data.xlsx") -> RawWorkbook:
    """Return sheets as they are read from a file."""
    made = (RawSheet(file, name, tuple(map(tuple, grid))) for name, grid in sheets.items())
    return RawWorkbook(file, "", tuple(made))


def read_sheets(*workbooks: Mapping[str, Grid]) -> Reading:
    """Understand workbooks of sheets; they must have no error."""
    files = enumerate(workbooks, start=1)
    reading = understand([build_raw(sheets, f"data-{number}.xlsx") for number, sheets in files])
    assert not reading.has_errors, reading.problems
    return reading


def count(reading: Reading) -> dict[str, Any]:
    """Return figures.json without what tells of the files and their cells."""
    figures: dict[str, Any] = json.loads(figures_json(analyse(reading, tool="auditreport")))
    del figures["sources"], figures["problems"]
    return figures


def figures_of(*workbooks: Mapping[str, Grid]) -> dict[str, Any]:
    """Return what is counted from workbooks of sheets."""
    return count(read_sheets(*workbooks))
