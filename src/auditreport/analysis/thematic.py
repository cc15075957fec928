"""Thematic audits in figures: items judged, or items found and not found."""

from __future__ import annotations

from collections import Counter

from auditreport.analysis.distributions import summarise_judgements
from auditreport.analysis.figures import EvidenceItem, EvidenceTheme, JudgementTheme
from auditreport.analysis.profiles import CASE_COLUMNS, count_column, find_columns
from auditreport.analysis.proportions import round_percent
from auditreport.reading.dataset import (
    NOT_APPLICABLE,
    Answer,
    DataSet,
    Evidence,
    Kind,
    ThematicAudit,
    ThematicCase,
)

APPENDIX = "Appendix"
ALL_CASES = "All cases"
APPLICABLE_CASES = "Applicable cases"

_UNRECORDED = Evidence(Answer.NOT_RECORDED)


def summarise_theme(theme: ThematicAudit, data: DataSet) -> JudgementTheme | EvidenceTheme:
    """Count one thematic audit, without the comparison that it may ask for."""
    if theme.kind is Kind.JUDGEMENT:
        return _summarise_judged(theme, data)
    return _summarise_evidence(theme)


def is_judged_by_item(case: ThematicCase) -> bool:
    """Tell whether any item of a case was filled in."""
    return any(judgement is not None for judgement in case.judgements.values())


def _summarise_judged(theme: ThematicAudit, data: DataSet) -> JudgementTheme:
    judged = [case for case in theme.cases if is_judged_by_item(case)]
    overall = summarise_judgements((case.overall for case in theme.cases), data.scale)
    return JudgementTheme(
        kind=theme.kind.value,
        start=theme.start,
        end=theme.end,
        placed_in=theme.quarter or APPENDIX,
        cases=len(theme.cases),
        judged_by_item=len(judged),
        counts_towards_total=theme.counts_towards_total,
        counted_in=theme.counted_in,
        overall=overall if theme.has_overall else None,
        items={
            item: summarise_judgements((case.judgements.get(item) for case in judged), data.scale)
            for item in theme.items
        },
        by={
            column: count_column(column, theme.cases, data.lists)
            for column in find_columns(theme.cases, CASE_COLUMNS)
        },
        compared_with=None,
    )


def _summarise_evidence(theme: ThematicAudit) -> EvidenceTheme:
    return EvidenceTheme(
        kind=theme.kind.value,
        start=theme.start,
        end=theme.end,
        placed_in=theme.quarter or APPENDIX,
        cases=len(theme.cases),
        counts_towards_total=theme.counts_towards_total,
        counted_in=theme.counted_in,
        denominator=ALL_CASES if theme.all_cases else APPLICABLE_CASES,
        items={item: _count_item(theme, item) for item in theme.items},
        reasons={item: _count_reasons(theme, item) for item in theme.items},
        compared_with=None,
    )


def _count_item(theme: ThematicAudit, item: str) -> EvidenceItem:
    found = Counter(evidence.answer for evidence in _find_evidence(theme, item))
    yes, no = found[Answer.YES], found[Answer.NO]
    base = len(theme.cases) if theme.all_cases else yes + no
    return EvidenceItem(
        yes=yes,
        no=no,
        not_applicable=found[Answer.NOT_APPLICABLE],
        not_recorded=found[Answer.NOT_RECORDED],
        base=base,
        percent=round_percent(yes, base),
    )


def _count_reasons(theme: ThematicAudit, item: str) -> dict[str, int]:
    found = Counter(
        evidence.reason or NOT_APPLICABLE
        for evidence in _find_evidence(theme, item)
        if evidence.answer is Answer.NOT_APPLICABLE
    )
    return dict(sorted(found.items(), key=lambda reason: (-reason[1], reason[0])))


def _find_evidence(theme: ThematicAudit, item: str) -> list[Evidence]:
    return [case.evidence.get(item, _UNRECORDED) for case in theme.cases]
