"""Actions: how many are open, which are overdue, who owns them, what nobody acts on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from auditreport.analysis.figures import ActionItem, Figures
from auditreport.rendering.blocks import (
    Block,
    Column,
    Paragraph,
    Table,
    plain,
)
from auditreport.rendering.layout import Part
from auditreport.rendering.outline.ageing import ageing_blocks, counts_table, unanswered
from auditreport.rendering.outline.prose import build_narrative
from auditreport.rendering.wording import count_of, format_date, join_words


def actions_part(figures: Figures) -> Part:
    """Return the actions: counts, those that are overdue, what nobody acts on."""
    return Part("actions", "Actions", tuple(_blocks(figures)))


def _blocks(figures: Figures) -> Iterator[Block]:
    actions = figures.actions
    if actions.total:
        yield Paragraph(plain(" ".join((_counts(figures), *_in_development(figures)))))
    overdue = [item for item in actions.items if item.overdue]
    if overdue:
        yield _items_table("Actions that are overdue", overdue)
    if len(overdue) < len(actions.items):
        yield Paragraph(plain("The others stand in the appendix, with all by owner and by area."))
    if actions.items:
        yield from unanswered(figures)
    yield from build_narrative(figures, "Actions")


def _counts(figures: Figures) -> str:
    actions = figures.actions
    text = (
        f"Of {count_of(actions.total, 'action')}, {actions.complete:,} "
        f"{'is' if actions.complete == 1 else 'are'} complete and {actions.open:,} open"
    )
    if actions.open:
        text += f"; {actions.overdue:,} of the open ones "
        text += f"{'was' if actions.overdue == 1 else 'were'} overdue on "
        text += format_date(actions.as_of)
    if actions.completed_late:
        text += f". {actions.completed_late:,} of the complete ones "
        text += f"{'was' if actions.completed_late == 1 else 'were'} completed late"
    return f"{text}."


def actions_detail(figures: Figures) -> Part:
    """Return every action that is not overdue and the counts, for the appendix."""
    return Part("actions-detail", "Actions in full", tuple(_detail(figures)))


def _detail(figures: Figures) -> Iterator[Block]:
    actions = figures.actions
    if actions.by_owner:
        yield counts_table("Owner", "Actions by owner", actions.by_owner)
    if actions.total:
        yield from ageing_blocks(figures)
    pending = [item for item in actions.items if not item.is_complete and not item.overdue]
    if pending:
        yield _items_table("Actions that are open and not overdue", pending)
    complete = [item for item in actions.items if item.is_complete]
    if complete:
        yield _items_table("Actions that are complete", complete)


def _items_table(caption: str, found: Sequence[ActionItem]) -> Table:
    items = sorted(found, key=_order)
    columns = ("Action", "From", "Practice area", "Owner", "Due", "Status", "Outcome")
    rows = tuple(
        (
            f"{item.ref}: {item.action}" if item.ref else item.action,
            item.origin,
            item.area,
            item.owner,
            _date(item.due),
            _status(item),
            item.outcome,
        )
        for item in items
    )
    used = [i for i in range(len(columns)) if any(row[i] for row in rows)]
    return Table(
        caption,
        tuple(Column(columns[i]) for i in used),
        tuple(tuple(row[i] for i in used) for row in rows),
    )


def _order(item: ActionItem) -> date:
    return item.due or date.max


def _date(day: date | None) -> str:
    return format_date(day) if day else ""


def _status(item: ActionItem) -> str:
    if item.overdue:
        late = f"overdue by {count_of(item.days_overdue or 0, 'day')}"
        return f"{item.status}, {late}" if item.status else late.capitalize()
    if item.completed:
        late = ", late" if item.late else ""
        return f"{item.status}, {format_date(item.completed)}{late}"
    return item.status


def _in_development(figures: Figures) -> Iterator[str]:
    """Say how many actions are still open in each area for development, and where none is."""
    areas = figures.periods[figures.scope].development
    if not areas or not figures.actions.items:  # without items nobody can say what is open
        return
    pending = Counter(item.area for item in figures.actions.items if not item.is_complete)
    counts = [f"{area} {pending[area]:,}" for area in areas if pending[area]]
    if counts:
        yield f"Open actions in areas for development: {join_words(counts)}."
    without = [area for area in areas if not pending[area]]
    if without:
        yield f"No action is open for {join_words(without)}."
