"""The commands, each a paragraph: choose what is meant, read, count, render, write."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from auditreport import __version__
from auditreport.cli.annotating import check_annotation, offer_copy, write_annotation
from auditreport.cli.choosing import choose_day, choose_settings, choose_workbooks
from auditreport.cli.console import Console, prepare_streams
from auditreport.cli.explain_command import explain
from auditreport.cli.flags import (
    BuildFlags,
    CheckFlags,
    ExplainFlags,
    NewFlags,
    QuarterFlags,
    ReadFlags,
    add_command,
)
from auditreport.cli.new_command import new
from auditreport.cli.outcome import Outcome, offer_to_explain, run
from auditreport.config import Settings
from auditreport.errors import DataFault, StrictFault
from auditreport.messages import count_of, summarise_problems
from auditreport.problems import Problem, Severity, has_errors

if TYPE_CHECKING:
    from auditreport.analysis.figures import Figures
    from auditreport.reading import Reading

TOOL = f"auditreport {__version__}"
_YEAR = "year"


class _Program(TyperGroup):
    """The program as a whole: what goes wrong before a command begins ends like all the rest."""

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
    return _write(flags, _YEAR)


def quarter(flags: QuarterFlags) -> Outcome:
    """Make the summary of one quarter, such as Q4.

    QUARTER is Q1, Q2, Q3 or Q4; or current, the quarter that holds the as-of date; or last, the
    one before it.

    WORKBOOK is an Excel workbook; several are read as one. Without any: those named in
    auditreport.toml, else the only one in this folder that has a sheet Audits.
    """
    from auditreport.cli.quarter_words import read_quarter_word

    return _write(flags, read_quarter_word(flags.quarter))


def check(flags: CheckFlags) -> Outcome:
    """Say what is wrong in the workbooks; change nothing.

    WORKBOOK is an Excel workbook; several are read as one. Without any: those named in
    auditreport.toml, else the only one in this folder that has a sheet Audits.
    """
    day = choose_day(flags.as_of)
    source = _Source.choose(flags)
    copy = flags.annotate
    if copy is not None:
        check_annotation(source.workbooks, copy)
    reading = source.read()
    problems = reading.problems
    if not reading.has_errors:
        problems = _analyse(reading, _YEAR, day).problems
    return Outcome(
        _status_of(problems, strict=flags.strict),
        _say_checked(problems, source.workbooks, copy),
        outputs=(copy,) if copy else (),
        problems=problems,
        remarks=write_annotation(source.workbooks[0], copy, problems) if copy else (),
    )


add_command(app, BuildFlags, build)
add_command(app, QuarterFlags, quarter)
add_command(app, CheckFlags, check)
add_command(app, NewFlags, new)
add_command(app, ExplainFlags, explain)


@dataclass(frozen=True, slots=True)
class _Source:
    """The workbooks that are meant, and how they are read."""

    workbooks: tuple[Path, ...]
    settings: Settings
    previous: Path | None

    @classmethod
    def choose(cls, flags: ReadFlags) -> _Source:
        settings = choose_settings(flags)
        return cls(choose_workbooks(flags.workbooks or (), settings), settings, flags.previous)

    def read(self) -> Reading:
        from auditreport.reading import read

        reading = read(self.workbooks, self.settings.mapping)
        if self.previous is None:
            return reading
        from auditreport.cli.previous_year import read_previous_year

        return reading.with_previous(read_previous_year(self.previous, self.settings.mapping))


def _write(flags: BuildFlags, period: str) -> Outcome:
    """Write the report of a period: `year`, or a quarter as read_quarter_word returns it."""
    from auditreport.rendering.output import hold_output

    day = choose_day(flags.as_of)
    source = _Source.choose(flags)
    with hold_output(source.settings.output):
        reading = source.read()
        _stop_at(reading.problems, strict=flags.strict)
        figures = _analyse(reading, _scope(period, reading, day), day)
        _stop_at(figures.problems, strict=flags.strict)
        return _write_figures(figures, source.settings)


def _write_figures(figures: Figures, settings: Settings) -> Outcome:
    from auditreport.rendering import render, report_name
    from auditreport.rendering.output import write_report

    files = render(figures, settings.formats)
    remarks: list[str] = []
    outputs = write_report(files, settings.output, report_name(figures), remarks.append)
    return Outcome(0, _say_built(figures), outputs, figures.problems, tuple(remarks))


def _scope(period: str, reading: Reading, day: date | None) -> str:
    from auditreport.analysis.quarters import find_as_of
    from auditreport.cli.quarter_words import choose_quarter

    if period == _YEAR:
        return period
    if reading.data is None:
        raise DataFault(reading.problems)
    return choose_quarter(period, reading.data.settings.year, find_as_of(reading.data, day))


def _analyse(reading: Reading, scope: str, day: date | None) -> Figures:
    from auditreport.analysis import analyse

    return analyse(reading, scope=scope, as_of=day, tool=TOOL)


def _status_of(problems: tuple[Problem, ...], *, strict: bool) -> int:
    if has_errors(problems):
        return DataFault.exit_status
    warned = any(problem.severity is Severity.WARNING for problem in problems)
    return StrictFault.exit_status if strict and warned else 0


def _stop_at(problems: tuple[Problem, ...], *, strict: bool) -> None:
    match _status_of(problems, strict=strict):
        case DataFault.exit_status:
            raise DataFault(problems)
        case StrictFault.exit_status:
            raise StrictFault(problems)


def _say_built(figures: Figures) -> str:
    """Say what matters of a report in one line."""
    period = figures.periods[figures.scope]
    good = period.overall.good_or_better
    audited = f"{count_of(period.completed, 'case file')} audited"
    judged = f", {good.count} of {good.base} ({good.percent}%) Good or better" if good.base else ""
    found = summarise_problems(figures.problems)
    return audited + judged + (f"; {found}" if found else "") + "."


def _say_checked(
    problems: tuple[Problem, ...], workbooks: tuple[Path, ...], copy: Path | None
) -> str:
    """Say what was found and what comes next."""
    found = summarise_problems(problems) or "Nothing is wrong"
    names = " ".join(f'"{path}"' if " " in str(path) else str(path) for path in workbooks)
    if has_errors(problems):
        offer = "" if copy else offer_copy(workbooks)
        return (
            f"{found}. No report can be made until the errors are mended. "
            f"{offer_to_explain(problems, Severity.ERROR)}{offer}"
        )
    return f"{found}. The report can be made:  auditreport build {names}"
