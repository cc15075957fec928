"""Whatever is wrong in a workbook is told with its code at its cell, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pytest
from faults import FAULTS, At, Fault
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whole_workbook import CLEAN, Book, Shift, write_raw

from auditreport.reading import Reading, read, understand

# One problem stands for all cells of its kind on a sheet, at the first of them.
GROUPED = {
    "hidden-rows",
    "items-cover-fewer",
    "month-alone",
    "not-returned",
    "other-answers",
    "outside-year",
}
Told = list[tuple[str, str, str]]
Drawn = Sequence[tuple[Fault, int]]

# The first row under a header is left as it is: others are compared with it.
_ROWS = {name: range(2, len(grid)) for name, grid in CLEAN.items()}


@st.composite
def faults(draw: st.DrawFn, most: int = 8) -> Drawn:
    """Draw several faults, each in a row of its own, that do not touch one another."""
    drawn: list[tuple[Fault, int]] = []
    taken: set[tuple[str, int] | str] = set()
    for fault in draw(st.lists(st.sampled_from(FAULTS), min_size=1, max_size=most)):
        free = [row for row in _ROWS[fault.sheet] if (fault.sheet, row) not in taken]
        if not free or (fault.place and fault.place in taken):
            continue
        row = draw(st.sampled_from(free))
        taken |= {(fault.sheet, row), fault.place or (fault.sheet, row)}
        drawn.append((fault, row))
    return drawn


SHIFTS = st.fixed_dictionaries(
    {name: st.tuples(st.integers(0, 6), st.integers(0, 30)) for name in CLEAN}
)


def put_all(drawn: Drawn) -> tuple[Book, list[At]]:
    """Put faults into the clean workbook; return it with what must be said of it."""
    book = Book()
    said = [found for fault, row in drawn for found in fault.put(book, row)]
    return book, said


def expect(said: Iterable[At], shifts: Mapping[str, Shift] | None = None) -> Told:
    """Return what must be told, with the sheets moved."""
    kept: dict[object, At] = {}
    for found in sorted(said, key=lambda found: (found.row or 0, found.code)):
        same = (found.code, found.sheet) if found.code in GROUPED else found
        kept.setdefault(same, found)
    return sorted(found.told(shifts or {}) for found in kept.values())


def told(reading: Reading) -> Told:
    return sorted((found.code, found.sheet, found.cell) for found in reading.problems)


def test_the_workbook_that_faults_are_put_into_has_none() -> None:
    assert told(understand([Book().raw()])) == []


def test_there_are_at_least_thirty_kinds_of_fault() -> None:
    codes = {found.code for fault in FAULTS for found in fault.put(Book(), 2)}

    assert len(FAULTS) >= 100
    assert len(codes) >= 60


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_each_fault_is_told_at_its_cell_and_nothing_else_is(fault: Fault) -> None:
    row = min(3, _ROWS[fault.sheet][-1])
    book, said = put_all([(fault, row)])

    assert told(understand([book.raw()])) == expect(said)


@settings(max_examples=150, deadline=None)
@given(faults(most=25))
def test_several_faults_at_once_are_told_each_at_its_cell(drawn: Drawn) -> None:
    book, said = put_all(drawn)

    assert told(understand([book.raw()])) == expect(said)


@settings(max_examples=80, deadline=None)
@given(faults(), SHIFTS)
def test_tables_that_start_elsewhere_have_the_same_problems_at_the_cells_moved(
    drawn: Drawn, shifts: Mapping[str, Shift]
) -> None:
    book, said = put_all(drawn)

    assert told(understand([book.raw(shifts)])) == expect(said, shifts)


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(faults(most=20), SHIFTS)
def test_a_file_of_excel_has_the_problems_of_its_cells(
    tmp_path_factory: pytest.TempPathFactory, drawn: Drawn, shifts: Mapping[str, Shift]
) -> None:
    book, said = put_all(drawn)
    path = write_raw(book.raw(shifts), tmp_path_factory.mktemp("faults") / "data.xlsx")

    assert told(read([path])) == expect(said, shifts)
