"""Judgements that are protected themselves: what is said of them where some are hidden."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from auditreport.analysis.disclosure.hiding import holds_hidden
from auditreport.analysis.figures import Figures, Good, Period, Trend
from auditreport.analysis.hidden import HIDDEN, is_hidden


def leave_out_judgements(figures: Figures) -> Figures:
    """Return the figures with all left out that would tell a judgement that is hidden.

    What counts judged cases outside the tables, such as second opinions and second audits, is left
    out whole.
    """
    periods = {n: _leave_out_of(period) for n, period in figures.periods.items()}
    again, follow_up = figures.reaudits, figures.follow_up
    worst = figures.periods["year"].overall.counts[figures.scale.judgements[-1]]
    if is_hidden(worst) or again.compared or again.inadequate or follow_up.inadequate:
        again = replace(
            again,
            total=HIDDEN,
            compared=HIDDEN,
            better=HIDDEN,
            same=HIDDEN,
            worse=HIDDEN,
            not_found=HIDDEN,
            inadequate=HIDDEN,
            without=HIDDEN,
        )
        follow_up = replace(follow_up, inadequate=HIDDEN, inadequate_without=HIDDEN)
    shown = _keep_shown(follow_up.development_without, _list_goods(figures.periods["year"]))
    return replace(
        figures,
        periods=periods,
        trend=_leave_out_of_trend(figures.trend, figures.periods),
        previous=None,
        targets={},
        reaudits=again,
        follow_up=replace(follow_up, development_without=shown),
    )


def _leave_out_of(period: Period) -> Period:
    """Return a period without lists and tables that would tell a hidden judgement."""
    goods = _list_goods(period)
    full = [name for name, area in period.areas.items() if not holds_hidden(area)]
    all_shown = len(full) == len(period.areas)
    return replace(
        period,
        strengths=_keep_shown(period.strengths, goods),
        development=_keep_shown(period.development, goods),
        too_few=_keep_shown(period.too_few, goods),
        outstanding=period.outstanding if all_shown else (),
        inadequate=period.inadequate if all_shown else (),
        moderation=None,
        inadequate_not_moderated=HIDDEN,
        immediate_concerns=HIDDEN,
        measures={},
        impact=None,
        impact_by_overall={},
        by_audit_type={},
        by_service={},
    )


def _list_goods(period: Period) -> dict[str, Good]:
    return {name: area.good_or_better for name, area in period.areas.items()}


def _keep_shown(areas: Iterable[str], goods: Mapping[str, Good]) -> tuple[str, ...]:
    return tuple(area for area in areas if not holds_hidden(goods[area]))


def _leave_out_of_trend(trend: Trend, periods: Mapping[str, Period]) -> Trend:
    """Return the trend over those areas alone of which Good or better is shown throughout."""
    shown = {
        area
        for area in trend.areas
        if not any(holds_hidden(period.areas[area].good_or_better) for period in periods.values())
    }
    overall = not any(holds_hidden(period.overall.good_or_better) for period in periods.values())
    return replace(
        trend,
        areas={area: found for area, found in trend.areas.items() if area in shown},
        changes=tuple(
            change
            for change in trend.changes
            if (change.area in shown or (overall and change.area not in trend.areas))
        ),
        consistent_strengths=tuple(a for a in trend.consistent_strengths if a in shown),
        persistent_development=tuple(a for a in trend.persistent_development if a in shown),
        measure_changes=(),
        overall_pairs=trend.overall_pairs if overall else (),
        turned=tuple(turn for turn in trend.turned if turn.area in shown),
        quarters={area: found for area, found in trend.quarters.items() if area in shown},
    )
