"""Ledgers of a few counts: a row or a table, of which the totals are always shown."""

from __future__ import annotations

from auditreport.analysis.disclosure.ledger import Ledger
from auditreport.analysis.figures_json import Plain


def table(rows: list[list[int]]) -> Ledger:
    """Return a ledger of a table of which the total of each row and column is always shown."""
    places = [(str(r), str(c)) for r in range(len(rows)) for c in range(len(rows[0]))]
    cells: dict[str, Plain] = {f"{r} {c}": rows[int(r)][int(c)] for r, c in places}
    totals: dict[str, Plain] = {f"row {r}": sum(found) for r, found in enumerate(rows)}
    totals |= {f"column {c}": sum(found) for c, found in enumerate(zip(*rows, strict=True))}
    ledger = Ledger({"cell": cells, "total": totals})
    for name in cells:
        ledger.print_count(("cell", name), "the table", protect=True)
    for name in totals:
        kind, number = name.split()
        place = ("row", "column").index(kind)
        total = ledger.fix_count(("total", name), "the totals")
        ledger.add_sum(total, [("cell", f"{r} {c}") for r, c in places if (r, c)[place] == number])
    return ledger


def one_row(*row: int) -> Ledger:
    """Return a ledger of one row of counts, of which the total alone is shown."""
    cells: dict[str, Plain] = {str(place): count for place, count in enumerate(row)}
    ledger = Ledger({"cell": cells, "total": sum(row)})
    total = ledger.fix_count(("total",), "the total")
    keys = [ledger.print_count(("cell", name), "the row", protect=True) for name in cells]
    ledger.add_sum(total, keys)
    return ledger
