"""The cases of a thematic audit as a table, in the words of its sheet."""

from __future__ import annotations

from auditreport.analysis.figures import CaseTable
from auditreport.analysis.profiles import CASE_COLUMNS, find_columns
from auditreport.reading.dataset import (
    NOT_APPLICABLE,
    NOT_RECORDED,
    Answer,
    Evidence,
    Kind,
    ThematicAudit,
    ThematicCase,
)

_WORDS = {Answer.YES: "Yes", Answer.NO: "No", Answer.NOT_RECORDED: NOT_RECORDED}


def list_cases(theme: ThematicAudit) -> CaseTable:
    """Return a row for each case: its label, profile, judgement, items and observation."""
    columns = find_columns(theme.cases, CASE_COLUMNS)
    observed = any(case.observation for case in theme.cases)
    return CaseTable(
        columns=(
            "Case",
            *columns,
            *(["Overall judgement"] if theme.has_overall else []),
            *theme.items,
            *(["Observation"] if observed else []),
        ),
        rows=tuple(
            (
                case.label,
                *(case.profile.get(column) or NOT_RECORDED for column in columns),
                *([case.overall or NOT_RECORDED] if theme.has_overall else []),
                *(_show_item(theme.kind, case, item) for item in theme.items),
                *([case.observation] if observed else []),
            )
            for case in theme.cases
        ),
    )


def _show_item(kind: Kind, case: ThematicCase, item: str) -> str:
    if kind is Kind.JUDGEMENT:
        return case.judgements.get(item) or NOT_RECORDED
    return _show_evidence(case.evidence.get(item, Evidence(Answer.NOT_RECORDED)))


def _show_evidence(evidence: Evidence) -> str:
    if evidence.answer is Answer.NOT_APPLICABLE:
        return evidence.reason or NOT_APPLICABLE
    return _WORDS[evidence.answer]
