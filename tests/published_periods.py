"""What the tables of a quarter or of the year say of one another."""

from __future__ import annotations

from collections.abc import Iterable

from published_counts import LESS, WITHOUT_LIST, YEAR, Tree
from published_lists import ListRelations
from unknowns import Count, Key


class PeriodRelations(ListRelations):
    """Relations between the counts of a period."""

    def _state_period(self, path: Key, period: Tree) -> None:
        audits = self._count_audits(path)
        self._state_distributions(path, period, audits)
        for column, values in period["profile"].items():
            self.unknowns.add_up(audits, self.counts(*path, "profile", column))
            self._state_occurring((*path, "profile", column), self._list_unlisted(column, values))
        for column in period["good_by"]:
            self._state_groups(path, column, (*path, "good_by", column))
        if period["good_by_age_band"]:
            self._state_groups(path, "Age band", (*path, "good_by_age_band"))
        self._state_moderation(path, period, audits)
        self._state_measures(path, period, audits)
        self._state_impact(path, audits)
        self._state_lists(path, period)
        for name in ("moderated", "immediate_concerns", "inadequate_not_moderated"):
            self.unknowns.at_most(self.count(*path, name), audits)

    def _state_distributions(self, path: Key, period: Tree, audits: Count) -> None:
        """State that judgements by area, by type and by service add up."""
        areas = [(*path, "areas", area) for area in period["areas"]]
        for distribution in ((*path, "overall"), *areas):
            self._state_distribution(distribution, audits)
        self._state_distribution((*path, "all_responses"))
        self._state_same((*path, "all_responses"), areas)
        for table in ("by_audit_type", "by_service"):
            rows = [(*path, table, row) for row in period[table]]
            for row in rows:
                self._state_judged_row(row)
            if rows:
                self._state_same((*path, "overall"), rows)
        for service in period["by_service"]:
            row = (*path, "by_service", service)
            self._state_distribution(row, self.count(*path, "profile", "Service", service))
            for part in ("count", "base"):
                one = self.count(*row, "good_or_better", part)
                other = self.count(*path, "good_by", "Service", service, part)
                self.unknowns.equal(one, other)

    def _list_unlisted(self, column: str, values: Iterable[str]) -> list[str]:
        """Return the values that are in no list of the council, so that none stands there at 0.

        Bands that are printed as one may each be 0.
        """
        joined = {
            band for bands in (self.printed.get("joined_bands") or {}).values() for band in bands
        }
        profiles = (period["profile"] for period in self.figures["periods"].values())
        tables = [profile[column] for profile in profiles if column in profile]
        return [
            value
            for value in values
            if value not in joined
            and (
                column in WITHOUT_LIST
                or value == "Not recorded"
                or any(value not in table for table in tables)
            )
        ]

    def _state_judged_row(self, row: Key) -> None:
        """State that a row stands there because it counts an audit."""
        counts = [*self.counts(*row, "counts"), *self.counts(*row, "not_judged")]
        self.unknowns.relate([(1, c) for c in counts if c is not None], 1, float("inf"))
        self._state_distribution(row)

    def _count_audits(self, path: Key) -> Count:
        """Return the completed audits: what is completed, less the cases of thematic audits."""
        themes = self.figures["thematic"].values()
        cases: int = sum(
            theme["cases"]
            for theme in themes
            if theme["counts_towards_total"] and path[-1] in (YEAR, theme["placed_in"])
        )
        completed = self.count(*path, "completed")
        if isinstance(completed, int):
            return completed - cases
        self.unknowns.relate([(1, (*path, "completed")), (-1, (*path, "[audits]"))], cases, cases)
        return (*path, "[audits]")

    def _state_groups(self, path: Key, column: str, table: Key) -> None:
        """State that Good or better of groups adds up, and is of those in the profile."""
        unknowns = self.unknowns
        whole = (*path, "overall", "good_or_better")
        goods = {value: (*table, value) for value in self.at(*table)}
        for part in ("count", "base"):
            parts = [self.count(*good, part) for good in goods.values()]
            unknowns.add_up(self.count(*whole, part), parts)
        less, unjudged = [], []
        for value, good in goods.items():
            self._state_good(good)
            count, base = self.count(*good, "count"), self.count(*good, "base")
            less.append(unknowns.difference((*good, LESS), base, count))
            cases = self.count(*path, "profile", column, value)
            unjudged.append(unknowns.difference((*good, "[not judged]"), cases, base))
        count, base = self.count(*whole, "count"), self.count(*whole, "base")
        unknowns.add_up(unknowns.difference((*whole, LESS), base, count), less)
        not_judged = self.counts(*path, "overall", "not_judged")
        if all(part is not None for part in [*not_judged, *unjudged]):
            rest = (*table, "[all not judged]")
            unknowns.add_up(rest, not_judged)
            unknowns.add_up(rest, unjudged)

    def _state_moderation(self, path: Key, period: Tree, audits: Count) -> None:
        unknowns = self.unknowns
        moderated = self.count(*path, "moderated")
        worst = self.figures["scale"]["judgements"][-1]
        unmoderated = self.count(*path, "inadequate_not_moderated")
        inadequate = self.count(*path, "overall", "counts", worst)
        # An audit that nobody moderated keeps its auditor's judgement.
        unknowns.at_most(unmoderated, inadequate)
        if None not in (moderated, unmoderated, inadequate):
            bound = unknowns.difference((*path, "[moderated and so]"), inadequate, unmoderated)
            unknowns.at_most(bound, moderated)
        found = period["moderation"]
        if found is None:
            return
        path = (*path, "moderation")
        words = list(found["matrix"])
        cell = {(a, b): self.count(*path, "matrix", a, b) for a in words for b in words}
        rank = {word: place for place, word in enumerate(words)}
        for name, step in (("agreed", 0), ("upgraded", -1), ("downgraded", 1)):
            parts = [c for (a, b), c in cell.items() if _sign(rank[b] - rank[a]) == step]
            unknowns.add_up(self.count(*path, name), parts)
        unknowns.add_up(self.count(*path, "compared"), cell.values())
        unknowns.equal(self.count(*path, "moderated"), moderated)
        unknowns.at_most(self.count(*path, "compared"), moderated)
        for part in ("base", "count"):
            first = self.count(*path, "as_first_judged", part)
            unknowns.at_most(first, audits)

    def _state_measures(self, path: Key, period: Tree, audits: Count) -> None:
        for name, measure in period["measures"].items():
            at = (*path, "measures", name)
            parts = [self.count(*at, w) for w in ("yes", "no", "not_applicable", "not_recorded")]
            self.unknowns.add_up(audits, parts)
            self.unknowns.add_up(self.count(*at, "base"), parts[:2])
            good = parts[0] if measure["good_is"] == "Yes" else parts[1]
            self.unknowns.equal(self.count(*at, "good", "count"), good)
            self._state_percent(parts[0], self.count(*at, "base"), measure["percent"])
            self._state_good((*at, "good"))

    def _state_impact(self, path: Key, audits: Count) -> None:
        """State that those who have both judgements are some of those who have one."""
        self._state_distribution((*path, "impact"), audits)
        crossed = self.at(*path, "impact_by_overall")
        for word in crossed:
            for one, other in (("overall", 0), ("impact", 1)):
                rows = [(word, w) if other == 0 else (w, word) for w in crossed]
                parts = [self.count(*path, "impact_by_overall", *row) for row in rows]
                name = (*path, "impact_by_overall", word, f"[{one}]")
                self.unknowns.add_up(name, parts)
                self.unknowns.at_most(name, self.count(*path, one, "counts", word))


def _sign(step: int) -> int:
    return (step > 0) - (step < 0)
