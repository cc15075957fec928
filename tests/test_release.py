"""What looks at a release before it is handed out finds what is wrong with it."""

from __future__ import annotations

import importlib
import re
import tomllib
from pathlib import Path

import pytest
from ruamel.yaml import YAML

import auditreport

ROOT = Path(__file__).parents[1]
SOUND = '<link rel="stylesheet" href="s.css"><h1 id="top">A</h1><a href="b.html#end">b</a>'
OTHER = '<p id="end"><a href="a.html">a</a> <a href="https://www.gov.uk">elsewhere</a>'


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a site of two sound pages; the scripts of `release` can be imported."""
    monkeypatch.syspath_prepend(str(ROOT / "release"))
    (tmp_path / "a.html").write_text(SOUND)
    (tmp_path / "b.html").write_text(OTHER)
    (tmp_path / "s.css").write_text("body { background: url(data:image/png;base64,AA==) }")
    return tmp_path


def faults_of(site: Path) -> list[str]:
    return list(importlib.import_module("build_site").find_faults(site))


def test_a_site_whose_links_lead_somewhere_is_sound(site: Path) -> None:
    assert faults_of(site) == []


@pytest.mark.parametrize(
    ("link", "fault"),
    [
        ('<a href="c.html">', "a.html: c.html leads nowhere."),
        ('<a href="b.html#begin">', "a.html: b.html#begin leads nowhere."),
        ('<a href="#bottom">', "a.html: #bottom leads nowhere."),
        ('<img src="no.png">', "a.html: no.png leads nowhere."),
        ('<script src="//x.org/a.js">', "a.html: //x.org/a.js is fetched from elsewhere."),
    ],
)
def test_what_leads_nowhere_or_is_fetched_is_told(site: Path, link: str, fault: str) -> None:
    (site / "a.html").write_text(SOUND + link)

    assert faults_of(site) == [fault]


def test_a_style_that_fetches_a_font_is_told(site: Path) -> None:
    (site / "s.css").write_text("@font-face { src: url('https://x.org/font.woff2') }")

    assert faults_of(site) == ["s.css fetches something from elsewhere."]


def test_each_page_of_the_documents_is_in_the_sites_contents() -> None:
    contents = YAML(typ="safe").load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]
    parts = [pages for part in contents if isinstance(part, dict) for pages in part.values()]
    listed = {page for part in parts for page in part}
    pages = {path.name for path in (ROOT / "docs").glob("*.md")}

    assert listed | {"index.md"} == pages | {"changes.md", "contributing.md"}


@pytest.mark.usefixtures("site")
def test_a_wheel_that_lacks_a_file_or_has_one_too_many_is_told() -> None:
    check = importlib.import_module("check")

    assert list(check.find_unexpected({"a.py", "b.py"}, {"a.py", "c.txt"})) == [
        "The wheel lacks c.txt.",
        "The wheel should not hold b.py.",
        "What is .txt in the wheel for?",
    ]


@pytest.mark.usefixtures("site")
def test_what_the_program_needs_is_found_on_whichever_system() -> None:
    licences = importlib.import_module("licences")

    assert licences.find_needed("jinja2") == {"jinja2", "markupsafe"}
    assert "colorama" in licences.find_needed("typer")
    assert licences.find_licence("markupsafe") == "BSD-3-Clause"


def test_what_is_installed_by_the_page_is_this_version_with_extras_that_there_are() -> None:
    page = (ROOT / "docs" / "install.md").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = re.findall(r"\[([a-z,]+)\]\"", page)

    assert set(re.findall(r"auditreport-(\d[\d.]*\d)", page)) == {auditreport.__version__}
    assert {name for listed in extras for name in listed.split(",")} == {"pdf", "word", "app"}
    assert {"pdf", "word", "app"} <= set(project["optional-dependencies"])
