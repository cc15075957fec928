"""What a published figures.json says of the counts in it: every sum that the documents imply."""

from __future__ import annotations

from published_counts import LESS, NOT_ADDED, QUARTERS, SYMBOL, YEAR, Tree
from published_periods import PeriodRelations
from published_rounds import RoundRelations
from published_themes import ThemeRelations
from unknowns import Unknowns

__all__ = ["LESS", "SYMBOL", "Published"]


class Published(PeriodRelations, ThemeRelations, RoundRelations):
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
        self._state_series()
        return self.unknowns

    def join(self, earlier: Tree) -> None:
        """State what an earlier edition of the same year shows: its quarters, and their sums.

        Its year was made of the quarters that had begun then.
        """
        begun = [name for name in QUARTERS if name in earlier["periods"]]
        other = Published(earlier)
        for leaf in other.leaves((), earlier):
            shown = other.count(*leaf)
            if not isinstance(shown, int) or NOT_ADDED & set(leaf):
                continue
            if leaf[:2] != ("periods", YEAR):
                self.unknowns.equal(shown, self.count(*leaf))
            else:
                parts = [self.count("periods", name, *leaf[2:]) for name in begun]
                self.unknowns.add_up(shown, [part for part in parts if part is not None])

    def _state_year(self) -> None:
        """State that the quarters add up to the year: to some of it, where one is not there yet."""
        periods = self.figures["periods"]
        quarters = [name for name in QUARTERS if name in periods]
        begun = [periods[name] for name in quarters]
        for leaf in self.leaves(("periods", YEAR), periods[YEAR]):
            top = leaf[2]
            if NOT_ADDED & set(leaf) or any(found[top] is None for found in begun):
                continue
            parts = [self.count("periods", name, *leaf[2:]) for name in quarters]
            absent = [0 if part is None else part for part in parts]
            if len(quarters) == len(QUARTERS):
                self.unknowns.add_up(self.count(*leaf), absent)
            else:
                self.unknowns.add_up(self.count(*leaf), [*absent, (*leaf, "[later]")])

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
