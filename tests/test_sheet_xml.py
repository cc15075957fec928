"""The look at a sheet's XML, and the sheets that are written again before it."""

from __future__ import annotations

import pytest
from corpus.packages import sheet_xml
from hypothesis import given
from hypothesis import strategies as st

from auditreport.reading.limits import Limits
from auditreport.reading.refusal import Refusal
from auditreport.reading.row_shapes import NotPlainError, column_number
from auditreport.reading.sheet_rewriting import drop_prefix, rewrite_sheet
from auditreport.reading.sheet_xml import LAST_COLUMN, SheetLook, column_letters, look_at_sheet


def look(
    rows: str,
    tail: str = "",
    limits: Limits = Limits(),  # noqa: B008
) -> SheetLook:
    """Look at a sheet with these rows."""
    return look_at_sheet(sheet_xml(rows, tail=tail).encode(), limits)


@given(st.integers(min_value=1, max_value=LAST_COLUMN))
def test_a_columns_letters_give_its_number(number: int) -> None:
    assert column_number(column_letters(number).encode()) == number


def test_known_columns() -> None:
    assert [column_letters(number) for number in (1, 26, 27, 16384)] == ["A", "Z", "AA", "XFD"]


def test_the_extent_is_that_of_filled_cells() -> None:
    found = look('<row r="2"><c r="C2"><v>1</v></c><c r="Z2" s="3"/></row><row r="9"/>')
    assert (found.last_row, found.last_column) == (2, 3)


@pytest.mark.parametrize("attribute", ['hidden="1"', 'hidden="true"'])
def test_hidden_rows_are_found(attribute: str) -> None:
    assert look(f'<row r="3" spans="1:2" {attribute} ht="0"/>').hidden_rows == {3}


@pytest.mark.parametrize("attribute", ['hidden="0"', 'hidden="false"', 'collapsed="1"'])
def test_rows_that_are_shown_are_not_hidden(attribute: str) -> None:
    assert look(f'<row r="3" {attribute}/>').hidden_rows == set()


def test_errors_and_formulas_are_found_by_cell() -> None:
    found = look(
        '<row r="2"><c r="B2" t="e"><f>X</f><v>#REF!</v></c><c r="C2"><f>Y</f></c>'
        '<c r="D2" t="str"><f>Z</f><v></v></c><c r="E2" s="1"><v>-3</v></c></row>'
    )
    assert found.errors == {(2, 2): "#REF!"}
    assert found.uncalculated == {(2, 3)}
    assert found.negatives == {(2, 5): -3.0}


@pytest.mark.parametrize(
    "rows",
    [
        "<row/>",
        "<row r='1'/>",
        '<row r="1"><c><v>1</v></c></row>',
        '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A2"><v>1</v></c></row>',
        '<row r="2"/><row r="1"/>',
        '<row r="1"><c r="A1"><v>one</v></c></row>',
        '<row r="1"><c r="A1" t="d"><v>2016-02-31</v></c></row>',
        "<!-- -->",
    ],
)
def test_what_is_written_in_another_way_is_not_taken_for_plain(rows: str) -> None:
    with pytest.raises(NotPlainError):
        look(rows)


@pytest.mark.parametrize(
    ("limits", "setting"),
    [(Limits(cells=3), "cells = 3"), (Limits(odd_cells=1), "odd_cells = 1")],
)
def test_a_sheet_that_passes_a_limit_is_refused_by_the_limits_name(
    limits: Limits, setting: str
) -> None:
    cell = '<c r="{0}2" t="e"><v>#N/A</v></c>'
    with pytest.raises(Refusal, match=setting):
        look(f'<row r="2">{cell.format("A")}{cell.format("B")}</row>', limits=limits)


def test_too_many_merged_areas_are_refused() -> None:
    tail = "<mergeCells>" + '<mergeCell ref="A1:B1"/>' * 3 + "</mergeCells>"
    with pytest.raises(Refusal, match="merged = 2"):
        look("", tail, Limits(merged=2))


def test_merged_areas_that_no_sheet_can_hold_are_refused_as_such() -> None:
    odd = sheet_xml("", tail='<mergeCells><mergeCell ref="A1:ZZZZ9"/></mergeCells>')
    with pytest.raises(Refusal, match="Merged cells lie outside of the sheet"):
        rewrite_sheet(odd.encode())


def test_a_sheet_written_again_is_plain() -> None:
    odd = sheet_xml(
        "<row hidden='1'><c t='inlineStr'><is><r><t>a</t></r><r><t> b</t></r></is></c></row>"
        "<row><c r='C2' t='e'><v>#N/A</v></c><c r='B2'><f>1</f></c></row>",
        tail="<mergeCells><mergeCell\nref='A1:B1'/></mergeCells>",
    )
    again = rewrite_sheet(odd.encode())
    assert b">a b</t>" in again
    found = look_at_sheet(again, Limits())
    assert found.hidden_rows == {1}
    assert found.errors == {(2, 3): "#N/A"}
    assert found.uncalculated == {(2, 2)}
    assert len(found.merged) == 1


def test_a_prefix_that_every_element_has_is_dropped() -> None:
    plain = sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>')
    prefixed = plain.replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:")
    prefixed = prefixed.replace("xmlns=", "xmlns:x=")
    assert drop_prefix(prefixed.encode()) == plain.encode()


@pytest.mark.parametrize("inside", ['<y xmlns="urn:y"/>', "<!-- <x:c/> -->"])
def test_a_prefix_that_may_mean_something_is_kept(inside: str) -> None:
    data = f'<x:worksheet xmlns:x="urn:x">{inside}</x:worksheet>'.encode()
    assert drop_prefix(data) == data


def test_white_space_between_cells_is_plain() -> None:
    found = look('\n<row r="1">\n <c r="A1"><v>1</v></c>\n</row>\n\t<row r="2"/>\n')
    assert found.last_row == 1


LETTERS = st.sampled_from("<>&\"'\r\n\t ab✓é")


@given(st.text(LETTERS, max_size=12))
def test_a_text_written_again_is_the_same(text: str) -> None:
    references = "".join(f"&#{ord(letter)};" for letter in text)
    odd = sheet_xml(f"<row><c t='inlineStr'><is><t>{references}</t></is></c></row>")
    again = rewrite_sheet(rewrite_sheet(odd.encode()))
    assert again == rewrite_sheet(again)
    assert look_at_sheet(again, Limits()).last_row == 1
