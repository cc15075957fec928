"""Measure how long checking and building take, against references: python benchmarks/run.py.

Each measurement is of whole processes, start-up included, and is paired with its reference in the
same run, in turn: the tool, the reference, the tool, the reference … The ratio is taken pair by
pair, so that a machine whose speed drifts spoils it less. The references: python-calamine alone
reading every sheet of the same file; a straight script with pandas, pyplot and Jinja (analyst.py);
an empty Python. The table goes into docs/performance.md, under its heading.

    python benchmarks/run.py [--pairs 5] [--without-largest] [--folder FOLDER] [--write]
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import generate

HERE = Path(__file__).parent
PER_MIB = 2**20 if sys.platform == "darwin" else 2**10  # of what the system counts in
DOCUMENT = HERE.parent / "docs" / "performance.md"
MARKS = ("<!-- measured -->", "<!-- end -->")
READER = """
import sys
from python_calamine import CalamineWorkbook
book = CalamineWorkbook.from_path(sys.argv[1])
for name in book.sheet_names:
    book.get_sheet_by_name(name).to_python()
"""
TOOL = (sys.executable, "-m", "auditreport")


@dataclass(frozen=True, slots=True)
class Pairing:
    """A command and its reference; the aim is at most `factor` references and `extra` seconds."""

    name: str
    command: tuple[str, ...]
    reference: tuple[str, ...]
    against: str
    factor: float
    extra: float = 0.0

    @property
    def aim(self) -> str:
        """The aim in words."""
        return (f"{self.extra:g} s + " if self.extra else "") + f"{self.factor:.3g} ×"


@dataclass(frozen=True, slots=True)
class Measured:
    """What the pairs took, in seconds; `memory` is the largest process of the tool's in MiB."""

    pairing: Pairing
    taken: list[float]
    reference: list[float]
    memory: float

    def row(self) -> str:
        """Return a line of the table."""
        extra, aim = self.pairing.extra, self.pairing.factor
        pairs = list(zip(self.taken, self.reference, strict=True))
        ratios = [(taken - extra) / reference for taken, reference in pairs]
        held = sum(ratio <= aim for ratio in ratios)
        cells = (
            *(self.pairing.name, self.pairing.against, _spread(self.taken, 2)),
            *(_spread(self.reference, 2), _spread(ratios, 2), self.pairing.aim),
            *(f"{held} of {len(pairs)}", f"{self.memory:.0f}"),
        )
        return f"| {' | '.join(cells)} |"


HEADER = """\
| what | against | seconds | its reference | ratio | aim | held | MiB |
|---|---|---|---|---|---|---|---|"""


def _spread(values: list[float], digits: int) -> str:
    found = (min(values), median(values), max(values))
    return " / ".join(f"{value:.{digits}f}" for value in found)


def list_pairings(books: dict[int, Path], out: Path) -> Iterator[Pairing]:
    """Yield what is measured; `books` are the workbooks by their number of audits."""
    analyst = (sys.executable, str(HERE / "analyst.py"))
    yield Pairing("`--help`", (*TOOL, "--help"), (sys.executable, "-c", "pass"), "Python", 10)
    for size, book in books.items():
        reader = (sys.executable, "-c", READER, str(book))
        if size <= 10_000:
            check = (*TOOL, "check", str(book))
            yield Pairing(f"`check`, {size:,}", check, reader, "calamine", 2.5, 0.2)
        else:
            build = (*TOOL, "build", str(book), "-o", str(out / "largest"))
            yield Pairing(f"`build`, {size:,}", build, reader, "calamine", 4)
    book = books[1_000]
    script = (*analyst, str(book), str(out / "analyst"))
    build = (*TOOL, "build", str(book), "-o", str(out / "report"))
    page = (*build, "--format", "html")
    yield Pairing("`check`, 1,000", (*TOOL, "check", str(book)), script, "script", 1 / 6)
    yield Pairing("`build --format html`, 1,000", page, script, "script", 0.3)
    yield Pairing("`build`, 1,000", build, script, "script", 0.5)
    again = (*build, "--if-changed")
    yield Pairing("`build --if-changed`, 1,000, unchanged", again, script, "script", 0.1)


def measure(pairing: Pairing, pairs: int) -> Measured:
    """Run a command and its reference in turn, once unmeasured and then `pairs` times."""
    taken: list[float] = []
    reference: list[float] = []
    memory = 0.0
    for number in range(pairs + 1):
        seconds, peak = _run(pairing.command)
        compared, _ = _run(pairing.reference)
        if number:
            taken.append(seconds)
            reference.append(compared)
            memory = max(memory, peak)
    return Measured(pairing, taken, reference, memory)


def _run(command: tuple[str, ...]) -> tuple[float, float]:
    """Return how long a command took and the memory of its largest process, in s and MiB.

    A process between counts its children alone: the system keeps the largest of all ever waited
    for, and this one has waited for others.
    """
    receive, send = os.pipe()
    child = os.fork()
    if child == 0:
        started = time.perf_counter()
        done = subprocess.run(command, capture_output=True, check=False)
        seconds = time.perf_counter() - started
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / PER_MIB
        os.write(send, f"{seconds} {peak} {done.returncode}".encode())
        os._exit(0)
    os.close(send)
    with os.fdopen(receive) as answer:
        seconds, peak, status = map(float, answer.read().split())
    os.waitpid(child, 0)
    if status:
        raise SystemExit(f"status {status:g}: {' '.join(command)}")
    return seconds, peak


def make_workbooks(folder: Path, sizes: tuple[int, ...]) -> dict[int, Path]:
    """Make the workbooks, by their number of audits.

    Another process makes them: the memory that this one has ever had counts for its children too.
    """
    maker = (sys.executable, str(HERE / "generate.py"), str(folder), *map(str, sizes))
    subprocess.run(maker, check=True)
    return {size: generate.name_workbook(folder, size) for size in sizes}


def write_table(table: str, marks: tuple[str, str] = MARKS) -> None:
    """Put the table into the document, between its marks."""
    before, _, rest = DOCUMENT.read_text(encoding="utf-8").partition(marks[0])
    after = rest.partition(marks[1])[2]
    text = f"{before}{marks[0]}\n{table}\n{marks[1]}{after}"
    DOCUMENT.write_text(text, encoding="utf-8")


def describe_machine() -> str:
    """Return what the figures depend on, without the machine's name."""
    return (
        f"Python {platform.python_version()}, {platform.system()} on {platform.machine()}, "
        f"{os.cpu_count()} processors."
    )


def main() -> None:
    """Generate the workbooks, measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--pairs", type=int, default=5, help="how often each pair is run")
    parser.add_argument("--without-largest", action="store_true", help="leave out 100,000 audits")
    parser.add_argument("--folder", type=Path, help="where the workbooks are kept")
    parser.add_argument("--write", action="store_true", help="write the table into the document")
    given = parser.parse_args()
    sizes = generate.SIZES[:-1] if given.without_largest else generate.SIZES
    with TemporaryDirectory() as folder:
        books = make_workbooks(given.folder or Path(folder), sizes)
        rows = [HEADER]
        for pairing in list_pairings(books, Path(folder)):
            rows.append(measure(pairing, given.pairs).row())
            print(rows[-1], file=sys.stderr)
    table = f"{describe_machine()}\n\n" + "\n".join(rows)
    print(table)
    if given.write:
        write_table(table)


if __name__ == "__main__":
    main()
