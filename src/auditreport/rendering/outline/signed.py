"""What changed since the report was signed off: each figure as it was then, and as it is now."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from auditreport.analysis.figures import ChangedSinceSigned, Figures, SignedChange
from auditreport.rendering.blocks import Block, Column, Paragraph, Table, plain
from auditreport.rendering.layout import Part
from auditreport.rendering.wording import count_of, format_date

_MOST_ROWS = 15
# What a reader asks for first, then what the findings rest on; `*` stands for any name.
_TIERS = (
    (
        ("periods", "*", "completed"),
        ("periods", "*", "overall"),
        ("periods", "*", "immediate_concerns"),
        ("thematic", "*", "cases"),
        ("thematic", "*", "overall"),
        ("feedback", "*", "responses"),
        *(("actions", count) for count in ("total", "open", "overdue")),
    ),
    (
        *(("periods", "*", areas) for areas in ("strengths", "development", "areas", "measures")),
        ("targets",),
        ("trend",),
        ("thematic",),
    ),
)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def signed_part(figures: Figures) -> Part:
    """Return what changed since sign-off; nothing for a report that was never signed off."""
    since = figures.changed_since_signed
    blocks = tuple(_blocks(since, figures.scope)) if since else ()
    return Part("changed-since-sign-off", "Changed since sign-off", blocks)


def _blocks(since: ChangedSinceSigned, scope: str) -> Iterator[Block]:
    day = format_date(since.signed_on)
    if not since.changes:
        text = f"Nothing has changed since this report was signed off on {day}."
        yield Paragraph(plain(text))
        return
    count = count_of(len(since.changes), "figure has", "figures have")
    text = f"{count} changed since this report was signed off on {day}."
    if since.signed_again_on:
        text += f" As it is now, it was signed off on {format_date(since.signed_again_on)}."
    yield Paragraph(plain(text))
    shown = _choose_rows(since.changes, scope)
    rows = tuple((change.figure, _show(change.then), _show(change.now)) for change in shown)
    columns = (Column("Figure"), Column("Then"), Column("Now"))
    yield Table(f"What was signed off on {day}, and what it is now", columns, rows)
    left = len(since.changes) - len(shown)
    if left:
        more = count_of(left, "more figure", "more figures")
        yield Paragraph(plain(f"Not shown: {more}. figures.json holds all of them."))


def _choose_rows(changes: tuple[SignedChange, ...], scope: str) -> list[SignedChange]:
    """Return the figures that matter most, in their order.

    What a quarter's summary has of other periods comes after all that it has of its own.
    """

    def rank(place: int) -> tuple[bool, int, int]:
        path = changes[place].path
        is_elsewhere = path[0] in ("periods", "targets") and scope not in ("year", *path[1:2])
        return is_elsewhere, _find_tier(path), len(path)

    places = sorted(range(len(changes)), key=rank)[:_MOST_ROWS]
    return [changes[place] for place in sorted(places)]


def _find_tier(path: tuple[str, ...]) -> int:
    for tier, prefixes in enumerate(_TIERS):
        if any(_fits(path, prefix) for prefix in prefixes):
            return tier
    return len(_TIERS)


def _fits(path: tuple[str, ...], prefix: tuple[str, ...]) -> bool:
    pairs = zip(path, prefix, strict=False)
    return len(path) >= len(prefix) and all(step in (key, "*") for key, step in pairs)


def _show(text: str) -> str:
    return format_date(date.fromisoformat(text)) if _DATE.fullmatch(text) else text
