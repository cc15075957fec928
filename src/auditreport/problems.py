"""What is wrong in the data, as values: a problem has a code, a severity and a cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from auditreport.problem_codes import Rule, Severity, rule_of
from auditreport.records import record

__all__ = ["Place", "Problem", "ProblemLog", "Severity", "has_errors", "quote"]

LONGEST_QUOTE = 40
_DATE = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_DAY = r"(?:[0-3]?\d ?[-/.] ?[01]?\d ?[-/.] ?(?:\d{4}|\d\d)|\d{4}[-/.][01]?\d[-/.][0-3]?\d)"
_CLOCK = r"(?:[T ,]+[0-2]?\d[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]m)?Z?)?"
_DATE_ALONE = re.compile(rf"\s*{_DAY}{_CLOCK}\s*", re.IGNORECASE)
_PERSONAL = re.compile(
    r"\S@\S|\+?\d[\d ()-]{8,}\d|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b",
    re.IGNORECASE,
)  # e-mail; telephone and NHS numbers; postcode


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: a workbook's file name, a sheet, a cell such as `H14`.

    A part that does not apply is empty: a missing sheet has no cell.
    """

    workbook: str = ""
    sheet: str = ""
    cell: str = ""

    def __str__(self) -> str:
        return "!".join(part for part in (self.sheet, self.cell) if part) or self.workbook


@record
class Problem:
    """One fault, repair or remark, in the words a quality officer reads."""

    severity: Severity
    code: str
    workbook: str
    sheet: str
    cell: str
    value: str
    message: str
    hint: str

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.workbook, self.sheet, self.cell)


class ProblemLog:
    """Collects problems in the order in which they are met.

    `severities` are a council's own: a code mapped to None is off. An error without a way on
    stays an error.
    """

    def __init__(self, severities: Mapping[str, Severity | None] | None = None) -> None:
        self._severities = dict(severities or {})
        self._problems: list[Problem] = []

    def add(
        self, code: str, place: Place, *, value: object = "", hint: str = "", **facts: object
    ) -> None:
        """Record a problem; `value` may be given only where it may be quoted."""
        rule = rule_of(code)
        severity = self._severity_of(rule)
        if severity is None:
            return
        quoted = quote(value)
        is_lowered = rule.severity is Severity.ERROR and severity is not Severity.ERROR
        way_on = f"; {rule.way_on}" if is_lowered else ""
        self._problems.append(
            Problem(
                severity=severity,
                code=code,
                workbook=place.workbook,
                sheet=place.sheet,
                cell=place.cell,
                value=quoted,
                message=rule.message.format(value=quoted, **facts) + way_on,
                hint=hint or rule.remedy,
            )
        )

    def _severity_of(self, rule: Rule) -> Severity | None:
        wanted = self._severities.get(rule.code, rule.severity)
        return wanted if rule.can_be_lowered else rule.severity

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that was recorded, in order."""
        return tuple(self._problems)

    @property
    def has_errors(self) -> bool:
        """Whether anything recorded leaves a figure undefined."""
        return has_errors(self._problems)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Return whether any of the problems is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def quote(value: object) -> str:
    """Shorten a cell's value for a message; what looks like personal data is not shown."""
    text = re.sub(r"[\x00-\x1f\x7f-\x9f]+", " ", str(value))
    if not _DATE_ALONE.fullmatch(text) and _PERSONAL.search(_DATE.sub("", text)):
        return "(not shown)"
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"
