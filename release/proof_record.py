"""The record of what the tests notice: kept as JSON, and held to the sources."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePath
from typing import Any

FEWEST_KILLED = 85  # per cent of a module's mutants
FEWEST_TRIED = 60  # of a module's mutants: chance alone then moves its share by some 4 per cent
LEAST_COVERED = 95  # per cent of the lines and branches, of the whole and of a core module
_CORE = (
    *("analysis/*", "analysis/disclosure/*", "reading/ages", "reading/dates"),
    *("reading/header*", "reading/matching", "reading/quarters", "reading/values"),
    *("reading/vocabulary", "reading/year"),
)


@dataclass(frozen=True)
class Tried:
    """How many mutants a module has, how many were tried, and what changed in the survivors."""

    sha256: str
    mutants: int
    tried: int
    survived: Mapping[str, str] = field(default_factory=dict)

    @property
    def killed(self) -> int:
        """How many the tests noticed."""
        return self.tried - len(self.survived)

    @property
    def score(self) -> float:
        """Return what share was killed, in per cent; a module that has none is wholly tested."""
        return 100 * self.killed / self.tried if self.tried else 100.0


@dataclass(frozen=True)
class Covered:
    """The shares that the tests run, in per cent: of all lines, all branches, and by module."""

    lines: float = 0.0
    branches: float = 0.0
    modules: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Record:
    """What the tests notice: what they run, and the mutants of the core modules."""

    covered: Covered = field(default_factory=Covered)
    tried: Mapping[str, Tried] = field(default_factory=dict)


def read_record(path: Path) -> Record:
    """Read a record; an empty one where there is none yet."""
    if not path.exists():
        return Record()
    found = json.loads(path.read_text("utf-8"))
    tried = {name: Tried(**fields) for name, fields in found["tried"].items()}
    return Record(Covered(**found["covered"]), tried)


def write_record(path: Path, record: Record) -> None:
    """Write a record, all in its own order, so that it is read as it was."""
    text = json.dumps(asdict(record), indent=1, ensure_ascii=False)
    path.write_text(text + "\n", "utf-8")


def summarise_coverage(report: Mapping[str, Any]) -> Covered:
    """Return the shares that a report of coverage.py holds; a file's are named as its module."""
    modules = {
        PurePath(file).with_suffix("").as_posix().removeprefix("src/auditreport/"): found["summary"]
        for file, found in report["files"].items()
    }
    return Covered(
        _share(report["totals"], "covered_lines", "num_statements"),
        _share(report["totals"], "covered_branches", "num_branches"),
        {name: round(summary["percent_covered"], 1) for name, summary in modules.items()},
    )


def _share(totals: Mapping[str, int], part: str, whole: str) -> float:
    return round(100 * totals[part] / totals[whole], 1)


def find_core_modules(package: Path) -> dict[str, str]:
    """Return the modules whose mutants are tried, each with the hash of its source."""
    paths = {path for pattern in _CORE for path in package.glob(f"{pattern}.py")}
    return {
        path.relative_to(package).with_suffix("").as_posix(): hash_source(path)
        for path in sorted(paths)
        if path.stem != "__init__"
    }


def hash_source(path: Path) -> str:
    """Return what tells a module's source from any other; how its lines end is no part of it."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def find_changed(record: Record, core: Mapping[str, str]) -> list[str]:
    """Return the modules whose mutants were not tried since they last changed."""
    tried = record.tried
    return [name for name, sha in core.items() if name not in tried or tried[name].sha256 != sha]


def find_faults(record: Record, core: Mapping[str, str]) -> Iterator[str]:
    """Yield in what a record is older than the sources, or less than what is asked for."""
    for name in find_changed(record, core):
        yield f"{name}: its mutants were not tried since it last changed."
    yield from (f"{name}: is no core module." for name in record.tried if name not in core)
    for name, tried in record.tried.items():
        if tried.tried < min(tried.mutants, FEWEST_TRIED):
            yield f"{name}: {tried.tried} of its {tried.mutants} mutants were tried: too few."
        if tried.score < FEWEST_KILLED:
            yield f"{name}: {tried.score:.1f}% of its mutants were killed, not {FEWEST_KILLED}%."
    covered = record.covered
    shares = {"The lines": covered.lines, "The branches": covered.branches}
    shares |= {name: covered.modules.get(name, 0.0) for name in core}
    for name, share in shares.items():
        if share < LEAST_COVERED:
            yield f"{name}: {share:.1f}% are run by the tests, not {LEAST_COVERED}%."
