"""The proof of a public edition: what was written is read back and attacked."""

from __future__ import annotations

from collections.abc import Iterator

from auditreport.analysis.disclosure.attack import FEWEST_VALUES, Attack
from auditreport.analysis.disclosure.earlier import is_earlier
from auditreport.analysis.disclosure.ledger import Key, Ledger, find
from auditreport.analysis.disclosure.tables import Content


def find_told(ledger: Ledger, content: Content, hide_up_to: int) -> tuple[Key, ...]:
    """Return the protected counts that a written figures.json tells, by itself or by sums.

    A count is not told where it can be every number that its published total allows.
    """
    return tuple(key for part in ledger.part() for key in _find_told(part, content, hide_up_to))


def _find_told(ledger: Ledger, content: Content, hide_up_to: int) -> Iterator[Key]:
    attack = Attack(ledger)
    for key in ledger.printed:
        if key not in ledger.fixed and not isinstance(find(content, key), int):
            attack.hide(key)
    small = [key for key in ledger.protected if 1 <= ledger.values[key] <= hide_up_to]
    exposed = tuple(attack.find_exposed(small))
    allowed = _count_allowed(ledger, [found.key for found in exposed])
    return (found.key for found in exposed if len(found.values) < allowed[found.key])


def _count_allowed(ledger: Ledger, keys: list[Key]) -> dict[Key, int]:
    """Return how many values counts could have if every count were hidden that may be.

    What is always shown in this edition, and that zeros are, leaves some counts no choice: one
    that is alone in its total, or alone beside zeros, is that total.
    """
    bare = Attack(ledger)
    for key, value in ledger.values.items() if keys else ():
        may_hide = key in ledger.printed and key not in ledger.fixed and value
        if may_hide or is_earlier(key):
            bare.hide(key)
    return dict.fromkeys(keys, FEWEST_VALUES) | {
        found.key: len(found.values) for found in bare.find_exposed(keys)
    }
