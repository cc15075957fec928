"""Workbooks' files into raw sheets, each value with the place of its cell: the way in."""

from __future__ import annotations

from pathlib import Path

from auditreport.reading.isolation import ReadingProcess, read_workbooks, start_reading
from auditreport.reading.limits import DEFAULT_LIMITS, Limits
from auditreport.reading.raw import RawWorkbook

__all__ = [
    "DEFAULT_LIMITS",
    "Limits",
    "ReadingProcess",
    "read_workbook",
    "read_workbooks",
    "start_reading",
]


def read_workbook(path: Path, limits: Limits = DEFAULT_LIMITS) -> RawWorkbook:
    """Return a workbook's sheets; raises `FileFault` where the file cannot be read.

    It reads in this process: a file that crashes the reader ends it. `read_workbooks` does not.
    """
    from auditreport.reading.opening import read_workbook as read_here  # slow to import

    return read_here(path, limits)
