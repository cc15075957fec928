"""Narrative in Word or Markdown beside the workbooks: what is read of it, and what is said."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st
from word_files import rewrite, save
from workbooks import a_report

from auditreport.analysis import analyse
from auditreport.errors import FileFault
from auditreport.problems import Severity
from auditreport.reading import Reading, read, understand
from auditreport.reading.narrative_files import read_narrative_file
from auditreport.rendering.blocks import Bullets, Paragraph, Subheading, Table
from auditreport.rendering.outline.prose import build_narrative

MakeWorkbook = Callable[..., Path]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def written(markdown: str, folder: Path) -> Reading:
    """Return what is read of a Markdown narrative beside the smallest workbook."""
    (folder / "narrative.md").write_text(markdown, encoding="utf-8")
    return with_file(folder / "narrative.md")


def with_file(path: Path) -> Reading:
    return understand([a_report()], documents=[read_narrative_file(path)])


def typed_in_word(folder: Path, *paragraphs: str, heading: str = "Summary") -> Reading:
    """Return what is read of Word paragraphs, each the XML inside of its `w:p`."""
    document = docx.Document()
    document.add_heading(heading, 1)
    for inside in paragraphs:
        document.element.body.insert_element_before(
            parse_xml(f"<w:p {W} {R}>{inside}</w:p>"), "w:sectPr"
        )
    return saved(document, folder)


def saved(document: docx.document.Document, folder: Path) -> Reading:
    (folder / "narrative.docx").write_bytes(save(document))
    return with_file(folder / "narrative.docx")


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def texts(reading: Reading) -> list[tuple[str, str, str]]:
    assert reading.data is not None
    return [(part.section, part.heading, part.text) for part in reading.data.narrative]


def told(reading: Reading) -> list[tuple[str, str, str]]:
    return [(p.code, p.workbook, p.cell) for p in reading.problems if p.workbook != "data.xlsx"]


def blocks(reading: Reading, section: str = "Summary") -> list[object]:
    figures = analyse(reading, tool="auditreport 0.1.0")
    return [*build_narrative(figures, section)]


def shown(reading: Reading) -> str:
    """Return the text of the only paragraph."""
    (block,) = blocks(reading)
    assert isinstance(block, Paragraph)
    return "".join(span.text for span in block.line)


class TestMarkdown:
    def test_each_heading_of_the_first_level_is_a_section(self, tmp_path: Path) -> None:
        reading = written("# Summary\n\nOne\ntwo.\n\nThree.\n\n# conclusions\n\nFour.", tmp_path)

        assert texts(reading) == [
            ("Summary", "", "One two."),
            ("Summary", "", "Three."),
            ("Conclusion", "", "Four."),
        ]
        assert told(reading) == []

    def test_a_heading_below_is_the_texts_own(self, tmp_path: Path) -> None:
        reading = written("Summary\n=======\n\n## What *we* saw ##\n\nText.\n", tmp_path)

        assert blocks(reading)[0] == Subheading("What we saw")

    def test_lists_and_their_lines_hold(self, tmp_path: Path) -> None:
        reading = written("# Summary\n- one\n  more\n* two\n\n1. first\n2. second\n", tmp_path)
        bullets, numbers = blocks(reading)

        assert isinstance(bullets, Bullets)
        assert isinstance(numbers, Bullets)
        assert [line[0].text for line in bullets.items] == ["one more", "two"]
        assert [line[0].text for line in numbers.items] == ["first", "second"]
        assert (bullets.is_numbered, numbers.is_numbered) == (False, True)

    def test_emphasis_and_links_hold(self, tmp_path: Path) -> None:
        reading = written("# Summary\n__a__ *b* [c](https://e.org/x) <https://e.org>\n", tmp_path)
        (block,) = blocks(reading)

        assert isinstance(block, Paragraph)
        assert [(s.text, s.style, s.href) for s in block.line if s.style != "plain"] == [
            ("a", "strong", ""),
            ("b", "emphasis", ""),
            ("c", "link", "https://e.org/x"),
            ("https://e.org", "link", "https://e.org"),
        ]

    def test_a_table_holds_with_its_caption(self, tmp_path: Path) -> None:
        reading = written(
            "# Summary\nTable: How many\n\n| Team | n |\n|---|--:|\n| North \\| A | 7 |\n", tmp_path
        )
        (table,) = blocks(reading)

        assert isinstance(table, Table)
        assert table.caption == "How many"
        assert [(c.heading, c.is_number) for c in table.columns] == [("Team", False), ("n", True)]
        assert table.rows == (("North | A", "7"),)

    def test_a_table_without_a_caption_is_called_by_its_headings(self, tmp_path: Path) -> None:
        (table,) = blocks(written("# Summary\n| A | B |\n|---|---|\n| 1 |\n", tmp_path))

        assert isinstance(table, Table)
        assert table.caption == "A, B"
        assert table.rows == (("1", ""),)

    def test_a_figure_is_filled_in(self, tmp_path: Path) -> None:
        reading = written(
            "# Summary\n{{ periods.year.not_returned }} of {{ Q1 completed }}", tmp_path
        )

        assert shown(reading) == "0 of 1"

    def test_an_unknown_figure_is_told_at_its_line(self, tmp_path: Path) -> None:
        reading = written("# Summary\n\nText.\n\nOf {{ Q1 complet }}.\n", tmp_path)
        figures = analyse(reading, tool="auditreport 0.1.0")

        assert [(p.code, p.workbook, p.sheet, p.cell) for p in figures.problems][-1] == (
            "unknown-figure",
            "narrative.md",
            "",
            "line 5",
        )

    @pytest.mark.parametrize(
        ("line", "what"),
        [
            ("A ![map](map.png) of it", "a picture"),
            ("As said[^1].", "a footnote"),
            ("[^1]: there", "a footnote"),
            ("[page]: https://e.org", "a link by reference"),
            ("```\ncode\n```", "a block of code"),
        ],
    )
    def test_what_cannot_be_carried_over_is_told_at_its_line(
        self, tmp_path: Path, line: str, what: str
    ) -> None:
        reading = written(f"# Summary\n\nText.\n\n{line}\n", tmp_path)

        assert told(reading) == [("narrative-loss", "narrative.md", "line 5")]
        (problem,) = [p for p in reading.problems if p.code == "narrative-loss"]
        assert problem.message == f"Not carried over into the report: {what}"

    def test_a_comment_is_passed_over_with_a_note(self, tmp_path: Path) -> None:
        reading = written("# Summary\n<!-- to do:\n# Q1 -->\nText <!-- x -->here.\n", tmp_path)

        assert shown(reading) == "Text here."
        assert told(reading) == [("comments-not-read", "narrative.md", "")]

    def test_marks_that_are_escaped_are_text(self, tmp_path: Path) -> None:
        assert (
            shown(written("# Summary\n\\# \\*a\\* \\_b\\_ \\[c\\]\n", tmp_path)) == "# *a* _b_ [c]"
        )

    def test_a_quotation_is_a_paragraph(self, tmp_path: Path) -> None:
        assert shown(written("# Summary\n> 3 > 2,\n> they said.\n", tmp_path)) == (
            "3 > 2, they said."
        )

    def test_text_that_is_not_utf_8_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "narrative.md").write_bytes("# Zürich".encode("cp1252"))

        with pytest.raises(FileFault, match=r"narrative\.md: The file is not UTF-8 text"):
            read_narrative_file(tmp_path / "narrative.md")

    @settings(deadline=None, max_examples=40)
    @given(text=st.text(alphabet="#*_-|[]()`~>!=<: \n1.ab{}\\", max_size=80))
    def test_no_text_breaks_it(self, text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
        folder = tmp_path_factory.mktemp("md", numbered=True)
        blocks(written(f"# Summary\n{text}", folder))


class TestWord:
    def test_each_heading_of_the_first_level_is_a_section(self, tmp_path: Path) -> None:
        document = docx.Document()
        document.add_heading("Our narrative", 0)
        document.add_heading("Summary", 1)
        document.add_paragraph("One.")
        document.add_heading("In_short", 2)
        document.add_paragraph("Two.")
        document.add_heading("Quarter 1", 1)
        document.add_paragraph("Three.")

        assert texts(saved(document, tmp_path)) == [
            ("Summary", "", "One."),
            ("Summary", "In_short", ""),
            ("Summary", "", "Two."),
            ("Q1", "", "Three."),
        ]

    def test_a_style_made_from_a_heading_is_one(self, tmp_path: Path) -> None:
        document = docx.Document()
        style = document.styles.add_style("Council heading", 1)
        style.base_style = document.styles["Heading 1"]
        document.add_paragraph("Summary", style="Council heading")
        document.add_paragraph("Text.")

        assert texts(saved(document, tmp_path)) == [("Summary", "", "Text.")]

    def test_lists_hold(self, tmp_path: Path) -> None:
        document = docx.Document()
        document.add_heading("Summary", 1)
        for text in ("one", "two"):
            document.add_paragraph(text, style="List Bullet")
        for text in ("first", "second"):
            document.add_paragraph(text, style="List Number")
        bullets, numbers = blocks(saved(document, tmp_path))

        assert isinstance(bullets, Bullets)
        assert isinstance(numbers, Bullets)
        assert [line[0].text for line in (*bullets.items, *numbers.items)] == [
            *("one", "two"),
            *("first", "second"),
        ]
        assert numbers.is_numbered

    def test_a_simple_table_holds(self, tmp_path: Path) -> None:
        document = docx.Document()
        document.add_heading("Summary", 1)
        document.add_paragraph("How many", style="Caption")
        table = document.add_table(2, 2)
        for cell, text in zip(table._cells, ("Team", "n", "North | *A*", "7"), strict=True):
            cell.text = text
        (block,) = blocks(saved(document, tmp_path))

        assert isinstance(block, Table)
        assert (block.caption, block.rows) == ("How many", (("North | *A*", "7"),))

    def test_emphasis_and_links_hold(self, tmp_path: Path) -> None:
        document = docx.Document()
        document.add_heading("Summary", 1)
        paragraph = document.add_paragraph("Plain ")
        paragraph.add_run("strong").bold = True
        paragraph.add_run(" ")
        paragraph.add_run("soft ").italic = True
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        target = document.part.relate_to("https://e.org/a(b)", kind, is_external=True)
        link = f'<w:hyperlink {W} {R} r:id="{target}">{run("here")}</w:hyperlink>'
        paragraph._p.append(parse_xml(link))
        (block,) = blocks(saved(document, tmp_path))

        assert isinstance(block, Paragraph)
        assert [(s.text, s.style, s.href) for s in block.line if s.style != "plain"] == [
            ("strong", "strong", ""),
            ("soft", "emphasis", ""),
            ("here", "link", "https://e.org/a%28b%29"),
        ]

    def test_a_figure_is_filled_in_however_word_has_split_it(self, tmp_path: Path) -> None:
        reading = typed_in_word(
            tmp_path, run("Of {{ periods.year.not_") + run("returned }} audits")
        )

        assert shown(reading) == "Of 0 audits"

    def test_an_unknown_figure_is_told_at_its_paragraph(self, tmp_path: Path) -> None:
        reading = typed_in_word(tmp_path, run("Text"), run("{{ Q1 complet }}"))
        figures = analyse(reading, tool="auditreport 0.1.0")

        assert [(p.code, p.workbook, p.cell) for p in figures.problems][-1] == (
            "unknown-figure",
            "narrative.docx",
            "paragraph 3",
        )

    def test_tracked_insertions_are_read_and_deletions_are_not(self, tmp_path: Path) -> None:
        reading = typed_in_word(
            tmp_path,
            run("We saw ")
            + f"<w:ins>{run('more')}</w:ins>"
            + "<w:del><w:r><w:delText>less</w:delText></w:r></w:del>"
            + run(" visits."),
        )

        assert shown(reading) == "We saw more visits."
        (problem,) = [p for p in reading.problems if p.code == "tracked-changes"]
        assert problem.severity is Severity.NOTE
        assert problem.message.startswith("2 changes are tracked in the document")

    def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next(self, tmp_path: Path) -> None:
        mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"

        assert shown(typed_in_word(tmp_path, mark + run("One "), run("line."))) == "One line."

    def test_comments_are_passed_over_with_a_note(self, tmp_path: Path) -> None:
        reading = typed_in_word(tmp_path, run("Text") + '<w:r><w:commentReference w:id="0"/></w:r>')

        assert shown(reading) == "Text"
        assert told(reading) == [("comments-not-read", "narrative.docx", "")]

    @pytest.mark.parametrize(
        ("inside", "what"),
        [
            ("<w:r><w:drawing/></w:r>", "a picture"),
            ("<w:r><w:pict><w:txbxContent/></w:pict></w:r>", "a text box"),
            ('<w:r><w:footnoteReference w:id="1"/></w:r>', "a footnote"),
            ('<w:r><w:endnoteReference w:id="1"/></w:r>', "an endnote"),
            ("<w:r><w:object/></w:r>", "an embedded object"),
            ('<w:r><w:sym w:char="F04A"/></w:r>', "a symbol of a special font"),
            (run("gone", "<w:strike/>"), "text that is struck through"),
            (run("secret", "<w:vanish/>"), "hidden text"),
            (
                f'<w:hyperlink w:anchor="there">{run("")}</w:hyperlink>',
                "a link that leads neither to a web page nor to an e-mail address",
            ),
        ],
    )
    def test_what_cannot_be_carried_over_is_told_at_its_paragraph(
        self, tmp_path: Path, inside: str, what: str
    ) -> None:
        reading = typed_in_word(tmp_path, run("First."), run("Text.") + inside)

        assert told(reading) == [("narrative-loss", "narrative.docx", "paragraph 3")]
        (problem,) = [p for p in reading.problems if p.code == "narrative-loss"]
        assert problem.message == f"Not carried over into the report: {what}"
        assert texts(reading)[-1] == ("Summary", "", "Text.")

    def test_merged_cells_and_tables_in_tables_are_told(self, tmp_path: Path) -> None:
        document = docx.Document()
        document.add_heading("Summary", 1)
        table = document.add_table(2, 2)
        table.cell(0, 0).merge(table.cell(0, 1)).text = "Both"
        table.cell(1, 1).add_table(1, 1)
        reading = saved(document, tmp_path)

        said = {p.message.partition(": ")[2] for p in reading.problems if not p.sheet}
        assert {"the merging of cells", "a table inside a table"} <= said

    @settings(deadline=None, max_examples=40)
    @given(
        text=st.text(
            st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff{}|"),
            max_size=40,
        )
    )
    def test_any_text_is_shown_as_typed(
        self, text: str, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        document = docx.Document()
        document.add_heading("Summary", 1)
        document.add_paragraph(f"x{text}x")
        reading = saved(document, tmp_path_factory.mktemp("docx", numbered=True))

        lines = f"x{text}x".splitlines()
        assert [
            "".join(span.text for span in block.line)
            for block in blocks(reading)
            if isinstance(block, Paragraph)
        ] == [line.strip() for line in lines if line.strip()]


class TestSections:
    def test_an_unknown_section_is_told_at_its_heading(self, tmp_path: Path) -> None:
        reading = written("# Sumary\n\nText.\n", tmp_path)

        assert told(reading) == [("unknown-section", "narrative.md", "line 1")]

    def test_text_above_the_first_section_is_told(self, tmp_path: Path) -> None:
        reading = written("\nText.\n\n# Summary\n\nMore.\n", tmp_path)

        assert told(reading) == [("narrative-before-sections", "narrative.md", "line 2")]
        assert texts(reading) == [("Summary", "", "More.")]

    def test_a_section_without_text_is_nothing(self, tmp_path: Path) -> None:
        reading = written("# Nowhere\n\n# Summary\n", tmp_path)

        assert (texts(reading), told(reading)) == ([], [])

    def test_a_section_may_be_published(self, tmp_path: Path) -> None:
        reading = written("# Summary\n\nPublish: Yes\n\nText.\n\n# Q1\n\nMore.\n", tmp_path)

        assert reading.data is not None
        assert [(p.text, p.publish) for p in reading.data.narrative] == [
            ("Text.", True),
            ("More.", False),
        ]

    def test_personal_data_is_told_at_its_line(self, tmp_path: Path) -> None:
        reading = written("# Summary\n\nWrite to jo@example.org.\n", tmp_path)

        assert told(reading) == [("email-in-text", "narrative.md", "line 3")]

    def test_texts_of_the_sheet_come_first_and_both_are_printed_with_a_warning(
        self, tmp_path: Path
    ) -> None:
        (tmp_path / "narrative.md").write_text("# Summary\n\nFile.\n")
        book = a_report(Narrative=[("Section", "Text"), ("Summary", "Sheet.")])
        reading = understand([book], documents=[read_narrative_file(tmp_path / "narrative.md")])

        assert [text for _, _, text in texts(reading)] == ["Sheet.", "File."]
        assert told(reading) == [("narrative-in-both", "narrative.md", "line 3")]


@pytest.mark.usefixtures("stand_in")
class TestBesideTheWorkbook:
    def test_the_file_is_found_whatever_the_case_of_its_name(
        self, make_workbook: MakeWorkbook
    ) -> None:
        Path("Narrative.MD").write_text("# Summary\n\nText.\n")
        reading = read([make_workbook()])

        assert texts(reading) == [("Summary", "", "Text.")]
        assert reading.data is not None
        assert [source.file for source in reading.data.sources] == ["data.xlsx", "Narrative.MD"]

    def test_two_files_are_an_error_that_names_both(self, make_workbook: MakeWorkbook) -> None:
        Path("narrative.md").write_text("# Summary\n\nText.\n")
        Path("narrative.docx").write_bytes(save(docx.Document()))
        reading = read([make_workbook()])

        (problem,) = [p for p in reading.problems if p.code == "narrative-files"]
        assert problem.severity is Severity.ERROR
        assert problem.workbook == "narrative.docx"
        assert "narrative.md" in problem.message
        assert texts(reading) == []


def zipped(**parts: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/") + ".xml", content)
    return target.getvalue()


BODY = f"<w:document {W}><w:body>{{}}</w:body></w:document>"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "The file is not a Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "of an older Word, or protected by a password"),
        (zipped(xl__workbook="<a/>"), "The file is not a Word document"),
        (zipped(word__document=BODY.format("<w:p>")), "is not valid XML"),
        (
            zipped(word__document='<!DOCTYPE a [<!ENTITY b "c">]>' + BODY.format("")),
            "The document holds XML entities",
        ),
        (zipped(word__document=BODY.format("<w:sdt>" * 999 + "</w:sdt>" * 999)), "not valid XML"),
        (zipped(word__document=BODY.format(" " * 20_000_000)), "unpacks to more than 200 times"),
        (save(docx.Document())[:-800], "incomplete or damaged"),
        (rewrite(save(docx.Document()), a=(b"w:body", b"w:nobody")), "is not a Word document"),
    ],
    ids=["empty", "old", "workbook", "broken", "entities", "deep", "bomb", "cut off", "no body"],
)
def test_a_hostile_document_is_refused_in_words(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "narrative.docx"
    path.write_bytes(data)

    with pytest.raises(FileFault) as fault:
        read_narrative_file(path)
    assert said in str(fault.value)
    assert str(fault.value).startswith("narrative.docx: ")
    assert "Excel" not in str(fault.value)
    assert "workbook" not in str(fault.value)
