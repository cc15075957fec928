"""How a function over flags becomes a command."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from typing import Any, TypeVar, get_type_hints

import typer

from auditreport.cli.console import Console
from auditreport.cli.flags import TalkFlags
from auditreport.cli.outcome import Outcome
from auditreport.cli.run_log import run_logged
from auditreport.cli.typed_values import TypedCommand, convert

_F = TypeVar("_F", bound=TalkFlags)


def add_command(app: typer.Typer, flags: type[_F], function: Callable[[_F], Outcome]) -> None:
    """Make a command of a function; its arguments and options are the fields of `flags`."""
    hints = get_type_hints(flags, include_extras=True)

    def command(**values: Any) -> int:
        given = flags(**{name: convert(value, hints[name]) for name, value in values.items()})
        console = Console(given.json, given.quiet, given.verbose)
        return console.conclude(run_logged(lambda: function(given), function.__name__, given))

    command.__doc__ = function.__doc__
    vars(command)["__signature__"] = _signature(flags, hints)
    app.command(name=function.__name__, cls=TypedCommand)(command)


def _signature(flags: type[TalkFlags], hints: Mapping[str, Any]) -> inspect.Signature:
    """Return a signature over the fields, arguments before options and the required first."""
    ordered = sorted(fields(flags), key=lambda field: field.default is not MISSING)
    return inspect.Signature(
        [
            inspect.Parameter(
                field.name,
                inspect.Parameter.KEYWORD_ONLY,
                annotation=hints[field.name],
                default=inspect.Parameter.empty if field.default is MISSING else field.default,
            )
            for field in ordered
        ],
        return_annotation=int,
    )
