"""Every form of a report says the same: its tables are those of the figures, number by number."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from markdown_it import MarkdownIt
from openpyxl.cell import Cell
from outlined import parts_of
from page_tree import read_page, table_cells
from pdf_pages import read_tables

from auditreport.analysis import analyse
from auditreport.analysis.figures import Figures
from auditreport.reading import read
from auditreport.rendering import FORMATS
from auditreport.rendering.blocks import Bars, HeatMap, Table
from auditreport.rendering.layout import Report
from auditreport.rendering.options import RenderOptions
from auditreport.rendering.outline import build_report
from auditreport.rendering.tables import table_rows

Rows = list[list[str]]
SAMPLE = Path(__file__).parents[1] / "sample_data" / "rutland-2016-17.xlsx"
SYMBOLS = {"[x]", "[u]"}


@cache
def sample_figures() -> Figures:
    return analyse(read([SAMPLE]), scope="year", tool="auditreport")


@cache
def sample_report() -> Report:
    return build_report(sample_figures())


def tabled() -> list[Table | Bars | HeatMap]:
    blocks = [block for part in parts_of(sample_report()) for block in part.blocks]
    return [block for block in blocks if isinstance(block, Table | Bars | HeatMap)]


@cache
def document(form: str) -> bytes:
    return next(iter(FORMATS[form](sample_report(), RenderOptions()).values()))


def one_line(text: str) -> str:
    """Return a cell's text without what forms set differently around the same figures."""
    for mark in "()▲▽":
        text = text.replace(mark, " ")
    return " ".join(text.split())


def read_html() -> list[Rows]:
    return [table_cells(table) for table in read_page(document("html").decode()).all("table")]


def read_markdown() -> list[Rows]:
    tables: list[Rows] = []
    for token in MarkdownIt("commonmark").enable("table").parse(document("md").decode()):
        if token.type == "table_open":
            tables.append([])
        elif token.type == "tr_open":
            tables[-1].append([])
        elif token.type == "inline" and token.level == 4:
            tables[-1][-1].append("".join(child.content for child in token.children or ()))
    return tables[1:]  # the figures at a glance are no table in the other forms


def read_word() -> list[Rows]:
    tables = Document(io.BytesIO(document("docx"))).tables
    rows = [[[cell.text for cell in row.cells] for row in table.rows] for table in tables]
    return rows[1:]  # likewise


def read_pdf() -> list[Rows]:
    return [cells for _, cells in read_tables(document("pdf"))]


FORMS: Mapping[str, Callable[[], list[Rows]]] = {
    "html": read_html,
    "md": read_markdown,
    "docx": read_word,
    "pdf": read_pdf,
}


@cache
def tables_in(form: str) -> list[Rows]:
    return [[[one_line(cell) for cell in row] for row in rows] for rows in FORMS[form]()]


@pytest.mark.parametrize("form", FORMS)
def test_a_form_has_every_table_of_the_report_cell_by_cell(form: str) -> None:
    expected = [[headings, *rows] for headings, _, rows in map(table_rows, tabled())]
    assert tables_in(form) == [
        [[one_line(cell) for cell in row] for row in table] for table in expected
    ]


def test_every_format_is_compared() -> None:
    assert {*FORMS, "xlsx"} == set(FORMATS)


def shown(cell: Cell) -> str:
    """Return what a spreadsheet shows in a cell."""
    if not isinstance(cell.value, int | float):
        return str(cell.value)
    if cell.number_format.endswith("%"):
        decimals = len(cell.number_format.removesuffix("%").partition(".")[2])
        return f"{cell.value * 100:.{decimals}f}%"
    return f"{cell.value:,}" if "," in cell.number_format else str(cell.value)


def read_workbook() -> Iterator[Rows]:
    book = openpyxl.load_workbook(io.BytesIO(document("xlsx")))
    for sheet in book.worksheets[4:]:  # after cover, contents, symbols and the figures at a glance
        (table,) = sheet.tables.values()
        yield [[shown(cell) for cell in row] for row in sheet[table.ref]]


def join_shares(rows: Rows) -> Rows:
    """Put a share's three columns together again, as `22 of 56 39%`."""
    header = rows[0]
    joined: Rows = [[] for _ in rows]
    for x, heading in enumerate(header):
        name, _, part = heading.rpartition(": ")
        if part in ("out of", "per cent") and f"{name}: count" in header:
            continue
        for row, out in zip(rows, joined, strict=True):
            is_share = part == "count" and f"{name}: out of" in header
            out.append(share(row[x : x + 3], name) if is_share else row[x])
    return joined


def share(cells: list[str], name: str) -> str:
    if cells[0] == f"{name}: count":
        return name
    count, base, percent = cells
    if count in SYMBOLS:
        return count
    return f"{count} of {base}" + ("" if percent in SYMBOLS else f" {percent}")


def as_joined(text: str) -> str:
    """Return a cell of the report as it comes back from a workbook."""
    words = one_line(text)
    if words in ("", "none judged"):
        return "[x]"
    percent, _, base = words.partition(" ")
    if " of " in base and (percent.endswith("%") or words.startswith("too few ")):
        base = base.removeprefix("few ")
        return f"{base} {percent}" if percent.endswith("%") else base
    return words


def test_the_workbook_has_every_number_of_the_report() -> None:
    for block, rows in zip(tabled(), read_workbook(), strict=True):
        _, _, expected = table_rows(block)
        assert [[one_line(cell) for cell in row] for row in join_shares(rows)[1:]] == [
            [as_joined(cell) for cell in row] for row in expected
        ], block.caption


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("quarter", ["Q1", "Q2", "Q3", "Q4"])
def test_a_quarters_judgements_are_those_of_its_figures(form: str, quarter: str) -> None:
    areas = sample_figures().periods[quarter].areas
    charts = [rows for rows in tables_in(form) if {row[0] for row in rows} >= set(areas)]
    told = [
        {row[0]: dict(zip(rows[0], row, strict=True)) for row in rows[1:]}
        for rows in charts
        if "Outstanding" in rows[0]
    ]
    expected = {
        area: {word: str(count) for word, count in found.counts.items()}
        for area, found in areas.items()
    }
    assert any(
        all(
            table[area].get(word, "0") == count
            for area, counts in expected.items()
            for word, count in counts.items()
        )
        for table in told
    )
