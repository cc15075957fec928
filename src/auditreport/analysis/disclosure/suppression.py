"""Which counts a public edition hides: the small ones, and as many more as keep them hidden."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set

from auditreport.analysis.disclosure.attack import Attack
from auditreport.analysis.disclosure.ledger import Key, Ledger
from auditreport.records import record

SMALL = "small count"
SECONDARY = "would give a small count away"
WITHHELD = "would tie protected judgements to each other"
HIDDEN_BEFORE = "hidden in an earlier edition"
_MOST_TRIED = 4  # candidates that are tried out before the cheapest is taken


@record
class Suppression:
    """The counts to hide, each with why; `told` are small counts that nothing can keep.

    A count is told where the total that it is part of is published and leaves no other choice.
    """

    hidden: Mapping[Key, str]
    told: tuple[Key, ...]


def suppress(ledger: Ledger, hide_up_to: int, before: Set[Key] = frozenset()) -> Suppression:
    """Return what must be hidden, so that no protected count from 1 to `hide_up_to` can be told.

    What was hidden `before` is hidden again.
    """
    hidden: dict[Key, str] = dict.fromkeys(ledger.withheld, WITHHELD)
    told: list[Key] = []
    for part in ledger.part():
        small = [key for key in part.protected if 1 <= ledger.values[key] <= hide_up_to]
        start = dict.fromkeys((key for key in part.printed if key in before), HIDDEN_BEFORE)
        start |= dict.fromkeys((key for key in small if key in part.printed), SMALL)
        search = _Search(part, start)
        lost = search.close(small)
        search.prune(small, lost)
        hidden |= search.hidden
        told += lost
    return Suppression(hidden, tuple(told))


class _Search:
    """Hides one count after another, until the small ones cannot be told."""

    def __init__(self, ledger: Ledger, hidden: Mapping[Key, str]) -> None:
        self.hidden = dict(hidden)
        self._ledger = ledger
        self._attack = Attack(ledger)
        for key in hidden:
            self._attack.hide(key)

    def close(self, small: Iterable[Key]) -> list[Key]:
        """Hide what is needed; return the counts that nothing more can hide.

        To hide more only widens what a hidden count can be: each is looked at till it is safe.
        """
        told: list[Key] = []
        for key in small:
            while self._attack.examine(key):
                more = self._choose(key)
                if more is None:
                    told.append(key)
                    break
                self._attack.hide(more)
                self.hidden[more] = SECONDARY
        return told

    def prune(self, small: Iterable[Key], told: Iterable[Key]) -> None:
        """Show again what need not be hidden, first what a reader would miss most.

        Around a count that is told all stays hidden: what somebody knows less than the attack
        does, may still leave it some values.
        """
        lost, safe = frozenset(told), [key for key in small if key not in told]
        others = [key for key, why in self.hidden.items() if why is SECONDARY]
        for key in sorted(others, key=self._worth, reverse=True):
            near = self._attack.find_touched(key)
            if near & lost:
                continue
            self._attack.show(key)
            if any(self._attack.find_exposed(k for k in safe if k in near)):
                self._attack.hide(key)
            else:
                del self.hidden[key]

    def _choose(self, key: Key) -> Key | None:
        """Return the count to hide next for the sake of another; None where none is left."""
        for candidates in self._list_candidates(key):
            tried = sorted(candidates, key=self._worth)
            for candidate in tried[:_MOST_TRIED]:
                if self._would_help(candidate, key):
                    return candidate
            if tried:
                return tried[0]
        return None

    def _would_help(self, candidate: Key, key: Key) -> bool:
        self._attack.hide(candidate)
        found = self._attack.examine(key)
        self._attack.show(candidate)
        return found is None

    def _worth(self, key: Key) -> tuple[bool, bool, int, Key]:
        """Return what a reader would miss: a year's table more than a quarter's, whose cases they
        were more than how they were judged.
        """
        return key[1] == "year", "profile" in key, self._ledger.values[key], key

    def _list_candidates(self, key: Key) -> Iterator[list[Key]]:
        """Yield what may be hidden: beside the count, then around its companions; zeros last."""
        beside = self._list_hideable([key])
        around = self._list_hideable(sorted(self._attack.find_touched(key)))
        for found in (beside, around):
            yield [k for k in found if self._ledger.values[k]]
        for found in (beside, around):
            yield [k for k in found if not self._ledger.values[k]]

    def _list_hideable(self, keys: Iterable[Key]) -> list[Key]:
        found = dict.fromkeys(other for key in keys for other in self._attack.find_beside(key))
        return [key for key in found if self._may_hide(key)]

    def _may_hide(self, key: Key) -> bool:
        ledger = self._ledger
        is_free = key not in ledger.fixed and key not in self.hidden
        return key in ledger.printed and is_free and not self._attack.is_known_anyway(key)
