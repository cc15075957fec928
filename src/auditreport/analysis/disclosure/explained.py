"""Every number of a public figures.json explained: what nothing explains is not published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from auditreport.analysis.disclosure.copies import find_copies
from auditreport.analysis.disclosure.ledger import Key, Ledger, find, names
from auditreport.analysis.disclosure.tables import Content
from auditreport.analysis.figures_json import Plain

_NO_CHILDREN: frozenset[Key] = frozenset(
    {
        *(("actions",), ("problems",), ("rules",)),
        ("feedback", "*", "asked"),
        *(("periods", "*", "cancelled"), ("periods", "*", "completed"), ("periods", "*", "exempt")),
        *(("periods", "*", "moderated"), ("periods", "*", "not_returned")),
        *(("periods", "*", "open_cases"), ("periods", "*", "planned")),
    }
)
"""Paths below which nothing counts children by what they are or how they were judged."""


def find_unexplained(ledger: Ledger, content: Content) -> Iterator[Key]:
    """Yield where a number stands that is not known to be harmless.

    Harmless are a count of the ledger, which the attack takes as shown; what is made of counts
    that are shown themselves, such as a percentage or a copy in a comparison; and what counts
    nobody.
    """
    copies = find_copies(content)
    free = _NO_CHILDREN | ledger.unprotected
    for path, number in _list_numbers(content, ()):
        if path in ledger.printed or any(_lies_below(path, pattern) for pattern in free):
            continue
        if path in copies:
            is_explained = _add_up(content, copies[path]) == number
        else:
            is_explained = _add_up(content, _list_made_of(content, path)) is not None
        if not is_explained:
            yield path


def _list_numbers(node: Plain | Content, path: Key) -> Iterator[tuple[Key, int | float]]:
    if isinstance(node, list):
        for place, found in enumerate(node):
            yield from _list_numbers(found, (*path, str(place)))
    elif isinstance(node, int | float) and not isinstance(node, bool):
        yield path, node
    elif not isinstance(node, str | bool | None):
        for step, found in node.items():
            yield from _list_numbers(found, (*path, step))


def _lies_below(path: Key, pattern: Key) -> bool:
    return len(path) >= len(pattern) and all(
        wanted in ("*", step) for step, wanted in zip(path, pattern, strict=False)
    )


def _add_up(content: Content, keys: Iterable[Key]) -> int | None:
    """Return the sum of counts; None where one is hidden, or there is none."""
    found = [find(content, key) for key in keys]
    counts = [count for count in found if isinstance(count, int)]
    return sum(counts) if counts and len(counts) == len(found) else None


def _list_made_of(content: Content, path: Key) -> Iterator[Key]:
    """Yield the counts that a percentage, an interval or a difference is made of."""
    at = path[:-1]
    beside = names(content, *at)
    match path:
        case ("trend", "quarters", area, _):
            yield from _list_shares(content, ("trend", "areas", area))
        case ("feedback", name, "asked_by_respondent", _):
            yield ("feedback", name, "responses")
            kinds = names(content, "feedback", name, "respondents")
            yield from (("feedback", name, "respondents", kind) for kind in kinds)
        case ("reaudits" | "follow_up", _):
            for worst in names(content, "periods", "year", "overall", "counts")[-1:]:
                yield ("periods", "year", "overall", "counts", worst)
        case (*_, "percent" | "share" as group, _) if "counts" in names(content, *at[:-1]):
            yield from _list_judged(content, at[:-1], with_others=group == "share")
        case (*_, "percent" | "low" | "high") if "base" in beside:
            yield (*at, "yes" if "yes" in beside else "count")
            yield (*at, "base")
        case (*_, "difference" | "low" | "high") if "verdict" in beside:
            yield from _list_shares(content, at)


def _list_shares(content: Content, path: Key) -> Iterator[Key]:
    """Yield the counts and bases of the shares that stand together below a path."""
    for name in names(content, *path):
        if "base" in names(content, *path, name):
            yield from ((*path, name, step) for step in ("count", "base"))


def _list_judged(content: Content, path: Key, *, with_others: bool) -> Iterator[Key]:
    yield (*path, "n")
    for group in ("counts", "not_judged") if with_others else ("counts",):
        yield from ((*path, group, word) for word in names(content, *path, group))
