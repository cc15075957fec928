"""What a draft does with errors: it leaves out what is faulty, and says so of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from auditreport.problem_codes import rule_of
from auditreport.problem_kinds import Severity
from auditreport.problems import Problem


def pass_over(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems with each error made a warning that says what is left out.

    An error without which no figure could be trusted stays one.
    """
    return tuple(map(_pass_over, problems))


def _pass_over(problem: Problem) -> Problem:
    rule = rule_of(problem.code)
    way = rule.way_on or rule.in_draft
    if problem.severity is not Severity.ERROR or not way:
        return problem
    return replace(problem, severity=Severity.WARNING, message=f"{problem.message}; {way}")


def find_passed_over(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems that are errors by nature and were passed over all the same."""
    return tuple(
        problem
        for problem in problems
        if problem.severity is not Severity.ERROR
        and rule_of(problem.code).severity is Severity.ERROR
    )
