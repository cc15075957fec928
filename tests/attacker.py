"""An attacker of public editions, who knows the documents and nothing of how counts are hidden."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from published import SYMBOL, YEAR, Published
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
    0, and with hidden counts from 1 wherever that can be.
    """
    published = Published(public)
    published.state_all()
    wanted = find_protected(published, internal, protect=protect)
    return attack_counts(published.unknowns, wanted, published.hidden)


def attack_counts(
    unknowns: Unknowns, wanted: Mapping[Key, tuple[Count, int]], hidden: Iterable[Key]
) -> list[Recovered]:
    """Return those of the wanted counts that the relations narrow too far."""
    found = [
        Recovered(path, truth, (count,), 0)
        for path, (count, truth) in wanted.items()
        if isinstance(count, int) and count > _ENOUGH - 1
    ]
    truths = {c: (p, t) for p, (c, t) in wanted.items() if not isinstance(c, int)}
    for part in unknowns.split():
        aims = {key: truths[key] for key in part.keys if key in truths}
        if aims:
            found += _attack_part(part, aims, [key for key in hidden if key in part.keys], unknowns)
    return found


def _attack_part(
    part: Unknowns,
    aims: Mapping[Key, tuple[Key, int]],
    hidden: list[Key],
    unknowns: Unknowns,
) -> Iterator[Recovered]:
    chance = Random(len(part.rows))
    for lowest in ({}, find_lowest(part, hidden)):
        search = Search(part, lowest)
        search.guess(part.keys, chance)
        for key, (path, truth) in aims.items():
            possible = search.narrow(key)
            least = lowest.get(key, 0)
            allowed = unknowns.totals.get(key, 10_000) - least + 1
            if len(possible) < min(_ENOUGH, allowed) and truth in possible:
                yield Recovered(path, truth, tuple(sorted(possible)), int(bool(lowest)))


def find_lowest(part: Unknowns, hidden: list[Key]) -> dict[Key, int]:
    """Return what hidden counts are at least: 1, but in the fewest tables where that cannot be.

    Zeros are shown, so that a hidden count is 1 or more, unless its table had no other to hide.
    """
    tables = {key: (*key[:-1], "[holds a zero]") for key in hidden}
    with_zero = Unknowns(list(part.rows), keys=dict(part.keys))
    for key, table in tables.items():
        with_zero.relate([(1, key), (1, table)], 1, float("inf"))
    if not tables:
        return {}
    found = Search(with_zero, {}).find(dict.fromkeys(tables.values(), 1.0))
    if found is None:
        raise ValueError("the published figures contradict one another")
    return {key: 1 for key, table in tables.items() if not found[table]}


def find_protected(
    published: Published, internal: Tree, *, protect: bool
) -> dict[Key, tuple[Count, int]]:
    """Return the protected counts, each as published and as it is."""
    most = internal["rules"]["hide_counts_up_to"]
    known = Published(internal)
    found: dict[Key, tuple[Count, int]] = {}
    for path in _list_protected(published.figures, protect=protect):
        truth = _find_truth(known, path)
        count = published.count(*path) if path[-1] != "[less]" else _find_rest(published, path)
        if truth is not None and 1 <= truth <= most and count is not None:
            found[path] = (count, truth)
    return found


def _find_truth(known: Published, path: Key) -> int | None:
    count = known.count(*path) if path[-1] != "[less]" else _find_rest(known, path)
    return count if isinstance(count, int) else None


def _find_rest(published: Published, path: Key) -> Count | None:
    """Return how many of a base were not counted: not Good or better, not positive."""
    count, base = published.count(*path[:-1], "count"), published.count(*path[:-1], "base")
    if count is None or base is None:
        return None
    return base - count if isinstance(count, int) and isinstance(base, int) else path


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
    for part in ("count", "base", "[less]"):
        yield (*path, part)


def _list_judgements(path: Key, period: Tree) -> Iterator[Key]:
    yield from _list_distribution((*path, "overall"), period["overall"])
    yield from _list_distribution((*path, "all_responses"), period["all_responses"])
    for table in ("areas", "by_audit_type", "by_service"):
        for row, found in period[table].items():
            yield from _list_distribution((*path, table, row), found)


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


__all__ = ["SYMBOL", "YEAR", "Recovered", "attack", "attack_counts", "find_protected"]
