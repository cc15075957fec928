"""Actions: how many are open, which are overdue, who owns them, what nobody acts on."""

from __future__ import annotations

from collections.abc import Iterator
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
from auditreport.rendering.outline.prose import build_narrative
from auditreport.rendering.wording import count_of, format_date, join_words

_NUMBERS = ("Actions", "Complete", "Open", "Overdue", "Completed late")


def actions_part(figures: Figures) -> Part:
    """Return the actions: counts, overdue first, then by owner, then by area for development."""
    return Part("actions", "Actions", tuple(_blocks(figures)))


def _blocks(figures: Figures) -> Iterator[Block]:
    actions = figures.actions
    if actions.total:
        yield Paragraph(plain(_counts(figures)))
    if actions.items:
        yield _items_table(figures)
    if actions.by_owner:
        yield _owners_table(figures)
    if actions.total:
        yield from _development(figures)
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


def _items_table(figures: Figures) -> Table:
    items = sorted(figures.actions.items, key=_order)
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
        "Actions, the overdue first",
        tuple(Column(columns[i]) for i in used),
        tuple(tuple(row[i] for i in used) for row in rows),
    )


def _order(item: ActionItem) -> tuple[bool, bool, date]:
    return (not item.overdue, item.is_complete, item.due or date.max)


def _date(day: date | None) -> str:
    return format_date(day) if day else ""


def _status(item: ActionItem) -> str:
    if item.overdue:
        return f"{item.status}, overdue" if item.status else "Overdue"
    if item.completed:
        late = ", late" if item.late else ""
        return f"{item.status}, {format_date(item.completed)}{late}"
    return item.status


def _owners_table(figures: Figures) -> Table:
    rows = tuple(
        (owner, *(f"{n:,}" for n in (c.total, c.complete, c.open, c.overdue, c.completed_late)))
        for owner, c in figures.actions.by_owner.items()
    )
    columns = (Column("Owner"), *(Column(text, is_number=True) for text in _NUMBERS))
    return Table("Actions by owner", columns, rows)


def _development(figures: Figures) -> Iterator[Block]:
    """Set each area for development beside the actions that are still open in it."""
    areas = figures.periods[figures.scope].development
    if not areas or not figures.actions.items:  # without items nobody can say what is open
        return
    open_items = [item for item in figures.actions.items if not item.is_complete]
    rows = tuple((area, f"{sum(i.area == area for i in open_items):,}") for area in areas)
    yield Table(
        "Areas for development and their open actions",
        (Column("Area for development"), Column("Open actions", is_number=True)),
        rows,
    )
    without = [area for area, count in rows if count == "0"]
    if without:
        yield Paragraph(plain(f"No action is open for {join_words(without)}."))
