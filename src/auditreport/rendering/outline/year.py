"""The year: practice areas by quarter, overall judgements, moderation."""

from __future__ import annotations

from collections.abc import Iterator

from auditreport.analysis.disclosure.hiding import holds_hidden
from auditreport.analysis.figures import Figures, Period, Rules
from auditreport.analysis.hidden import SYMBOL, is_hidden
from auditreport.rendering.blocks import (
    Block,
    HeatCell,
    HeatMap,
    HeatRow,
    ListGroup,
    Lists,
    Paragraph,
    plain,
)
from auditreport.rendering.layout import Part
from auditreport.rendering.outline.areas import area_lists, area_percent
from auditreport.rendering.outline.audited import count_audits, hides_areas, say_judgements
from auditreport.rendering.outline.bars import good_label, judgement_bars
from auditreport.rendering.outline.breakdowns import impact_table, profile_part
from auditreport.rendering.outline.moderation import moderation_part
from auditreport.rendering.outline.previous import previous_part, said_part
from auditreport.rendering.outline.prose import narrative_part
from auditreport.rendering.outline.reaudits import reaudit_pairs, reaudits_part
from auditreport.rendering.outline.signed import signed_part
from auditreport.rendering.outline.turning import compare_quarters, in_quarters, strengths_at_times
from auditreport.rendering.wording import FEWEST_FOR_PERCENT, count_of, join_words

_CLEARLY = (
    "A difference is called clear, better or worse only where chance alone is unlikely to explain "
    "it (see Method)."
)


def year_part(figures: Figures) -> Part:
    """Return everything about the year as a whole."""
    year = figures.periods["year"]
    parts = (
        Part("year-overall", "Overall judgements by quarter", tuple(_overall(figures, year))),
        Part("year-practice-areas", "Practice areas by quarter", tuple(_areas(figures, year))),
        previous_part(figures),
        said_part(figures),
        moderation_part(figures),
        reaudits_part(figures),
        profile_part(figures, "year"),
        narrative_part(figures, "Year", "Commentary", "year-commentary"),
        signed_part(figures),
    )
    found = tuple(part for part in parts if part)
    blocks = (Paragraph(plain(_CLEARLY)),) if found else ()
    return Part("year", f"The year, {year.label}", blocks, found)


def year_detail_part(figures: Figures) -> Part:
    """Return the lists and tables of the year that stand in the appendix."""
    year = figures.periods["year"]
    if figures.scope != "year" or not count_audits(figures, "year"):
        return Part("", "")
    lists = (area_lists(figures, year),) if year.areas else ()
    blocks = (*lists, *reaudit_pairs(figures), *impact_table(figures))
    return Part("year-detail", "The year in detail", blocks)


def _quarters(figures: Figures) -> dict[str, Period]:
    return {name: period for name, period in figures.periods.items() if name != "year"}


def _overall(figures: Figures, year: Period) -> Iterator[Block]:
    if not count_audits(figures, "year"):
        return
    made = "made with the standard tool over the year"
    yield Paragraph(plain(say_judgements(figures, "year", made)))
    rows = {name: period.overall for name, period in _quarters(figures).items()}
    caption = f"Overall judgements by quarter, {year.label}"
    yield judgement_bars(
        figures.scale, "year-overall-chart", caption, "Quarter", {**rows, "Year": year.overall}
    )
    yield from compare_quarters(figures)


def _areas(figures: Figures, year: Period) -> Iterator[Block]:
    if not count_audits(figures, "year") or not year.areas:
        return
    yield _consistency(figures)
    yield from strengths_at_times(figures)
    yield _heat_map(figures, year)


def _consistency(figures: Figures) -> Lists:
    found = figures.trend.quarters
    strong = tuple(
        f"{area}: {in_quarters(figures, area, found[area].strength)}{_on_few(figures, area)}"
        for area in figures.trend.consistent_strengths
    )
    weak = tuple(
        f"{area}: {in_quarters(figures, area, found[area].development)}{_on_few(figures, area)}"
        for area in figures.trend.persistent_development
    )
    none = "None of those shown" if hides_areas(figures, *figures.periods) else "None"
    return Lists(
        (
            ListGroup("Consistent strengths", strong or (none,)),
            ListGroup("Persistent areas for development", weak or (none,)),
        )
    )


def _on_few(figures: Figures, area: str) -> str:
    """Say so where every quarter judged too few for a percentage in a sentence."""
    bases = [period.areas[area].good_or_better.base for period in _quarters(figures).values()]
    is_few = all(not is_hidden(base) and base < FEWEST_FOR_PERCENT for base in bases)
    return ", on few audits" if is_few else ""


def _heat_map(figures: Figures, year: Period) -> HeatMap:
    periods = {**_quarters(figures), "Year": year}
    rows = tuple(
        HeatRow(area, tuple(_heat_cell(period, area, figures.rules) for period in periods.values()))
        for area in year.areas
    )
    good, rules = good_label(figures.scale), figures.rules
    return HeatMap(
        "year-heat-map",
        f"{good} by practice area and quarter, {year.label}",
        "Practice area",
        tuple(periods),
        rows,
        _describe(tuple(periods), rows),
        note=(
            f"Strength: at least {rules.strength_threshold:g}%. Development: below "
            f"{rules.development_threshold:g}%. Fewer than {rules.smallest_base} judged: no share."
        ),
    )


def _heat_cell(period: Period, area: str, rules: Rules) -> HeatCell:
    good = period.areas[area].good_or_better
    if holds_hidden(good):
        return HeatCell(SYMBOL, "", "hidden")
    detail = f"{good.count:,} of {good.base:,}"
    if area in period.too_few:
        return HeatCell("too few", detail, "few")
    level = "strength" if area in period.strengths else "between"
    if area in period.development:
        level = "development"
    return HeatCell(area_percent(area, period, rules), detail, level)


_LEVELS = {
    "strength": ("strength", "strengths"),
    "development": ("area for development", "areas for development"),
    "between": ("area that is neither", "areas that are neither"),
    "few": ("area with too few", "areas with too few"),
    "hidden": ("area not shown", "areas not shown"),
}


def _describe(columns: tuple[str, ...], rows: tuple[HeatRow, ...]) -> str:
    """Count the levels of each column: a list of all cells would hide what the chart shows."""
    return " ".join(
        f"{column}: {_describe_column([row.cells[place].level for row in rows])}."
        for place, column in enumerate(columns)
    )


def _describe_column(levels: list[str]) -> str:
    counts = ((levels.count(level), words) for level, words in _LEVELS.items())
    return join_words(count_of(count, *words) for count, words in counts if count)
