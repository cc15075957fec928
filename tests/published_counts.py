"""The counts of a published figures.json, shown and hidden, and what shares say of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import sqrt
from typing import Any

from published_bands import part_bands
from unknowns import Count, Key, Unknowns

Tree = Mapping[str, Any]
SYMBOL = "[c]"
QUARTERS = ("Q1", "Q2", "Q3", "Q4")
YEAR = "year"
LESS = "[less]"
"""Ends the path of those of a base who are not counted: not Good or better, not positive."""

# What is made of other counts, so that quarters do not add up to the year in it.
NOT_ADDED = {
    *("percent", "share", "low", "high", "kappa", "kappa_low", "kappa_high", "label", "good_is"),
    *("completed", "start", "end", "planned", "open_cases", "notes", "is_complete", "not_returned"),
    *("strengths", "development", "outstanding", "inadequate", "too_few"),
}
WITHOUT_LIST = ("Gender", "Ethnicity", "Completed by")
# Sums, and what is made of counts.
_NO_PARTS = NOT_ADDED | {"n", "cases", "judged_by_item", "responses", "answered"}


class PublishedCounts:
    """The counts of an edition, under the paths that they have there."""

    def __init__(self, figures: Tree, unknowns: Unknowns | None = None) -> None:
        """Read an edition; another one of the same year may share the `unknowns`.

        Age bands that are printed as one stand apart in `figures`; `joined` are the former.
        """
        self.printed = figures
        self.figures, self.joined = part_bands(figures)
        self.unknowns = unknowns or Unknowns()
        shown = (self.count(*leaf) for leaf in self.leaves((), self.figures))
        self.most = max(count for count in shown if isinstance(count, int))

    def find_hidden_tables(self) -> dict[Key, Key]:
        """Return the hidden counts, each with the table that it is one of the parts of."""
        leaves = (leaf for leaf in self.leaves((), self.figures) if leaf[-1] not in _NO_PARTS)
        return {leaf: _name_table(leaf) for leaf in leaves if self.count(*leaf) == leaf}

    def count(self, *path: str) -> Count | None:
        """Return the count at a path: a number, its path where it is hidden, None without any."""
        node: Any = self.printed if path in self.joined else self.figures
        for step in path:
            if not isinstance(node, Mapping) or step not in node:
                return None
            node = node[step]
        if node == SYMBOL:
            return path
        return node if isinstance(node, int) and not isinstance(node, bool) else None

    def name(self, path: Key) -> Count | None:
        """Return a count; a path that ends in `[less]` is what is left of a base."""
        if path[-1] != LESS:
            return self.count(*path)
        count, base = self.count(*path[:-1], "count"), self.count(*path[:-1], "base")
        if count is None or base is None:
            return None
        return base - count if isinstance(count, int) and isinstance(base, int) else path

    def at(self, *path: str) -> Tree:
        """Return what stands at a path; nothing where it is not there."""
        node: Any = self.figures
        for step in path:
            node = node.get(step) if isinstance(node, Mapping) else None
        return node if isinstance(node, Mapping) else {}

    def counts(self, *path: str) -> list[Count | None]:
        return [self.count(*path, step) for step in self.at(*path)]

    def leaves(self, path: Key, node: object) -> Iterator[Key]:
        if isinstance(node, Mapping):
            for step, value in node.items():
                yield from self.leaves((*path, step), value)
        elif self.count(*path) is not None:
            yield path

    def _state_occurring(self, path: Key, values: Iterable[str]) -> None:
        """State that values stand in a table because somebody has them."""
        for value in values:
            self.unknowns.at_most(1, self.count(*path, value))

    def _state_good(self, path: Key) -> None:
        """State what a count of its base, its percentage and its interval say of one another."""
        count, base = self.count(*path, "count"), self.count(*path, "base")
        self.unknowns.difference((*path, LESS), base, count)
        self._state_ends((count, base), self.at(*path))

    def _state_ends(self, share: tuple[Count | None, Count | None], good: Tree) -> None:
        """State what a percentage and the ends of its interval say."""
        count, base = share
        self._state_percent(count, base, good.get("percent"))
        ends = tuple(good.get(end) for end in ("low", "high"))
        if count is not None and base is not None and isinstance(ends[0], float):
            self.unknowns.allow([count, base], self.most, lambda c, b: _find_ends(c, b) == ends)

    def _state_percent(self, count: Count | None, base: Count | None, percent: object) -> None:
        if count is None or base is None or not isinstance(percent, int):
            return
        self.unknowns.relate([(200, count), (1 - 2 * percent, base)], 0, float("inf"))
        self.unknowns.relate([(200, count), (-1 - 2 * percent, base)], float("-inf"), -1)

    def _state_distribution(self, path: Key, total: Count | None = None) -> None:
        """State that judgements sum to the judged, and these and the others to all."""
        if not self.at(*path):
            return
        goods = self.figures["scale"]["good_or_better"]
        judged = self.count(*path, "n")
        self.unknowns.add_up(judged, self.counts(*path, "counts"))
        self.unknowns.equal(self.count(*path, "good_or_better", "base"), judged)
        good = [self.count(*path, "counts", word) for word in goods]
        self.unknowns.add_up(self.count(*path, "good_or_better", "count"), good)
        self._state_good((*path, "good_or_better"))
        self.unknowns.add_up(total, [judged, *self.counts(*path, "not_judged")])
        shown = self.at(*path)
        words = {word: self.count(*path, "counts", word) for word in self.at(*path, "counts")}
        self._state_shares(words, shown.get("percent"))
        others = {w: self.count(*path, "not_judged", w) for w in self.at(*path, "not_judged")}
        self._state_shares(words | others, shown.get("share"))

    def _state_shares(self, counts: Mapping[str, Count | None], shares: object) -> None:
        """State that a whole percentage by largest remainder is within a point of its count."""
        found = [count for count in counts.values() if count is not None]
        if not isinstance(shares, Mapping) or len(found) < len(counts):
            return
        for word, count in counts.items():
            share = shares.get(word)
            if isinstance(share, int) and count is not None:
                parts = [(-(share - 1), part) for part in found]
                self.unknowns.relate([(100, count), *parts], 0, float("inf"))
                parts = [(-(share + 1), part) for part in found]
                self.unknowns.relate([(100, count), *parts], float("-inf"), 0)

    def _state_same(self, whole: Key, rows: Sequence[Key]) -> None:
        """State that distributions add up to another one, word by word."""
        for leaf in self.leaves(whole, self.at(*whole)):
            if leaf[-1] not in NOT_ADDED and not {"percent", "share"} & set(leaf):
                rest = leaf[len(whole) :]
                parts = [self.count(*row, *rest) for row in rows]
                absent = [0 if part is None else part for part in parts]
                self.unknowns.add_up(self.count(*leaf), absent)


def _name_table(leaf: Key) -> Key:
    """Return the table that a count is one of the parts of."""
    if "good_by" in leaf or "good_by_age_band" in leaf:
        return leaf[:-1]
    return leaf[:-2] if leaf[-2] in ("counts", "not_judged", "other") else leaf[:-1]


def _find_ends(count: int, base: int) -> tuple[float, float] | None:
    """Return the 95% score interval of a share as it is printed."""
    found = find_wilson(count, base)
    return found and (round(found[0], 1), round(found[1], 1))


def find_wilson(count: int, base: int) -> tuple[float, float] | None:
    """Return the 95% score interval of a share in per cent (Wilson 1927)."""
    if not 0 <= count <= base or base == 0:
        return None
    z, share = 1.959963984540054, count / base
    spread = z * sqrt(share * (1 - share) / base + z**2 / (4 * base**2))
    centre, scale = share + z**2 / (2 * base), 1 + z**2 / base
    low = 0.0 if count == 0 else (centre - spread) / scale
    high = 1.0 if count == base else (centre + spread) / scale
    return 100 * low, 100 * high
