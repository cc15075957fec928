"""Columns of the clean sheets that hold a case a row: the audits, and what was looked at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from auditreport.reading.clean_columns import Columns, day, sources, text, whole, words, yes_no

if TYPE_CHECKING:
    from auditreport.reading.dataset import DataSet

_AUDIT_PROFILE = ("Service", "Case type", "Team", "Gender", "Ethnicity", "Age band")
_CASE_PROFILE = ("Age band", "Gender", "Case type", "Team", "Completed by")


def _profile(names: Iterable[str], profiles: list[Mapping[str, str]]) -> Columns:
    return [text(name, (profile.get(name) for profile in profiles)) for name in names]


def build_audits(data: DataSet) -> Columns:
    """Return the columns of Audits, the practice areas and measures last."""
    audits = data.audits
    return [
        *sources(audit.source for audit in audits),
        text("Audit ref", (audit.ref for audit in audits)),
        text("Case ref", (audit.case_ref for audit in audits)),
        day("Audit date", (audit.date for audit in audits)),
        text("Quarter", (audit.quarter for audit in audits)),
        text("Status", (audit.status for audit in audits)),
        text("Audit type", (audit.audit_type for audit in audits)),
        *_profile(_AUDIT_PROFILE, [audit.profile for audit in audits]),
        whole("Children", (audit.children for audit in audits)),
        words("Auditor", (audit.auditors for audit in audits)),
        *_judgements(data),
        yes_no("Immediate concern", (audit.immediate_concern for audit in audits)),
        text("Action taken", (audit.action_taken for audit in audits)),
        text("Re-audit of", (audit.reaudit_of for audit in audits)),
        text("Strengths", (audit.strengths for audit in audits)),
        text("Areas for development", (audit.areas_for_development for audit in audits)),
        *_areas_and_measures(data),
    ]


def _judgements(data: DataSet) -> Columns:
    audits = data.audits
    return [
        text("Overall judgement", (audit.overall for audit in audits)),
        yes_no("Moderated", (audit.moderated for audit in audits)),
        text("Moderated judgement", (audit.moderated_judgement for audit in audits)),
        text("Moderator", (audit.moderator for audit in audits)),
        text("Final judgement", (audit.final for audit in audits)),
        text("Counted judgement", (audit.judgement for audit in audits)),
        text("Impact judgement", (audit.impact for audit in audits)),
    ]


def _areas_and_measures(data: DataSet) -> Columns:
    areas = (
        text(area.name, (audit.areas.get(area.name) for audit in data.audits), "practice area")
        for area in data.areas
    )
    measures = (
        text(measure.name, (audit.measures.get(measure.name) for audit in data.audits), "measure")
        for measure in data.measures
    )
    return [*areas, *measures]


def build_thematic_cases(data: DataSet) -> Columns:
    """Return the columns of all cases, the items of every thematic audit last."""
    found = [(theme, case) for theme in data.thematic for case in theme.cases]
    cases = [case for _, case in found]
    items = dict.fromkeys(item for theme in data.thematic for item in theme.items)
    answers = [
        {**case.judgements, **{item: seen.answer for item, seen in case.evidence.items()}}
        for case in cases
    ]
    return [
        *sources(case.source for case in cases),
        text("Thematic audit", (theme.name for theme, _ in found)),
        text("Case", (case.label for case in cases)),
        day("Date", (case.date for case in cases)),
        *_profile(_CASE_PROFILE, [case.profile for case in cases]),
        text("Overall judgement", (case.overall for case in cases)),
        text("Observation", (case.observation for case in cases)),
        *(text(item, (answer.get(item) for answer in answers), "item") for item in items),
    ]
