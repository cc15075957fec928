"""What stands behind a thematic audit, for the appendix: whose cases, reasons, the cases."""

from __future__ import annotations

from collections.abc import Iterator

from auditreport.analysis.figures import CaseTable, EvidenceTheme, Figures, JudgementTheme
from auditreport.rendering.blocks import Block, Bullets, Column, Table, plain
from auditreport.rendering.layout import Part
from auditreport.rendering.outline.bars import count_bars
from auditreport.rendering.outline.prose import anchor
from auditreport.rendering.outline.public import name_column
from auditreport.rendering.wording import join_words

MADE_BY = " by"


def theme_details(figures: Figures) -> tuple[Part, ...]:
    """Return what stands behind each thematic audit that the report shows."""
    return tuple(
        Part(f"cases-{anchor(name)}", f"Cases: {name}", tuple(_blocks(figures, name)))
        for name, theme in figures.thematic.items()
        if figures.scope in ("year", theme.placed_in)
    )


def _blocks(figures: Figures, name: str) -> Iterator[Block]:
    theme = figures.thematic[name]
    if isinstance(theme, JudgementTheme):
        yield from _profiles(figures, name, theme)
    elif figures.audience == "internal":
        yield from _reasons(theme)
    if name in figures.cases:
        yield _case_table(name, figures.cases[name])


def _profiles(figures: Figures, name: str, theme: JudgementTheme) -> Iterator[Block]:
    for column, counts in theme.by.items():
        found = {value: count for value, count in counts.items() if count}
        if found and not column.endswith(MADE_BY):
            caption = f"{name}: {theme.counted_in} by {name_column(figures, column).lower()}"
            chart_id = f"theme-{anchor(name)}-{anchor(column)}"
            yield count_bars(chart_id, caption, column, found, theme.counted_in)


def _reasons(theme: EvidenceTheme) -> Iterator[Block]:
    lines = tuple(
        plain(f"{item}: {join_words(f'{text} ({count})' for text, count in texts.items())}")
        for item, texts in theme.reasons.items()
        if texts
    )
    if lines:
        yield Bullets(lines, lead="Why an item did not apply:")


def _case_table(name: str, table: CaseTable) -> Table:
    columns = tuple(Column(heading) for heading in table.columns)
    return Table(f"{name}: the cases looked at", columns, table.rows)
