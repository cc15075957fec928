"""`verify`: a report's files are as they were written, its figures those of the workbook."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import MakeWorkbook
from typer.testing import CliRunner, Result

from auditreport.cli import app
from auditreport.manifest import WORK_SUFFIX, digest

NAME = "annual-report-2016-17"
PAGE = f"{NAME}.html"
FIGURES = f"{NAME}.figures.json"
MANIFEST = f"{NAME}.manifest.json"
AUDITS_HEADER = ("Audit ref", "Audit date", "Overall judgement", "Risk")
OTHER = {
    "Audits": (
        AUDITS_HEADER,
        ("A1", date(2016, 5, 3), "Good", "Good"),
        ("A2", date(2016, 8, 9), "Outstanding", "Good"),
    )
}
WRONG = {"Audits": (AUDITS_HEADER, ("A1", date(2016, 5, 3), "Goood", "Good"))}
LAST = {
    "Report": (("Setting", "Value"), ("Organisation", "Testshire"), ("Year", "2015-16")),
    "Audits": (AUDITS_HEADER, ("L1", date(2015, 5, 3), "Good", "Good")),
}
FEEDBACK = {
    "Questions": (
        ("Code", "Question", "Kind", "Answers", "Positive"),
        ("Q1", "Were you heard?", "Closed", "Yes; No", "Yes"),
    ),
    "Feedback": (
        ("Round", "Date", "Respondent", "Q1"),
        ("Spring", date(2016, 5, 3), "Child", "only Mrs Brown heard me"),
    ),
}


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def build(*words: object) -> None:
    result = run("build", *words, "--format", "html")
    assert result.exit_code == 0, result.output


def forge(change: Callable[[dict[str, Any]], None]) -> None:
    """Change the figures of the report, and its manifest so that their hash is right."""
    path = Path("report", FIGURES)
    content = json.loads(path.read_bytes())
    change(content)
    path.write_text(json.dumps(content), encoding="utf-8")
    manifest = json.loads(Path("report", MANIFEST).read_bytes())
    for listed in manifest["files"]:
        if listed["file"] == FIGURES:
            listed["sha256"] = digest(path.read_bytes())
    Path("report", MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")


def test_a_report_that_was_just_built_holds(built: None) -> None:
    result = run("verify", "report")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == (
        f"{NAME}: 2 files as written; its figures come out of data.xlsx again.\n"
    )


def test_a_file_that_was_altered_is_named(built: None) -> None:
    with Path("report", PAGE).open("a") as file:
        file.write("<p>better</p>")

    result = run("verify", "report")

    assert result.exit_code == 6
    assert result.stderr.splitlines() == [
        NAME,
        f"  {PAGE}: was altered after it was written",
        "1 of 1 report does not hold. Nothing was changed.",
    ]


def test_a_file_that_is_gone_is_named(built: None) -> None:
    Path("report", PAGE).unlink()

    result = run("verify", "report")

    assert result.exit_code == 6
    assert f"  {PAGE}: is missing" in result.stderr


def test_a_figure_that_was_forged_together_with_its_hash_is_named(built: None) -> None:
    def better(figures: dict[str, Any]) -> None:
        figures["periods"]["Q1"]["completed"] = 7

    forge(better)

    result = run("verify", "report")

    assert result.exit_code == 6
    assert result.stderr.splitlines()[1:-1] == [
        "  Q1: case files audited: 7 in the report, 1 from the workbook"
    ]


@pytest.mark.parametrize(
    "change",
    [
        lambda figures: figures.pop("problems"),
        lambda figures: figures["periods"].pop("Q1"),
        lambda figures: figures["periods"]["Q1"].pop("completed"),
        lambda figures: figures.update(periods=[]),
        lambda figures: figures.update(trend={"changes": [{"area": 3, "difference": {}}]}),
        lambda figures: figures["problems"][0].update(message="all is well"),
    ],
)
def test_whatever_is_forged_does_not_hold(
    built: None, change: Callable[[dict[str, Any]], None]
) -> None:
    forge(change)

    assert run("verify", "report").exit_code == 6


def test_figures_that_are_none_do_not_hold(built: None) -> None:
    forge(lambda figures: figures.pop("scope"))

    result = run("verify", "report")

    assert result.exit_code == 6
    assert f"  {FIGURES}: cannot be read as the figures of a report" in result.stderr


def test_a_workbook_that_changed_is_named_with_the_figures_that_differ(
    built: None, make_workbook: MakeWorkbook
) -> None:
    make_workbook(sheets=OTHER)

    lines = run("verify", "report").stderr.splitlines()

    assert lines[1] == "  data.xlsx: changed since the report was made"
    assert any(line.startswith("  Q2: overall judgements") for line in lines)
    assert lines[-2].startswith("  and ")
    assert len(lines) == 14  # the report, the workbook, ten figures, how many more, the end


def test_a_workbook_under_another_name_is_said(built: None) -> None:
    Path("data.xlsx").rename("copy.xlsx")

    lines = run("verify", "report").stderr.splitlines()

    assert lines[1:3] == [
        "  data.xlsx: the report was made from it, and it is not among what was read",
        "  copy.xlsx: the report was not made from it",
    ]


def test_a_workbook_that_has_errors_now_is_said(built: None, make_workbook: MakeWorkbook) -> None:
    make_workbook(sheets=WRONG)

    result = run("verify", "report")

    assert result.exit_code == 6
    assert "no report can be made of the workbook as it is (1 error" in result.stderr


def test_what_people_wrote_is_in_no_message(stand_in: Path, make_workbook: MakeWorkbook) -> None:
    build(make_workbook(sheets=FEEDBACK))
    without = (*FEEDBACK["Feedback"][:1], ("Spring", date(2016, 5, 3), "Child", "Yes"))
    make_workbook(sheets={**FEEDBACK, "Feedback": without})

    result = run("verify", "report")

    assert result.exit_code == 6
    assert "Brown" not in result.output


def test_without_a_workbook_the_files_are_looked_at_alone(built: None) -> None:
    Path("data.xlsx").unlink()

    result = run("verify", "report")

    assert result.exit_code == 0
    assert f"{NAME}: its figures were not counted again. No workbook" in result.stderr
    assert f"{NAME}: 2 files as written." in result.stderr


def test_a_workbook_can_be_named(built: None) -> None:
    Path("elsewhere").mkdir()
    Path("data.xlsx").rename("elsewhere/data.xlsx")

    result = run("verify", "report", "elsewhere/data.xlsx")

    assert "its figures come out of data.xlsx again" in result.stderr


def test_a_named_workbook_that_cannot_be_read_is_a_fault_of_files(built: None) -> None:
    assert run("verify", "report", "gone.xlsx").exit_code == 5


def test_each_report_of_a_folder_is_looked_at(built: None) -> None:
    run("quarter", "Q1", "data.xlsx", "--format", "html")
    Path("report/q1-2016-17.html").write_text("")

    result = run("verify", "report")

    assert result.stderr.splitlines() == [
        "q1-2016-17",
        "  q1-2016-17.html: was altered after it was written",
        "1 of 2 reports does not hold. Nothing was changed.",
    ]


@pytest.mark.parametrize("words", [("--as-of", "2017-02-01"), ("--draft",)])
def test_it_is_counted_as_the_report_was(
    stand_in: Path, make_workbook: MakeWorkbook, words: tuple[str, ...]
) -> None:
    build(make_workbook(), *words)

    result = run("verify", "report")

    assert result.exit_code == 0
    assert "come out of data.xlsx again" in result.stderr


def test_settings_are_followed(stand_in: Path, make_workbook: MakeWorkbook) -> None:
    Path("auditreport.toml").write_text('workbooks = "data.xlsx"\n[severity]\n')
    build(make_workbook())
    make_workbook("other.xlsx")

    assert "come out of data.xlsx again" in run("verify", "report").stderr


def test_last_years_file_is_found_by_what_it_holds(
    stand_in: Path, make_workbook: MakeWorkbook
) -> None:
    Path("years").mkdir()
    make_workbook("years/last.xlsx", LAST)
    build(make_workbook(), "--previous", "years/last.xlsx")

    lost = run("verify", "report")
    assert "It is compared with last.xlsx: name that file" in lost.stderr
    assert run("verify", "report", "data.xlsx").exit_code == 6
    named = run("verify", "report", "--previous", "years/last.xlsx")
    assert "come out of data.xlsx again" in named.stderr
    shutil.copy("years/last.xlsx", "report")
    assert "come out of data.xlsx again" in run("verify", "report").stderr


def test_a_workbook_of_another_year_is_no_fault_unless_it_was_named(
    built: None, make_workbook: MakeWorkbook
) -> None:
    make_workbook(sheets=LAST)

    found, named = run("verify", "report"), run("verify", "report", "data.xlsx")

    assert (found.exit_code, named.exit_code) == (0, 6)
    assert "The workbook is of 2015-16, the report of another year." in found.stderr
    assert "The workbook is of 2015-16, the report of another year." in named.stderr


@pytest.mark.parametrize("damage", ["{", '{"files": []}'])
def test_a_manifest_that_lists_nothing_is_said(built: None, damage: str) -> None:
    Path("report", MANIFEST).write_text(damage)

    result = run("verify", "report")

    assert result.exit_code == 6
    assert "its manifest is damaged" in result.stderr


def test_a_manifest_cannot_point_outside_the_folder(built: None) -> None:
    listed = {"file": "../data.xlsx", "sha256": digest(Path("data.xlsx").read_bytes())}
    Path("report", MANIFEST).write_text(json.dumps({"files": [listed]}))

    assert "../data.xlsx: is missing" in run("verify", "report").stderr


def test_a_run_that_was_cut_off_is_said(built: None) -> None:
    Path("report", f".{NAME}{WORK_SUFFIX}").mkdir()

    result = run("verify", "report")

    assert result.exit_code == 6
    assert "was cut off" in result.stderr


def test_nothing_is_changed(built: None) -> None:
    before = sorted(path.as_posix() for path in Path().rglob("*"))

    run("verify", "report")

    assert sorted(path.as_posix() for path in Path().rglob("*")) == before


def test_where_there_is_no_report_it_is_wrong_usage(stand_in: Path) -> None:
    result = run("verify", ".")

    assert result.exit_code == 2
    assert "There is no report in ." in result.stderr


def test_where_there_is_no_folder_it_is_a_fault_of_files(stand_in: Path) -> None:
    assert run("verify", "gone").exit_code == 5


def test_a_script_is_told_so(built: None) -> None:
    Path("report", PAGE).unlink()

    told = json.loads(run("verify", "report", "--json").stdout)

    assert (told["status"], told["exit_status"]) == ("not up to date", 6)
    assert f"{PAGE}: is missing" in told["message"]
