"""The PDF: tagged, for paper and screen reader alike, the same each time, its text only text."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest
from hostile import PAYLOADS, report_of, typed
from hypothesis import given, settings
from pdf_pages import (
    Tag,
    ask,
    needs_poppler,
    read_pages,
    read_tables,
    read_tags,
    read_text,
    read_word_ends,
)
from synthetic import full_report, quarter_figures
from typst import Compiler, Fonts

from auditreport.errors import UsageFault
from auditreport.reading.logo import Logo
from auditreport.rendering.blocks import BarRow, Bars, Column, Facts, Table, Tone
from auditreport.rendering.layout import Part, Report
from auditreport.rendering.options import GivenFile, RenderOptions
from auditreport.rendering.outline import build_report
from auditreport.rendering.pdf import render_pdf
from auditreport.rendering.text import escape_typst, show_invisible

pytestmark = needs_poppler
LOGO = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"
    b"\x1f\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\xff\xff?\x03\x00\x08\xfc\x02\xfe\xa7\x9a\xa0"
    b"\xa0\x00\x00\x00\x00IEND\xaeB`\x82"
)


def pdf_of(report: Report, options: RenderOptions | None = None) -> bytes:
    ((name, document),) = render_pdf(report, options or RenderOptions()).items()
    assert name == f"{report.name}.pdf"
    return document


@cache
def full_pdf() -> bytes:
    return pdf_of(full_report())


@cache
def full_tags() -> Tag:
    return read_tags(full_pdf())


def small_report(*blocks: Table | Bars) -> Report:
    return replace(
        full_report(),
        parts=(Part("one", "One", blocks),),
        facts=Facts(full_report().facts.items[:1]),
        opening=(),
    )


def test_it_is_tagged_and_says_its_title_language_and_standard() -> None:
    told = ask(full_pdf(), "pdfinfo", "-")
    report = full_report()
    assert re.search(r"Tagged: +yes", told)
    assert f"{report.title}, {report.period}" in told
    assert report.organisation in told
    metadata = ask(full_pdf(), "pdfinfo", "-meta", "-")
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert "<rdf:li>en-GB</rdf:li>" in metadata


def test_the_same_report_has_the_same_bytes_and_no_date() -> None:
    assert pdf_of(full_report()) == full_pdf()
    assert "Date" not in ask(full_pdf(), "pdfinfo", "-")


def test_every_font_is_embedded_and_none_is_the_machines_own() -> None:
    lines = ask(full_pdf(), "pdffonts", "-").splitlines()[2:]
    assert lines
    for line in lines:
        assert "DejaVuSans" in line
        assert re.search(r"Identity-H +yes yes yes", line), line


def test_headings_are_those_of_the_report_and_skip_no_level() -> None:
    headings = full_tags().all("H1", "H2", "H3", "H4")
    levels = [int(tag.name[1]) for tag in headings]
    assert levels[0] == 1
    assert not [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
    said = [tag.text for tag in headings if tag.name == "H1"]
    assert said == ["Contents", "At a glance", *(part.heading for part in full_report().parts)]


def test_the_contents_list_every_part_with_its_page() -> None:
    listed = [tag.text for tag in full_tags().all("TOCI")]
    pages = read_pages(full_pdf())
    for part in full_report().parts:
        (entry,) = [line for line in listed if re.fullmatch(re.escape(part.heading) + r"\d+", line)]
        page = int(re.findall(r"\d+$", entry.removeprefix(part.heading))[0])
        assert part.heading in pages[page - 1]


def test_every_table_has_a_caption_and_a_header_row() -> None:
    tables = full_tags().all("Table")
    assert tables
    for table in tables:
        assert table.all("Caption")[0].text.strip()
        header, *rows = table.all("TR")
        assert {cell.name for cell in header.children if not isinstance(cell, str)} == {"TH"}
        assert rows


def test_the_running_header_says_whose_report_it_is_and_that_it_is_internal() -> None:
    report = full_report()
    first, *others = read_pages(full_pdf())
    assert "Not for publication" in first
    assert others
    for number, page in enumerate(others, start=2):
        assert report.organisation in page
        assert "Internal: contains case-level information" in page
        assert f"Page {number} of {len(others) + 1}" in page


def test_a_report_for_the_public_is_not_called_internal() -> None:
    assert "Internal" not in read_text(pdf_of(replace(small_report(), audience="public")))


def test_a_draft_says_so_on_every_page() -> None:
    rows = tuple((f"case {n}", "told") for n in range(90))
    long = small_report(Table("Many", (Column("Case"), Column("What")), rows))
    pages = read_pages(pdf_of(replace(long, is_draft=True)))
    assert len(pages) > 1
    assert all("DRAFT" in page for page in pages)


def test_a_quarters_summary_is_set_too() -> None:
    assert "Quarter 4" in read_text(pdf_of(build_report(quarter_figures("Q4"))))


def test_a_long_table_repeats_its_header_on_every_page() -> None:
    rows = tuple((f"case {n}", "told") for n in range(150))
    table = Table("Many cases", (Column("Which case"), Column("What")), rows)
    pages = [page for page in read_pages(pdf_of(small_report(table))) if "case " in page]
    assert len(pages) > 2
    assert all("Which case" in page for page in pages if re.search(r"case \d", page))


def test_a_table_too_wide_for_an_upright_page_lies() -> None:
    columns = tuple(Column(f"Item {n}") for n in range(11))
    table = Table("Wide", columns, (tuple("Good" for _ in columns),))
    sizes = ask(pdf_of(small_report(table)), "pdfinfo", "-l", "9", "-")
    assert re.findall(r"Page +\d+ size: +(\d+)", sizes)[-1] == "841"


def test_a_word_without_an_end_stays_on_the_page() -> None:
    table = Table("Long", (Column("Name"), Column("Address")), (("a", "x" * 400),))
    document = pdf_of(small_report(table))
    assert "x" * 400 in read_text(document).replace("\u200b", "").replace(" ", "")
    assert max(read_word_ends(document)) <= 595.28 - 48


def test_a_chart_of_many_long_names_stays_on_the_page() -> None:
    tones = tuple(Tone(f"An answer of many words, number {n}", f"positive-{n}") for n in range(9))
    counts = (1, 0, 500, 2, 0, 0, 1, 3, 1)
    chart = Bars("b", "C", "Question", tones, ("Positive",), (BarRow("Why", counts, ("9",)),), "D")
    document = pdf_of(small_report(chart))
    assert max(read_word_ends(document)) <= 595.28 - 48
    ((_, (header, row)),) = read_tables(document)
    assert header == ["Question", *(tone.label for tone in tones), "Positive"]
    assert row == ["Why", *map(str, counts), "9"]


def test_the_logo_is_shown_with_its_description() -> None:
    report = replace(small_report(), logo=Logo("image/png", LOGO, 1, 1))
    document = pdf_of(report)
    assert re.findall(r" image +1 +1 ", ask(document, "pdfimages", "-list", "-"))
    assert f"/Alt({report.organisation})".encode() in document


def test_it_asks_for_what_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(UsageFault, match=re.escape('pip install "auditreport[pdf]"')):
        pdf_of(small_report())


def with_page(words: str) -> RenderOptions:
    """Return a council's own page, which prints something in the place of the parts."""
    page = f'{{% extends "bundled/page.typ.j2" %}}{{% block parts %}}{words}{{% endblock %}}'
    return RenderOptions(templates=(GivenFile("typst/page.typ.j2", page.encode()),))


