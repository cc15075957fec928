"""Counts of age bands that are printed together in one edition, and by themselves in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from auditreport.analysis.disclosure.bands import AGE_BAND, Joined, list_bands
from auditreport.analysis.disclosure.ledger import Key, Ledger


def add_bands(ledger: Ledger, apart: Ledger, joinings: Iterable[Joined]) -> None:
    """Enter each band by itself, as a ledger with all of them `apart` holds it.

    What any edition joins is their sum: so two editions tell together what the ledger says that
    they do.
    """
    bands = {key: value for key, value in apart.values.items() if find_band(key)}
    for key, value in bands.items():
        if key not in ledger.values:
            table = apart.protected.get(key, "")
            ledger.imply_count(key, value, table, protect=key in apart.protected)
    ties = (tie for tie in apart.sums if bands.keys() & {tie.total, *tie.parts})
    ledger.sums = list(dict.fromkeys((*ledger.sums, *ties)))
    for joined in joinings:
        _add_totals(ledger, bands, joined)


def find_band(key: Key) -> int:
    """Return where the name of an age band stands in the path of a count; 0 where none does."""
    match key:
        case ("periods", _, "profile", column, _, *_) if column == AGE_BAND:
            return 4
        case ("thematic", _, "by", column, _) if column == AGE_BAND:
            return 4
        case ("periods", _, "good_by_age_band", _, *_):
            return 3
    return 0


def _add_totals(ledger: Ledger, bands: Iterable[Key], joined: Joined) -> None:
    """Enter the counts of joined bands, printed or not, with what they are made of."""
    names = list_bands(joined)
    parts: dict[Key, list[Key]] = defaultdict(list)
    for key in bands:
        place = find_band(key)
        if key[place] in names:
            parts[(*key[:place], names[key[place]], *key[place + 1 :])].append(key)
    for total, found in parts.items():
        if total not in ledger.values:
            value = sum(ledger.values[key] for key in found)
            ledger.imply_count(total, value, "", protect=False)
        ledger.add_sum(total, found)
