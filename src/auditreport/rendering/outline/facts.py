"""The figures at a glance: each with what it counts and what it is of."""

from __future__ import annotations

from collections.abc import Iterator

from auditreport.analysis.figures import Figures, Good
from auditreport.rendering.blocks import Fact, Facts
from auditreport.rendering.outline.bars import good_label
from auditreport.rendering.outline.opening import counted_themes, scope_period
from auditreport.rendering.wording import (
    FEWEST_FOR_PERCENT,
    count_of,
    format_date,
    interval_of,
    noun_for,
)


def build_facts(figures: Figures) -> Facts:
    """Return the figures at a glance; one that has nothing to be of is left out."""
    return Facts(tuple(_facts(figures)))


def _facts(figures: Figures) -> Iterator[Fact]:
    period, scale = scope_period(figures), figures.scale
    good, worst = period.overall.good_or_better, scale.judgements[-1]
    files = noun_for(period.completed, "case files")
    yield Fact(f"{period.completed:,}", f"{files} audited", _made_of(figures))
    if period.overall.n:
        standard = f"of {count_of(period.overall.n, 'audit')} judged overall"
        yield Fact(f"{good.count:,} of {good.base:,}", good_label(scale), _percent_detail(good))
        yield Fact(f"{period.overall.counts[worst]:,}", worst, standard)
    if period.overall.total:
        label = f"{noun_for(period.moderated, 'audits')} moderated"
        yield Fact(f"{period.moderated:,}", label, f"of {count_of(period.overall.total, 'audit')}")
    if figures.actions.total:
        detail = f"of {figures.actions.open:,} open, on {format_date(figures.actions.as_of)}"
        label = f"{noun_for(figures.actions.overdue, 'actions')} overdue"
        yield Fact(f"{figures.actions.overdue:,}", label, detail)


def _percent_detail(good: Good) -> str:
    if good.base < FEWEST_FOR_PERCENT:
        return "too few for a percentage"
    return f"{good.percent}%; 95% interval {interval_of(good.low, good.high)}"


def _made_of(figures: Figures) -> str:
    apart = sum(counted_themes(figures, figures.scope).values())
    period = scope_period(figures)
    if not apart:
        return f"with the standard tool, {period.label}"
    return f"{period.overall.total:,} with the standard tool, {apart:,} in thematic audits"
