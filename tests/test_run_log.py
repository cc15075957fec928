"""Each run leaves one line in the log that is asked for, and nothing in it is of the data."""

from __future__ import annotations

import errno
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import auditreport
from auditreport.cli import app, log_file
from auditreport.cli.log_file import LARGEST, append_line
from auditreport.errors import FileFault
from auditreport.rendering.folder_lock import hold_folder, try_lock

MakeWorkbook = Callable[..., Path]
HEADER = ("Audit ref", "Audit date", "Overall judgement", "Risk")
WRONG = {"Audits": (HEADER, ("Jo Bloggs", date(2016, 5, 3), "Goood", "Good"))}
WARNED = {"Audits": (HEADER, ("Jo Bloggs", "03/05/2016", "Good", "Good"))}
LOG = Path("run.log")
LINE = "2026-11-23T05:26:09Z auditreport=0.1.0 command=build status=0"

pytestmark = pytest.mark.usefixtures("stand_in")


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def facts(log: Path = LOG) -> list[dict[str, str]]:
    """Return the facts of each line; each must begin with the time in UTC."""
    lines = log.read_text().splitlines()
    assert all(re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ ", line) for line in lines)
    found = [re.findall(r'(\w+)=(".*?"|\S+)', line) for line in lines]
    return [{name: value.strip('"') for name, value in pairs} for pairs in found]


def test_a_build_is_one_line_with_what_matters(make_workbook: MakeWorkbook) -> None:
    run("build", make_workbook(sheets=WARNED), "--format", "html", "--log", LOG)

    (line,) = facts()
    assert float(line.pop("seconds")) >= 0
    assert int(line.pop("notes")) >= 0
    assert line == {
        "auditreport": auditreport.__version__,
        "command": "build",
        "status": "0",
        "ended": "done",
        "errors": "0",
        "warnings": "1",
        "files": "3",
        "report": "annual-report-2016-17",
    }


def test_runs_that_fail_leave_their_line_too_in_order(make_workbook: MakeWorkbook) -> None:
    wrong, warned = make_workbook("a.xlsx", WRONG), make_workbook("b.xlsx", WARNED)
    Path("report").mkdir()
    run("check", wrong, "--log", LOG)
    run("build", wrong, "--log", LOG)
    run("build", warned, "--strict", "--log", LOG)
    run("check", "gone.xlsx", "--log", LOG)
    run("quarter", "Q5", warned, "--log", LOG)
    with hold_folder(Path("report")):
        run("build", warned, "--log", LOG)

    found = [(line["command"], line["status"], line["ended"]) for line in facts()]
    assert found == [
        ("check", "3", "errors in the data"),
        ("build", "3", "errors in the data"),
        ("build", "4", "warnings in the data"),
        ("check", "5", "file fault"),
        ("quarter", "2", "wrong usage"),
        ("build", "7", "folder busy"),
    ]
    assert facts()[0]["errors"] == "1"


def test_no_word_of_the_data_and_no_path_stands_in_it(
    make_workbook: MakeWorkbook, tmp_path: Path
) -> None:
    run("build", make_workbook("Bloggs family.xlsx", WRONG).absolute(), "--log", LOG)
    run("build", make_workbook("Bloggs.xlsx", WARNED).absolute(), "--format", "html", "--log", LOG)

    text = LOG.read_text()
    assert "Bloggs" not in text
    assert "Goood" not in text
    assert str(tmp_path) not in text


def test_the_settings_can_name_it_beside_themselves(
    make_workbook: MakeWorkbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_workbook()
    Path("auditreport.toml").write_text('workbooks = ["data.xlsx"]\nlog = "logs/run.log"')
    Path("deep").mkdir()
    monkeypatch.chdir("deep")

    run("check")
    run("check", "--log", "mine.log")

    assert len(facts(Path("../logs/run.log"))) == 1
    assert len(facts(Path("mine.log"))) == 1


def test_settings_that_cannot_be_followed_are_logged_where_the_log_is_named_by_flag(
    make_workbook: MakeWorkbook,
) -> None:
    Path("auditreport.toml").write_text("nonsense = 1")

    run("check", make_workbook(), "--log", LOG)

    assert [line["status"] for line in facts()] == ["2"]


def test_without_a_log_no_file_is_made(make_workbook: MakeWorkbook) -> None:
    run("check", make_workbook())

    assert [path.name for path in Path().iterdir()] == ["data.xlsx"]


@pytest.mark.parametrize("log", ["data.xlsx", ".", "data.xlsx/run.log"])
def test_a_log_that_cannot_be_written_stops_the_run_before_it_begins(
    make_workbook: MakeWorkbook, log: str
) -> None:
    book = make_workbook()
    before = book.read_bytes()

    result = run("build", book, "--format", "html", "--log", log)

    assert result.exit_code == 5
    assert log in result.stderr
    assert "--log" in result.stderr or "another file" in result.stderr
    assert book.read_bytes() == before
    assert not Path("report").exists()


def test_a_log_that_fails_at_the_end_lets_the_report_stand_and_says_so(
    make_workbook: MakeWorkbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    run("check", make_workbook(), "--log", LOG)
    before = LOG.read_bytes()
    monkeypatch.setattr(os, "write", fail)
    result = run("build", "data.xlsx", "--format", "html", "--log", LOG, "--json")

    content = json.loads(result.stdout)
    assert result.exit_code == content["exit_status"] == 5
    assert "What was written stands. The log run.log cannot be written" in content["message"]
    assert all(Path(path).is_file() for path in content["outputs"])
    assert LOG.read_bytes() == before


def test_half_a_line_is_taken_away_again(monkeypatch: pytest.MonkeyPatch) -> None:
    append_line(LOG, LINE)
    write = os.write
    monkeypatch.setattr(os, "write", lambda to, data: write(to, data[:9]))

    with pytest.raises(FileFault, match="the disk is full"):
        append_line(LOG, LINE)
    assert LOG.read_text() == f"{LINE}\n"


def test_a_pipe_is_no_log_and_nobody_waits_for_its_reader() -> None:
    os.mkfifo("pipe")

    with pytest.raises(FileFault, match="pipe is not a log"):
        append_line(Path("pipe"), LINE)


def test_a_log_that_another_program_holds_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    append_line(LOG, LINE)
    monkeypatch.setattr(log_file, "_PATIENCE", 0.1)
    with LOG.open("rb") as held:
        assert try_lock(held.fileno())
        with pytest.raises(FileFault, match="another program holds it"):
            append_line(LOG, LINE)


def test_lines_of_runs_at_once_stand_whole() -> None:
    program = (
        "import sys\nfrom pathlib import Path\nfrom auditreport.cli.log_file import append_line\n"
        f"for n in range(100): append_line(Path('run.log'), '{LINE} by=' + sys.argv[1] * 200)"
    )
    with ThreadPoolExecutor() as pool:
        runs = [
            pool.submit(subprocess.run, [sys.executable, "-c", program, name], check=True)
            for name in "abc"
        ]
        for ended in runs:
            ended.result()

    lines = LOG.read_text().splitlines()
    assert sorted(lines) == sorted(f"{LINE} by={name * 200}" for name in "abc" * 100)


class TestRolling:
    def test_a_log_that_grows_too_large_is_kept_beside(self) -> None:
        filled = f"{LINE}\n" * (LARGEST // len(LINE))
        LOG.write_text(filled)

        append_line(LOG, f"{LINE} the next")
        append_line(LOG, f"{LINE} and one more")

        assert Path("run.log.1").read_text() == filled
        assert LOG.read_text() == f"{LINE} the next\n{LINE} and one more\n"
        assert {path.name for path in Path().iterdir()} == {"run.log", "run.log.1"}

    def test_the_one_kept_before_gives_way(self) -> None:
        Path("run.log.1").write_text(f"{LINE}\n")
        LOG.write_text(f"{LINE}\n" + "x" * LARGEST)

        append_line(LOG, LINE)

        assert Path("run.log.1").stat().st_size > LARGEST

    def test_a_file_of_somebody_elses_never_does(self) -> None:
        Path("run.log.1").write_text("my own notes")
        LOG.write_text(f"{LINE}\n" + "x" * LARGEST)

        append_line(LOG, LINE)

        assert Path("run.log.1").read_text() == "my own notes"
        assert LOG.read_text().endswith(f"{LINE}\n")
        assert LOG.stat().st_size > LARGEST
