"""A report is written whole or not at all, over files of its own alone."""

from __future__ import annotations

import errno
import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditreport.errors import FileFault, FolderBusy
from auditreport.manifest import is_inside
from auditreport.rendering import output
from auditreport.rendering.folder_lock import hold_folder
from auditreport.rendering.output import hold_output

NAME = "annual-report-2016-17"
PAGE = f"{NAME}.html"
CHART = f"{NAME}-charts/q1.svg"
MANIFEST = f"{NAME}.manifest.json"
OLD = {PAGE: b"old page", CHART: b"old chart"}
NEW = {PAGE: b"new page", CHART: b"new chart"}


def write_report(
    files: Mapping[str, bytes], folder: Path, name: str, tell: Callable[[str], None] = print
) -> tuple[Path, ...]:
    with hold_output(folder):
        return output.write_report(files, folder, name, tell)


def mend_folder(folder: Path) -> None:
    with hold_output(folder):
        pass


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_files_and_their_manifest_are_written_and_nothing_else(tmp_path: Path) -> None:
    paths = write_report(NEW, tmp_path / "report", NAME)

    assert [path.relative_to(tmp_path / "report").as_posix() for path in paths] == [
        PAGE,
        CHART,
        MANIFEST,
    ]
    assert set(contents(tmp_path / "report")) == {PAGE, CHART, MANIFEST}


def test_a_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    write_report(NEW, tmp_path / "a" / "b", NAME)

    assert (tmp_path / "a" / "b" / PAGE).read_bytes() == b"new page"


def test_the_manifest_names_each_file_with_its_hash(tmp_path: Path) -> None:
    write_report({PAGE: b""}, tmp_path, NAME)

    assert json.loads((tmp_path / MANIFEST).read_text())["files"] == [
        {
            "file": PAGE,
            "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        }
    ]


def test_the_same_report_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    write_report(NEW, tmp_path / "one", NAME)
    write_report(NEW, tmp_path / "two", NAME)

    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_second_build_replaces_the_first(tmp_path: Path) -> None:
    write_report(OLD, tmp_path, NAME)
    write_report(NEW, tmp_path, NAME)

    assert {name: contents(tmp_path)[name] for name in NEW} == NEW
    assert set(contents(tmp_path)) == {*NEW, MANIFEST}


def test_a_file_that_is_no_longer_made_is_removed_with_its_empty_folder(tmp_path: Path) -> None:
    write_report(OLD, tmp_path, NAME)
    write_report({PAGE: b"new page"}, tmp_path, NAME)

    assert set(contents(tmp_path)) == {PAGE, MANIFEST}
    assert not (tmp_path / CHART).parent.exists()


def test_a_stale_file_that_was_changed_stays_and_is_said(tmp_path: Path) -> None:
    write_report(OLD, tmp_path, NAME)
    (tmp_path / CHART).write_bytes(b"drawn over")
    said: list[str] = []

    write_report({PAGE: b"new page"}, tmp_path, NAME, said.append)

    assert (tmp_path / CHART).read_bytes() == b"drawn over"
    assert [CHART in sentence for sentence in said] == [True]


def test_a_page_that_was_edited_is_kept_beside_the_new_one(tmp_path: Path) -> None:
    write_report(OLD, tmp_path, NAME)
    (tmp_path / PAGE).write_bytes(b"edited by hand")
    said: list[str] = []

    write_report(NEW, tmp_path, NAME, said.append)

    assert (tmp_path / PAGE).read_bytes() == b"new page"
    assert (tmp_path / f"{NAME}.kept-1.html").read_bytes() == b"edited by hand"
    assert len(said) == 1


def test_a_page_without_a_manifest_is_kept_too_and_never_overwrites_one_kept(
    tmp_path: Path,
) -> None:
    (tmp_path / PAGE).write_bytes(b"somebody's")
    (tmp_path / f"{NAME}.kept-1.html").write_bytes(b"kept before")

    write_report(NEW, tmp_path, NAME)

    assert (tmp_path / f"{NAME}.kept-1.html").read_bytes() == b"kept before"
    assert (tmp_path / f"{NAME}.kept-2.html").read_bytes() == b"somebody's"


def test_files_of_others_and_of_other_reports_are_left_alone(tmp_path: Path) -> None:
    write_report({"q4-2016-17.html": b"quarter"}, tmp_path, "q4-2016-17")
    (tmp_path / f"{NAME}-charts").mkdir()
    (tmp_path / f"{NAME}-charts" / "mine.txt").write_bytes(b"mine")
    before = contents(tmp_path)

    write_report(OLD, tmp_path, NAME)
    write_report({PAGE: b"new page"}, tmp_path, NAME)

    assert before.items() <= contents(tmp_path).items()


def test_a_damaged_manifest_lists_nothing(tmp_path: Path) -> None:
    write_report(OLD, tmp_path, NAME)
    (tmp_path / MANIFEST).write_bytes(b"{")

    write_report({PAGE: b"old page"}, tmp_path, NAME)

    assert (tmp_path / CHART).read_bytes() == b"old chart"


def test_a_manifest_cannot_point_outside_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "report"
    write_report(OLD, folder, NAME)
    victim = tmp_path / NAME
    victim.write_bytes(b"")
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    listed = {"files": [{"file": f"{NAME}/../../{NAME}", "sha256": empty}]}
    (folder / MANIFEST).write_text(json.dumps(listed))

    write_report(OLD, folder, NAME)

    assert victim.exists()


@pytest.mark.parametrize("file", ["../x.html", "other.html", f"{NAME}/../../x", f"{NAME}/nul.svg"])
def test_a_name_that_is_not_the_reports_own_is_refused(tmp_path: Path, file: str) -> None:
    with pytest.raises(ValueError, match="is no name for a file"):
        write_report({file: b""}, tmp_path, NAME)


@given(st.text(alphabet="./\\ab:", max_size=12))
def test_whatever_is_called_inside_is_inside(name: str) -> None:
    folder = Path("/srv/report")
    if is_inside(folder, name):
        assert (folder / name).resolve().is_relative_to(folder)


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / f"{NAME}-charts").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(FileFault, match="leads out of the output folder"):
        write_report(NEW, tmp_path / "report", NAME)


