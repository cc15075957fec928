"""Immediate concerns: which audits raised one, and what was done at once."""

from __future__ import annotations

from auditreport.analysis.quarters import find_quarter
from auditreport.analysis.reaudits import name_audit
from auditreport.analysis.review_figures import Concern
from auditreport.reading.dataset import DataSet, Status


def list_concerns(data: DataSet) -> tuple[Concern, ...]:
    """Return the completed audits with an immediate concern, in the order of the rows."""
    return tuple(
        Concern(
            ref=name_audit(audit),
            quarter=find_quarter(audit, data.settings.year) or "",
            date=audit.date,
            action_taken=audit.action_taken,
        )
        for audit in data.audits
        if audit.status is Status.COMPLETED and audit.immediate_concern
    )
