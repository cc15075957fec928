"""The package says of itself what is true, and what it needs lies where it is looked for."""

from __future__ import annotations

import tomllib
from importlib.metadata import entry_points, version
from pathlib import Path
from typing import Any

import pytest

import auditreport
from auditreport.__main__ import main

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def project() -> Any:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_installed_version_is_the_codes() -> None:
    assert version("auditreport") == auditreport.__version__


def test_the_command_is_installed() -> None:
    (command,) = entry_points(group="console_scripts", name="auditreport")

    assert command.load() is main


def test_the_wheel_takes_the_templates_and_the_sample_along(project: Any) -> None:
    taken = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]

    assert taken == {name: f"auditreport/{name}" for name in taken}
    assert set(taken) == {"templates", "sample_data/rutland-2016-17.xlsx"}
    assert all((ROOT / name).exists() for name in taken)
    assert (ROOT / "templates" / "html").is_dir()
    assert (ROOT / "templates" / "markdown").is_dir()


def test_every_library_that_is_imported_is_asked_for(project: Any) -> None:
    asked = {word.split(">")[0].replace("-", "_") for word in project["project"]["dependencies"]}

    drawn, read = {"jinja2", "matplotlib", "openpyxl"}, {"pandas", "python_calamine"}
    assert asked == {"highspy", "typer"} | drawn | read


def test_the_pythons_of_the_metadata_are_those_that_are_tested(project: Any) -> None:
    workflow = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
    named = [
        line.rsplit(" ", 1)[1]
        for line in project["project"]["classifiers"]
        if line.startswith("Programming Language :: Python :: 3.")
    ]

    assert ", ".join(f'"{python}"' for python in named) in workflow
