"""A draft goes on without what is faulty, says so on every page, and takes no report's place."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from conftest import MakeWorkbook
from faults import BROKEN, FAULTS
from hypothesis import given, settings
from hypothesis import strategies as st
from test_random_faults import Drawn, faults, put_all
from typer.testing import CliRunner
from whole_workbook import Book
from workbooks import AUDIT_HEADER, REPORT, a_workbook, audits_of, read_sheets

from auditreport.analysis import analyse
from auditreport.analysis.figures_json import figures_json
from auditreport.cli import app
from auditreport.problem_codes import RULES, Severity
from auditreport.problem_drafts import find_passed_over
from auditreport.problem_publishing import PUBLISHING_ERRORS
from auditreport.reading import Reading, understand
from auditreport.reading.dataset import Status
from auditreport.rendering import render

DAY = date(2016, 4, 12)
FAULTY = {
    "Audits": (
        AUDIT_HEADER,
        ("A1", DAY, "Good", "Good"),
        ("A2", DAY, "Goood", "Good"),
        ("A3", "31/02/2016", "Good", "Good"),
        ("A1", DAY, "Inadequate", "Good"),
    )
}
NO_WAY = {"no-audit-in-year", "good-or-better-unknown"}
NEVER_PUBLIC = {rule.code for rule in PUBLISHING_ERRORS}  # a draft is internal


def draft_of(reading: Reading) -> dict[str, str]:
    """Return the files of a draft as text."""
    figures = analyse(reading.as_draft(), tool="auditreport 0")
    return {name: data.decode() for name, data in render(figures, ["html", "md"]).items()}


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(arguments))
    return result.exit_code, result.stdout, result.stderr


def test_every_error_can_be_left_out_but_those_that_leave_no_figure() -> None:
    fixed = {
        code
        for code, rule in RULES.items()
        if rule.severity is Severity.ERROR and not (rule.way_on or rule.in_draft)
    }

    assert fixed == NO_WAY | NEVER_PUBLIC


def test_faulty_cells_and_rows_are_left_out_and_listed_as_warnings() -> None:
    reading = read_sheets(Audits=FAULTY["Audits"]).as_draft()

    assert not reading.has_errors
    assert [
        (p.code, p.cell, p.message.rpartition("; ")[2]) for p in find_passed_over(reading.problems)
    ] == [
        ("impossible-date", "B4", "the cell is left out, and the row too where it needs a date"),
        ("unknown-judgement", "C3", "the cell is left out"),
        ("duplicate-ref", "A5", "the later row is left out"),
    ]
    assert reading.data is not None
    assert [audit.overall for audit in reading.data.audits] == ["Good", None]


def test_a_draft_says_so_on_every_page_and_lists_what_was_left_out() -> None:
    files = draft_of(read_sheets(Audits=FAULTY["Audits"]))

    page = files["draft-annual-report-2016-17.html"]
    assert '@top-center { content: "DRAFT"' in page
    assert re.search(r'<(\w+) class="draft"[^>]*>DRAFT\.', page)
    assert "<title>DRAFT: Case audit annual report" in page
    text = files["draft-annual-report-2016-17.md"]
    assert text.startswith("**DRAFT.")
    assert "\n# DRAFT: Case audit annual report\n" in text
    assert "## Left out of this draft" in text
    assert "The workbooks have 3 errors." in text
    assert "did you mean" in text
    assert json.loads(files["draft-annual-report-2016-17.figures.json"])["draft"] is True


def test_a_draft_of_a_workbook_without_errors_is_a_draft_all_the_same() -> None:
    text = draft_of(read_sheets())["draft-annual-report-2016-17.md"]

    assert text.startswith("**DRAFT.")
    assert "Nothing had to be left out" in text


def test_a_report_says_nothing_of_drafts() -> None:
    figures = analyse(read_sheets(), tool="auditreport 0")

    assert json.loads(figures_json(figures))["draft"] is False
    assert all(b"DRAFT" not in data for data in render(figures, ["html"]).values())


@pytest.mark.parametrize(
    "sheets",
    [
        {"Report": REPORT, "Audits": ()},
        {"Audits": audits_of(("A1", DAY, "Good", None))},
        {"Report": REPORT[:2], "Audits": audits_of(("A1", DAY, "Good", None))},
        {"Report": REPORT, "Audits": audits_of(("A1", date(2010, 1, 1), "Good", None))},
    ],
    ids=["no audits", "no report", "no year", "no audit in the year"],
)
def test_without_report_year_or_audits_there_is_no_draft(sheets: dict[str, object]) -> None:
    reading = understand([a_workbook(sheets)])  # type: ignore[arg-type]

    assert reading.as_draft().has_errors


def test_a_draft_stands_beside_the_report_and_the_errors_are_printed_as_warnings(
    stand_in: Path, make_workbook: MakeWorkbook
) -> None:
    make_workbook()
    assert run("build", "data.xlsx", "--format", "html")[0] == 0
    final = (stand_in / "report/annual-report-2016-17.html").read_bytes()
    make_workbook(sheets=FAULTY)

    refused, _, advice = run("build", "data.xlsx", "--format", "html")
    status, printed, said = run("build", "data.xlsx", "--format", "html", "--draft")

    assert refused == 3
    assert "--draft" in advice
    assert status == 0
    assert "draft-annual-report-2016-17.html" in printed
    assert "error " not in said.replace("(3 errors)", "")
    assert "the later row is left out" in said
    assert "DRAFT, without what is faulty (3 errors): 2 case files audited" in said
    assert (stand_in / "report/annual-report-2016-17.html").read_bytes() == final


def test_a_quarter_has_drafts_too(stand_in: Path, make_workbook: MakeWorkbook) -> None:
    make_workbook(sheets=FAULTY)

    status, printed, _ = run("quarter", "Q1", "data.xlsx", "--format", "html", "--draft")

    assert status == 0
    assert "draft-q1-2016-17.html" in printed


def test_a_draft_without_the_year_stops_and_writes_nothing(
    stand_in: Path, make_workbook: MakeWorkbook
) -> None:
    make_workbook(sheets={"Report": REPORT[:2]})

    status, printed, said = run("build", "data.xlsx", "--draft")

    assert (status, printed) == (3, "")
    assert "missing-setting" in said
    assert not (stand_in / "report").exists()


def test_a_figure_that_does_not_exist_is_left_out_of_a_draft_too() -> None:
    rows = (("Section", "Text"), ("Introduction", "So many: {{ Q1 complted }}."))

    reading = read_sheets(Narrative=rows)
    figures = analyse(reading.as_draft(), tool="auditreport 0")

    assert [p.code for p in find_passed_over(figures.problems)] == ["unknown-figure"]


@settings(max_examples=25, deadline=None)
@given(faults(most=12), st.booleans())
def test_whatever_the_faults_a_draft_can_be_made(drawn: Drawn, is_broken: bool) -> None:
    book, _ = put_all(drawn)
    if is_broken:
        book.put("Audits", 1, "Overall judgement", BROKEN)
    reading = understand([book.raw()]).as_draft()

    assert not reading.has_errors
    assert reading.data is not None
    assert all(
        audit.status is not Status.COMPLETED or audit.quarter for audit in reading.data.audits
    )
    assert render(analyse(reading, tool="auditreport 0"), ["html"])


def test_a_draft_of_each_fault_alone_can_be_made() -> None:
    for fault in FAULTS:
        book = Book()
        fault.put(book, 2)
        assert not understand([book.raw()]).as_draft().has_errors, fault.name
