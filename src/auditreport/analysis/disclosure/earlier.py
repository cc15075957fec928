"""Public editions that are out already: what they show is known, whatever is hidden now."""

from __future__ import annotations

from collections.abc import Mapping

from auditreport.analysis.disclosure.ledger import Key, Ledger, find, names
from auditreport.analysis.figures_json import Plain
from auditreport.analysis.hidden import SYMBOL

_YEAR = "year"
_EDITION = "[edition"


def add_earlier(ledger: Ledger, edition: Mapping[str, Plain], number: int) -> None:
    """Enter what an earlier edition of the same year shows, where it is still so.

    A count of the year to date in an earlier edition is that of the quarters it was made of. A
    count that has changed since tells nothing certain about what it is now.
    """
    if _year_of(edition) != _year_of(ledger.figures):
        return
    quarters = [name for name in names(edition, "periods") if name != _YEAR]
    for key in tuple(ledger.printed):
        shown = find(edition, key)
        if isinstance(shown, int):
            known: Key = (f"{_EDITION} {number}]", *key)
            ledger.values[known] = shown
            ledger.fixed.add(known)
            ledger.add_sum(known, [key])
            if key[:2] == ("periods", _YEAR):
                ledger.add_sum(known, [("periods", quarter, *key[2:]) for quarter in quarters])


def is_earlier(key: Key) -> bool:
    """Tell whether a count is one that an earlier edition shows."""
    return key[0].startswith(_EDITION)


def find_hidden(ledger: Ledger, edition: Mapping[str, Plain]) -> frozenset[Key]:
    """Return the counts that an earlier edition of the same quarters hides.

    What was hidden once stays hidden, lest two editions be set side by side.
    """
    periods = "periods"
    is_same = names(edition, periods) == names(ledger.figures, periods)
    if not is_same or _year_of(edition) != _year_of(ledger.figures):
        return frozenset()
    return frozenset(key for key in ledger.printed if find(edition, key) == SYMBOL)


def _year_of(edition: Mapping[str, Plain]) -> tuple[Plain, Plain]:
    report = edition.get("report")
    return find(report, ("organisation",)), find(report, ("start",))
