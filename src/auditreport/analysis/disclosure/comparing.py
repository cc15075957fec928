"""Comparisons in a public edition: what is made of a hidden count is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar, cast

from auditreport.analysis.disclosure.copies import find_copies
from auditreport.analysis.disclosure.hiding import hide_counts, holds_hidden
from auditreport.analysis.disclosure.ledger import Key, find
from auditreport.analysis.disclosure.tables import Content
from auditreport.analysis.figures import (
    EvidenceComparison,
    EvidenceTheme,
    Figures,
    JudgementComparison,
    JudgementTheme,
    Series,
)
from auditreport.analysis.figures_json import to_plain
from auditreport.analysis.hidden import HIDDEN, SYMBOL

Theme = JudgementTheme | EvidenceTheme
Value = TypeVar("Value")


def leave_out_comparisons(figures: Figures) -> Figures:
    """Return the figures without comparisons that would tell a hidden count.

    Groups of audits against all others are left out whole: the groups stand in their tables.
    """
    figures = hide_counts(figures, _find_stale(figures))
    return replace(
        figures,
        groups={},
        thematic={name: _keep_compared(theme) for name, theme in figures.thematic.items()},
        feedback={
            name: replace(found, compared=_keep_shown(found.compared))
            for name, found in figures.feedback.items()
        },
        series=tuple(map(_keep_items, figures.series)),
    )


def _find_stale(figures: Figures) -> Iterator[Key]:
    """Yield the copies of hidden counts."""
    content = cast("Content", to_plain(figures))
    for path, sources in find_copies(content).items():
        if any(find(content, source) == SYMBOL for source in sources):
            yield path


def _keep_shown(found: tuple[Value, ...]) -> tuple[Value, ...]:
    return tuple(value for value in found if not holds_hidden(value))


def _without_hidden(found: Mapping[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in found.items() if not holds_hidden(value)}


def _keep_compared(theme: Theme) -> Theme:
    compared = theme.compared_with
    if isinstance(theme, JudgementTheme) and isinstance(compared, JudgementComparison):
        overall = None if holds_hidden(compared.overall) else compared.overall
        items = _without_hidden(compared.items)
        return replace(theme, compared_with=replace(compared, overall=overall, items=items))
    if isinstance(theme, EvidenceTheme) and isinstance(compared, EvidenceComparison):
        return replace(theme, compared_with=_keep_found(compared))
    return theme


def _keep_found(compared: EvidenceComparison) -> EvidenceComparison:
    """Return a comparison in which an item of which anything is hidden is hidden throughout."""
    then, now = _without_hidden(compared.as_published), _without_hidden(compared.now)
    changes = _without_hidden(compared.changes)
    shown = then.keys() & now.keys() & changes.keys()

    def hide(percents: Mapping[str, int | None]) -> dict[str, int | None]:
        return {item: found if item in shown else HIDDEN for item, found in percents.items()}

    return replace(
        compared,
        as_published=hide(compared.as_published),
        like_for_like=hide(compared.like_for_like),
        now=hide(compared.now),
        changes={item: change for item, change in changes.items() if item in shown},
    )


def _keep_items(series: Series) -> Series:
    items = _without_hidden(series.items)
    changes = tuple(change for change in series.changes if change.area in items)
    return replace(series, items=items, changes=changes)
