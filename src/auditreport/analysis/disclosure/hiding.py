"""Figures with counts hidden, and with them all that follows from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from auditreport.analysis.disclosure.ledger import Key
from auditreport.analysis.figures import Distribution, EvidenceItem, Figures, Good, Positive
from auditreport.analysis.hidden import HIDDEN, is_hidden

Tree = dict[str, "Tree"]
Record = TypeVar("Record")


def hide_counts(figures: Figures, keys: Iterable[Key]) -> Figures:
    """Return the figures with the counts at some paths of figures.json hidden.

    Percentages and intervals that are made of a hidden count are hidden with it.
    """
    tree: Tree = {}
    for key in keys:
        node = tree
        for step in key:
            node = node.setdefault(step, {})
    return cast("Figures", _settle(_hide(figures, tree))) if tree else figures


def holds_hidden(node: object) -> bool:
    """Tell whether anything in a value of Figures is hidden."""
    if isinstance(node, Mapping):
        return any(map(holds_hidden, node.values()))
    if isinstance(node, tuple):
        return any(map(holds_hidden, node))
    if is_dataclass(node) and not isinstance(node, type):
        return any(holds_hidden(getattr(node, field.name)) for field in fields(node))
    return is_hidden(node)


def _hide(node: Any, tree: Tree) -> Any:
    """Return a value of Figures with what a tree of paths leads to hidden."""
    if not tree:
        return HIDDEN
    if isinstance(node, Mapping):
        return {k: _hide(v, tree[k]) if k in tree else v for k, v in node.items()}
    if isinstance(node, tuple):
        return tuple(_hide(v, tree[str(n)]) if str(n) in tree else v for n, v in enumerate(node))
    return replace(node, **{step: _hide(getattr(node, step), tree[step]) for step in tree})


def _settle(node: Any) -> Any:
    """Return a value of Figures with all hidden that is made of what is hidden in it."""
    if isinstance(node, Mapping):
        return {key: _settle(value) for key, value in node.items()}
    if isinstance(node, tuple):
        return tuple(map(_settle, node))
    if not is_dataclass(node) or isinstance(node, type) or not holds_hidden(node):
        return node
    settled = replace(node, **{f.name: _settle(getattr(node, f.name)) for f in fields(node)})
    return _SETTLED.get(type(node), _as_it_is)(settled)


def _as_it_is(record: Record) -> Record:
    return record


def _settle_good(good: Good) -> Good:
    return replace(good, percent=HIDDEN, low=HIDDEN, high=HIDDEN)


def _settle_distribution(found: Distribution) -> Distribution:
    judged = (found.n, *found.counts.values())
    if _any_hidden(judged):
        found = replace(found, percent=dict.fromkeys(found.percent, HIDDEN))
    if _any_hidden((*judged, *found.not_judged.values())):
        found = replace(found, share=dict.fromkeys(found.share, HIDDEN))
    return found


def _settle_item(item: EvidenceItem) -> EvidenceItem:
    return replace(item, percent=HIDDEN) if _any_hidden((item.yes, item.base)) else item


def _settle_positive(positive: Positive) -> Positive:
    return replace(positive, percent=HIDDEN)


_SETTLED: Mapping[type, Callable[[Any], Any]] = {
    Good: _settle_good,
    Distribution: _settle_distribution,
    EvidenceItem: _settle_item,
    Positive: _settle_positive,
}


def _any_hidden(counts: Iterable[object]) -> bool:
    return any(is_hidden(count) for count in counts)
