"""Workbooks in, a clean data set and every problem found out."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import field, replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from auditreport.problem_drafts import pass_over
from auditreport.problems import Problem, ProblemLog, Severity, has_errors
from auditreport.reading.beside import find_narrative
from auditreport.reading.limits import Limits
from auditreport.reading.mapping import TrackerMapping
from auditreport.reading.raw import RawWorkbook
from auditreport.reading.workbook import start_reading
from auditreport.records import record

if TYPE_CHECKING:
    from auditreport.reading.dataset import DataSet, PreviousYear
    from auditreport.reading.logo import Logo
    from auditreport.reading.narrative_passages import NarrativeDocument

__all__ = ["Reading", "read", "understand"]

_NOTHING_MAPPED = TrackerMapping()


@record
class Reading:
    """What was read. `data` is None where the errors left nothing that could be analysed.

    `severity` is the council's own, by problem code, for the problems that analysis finds.
    """

    data: DataSet | None
    problems: tuple[Problem, ...]
    logo: Logo | None = None
    is_draft: bool = False
    severity: Mapping[str, Severity | None] = field(default_factory=dict)

    @property
    def has_errors(self) -> bool:
        """Whether an error stops a report."""
        return has_errors(self.problems)

    def as_draft(self) -> Reading:
        """Return this reading with its faulty cells and rows passed over, and said.

        What cannot be left out, such as the year, is an error still.
        """
        passed = self.problems if self.data is None else pass_over(self.problems)
        return replace(self, problems=passed, is_draft=True)

    def with_previous(self, previous: PreviousYear) -> Reading:
        """Return this reading with another previous year than the workbook's, which is said."""
        if self.data is None:
            return self
        log = ProblemLog()
        if self.data.previous is not None:
            log.add("previous-given-twice", self.data.previous.place)
        data = replace(self.data, previous=previous)
        return replace(self, data=data, problems=(*self.problems, *log.problems))


def understand(
    workbooks: Sequence[RawWorkbook],
    mapping: TrackerMapping = _NOTHING_MAPPED,
    documents: Sequence[NarrativeDocument] = (),
) -> Reading:
    """Understand raw sheets: the clean data set, and every problem that they have.

    `documents` are the narrative that lies beside the workbooks.
    """
    from auditreport.reading.understanding import understand_workbooks  # slow to import

    log = ProblemLog(mapping.severity)
    with _collector_paused():
        data = understand_workbooks(workbooks, mapping, log, documents)
    return Reading(data, log.problems, severity=mapping.severity)


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
    *,
    meanwhile: Sequence[str] = (),
) -> Reading:
    """Read workbooks from their files; raises `FileFault` for one that cannot be read.

    Another process reads them. `meanwhile` names modules to import until it has: those that the
    caller needs next and that are slow to import.
    """
    with _collector_paused(), start_reading(paths, limits or Limits()) as reading:
        for module in ("auditreport.reading.understanding", *meanwhile):
            import_module(module)
        documents = _read_narrative(paths)
        understood = understand(reading.result(), mapping, documents)
        return _with_logo(understood, paths, mapping)


def _read_narrative(paths: Sequence[Path]) -> tuple[NarrativeDocument, ...]:
    """Read the narrative that lies beside the first workbook."""
    found = find_narrative(paths)
    if not found:
        return ()
    from auditreport.reading.narrative_files import read_narrative_file

    return tuple(map(read_narrative_file, found))


def _with_logo(reading: Reading, paths: Sequence[Path], mapping: TrackerMapping) -> Reading:
    """Return a reading with the logo that its settings name, looked for beside the workbooks."""
    if reading.data is None or not reading.data.settings.logo:
        return reading
    from auditreport.reading.logo import read_logo

    log = ProblemLog(mapping.severity)
    folders = dict.fromkeys(path.parent for path in paths)
    logo = read_logo(reading.data.settings, folders, log)
    return replace(reading, logo=logo, problems=(*reading.problems, *log.problems))
