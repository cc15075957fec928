"""Cases that were audited again: better, the same, or worse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditreport.analysis.review_figures import ReauditPair, Reaudits
from auditreport.reading.dataset import Audit, DataSet, Status


def summarise_reaudits(data: DataSet) -> Reaudits:
    """Compare each completed re-audit with the audit that it names, wherever both were judged."""
    completed = [audit for audit in data.audits if audit.status is Status.COMPLETED]
    by_ref = {audit.ref.casefold(): audit for audit in completed if audit.ref}
    again = [audit for audit in completed if audit.reaudit_of]
    pairs = tuple(_find_pairs(again, by_ref))
    steps = [_find_step(pair, data.scale.judgements) for pair in pairs]
    repeated = {audit.reaudit_of.casefold() for audit in again}
    worst = data.scale.judgements[-1]
    inadequate = [audit for audit in completed if audit.judgement == worst]
    without = [audit for audit in inadequate if audit.ref.casefold() not in repeated]
    return Reaudits(
        total=len(again),
        compared=sum(step is not None for step in steps),
        better=sum(step is not None and step < 0 for step in steps),
        same=steps.count(0),
        worse=sum(step is not None and step > 0 for step in steps),
        not_found=len(again) - len(pairs),
        inadequate=len(inadequate),
        without=len(without),
        pairs=pairs,
        without_refs=tuple(name_audit(audit) for audit in without),
    )


def name_audit(audit: Audit) -> str:
    """Return an audit's reference, or its sheet and row where it has none."""
    return audit.ref or f"{audit.source.sheet} row {audit.source.row}"


def _find_pairs(again: Sequence[Audit], by_ref: dict[str, Audit]) -> Iterator[ReauditPair]:
    for audit in again:
        earlier = by_ref.get(audit.reaudit_of.casefold())
        if earlier is not None and earlier is not audit:
            yield ReauditPair(name_audit(audit), earlier.ref, earlier.judgement, audit.judgement)


def _find_step(pair: ReauditPair, judgements: Sequence[str]) -> int | None:
    """Return how many steps down the scale a case went; None where one was not judged."""
    if pair.before not in judgements or pair.after not in judgements:
        return None
    return judgements.index(pair.after) - judgements.index(pair.before)
