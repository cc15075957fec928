"""Makes mutants of modules by mutmut, has them tried, and says which the tests did not notice.

mutmut can try them too, but starts and collects pytest anew for each; here the tests are found
once (`mutant_trials.py`), so that a mutant costs little more than the test that kills it. All
happens in a copy of the sources. What was killed stays killed until its module changes: a run
that was broken off goes on where it was, and new tests are tried on what survived alone.
"""

from __future__ import annotations

import ast
import contextlib
import difflib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from proof_record import Tried, hash_source

ROOT = Path(__file__).parents[1]
PACKAGE = Path("src/auditreport")
COPIED = ("src", "tests", "templates", "sample_data", "docs", "benchmarks", "release")
ALL = sys.maxsize
_NOT_COPIED = shutil.ignore_patterns("__pycache__", ".hypothesis", ".*_cache")
_OPTIONS = (
    *("-o", "addopts=", "-p", "mutant_trials", "-p", "no:xdist", "-p", "no:randomly"),
    *("-p", "no:cacheprovider", "--hypothesis-profile=mutants", "--assert=plain"),
    *("--capture=sys", "-q"),
)
_MANGLED = re.compile(r"x(?:_|ǁ\w+ǁ)(\w+?)__mutmut_\w+")


@dataclass(frozen=True)
class Trials:
    """How many mutants are tried at once, and of each module at most."""

    jobs: int
    most: int = ALL


@dataclass(frozen=True)
class _Mutated:
    """A module of the copy: its mutants, the file of their results, and its mutated text."""

    source: str
    mutants: tuple[str, ...]
    results: Path
    text: str

    def read_results(self) -> dict[str, bool]:
        """Return the mutants that were tried so far, each with whether a test has killed it."""
        lines = self.results.read_text("utf-8").splitlines() if self.results.exists() else []
        tried = [(mutant, bool(killer)) for mutant, killer in map(json.loads, lines)]
        killed = {mutant for mutant, is_killed in tried if is_killed}
        return {mutant: mutant in killed for mutant, _ in tried}


def try_mutants(
    names: Sequence[str], tests: Sequence[str], trials: Trials, work: Path
) -> dict[str, Tried]:
    """Try the mutants of modules, named as in `analysis/trend`, on files of tests."""
    _copy_sources(work)
    with contextlib.chdir(work):  # mutmut looks here for its settings
        made = {name: _mutate(name, work) for name in names}
    waiting = {
        mutant: os.fspath(module.results)
        for module in made.values()
        for mutant in list_waiting(module.mutants, module.read_results(), trials.most)
    }
    if waiting:
        _try(waiting, tests, trials.jobs, work)
    return {name: _summarise(module) for name, module in made.items()}


def list_waiting(mutants: Sequence[str], killed: Mapping[str, bool], most: int) -> list[str]:
    """Return which mutants to try: those drawn, and what survived before, drawn again or not.

    `killed` tells of each that was tried so far whether a test killed it.
    """
    wanted = {*killed, *draw(mutants, most)}
    return [mutant for mutant in mutants if mutant in wanted and not killed.get(mutant)]


def draw(mutants: Sequence[str], most: int) -> list[str]:
    """Return as many mutants as are to be tried at most, from all of a module.

    Which are drawn is random, but the same each time, and among more are these again.
    """
    drawn = set(sorted(mutants, key=lambda mutant: sha256(mutant.encode()).digest())[:most])
    return [mutant for mutant in mutants if mutant in drawn]


def _copy_sources(work: Path) -> None:
    for part in COPIED:
        shutil.rmtree(work / part, ignore_errors=True)
        shutil.copytree(ROOT / part, work / part, ignore=_NOT_COPIED)
    for file in filter(Path.is_file, ROOT.glob("*.*")):
        shutil.copy(file, work)


def _mutate(name: str, work: Path) -> _Mutated:
    """Put all mutants of a module into its copy, where a name chooses one of them."""
    from mutmut.mutation.file_mutation import mutate_file_contents

    path = PACKAGE / f"{name}.py"
    source = hash_source(path)
    mutated = mutate_file_contents(os.fspath(path), path.read_text("utf-8"))
    path.write_text(mutated.code, "utf-8")
    dotted = f"auditreport.{name.replace('/', '.')}"
    results = work / "results" / f"{dotted}-{source[:16]}.jsonl"
    results.parent.mkdir(parents=True, exist_ok=True)
    mutants = tuple(f"{dotted}.{mutant}" for mutant in mutated.mutant_names)
    return _Mutated(source, mutants, results, mutated.code)


def _hash_all(work: Path) -> str:
    """Return what tells the copied sources from any other, the mutants in them included."""
    paths = (path for part in COPIED for path in (work / part).rglob("*") if path.is_file())
    return sha256(b"".join(path.read_bytes() for path in sorted(paths))).hexdigest()


def _try(waiting: Mapping[str, str], tests: Sequence[str], jobs: int, work: Path) -> None:
    plan = work / "plan.json"
    learnt = work / f"learnt-{_hash_all(work)[:16]}.json"
    plan.write_text(
        json.dumps({"jobs": jobs, "mutants": waiting, "learnt": os.fspath(learnt)}), "utf-8"
    )
    paths = os.pathsep.join(map(os.fspath, (work / "src", Path(__file__).parent)))
    subprocess.run(
        [sys.executable, "-m", "pytest", *_OPTIONS, f"--basetemp={work / 'tmp'}", *tests],
        cwd=work,
        env={**os.environ, "PYTHONPATH": paths, "MUTANT_TRIALS": os.fspath(plan)},
        check=True,
    )


def _summarise(module: _Mutated) -> Tried:
    results = module.read_results()
    survived = [mutant for mutant in module.mutants if results.get(mutant) is False]
    functions = _find_functions(module.text) if survived else {}
    shown = {}
    for mutant in survived:
        name = mutant.rpartition(".")[2]
        original = functions[f"{name.partition('__mutmut_')[0]}__mutmut_orig"]
        shown[name] = "\n".join(_find_changes(original, functions[name]))
    return Tried(module.source, len(module.mutants), len(results), shown)


def _find_functions(text: str) -> dict[str, list[str]]:
    """Return the lines of each function of a mutated module, under the function's own name."""
    lines = text.splitlines()
    found = {}
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            head = _MANGLED.sub(r"\1", lines[node.lineno - 1])
            found[node.name] = [head, *lines[node.lineno : node.end_lineno]]
    return found


def _find_changes(original: Sequence[str], mutant: Sequence[str]) -> Iterator[str]:
    """Yield the lines that a mutant changes, as they were with a minus and as they are."""
    for line in difflib.unified_diff(original, mutant, n=0, lineterm=""):
        if not line.startswith(("---", "+++", "@@")):
            yield f"{line[0]} {line[1:].strip()}"
