"""What a kind of problem is: its code, how grave it is and the words it is told in."""

from __future__ import annotations

from enum import StrEnum

from auditreport.records import record


class Severity(StrEnum):
    """How grave a problem is.

    An error leaves a figure undefined and stops the report; a warning is a repair or looks
    wrong; a note informs.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@record
class Rule:
    """A kind of problem. `message` is a format string over `value` and named facts.

    `way_on` says what happens to the row or cell where an error is made less; where it is empty
    there is no way on, and the error stays an error. `in_draft` says the same of a draft alone,
    which goes on where a report may not.
    """

    code: str
    severity: Severity
    message: str
    meaning: str
    remedy: str
    way_on: str = ""
    in_draft: str = ""

    @property
    def can_be_lowered(self) -> bool:
        """Whether a council may make this problem less grave than it is."""
        return self.severity is not Severity.ERROR or bool(self.way_on)


def warning(code: str, message: str, meaning: str, remedy: str) -> Rule:
    """Return the rule of a warning."""
    return Rule(code, Severity.WARNING, message, meaning, remedy)
