"""What the README and docs/cli.md say is true."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from auditreport.cli import app
from auditreport.cli.outcome import STATUSES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CLI = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


def run(*words: str) -> str:
    result = CliRunner().invoke(app, list(words))
    assert result.exit_code == 0, result.output
    return result.stdout


def statuses_in(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"^\| (\d+) \|", text, re.MULTILINE)]


def test_the_readmes_set_up_commands_each_begin_from_nothing() -> None:
    commands = re.findall(r"^python3 .*$", README, re.MULTILINE)

    assert commands == [
        "python3 -m venv .venv && .venv/bin/pip install . && "
        ".venv/bin/auditreport build sample_data/rutland-2016-17.xlsx",
        'python3 -m venv .venv && .venv/bin/pip install ".[test]" && .venv/bin/pytest',
    ]


def test_the_readmes_commands_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(ROOT / "sample_data" / "rutland-2016-17.xlsx", "data.xlsx")
    typed = re.findall(r"^auditreport (.*)$", README, re.MULTILINE)

    assert {words.split()[0] for words in typed} == {"build", "check", "quarter", "explain"}
    for words in typed:
        run(*shlex.split(words, comments=True))
    assert (tmp_path / "report" / "annual-report-2016-17.html").is_file()
    assert (tmp_path / "report" / "q4-2016-17.html").is_file()


def test_every_exit_status_is_described() -> None:
    assert statuses_in(CLI) == list(STATUSES)
    assert statuses_in(README) == [number for number in STATUSES if number < 128]
    for words in STATUSES.values():
        assert f"`{words}`" in CLI


def test_every_option_is_described_and_none_that_is_not() -> None:
    commands = ("build", "quarter", "check", "verify", "new", "templates", "explain")
    helps = run("--help") + "".join(run(command, "--help") for command in commands)
    offered = set(re.findall(r"--[a-z][a-z-]+", helps)) - {"--help"}

    assert offered == set(re.findall(r"--[a-z][a-z-]+", CLI))


def test_every_link_to_a_file_leads_somewhere() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README)

    assert [link for link in links if not (ROOT / link).exists()] == []
