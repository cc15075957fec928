"""Reading in a process of its own, so that a file which breaks a reader does not end the run."""

from __future__ import annotations

import contextlib
import marshal
import os
import subprocess
from collections.abc import Sequence
from dataclasses import astuple
from pathlib import Path
from typing import IO

from auditreport.errors import FileFault
from auditreport.reader_process import Process, take_process
from auditreport.reading.limits import LONGEST, MEBIBYTE, Limits
from auditreport.reading.raw import RawWorkbook
from auditreport.reading.refusal import FETCH_AGAIN, OverLimit, file_fault, over_limit
from auditreport.reading.wire import FAULT, split_frames, unpack_workbook

_TIMED_OUT = 1  # how the process ends when its time is up
_GRACE = 10


class ReadingProcess:
    """A process that reads workbooks. Leaving its `with` block ends it."""

    def __init__(self, paths: tuple[Path, ...], limits: Limits) -> None:
        self._paths = paths
        self._limits = limits
        self._is_ended = False
        self._process = take_process() if paths else None
        self._lifeline = _tell(self._process, paths, limits) if self._process else None

    def __enter__(self) -> ReadingProcess:
        return self

    def __exit__(self, *fault: object) -> None:
        self.close()

    def end(self) -> None:
        """End the process; whoever waits for its result gets none."""
        self._is_ended = True
        if self._process is not None:
            self._process.kill()

    def close(self) -> None:
        """End the process, whether or not it has finished, and clear it away."""
        self.end()
        if self._process is not None:
            self._process.communicate()
            self._process = None
        if self._lifeline is not None:
            with contextlib.suppress(OSError):  # what it did not take is still to be written
                self._lifeline.close()

    def result(self) -> tuple[RawWorkbook, ...]:
        """Return the workbooks in the order given; raises `FileFault` for the first that fails."""
        process = self._process
        frames = split_frames(self._wait(process)) if process else []
        if self._is_ended:
            return ()
        if not frames or process is None:
            return self._read_here()
        workbooks = tuple(map(_open_frame, frames[1:]))
        if len(workbooks) < len(self._paths):
            raise self._broken_off(self._paths[len(workbooks)], process.returncode)
        return workbooks

    def _read_here(self) -> tuple[RawWorkbook, ...]:
        """Read in this process, on a machine that lets us start no other."""
        from auditreport.reading.opening import read_workbook  # not needed elsewhere, and slow

        return tuple(read_workbook(path, self._limits) for path in self._paths)

    def _wait(self, process: Process) -> bytes:
        longest = self._limits.seconds_for(self._limits.file_mib * MEBIBYTE)
        # Each file's own time is kept over there.
        seconds = min(longest * len(self._paths) + _GRACE, LONGEST)
        try:
            return process.communicate(timeout=seconds)[0]
        except subprocess.TimeoutExpired:
            process.kill()
            found = process.communicate()[0]
            process.returncode = _TIMED_OUT
            return found

    def _broken_off(self, path: Path, status: int) -> FileFault:
        from auditreport.reading.needs import with_remedy  # rarely needed, and slow to import

        if status == _TIMED_OUT:
            seconds = self._limits.seconds
            what = f"The file was not read in time, {seconds} seconds and more for a large one"
            refusal = over_limit(what, "seconds", seconds)
        else:
            most = self._limits.memory_mib
            what = (
                "The reader broke off: the file is damaged, or needs more memory than it is "
                f"allowed (limit: memory_mib = {most:,})."
            )
            refusal = OverLimit(what, "memory_mib", 2 * most, FETCH_AGAIN)
        return file_fault(path, with_remedy(refusal, path, self._limits))


def _tell(process: Process, paths: Sequence[Path], limits: Limits) -> IO[bytes]:
    """Tell a process what to read, which is all it is ever told.

    Returns the pipe that told it: at its end the process knows that we are gone, and ends too.
    """
    pipe, process.stdin = process.stdin, None  # `communicate` would close it
    assert pipe is not None
    request = marshal.dumps(([os.fspath(path) for path in paths], astuple(limits)))
    with contextlib.suppress(OSError):  # it may have ended: then `result` says so
        pipe.write(request)
        pipe.flush()
    return pipe


def _open_frame(frame: bytes) -> RawWorkbook:
    if frame[:1] == FAULT:
        raise FileFault(frame[1:].decode("utf-8", "surrogatepass"))
    return unpack_workbook(frame[1:])
