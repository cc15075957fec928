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
from auditreport.reading.raw import CellValue
from auditreport.reading.table_finding import find_table
from auditreport.reading.values import (
    Finding,
    Reader,
    read_column,
    read_mark,
    read_text,
    read_whole_number,
    read_words,
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
