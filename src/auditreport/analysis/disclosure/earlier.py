"""Public editions that are out already: what they show is known, whatever is hidden now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from auditreport.analysis.disclosure.bands import AGE_BAND, read_joined
from auditreport.analysis.disclosure.ledger import Key, Ledger, find, names
from auditreport.analysis.figures_json import Plain
from auditreport.analysis.hidden import SYMBOL

_YEAR = "year"
_EDITION = "[edition"


def list_same_year(
    figures: Mapping[str, Plain], earlier: Iterable[Mapping[str, Plain]]
) -> tuple[Mapping[str, Plain], ...]:
    """Return those of the editions that are of the same year as a report."""
    return tuple(edition for edition in earlier if _year_of(edition) == _year_of(figures))


def add_earlier(ledger: Ledger, edition: Mapping[str, Plain], number: int) -> None:
    """Enter what an earlier edition of the same year shows, where it is still so.

    A count of the year to date in an earlier edition is that of the quarters it was made of. A
    count that has changed since tells nothing certain about what it is now.
    """
    quarters = [name for name in names(edition, "periods") if name != _YEAR]
    for key in tuple(ledger.values):
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
    """Return the counts that an earlier edition hides, if it is of the same quarters.

    What was hidden once stays hidden, lest two editions be set side by side.
    """
    if not _is_of_same_quarters(ledger.figures, edition):
        return frozenset()
    return frozenset(key for key in ledger.printed if find(edition, key) == SYMBOL)


def find_joined(
    figures: Mapping[str, Plain], earlier: Iterable[Mapping[str, Plain]]
) -> dict[str, tuple[str, ...]] | None:
    """Return the age bands that the last edition of the same quarters joins; None without any.

    What was joined once stays joined, and what was not stays apart.
    """
    table = ("periods", _YEAR, "profile", AGE_BAND)
    same = (edition for edition in earlier if _is_of_same_quarters(figures, edition))
    found = [read_joined(edition) for edition in same if names(edition, *table)]
    return found[-1] if found else None


def _is_of_same_quarters(figures: Mapping[str, Plain], edition: Mapping[str, Plain]) -> bool:
    return names(edition, "periods") == names(figures, "periods")


def _year_of(edition: Mapping[str, Plain]) -> tuple[Plain, Plain]:
    report = edition.get("report")
    return find(report, ("organisation",)), find(report, ("start",))
