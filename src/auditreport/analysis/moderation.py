"""How second opinions compare with first ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction

from auditreport.analysis.figures import Moderation
from auditreport.reading.dataset import Audit, Scale

Matrix = Mapping[str, Mapping[str, int]]


def summarise_moderation(audits: Sequence[Audit], scale: Scale) -> Moderation | None:
    """Compare the first and the second judgement of completed audits; None where none has both."""
    pairs = _find_pairs(audits, scale)
    if not pairs:
        return None
    rank = {judgement: position for position, judgement in enumerate(scale.judgements)}
    steps = [rank[second] - rank[first] for first, second in pairs]
    matrix = _count_matrix(pairs, scale)
    return Moderation(
        moderated=sum(audit.moderated for audit in audits),
        compared=len(pairs),
        agreed=steps.count(0),
        upgraded=sum(step < 0 for step in steps),
        downgraded=sum(step > 0 for step in steps),
        changed=sum(_is_changed(audit, scale) for audit in audits),
        kappa=find_kappa(matrix),
        matrix=matrix,
    )


def find_kappa(matrix: Matrix) -> float | None:
    """Return Cohen's kappa, linearly weighted over the whole scale (Cohen 1968), to 3 decimals.

    None for fewer than two pairs, and where chance alone would agree completely.
    """
    table = [list(row.values()) for row in matrix.values()]
    firsts = [sum(row) for row in table]
    seconds = [sum(column) for column in zip(*table, strict=True)]
    total = sum(firsts)
    size = range(len(table))
    observed = sum(abs(i - j) * table[i][j] for i in size for j in size)
    expected = sum(abs(i - j) * firsts[i] * seconds[j] for i in size for j in size)
    if total < 2 or expected == 0:
        return None
    return float(round(1 - Fraction(total * observed, expected), 3))


def _find_pairs(audits: Sequence[Audit], scale: Scale) -> list[tuple[str, str]]:
    pairs = ((audit.overall, audit.moderated_judgement) for audit in audits)
    on_scale = frozenset(scale.judgements)
    return [
        (first, second)
        for first, second in pairs
        if first is not None and second is not None and {first, second} <= on_scale
    ]


def _count_matrix(pairs: Sequence[tuple[str, str]], scale: Scale) -> dict[str, dict[str, int]]:
    counts = Counter(pairs)
    return {
        first: {second: counts[first, second] for second in scale.judgements}
        for first in scale.judgements
    }


def _is_changed(audit: Audit, scale: Scale) -> bool:
    if audit.overall not in scale.judgements or audit.final not in scale.judgements:
        return False
    return audit.final != audit.overall
