"""A council's own Word template: checked, opened, and emptied to be written into."""

from __future__ import annotations

import io
import re
from copy import deepcopy
from zipfile import ZipFile

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from auditreport.errors import FileFault
from auditreport.reading.archive import Archive
from auditreport.reading.limits import DEFAULT_LIMITS
from auditreport.reading.refusal import Refusal
from auditreport.rendering.options import GivenFile
from auditreport.rendering.word.elements import Element, make
from auditreport.rendering.word.packing import pack_parts

_TYPES = "[Content_Types].xml"
_KINDS = (b"wordprocessingml.document.main+xml", b"wordprocessingml.template.main+xml")
_HERE = re.compile(r"\{\{\s*report\s*\}\}")
_OUTSIDE = ("w:attachedTemplate", "w:mailMerge")  # files elsewhere, which Word would ask after
_REFERENCES = ("w:headerReference", "w:footerReference")
_SAVE_AS = "Open it in Word, choose Save As and Word Document (.docx), and name that file."


def open_document(data: bytes) -> Document:
    """Open a document's bytes."""
    return docx.Document(io.BytesIO(data))


def open_template(template: GivenFile) -> Document:
    """Open a council's .docx or .dotx; raises FileFault where it is neither, or not safe."""
    try:
        document = open_document(_as_document(template.data))
        _check_parts(document)
        _cut_ties(document)
    except Refusal as refusal:
        raise _fault(template.name, refusal.what) from None
    except Exception:  # whatever the libraries below say of a damaged package
        raise _fault(template.name, "it is damaged, or not a Word document.") from None
    return document


def _fault(name: str, what: str) -> FileFault:
    return FileFault(f"{name} cannot be the Word template: {what}\n{_SAVE_AS}")


def _as_document(data: bytes) -> bytes:
    """Return a template's bytes as those of a document; raises Refusal for any other file."""
    if not data.startswith(b"PK\3\4"):
        raise Refusal("it is not a Word document (.docx or .dotx).")
    archive = Archive(data, DEFAULT_LIMITS)
    archive.check()
    kinds = archive.read(_TYPES) if _TYPES in archive else b""
    if b"macroEnabled" in kinds:
        raise Refusal("it holds macros.")
    if not any(kind in kinds for kind in _KINDS):
        raise Refusal("it is not a Word document (.docx or .dotx).")
    with ZipFile(io.BytesIO(data)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    return pack_parts({**parts, _TYPES: kinds.replace(_KINDS[1], _KINDS[0])})


def _check_parts(document: Document) -> None:
    """Look at what will be written into, so that a damaged part is met here."""
    for element in (document.element.body, document.styles.element, document.settings.element):
        if element is None:
            raise Refusal("a part of it is missing.")


def _cut_ties(document: Document) -> None:
    """Take out what would make Word fetch or ask for files that lie elsewhere."""
    root = document.settings.element
    for tag in _OUTSIDE:
        for tie in root.findall(qn(tag)):
            root.remove(tie)
    rels = document.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS).rels
    for key in [key for key, rel in rels.items() if rel.is_external]:
        del rels[key]


def find_anchor(document: Document, name: str) -> Element:
    """Return the element before which the report goes.

    That is where a paragraph of its own says `{{ report }}`; without one, the body is emptied.
    Raises FileFault where it stands in a table or a text box.
    """
    body: Element = document.element.body
    marks = [p for p in body.iter(qn("w:p")) if _HERE.fullmatch(_text_of(p).strip())]
    for mark in marks:
        if mark.getparent() is not body:
            raise _fault(name, "{{ report }} must stand in a paragraph outside tables and boxes.")
    if not marks:
        return _empty(body)
    for mark in marks[1:]:
        body.remove(mark)
    end = marks[0].getnext()
    body.remove(marks[0])
    return end if end is not None else _last_section(body)


def _text_of(paragraph: Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(qn("w:t")))


def _empty(body: Element) -> Element:
    """Take out all but the last section's settings, with the page headers that it inherited."""
    last = _last_section(body)
    inherited = {
        (reference.tag, reference.get(qn("w:type"))): reference
        for section in body.iter(qn("w:sectPr"))
        for reference in section.findall(qn(_REFERENCES[0])) + section.findall(qn(_REFERENCES[1]))
    }
    for known in [child for child in last if child.tag in map(qn, _REFERENCES)]:
        last.remove(known)
    for position, reference in enumerate(inherited.values()):
        last.insert(position, deepcopy(reference))
    for child in [child for child in body if child is not last]:
        body.remove(child)
    return last


def _last_section(body: Element) -> Element:
    found: Element | None = body.find(qn("w:sectPr"))
    if found is None:
        found = make("w:sectPr")
        body.append(found)
    return found
