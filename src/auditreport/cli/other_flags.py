"""What can be given on the command line to commands that make no report and check no data."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from auditreport.cli.flags import Config, TalkFlags
from auditreport.records import record


@record(kw_only=True)
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
    config: Config = None


@record(kw_only=True)
class VerifyFlags(TalkFlags):
    """What verifying takes."""

    folder: Annotated[Path, typer.Argument(metavar="FOLDER", hidden=True)]
    workbooks: Annotated[
        list[Path] | None,
        typer.Argument(metavar="WORKBOOK", hidden=True),
    ] = None
    previous: Annotated[
        Path | None,
        typer.Option(
            "--previous",
            metavar="FILE",
            help="Last year's file that the report is compared with. Without it: the one of its "
            "name beside the workbook or the report.",
        ),
    ] = None
    config: Config = None


@record(kw_only=True)
class TemplatesFlags(TalkFlags):
    """What writing the templates out takes."""

    folder: Annotated[Path, typer.Argument(metavar="FOLDER", hidden=True)]


@record(kw_only=True)
class ExplainFlags(TalkFlags):
    """What explaining takes."""

    code: Annotated[str, typer.Argument(metavar="CODE", hidden=True)]
