"""Councils that differ in hidden counts alone: all that is published of them is the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from random import Random
from typing import Any, TypeVar

from published import Published
from published_bands import count_joined

from auditreport.reading.dataset import DataSet

Tree = Mapping[str, Any]
Count = Callable[[DataSet], Tree]
Item = TypeVar("Item")
_MOVES = 200


def move_hidden(council: DataSet, public: Tree, count: Count) -> Iterator[DataSet]:
    """Yield councils with a case moved from one hidden count to another.

    `count` returns figures.json of a council for other readers. Every count that the edition
    shows is the same; whether an edition of the other shows the same ones is for the caller to
    see.
    """
    chance, published = Random(len(council.audits)), Published(public)
    known = _count_all(count(council), public)
    paths = [*published.leaves((), published.figures), *published.joined]
    shown = [path for path in paths if isinstance(published.count(*path), int)]
    hidden = [path for path in paths if published.count(*path) == path]
    for _ in range(_MOVES):
        moved = chance.choice(_WAYS)(council, chance)
        found = _count_all(count(moved), public)
        if all(found.count(*path) == known.count(*path) for path in shown) and any(
            found.count(*path) != known.count(*path) for path in hidden
        ):
            yield moved


def shows_the_same(one: Tree, other: Tree) -> bool:
    """Tell whether two editions show the same counts, and hide the same ones.

    A line that stands in one alone shows that there was nothing to count in the other.
    """
    first, second = Published(one), Published(other)
    paths = [
        path for each in (first, second) for path in (*each.leaves((), each.figures), *each.joined)
    ]
    return all(first.count(*path) == second.count(*path) for path in paths)


def _count_all(internal: Tree, public: Tree) -> Published:
    return Published(count_joined(internal, public.get("joined_bands") or {}))


def _move_audit(council: DataSet, chance: Random) -> DataSet:
    """Give an audit another's value in a column."""
    return replace(council, audits=_copy_value(council.audits, chance))


def _move_case(council: DataSet, chance: Random) -> DataSet:
    """Give a case of a thematic audit another's value in a column."""
    return _change_theme(council, chance, _copy_value)


def _swap_evidence(council: DataSet, chance: Random) -> DataSet:
    """Give a case of a thematic audit what was found in another one."""
    return _change_theme(council, chance, _copy_findings)


def _change_theme(
    council: DataSet, chance: Random, change: Callable[[tuple[Any, ...], Random], tuple[Any, ...]]
) -> DataSet:
    if not council.thematic:
        return council
    theme = chance.choice(council.thematic)
    changed = replace(theme, cases=change(theme.cases, chance))
    themes = tuple(changed if found is theme else found for found in council.thematic)
    return replace(council, thematic=themes)


def _copy_value(rows: tuple[Any, ...], chance: Random) -> tuple[Any, ...]:
    if len(rows) < 2:
        return rows
    one, other = chance.sample(range(len(rows)), 2)
    column = chance.choice([*rows[one].profile, ""])
    if column not in rows[other].profile or column == "Service":
        return rows
    profile = {**rows[one].profile, column: rows[other].profile[column]}
    return _put(rows, one, replace(rows[one], profile=profile))


def _copy_findings(rows: tuple[Any, ...], chance: Random) -> tuple[Any, ...]:
    if len(rows) < 2:
        return rows
    one, other = chance.sample(range(len(rows)), 2)
    item = chance.choice([*rows[one].evidence, ""])
    if item not in rows[other].evidence:
        return rows
    evidence = {**rows[one].evidence, item: rows[other].evidence[item]}
    return _put(rows, one, replace(rows[one], evidence=evidence))


def _swap_people(council: DataSet, chance: Random) -> DataSet:
    """Let two people of a round have each other's kind, or one another's."""
    rows = council.responses
    if len(rows) < 2:
        return council
    one, other = chance.sample(range(len(rows)), 2)
    if rows[one].round != rows[other].round:
        return council
    changed = _put(rows, one, replace(rows[one], respondent=rows[other].respondent))
    if chance.random() < 0.5:
        changed = _put(changed, other, replace(rows[other], respondent=rows[one].respondent))
    return replace(council, responses=changed)


def _put(rows: tuple[Item, ...], place: int, row: Item) -> tuple[Item, ...]:
    return (*rows[:place], row, *rows[place + 1 :])


_WAYS = (_move_audit, _move_case, _swap_evidence, _swap_people)
