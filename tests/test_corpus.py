"""Hostile files are read rightly or refused with a message, never anything else."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpus.archives import ZIP_CASES, checksum_mended, flipped
from corpus.cells import SHEET_CASES, SheetCase
from corpus.disguises import DISGUISES
from corpus.packages import workbook
from corpus.parts import PARTS_CASES, VALUES, FileCase
from corpus.swollen import HEAVY_CASES

from auditreport.errors import FileFault
from auditreport.reading.limits import Limits
from auditreport.reading.opening import read_workbook
from auditreport.reading.raw import CellValue, RawSheet
from auditreport.reading.row_shapes import column_number
from auditreport.reading.workbook import read_workbooks

FILE_CASES = (*PARTS_CASES, *ZIP_CASES, *DISGUISES)


def value_at(sheet: RawSheet, reference: str) -> CellValue:
    """Return the value of a cell such as B3."""
    letters = reference.rstrip("0123456789")
    row, column = int(reference.removeprefix(letters)), column_number(letters.encode())
    values = sheet.rows[row - 1] if row <= len(sheet.rows) else ()
    return values[column - 1] if column <= len(values) else None


@pytest.mark.parametrize("case", SHEET_CASES, ids=[case.name for case in SHEET_CASES])
def test_a_sheet_is_read_rightly_or_refused(case: SheetCase, tmp_path: Path) -> None:
    path = tmp_path / "tracker.xlsx"
    path.write_bytes(
        workbook(
            case.rows,
            case.strings,
            head=case.head,
            tail=case.tail,
            settings=case.settings,
            namespace=case.namespace,
        )
    )
    if case.expected is None:
        with pytest.raises(FileFault) as caught:
            read_workbook(path)
        check_message(str(caught.value))
        return
    (sheet,) = read_workbook(path).sheets
    found = {cell: value_at(sheet, cell) for cell in case.expected}
    assert found == case.expected
    assert [type(value) for value in found.values()] == [
        type(value) for value in case.expected.values()
    ]


def check_message(message: str) -> None:
    """Hold a message to the promise: the file's name, no path, at most five lines."""
    assert message.startswith("tracker")
    assert "/" not in message.partition(":")[0]
    assert len(message.splitlines()) <= 5


@pytest.mark.parametrize("case", FILE_CASES, ids=[case.name for case in FILE_CASES])
def test_a_file_is_read_rightly_or_refused_in_its_own_words(case: FileCase, tmp_path: Path) -> None:
    path = tmp_path / "tracker.xlsx"
    path.write_bytes(case.make())
    if case.says:
        with pytest.raises(FileFault) as caught:
            read_workbook(path)
        check_message(str(caught.value))
        assert case.says in str(caught.value)
    else:
        assert read_workbook(path).sheets[0].rows == VALUES


@pytest.mark.parametrize("case", HEAVY_CASES, ids=[case.name for case in HEAVY_CASES])
def test_a_swollen_file_needs_little_memory(case: FileCase, tmp_path: Path) -> None:
    path = tmp_path / "tracker.xlsx"
    path.write_bytes(case.make())
    limits = Limits(memory_mib=512)
    if case.says:
        with pytest.raises(FileFault, match=case.says) as caught:
            read_workbooks([path], limits)
        check_message(str(caught.value))
    else:
        assert read_workbooks([path], limits)[0].sheets[0].rows == VALUES


@pytest.mark.parametrize("seed", range(60))
def test_changed_bytes_are_seen(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "tracker.xlsx"
    path.write_bytes(flipped(seed))
    try:
        assert read_workbook(path).sheets[0].rows == VALUES
    except FileFault as fault:
        check_message(str(fault))


@pytest.mark.parametrize("seed", range(60))
def test_a_sheet_with_a_changed_letter_ends_in_values_or_a_refusal(
    seed: int, tmp_path: Path
) -> None:
    path = tmp_path / "tracker.xlsx"
    path.write_bytes(checksum_mended(seed))
    try:
        assert read_workbook(path).sheets
    except FileFault as fault:
        check_message(str(fault))
