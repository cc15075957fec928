"""The figures at a glance: each with what it counts and what it is of."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from auditreport.analysis.disclosure.hiding import holds_hidden
from auditreport.analysis.figures import Figures, Good, Period, Verdict
from auditreport.analysis.hidden import is_hidden
from auditreport.rendering.blocks import Fact, Facts
from auditreport.rendering.outline.audited import count_audits, counted_themes
from auditreport.rendering.outline.bars import good_label
from auditreport.rendering.outline.moderation import count_agreed
from auditreport.rendering.outline.opening import scope_period
from auditreport.rendering.outline.targets import count_met, name_missed
from auditreport.rendering.wording import (
    FEWEST_FOR_PERCENT,
    count_of,
    format_date,
    interval_of,
    noun_for,
)

_MOST_GROUPS = 3
_UNANSWERED = "without an action"


def build_facts(figures: Figures) -> Facts:
    """Return the figures at a glance; one that has nothing to be of is left out."""
    return Facts(tuple(_facts(figures)))


def _facts(figures: Figures) -> Iterator[Fact]:
    period, audits = scope_period(figures), count_audits(figures, figures.scope)
    files = noun_for(period.completed, "case files")
    yield Fact(f"{period.completed:,}", f"{files} audited", _made_of(figures))
    if period.overall.n:
        yield from _judged(figures, period)
    if audits:
        label = f"{noun_for(period.moderated, 'audits')} moderated"
        yield Fact(f"{period.moderated:,}", label, f"of {count_of(audits, 'audit')}")
    if period.moderation:
        agreed, percent, compared = count_agreed(period.moderation)
        share = f"{percent}%" if compared >= FEWEST_FOR_PERCENT else "too few for a percentage"
        yield Fact(f"{agreed:,} of {compared:,}", "agreement at moderation", share)
    yield from _targets(figures)
    yield from _lower_groups(figures)
    if figures.actions.total:
        detail = f"of {figures.actions.open:,} open, on {format_date(figures.actions.as_of)}"
        label = f"{noun_for(figures.actions.overdue, 'actions')} overdue"
        yield Fact(f"{figures.actions.overdue:,}", label, detail)


def _judged(figures: Figures, period: Period) -> Iterator[Fact]:
    """Return how many were good and how many the worst; one that is hidden is left out."""
    overall, scale = period.overall, figures.scale
    good, worst = overall.good_or_better, scale.judgements[-1]
    if not holds_hidden(good):
        yield Fact(f"{good.count:,} of {good.base:,}", good_label(scale), _percent_detail(good))
    if not is_hidden(overall.counts[worst]) and not is_hidden(overall.n):
        judged = f"of {count_of(overall.n, 'audit')} judged overall"
        left = ", ".join(_not_followed(figures, period)) if overall.counts[worst] else ""
        yield Fact(f"{overall.counts[worst]:,}", worst, "; ".join(filter(None, (judged, left))))


def _not_followed(figures: Figures, period: Period) -> Iterator[str]:
    """Say of how many Inadequate audits nobody took a second look, or no action was made."""
    is_year = figures.scope == "year"
    found = (
        (period.moderated, period.inadequate_not_moderated, "not moderated"),
        (is_year and figures.reaudits.total, figures.reaudits.without, "not audited again"),
        (is_year and figures.actions.total, figures.follow_up.inadequate_without, _UNANSWERED),
    )
    return (f"{n:,} {what}" for known, n, what in found if known and n and not is_hidden(n))


def _targets(figures: Figures) -> Iterator[Fact]:
    targets = figures.targets.get(figures.scope, ())
    if targets:
        missed = name_missed(figures, targets)
        detail = f"not met: {'; '.join(missed)}" if missed else ""
        yield Fact(f"{count_met(targets):,} of {len(targets):,}", "targets met", detail)


def _lower_groups(figures: Figures) -> Iterator[Fact]:
    """Name the groups of the year's audits that are clearly lower than all others, lowest first."""
    if figures.scope != "year" or figures.audience != "internal":
        return
    changes = (change for found in figures.groups.values() for change in found)
    lower = [change for change in changes if change.verdict is Verdict.WORSE]
    lower.sort(key=lambda change: Fraction(change.after.count, change.after.base))
    if lower:
        named = [f"{c.area} {c.after.count:,} of {c.after.base:,}" for c in lower[:_MOST_GROUPS]]
        more = len(lower) - len(named)
        detail = "; ".join((*named, *([f"{more:,} more"] if more else [])))
        noun = "group" if len(lower) == 1 else "groups"
        yield Fact(f"{len(lower):,}", f"{noun} clearly lower than all others", detail)


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
