"""The sheet Previous year: last year's counts of judgements, as people entered them."""

from __future__ import annotations

from collections.abc import Sequence

from auditreport.problems import Place, ProblemLog
from auditreport.reading.basis import Basis
from auditreport.reading.contract import PREVIOUS_YEAR
from auditreport.reading.dataset import PracticeArea
from auditreport.reading.matching import did_you_mean, name_key
from auditreport.reading.review_records import Counted, PreviousYear
from auditreport.reading.schema import Column, Holds, SheetSchema
from auditreport.reading.tables import Table, name_cell
from auditreport.reading.values import Reader, read_column, read_whole_number, read_words
from auditreport.reading.vocabulary import Vocabulary
from auditreport.reading.year import ReportYear, add_months

OVERALL = "Overall"
AS_ENTERED = "as entered"


def previous_schema(vocabulary: Vocabulary) -> SheetSchema:
    """Return the sheet's declaration with a column for each judgement, by all of its names."""
    columns = (
        Column(judgement, Holds.NUMBER, aliases=tuple(filter(name_key, names)))
        for judgement, names in vocabulary.judgement_names.items()
    )
    return PREVIOUS_YEAR.with_columns(columns)


def read_previous(
    tables: Sequence[Table], areas: Sequence[PracticeArea], basis: Basis
) -> PreviousYear | None:
    """Return last year's counts; None where no row holds any."""
    counted: dict[str, Counted] = {}
    met: dict[str, Place] = {}
    for table in tables:
        _read_table(table, areas, basis, (counted, met))
    if not counted or basis.year is None:
        return None
    overall = counted.pop(OVERALL, None)
    return PreviousYear(
        place=tables[0].header_place(),
        origin=AS_ENTERED,
        year=ReportYear(add_months(basis.year.start, -12)).label,
        overall=overall,
        areas=counted,
    )


def _read_table(
    table: Table,
    areas: Sequence[PracticeArea],
    basis: Basis,
    found: tuple[dict[str, Counted], dict[str, Place]],
) -> None:
    counted, met = found
    names = read_column(table, "What", Reader(read_words), basis.log)
    counts = _read_counts(table, basis)
    known = {OVERALL.casefold(): OVERALL} | _list_names(areas)
    for position, written in enumerate(names):
        place = table.place(position, "What")
        if not written:
            basis.log.add("missing-value", place, column="What", taken="it is not used")
            continue
        name = known.get(name_key(written), written)
        if name_key(written) not in known:
            nearest = did_you_mean(written, [OVERALL, *(area.name for area in areas)])
            taken = "it is an area of last year alone"
            facts = {"list": "Practice areas", "nearest": nearest, "taken": taken}
            basis.log.add("not-in-list", place, value=written, **facts)
        if name in counted:
            first = name_cell(met[name], place)
            basis.log.add("duplicate-name", place, first=first, second=str(place))
            continue
        met[name] = place
        counted[name] = counts[position]


def _read_counts(table: Table, basis: Basis) -> list[Counted]:
    """Return Good or better and all judged, row by row; a blank count is 0."""
    scale = basis.vocabulary.scale
    _report_without_column(table, scale.judgements, basis.log)
    numbers: Reader[int | None] = Reader(read_whole_number)
    columns = {name: read_column(table, name, numbers, basis.log) for name in scale.judgements}
    return [
        (
            sum(columns[name][position] or 0 for name in scale.good_or_better),
            sum(column[position] or 0 for column in columns.values()),
        )
        for position in range(len(table))
    ]


def _report_without_column(table: Table, judgements: Sequence[str], log: ProblemLog) -> None:
    for judgement in judgements if len(table) else ():
        if judgement not in table:
            log.add("judgement-without-column", table.header_place(), judgement=judgement)


def _list_names(areas: Sequence[PracticeArea]) -> dict[str, str]:
    return {
        name_key(name): area.name
        for area in areas
        for name in (*area.aliases, area.label, area.name)
    }
