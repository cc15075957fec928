"""Workbooks in, a clean data set and every problem found out."""

from __future__ import annotations

from dataclasses import dataclass

from auditreport.problems import Problem, has_errors
from auditreport.reading.dataset import DataSet

__all__ = ["Reading"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read. `data` is None where the errors left nothing that could be analysed."""

    data: DataSet | None
    problems: tuple[Problem, ...]

    @property
    def has_errors(self) -> bool:
        """Whether an error stops a report."""
        return has_errors(self.problems)
