"""What is wrong in a template of the council's own: its file, its line and the nearest name."""

from __future__ import annotations

import re
import traceback
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

from jinja2 import StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.utils import missing

from auditreport.errors import UsageFault
from auditreport.reading.matching import did_you_mean

# What page and partials are given; README.md beside the templates says which gets what.
GIVEN_NAMES = ("report", "part", "level", "line", "block")
_SPOKEN = (TemplateError, TypeError, ArithmeticError)  # other faults may quote a cell's value
_UNKNOWN = re.compile(r"No (filter|test) named '(\w+)'")


class UnknownName(StrictUndefined):
    """A name that does not exist: whatever is done with it stops the run, and says the nearest."""

    @property
    def _undefined_message(self) -> str:
        name = self._undefined_name
        if self._undefined_hint or not isinstance(name, str):
            return super()._undefined_message
        if self._undefined_obj is missing:
            others = [known for known in GIVEN_NAMES if known != name]
            return f"'{name}' is not a name that is given here{did_you_mean(name, others)}"
        kind = type(self._undefined_obj).__name__
        return f"{kind} has no '{name}'{did_you_mean(name, _names_of(self._undefined_obj))}"


def _names_of(thing: Any) -> list[str]:
    """Return what a template may ask of one of our objects; nothing of a text or a list."""
    ours = type(thing).__module__.startswith("auditreport.")
    return [name for name in dir(thing) if ours and not name.startswith("_")]


def raise_fault(
    error: Exception, given: Collection[str], known: Mapping[str, Sequence[str]]
) -> NoReturn:
    """Raise the UsageFault of a council's template; a fault of ours is raised as it is.

    `given` are the council's files, as `html/page.html.j2`; `known` are the names of templates,
    filters and tests that a template may use.
    """
    place = _find_place(error, given)
    if place is None:
        raise error
    said = _say(error, known)
    raise UsageFault(f"{place}: {said if said.endswith(('?', '.')) else f'{said}.'}") from error


def _find_place(error: Exception, given: Collection[str]) -> str | None:
    """Return the last line of a council's template that led to the fault, and where in ours."""
    if isinstance(error, TemplateSyntaxError) and error.filename in given:
        return f"{error.filename}, line {error.lineno}"
    steps = [
        step for step in traceback.extract_tb(error.__traceback__) if step.filename.endswith(".j2")
    ]
    theirs = [f"{step.filename}, line {step.lineno}" for step in steps if step.filename in given]
    if not theirs or steps[-1].filename in given:
        return theirs[-1] if theirs else None
    return f"{theirs[-1]} (in our {Path(steps[-1].filename).name}, line {steps[-1].lineno})"


def _say(error: Exception, known: Mapping[str, Sequence[str]]) -> str:
    if isinstance(error, TemplateNotFound):
        name = str(error.name)
        return f"there is no template '{name}'{did_you_mean(name, known['template'])}"
    if isinstance(error, RecursionError):
        return "templates include each other without end"
    said = str(error) if isinstance(error, _SPOKEN) else type(error).__name__
    if unknown := _UNKNOWN.match(said):
        kind, name = unknown.groups()
        return f"there is no {kind} '{name}'{did_you_mean(name, known[kind])}"
    return said
