"""Word templates that lack what Word always writes, or use what few documents use."""

from __future__ import annotations

import io
from dataclasses import replace
from zipfile import ZipFile

import docx
import pytest
from hostile import report_of
from word_files import W, WordFile, save, value_of

from auditreport.rendering.blocks import Bullets, Column, Paragraph, Table, plain
from auditreport.rendering.layout import Part, Report
from auditreport.rendering.options import GivenFile, RenderOptions
from auditreport.rendering.word import render_word

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
BARE = {
    "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" '
    f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/document.xml": f'<w:document xmlns:w="{W[1:-1]}"><w:body><w:p/></w:body></w:document>',
}


def bare() -> bytes:
    """Return a document of one empty paragraph: no styles, lists, settings or pages."""
    target = io.BytesIO()
    with ZipFile(target, "w") as package:
        for name, content in BARE.items():
            package.writestr(name, content)
    return target.getvalue()


def report() -> Report:
    table = Table("How many", (Column("Area"), Column("n", is_number=True)), (("Risk", "7"),))
    bullets = Bullets((plain("First."), plain("Second.")))
    part = Part("one", "The findings", (Paragraph(plain("Text of the report.")), bullets, table))
    return replace(report_of("Words"), parts=(part,))


def word(data: bytes) -> WordFile:
    given = RenderOptions(word_template=GivenFile("council.docx", data))
    (found,) = render_word(report(), given).values()
    return WordFile(found)


class TestABareDocument:
    @pytest.fixture(scope="class")
    @staticmethod
    def made() -> WordFile:
        return word(bare())

    def test_the_report_stands_in_it(self, made: WordFile) -> None:
        assert "The findings" in [text for _, text in made.headings()]
        assert "Text of the report." in made.in_style("Normal")
        assert made.tables()[-1] == [["Area", "n"], ["Risk", "7"]]

    def test_its_lists_have_bullets(self, made: WordFile) -> None:
        defined = {number.get(f"{W}numId") for number in made.part("word/numbering.xml")}
        styles = made.part("word/styles.xml").iter(f"{W}style")
        bullets = next(style for style in styles if value_of(style, "name") == "List Bullet")
        used = {number.get(f"{W}val") for number in bullets.iter(f"{W}numId")}

        assert used
        assert used <= defined

    def test_it_says_in_which_language_it_is(self, made: WordFile) -> None:
        (defaults,) = made.part("word/styles.xml").iter(f"{W}docDefaults")

        assert [found.get(f"{W}val") for found in defaults.iter(f"{W}lang")] == ["en-GB"]

    def test_each_page_says_that_it_is_internal(self, made: WordFile) -> None:
        assert any("Internal: contains case-level information" in t for t in made.around("header"))


def test_left_and_right_pages_with_headers_of_their_own_say_that_they_are_internal() -> None:
    document = docx.Document()
    document.settings.odd_and_even_pages_header_footer = True
    document.sections[0].header.paragraphs[0].text = "Right"
    document.sections[0].even_page_header.paragraphs[0].text = "Left"

    headers = word(save(document)).around("header")

    assert {text.partition("Internal")[0] for text in headers} >= {"Right", "Left"}
    assert all("Internal: contains case-level information" in text for text in headers)


def test_a_style_of_another_name_keeps_the_id_that_ours_would_have() -> None:
    document = docx.Document()
    styles = document.styles
    styles["Caption"].element.getparent().remove(styles["Caption"].element)
    styles.add_style("Legend", 1).element.set(f"{W}styleId", "Caption")

    made = word(save(document))

    assert made.names["Caption"] == "Legend"
    assert "How many" in made.in_style("caption")
