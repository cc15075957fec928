"""The registry of problem codes: what each means, how grave it is and how it is mended."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How grave a problem is.

    An error leaves a figure undefined and stops the report; a warning is a repair or looks
    wrong; a note informs.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of problem. `message` is a format string over `value` and named facts."""

    code: str
    severity: Severity
    message: str
    meaning: str
    remedy: str


_RULES: tuple[Rule, ...] = (
    Rule(
        "unknown-judgement",
        Severity.ERROR,
        "'{value}' is not a judgement{nearest}",
        "A judgement column holds a word that is neither on the scale nor one of its aliases.",
        "Choose a judgement from the list, or add the word to the sheet Aliases.",
    ),
)

RULES: dict[str, Rule] = {rule.code: rule for rule in _RULES}


def rule_of(code: str) -> Rule:
    """Return the rule of a code; a code that is not registered is a fault of the program."""
    return RULES[code]
