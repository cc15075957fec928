"""With --json every run ends in one object that keeps to the schema, however it ends."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner

from auditreport.cli import app
from auditreport.cli.outcome import STATUSES, Outcome
from auditreport.interruption import Interrupted
from auditreport.rendering.folder_lock import hold_folder
from auditreport.shipped import find_shipped

MakeWorkbook = Callable[..., Path]
HEADER = ("Audit ref", "Audit date", "Overall judgement", "Risk")
WRONG = {"Audits": (HEADER, ("A1", date(2016, 5, 3), "Goood", "Good"))}
WARNED = {"Audits": (HEADER, ("A1", "03/05/2016", "Good", "Good"))}
SCHEMA = json.loads(find_shipped("schemas/outcome.schema.json").read_text(encoding="utf-8"))

pytestmark = pytest.mark.usefixtures("stand_in")


def run(*words: object) -> dict[str, Any]:
    """Return the object that a run printed, which must keep to the schema and stand alone."""
    result = CliRunner().invoke(app, [*map(str, words), "--json"])
    content: dict[str, Any] = json.loads(result.stdout)
    jsonschema.Draft202012Validator(SCHEMA).validate(content)
    assert result.stderr == ""
    assert content["exit_status"] == result.exit_code
    return content


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_schema_knows_every_status() -> None:
    properties = SCHEMA["properties"]

    assert set(properties["exit_status"]["enum"]) == set(STATUSES)
    assert set(properties["status"]["enum"]) == {*STATUSES.values(), "unchanged"}


def test_the_schema_lets_nothing_else_pass() -> None:
    outcome = run("check", "gone.xlsx")

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**outcome, "more": 1}, SCHEMA)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**outcome, "status": "fine"}, SCHEMA)


def test_a_report_and_a_quarter_name_their_files(make_workbook: MakeWorkbook) -> None:
    book = make_workbook()

    assert run("build", book, "--format", "html")["outputs"] == [
        f"report{os.sep}annual-report-2016-17.{end}"
        for end in ("html", "figures.json", "manifest.json")
    ]
    assert len(run("quarter", "Q2", book, "--format", "html")["outputs"]) == 3


def test_a_report_that_is_unchanged_says_so(make_workbook: MakeWorkbook) -> None:
    book = make_workbook()
    built = run("build", book, "--format", "html")
    again = run("build", book, "--format", "html", "--if-changed")

    assert (again["status"], again["exit_status"]) == ("unchanged", 0)
    assert again["outputs"] == built["outputs"]


def test_a_report_that_is_not_what_it_would_be_is_6(make_workbook: MakeWorkbook) -> None:
    outcome = run("build", make_workbook(), "--format", "html", "--check-only")

    assert (outcome["status"], outcome["exit_status"]) == ("not up to date", 6)


def test_checking_names_problems_and_what_was_read(make_workbook: MakeWorkbook) -> None:
    assert run("check", make_workbook())["read"]["Audits"] == 2
    outcome = run("check", make_workbook("warned.xlsx", WARNED))

    assert "date-as-text" in {problem["code"] for problem in outcome["problems"]}


def test_errors_and_strict_warnings_hold_their_problems(make_workbook: MakeWorkbook) -> None:
    wrong = run("build", make_workbook(sheets=WRONG))
    warned = run("build", make_workbook("warned.xlsx", WARNED), "--strict")

    assert (wrong["exit_status"], warned["exit_status"]) == (3, 4)
    assert "error" in {problem["severity"] for problem in wrong["problems"]}
    assert "warning" in {problem["severity"] for problem in warned["problems"]}


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("check", "--nope"), "wrong usage"),
        (("bild",), "wrong usage"),
        (("quarter",), "wrong usage"),
        (("build", "--wait", "soon", "data.xlsx"), "wrong usage"),
        (("build", "--as-of", "soon", "data.xlsx"), "wrong usage"),
        (("check",), "wrong usage"),
        (("verify", "."), "wrong usage"),
        (("explain", "nothing"), "wrong usage"),
        (("check", "gone.xlsx"), "file fault"),
        (("build", "gone.xlsx", "--log", "."), "file fault"),
        (("build", "gone.xlsx", "--config", "gone.toml"), "file fault"),
    ],
)
def test_what_cannot_be_done_says_why(words: tuple[str, ...], status: str) -> None:
    outcome = run(*words)

    assert outcome["status"] == status
    assert outcome["message"]
    assert outcome["outputs"] == outcome["problems"] == []


def test_a_folder_that_another_run_holds_is_busy(make_workbook: MakeWorkbook) -> None:
    Path("report").mkdir()
    with hold_folder(Path("report")):
        assert run("build", make_workbook())["status"] == "folder busy"


@pytest.mark.parametrize(
    ("fault", "status"),
    [
        (KeyError("Jo Bloggs"), "program fault"),
        (OSError(5, "Input/output error"), "file fault"),
        (KeyboardInterrupt(), "interrupted"),
        (Interrupted(143), "stopped"),
    ],
)
def test_what_nobody_meant_to_happen_ends_in_one_too(
    make_workbook: MakeWorkbook,
    monkeypatch: pytest.MonkeyPatch,
    fault: BaseException,
    status: str,
) -> None:
    def fail(*_: object) -> Outcome:
        raise fault

    monkeypatch.setattr("auditreport.cli.source.choose_settings", fail)
    outcome = run("check", make_workbook())

    assert outcome["status"] == status
    assert "Bloggs" not in json.dumps(outcome)


def test_other_commands_keep_to_it(make_workbook: MakeWorkbook) -> None:
    run("build", make_workbook(), "--format", "html")

    assert run("explain", "date-as-text")["answer"]
    assert run("new", "year")["outputs"]
    assert run("templates", "ours")["outputs"]
    assert run("verify", "report")["status"] == "done"
