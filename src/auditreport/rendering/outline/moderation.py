"""Moderation: how many audits had a second opinion, and what that changed; never by auditor."""

from __future__ import annotations

from collections.abc import Iterator

from auditreport.analysis.figures import Figures, Moderation, Period
from auditreport.analysis.hidden import is_hidden
from auditreport.rendering.blocks import Block, Column, Paragraph, Table, plain
from auditreport.rendering.layout import Part
from auditreport.rendering.outline.audited import count_audits
from auditreport.rendering.outline.bars import good_label
from auditreport.rendering.wording import (
    count_of,
    join_words,
    noun_for,
    share_of,
    was_were,
    with_percent,
)


def moderation_part(figures: Figures) -> Part:
    """Return the year's moderation."""
    year = figures.periods["year"]
    return Part("year-moderation", "Moderation", tuple(_blocks(figures, year)))


def _blocks(figures: Figures, year: Period) -> Iterator[Block]:
    if not count_audits(figures, "year"):
        return
    yield Paragraph(plain(" ".join(_sentences(figures, year))))


def _sentences(figures: Figures, year: Period) -> Iterator[str]:
    yield _how_many(year, count_audits(figures, "year"))
    moderation = year.moderation
    if moderation and moderation.compared:
        yield _agreement(moderation)
        if moderation.changed:
            yield _without_changes(figures, year, moderation)
    if year.moderated:
        yield from _inadequate(figures, year)


def _how_many(year: Period, total: int) -> str:
    audits = count_of(total, "audit")
    if not year.moderated:
        return (
            f"{'The one audit was not' if total == 1 else f'None of the {audits} was'} moderated."
        )
    percent = (200 * year.moderated + total) // (2 * total)
    moderated = with_percent(year.moderated, percent, total)
    return f"{moderated} of the {audits} {was_were(year.moderated)} moderated."


def _agreement(moderation: Moderation) -> str:
    moved = [
        f"{count:,} {word}"
        for count, word in (
            (moderation.upgraded, "better"),
            (moderation.downgraded, "worse"),
        )
        if count
    ]
    text = (
        f"Where the auditor's and the moderator's judgements are both recorded "
        f"({count_of(moderation.compared, 'audit')}), they agreed in {_agreed(moderation)}"
    )
    if moved:
        text += f"; the moderator judged {join_words(moved)}"
    text += f". The final judgement differs from the auditor's in {moderation.changed or 'none'}"
    stood = moderation.upgraded + moderation.downgraded - moderation.changed
    return f"{text}; in {stood:,} the first judgement stood." if stood > 0 else f"{text}."


def _agreed(moderation: Moderation) -> str:
    """Count the audits in which both judged alike, with their share; `none` if there is none."""
    return with_percent(*count_agreed(moderation)) if moderation.agreed else "none"


def count_agreed(moderation: Moderation) -> tuple[int, int, int]:
    """Return in how many audits both judged alike, its whole percentage, and of how many."""
    agreed, compared = moderation.agreed, moderation.compared
    return agreed, (200 * agreed + compared) // (2 * compared), compared


def _without_changes(figures: Figures, year: Period, moderation: Moderation) -> str:
    good = good_label(figures.scale)
    ours, theirs = year.overall.good_or_better, moderation.as_first_judged
    if (ours.count, ours.base) == (theirs.count, theirs.base):
        return f"Without those changes, {share_of(theirs)} would be {good}: as many as with them."
    return (
        f"Without those changes, {share_of(theirs)} would be {good}, in place of {share_of(ours)}."
    )


def _inadequate(figures: Figures, year: Period) -> Iterator[str]:
    count, worst = year.inadequate_not_moderated, figures.scale.judgements[-1]
    if count and not is_hidden(count):
        audits = f"{count:,} {noun_for(count, 'audits')}"
        yield f"{audits} that the auditor judged {worst} {was_were(count)} not moderated."


def agreement_table(figures: Figures) -> Iterator[Block]:
    """Return first against second judgements with kappa, for the method appendix."""
    moderation = figures.periods[figures.scope].moderation
    if moderation is None or not moderation.compared:
        return
    judgements = figures.scale.judgements
    rows = tuple(
        (first, *(f"{moderation.matrix[first][second]:,}" for second in judgements))
        for first in judgements
    )
    columns = (Column("Auditor"), *(Column(f"Moderator: {j}", is_number=True) for j in judgements))
    yield Table("First judgement against second", columns, rows)
    if moderation.kappa is not None:
        yield Paragraph(plain(_kappa(moderation)))


def _kappa(moderation: Moderation) -> str:
    text = f"Cohen's kappa, linearly weighted: {moderation.kappa:.3f} of at most 1"
    if moderation.kappa_low is not None and moderation.kappa_high is not None:
        text += f", 95% interval {moderation.kappa_low:.3f} to {moderation.kappa_high:.3f}"
        text += " (Fleiss, Cohen and Everitt 1969; rough where audits are few)"
    return f"{text}, from {count_of(moderation.compared, 'audit')}."
