"""What no single cell of a thematic audit shows: its coverage, and how two rounds compare."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from auditreport.problems import ProblemLog, quote
from auditreport.reading.dataset import Kind, ThematicAudit
from auditreport.reading.matching import list_words, name_key


def check_coverage(audit: ThematicAudit, log: ProblemLog) -> None:
    """Report a thematic audit whose items were judged in fewer cases than it has."""
    if audit.kind is Kind.EVIDENCE or not audit.items:
        return
    judged = sum(any(v is not None for v in case.judgements.values()) for case in audit.cases)
    if judged < len(audit.cases):
        place = audit.source.place("Name")
        log.add("items-cover-fewer", place, name=audit.name, cases=len(audit.cases), judged=judged)


def check_comparisons(audits: Sequence[ThematicAudit], log: ProblemLog) -> None:
    """Report rounds that are compared and differ in their items or their base."""
    by_name: Mapping[str, ThematicAudit] = {audit.name: audit for audit in audits}
    for audit in audits:
        if audit.compared_with is not None:
            _check_pair(audit, by_name[audit.compared_with], log)


def _check_pair(audit: ThematicAudit, other: ThematicAudit, log: ProblemLog) -> None:
    place = audit.source.place("Compared with")
    if audit.kind is Kind.EVIDENCE and audit.all_cases != other.all_cases:
        log.add("comparison-other-base", place, name=audit.name, other=other.name)
    ours = {name_key(item): item for item in audit.items}
    theirs = {name_key(item): item for item in other.items}
    apart = [
        ours.get(key) or theirs[key]
        for key in {**ours, **theirs}
        if (key in ours) != (key in theirs)
    ]
    if apart and audit.cases and other.cases:
        log.add(
            "comparison-other-items",
            place,
            name=audit.name,
            other=other.name,
            shared=len(ours.keys() & theirs.keys()),
            found=list_words([quote(item) for item in apart], "and"),
        )
