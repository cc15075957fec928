"""The Markdown report: readable as text, as a diff, and in every Markdown reader."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from hostile import report_of
from markdown_it import MarkdownIt
from markdown_it.token import Token
from outlined import parts_of
from records import analysed, audits, data_set, judged_theme
from synthetic import full_figures, full_files, full_report, full_text, quarter_figures

from auditreport.rendering.blocks import (
    Bars,
    Column,
    Facts,
    HeatMap,
    Table,
)
from auditreport.rendering.layout import Report
from auditreport.rendering.markdown import render_markdown
from auditreport.rendering.outline import build_report
from auditreport.rendering.tables import pipe_table, table_rows

READER = MarkdownIt("commonmark").enable("table")


def text_of(report: Report) -> str:
    return render_markdown(report)[f"{report.name}.md"].decode()


TEXTS: dict[str, Callable[[], str]] = {
    "year": full_text,
    "quarter": lambda: text_of(build_report(quarter_figures("Q4"))),
    "bare": lambda: text_of(build_report(analysed(data_set(audits("G"))))),
    "hostile": lambda: text_of(report_of("a | b\n# c")),
}


@pytest.fixture(scope="module", params=TEXTS)
def text(request: pytest.FixtureRequest) -> str:
    return TEXTS[request.param]()


def flat(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from token.children or ()


def read_tables(text: str) -> list[list[list[str]]]:
    """Return the cells of every table as a Markdown reader finds them."""
    tables: list[list[list[str]]] = []
    for token in READER.parse(text):
        if token.type == "table_open":
            tables.append([])
        elif token.type == "tr_open":
            tables[-1].append([])
        elif token.type in ("th_open", "td_open"):
            tables[-1][-1].append("")
        elif token.type == "inline" and token.level == 4:
            tables[-1][-1][-1] = "".join(c.content for c in token.children or ())
    return tables


def tables_of(report: Report) -> list[Table | Bars | HeatMap | Facts]:
    found = [b for part in parts_of(report) for b in part.blocks]
    return [report.facts, *(b for b in found if isinstance(b, Table | Bars | HeatMap))]


def test_blocks_are_parted_by_one_blank_line(text: str) -> None:
    assert "\n\n\n" not in text
    assert not text.startswith("\n")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_no_line_has_trailing_blanks(text: str) -> None:
    assert [line for line in text.split("\n") if line != line.rstrip()] == []


def kinds_of_lines(text: str) -> list[str]:
    """Return what each line is: a heading, a table's, a list's, a quotation's, blank or text."""
    marks = (("#", "heading"), ("|", "table"), ("- ", "list"), (">", "quotation"))
    return [
        next((kind for mark, kind in marks if line.startswith(mark)), "text" if line else "blank")
        for line in text.split("\n")
    ]


def test_headings_tables_lists_and_quotations_stand_between_blank_lines(text: str) -> None:
    lines = text.split("\n")
    touching = [
        (above, below)
        for (kind, above), (other, below) in pairwise(zip(kinds_of_lines(text), lines, strict=True))
        if "blank" not in (kind, other) and (kind != other or kind == "heading")
    ]
    assert touching == []


def test_what_is_quoted_together_is_one_block(text: str) -> None:
    kinds = kinds_of_lines(text)
    assert ("quotation", "blank", "quotation") not in zip(kinds, kinds[1:], kinds[2:], strict=False)


def test_no_line_of_bold_poses_as_a_heading(text: str) -> None:
    assert re.findall(r"^\*\*[^*]+[^*:.!?]\*\*$", text, re.MULTILINE) == []


def test_headings_begin_with_one_title_and_skip_no_level(text: str) -> None:
    levels = [int(t.tag[1]) for t in READER.parse(text) if t.type == "heading_open"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert not [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]


def test_a_table_lines_up_as_text(text: str) -> None:
    tables = re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)
    assert tables
    for table in tables:
        assert len({len(line) for line in table.splitlines()}) == 1


def test_every_table_reads_back_with_the_numbers_of_the_figures() -> None:
    found = read_tables(full_text())
    expected = tables_of(full_report())
    assert len(found) == len(expected)
    for cells, block in zip(found, expected, strict=True):
        headings, _, rows = table_rows(block)
        folded = [[" ".join(cell.split()) for cell in row] for row in (headings, *rows)]
        assert cells == folded


def test_numbers_stand_to_the_right() -> None:
    table = Table("T", (Column("Area"), Column("Count", is_number=True)), (("Risk", "7"),))
    assert pipe_table(table).splitlines() == [
        "| Area | Count |",
        "| ---- | ----: |",
        "| Risk |     7 |",
    ]


def test_a_line_break_in_a_cell_stays_in_its_cell() -> None:
    table = Table("T", (Column("A"), Column("B")), (("one\ntwo", "a | b"),))
    lines = pipe_table(table).splitlines()
    assert len(lines) == 3
    assert "one<br>two" in lines[2]
    assert lines[2].count("|") == 3


def test_every_image_has_a_file_an_alternative_text_and_a_title() -> None:
    images = [t for t in flat(READER.parse(full_text())) if t.type == "image"]
    charts = [name for name in full_files() if name.endswith(".svg")]
    assert [image.attrs["src"] for image in images] == charts
    for image, chart in zip(images, full_report().charts, strict=True):
        assert image.attrs["title"] == chart.caption
        alternative = "".join(child.content for child in image.children or ())
        assert alternative == f"{chart.caption}. {chart.description}"
        assert chart.description


def test_a_chart_of_single_counts_is_its_table_alone() -> None:
    named = replace(judged_theme(Plans="GR"), quarter=None)
    cases = tuple(replace(case, profile={"Team": "North"}) for case in named.cases)
    report = build_report(analysed(data_set(thematic=(replace(named, cases=cases),))))
    counted = [b for b in tables_of(report) if isinstance(b, Bars) and b.is_count]
    assert counted
    assert not [b for b in counted if b in report.charts]


def test_links_and_emphasis_of_the_narrative_hold() -> None:
    assert (
        "It is **new**, see [the page](https://example.org).\n\n- one\n- 21 audits" in full_text()
    )


def test_the_same_report_has_the_same_bytes() -> None:
    again = render_markdown(build_report(full_figures()))
    assert {name: full_files()[name] for name in again} == again
