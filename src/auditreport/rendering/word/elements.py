"""The small parts of a Word document: elements, runs of text, fields."""

from __future__ import annotations

import re
from typing import TypeAlias

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from auditreport.rendering.text import show_invisible

Element: TypeAlias = BaseOxmlElement

_BREAK = re.compile(r"([\n\t])")
_TRIVIAL = {"\n": "w:br", "\t": "w:tab"}


def make(tag: str, *children: Element, **attributes: str) -> Element:
    """Return an element with its children; attributes are those of `w`, such as `val`."""
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    element.extend(children)
    return element


def make_run(text: str, style: str = "") -> Element:
    """Return a run that shows a text as it was typed, in a character style's id."""
    run = make("w:r", *([make("w:rPr", make("w:rStyle", val=style))] if style else ()))
    for piece in filter(None, _BREAK.split(show_invisible(text))):
        run.append(make(_TRIVIAL[piece]) if piece in _TRIVIAL else _make_text(piece))
    return run


def _make_text(text: str, tag: str = "w:t") -> Element:
    element = make(tag)
    element.text = text
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element


def make_field(instruction: str, *shown: Element) -> list[Element]:
    """Return the runs of a field; `shown` are those that stand for it until it is counted."""
    code = make("w:r", _make_text(f" {instruction} ", "w:instrText"))
    marks = [
        make("w:r", make("w:fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end")
    ]
    return [marks[0], code, marks[1], *shown, marks[2]]


def make_paragraph(style: str, *content: Element) -> Element:
    """Return a paragraph in a style's id."""
    return make("w:p", make("w:pPr", make("w:pStyle", val=style)), *content)


def make_bookmark(name: str, number: int, *content: Element) -> list[Element]:
    """Return content with a bookmark around it."""
    start = make("w:bookmarkStart", id=str(number), name=name)
    return [start, *content, make("w:bookmarkEnd", id=str(number))]
