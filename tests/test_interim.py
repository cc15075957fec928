"""The summary of a quarter that is not over, or has no audits yet, says so."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from auditreport.cli import app

MakeWorkbook = Callable[..., Path]

pytestmark = pytest.mark.usefixtures("stand_in")


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def summarise(quarter: str, day: str) -> tuple[str, dict[str, bool]]:
    """Return the page of a quarter's summary, and which periods its figures say are over."""
    result = run("quarter", quarter, "data.xlsx", "--format", "md", "--as-of", day)
    assert result.exit_code == 0, result.output
    page = next(path for path in Path("report").iterdir() if path.suffix == ".md")
    figures = json.loads(page.with_suffix(".figures.json").read_text(encoding="utf-8"))
    over = {name: period["is_complete"] for name, period in figures["periods"].items()}
    return page.read_text(encoding="utf-8"), over


def test_a_quarter_that_is_not_over_is_marked_in_title_opening_and_figures(
    make_workbook: MakeWorkbook,
) -> None:
    make_workbook()
    page, over = summarise("current", "2016-08-31")

    title = "Case audits: Quarter 2 (July to September 2016)"
    assert page.startswith(f"# {title}\n")
    assert "\nInterim summary, to date\n" in page
    assert "\nTo date (31 August 2016), 1 case file was audited" in page
    assert over == {"Q1": True, "Q2": False, "year": False}


def test_one_that_ended_on_the_day_is_not(make_workbook: MakeWorkbook) -> None:
    make_workbook()
    page, over = summarise("Q2", "2016-09-30")

    assert "\nInterim summary\n" in page
    assert "\n1 case file was audited" in page
    assert over == {"Q1": True, "Q2": True, "year": False}


def test_an_empty_quarter_is_summarised_in_words(make_workbook: MakeWorkbook) -> None:
    make_workbook()
    begun, _ = summarise("current", "2016-11-15")

    assert (
        "To date (15 November 2016), no case files were audited in Quarter 3 (October to December"
        " 2016).\n\nNothing can therefore be said about practice in that quarter.\n"
    ) in begun
    assert "No audits were completed." in begun


def test_an_empty_quarter_that_is_over_says_no_date(make_workbook: MakeWorkbook) -> None:
    make_workbook()
    page, _ = summarise("Q3", "2017-03-31")

    assert "\nNo case files were audited in Quarter 3 (October to December 2016).\n" in page


def test_an_empty_quarter_is_a_warning_that_strict_stops_at(make_workbook: MakeWorkbook) -> None:
    words = ("data.xlsx", "--format", "html", "--as-of", "2016-11-15")
    make_workbook()
    done = run("quarter", "current", *words, "--json")
    stopped = run("quarter", "current", *words, "--strict")

    found = [(p["code"], p["sheet"], p["cell"]) for p in json.loads(done.stdout)["problems"]]
    assert found[-1] == ("empty-quarter", "Audits", "")
    assert stopped.exit_code == 4
    assert "No audit of Q3 is complete yet" in stopped.stderr


def test_the_annual_report_and_checking_know_no_empty_quarter(make_workbook: MakeWorkbook) -> None:
    book = make_workbook()

    assert run("check", book, "--as-of", "2017-03-31", "--strict").exit_code == 0
    assert run("build", book, "--format", "html", "--strict").exit_code == 0
