"""Whose cases were audited, and the judgements broken down by what is known of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from auditreport.analysis.figures import Figures, Good, Period
from auditreport.rendering.blocks import Block, Column, Table
from auditreport.rendering.layout import Part
from auditreport.rendering.outline.bars import count_bars, good_label, judgement_bars
from auditreport.rendering.outline.prose import anchor
from auditreport.rendering.wording import interval_of, share_of


def profile_part(figures: Figures, name: str) -> Part:
    """Return the profiles and breakdowns of a quarter or of the year."""
    period = figures.periods[name]
    blocks = (*_profiles(figures, name, period), *_breakdowns(figures, name, period))
    return Part(f"{name.lower()}-profile", "The cases audited", blocks)


def _profiles(figures: Figures, name: str, period: Period) -> Iterator[Block]:
    for column, counts in period.profile.items():
        if any(counts.values()):
            caption = (
                f"Audits by {column.lower()}, {name if name != 'year' else figures.report.year}"
            )
            yield count_bars(f"{name.lower()}-{anchor(column)}", caption, column, counts, "audits")


def _breakdowns(figures: Figures, name: str, period: Period) -> Iterator[Block]:
    types = {kind: row for kind, row in period.by_audit_type.items() if row.total}
    if len(types) > 1:
        caption = f"Overall judgements by audit type, {period.label}"
        chart_id = f"{name.lower()}-audit-types"
        yield judgement_bars(figures.scale, chart_id, caption, "Audit type", types)
    columns = tuple(period.good_by) if name == "year" else ("Service",)
    for column in columns:
        groups = period.good_by.get(column, {})
        if len([good for good in groups.values() if good.base]) > 1:
            yield good_table(figures, column, groups, period.label)


def good_table(figures: Figures, column: str, groups: Mapping[str, Good], label: str) -> Table:
    """Return Good or better by the values of a column, with the interval each base allows."""
    smallest = figures.rules.smallest_base
    good_name = good_label(figures.scale)
    rows = tuple(
        (
            value,
            share_of(good),
            interval_of(good.low, good.high) if good.base >= smallest else "too few to say",
        )
        for value, good in groups.items()
    )
    columns = (
        Column(column),
        Column(good_name, is_number=True),
        Column("95% interval", is_number=True),
    )
    return Table(f"{good_name} by {column.lower()}, {label}", columns, rows)
