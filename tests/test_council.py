"""A council with its own scale, areas, words and sheets builds without a change to its tracker."""

from __future__ import annotations

import hashlib
import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner
from workbooks import Rows, write_xlsx

from auditreport.cli import app

SCALE = ("Excelling", "Secure", "Developing", "Emerging", "Concerning")
SHORT = ("EXC", "Sec.", "dev", "Emerging practice", "CONC")
TEAMS = ("MASH & Assessment", "Family Safeguarding", "Through Care")
AREAS = ("Hearing the child", "Thinking about risk", "Working together")

TRACKER_HEADER = (
    "No.",
    "LCS",
    "Month completed",
    "Auditor's view",
    "Moderator's view",
    "Agreed view",
    "Why we looked",
    "Where",
    "Years old",
    "Where are we up to",
    "Child's voice heard?",
    "Risk",
    "MULTI-AGENCY",
    "Our notes",
)


def tracker() -> Rows:
    """Return a tracker with a title above, in the council's own words, with a row of totals."""
    rows: list[tuple[object, ...]] = [
        ("Practice Learning Reviews 2023",),
        (),
        (None, *TRACKER_HEADER),
    ]
    for number in range(30):
        word = SHORT[number % 5]
        view = (word, word if number % 3 == 0 else None, None)
        rows.append(
            (
                None,
                f"PLR{number:03}",
                1000 + number,
                date(2023, 1, 9) + timedelta(days=12 * number),
                *view,
                "Routine" if number % 4 else "Deep dive",
                TEAMS[number % 3],
                number % 18,
                "Back",
                word,
                "does not fit" if number % 7 == 0 else SHORT[(number + 1) % 5],
                SHORT[(number + 2) % 5],
                "seen",
            )
        )
    rows.append((None, "Total", None, None, 30))
    return rows  # type: ignore[return-value]


def settings() -> dict[str, Rows]:
    """Return the council's second workbook: what its report says of itself, and its lists."""
    return {
        "About": (
            ("Setting", "Value"),
            ("Organisation", "Westmarch Council"),
            ("Year", 2023),
            ("Year starts", "January"),
            ("Colours", "neutral"),
        ),
        "Areas": (
            ("Area", "Label", "Aliases"),
            (AREAS[0], "How well we hear the child", "Child's voice heard?"),
            (AREAS[1], "How we think about risk", "Risk"),
            (AREAS[2], "How we work together", "Multi-agency"),
        ),
        "Words": (
            ("Judgements", "Good or better", "Not judged", "Audit types", "Age bands", "Teams"),
            (SCALE[0], SCALE[0], "Does not fit", "Routine", "0-4", TEAMS[0]),
            (SCALE[1], SCALE[1], None, "Deep dive", "5-11", TEAMS[1]),
            (SCALE[2], None, None, None, "12-17", TEAMS[2]),
            (SCALE[3], None, None, None, None, None),
            (SCALE[4], None, None, None, None, None),
        ),
        "Deep dives": (
            ("Name", "Sheet", "Recorded as", "From", "To", "Placed in"),
            ("Supervision", "Sup", "Evidence", date(2023, 5, 1), date(2023, 5, 31), "Q2"),
        ),
        "Sup": (("Ref", "Held monthly", "Recorded"), ("S1", "Y", "N"), ("S2", "Y", "Left")),
    }


MAPPING = """
workbooks = ["tracker.xlsx", "about.xlsx"]
[sheets]
Report = "About"
Audits = "PLR log"
"Practice areas" = "Areas"
Lists = "Words"
"Thematic audits" = "Deep dives"
[columns.Audits]
"Audit ref" = "No."
"Case ref" = "LCS"
"Audit date" = "Month completed"
"Overall judgement" = "Auditor's view"
"Moderated judgement" = "Moderator's view"
"Final judgement" = "Agreed view"
"Audit type" = "Why we looked"
Team = "Where"
Age = "Years old"
Status = "Where are we up to"
[values.Judgements]
EXC = "Excelling"
"Sec." = "Secure"
dev = "Developing"
"Emerging practice" = "Emerging"
CONC = "Concerning"
"""
STATUS_ALIAS = ("List", "Written as", "Means"), ("Audit statuses", "Back", "Completed")


