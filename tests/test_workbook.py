"""A workbook's file becomes raw sheets: each value stands where the file has it."""

from __future__ import annotations

import hashlib
from datetime import date, datetime, time
from html import escape
from pathlib import Path

import openpyxl
import pytest
from corpus.disguises import ods_cell, ods_row, open_document
from corpus.excel_97 import error, formula_error, hidden_row, number, workbook_97
from corpus.excel_binary import begin_row, binary_error, binary_workbook, merged, real
from corpus.packages import (
    SHEET,
    WORKBOOK,
    WORKBOOK_RELATIONS,
    pack,
    parts_of,
    relations_xml,
    sheet_xml,
    workbook,
    workbook_xml,
)
from openpyxl.worksheet.worksheet import Worksheet

from auditreport.errors import FileFault
from auditreport.reading.opening import read_workbook
from auditreport.reading.raw import CellRange, ErrorValue, RawSheet, RawWorkbook, Uncalculated


def new_sheet() -> Worksheet:
    """Return the sheet of a new workbook."""
    sheet = openpyxl.Workbook().active
    assert isinstance(sheet, Worksheet)
    return sheet


def read(sheet: Worksheet, tmp_path: Path, name: str = "tracker.xlsx") -> RawWorkbook:
    """Save the workbook of a sheet and read it."""
    assert sheet.parent is not None
    sheet.parent.save(tmp_path / name)
    return read_workbook(tmp_path / name)


def read_bytes(data: bytes, tmp_path: Path, name: str = "tracker.xlsx") -> RawSheet:
    """Read the first sheet of a file's bytes."""
    (tmp_path / name).write_bytes(data)
    return read_workbook(tmp_path / name).sheets[0]


def test_values_keep_their_kind_and_their_text(tmp_path: Path) -> None:
    row = ["N/A", " Good ", "00012", 3, 0.7, True, date(2016, 4, 12), None, "None", "=", "'x"]
    sheet = new_sheet()
    sheet.append(row)
    sheet["J1"].data_type = "s"
    found = read(sheet, tmp_path).sheets[0].rows[0]
    assert found == tuple(row)
    assert [type(value) for value in found] == [type(value) for value in row]


def test_a_date_keeps_its_time(tmp_path: Path) -> None:
    sheet = new_sheet()
    stamp = datetime.fromisoformat("2016-04-12T09:30")
    sheet.append([stamp, time(9, 30)])
    assert read(sheet, tmp_path).sheets[0].rows == ((stamp, time(9, 30)),)


def test_rows_stand_where_the_file_has_them(tmp_path: Path) -> None:
    sheet = new_sheet()
    sheet["C4"] = "Ref"
    sheet["D6"] = "A1"
    assert read(sheet, tmp_path).sheets[0].rows == (
        (), (), (), (None, None, "Ref"), (), (None, None, None, "A1"),
    )  # fmt: skip


def test_blanks_at_the_ends_are_cut(tmp_path: Path) -> None:
    sheet = new_sheet()
    sheet["A1"] = "Ref"
    sheet["E1"].number_format = "0"
    sheet["A9"].number_format = "0"
    assert read(sheet, tmp_path).sheets[0].rows == (("Ref",),)


def test_a_formula_without_a_saved_value_is_uncalculated(tmp_path: Path) -> None:
    sheet = new_sheet()
    sheet.append([1, "=A1+1"])
    assert read(sheet, tmp_path).sheets[0].rows == ((1, Uncalculated()),)


def test_an_error_is_a_value_of_its_own(tmp_path: Path) -> None:
    sheet = new_sheet()
    sheet.append(["#REF!", "words about #REF!"])
    assert read(sheet, tmp_path).sheets[0].rows == ((ErrorValue("#REF!"), "words about #REF!"),)


def test_hidden_and_filtered_rows_are_told(tmp_path: Path) -> None:
    sheet = new_sheet()
    for value in range(1, 6):
        sheet.append([value])
    sheet.row_dimensions[2].hidden = True
    sheet.row_dimensions[4].hidden = True
    found = read(sheet, tmp_path).sheets[0]
    assert found.hidden_rows == {2, 4}
    assert len(found.rows) == 5


def test_what_lies_under_merged_cells_is_not_read(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>'
        '<row r="2"><c r="A2"><v>4</v></c><c r="B2"><v>5</v></c><c r="C2"><v>6</v></c></row>'
    )
    merged = '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>'
    found = read_bytes(pack(parts_of(rows, tail=merged)), tmp_path)
    assert found.rows == ((1, None, 3), (None, None, 6))
    assert found.merged == (CellRange(1, 1, 2, 2),)


