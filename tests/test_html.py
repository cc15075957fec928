"""The page: a document that anybody can read, in any browser, from the same figures."""

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest
from hostile import report_of
from outlined import parts_of
from page_tree import Node, read_page, table_cells
from records import analysed, audits, data_set
from synthetic import full_figures, full_page, full_report, quarter_figures

from auditreport.rendering.blocks import Bars, Column, HeatMap, Table
from auditreport.rendering.html import render_html
from auditreport.rendering.layout import Part
from auditreport.rendering.outline import build_report
from auditreport.rendering.tables import table_rows

PAGES = {
    "year": lambda: full_report(),
    "quarter": lambda: build_report(quarter_figures("Q4")),
    "bare": lambda: build_report(analysed(data_set(audits("G")))),
    "hostile": lambda: report_of('"><script>alert(1)</script>'),
}


@pytest.fixture(scope="module", params=PAGES)
def page(request: pytest.FixtureRequest) -> Node:
    (data,) = render_html(PAGES[request.param]()).values()
    return read_page(data.decode())


@cache
def full_tree() -> Node:
    return read_page(full_page())


def test_a_report_is_one_file() -> None:
    assert list(render_html(full_report())) == ["annual-report-2016-17.html"]


def test_headings_begin_with_one_title_and_skip_no_level(page: Node) -> None:
    levels = [int(node.tag[1]) for node in page.all(*(f"h{n}" for n in range(1, 7)))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert not [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]


def test_the_page_has_its_landmarks_and_language(page: Node) -> None:
    for tag in ("header", "nav", "main", "footer"):
        page.one(tag)
    assert page.one("html").attributes["lang"] == "en-GB"
    assert page.one("nav").attributes["aria-label"] == "Contents"
    assert page.one("a", class_="skip").attributes["href"] == "#main"
    assert page.one("title").text.strip()


def test_every_id_stands_once_and_every_link_inside_has_a_target(page: Node) -> None:
    ids = [node.attributes["id"] for node in page.walk() if "id" in node.attributes]
    assert len(ids) == len(set(ids))
    targets = [node.attributes["href"] for node in page.all("a")]
    inside = {target[1:] for target in targets if target.startswith("#")}
    assert inside
    assert inside <= set(ids)
    labelled = {node.attributes.get("aria-labelledby", ids[0]) for node in page.all("section")}
    assert labelled <= set(ids)


def test_every_part_is_in_the_contents(page: Node) -> None:
    parts = [node.attributes["id"] for node in page.one("main").children if isinstance(node, Node)]
    links = [node.attributes["href"] for node in page.one("nav").all("a")]
    assert links == [f"#{part}" for part in parts]


def test_every_table_has_a_caption_and_scoped_headers(page: Node) -> None:
    tables = page.all("table")
    assert tables
    for table in tables:
        assert table.one("caption").text.strip()
        assert [th for th in table.all("th") if "scope" not in th.attributes] == []
        for row in table.one("tbody").all("tr"):
            assert len(row.all("th", scope="row")) == 1
        assert len({len(row.all("th", "td")) for row in table.all("tr")}) == 1


def test_a_date_or_reference_is_not_cut_into_lines_and_words_are() -> None:
    columns = (Column("From"), Column("Due"), Column("Status"))
    table = Table("Kept", columns, (("A24-015", "27 Sep 2024", "In progress"),))
    report = replace(full_report(), parts=(Part("one", "One", (table,)),))
    (page,) = render_html(report).values()
    assert re.findall(r'<t[dh][^>]*class="unbroken"[^>]*>([^<]*)', page.decode()) == [
        *("A24-015", "27 Sep 2024")
    ]


def test_bars_stay_tables_for_a_screen_reader(page: Node) -> None:
    for table in page.all("table", class_="bars"):
        assert table.attributes["role"] == "table"
        roles = {
            "thead": "rowgroup",
            "tbody": "rowgroup",
            "tr": "row",
            "td": "cell",
        }
        for tag, role in roles.items():
            assert {node.attributes.get("role") for node in table.all(tag)} == {role}
        assert {th.attributes["role"] for th in table.all("th")} == {"columnheader", "rowheader"}


def test_a_wide_table_can_be_scrolled_from_the_keyboard(page: Node) -> None:
    for region in page.all("div", class_="scroll"):
        assert region.attributes["tabindex"] == "0"
        assert region.attributes["role"] == "group"
        assert region.attributes["aria-label"] == region.one("caption").text


def test_nothing_runs_and_nothing_is_fetched(page: Node) -> None:
    assert page.all("script", "iframe", "object", "embed", "img", "form", "base") == []
    for node in page.walk():
        assert not [name for name in node.attributes if name.startswith("on")]
        assert "src" not in node.attributes
        if node.tag != "a":
            assert node.attributes.get("href", "data:,") == "data:,"
    style = page.one("style").text
    assert "url(" not in style
    assert "@import" not in style


def test_a_policy_forbids_all_that_the_page_does_not_need(page: Node) -> None:
    metas = [m for m in page.all("meta") if "http-equiv" in m.attributes]
    assert [m.attributes["content"] for m in metas] == [
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    ]


def test_links_outward_are_those_that_people_wrote() -> None:
    outward = [a for a in full_tree().all("a") if not a.attributes["href"].startswith("#")]
    assert [(a.attributes["href"], a.attributes["rel"]) for a in outward] == [
        ("https://example.org", "noreferrer")
    ]


def test_every_colour_in_use_has_a_rule() -> None:
    tree = full_tree()
    rules = set(re.findall(r"^\.(c-[a-z0-9-]+) \{ background-color", tree.one("style").text, re.M))
    used = {
        name
        for node in tree.walk()
        for name in node.attributes.get("class", "").split()
        if name.startswith("c-")
    }
    assert used <= rules


@pytest.mark.parametrize("kind", [Bars, HeatMap])
def test_the_numbers_in_a_drawn_table_are_those_of_the_figures(
    kind: type[Bars] | type[HeatMap],
) -> None:
    tree = full_tree()
    found = [b for part in parts_of(full_report()) for b in part.blocks if isinstance(b, kind)]
    assert found
    for block in found:
        headings, _, rows = table_rows(block)
        cells = table_cells(tree.one("table", id=block.id))
        assert cells[0] == headings
        plain = [[cell.replace("(", "").replace(")", "") for cell in row] for row in rows]
        read = [[cell.replace("(", "").replace(")", "") for cell in row] for row in cells[1:]]
        assert read == plain


def test_the_numbers_in_the_years_bar_are_those_of_figures_json() -> None:
    table = full_tree().one("table", id="year-overall-chart")
    year = full_figures().periods["year"].overall
    last = table_cells(table)[-1]
    assert last[1:5] == [str(count) for count in year.counts.values()]


def test_a_bar_is_as_long_as_its_count() -> None:
    for cell in full_tree().all("td", class_="bar"):
        assert cell.attributes["style"] == f"--n: {cell.text.replace(',', '')}"


def test_tables_print_every_cell() -> None:
    tree = full_tree()
    tables = {
        t.one("caption").text: t for d in tree.all("div", class_="scroll") for t in d.all("table")
    }
    found = [b for part in parts_of(full_report()) for b in part.blocks if isinstance(b, Table)]
    for block in found:
        headings, _, rows = table_rows(block)
        folded = [[" ".join(cell.split()) for cell in row] for row in (headings, *rows)]
        assert table_cells(tables[block.caption]) == folded


def test_the_internal_report_says_that_it_is_internal() -> None:
    assert "Not for publication" in full_tree().one("aside", class_="banner").text


def test_the_same_report_has_the_same_bytes() -> None:
    assert render_html(full_report()) == render_html(build_report(full_figures()))
