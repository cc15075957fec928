"""Every form of a report says the same: its tables are those of the figures, number by number."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from form_tables import FORMS, Rows, join_shares, one_line, read_workbook
from outlined import parts_of

from auditreport.analysis import analyse
from auditreport.analysis.figures import Figures
from auditreport.reading import read
from auditreport.rendering import FORMATS
from auditreport.rendering.blocks import Bars, HeatMap, Table
from auditreport.rendering.layout import Report
from auditreport.rendering.options import RenderOptions
from auditreport.rendering.outline import build_report
from auditreport.rendering.tables import table_rows

SAMPLE = Path(__file__).parents[1] / "sample_data" / "rutland-2016-17.xlsx"


@cache
def sample_figures() -> Figures:
    return analyse(read([SAMPLE]), scope="year", tool="auditreport")


@cache
def sample_report() -> Report:
    return build_report(sample_figures())


def tabled() -> list[Table | Bars | HeatMap]:
    blocks = [block for part in parts_of(sample_report()) for block in part.blocks]
    return [block for block in blocks if isinstance(block, Table | Bars | HeatMap)]


@cache
def document(form: str) -> bytes:
    return next(iter(FORMATS[form](sample_report(), RenderOptions()).values()))


@cache
def tables_in(form: str) -> list[Rows]:
    return [
        [[one_line(cell) for cell in row] for row in rows] for rows in FORMS[form](document(form))
    ]


@pytest.mark.parametrize("form", FORMS)
def test_a_form_has_every_table_of_the_report_cell_by_cell(form: str) -> None:
    expected = [[headings, *rows] for headings, _, rows in map(table_rows, tabled())]
    assert tables_in(form) == [
        [[one_line(cell) for cell in row] for row in table] for table in expected
    ]


def test_every_format_is_compared() -> None:
    assert {*FORMS, "xlsx"} == set(FORMATS)


def as_joined(text: str) -> str:
    """Return a cell of the report as it comes back from a workbook."""
    words = one_line(text)
    if words in ("", "none judged"):
        return "[x]"
    percent, _, base = words.partition(" ")
    if " of " in base and (percent.endswith("%") or words.startswith("too few ")):
        base = base.removeprefix("few ")
        return f"{base} {percent}" if percent.endswith("%") else base
    return words


def test_the_workbook_has_every_number_of_the_report() -> None:
    for block, rows in zip(tabled(), read_workbook(document("xlsx")), strict=True):
        _, _, expected = table_rows(block)
        assert [[one_line(cell) for cell in row] for row in join_shares(rows)[1:]] == [
            [as_joined(cell) for cell in row] for row in expected
        ], block.caption


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("quarter", ["Q1", "Q2", "Q3", "Q4"])
def test_a_quarters_judgements_are_those_of_its_figures(form: str, quarter: str) -> None:
    areas = sample_figures().periods[quarter].areas
    charts = [rows for rows in tables_in(form) if {row[0] for row in rows} >= set(areas)]
    told = [
        {row[0]: dict(zip(rows[0], row, strict=True)) for row in rows[1:]}
        for rows in charts
        if "Outstanding" in rows[0]
    ]
    expected = {
        area: {word: str(count) for word, count in found.counts.items()}
        for area, found in areas.items()
    }
    assert any(
        all(
            table[area].get(word, "0") == count
            for area, counts in expected.items()
            for word, count in counts.items()
        )
        for table in told
    )
