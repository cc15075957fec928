"""A log that several runs may append to at once, each a line, and that stays small."""

from __future__ import annotations

import os
import re
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from auditreport.errors import FileFault

LARGEST = 1 << 20
_PATIENCE, _PACE = 10.0, 0.02  # seconds; another run needs the log for milliseconds
_FLAGS = ("O_RDWR", "O_CREAT", "O_APPEND", "O_CLOEXEC", "O_NONBLOCK", "O_BINARY")  # by system
_OURS = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ auditreport=")
_HEAD = 64


def check_log(path: Path) -> None:
    """Raise FileFault where no line could be appended; the file is made if need be."""
    with _held_open(path):
        pass


def append_line(path: Path, line: str) -> None:
    """Append a line, whole or not at all; a log that grows too large is first kept as FILE.1.

    `line` is as `_OURS` knows it. Raises FileFault.
    """
    data = f"{line}\n".encode()
    with _held_open(path) as descriptor:
        if os.fstat(descriptor).st_size + len(data) > LARGEST:
            _roll(path, descriptor)
        _write_whole(descriptor, data)


@contextmanager
def _held_open(path: Path) -> Iterator[int]:
    """Open the log and lock it; raises FileFault for whatever fails until it is closed again."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        flags = sum(getattr(os, name, 0) for name in _FLAGS)
        descriptor = os.open(path, flags, 0o666)
        try:
            _lock(path, descriptor)
            _check_is_log(path, descriptor)
            yield descriptor
        finally:
            os.close(descriptor)
    except OSError as error:
        raise FileFault(
            f"The log {path} cannot be written: {error.strerror}. Name another with --log."
        ) from error


def _lock(path: Path, descriptor: int) -> None:
    from auditreport.rendering.folder_lock import try_lock

    deadline = time.monotonic() + _PATIENCE
    while not try_lock(descriptor):
        if time.monotonic() > deadline:
            raise FileFault(f"The log {path} cannot be written: another program holds it.")
        time.sleep(_PACE)


def _check_is_log(path: Path, descriptor: int) -> None:
    """Refuse a file of another kind, such as a workbook named by mistake."""
    if not stat.S_ISREG(os.fstat(descriptor).st_mode) or not _is_ours(descriptor):
        raise FileFault(
            f"{path} is not a log of auditreport: nothing is appended to it. Name another file."
        )


def _is_ours(descriptor: int) -> bool:
    os.lseek(descriptor, 0, os.SEEK_SET)
    head = os.read(descriptor, _HEAD)
    return not head or _OURS.match(head) is not None


def _roll(path: Path, descriptor: int) -> None:
    """Keep what is in the log as FILE.1, and empty it: renamed it could not be while it is open.

    Where that second file cannot be written, or is not ours, the log grows on.
    """
    older = path.with_name(f"{path.name}.1")
    part = path.with_name(f".{path.name}.1.auditreport-part")
    os.lseek(descriptor, 0, os.SEEK_SET)
    with suppress(OSError, FileFault):
        if older.exists():
            check_log(older)
        part.write_bytes(os.read(descriptor, os.fstat(descriptor).st_size))
        part.replace(older)
        os.ftruncate(descriptor, 0)


def _write_whole(descriptor: int, data: bytes) -> None:
    size = os.fstat(descriptor).st_size
    try:
        if os.write(descriptor, data) < len(data):
            raise OSError(None, "the disk is full")
        os.fsync(descriptor)
    except OSError:
        os.ftruncate(descriptor, size)  # half a line would spoil the next
        raise
