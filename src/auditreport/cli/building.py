"""What `build` and `quarter` do: read, stop at errors, count, render, write, and show if asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from auditreport.cli.choosing import choose_day
from auditreport.cli.flags import BuildFlags
from auditreport.cli.outcome import Outcome
from auditreport.cli.progress import Progress
from auditreport.cli.showing import check_showable, show_report
from auditreport.cli.source import YEAR, Source, count_figures
from auditreport.cli.stopping import stop_at
from auditreport.cli.template_folder import read_templates, read_word_template
from auditreport.config import Settings
from auditreport.errors import DataFault
from auditreport.messages import count_of, summarise_problems
from auditreport.problem_drafts import find_passed_over

if TYPE_CHECKING:
    from auditreport.analysis.figures import Figures
    from auditreport.reading import Reading
    from auditreport.rendering.options import RenderOptions


def write_period(flags: BuildFlags, period: str) -> Outcome:
    """Write the report of a period: `year`, or a quarter as read_quarter_word returns it."""
    from auditreport.rendering.output import hold_output

    day = choose_day(flags.as_of)
    source = Source.choose(flags)
    if flags.show:
        check_showable(source.settings.formats)
    progress = Progress(wanted=not flags.quiet and not flags.json)
    with hold_output(source.settings.output), progress:
        progress.say("reading")
        reading = source.read("auditreport.analysis", "auditreport.rendering")
        reading = reading.as_draft() if flags.draft else reading
        stop_at(reading.problems, strict=flags.strict)
        progress.say("counting")
        figures = count_figures(reading, _scope(period, reading, day), day)
        stop_at(figures.problems, strict=flags.strict)
        progress.say("writing")
        outcome = _write_figures(figures, source.settings, _options(source.settings, reading))
    return _show(outcome) if flags.show else outcome


def _options(settings: Settings, reading: Reading) -> RenderOptions:
    """Return what the council brings to the look of its report."""
    from auditreport.rendering.options import RenderOptions

    templates = read_templates(settings.templates) if settings.templates else ()
    word = read_word_template(settings.word_template) if settings.word_template else None
    return RenderOptions(word_template=word, templates=templates, logo=reading.logo)


def _write_figures(figures: Figures, settings: Settings, options: RenderOptions) -> Outcome:
    from auditreport.rendering import render, report_name
    from auditreport.rendering.output import write_report

    files = render(figures, settings.formats, options)
    remarks: list[str] = []
    outputs = write_report(files, settings.output, report_name(figures), remarks.append)
    return Outcome(0, _say_built(figures), outputs, figures.problems, tuple(remarks))


def _show(outcome: Outcome) -> Outcome:
    return replace(outcome, remarks=(*outcome.remarks, *show_report(outcome.outputs)))


def _scope(period: str, reading: Reading, day: date | None) -> str:
    from auditreport.analysis.quarters import find_as_of
    from auditreport.cli.quarter_words import choose_quarter

    if period == YEAR:
        return period
    if reading.data is None:
        raise DataFault(reading.problems)
    return choose_quarter(period, reading.data.settings.year, find_as_of(reading.data, day))


def _say_built(figures: Figures) -> str:
    """Say what matters of a report in one line."""
    period = figures.periods[figures.scope]
    good = period.overall.good_or_better
    audited = f"{count_of(period.completed, 'case file')} audited"
    judged = f", {good.count} of {good.base} ({good.percent}%) Good or better" if good.base else ""
    found = summarise_problems(figures.problems)
    draft = f"DRAFT, {_say_passed_over(figures)}: " if figures.draft else ""
    return draft + audited + judged + (f"; {found}" if found else "") + "."


def _say_passed_over(figures: Figures) -> str:
    passed = len(find_passed_over(figures.problems))
    return f"without what is faulty ({count_of(passed, 'error')})" if passed else "nothing left out"