def test_a_folder_in_the_place_of_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / PAGE).mkdir()

    with pytest.raises(FileFault, match=f"{PAGE} is a folder"):
        write_report(NEW, tmp_path, NAME)


def test_an_output_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "report").write_bytes(b"")

    with pytest.raises(FileFault, match="is not a folder"):
        write_report(NEW, tmp_path / "report", NAME)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EROFS, "cannot be written to"),
        (errno.EACCES, "No permission to write"),
        (errno.EFBIG, "larger than may be written"),
        (errno.ENAMETOOLONG, "too long"),
        (errno.EIO, "could not be written"),
    ],
)
def test_each_failure_to_write_has_words_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    def fail(self: Path, *_: object) -> None:
        raise OSError(number, "failed", str(self))

    monkeypatch.setattr("auditreport.rendering.output._on_windows", lambda: False)
    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(FileFault, match=words):
        write_report(NEW, tmp_path / "report", NAME)
    assert not (tmp_path / "report").exists()


def test_a_file_open_in_another_program_is_named_on_windows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_report(OLD, tmp_path, NAME)
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target == tmp_path / PAGE and self.parent.name == "new":
            raise PermissionError(errno.EACCES, "in use", str(self), None, str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr("auditreport.rendering.output._on_windows", lambda: True)
    with pytest.raises(FileFault, match=f"{PAGE} cannot be replaced: if it is open in Word"):
        write_report(NEW, tmp_path, NAME)


@pytest.mark.parametrize("file", [PAGE, CHART])
@pytest.mark.parametrize("has_links", [True, False])
def test_a_file_held_open_on_windows_leaves_the_earlier_report_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, has_links: bool
) -> None:
    write_report(OLD, tmp_path, NAME)
    before, replace = contents(tmp_path), Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target == tmp_path / file:  # be it by a new file or by its own second name
            raise PermissionError(errno.EACCES, "in use", str(self), None, str(target))
        return replace(self, target)

    def refuse_link(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(Path, "replace", refuse)
    if not has_links:
        monkeypatch.setattr("os.link", refuse_link)
    with pytest.raises(FileFault):
        write_report(NEW, tmp_path, NAME)
    assert contents(tmp_path) == before
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("failing", range(1, 5))
def test_a_failure_at_any_move_leaves_the_earlier_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    write_report({**OLD, f"{NAME}.md": b"dropped"}, tmp_path, NAME)
    before = contents(tmp_path)
    replace, moves = Path.replace, iter(range(1, 100))

    def fail(self: Path, target: Path) -> Path:
        if next(moves) == failing:
            raise OSError(errno.EIO, "failed")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(FileFault):
        write_report({**NEW, f"{NAME}.txt": b"added"}, tmp_path, NAME)
    assert contents(tmp_path) == before


def test_a_disk_that_proves_full_when_all_is_written_leaves_the_earlier_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_report(OLD, tmp_path, NAME)
    before = contents(tmp_path)

    def fail(_: int) -> None:
        raise OSError(errno.ENOSPC, "failed")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(FileFault, match="The disk is full"):
        write_report(NEW, tmp_path, NAME)
    assert contents(tmp_path) == before


def test_an_interruption_leaves_the_earlier_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_report(OLD, tmp_path, NAME)
    before = contents(tmp_path)
    unlink = Path.unlink

    def interrupt(self: Path, missing_ok: bool = False) -> None:
        if self.name == "journal.json" and contents(tmp_path)[PAGE] == b"new page":
            raise KeyboardInterrupt
        unlink(self, missing_ok)

    monkeypatch.setattr(Path, "unlink", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_report(NEW, tmp_path, NAME)
    assert contents(tmp_path) == before


KILLED = """
import os, sys
from pathlib import Path
from auditreport.rendering.output import hold_output, write_report
replace, left = Path.replace, int(sys.argv[2])
def die(self, target):
    global left
    left -= 1
    if left < 0:
        os._exit(9)
    return replace(self, target)
Path.replace = die
with hold_output(Path(sys.argv[1])):
    write_report({NAME + ".html": b"new page", NAME + "-charts/q1.svg": b"new chart"},
                 Path(sys.argv[1]), NAME)
""".replace("NAME", repr(NAME))


@pytest.mark.parametrize("moves", [0, 1, 2, 3])
def test_what_a_killed_run_left_half_done_is_taken_back_by_the_next(
    tmp_path: Path, moves: int
) -> None:
    write_report(OLD, tmp_path, NAME)
    before = contents(tmp_path)

    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path), str(moves)], check=False, timeout=60
    )
    mend_folder(tmp_path)

    assert killed.returncode == 9
    assert contents(tmp_path) == before


