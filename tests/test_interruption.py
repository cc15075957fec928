"""A run that is stopped ends at once, leaves what it found whole, and no trace of itself."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from auditreport import interruption
from auditreport.interruption import Interrupted, held_back, let_through, listening

MakeWorkbook = Callable[..., Path]
PROMPT = 1.0  # seconds

# Runs the command, but stops for a minute at one call of a function, as a slow machine would.
SLOW = """
import importlib, sys, time
from pathlib import Path
place, number = sys.argv.pop(1), int(sys.argv.pop(1))
module, name = place.split(":")
owner = importlib.import_module(module)
*holders, last = name.split(".")
for holder in holders:
    owner = getattr(owner, holder)
usual, calls = getattr(owner, last), 0
def stall(*given, **named):
    global calls
    calls += 1
    if calls == number:
        Path("stalled").touch()
        time.sleep(60)
    return usual(*given, **named)
setattr(owner, last, stall)
from auditreport.__main__ import main
main()
"""
# Sets the PDF in a call that heeds no signal for long.
DEAF = """
import hashlib, sys
from pathlib import Path
import typst
class Compiler:
    def __init__(self, *given, **named): pass
    def compile(self, **named):
        Path("stalled").touch()
        hashlib.pbkdf2_hmac("sha256", b"", b"", 100_000_000)
typst.Compiler = Compiler
from auditreport.__main__ import main
main()
"""
COUNTING = ("auditreport.analysis.assembly:summarise_trend", "1")
RENDERING = ("auditreport.rendering:render", "1")
WRITING = ("os:fsync", "2")
MOVING = ("pathlib:Path.replace", "3")

pytestmark = [
    pytest.mark.usefixtures("stand_in"),
    pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc to look into"),
]


def contents() -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in Path("report").rglob("*") if p.is_file()}


def build(program: list[str], book: Path, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *program, "build", str(book), "--format", "html", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def wait_for(is_so: Callable[[], bool], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.01)


def session_of(process: subprocess.Popen[str]) -> list[str]:
    """Return the processes that still run in the session of a process, but for itself."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has ended meanwhile
            state, _, _, session = place.joinpath("stat").read_text().rpartition(")")[2].split()[:4]
            if session == str(process.pid) != place.name and state != "Z":
                found.append(place.name)
    return found


def stop(process: subprocess.Popen[str], number: signal.Signals) -> tuple[int, str]:
    """Stop a process; return its exit status and what it said, where that was in time."""
    os.kill(process.pid, number)
    out, err = process.communicate(timeout=PROMPT)
    return process.returncode, out + err


@pytest.fixture(autouse=True)
def heeded() -> Iterator[None]:
    """Let signals be heeded that whoever runs the tests has set aside, as nohup does."""
    before = {
        signal.SIGINT: signal.signal(signal.SIGINT, signal.default_int_handler),
        signal.SIGHUP: signal.signal(signal.SIGHUP, signal.SIG_DFL),
    }
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture
def earlier(make_workbook: MakeWorkbook) -> Path:
    """Return a workbook of which a report was built already, with another judgement in it."""
    book = make_workbook()
    build(["-m", "auditreport"], book, "--as-of", "2017-03-31").communicate()
    assert len(contents()) == 3
    return book


@pytest.mark.parametrize(
    ("phase", "number", "status"),
    [
        (COUNTING, signal.SIGINT, 130),
        (COUNTING, signal.SIGHUP, 143),
        (RENDERING, signal.SIGTERM, 143),
        (WRITING, signal.SIGINT, 130),
        (MOVING, signal.SIGTERM, 143),
    ],
)
def test_a_run_stopped_in_any_phase_leaves_the_earlier_report_and_nothing_else(
    earlier: Path, phase: tuple[str, str], number: signal.Signals, status: int
) -> None:
    before = contents()
    process = build(["-c", SLOW, *phase], earlier)
    wait_for(Path("stalled").exists)

    assert stop(process, number) == (status, "")
    assert contents() == before
    assert session_of(process) == []


