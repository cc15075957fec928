"""Workbooks in, a clean data set and every problem found out."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from auditreport.problems import Problem, ProblemLog, has_errors
from auditreport.reading.isolation import start_reading
from auditreport.reading.limits import Limits
from auditreport.reading.mapping import TrackerMapping
from auditreport.reading.raw import RawWorkbook

if TYPE_CHECKING:
    from auditreport.reading.dataset import DataSet, PreviousYear

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

    def with_previous(self, previous: PreviousYear) -> Reading:
        """Return this reading with another previous year than the workbook's, which is said."""
        if self.data is None:
            return self
        log = ProblemLog()
        if self.data.previous is not None:
            log.add("previous-given-twice", self.data.previous.place)
        data = replace(self.data, previous=previous)
        return Reading(data, (*self.problems, *log.problems))


def understand(
    workbooks: Sequence[RawWorkbook], mapping: TrackerMapping = _NOTHING_MAPPED
) -> Reading:
    """Understand raw sheets: the clean data set, and every problem that they have."""
    from auditreport.reading.understanding import understand_workbooks  # slow to import

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
    with _collector_paused(), start_reading(paths, limits or Limits()) as reading:
        import_module("auditreport.reading.understanding")  # while the other process reads
        return understand(reading.result(), mapping)
