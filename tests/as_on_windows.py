"""Runs auditreport as if on Windows: without what other systems alone have, and with its locks.

python tests/as_on_windows.py WORDS …

The libraries are imported before, for they ask the system for more than can be made up here.
"""

from __future__ import annotations

import errno
import fcntl
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

LIBRARIES = (
    *("asyncio", "concurrent.futures", "ctypes", "multiprocessing", "platform", "tempfile"),
    *("docx", "highspy", "jinja2", "matplotlib.backends.backend_agg", "matplotlib.figure"),
    *("matplotlib.backends.backend_svg", "openpyxl", "python_calamine", "typer.rich_utils"),
    *("typer.testing", "typst", "webbrowser"),
)
ELSEWHERE = ("fcntl", "grp", "pty", "pwd", "resource", "termios", "tty")
NO_WINDOW = 0x08000000


class WindowsPopen(subprocess.Popen[Any]):
    """A process that is started without a window of its own."""

    def __init__(self, *words: Any, creationflags: int = 0, **options: Any) -> None:
        assert creationflags == NO_WINDOW
        super().__init__(*words, **options)


def make_locks(flock: Callable[[int, int], None]) -> ModuleType:
    """Return a module that locks files as Windows does; `flock` does the work."""
    locks = ModuleType("msvcrt")

    def lock(descriptor: int, mode: int, length: int) -> None:
        assert (mode, length) == (2, 1)
        try:
            flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise PermissionError(errno.EACCES, "Permission denied") from None

    vars(locks).update(locking=lock, LK_NBLCK=2)
    return locks


def open_no_folder(found: Callable[..., int]) -> Callable[..., int]:
    """Return os.open as it is on Windows, where a folder cannot be opened."""

    def open_file(path: Any, flags: int, *mode: Any, **options: Any) -> int:
        if Path(path).is_dir():
            raise PermissionError(errno.EACCES, "Permission denied", os.fspath(path))
        return found(path, flags, *mode, **options)

    return open_file


def pretend() -> None:
    """Make this process look like one on Windows."""
    for library in LIBRARIES:
        import_module(library)
    sys.modules["msvcrt"] = make_locks(fcntl.flock)
    sys.modules.update(dict.fromkeys(ELSEWHERE))  # type: ignore[arg-type]  # None hides a module
    for name in ("O_CLOEXEC", "O_NOCTTY", "O_NONBLOCK"):
        delattr(os, name)
    delattr(signal, "SIGHUP")
    vars(os).update(open=open_no_folder(os.open))
    vars(subprocess).update(Popen=WindowsPopen)
    vars(sys).update(platform="win32")


if __name__ == "__main__":
    pretend()
    from auditreport.__main__ import main

    main()
