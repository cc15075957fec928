"""Each group of audits beside all others: which service, team or type stands out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from auditreport.analysis.changes import build_change
from auditreport.analysis.distributions import summarise_good
from auditreport.analysis.figures import Change, Good, Period

OTHERS = "all others"


def compare_groups(period: Period, smallest_base: int) -> dict[str, tuple[Change, ...]]:
    """Compare Good or better of each group with that of all other audits, column by column.

    A column whose audits are all of one group has nothing to compare and is left out.
    """
    columns = {
        "Service": period.good_by.get("Service", {}),
        **{column: goods for column, goods in period.good_by.items() if column != "Service"},
        "Age band": period.good_by_age_band,
        "Audit type": {name: row.good_or_better for name, row in period.by_audit_type.items()},
    }
    found = {c: tuple(_compare(goods, smallest_base)) for c, goods in columns.items()}
    return {column: changes for column, changes in found.items() if len(changes) > 1}


def _compare(goods: Mapping[str, Good], smallest_base: int) -> Iterator[Change]:
    count = sum(good.count for good in goods.values())
    base = sum(good.base for good in goods.values())
    for name, good in goods.items():
        if good.base:
            others = summarise_good(count - good.count, base - good.base)
            yield build_change(name, (OTHERS, others), (name, good), smallest_base)
