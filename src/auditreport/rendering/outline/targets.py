"""Targets: what was reached beside what was meant to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from auditreport.analysis.figures import Figures, TargetFigures, TargetVerdict
from auditreport.reading.targets_sheet import ACTIONS_IN_TIME
from auditreport.rendering.blocks import Block, Column, Paragraph, Table, plain
from auditreport.rendering.layout import Part
from auditreport.rendering.outline.bars import good_label
from auditreport.rendering.wording import (
    FEWEST_FOR_PERCENT,
    count_of,
    interval_of,
    join_words,
    was_were,
)

_COLUMNS = ("Reached", "95% interval")
_OF_JUDGEMENTS = ("Good or better", "Inadequate")
_NAMES = {
    "Completed": "Audits completed of those planned",
    "Moderated": "Audits moderated",
    "Agreement": "Moderator and auditor agree",
    ACTIONS_IN_TIME: "Actions finished in time",
}


def targets_part(figures: Figures) -> Part:
    """Return the targets of the period that the report is about."""
    targets = figures.targets.get(figures.scope, ())
    if not targets:
        return Part("", "")
    return Part("targets", "Targets", tuple(_blocks(figures, targets)))


def _blocks(figures: Figures, targets: tuple[TargetFigures, ...]) -> Iterator[Block]:
    yield Paragraph(plain(_sentence(figures, targets)))
    yield Table(
        f"Targets, {figures.periods[figures.scope].label}",
        (
            Column("Measure"),
            Column("Verdict"),
            Column("Target"),
            *(Column(heading, is_number=True) for heading in _COLUMNS),
        ),
        tuple(_row(figures, target) for target in sorted(targets, key=_order)),
        note=" ".join(_notes(figures, targets)),
    )


def _order(target: TargetFigures) -> bool:
    """Put what was missed first."""
    return target.verdict is not TargetVerdict.NOT_MET


def _notes(figures: Figures, targets: tuple[TargetFigures, ...]) -> Iterator[str]:
    if any(map(_is_unclear, targets)):
        yield (
            "Not clearly: the interval includes the target, so that all of the work may lie on "
            "its other side."
        )
    if any(target.low is None and target.base for target in targets):
        yield "Without an interval: counted in full."
    for target in targets:
        if target.measure == ACTIONS_IN_TIME and target.base:
            yield _fallen_due(figures, target)
    here = {target.measure for target in targets}
    absent = [_name(figures, t) for t in figures.targets["year"] if t.measure not in here]
    if absent:
        yield f"Counted for the year alone: {join_words(absent)}."


def _fallen_due(figures: Figures, target: TargetFigures) -> str:
    """Say what became of the actions whose time was up."""
    late = target.base - target.count - figures.actions.overdue
    text = f"Of {count_of(target.base, 'action')} that had fallen due, {target.count:,} "
    text += f"{was_were(target.count)} finished in time, {late:,} late, "
    return f"{text}and {figures.actions.overdue:,} {was_were(figures.actions.overdue)} still open."


def _sentence(figures: Figures, targets: tuple[TargetFigures, ...]) -> str:
    """Name what was missed; count the rest."""
    missed = name_missed(figures, targets)
    met = count_met(targets)
    few = len(targets) - len(missed) - met
    found = [f"{met:,} {'was' if met == 1 else 'were'} met"] if met else []
    if missed:
        verb = "was" if len(missed) == 1 else "were"
        found.append(f"{len(missed):,} {verb} not met ({join_words(missed)})")
    if few:
        found.append(f"of {few:,} there are too few to tell")
    return f"Of {count_of(len(targets), 'target')}, {join_words(found)}."


def count_met(targets: Iterable[TargetFigures]) -> int:
    """Count the targets that were met."""
    return sum(target.verdict is TargetVerdict.MET for target in targets)


def name_missed(figures: Figures, targets: Iterable[TargetFigures]) -> list[str]:
    """Return the names of the targets that were not met, with the share where that is the name."""
    missed = (target for target in targets if target.verdict is TargetVerdict.NOT_MET)
    return [
        f"{_aim(target)} {_name(figures, target)}"
        if target.measure in _OF_JUDGEMENTS
        else _name(figures, target)
        for target in missed
    ]


def _row(figures: Figures, target: TargetFigures) -> tuple[str, ...]:
    verdict = str(target.verdict)
    return (
        _name(figures, target),
        f"{verdict}, but not clearly" if _is_unclear(target) else verdict,
        _aim(target),
        _reached(target),
        interval_of(target.low, target.high),
    )


def _reached(target: TargetFigures) -> str:
    """Write what was reached, with a decimal where a whole number would seem to meet the target."""
    if not target.base:
        return "none"
    of = f"{target.count:,} of {target.base:,}"
    if target.base < FEWEST_FOR_PERCENT or target.percent is None:
        return of
    crosses = target.verdict is TargetVerdict.NOT_MET and _meets(target, target.percent)
    if not crosses:
        return f"{of} ({target.percent}%)"
    tenths = 1000 * target.count // target.base
    if target.at_most is not None and 1000 * target.count > 10 * target.at_most * target.base:
        tenths = -(-1000 * target.count // target.base)
    return f"{of} ({tenths // 10}.{tenths % 10}%)"


def _meets(target: TargetFigures, percent: int) -> bool:
    is_low = target.at_least is not None and percent < target.at_least
    return not (is_low or (target.at_most is not None and percent > target.at_most))


def _is_unclear(target: TargetFigures) -> bool:
    return target.is_clear is False and target.verdict is not TargetVerdict.TOO_FEW


def _name(figures: Figures, target: TargetFigures) -> str:
    """Name a target in plain words; a measure goes by the council's own."""
    if target.measure == "Good or better":
        return good_label(figures.scale)
    return _NAMES.get(target.measure, target.label)


def _aim(target: TargetFigures) -> str:
    least = f"at least {target.at_least:g}%" if target.at_least is not None else ""
    most = f"at most {target.at_most:g}%" if target.at_most is not None else ""
    return " and ".join(filter(None, (least, most)))
