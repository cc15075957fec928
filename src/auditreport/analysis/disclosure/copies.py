"""Counts that stand in figures.json a second time, in comparisons, with where they stand first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any

from auditreport.analysis.changes import OVERALL
from auditreport.analysis.disclosure.ledger import Key, find, names
from auditreport.analysis.disclosure.tables import Content
from auditreport.analysis.disclosure.theme_tables import DID_NOT_APPLY
from auditreport.analysis.thematic import ALL_CASES

Copies = Iterator[tuple[Key, tuple[Key, ...]]]
Share = tuple[tuple[Key, ...], tuple[Key, ...]]
"""Where a count and its base stand, each the sum of what stands there."""
Place = Callable[[str, str], Share]
"""Where the share of a period or round stands, for an area or item."""


def find_copies(content: Content) -> dict[Key, tuple[Key, ...]]:
    """Return the path of each count that is one of another table, or the sum of several."""
    rows = (_copy_trend, _copy_themes, _copy_series, _copy_rounds)
    return dict(chain.from_iterable(copy(content) for copy in rows))


def _copy_trend(content: Content) -> Copies:
    areas = names(content, "trend", "areas")

    def place(period: str, area: str) -> Share:
        part: Key = ("areas", area) if area in areas else ("overall",)
        return _name_share(("periods", period, *part, "good_or_better"))

    for area in areas:
        for quarter in names(content, "trend", "areas", area):
            yield from _copy_share(("trend", "areas", area, quarter), place(quarter, area))
    for group in ("changes", "overall_pairs", "turned"):
        yield from _copy_changes(content, ("trend", group), place)


def _copy_themes(content: Content) -> Copies:
    for name in names(content, "thematic"):
        path = ("thematic", name)
        compared = (*path, "compared_with")
        yield from _copy_changes(content, compared, _place_items(content, path))
        for item in names(content, *compared, "now"):
            then = ("thematic", str(find(content, (*compared, "name"))))
            yield (*compared, "as_published", item), ((*then, "items", item, "percent"),)
            yield (*compared, "now", item), ((*path, "items", item, "percent"),)
            alike = (*compared, "changes", item, "before", "percent")
            yield (*compared, "like_for_like", item), (alike,)
        for item in names(content, *path, "reasons"):
            applied = (*path, "items", item, "not_applicable")
            yield (*path, "reasons", item, DID_NOT_APPLY), (applied,)


def _copy_series(content: Content) -> Copies:
    for path in _list_entries(content, ("series",)):
        place = _place_items(content, path)
        for item in names(content, *path, "items"):
            for name in names(content, *path, "items", item):
                yield from _copy_share((*path, "items", item, name), place(name, item))
        yield from _copy_changes(content, (*path, "changes"), place)


def _copy_rounds(content: Content) -> Copies:
    for name in names(content, "feedback"):
        for path in _list_entries(content, ("feedback", name, "compared")):
            yield from _copy_changes(content, path, _place_answers(content, path))


def _place_answers(content: Content, path: Key) -> Place:
    """Return where a round's positive answers stand, of the question that stands at a path."""
    code, kind = (str(find(content, (*path, step))) for step in ("code", "respondent"))

    def place(name: str, _area: str) -> Share:
        apart = ("feedback", name, "by_respondent", kind, code)
        found = apart if names(content, *apart) else ("feedback", name, "questions", code)
        return _name_share((*found, "positive"))

    return place


def _place_items(content: Content, path: Key) -> Place:
    """Return where a round's share of an item stands, on the denominator that stands at a path."""
    of_all = find(content, (*path, "denominator")) == ALL_CASES

    def place(name: str, item: str) -> Share:
        at = ("thematic", name)
        found = (*at, "items", item)
        if find(content, (*at, "kind")) != "Evidence":
            is_overall = item == OVERALL and not names(content, *found)
            judged = (*at, "overall") if is_overall else found
            return _name_share((*judged, "good_or_better"))
        base: tuple[Key, ...] = ((*found, "yes"), (*found, "no"))
        return ((*found, "yes"),), ((*at, "cases"),) if of_all else base

    return place


def _name_share(path: Key) -> Share:
    return ((*path, "count"),), ((*path, "base"),)


def _copy_share(path: Key, share: Share) -> Copies:
    yield (*path, "count"), share[0]
    yield (*path, "base"), share[1]


def _copy_changes(content: Content, path: Key, place: Place) -> Copies:
    """Yield both ends of each change below a path."""
    change: Any = find(content, path)
    if isinstance(change, Mapping) and isinstance(change.get("verdict"), str):
        yield from _copy_share((*path, "before"), place(change["from"], change["area"]))
        yield from _copy_share((*path, "after"), place(change["to"], change["area"]))
        return
    for entry in (*names(content, *path), *(step for (*_, step) in _list_entries(content, path))):
        yield from _copy_changes(content, (*path, entry), place)


def _list_entries(content: Content, path: Key) -> Iterator[Key]:
    found = find(content, path)
    for number in range(len(found)) if isinstance(found, list) else ():
        yield (*path, str(number))