def test_a_councils_own_page_may_replace_a_block() -> None:
    text = read_text(pdf_of(small_report(), with_page("Our own words.")))
    assert "Our own words." in text
    assert "At a glance" in text


def test_a_fault_of_a_councils_own_page_is_said_without_what_stands_in_a_cell() -> None:
    broken = with_page('#panic("{{ report.organisation }}")')
    with pytest.raises(UsageFault, match="The templates in typst/ cannot be set") as fault:
        pdf_of(small_report(), broken)
    assert small_report().organisation not in str(fault.value)


@given(typed())
@settings(max_examples=200, deadline=None)
def test_text_reaches_typst_as_typed(text: str) -> None:
    source = f'#metadata("{escape_typst(text)}") <said>'.encode()
    fonts = Fonts(include_system_fonts=False)
    (said,) = json.loads(Compiler(source, font_paths=fonts).query("<said>", field="value"))
    assert said == show_invisible(text).replace("\t", " ")


@given(typed())
@settings(max_examples=12, deadline=None)
def test_any_text_can_stand_anywhere(text: str) -> None:
    document = pdf_of(report_of(text))
    assert re.search(r"Tagged: +yes", ask(document, "pdfinfo", "-"))


def test_text_that_tries_to_be_more_shows_as_typed() -> None:
    texts = [show_invisible(text).replace("\t", " ") for text in PAYLOADS]
    plain = [text for text in texts if text.isascii()]
    rows = tuple((str(n), text) for n, text in enumerate(plain))
    document = pdf_of(small_report(Table("Typed", (Column("No"), Column("Text")), rows)))
    ((_, (_, *shown)),) = read_tables(document)
    assert ["".join(cell.split()) for _, cell in shown] == ["".join(t.split()) for t in plain]


def test_text_in_a_script_that_the_fonts_lack_can_be_copied() -> None:
    table = Table("Names", (Column("Name"),), (("计划 👍 हिन्दी",),))
    text = read_text(pdf_of(small_report(table)))
    assert "计划" in text
    assert "👍" in text


def pages_with(document: bytes, words: str) -> list[int]:
    return [n for n, page in enumerate(read_pages(document), start=1) if words in page]


def test_what_is_at_a_glance_stands_on_the_first_page_after_the_contents() -> None:
    first = read_pages(full_pdf())[0]
    assert first.index("Contents") < first.index("At a glance", first.index("Contents") + 40)
    assert " ".join(full_report().opening[-1].split()[:3]) in " ".join(first.split())


def test_a_date_and_a_reference_stand_in_one_line() -> None:
    columns = (Column("Reference"), Column("What was said of it"), Column("Due"))
    rows = (("A24-015", "words " * 90, "27 Sep 2024"),)
    lines = "\n".join(read_pages(pdf_of(small_report(Table("Kept", columns, rows)))))
    assert "A24-015" in lines
    assert "27 Sep 2024" in lines


def test_what_stands_before_a_wide_table_stands_upright() -> None:
    columns = tuple(Column(f"Item {n}") for n in range(11))
    wide = Table("Lying table", columns, (tuple("Good" for _ in columns),))
    narrow = Table("Upright table", columns[:2], (("a", "b"),))
    document = pdf_of(small_report(narrow, wide))
    (upright,), (lying,) = pages_with(document, "Upright"), pages_with(document, "Lying")
    assert lying == upright + 1
    assert re.findall(r"Page +\d+ size: +(\d+)", ask(document, "pdfinfo", "-l", "9", "-"))[
        upright - 1 :
    ] == ["595", "841"]