def test_hidden_sheets_are_read(tmp_path: Path) -> None:
    sheet = new_sheet()
    sheet["A1"] = 1
    assert sheet.parent is not None
    for name, state in (("Lists", "hidden"), ("Old", "veryHidden")):
        other = sheet.parent.create_sheet(name)
        other["A1"], other.sheet_state = name, state
    sheets = read(sheet, tmp_path).sheets
    assert [(found.name, found.is_hidden) for found in sheets] == [
        ("Sheet", False), ("Lists", True), ("Old", True),
    ]  # fmt: skip
    assert sheets[1].rows == (("Lists",),)


def test_a_sheets_name_is_kept_as_written(tmp_path: Path) -> None:
    names = ["Audits & more", "Früh <1>", "'quoted'", "✓", " Space ", 'a"b']
    sheets = "".join(
        f'<sheet name="{escape(name)}" sheetId="{index}" r:id="s{index}"/>'
        for index, name in enumerate(names, 1)
    )
    parts = parts_of("")
    parts[WORKBOOK] = workbook_xml(sheets)
    relations = {f"s{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, 7)}
    parts[WORKBOOK_RELATIONS] = relations_xml(relations)
    for index in range(1, 7):
        cell = f'<row r="1"><c r="A1"><v>{index}</v></c></row>'
        parts[f"xl/worksheets/sheet{index}.xml"] = sheet_xml(cell)
    (tmp_path / "tracker.xlsx").write_bytes(pack(parts))
    found = read_workbook(tmp_path / "tracker.xlsx").sheets
    assert [(sheet.name, sheet.rows) for sheet in found] == [
        (name, ((index,),)) for index, name in enumerate(names, 1)
    ]


def test_a_chart_between_sheets_is_passed_over(tmp_path: Path) -> None:
    sheet = new_sheet()
    sheet["A1"] = 1
    assert sheet.parent is not None
    sheet.parent.create_chartsheet("Chart")
    sheet.parent.create_sheet("After")["A1"] = 2
    found = read(sheet, tmp_path).sheets
    assert [(one.name, one.rows) for one in found] == [("Sheet", ((1,),)), ("After", ((2,),))]


def test_the_file_is_known_by_name_and_content(tmp_path: Path) -> None:
    sheet = new_sheet()
    sheet["A1"] = 1
    found = read(sheet, tmp_path, "Tracker 2016.xlsm")
    data = (tmp_path / "Tracker 2016.xlsm").read_bytes()
    assert (found.file, found.sha256) == ("Tracker 2016.xlsm", hashlib.sha256(data).hexdigest())
    assert found.sheets[0].workbook == "Tracker 2016.xlsm"


def test_dates_count_from_1904_where_the_workbook_says_so(tmp_path: Path) -> None:
    sheet = new_sheet()
    assert sheet.parent is not None
    sheet.parent.epoch = datetime.fromisoformat("1904-01-01")
    sheet["A1"] = date(2016, 4, 12)
    assert read(sheet, tmp_path).sheets[0].rows == ((date(2016, 4, 12),),)


def test_an_error_unknown_to_the_reader_leaves_the_other_cells(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1" t="e"><v>#SPILL!</v></c><c r="B1" t="str"><v>#SPILL!</v></c>'
        '<c r="C1" t="inlineStr"><is><t>#SPILL!</t></is></c><c r="D1"><v>4</v></c></row>'
    )
    found = read_bytes(pack(parts_of(rows)), tmp_path)
    assert found.rows == ((ErrorValue("#SPILL!"), "#SPILL!", "#SPILL!", 4),)


def test_two_sheets_may_share_nothing_but_their_strings(tmp_path: Path) -> None:
    sheet = new_sheet()
    sheet.append(["Good", "Inadequate"])
    assert sheet.parent is not None
    sheet.parent.create_sheet("Other").append(["Inadequate", "Good"])
    found = read(sheet, tmp_path).sheets
    assert found[0].rows == (("Good", "Inadequate"),)
    assert found[1].rows == (("Inadequate", "Good"),)


def test_an_excel_97_workbook_tells_errors_and_hidden_rows(tmp_path: Path) -> None:
    cells = (
        hidden_row(1) + number(0, 0, 1) + number(1, 0, 0.5)
        + error(2, 0, 0x2A) + formula_error(2, 2, 0x17)
    )  # fmt: skip
    found = read_bytes(workbook_97(cells), tmp_path, "tracker.xls")
    assert found.rows == ((1,), (0.5,), (ErrorValue("#N/A"), None, ErrorValue("#REF!")))
    assert found.hidden_rows == {2}
    assert any("never calculated" in phrase for phrase in found.unseen)


def test_a_binary_workbook_tells_errors_hidden_rows_and_merged_cells(tmp_path: Path) -> None:
    rows = (
        begin_row(1) + real(0, 1.5) + real(1, 3) + begin_row(3, hidden=True) + binary_error(2, 0x17)
        + begin_row(4) + real(0, 4) + real(1, 5)
    )  # fmt: skip
    data = binary_workbook(rows, after=merged(3, 3, 0, 1))
    found = read_bytes(data, tmp_path, "tracker.xlsb")
    assert found.rows == ((1.5, 3), (), (None, None, ErrorValue("#REF!")), (4,))
    assert found.hidden_rows == {3}
    assert found.merged == (CellRange(4, 1, 4, 2),)
    assert any("never calculated" in phrase for phrase in found.unseen)


def test_an_open_document_tells_errors_hidden_rows_and_merged_cells(tmp_path: Path) -> None:
    rows = (
        ods_row("<table:table-cell/>", 'table:number-rows-repeated="2"')
        + ods_row(ods_cell("Ref") + ods_cell("#N/A", 'calcext:value-type="error"'))
        + ods_row(ods_cell("A1"), 'table:visibility="collapse"')
        + ods_row(ods_cell("A2"), 'table:visibility="filter" table:number-rows-repeated="2"')
        + ods_row(ods_cell("wide", 'table:number-columns-spanned="2"'))
    )
    found = read_bytes(open_document(rows), tmp_path, "tracker.ods")
    assert found.rows == (
        (), (), ("Ref", ErrorValue("#N/A")), ("A1",), ("A2",), ("A2",), ("wide",),
    )  # fmt: skip
    assert found.hidden_rows == {4, 5, 6}
    assert found.merged == (CellRange(7, 1, 7, 2),)


def test_the_sheets_part_may_have_any_name(tmp_path: Path) -> None:
    parts = parts_of('<row r="1"><c r="A1"><v>1</v></c></row>')
    parts["xl/elsewhere.xml"] = parts.pop(SHEET)
    relations = {"r1": ("worksheet", "elsewhere.xml")}
    parts[WORKBOOK_RELATIONS] = relations_xml(relations)
    assert read_bytes(pack(parts), tmp_path).rows == ((1,),)


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A2" t="s"><v>{}</v></c>',
        '<c r="A2" t="s"><v>00{}</v></c>',
        '<c r="A2" s="2" t="s"><f>B1</f><v>{}</v></c>',
        '<c r="A2" t="s"><v xml:space="preserve">{}</v></c>',
    ],
)
def test_a_text_that_is_not_among_the_shared_ones_is_refused(tmp_path: Path, cell: str) -> None:
    """They are counted from 0: of two, 1 is the last."""
    first = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    strings = "<si><t>Ref</t></si><si><t>A1</t></si>"
    there, missing = (
        workbook(f'{first}<row r="2">{cell.format(number)}</row>', strings) for number in (1, 2)
    )
    assert read_bytes(there, tmp_path).rows == (("Ref",), ("A1",))
    with pytest.raises(FileFault, match="'Audits': it has cells whose text is missing"):
        read_bytes(missing, tmp_path)


@pytest.mark.parametrize(
    "row",
    [
        '<row r="1"><c r="XFD1"/><c/></row>',
        '<row r="2"/><row r="1"/>',
        '<row r="1"><c r="A1" t="b"><v>maybe</v></c></row>',
        '<row r="1"><c r="A1"><v>&nothing;</v></c></row>',
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    ],
)
def test_a_refusal_for_what_one_sheet_holds_names_the_sheet(tmp_path: Path, row: str) -> None:
    with pytest.raises(FileFault, match=r"In the sheet 'Audits': [a-z]"):
        read_bytes(workbook(row), tmp_path)


def test_a_number_is_no_shared_text(tmp_path: Path) -> None:
    data = workbook('<row r="1"><c r="A1"><v>99</v></c></row>', "<si><t>A</t></si>")
    assert read_bytes(data, tmp_path).rows == ((99,),)
