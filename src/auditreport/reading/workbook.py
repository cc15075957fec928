"""Workbooks' files into raw sheets, each value with the place of its cell: the way in."""

from __future__ import annotations

from auditreport.reading.isolation import ReadingProcess, read_workbooks, start_reading
from auditreport.reading.limits import DEFAULT_LIMITS, Limits
from auditreport.reading.opening import read_workbook

__all__ = [
    "DEFAULT_LIMITS",
    "Limits",
    "ReadingProcess",
    "read_workbook",
    "read_workbooks",
    "start_reading",
]
