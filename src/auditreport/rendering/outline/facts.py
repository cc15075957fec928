"""The figures at a glance: each with what it counts and what it is of."""

from __future__ import annotations

from collections.abc import Iterator

from auditreport.analysis.disclosure.hiding import holds_hidden
from auditreport.analysis.figures import Distribution, Figures, Good, ScaleNames
from auditreport.analysis.hidden import is_hidden
from auditreport.rendering.blocks import Fact, Facts
from auditreport.rendering.outline.audited import count_audits, counted_themes
from auditreport.rendering.outline.bars import good_label
from auditreport.rendering.outline.opening import scope_period
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
    period, audits = scope_period(figures), count_audits(figures, figures.scope)
    files = noun_for(period.completed, "case files")
    yield Fact(f"{period.completed:,}", f"{files} audited", _made_of(figures))
    if period.overall.n:
        yield from _judged(period.overall, figures.scale)
    if audits:
        label = f"{noun_for(period.moderated, 'audits')} moderated"
        yield Fact(f"{period.moderated:,}", label, f"of {count_of(audits, 'audit')}")
    if figures.actions.total:
        detail = f"of {figures.actions.open:,} open, on {format_date(figures.actions.as_of)}"
        label = f"{noun_for(figures.actions.overdue, 'actions')} overdue"
        yield Fact(f"{figures.actions.overdue:,}", label, detail)


def _judged(overall: Distribution, scale: ScaleNames) -> Iterator[Fact]:
    """Return how many were good and how many the worst; one that is hidden is left out."""
    good, worst = overall.good_or_better, scale.judgements[-1]
    if not holds_hidden(good):
        yield Fact(f"{good.count:,} of {good.base:,}", good_label(scale), _percent_detail(good))
    if not is_hidden(overall.counts[worst]) and not is_hidden(overall.n):
        standard = f"of {count_of(overall.n, 'audit')} judged overall"
        yield Fact(f"{overall.counts[worst]:,}", worst, standard)


def _percent_detail(good: Good) -> str:
    if good.base < FEWEST_FOR_PERCENT:
        return "too few for a percentage"
    return f"{good.percent}%; 95% interval {interval_of(good.low, good.high)}"


def _made_of(figures: Figures) -> str:
    apart = sum(counted_themes(figures, figures.scope).values())
    period = scope_period(figures)
    if not apart:
        return f"with the standard tool, {period.label}"
    audits = count_audits(figures, figures.scope)
    return f"{audits:,} with the standard tool, {apart:,} in thematic audits"
