"""Judgements by period as counts with their sums: shown as they are, or protected if asked."""

from __future__ import annotations

from auditreport.analysis.disclosure.distribution_tables import (
    add_distribution,
    add_up,
    withhold_distribution,
)
from auditreport.analysis.disclosure.ledger import Key, Ledger, names


def add_judgements(ledger: Ledger, periods: tuple[str, ...], *, protect: bool) -> None:
    """Enter the overall judgements of each period, and those by area too if they are protected.

    The sum of all areas and the judgements by audit type, which would tie all to each other, are
    then withheld.
    """
    _add_periods(ledger, ("overall",), periods, protect=protect)
    for area in names(ledger.figures, "periods", periods[-1], "areas") if protect else ():
        _add_periods(ledger, ("areas", area), periods, protect=True)
    for period in periods if protect else ():
        withhold_distribution(ledger, ("periods", period, "all_responses"))
        for kind in names(ledger.figures, "periods", period, "by_audit_type"):
            withhold_distribution(ledger, ("periods", period, "by_audit_type", kind))


def _add_periods(ledger: Ledger, path: Key, periods: tuple[str, ...], *, protect: bool) -> None:
    *quarters, year = (("periods", period, *path) for period in periods)
    for place in (*quarters, year):
        table = f"{' '.join(path)}, {place[1]}"
        add_distribution(ledger, place, table, protect=protect, fixed=not protect)
    add_up(ledger, year, quarters)
