"""Thematic audits as counts with their sums."""

from __future__ import annotations

from auditreport.analysis.disclosure.distribution_tables import ALL, add_distribution
from auditreport.analysis.disclosure.ledger import Key, Ledger, find, names
from auditreport.analysis.disclosure.profile_tables import PROTECTED_COLUMNS

DID_NOT_APPLY = "did not apply"


def add_themes(ledger: Ledger, *, protect_judgements: bool) -> None:
    """Enter the cases of each thematic audit: what was found in them, and whose they are."""
    for name in names(ledger.figures, "thematic"):
        path = ("thematic", name)
        cases = ledger.fix_count((*path, "cases"), name)
        judged = ledger.fix_count((*path, "judged_by_item"), name)
        for item in names(ledger.figures, *path, "items"):
            if find(ledger.figures, (*path, "kind")) == "Evidence":
                _add_evidence(ledger, path, item, cases)
            elif protect_judgements:
                place = (*path, "items", item)
                add_distribution(ledger, place, f"{name}: {item}", protect=True, fixed=False)
                ledger.add_sum(judged, [(*place, ALL)])
        if protect_judgements and find(ledger.figures, (*path, "overall")):
            overall = (*path, "overall")
            add_distribution(ledger, overall, f"{name}: overall", protect=True, fixed=False)
            ledger.add_sum(cases, [(*overall, ALL)])
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
    ledger.add_share((*place, "percent"), answers[0], base)


def _add_column(ledger: Ledger, path: Key, column: str, cases: Key) -> None:
    protect = column in PROTECTED_COLUMNS
    keys = [
        ledger.print_count((*path, "by", column, value), f"{path[1]}: {column}", protect=protect)
        for value in names(ledger.figures, *path, "by", column)
    ]
    ledger.add_sum(cases, keys)
    ledger.count_only_if_found(key for key in keys if key[-1] == "Not recorded")
