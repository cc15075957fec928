"""What somebody who wants to know can work out: each hidden count from all that is published."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from auditreport.analysis.disclosure.ledger import Key, Ledger, Sum
from auditreport.analysis.disclosure.solver import CountSolver, Row
from auditreport.records import record

FEWEST_VALUES = 3
"""A protected count must be able to be this many whole numbers."""


@record
class Exposure:
    """A protected count that can be told: it is one of fewer than three values."""

    key: Key
    values: tuple[int, ...]


class Attack:
    """A ledger as somebody sees it who knows its sums, and those of its counts that are shown.

    A true zero is shown, so what is hidden is 1 at least; but where a table hides a zero too,
    nobody can count on that.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._beside = _list_neighbours(ledger.sums)
        self._tables: dict[str, list[Key]] = defaultdict(list)
        for key, table in ledger.printed.items():
            self._tables[table].append(key)
        self._shown_elsewhere = _find_shown_elsewhere(ledger)
        self._hidden: set[Key] = set()
        self._solver = CountSolver(ledger.values, list_rows(ledger.sums))
        for key in ledger.values:
            if key not in ledger.printed and key not in ledger.fixed:
                self._solver.forget(key, 0)

    def hide(self, key: Key) -> None:
        """Let a count be hidden."""
        self._hidden.add(key)
        for near in self._touched_by(key):
            self._solver.forget(near, self._find_least(near))

    def show(self, key: Key) -> None:
        """Let a hidden count be shown."""
        self._hidden.remove(key)
        self._solver.learn(key, self._ledger.values[key])
        for near in self._touched_by(key):
            self._solver.forget(near, self._find_least(near))

    def examine(self, key: Key) -> Exposure | None:
        """Return how a count is exposed, if it is."""
        values = self._solver.find_values(key, FEWEST_VALUES)
        return Exposure(key, values) if len(values) < FEWEST_VALUES else None

    def find_exposed(self, targets: Iterable[Key]) -> Iterator[Exposure]:
        """Yield those of the counts that can be told."""
        for key in targets:
            found = self.examine(key)
            if found is not None:
                yield found

    def find_beside(self, key: Key) -> tuple[Key, ...]:
        """Return the counts that stand in a sum with a count, itself left out."""
        return self._beside.get(key, ())

    def is_known_anyway(self, key: Key) -> bool:
        """Tell whether a count is shown elsewhere too, so that to hide it here hides nothing."""
        return key in self._shown_elsewhere

    def find_touched(self, key: Key) -> frozenset[Key]:
        """Return the unknown counts that may be told if a count is shown, itself included.

        They are tied to it by sums; and if it is a zero, to what else its table hides, too.
        """
        waiting = [key]
        if self._ledger.values[key] == 0:
            waiting += [other for other in self._table_of(key) if other in self._hidden]
        found = set(waiting)
        while waiting:
            for other in self.find_beside(waiting.pop()):
                if other not in found and self._is_unknown(other):
                    found.add(other)
                    waiting.append(other)
        return frozenset(found)

    def _is_unknown(self, key: Key) -> bool:
        shown = key in self._ledger.fixed or (
            key in self._ledger.printed and key not in self._hidden
        )
        return not shown

    def _touched_by(self, key: Key) -> Iterator[Key]:
        """Yield the hidden counts whose least value may follow from whether a count is hidden."""
        if key in self._hidden:
            yield key
        if self._ledger.values[key] == 0:
            yield from (other for other in self._table_of(key) if other in self._hidden)

    def _find_least(self, key: Key) -> int:
        if key not in self._ledger.printed:
            return 0
        if key in self._ledger.never_zero:
            return 1
        hidden = (k for k in self._table_of(key) if k in self._hidden)
        return 0 if any(self._ledger.values[k] == 0 for k in hidden) else 1

    def _table_of(self, key: Key) -> list[Key]:
        return self._tables[self._ledger.printed[key]] if key in self._ledger.printed else []


def _list_neighbours(sums: Iterable[Sum]) -> dict[Key, tuple[Key, ...]]:
    found: dict[Key, dict[Key, None]] = defaultdict(dict)
    for tie in sums:
        keys = (tie.total, *tie.parts)
        for key in keys:
            found[key].update(dict.fromkeys(other for other in keys if other != key))
    return {key: tuple(others) for key, others in found.items()}


def _find_shown_elsewhere(ledger: Ledger) -> frozenset[Key]:
    """Return the counts that equal one that is always shown."""
    return frozenset(
        tie.parts[0] for tie in ledger.sums if len(tie.parts) == 1 and tie.total in ledger.fixed
    )


def list_rows(sums: Iterable[Sum]) -> Iterator[Row]:
    """Yield each sum as a row: its total without its parts is 0."""
    for tie in sums:
        factors: dict[Key, float] = defaultdict(float)
        for key, factor in ((tie.total, 1.0), *((part, -1.0) for part in tie.parts)):
            factors[key] += factor
        yield Row(factors, 0.0, 0.0)