def test_taking_back_can_itself_be_cut_off_and_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_report(OLD, tmp_path, NAME)
    before = contents(tmp_path)
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), "3"], check=False, timeout=60)
    replace = Path.replace

    def cut_off(self: Path, target: Path) -> Path:
        if target == tmp_path / CHART:
            raise KeyboardInterrupt
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", cut_off)
    with pytest.raises(KeyboardInterrupt):
        mend_folder(tmp_path)
    monkeypatch.setattr(Path, "replace", replace)
    mend_folder(tmp_path)

    assert contents(tmp_path) == before


def test_a_second_run_into_a_held_folder_says_so_and_changes_nothing(tmp_path: Path) -> None:
    write_report(OLD, tmp_path, NAME)
    with hold_folder(tmp_path):
        before = contents(tmp_path)
        with pytest.raises(FolderBusy, match="Another run"):
            write_report(NEW, tmp_path, NAME)
        assert contents(tmp_path) == before


def test_a_folder_that_was_made_in_vain_is_removed_again(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), hold_output(tmp_path / "report"):
        raise KeyboardInterrupt

    assert not (tmp_path / "report").exists()


def test_a_lock_file_that_its_owner_left_behind_holds_nobody_up(tmp_path: Path) -> None:
    (tmp_path / ".auditreport.lock").write_bytes(b"")

    write_report(NEW, tmp_path, NAME)

    assert set(contents(tmp_path)) == {*NEW, MANIFEST}
