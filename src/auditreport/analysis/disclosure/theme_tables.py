"""Thematic audits as counts with their sums."""

from __future__ import annotations

from functools import partial

from auditreport.analysis.disclosure.distribution_tables import ALL, add_distribution
from auditreport.analysis.disclosure.ledger import Key, Ledger, find, names
from auditreport.analysis.disclosure.profile_tables import PROTECTED_COLUMNS

DID_NOT_APPLY = "did not apply"


def add_themes(ledger: Ledger, *, protect_judgements: bool) -> None:
    """Enter the cases of each thematic audit: what was found in them, and whose they are."""
    add = partial(add_distribution, protect=protect_judgements, fixed=not protect_judgements)
    for name in names(ledger.figures, "thematic"):
        path = ("thematic", name)
        cases = ledger.fix_count((*path, "cases"), name)
        judged = ledger.fix_count((*path, "judged_by_item"), name)
        for item in names(ledger.figures, *path, "items"):
            if find(ledger.figures, (*path, "kind")) == "Evidence":
                _add_evidence(ledger, path, item, cases)
            else:
                add(ledger, (*path, "items", item), f"{name}: {item}")
                ledger.add_sum(judged, [(*path, "items", item, ALL)])
        if find(ledger.figures, (*path, "overall")):
            add(ledger, (*path, "overall"), f"{name}: overall")
            ledger.add_sum(cases, [(*path, "overall", ALL)])
        for column in names(ledger.figures, *path, "by"):
            _add_column(ledger, path, column, cases)


def _add_evidence(ledger: Ledger, path: Key, item: str, cases: Key) -> None:
    table = f"{path[1]}: {item}"
    place = (*path, "items", item)

    def enter(step: str) -> Key:
        return ledger.print_count((*place, step), table, protect=True)

    answers = [enter(step) for step in ("yes", "no", "not_applicable", "not_recorded")]
    ledger.add_sum(cases, answers)
    base = enter("base")
    ledger.add_sum(base, answers[:2])
    ledger.add_sum(cases, [base])


def _add_column(ledger: Ledger, path: Key, column: str, cases: Key) -> None:
    protect = column in PROTECTED_COLUMNS
    keys = [
        ledger.print_count((*path, "by", column, value), f"{path[1]}: {column}", protect=protect)
        for value in names(ledger.figures, *path, "by", column)
    ]
    ledger.add_sum(cases, keys)
    ledger.count_only_if_found(key for key in keys if key[-1] == "Not recorded")
