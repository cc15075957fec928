"""Whether a report is up to date: `--if-changed` and `--check-only`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from conftest import MakeWorkbook
from typer.testing import CliRunner, Result

from auditreport.cli import app
from auditreport.cli.fingerprint import _DRAWN_BY
from auditreport.config import FORMATS
from auditreport.manifest import WORK_SUFFIX

NAME = "annual-report-2016-17"
PAGE = f"{NAME}.html"
MANIFEST = f"{NAME}.manifest.json"
AUDITS_HEADER = ("Audit ref", "Audit date", "Overall judgement", "Risk")
OTHER = {"Audits": (AUDITS_HEADER, ("A1", date(2016, 5, 3), "Outstanding", "Good"))}
WARNED = {"Audits": (AUDITS_HEADER, ("A1", "03/05/2016", "Good", "Good"))}
LAST = {
    "Report": (("Setting", "Value"), ("Organisation", "Testshire"), ("Year", "2015-16")),
    "Audits": (AUDITS_HEADER, ("L1", date(2015, 5, 3), "Good", "Good")),
}
SHIPPED = Path(__file__).parents[1] / "templates" / "html" / "page.html.j2"

pytestmark = pytest.mark.usefixtures("stand_in")


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def build(*words: object) -> Result:
    result = run("build", *words, "--format", "html")
    assert result.exit_code == 0, result.output
    return result


def status_of(*words: object) -> str:
    """Return in a word how a build ended."""
    return str(json.loads(build(*words, "--json").stdout)["status"])


def contents(folder: str = ".") -> dict[str, bytes]:
    paths = (path for path in Path(folder).rglob("*") if path.is_file())
    return {path.as_posix(): path.read_bytes() for path in paths}


def check_only(*words: object) -> Result:
    return run("build", *words, "--format", "html", "--check-only")


class TestIfChanged:
    def test_nothing_is_written_where_nothing_has_changed(self, built: None) -> None:
        stamps = {path: path.stat().st_mtime_ns for path in Path("report").iterdir()}

        second = build("data.xlsx", "--if-changed")

        assert second.stderr == "Nothing has changed since the report was built; 1 note.\n"
        assert {Path(line) for line in second.stdout.splitlines()} == set(stamps)
        assert {path: path.stat().st_mtime_ns for path in Path("report").iterdir()} == stamps

    def test_a_script_is_told_so(self, make_workbook: MakeWorkbook) -> None:
        book = make_workbook()

        assert status_of(book, "--if-changed") == "done"
        assert status_of(book, "--if-changed") == "unchanged"

    def test_neither_a_reader_nor_a_renderer_is_started(self, built: None) -> None:
        code = (
            "import sys\nfrom auditreport.cli import main\n"
            "sys.argv = 'auditreport build data.xlsx --format html --if-changed'.split()\n"
            "try:\n    main()\nexcept SystemExit as end:\n    assert not end.code\n"
            "slow = ('pandas', 'matplotlib', 'jinja2', 'auditreport.rendering',"
            " 'auditreport.analysis', 'auditreport.reading.understanding')\n"
            "print(*(name for name in slow if name in sys.modules))"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
        )

        assert "Nothing has changed" in done.stderr
        assert done.stdout.splitlines()[-1] == ""

    def test_another_workbook_is_built(self, make_workbook: MakeWorkbook, built: None) -> None:
        make_workbook(sheets=OTHER)

        result = build("data.xlsx", "--if-changed")

        assert result.stderr.splitlines()[-1].startswith("1 case file audited, 1 of 1")

    @pytest.mark.parametrize("name", [PAGE, f"{NAME}.figures.json", MANIFEST])
    def test_a_file_that_is_gone_is_built_again(self, built: None, name: str) -> None:
        Path("report", name).unlink()

        build("data.xlsx", "--if-changed")

        assert Path("report", name).is_file()

    def test_a_page_that_was_edited_is_kept_and_built_again(self, built: None) -> None:
        Path("report", PAGE).write_text("edited")

        result = build("data.xlsx", "--if-changed")

        assert "kept as" in result.stderr
        assert Path("report", PAGE).read_text(encoding="utf-8") != "edited"

    @pytest.mark.parametrize(
        "words",
        [
            ("--as-of", "2017-04-30"),
            ("--draft",),
            ("--output", "elsewhere"),
            ("--previous", "last.xlsx"),
            ("--templates", "ours"),
        ],
    )
    def test_an_option_that_matters_makes_it_another_report(
        self, make_workbook: MakeWorkbook, built: None, words: tuple[str, ...]
    ) -> None:
        make_workbook("last.xlsx", LAST)
        Path("ours/html").mkdir(parents=True)
        shutil.copy(SHIPPED, "ours/html")

        assert status_of("data.xlsx", "--if-changed", *words) == "done"
        assert status_of("data.xlsx", "--if-changed", *words) == "unchanged"

    def test_a_format_more_makes_it_another_report(self, built: None) -> None:

        run("build", "data.xlsx", "--format", "html,md", "--if-changed")

        assert Path("report", f"{NAME}.md").is_file()

    @pytest.mark.parametrize("words", [("--strict",), ("--quiet",), ("--no-strict", "-v")])
    def test_how_a_run_goes_makes_no_other_report(
        self, built: None, words: tuple[str, ...]
    ) -> None:

        assert status_of("data.xlsx", "--if-changed", *words) == "unchanged"

    def test_a_template_that_was_edited_is_noticed(self, make_workbook: MakeWorkbook) -> None:
        Path("ours/html").mkdir(parents=True)
        own = Path(shutil.copy(SHIPPED, "ours/html"))
        book = make_workbook()
        build(book, "--templates", "ours")
        own.write_text(own.read_text(encoding="utf-8") + "<!-- ours -->", encoding="utf-8")

        build(book, "--templates", "ours", "--if-changed")

        assert Path("report", PAGE).read_text(encoding="utf-8").endswith("<!-- ours -->")

    def test_a_narrative_beside_the_workbook_is_noticed(self, built: None) -> None:
        Path("narrative.md").write_text("# Introduction\n\nThis year.\n", encoding="utf-8")

        assert status_of("data.xlsx", "--if-changed") == "done"

    def test_a_logo_that_comes_later_is_noticed(self, make_workbook: MakeWorkbook) -> None:
        report = (
            ("Setting", "Value"),
            ("Organisation", "Testshire"),
            ("Year", "2016-17"),
            ("Logo", "logo.png"),
        )
        book = make_workbook(sheets={"Report": report})
        build(book)
        assert status_of(book, "--if-changed") == "unchanged"
        Path("logo.png").write_bytes(b"\x89PNG\r\n\x1a\n")

        assert status_of(book, "--if-changed") == "done"

    def test_settings_that_matter_are_noticed_and_a_comment_is_not(
        self, make_workbook: MakeWorkbook
    ) -> None:
        Path("auditreport.toml").write_text('formats = ["html"]\n')
        build(make_workbook(sheets=WARNED))
        Path("auditreport.toml").write_text('# ours\nformats = ["html"]\n')
        assert status_of("data.xlsx", "--if-changed") == "unchanged"
        Path("auditreport.toml").write_text('[severity]\n"date-as-text" = "note"\n')

        assert status_of("data.xlsx", "--if-changed") == "done"

    def test_another_version_builds_it_again(
        self, built: None, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("auditreport.cli.fingerprint.__version__", "99.0")

        assert status_of("data.xlsx", "--if-changed") == "done"

    def test_warnings_are_counted_again_and_stop_what_is_strict(
        self, make_workbook: MakeWorkbook
    ) -> None:
        book = make_workbook(sheets=WARNED)
        build(book)

        assert "was built; 1 warning, 1 note." in build(book, "--if-changed").stderr
        assert run("build", book, "--format", "html", "--if-changed", "--strict").exit_code == 4

    def test_what_a_run_left_half_done_is_put_right_first(self, built: None) -> None:
        work = Path("report", f".{NAME}{WORK_SUFFIX}")
        work.mkdir()

        assert status_of("data.xlsx", "--if-changed") == "done"
        assert not work.exists()

    def test_a_sign_off_is_noticed_and_makes_no_difference_afterwards(self, built: None) -> None:
        run("build", "data.xlsx", "--format", "html", "--sign-off")
        assert status_of("data.xlsx", "--if-changed") == "unchanged"
        (signed,) = Path("report").glob("*.signed-*.json")
        signed.unlink()

        assert status_of("data.xlsx", "--if-changed") == "done"

    def test_a_moved_folder_makes_no_difference(self, built: None) -> None:
        Path("moved").mkdir()
        shutil.move("report", "moved")
        shutil.move("data.xlsx", "moved")
        os.chdir("moved")

        assert status_of("data.xlsx", "--if-changed") == "unchanged"

    def test_a_quarter_is_not_the_year(self, built: None) -> None:

        run("quarter", "Q1", "data.xlsx", "--format", "html", "--if-changed")

        assert Path("report/q1-2016-17.html").is_file()

    def test_a_word_for_a_quarter_means_what_it_meant(self, make_workbook: MakeWorkbook) -> None:
        words = (make_workbook(), "--format", "html", "--if-changed")
        run("quarter", "Q2", *words)

        assert "Nothing has changed" in run("quarter", "current", *words).stderr
        assert "audited" in run("quarter", "last", *words).stderr
        assert Path("report/q1-2016-17.html").is_file()

    @pytest.mark.parametrize(
        "damage", ["{", '{"files": 3}', '{"files": [], "made_from": [], "problems": "x"}']
    )
    def test_a_damaged_manifest_is_written_again(self, built: None, damage: str) -> None:
        Path("report", MANIFEST).write_text(damage)

        assert status_of("data.xlsx", "--if-changed") == "done"
        assert status_of("data.xlsx", "--if-changed") == "unchanged"

    def test_the_manifest_names_no_folder_and_no_case(self, make_workbook: MakeWorkbook) -> None:
        build(make_workbook().absolute(), "--output", Path("report").absolute())

        text = Path("report", MANIFEST).read_text(encoding="utf-8")
        assert str(Path.cwd()) not in text
        assert "A1" not in text


class TestCheckOnly:
    def test_a_report_that_was_just_built_is_up_to_date(self, built: None) -> None:
        before = contents()

        result = check_only("data.xlsx")

        assert (result.exit_code, result.stdout) == (0, "")
        assert f"{NAME} in report is what would be built now." in result.stderr
        assert contents() == before

    def test_without_a_report_every_file_is_named_and_no_folder_is_made(
        self, make_workbook: MakeWorkbook
    ) -> None:
        result = check_only(make_workbook())

        assert result.exit_code == 6
        assert f"  {PAGE}: is not there" in result.stderr
        assert [path.name for path in Path().iterdir()] == ["data.xlsx"]

    @pytest.mark.parametrize("name", [PAGE, f"{NAME}.figures.json", MANIFEST])
    def test_a_byte_too_many_is_noticed_in_each_file(self, built: None, name: str) -> None:
        with Path("report", name).open("ab") as file:
            file.write(b"\n")
        before = contents()

        result = check_only("data.xlsx", "-q")

        assert result.exit_code == 6
        assert result.stderr.splitlines()[1:-1] == [f"  {name}: would be written anew"]
        assert contents() == before

    def test_the_same_pages_with_another_option_are_said_to_be_so(self, built: None) -> None:
        # the day that is named is the one that counts without it, too
        result = check_only("data.xlsx", "--as-of", "2016-08-09")

        assert result.exit_code == 6
        assert "Its pages are the same, made from other files, options" in result.stderr

    def test_a_change_in_the_workbook_is_noticed(
        self, make_workbook: MakeWorkbook, built: None
    ) -> None:
        make_workbook(sheets=OTHER)

        assert check_only("data.xlsx").exit_code == 6

    def test_a_file_that_is_no_longer_made_is_named(self, make_workbook: MakeWorkbook) -> None:
        run("build", make_workbook(), "--format", "html,md")

        assert f"{NAME}.md: is no longer part of it" in check_only("data.xlsx").stderr

    def test_files_of_others_are_not_looked_at(self, built: None) -> None:
        Path("report", f"{NAME}.notes.txt").write_text("mine")

        assert check_only("data.xlsx").exit_code == 0

    def test_a_quarter_can_be_compared_too(self, make_workbook: MakeWorkbook) -> None:
        words = ("Q1", make_workbook(), "--format", "html")
        assert run("quarter", *words, "--check-only").exit_code == 6
        run("quarter", *words)

        assert run("quarter", *words, "--check-only").exit_code == 0

    def test_errors_in_the_data_stop_it_as_they_stop_a_build(
        self, make_workbook: MakeWorkbook
    ) -> None:
        wrong = {"Audits": (AUDITS_HEADER, ("A1", date(2016, 5, 3), "Goood", "Good"))}

        assert check_only(make_workbook(sheets=wrong)).exit_code == 3

    def test_a_script_is_told_so(self, make_workbook: MakeWorkbook) -> None:
        told = json.loads(check_only(make_workbook(), "--json").stdout)

        assert (told["status"], told["exit_status"]) == ("not up to date", 6)
        assert told["outputs"] == []

    @pytest.mark.parametrize("option", ["--if-changed", "--open", "--sign-off"])
    def test_it_does_not_go_with_what_writes_or_shows(
        self, make_workbook: MakeWorkbook, option: str
    ) -> None:
        result = check_only(make_workbook(), option)

        assert result.exit_code == 2
        assert f"leave out {option}" in result.stderr

    def test_the_installed_command_ends_with_status_six(self, make_workbook: MakeWorkbook) -> None:
        command = [sys.executable, "-m", "auditreport", "build", str(make_workbook())]

        done = subprocess.run(
            [*command, "--format", "html", "--check-only"],
            capture_output=True,
            check=False,
            timeout=60,
        )

        assert done.returncode == 6


def test_it_is_known_of_every_format_what_draws_it() -> None:
    assert set(_DRAWN_BY) == set(FORMATS)
