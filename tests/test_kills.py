"""A report is whole, old or new, whenever the process that writes it is killed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from killed_writers import read_report

from auditreport.rendering.output import hold_output

MakeWorkbook = Callable[..., Path]
WRITING_KILLS, WHOLE_KILLS = 80, 20
DAYS = ("2017-03-31", "2017-05-31")  # each gives another report

pytestmark = [
    pytest.mark.usefixtures("stand_in"),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="this system kills in another way"),
]


def test_a_kill_at_any_instant_of_the_writing_leaves_a_whole_report(tmp_path: Path) -> None:
    program = Path(__file__).with_name("killed_writers.py")
    killed = subprocess.run(
        [sys.executable, str(program), str(tmp_path), str(WRITING_KILLS)],
        capture_output=True,
        text=True,
        timeout=120,
    )

    assert (killed.stdout.strip(), killed.stderr) == (str(WRITING_KILLS), "")
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_a_kill_at_any_instant_of_a_build_leaves_a_whole_report(
    make_workbook: MakeWorkbook,
) -> None:
    book = make_workbook()
    reports, longest = [], 0.0
    for day in DAYS:
        began = time.monotonic()
        build(book, day).communicate()
        longest = time.monotonic() - began
        reports.append(read_report(Path("report")))

    whole = [is_whole_after_kill(book, DAYS[n % 2], longest, reports) for n in range(WHOLE_KILLS)]
    build(book, DAYS[0]).communicate()

    assert reports[0] != reports[1]
    assert whole == [True] * WHOLE_KILLS
    assert read_report(Path("report")) == reports[0]


def is_whole_after_kill(
    book: Path, day: str, longest: float, reports: list[dict[str, bytes]]
) -> bool:
    process = build(book, day)
    time.sleep(random.uniform(0, longest))
    process.send_signal(signal.SIGKILL)
    process.communicate()
    with hold_output(Path("report")):
        pass
    return read_report(Path("report")) in reports


def build(book: Path, day: str) -> subprocess.Popen[bytes]:
    words = ("build", str(book), "--format", "html", "--as-of", day)
    return subprocess.Popen(
        [sys.executable, "-m", "auditreport", *words],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
