"""The record of what the tests notice is held to the sources: not older, and not below."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
MODULES = ("analysis/__init__", "analysis/trend", "reading/headers", "reading/wire")

TINY = """\
def is_large(number: int) -> bool:
    return number > 9


def wait(is_ready: bool) -> None:
    while not is_ready:
        pass


def unused() -> int:
    return 1
"""
ITS_TESTS = """\
from auditreport.tiny import is_large, wait


def test_ten_is_large() -> None:
    assert is_large(10) and not is_large(2)


def test_waiting_ends() -> None:
    wait(True)


def test_what_fails_by_itself_kills_nothing() -> None:
    assert not is_large(10)
"""


@pytest.fixture
def proof(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return the module of the record."""
    monkeypatch.syspath_prepend(str(ROOT / "release"))
    return importlib.import_module("proof_record")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Return a package of four modules, of which two are core modules."""
    for name in MODULES:
        path = tmp_path / f"{name}.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f'"""{name}"""\n')
    return tmp_path


def faults_of(
    proof: Any,
    package: Path,
    *,
    survived: Mapping[str, int] | None = None,
    covered: Mapping[str, float] | None = None,
    tried: int = 20,
) -> list[str]:
    """Return the faults of a record of the package as it is, 20 mutants a module."""
    core = proof.find_core_modules(package)
    trials = {
        name: proof.Tried(
            sha, 20, tried, {f"m{n}": "- a\n+ b" for n in range((survived or {}).get(name, 0))}
        )
        for name, sha in core.items()
    }
    shares = {"lines": 97.0, "branches": 96.0, **dict.fromkeys(core, 95.0), **(covered or {})}
    lines, branches = shares.pop("lines"), shares.pop("branches")
    return list(
        proof.find_faults(proof.Record(proof.Covered(lines, branches, shares), trials), core)
    )


def test_a_record_of_the_sources_as_they_are_and_high_enough_has_no_fault(
    proof: Any, package: Path
) -> None:
    assert list(proof.find_core_modules(package)) == ["analysis/trend", "reading/headers"]
    assert faults_of(proof, package, survived={"analysis/trend": 3}) == []


def test_a_module_that_changed_since_is_told_however_its_lines_end(
    proof: Any, package: Path
) -> None:
    core = proof.find_core_modules(package)
    record = proof.Record(tried={name: proof.Tried(sha, 0, 0) for name, sha in core.items()})
    (package / "reading/headers.py").write_bytes(b'"""reading/headers"""\r\n')
    assert proof.find_changed(record, proof.find_core_modules(package)) == []

    (package / "reading/headers.py").write_text('"""Another."""\n')
    assert proof.find_changed(record, proof.find_core_modules(package)) == ["reading/headers"]


def test_a_new_module_without_a_record_and_a_record_without_a_module_are_told(
    proof: Any, package: Path
) -> None:
    core = proof.find_core_modules(package)
    shares = proof.Covered(99.0, 99.0, dict.fromkeys(core, 99.0))
    record = proof.Record(shares, {"analysis/gone": proof.Tried("0", 0, 0)})

    assert list(proof.find_faults(record, core)) == [
        "analysis/trend: its mutants were not tried since it last changed.",
        "reading/headers: its mutants were not tried since it last changed.",
        "analysis/gone: is no core module.",
    ]


def test_a_module_of_whose_mutants_too_few_were_killed_is_told(proof: Any, package: Path) -> None:
    assert faults_of(proof, package, survived={"analysis/trend": 4}) == [
        "analysis/trend: 80.0% of its mutants were killed, not 85%."
    ]


def test_a_module_of_which_too_few_mutants_were_tried_is_told(proof: Any, package: Path) -> None:
    assert "analysis/trend: 19 of its 20 mutants were tried: too few." in faults_of(
        proof, package, tried=19
    )


@pytest.mark.parametrize(
    ("covered", "fault"),
    [
        ({"lines": 94.9}, "The lines: 94.9% are run by the tests, not 95%."),
        ({"branches": 90.0}, "The branches: 90.0% are run by the tests, not 95%."),
        ({"reading/headers": 94.0}, "reading/headers: 94.0% are run by the tests, not 95%."),
    ],
)
def test_what_is_run_too_little_is_told(
    proof: Any, package: Path, covered: Mapping[str, float], fault: str
) -> None:
    assert faults_of(proof, package, covered=covered) == [fault]


def test_a_record_is_read_as_it_was_written(proof: Any, tmp_path: Path) -> None:
    survived = {f"x_find__mutmut_{number}": f"- a\n+ {number}" for number in (2, 10)}
    tried = {"analysis/trend": proof.Tried("abc", 2, 2, survived)}
    record = proof.Record(proof.Covered(98.5, 97.5, {"analysis/trend": 100.0}), tried)
    assert proof.read_record(tmp_path / "proof.json") == proof.Record()

    proof.write_record(tmp_path / "proof.json", record)
    found = proof.read_record(tmp_path / "proof.json")
    assert found == record
    assert list(found.tried["analysis/trend"].survived) == list(survived)


def test_shares_are_those_of_a_report_of_coverage(proof: Any) -> None:
    totals = {
        "covered_lines": 198,
        "num_statements": 200,
        "covered_branches": 39,
        "num_branches": 40,
    }
    files = {"src/auditreport/reading/dates.py": {"summary": {"percent_covered": 96.666}}}

    assert proof.summarise_coverage({"totals": totals, "files": files}) == proof.Covered(
        99.0, 97.5, {"reading/dates": 96.7}
    )


@pytest.mark.skipif(sys.platform != "linux", reason="mutants are tried by fork and limits of Linux")
@pytest.mark.usefixtures("proof")
def test_mutants_that_no_test_notices_survive_with_their_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mutants = importlib.import_module("mutants")
    project = tmp_path / "project"
    for name in mutants.COPIED:
        (project / name).mkdir(parents=True)
    (project / "src/auditreport").mkdir()
    (project / "src/auditreport/__init__.py").touch()
    (project / "src/auditreport/tiny.py").write_text(TINY)
    (project / "tests/test_tiny.py").write_text(ITS_TESTS)
    monkeypatch.setattr(mutants, "ROOT", project)
    monkeypatch.chdir(tmp_path)

    trials = mutants.Trials(2)
    found = mutants.try_mutants(["tiny"], ["tests/test_tiny.py"], trials, tmp_path / "work")
    tried = found["tiny"]
    assert tried.survived == {
        "x_is_large__mutmut_1": "- return number > 9\n+ return number >= 9",
        "x_unused__mutmut_1": "- return 1\n+ return 2",
    }
    assert (tried.mutants, tried.tried, tried.killed) == (4, 4, 2)


@pytest.mark.usefixtures("proof")
def test_what_is_drawn_is_from_the_whole_module_and_among_what_is_drawn_of_more() -> None:
    mutants = importlib.import_module("mutants")
    names = [f"x_count__mutmut_{number}" for number in range(300)]
    few, more = mutants.draw(names, 60), mutants.draw(names, 90)
    assert (len(few), len(more)) == (60, 90)
    assert set(few) < set(more) < set(names)
    assert 15 < sum(name in names[:150] for name in few) < 45
    assert mutants.draw(names, 1000) == names


@pytest.mark.usefixtures("proof")
def test_what_survived_is_tried_again_even_where_it_is_not_drawn() -> None:
    mutants = importlib.import_module("mutants")
    names = [f"x_count__mutmut_{number}" for number in range(9)]
    (drawn,) = mutants.draw(names, 1)
    killed, survivor = [name for name in names if name != drawn][:2]
    results = {killed: True, survivor: False}

    assert set(mutants.list_waiting(names, results, 1)) == {drawn, survivor}
    assert mutants.list_waiting(names, {**results, drawn: True}, 1) == [survivor]


def test_the_pages_tell_the_shares_and_what_survived_under_the_first_argument_that_holds(
    proof: Any, tmp_path: Path
) -> None:
    pages = importlib.import_module("proof_page")
    survived = {
        "xǁReaderǁread__mutmut_2": "- return cast(str, a)\n+ return cast(None, a)",
        "x_find__mutmut_1": "- return a\n+ return b",
    }
    tried = {
        "reading/values": proof.Tried("abc", 12, 8, survived),
        "analysis/figures": proof.Tried("d", 0, 0),
    }
    record = proof.Record(proof.Covered(98.54, 97.0, {"reading/values": 99.0}), tried)
    (tmp_path / "why.toml").write_text(
        "[[argument]]\ntitle = 'The same'\nwhy = 'It only names a type.'\npattern = '^\\+.*cast'\n"
        "[[argument]]\ntitle = 'Another'\nwhy = 'Why.'\npattern = 'cast'\nmodules = 'analysis/*'\n"
    )

    page = pages.build_proof(record)
    survivors = pages.build_survivors(record, pages.read_arguments(tmp_path / "why.toml"))

    assert "98.5% of the program's lines" in page
    assert "8 of all 12 were tried, and 6 killed (75.0%)" in page
    assert "| analysis/figures |  | 0 | 0 | 0 |  |\n" in page
    assert "| reading/values | 99.0% | 12 | 8 | 6 | 75.0% |\n" in page
    assert survivors.partition("\n## ")[2] == (
        "The same\n\nIt only names a type.\n\n```diff\n@@ reading/values Reader.read @@\n"
        "- return cast(str, a)\n+ return cast(None, a)\n```\n\n## Still to be killed\n\n```diff\n"
        "@@ reading/values find @@\n- return a\n+ return b\n```\n"
    )