@pytest.fixture
def council(stand_in: Path) -> Path:
    write_xlsx(stand_in / "tracker.xlsx", {"PLR log": tracker()})
    write_xlsx(stand_in / "about.xlsx", {**settings(), "Aliases": STATUS_ALIAS})
    (stand_in / "auditreport.toml").write_text(MAPPING, encoding="utf-8")
    return stand_in


def test_nothing_is_wrong_with_it(council: Path) -> None:
    result = CliRunner().invoke(app, ["check", "--json", "--strict"])

    found = json.loads(result.stdout)
    assert [(p["severity"], p["code"], p["cell"]) for p in found["problems"]] == [
        ("note", "own-columns", "O3"),
        ("note", "total-row", "B34"),
    ]
    assert result.exit_code == 0


def test_it_builds_and_the_tracker_is_as_it_was(council: Path) -> None:
    before = hashlib.sha256((council / "tracker.xlsx").read_bytes()).hexdigest()

    result = CliRunner().invoke(app, ["build", "--format", "html"])

    assert result.exit_code == 0, result.stderr
    assert hashlib.sha256((council / "tracker.xlsx").read_bytes()).hexdigest() == before
    figures = json.loads((council / "report/annual-report-2023.figures.json").read_text("utf-8"))
    year = figures["periods"]["year"]
    assert figures["scale"]["judgements"] == list(SCALE)
    assert figures["scale"]["good_or_better"] == list(SCALE[:2])
    assert year["completed"] == 30
    assert year["overall"]["counts"] == dict.fromkeys(SCALE, 6)
    assert [area["name"] for area in figures["areas"]] == list(AREAS)
    assert year["areas"][AREAS[1]]["not_judged"]["Does not fit"] == 5
    assert year["profile"]["Team"] == dict.fromkeys(TEAMS, 10)
    assert year["moderation"]["compared"] == 10
    assert figures["thematic"]["Supervision"]["items"]["Recorded"]["not_applicable"] == 1
    page = (council / "report/annual-report-2023.html").read_text("utf-8")
    assert "How we think about risk" in page


def test_without_the_mapping_the_lines_to_paste_are_printed(council: Path) -> None:
    (council / "auditreport.toml").unlink()

    said = CliRunner().invoke(app, ["check", "tracker.xlsx"]).stderr

    assert "[sheets]" in said
    assert 'Audits = "PLR log"' in said


def test_words_that_stand_in_several_cells_are_offered_once(council: Path) -> None:
    text = MAPPING.replace('"Sec." = "Secure"\n', "")
    (council / "auditreport.toml").write_text(text, encoding="utf-8")

    said = CliRunner().invoke(app, ["check"]).stderr

    assert said.count('"Sec." = "Secure"') == 1
    assert said.count("[values.Judgements]") == 1
    assert "cells, first" in said


def test_the_lines_that_are_printed_make_the_headers_known(stand_in: Path) -> None:
    header = ("Ref", "Audited on", "Grade given by the auditor", "Risk")
    rows = [(f"A{n}", date(2016, 5, 3), "Good", "Good") for n in range(3)]
    report = (("Setting", "Value"), ("Organisation", "Anyshire"), ("Year", "2016-17"))
    write_xlsx(stand_in / "data.xlsx", {"Report": report, "Audits": [header, *rows]})

    first = CliRunner().invoke(app, ["check", "data.xlsx"])
    lines = [line[2:] for line in first.stderr.splitlines() if line.startswith(("  [", '  "'))]
    (stand_in / "auditreport.toml").write_text("\n".join(lines), encoding="utf-8")
    second = CliRunner().invoke(app, ["check", "data.xlsx"])

    assert lines == [
        "[columns.Audits]",
        '"Audit date" = "Audited on"',
        '"Overall judgement" = "Grade given by the auditor"',
    ]
    assert (first.exit_code, second.exit_code) == (3, 0)


def test_one_wrong_word_brings_no_lines(stand_in: Path) -> None:
    report = (("Setting", "Value"), ("Organisation", "Anyshire"), ("Year", "2016-17"))
    audits = (("Date", "Overall"), (date(2016, 5, 3), "Goood"), (date(2016, 5, 3), "Good"))
    write_xlsx(stand_in / "data.xlsx", {"Report": report, "Audits": audits})

    assert "[values" not in CliRunner().invoke(app, ["check", "data.xlsx"]).stderr
