"""What writes into a Word document's body: paragraphs, headings, links, pictures."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.shape import CT_Inline
from docx.shared import Emu

from auditreport.reading.logo import Logo
from auditreport.records import record
from auditreport.rendering.blocks import Line, Span
from auditreport.rendering.text import show_invisible
from auditreport.rendering.word.elements import (
    Element,
    make,
    make_bookmark,
    make_paragraph,
    make_run,
)
from auditreport.rendering.word.sections import Sections
from auditreport.rendering.word.styles import StyleBook

_SPAN_STYLES = {"plain": "", "strong": "Strong", "emphasis": "Emphasis", "link": "Hyperlink"}
_EMU = 635  # of Word's drawing unit in a twentieth of a point
_LOGO_HEIGHT = 630_000
_DEEPEST = 6  # levels of heading that our styles have


@record
class Heading:
    """A heading that was written, for the list of contents."""

    level: int
    text: str
    bookmark: str


@dataclass(slots=True)
class Writer:
    """Writes into a document before an element of its body, in the document's own styles."""

    document: Document
    anchor: Element
    styles: StyleBook
    headings: list[Heading] = field(default_factory=list)
    sections: Sections = field(init=False)

    def __post_init__(self) -> None:
        self.sections = Sections(self.anchor)

    @property
    def width(self) -> int:
        """The width of the text on this page, in twentieths of a point."""
        return self.sections.width

    def turn(self, *, is_wide: bool) -> None:
        """Go on on a page that lies on its side, or stands upright; the same page if it does."""
        self._end_section(self.sections.turn(is_wide=is_wide))

    def finish(self) -> None:
        """End the last page as the document's own."""
        self._end_section(self.sections.finish())

    def _end_section(self, settings: Element | None) -> None:
        """Put a section's settings into an empty paragraph, so low that it needs no page."""
        if settings is None:
            return
        last = self.anchor.getprevious()
        is_free = last is not None and last.tag == qn("w:p") and last.find(qn("w:r")) is None
        paragraph = last if is_free else self.write("After Table")
        paragraph[0].append(make("w:spacing", before="0", after="0", line="20", lineRule="exact"))
        paragraph[0].append(settings)

    def add(self, element: Element) -> Element:
        """Put an element after all that was written, and return it."""
        self.anchor.addprevious(element)
        return element

    def write(self, style: str, *content: Element) -> Element:
        """Write a paragraph in the style of a name."""
        return self.add(make_paragraph(self.styles.find_id(style), *content))

    def write_text(self, style: str, text: str) -> Element:
        """Write a paragraph of plain text."""
        return self.write(style, make_run(text))

    def write_line(self, style: str, line: Line) -> Element:
        """Write a paragraph of styled text."""
        return self.write(style, *(self.make_span(span) for span in line))

    def hold_last(self) -> None:
        """Keep the paragraph that was written last on the page of what follows it."""
        last = self.anchor.getprevious()
        assert last is not None
        last[0].append(make("w:keepNext"))

    def write_heading(self, level: int, text: str) -> None:
        """Write a heading, from level 1; it can be linked to by its bookmark."""
        number = len(self.headings) + 1
        heading = Heading(min(level, _DEEPEST), text, f"_Toc{number:08d}")
        self.headings.append(heading)
        self.write(
            f"heading {heading.level}", *make_bookmark(heading.bookmark, number, make_run(text))
        )

    def write_chart(self, image: bytes, title: str, description: str) -> Element:
        """Write a PNG as wide as the text, with its title and alternative text."""
        width, height = struct.unpack(">II", image[16:24])
        size = self.width * _EMU, self.width * _EMU * height // width
        picture = self._make_picture(("image/png", image), size, (title, description))
        return self.write("Chart", picture)

    def write_logo(self, logo: Logo, organisation: str) -> None:
        """Write a logo as high as two lines of text, or as wide as a third of it."""
        height = min(_LOGO_HEIGHT, self.width * _EMU // 3 * logo.height // logo.width)
        size = height * logo.width // logo.height, height
        picture = self._make_picture((logo.media_type, logo.data), size, ("Logo", organisation))
        self.write("Normal", picture)

    def _make_picture(
        self, image: tuple[str, bytes], size: tuple[int, int], words: tuple[str, str]
    ) -> Element:
        """Return a run with a picture: its type and bytes, its size, its title and description."""
        package = self.document.part.package
        assert package is not None  # it was opened from one
        suffix = "png" if image[0] == "image/png" else "jpg"
        name = package.next_partname(f"/word/media/image%d.{suffix}")
        related = self.document.part.relate_to(Part(name, *image, package), RELATIONSHIP_TYPE.IMAGE)
        number = len(self.document.part.rels)
        inline = CT_Inline.new_pic_inline(number, related, words[0], Emu(size[0]), Emu(size[1]))
        title, description = (show_invisible(" ".join(text.split())) for text in words)
        for properties in inline.iter(qn("wp:docPr"), qn("pic:cNvPr")):
            properties.set("id", str(number))
            properties.set("name", f"Picture {number}")
            properties.set("title", title)
            properties.set("descr", description)
        return make("w:r", make("w:drawing", inline))

    def make_style_run(self, text: str, style: str) -> Element:
        """Return a run in the character style of a name."""
        return make_run(text, self.styles.find_id(style) if style else "")

    def make_span(self, span: Span) -> Element:
        """Return a stretch of text in its style, a link with its target."""
        run = self.make_style_run(span.text, _SPAN_STYLES[span.style])
        if span.style != "link":
            return run
        target = self.document.part.relate_to(
            span.href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
        )
        link = make("w:hyperlink", run, history="1")
        link.set(qn("r:id"), target)
        return link
