"""The proof of a public edition: what was written is read back and attacked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from auditreport.analysis.disclosure.attack import Attack
from auditreport.analysis.disclosure.ledger import Key, Ledger, find
from auditreport.analysis.disclosure.tables import Content


def find_told(ledger: Ledger, written: bytes, hide_up_to: int) -> tuple[Key, ...]:
    """Return the protected counts that a written figures.json tells, by itself or by sums.

    A count is not told where it can be every number that its published total allows.
    """
    content = json.loads(written)
    shown = dict(_read_numbers(content, ledger.printed))
    attack = Attack(ledger, dict(_read_numbers(content, (s.percent for s in ledger.shares))))
    for key in ledger.printed:
        if key not in shown and key not in ledger.fixed:
            attack.hide(key)
    small = [key for key in ledger.protected if 1 <= ledger.values[key] <= hide_up_to]
    return tuple(
        found.key
        for found in attack.find_exposed(small)
        if not is_all_that_totals_allow(ledger, found.key, found.values)
    )


def _read_numbers(content: Content, keys: Iterable[Key]) -> Iterator[tuple[Key, int]]:
    for key in keys:
        value = find(content, key)
        if isinstance(value, int):
            yield key, value


def is_all_that_totals_allow(ledger: Ledger, key: Key, values: tuple[int, ...]) -> bool:
    """Tell whether a count can be all that the smallest shown total allows that it is part of.

    A count that is alone in its total is that total, which is shown for its own sake.
    """
    totals = [tie for tie in ledger.sums if key in tie.parts and tie.total in ledger.fixed]
    if any(len(tie.parts) == 1 for tie in totals):
        return True
    least = min((ledger.values[tie.total] for tie in totals), default=None)
    return least is not None and len(values) > least
