"""What the tables of thematic audits say of one another."""

from __future__ import annotations

from published_counts import WITHOUT_LIST, Tree
from published_lists import ListRelations
from unknowns import Key


class ThemeRelations(ListRelations):
    """Relations between the counts of thematic audits."""

    def _state_theme(self, path: Key, theme: Tree) -> None:
        if theme["kind"] == "Judgement":
            self._state_judged(path, theme)
        else:
            self._state_evidence(path, theme)

    def _state_judged(self, path: Key, theme: Tree) -> None:
        cases, judged = self.count(*path, "cases"), self.count(*path, "judged_by_item")
        self._state_distribution((*path, "overall"), cases)
        for item in theme["items"]:
            self._state_distribution((*path, "items", item), judged)
        self.unknowns.at_most(judged, cases)
        for column, values in theme["by"].items():
            self.unknowns.add_up(cases, self.counts(*path, "by", column))
            known = values if column in WITHOUT_LIST else set(values) & {"Not recorded"}
            self._state_occurring((*path, "by", column), known)

    def _state_evidence(self, path: Key, theme: Tree) -> None:
        cases = self.count(*path, "cases")
        for item, shown in theme["items"].items():
            at = (*path, "items", item)
            parts = [self.count(*at, w) for w in ("yes", "no", "not_applicable", "not_recorded")]
            self.unknowns.add_up(cases, parts)
            base = self.count(*at, "base")
            if theme["denominator"] == "All cases":
                self.unknowns.equal(base, cases)
            else:
                self.unknowns.add_up(base, parts[:2])
            self._state_percent(parts[0], base, shown["percent"])
            reasons = [(text, self.count(*path, "reasons", item, text)) for text in
                       theme["reasons"][item]]  # fmt: skip
            self.unknowns.add_up(parts[2], [count for _, count in reasons])
            self._state_order(reasons)
        self._state_earlier_round(path, theme)

    def _state_earlier_round(self, path: Key, theme: Tree) -> None:
        compared = theme["compared_with"]
        if not compared:
            return
        then = ("thematic", compared["name"])
        for item in compared["now"]:
            yes, no = (self.count(*then, "items", item, word) for word in ("yes", "no"))
            base = self.count(*then, "items", item, "base")
            self._state_percent(yes, base, compared["as_published"][item])
            if theme["denominator"] == "All cases":
                alike = self.count(*then, "cases")
            else:
                alike = (*then, "items", item, "[applicable]")
                self.unknowns.add_up(alike, [yes, no])
            self._state_percent(yes, alike, compared["like_for_like"][item])
            at = (*path, "items", item)
            self._state_percent(
                self.count(*at, "yes"), self.count(*at, "base"), compared["now"][item]
            )
