"""Every block of code in a document is tried by a test; here are those without one of their own."""

from __future__ import annotations

import re
import shlex
from dataclasses import fields
from pathlib import Path

import pytest
from typer.testing import CliRunner
from workbooks import AUDIT, AUDIT_HEADER, REPORT, write_xlsx

from auditreport.cli import app
from auditreport.config import Settings, read_settings

ROOT = Path(__file__).parents[1]
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BRACES = dict.fromkeys(map(ord, "{}"))
"""Typer puts them around what must be given."""

TRIED_BY = {
    "CONTRIBUTING.md": "../.ci/run",
    "README.md": "test_readme.py",
    "docs/cli.md": "test_shown_blocks.py",
    "docs/first-quarter.md": "test_pages.py",
    "docs/install.md": "../.ci/run",
    "docs/proof.md": "../.ci/run",
    "docs/publishing.md": "test_publishing_docs.py",
    "docs/scheduling.md": "test_recipes.py",
    "docs/scripting.md": "test_scripting.py",
    "docs/survivors.md": "../.ci/run",
    "docs/templates.md": "test_shown_blocks.py",
}


def blocks_of(name: str) -> list[tuple[str, str]]:
    """Return the language and the text of each block; one without a language is a picture."""
    return FENCE.findall((ROOT / name).read_text(encoding="utf-8"))


def type_in(line: str) -> str:
    program, *words = shlex.split(line)
    assert program == "auditreport"
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 0, result.output
    return result.output


def lay_out(folder: Path, judgement: str = "Good", above: int = 0) -> None:
    """Write a workbook whose audit stands below so many others."""
    audits = [(f"B{number}", *AUDIT[1:]) for number in range(above)]
    rows = (AUDIT_HEADER, *audits, (*AUDIT[:2], judgement, "Good"))
    write_xlsx(folder / "data.xlsx", {"Report": REPORT, "Audits": rows})


def test_each_document_with_blocks_has_a_test_that_tries_them() -> None:
    documents = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]
    with_blocks = {
        path.relative_to(ROOT).as_posix()
        for path in documents
        if path.name != "CHANGELOG.md" and FENCE.search(path.read_text(encoding="utf-8"))
    }

    assert with_blocks == set(TRIED_BY)
    for tried_by in TRIED_BY.values():
        assert (ROOT / "tests" / tried_by).is_file()


def test_each_command_of_the_overview_takes_what_stands_beside_it() -> None:
    overview = blocks_of("docs/cli.md")[0][1]
    shown = re.findall(r"^auditreport (\w+) +(.+?) {3,}", overview, re.MULTILINE)
    offered = type_in("auditreport --help").partition("Commands:")[2]

    assert [command for command, _ in shown] == re.findall(r"^  ([a-z]+) ", offered, re.MULTILINE)
    for command, arguments in shown:
        usage = type_in(f"auditreport {command} --help").splitlines()[0]
        assert usage.split("[OPTIONS] ")[1].translate(BRACES) == arguments


def test_every_line_of_the_settings_file_is_read(tmp_path: Path) -> None:
    (settings,) = [text for language, text in blocks_of("docs/cli.md") if language == "toml"]
    (tmp_path / "auditreport.toml").write_text(settings, encoding="utf-8")

    read, usual = read_settings(tmp_path / "auditreport.toml"), Settings()

    assert read.workbooks == ("tracker.xlsx", "settings.xlsx")
    as_usual = {f.name for f in fields(read) if getattr(read, f.name) == getattr(usual, f.name)}
    assert as_usual == {"formats", "audience"}


@pytest.mark.usefixtures("stand_in")
class TestWithAWorkbook:
    def test_the_readmes_problem_is_printed_as_it_shows(self, stand_in: Path) -> None:
        shown = blocks_of("README.md")[-1][1]
        lay_out(stand_in, "Requires Improvment", above=12)

        printed = CliRunner().invoke(app, ["check", "data.xlsx"]).output

        assert shown in printed

    def test_the_template_that_is_shown_changes_the_page(self, stand_in: Path) -> None:
        (_, template), (_, build), _ = blocks_of("docs/templates.md")
        lay_out(stand_in)
        own = stand_in / "FOLDER" / "html"
        own.mkdir(parents=True)
        (own / "page.html.j2").write_text(template, encoding="utf-8")

        type_in(build)

        page = (stand_in / "report" / "annual-report-2016-17.html").read_text(encoding="utf-8")
        assert "Quality Assurance, Anyshire. Questions: extension 1234." in page
        assert page.count("--accent: #5b2a86") == 1

    def test_the_templates_are_written_as_it_says(self, stand_in: Path) -> None:
        type_in(blocks_of("docs/templates.md")[2][1])

        assert (stand_in / "FOLDER" / "README.md").is_file()
