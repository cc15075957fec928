"""The command line: what is typed, what is printed, and the exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import auditreport
from auditreport.cli import app
from auditreport.cli.choosing import choose_day
from auditreport.cli.quarter_words import choose_quarter, read_quarter_word
from auditreport.errors import UsageFault
from auditreport.problem_codes import RULES
from auditreport.reading.year import ReportYear
from auditreport.rendering.folder_lock import hold_folder

MakeWorkbook = Callable[..., Path]
AUDITS_HEADER = ("Audit ref", "Audit date", "Overall judgement", "Risk")
WRONG = {"Audits": (AUDITS_HEADER, ("A1", date(2016, 5, 3), "Goood", "Good"))}
WARNED = {"Audits": (AUDITS_HEADER, ("A1", "03/05/2016", "Good", "Good"))}
YEAR = ReportYear(date(2016, 4, 1))
FILES = {
    "annual-report-2016-17.html",
    "annual-report-2016-17.figures.json",
    "annual-report-2016-17.manifest.json",
}

pytestmark = pytest.mark.usefixtures("stand_in")


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def run_outside(
    *words: str, stdout: int | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "auditreport", *words],
        stdout=subprocess.PIPE if stdout is None else stdout,
        stderr=subprocess.PIPE,
        env={**os.environ, **environment},
        encoding="utf-8",
        check=False,
        timeout=60,
    )


class TestBuild:
    def test_it_writes_a_report_and_prints_its_paths(self, make_workbook: MakeWorkbook) -> None:
        result = run("build", make_workbook(), "--format", "html")

        assert result.exit_code == 0, result.output
        assert {Path(line).name for line in result.stdout.splitlines()} == FILES
        assert all(Path(line).is_file() for line in result.stdout.splitlines())
        assert {path.name for path in Path("report").iterdir()} == FILES

    def test_its_last_line_says_what_matters(self, make_workbook: MakeWorkbook) -> None:
        result = run("build", make_workbook(), "--format", "html")

        last = result.stderr.splitlines()[-1]
        assert last.startswith("2 case files audited, 1 of 2 (50%) Good or better")

    def test_quiet_prints_the_paths_alone(self, make_workbook: MakeWorkbook) -> None:
        result = run("build", make_workbook(sheets=WARNED), "--format", "html", "-q")

        assert len(result.stdout.splitlines()) == len(FILES)
        assert result.stderr == ""

    def test_a_folder_can_be_chosen(self, make_workbook: MakeWorkbook) -> None:
        run("build", make_workbook(), "--format", "html", "-o", "deep/out")

        assert {path.name for path in Path("deep/out").iterdir()} == FILES

    def test_errors_stop_it_before_anything_is_written(self, make_workbook: MakeWorkbook) -> None:
        result = run("build", make_workbook(sheets=WRONG))

        assert result.exit_code == 3
        assert "Audits!C2" in result.stderr
        assert "unknown-judgement" in result.stderr
        assert "Nothing was written" in result.stderr
        assert result.stdout == ""
        assert not Path("report").exists()

    def test_warnings_stop_it_where_it_is_strict(self, make_workbook: MakeWorkbook) -> None:
        book = make_workbook(sheets=WARNED)

        assert run("build", book, "--strict").exit_code == 4
        assert not Path("report").exists()
        assert run("build", book, "--format", "html").exit_code == 0

    def test_a_missing_sheet_is_an_error_of_the_data(self, make_workbook: MakeWorkbook) -> None:
        assert run("build", make_workbook(sheets={"Report": ()})).exit_code == 3

    def test_a_file_that_is_not_there_or_no_workbook_is_a_fault_of_files(self) -> None:
        Path("notes.xlsx").write_text("not a workbook")

        assert run("build", "gone.xlsx").exit_code == 5
        assert run("build", "notes.xlsx").exit_code == 5

    def test_a_run_holds_its_folder_from_the_start(self, make_workbook: MakeWorkbook) -> None:
        Path("report").mkdir()
        with hold_folder(Path("report")):
            assert run("build", make_workbook(sheets=WRONG)).exit_code == 7

    def test_a_held_folder_is_busy(self, make_workbook: MakeWorkbook) -> None:
        Path("report").mkdir()
        with hold_folder(Path("report")):
            result = run("build", make_workbook(), "--format", "html")

        assert result.exit_code == 7
        assert "Another run" in result.stderr

    def test_what_was_kept_is_said(self, make_workbook: MakeWorkbook) -> None:
        Path("report").mkdir()
        Path("report/annual-report-2016-17.html").write_text("mine")

        result = run("build", make_workbook(), "--format", "html")

        assert "is kept as annual-report-2016-17.kept-1.html" in result.stderr

    def test_a_format_that_is_not_made_is_wrong_usage(self, make_workbook: MakeWorkbook) -> None:
        result = run("build", make_workbook(), "--format", "odt")

        assert result.exit_code == 2
        assert "--format: 'odt' is not a format" in result.stderr

    @pytest.mark.parametrize("option", ["--output", "--format", "--as-of", "--log"])
    def test_an_option_of_nothing_is_wrong_usage(
        self, make_workbook: MakeWorkbook, option: str
    ) -> None:
        """So it is where a script's variable is not set."""
        result = run("build", make_workbook(), option, "")

        assert result.exit_code == 2
        assert f"Invalid value for '{option}'" in result.stderr


