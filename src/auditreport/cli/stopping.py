"""Whether problems stop a run, and with which exit status."""

from __future__ import annotations

from auditreport.errors import DataFault, StrictFault
from auditreport.problems import Problem, Severity, has_errors


def status_of(problems: tuple[Problem, ...], *, strict: bool) -> int:
    """Return the exit status that problems call for; `strict` makes warnings count."""
    if has_errors(problems):
        return DataFault.exit_status
    warned = any(problem.severity is Severity.WARNING for problem in problems)
    return StrictFault.exit_status if strict and warned else 0


def stop_at(problems: tuple[Problem, ...], *, strict: bool) -> None:
    """Raise DataFault or StrictFault where problems stop a run."""
    match status_of(problems, strict=strict):
        case DataFault.exit_status:
            raise DataFault(problems)
        case StrictFault.exit_status:
            raise StrictFault(problems)
