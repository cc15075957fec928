"""What can be given on the command line.

Arguments are hidden in the lists of help, which would name their Python types; the description
of each command says what they are.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from auditreport.records import record


@record(kw_only=True)
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


Config = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="A settings file. Without it: auditreport.toml, here or in a folder above.",
    ),
]


@record(kw_only=True)
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
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only",
            metavar="COLUMN=VALUE",
            help="Report on part of the audits, such as Team=North, and say so. It may be given "
            "again: values of one column are either-or, columns must all hold.",
        ),
    ] = None
    config: Config = None
    strict: Annotated[
        bool | None,
        typer.Option("--strict/--no-strict", help="Stop at warnings too, not at errors alone."),
    ] = None
    log: Annotated[
        Path | None,
        typer.Option("--log", metavar="FILE", help="Append one line on this run to a file."),
    ] = None


@record(kw_only=True)
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


@record(kw_only=True)
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
    audience: Annotated[
        str,
        typer.Option(
            "--audience",
            metavar="internal|public",
            help="Whom the report is for. A public one may leave the building: no cases, no small "
            "numbers, no text that is not marked to be published.",
        ),
    ] = ""
    disclosure_log: Annotated[
        Path | None,
        typer.Option(
            "--disclosure-log",
            metavar="FILE.xlsx",
            help="Write, for internal use, what a public edition hides, and why.",
        ),
    ] = None
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
    wait: Annotated[
        str,
        typer.Option(
            "--wait",
            metavar="SECONDS",
            help="How long to wait for another run in the same folder. Without it: not at all.",
        ),
    ] = ""
    if_changed: Annotated[
        bool,
        typer.Option(
            "--if-changed",
            help="Do nothing where the report is there and nothing it is made from has changed.",
        ),
    ] = False
    check_only: Annotated[
        bool,
        typer.Option(
            "--check-only",
            help="Write nothing; say whether the report on disk is what would be built now.",
        ),
    ] = False
    sign_off: Annotated[
        bool,
        typer.Option(
            "--sign-off",
            help="Keep the figures as signed off; later reports say what changed since.",
        ),
    ] = False
    show: Annotated[
        bool, typer.Option("--open", help="Show the report in the browser when it is written.")
    ] = False


@record(kw_only=True)
class QuarterFlags(BuildFlags):
    """What the summary of a quarter takes."""

    quarter: Annotated[str, typer.Argument(metavar="QUARTER", hidden=True)]
