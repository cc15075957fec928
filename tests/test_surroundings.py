"""Runs that nobody watches: a bare environment, no home, no room, and files that go away."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from auditreport.cli import app
from auditreport.cli.source import Source
from auditreport.reading import Reading

MakeWorkbook = Callable[..., Path]
NOWHERE = Path("/proc")  # where nobody, not even root, can write a file
# A page that is larger than the largest file allowed.
LIMITED = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
from auditreport.__main__ import main
main()
"""

pytestmark = [
    pytest.mark.usefixtures("stand_in"),
    pytest.mark.skipif(not NOWHERE.is_dir(), reason="no folder that even root cannot write to"),
]


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def contents(folder: Path = Path("report")) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_form_is_built_in_silence_without_environment_home_or_a_folder_of_ones_own(
    make_workbook: MakeWorkbook, tmp_path: Path
) -> None:
    book, output = make_workbook("Prüfungen.xlsx").absolute(), tmp_path / "out"
    words = ("build", str(book), "-o", str(output), "--format", "html,md,docx,pdf,xlsx", "-q")
    ended = subprocess.run(
        [sys.executable, "-m", "auditreport", *words],
        cwd=NOWHERE,
        env={"LC_ALL": "C", "HOME": str(NOWHERE / "nobody")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert (ended.returncode, ended.stderr) == (0, "")
    suffixes = {path.suffix for path in output.iterdir() if path.is_file()}
    assert suffixes == {".html", ".md", ".docx", ".pdf", ".xlsx", ".json"}


def test_a_folder_that_cannot_be_written_to_is_named(make_workbook: MakeWorkbook) -> None:
    result = run("build", make_workbook(), "--format", "html", "-o", NOWHERE / "report")

    assert result.exit_code == 5
    assert str(NOWHERE) in result.stderr


def test_no_room_for_a_file_leaves_the_earlier_report(make_workbook: MakeWorkbook) -> None:
    book = make_workbook()
    run("build", book, "--format", "html")
    before = contents()

    ended = subprocess.run(
        [sys.executable, "-c", LIMITED, "build", str(book), "--as-of", "2017-03-31"],
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert ended.returncode == 5
    assert "larger than may be written into report" in ended.stderr
    assert contents() == before


def test_a_workbook_that_goes_away_leaves_the_earlier_report(
    make_workbook: MakeWorkbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = make_workbook()
    run("build", book, "--format", "html")
    before, read = contents(), Source.read

    def lose(source: Source, *needed: str) -> Reading:
        book.unlink()
        return read(source, *needed)

    monkeypatch.setattr(Source, "read", lose)
    result = run("build", book, "--format", "html")

    assert result.exit_code == 5
    assert result.stderr.startswith("data.xlsx: There is no file of this name here.")
    assert contents() == before


def test_what_else_is_read_may_go_away_too(make_workbook: MakeWorkbook) -> None:
    book = make_workbook()

    for option in ("--previous", "--templates", "--word-template", "--config"):
        result = run("build", book, option, "gone")

        assert result.exit_code == 5, option
        assert "gone" in result.stderr
        assert not Path("report").exists()
