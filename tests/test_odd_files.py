"""Files that lie in the way damaged, unreadable or of another kind, and folders without links."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from auditreport.cli import app
from auditreport.errors import FileFault
from auditreport.reading.beside import find_beside, find_narrative
from auditreport.workbooks.placing import write_new_files

MakeWorkbook = Callable[..., Path]
NAME = "annual-report-2016-17"

pytestmark = pytest.mark.usefixtures("stand_in")


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def build(*words: object) -> Result:
    return run("build", *words, "--format", "html")


class TestLastYear:
    @pytest.fixture
    def book(self, make_workbook: MakeWorkbook) -> Path:
        return make_workbook()

    def test_a_folder_is_no_file_of_last_year(self, book: Path) -> None:
        Path("last").mkdir()

        result = build(book, "--previous", "last")

        assert result.exit_code == 5
        assert "last is not a file" in result.stderr

    def test_one_that_is_too_large_is_refused(
        self, book: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("auditreport.previous_year._LARGEST", 10)
        Path("last.json").write_text('{"format": "auditreport-figures/1"}', encoding="utf-8")

        result = build(book, "--previous", "last.json")

        assert result.exit_code == 5
        assert "too large to be a figures.json" in result.stderr

    def test_one_in_other_letters_is_refused(self, book: Path) -> None:
        Path("last.json").write_bytes('{"organisation": "Zürich"}'.encode("cp1252"))

        result = build(book, "--previous", "last.json")

        assert result.exit_code == 5
        assert "it is not UTF-8" in result.stderr

    def test_a_workbook_with_errors_is_not_compared_with(
        self, book: Path, make_workbook: MakeWorkbook
    ) -> None:
        wrong = (("Audit date", "Overall judgement", "Risk"), ("1 May 2015", "Goodish", "Good"))
        last = make_workbook("last.xlsx", {"Audits": wrong})

        result = build(book, "--previous", last)

        assert result.exit_code == 5
        assert "See them with  auditreport check last.xlsx" in result.stderr


class TestAnEarlierReport:
    def test_where_its_manifest_cannot_be_read_the_report_is_built_anew(
        self, make_workbook: MakeWorkbook
    ) -> None:
        book = make_workbook()
        build(book)
        manifest = Path("report", f"{NAME}.manifest.json")
        manifest.write_text("[", encoding="utf-8")

        assert json.loads(build(book, "--if-changed", "--json").stdout)["status"] == "done"
        assert json.loads(build(book, "--if-changed", "--json").stdout)["status"] == "unchanged"

    def test_a_quarter_is_built_anew_where_its_figures_are_damaged(
        self, make_workbook: MakeWorkbook
    ) -> None:
        words = ("quarter", "current", make_workbook(), "--if-changed", "--json")
        assert json.loads(run(*words).stdout)["status"] == "done"
        assert json.loads(run(*words).stdout)["status"] == "unchanged"
        (figures,) = Path("report").glob("*.figures.json")
        figures.write_text("{", encoding="utf-8")

        assert json.loads(run(*words).stdout)["status"] == "done"
        assert json.loads(run(*words).stdout)["status"] == "unchanged"

    @pytest.mark.parametrize("content", ["{", "[]", '{"audience": "public"', "null"])
    @pytest.mark.parametrize("name", ["q1-2016-17.figures.json", f"{NAME}.signed-2017-05-01.json"])
    def test_a_public_edition_is_not_stopped_by_one_of_which_nothing_can_be_read(
        self, make_workbook: MakeWorkbook, name: str, content: str
    ) -> None:
        Path("report").mkdir()
        damaged = Path("report", name)
        damaged.write_text(content, encoding="utf-8")

        result = build(make_workbook(), "--audience", "public")

        is_signed = "signed" in name
        assert result.exit_code == (5 if is_signed else 0), result.stderr
        assert damaged.read_text(encoding="utf-8") == content


class TestBesideTheWorkbook:
    def test_a_folder_that_cannot_be_listed_has_no_narrative(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(_: Path) -> None:
            raise PermissionError(errno.EACCES, "Permission denied")

        monkeypatch.setattr(Path, "iterdir", fail)

        assert find_narrative([tmp_path / "data.xlsx"]) == ()

    @pytest.mark.parametrize("name", ["a\0b.png", "x" * 300 + ".png", "../logo.png", "C:logo.png"])
    def test_a_name_that_no_file_there_can_have_finds_none(self, tmp_path: Path, name: str) -> None:
        assert find_beside(name, [tmp_path]) is None


class TestNewFilesWithoutLinks:
    """Some network drives know no second names for a file."""

    @pytest.fixture(autouse=True)
    def without_links(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*_: object) -> None:
            raise OSError(errno.EPERM, "no links here")

        monkeypatch.setattr(os, "link", refuse)

    def test_they_are_written_all_the_same(self, tmp_path: Path) -> None:
        (written,) = write_new_files(tmp_path, {"a.txt": b"new"})

        assert written.read_bytes() == b"new"
        assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]

    def test_one_that_came_there_meanwhile_is_not_written_over(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        target = tmp_path / "b.txt"
        fsync = os.fsync

        def come_between(descriptor: int) -> None:
            fsync(descriptor)
            target.write_bytes(b"of somebody else")

        monkeypatch.setattr(os, "fsync", come_between)
        with pytest.raises(FileFault, match="is there already"):
            write_new_files(tmp_path, {"b.txt": b"new"})

        assert target.read_bytes() == b"of somebody else"
        assert [path.name for path in tmp_path.iterdir()] == ["b.txt"]
