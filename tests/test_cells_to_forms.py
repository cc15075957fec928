"""What is typed into the text cells of a workbook, found again in every form of the report."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import openpyxl
import pytest
from hostile import PAYLOADS, typed
from hypothesis import HealthCheck, given, settings
from markdown_it import MarkdownIt
from page_tree import read_page
from pdf_pages import read_text
from whole_workbook import Book
from word_files import WordFile

from auditreport.analysis import analyse
from auditreport.problems import ProblemLog
from auditreport.reading import Reading
from auditreport.reading.mapping import TrackerMapping
from auditreport.reading.understanding import understand_workbooks
from auditreport.rendering import render
from auditreport.rendering.text import show_invisible

PLACES = (
    ("Actions", "Action"),
    ("Plan cases", "Observation"),
    ("Schedule", "Note"),
    ("Audits", "Strengths"),
    ("Feedback", "F3"),
)
IN_TABLES = 3  # of the places; the workbook of tables holds no quotations
MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])


def files_with(text: str, *formats: str) -> dict[str, bytes]:
    """Return the files of a report whose workbook holds a text in each place."""
    book = Book()
    for number, (sheet, column) in enumerate(PLACES):
        book.put(sheet, 1, column, f"Place {number}: {text}.")
    log = ProblemLog()
    data = understand_workbooks((book.raw(),), TrackerMapping(), log)
    assert not log.has_errors
    return render(analyse(Reading(data, log.problems), tool="test"), formats)


def squeezed(text: str) -> str:
    """Return text without blanks and chances to break, which each form sets in its own way."""
    return "".join(text.replace("\u200b", "").split())


def words_of_markdown(source: str) -> Iterator[str]:
    for token in MARKDOWN.parse(source):
        for child in token.children or ():
            yield child.content if child.type == "text" else " "


def words_of(name: str, data: bytes) -> str:
    """Return the text that a reader of a form sees."""
    if name.endswith(".html"):
        return read_page(data.decode()).one("body").text
    if name.endswith(".md"):
        return "".join(words_of_markdown(data.decode()))
    if name.endswith(".docx"):
        return "".join(text for _, text in WordFile(data).paragraphs())
    if name.endswith(".pdf"):
        return read_text(data)
    book = openpyxl.load_workbook(BytesIO(data))
    cells = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
    return " ".join(str(value) for value in cells if value is not None)


def check_forms(text: str, *formats: str) -> None:
    shown = squeezed(show_invisible(" ".join(text.split())))
    for name, data in files_with(text, *formats).items():
        if name.endswith((".html", ".md", ".docx", ".pdf", ".xlsx")):
            found = squeezed(words_of(name, data))
            places = range(IN_TABLES if name.endswith(".xlsx") else len(PLACES))
            missing = [n for n in places if f"Place{n}:{shown}." not in found]
            assert (name, missing) == (name, [])


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(typed().filter(str.isprintable))  # reading takes what cannot be seen for blanks
def test_any_text_of_a_cell_stands_as_typed_in_every_form(text: str) -> None:
    check_forms(text, "html", "md", "docx", "xlsx")


@pytest.mark.parametrize("text", [t for t in PAYLOADS if t.isascii() and t.isprintable()][:6])
def test_text_that_tries_to_be_more_stands_in_the_pdf_too(text: str) -> None:
    check_forms(text, "html", "pdf")
