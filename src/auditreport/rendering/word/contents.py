"""The list of contents: a field that Word can count again, filled so that it need not."""

from __future__ import annotations

from collections.abc import Sequence

from auditreport.rendering.word.elements import (
    Element,
    make,
    make_field,
    make_paragraph,
    make_run,
)
from auditreport.rendering.word.writer import Heading, Writer

_HINT = "For page numbers, click on this list in Word and press F9."
_MOST_ENTRIES = 18  # what leaves room for the first findings on the page of the title


def write_contents(writer: Writer, headings: Sequence[Heading]) -> None:
    """Write the contents under their own heading, which is not one of theirs.

    Page numbers are references to each heading's page, which only a program that lays the text
    out can fill in. A field marked as stale would greet every reader with a question, so that the
    list says itself how to; the words are part of the field, and go when it is counted.
    """
    depth = 2 if sum(heading.level <= 2 for heading in headings) <= _MOST_ENTRIES else 1
    entries = [heading for heading in headings if heading.level <= depth]
    writer.write_text("TOC Heading", "Contents")
    paragraphs = [_make_entry(writer, heading) for heading in entries]
    paragraphs.append(make_paragraph(writer.styles.find_id("Contents Hint"), make_run(_HINT)))
    begin, code, separate, end = make_field(f'TOC \\o "1-{depth}" \\h \\z \\u')
    settings = paragraphs[0][0]
    for run in (separate, code, begin):
        settings.addnext(run)
    paragraphs[-1].append(end)
    for paragraph in paragraphs:
        writer.add(paragraph)


def _make_entry(writer: Writer, heading: Heading) -> Element:
    number = make_field(f"PAGEREF {heading.bookmark} \\h")
    link = make(
        "w:hyperlink",
        make_run(" ".join(heading.text.split())),
        make("w:r", make("w:tab")),
        *number,
        anchor=heading.bookmark,
        history="1",
    )
    entry = make_paragraph(writer.styles.find_id(f"toc {heading.level}"), link)
    entry[0].append(make("w:tabs", make("w:tab", val="right", pos=str(writer.width))))
    return entry
