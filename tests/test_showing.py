"""What a person sees of a build: the report in the browser, a line while it takes long."""

from __future__ import annotations

import io
import time
import webbrowser
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from auditreport.cli import app, progress
from auditreport.cli.progress import Progress

MakeWorkbook = Callable[..., Path]
PAGE = Path("report/annual-report-2016-17.html")
HTML = ("--format", "html")


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the addresses that a browser was asked to show."""
    addresses: list[str] = []

    def show(address: str) -> bool:
        addresses.append(address)
        return True

    monkeypatch.setattr(webbrowser, "open", show)
    return addresses


@pytest.mark.usefixtures("stand_in")
class TestOpen:
    def test_it_shows_the_page_that_was_written(
        self, make_workbook: MakeWorkbook, shown: list[str]
    ) -> None:
        result = run("build", make_workbook(), *HTML, "--open")

        assert result.exit_code == 0
        assert shown == [PAGE.absolute().as_uri()]

    def test_a_quarter_is_shown_too(self, make_workbook: MakeWorkbook, shown: list[str]) -> None:
        run("quarter", "Q1", make_workbook(), *HTML, "--open")

        assert shown == [Path("report/q1-2016-17.html").absolute().as_uri()]

    def test_nothing_is_shown_unasked(self, make_workbook: MakeWorkbook, shown: list[str]) -> None:
        run("build", make_workbook(), *HTML)

        assert shown == []

    def test_nothing_is_shown_where_nothing_was_written(
        self, make_workbook: MakeWorkbook, shown: list[str]
    ) -> None:
        result = run("build", make_workbook(sheets={"Audits": ()}), *HTML, "--open")

        assert (result.exit_code, shown) == (3, [])

    def test_without_a_format_for_a_browser_it_is_wrong_usage_before_anything_is_read(
        self, shown: list[str]
    ) -> None:
        Path("data.xlsx").write_bytes(b"no workbook")
        result = run("build", "data.xlsx", "--format", "md", "--open")

        assert (result.exit_code, shown) == (2, [])
        assert "--open shows html or pdf: name one of them with --format." in result.stderr

    @pytest.mark.parametrize("fault", [False, webbrowser.Error("none")])
    def test_where_no_browser_is_found_the_report_stands_and_that_is_said(
        self, make_workbook: MakeWorkbook, monkeypatch: pytest.MonkeyPatch, fault: bool | Exception
    ) -> None:
        def fail(_: str) -> bool:
            if isinstance(fault, Exception):
                raise fault
            return fault

        monkeypatch.setattr(webbrowser, "open", fail)
        result = run("build", make_workbook(), *HTML, "--open")

        assert result.exit_code == 0
        assert f"No browser could be opened here: open {PAGE} yourself." in result.stderr


@pytest.mark.usefixtures("stand_in")
def test_the_page_is_the_first_path_printed(make_workbook: MakeWorkbook) -> None:
    printed = run("build", make_workbook(), "--format", "md,html").stdout.splitlines()

    assert printed[0] == str(PAGE)
    assert [path.rpartition(".")[2] for path in printed[-2:]] == ["json", "json"]


class Terminal(io.StringIO):
    """A terminal that keeps what was written."""

    def isatty(self) -> bool:
        return True


class TestProgress:
    @pytest.fixture(autouse=True)
    def hurried(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(progress, "_PACE", 0.001)

    @pytest.fixture
    def impatient(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(progress, "_PATIENCE", 0.0)

    @pytest.mark.usefixtures("impatient")
    def test_a_long_run_says_what_it_is_at_on_one_line_and_wipes_it(self) -> None:
        terminal = Terminal()
        with Progress(wanted=True, stream=terminal) as line:
            line.say("reading the workbooks")
            wait_for(lambda: "\rreading the workbooks ..." in terminal.getvalue())
            line.say("counting")
            wait_for(lambda: "\rcounting ..." in terminal.getvalue())

        assert "\n" not in terminal.getvalue()
        assert terminal.getvalue().endswith("\r" + " " * len("reading the workbooks ...") + "\r")

    def test_a_short_run_says_nothing(self) -> None:
        terminal = Terminal()
        with Progress(wanted=True, stream=terminal) as line:
            line.say("reading")

        assert terminal.getvalue() == ""

    @pytest.mark.usefixtures("impatient")
    @pytest.mark.parametrize(("wanted", "stream"), [(False, Terminal()), (True, io.StringIO())])
    def test_nothing_is_said_unasked_or_into_a_file(
        self, wanted: bool, stream: io.StringIO
    ) -> None:
        with Progress(wanted=wanted, stream=stream) as line:
            line.say("reading")
            time.sleep(0.01)

        assert stream.getvalue() == ""

    @pytest.mark.usefixtures("impatient")
    def test_a_terminal_that_goes_away_stops_nothing(self) -> None:
        class Gone(Terminal):
            def write(self, _: str) -> int:
                raise OSError

        with Progress(wanted=True, stream=Gone()) as line:
            line.say("reading")


def wait_for(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.001)
