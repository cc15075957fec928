"""The process that reads: paths come in on stdin, a frame for each goes out on stdout."""

from __future__ import annotations

import _thread  # threading would have to be imported first
import contextlib
import faulthandler
import gc
import marshal
import os
import sys
from pathlib import Path

from auditreport.errors import FileFault
from auditreport.reading.limits import MEBIBYTE, Limits
from auditreport.reading.opening import read_workbook
from auditreport.reading.refusal import Refusal, file_fault
from auditreport.reading.wire import FAULT, STARTED, WORKBOOK, build_frame, pack_workbook

_FAILED = 3  # any but 1, which is how faulthandler ends a process whose time is up


def serve() -> None:
    """Be the process: read what is asked for and end it, whatever happens."""
    status = _FAILED
    try:
        _serve(marshal.load(sys.stdin.buffer))
        status = 0
    finally:
        os._exit(status)  # to free a million cells one by one takes time, and nobody needs it


def _end_with_parent() -> None:
    """Wait for the end of the pipe that the parent keeps open: it is gone, however it ended."""
    os.read(0, 1)
    os._exit(_FAILED)


def _serve(request: tuple[list[str], tuple[int, ...]]) -> None:
    """Write a frame for each workbook, up to the first that cannot be read."""
    paths, limits = request[0], Limits(*request[1])
    _limit_process(limits)
    with contextlib.suppress(RuntimeError):  # no memory for it: then there is none to read with
        _thread.start_new_thread(_end_with_parent, ())
    gc.disable()  # nothing here is circular, and a million cells are slow to look through
    with os.fdopen(os.dup(1), "wb") as out, Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)  # what a reader prints is no frame, and may hold cells
        out.write(build_frame(STARTED))
        for path in paths:
            out.flush()
            seconds = limits.seconds_for(_size(path))
            faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
            kind, content = _read(Path(path), limits)
            faulthandler.cancel_dump_traceback_later()
            out.write(build_frame(kind, content))
            if kind == FAULT:
                break


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except (OSError, ValueError):  # reading the file will say so
        return 0


def _read(path: Path, limits: Limits) -> tuple[bytes, bytes]:
    try:
        return WORKBOOK, pack_workbook(read_workbook(path, limits))
    except FileFault as fault:
        said = str(fault)
    except BaseException:  # a panic in the reader is not an Exception
        said = str(file_fault(path, Refusal("The file is damaged: its reader gave up.")))
    return FAULT, said.encode("utf-8", "surrogatepass")


def _limit_process(limits: Limits) -> None:
    """Bound the memory where the system can, and leave no dump of it behind."""
    if sys.platform == "win32":
        return
    import resource

    most = limits.memory_mib * MEBIBYTE
    for kind, wanted in ((resource.RLIMIT_AS, most), (resource.RLIMIT_CORE, 0)):
        hard = resource.getrlimit(kind)[1]
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(kind, (soft, hard))
