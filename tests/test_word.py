"""The report in Word: headings, tables and charts that Word knows as such, and text as typed."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import get_args
from zipfile import ZipFile

import pytest
from hostile import PAYLOADS, report_of, typed
from hypothesis import HealthCheck, given, settings
from outlined import parts_of
from synthetic import full_report
from word_files import W, WordFile, text_of, value_of

from auditreport.errors import UsageFault
from auditreport.rendering.blocks import (
    BarRow,
    Bars,
    Block,
    Bullets,
    Column,
    HeatCell,
    HeatMap,
    HeatRow,
    Paragraph,
    Subheading,
    Table,
    Tone,
    plain,
)
from auditreport.rendering.layout import Part, Report
from auditreport.rendering.options import NOTHING_GIVEN
from auditreport.rendering.tables import table_rows
from auditreport.rendering.text import show_invisible
from auditreport.rendering.word import render_word
from auditreport.rendering.word.blocks import DRAWN

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def word(report: Report) -> WordFile:
    (data,) = render_word(report, NOTHING_GIVEN).values()
    return WordFile(data)


def small(*blocks: Block) -> Report:
    """Return a report with one part of some blocks."""
    return replace(report_of("Words"), parts=(Part("one", "One", blocks),))


@pytest.fixture(scope="module")
def full() -> WordFile:
    return word(full_report())


def test_the_file_bears_the_reports_name() -> None:
    assert list(render_word(small(), NOTHING_GIVEN)) == ["annual-report-2016-17.docx"]


def test_headings_are_words_own_and_skip_no_level(full: WordFile) -> None:
    levels = [level for level, _ in full.headings()]

    assert levels[0] == 1
    assert not [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
    assert [text for _, text in full.headings()][1:] == [
        text for part in parts_of(full_report()) for text in _headings_of(part)
    ]


def _headings_of(part: Part) -> list[str]:
    return [part.heading, *(b.text for b in part.blocks if isinstance(b, Subheading))]


def test_the_title_stands_in_the_style_title(full: WordFile) -> None:
    assert full.in_style("Title") == [full_report().title]


def test_every_table_has_the_numbers_of_its_block(full: WordFile) -> None:
    blocks = [b for part in parts_of(full_report()) for b in part.blocks]
    tabled = (b for b in blocks if isinstance(b, Table | Bars | HeatMap))
    found = [
        [[text.removeprefix("▲ ").removeprefix("▽ ") for text in row] for row in table]
        for table in full.tables()[1:]  # after the figures at a glance
    ]

    assert found == [[headings, *rows] for headings, _, rows in map(table_rows, tabled)]


def test_the_figures_at_a_glance_are_cards_that_read_from_the_value_on(full: WordFile) -> None:
    facts = full_report().facts.items
    cards = [card for row in full.tables()[0] for card in row if card]

    assert cards == [f"{fact.value}{fact.label}{fact.detail}" for fact in facts]
    styles = [style for style, _ in full.paragraphs() if style]
    assert styles.index("Fact Value") < styles.index("Normal")


def test_a_heat_map_says_without_colour_what_is_strong_and_what_weak() -> None:
    cells = tuple(HeatCell("7%", "1 of 14", level) for level in ("strength", "development", "few"))
    block = HeatMap("h", "C", "Area", ("Q1", "Q2", "Q3"), (HeatRow("Risk", cells),), "D")

    assert word(small(block)).tables()[-1][1] == [
        *("Risk", "▲ 7% (1 of 14)", "▽ 7% (1 of 14)", "7% (1 of 14)")
    ]


def test_the_first_row_of_a_table_is_repeated_and_no_row_splits(full: WordFile) -> None:
    cards, *tables = full.body.iter(f"{W}tbl")
    assert cards.find(f".//{W}tblHeader") is None
    for table in tables:
        rows = table.findall(f"{W}tr")
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [
            number == 0 for number in range(len(rows))
        ]
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_every_table_has_a_title_for_screen_readers(full: WordFile) -> None:
    titles = [text for p in full.body.iter(f"{W}tblPr") if (text := value_of(p, "tblCaption"))]

    assert len(titles) == len(full.tables())


def test_a_tables_caption_stands_in_the_style_caption() -> None:
    table = Table("How many", (Column("Area"), Column("n", is_number=True)), (("Risk", "7"),))

    assert word(small(table)).in_style("caption") == ["How many"]


def test_numbers_stand_to_the_right() -> None:
    table = Table("T", (Column("Area"), Column("n", is_number=True)), (("Risk", "7"),))
    cells = [*word(small(table)).body.iter(f"{W}tc")][-2:]
    sides = [cell.find(f"{W}p/{W}pPr/{W}jc") for cell in cells]

    assert [side is not None and side.get(f"{W}val") for side in sides] == [False, "right"]


def test_columns_fill_their_table_and_never_more_than_the_page() -> None:
    rows = tuple((f"{'word ' * n}", "x" * n, "7 of 56 (13%)") for n in range(1, 40, 6))
    table = Table("T", (Column("A"), Column("B"), Column("C", is_number=True)), rows)
    for grid in word(small(table)).body.iter(f"{W}tblGrid"):
        widths = [int(column.get(f"{W}w", "0")) for column in grid]
        assert min(widths) > 0
        assert sum(widths) <= 9638


def test_every_chart_has_a_title_and_an_alternative_text(full: WordFile) -> None:
    charts = [c for c in full_report().charts if isinstance(c, Bars) and len(c.rows) > 1]
    found = [*full.body.iter(f"{DRAWING}docPr")]

    assert [(p.get("title"), p.get("descr")) for p in found] == [
        (chart.caption, f"{chart.caption}. {chart.description}") for chart in charts
    ]
    assert len({picture.get("id") for picture in found}) == len(found)


def test_a_chart_is_as_wide_as_the_text_and_sharp(full: WordFile) -> None:
    with ZipFile(io.BytesIO(full.data)) as packed:
        images = [packed.read(name) for name in packed.namelist() if name.endswith(".png")]
    assert {int.from_bytes(image[16:20], "big") for image in images} == {1520}
    assert {extent.get("cx") for extent in full.body.iter(f"{DRAWING}extent")} == {"6120130"}


def test_a_wide_table_lies_on_its_side_and_the_next_part_stands_upright() -> None:
    columns = tuple(Column(f"Requirement number {n}") for n in range(12))
    rows = (tuple("Improvement" for _ in columns),)
    parts = (
        Part("one", "One", (Paragraph(plain("Before.")),)),
        Part("two", "Two", (Table("Wide", columns, rows),)),
        Part("three", "Three", (Paragraph(plain("After.")),)),
    )
    found = word(replace(report_of("Words"), parts=parts))
    sizes = [size.get(f"{W}orient", "portrait") for size in found.body.iter(f"{W}pgSz")]

    assert sizes == ["portrait", "landscape", "portrait"]


def wide_table() -> Table:
    columns = tuple(Column(f"Requirement number {n}") for n in range(12))
    return Table("Wide", columns, (tuple("Improvement" for _ in columns),))


def test_what_stands_before_a_wide_table_stands_upright() -> None:
    found = word(small(Paragraph(plain("Before.")), wide_table()))
    orders = [node for node in found.body.iter() if node.tag in (f"{W}pgSz", f"{W}t")]
    texts = [text_of(node) or node.get(f"{W}orient", "upright") for node in orders]

    assert texts.index("Before.") < texts.index("upright") < texts.index("Wide")
    assert texts[-1] == "landscape"


def test_a_long_table_whose_many_columns_would_be_narrow_lies_on_its_side() -> None:
    columns = tuple(Column(f"Item {n}") for n in range(7))
    row = tuple("some words on it that run on for more than a line or two" for _ in columns)
    sizes = [
        [size.get(f"{W}orient") for size in word(small(table)).body.iter(f"{W}pgSz")]
        for table in (Table("Short", columns, (row,)), Table("Long", columns, (row,) * 20))
    ]

    assert sizes == [[None], [None, "landscape"]]


def test_the_page_header_is_as_wide_as_its_page() -> None:
    found = word(small(wide_table()))
    with ZipFile(io.BytesIO(found.data)) as packed:
        names = sorted(name for name in packed.namelist() if name.startswith("word/header"))
    stops = [[tab.get(f"{W}pos") for tab in found.part(name).iter(f"{W}tab")] for name in names]

    assert [list(filter(None, stop)) for stop in stops] == [[], ["9638", "14400"]]
    assert len({*found.around("header")}) == 1


def test_a_report_that_ends_in_a_wide_table_ends_on_its_side() -> None:
    table = wide_table()
    found = word(small(table))

    assert [size.get(f"{W}orient") for size in found.body.iter(f"{W}pgSz")] == [None, "landscape"]


def test_the_contents_lead_to_every_main_heading(full: WordFile) -> None:
    entries = [p for p in full.body.iter(f"{W}hyperlink") if p.get(f"{W}anchor")]
    marks = {mark.get(f"{W}name"): mark for mark in full.body.iter(f"{W}bookmarkStart")}

    shown = [text_of(entry).rstrip("\t") for entry in entries]
    assert shown == [text for level, text in full.headings() if level == 1]
    assert all(entry.get(f"{W}anchor") in marks for entry in entries)


def test_a_short_reports_contents_have_two_levels() -> None:
    parts = (Part("one", "One", (), (Part("two", "Two", (Paragraph(plain("End.")),)),)),)
    found = word(replace(report_of("Words"), parts=parts))

    assert found.in_style("toc 2") == ["Two\t"]


def test_the_contents_say_how_their_page_numbers_come(full: WordFile) -> None:
    (hint,) = full.in_style("Contents Hint")

    assert "F9" in hint


def test_what_leads_to_a_figure_stays_on_its_page() -> None:
    table = Table("T", (Column("A"),), (("b",),))
    found = word(small(Paragraph(plain("Leads.")), table, Paragraph(plain("Ends."))))
    held = {text_of(p): p.find(f"{W}pPr/{W}keepNext") is not None for p in found.body.iter(f"{W}p")}

    assert held["Leads."]
    assert not held["Ends."]


def test_a_single_bar_needs_no_picture() -> None:
    tones = (Tone("Yes", "positive-0"), Tone("No", "negative-0"))
    rows = (BarRow("Asked", (3, 2)), BarRow("Seen", (4, 1)))
    one, two = (Bars("b", "C", "What", tones, (), rows[:n], "D") for n in (1, 2))

    assert not [*word(small(one)).body.iter(f"{DRAWING}docPr")]
    assert len([*word(small(two)).body.iter(f"{DRAWING}docPr")]) == 1


def test_word_is_not_told_to_ask_about_fields(full: WordFile) -> None:
    assert full.part("word/settings.xml").find(f"{W}updateFields") is None
    assert not [f for f in full.body.iter(f"{W}fldChar") if f.get(f"{W}dirty")]


def test_every_field_begins_and_ends(full: WordFile) -> None:
    kinds = [f.get(f"{W}fldCharType") for f in full.body.iter(f"{W}fldChar")]

    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")
    assert kinds[0] == "begin"
    assert kinds[-1] == "end"


def test_the_page_header_says_that_it_is_internal() -> None:
    assert word(small()).around("header") == ["Words\tInternal: contains case-level information"]


def test_the_page_header_of_a_draft_says_so() -> None:
    (header,) = word(replace(small(), is_draft=True)).around("header")

    assert header.endswith("\tDRAFT · Internal: contains case-level information")


def test_a_public_report_is_called_the_public_edition() -> None:
    assert word(replace(small(), audience="public")).around("header") == ["Words\tPublic edition"]


def test_a_long_title_leaves_room_for_the_pages_number() -> None:
    (footer,) = word(replace(small(), title="Long " * 40)).around("footer")

    assert len(footer.split("\t")[0]) == 88
    assert footer.endswith("…\tPage 1 of 1")


def test_the_page_footer_counts_the_pages(full: WordFile) -> None:
    codes = [code.text for code in full.part("word/footer1.xml").iter(f"{W}instrText")]

    assert codes == [" PAGE ", " NUMPAGES "]


def test_title_author_and_language_are_told_and_no_time(full: WordFile) -> None:
    core = {node.tag.rpartition("}")[2]: node.text for node in full.part("docProps/core.xml")}

    assert core["title"] == f"{full_report().title}, {full_report().period}"
    assert core["language"] == "en-GB"
    assert core["creator"] == full_report().organisation
    assert not {"created", "modified"} & set(core)
    (language,) = full.part("word/styles.xml").iter(f"{W}lang")
    assert language.get(f"{W}val") == "en-GB"


def test_the_author_is_the_one_whom_the_report_names() -> None:
    core = word(small()).part("docProps/core.xml")

    assert core.findtext("{http://purl.org/dc/elements/1.1/}creator") == "Words"


def test_the_same_report_has_the_same_bytes() -> None:
    report = report_of("Words")

    assert word(report).data == word(report).data
    with ZipFile(io.BytesIO(word(report).data)) as packed:
        assert {member.date_time[0] for member in packed.infolist()} == {1980}


def test_a_link_leads_out_and_emphasis_holds(full: WordFile) -> None:
    links = [link for link in full.body.iter(f"{W}hyperlink") if link.get(LINK)]
    targets = {r.get("Id"): r for r in full.part("word/_rels/document.xml.rels")}

    assert [text_of(link) for link in links] == ["the page"]
    assert targets[links[0].get(LINK)].get("Target") == "https://example.org"
    assert targets[links[0].get(LINK)].get("TargetMode") == "External"
    strong = [r for r in full.body.iter(f"{W}r") if _style_of(r) == "Strong"]
    assert "new" in [text_of(run) for run in strong]


def _style_of(run: object) -> str:
    settings = run.find(f"{W}rPr")  # type: ignore[attr-defined]
    return "" if settings is None else value_of(settings, "rStyle")


def test_each_numbered_list_begins_at_one() -> None:
    lists = [Bullets((plain("one"), plain("two")), is_numbered=True) for _ in range(2)]
    found = word(small(*lists))
    numbers = [node.get(f"{W}val") for node in found.body.iter(f"{W}numId")]

    assert found.in_style("List Number") == ["one", "two"] * 2
    assert len(set(numbers)) == 2
    defined = {n.get(f"{W}numId"): n for n in found.part("word/numbering.xml").iter(f"{W}num")}
    assert len({value_of(defined[number], "abstractNumId") for number in numbers}) == 2


@pytest.mark.parametrize("kind", get_args(Block), ids=lambda kind: kind.kind)
def test_every_kind_of_block_has_its_way_into_word(kind: type) -> None:
    assert kind in {*DRAWN, Bars, Subheading}


def test_every_style_that_is_used_is_there(full: WordFile) -> None:
    used = [
        node.get(f"{W}val", "")
        for tag in ("pStyle", "rStyle", "tblStyle")
        for node in full.body.iter(f"{W}{tag}")
    ]
    assert {*used} <= {*full.names}


@given(typed())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_is_shown_as_typed(text: str) -> None:
    check_as_typed(text)


@pytest.mark.parametrize("text", [*PAYLOADS, " ".join(PAYLOADS)])
def test_text_that_tries_to_be_more_is_shown_as_typed(text: str) -> None:
    check_as_typed(text.strip() or "x")


def check_as_typed(text: str) -> None:
    """Draw a text in every place but charts, whose pictures are tested with charts."""
    report = report_of(text)
    blocks = tuple(b for b in report.parts[0].blocks if not isinstance(b, Bars) or b.is_count)
    found = word(replace(report, parts=(replace(report.parts[0], blocks=blocks),)))
    shown = show_invisible(text)

    assert found.in_style("Title") == [shown]
    assert found.headings()[1] == (1, shown)
    assert ("Normal", shown) in [*found.paragraphs()]
    assert ("Normal", f"Before {shown} after") in [*found.paragraphs()]
    assert shown in found.in_style("List Bullet")
    assert f"{shown}. {shown}" in found.in_style("Callout")
    assert shown in found.in_style("Quote")
    assert [[shown, shown], [shown, shown]] in found.tables()
    if len(text) < 60 and text == " ".join(text.split()):
        assert found.around("header")[0].startswith(f"{shown}\t")
    codes = {code.text for code in found.body.iter(f"{W}instrText")}
    assert not [code for code in codes if not re.fullmatch(r" (TOC|PAGEREF) [^<>]* ", code or "")]


def test_a_missing_library_is_said_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "auditreport.rendering.word.document", raising=False)
    for name in [name for name in sys.modules if name.startswith("auditreport.rendering.word.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "docx", None)

    with pytest.raises(UsageFault, match=r'pip install "auditreport\[word\]"'):
        render_word(small(), NOTHING_GIVEN)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_opens_it_with_all_that_it_says(tmp_path: Path) -> None:
    report = report_of("Plain words")
    path = tmp_path / "report.docx"
    path.write_bytes(word(report).data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    kind = "txt:Text (encoded):UTF8"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", tmp_path, path],
        check=True,
        capture_output=True,
        timeout=120,
    )
    shown = path.with_suffix(".txt").read_text(encoding="utf-8-sig")

    assert "Before Plain words after" in shown
    assert "40% (2 of 5)" in shown
