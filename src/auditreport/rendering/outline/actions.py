"""Actions: how many are open, which are overdue, who owns them, what nobody acts on."""

from __future__ import annotations

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
from auditreport.rendering.wording import count_of, format_date, format_short_date, join_words

_COLUMNS = (
    *(Column(heading) for heading in ("Action", "From", "Practice area", "Owner", "Due")),
    Column("Days overdue", is_number=True),
    Column("Status"),
    Column("Outcome"),
)


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
    if actions.total:
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
    """Return actions in rows, by the day they are due: what is overdue longest comes first."""
    rows = tuple(_cells(item) for item in sorted(found, key=_order))
    used = [i for i in range(len(_COLUMNS)) if any(row[i] for row in rows)]
    return Table(
        caption,
        tuple(_COLUMNS[i] for i in used),
        tuple(tuple(row[i] for i in used) for row in rows),
    )


def _cells(item: ActionItem) -> tuple[str, ...]:
    return (
        f"{item.ref}: {item.action}" if item.ref else item.action,
        item.origin,
        item.area,
        item.owner or ("no owner" if item.overdue else ""),
        _date(item.due),
        f"{item.days_overdue:,}" if item.overdue else "",
        _status(item),
        item.outcome,
    )


def _order(item: ActionItem) -> date:
    return item.due or date.max


def _date(day: date | None) -> str:
    return format_short_date(day) if day else ""


def _status(item: ActionItem) -> str:
    if item.completed:
        late = ", late" if item.late else ""
        return f"{item.status}, {format_short_date(item.completed)}{late}"
    return item.status


def _in_development(figures: Figures) -> Iterator[str]:
    """Say how many actions are still open in each area for development, and where none is."""
    areas = figures.periods[figures.scope].development
    pending = {area: counts.open for area, counts in figures.actions.by_area.items()}
    counts = [f"{area} {pending[area]:,}" for area in areas if pending.get(area)]
    if counts:
        yield f"Open actions in areas for development: {join_words(counts)}."
    without = [area for area in areas if not pending.get(area)]
    if without:
        yield f"No action is open for {join_words(without)}."
