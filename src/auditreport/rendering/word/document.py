"""A report drawn into a Word document: ours, or a council's template."""

from __future__ import annotations

from dataclasses import replace

from auditreport.rendering.layout import Report
from auditreport.rendering.options import GivenFile
from auditreport.rendering.word.blocks import draw_part
from auditreport.rendering.word.cards import draw_facts
from auditreport.rendering.word.contents import write_contents
from auditreport.rendering.word.elements import Element
from auditreport.rendering.word.packing import pack_blank, pack_document
from auditreport.rendering.word.page import describe_document, write_pages
from auditreport.rendering.word.styles import StyleBook
from auditreport.rendering.word.template import (
    find_anchor,
    open_document,
    open_template,
)
from auditreport.rendering.word.writer import Writer


def build_document(report: Report, template: GivenFile | None) -> bytes:
    """Return the document's bytes; raises FileFault for a template that cannot be used."""
    document = open_template(template) if template else open_document(pack_blank())
    anchor = find_anchor(document, template.name if template else "")
    writer = Writer(document, anchor, StyleBook(document))
    if template is None and report.logo:
        writer.write_logo(report.logo, report.organisation)
    _draw_report(writer, report)
    write_pages(document, writer.styles, report, is_own=template is None)
    describe_document(document, report)
    return pack_document(document)


def _draw_report(writer: Writer, report: Report) -> None:
    _draw_title(writer, report)
    after_title = writer.write("After Table")
    writer.write_heading(1, "At a glance")
    draw_facts(writer, report.facts)
    for sentence in report.opening:
        writer.write_text("Normal", sentence)
    for part in report.parts:
        draw_part(writer, part, report)
    writer.finish()
    _insert_contents(writer, after_title)


def _draw_title(writer: Writer, report: Report) -> None:
    service = f" · {report.service}" if report.service else ""
    writer.write_text("Organisation", f"{report.organisation}{service}")
    writer.write_text("Title", report.title)
    writer.write_text("Subtitle", report.period)
    for label, text in report.details:
        writer.write_text("Report Details", f"{label}: {text}")


def _insert_contents(writer: Writer, place: Element) -> None:
    """Write the contents where the place was kept for them: now all headings are known."""
    contents = replace(writer, anchor=place)
    write_contents(contents, writer.headings)
    place.getparent().remove(place)
