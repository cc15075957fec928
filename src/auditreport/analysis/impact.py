"""The difference made for the child, beside the judgement of the practice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from auditreport.analysis.distributions import summarise_counted
from auditreport.analysis.figures import Distribution
from auditreport.reading.dataset import Audit, Scale


def summarise_impact(audits: Sequence[Audit], scale: Scale) -> Distribution | None:
    """Count the impact judgements; None where no audit has one."""
    counted = Counter([audit.impact for audit in audits])
    if counted.keys().isdisjoint(scale.judgements):
        return None
    return summarise_counted(counted, scale)


def cross_impact(audits: Sequence[Audit], scale: Scale) -> dict[str, dict[str, int]]:
    """Return overall judgement → impact judgement → audits, of those that have both."""
    counts = Counter([(a.judgement, a.impact) for a in audits if a.impact is not None])
    if not any(counts[o, i] for o in scale.judgements for i in scale.judgements):
        return {}
    return {o: {i: counts[o, i] for i in scale.judgements} for o in scale.judgements}
