"""What a published figures.json says of the counts in it: every sum that the documents imply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import sqrt
from typing import Any

from unknowns import Count, Key, Unknowns

Tree = Mapping[str, Any]
SYMBOL = "[c]"
QUARTERS = ("Q1", "Q2", "Q3", "Q4")
YEAR = "year"
LESS = "[less]"
"""Ends the path of those of a base who are not counted: not Good or better, not positive."""

# What is made of other counts, so that quarters do not add up to the year in it.
_NOT_ADDED = {
    *("percent", "share", "low", "high", "kappa", "kappa_low", "kappa_high", "label", "good_is"),
    *("completed", "start", "end", "planned", "open_cases", "notes", "is_complete", "not_returned"),
    *("strengths", "development", "outstanding", "inadequate", "too_few"),
}
_WITHOUT_LIST = ("Gender", "Ethnicity", "Completed by")
# Sums, and what is made of counts.
_NO_PARTS = _NOT_ADDED | {"n", "cases", "judged_by_item", "responses", "answered"}


class Published:
    """A published edition as relations between its counts, under the paths that they have there."""

    def __init__(self, figures: Tree, unknowns: Unknowns | None = None) -> None:
        """Read an edition; another one of the same year may share the `unknowns`."""
        self.figures = figures
        self.unknowns = unknowns or Unknowns()
        shown = (period["completed"] for period in figures["periods"].values())
        self.most = max(count for count in shown if isinstance(count, int))

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

    def find_hidden_tables(self) -> dict[Key, Key]:
        """Return the hidden counts, each with the table that it is one of the parts of."""
        leaves = (leaf for leaf in self._leaves((), self.figures) if leaf[-1] not in _NO_PARTS)
        return {leaf: _name_table(leaf) for leaf in leaves if self.count(*leaf) == leaf}

    def count(self, *path: str) -> Count | None:
        """Return the count at a path: a number, its path where it is hidden, None without any."""
        node: Any = self.figures
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

    def _state_occurring(self, path: Key, values: Iterable[str]) -> None:
        """State that values stand in a table because somebody has them."""
        for value in values:
            self.unknowns.at_most(1, self.count(*path, value))

    def _list_unlisted(self, column: str, values: Iterable[str]) -> list[str]:
        """Return the values that are in no list of the council, so that none stands there at 0."""
        tables = [period["profile"].get(column, {}) for period in self.figures["periods"].values()]
        return [
            value
            for value in values
            if column in _WITHOUT_LIST
            or value == "Not recorded"
            or any(value not in table for table in tables)
        ]

    # -- shares

    def _state_good(self, path: Key) -> None:
        """State what a count of its base, its percentage and its interval say of one another."""
        count, base = self.count(*path, "count"), self.count(*path, "base")
        self.unknowns.difference((*path, LESS), base, count)
        self._state_percent(count, base, self.at(*path).get("percent"))
        ends = tuple(self.at(*path).get(end) for end in ("low", "high"))
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

    # -- periods

    def _state_period(self, path: Key, period: Tree) -> None:
        unknowns = self.unknowns
        judged = self.count(*path, "overall", "n")
        audits = self._count_audits(path)
        self._state_distribution((*path, "overall"), audits)
        for area in period["areas"]:
            self._state_distribution((*path, "areas", area), audits)
        self._state_distribution((*path, "all_responses"))
        self._state_same((*path, "all_responses"), [(*path, "areas", a) for a in period["areas"]])
        for table in ("by_audit_type", "by_service"):
            rows = [(*path, table, row) for row in period[table]]
            for row in rows:
                self._state_judged_rows(row)
                whole = self.count(*path, "profile", "Service", row[-1])
                self._state_distribution(row, whole if table == "by_service" else None)
            if rows:
                self._state_same((*path, "overall"), rows)
        for column, values in period["profile"].items():
            unknowns.add_up(audits, self.counts(*path, "profile", column))
            self._state_occurring((*path, "profile", column), self._list_unlisted(column, values))
        tables = {c: (*path, "good_by", c) for c in period["good_by"]}
        if period["good_by_age_band"]:
            tables["Age band"] = (*path, "good_by_age_band")
        for column, table in tables.items():
            self._state_groups(path, column, table)
        for service in period["by_service"]:
            for part in ("count", "base"):
                one = self.count(*path, "by_service", service, "good_or_better", part)
                unknowns.equal(one, self.count(*path, "good_by", "Service", service, part))
        self._state_moderation(path, period, audits)
        self._state_measures(path, period, audits)
        self._state_impact(path, audits)
        self._state_lists(path, period)
        for name in ("moderated", "immediate_concerns", "inadequate_not_moderated"):
            unknowns.at_most(self.count(*path, name), audits)
        unknowns.at_most(judged, audits)

    def _state_judged_rows(self, row: Key) -> None:
        """State that a row stands there because it counts an audit."""
        counts = [*self.counts(*row, "counts"), *self.counts(*row, "not_judged")]
        self.unknowns.relate([(1, c) for c in counts if c is not None], 1, float("inf"))

    def _count_audits(self, path: Key) -> Count:
        """Return the completed audits: what is completed, less the cases of thematic audits."""
        themes = self.figures["thematic"].values()
        cases = sum(
            theme["cases"]
            for theme in themes
            if theme["counts_towards_total"] and path[-1] in (YEAR, theme["placed_in"])
        )
        completed = self.count(*path, "completed")
        if isinstance(completed, int):
            return completed - cases
        self.unknowns.relate([(1, (*path, "completed")), (-1, (*path, "[audits]"))], cases, cases)
        return (*path, "[audits]")

    def _state_same(self, whole: Key, rows: Sequence[Key]) -> None:
        """State that distributions add up to another one, word by word."""
        for leaf in self._leaves(whole, self.at(*whole)):
            if leaf[-1] not in _NOT_ADDED and not {"percent", "share"} & set(leaf):
                rest = leaf[len(whole) :]
                parts = [self.count(*row, *rest) for row in rows]
                absent = [0 if part is None else part for part in parts]
                self.unknowns.add_up(self.count(*leaf), absent)

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

    # -- the year

    def _leaves(self, path: Key, node: object) -> Iterator[Key]:
        if isinstance(node, Mapping):
            for step, value in node.items():
                yield from self._leaves((*path, step), value)
        elif self.count(*path) is not None:
            yield path

    def _state_year(self) -> None:
        """State that the quarters add up to the year: to some of it, where one is not there yet."""
        periods = self.figures["periods"]
        quarters = [name for name in QUARTERS if name in periods]
        begun = [periods[name] for name in quarters]
        for leaf in self._leaves(("periods", YEAR), periods[YEAR]):
            top = leaf[2]
            if _NOT_ADDED & set(leaf) or any(found[top] is None for found in begun):
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

    # -- thematic audits

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
            known = values if column in _WITHOUT_LIST else set(values) & {"Not recorded"}
            self._state_occurring((*path, "by", column), known)
        compared = theme["compared_with"]
        for item, change in (compared["items"] if compared else {}).items():
            self._state_compared(("thematic", compared["name"], "items", item), change["before"])
            self._state_compared((*path, "items", item), change["after"])
        if compared and compared["overall"]:
            then = ("thematic", compared["name"], "overall")
            self._state_compared(then, compared["overall"]["before"])
            self._state_compared((*path, "overall"), compared["overall"]["after"])

    def _state_compared(self, found: Key, good: Tree) -> None:
        for part in ("count", "base"):
            if isinstance(good[part], int):
                self.unknowns.equal(self.count(*found, "good_or_better", part), good[part])

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
            self._state_occurring((*path, "reasons", item), theme["reasons"][item])
            self._state_order(reasons)
        self._state_earlier_round(path, theme)

    def _state_order(self, counts: Sequence[tuple[str, Count | None]]) -> None:
        """State that the most frequent stands first, unless they stand in order of name."""
        if [text for text, _ in counts] == sorted(text for text, _ in counts):
            return
        for (one, more), (other, less) in pairwise(counts):
            self.unknowns.at_most(less, more, apart=int(other < one))

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
            change = compared["changes"].get(item)
            if change:
                self._state_found(then, item, change["before"], alike)
                self._state_found(path, item, change["after"], self.count(*at, "base"))

    def _state_found(self, theme: Key, item: str, good: Tree, base: Count | None) -> None:
        if isinstance(good["count"], int):
            self.unknowns.equal(self.count(*theme, "items", item, "yes"), good["count"])
        if isinstance(good["base"], int):
            self.unknowns.equal(base, good["base"])

    def _state_series(self) -> None:
        for series in self.figures["series"]:
            for item, rounds in series["items"].items():
                for name, good in rounds.items():
                    if series["kind"] == "Judgement":
                        place = ("overall",) if item == "Overall" else ("items", item)
                        self._state_compared(("thematic", name, *place), good)
                    elif isinstance(good["count"], int):
                        yes = self.count("thematic", name, "items", item, "yes")
                        self.unknowns.equal(yes, good["count"])

    # -- feedback

    def _state_round(self, path: Key, found: Tree) -> None:
        unknowns = self.unknowns
        responses, kinds = self.count(*path, "responses"), found["respondents"]
        unknowns.add_up(responses, self.counts(*path, "respondents"))
        self._state_occurring((*path, "respondents"), kinds)
        for code in found["questions"]:
            self._state_question((*path, "questions", code), responses)
        apart = found.get("by_respondent") or {}
        for kind in apart:
            for code in apart[kind]:
                whole = self.count(*path, "respondents", kind)
                self._state_question((*path, "by_respondent", kind, code), whole)
        for code in found["questions"] if apart else ():
            whole = (*path, "questions", code)
            self._state_same(whole, [(*path, "by_respondent", kind, code) for kind in kinds])
        for compared in found["compared"]:
            self._state_rounds(compared)

    def _state_question(self, path: Key, asked: Count | None) -> None:
        """State what the answers to a question add up to.

        All who responded were asked it, unless what is shown says otherwise.
        """
        unknowns, question = self.unknowns, self.at(*path)
        answered, blank = self.count(*path, "answered"), self.count(*path, "blank")
        unknowns.add_up(asked, [answered, blank])
        if question["kind"] == "Open":
            if isinstance(question["comments"], list):
                unknowns.at_most(len(question["comments"]), answered)
            return
        counts, other = self.counts(*path, "counts"), self.counts(*path, "other")
        unknowns.add_up(answered, [*counts, *other])
        self._state_occurring((*path, "other"), question["other"])
        self._state_order([(text, self.count(*path, "other", text)) for text in question["other"]])
        positive = question["positive"]
        if not positive:
            return
        chosen = [self.count(*path, "counts", word) for word in question["positive_answers"]]
        unknowns.add_up(self.count(*path, "positive", "count"), chosen)
        unknowns.equal(self.count(*path, "positive", "base"), answered)
        self._state_good((*path, "positive"))

    def _state_rounds(self, compared: Tree) -> None:
        change, kind, code = compared["change"], compared["respondent"], compared["code"]
        for name, good in ((change["from"], change["before"]), (change["to"], change["after"])):
            found = ("feedback", name)
            apart = self.figures["feedback"][name].get("by_respondent")
            place = ("by_respondent", kind, code) if apart else ("questions", code)
            for part in ("count", "base"):
                if isinstance(good[part], int):
                    self.unknowns.equal(self.count(*found, *place, "positive", part), good[part])


def _name_table(leaf: Key) -> Key:
    """Return the table that a count is one of the parts of."""
    if "good_by" in leaf or "good_by_age_band" in leaf:
        return leaf[:-1]
    return leaf[:-2] if leaf[-2] in ("counts", "not_judged", "other") else leaf[:-1]


def _find_ends(count: int, base: int) -> tuple[float, float] | None:
    """Return the 95% score interval of a share as it is printed (Wilson 1927)."""
    if not 0 <= count <= base or base == 0:
        return None
    z, share = 1.959963984540054, count / base
    spread = z * sqrt(share * (1 - share) / base + z**2 / (4 * base**2))
    centre, scale = share + z**2 / (2 * base), 1 + z**2 / base
    low = 0.0 if count == 0 else (centre - spread) / scale
    high = 1.0 if count == base else (centre + spread) / scale
    return round(100 * low, 1), round(100 * high, 1)


def _sign(step: int) -> int:
    return (step > 0) - (step < 0)
