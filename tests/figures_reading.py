"""A published figures.json made into Figures again: what a form can be drawn of without it."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from auditreport.analysis.figures import Figures
from auditreport.analysis.figures_json import names_of
from auditreport.analysis.hidden import HIDDEN, SYMBOL
from auditreport.problem_codes import rule_of
from auditreport.problems import Problem


def reread_figures(published: Mapping[str, Any]) -> Figures:
    """Return the Figures that a public figures.json shows; of its problems it has their codes."""
    problems = [_name_problem(code) for code, n in published["problems"].items() for _ in range(n)]
    fields = {name: published.get(written) for name, written in names_of(Figures)}
    hints = _hints(Figures)
    read = {name: _read(value, hints[name]) for name, value in fields.items() if name != "problems"}
    return Figures(**read, problems=tuple(problems))


def _name_problem(code: str) -> Problem:
    return Problem(rule_of(code).severity, code, "", "", "", "", "", "")


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _read(value: Any, kind: Any) -> Any:
    """Return a value of JSON as one of the type that its field has."""
    origin, given = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return None if value is None else _read(value, _choose(value, given))
    if origin is tuple:
        return tuple(_read(found, given[0]) for found in value)
    if origin is not None:
        return {key: _read(found, given[1]) for key, found in value.items()}
    if value == SYMBOL and kind is not str:
        return HIDDEN
    return _read_single(value, kind)


def _read_single(value: Any, kind: type) -> Any:
    if is_dataclass(kind):
        hints = _hints(kind)
        fields = {name: value.get(written) for name, written in names_of(cast("type", kind))}
        return kind(**{name: _read(found, hints[name]) for name, found in fields.items()})
    if issubclass(kind, date):
        return date.fromisoformat(value)
    return kind(value) if issubclass(kind, Enum) else value


def _choose(value: Any, kinds: tuple[Any, ...]) -> Any:
    """Return the type that a value has among several: records are told apart by their fields."""
    known = [kind for kind in kinds if kind is not type(None)]
    for kind in known[:-1]:
        if isinstance(value, Mapping) and {written for _, written in names_of(kind)} == set(value):
            return kind
    return known[-1]
