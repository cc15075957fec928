"""One quarter, or the year, in figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from auditreport.analysis import schedule, strengths
from auditreport.analysis.distributions import add_distributions, summarise_counted
from auditreport.analysis.figures import Period
from auditreport.analysis.impact import cross_impact, summarise_impact
from auditreport.analysis.measures import summarise_measures
from auditreport.analysis.moderation import count_inadequate_unmoderated, summarise_moderation
from auditreport.analysis.profiles import (
    AUDIT_TYPE,
    COMPARED_COLUMNS,
    count_profile,
    summarise_distributions,
    summarise_good_by,
)
from auditreport.analysis.quarters import find_span, name_period
from auditreport.analysis.tallies import Tally
from auditreport.reading.dataset import Audit, DataSet, Status
from auditreport.reading.year import Quarter

Rows = Sequence[Audit]


def summarise_period(
    data: DataSet, quarter: Quarter | None, rows: Rows, tally: Tally, as_of: date
) -> Period:
    """Count the rows of one quarter, or of the year where `quarter` is None, on a day.

    `tally` is of the same rows.
    """
    audits = [audit for audit in rows if audit.status is Status.COMPLETED]
    statuses = [audit.status for audit in rows]
    crossed = tally.crossed
    entries = schedule.select_entries(data, quarter)
    areas = {name: summarise_counted(found, data.scale) for name, found in tally.areas.items()}
    start, end = find_span(data.settings.year, quarter)
    return Period(
        label=name_period(data.settings.year, quarter),
        start=start,
        end=end,
        completed=len(audits) + _count_thematic_cases(data, quarter),
        not_returned=statuses.count(Status.ALLOCATED),
        exempt=statuses.count(Status.EXEMPT),
        cancelled=statuses.count(Status.CANCELLED),
        moderated=sum(audit.moderated for audit in audits),
        planned=schedule.count_planned(entries),
        open_cases=schedule.find_open_cases(entries),
        immediate_concerns=sum(audit.immediate_concern is True for audit in audits),
        notes=schedule.find_notes(entries),
        overall=summarise_counted(tally.overall, data.scale),
        by_audit_type=summarise_distributions(AUDIT_TYPE, crossed, data),
        areas=areas,
        all_responses=add_distributions(areas.values(), data.scale),
        strengths=strengths.find_strengths(areas, data.settings),
        development=strengths.find_development(areas, data.settings),
        outstanding=strengths.find_judged_as(areas, data.scale.judgements[0]),
        inadequate=strengths.find_judged_as(areas, data.scale.judgements[-1]),
        too_few=strengths.find_too_few(areas, data.settings),
        profile=count_profile(crossed, data),
        good_by=summarise_good_by(COMPARED_COLUMNS, crossed, data),
        moderation=summarise_moderation(audits, data.scale),
        inadequate_not_moderated=count_inadequate_unmoderated(audits, data.scale),
        measures=summarise_measures(data, audits),
        impact=summarise_impact(audits, data.scale),
        impact_by_overall=cross_impact(audits, data.scale),
        good_by_age_band=summarise_good_by(("Age band",), crossed, data).get("Age band", {}),
        by_service=summarise_distributions("Service", crossed, data),
        is_complete=end <= as_of,
    )


def _count_thematic_cases(data: DataSet, quarter: Quarter | None) -> int:
    return sum(
        len(theme.cases)
        for theme in data.thematic
        if theme.counts_towards_total and quarter in (None, theme.quarter)
    )
