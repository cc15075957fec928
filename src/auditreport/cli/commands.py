"""The commands, each a paragraph: choose what is meant, read, count, render, write."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from auditreport.cli.annotating import check_annotation, offer_copy, write_annotation
from auditreport.cli.command_making import add_command
from auditreport.cli.console import Console, prepare_streams
from auditreport.cli.explain_command import explain
from auditreport.cli.flags import BuildFlags, CheckFlags, QuarterFlags
from auditreport.cli.new_command import new
from auditreport.cli.other_flags import ExplainFlags, NewFlags, TemplatesFlags, VerifyFlags
from auditreport.cli.outcome import Outcome, offer_to_explain, run
from auditreport.cli.rows_read import count_rows
from auditreport.cli.source import TOOL, YEAR, Source
from auditreport.cli.stopping import status_of
from auditreport.cli.templates_command import templates
from auditreport.cli.typed_values import as_typed, take_typed
from auditreport.messages import summarise_problems
from auditreport.problems import Problem, Severity, has_errors


class _Program(TyperGroup):
    """The program as a whole: what goes wrong before a command begins ends like all the rest."""

    def get_params(self, ctx: Any) -> Any:
        return take_typed(super().get_params(ctx))

    def main(self, *args: Any, **options: Any) -> Any:
        prepare_streams()
        typed = options.get("args") or (args[0] if args else sys.argv[1:])
        statuses: list[int] = []
        options["standalone_mode"] = False

        def begin() -> Outcome:
            statuses.append(super(_Program, self).main(*args, **options) or 0)
            return Outcome()

        outcome = run(begin)
        sys.exit(statuses[0] if statuses else Console(json="--json" in typed).conclude(outcome))


app = typer.Typer(
    cls=_Program,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["--help", "-h"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(TOOL)
        raise typer.Exit


@app.callback()
def describe(
    _version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Make the annual report of a service's case file audits from its Excel workbook.

    Begin with  auditreport check data.xlsx  to see what is wrong in the workbook, then make the
    report with  auditreport build data.xlsx. The report is written into the folder report.
    """


def build(flags: BuildFlags) -> Outcome:
    """Make the annual report.

    WORKBOOK is an Excel workbook; several are read as one. Without any: those named in
    auditreport.toml, else the only one in this folder that has a sheet Audits.
    """
    from auditreport.cli.building import write_period

    return write_period(flags, YEAR)


def quarter(flags: QuarterFlags) -> Outcome:
    """Make the summary of one quarter, such as Q4.

    QUARTER is Q1, Q2, Q3 or Q4; or current, the quarter that holds the as-of date; or last, the
    one before it.

    WORKBOOK is an Excel workbook; several are read as one. Without any: those named in
    auditreport.toml, else the only one in this folder that has a sheet Audits.
    """
    from auditreport.cli.building import write_period
    from auditreport.cli.quarter_words import read_quarter_word

    return write_period(flags, read_quarter_word(flags.quarter))


def check(flags: CheckFlags) -> Outcome:
    """Say what is wrong in the workbooks; change nothing.

    WORKBOOK is an Excel workbook; several are read as one. Without any: those named in
    auditreport.toml, else the only one in this folder that has a sheet Audits.
    """
    from auditreport.interface import check as check_reading

    source = Source.choose(flags)
    copy = flags.annotate
    if copy is not None:
        check_annotation(source.workbooks, copy)
    reading = source.read("auditreport.analysis")
    source, selected = source.select(reading)
    problems = check_reading(selected, as_of=source.day)
    return Outcome(
        status_of(problems, strict=source.settings.strict),
        _say_checked(problems, source.workbooks, copy),
        outputs=(copy,) if copy else (),
        problems=problems,
        remarks=write_annotation(source.workbooks[0], copy, problems) if copy else (),
        read=count_rows(reading.data),
    )


def verify(flags: VerifyFlags) -> Outcome:
    """Say whether reports are as they were written, and their figures those of the workbook.

    FOLDER holds one or more reports. Nothing in it is changed.

    WORKBOOK is what they were made from; several are read as one. Without any: those named in
    auditreport.toml, else the only one in this folder that has a sheet Audits.
    """
    from auditreport.cli.verify_command import verify_reports

    return verify_reports(flags)


add_command(app, BuildFlags, build)
add_command(app, QuarterFlags, quarter)
add_command(app, CheckFlags, check)
add_command(app, VerifyFlags, verify)
add_command(app, NewFlags, new)
add_command(app, TemplatesFlags, templates)
add_command(app, ExplainFlags, explain)


_UNCHANGED = "Workbooks are only read, never changed."
_MOST_NAMED = 8


def _say_checked(
    problems: tuple[Problem, ...], workbooks: tuple[Path, ...], copy: Path | None
) -> str:
    """Say what was found and what comes next."""
    found = summarise_problems(problems) or "Nothing is wrong"
    if has_errors(problems):
        offer = "" if copy else offer_copy(workbooks)
        return (
            f"{found}. {_UNCHANGED} No report can be made until the errors are mended: correct"
            " them in Excel, save, close, and run this again. "
            f"{offer_to_explain(problems, Severity.ERROR)}{offer}"
        )
    return f"{found}. {_UNCHANGED} The report can be made:  auditreport build {_name(workbooks)}"


def _name(workbooks: tuple[Path, ...]) -> str:
    """Return the workbooks as they are typed; of many, how many they are."""
    if len(workbooks) > _MOST_NAMED:
        return f"(the same {len(workbooks):,} workbooks)"
    return " ".join(map(as_typed, workbooks))
