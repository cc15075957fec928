"""The sheet Targets: what the council means to reach, as shares."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from auditreport.reading.basis import Basis
from auditreport.reading.matching import did_you_mean, name_key
from auditreport.reading.raw import CellValue
from auditreport.reading.review_records import Measure, Target
from auditreport.reading.tables import Table, name_cell
from auditreport.reading.values import Finding, Reader, read_column, read_words

TARGETED = ("Good or better", "Inadequate", "Completed", "Moderated", "Agreement")
ACTIONS_IN_TIME = "Actions in time"

_ALIASES = {
    "audits completed": "Completed",
    "audits moderated": "Moderated",
    "agreement at moderation": "Agreement",
    "moderation agreement": "Agreement",
    "actions completed in time": ACTIONS_IN_TIME,
    "actions on time": ACTIONS_IN_TIME,
}


def read_share_cell(cell: CellValue) -> Fraction | Finding[Fraction | None] | None:
    """Return a share as a fraction of one (0.7, 70 and `70%` are the same); None if blank.

    A share of 1 is all of them, as Excel keeps 100%.
    """
    text = read_words(cell).replace(" ", "")
    if not text:
        return None
    try:
        number = Fraction(text.rstrip("%"))
    except (ValueError, ZeroDivisionError):
        return Finding(None, "unreadable-number", {"taken": "it counts as blank"})
    share = number / 100 if text.endswith("%") or number > 1 else number
    if not 0 <= share <= 1:
        return Finding(None, "unreadable-number", {"taken": "it counts as blank"})
    return share


def read_targets(
    tables: Sequence[Table], measures: Sequence[Measure], basis: Basis
) -> tuple[Target, ...]:
    """Return the targets, in the order of the rows; a measure has one."""
    targets: dict[str, Target] = {}
    names = _list_names(measures, basis)
    for table in tables:
        for target in _read_table(table, names, basis):
            first = targets.setdefault(target.measure, target)
            if first is not target:
                place = target.source.place("Measure")
                known = name_cell(first.source.place("Measure"), place)
                basis.log.add("duplicate-name", place, first=known, second=str(place))
    return tuple(targets.values())


def _list_names(measures: Sequence[Measure], basis: Basis) -> dict[str, str]:
    """Return what a target can be of, by the keys of its names; judgements are those in use."""
    worst = basis.vocabulary.scale.judgements[-1]
    names = {name_key(alias): name for alias, name in _ALIASES.items()}
    names |= {name_key(name): name for name in (*TARGETED, ACTIONS_IN_TIME)}
    names[name_key(worst)] = "Inadequate"
    for measure in measures:
        names.setdefault(name_key(measure.name), measure.name)
        names.setdefault(name_key(measure.label), measure.name)
    return names


def _read_table(table: Table, names: dict[str, str], basis: Basis) -> list[Target]:
    words = read_column(table, "Measure", Reader(read_words), basis.log)
    shares: Reader[Fraction | None] = Reader(read_share_cell)
    least = read_column(table, "At least", shares, basis.log)
    most = read_column(table, "At most", shares, basis.log)
    targets = []
    for position, written in enumerate(words):
        measure = names.get(name_key(written))
        if measure is None:
            place = table.place(position, "Measure")
            nearest = did_you_mean(written, list(dict.fromkeys(names.values())))
            basis.log.add("unknown-target", place, value=written, nearest=nearest)
        elif least[position] is None and most[position] is None:
            place = table.place(position, "At least")
            column = "At least and no At most"
            basis.log.add("missing-value", place, column=column, taken="it is not used")
        else:
            source = table.source(position)
            targets.append(Target(source, measure, least[position], most[position]))
    return targets
