"""The workbooks of a region, read at once: what is said of many is not longer than of a few."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner
from workbooks import AUDIT_HEADER, REPORT, Rows, write_xlsx

from auditreport.cli import app
from auditreport.messages import render_mapping
from auditreport.problems import Problem, Severity

MANY = 14


def a_problem(number: int) -> Problem:
    hint = f'Map it.\n[columns.Audits]\n"Column {number}" = "..."'
    return Problem(Severity.WARNING, "missing-column", "a.xlsx", "Audits", "A1", "", "", hint)


@pytest.fixture
def region(stand_in: Path) -> list[str]:
    """Return the names of many workbooks, each with an audit, in the folder to stand in."""
    names = [f"{number:02}.xlsx" for number in range(MANY)]
    for name in names:
        audits: Rows = (AUDIT_HEADER, (f"A{name}", "12/04/2016", "Good", "Good"))
        write_xlsx(stand_in / name, {"Report": REPORT, "Audits": audits})
    return names


def run(*words: str) -> str:
    return CliRunner().invoke(app, words).stderr


def test_many_workbooks_are_one_report(region: list[str]) -> None:
    assert f"{MANY} case files audited" in run("build", *region, "--format", "html")


def test_what_comes_next_does_not_repeat_all_their_names(region: list[str]) -> None:
    assert run("check", *region).endswith("auditreport build (the same 14 workbooks)\n")


def test_what_comes_next_names_a_few(region: list[str]) -> None:
    assert run("check", *region[:2]).endswith("auditreport build 00.xlsx 01.xlsx\n")


def test_a_report_is_verified_against_them_without_all_their_names(region: list[str]) -> None:
    run("build", *region, "--format", "html")
    assert "07.xlsx and 6 more again" in run("verify", "report", *region)


def test_of_many_that_could_be_meant_the_first_are_listed(region: list[str]) -> None:
    lines = run("check").splitlines()
    assert lines[12:14] == ["  11.xlsx", "  and 2 more"]


@pytest.mark.parametrize(
    ("names", "lines", "last"), [(24, 26, '"Column 23" = "..."'), (25, 27, "")]
)
def test_of_the_lines_that_map_names_two_dozen_are_shown(names: int, lines: int, last: str) -> None:
    shown = render_mapping(map(a_problem, range(names))).splitlines()
    assert len(shown) == lines
    assert shown[-1].strip() == (last or "# and 1 more, of which --json tells")
