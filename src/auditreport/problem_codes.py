"""The registry of problem codes: every kind of problem, found by its code."""

from __future__ import annotations

from auditreport.problem_errors import DATA_ERRORS
from auditreport.problem_kinds import Rule, Severity
from auditreport.problem_narrative import NARRATIVE_RULES
from auditreport.problem_notes import NOTES
from auditreport.problem_publishing import PUBLISHING_ERRORS
from auditreport.problem_structure import STRUCTURE_ERRORS
from auditreport.problem_warnings import WARNINGS
from auditreport.problem_warnings_personal import PERSONAL_WARNINGS
from auditreport.problem_warnings_review import REVIEW_WARNINGS

__all__ = ["RULES", "Rule", "Severity", "rule_of"]

_ALL: tuple[Rule, ...] = (
    *STRUCTURE_ERRORS,
    *DATA_ERRORS,
    *WARNINGS,
    *REVIEW_WARNINGS,
    *PERSONAL_WARNINGS,
    *NARRATIVE_RULES,
    *PUBLISHING_ERRORS,
    *NOTES,
)

RULES: dict[str, Rule] = {rule.code: rule for rule in _ALL}


def rule_of(code: str) -> Rule:
    """Return the rule of a code; a code that is not registered is a fault of the program."""
    return RULES[code]
