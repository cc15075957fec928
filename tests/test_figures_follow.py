"""What leaves the figures of a workbook as they are, and what they follow, whatever it holds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from varied_workbooks import DATA_SHEETS, Sheets, build_raw, count, figures_of, vary
from whole_workbook import AREAS, Grid, column_of, write_raw

from auditreport.reading import read

Step = str | int
Keys = tuple[Step, ...]

SEEDS = st.integers(0, 9_999)
JOINED = ("Audits", "Feedback", "Actions", "Schedule", "Narrative")

# As docs/figures.md says, these stand in the order of the rows.
IN_ROW_ORDER = {
    "comments",
    "concerns",
    "inadequate_without_refs",
    "items",
    "pairs",
    "rows",
    "without_refs",
    "words",
}
# Of a period, what is counted audit by audit or case by case.
ADDED_UP = {
    *("completed", "exempt", "cancelled", "moderated", "immediate_concerns", "overall"),
    *("by_audit_type", "areas", "all_responses", "profile", "good_by", "good_by_age_band"),
    *("by_service", "inadequate_not_moderated", "measures", "impact_by_overall"),
}
OF_COMPARED = {"compared", "agreed", "upgraded", "downgraded", "matrix"}
SHARES = {"percent", "share", "difference", "kappa"}
BOUNDS = {"low", "high"}
# Where every case stands several times, these are so many times as large.
TIMES = {"completed", "n", "count", "base", "total", "complete", "open", "overdue", "responses"}


def walk(found: Any, path: Keys = ()) -> Iterator[tuple[Keys, Any]]:
    """Yield what is no object or list of figures.json, with the keys that lead to it."""
    steps = found.items() if isinstance(found, dict) else enumerate(found)
    for step, value in steps:
        if isinstance(value, dict | list):
            yield from walk(value, (*path, step))
        else:
            yield (*path, step), value


def numbers_in(found: Any) -> Iterator[tuple[Keys, Any]]:
    """Yield every number of figures.json with the keys that lead to it."""
    for path, value in walk(found):
        if isinstance(value, int | float) and not isinstance(value, bool):
            yield path, value


def in_any_order(found: Any, key: Step = "") -> Any:
    """Return figures with the lists that stand in the order of the rows sorted."""
    if isinstance(found, dict):
        return {name: in_any_order(value, name) for name, value in found.items()}
    if isinstance(found, list):
        values = [in_any_order(value) for value in found]
        return sorted(values, key=json.dumps) if key in IN_ROW_ORDER else values
    return found


def as_text(found: Any) -> str:
    """Return figures as text, so that the order of keys counts too."""
    return json.dumps(found, indent=1)


def by_name(found: Any) -> str:
    """Return figures as text, their keys in the order of their names."""
    return json.dumps(found, indent=1, sort_keys=True)


def counted_in(period: Mapping[str, Any]) -> dict[Keys, int]:
    """Return what of a period is counted audit by audit; what it is null without is left out."""
    parts = {name: period[name] for name in ADDED_UP}
    impact, moderation = period["impact"] or {}, period["moderation"] or {}
    parts["impact"] = {k: v for k, v in impact.items() if k != "not_judged"}
    parts["moderation"] = {k: v for k, v in moderation.items() if k in OF_COMPARED}
    return {path: value for path, value in numbers_in(parts) if (SHARES | BOUNDS).isdisjoint(path)}


def to_quarters(sheets: Sheets) -> Sheets:
    """Return sheets whose thematic audits are each placed in a quarter."""
    placed_in = sheets["Thematic audits"][0].index("Placed in")
    for row in sheets["Thematic audits"][1:]:
        row[placed_in] = "Q3"
    return sheets


@settings(max_examples=10, deadline=None)
@given(SEEDS)
def test_whatever_is_counted_in_the_quarters_sums_to_the_year(seed: int) -> None:
    periods = figures_of(to_quarters(vary(seed)))["periods"]
    year = counted_in(periods.pop("year"))

    quarters = [counted_in(period) for period in periods.values()]
    assert {path for found in quarters for path in found} <= set(year)
    for path, total in year.items():
        assert sum(found.get(path, 0) for found in quarters) == total, path


@settings(max_examples=10, deadline=None)
@given(SEEDS)
def test_the_order_of_the_rows_changes_no_figure(seed: int) -> None:
    sheets, chance = vary(seed), Random(seed)
    before = figures_of(sheets)
    for name in DATA_SHEETS:
        header, *rows = sheets[name]
        sheets[name] = [header, *chance.sample(rows, len(rows))]

    assert as_text(in_any_order(figures_of(sheets))) == as_text(in_any_order(before))


@settings(max_examples=10, deadline=None)
@given(SEEDS)
def test_a_workbook_cut_into_several_has_the_same_figures(seed: int) -> None:
    sheets, chance = vary(seed), Random(seed)
    whole = figures_of(sheets)
    others: list[Sheets] = [{}, {}]
    for name in JOINED:
        header, *rows = sheets[name]
        cuts = sorted(chance.choices(range(len(rows) + 1), k=2))
        sheets[name] = [header, *rows[: cuts[0]]]
        others[0][name] = [header, *rows[cuts[0] : cuts[1]]]
        others[1][name] = [header, *rows[cuts[1] :]]

    assert as_text(figures_of(sheets, *others)) == as_text(whole)


def rename(sheets: Sheets, names: Mapping[str, str]) -> Sheets:
    """Return sheets in which practice areas are called otherwise."""
    new = deepcopy(sheets)
    for row in new["Practice areas"][1:]:
        row[0] = names[str(row[0])]
    new["Audits"][0][:] = [names.get(str(cell), cell) for cell in new["Audits"][0]]
    area = column_of("Actions", "Practice area")
    for row in new["Actions"][1:]:
        row[area] = names.get(str(row[area]))
    return new


def renamed(found: Any, names: Mapping[str, str]) -> Any:
    """Return figures in which each key and each text that is a name is another."""
    if isinstance(found, dict):
        return {names.get(key, key): renamed(value, names) for key, value in found.items()}
    if isinstance(found, list):
        return [renamed(value, names) for value in found]
    return names.get(found, found) if isinstance(found, str) else found


@settings(max_examples=10, deadline=None)
@given(SEEDS)
def test_practice_areas_by_other_names_have_the_same_figures_under_these(seed: int) -> None:
    others = Random(seed).sample(("Zeal", "Care", "Aims", "Home"), len(AREAS))
    names = dict(zip(AREAS, others, strict=True))
    sheets = vary(seed)
    figures, found = figures_of(sheets), figures_of(rename(sheets, names))
    followed = renamed(figures, names)
    for theme in ("thematic", "cases"):  # whose items have names of their own
        followed[theme] = figures[theme]

    assert by_name(found) == by_name(followed)


def repeat(sheets: Sheets, times: int) -> Sheets:
    """Return sheets in which each row of data stands several times, each under its own name."""
    new = deepcopy(sheets)
    for name in DATA_SHEETS:
        header, *rows = sheets[name]
        new[name] = [header, *rows]
        for number in range(1, times):
            new[name] += [_copy(header, row, number) for row in rows]
    return new


def _copy(header: list[Any], row: list[Any], number: int) -> list[Any]:
    names = {"Audit ref", "Re-audit of", "From", "Case", "Case ref"}
    return [
        f"{cell}-{number}" if heading in names and isinstance(cell, str) else cell
        for heading, cell in zip(header, row, strict=True)
    ]


@settings(max_examples=10, deadline=None)
@given(SEEDS, st.integers(2, 4))
def test_every_case_several_times_has_its_counts_so_often_and_the_same_shares(
    seed: int, times: int
) -> None:
    sheets = vary(seed, most=20)
    once, often = (dict(numbers_in(figures_of(found))) for found in (sheets, repeat(sheets, times)))

    for path, value in once.items():
        if "counts" in path or path[-1] in TIMES:
            assert often[path] == times * value, path
        if not SHARES.isdisjoint(path):
            assert often[path] == value, path


def shift(grid: Grid, down: int, right: int) -> Grid:
    """Return a table that stands further down and to the right, under a title."""
    titles: Grid = [["As of today"] if n == 0 else [] for n in range(down)]
    return [*titles, *([None] * right + row for row in grid)]


def shift_all(sheets: Sheets, chance: Random) -> Sheets:
    """Return sheets whose tables start anywhere."""
    return {
        name: shift(grid, chance.randint(0, 6), chance.randint(0, 30))
        for name, grid in sheets.items()
    }


@settings(max_examples=10, deadline=None)
@given(SEEDS)
def test_where_on_its_sheet_a_table_starts_changes_no_figure(seed: int) -> None:
    sheets = vary(seed)

    assert as_text(figures_of(shift_all(sheets, Random(seed)))) == as_text(figures_of(sheets))


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SEEDS)
def test_files_of_excel_have_the_figures_of_their_cells(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    sheets, chance = vary(seed), Random(seed)
    whole = figures_of(sheets)
    folder: Path = tmp_path_factory.mktemp("cut")
    audits = {"Audits": [sheets["Audits"][0], *sheets["Audits"][5:]]}
    sheets["Audits"] = sheets["Audits"][:5]
    paths = [
        write_raw(build_raw(shift_all(part, chance), name), folder / name)
        for name, part in (("a.xlsx", sheets), ("b.xlsx", audits))
    ]

    assert as_text(count(read(paths))) == as_text(whole)
