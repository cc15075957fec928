"""Whose cases were audited, and the judgements broken down by what is known of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from auditreport.analysis.figures import Distribution, Figures, Good, Period
from auditreport.rendering.blocks import (
    Block,
    Column,
    ListGroup,
    Lists,
    Paragraph,
    Table,
    plain,
)
from auditreport.rendering.layout import Part
from auditreport.rendering.outline.bars import good_label, judgement_bars
from auditreport.rendering.wording import interval_of, judgement_sentence, share_of


def profile_part(figures: Figures, name: str) -> Part:
    """Return the main profiles and the breakdowns of a quarter, or the breakdowns of the year."""
    period = figures.periods[name]
    profile = () if name == "year" else tuple(_main_profiles(period))
    heading = "Judgements by type of audit, service and team" if name == "year" else _HEADING
    return Part(f"{name.lower()}-profile", heading, (*profile, *_breakdowns(figures, name, period)))


_HEADING = "The cases audited"
_MAIN_COLUMNS = ("Age band", "Case type", "Team")


def _main_profiles(period: Period) -> Iterator[Block]:
    groups = tuple(
        ListGroup(column, tuple(f"{value}: {count:,}" for value, count in counts.items()))
        for column, counts in period.profile.items()
        if column in _MAIN_COLUMNS and any(counts.values())
    )
    if groups:
        yield Lists(groups)


def profiles_part(figures: Figures) -> Part:
    """Return a table for each thing that is known of the cases, a column for each period."""
    names = [name for name in figures.periods if figures.scope in ("year", name)]
    periods = [figures.periods[name] for name in names]
    tables = tuple(
        _profile_table(column, names, periods)
        for column in periods[-1].profile
        if any(any(period.profile[column].values()) for period in periods)
    )
    return Part("profiles", _HEADING, tables)


def _profile_table(column: str, names: Sequence[str], periods: Sequence[Period]) -> Table:
    values = dict.fromkeys(value for period in periods for value in period.profile[column])
    rows = tuple(
        (value, *(f"{period.profile[column].get(value, 0):,}" for period in periods))
        for value in values
    )
    headings = ("Year" if name == "year" else name for name in names)
    columns = (Column(column), *(Column(heading, is_number=True) for heading in headings))
    return Table(f"Audits by {column.lower()}", columns, rows)


def _breakdowns(figures: Figures, name: str, period: Period) -> Iterator[Block]:
    types = {kind: row for kind, row in period.by_audit_type.items() if row.total}
    if len(types) > 1:
        caption = f"Overall judgements by audit type, {period.label}"
        chart_id = f"{name.lower()}-audit-types"
        yield judgement_bars(figures.scale, chart_id, caption, "Audit type", types)
    yield from _services(figures, name, period)
    groups = {c: g for c, g in period.good_by.items() if c != "Service"} if name == "year" else {}
    if name == "year":
        groups["Age band"] = period.good_by_age_band
        groups["Audit type"] = {kind: row.good_or_better for kind, row in types.items()}
    for column, goods in groups.items():
        if len([good for good in goods.values() if good.base]) > 1:
            yield good_table(figures, column, goods, period.label)
    if name == "year":
        yield from _impact(figures, period)


def _services(figures: Figures, name: str, period: Period) -> Iterator[Block]:
    """Give each service its share; in the year its sentence and its bar too."""
    services = {service: row for service, row in period.by_service.items() if row.total}
    if len(services) < 2:
        return
    if name != "year":
        yield good_table(figures, "Service", period.good_by["Service"], period.label)
        return
    for service, row in services.items():
        yield Paragraph(plain(f"{service}: {_service_sentence(row)}"))
    caption = f"Overall judgements by service, {period.label}"
    yield judgement_bars(figures.scale, "year-services", caption, "Service", services)
    yield good_table(figures, "Service", period.good_by["Service"], period.label)


def _service_sentence(row: Distribution) -> str:
    text = judgement_sentence(row, "completed")
    return text[0].lower() + text[1:]


def _impact(figures: Figures, period: Period) -> Iterator[Block]:
    """Show the difference made for the child, and how far it goes with the overall judgement."""
    if period.impact is None:
        return
    rows = {"Impact for the child": period.impact, "Overall judgement": period.overall}
    caption = f"Impact for the child beside the overall judgement, {period.label}"
    yield judgement_bars(figures.scale, "year-impact", caption, "Judgement", rows)
    if not period.impact_by_overall:
        return
    judgements = figures.scale.judgements
    columns = (Column(f"Impact: {word}", is_number=True) for word in judgements)
    yield Table(
        "Overall judgement (rows) by impact for the child (columns), audits with both",
        (Column("Overall"), *columns),
        tuple(
            (overall, *(f"{count:,}" for count in found.values()))
            for overall, found in period.impact_by_overall.items()
        ),
    )


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
