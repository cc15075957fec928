"""Whose cases were audited, and the judgements broken down by what is known of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from auditreport.analysis.disclosure.hiding import holds_hidden
from auditreport.analysis.figures import (
    Change,
    Distribution,
    Figures,
    Good,
    Period,
    Verdict,
)
from auditreport.analysis.hidden import is_hidden
from auditreport.rendering.blocks import (
    Block,
    Bullets,
    Column,
    ListGroup,
    Lists,
    Paragraph,
    Table,
    plain,
)
from auditreport.rendering.layout import Part
from auditreport.rendering.outline.bars import good_label, judgement_bars
from auditreport.rendering.outline.public import name_column
from auditreport.rendering.wording import (
    count_of,
    interval_of,
    join_words,
    share_of,
)


def profile_part(figures: Figures, name: str) -> Part:
    """Return the main profiles and the breakdowns of a quarter, or the breakdowns of the year."""
    period = figures.periods[name]
    profile = () if name == "year" else tuple(_main_profiles(figures, period))
    heading = "Judgements by type of audit, service and team" if name == "year" else _HEADING
    return Part(f"{name.lower()}-profile", heading, (*profile, *_breakdowns(figures, name, period)))


_HEADING = "The cases audited"
_MAIN_COLUMNS = ("Age band", "Case type", "Team")


def _main_profiles(figures: Figures, period: Period) -> Iterator[Block]:
    found = {c: counts for c, counts in period.profile.items() if c in _MAIN_COLUMNS}
    hidden = [column for column, counts in found.items() if _is_withheld(counts.values())]
    groups = tuple(
        ListGroup(
            name_column(figures, column),
            ("; ".join(f"{value} ({count:,})" for value, count in counts.items()),),
        )
        for column, counts in found.items()
        if column not in hidden and any(counts.values())
    )
    if groups:
        yield Lists(groups)
    if hidden:
        columns = join_words(column.lower() for column in hidden)
        text = f"By {columns}: not shown by quarter, because the numbers are small."
        yield Paragraph(plain(text))


def _is_withheld(counts: Collection[int]) -> bool:
    """Tell whether what is hidden leaves nothing to read but zeros."""
    return any(map(is_hidden, counts)) and all(is_hidden(count) or not count for count in counts)


def profiles_part(figures: Figures) -> Part:
    """Return a table for each thing that is known of the cases, a column for each period."""
    names = [name for name in figures.periods if figures.scope in ("year", name)]
    shown = (
        (column, [name for name in names if column in figures.periods[name].profile])
        for column in figures.periods[names[-1]].profile
    )
    tables = tuple(
        _profile_table(figures, column, found)
        for column, found in shown
        if any(any(figures.periods[name].profile[column].values()) for name in found)
    )
    return Part("profiles", _HEADING, tables)


def _profile_table(figures: Figures, column: str, names: Sequence[str]) -> Table:
    periods = [figures.periods[name] for name in names]
    values = dict.fromkeys(value for period in periods for value in period.profile[column])
    rows = tuple(
        (value, *(f"{period.profile[column].get(value, 0):,}" for period in periods))
        for value in values
    )
    headings = ("Year" if name == "year" else name for name in names)
    columns = (Column(column), *(Column(heading, is_number=True) for heading in headings))
    return Table(f"Audits by {name_column(figures, column).lower()}", columns, rows)


def _breakdowns(figures: Figures, name: str, period: Period) -> Iterator[Block]:
    for what, found in (("Audit type", period.by_audit_type), ("Service", period.by_service)):
        rows = {value: row for value, row in found.items() if holds_hidden(row) or row.total}
        if len(rows) > 1:
            when = period.label if name == "year" else name
            caption = f"Overall judgements by {what.lower()}, {when}"
            chart_id = f"{name.lower()}-{what.lower().replace(' ', '-')}s"
            yield judgement_bars(figures.scale, chart_id, caption, what, rows)
    if name == "year":
        yield from _groups_apart(figures)
        yield from _impact(figures, period)


def _groups_apart(figures: Figures) -> Iterator[Block]:
    """Name the groups that differ from all other audits, the worse first."""
    changes = [(c, change) for c, found in figures.groups.items() for change in found]
    if not changes:
        return
    lines = tuple(
        plain(_group_line(column, change))
        for verdict in (Verdict.WORSE, Verdict.BETTER)
        for column, change in changes
        if change.verdict is verdict
    )
    if lines:
        lead = "Groups that clearly differ from all others:"
        yield Bullets(lines, lead=lead)
    elif any(change.verdict is Verdict.NO_CLEAR_CHANGE for _, change in changes):
        columns = join_words(column.lower() for column in figures.groups)
        text = f"No group (by {columns}) clearly differs from all other audits."
        yield Paragraph(plain(text))
    yield Paragraph(plain("Each group with its interval stands in the appendix."))


def _group_line(column: str, change: Change) -> str:
    subject = f"{change.area} ({column.lower()})"
    shares = f"{share_of(change.after)}, {change.before_period} {share_of(change.before)}"
    return f"{subject}: {shares} – {change.verdict}."


def groups_part(figures: Figures) -> Part:
    """Return Good or better of each group with its interval, the quarters' services first."""
    return Part("groups", "Groups of audits", tuple(_group_tables(figures)))


