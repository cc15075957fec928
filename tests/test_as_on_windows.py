"""What Windows does otherwise: no POSIX, an old console, names, open files, long paths."""

from __future__ import annotations

import errno
import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

import pytest
from records import AREAS, analysed, area_audits, data_set, evidence_theme, judged_theme
from typer.testing import CliRunner, Result

from auditreport.cli import app
from auditreport.errors import FileFault
from auditreport.interruption import listening
from auditreport.problem_codes import RULES
from auditreport.reading.limits import DEFAULT_LIMITS
from auditreport.reading.serving import _limit_process
from auditreport.rendering import FORMATS, render
from auditreport.rendering.folder_lock import hold_folder
from auditreport.rendering.output import write_report

MakeWorkbook = Callable[..., Path]
PROGRAM = Path(__file__).with_name("as_on_windows.py")
NAME = "annual-report-2016-17"
OLD: Mapping[str, bytes] = {f"{NAME}.html": b"old"}
NEW: Mapping[str, bytes] = {f"{NAME}.html": b"new"}
FAULTY = {
    "Audits": (
        ("Audit ref", "Audit date", "Overall judgement", "Risk"),
        ("A1", "12/04/2016", "Goodish – ✓", "✓"),
        ("A1", "5 May 2016", "Good", "Good"),
    )
}

