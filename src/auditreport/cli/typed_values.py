"""Values of the command line, taken as they were typed and turned into what a field holds.

Typer turns even a text into a text by a library that takes longer to import than a workbook of
a thousand audits to check.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_args

import typer
from typer.core import TyperCommand

_TYPED = "COMMANDLINE"  # what is left out may well be empty


class TypedCommand(TyperCommand):
    """A command that is given texts where texts were typed."""

    def get_params(self, ctx: Any) -> Any:
        """Return the arguments and options."""
        return take_typed(super().get_params(ctx))


def take_typed(parameters: Iterable[Any]) -> list[Any]:
    """Return Typer's parameters, which now leave a text as it is, and nothing as nothing."""
    return [_take_typed(parameter) for parameter in parameters]


def _take_typed(parameter: Any) -> Any:
    process = type(parameter).process_value

    def take(context: Any, value: Any) -> Any:
        if value == "" and context.get_parameter_source(parameter.name).name == _TYPED:
            raise typer.BadParameter("a text that is not empty is expected.", context, parameter)
        is_left_out = value is None and not parameter.required
        if not is_left_out and not isinstance(value, str | list | tuple | Path):
            return process(parameter, context, value)
        then = parameter.callback
        return then(context, parameter, value) if then else value

    parameter.process_value = take
    return parameter


def convert(value: Any, hint: Any) -> Any:
    """Return a typed text, or several, as what a field of this type holds: a path or a text."""
    if Path not in _types_in(hint):
        return value
    if isinstance(value, str):
        return Path(value)
    return [Path(text) for text in value] if isinstance(value, list | tuple) else value


def _types_in(hint: Any) -> set[Any]:
    """Return the plain types that a hint such as `list[Path] | None` is made of."""
    parts = get_args(hint)
    return {hint}.union(*map(_types_in, parts)) if parts else {hint}


def as_typed(path: Path) -> str:
    """Return a path as one would type it here: from this folder where it leads down from it."""
    here = Path.cwd()
    shown = str(path.relative_to(here) if path.is_relative_to(here) else path)
    return f'"{shown}"' if " " in shown else shown
