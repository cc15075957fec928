"""Targets: what was reached beside what was meant to be."""

from __future__ import annotations

from collections.abc import Iterator

from auditreport.analysis.figures import Figures, TargetFigures, TargetVerdict
from auditreport.rendering.blocks import Block, Column, Paragraph, Table, plain
from auditreport.rendering.layout import Part
from auditreport.rendering.outline.bars import good_label
from auditreport.rendering.wording import FEWEST_FOR_PERCENT, count_of, interval_of, join_words

_COLUMNS = ("Reached", "95% interval")


def targets_part(figures: Figures) -> Part:
    """Return the targets of the period that the report is about."""
    targets = figures.targets.get(figures.scope, ())
    if not targets:
        return Part("", "")
    return Part("targets", "Targets", tuple(_blocks(figures, targets)))


def _blocks(figures: Figures, targets: tuple[TargetFigures, ...]) -> Iterator[Block]:
    yield Paragraph(plain(_sentence(figures, targets)))
    unclear = any(target.is_clear is False for target in targets)
    counted = any(target.low is None and target.base for target in targets)
    note = []
    if unclear:
        note.append(
            "Where the interval crosses the target, these audits fall on one side of it, and all "
            "of the work may lie on the other."
        )
    if counted:
        note.append("Without an interval: counted in full.")
    yield Table(
        f"Targets, {figures.periods[figures.scope].label}",
        (
            Column("Measure"),
            Column("Verdict"),
            Column("Target"),
            *(Column(heading, is_number=True) for heading in _COLUMNS),
        ),
        tuple(_row(figures, target) for target in targets),
        note=" ".join(note),
    )


def _sentence(figures: Figures, targets: tuple[TargetFigures, ...]) -> str:
    """Name what was missed; count the rest."""
    missed = [_name(figures, t) for t in targets if t.verdict is TargetVerdict.NOT_MET]
    met = sum(target.verdict is TargetVerdict.MET for target in targets)
    few = len(targets) - len(missed) - met
    found = [f"{met:,} {'was' if met == 1 else 'were'} met"] if met else []
    if missed:
        verb = "was" if len(missed) == 1 else "were"
        found.append(f"{len(missed):,} {verb} not met ({join_words(missed)})")
    if few:
        found.append(f"of {few:,} there are too few to tell")
    return f"Of {count_of(len(targets), 'target')}, {join_words(found)}."


def _row(figures: Figures, target: TargetFigures) -> tuple[str, ...]:
    verdict = str(target.verdict)
    return (
        _name(figures, target),
        f"{verdict}; the interval crosses the target" if _is_unclear(target) else verdict,
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
    return good_label(figures.scale) if target.measure == "Good or better" else target.label


def _aim(target: TargetFigures) -> str:
    least = f"at least {target.at_least:g}%" if target.at_least is not None else ""
    most = f"at most {target.at_most:g}%" if target.at_most is not None else ""
    return " and ".join(filter(None, (least, most)))
