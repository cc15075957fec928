"""figures.json as a tree of texts, in which two reports can be compared figure by figure."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from auditreport.records import record

NOTHING = "–"

# Each field that marks a kind of record, and what in such a record only repeats other figures.
_REPEATS: Mapping[str, frozenset[str]] = {
    "good_or_better": frozenset({"n", "percent", "share"}),
    "not_recorded": frozenset({"base", "percent", "good"}),
    "positive_answers": frozenset({"answered"}),
    "kappa": frozenset({"kappa_low", "kappa_high"}),
    "difference": frozenset({"area", "from", "to", "before", "after", "difference", "low", "high"}),
    "is_clear": frozenset({"measure", "label"}),
    "consistent_strengths": frozenset({"areas", "quarters"}),
    "same_denominator": frozenset({"as_published", "like_for_like", "now"}),
    "rounds": frozenset({"items"}),
    "renamed": frozenset({"said"}),
    "not_found": frozenset({"without_refs"}),
    "inadequate_without": frozenset({"inadequate_without_refs"}),
}
_SHARE = frozenset({"count", "base", "percent"})
_INTERVAL = frozenset({"low", "high"})
_FEWEST_FOR_PERCENT = 10
# What people wrote, and references of cases: only the number is told.
_WRITTEN = frozenset({"comments", "notes", "inadequate_without_refs", "without_refs"})
# These run on with the day alone.
_AGES = frozenset({"days_open", "days_overdue"})


@record
class Entries:
    """A list whose entries are told by their number alone."""

    texts: tuple[str, ...]

    def beside(self, then: Entries) -> str:
        """Say how many there are, and how many of them were not there before."""
        new = (Counter(self.texts) - Counter(then.texts)).total()
        if new:
            return f"{self}, {new:,} new or changed"
        return f"{self}" if len(self.texts) < len(then.texts) else f"{self}, in another order"

    def __str__(self) -> str:
        return "1 entry" if len(self.texts) == 1 else f"{len(self.texts):,} entries"


Tree = dict[str, "Tree"] | Entries | str
"""Figures by their names, down to what each of them says."""


def grow_tree(node: Any, *, is_whole: bool, name: str = "") -> Tree:
    """Return a value of figures.json as a tree.

    Without `is_whole`, what only repeats other figures is left out and a share is one text.
    """
    if isinstance(node, Mapping):
        return _grow_record(node, is_whole=is_whole)
    if isinstance(node, list):
        return _grow_list(node, is_whole=is_whole, name=name)
    return _show(node)


def _grow_record(node: Mapping[str, Any], *, is_whole: bool) -> Tree:
    rest = node if is_whole else _leave_out_repeats(node)
    tree = {key: grow_tree(value, is_whole=is_whole, name=key) for key, value in rest.items()}
    if is_whole or not node.keys() >= _SHARE:
        return tree
    return {"result": _show_share(node), **tree} if tree else _show_share(node)


def _leave_out_repeats(node: Mapping[str, Any]) -> dict[str, Any]:
    repeats = {name for mark, names in _REPEATS.items() if mark in node for name in names}
    if node.keys() >= _SHARE:
        repeats |= _SHARE | _INTERVAL
    return {key: value for key, value in node.items() if key not in repeats}


def _grow_list(node: Sequence[Any], *, is_whole: bool, name: str) -> Tree:
    if not node:
        return NOTHING
    if all(isinstance(found, str) for found in node) and name not in _WRITTEN:
        # The order ranks what is listed: a rank follows from figures that stand elsewhere.
        return ", ".join(node if is_whole else sorted(node)) or NOTHING
    keys = [_find_key(found) for found in node]
    if all(keys) and len(set(keys)) == len(keys):
        grown = (grow_tree(found, is_whole=is_whole) for found in node)
        return dict(zip(keys, grown, strict=True))
    return Entries(tuple(_write_entry(found, is_whole=is_whole) for found in node))


def _find_key(record: Any) -> str:
    """Return what a record of a list is known by; empty where it is known by nothing."""
    if not isinstance(record, Mapping):
        return ""
    namings = (naming(record) for fields, naming in _KEYS if record.keys() >= fields)
    return next(namings, "")


def _name_span(change: Mapping[str, Any]) -> str:
    return f"{change['from']} to {change['to']}"


_Naming = Callable[[Mapping[str, Any]], str]
_KEYS: tuple[tuple[frozenset[str], _Naming], ...] = (
    (frozenset({"area", "difference"}), lambda r: f"{r['area']}, {_name_span(r)}"),
    (
        frozenset({"question", "respondent", "change"}),
        lambda r: f"{r['question']} ({r['respondent']}), {_name_span(r['change'])}",
    ),
    (frozenset({"area", "became"}), lambda r: f"{r['area']}"),
    (frozenset({"measure"}), lambda r: f"{r['measure']}"),
    (frozenset({"rounds"}), lambda r: ", ".join(r["rounds"])),
    (frozenset({"name", "label"}), lambda r: f"{r['name']}"),
)


def _write_entry(entry: Any, *, is_whole: bool) -> str:
    if isinstance(entry, Mapping) and not is_whole:
        entry = {key: value for key, value in entry.items() if key not in _AGES}
    return json.dumps(entry, ensure_ascii=False)


def _show_share(share: Mapping[str, Any]) -> str:
    """Write `8 of 21 (38%)`, or `3 of 7` where the base is too small for a percentage."""
    base, percent = share["base"], share["percent"]
    of = f"{_show(share['count'])} of {_show(base)}"
    is_enough = isinstance(base, int) and base >= _FEWEST_FOR_PERCENT
    return f"{of} ({_show(percent)}%)" if is_enough else of


def _show(value: Any) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, float):
        return f"{value:,g}"
    return NOTHING if value in (None, "") else str(value)
