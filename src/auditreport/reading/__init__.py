"""Workbooks in, a clean data set and every problem found out."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from auditreport.problems import Problem, ProblemLog, has_errors
from auditreport.reading.dataset import DataSet
from auditreport.reading.limits import Limits
from auditreport.reading.mapping import TrackerMapping
from auditreport.reading.raw import RawWorkbook
from auditreport.reading.understanding import understand_workbooks
from auditreport.reading.workbook import read_workbooks

__all__ = ["Reading", "read", "understand"]

_NOTHING_MAPPED = TrackerMapping()


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read. `data` is None where the errors left nothing that could be analysed."""

    data: DataSet | None
    problems: tuple[Problem, ...]

    @property
    def has_errors(self) -> bool:
        """Whether an error stops a report."""
        return has_errors(self.problems)


def understand(
    workbooks: Sequence[RawWorkbook], mapping: TrackerMapping = _NOTHING_MAPPED
) -> Reading:
    """Understand raw sheets: the clean data set, and every problem that they have."""
    log = ProblemLog(mapping.severity)
    with _collector_paused():
        data = understand_workbooks(workbooks, mapping, log)
    return Reading(data, log.problems)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep Python from looking for cycles: the many rows have none, and it takes a third more."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def read(
    paths: Sequence[Path],
    mapping: TrackerMapping = _NOTHING_MAPPED,
    limits: Limits | None = None,
) -> Reading:
    """Read workbooks from their files; raises `FileFault` for one that cannot be read."""
    return understand(read_workbooks(paths, limits or Limits()), mapping)
