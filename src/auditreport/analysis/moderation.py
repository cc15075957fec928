"""How second opinions compare with first ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import sqrt

from auditreport.analysis.distributions import summarise_counted
from auditreport.analysis.figures import Good, Moderation
from auditreport.analysis.proportions import Z_95
from auditreport.reading.dataset import Audit, Scale

Matrix = Mapping[str, Mapping[str, int]]
Pair = tuple[str | None, str | None]
Opinions = Counter[tuple[str | None, str | None, str | None]]
"""Overall, moderated and final judgement → audits."""


def summarise_moderation(audits: Sequence[Audit], scale: Scale) -> Moderation | None:
    """Compare the first and the second judgement of completed audits; None where none has both."""
    opinions = Counter([(a.overall, a.moderated_judgement, a.final) for a in audits])
    matrix = _take_square((((o, m), count) for (o, m, _), count in opinions.items()), scale)
    steps = _count_steps(matrix)
    if not steps:
        return None
    interval = find_kappa_interval(matrix)
    return Moderation(
        moderated=sum(audit.moderated for audit in audits),
        compared=steps.total(),
        agreed=steps[0],
        upgraded=sum(count for step, count in steps.items() if step < 0),
        downgraded=sum(count for step, count in steps.items() if step > 0),
        changed=_count_changed(opinions, scale),
        kappa=find_kappa(matrix),
        matrix=matrix,
        kappa_low=interval[0] if interval else None,
        kappa_high=interval[1] if interval else None,
        as_first_judged=_find_first_headline(opinions, scale),
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


def find_kappa_interval(matrix: Matrix) -> tuple[float, float] | None:
    """Return the 95% interval of that kappa, within -1 and 1, to 3 decimals.

    By its standard error for large samples (Fleiss, Cohen and Everitt 1969, formula 13). None
    where kappa is None, and where that error is 0, as when all agree: it then tells nothing.
    """
    table = [list(row.values()) for row in matrix.values()]
    kappa = find_kappa(matrix)
    if kappa is None:
        return None
    variance, kappa = _find_variance(table)
    if variance <= 0:
        return None
    spread = Z_95 * sqrt(variance)
    return round(max(-1.0, kappa - spread), 3), round(min(1.0, kappa + spread), 3)


def _find_variance(table: Sequence[Sequence[int]]) -> tuple[Fraction, float]:
    """Return the variance of kappa with linear weights of agreement, and kappa unrounded."""
    size, total = range(len(table)), sum(map(sum, table))
    share = [[Fraction(count, total) for count in row] for row in table]
    weight = [[1 - Fraction(abs(i - j), len(table) - 1) for j in size] for i in size]
    rows = [sum(row) for row in share]
    columns = [sum(column) for column in zip(*share, strict=True)]
    by_row = [sum(weight[i][j] * columns[j] for j in size) for i in size]
    by_column = [sum(weight[i][j] * rows[i] for i in size) for j in size]
    seen = sum(weight[i][j] * share[i][j] for i in size for j in size)
    chance = sum(rows[i] * by_row[i] for i in size)
    spread = sum(
        share[i][j] * (weight[i][j] * (1 - chance) - (by_row[i] + by_column[j]) * (1 - seen)) ** 2
        for i in size
        for j in size
    )
    bias = (seen * chance - 2 * chance + seen) ** 2
    variance = (spread - bias) / (total * (1 - chance) ** 4)
    return Fraction(variance), float((seen - chance) / (1 - chance))


def count_inadequate_unmoderated(audits: Sequence[Audit], scale: Scale) -> int:
    """Count the audits whose auditor gave the worst judgement and that nobody moderated."""
    worst = scale.judgements[-1]
    return sum(audit.overall == worst and not audit.moderated for audit in audits)


def _find_first_headline(opinions: Opinions, scale: Scale) -> Good:
    """Return Good or better as the auditors judged; a final judgement where theirs is missing."""
    counted: Counter[str | None] = Counter()
    for (overall, _, final), count in opinions.items():
        counted[overall if overall in scale.judgements or final is None else final] += count
    return summarise_counted(counted, scale).good_or_better


def _take_square(pairs: Iterable[tuple[Pair, int]], scale: Scale) -> dict[str, dict[str, int]]:
    """Return how often each two judgements of the scale are found together."""
    square = {first: dict.fromkeys(scale.judgements, 0) for first in scale.judgements}
    for (first, second), count in pairs:
        if first in square and second in square:
            square[first][second] += count
    return square


def _count_steps(matrix: Matrix) -> Counter[int]:
    """Count the pairs by how many steps down the scale the second judgement lies."""
    steps: Counter[int] = Counter()
    for i, row in enumerate(matrix.values()):
        for j, count in enumerate(row.values()):
            steps[j - i] += count
    return +steps


def _count_changed(opinions: Opinions, scale: Scale) -> int:
    pairs = (((overall, final), count) for (overall, _, final), count in opinions.items())
    steps = _count_steps(_take_square(pairs, scale))
    return steps.total() - steps[0]
