"""An attacker of public editions, who knows the documents and nothing of how counts are hidden."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from published import LESS, SYMBOL, Published
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
    lowest: int


def attack(public: Tree, internal: Tree, *, protect: bool = False) -> list[Recovered]:
    """Return the protected counts that a public edition gives away.

    `internal` is figures.json of the same workbook, for other readers: it only tells which counts
    are protected, and how many an attack found. Each is looked for twice: with hidden counts from
    0, and with hidden counts from 1 wherever that can be. A count is given away that has fewer
    than three values left, unless it would if every count but 0 were hidden in its tables: then
    the totals that are published tell it.
    """
    published = read_published(public)
    wanted = find_protected(published, internal, protect=protect)
    narrowed = list(narrow_counts(published, wanted))
    bare = read_published(leave_out_tables(public, protect=protect))
    kept = {found.path: (bare.name(found.path), found.truth) for found in narrowed}
    told = {found.path for found in narrow_counts(bare, kept)}
    return [found for found in narrowed if found.path not in told]


def read_published(figures: Tree) -> Published:
    """Return a published edition with all that it says."""
    published = Published(figures)
    published.state_all()
    return published


def narrow_counts(
    published: Published, wanted: Mapping[Key, tuple[Count, int]]
) -> Iterator[Recovered]:
    """Yield the wanted counts that have fewer than three values left."""
    for path, (count, truth) in wanted.items():
        if isinstance(count, int):
            yield Recovered(path, truth, (count,), 0)
    paths = {count: path for path, (count, _) in wanted.items() if not isinstance(count, int)}
    hidden = published.find_hidden_tables()
    for part in published.unknowns.split():
        aims = {key: paths[key] for key in part.keys if key in paths}
        if aims:
            inside = {key: table for key, table in hidden.items() if key in part.keys}
            yield from _narrow_part(part, aims, wanted, inside)


def _narrow_part(
    part: Unknowns,
    aims: Mapping[Key, Key],
    wanted: Mapping[Key, tuple[Count, int]],
    hidden: Mapping[Key, Key],
) -> Iterator[Recovered]:
    chance = Random(len(part.rows))
    for lowest, relations in enumerate((part, hold_above_zero(part, hidden))):
        search = Search(relations)
        search.guess(part.keys, chance)
        for key, path in aims.items():
            possible, truth = search.narrow(key), wanted[path][1]
            if len(possible) < _ENOUGH and truth in possible:
                yield Recovered(path, truth, tuple(sorted(possible)), lowest)


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
        name: found | {t: _hide(found[t]) for t in _OF_ROUND if t in found}
        for name, found in figures["feedback"].items()
    }
    return {**figures, "periods": periods, "thematic": themes, "feedback": rounds, "series": []}


_MADE = ("percent", "share", "low", "high")
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


def hold_above_zero(part: Unknowns, hidden: Mapping[Key, Key]) -> Unknowns:
    """Return the relations with hidden counts of 1 or more, but in the fewest tables possible.

    `hidden` names the table of each. Zeros are shown, so that a hidden count is none, unless its
    table had no other to hide.
    """
    held = Unknowns(list(part.rows), keys=dict(part.keys))
    zeros = {table: (*table, "[holds a zero]") for table in hidden.values()}
    for key, table in hidden.items():
        held.relate([(1, key), (1, zeros[table])], 1, float("inf"))
    found = Search(held).find(dict.fromkeys(zeros.values(), 1.0))
    if found is None:
        raise ValueError("the published figures contradict one another")
    fewest = sum(min(1, found[zero]) for zero in zeros.values())
    held.relate([(1, zero) for zero in zeros.values()], 0, fewest)
    return held


def find_protected(
    published: Published, internal: Tree, *, protect: bool
) -> dict[Key, tuple[Count, int]]:
    """Return the protected counts by their paths, each as published and as it is."""
    most = internal["rules"]["hide_counts_up_to"]
    known = Published(internal)
    found: dict[Key, tuple[Count, int]] = {}
    for path in _list_protected(published.figures, protect=protect):
        truth, count = known.name(path), published.name(path)
        if isinstance(truth, int) and 1 <= truth <= most and count is not None:
            found[path] = (count, truth)
    return found


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
