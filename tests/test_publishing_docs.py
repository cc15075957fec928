"""What the documents say of a public edition is true: commands run, numbers are the program's."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from records import analysed, audit, data_set
from typer.testing import CliRunner

from auditreport.analysis.disclosure.edition import Policy, make_public
from auditreport.analysis.figures import Period
from auditreport.analysis.hidden import is_hidden
from auditreport.cli import app
from auditreport.config import read_settings
from auditreport.problem_publishing import PUBLISHING_ERRORS
from auditreport.reading.dataset import DataSet

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "publishing.md").read_text(encoding="utf-8")
FIGURES = (ROOT / "docs" / "figures.md").read_text(encoding="utf-8")
SAMPLE = ROOT / "sample_data" / "rutland-2016-17.xlsx"


def run(*words: str) -> str:
    result = CliRunner().invoke(app, list(words))
    assert result.exit_code == 0, result.output
    return result.stderr


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which all commands of the page were run, in their order."""
    folder = tmp_path_factory.mktemp("council")
    shutil.copy(SAMPLE, folder / "data.xlsx")
    (folder / "auditreport.toml").write_text('formats = ["html"]\n', encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        said = [run(*shlex.split(line)) for line in commands()]
    (folder / "said.txt").write_text("\n".join(said), encoding="utf-8")
    return folder


def commands() -> list[str]:
    blocks = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    return [line.removeprefix("auditreport ") for line in lines]


def sheet_of(folder: Path, name: str) -> list[tuple[object, ...]]:
    sheet = load_workbook(folder / "hidden.xlsx")[name]
    return list(sheet.iter_rows(min_row=5, values_only=True))


class TestTheCommands:
    def test_they_write_public_editions_and_a_log_outside_their_folder(
        self, published: Path
    ) -> None:
        editions = sorted(path.name for path in (published / "public").glob("*.figures.json"))

        assert editions == ["annual-report-2016-17.figures.json", "q4-2016-17.figures.json"]
        for name in editions:
            content = json.loads((published / "public" / name).read_text(encoding="utf-8"))
            assert content["audience"] == "public"
        assert (published / "hidden.xlsx").is_file()
        assert list((published / "public").glob("*.signed-*.json"))

    def test_the_shares_of_the_sample_that_are_hidden_are_those_it_names(
        self, published: Path
    ) -> None:
        said = (published / "said.txt").read_text(encoding="utf-8")
        share, small, fewest = re.findall(
            r"(\d+ of the \d+ counts about cases and answers are hidden \(\d+%\)), (\d+) of them "
            r"because they are small.*? fewer than (\d+)\.",
            PAGE,
        )[0]

        assert share in said
        whys = [row[-1] for row in sheet_of(published, "Hidden counts")]
        assert whys.count("small count") == int(small)
        facts = {str(row[0]): str(row[1]) for row in sheet_of(published, "About")}
        assert facts["Proven minimum"].startswith(f"{fewest}, beside ")

    def test_the_age_bands_that_it_names_are_those_joined(self, published: Path) -> None:
        (said,) = re.findall(r"says that (.*?)\. Put", PAGE)

        rows = sheet_of(published, "Joined age bands")
        bands = " and ".join(f"{band} ({count})" for _, band, count, _ in rows)
        assert said == f"{rows[0][0]} counts {bands}"

    def test_the_sheets_of_the_log_are_those_it_lists(self, published: Path) -> None:
        part = PAGE.partition("## The disclosure log")[2].partition("\n## ")[0]
        listed = re.findall(r"^\| ([A-Z][\w ]+) \|", part, re.MULTILINE)

        assert listed == load_workbook(published / "hidden.xlsx").sheetnames


Counts = Mapping[str, tuple[str, ...]]


def tables() -> list[Counts]:
    """Return the tables of the example: two as they are, two as they are published."""
    part = PAGE.partition("## An example")[2].partition("\n## ")[0]
    blocks = re.findall(r"(?:^\|.*\n)+", part, re.MULTILINE)
    return [_read_table(block) for block in blocks]


def _read_table(block: str) -> Counts:
    rows = [line.strip("|\n ").split(" | ") for line in block.splitlines()[2:]]
    return {name: tuple(cells) for name, *cells in rows}


def council(by_team: Counts, by_age: Counts) -> DataSet:
    """Return the audits of the example; ages are spread over the teams."""
    ages = [age for age, (count,) in by_age.items() for _ in range(int(count))]
    people = [
        (team, "G" if number < int(good) else "R")
        for team, (cases, good) in by_team.items()
        for number in range(int(cases))
    ]
    spread = [ages[7 * place % len(ages)] for place in range(len(ages))]
    found = (
        audit(judgement, profile={"Team": team, "Age band": age})
        for (team, judgement), age in zip(people, spread, strict=True)
    )
    return data_set(found, lists={"Age bands": tuple(by_age)})


def tables_of(year: Period) -> list[Counts]:
    good = year.good_by["Team"]
    by_team = {t: (str(n), str(good[t].count)) for t, n in year.profile["Team"].items()}
    return [by_team, {age: (str(n),) for age, n in year.profile["Age band"].items()}]


class TestTheExample:
    def test_the_tables_are_published_as_it_says(self) -> None:
        true, shown = tables()[:2], tables()[2:]
        internal = analysed(council(*true))
        public = make_public(internal, Policy(5)).figures

        assert tables_of(internal.periods["year"]) == true
        assert tables_of(public.periods["year"]) == shown

    def test_its_totals_are_published_and_its_small_percentage_is_not(self) -> None:
        year = make_public(analysed(council(*tables()[:2])), Policy(5)).figures.periods["year"]

        good = year.overall.good_or_better
        assert f"the totals, {good.base} cases of which {good.count}" in PAGE
        assert is_hidden(year.good_by["Team"]["North"].percent)


class TestTheWords:
    def test_every_link_leads_somewhere(self) -> None:
        files = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", PAGE)
        places = re.findall(r"\]\(#([^)]+)\)", PAGE)
        headings = re.findall(r"^## (.+)$", PAGE, re.MULTILINE)

        assert [name for name in files if not (ROOT / "docs" / name).exists()] == []
        assert set(places) <= {heading.lower().replace(" ", "-") for heading in headings}

    def test_the_problems_that_stop_an_edition_are_all_named(self) -> None:
        part = PAGE.partition("## When it stops")[2]
        named = re.findall(r"^\| `([a-z-]+)` \|", part, re.MULTILINE)

        assert named == [rule.code for rule in PUBLISHING_ERRORS]

    def test_the_settings_that_it_shows_can_be_read(self, tmp_path: Path) -> None:
        (written,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
        (tmp_path / "auditreport.toml").write_text(written, encoding="utf-8")

        settings = read_settings(tmp_path / "auditreport.toml")

        assert settings.audience == "public"
        assert settings.disclosure_log == tmp_path / "internal" / "hidden.xlsx"


class TestTheFigures:
    def test_what_is_always_empty_is_what_the_page_says(self, published: Path) -> None:
        part = FIGURES.partition("## The public edition")[2].partition("\n## ")[0]
        lists, objects = re.findall(r"[Aa]lways `(?:\[\]|\{\})`: (.*?)\.(?: |$)", part)
        path = published / "public" / "annual-report-2016-17.figures.json"
        content = json.loads(path.read_text(encoding="utf-8"))

        assert [find_path(content, name) for name in re.findall(r"`([\w.]+)`", lists)] == [[]] * 7
        assert [find_path(content, name) for name in re.findall(r"`([\w.]+)`", objects)] == [{}] * 3


def find_path(content: Any, path: str) -> Any:
    for step in path.split("."):
        content = content[step]
    return content
