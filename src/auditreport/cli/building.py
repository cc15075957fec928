"""What `build` and `quarter` do: read, stop at errors, count, render, write, and show if asked."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from auditreport.cli.check_only import check_together, say_differences
from auditreport.cli.fingerprint import Origin, describe_making, find_origin
from auditreport.cli.flags import BuildFlags
from auditreport.cli.logging_hidden import check_disclosure_log, log_hidden
from auditreport.cli.outcome import Outcome
from auditreport.cli.progress import Progress
from auditreport.cli.showing import check_showable, show_report
from auditreport.cli.source import YEAR, Source
from auditreport.cli.stopping import stop_at
from auditreport.cli.unchanged import find_unchanged
from auditreport.cli.waiting import hold_when_free
from auditreport.config import Settings
from auditreport.errors import DataFault, UsageFault
from auditreport.messages import count_of, summarise_problems
from auditreport.problem_drafts import find_passed_over
from auditreport.signing import compare_with_signed, sign_off
from auditreport.template_folder import read_templates, read_word_template

if TYPE_CHECKING:
    from auditreport.analysis.figures import Figures
    from auditreport.manifest import Making
    from auditreport.reading import Reading
    from auditreport.rendering.options import RenderOptions


def write_period(flags: BuildFlags, period: str) -> Outcome:
    """Write the report of a period: `year`, or a quarter as read_quarter_word returns it."""
    check_together(flags)
    _check_signing(flags)
    source = Source.choose(flags)
    check_disclosure_log(flags, source.settings)
    if flags.show:
        check_showable(source.settings.formats)
    origin = find_origin(flags, source)
    unchanged = find_unchanged(origin, source.settings, period) if flags.if_changed else None
    outcome = unchanged or _build(flags, source, origin, period)
    return _show(outcome) if flags.show else outcome


def _build(flags: BuildFlags, source: Source, origin: Origin, period: str) -> Outcome:
    strict = source.settings.strict
    progress = Progress(wanted=not flags.quiet and not flags.json)
    with _hold(flags, source.settings), progress:
        progress.say("reading")
        reading = source.read(*_find_next_needed(source.settings))
        reading = reading.as_draft() if flags.draft else reading
        stop_at(reading.problems, strict=strict)
        source, reading = source.select(reading)
        progress.say("counting")
        counted = source.count(reading, _scope(period, reading, source.day))
        figures = counted.figures
        stop_at(figures.problems, strict=strict)
        progress.say("writing")
        compare = sign_off if flags.sign_off else compare_with_signed
        signing = compare(figures, source.settings.output)
        files = {**_render(signing.figures, source.settings, reading), **signing.files}
        counted.prove(files)
        making = describe_making(origin, reading, figures, signing.sign_offs)
        log = None if flags.check_only else source.settings.disclosure_log
        hidden = log_hidden(counted.edition, reading.data, log)
        finish = _compare if flags.check_only else _write
        outcome = finish(files, source.settings.output, figures, making)
        return replace(outcome, remarks=(*outcome.remarks, *signing.remarks, *hidden))


def _find_next_needed(settings: Settings) -> list[str]:
    draws_charts = "md" in settings.formats
    charts = ["auditreport.rendering.charts"] if draws_charts else []  # matplotlib, half a second
    return ["auditreport.analysis", "auditreport.rendering", *charts]


def _check_signing(flags: BuildFlags) -> None:
    """Raise UsageFault where there would be nothing to sign off."""
    if flags.sign_off and flags.draft:
        raise UsageFault("A draft cannot be signed off: mend the errors, and leave out --draft.")
    if flags.sign_off and flags.only:
        raise UsageFault("Part of the audits cannot be signed off: leave out --only.")
    if flags.sign_off and flags.if_changed:
        raise UsageFault("--sign-off builds the report in any case: leave out --if-changed.")


def _hold(flags: BuildFlags, settings: Settings) -> AbstractContextManager[None]:
    """Return a hold on the output folder; comparing needs none, for it leaves nothing there."""
    if flags.check_only:
        return nullcontext()
    return hold_when_free(settings.output, settings.wait, is_quiet=flags.quiet)


def _render(figures: Figures, settings: Settings, reading: Reading) -> dict[str, bytes]:
    from auditreport.rendering import render

    return render(figures, settings.formats, _options(settings, reading))


def _options(settings: Settings, reading: Reading) -> RenderOptions:
    """Return what the council brings to the look of its report."""
    from auditreport.rendering.options import RenderOptions

    templates = read_templates(settings.templates) if settings.templates else ()
    word = read_word_template(settings.word_template) if settings.word_template else None
    return RenderOptions(word_template=word, templates=templates, logo=reading.logo)


def _compare(files: Mapping[str, bytes], folder: Path, figures: Figures, making: Making) -> Outcome:
    from auditreport.rendering import report_name
    from auditreport.rendering.comparing import find_differences

    name = report_name(figures)
    outcome = say_differences(find_differences(files, folder, name, making), name, folder)
    return replace(outcome, problems=figures.problems)


def _write(files: Mapping[str, bytes], folder: Path, figures: Figures, making: Making) -> Outcome:
    from auditreport.rendering import report_name
    from auditreport.rendering.output import write_report

    remarks: list[str] = []
    outputs = write_report(files, folder, report_name(figures), remarks.append, making)
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
    from auditreport.rendering.outline.selection import say_selection

    period = figures.periods[figures.scope]
    good = period.overall.good_or_better
    audited = f"{count_of(period.completed, 'case file')} audited"
    judged = f", {good.count} of {good.base} ({good.percent}%) Good or better" if good.base else ""
    found = summarise_problems(figures.problems)
    draft = f"DRAFT, {_say_passed_over(figures)}: " if figures.draft else ""
    selected = f"{say_selection(figures.report.only)}: " if figures.report.only else ""
    return draft + selected + audited + judged + (f"; {found}" if found else "") + "."


def _say_passed_over(figures: Figures) -> str:
    passed = len(find_passed_over(figures.problems))
    return f"without what is faulty ({count_of(passed, 'error')})" if passed else "nothing left out"
