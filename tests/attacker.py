"""An attacker of public editions, who knows the documents and nothing of how counts are hidden."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from random import Random
from typing import Any

from page_facts import Told
from published import LESS, SYMBOL, Published
from published_bands import count_joined
from published_counts import PublishedCounts
from unknowns import Count, Key, Search, Unknowns

Tree = Mapping[str, Any]
GROUPS = ("Age band", "Gender", "Ethnicity", "Case type", "Team")
_ENOUGH = 3


@dataclass(frozen=True)
class Recovered:
    """A protected count that the published figures narrow to fewer than three whole numbers."""

    path: Key
    truth: int
    possible: tuple[int, ...]
    start: int


def attack(
    public: Tree,
    internal: Tree,
    *,
    protect: bool = False,
    earlier: Sequence[Tree] = (),
    told: Sequence[Told] = (),
    starts: Sequence[int] = (0,),
) -> list[Recovered]:
    """Return the protected counts that a public edition gives away.

    `internal` is figures.json of the same workbook, for other readers, but for texts that are not
    published: it tells which counts are protected, and how many an attack found. `earlier` are
    public editions of the same year, `told` is what a page of the edition says. Hidden counts are
    taken to be 0 at least, or, where 1 is among the `starts`, 1 at least in those tables that hide
    no zero, which a lucky guesser might assume. A count is given away that has fewer than three
    values left, unless it would if every count but 0 were hidden in its tables: then the totals
    that are published tell it.
    """
    published = read_published(public)
    known = Published(count_joined(internal, public.get("joined_bands") or {}))
    for edition in earlier:
        published.join(edition)
    lost = published.hear(told)
    assert lost == [], "numbers that have no place among the figures"
    published.guess_namesakes(known)
    wanted = find_protected(published, known, protect=protect)
    narrowed = list(narrow_counts(published, known, wanted, starts))
    bare = read_published(leave_out_tables(public, protect=protect))
    bare.guess_namesakes(known)
    kept = {found.path: bare.name(found.path) for found in narrowed}
    open_anyway = {found.path for found in narrow_counts(bare, known, kept, starts)}
    return [found for found in narrowed if found.path not in open_anyway]


def read_published(figures: Tree) -> Published:
    """Return a published edition with all that it says."""
    published = Published(figures)
    published.state_all()
    return published


def narrow_counts(
    published: Published,
    known: Published,
    wanted: Mapping[Key, Count | None],
    starts: Sequence[int],
) -> Iterator[Recovered]:
    """Yield the wanted counts that have fewer than three values left."""
    for path, count in wanted.items():
        if isinstance(count, int):
            yield Recovered(path, count, (count,), 0)
    above_zero = _find_above_zero(published, known)
    positive = {start: above_zero if start else frozenset[Key]() for start in starts}
    for part in published.unknowns.split():
        aims = [key for key in part.keys if wanted.get(key) == key]
        if aims:
            yield from _narrow_part(part, known, aims, positive)


def _narrow_part(
    part: Unknowns, known: Published, aims: Sequence[Key], positive: Mapping[int, Set[Key]]
) -> Iterator[Recovered]:
    chance = Random(len(part.rows))
    for start, keys in positive.items():
        search = Search(part, keys)
        search.look_around(aims, chance)
        for key in aims:
            possible, truth = search.narrow(key), known.name(key)
            if len(possible) < _ENOUGH and truth in possible:
                yield Recovered(key, truth, tuple(sorted(possible)), start)


def _find_above_zero(published: Published, known: Published) -> frozenset[Key]:
    """Return the hidden counts of tables that hide no zero."""
    tables = published.find_hidden_tables()
    with_zero = {table for key, table in tables.items() if known.count(*key) == 0}
    return frozenset(key for key, table in tables.items() if table not in with_zero)


def leave_out_tables(figures: Tree, *, protect: bool) -> Tree:
    """Return an edition with every count hidden that a table of protected counts could hide.

    Zeros are shown, and cases by service are published whatever they are.
    """
    tables = ("profile", "good_by", "good_by_age_band", "by_service")
    judged = ("overall", "areas", "all_responses", "by_audit_type") if protect else ()
    periods = {
        name: period | {table: _hide(period[table]) for table in (*tables, *judged)}
        for name, period in figures["periods"].items()
    }
    for name, period in figures["periods"].items():
        if "Service" in period["profile"]:
            periods[name]["profile"]["Service"] = period["profile"]["Service"]
    themes = {n: theme | _hide_theme(theme, protect) for n, theme in figures["thematic"].items()}
    rounds = {
        name: found | {t: _hide(found[t]) for t in _OF_ROUND if t in found} | {"compared": []}
        for name, found in figures["feedback"].items()
    }
    left_out = {"series": [], **(_WITHOUT_JUDGEMENTS if protect else {})}
    return {**figures, "periods": periods, "thematic": themes, "feedback": rounds, **left_out}


_MADE = ("percent", "share", "low", "high")
_WITHOUT_JUDGEMENTS: Tree = {
    "trend": {"areas": {}, "changes": [], "overall_pairs": [], "measure_changes": [], "turned": []},
    "previous": None,
    "targets": {},
}
_OF_ROUND = ("respondents", "questions", "by_respondent")


def _hide_theme(theme: Tree, protect: bool) -> dict[str, Any]:
    left_out: dict[str, Any] = {"compared_with": None}
    for table in ("by", "reasons"):
        if table in theme:
            left_out[table] = _hide(theme[table])
    if protect or theme["kind"] == "Evidence":
        left_out |= {t: _hide(theme[t]) for t in ("items", "overall") if t in theme}
    return left_out


def _hide(node: Any) -> Any:
    """Return a table with its counts hidden, zeros apart, and all that is made of them."""
    if isinstance(node, Mapping):
        return {k: SYMBOL if k in _MADE else _hide(value) for k, value in node.items()}
    return SYMBOL if isinstance(node, int) and node and node is not True else node


def find_protected(
    published: Published, known: Published, *, protect: bool
) -> dict[Key, Count | None]:
    """Return the protected counts by their paths, as they are published."""
    most = known.figures["rules"]["hide_counts_up_to"]
    paths = _list_protected(published.figures, protect=protect)
    joined = {end for path in published.joined for end in _list_ends(path)}
    truths = {path: known.name(path) for path in (*paths, *sorted(joined))}
    small = (p for p, truth in truths.items() if isinstance(truth, int) and 1 <= truth <= most)
    return {path: published.name(path) for path in small}


def count_hidden(public: Tree, *, protect: bool) -> Counter[str]:
    """Return how many counts of children an edition prints, and how many of them it hides."""
    printed = PublishedCounts({**public, "joined_bands": None})
    paths = (path for path in _list_protected(public, protect=protect) if path[-1] != LESS)
    shown = [printed.count(*path) for path in paths]
    found = Counter("all" for count in shown if count is not None)
    return found + Counter("hidden" for count in shown if isinstance(count, tuple))


def _list_ends(joined: Key) -> Iterator[Key]:
    """Yield what is told of bands that are printed as one: the cases, or their Good or better."""
    if joined[-1] in ("count", "base"):
        yield from _list_good(joined[:-1])
    else:
        yield joined


def _list_protected(figures: Tree, *, protect: bool) -> Iterator[Key]:
    for name, period in figures["periods"].items():
        yield from _list_of_period(("periods", name), period)
        if protect:
            yield from _list_judgements(("periods", name), period)
    for name, theme in figures["thematic"].items():
        yield from _list_of_theme(("thematic", name), theme, protect=protect)
    for name, found in figures["feedback"].items():
        yield from _list_of_round(("feedback", name), found)


def _list_of_period(path: Key, period: Tree) -> Iterator[Key]:
    for column in GROUPS:
        for value in period["profile"].get(column, ()):
            yield (*path, "profile", column, value)
        for value in period["good_by"].get(column, ()):
            yield from _list_good((*path, "good_by", column, value))
    for value in period["good_by_age_band"]:
        yield from _list_good((*path, "good_by_age_band", value))


def _list_good(path: Key) -> Iterator[Key]:
    for part in ("count", "base", LESS):
        yield (*path, part)


def _list_judgements(path: Key, period: Tree) -> Iterator[Key]:
    """Yield the judgements of a period; how many were audited of each type and service is none."""
    yield from _list_distribution((*path, "overall"), period["overall"])
    yield from _list_distribution((*path, "all_responses"), period["all_responses"])
    for area, found in period["areas"].items():
        yield from _list_distribution((*path, "areas", area), found)
    for table in ("by_audit_type", "by_service"):
        for row, found in period[table].items():
            listed = _list_distribution((*path, table, row), found)
            yield from (key for key in listed if key[-1] != "base")


def _list_distribution(path: Key, found: Tree | None) -> Iterator[Key]:
    if found:
        for word in found["counts"]:
            yield (*path, "counts", word)
        yield from _list_good((*path, "good_or_better"))


def _list_of_theme(path: Key, theme: Tree, *, protect: bool) -> Iterator[Key]:
    for column, values in theme.get("by", {}).items():
        for value in values:
            yield (*path, "by", column, value)
    for item, found in theme["items"].items():
        if theme["kind"] == "Evidence":
            for part in ("yes", "no", "not_applicable", "not_recorded", "base"):
                yield (*path, "items", item, part)
        elif protect:
            yield from _list_distribution((*path, "items", item), found)
    if protect:
        yield from _list_distribution((*path, "overall"), theme.get("overall"))


def _list_of_round(path: Key, found: Tree) -> Iterator[Key]:
    for kind in found["respondents"]:
        yield (*path, "respondents", kind)
    for kind, questions in (found.get("by_respondent") or {}).items():
        for code, question in questions.items():
            at = (*path, "by_respondent", kind, code)
            for part in ("answered", "blank"):
                yield (*at, part)
            for table in ("counts", "other"):
                for answer in question[table]:
                    yield (*at, table, answer)
            if question["positive"]:
                yield from _list_good((*at, "positive"))
