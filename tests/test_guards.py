"""What a file must be before it is opened as a workbook."""

from __future__ import annotations

import os
import socket
import stat
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from auditreport.errors import FileFault
from auditreport.reading import guards
from auditreport.reading.guards import read_file
from auditreport.reading.limits import MEBIBYTE, Limits
from auditreport.reading.opening import read_workbook
from auditreport.reading.refusal import Refusal

LIMITS = Limits()


def said(path: Path, limits: Limits = LIMITS) -> str:
    """Return why a path is refused."""
    with pytest.raises(Refusal) as caught:
        read_file(path, limits)
    return caught.value.what


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(bytes(range(256)) * 8192)
    assert read_file(tmp_path / "a.xlsx", LIMITS) == bytes(range(256)) * 8192


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "folder" in said(tmp_path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert "no file of this name" in said(tmp_path / "a.xlsx")


def test_a_path_through_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    assert "no file of this name" in said(tmp_path / "a" / "b.xlsx")


def test_a_device_is_refused() -> None:
    assert "device" in said(Path(os.devnull))


def test_a_lock_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "~$a.xlsx").write_bytes(b"x")
    assert "lock file" in said(tmp_path / "~$a.xlsx")


def test_a_name_that_no_file_can_have_is_refused() -> None:
    assert "not the name of a file" in said(Path("a\0b.xlsx"))


def test_a_file_is_refused_by_size_with_the_name_of_the_limit(tmp_path: Path) -> None:
    with (tmp_path / "a.xlsx").open("wb") as file:
        file.truncate(MEBIBYTE + 1)
    assert "file_mib = 1" in said(tmp_path / "a.xlsx", Limits(file_mib=1))


def test_a_file_without_permission_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied", str(tmp_path))

    (tmp_path / "a.xlsx").write_bytes(b"x")
    monkeypatch.setattr("auditreport.reading.guards.os.open", refuse)
    assert "permission" in said(tmp_path / "a.xlsx")


def test_a_file_that_another_program_holds_is_refused() -> None:
    fault = PermissionError(13, "denied")
    fault.winerror = 32  # type: ignore[attr-defined]
    assert "Another program" in guards._refusal_of(fault).what


@pytest.mark.parametrize("attribute", [0x1000, 0x40000, 0x400000])
def test_a_file_that_is_only_online_is_refused(attribute: int) -> None:
    found = SimpleNamespace(st_mode=stat.S_IFREG, st_file_attributes=attribute)
    with pytest.raises(Refusal, match="only online"):
        guards._check_kind(found)  # type: ignore[arg-type]


def test_a_file_that_is_only_in_the_cloud_of_a_mac_is_refused() -> None:
    found = SimpleNamespace(st_mode=stat.S_IFREG, st_flags=0x40000000)
    with pytest.raises(Refusal, match="only online"):
        guards._check_kind(found)  # type: ignore[arg-type]


def test_a_file_that_shrinks_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"x" * 10)
    monkeypatch.setattr("auditreport.reading.guards.os.read", lambda *_: b"")
    assert "shorter" in said(tmp_path / "a.xlsx")


def test_a_message_names_the_file_and_no_path(tmp_path: Path) -> None:
    with pytest.raises(FileFault) as caught:
        read_workbook(tmp_path / "tracker 2016.xlsx")
    message = str(caught.value)
    assert message.startswith("tracker 2016.xlsx: ")
    assert str(tmp_path) not in message
    assert len(message.splitlines()) <= 5


def test_a_message_shows_no_control_characters_of_a_name(tmp_path: Path) -> None:
    with pytest.raises(FileFault) as caught:
        read_workbook(tmp_path / "a\x1b[31m\u202eb.xlsx")
    assert "\x1b" not in str(caught.value)
    assert "\u202e" not in str(caught.value)


if sys.platform != "win32":  # which has no pipes and sockets among its files

    def test_a_link_to_nothing_is_refused(tmp_path: Path) -> None:
        (tmp_path / "a.xlsx").symlink_to(tmp_path / "gone")
        assert "no file of this name" in said(tmp_path / "a.xlsx")

    def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
        (tmp_path / "a.xlsx").symlink_to(tmp_path / "a.xlsx")
        assert "cannot be read" in said(tmp_path / "a.xlsx")

    def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "a.xlsx")
        assert "pipe" in said(tmp_path / "a.xlsx")

    def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)  # the name of a socket may not be long
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind("a.xlsx")
            assert "socket" in said(Path("a.xlsx"))

    def test_a_name_that_is_too_long_is_refused() -> None:
        assert "too long" in said(Path("a" * 5000))
