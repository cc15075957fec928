"""A council's own Word template: what is kept of it, and what is refused."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Pt, RGBColor
from hostile import report_of
from word_files import W, WordFile, rewrite, save, value_of

from auditreport.cli.building import write_period
from auditreport.cli.flags import BuildFlags
from auditreport.errors import FileFault
from auditreport.rendering.blocks import Column, Paragraph, Table, plain
from auditreport.rendering.layout import Part, Report
from auditreport.rendering.options import GivenFile, RenderOptions
from auditreport.rendering.word import render_word

MARK = "Internal: contains case-level information"
MAIN = b"wordprocessingml.document.main+xml"


def template() -> Document:
    """Return a council's template: a style of its own, a header, a footer, a cover."""
    document = docx.Document()
    document.styles["Heading 1"].font.color.rgb = RGBColor(0xAA, 0x00, 0x77)
    document.sections[0].header.paragraphs[0].text = "Wexmoor Borough Council"
    document.sections[0].footer.paragraphs[0].text = "wexmoor.example"
    document.add_paragraph("Cover of the council")
    return document


def report() -> Report:
    table = Table("How many", (Column("Area"), Column("n", is_number=True)), (("Risk", "7"),))
    part = Part("one", "The findings", (Paragraph(plain("Text of the report.")), table))
    return replace(report_of("Words"), parts=(part,))


def word(data: bytes, name: str = "council.docx") -> WordFile:
    given = RenderOptions(word_template=GivenFile(name, data))
    (found,) = render_word(report(), given).values()
    return WordFile(found)


def refused(data: bytes) -> str:
    with pytest.raises(FileFault) as fault:
        word(data)
    return str(fault.value)


def test_the_councils_styles_are_kept() -> None:
    found = word(save(template()))
    heading = next(
        style
        for style in found.part("word/styles.xml").iter(f"{W}style")
        if value_of(style, "name") == "heading 1"
    )
    assert value_of(heading.find(f"{W}rPr") or heading, "color") == "AA0077"
    assert (1, "The findings") in found.headings()


def test_the_councils_header_and_footer_are_kept_and_what_must_be_said_is_added() -> None:
    found = word(save(template()))

    assert found.around("header") == [f"Wexmoor Borough Council{MARK}"]
    assert found.around("footer") == ["wexmoor.examplePage 1 of 1"]


def test_a_footer_that_numbers_its_pages_is_left_as_it_is() -> None:
    document = template()
    code = docx.oxml.OxmlElement("w:fldSimple")
    code.set(docx.oxml.ns.qn("w:instr"), " PAGE \\* MERGEFORMAT ")
    document.sections[0].footer.paragraphs[0]._p.append(code)

    assert word(save(document)).around("footer") == ["wexmoor.example"]


def test_the_first_page_says_that_it_is_internal_where_it_has_a_header_of_its_own() -> None:
    document = template()
    document.sections[0].different_first_page_header_footer = True
    document.sections[0].first_page_header.paragraphs[0].text = "Cover"

    assert sorted(word(save(document)).around("header")) == sorted(
        [f"Cover{MARK}", f"Wexmoor Borough Council{MARK}"]
    )


def test_the_body_is_replaced() -> None:
    texts = [text for _, text in word(save(template())).paragraphs()]

    assert "Cover of the council" not in texts
    assert "Text of the report." in texts


def test_the_report_goes_where_the_template_says_so_and_the_rest_is_kept() -> None:
    document = template()
    document.add_paragraph("{{ report }}")
    document.add_paragraph("Back page")
    texts = [text for _, text in word(save(document)).paragraphs() if text]

    assert texts[0] == "Cover of the council"
    assert texts[-1] == "Back page"
    assert "Text of the report." in texts
    assert "{{ report }}" not in texts


def test_a_place_for_the_report_inside_a_table_is_refused() -> None:
    document = template()
    document.add_table(1, 1).cell(0, 0).text = "{{ report }}"

    assert "must stand in a paragraph outside tables" in refused(save(document))


def test_a_header_of_an_earlier_section_stays_when_its_text_goes() -> None:
    document = template()
    document.add_section(WD_SECTION.NEW_PAGE)
    document.add_paragraph("Second section")

    assert word(save(document)).around("header") == [f"Wexmoor Borough Council{MARK}"]


def test_the_page_keeps_its_size_and_the_table_keeps_to_it() -> None:
    document = template()
    document.sections[0].page_width, document.sections[0].left_margin = Pt(400), Pt(60)
    document.sections[0].right_margin = Pt(40)
    found = word(save(document))
    widths = [int(column.get(f"{W}w", "0")) for column in found.body.iter(f"{W}gridCol")]

    assert {size.get(f"{W}w") for size in found.body.iter(f"{W}pgSz")} == {"8000"}
    assert sum(widths[-2:]) <= 6000


