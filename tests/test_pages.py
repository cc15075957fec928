"""The pages that a reader types along with: what they show is what happens."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet
from typer.testing import CliRunner

from auditreport.cli import app

DOCS = Path(__file__).parents[1] / "docs"
FIRST_QUARTER = (DOCS / "first-quarter.md").read_text(encoding="utf-8")
READING = (DOCS / "reading-the-report.md").read_text(encoding="utf-8")
GOLDEN = Path(__file__).parent / "golden" / "rutland-2016-17" / "annual-report-2016-17.md"

_CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_TABLE = re.compile(r"^\|.*\n\|[-|]+\|\n(?:\|.*\n)+", re.MULTILINE)
_QUOTED = re.compile(r"^> (.*)$", re.MULTILINE)


def type_along(page: str) -> None:
    """Type each command of a page; what is shown below it is what happens."""
    for command, shown in commands_in(page):
        assert (command, type_in(command)) == (command, shown)


def commands_in(page: str) -> Iterator[tuple[str, str]]:
    """Yield each command with what is shown below it."""
    for block in _CONSOLE.findall(page):
        for part in block.removeprefix("$ ").split("\n$ "):
            command, _, shown = part.rstrip("\n").partition("\n")
            yield command, shown


def type_in(command: str) -> str:
    """Do as a terminal would; return what is printed, as it looks on any system."""
    program, *words = shlex.split(command)
    if program == "cd":
        os.chdir(*words)
        return ""
    assert program == "auditreport"
    return CliRunner().invoke(app, words).output.rstrip("\n").replace("\\", "/")


def tables_in(page: str) -> Iterator[tuple[list[str], list[list[str]]]]:
    """Yield the header and the rows of each table."""
    for table in _TABLE.findall(page):
        header, _, *rows = (
            [cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()
        )
        yield header, rows


def fill_in(path: Path, page: str) -> None:
    """Type the tables of a page into the sheets that their first columns are named after."""
    book = openpyxl.load_workbook(path)
    for (title, *columns), rows in tables_in(page):
        sheet = book[title]
        if title == "Report":
            places = {row[0].value: row[1] for row in sheet.iter_rows()}
            for name, value in rows:
                places[name].value = value
        else:
            fill_rows(sheet, ["Audit ref", *columns], rows)
    book.save(path)


def fill_rows(sheet: Worksheet, columns: list[str], rows: list[list[str]]) -> None:
    names = [cell.value for cell in sheet[1]]
    for number, row in enumerate(rows, start=2):
        for column, text in zip(columns, row, strict=True):
            sheet.cell(number, names.index(column) + 1).value = typed(text)


def typed(text: str) -> str | int | datetime:
    """Return what Excel makes of what is typed."""
    if "/" in text:
        return datetime.strptime(text, "%d/%m/%Y")  # noqa: DTZ007  # a cell has no time zone
    return int(text) if text.isdigit() else text


def mend(path: Path, cell: str, value: str) -> None:
    book = openpyxl.load_workbook(path)
    book["Audits"][cell].value = value
    book.save(path)


def test_a_first_quarter_goes_as_the_page_shows(stand_in: Path) -> None:
    begin, fill, check, make, _ = re.split(r"^## \d\. .*$", FIRST_QUARTER, flags=re.MULTILINE)[1:]
    faulty, mended = check.split("In E6, choose `Requires Improvement`")
    workbook = stand_in / "audits" / "data.xlsx"

    type_along(begin)
    fill_in(workbook, fill)
    type_along(faulty)
    mend(workbook, "E6", "Requires Improvement")
    type_along(mended)
    type_along(make)
    page = (stand_in / "audits" / "report" / "q1-2026-27.md").read_text(encoding="utf-8")
    assert [quote for quote in _QUOTED.findall(make) if quote not in page] == []


def test_what_is_quoted_of_the_sample_stands_in_its_report() -> None:
    report = re.sub(r"[*\\]", "", GOLDEN.read_text(encoding="utf-8"))
    quoted = _QUOTED.findall(READING)

    assert len(quoted) > 5
    assert [quote for quote in quoted if quote not in report] == []
