"""Measure a region's workbooks read at once, and a full sheet: python benchmarks/region.py.

Each command runs once, for it takes from seconds to minutes; processor seconds are those of all its
processes together, and hold where a machine does other work at the same time. The table goes into
docs/performance.md, under its heading.

    python benchmarks/region.py [--folder FOLDER] [--write]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import generate
from run import PER_MIB, TOOL, describe_machine, write_table

BOOKS = 200
MARKS = ("<!-- measured: region -->", "<!-- end of region -->")
HEADER = """\
| what | audits | seconds | processor seconds | MiB |
|---|---|---|---|---|"""
REFUSED = 5


@dataclass(frozen=True, slots=True)
class Run:
    """A command, its options but for those of all, and how many audits it is about."""

    name: str
    audits: int
    command: tuple[str, ...]
    status: int = 0


def list_runs(folder: Path, out: Path) -> Iterator[Run]:
    """Yield what is measured, making the workbooks that a folder lacks."""
    for size in (100, 1_000):
        books = make_region(folder, size)
        name = f"{BOOKS} workbooks of {size:,} audits"
        yield Run(f"`check`, {name}", BOOKS * size, ("check", *books))
        yield Run(f"`build`, {name}", BOOKS * size, ("build", *books, "-o", str(out / str(size))))
    book = str(make_full(folder))
    yield Run("`check`, a full sheet: refused", generate.FULL, ("check", book), REFUSED)
    settings = ("--config", str(write_limits(book, out / "auditreport.toml")))
    yield Run("`check`, a full sheet", generate.FULL, ("check", book, *settings))
    build = ("build", book, *settings, "-o", str(out / "full"))
    yield Run("`build`, a full sheet", generate.FULL, build)


def make_region(folder: Path, size: int) -> list[str]:
    """Return the paths of a region's workbooks."""
    books = generate.name_region(folder, size, BOOKS)
    for path, mark in books.items():
        generate.make_workbook(path, size, mark)
    return list(map(str, books))


def make_full(folder: Path) -> Path:
    """Return the path of the workbook whose sheet of audits is full.

    Another process makes it: the memory that this one has ever had counts for its children too.
    """
    maker = (sys.executable, str(Path(generate.__file__)), str(folder), str(generate.FULL))
    subprocess.run(maker, check=True)
    return generate.name_workbook(folder, generate.FULL)


def write_limits(book: str, settings: Path) -> Path:
    """Write the settings that the refusal of a workbook says to write."""
    refused = subprocess.run((*TOOL, "check", book), capture_output=True, text=True, check=False)
    settings.write_text(refused.stderr.splitlines()[-1].strip() + "\n", encoding="utf-8")
    return settings


def measure(run: Run) -> str:
    """Run a command and return a line of the table."""
    started = time.perf_counter()
    process = subprocess.Popen((*TOOL, *run.command, "--quiet"), stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != run.status:
        raise SystemExit(f"status {process.returncode}: {run.name}")
    cpu, peak = used.ru_utime + used.ru_stime, used.ru_maxrss / PER_MIB
    return f"| {run.name} | {run.audits:,} | {seconds:.1f} | {cpu:.1f} | {peak:,.0f} |"


def main() -> None:
    """Generate the workbooks, measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--folder", type=Path, help="where the workbooks are kept")
    parser.add_argument("--write", action="store_true", help="write the table into the document")
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        rows = [HEADER]
        for run in list_runs(given.folder or Path(folder), Path(folder)):
            rows.append(measure(run))
            print(rows[-1], file=sys.stderr)
    table = f"{describe_machine()}\n\n" + "\n".join(rows)
    print(table)
    if given.write:
        write_table(table, MARKS)


if __name__ == "__main__":
    main()
