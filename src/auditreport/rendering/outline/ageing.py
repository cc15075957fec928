"""Actions beyond the list: how old the open ones are, by practice area, what none is from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from auditreport.analysis.figures import ActionCounts, Figures
from auditreport.analysis.hidden import is_hidden
from auditreport.reading.dataset import NOT_RECORDED
from auditreport.rendering.blocks import Block, Bullets, Column, Table, plain
from auditreport.rendering.outline.bars import count_bars
from auditreport.rendering.wording import count_of, join_words

NUMBERS = ("Actions", "Complete", "Open", "Overdue", "Completed late")


def ageing_blocks(figures: Figures) -> Iterator[Block]:
    """Return the open actions by age, and all by practice area where any is named."""
    actions = figures.actions
    ages = {band: count for band, count in actions.ageing.items() if band != NOT_RECORDED or count}
    if actions.open and set(ages) != {NOT_RECORDED} and any(_known(ages)):
        yield count_bars("actions-ageing", "Open actions by age", "Open for", ages, "actions")
    if set(actions.by_area) - {NOT_RECORDED}:
        yield counts_table("Practice area", "Actions by practice area", actions.by_area)


def _known(ages: dict[str, int]) -> Iterator[int]:
    return (count for band, count in ages.items() if band != NOT_RECORDED)


def counts_table(heading: str, caption: str, found: Mapping[str, ActionCounts]) -> Table:
    """Return how many actions stand where, a row for each owner or practice area."""
    rows = tuple(
        (name, *(f"{n:,}" for n in (c.total, c.complete, c.open, c.overdue, c.completed_late)))
        for name, c in found.items()
    )
    columns = (Column(heading), *(Column(text, is_number=True) for text in NUMBERS))
    return Table(caption, columns, rows)


def unanswered(figures: Figures) -> Iterator[Block]:
    """Name the Inadequate audits and areas for development that no action is from."""
    found, lines = figures.follow_up, []
    if figures.scope != "year":
        return
    if found.inadequate_without and not is_hidden(found.inadequate_without):
        worst = figures.scale.judgements[-1]
        of = f"{found.inadequate_without:,} of {count_of(found.inadequate, f'{worst} audit')}"
        refs = join_words(found.inadequate_without_refs)
        lines.append(f"{of}: {refs}." if figures.audience == "internal" else f"{of}.")
    if found.development_without:
        areas = join_words(found.development_without)
        lines.append(f"Areas for development this year: {areas}.")
    if lines:
        yield Bullets(tuple(map(plain, lines)), lead="Without an action:")
