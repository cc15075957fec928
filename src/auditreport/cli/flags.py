"""What can be given on the command line, and how a function over it becomes a command.

Arguments are hidden in the lists of help, which would name their Python types; the description
of each command says what they are.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Annotated, Any, TypeVar, get_type_hints

import typer

from auditreport.cli.console import Console
from auditreport.cli.outcome import Outcome, run

_F = TypeVar("_F", bound="TalkFlags")


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkFlags:
    """How much a command says."""

    json: Annotated[bool, typer.Option("--json", help="Print one JSON object, for scripts.")] = (
        False
    )
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print errors and the files written only.")
    ] = False
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Print every cell, and how to mend it.")
    ] = False


_Config = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="A settings file. Without it: auditreport.toml, here or in a folder above.",
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFlags(TalkFlags):
    """What every command that reads workbooks takes."""

    workbooks: Annotated[
        list[Path] | None,
        typer.Argument(metavar="WORKBOOK", hidden=True),
    ] = None
    as_of: Annotated[
        str,
        typer.Option(
            "--as-of",
            metavar="DATE",
            help="The day that overdue actions are judged against, such as 2017-04-30, or "
            "today. Without it: the Report date, else the latest audit.",
        ),
    ] = ""
    previous: Annotated[
        Path | None,
        typer.Option(
            "--previous",
            metavar="FILE",
            help="Last year's figures.json or workbook, to compare with. Without it: the sheet "
            "Previous year, where there is one.",
        ),
    ] = None
    config: _Config = None
    strict: Annotated[
        bool, typer.Option("--strict", help="Stop at warnings too, not at errors alone.")
    ] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckFlags(ReadFlags):
    """What checking takes."""

    annotate: Annotated[
        Path | None,
        typer.Option(
            "--annotate",
            metavar="CHECKED.xlsx",
            help="Write a copy of the workbook with each faulty cell coloured, its problem beside "
            "it as a comment, and a sheet that lists them all.",
        ),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildFlags(ReadFlags):
    """What a command that writes a report takes."""

    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FOLDER", help="Where to write. Without it: report."
        ),
    ] = None
    formats: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="html,md",
            help="What to write, with commas: html, md, docx, pdf, xlsx.",
        ),
    ] = ""
    draft: Annotated[
        bool,
        typer.Option(
            "--draft",
            help="Leave out faulty cells and rows, list them, and write a DRAFT under a name of "
            "its own.",
        ),
    ] = False
    templates: Annotated[
        Path | None,
        typer.Option(
            "--templates",
            metavar="FOLDER",
            help="Templates of your own, which win over those of the same name.",
        ),
    ] = None
    word_template: Annotated[
        Path | None,
        typer.Option(
            "--word-template",
            metavar="COUNCIL.docx",
            help="A Word document or template whose styles, header, footer and logo the Word "
            "report takes.",
        ),
    ] = None
    show: Annotated[
        bool, typer.Option("--open", help="Show the report in the browser when it is written.")
    ] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterFlags(BuildFlags):
    """What the summary of a quarter takes."""

    quarter: Annotated[
        str,
        typer.Argument(metavar="QUARTER", hidden=True),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFlags(TalkFlags):
    """What the beginning of a year takes."""

    folder: Annotated[Path, typer.Argument(metavar="FOLDER", hidden=True)] = Path()
    last: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="LAST.xlsx",
            help="Carry lists, practice areas, settings, questions, targets, measures and open "
            "actions over from last year's workbook.",
        ),
    ] = None
    sample: Annotated[
        bool, typer.Option("--sample", help="Write the sample workbook instead of a blank one.")
    ] = False
    config: _Config = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplatesFlags(TalkFlags):
    """What writing the templates out takes."""

    folder: Annotated[Path, typer.Argument(metavar="FOLDER", hidden=True)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainFlags(TalkFlags):
    """What explaining takes."""

    code: Annotated[
        str,
        typer.Argument(metavar="CODE", hidden=True),
    ]


def add_command(app: typer.Typer, flags: type[_F], function: Callable[[_F], Outcome]) -> None:
    """Make a command of a function; its arguments and options are the fields of `flags`."""

    def command(**values: Any) -> int:
        given = flags(**values)
        console = Console(given.json, given.quiet, given.verbose)
        return console.conclude(run(lambda: function(given), function.__name__))

    command.__doc__ = function.__doc__
    vars(command)["__signature__"] = _signature(flags)
    app.command(name=function.__name__)(command)


def _signature(flags: type[TalkFlags]) -> inspect.Signature:
    """Return a signature over the fields, arguments before options and the required first."""
    hints = get_type_hints(flags, include_extras=True)
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
