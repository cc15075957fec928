"""The process in which workbooks are read, started as soon as it is known that there is a use."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

# The packages are entered without running what stands in their __init__: the process needs the
# reader alone, and each import that it does without is time that the user does not wait.
_PROGRAM = """
import sys
folder, *sys.path[:] = sys.argv[1:]
for name in ("auditreport", "auditreport.reading"):
    package = sys.modules[name] = type(sys)(name)
    package.__path__ = [folder + name.removeprefix("auditreport").replace(".", "/")]
from auditreport.reading.serving import serve
serve()
"""
AS_READER = "--as-reader"  # what a program without Python is called with, to be that process
_NO_WINDOW = 0x08000000 if sys.platform == "win32" else 0

Process = subprocess.Popen[bytes]

_ahead: list[Process] = []  # at most one, which imports what it needs and waits to be told


@contextmanager
def started_ahead(*, is_wanted: bool) -> Iterator[None]:
    """Start a process for whoever takes one first, while the caller still imports the rest.

    At the end a process that nobody took is ended.
    """
    process = _start() if is_wanted else None
    _ahead.extend([process] if process else [])
    try:
        yield
    finally:
        while _ahead:
            unused = _ahead.pop()
            unused.kill()
            unused.communicate()


def take_process() -> Process | None:
    """Return a process that waits on its stdin to be told; None where none can be started."""
    return _ahead.pop() if _ahead else _start()


def _start() -> Process | None:
    if not sys.executable:
        return None
    try:
        return subprocess.Popen(
            _build_command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=_NO_WINDOW,
        )
    except OSError:
        return None


def _build_command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, AS_READER]
    folder = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120  # pathlib is slow
    return [sys.executable, "-I", "-S", "-c", _PROGRAM, folder, *filter(None, sys.path)]
