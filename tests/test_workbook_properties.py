"""What holds for every workbook: it reads the same whoever wrote it, and however."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from corpus.packages import pack, parts_of
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from auditreport.reading.opening import read_workbook
from auditreport.reading.raw import RawSheet


def read_bytes(data: bytes, folder: Path) -> RawSheet:
    """Read the first sheet of a file's bytes."""
    (folder / "tracker.xlsx").write_bytes(data)
    return read_workbook(folder / "tracker.xlsx").sheets[0]


TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=20
).filter(lambda text: not text.startswith("="))

VALUE = TEXT | st.integers(-(10**9), 10**9) | st.booleans()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(VALUE, max_size=4), max_size=4))
def test_what_openpyxl_writes_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str | int | bool]]
) -> None:
    sheet = openpyxl.Workbook().active
    assert isinstance(sheet, Worksheet)
    sheet.append(["first"])
    for row in rows:
        for column, value in enumerate(row, 1):
            cell = sheet.cell(sheet.max_row + (column == 1), column, value)
            cell.data_type = "s" if isinstance(value, str) else cell.data_type
    buffer = io.BytesIO()
    assert sheet.parent is not None
    sheet.parent.save(buffer)
    found = read_bytes(buffer.getvalue(), tmp_path_factory.mktemp("rows"))
    assert found.rows == (("first",), *(tuple(row) for row in rows if row))


CELL = st.sampled_from(
    [
        "/>",
        "><v>3</v></c>",
        "><v>-0.5</v></c>",
        ' s="1"><v>42472</v></c>',
        ' s="1"><v>-5</v></c>',
        ' t="b"><v>1</v></c>',
        ' t="s"><v>0</v></c>',
        ' t="s"><v>1</v></c>',
        ' t="str"><f>A</f><v> a&amp;b </v></c>',
        ' t="str"><f>A</f><v></v></c>',
        ' t="e"><v>#N/A</v></c>',
        ' t="e"><f>A</f><v>#SPILL!</v></c>',
        ' s="1" t="d"><v>2016-04-12</v></c>',
        ' t="inlineStr"><is><t xml:space="preserve"> x </t></is></c>',
        "><f>A</f></c>",
        '><f t="shared" si="0"/><v>4</v></c>',
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(CELL, max_size=6), max_size=4), st.booleans())
def test_a_sheet_reads_the_same_written_plainly_or_not(
    tmp_path_factory: pytest.TempPathFactory, sheet: list[list[str]], hidden: bool
) -> None:
    attribute = ' hidden="1"' if hidden else ""
    rows = '<row r="1"><c r="A1"><v>1</v></c></row>'
    for number_, cells in enumerate(sheet, 2):
        inside = "".join(
            f'<c r="{letter}{number_}"{cell}' for letter, cell in zip("ABCDEF", cells, strict=False)
        )
        rows += f'<row r="{number_}"{attribute}>{inside}</row>'
    strings = "<si><t>Good</t></si><si><t>Inadequate</t></si>"
    tail = '<mergeCells><mergeCell ref="B2:C3"/></mergeCells>'
    folder = tmp_path_factory.mktemp("sheets")
    plain = read_bytes(pack(parts_of(rows, strings, tail=tail)), folder)
    odd = read_bytes(pack(parts_of(rows.replace('"', "'"), strings, tail=tail)), folder)
    assert odd == plain
