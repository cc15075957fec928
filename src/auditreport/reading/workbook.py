"""Workbooks' files into raw sheets, each value with the place of its cell: the way in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from auditreport.reading.isolation import ReadingProcess
from auditreport.reading.limits import DEFAULT_LIMITS, Limits
from auditreport.reading.raw import RawWorkbook

if TYPE_CHECKING:
    from auditreport.reading.shared_reading import SharedReading

_MANY = 32  # workbooks, which several processes read sooner than one


def read_workbooks(
    paths: Sequence[Path], limits: Limits = DEFAULT_LIMITS
) -> tuple[RawWorkbook, ...]:
    """Return several workbooks in the order given; raises `FileFault` for the first that fails."""
    with start_reading(paths, limits) as reading:
        return reading.result()


def start_reading(
    paths: Sequence[Path], limits: Limits = DEFAULT_LIMITS
) -> ReadingProcess | SharedReading:
    """Begin to read workbooks while the caller does something else; `result()` waits for them."""
    if len(paths) < _MANY:
        return ReadingProcess(tuple(paths), limits)
    from auditreport.reading.shared_reading import SharedReading  # threads are slow to import

    return SharedReading(paths, limits)
