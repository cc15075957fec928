"""What a comparison of two shares says of the counts that it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt

from published_counts import YEAR, Tree, find_wilson
from published_lists import ListRelations
from unknowns import Count, Key

Share = tuple[Count | None, Count | None]
Compared = tuple[Tree, Share | None, Share | None]
"""A comparison, and where the counts and bases stand that it is made of; None: nowhere else."""
_ROUNDED = 0.05 + 1e-9


class ChangeRelations(ListRelations):
    """Relations between counts that comparisons tell: their copies, difference and verdict."""

    def _state_changes(self) -> None:
        for change, before, after in self._list_changes():
            if before:
                self._state_copy(change["before"], before)
            if after:
                self._state_copy(change["after"], after)
            self._state_verdict(change, before, after)
        for series in self.figures["series"]:
            for item, rounds in series["items"].items():
                for name, good in rounds.items():
                    self._state_copy(good, self._share_of_item(name, item, series["denominator"]))

    def _list_changes(self) -> Iterator[Compared]:
        yield from self._list_trend()
        yield from self._list_previous()
        for name, theme in self.figures["thematic"].items():
            yield from self._list_of_theme(name, theme)
        for series in self.figures["series"]:
            for change in series["changes"]:
                names, base = (change["from"], change["to"]), series["denominator"]
                before, after = (self._share_of_item(n, change["area"], base) for n in names)
                yield change, before, after
        for found in self.figures["feedback"].values():
            for compared in found["compared"]:
                change = compared["change"]
                names = (change["from"], change["to"])
                before, after = (self._share_of_round(name, compared) for name in names)
                yield change, before, after

    def _list_trend(self) -> Iterator[Compared]:
        trend = self.figures["trend"]
        turned = [turn["change"] for turn in trend["turned"]]
        measures = self.at("periods", YEAR, "measures")
        of_label = {found["label"]: name for name, found in measures.items()}
        for change in (*trend["changes"], *trend["overall_pairs"], *turned):
            place = self._place_area(change["area"])
            yield change, *(self._share(("periods", change[q], *place)) for q in ("from", "to"))
        for change in trend["measure_changes"]:
            place = ("measures", of_label[change["area"]], "good")
            yield change, *(self._share(("periods", change[q], *place)) for q in ("from", "to"))

    def _list_previous(self) -> Iterator[Compared]:
        previous = self.figures.get("previous") or {}
        overall = [previous["overall"]] if previous.get("overall") else []
        for change in (*overall, *previous.get("areas", {}).values()):
            place = self._place_area(change["area"])
            yield change, None, self._share(("periods", YEAR, *place))

    def _list_of_theme(self, name: str, theme: Tree) -> Iterator[Compared]:
        compared = theme["compared_with"]
        if compared and theme["kind"] == "Judgement":
            overall = [compared["overall"]] if compared["overall"] else []
            for change in (*overall, *compared["items"].values()):
                names = (compared["name"], name)
                before, after = (self._share_of_item(n, change["area"], "") for n in names)
                yield change, before, after
        elif compared:
            for item, change in compared["changes"].items():
                names, base = (compared["name"], name), theme["denominator"]
                before, after = (self._share_of_item(n, item, base) for n in names)
                yield change, before, after

    def _place_area(self, area: str) -> Key:
        known = self.at("periods", YEAR, "areas")
        return (*(("areas", area) if area in known else ("overall",)), "good_or_better")

    def _share(self, path: Key) -> Share:
        return self.count(*path, "count"), self.count(*path, "base")

    def _share_of_item(self, theme: str, item: str, denominator: str) -> Share:
        """Return the share of an item in a round; in an evidence audit on a base of cases."""
        path = ("thematic", theme)
        if not denominator:
            known = item in self.at(*path, "items")
            place = ("items", item) if known else ("overall",)
            return self._share((*path, *place, "good_or_better"))
        yes, no = (self.count(*path, "items", item, word) for word in ("yes", "no"))
        if denominator == "All cases":
            return yes, self.count(*path, "cases")
        if isinstance(yes, int) and isinstance(no, int):
            return yes, yes + no
        applicable = (*path, "items", item, "[applicable]")
        self.unknowns.add_up(applicable, [yes, no])
        return yes, applicable

    def _share_of_round(self, name: str, compared: Tree) -> Share:
        kind, code = compared["respondent"], compared["code"]
        apart = self.at("feedback", name, "by_respondent")
        place = ("by_respondent", kind, code) if apart else ("questions", code)
        return self._share(("feedback", name, *place, "positive"))

    def _state_copy(self, good: Tree, share: Share) -> None:
        """State that a share that is printed again is the same."""
        for part, count in zip(("count", "base"), share, strict=True):
            if isinstance(good[part], int):
                self.unknowns.equal(count, good[part])
        self._state_ends(share, good)

    def _state_verdict(self, change: Tree, before: Share | None, after: Share | None) -> None:
        """State what a difference, its interval and its verdict say of up to two hidden counts."""
        known = [change[side] for side in ("before", "after")]
        shares = [
            share or (good["count"], good["base"])
            for share, good in zip((before, after), known, strict=True)
        ]
        counts = [count for share in shares for count in share]
        printed = [change[end] for end in ("difference", "low", "high")]
        if any(count is None or isinstance(count, str) for count in (*counts, *printed)):
            return
        if change["verdict"] != "too few":
            for base in counts[1::2]:
                self.unknowns.at_most(self.figures["rules"]["smallest_base"], base)

        def fits(*values: int) -> bool:
            found = find_newcombe(*values)
            return found is not None and all(
                abs(end - shown) <= _ROUNDED for end, shown in zip(found, printed, strict=True)
            )

        if sum(not isinstance(count, int) for count in counts) <= 2:
            self.unknowns.allow([c for c in counts if c is not None], self.most, fits)


def find_newcombe(
    count: int, base: int, later: int, later_base: int
) -> tuple[float, float, float] | None:
    """Return a difference of shares and its 95% interval, in points (Newcombe 1998, method 10)."""
    one, other = find_wilson(count, base), find_wilson(later, later_base)
    if one is None or other is None:
        return None
    p, q = 100 * count / base, 100 * later / later_base
    below = sqrt((q - other[0]) ** 2 + (one[1] - p) ** 2)
    above = sqrt((other[1] - q) ** 2 + (p - one[0]) ** 2)
    return q - p, q - p - below, q - p + above
