"""What stands around a Word document's text: page headers and footers, title, language."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

from auditreport.rendering.layout import Report
from auditreport.rendering.text import show_invisible
from auditreport.rendering.word.elements import (
    Element,
    make,
    make_field,
    make_paragraph,
    make_run,
)
from auditreport.rendering.word.styles import StyleBook

_BESIDE_MARK, _BESIDE_NUMBER = 60, 88  # letters
_EMU, _UPRIGHT = 635, 9638  # of Word's drawing unit in a twentieth of a point; our text's width
_LONGEST_PROPERTY = 255  # letters, as Word has it
_CLOCKED = ("created", "modified", "lastPrinted")


def write_pages(document: Document, styles: StyleBook, report: Report, *, is_own: bool) -> None:
    """Write the page header and footer of our own document.

    Of a council's they are kept; what is added is the mark of a draft and whom the report is for,
    and the number of the page where its footer has none.
    """
    marks = make_run(_marks(report), styles.find_id("Marking"))
    if is_own:
        _write_own(document, report, marks)
        return
    for header, footer in _pages(document):
        header._element.append(make_paragraph(styles.find_id("header"), deepcopy(marks)))
        if not _has_page_number(footer):
            footer._element.append(make_paragraph(styles.find_id("footer"), *_page_number()))


def _write_own(document: Document, report: Report, marks: Element) -> None:
    """Write the header and the footer, anew for each section whose pages are of another width."""
    before = 0
    for section in document.sections:
        page, left, right = section.page_width, section.left_margin, section.right_margin
        width = ((page or 0) - (left or 0) - (right or 0)) // _EMU
        if width != before:
            _write_section(section, width, report, marks)
        before = width


def _write_section(section: Any, width: int, report: Report, marks: Element) -> None:
    named = make_run(f"{_shorten(report.organisation, _BESIDE_MARK)}\t")
    titled = make_run(f"{_shorten(report.title, _BESIDE_NUMBER)}\t")
    filled = (
        (section.header, [named, deepcopy(marks)]),
        (section.footer, [titled, *_page_number()]),
    )
    for place, content in filled:
        place.is_linked_to_previous = False
        paragraph = place.paragraphs[0]._p
        if width != _UPRIGHT:
            paragraph.get_or_add_pPr().append(_make_stop(width))
        paragraph.extend(content)


def _make_stop(width: int) -> Element:
    """Return the stop at a line's end in the place of that of an upright page."""
    stops = {"clear": _UPRIGHT, "right": width}
    return make("w:tabs", *(make("w:tab", val=kind, pos=str(at)) for kind, at in stops.items()))


def _shorten(text: str, longest: int) -> str:
    """Return a text that leaves room beside it on its line."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def _marks(report: Report) -> str:
    return f"DRAFT · {report.marking}" if report.is_draft else report.marking


def _pages(document: Document) -> Iterator[tuple[Any, Any]]:
    """Yield the page headers and footers that are shown and not another section's, in pairs."""
    for number, section in enumerate(document.sections):
        kinds = [(section.header, section.footer)]
        if section.different_first_page_header_footer:
            kinds.append((section.first_page_header, section.first_page_footer))
        if document.settings.odd_and_even_pages_header_footer:
            kinds.append((section.even_page_header, section.even_page_footer))
        for header, footer in kinds:
            if number == 0 or not header.is_linked_to_previous:
                yield header, footer


def _page_number() -> list[Element]:
    page, pages = make_field("PAGE", make_run("1")), make_field("NUMPAGES", make_run("1"))
    return [make_run("Page "), *page, make_run(" of "), *pages]


def _has_page_number(footer: Any) -> bool:
    element = footer._element
    codes = [code.text or "" for code in element.iter(qn("w:instrText"))]
    codes += [field.get(qn("w:instr"), "") for field in element.iter(qn("w:fldSimple"))]
    return any(code.split()[:1] == ["PAGE"] for code in codes)


def describe_document(document: Document, report: Report) -> None:
    """Set title, author and language; what a clock or a person left behind is removed."""
    properties = document.core_properties
    authors = [text for label, text in report.details if label == "Authors"]
    properties.title = _property(f"{report.title}, {report.period}")
    properties.author = _property((authors or [report.organisation])[0])
    properties.language = report.language
    properties.last_modified_by = properties.comments = ""
    for element in list(properties._element):
        if element.tag.rpartition("}")[2] in _CLOCKED:
            properties._element.remove(element)
    _set_language(document, report.language)


def _property(text: str) -> str:
    return " ".join(show_invisible(text).split())[:_LONGEST_PROPERTY]


def _set_language(document: Document, language: str) -> None:
    """Set the language of text that names none of its own."""
    root = document.styles.element
    for path in ("w:docDefaults", "w:rPrDefault", "w:rPr"):
        found = root.find(qn(path))
        if found is None:
            found = make(path)
            root.insert(0, found)
        root = found
    for known in root.findall(qn("w:lang")):
        root.remove(known)
    root.append(make("w:lang", val=language))
