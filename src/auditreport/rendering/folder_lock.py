"""A lock on an output folder, held by the operating system, so that it ends with its owner."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from auditreport.errors import FolderBusy

LOCK_NAME = ".auditreport.lock"
_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def try_lock(descriptor: int) -> bool:
    """Lock an open file for as long as it is open; return False where another process has it.

    Some network drives know no locks: there nothing is locked, for to go on is better than not to.
    """
    try:
        _lock(descriptor)
    except OSError as error:
        return error.errno not in _HELD
    return True


@contextmanager
def hold_folder(folder: Path) -> Iterator[None]:
    """Hold a folder for one run; raises FolderBusy where another run holds it.

    The lock file is removed afterwards, so that a report folder holds reports alone.
    """
    path = folder / LOCK_NAME
    descriptor = _lock_file(path)
    try:
        yield
    finally:
        _release(path, descriptor)


def _lock_file(path: Path) -> int:
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o666)
        if not try_lock(descriptor):
            os.close(descriptor)
            raise FolderBusy(
                f"Another run of auditreport is writing into {path.parent}: "
                "wait until it has ended, then try again."
            )
        if _is_still(path, descriptor):
            return descriptor
        os.close(descriptor)


def _is_still(path: Path, descriptor: int) -> bool:
    """Return whether the locked file still bears its name: its last owner may have removed it."""
    with suppress(FileNotFoundError):
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    return False


def _release(path: Path, descriptor: int) -> None:
    """Remove the file before the lock ends; Windows removes no open file, so there after it."""
    if sys.platform != "win32":
        path.unlink(missing_ok=True)
    os.close(descriptor)
    if sys.platform == "win32":
        with suppress(OSError):
            path.unlink()
