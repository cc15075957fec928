"""The tables of a report read back from each of its forms, as text, cell by cell."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping

import openpyxl
from docx import Document
from markdown_it import MarkdownIt
from openpyxl.cell import Cell
from page_tree import read_page, table_cells
from pdf_pages import read_tables

Rows = list[list[str]]
SYMBOLS = {"[x]", "[u]"}


def one_line(text: str) -> str:
    """Return a cell's text without what forms set differently around the same figures."""
    for mark in "()▲▽":
        text = text.replace(mark, " ")
    return " ".join(text.split())


def read_html(data: bytes) -> list[Rows]:
    return [table_cells(table) for table in read_page(data.decode()).all("table")]


def read_markdown(data: bytes) -> list[Rows]:
    tables: list[Rows] = []
    for token in MarkdownIt("commonmark").enable("table").parse(data.decode()):
        if token.type == "table_open":
            tables.append([])
        elif token.type == "tr_open":
            tables[-1].append([])
        elif token.type == "inline" and token.level == 4:
            tables[-1][-1].append("".join(child.content for child in token.children or ()))
    return tables[1:]  # the figures at a glance are no table in the other forms


def read_word(data: bytes) -> list[Rows]:
    tables = Document(io.BytesIO(data)).tables
    rows = [[[cell.text for cell in row.cells] for row in table.rows] for table in tables]
    return rows[1:]  # likewise


def read_pdf(data: bytes) -> list[Rows]:
    return [cells for _, cells in read_tables(data)]


FORMS: Mapping[str, Callable[[bytes], list[Rows]]] = {
    "html": read_html,
    "md": read_markdown,
    "docx": read_word,
    "pdf": read_pdf,
}


def shown(cell: Cell) -> str:
    """Return what a spreadsheet shows in a cell."""
    if not isinstance(cell.value, int | float):
        return str(cell.value)
    if cell.number_format.endswith("%"):
        decimals = len(cell.number_format.removesuffix("%").partition(".")[2])
        return f"{cell.value * 100:.{decimals}f}%"
    return f"{cell.value:,}" if "," in cell.number_format else str(cell.value)


def read_workbook(data: bytes) -> Iterator[Rows]:
    """Yield the tables of a workbook, each share in three columns."""
    book = openpyxl.load_workbook(io.BytesIO(data))
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
