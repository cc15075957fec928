"""What every test shares: tiny workbooks, a folder to stand in, and no skip that hides."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable, Generator, Mapping, Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

Rows = Sequence[Sequence[object]]

SHEETS: Mapping[str, Rows] = {
    "Report": (("Setting", "Value"), ("Organisation", "Testshire"), ("Year", "2016-17")),
    "Audits": (
        ("Audit ref", "Audit date", "Overall judgement", "Risk"),
        ("A1", date(2016, 5, 3), "Good", "Good"),
        ("A2", date(2016, 8, 9), "Inadequate", "Good"),
    ),
}


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder, far from any settings file."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("AUDITREPORT_CONFIG", raising=False)
    monkeypatch.delenv("AUDITREPORT_DEBUG", raising=False)
    return tmp_path


MakeWorkbook = Callable[..., Path]


@pytest.fixture
def make_workbook(tmp_path: Path) -> MakeWorkbook:
    """Return a function that writes a tiny workbook, some of its sheets replaced, into the folder.

    A sheet that is replaced by nothing is left out.
    """

    def make(name: str = "data.xlsx", sheets: Mapping[str, Rows] | None = None) -> Path:
        write_workbook(tmp_path / name, {**SHEETS, **(sheets or {})})
        return Path(name)

    return make


def write_workbook(path: Path, sheets: Mapping[str, Rows]) -> None:
    """Write a workbook of sheets; one without rows is left out."""
    book = openpyxl.Workbook()
    for title, rows in sheets.items():
        if rows:
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(list(row))
    book.remove(book.worksheets[0])
    book.save(path)


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the workbook of `make_workbook` and its report, to be copied."""
    from auditreport.cli import app

    folder = tmp_path_factory.mktemp("original")
    write_workbook(folder / "data.xlsx", SHEETS)
    with contextlib.chdir(folder):
        result = CliRunner().invoke(app, ["build", "data.xlsx", "--format", "html"])
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture
def built(stand_in: Path, original: Path) -> None:
    """Stand beside a workbook and its report."""
    shutil.copytree(original, stand_in, dirs_exist_ok=True)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail a skipped test where CI_NO_SKIPS is set: there, everything can be run."""
    report = yield
    if os.environ.get("CI_NO_SKIPS") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped: {report.longrepr}"
    return report