pytestmark = pytest.mark.usefixtures("stand_in")


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def run_on_windows(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(PROGRAM), *words],
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def contents(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@pytest.mark.skipif(sys.platform == "win32", reason="it is Windows")
class TestWithoutWhatOtherSystemsAloneHave:
    def test_a_report_has_the_same_bytes_in_every_form(self, make_workbook: MakeWorkbook) -> None:
        words = ("build", str(make_workbook()), "--format", ",".join(FORMATS), "-o")
        assert run(*words, "here").exit_code == 0

        ended = run_on_windows(*words, "there")

        assert ended.returncode == 0, ended.stderr
        assert contents(Path("there")) == contents(Path("here"))

    def test_a_folder_that_another_run_holds_is_told(self, make_workbook: MakeWorkbook) -> None:
        book = make_workbook()
        Path("report").mkdir()

        with hold_folder(Path("report")):
            ended = run_on_windows("build", str(book), "--format", "html")

        assert ended.returncode == 7
        assert "Another run of auditreport is writing" in ended.stderr

    def test_a_log_has_its_line(self, make_workbook: MakeWorkbook) -> None:
        ended = run_on_windows("check", str(make_workbook()), "--log", "runs.log")

        assert ended.returncode == 0, ended.stderr
        assert Path("runs.log").read_text(encoding="utf-8").count("\n") == 1

    def test_memory_is_not_limited_where_the_system_cannot(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "platform", "win32")
        monkeypatch.setitem(sys.modules, "resource", None)

        _limit_process(DEFAULT_LIMITS)

    def test_signals_that_it_does_not_know_are_not_listened_for(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        heard: list[int] = []
        monkeypatch.delattr(signal, "SIGTERM")
        monkeypatch.delattr(signal, "SIGHUP")
        monkeypatch.setattr(signal, "getsignal", lambda _: signal.SIG_DFL)
        monkeypatch.setattr(signal, "signal", lambda number, _: heard.append(number))

        with listening():
            assert heard == [signal.SIGINT]


class TestAnOldConsole:
    """The letters of Windows-1252, which is what a program writes to a file or another program."""

    @pytest.mark.parametrize("code", RULES)
    def test_what_a_problem_means_can_be_printed(self, code: str) -> None:
        rule = RULES[code]
        told = (rule.message, rule.meaning, rule.remedy, rule.way_on, rule.in_draft)

        "".join((*told, run("explain", code).stdout)).encode("cp1252")

    @pytest.mark.parametrize("command", ["", "build", "quarter", "check", "new", "verify"])
    def test_the_help_can_be_printed(self, command: str) -> None:
        run(*filter(None, [command]), "--help").stdout.encode("cp1252")

    @pytest.mark.parametrize(
        ("words", "status"), [(("check",), 3), (("build",), 3), (("build", "--draft"), 0)]
    )
    def test_a_letter_that_it_does_not_know_is_shown_by_its_number(
        self, make_workbook: MakeWorkbook, words: tuple[str, ...], status: int
    ) -> None:
        make_workbook("Prüfungen – ✓.xlsx", FAULTY)
        ended = subprocess.run(
            [sys.executable, "-m", "auditreport", *words],
            env={**os.environ, "PYTHONIOENCODING": "cp1252"},
            capture_output=True,
            encoding="cp1252",
            check=False,
            timeout=60,
        )

        assert ended.returncode == status
        assert "Prüfungen – \\u2713.xlsx" in ended.stderr + ended.stdout
        assert "Traceback" not in ended.stderr


class TestNames:
    """Names of files that Windows takes, and keeps apart."""

    @pytest.fixture(scope="class")
    @staticmethod
    def files() -> list[PurePosixPath]:
        names = (
            "CON",
            "con",
            "Con.",
            "con ",
            "AUX.txt",
            "a/b",
            "A\\B",
            "a:b?",
            "x" * 300,
            "…",
            "NUL",
        )
        figures = analysed(
            data_set(
                area_audits(Risk="GGRI", Plans="GRRI", Outcomes="OGGR"),
                thematic=(
                    *(judged_theme(name, Aims="GGR") for name in names),
                    *(evidence_theme(f"{name}!", Seen="yyn") for name in names),
                ),
            )
        )
        assert len(AREAS) == 3
        return [PurePosixPath(name) for name in render(figures, ("md",))]

    def test_no_two_differ_by_case_alone(self, files: list[PurePosixPath]) -> None:
        folded = [str(path).casefold() for path in files]

        assert len(set(folded)) == len(files) > 22

    def test_no_part_is_reserved_or_holds_what_a_name_may_not(
        self, files: list[PurePosixPath]
    ) -> None:
        for part in {part for path in files for part in path.parts}:
            assert not set(part) & set('<>:"\\|?*')
            assert part.isprintable()
            assert part == part.rstrip(". ")
            assert part.split(".")[0].casefold() not in {"con", "prn", "aux", "nul"}

    def test_none_is_longer_than_most_folders_allow(self, files: list[PurePosixPath]) -> None:
        assert max(len(part) for path in files for part in path.parts) <= 150


class TestFilesThatOthersHold:
    """What Excel, Word, a viewer or a scanner holds open cannot be replaced."""

    @pytest.fixture
    def held(self, monkeypatch: pytest.MonkeyPatch) -> list[int]:
        """Let the page be held for as many tries as the list says."""
        tries = [0]
        replace = Path.replace

        def refuse(self: Path, target: Path) -> Path:
            if Path(target).name == f"{NAME}.html" and tries[0]:
                tries[0] -= 1
                raise PermissionError(errno.EACCES, "in use", str(self), None, str(target))
            return replace(self, target)

        monkeypatch.setattr(Path, "replace", refuse)
        monkeypatch.setattr("auditreport.rendering.transaction._WAITS", (0.0,) * 4)
        return tries

    def test_one_that_is_held_for_a_moment_is_replaced_then(
        self, tmp_path: Path, held: list[int], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write_report(OLD, tmp_path, NAME)
        monkeypatch.setattr(sys, "platform", "win32")
        held[0] = 4

        write_report(NEW, tmp_path, NAME)

        assert (tmp_path / f"{NAME}.html").read_bytes() == b"new"

    def test_one_that_stays_held_is_named_and_the_earlier_report_stays(
        self, tmp_path: Path, held: list[int], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write_report(OLD, tmp_path, NAME)
        before = contents(tmp_path)
        monkeypatch.setattr(sys, "platform", "win32")
        held[0] = 5

        with pytest.raises(FileFault, match=f"{NAME}.html cannot be replaced: if it is open"):
            write_report(NEW, tmp_path, NAME)

        assert contents(tmp_path) == before

    def test_elsewhere_a_refusal_is_final(self, tmp_path: Path, held: list[int]) -> None:
        write_report(OLD, tmp_path, NAME)
        held[0] = 1

        with pytest.raises(FileFault, match="No permission to write"):
            write_report(NEW, tmp_path, NAME)


class TestPathsThatAreTooLong:
    """Windows says of them that they are not found."""

    @pytest.fixture(autouse=True)
    def on_windows(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(self: Path, mode: str = "r", **_: object) -> None:
            raise FileNotFoundError(errno.ENOENT, "The system cannot find the path", str(self))

        monkeypatch.setattr("auditreport.rendering.output._on_windows", lambda: True)
        monkeypatch.setattr(Path, "open", fail)

    def test_one_is_said_to_be_too_long(self, tmp_path: Path) -> None:
        folder = tmp_path / ("x" * 200) / ("y" * 60)

        with pytest.raises(FileFault, match=rf"{NAME}.html is too long: choose a folder nearer"):
            write_report(NEW, folder, NAME)

    def test_a_short_one_that_is_not_found_is_not(self, tmp_path: Path) -> None:
        with pytest.raises(FileFault, match="could not be written: The system cannot find"):
            write_report(NEW, tmp_path, NAME)


class TestTheDisk:
    def test_a_folder_whose_names_cannot_be_brought_to_it_holds_the_report_all_the_same(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        fsync = os.fsync

        def fail(descriptor: int) -> None:
            if stat.S_ISDIR(os.fstat(descriptor).st_mode):
                raise OSError(errno.EBADF, "no folder")
            fsync(descriptor)

        monkeypatch.setattr(os, "fsync", fail)
        write_report(NEW, tmp_path, NAME)

        assert (tmp_path / f"{NAME}.html").read_bytes() == b"new"


class TestTextOfWindows:
    """Notepad ends lines with two signs, and begins a file with a mark."""

    def test_settings_are_read(self, make_workbook: MakeWorkbook) -> None:
        make_workbook("data.xlsx")
        text = (
            'workbooks = ["data.xlsx"]\r\noutput = "out"\r\n[severity]\r\n"month-alone" = "off"\r\n'
        )
        Path("auditreport.toml").write_bytes(b"\xef\xbb\xbf" + text.encode())

        assert run("build", "--format", "html").exit_code == 0
        assert Path("out", f"{NAME}.html").is_file()

    def test_settings_in_notepads_unicode_are_explained(self) -> None:
        Path("auditreport.toml").write_bytes('output = "out"'.encode("utf-16"))

        result = run("check")

        assert result.exit_code == 2
        assert "in Notepad choose Save as, Encoding UTF-8" in result.stderr

    def test_a_narrative_has_the_same_text(self, make_workbook: MakeWorkbook) -> None:
        text = "# Introduction\n\nPlain words.\n\n- one\n- two\n"
        book = make_workbook()
        told = []
        for data in (text.encode(), b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()):
            Path("narrative.md").write_bytes(data)
            assert run("build", book, "--format", "html").exit_code == 0
            figures = json.loads(Path("report", f"{NAME}.figures.json").read_bytes())
            told.append([part["text"] for part in figures["narrative"]])

        assert told[0] == told[1] == ["Plain words.", "- one\n- two"]


def test_files_are_named_with_slashes_wherever_they_are_listed(
    make_workbook: MakeWorkbook,
) -> None:
    run("build", make_workbook(), "--format", "md")

    manifest = json.loads(Path("report", f"{NAME}.manifest.json").read_bytes())
    figures = json.loads(Path("report", f"{NAME}.figures.json").read_bytes())
    listed = [entry["file"] for entry in manifest["files"]]
    assert any("/" in name for name in listed)
    assert not any("\\" in name for name in listed)
    assert [source["file"] for source in figures["sources"]] == ["data.xlsx"]
