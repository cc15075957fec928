"""Kills a process that writes reports, again and again, and looks at what it leaves.

python tests/killed_writers.py FOLDER TIMES

Whoever is killed writes two reports by turns, as fast as it can, so that most instants fall into
the writing. Prints how many kills left a whole report, at once or once the next run had begun.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

from auditreport.rendering.output import hold_output, write_report

NAME = "annual-report-2016-17"
LONGEST = 0.05  # seconds until the kill
REPORTS = [
    {f"{NAME}.html": page * 100_000, **{f"{NAME}-charts/{n}.svg": page * 99 for n in range(12)}}
    for page in (b"one ", b"two ")
]


def read_report(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith(".manifest.json")
    }


def write_until_killed(folder: Path) -> None:
    while True:
        for files in REPORTS:
            with hold_output(folder):
                write_report(files, folder, NAME)


def kill_one(folder: Path) -> bool:
    """Kill a writer at some instant; return whether what the next run finds is a whole report."""
    writer = os.fork()
    if writer == 0:
        write_until_killed(folder)
    time.sleep(random.uniform(0, LONGEST))
    os.kill(writer, signal.SIGKILL)
    os.waitpid(writer, 0)
    with hold_output(folder):
        pass
    return read_report(folder) in REPORTS


def main() -> None:
    folder, times = Path(sys.argv[1]), int(sys.argv[2])
    with hold_output(folder):
        write_report(REPORTS[0], folder, NAME)
    print(sum(kill_one(folder) for _ in range(times)))


if __name__ == "__main__":
    main()
