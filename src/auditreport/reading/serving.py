"""The process that reads: paths come in on stdin, a frame for each goes out on stdout."""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import marshal
import os
import sys
from pathlib import Path

from auditreport.errors import FileFault
from auditreport.reading.limits import MEBIBYTE, Limits
from auditreport.reading.refusal import Refusal
from auditreport.reading.wire import FAULT, STARTED, WORKBOOK, build_frame, pack_workbook
from auditreport.reading.workbook import file_fault, read_workbook


def serve() -> None:
    """Read the workbooks that are asked for, up to the first that cannot be read; then end."""
    paths, values = marshal.load(sys.stdin.buffer)  # noqa: S302 - our own parent wrote it
    limits = Limits(*values)
    _limit_process(limits)
    gc.disable()  # nothing here is circular, and a million cells are slow to look through
    with os.fdopen(os.dup(1), "wb") as out, Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)  # what a reader prints is no frame, and may hold cells
        out.write(build_frame(STARTED))
        for path in paths:
            out.flush()
            faulthandler.dump_traceback_later(limits.seconds, exit=True, file=nowhere)
            kind, content = _read(Path(path), limits)
            faulthandler.cancel_dump_traceback_later()
            out.write(build_frame(kind, content))
            if kind == FAULT:
                break
        out.flush()
        os._exit(0)  # nothing is left to do, and freeing a million cells one by one takes time


def _read(path: Path, limits: Limits) -> tuple[bytes, bytes]:
    try:
        return WORKBOOK, pack_workbook(read_workbook(path, limits))
    except FileFault as fault:
        said = str(fault)
    except BaseException:  # noqa: BLE001 - a panic in the reader is not an Exception
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
