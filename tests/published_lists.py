"""What it tells of counts to stand in a list, and where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from published_counts import YEAR, PublishedCounts, Tree
from unknowns import Count, Key


class ListRelations(PublishedCounts):
    """Relations between counts that lists tell."""

    def _state_lists(self, path: Key, period: Tree) -> None:
        """State what it says of an area to stand among strengths, for development, or first."""
        rules, words = self.figures["rules"], self.figures["scale"]["judgements"]
        smallest = max(1, rules["smallest_base"])
        strong, weak = rules["strength_threshold"], rules["development_threshold"]
        for area in period["strengths"]:
            self._state_threshold((*path, "areas", area), strong, smallest, above=True)
        for area in self._list_weak(path, period):
            self._state_threshold((*path, "areas", area), weak, smallest, above=False)
        for area in period["too_few"]:
            self.unknowns.at_most(self.count(*path, "areas", area, "n"), smallest - 1)
        for name, word in (("outstanding", words[0]), ("inadequate", words[-1])):
            for area in period[name]:
                self.unknowns.at_most(1, self.count(*path, "areas", area, "counts", word))
        for name, sign in (("strengths", 1), ("development", -1)):
            for one, other in pairwise(period[name]):
                self._state_rank((*path, "areas", one), (*path, "areas", other), sign)

    def _list_weak(self, path: Key, period: Tree) -> Iterable[str]:
        again = self.figures["follow_up"]["development_without"] if path[-1] == YEAR else []
        return [*period["development"], *again]

    def _state_threshold(self, area: Key, threshold: float, smallest: int, *, above: bool) -> None:
        count = self.count(*area, "good_or_better", "count")
        base = self.count(*area, "good_or_better", "base")
        if count is None or base is None:
            return
        self.unknowns.at_most(smallest, base)
        terms = [(100_000, count), (-round(1000 * threshold), base)]
        self.unknowns.relate(terms, *((0, float("inf")) if above else (float("-inf"), -1)))

    def _state_rank(self, one: Key, other: Key, sign: int) -> None:
        bases = [self.count(*area, "good_or_better", "base") for area in (one, other)]
        counts = [self.count(*area, "good_or_better", "count") for area in (one, other)]
        if isinstance(bases[0], int) and isinstance(bases[1], int) and None not in counts:
            terms = [(sign * bases[1], counts[0]), (-sign * bases[0], counts[1])]
            self.unknowns.relate(terms, 0, float("inf"))  # type: ignore[arg-type]

    def _state_order(self, counts: Sequence[tuple[str, Count | None]]) -> None:
        """State that the most frequent stands first, unless they stand in order of name."""
        if [text for text, _ in counts] == sorted(text for text, _ in counts):
            return
        for (one, more), (other, less) in pairwise(counts):
            self.unknowns.at_most(less, more, apart=int(other < one))