class TestQuarter:
    @pytest.mark.parametrize("word", ["Q2", "q2", "2"])
    def test_a_quarter_has_a_summary_of_its_own(
        self, make_workbook: MakeWorkbook, word: str
    ) -> None:
        result = run("quarter", word, make_workbook(), "--format", "html")

        assert result.exit_code == 0, result.output
        assert Path("report/q2-2016-17.html").is_file()
        assert result.stderr.splitlines()[-1].startswith("1 case file audited")

    def test_last_is_the_one_before_the_as_of_date(self, make_workbook: MakeWorkbook) -> None:
        run("quarter", "last", make_workbook(), "--format", "html", "--as-of", "2016-08-31")

        assert Path("report/q1-2016-17.html").is_file()

    def test_one_that_has_not_begun_is_refused(self, make_workbook: MakeWorkbook) -> None:
        result = run("quarter", "Q4", make_workbook())

        assert result.exit_code == 2
        assert "Q4 begins on 2017-01-01" in result.stderr

    def test_a_word_that_is_none_is_refused_with_the_nearest(self) -> None:
        with pytest.raises(UsageFault, match="did you mean 'current'"):
            read_quarter_word("curent")

    @pytest.mark.parametrize(
        ("word", "day", "quarter"),
        [
            ("current", date(2016, 4, 1), "Q1"),
            ("current", date(2017, 3, 31), "Q4"),
            ("last", date(2016, 7, 1), "Q1"),
            ("last", date(2017, 5, 20), "Q4"),
            ("Q1", date(2017, 5, 20), "Q1"),
        ],
    )
    def test_words_go_by_the_day(self, word: str, day: date, quarter: str) -> None:
        assert choose_quarter(word, YEAR, day) == quarter

    @pytest.mark.parametrize(
        ("word", "day"),
        [
            ("current", date(2017, 4, 1)),
            ("last", date(2016, 6, 30)),
            ("last", date(2017, 7, 1)),
            ("current", date(2016, 3, 31)),
            ("Q2", date(2016, 6, 30)),
        ],
    )
    def test_a_quarter_outside_the_year_or_to_come_is_refused(self, word: str, day: date) -> None:
        with pytest.raises(UsageFault, match="--as-of"):
            choose_quarter(word, YEAR, day)


class TestCheck:
    def test_it_writes_nothing_and_names_the_next_command(
        self, make_workbook: MakeWorkbook
    ) -> None:
        result = run("check", make_workbook("my data.xlsx"))

        assert result.exit_code == 0, result.output
        assert result.stdout == ""
        assert result.stderr.splitlines()[-1].endswith('auditreport build "my data.xlsx"')
        assert [path.name for path in Path().iterdir()] == ["my data.xlsx"]

    def test_errors_are_3_and_warnings_4_where_it_is_strict(
        self, make_workbook: MakeWorkbook
    ) -> None:
        assert run("check", make_workbook("wrong.xlsx", WRONG)).exit_code == 3
        assert run("check", make_workbook("warned.xlsx", WARNED)).exit_code == 0
        assert run("check", "warned.xlsx", "--strict").exit_code == 4

    def test_a_figure_that_does_not_exist_is_found(self, make_workbook: MakeWorkbook) -> None:
        narrative = (("Section", "Text"), ("Summary", "{{ Q1 compleated }}"))

        result = run("check", make_workbook(sheets={"Narrative": narrative}))

        assert result.exit_code == 3
        assert "unknown-figure" in result.stderr

    def test_it_says_how_many_rows_were_read(self, make_workbook: MakeWorkbook) -> None:
        actions = (("Action", "Owner"), ("Ring", "A"), ("Write", "B"))
        book = make_workbook(sheets={"Actions": actions})

        said = run("check", book).stderr.splitlines()
        told = json.loads(run("check", book, "--json").stdout)["read"]

        assert said[-2] == "Read: 2 audits, 2 actions"
        assert (told["Audits"], told["Actions"], told["Feedback"]) == (2, 2, 0)

    def test_nothing_is_said_to_be_read_where_no_data_was(
        self, make_workbook: MakeWorkbook
    ) -> None:
        book = make_workbook(sheets={"Audits": (("Audit ref",), ("A1",))})

        result = run("check", book, "--json")

        assert result.exit_code == 3
        assert "read" not in json.loads(result.stdout)

    def test_quiet_says_nothing_of_the_rows(self, make_workbook: MakeWorkbook) -> None:
        assert run("check", make_workbook(), "-q").stderr == ""

    def test_quiet_prints_errors_alone(self, make_workbook: MakeWorkbook) -> None:
        mixed = {
            "Audits": (
                AUDITS_HEADER,
                ("A1", "03/05/2016", "Goood", "Good"),
                ("A2", date(2016, 5, 3), "Good", "Good"),
            )
        }
        result = run("check", make_workbook(sheets=mixed), "-q")

        assert "unknown-judgement" in result.stderr
        assert "date-as-text" not in result.stderr


