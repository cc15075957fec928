"""The sheet Measures: which yes/no columns of the sheets of audits are counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from auditreport.problems import Place
from auditreport.reading.basis import Basis
from auditreport.reading.matching import did_you_mean, name_key
from auditreport.reading.raw import CellValue
from auditreport.reading.review_records import Measure
from auditreport.reading.schema import Column, Holds, SheetSchema
from auditreport.reading.tables import Table, name_cell
from auditreport.reading.thematic_records import Answer
from auditreport.reading.values import (
    Finding,
    Reader,
    is_not_applicable,
    read_column,
    read_mark,
    read_words,
    read_yes_no,
)

_UNRECORDED = frozenset({"", "not recorded", "not known", "unknown"})


def read_answer(cell: CellValue) -> Answer | Finding[Answer]:
    """Return yes, no, not applicable or, for a blank cell, not recorded."""
    if is_not_applicable(cell):
        return Answer.NOT_APPLICABLE
    mark = read_mark(cell)
    if mark is not None:
        return Answer.YES if mark else Answer.NO
    if read_words(cell).casefold() in _UNRECORDED:
        return Answer.NOT_RECORDED
    return Finding(Answer.NOT_RECORDED, "unknown-yes-no", {"taken": "it counts as not recorded"})


def read_measures(
    tables: Sequence[Table], audits: SheetSchema, basis: Basis
) -> tuple[Measure, ...]:
    """Return the measures that the sheets of audits could have a column for.

    `audits` declares the columns that the sheets of audits have without measures.
    """
    known = {
        name_key(name): column
        for column in audits.columns
        for name in (column.name, *column.aliases)
    }
    found: dict[str, Measure] = {}
    for table in tables:
        for measure in _read_table(table, basis):
            _add_measure(measure, known, found, basis)
    return tuple(found.values())


def _read_table(table: Table, basis: Basis) -> Iterable[Measure]:
    words = Reader(read_words)
    names = read_column(table, "Measure", words, basis.log)
    labels = read_column(table, "Label", words, basis.log)
    yes_no: Reader[bool | None] = Reader(read_yes_no)
    good = read_column(table, "Good is", yes_no, basis.log)
    for position, name in enumerate(names):
        if name:
            is_yes = good[position] is not False
            yield Measure(table.source(position), name, labels[position] or name, is_yes)
        else:
            place = table.place(position, "Measure")
            basis.log.add("missing-value", place, column="Measure", taken="it is not used")


def _add_measure(
    measure: Measure, known: dict[str, Column], found: dict[str, Measure], basis: Basis
) -> None:
    place = measure.source.place("Measure")
    column = known.get(name_key(measure.name))
    if column is not None and column.holds is not Holds.YES_NO:
        basis.log.add("measure-not-yes-no", place, value=measure.name)
        return
    name = column.name if column else measure.name
    first = found.get(name_key(name))
    if first is not None:
        earlier = name_cell(first.source.place("Measure"), place)
        basis.log.add("duplicate-name", place, first=earlier, second=str(place))
        return
    found[name_key(name)] = Measure(measure.source, name, measure.label, measure.good_is_yes)


def measure_columns(measures: Sequence[Measure]) -> tuple[Column, ...]:
    """Return the columns that the measures have on a sheet of audits."""
    return tuple(Column(measure.name, Holds.YES_NO, measure.label) for measure in measures)


def keep_recorded(
    measures: Sequence[Measure], tables: Sequence[Table], basis: Basis
) -> tuple[Measure, ...]:
    """Return the measures that some sheet of audits has a column for; report the others."""
    kept = []
    for measure in measures:
        if not tables or any(measure.name in table for table in tables):
            kept.append(measure)
        else:
            _report_missing(measure, tables, basis)
    return tuple(kept)


def _report_missing(measure: Measure, tables: Sequence[Table], basis: Basis) -> None:
    place: Place = measure.source.place("Measure")
    others = [header.text for table in tables for header in table.others]
    nearest = did_you_mean(measure.name, list(dict.fromkeys(others)))
    basis.log.add("measure-without-column", place, value=measure.name, nearest=nearest)
