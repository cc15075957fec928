"""One quarter, or the year, in figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from auditreport.analysis import schedule, strengths
from auditreport.analysis.distributions import add_distributions, summarise_judgements
from auditreport.analysis.figures import Distribution, Period
from auditreport.analysis.impact import cross_impact, summarise_impact
from auditreport.analysis.measures import summarise_measures
from auditreport.analysis.moderation import count_inadequate_unmoderated, summarise_moderation
from auditreport.analysis.profiles import (
    count_profile,
    find_columns,
    order_by_column,
    summarise_good_by,
    summarise_good_by_age,
)
from auditreport.analysis.quarters import (
    find_span,
    name_period,
    select_audits,
)
from auditreport.reading.dataset import NOT_RECORDED, Audit, DataSet, Status
from auditreport.reading.year import Quarter


def summarise_period(data: DataSet, quarter: Quarter | None, as_of: date) -> Period:
    """Count one quarter, or the year where `quarter` is None; `as_of` says whether it is over."""
    rows = select_audits(data, quarter)
    audits = [audit for audit in rows if audit.status is Status.COMPLETED]
    entries = schedule.select_entries(data, quarter)
    areas = _summarise_areas(data, audits)
    start, end = find_span(data.settings.year, quarter)
    return Period(
        label=name_period(data.settings.year, quarter),
        start=start,
        end=end,
        completed=len(audits) + _count_thematic_cases(data, quarter),
        not_returned=sum(audit.status is Status.ALLOCATED for audit in rows),
        exempt=sum(audit.status is Status.EXEMPT for audit in rows),
        cancelled=sum(audit.status is Status.CANCELLED for audit in rows),
        moderated=sum(audit.moderated for audit in audits),
        planned=schedule.count_planned(entries),
        open_cases=schedule.find_open_cases(entries),
        immediate_concerns=sum(audit.immediate_concern is True for audit in audits),
        notes=schedule.find_notes(entries),
        overall=summarise_judgements((audit.judgement for audit in audits), data.scale),
        by_audit_type=_summarise_audit_types(data, audits),
        areas=areas,
        all_responses=add_distributions(areas.values(), data.scale),
        strengths=strengths.find_strengths(areas, data.settings),
        development=strengths.find_development(areas, data.settings),
        outstanding=strengths.find_judged_as(areas, data.scale.judgements[0]),
        inadequate=strengths.find_judged_as(areas, data.scale.judgements[-1]),
        too_few=strengths.find_too_few(areas, data.settings),
        profile=count_profile(data, audits),
        good_by=summarise_good_by(data, audits),
        moderation=summarise_moderation(audits, data.scale),
        inadequate_not_moderated=count_inadequate_unmoderated(audits, data.scale),
        measures=summarise_measures(data, audits),
        impact=summarise_impact(audits, data.scale),
        impact_by_overall=cross_impact(audits, data.scale),
        good_by_age_band=summarise_good_by_age(data, audits),
        by_service=_summarise_services(data, audits),
        is_complete=end <= as_of,
    )


def _count_thematic_cases(data: DataSet, quarter: Quarter | None) -> int:
    return sum(
        len(theme.cases)
        for theme in data.thematic
        if theme.counts_towards_total and quarter in (None, theme.quarter)
    )


def _summarise_areas(data: DataSet, audits: Sequence[Audit]) -> dict[str, Distribution]:
    return {
        area.name: summarise_judgements(
            (audit.areas.get(area.name) for audit in audits), data.scale
        )
        for area in data.areas
    }


def _summarise_audit_types(data: DataSet, audits: Sequence[Audit]) -> dict[str, Distribution]:
    judgements: dict[str, list[str | None]] = {}
    for audit in audits:
        judgements.setdefault(audit.audit_type, []).append(audit.judgement)
    found = {name: summarise_judgements(words, data.scale) for name, words in judgements.items()}
    return order_by_column("Audit type", found, data.lists)


def _summarise_services(data: DataSet, audits: Sequence[Audit]) -> dict[str, Distribution]:
    """Return the overall judgements of each service; empty where the audits name none."""
    if not find_columns(data.audits, ("Service",)):
        return {}
    judgements: dict[str, list[str | None]] = {}
    for audit in audits:
        judgements.setdefault(audit.profile.get("Service") or NOT_RECORDED, []).append(
            audit.judgement
        )
    found = {name: summarise_judgements(words, data.scale) for name, words in judgements.items()}
    return order_by_column("Service", found, data.lists)