def without_styles(*names: str) -> bytes:
    document = template()
    for name in names:
        style = document.styles[name]._element
        style.getparent().remove(style)
    return save(document)


def test_a_style_that_the_template_lacks_is_ours() -> None:
    found = word(without_styles("Caption", "List Bullet", "Heading 2"))

    assert found.in_style("caption") == ["How many"]
    assert "Audit Table" in found.names.values()
    based = [s for s in found.part("word/styles.xml").iter(f"{W}style") if value_of(s, "basedOn")]
    assert all(value_of(style, "basedOn") in found.names for style in based)


def test_bullets_are_numbered_apart_from_the_templates_own_lists() -> None:
    bulleted = replace(report_of("Words"), parts=report_of("Words").parts)
    given = RenderOptions(word_template=GivenFile("c.docx", without_styles("List Bullet")))
    (data,) = render_word(bulleted, given).values()
    found = WordFile(data)
    style = next(
        s
        for s in found.part("word/styles.xml").iter(f"{W}style")
        if value_of(s, "name") == "List Bullet"
    )
    number = style.find(f"{W}pPr/{W}numPr/{W}numId")
    numbers = {n.get(f"{W}numId"): n for n in found.part("word/numbering.xml").iter(f"{W}num")}
    assert number is not None
    abstract = value_of(numbers[number.get(f"{W}val")], "abstractNumId")
    kinds = {
        a.get(f"{W}abstractNumId"): [value_of(level, "numFmt") for level in a.iter(f"{W}lvl")]
        for a in found.part("word/numbering.xml").iter(f"{W}abstractNum")
    }
    assert kinds[abstract] == ["bullet"]
    assert len(numbers) > 1


def test_a_template_file_is_taken_for_a_document() -> None:
    dotx = rewrite(save(template()), kind=(MAIN, b"wordprocessingml.template.main+xml"))
    found = word(dotx, "council.dotx")

    assert "Text of the report." in [text for _, text in found.paragraphs()]
    with ZipFile(io.BytesIO(found.data)) as packed:
        assert MAIN in packed.read("[Content_Types].xml")


def test_what_word_would_fetch_or_ask_for_is_cut() -> None:
    document = template()
    part = document.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS)
    elsewhere = "file:///C:/Users/someone/x.dotm"
    kind = RELATIONSHIP_TYPE.SETTINGS.replace("settings", "attachedTemplate")
    related = part.relate_to(elsewhere, kind, is_external=True)
    tie = docx.oxml.OxmlElement("w:attachedTemplate")
    tie.set(docx.oxml.ns.qn("r:id"), related)
    document.settings.element.insert(0, tie)
    data = word(save(document)).data

    assert WordFile(data).part("word/settings.xml").find(f"{W}attachedTemplate") is None
    with ZipFile(io.BytesIO(data)) as packed:
        assert not [name for name in packed.namelist() if b"someone" in packed.read(name)]


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: b"", "it is not a Word document"),
        (lambda: b"%PDF-1.7", "it is not a Word document"),
        (lambda: save(template())[:-900], "incomplete or damaged"),
        (lambda: rewrite(save(template()), a=(MAIN, b"spreadsheetml")), "not a Word document"),
        (
            lambda: rewrite(save(template()), a=(MAIN, b"ms-word.document.macroEnabled.main+xml")),
            "it holds macros",
        ),
        (lambda: rewrite(save(template()), a=(b"<w:body>", b"<w:bo")), "damaged"),
        (lambda: rewrite(save(template()), a=(b"w:body", b"w:nobody")), "a part of it is missing"),
    ],
    ids=["empty", "pdf", "cut off", "another kind", "macros", "broken XML", "no body"],
)
def test_what_is_no_template_is_refused_in_words(make: Callable[[], bytes], said: str) -> None:
    message = refused(make())

    assert message.startswith("council.docx cannot be the Word template: ")
    assert said in message
    assert message.endswith("choose Save As and Word Document (.docx), and name that file.")


def test_the_template_of_the_settings_file_is_beside_it(
    stand_in: Path, make_workbook: Callable[..., Path]
) -> None:
    book = make_workbook()
    Path("council.docx").write_bytes(save(template()))
    Path("auditreport.toml").write_text('word_template = "council.docx"\nformats = "docx"\n')
    write_period(BuildFlags(workbooks=[book]), "year")

    found = WordFile(Path("report/annual-report-2016-17.docx").read_bytes())
    assert found.around("header") == [f"Wexmoor Borough Council{MARK}"]


def test_a_template_that_is_not_there_is_a_file_fault(
    stand_in: Path, make_workbook: Callable[..., Path]
) -> None:
    flags = BuildFlags(workbooks=[make_workbook()], formats="docx", word_template=Path("no.docx"))

    with pytest.raises(FileFault, match=r"no\.docx cannot be the Word template: There is no file"):
        write_period(flags, "year")
