"""The workbook of tables: numbers to go on with, by the checklist for accessible spreadsheets."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from functools import cache
from typing import get_args
from zipfile import ZipFile

import openpyxl
import pytest
from hostile import PAYLOADS, report_of, typed
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook
from synthetic import full_report

from auditreport.rendering.blocks import (
    BarRow,
    Bars,
    Block,
    Bullets,
    Callout,
    Column,
    Facts,
    HeatCell,
    HeatMap,
    HeatRow,
    Lists,
    Paragraph,
    Quotes,
    Subheading,
    Table,
    Tone,
)
from auditreport.rendering.layout import Part, Report
from auditreport.rendering.table_columns import read_value, value_columns
from auditreport.rendering.table_list import list_tables
from auditreport.rendering.table_workbook import render_table_workbook
from auditreport.rendering.text import show_invisible

FIRST = ["Cover", "Contents", "Symbols"]


def book_of(report: Report) -> bytes:
    ((name, data),) = render_table_workbook(report).items()
    assert name == f"{report.name}.tables.xlsx"
    return data


@cache
def full_book() -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(book_of(full_report())))


def table_sheets() -> list[Worksheet]:
    sheets = full_book().worksheets[len(FIRST) :]
    return [sheet for sheet in sheets if isinstance(sheet, Worksheet)]


def columns_of(block: Table | Bars | HeatMap) -> dict[str, list[object]]:
    return {c.heading: [v.content for v in c.values] for c in value_columns(block)}


def number_table(*texts: str) -> Table:
    return Table("T", (Column("N", is_number=True),), tuple((text,) for text in texts))


def test_it_begins_with_cover_contents_and_symbols() -> None:
    assert full_book().sheetnames[: len(FIRST)] == FIRST
    cover = [row[0] for row in full_book()["Cover"].values]
    assert cover[0] == full_report().title
    assert "Internal: contains case-level information. Not for publication." in cover


def test_a_draft_says_so_on_its_cover() -> None:
    book = openpyxl.load_workbook(io.BytesIO(book_of(replace(full_report(), is_draft=True))))
    assert any("DRAFT" in str(row[0]) for row in book["Cover"].values)


def test_every_table_of_the_report_has_a_worksheet() -> None:
    tables = list_tables(full_report())
    assert [sheet.title for sheet in table_sheets()] == [table.sheet for table in tables]
    assert [sheet["A1"].value for sheet in table_sheets()] == [
        f"Table {table.number}: {table.caption}" for table in tables
    ]


def test_every_kind_of_block_is_a_table_or_known_to_be_none() -> None:
    prose = {Paragraph, Subheading, Bullets, Callout, Lists, Quotes}
    assert set(get_args(Block)) - prose == {Table, Bars, HeatMap, Facts}


def test_the_contents_link_to_each_worksheet_and_each_links_back() -> None:
    links = {
        cell.value: cell.hyperlink.location
        for (cell, *_) in full_book()["Contents"].iter_rows()
        if cell.hyperlink
    }
    assert links == {name: f"'{name}'!A1" for name in full_book().sheetnames[2:]}
    for sheet in table_sheets():
        back = [cell.hyperlink.location for (cell, *_) in sheet.iter_rows() if cell.hyperlink]
        assert back == ["'Contents'!A1"]


def test_each_table_is_marked_up_with_one_header_row_and_no_empty_cell() -> None:
    for sheet in full_book().worksheets[1:]:
        (table,) = sheet.tables.values()
        header, *rows = sheet[table.ref]
        names = [cell.value for cell in header]
        assert names == table.column_names
        assert len({name.casefold() for name in names}) == len(names)
        assert rows
        assert [cell for row in rows for cell in row if cell.value in (None, "")] == []
        assert table.ref.split(":")[1] == sheet.dimensions.split(":")[1]


def test_nothing_is_merged_hidden_frozen_or_filtered() -> None:
    for sheet in full_book().worksheets:
        assert not sheet.merged_cells.ranges
        assert sheet.freeze_panes is None
        assert sheet.auto_filter.ref is None
        assert all(table.autoFilter is None for table in sheet.tables.values())
        assert not any(row.hidden for row in sheet.row_dimensions.values())


def test_every_text_is_wrapped_and_every_column_has_a_width() -> None:
    for sheet in table_sheets():
        (table,) = sheet.tables.values()
        for cell in (cell for row in sheet[table.ref] for cell in row):
            assert cell.alignment.wrap_text
            assert sheet.column_dimensions[cell.column_letter].width >= 12


def test_it_says_its_title_and_language() -> None:
    assert full_book().properties.language == "en-GB"
    assert full_report().title in str(full_book().properties.title)


def test_the_same_report_has_the_same_bytes_and_no_date() -> None:
    data = book_of(full_report())
    assert book_of(full_report()) == data
    with ZipFile(io.BytesIO(data)) as packed:
        assert {member.date_time[0] for member in packed.infolist()} == {1980}
        assert set(re.findall(rb"(\d{4})-\d\d-\d\dT", packed.read("docProps/core.xml"))) == {
            b"1980"
        }


def test_counts_and_percentages_are_numbers_and_show_as_in_the_report() -> None:
    told = [read_value(text) for text in ("15", "1,234", "41%", "69.6%", "+15.4", "-2", "2.50")]
    assert [value.content for value in told] == [15, 1234, 0.41, 0.696, 15.4, -2, 2.5]
    assert [value.number_format for value in told] == [
        *("0", "#,##0", "0%", "0.0%", "+0.0;-0.0", "+0;-0", "0.00")
    ]


@pytest.mark.parametrize("text", ["22 of 56", "4.0% to 13.6%", "too few to say", "–", "1,23", "٣"])
def test_what_is_no_number_stays_text(text: str) -> None:
    assert read_value(text).content == text


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_a_count_comes_back_as_the_number_that_it_is(count: int) -> None:
    assert read_value(f"{count:,}").content == count


def test_an_empty_cell_says_that_nothing_is_recorded() -> None:
    assert columns_of(number_table("1", "")) == {"N": [1, "[x]"]}


def test_a_share_is_taken_apart() -> None:
    block = number_table("22 of 56 (39%)", "1 of 2", "1,000 of 2,000 (50%)", "none judged")
    assert columns_of(block) == {
        "N: count": [22, 1, 1000, "[x]"],
        "N: out of": [56, 2, 2000, "[x]"],
        "N: per cent": [0.39, "[u]", 0.5, "[x]"],
    }


def test_a_heat_map_is_taken_apart() -> None:
    cells = (HeatCell("40%", "6 of 15", "few"), HeatCell("too few", "1 of 2", "few"))
    block = HeatMap("h", "C", "Area", ("Q1", "Q2"), (HeatRow("Risk", cells),), "D")
    assert columns_of(block) == {
        "Area": ["Risk"],
        "Q1: count": [6],
        "Q1: out of": [15],
        "Q1: per cent": [0.4],
        "Q2: count": [1],
        "Q2: out of": [2],
        "Q2: per cent": ["[u]"],
    }


def test_a_column_that_holds_more_than_shares_stays_as_it_is() -> None:
    assert columns_of(number_table("22 of 56", "9")) == {"N": ["22 of 56", 9]}


def test_columns_of_one_name_are_told_apart() -> None:
    tones = (Tone("Yes", "yes"), Tone("YES", "no"))
    block = Bars("b", "C", "Yes", tones, (), (BarRow("Asked", (1, 2)),), "D")
    assert list(columns_of(block)) == ["Yes", "Yes (2)", "YES (3)"]


def test_a_table_without_rows_says_that_there_are_none() -> None:
    assert columns_of(number_table()) == {"N": ["[x]"]}


def captioned(*captions: str) -> Report:
    tables = tuple(replace(number_table("1"), caption=caption) for caption in captions)
    return replace(full_report(), parts=(Part("one", "One", tables),))


def sheet_names(*captions: str) -> list[str]:
    return [table.sheet for table in list_tables(captioned(*captions))][1:]


@pytest.mark.parametrize(
    ("caption", "name"),
    [
        ("Overall judgements, Q1", "Q1 Overall judgements"),
        ("Overall judgements by service, Q1", "Q1 Judgements by service"),
        ("Good or better by case type, April 2024 to March 2025", "Year by case type"),
        ("Good or better by team, Quarter 2 (July to September 2024)", "Q2 Good or better by team"),
        ("Neglect, September 2024: cases by age band", "Sep 2024 Neglect by age band"),
        ("Return home interviews, June 2024: the cases seen", "Jun 2024 Return home cases"),
        ("What should happen to us next? – Autumn 2024", "Autumn 2024 What should happen"),
    ],
)
def test_a_worksheets_name_says_the_period_first_then_the_subject(caption: str, name: str) -> None:
    assert sheet_names(caption) == [name]


def test_a_worksheets_name_is_cut_after_a_whole_word_that_leads_somewhere() -> None:
    assert sheet_names("Immediate concerns and what was done at once") == ["Immediate concerns"]


def test_worksheets_of_one_name_are_numbered_and_none_takes_one_that_excel_keeps() -> None:
    assert sheet_names("Same", "same", "History", "Contents") == [
        *("Same", "same (2)", "History (2)", "Contents (2)")
    ]


@given(st.lists(typed(), min_size=1, max_size=4))
@settings(max_examples=50, deadline=None)
def test_every_worksheet_has_a_name_that_excel_takes(captions: list[str]) -> None:
    names = [table.sheet for table in list_tables(captioned(*captions))]
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert 1 <= len(name) <= 31
        assert not re.search(r"[\[\]:*?/\\'\n]", name)


def typed_table(*texts: str) -> Report:
    table = Table("T", (Column("No"), Column("Text")), tuple(("n", text) for text in texts))
    return replace(full_report(), parts=(Part("one", "One", (table,)),))


def shown_in(data: bytes) -> list[object]:
    """Return the texts of the last worksheet's table as a spreadsheet program reads them."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    rows = book.get_sheet_by_name(book.sheet_names[-1]).to_python()
    header = next(number for number, row in enumerate(rows) if row[:2] == ["No", "Text"])
    return [row[1] for row in rows[header + 1 :]]


@given(st.lists(typed() | st.just("_x0041_ =1+1"), min_size=1, max_size=5))
@settings(max_examples=12, deadline=None)
def test_text_shows_as_typed(texts: list[str]) -> None:
    assert shown_in(book_of(typed_table(*texts))) == [show_invisible(text) for text in texts]


def test_no_text_is_a_formula() -> None:
    book = openpyxl.load_workbook(io.BytesIO(book_of(typed_table(*PAYLOADS))))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n"}


@given(typed())
@settings(max_examples=10, deadline=None)
def test_any_text_can_stand_anywhere(text: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(book_of(report_of(text))))
    assert len(book.sheetnames) > len(FIRST)
