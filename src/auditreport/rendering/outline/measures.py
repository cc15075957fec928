"""The council's own measures: how often practice was good, over the year and by quarter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from auditreport.analysis.figures import EvidenceItem, Figures, MeasureFigures, Verdict
from auditreport.rendering.blocks import Block, Bullets, Column, Paragraph, Table, plain
from auditreport.rendering.layout import Part
from auditreport.rendering.outline.bars import evidence_bars
from auditreport.rendering.wording import change_line, share_of

_BASE = "those that say yes or no"
_GOOD = "Good practice"


def measures_part(figures: Figures) -> Part:
    """Return the measures of the period that the report is about."""
    measures = figures.periods[figures.scope].measures
    if not measures:
        return Part("", "")
    return Part("measures", "Compliance measures", tuple(_blocks(figures)))


def _blocks(figures: Figures) -> Iterator[Block]:
    period = figures.periods[figures.scope]
    found = tuple(period.measures.values())
    items = {_label(measure): _item(measure) for measure in found}
    bars = evidence_bars("measures-chart", f"Measures, {period.label}", items, _BASE)
    pairs = zip(bars.rows, found, strict=True)
    rows = tuple(replace(row, after=(_share(measure),)) for row, measure in pairs)
    yield replace(bars, heading="Measure", after=(_GOOD,), rows=rows)
    if figures.scope == "year":
        yield from _changes(figures)


def _label(found: MeasureFigures) -> str:
    return found.label if found.good_is == "Yes" else f"{found.label} (No is good practice)"


def _item(found: MeasureFigures) -> EvidenceItem:
    return EvidenceItem(
        yes=found.yes,
        no=found.no,
        not_applicable=found.not_applicable,
        not_recorded=found.not_recorded,
        base=found.base,
        percent=found.percent,
    )


def quarters_part(figures: Figures) -> Part:
    """Return the measures by quarter, for the appendix of the year."""
    if figures.scope != "year" or not figures.periods["year"].measures:
        return Part("", "")
    return Part("measures-quarters", "Compliance measures by quarter", (_by_quarter(figures),))


def _by_quarter(figures: Figures) -> Table:
    names = tuple(figures.periods)
    rows = tuple(
        (_label(found), *(_share(figures.periods[p].measures[name]) for p in names))
        for name, found in figures.periods["year"].measures.items()
    )
    columns = (Column("Measure"), *(Column(p.capitalize(), is_number=True) for p in names))
    return Table(f"Measures by quarter: good practice, of {_BASE}", columns, rows)


def _changes(figures: Figures) -> Iterator[Block]:
    changes = figures.trend.measure_changes
    moved = [c for c in changes if c.verdict in (Verdict.BETTER, Verdict.WORSE)]
    if moved:
        order = list(dict.fromkeys(change.area for change in changes))
        moved.sort(key=lambda change: order.index(change.area))
        lines = tuple(plain(change_line(c, f"{c.area} ({_GOOD.lower()})")) for c in moved)
        yield Bullets(lines, lead="Measures in which quarters clearly differ:")
    elif any(change.verdict is Verdict.NO_CLEAR_CHANGE for change in changes):
        text = "In no measure does a quarter clearly differ from another"
        few = any(change.verdict is Verdict.TOO_FEW for change in changes)
        yield Paragraph(plain(f"{text}{', where enough were recorded to compare' if few else ''}."))


def _share(found: MeasureFigures) -> str:
    """Write how many gave the answer that is good practice."""
    return share_of(found.good) if found.good.base else "–"
