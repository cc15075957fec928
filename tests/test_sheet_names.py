"""The names of a workbook's sheets: found fast, and never at the price of waiting."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from workbooks import AUDITS, REPORT, write_xlsx

from auditreport.cli.sheet_names import read_sheet_names


def test_the_sheets_are_named_in_their_order(tmp_path: Path) -> None:
    book = write_xlsx(tmp_path / "data.xlsx", {"Report": REPORT, "Audits & more": AUDITS})
    assert read_sheet_names(book) == ("Report", "Audits & more")


def test_a_file_that_is_no_workbook_has_none(tmp_path: Path) -> None:
    path = tmp_path / "data.xlsx"
    path.write_bytes(b"not a workbook")
    assert read_sheet_names(path) == ()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes among files")
def test_a_pipe_that_bears_a_workbooks_name_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "data.xlsx"
    os.mkfifo(path)
    assert read_sheet_names(path) == ()
