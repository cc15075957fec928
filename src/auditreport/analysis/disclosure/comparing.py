"""Comparisons in a public edition: what is made of a hidden count is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from auditreport.analysis.changes import OVERALL
from auditreport.analysis.disclosure.hiding import holds_hidden
from auditreport.analysis.figures import (
    EvidenceTheme,
    FeedbackChange,
    FeedbackFigures,
    Figures,
    JudgementComparison,
    JudgementTheme,
    Series,
)
from auditreport.analysis.hidden import HIDDEN

Theme = JudgementTheme | EvidenceTheme
Value = TypeVar("Value")


def leave_out_comparisons(figures: Figures) -> Figures:
    """Return the figures without comparisons that would tell a hidden count.

    Groups of audits against all others are left out whole: the groups stand in their tables.
    """
    thematic = {name: _compare_theme(figures, theme) for name, theme in figures.thematic.items()}
    feedback = {name: _compare_round(figures, found) for name, found in figures.feedback.items()}
    series = tuple(_keep_items(figures, found) for found in figures.series)
    return replace(figures, groups={}, thematic=thematic, feedback=feedback, series=series)


def _compare_theme(figures: Figures, theme: Theme) -> Theme:
    if theme.compared_with is None or theme.compared_with.name not in figures.thematic:
        return theme
    earlier = figures.thematic[theme.compared_with.name]
    hidden = set(_list_hidden(earlier)) | set(_list_hidden(theme))
    if isinstance(theme, JudgementTheme):
        return replace(theme, compared_with=_keep_judged(earlier, theme, hidden))
    compared = theme.compared_with
    return replace(
        theme,
        compared_with=replace(
            compared,
            as_published=_hide_in(compared.as_published, hidden),
            like_for_like=_hide_in(compared.like_for_like, hidden),
            now=_hide_in(compared.now, hidden),
            changes=_without(compared.changes, hidden),
        ),
    )


def _list_hidden(theme: Theme) -> Iterator[str]:
    """Yield the items of which anything is hidden."""
    for item, found in theme.items.items():
        if holds_hidden(found):
            yield item


def _keep_judged(
    earlier: Theme, theme: JudgementTheme, hidden: set[str]
) -> JudgementComparison | None:
    compared = theme.compared_with
    if compared is None or not isinstance(earlier, JudgementTheme):
        return None
    is_hidden = holds_hidden(earlier.overall) or holds_hidden(theme.overall)
    overall = None if is_hidden else compared.overall
    return replace(compared, overall=overall, items=_without(compared.items, hidden))


def _hide_in(percents: Mapping[str, int | None], hidden: set[str]) -> dict[str, int | None]:
    return {item: HIDDEN if item in hidden else found for item, found in percents.items()}


def _without(found: Mapping[str, Value], left_out: set[str]) -> dict[str, Value]:
    return {item: value for item, value in found.items() if item not in left_out}


def _compare_round(figures: Figures, feedback: FeedbackFigures) -> FeedbackFigures:
    shown = (found for found in feedback.compared if _is_round_shown(figures, found))
    return replace(feedback, compared=tuple(shown))


def _is_round_shown(figures: Figures, compared: FeedbackChange) -> bool:
    change = compared.change
    for name in (change.before_period, change.after_period):
        found = figures.feedback[name]
        apart = found.by_respondent or {}
        questions = apart.get(compared.respondent, found.questions)
        if holds_hidden(questions[compared.code].positive):
            return False
    return True


def _keep_items(figures: Figures, series: Series) -> Series:
    themes = [figures.thematic[name] for name in series.rounds]
    hidden = {item for theme in themes for item in _list_hidden(theme)}
    if any(isinstance(theme, JudgementTheme) and holds_hidden(theme.overall) for theme in themes):
        hidden.add(OVERALL)
    changes = tuple(change for change in series.changes if change.area not in hidden)
    return replace(series, items=_without(series.items, hidden), changes=changes)
