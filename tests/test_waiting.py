"""Runs that meet in one output folder: the second says so, or waits for as long as it may."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from auditreport.cli import app
from auditreport.cli.waiting import hold_when_free
from auditreport.errors import FolderBusy, UsageFault
from auditreport.rendering.folder_lock import hold_folder

MakeWorkbook = Callable[..., Path]
REPORT = Path("report")
ROUNDS = 20
HOLDER = """
import sys, time
from pathlib import Path
from auditreport.rendering.output import hold_output
with hold_output(Path("report")):
    print("held", flush=True)
    sys.stdin.read()
"""

pytestmark = pytest.mark.usefixtures("stand_in")


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


@contextmanager
def held_elsewhere() -> Iterator[subprocess.Popen[str]]:
    """Let another process hold the folder until its standard input ends, or it is killed."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        yield holder


def release(holder: subprocess.Popen[str]) -> None:
    assert holder.stdin is not None
    holder.stdin.close()


def test_a_run_that_waits_goes_on_as_soon_as_the_folder_is_free(
    make_workbook: MakeWorkbook,
) -> None:
    book = make_workbook()
    with held_elsewhere() as holder:
        words = ("build", str(book), "--format", "html", "--wait", "60")
        waiting = subprocess.Popen(
            [sys.executable, "-m", "auditreport", *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert waiting.stderr is not None
        said = waiting.stderr.readline()
        release(holder)
        _, rest = waiting.communicate(timeout=60)

    assert said == "Another run is writing into report: waiting for up to 60 seconds.\n"
    assert "waiting" not in rest
    assert waiting.returncode == 0
    assert (REPORT / "annual-report-2016-17.html").is_file()


def test_one_that_has_waited_in_vain_is_busy(make_workbook: MakeWorkbook) -> None:
    began = time.monotonic()
    with held_elsewhere() as holder:
        result = run("build", make_workbook(), "--format", "html", "--wait", "1")
        release(holder)

    assert result.exit_code == 7
    assert result.stderr.count("waiting for up to 1 second.") == 1
    assert "try again" in result.stderr
    assert time.monotonic() - began >= 1


def test_the_settings_can_say_how_long(make_workbook: MakeWorkbook) -> None:
    Path("auditreport.toml").write_text("wait = 1")
    with held_elsewhere() as holder:
        assert "waiting" in run("build", make_workbook(), "--format", "html").stderr
        assert "waiting" not in run("build", "data.xlsx", "--wait", "0").stderr
        release(holder)


def test_the_quiet_wait_in_silence(make_workbook: MakeWorkbook) -> None:
    with held_elsewhere() as holder:
        result = run("build", make_workbook(), "--format", "html", "--wait", "1", "-q")
        release(holder)

    assert result.exit_code == 7
    assert "waiting" not in result.stderr


@pytest.mark.parametrize("text", ["soon", "-1", "1.5", "²", "9999999"])
def test_what_is_no_number_of_seconds_is_refused(make_workbook: MakeWorkbook, text: str) -> None:
    result = run("build", make_workbook(), "--wait", text)

    assert result.exit_code == 2
    assert "is not a number of seconds" in result.stderr


def test_a_lock_whose_owner_was_killed_holds_nobody_up(make_workbook: MakeWorkbook) -> None:
    book = make_workbook()
    with held_elsewhere() as holder:
        holder.kill()
        holder.wait()
    assert list(REPORT.iterdir())

    assert run("build", book, "--format", "html").exit_code == 0
    assert not [path for path in REPORT.iterdir() if path.name.startswith(".")]


def test_of_two_builds_at_once_one_is_busy_or_both_are_done_and_the_report_is_whole(
    make_workbook: MakeWorkbook,
) -> None:
    run("build", make_workbook(), "--format", "html")
    words = ("build", "data.xlsx", "--format", "html", "-q")
    statuses = []
    for _ in range(ROUNDS):
        both = [subprocess.Popen([sys.executable, "-m", "auditreport", *words]) for _ in range(2)]
        statuses.append(sorted(process.wait() for process in both))
        verified = run("verify", REPORT)
        assert verified.exit_code == 0, verified.output

    assert [pair for pair in statuses if pair not in ([0, 0], [0, 7])] == []
    assert [0, 7] in statuses


def test_two_builds_at_once_that_wait_are_both_done(make_workbook: MakeWorkbook) -> None:
    words = ("build", str(make_workbook()), "--format", "html", "-q", "--wait", "60")
    both = [subprocess.Popen([sys.executable, "-m", "auditreport", *words]) for _ in range(2)]

    assert [process.wait() for process in both] == [0, 0]


def test_the_hold_ends_with_the_work() -> None:
    with hold_when_free(REPORT, 0, is_quiet=False):
        assert REPORT.is_dir()
    with hold_when_free(REPORT, 0, is_quiet=False), pytest.raises(FolderBusy), hold_folder(REPORT):
        raise AssertionError("the folder was held twice")


def test_a_fault_while_waiting_is_not_waited_for() -> None:
    with pytest.raises(UsageFault), hold_when_free(REPORT, 60, is_quiet=False):
        raise UsageFault("not a fault of the folder")