class TestExplain:
    def test_it_says_what_a_code_means_and_how_to_mend_it(self) -> None:
        result = run("explain", "unknown-judgement")

        assert result.exit_code == 0
        assert RULES["unknown-judgement"].meaning in result.stdout
        assert RULES["unknown-judgement"].remedy in result.stdout

    def test_every_code_is_explained(self) -> None:
        assert [code for code in RULES if run("explain", code).exit_code != 0] == []

    def test_a_near_miss_is_offered(self) -> None:
        result = run("explain", "unknown-judgment")

        assert result.exit_code == 2
        assert "did you mean 'unknown-judgement'?" in result.stderr


class TestWhichWorkbook:
    def test_the_only_one_with_audits_is_taken(self, make_workbook: MakeWorkbook) -> None:
        make_workbook()
        make_workbook("contacts.xlsx", {"Audits": (), "Report": (), "People": (("Name",),)})
        Path("~$data.xlsx").write_bytes(b"")

        assert run("check").exit_code == 0

    def test_several_are_listed_and_none_is_taken(self, make_workbook: MakeWorkbook) -> None:
        make_workbook("a.xlsx")
        make_workbook("b.xlsx")

        result = run("check")

        assert result.exit_code == 2
        assert "  a.xlsx\n  b.xlsx\n" in result.stderr

    def test_one_with_audits_itself_goes_before_one_with_audits_april(
        self, make_workbook: MakeWorkbook
    ) -> None:
        make_workbook()
        make_workbook("old.xlsx", {"Audits": (), "Audits April": (("Note",),)})

        assert run("check").exit_code == 0

    def test_none_is_wrong_usage_and_says_what_was_looked_at(
        self, make_workbook: MakeWorkbook
    ) -> None:
        assert run("check").exit_code == 2
        make_workbook("contacts.xlsx", {"Audits": (), "Report": (), "People": (("Name",),)})

        result = run("check")

        assert result.exit_code == 2
        assert "contacts.xlsx" in result.stderr

    def test_the_only_workbook_is_taken_where_it_cannot_be_looked_into(self) -> None:
        Path("data.xlsx").write_bytes(b"PK")

        assert run("check").exit_code == 5

    def test_a_councils_own_name_for_the_sheet_counts(self, make_workbook: MakeWorkbook) -> None:
        make_workbook("tracker.xlsx", {"Audits": (), "Tracker & more": WARNED["Audits"]})
        Path("auditreport.toml").write_text('[sheets]\nAudits = "Tracker & more"')

        assert run("check").exit_code == 0

    def test_the_settings_name_it_from_a_folder_above(
        self, make_workbook: MakeWorkbook, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        make_workbook()
        Path("auditreport.toml").write_text('workbooks = ["data.xlsx"]\nformats = ["html"]')
        Path("deep").mkdir()
        monkeypatch.chdir("deep")

        result = run("build")

        assert result.exit_code == 0, result.output
        assert Path("../report/annual-report-2016-17.html").is_file()

    def test_an_argument_goes_before_the_settings(self, make_workbook: MakeWorkbook) -> None:
        Path("auditreport.toml").write_text('workbooks = ["gone.xlsx"]')

        assert run("check", make_workbook()).exit_code == 0


class TestSettings:
    def test_a_settings_file_can_be_named_by_flag_or_environment(
        self, make_workbook: MakeWorkbook, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        book = make_workbook()
        Path("bad.toml").write_text("nonsense = 1")
        Path("good.toml").write_text("")

        monkeypatch.setenv("AUDITREPORT_CONFIG", "bad.toml")

        assert run("check", book).exit_code == 2
        assert run("check", book, "--config", "good.toml").exit_code == 0
        assert run("check", book, "--config", "gone.toml").exit_code == 5

    def test_a_flag_beats_the_file(self, make_workbook: MakeWorkbook) -> None:
        Path("auditreport.toml").write_text('output = "elsewhere"\nformats = ["md"]')

        run("build", make_workbook(), "--format", "html", "-o", "here")

        assert {path.name for path in Path("here").iterdir()} == FILES
        assert not Path("elsewhere").exists()

    @pytest.mark.parametrize("text", ["2017-04-30", "30/04/2017", "30 April 2017"])
    def test_an_as_of_date_may_be_written_in_several_ways(self, text: str) -> None:
        assert choose_day(text) == date(2017, 4, 30)

    def test_today_is_the_clocks(self) -> None:
        assert choose_day("today") is not None

    def test_what_is_no_date_is_refused(self) -> None:
        result = run("check", "--as-of", "31/02/2017")

        assert result.exit_code == 2
        assert "'31/02/2017' is not a date" in result.stderr


class TestJson:
    def test_a_build_is_one_object(self, make_workbook: MakeWorkbook) -> None:
        content = json.loads(run("build", make_workbook(), "--format", "html", "--json").stdout)

        assert (content["status"], content["exit_status"]) == ("done", 0)
        assert {Path(path).name for path in content["outputs"]} == FILES

    def test_problems_stand_in_it_also_when_it_fails(self, make_workbook: MakeWorkbook) -> None:
        result = run("check", make_workbook(sheets=WRONG), "--json")

        content = json.loads(result.stdout)
        assert content["exit_status"] == result.exit_code == 3
        found = [(p["code"], p["sheet"], p["cell"]) for p in content["problems"]]
        assert ("unknown-judgement", "Audits", "C2") in found
        assert set(content["problems"][0]) == {
            *("severity", "code", "workbook", "sheet", "cell", "value", "message", "hint")
        }

    @pytest.mark.parametrize("words", [("check", "--nope"), ("check", "gone.xlsx"), ("bild",)])
    def test_every_failure_is_one_object_too(self, words: tuple[str, ...]) -> None:
        result = run(*words, "--json")

        content = json.loads(result.stdout)
        assert content["exit_status"] == result.exit_code
        assert content["exit_status"] in (2, 5)
        assert result.stderr == ""


class TestFaults:
    @pytest.fixture
    def broken(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(*_: object) -> None:
            raise KeyError("Jo Bloggs")

        monkeypatch.setattr("auditreport.cli.source.choose_settings", fail)

    @pytest.mark.usefixtures("broken")
    def test_a_fault_of_the_program_says_what_to_send_in_and_quotes_nothing(self) -> None:
        result = run("check")

        assert result.exit_code == 1
        assert f"auditreport {auditreport.__version__}" in result.stderr
        assert "command: check" in result.stderr
        assert "KeyError at auditreport/cli/source.py:" in result.stderr
        assert "Bloggs" not in result.output
        assert "Traceback" not in result.output

    @pytest.mark.usefixtures("broken")
    def test_debugging_shows_the_traceback(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("AUDITREPORT_DEBUG", "1")

        assert "Traceback" in run("check").stderr

    def test_an_interruption_is_quiet(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupt(*_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("auditreport.cli.source.choose_settings", interrupt)
        result = run("check")

        assert (result.exit_code, result.output) == (130, "")

    def test_wrong_usage_is_2_with_the_usage(self) -> None:
        result = run("build", "--strickt")

        assert result.exit_code == 2
        assert "Usage: " in result.stderr


class TestStreams:
    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
    @pytest.mark.parametrize("words", [("explain", "date-as-text"), ("--version",)])
    def test_a_full_standard_output_is_a_fault_of_files(self, words: tuple[str, ...]) -> None:
        with Path("/dev/full").open("w") as full:
            result = run_outside(*words, stdout=full.fileno())

        assert result.returncode == 5
        assert result.stderr.count("\n") == 1

    def test_a_reader_that_has_gone_is_no_fault(self) -> None:
        reading, writing = os.pipe()
        os.close(reading)
        result = run_outside("explain", "date-as-text", stdout=writing)
        os.close(writing)

        assert (result.returncode, result.stderr) == (0, "")

    @pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
    def test_a_console_that_cannot_print_a_character_shows_its_number(self, encoding: str) -> None:
        result = run_outside("explain", "\u2713", PYTHONIOENCODING=encoding)

        assert result.returncode == 2
        assert r"\u2713" in result.stderr

    def test_what_could_steer_a_terminal_is_shown_instead(self) -> None:
        result = run("explain", "\x1b[31m\u202ex")

        assert "\x1b" not in result.stderr
        assert "[U+202E]" in result.stderr


def test_the_version_is_printed() -> None:
    assert run("--version").stdout == f"auditreport {auditreport.__version__}\n"


def test_help_names_each_command_and_no_python_type() -> None:
    assert {"build", "quarter", "check", "explain"} <= set(run("--help").stdout.split())
    for command in ("build", "quarter", "check", "explain"):
        assert "<" not in run(command, "--help").stdout