def _group_tables(figures: Figures) -> Iterator[Table]:
    for name, period in figures.periods.items():
        services = {s: good for s, good in period.good_by.get("Service", {}).items() if good.base}
        if name != "year" and figures.scope in ("year", name) and len(services) > 1:
            yield good_table(figures, "Service", services, period.label)
    if figures.scope == "year":
        label = figures.periods["year"].label
        for column, goods in _year_groups(figures).items():
            yield good_table(figures, column, goods, label)


def _year_groups(figures: Figures) -> dict[str, dict[str, Good]]:
    """Return the groups of the year that are compared; a public edition compares none of its own.

    There they are all that have audits.
    """
    if figures.audience == "internal":
        return {c: {found.area: found.after for found in f} for c, f in figures.groups.items()}
    year = figures.periods["year"]
    columns = {**year.good_by, "Age band": year.good_by_age_band}
    found = {c: {name: good for name, good in f.items() if good.base} for c, f in columns.items()}
    return {column: goods for column, goods in found.items() if len(goods) > 1}


def _impact(figures: Figures, period: Period) -> Iterator[Block]:
    """Show the difference made for the child beside the overall judgement."""
    if period.impact is None:
        return
    rows = {"Impact for the child": period.impact, "Overall judgement": period.overall}
    caption = f"Impact for the child beside the overall judgement, {period.label}"
    yield judgement_bars(figures.scale, "year-impact", caption, "Judgement", rows)
    if not holds_hidden(period.impact):
        yield Paragraph(plain(_impact_sentence(figures, period.impact)))


def _impact_sentence(figures: Figures, impact: Distribution) -> str:
    good, missing = impact.good_or_better, impact.total - impact.n
    if not good.base:
        return f"None of the {count_of(missing, 'audit')} recorded the impact."
    text = f"Impact was {good_label(figures.scale)} in {good.count:,} of the "
    text += f"{count_of(good.base, 'audit')} where it was recorded"
    return f"{text}; {missing:,} did not record it." if missing else f"{text}."


def impact_table(figures: Figures) -> Iterator[Block]:
    """Return the overall judgement crossed with impact, for the appendix of the year."""
    period = figures.periods["year"]
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


def _is_below(base: int, smallest: int) -> bool:
    return not is_hidden(base) and base < smallest


def good_table(figures: Figures, column: str, groups: Mapping[str, Good], label: str) -> Table:
    """Return Good or better by the values of a column, with the interval each base allows."""
    smallest = figures.rules.smallest_base
    good_name = good_label(figures.scale)
    rows = tuple(
        (
            value,
            share_of(good),
            "too few to say"
            if _is_below(good.base, smallest)
            else interval_of(good.low, good.high),
        )
        for value, good in groups.items()
    )
    columns = (
        Column(column),
        Column(good_name, is_number=True),
        Column("95% interval", is_number=True),
    )
    caption = f"{good_name} by {name_column(figures, column).lower()}, {label}"
    return Table(caption, columns, rows)
