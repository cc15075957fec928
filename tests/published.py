"""What a published figures.json says of the counts in it: every sum that the documents imply."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from page_facts import Told, read_share
from published_bands import find
from published_changes import ChangeRelations
from published_counts import LESS, NOT_ADDED, QUARTERS, SYMBOL, YEAR, Tree
from published_periods import PeriodRelations
from published_rounds import RoundRelations
from published_themes import ThemeRelations
from unknowns import Key, Unknowns

__all__ = ["LESS", "SYMBOL", "Published"]


class Published(PeriodRelations, ThemeRelations, RoundRelations, ChangeRelations):
    """A published edition as relations between its counts."""

    def state_all(self) -> Unknowns:
        """State every relation, and return them."""
        for name, period in self.figures["periods"].items():
            self._state_period(("periods", name), period)
        self._state_year()
        self._state_trend()
        self._state_targets()
        self._state_second_looks()
        for name, theme in self.figures["thematic"].items():
            self._state_theme(("thematic", name), theme)
        for name, found in self.figures["feedback"].items():
            self._state_round(("feedback", name), found)
        self._state_changes()
        self._state_joined()
        return self.unknowns

    def guess_namesakes(self, known: Published) -> None:
        """State what somebody may guess: that groups of one name are one, where they count alike.

        `known` tells where they do: elsewhere the guess leads nowhere.
        """
        for name in self.figures["periods"]:
            for table in ("profile", "good_by"):
                path = ("periods", name, table)
                for one, other in combinations(self.at(*path), 2):
                    for leaf in self.leaves((*path, one), self.at(*path, one)):
                        namesake = (*path, other, *leaf[len(path) + 1 :])
                        if not {*NOT_ADDED, "Not recorded"} & set(leaf):
                            self._guess_equal(known, leaf, namesake)

    def _guess_equal(self, known: Published, one: Key, other: Key) -> None:
        if known.count(*one) == known.count(*other):
            self.unknowns.equal(self.count(*one), self.count(*other))

    def join(self, earlier: Tree) -> None:
        """State what an earlier edition of the same year shows: its quarters, and their sums.

        Its year was made of the quarters that had begun then.
        """
        begun = [name for name in QUARTERS if name in earlier["periods"]]
        other = Published(earlier)
        leaves = {leaf: (leaf,) for leaf in other.leaves((), other.figures)} | other.joined
        for leaf, parts in leaves.items():
            shown = other.count(*leaf)
            if not isinstance(shown, int) or NOT_ADDED & set(leaf):
                continue
            if leaf[:2] == ("periods", YEAR):
                parts = tuple((*leaf[:1], q, *part[2:]) for q in begun for part in parts)
            counts = [self.count(*part) for part in parts]
            self.unknowns.add_up(shown, [count for count in counts if count is not None])

    def hear(self, told: Iterable[Told]) -> list[Told]:
        """State what a page tells, and return what of it has no place among the figures.

        That a period or a thematic audit has none of a value need stand in no table.
        """
        lost = []
        for found in told:
            good = read_share(found.text)
            counts = [self.count(*path) for path in found.counts]
            if isinstance(good["count"], int):
                self.unknowns.add_up(good["count"], counts)
            base = self.count(*found.base) if found.base else None
            if len(counts) == 1:
                self._state_copy({**good, "count": None}, (counts[0], base))
            if None in counts and good["count"]:
                lost.append(found)
        return lost

    def _state_year(self) -> None:
        """State that the quarters add up to the year: to some of it, where one is not there yet."""
        periods = self.figures["periods"]
        quarters = [name for name in QUARTERS if name in periods]
        begun = [periods[name] for name in quarters]
        for leaf in self.leaves(("periods", YEAR), periods[YEAR]):
            top = leaf[2]
            if NOT_ADDED & set(leaf) or any(found[top] is None for found in begun):
                continue
            telling = [name for name in quarters if self._tells_of(name, leaf)]
            parts = [self.count("periods", name, *leaf[2:]) for name in telling]
            absent = [0 if part is None else part for part in parts]
            if len(telling) == len(QUARTERS):
                self.unknowns.add_up(self.count(*leaf), absent)
            else:
                self.unknowns.add_up(self.count(*leaf), [*absent, (*leaf, "[later]")])

    def _tells_of(self, quarter: str, leaf: Key) -> bool:
        """Tell whether a quarter has the table that a count of the year stands in."""
        period = self.figures["periods"][quarter]
        match leaf[2:]:
            case ("profile" | "good_by" as table, column, *_):
                return column in period[table]
            case ("good_by_age_band", *_):
                return bool(period["good_by_age_band"]) or period["profile"].get("Age band") == {}
        return True

    def _state_joined(self) -> None:
        """State that bands add up to what is printed of them as one."""
        for joined, parts in self.joined.items():
            self.unknowns.add_up(self.count(*joined), [self.count(*part) for part in parts])
            if joined[-1] == "base":
                count, base = self.count(*joined[:-1], "count"), self.count(*joined)
                self.unknowns.difference((*joined[:-1], LESS), base, count)
                self._state_ends((count, base), find(self.printed, joined[:-1]))

    def _state_trend(self) -> None:
        trend = self.figures["trend"]
        for area, quarters in trend["areas"].items():
            for quarter in quarters:
                for part in ("count", "base"):
                    self.unknowns.equal(
                        self.count("trend", "areas", area, quarter, part),
                        self.count("periods", quarter, "areas", area, "good_or_better", part),
                    )

    def _state_targets(self) -> None:
        worst = self.figures["scale"]["judgements"][-1]
        known = {
            "Good or better": (("overall", "good_or_better", "count"), ("overall", "n")),
            "Inadequate": (("overall", "counts", worst), ("overall", "n")),
        }
        for name, targets in self.figures["targets"].items():
            for target in targets:
                for part, place in zip(
                    ("count", "base"), known.get(target["measure"], ()), strict=False
                ):
                    shown = target[part]
                    if isinstance(shown, int):
                        self.unknowns.equal(shown, self.count("periods", name, *place))

    def _state_second_looks(self) -> None:
        worst = self.figures["scale"]["judgements"][-1]
        inadequate = self.count("periods", YEAR, "overall", "counts", worst)
        for path in (("reaudits", "inadequate"), ("follow_up", "inadequate")):
            self.unknowns.equal(self.count(*path), inadequate)
        self.unknowns.at_most(self.count("reaudits", "without"), inadequate)
        self.unknowns.at_most(self.count("follow_up", "inadequate_without"), inadequate)
        again = [self.count("reaudits", word) for word in ("better", "same", "worse")]
        self.unknowns.add_up(self.count("reaudits", "compared"), again)
