"""Distributions of judgements as counts with their sums."""

from __future__ import annotations

from collections.abc import Sequence

from auditreport.analysis.disclosure.ledger import Key, Ledger, names

ALL = "[all]"
LESS = "[less than good]"


def add_distribution(ledger: Ledger, path: Key, table: str, *, protect: bool, fixed: bool) -> None:
    """Enter a distribution of judgements: its counts, its totals and Good or better."""

    def enter(*step: str) -> Key:
        key = (*path, *step)
        if fixed:
            return ledger.fix_count(key, table)
        return ledger.print_count(key, table, protect=protect)

    counts = [enter("counts", word) for word in names(ledger.figures, *path, "counts")]
    unjudged = [enter("not_judged", word) for word in names(ledger.figures, *path, "not_judged")]
    n, good, base = enter("n"), enter("good_or_better", "count"), enter("good_or_better", "base")
    if n not in ledger.values:
        return
    less = add_less(ledger, (*path, "good_or_better"), table, protect=protect)
    ledger.add_sum(n, counts)
    ledger.add_sum(base, [n])
    ledger.add_sum(good, [key for key in counts if key[-1] in _good_words(ledger)])
    everything = ledger.values[n] + sum(ledger.values[key] for key in unjudged)
    total = ledger.imply_count((*path, ALL), everything, table, protect=False)
    ledger.add_sum(total, [n, *unjudged])
    if fixed:
        ledger.fixed.add(less)
    if fixed or protect:  # how many were audited is shown in any case
        ledger.fixed.add(total)


def add_less(ledger: Ledger, good: Key, table: str, *, protect: bool) -> Key:
    """Enter what Good or better leaves of its base, and return its key."""
    count, base = (*good, "count"), (*good, "base")
    less = (*good, LESS)
    if count in ledger.values and base in ledger.values:
        rest = ledger.values[base] - ledger.values[count]
        ledger.imply_count(less, rest, table, protect=protect)
        ledger.add_sum(base, [count, less])
    return less


def add_up(ledger: Ledger, total: Key, parts: Sequence[Key]) -> None:
    """Let distributions add up to another, count by count."""
    for step in _list_steps(ledger, total, *parts):
        ledger.add_sum((*total, *step), [(*part, *step) for part in parts])


def add_quarters(ledger: Ledger, year: Key, quarters: Sequence[Key]) -> None:
    """Let the distributions of quarters add up to the year's, count by count."""
    for step in _list_steps(ledger, year, *quarters):
        ledger.add_year((*year, *step), [(*quarter, *step) for quarter in quarters])


def _list_steps(ledger: Ledger, *places: Key) -> list[Key]:
    """Return where the counts of distributions stand below them."""
    inner: list[Key] = [("n",), ("good_or_better", "count"), ("good_or_better", "base"), (ALL,)]
    for group in ("counts", "not_judged"):
        found = [names(ledger.figures, *path, group) for path in places]
        inner += [(group, word) for word in dict.fromkeys(w for words in found for w in words)]
    return inner


def withhold_distribution(ledger: Ledger, path: Key) -> None:
    """Enter the counts of a distribution that is not shown at all."""
    steps = [("n",), ("good_or_better", "count"), ("good_or_better", "base")]
    for group in ("counts", "not_judged"):
        steps += [(group, word) for word in names(ledger.figures, *path, group)]
    ledger.withheld.update((*path, *step) for step in steps)


def _good_words(ledger: Ledger) -> list[object]:
    scale = ledger.figures["scale"]
    found = scale["good_or_better"] if isinstance(scale, dict) else []
    return list(found) if isinstance(found, list) else []
