"""Puts the figures of every part together into one object."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from auditreport.analysis.actions import count_timely, summarise_actions
from auditreport.analysis.cases import list_cases
from auditreport.analysis.comparisons import summarise_thematic
from auditreport.analysis.concerns import list_concerns
from auditreport.analysis.distributions import name_not_judged
from auditreport.analysis.feedback import summarise_feedback
from auditreport.analysis.figures import (
    FORMAT,
    INTERNAL,
    AreaName,
    Figures,
    Period,
    ReportHead,
    Rules,
    ScaleNames,
    TargetFigures,
)
from auditreport.analysis.follow_up import summarise_follow_up
from auditreport.analysis.groups import compare_groups
from auditreport.analysis.narrative import fill_narrative
from auditreport.analysis.periods import summarise_period
from auditreport.analysis.previous import find_difference, summarise_previous
from auditreport.analysis.quarters import find_as_of, find_quarters, group_audits
from auditreport.analysis.reaudits import summarise_reaudits
from auditreport.analysis.series import summarise_series
from auditreport.analysis.tallies import add_tallies, count_judgements
from auditreport.analysis.targets import summarise_targets
from auditreport.analysis.trend import summarise_trend
from auditreport.analysis.words import list_auditor_words
from auditreport.errors import DataFault
from auditreport.problem_drafts import pass_over
from auditreport.problems import Place, Problem, ProblemLog, Severity
from auditreport.reading import Reading
from auditreport.reading.dataset import DataSet, ReportSettings, Scale

YEAR = "year"


def analyse(
    reading: Reading,
    *,
    tool: str,
    scope: str = YEAR,
    as_of: date | None = None,
) -> Figures:
    """Return all the figures of what was read, the problems of its narrative included.

    `scope` is `year` or the quarter that a summary is of, and is carried along: the figures are
    those of the whole year either way. `tool` is like `auditreport 0.1.0`. Raises DataFault where
    the errors left no data.
    """
    data = require_data(reading)
    figures = count_data(reading, data, (tool, scope), as_of)
    filled = fill_narrative(figures, data.narrative, reading.severity)
    return _as_draft(filled) if reading.is_draft else filled


def require_data(reading: Reading) -> DataSet:
    """Return what was read; raise DataFault where the errors left none."""
    if reading.data is None:
        raise DataFault(reading.problems)
    return reading.data


def count_data(
    reading: Reading, data: DataSet, made: tuple[str, str], as_of: date | None
) -> Figures:
    """Return the figures without the narrative, with the problems that counting finds.

    `made` is the tool and the scope.
    """
    problems = (*reading.problems, *_check_previous(data, reading.severity))
    figures = _assemble(data, find_as_of(data, as_of), made, problems)
    return replace(figures, problems=(*problems, *_check_scope(figures, reading.severity)))


def _as_draft(figures: Figures) -> Figures:
    return replace(figures, draft=True, problems=pass_over(figures.problems))


def _assemble(
    data: DataSet, as_of: date, made: tuple[str, str], problems: tuple[Problem, ...]
) -> Figures:
    periods = _summarise_periods(data, as_of)
    thematic = summarise_thematic(data)
    tool, scope = made
    return Figures(
        format=FORMAT,
        tool=tool,
        sources=data.sources,
        audience=INTERNAL,
        scope=scope,
        report=_describe_report(data),
        rules=_describe_rules(data.settings),
        scale=_name_scale(data.scale),
        areas=tuple(AreaName(area.name, area.label) for area in data.areas),
        periods=periods,
        trend=summarise_trend(periods, data.settings),
        thematic=thematic,
        feedback=summarise_feedback(data),
        actions=summarise_actions(data.actions, as_of),
        narrative=(),
        cases={theme.name: list_cases(theme) for theme in data.thematic if theme.cases},
        problems=problems,
        previous=summarise_previous(data, periods[YEAR]),
        targets=_summarise_targets(data, periods, as_of),
        concerns=list_concerns(data),
        reaudits=summarise_reaudits(data),
        words=list_auditor_words(data),
        follow_up=summarise_follow_up(data, periods[YEAR]),
        groups=compare_groups(periods[YEAR], data.settings.smallest_base),
        series=summarise_series(thematic, data.settings.smallest_base),
    )


def _check_previous(
    data: DataSet, severity: Mapping[str, Severity | None] | None
) -> tuple[Problem, ...]:
    """Report an earlier year that may not be set beside this one."""
    log = ProblemLog(severity)
    reason = find_difference(data.previous, data) if data.previous else ""
    if data.previous is not None and reason:
        log.add("previous-not-comparable", data.previous.place, reason=reason)
    return log.problems


def _check_scope(
    figures: Figures, severity: Mapping[str, Severity | None] | None
) -> tuple[Problem, ...]:
    """Report a quarter whose summary is asked for and that has no audits."""
    log = ProblemLog(severity)
    period = figures.periods.get(figures.scope)
    if figures.scope != YEAR and period is not None and not period.completed:
        workbook = figures.sources[0].file if figures.sources else ""
        log.add("empty-quarter", Place(workbook, "Audits"), quarter=figures.scope)
    return log.problems


def _summarise_periods(data: DataSet, as_of: date) -> dict[str, Period]:
    groups = group_audits(data)
    tallies = count_judgements(data, groups)
    begun = {
        quarter.value: summarise_period(data, quarter, groups[quarter], tallies[quarter], as_of)
        for quarter in find_quarters(data.settings.year, as_of)
    }
    year = add_tallies(list(tallies.values()))
    return begun | {YEAR: summarise_period(data, None, data.audits, year, as_of)}


def _summarise_targets(
    data: DataSet, periods: Mapping[str, Period], as_of: date
) -> dict[str, tuple[TargetFigures, ...]]:
    timely = count_timely(data.actions, as_of)
    return {
        name: summarise_targets(data, period, timely if name == YEAR else None)
        for name, period in periods.items()
    }


def _describe_report(data: DataSet) -> ReportHead:
    settings = data.settings
    return ReportHead(
        organisation=settings.organisation,
        service=settings.service,
        title=settings.title,
        year=settings.year.label,
        start=settings.year.start,
        end=settings.year.end,
        authors=settings.authors,
        approved_by=settings.approved_by,
        date=settings.date,
        colours=settings.colours,
        only=data.only or None,
    )


def _describe_rules(settings: ReportSettings) -> Rules:
    return Rules(
        strength_threshold=float(100 * settings.strength_threshold),
        development_threshold=float(100 * settings.development_threshold),
        smallest_base=settings.smallest_base,
        hide_counts_up_to=settings.hide_counts_up_to,
    )


def _name_scale(scale: Scale) -> ScaleNames:
    return ScaleNames(scale.judgements, scale.good_or_better, name_not_judged(scale))