def test_a_run_stopped_while_it_reads_ends_its_reader_too(earlier: Path) -> None:
    before = contents()
    process = build(["-m", "auditreport"], earlier)
    wait_for(lambda: bool(session_of(process)))
    (reader,) = session_of(process)
    os.kill(int(reader), signal.SIGSTOP)
    time.sleep(0.5)

    assert stop(process, signal.SIGTERM) == (143, "")
    assert contents() == before
    wait_for(lambda: session_of(process) == [], PROMPT)


def test_a_reader_ends_when_the_run_that_asked_it_is_killed(earlier: Path) -> None:
    process = build(["-c", SLOW, "auditreport.reading.isolation:split_frames", "1"], earlier)
    wait_for(lambda: bool(session_of(process)))
    process.kill()
    process.communicate()

    wait_for(lambda: session_of(process) == [], PROMPT)


def test_a_run_stopped_while_it_sets_a_pdf_need_not_wait_for_that(earlier: Path) -> None:
    before = contents()
    process = build(["-c", DEAF], earlier, "--format", "pdf")
    wait_for(Path("stalled").exists)

    assert stop(process, signal.SIGTERM) == (143, "")
    assert contents() == before


def test_a_first_report_that_is_stopped_leaves_no_folder(make_workbook: MakeWorkbook) -> None:
    process = build(["-c", SLOW, *WRITING], make_workbook())
    wait_for(Path("stalled").exists)

    assert stop(process, signal.SIGTERM) == (143, "")
    assert not Path("report").exists()


def test_a_run_that_waits_for_another_can_be_stopped(earlier: Path) -> None:
    first = build(["-c", SLOW, *COUNTING], earlier)
    wait_for(Path("stalled").exists)
    second = build(["-m", "auditreport"], earlier, "--wait", "60")
    assert second.stderr is not None
    assert "waiting for up to 60 seconds" in second.stderr.readline()

    assert stop(second, signal.SIGTERM) == (143, "")
    assert stop(first, signal.SIGTERM) == (143, "")


class TestHoldingBack:
    @pytest.fixture(autouse=True)
    def _as_before(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
        monkeypatch.setattr(interruption, "_gate", interruption._Gate())
        numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
        before = {number: signal.getsignal(number) for number in numbers}
        yield
        for number, handler in before.items():
            signal.signal(number, handler)

    def test_a_signal_stops_the_run_where_it_may(self) -> None:
        with listening(), pytest.raises(Interrupted) as stopped:
            signal.raise_signal(signal.SIGTERM)

        assert stopped.value.exit_status == 143

    def test_one_that_is_ignored_stays_so_as_after_nohup(self) -> None:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        with listening():
            signal.raise_signal(signal.SIGHUP)

    def test_one_that_is_held_back_stops_it_where_it_is_let_through(self) -> None:
        steps = []

        def work() -> None:
            with held_back():
                signal.raise_signal(signal.SIGINT)
                steps.append("held back")
                with let_through():
                    steps.append("let through")

        with listening(), pytest.raises(Interrupted):
            work()
        assert steps == ["held back"]

    def test_one_that_comes_when_all_is_done_changes_nothing(self) -> None:
        with listening(), held_back():
            signal.raise_signal(signal.SIGINT)

    def test_one_that_comes_when_the_program_ends_does_not_change_how_it_did(self) -> None:
        with listening():
            pass
        signal.raise_signal(signal.SIGTERM)

    def test_a_second_one_does_not_disturb_what_is_cleared_away(self) -> None:
        cleared = []

        def work() -> None:
            try:
                signal.raise_signal(signal.SIGTERM)
            finally:
                signal.raise_signal(signal.SIGTERM)
                cleared.append(True)

        with listening(), pytest.raises(Interrupted):
            work()
        assert cleared
