"""One cell's value, and how a column of them is read."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workbooks import a_sheet

from auditreport.problems import ProblemLog
from auditreport.reading.contract import NARRATIVE
from auditreport.reading.mapping import TrackerMapping
from auditreport.reading.raw import CellValue, ErrorValue, Uncalculated
from auditreport.reading.table_finding import find_table
from auditreport.reading.values import (
    Finding,
    Reader,
    read_column,
    read_lines,
    read_mark,
    read_text,
    read_whole_number,
    read_words,
    read_yes_no,
)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        (12.0, "12"),
        (1.5, "1.5"),
        (" a\u00a0b ", "a b"),
        (date(2016, 4, 1), "2016-04-01"),
    ],
)
def test_a_cell_is_text_as_excel_shows_it(cell: CellValue, text: str) -> None:
    assert read_text(cell) == text


@pytest.mark.parametrize("cell", ["N/A", "n/a ", "Not applicable", "-", "–"])
def test_words_that_do_not_apply_are_no_text(cell: str) -> None:
    assert (read_words(cell), read_mark(cell)) == ("", None)


@given(st.integers(0, 999_999_999))
def test_a_whole_number_is_read_in_each_of_its_forms(number: int) -> None:
    forms = (number, float(number), str(number), f" {number}\u00a0")

    assert [read_whole_number(form) for form in forms] == [number] * 4


@pytest.mark.parametrize("cell", [-1, 1.5, "many", "1e3", "٣x"])
def test_what_is_no_whole_number_is_a_finding(cell: CellValue) -> None:
    assert isinstance(read_whole_number(cell), Finding)


def test_what_a_word_means_is_found_once() -> None:
    asked: list[CellValue] = []

    def read(cell: CellValue) -> str:
        asked.append(cell)
        return read_text(cell)

    sheet = a_sheet("Narrative", [("Section", "Text"), *[("Year", "x")] * 50])
    log = ProblemLog()
    table = find_table(sheet, NARRATIVE, TrackerMapping(), log)

    assert table is not None
    assert read_column(table, "Section", Reader(read), log) == ["Year"] * 50
    assert asked == ["Year"]
    assert read_column(table, "Heading", Reader(read), log) == [""] * 50


@pytest.mark.parametrize(
    ("cell", "code"), [(ErrorValue("#REF!"), "error-value"), (Uncalculated(), "not-calculated")]
)
def test_a_broken_formula_counts_as_a_blank_cell_of_its_kind(cell: CellValue, code: str) -> None:
    words = Reader(read_text)
    dates: Reader[str] = Reader(lambda _: Finding("none given", "missing-date"))

    assert words[cell] == Finding("", code)
    assert dates[cell] == Finding("none given", code)


def test_a_text_keeps_its_lines_and_a_number_is_a_line() -> None:
    assert [read_lines(cell) for cell in (" One. \n Two.", 12.0, None, "N/A")] == [
        "One.\nTwo.",
        "12",
        "",
        "",
    ]


def test_a_number_of_ten_digits_is_no_count_of_anything() -> None:
    assert read_whole_number("123456789") == 123_456_789
    assert isinstance(read_whole_number("1234567890"), Finding)


def test_what_is_neither_yes_nor_a_number_is_said_to_count_as_blank() -> None:
    taken = {"taken": "it counts as blank"}

    assert read_yes_no("perhaps") == Finding(None, "unknown-yes-no", taken)
    assert read_whole_number("many") == Finding(None, "unreadable-number", taken)
