"""Judgements by period as counts with their sums: shown as they are, or protected if asked."""

from __future__ import annotations

from auditreport.analysis.disclosure.distribution_tables import (
    add_distribution,
    add_quarters,
    withhold_distribution,
)
from auditreport.analysis.disclosure.ledger import Key, Ledger, names

_OF_A_PERIOD = (
    *("all_responses", "by_audit_type", "immediate_concerns", "impact", "impact_by_overall"),
    *("inadequate_not_moderated", "measures", "moderation"),
)
_OF_THE_YEAR = ("follow_up", "previous", "reaudits", "targets")
_UNPROTECTED: frozenset[Key] = frozenset(
    (
        *(("periods", "*", step) for step in _OF_A_PERIOD),
        *((step,) for step in _OF_THE_YEAR),
        ("trend", "measure_changes"),
    )
)


def add_judgements(ledger: Ledger, periods: tuple[str, ...], *, protect: bool) -> None:
    """Enter the judgements of each period, overall and by area.

    If they are protected, the sum of all areas, which would tie all to each other, is withheld.
    """
    _add_periods(ledger, ("overall",), periods, protect=protect)
    for area in names(ledger.figures, "periods", periods[-1], "areas"):
        _add_periods(ledger, ("areas", area), periods, protect=protect)
    if not protect:
        ledger.unprotected.update(_UNPROTECTED)
        return
    for period in periods:
        withhold_distribution(ledger, ("periods", period, "all_responses"))


def _add_periods(ledger: Ledger, path: Key, periods: tuple[str, ...], *, protect: bool) -> None:
    *quarters, year = (("periods", period, *path) for period in periods)
    for place in (*quarters, year):
        table = f"{' '.join(path)}, {place[1]}"
        add_distribution(ledger, place, table, protect=protect, fixed=not protect)
    add_quarters(ledger, year, quarters)
