"""What last year's workbook hands on to the new one."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from auditreport.errors import DataFault
from auditreport.problems import ProblemLog
from auditreport.reading import understand
from auditreport.reading.area_sheet import read_areas
from auditreport.reading.contract import ALIASES, MEASURES, PRACTICE_AREAS, QUESTIONS, TARGETS
from auditreport.reading.dataset import Action, DataSet, ReportSettings
from auditreport.reading.finding_sheets import SheetFinder
from auditreport.reading.limits import DEFAULT_LIMITS, Limits
from auditreport.reading.mapping import TrackerMapping
from auditreport.reading.raw import CellValue
from auditreport.reading.tables import Table
from auditreport.reading.workbook import read_workbooks
from auditreport.reading.year import ReportYear, add_months
from auditreport.records import record
from auditreport.workbooks.beginning import DEFAULT_SETTINGS, SCALE_LISTS, Beginning, Row, Value

_CELL = re.compile(r".+![A-Z]{1,3}\d+")


@record
class CarriedOver:
    """What a new workbook begins with, and a sentence for each thing to know of it."""

    beginning: Beginning
    remarks: tuple[str, ...]


def carry_over(path: Path, mapping: TrackerMapping, limits: Limits = DEFAULT_LIMITS) -> CarriedOver:
    """Read last year's workbook and return what the new year begins with.

    The lists, practice areas, settings, aliases, questions, targets and measures, and the actions
    that are open. Raises FileFault, and DataFault where the workbook tells no year or no audits.
    """
    (raw,) = read_workbooks((path,), limits)
    reading = understand((raw,), mapping)
    if reading.data is None:
        raise DataFault(reading.problems)
    data, log = reading.data, ProblemLog()
    finder = SheetFinder((raw,), mapping, log)
    rows = {
        schema.name: tuple(row for table in finder.tables(schema) for row in _rows_of(table))
        for schema in (ALIASES, QUESTIONS, TARGETS, MEASURES)
    }
    rows["Aliases"] += _mapped_aliases(mapping)
    rows["Actions"] = tuple(_action_row(a) for a in data.actions if not a.is_complete)
    beginning = Beginning(
        _settings_of(data.settings),
        read_areas(finder.tables(PRACTICE_AREAS), log).areas,
        _lists_of(data),
        rows,
    )
    remarks = _say_carried(path, beginning, data)
    if reading.has_errors:
        remarks += (f"{path.name} has errors; what is faulty in it may be missing here.",)
    return CarriedOver(beginning, remarks)


def next_year(year: ReportYear) -> ReportYear:
    """Return the year after."""
    return ReportYear(add_months(year.start, 12))


def _rows_of(table: Table) -> list[Row]:
    """Return a table's rows by our columns; errors and what is no plain value are left out."""
    columns = {name: table.cells(name) for name in table.columns}
    return [
        {name: _plain(cells[position]) for name, cells in columns.items()}
        for position in range(len(table))
    ]


def _plain(cell: CellValue) -> Value:
    if isinstance(cell, datetime):
        return cell.date()
    return cell if isinstance(cell, str | int | float | date) else None


def _settings_of(settings: ReportSettings) -> Mapping[str, Value]:
    """Return the settings of the year after; the day of the report is for people to fill in."""
    year = next_year(settings.year)
    return {
        **DEFAULT_SETTINGS,
        "Organisation": settings.organisation,
        "Year": year.label,
        "Year starts": month_name[year.start.month],
        "Title": settings.title.replace(settings.year.label, year.label) or None,
        "Service": settings.service or None,
        "Authors": settings.authors or None,
        "Approved by": settings.approved_by or None,
        "Strength threshold": float(settings.strength_threshold),
        "Development threshold": float(settings.development_threshold),
        "Fewest audits to compare": settings.smallest_base,
        "Hide counts up to": settings.hide_counts_up_to,
        "Protect judgements": _yes_no(settings.protect_judgements),
        "Show gender and ethnicity": _yes_no(settings.show_gender_and_ethnicity),
        "Colours": settings.colours,
        "Logo": settings.logo or None,
    }


def _yes_no(answer: bool) -> str:
    return "Yes" if answer else "No"


def _lists_of(data: DataSet) -> Mapping[str, tuple[str, ...]]:
    """Return the lists; one that was not given stays empty, so that any word still holds."""
    scale = data.scale
    return {
        **SCALE_LISTS,
        **data.lists,
        "Judgements": scale.judgements,
        "Good or better": scale.good_or_better,
        "Not judged": scale.not_judged,
    }


def _mapped_aliases(mapping: TrackerMapping) -> tuple[Row, ...]:
    """Return the words of auditreport.toml as aliases, for the new year has a file of its own."""
    return tuple(
        {"List": name, "Written as": written, "Means": means}
        for name, words in mapping.values.items()
        for written, means in words.items()
    )


def _action_row(action: Action) -> Row:
    """Return an open action as a row; a cell of the old workbook says nothing in the new one."""
    return {
        "Action": action.text,
        "Action ref": action.ref or None,
        "From": None if _CELL.fullmatch(action.origin) else action.origin or None,
        "Practice area": action.area or None,
        "Raised": action.raised,
        "Owner": action.owner or None,
        "Due": action.due,
        "Status": action.status or None,
        "Completed": action.completed,
        "Outcome": action.outcome or None,
        "Publish": "Yes" if action.publish else None,
    }


def _say_carried(path: Path, beginning: Beginning, data: DataSet) -> tuple[str, ...]:
    counts = {
        "practice areas": len(beginning.areas),
        "lists": sum(1 for words in beginning.lists.values() if words),
        "aliases": len(beginning.rows["Aliases"]),
        "questions": len(beginning.rows["Questions"]),
        "targets": len(beginning.rows["Targets"]),
        "measures": len(beginning.rows["Measures"]),
        "open actions": len(beginning.rows["Actions"]),
    }
    listed = ", ".join(f"{noun} ({count})" for noun, count in counts.items() if count)
    old, new = data.settings.year.label, beginning.settings["Year"]
    remarks = [
        f"Carried over from {path.name}: the settings, {listed}.",
        f"The Year is now {new} and the Report date is empty: look through the sheet Report.",
    ]
    if beginning.settings["Title"] != (data.settings.title or None):
        remarks.append(f"In the Title, {old} became {new}.")
    return tuple(remarks)
