"""What nobody acts on: Inadequate audits and areas for development without an action."""

from __future__ import annotations

from auditreport.analysis.action_figures import FollowUp
from auditreport.analysis.period_figures import Period
from auditreport.analysis.reaudits import name_audit
from auditreport.reading.dataset import Audit, DataSet, Status


def summarise_follow_up(data: DataSet, year: Period) -> FollowUp:
    """Find the year's Inadequate audits and areas for development that no action is from."""
    worst = data.scale.judgements[-1]
    origins = {action.origin.casefold() for action in data.actions if action.origin}
    inadequate = [
        audit
        for audit in data.audits
        if audit.status is Status.COMPLETED and audit.judgement == worst
    ]
    without = [audit for audit in inadequate if not _is_origin(audit, origins)]
    acted_on = {action.area for action in data.actions}
    return FollowUp(
        inadequate=len(inadequate),
        inadequate_without=len(without),
        inadequate_without_refs=tuple(name_audit(audit) for audit in without),
        development_without=tuple(area for area in year.development if area not in acted_on),
    )


def _is_origin(audit: Audit, origins: set[str]) -> bool:
    """Tell whether an action names an audit; one of an audit without reference names its row."""
    return audit.ref.casefold() in origins or str(audit.source.place()).casefold() in origins
