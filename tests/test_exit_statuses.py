"""The exit statuses, from the command as it is installed; none comes with a traceback."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from auditreport.rendering.folder_lock import hold_folder

MakeWorkbook = Callable[..., Path]
HEADER = ("Audit ref", "Audit date", "Overall judgement", "Risk")
WRONG = {"Audits": (HEADER, ("A1", date(2016, 5, 3), "Goood", "Good"))}
WARNED = {"Audits": (HEADER, ("A1", "03/05/2016", "Good", "Good"))}

pytestmark = pytest.mark.usefixtures("stand_in")


def run(*words: object, **environment: str) -> tuple[int, str]:
    """Return the exit status of the installed command and what it said."""
    command = shutil.which("auditreport", path=Path(sys.executable).parent)
    assert command is not None, "auditreport is not installed beside this Python"
    ended = subprocess.run(
        [command, *map(str, words)],
        capture_output=True,
        env={**os.environ, **environment},
        text=True,
        timeout=60,
    )
    assert "Traceback" not in ended.stderr + ended.stdout
    return ended.returncode, ended.stderr


def test_0_is_done(make_workbook: MakeWorkbook) -> None:
    assert run("build", make_workbook(), "--format", "html")[0] == 0
    assert Path("report/annual-report-2016-17.html").is_file()


def test_1_is_a_fault_of_the_program_and_says_what_to_send_in(make_workbook: MakeWorkbook) -> None:
    Path("broken").mkdir()
    Path("broken/jinja2.py").write_text("raise RuntimeError('Jo Bloggs')")

    status, said = run("build", make_workbook(), "--format", "html", PYTHONPATH="broken")

    assert status == 1
    assert "Please send these lines in" in said
    assert "Bloggs" not in said
    assert not Path("report").exists()


@pytest.mark.parametrize(
    "words",
    [("build", "--strickt"), ("bild",), ("quarter", "Q5", "data.xlsx"), ("check",)],
)
def test_2_is_wrong_usage_or_no_workbook(words: tuple[str, ...]) -> None:
    assert run(*words)[0] == 2


def test_3_is_errors_in_the_data_and_nothing_is_written(make_workbook: MakeWorkbook) -> None:
    status, said = run("build", make_workbook(sheets=WRONG))

    assert status == 3
    assert "Audits!C2" in said
    assert not Path("report").exists()


def test_4_is_warnings_where_they_count(make_workbook: MakeWorkbook) -> None:
    assert run("build", make_workbook(sheets=WARNED), "--strict")[0] == 4
    Path("auditreport.toml").write_text("strict = true")
    assert run("check", "data.xlsx")[0] == 4
    assert run("check", "data.xlsx", "--no-strict")[0] == 0


def test_5_is_a_file_that_cannot_be_read_or_written(make_workbook: MakeWorkbook) -> None:
    Path("taken").write_text("")

    assert run("check", "gone.xlsx")[0] == 5
    assert run("build", make_workbook(), "--format", "html", "-o", "taken")[0] == 5


def test_7_is_a_folder_that_another_run_holds(make_workbook: MakeWorkbook) -> None:
    Path("report").mkdir()
    with hold_folder(Path("report")):
        status, said = run("build", make_workbook(), "--format", "html")

    assert status == 7
    assert "Another run" in said
