"""Whole numbers that are not shown, the relations they stand in, and how far these tell them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import product
from random import Random

import numpy as np
from scipy.optimize import (  # type: ignore[import-untyped]
    Bounds,
    LinearConstraint,
    milp,
)
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]

Key = tuple[str, ...]
Count = int | Key
"""A count that is shown, or the name of one that is not."""
Terms = Iterable[tuple[int, Count]]

MOST = 10_000
_ENOUGH = 3
_GUESSES = 4
_ANYWHERE: Mapping[Key, tuple[int, int]] = {}
_NEARLY = 1e-6
_NOTHING_FITS = 2  # by the numbers of scipy.optimize.milp


class Contradiction(ValueError):
    """Counts that are shown do not stand in a relation that they should stand in."""


@dataclass
class Unknowns:
    """Linear relations between counts."""

    rows: list[tuple[dict[Key, int], float, float]] = field(default_factory=list)
    keys: dict[Key, None] = field(default_factory=dict)

    def relate(self, terms: Terms, low: float = 0, high: float = 0) -> None:
        """State that a weighted sum lies between two numbers, ends included.

        Raises Contradiction where all of it is shown and it does not.
        """
        weights: dict[Key, int] = defaultdict(int)
        for weight, count in terms:
            if isinstance(count, int):
                low, high = low - weight * count, high - weight * count
            else:
                weights[count] += weight
        weights = {key: weight for key, weight in weights.items() if weight}
        if weights:
            self.keys |= dict.fromkeys(weights)
            self.rows.append((weights, low, high))
        elif not low <= 0 <= high:
            raise Contradiction

    def add_up(self, whole: Count | None, parts: Iterable[Count | None]) -> None:
        """State that parts sum to a whole; nothing is stated where one of them is not there."""
        found = list(parts)
        if whole is None or None in found:
            return
        counts = [part for part in found if part is not None]
        self.relate([(1, whole), *((-1, part) for part in counts)])

    def equal(self, one: Count | None, other: Count | None) -> None:
        """State that two counts are the same."""
        self.add_up(one, [other])

    def at_most(self, small: Count | None, large: Count | None, apart: int = 0) -> None:
        """State that one count is at least so far below another."""
        if small is not None and large is not None:
            self.relate([(1, large), (-1, small)], apart, np.inf)

    def difference(self, name: Key, large: Count | None, small: Count | None) -> Count | None:
        """Return what is left of one count without another, under a name of its own."""
        if large is None or small is None:
            return None
        if isinstance(large, int) and isinstance(small, int):
            return large - small
        self.add_up(large, [small, name])
        return name

    def allow(self, counts: list[Count], most: int, fits: Callable[..., bool]) -> None:
        """State that counts up to `most` fit a rule that is not linear; two may be hidden.

        Raises Contradiction where all of them are shown and do not.
        """
        hidden = [count for count in counts if not isinstance(count, int)]
        if not hidden:
            if not fits(*counts):
                raise Contradiction
            return
        ranges = [(c,) if isinstance(c, int) else range(most + 1) for c in counts]
        choices = [values for values in product(*ranges) if fits(*values)]
        names = [(*hidden[0], f"[choice {number}]") for number in range(len(choices))]
        self.relate([(1, name) for name in names], 1, 1)
        for place, count in enumerate(counts):
            picked = [(-values[place], name) for values, name in zip(choices, names, strict=True)]
            self.relate([(1, count), *picked])

    def split(self) -> Iterator[Unknowns]:
        """Yield the parts that have nothing to do with one another."""
        leader: dict[Key, Key] = {key: key for key in self.keys}

        def find(key: Key) -> Key:
            while leader[key] != key:
                leader[key] = leader[leader[key]]
                key = leader[key]
            return key

        for weights, _, _ in self.rows:
            first, *others = map(find, weights)
            for other in others:
                leader[find(other)] = find(first)
        parts: dict[Key, Unknowns] = defaultdict(Unknowns)
        for key in self.keys:
            parts[find(key)].keys[key] = None
        for weights, low, high in self.rows:
            parts[find(next(iter(weights)))].rows.append((weights, low, high))
        yield from parts.values()


class Search:
    """What values counts can have: whole numbers from 0, or from 1 where they are `positive`."""

    def __init__(self, unknowns: Unknowns, positive: Set[Key] = frozenset()) -> None:
        """Set the relations up as a matrix."""
        self.place = {key: number for number, key in enumerate(unknowns.keys)}
        entries = [
            (weight, row, self.place[key])
            for row, (weights, _, _) in enumerate(unknowns.rows)
            for key, weight in weights.items()
        ]
        data, rows, columns = zip(*entries, strict=True)
        shape = (len(unknowns.rows), len(self.place))
        self.matrix = csr_matrix((data, (rows, columns)), shape=shape)
        self.low = np.array([low for _, low, _ in unknowns.rows], dtype=float)
        self.high = np.array([high for _, _, high in unknowns.rows], dtype=float)
        self.least = np.array([key in positive for key in self.place], dtype=float)
        self.seen: dict[Key, set[int]] = {key: set() for key in self.place}

    def find(
        self, weights: Mapping[Key, float], between: Mapping[Key, tuple[int, int]] = _ANYWHERE
    ) -> Mapping[Key, int] | None:
        """Return counts that fit all relations and make a weighted sum least; None without any.

        Counts can be held `between` two numbers, ends included.
        """
        aim, size = np.zeros(len(self.place)), len(self.place)
        least, most = self.least.copy(), np.full(size, float(MOST))
        for key, weight in weights.items():
            aim[self.place[key]] = weight
        for key, (low, high) in between.items():
            least[self.place[key]] = max(least[self.place[key]], low)
            most[self.place[key]] = high
        values = self._solve(aim, Bounds(least, most), whole=False)
        if values is not None and np.abs(values - values.round()).max() > _NEARLY:
            values = self._solve(aim, Bounds(least, most), whole=True)
        return None if values is None else self._note(values)

    def _solve(self, aim: np.ndarray, bounds: Bounds, *, whole: bool) -> np.ndarray | None:
        """Return numbers that fit and make a sum least; in most systems they are whole anyhow."""
        found = milp(
            aim,
            constraints=LinearConstraint(self.matrix, self.low, self.high),
            integrality=np.full(len(aim), int(whole)),
            bounds=bounds,
        )
        if found.x is None and found.status != _NOTHING_FITS:
            raise RuntimeError(found.message)
        return found.x  # type: ignore[no-any-return]

    def _note(self, values: np.ndarray) -> dict[Key, int]:
        counts = {key: round(values[place]) for key, place in self.place.items()}
        for key, count in counts.items():
            self.seen[key].add(count)
        return counts

    def look_around(self, keys: Iterable[Key], chance: Random) -> None:
        """Look at far corners of what is possible, then between them: many counts at a time."""
        for _ in range(_GUESSES):
            wanted = [key for key in keys if len(self.seen[key]) < _ENOUGH]
            if wanted:
                self.find({key: chance.choice((-1.0, 1.0)) for key in wanted})
        self._fill([key for key in keys if self._between(key)])

    def _between(self, key: Key) -> tuple[int, int] | None:
        """Return the ends of what lies between two values found; None if there are more or less."""
        found = self.seen[key]
        low, high = min(found) + 1, max(found) - 1
        return (low, high) if len(found) == 2 and low <= high else None

    def _fill(self, keys: Sequence[Key]) -> None:
        """Find a third value for counts, at once where that is possible, else for half of them."""
        between = {key: ends for key in keys if (ends := self._between(key))}
        if between and self.find({}, between) is None and len(between) > 1:
            halves = list(between)
            self._fill(halves[: len(halves) // 2])
            self._fill(halves[len(halves) // 2 :])

    def narrow(self, key: Key) -> set[int]:
        """Return values that a count can have: all of them, or the first three found."""
        found = self.seen[key]
        for weight in (1.0, -1.0):
            if len(found) < _ENOUGH:
                self.find({key: weight})
        while len(found) in (1, 2):
            ends = self._between(key)
            if ends is None or self.find({}, {key: ends}) is None:
                break
        return set(found)
