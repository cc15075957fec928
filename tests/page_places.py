"""Where the numbers of a report's tables stand in figures.json, by caption, row and heading.

The words by which tables, rows and columns are known are those that figures.json holds too;
nothing else of it is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from page_facts import Grid, Told
from unknowns import Key

Tree = Mapping[str, Any]
YEAR = "year"
_FOUND = {
    "Yes": "yes",
    "No": "no",
    "Did not apply": "not_applicable",
    "Not recorded": "not_recorded",
}


class Places:
    """Where in figures.json the numbers of a report's tables stand."""

    def __init__(self, figures: Tree) -> None:
        """Learn the words of a report."""
        self.periods = {**{name: name for name in figures["periods"]}, "Year": YEAR}
        for name, period in figures["periods"].items():
            self.periods[period["label"]] = name
        self.scope: str = figures["scope"]
        scale = figures["scale"]
        self.judgements, self.not_judged = scale["judgements"], scale["not_judged"]
        lowest = max(scale["good_or_better"], key=self.judgements.index)
        is_best = lowest == self.judgements[0]
        self.good = lowest if is_best else f"{lowest} or better"
        self.themes, self.feedback = figures["thematic"], figures["feedback"]
        self.series = figures["series"]
        self.areas = {area["name"] for area in figures["areas"]}
        self.measures = figures["periods"][YEAR]["measures"]
        columns = {c for p in figures["periods"].values() for c in p["profile"]}
        themes = (theme.get("by", {}) for theme in self.themes.values())
        self.columns = {c.lower(): c for c in (*columns, *(c for by in themes for c in by))}

    def find(self, grid: Grid) -> list[Told] | None:
        """Return what a table tells; None where no table of that caption is known."""
        caption = grid.caption.removesuffix(": where numbers are hidden").replace(
            " [some joined]", ""
        )
        for pattern, find in self._known():
            if found := re.fullmatch(pattern, caption):
                return list(find(grid, *found.groups()))
        return None

    def _known(self) -> Iterator[tuple[str, Callable[..., Iterable[Told]]]]:
        """Yield the captions with what reads their tables; names stand before what is general."""
        good = re.escape(self.good)
        themes, rounds = _any_of(self.themes), _any_of(self.feedback)
        yield rf"(.+) – ({rounds})", self._answers
        yield rf"({themes}): .* by ({_any_of(self.columns)})", self._of_theme_cases
        yield rf"({themes}): evidence found, of (?:applicable|all) cases", self._evidence
        yield rf"({themes}): (?:judgements|overall judgements).*", self._judged_theme
        yield rf"({themes}) beside .+: (?:{good}|evidence found)", self._two_rounds
        yield r"(.+): overall judgements by round", self._series_overall
        yield rf".+: (?:{good}|evidence found) by round", self._series
        yield r"Case files audited and moderated", self._activity
        yield r"Audits by (.+)", self._profile
        yield r"Overall judgements, (Q\d)", self._overall
        yield r"All responses: judgements by practice area, (Q\d)", self._areas
        yield r"Overall judgements by quarter, .+", self._quarters
        yield r"Overall judgements by (audit type|service), (.+)", self._broken_down
        yield r"Impact for the child beside the overall judgement, .+", self._impact
        yield r"Overall judgement \(rows\) by impact .+", self._crossed
        yield rf"{good} by practice area and quarter, .+", self._heat_map
        yield rf"{good} by ([^,]+), (.+)", self._groups
        yield r"Practice areas with their intervals, (.+)", self._intervals
        yield rf"{good}, .+ and .+", self._this_year
        yield r"Measures, (.+)", self._measured
        yield r"Measures by quarter: .+", self._measures_by_quarter
        yield r"First judgement against second", self._matrix

    def _distribution(self, path: Key, heading: str, text: str) -> Iterator[Told]:
        """Yield what a cell tells of a distribution."""
        if heading in self.judgements:
            yield _count((*path, "counts", heading), text)
        elif heading in self.not_judged:
            yield _count((*path, "not_judged", heading), text)
        else:
            assert heading == self.good, heading
            yield _share((*path, "good_or_better"), text)

    def _activity(self, grid: Grid) -> Iterator[Told]:
        known = {
            "Case files audited": "completed",
            "Audits moderated": "moderated",
            "Not returned": "not_returned",
        }
        for label, heading, text in grid.cells():
            if heading not in ("Notes", "Planned"):
                step = known.get(heading, heading.lower())
                yield _count(("periods", self.periods[label.partition(",")[0]], step), text)

    def _profile(self, grid: Grid, column: str) -> Iterator[Told]:
        for label, heading, text in grid.cells():
            path = ("periods", self.periods[heading], "profile", self.columns[column])
            yield _count((*path, label), text)

    def _overall(self, grid: Grid, quarter: str) -> Iterator[Told]:
        for _, heading, text in grid.cells():
            yield from self._distribution(("periods", quarter, "overall"), heading, text)

    def _areas(self, grid: Grid, quarter: str) -> Iterator[Told]:
        for label, heading, text in grid.cells():
            place = ("all_responses",) if label == "All responses" else ("areas", label)
            yield from self._distribution(("periods", quarter, *place), heading, text)

    def _quarters(self, grid: Grid) -> Iterator[Told]:
        for label, heading, text in grid.cells():
            path = ("periods", self.periods[label], "overall")
            yield from self._distribution(path, heading, text)

    def _broken_down(self, grid: Grid, what: str, when: str) -> Iterator[Told]:
        table = f"by_{what.replace(' ', '_')}"
        for label, heading, text in grid.cells():
            path = ("periods", self.periods[when], table, label)
            yield from self._distribution(path, heading, text)

    def _impact(self, grid: Grid) -> Iterator[Told]:
        for label, heading, text in grid.cells():
            step = "overall" if label == "Overall judgement" else "impact"
            yield from self._distribution(("periods", YEAR, step), heading, text)

    def _crossed(self, grid: Grid) -> Iterator[Told]:
        for label, heading, text in grid.cells():
            word = heading.removeprefix("Impact: ")
            yield _count(("periods", YEAR, "impact_by_overall", label, word), text)

    def _heat_map(self, grid: Grid) -> Iterator[Told]:
        for label, heading, text in grid.cells():
            path = ("periods", self.periods[heading], "areas", label, "good_or_better")
            yield _share(path, text)

    def _groups(self, grid: Grid, column: str, when: str) -> Iterator[Told]:
        name = self.columns[column]
        table = ("good_by_age_band",) if name == "Age band" else ("good_by", name)
        for label, _, text in grid.cells():
            yield _share(("periods", self.periods[when], *table, label), text)

    def _intervals(self, grid: Grid, when: str) -> Iterator[Told]:
        for label, _, text in grid.cells():
            yield _share(("periods", self.periods[when], "areas", label, "good_or_better"), text)

    def _this_year(self, grid: Grid) -> Iterator[Told]:
        for label, heading, text in grid.cells():
            if heading == grid.headings[2]:
                place = ("areas", label) if label in self.areas else ("overall",)
                yield _share(("periods", YEAR, *place, "good_or_better"), text)

    def _measured(self, grid: Grid, when: str) -> Iterator[Told]:
        for label, heading, text in grid.cells():
            path = ("periods", self.periods[when], "measures", self._name_measure(label))
            if heading in _FOUND:
                yield _count((*path, _FOUND[heading]), text)
            else:
                yield _share((*path, "good"), text)

    def _measures_by_quarter(self, grid: Grid) -> Iterator[Told]:
        for label, heading, text in grid.cells():
            measure = self._name_measure(label)
            yield _share(("periods", self.periods[heading], "measures", measure, "good"), text)

    def _name_measure(self, label: str) -> str:
        (name,) = (n for n, found in self.measures.items() if label.startswith(found["label"]))
        return str(name)

    def _matrix(self, grid: Grid) -> Iterator[Told]:
        for label, heading, text in grid.cells():
            words = [re.sub(r"^\w+: ", "", word) for word in (label, heading)]
            if set(words) <= set(self.judgements):
                yield _count(("periods", self.scope, "moderation", "matrix", *words), text)

    def _of_theme_cases(self, grid: Grid, name: str, column: str) -> Iterator[Told]:
        for label, _, text in grid.cells():
            yield _count(("thematic", name, "by", self.columns[column], label), text)

    def _evidence(self, grid: Grid, name: str) -> Iterator[Told]:
        for label, heading, text in grid.cells():
            path = ("thematic", name, "items", label)
            if heading in _FOUND:
                yield _count((*path, _FOUND[heading]), text)
            else:
                yield Told(((*path, "yes"),), (*path, "base"), text)

    def _judged_theme(self, grid: Grid, name: str) -> Iterator[Told]:
        for label, heading, text in grid.cells():
            path = ("thematic", name, *self._place_item(name, label))
            yield from self._distribution(path, heading, text)

    def _place_item(self, name: str, label: str) -> Key:
        return ("items", label) if label in self.themes[name]["items"] else ("overall",)

    def _two_rounds(self, grid: Grid, name: str) -> Iterator[Told]:
        earlier = self.themes[name]["compared_with"]["name"]
        last = len(grid.headings) - 2
        for label, *texts in grid.rows:
            for theme, text in ((earlier, texts[last - 2]), (name, texts[last - 1])):
                yield self._of_round(theme, label, text)

    def _series(self, grid: Grid) -> Iterator[Told]:
        rounds = self._find_rounds(grid)
        for label, *texts in grid.rows:
            for name, text in zip(rounds, texts, strict=True):
                yield self._of_round(name, label, text)

    def _series_overall(self, grid: Grid, shared: str) -> Iterator[Told]:
        for label, heading, text in grid.cells():
            (name,) = (n for n in self.themes if n.startswith(shared) and n.endswith(label))
            yield from self._distribution(("thematic", name, "overall"), heading, text)

    def _find_rounds(self, grid: Grid) -> list[str]:
        """Return the rounds of a table, whose headings are what their names do not share."""
        return next(
            series["rounds"]
            for series in self.series
            if len(series["rounds"]) == len(grid.headings) - 1
            and all(n.endswith(h) for n, h in zip(series["rounds"], grid.headings[1:], strict=True))
        )

    def _of_round(self, name: str, label: str, text: str) -> Told:
        """Return what a share of an item tells: in an evidence audit its base may be another."""
        if self.themes[name]["kind"] == "Evidence":
            return Told((("thematic", name, "items", label, "yes"),), None, text)
        path = ("thematic", name, *self._place_item(name, label), "good_or_better")
        return _share(path, text)

    def _answers(self, grid: Grid, caption: str, name: str) -> Iterator[Told]:
        for label, heading, text in grid.cells():
            path = self._place_question(name, caption, label)
            question = self._question(path)
            if heading == "Another answer":
                yield Told(tuple((*path, "other", t) for t in question["other"]), None, text)
            elif heading == "No answer":
                yield _count((*path, "blank"), text)
            elif heading in question["counts"]:
                yield _count((*path, "counts", heading), text)
            else:
                yield _share((*path, "positive"), text)

    def _question(self, path: Key) -> Tree:
        found: Any = {"feedback": self.feedback}
        for step in path:
            found = found[step]
        return found  # type: ignore[no-any-return]

    def _place_question(self, name: str, caption: str, label: str) -> Key:
        """Return where a row's answers stand: it is named by its question, its people, or both."""
        found = self.feedback[name]
        texts = {q["question"]: code for code, q in found["questions"].items()}
        if label in texts:
            return ("feedback", name, "questions", texts[label])
        text, _, kind = label.rpartition(" – ")
        return ("feedback", name, "by_respondent", kind, texts[text or caption])


def _count(path: Key, text: str) -> Told:
    return Told((path,), None, text)


def _share(path: Key, text: str) -> Told:
    return Told(((*path, "count"),), (*path, "base"), text)


def _any_of(names: Iterable[str]) -> str:
    """Return a pattern of one of some names, the longest first."""
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True))) or r"(?!)"
