"""Measures what the tests notice, and holds the record of it to the sources.

python release/prove.py                      both; the mutants of modules that have changed alone
python release/prove.py coverage             the share of lines and branches that the tests run
python release/prove.py mutants [MODULE …]   the share of mutants that they kill: analysis/trend
python release/prove.py pages                neither: write the pages alone
python release/prove.py --check              say whether the record is of these sources, and enough

The record is release/proof.json; docs/proof.md and docs/survivors.md are written from it.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from mutants import ALL, Trials, try_mutants
from proof_page import build_proof, build_survivors, read_arguments
from proof_record import (
    FEWEST_TRIED,
    Covered,
    Record,
    find_changed,
    find_core_modules,
    find_faults,
    read_record,
    summarise_coverage,
    write_record,
)

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src/auditreport"
RECORD = ROOT / "release/proof.json"
_WORK = ROOT / "build/proof"  # where git, linters and pytest do not look
_SOME_FAILED = 1  # pytest's status
_SLOW = (  # what draws every form, or starts programs, is too slow to be run for each mutant
    *("accessibility", "as_on_windows", "cells_to_forms", "cli", "corpus", "demo_sample"),
    *("disclosure_attack", "forms_agree", "golden", "isolation", "limits", "narrative_files"),
    *("new", "pdf", "printed", "private_text", "public_samples", "publishing_docs", "scripting"),
    *("shared_reading", "sheet_xml", "surroundings", "without_python", "workbook"),
)


def main(words: list[str]) -> int:
    """Measure and write, or check alone; return the exit status."""
    options = _parse(words)
    if not options.check:
        _measure(options.what, options.modules, Trials(options.jobs, options.most))
    record, core = read_record(RECORD), find_core_modules(PACKAGE)
    faults = list(find_faults(record, core))
    for page, text in _build_pages(record).items():
        if not page.exists() or page.read_text("utf-8") != text:
            faults.append(f"{page.name} is not what the record says: python release/prove.py pages")
    print(*faults, sep="\n")
    return 1 if faults else 0


def _parse(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    whats = ("both", "coverage", "mutants", "pages")
    parser.add_argument("what", nargs="?", choices=whats, default="both")
    parser.add_argument("modules", nargs="*", metavar="MODULE", help="analysis/trend")
    parser.add_argument(
        "--most", type=int, default=ALL, help=f"mutants of each module to try; {FEWEST_TRIED} do"
    )
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes at once")
    parser.add_argument("--check", action="store_true", help="measure nothing")
    return parser.parse_args(words)


def _measure(what: str, modules: Sequence[str], trials: Trials) -> None:
    record, core = read_record(RECORD), find_core_modules(PACKAGE)
    if what in {"both", "coverage"}:
        record = replace(record, covered=measure_coverage(trials.jobs))
    if what in {"both", "mutants"}:
        names = modules or find_changed(record, core)
        tried = {**record.tried, **try_mutants(names, find_tests(), trials, _WORK)}
        record = replace(record, tried={name: tried[name] for name in core if name in tried})
    write_record(RECORD, record)
    for page, text in _build_pages(record).items():
        page.write_text(text, "utf-8")


def _build_pages(record: Record) -> dict[Path, str]:
    arguments = read_arguments(ROOT / "release/survivors.toml")
    return {
        ROOT / "docs/proof.md": build_proof(record),
        ROOT / "docs/survivors.md": build_survivors(record, arguments),
    }


def measure_coverage(jobs: int) -> Covered:
    """Run all tests under coverage.py, in the programs that they start too.

    A test of signals or of time may fail there, where all is slower: that it passes is for the
    tests themselves to show.
    """
    _WORK.mkdir(parents=True, exist_ok=True)
    file = _WORK / "coverage.json"
    ended = _run_coverage("run", "-m", "pytest", "--quiet", f"-n{jobs}")
    if ended not in (0, _SOME_FAILED):
        raise SystemExit(f"The tests were not run to their end: status {ended}.")
    _run_coverage("combine", "--quiet")
    _run_coverage("json", "--quiet", "--include=src/*", "--ignore-errors", "-o", os.fspath(file))
    return summarise_coverage(json.loads(file.read_text("utf-8")))


def _run_coverage(*words: str) -> int:
    return subprocess.run(
        [sys.executable, "-m", "coverage", *words],
        cwd=ROOT,
        env={**os.environ, "COVERAGE_FILE": os.fspath(_WORK / "coverage")},
        check=False,
    ).returncode


def find_tests() -> list[str]:
    """Return the files of tests that call core modules, but for the slow ones."""
    tests = sorted((ROOT / "tests").glob("test_*.py"))
    calls = re.compile(r"^from auditreport\.(analysis|reading)\b", re.MULTILINE)
    return [
        path.relative_to(ROOT).as_posix()
        for path in tests
        if path.stem.removeprefix("test_") not in _SLOW and calls.search(path.read_text("utf-8"))
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
