"""One round of a thematic audit beside the earlier one that it is compared with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditreport.analysis.figures import (
    Change,
    EvidenceComparison,
    EvidenceTheme,
    Figures,
    JudgementComparison,
    JudgementTheme,
    Verdict,
)
from auditreport.rendering.blocks import Block, Callout, Column, Paragraph, Table, plain
from auditreport.rendering.outline.bars import good_label
from auditreport.rendering.outline.round_names import shorten_names
from auditreport.rendering.wording import changed_areas, join_words, name_moved, share_of


def has_changes(comparison: JudgementComparison | EvidenceComparison) -> bool:
    """Tell whether two rounds have anything in common that could be compared."""
    if isinstance(comparison, EvidenceComparison):
        return bool(comparison.changes)
    return bool(comparison.overall or comparison.items)


def comparison_blocks(
    figures: Figures, name: str, theme: JudgementTheme | EvidenceTheme
) -> Iterator[Block]:
    """Set a round beside the earlier one; a series that says the same says it alone."""
    in_series = any(name in series.rounds for series in figures.series if series.items)
    if isinstance(theme, JudgementTheme):
        if theme.compared_with and not in_series:
            good = good_label(figures.scale)
            yield from _judgements_compared(name, theme.compared_with, good)
    elif theme.compared_with and not (in_series and theme.compared_with.same_denominator):
        yield from _evidence_compared(name, theme, theme.compared_with)


def _judgements_compared(name: str, comparison: JudgementComparison, good: str) -> Iterator[Block]:
    if not has_changes(comparison):
        return
    changes = [comparison.overall] if comparison.overall else []
    changes.extend(comparison.items.values())
    before, after = _short(comparison.name, name)
    yield Paragraph(plain(_what_moved(changes, f"Compared with {before}, ")))
    columns = _columns(before, after)
    rows = tuple((c.area, *_shares(c), c.verdict.value) for c in changes)
    yield Table(f"{name} beside {before}: {good}", columns, rows)


def _evidence_compared(
    name: str, theme: EvidenceTheme, comparison: EvidenceComparison
) -> Iterator[Block]:
    base = theme.denominator.lower()
    if not has_changes(comparison):
        return
    is_same = comparison.same_denominator
    if not is_same:
        yield Callout("The two bases differ", _bases_differ(name, base, comparison))
    changes = tuple(comparison.changes[i] for i in comparison.now if i in comparison.changes)
    before, after = _short(comparison.name, name)
    lead = f"Compared with {before}, " if is_same else "Like for like, "
    yield Paragraph(plain(_what_moved(changes, lead)))
    columns = (
        _columns(before, after)
        if is_same
        else _columns(f"{before}, as published", f"{before}, like for like", after)
    )
    rows = tuple(
        (
            change.area,
            *([] if is_same else [_percent(comparison.as_published.get(change.area))]),
            *_shares(change),
            change.verdict.value,
        )
        for change in changes
    )
    caption = f"{name} beside {before}: evidence found"
    yield Table(caption, columns, rows, note=f"All shares of both rounds are of {base}.")


def _short(earlier: str, name: str) -> tuple[str, str]:
    short = shorten_names((earlier, name))
    return short[earlier], short[name]


def _columns(*rounds: str) -> tuple[Column, ...]:
    return (Column("Item"), *(Column(text, is_number=True) for text in rounds), Column("Verdict"))


def _shares(change: Change) -> tuple[str, str]:
    return share_of(change.before), share_of(change.after)


def _what_moved(changes: Sequence[Change], lead: str) -> str:
    """Say what clearly changed, what is as it was, and what cannot be told."""
    moved = join_words(name_moved(changes))
    steady = changed_areas(changes, Verdict.NO_CLEAR_CHANGE)
    few = changed_areas(changes, Verdict.TOO_FEW)
    told = []
    if moved:
        told.append(moved)
    if steady:
        told.append(f"there is no clear change in {join_words(steady)}")
    if few:
        told.append(f"too few were judged to compare {join_words(few)}")
    return f"{lead}{'; '.join(told)}."


def _bases_differ(name: str, base: str, comparison: EvidenceComparison) -> str:
    other = "all cases" if base == "applicable cases" else "applicable cases"
    same = [
        item
        for item, now in comparison.now.items()
        if item in comparison.changes and now is not None and comparison.like_for_like[item] == now
    ]
    text = (
        f"The percentages of {comparison.name} were published of {other}; those of {name} are of "
        f"{base}. The two must not be set side by side as published. Like for like, both of "
        f"{base}, the earlier round gives the middle column below."
    )
    if same:
        text += f" On that base the percentages are the same for {join_words(same)}."
    return text


def _percent(percent: int | None) -> str:
    return "–" if percent is None else f"{percent}%"
