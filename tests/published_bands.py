"""Age bands that a publication counts as one, taken apart again as counts that it does not show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from unknowns import Key

Tree = Mapping[str, Any]
SYMBOL = "[c]"
_COLUMN = "Age band"

Parts = dict[Key, tuple[Key, ...]]
"""The paths of what a count holds that is printed as one, by its own path."""


def part_bands(figures: Tree) -> tuple[Tree, Parts]:
    """Return figures with the bands of joined ones in their place, each hidden; and the joined."""
    joined = figures.get("joined_bands") or {}
    if not joined:
        return figures, {}
    parts: Parts = {}
    parted = dict(figures)
    for path in _list_tables(figures):
        table = find(figures, path)
        _put(parted, path, _part(table, joined))
        for name in joined.keys() & table.keys():
            for rest in _ends(table[name]):
                parts[(*path, name, *rest)] = tuple((*path, b, *rest) for b in joined[name])
    return parted, parts


def count_joined(figures: Tree, joined: Mapping[str, list[str]]) -> Tree:
    """Return figures that hold beside their age bands what is printed of joined ones."""
    counted = dict(figures)
    for path in _list_tables(figures) if joined else ():
        table = find(figures, path)
        added = {
            name: _add([table[b] for b in bands if b in table]) for name, bands in joined.items()
        }
        _put(counted, path, {**table, **added})
    return counted


def _add(found: list[Any]) -> Any:
    """Return the sum of counts, or of counts of their bases."""
    if found and isinstance(found[0], Mapping):
        return {end: sum(good[end] for good in found) for end in ("count", "base")}
    return sum(found)


def _list_tables(figures: Tree) -> Iterator[Key]:
    """Yield where tables by age band stand."""
    for name, period in figures["periods"].items():
        if _COLUMN in period["profile"]:
            yield ("periods", name, "profile", _COLUMN)
        yield ("periods", name, "good_by_age_band")
    for name, theme in figures["thematic"].items():
        if _COLUMN in theme.get("by", {}):
            yield ("thematic", name, "by", _COLUMN)


def _part(table: Tree, joined: Mapping[str, list[str]]) -> dict[str, Any]:
    return {
        band: found if band == name else _hide(found)
        for name, found in table.items()
        for band in joined.get(name, (name,))
    }


def _hide(found: Any) -> Any:
    return dict.fromkeys(found, SYMBOL) if isinstance(found, Mapping) else SYMBOL


def _ends(found: Any) -> list[Key]:
    return [("count",), ("base",)] if isinstance(found, Mapping) else [()]


def find(node: Any, path: Key) -> Any:
    """Return what stands at a path."""
    for step in path:
        node = node[step]
    return node


def _put(tree: dict[str, Any], path: Key, value: object) -> None:
    """Set what stands at a path of a tree, copying the way to it alone."""
    for step in path[:-1]:
        tree[step] = dict(tree[step])
        tree = tree[step]
    tree[path[-1]] = value
