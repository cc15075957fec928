"""What a Word document's styles and lists say of its paragraphs: heading, bullet, number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from xml.etree.ElementTree import Element

from auditreport.records import record

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY_LEVEL = 9  # the outline level that is none
_OFF = frozenset({"0", "false", "off", "none"})


def value(element: Element | None, name: str) -> str:
    """Return the value of an element's child, such as a style's `name`; empty if there is none."""
    found = None if element is None else element.find(f"{W}{name}")
    return "" if found is None else found.get(f"{W}val", "")


def is_on(element: Element | None, name: str) -> bool:
    """Return whether a property is switched on, such as `b`, bold."""
    found = None if element is None else element.find(f"{W}{name}")
    return found is not None and found.get(f"{W}val", "1").lower() not in _OFF


@record
class Styles:
    """The styles of a document by their ids, and the kind of each level of its lists."""

    styles: dict[str, Element] = field(default_factory=dict)
    lists: dict[tuple[str, str], str] = field(default_factory=dict)

    def name(self, style: str) -> str:
        """Return a style's name in Word's own language, in small letters."""
        return value(self.styles.get(style), "name").casefold()

    def level(self, properties: Element | None) -> int:
        """Return the level of a heading, 0 for any other paragraph."""
        for found in self._inherited(properties):
            written = value(found, "outlineLvl")
            if written.isdecimal():
                return int(written) + 1 if int(written) < _BODY_LEVEL else 0
        name = self.name(value(properties, "pStyle"))
        tail = name.removeprefix("heading ")
        return int(tail) if tail != name and tail.isdecimal() else 0

    def list_kind(self, properties: Element | None) -> str:
        """Return `bullet`, `decimal` and the like for an item of a list, else nothing."""
        for found in self._inherited(properties):
            numbering = found.find(f"{W}numPr")
            if numbering is not None:
                key = value(numbering, "numId"), value(numbering, "ilvl") or "0"
                return self.lists.get(key, "")
        return ""

    def _inherited(self, properties: Element | None) -> Iterator[Element]:
        """Yield a paragraph's own properties, its style's, and those of the styles below."""
        if properties is None:
            return
        yield properties
        style, seen = value(properties, "pStyle"), set[str]()
        while style in self.styles and style not in seen:
            seen.add(style)
            found = self.styles[style].find(f"{W}pPr")
            if found is not None:
                yield found
            style = value(self.styles[style], "basedOn")


def read_styles(styles: Element | None, numbering: Element | None) -> Styles:
    """Read the two parts; a document may lack either."""
    by_id = (
        {} if styles is None else {s.get(f"{W}styleId", ""): s for s in styles.iter(f"{W}style")}
    )
    return Styles(by_id, {} if numbering is None else _read_lists(numbering))


def _read_lists(numbering: Element) -> dict[tuple[str, str], str]:
    abstract = {
        found.get(f"{W}abstractNumId", ""): {
            level.get(f"{W}ilvl", "0"): value(level, "numFmt") for level in found.iter(f"{W}lvl")
        }
        for found in numbering.iter(f"{W}abstractNum")
    }
    return {
        (number.get(f"{W}numId", ""), level): kind
        for number in numbering.iter(f"{W}num")
        for level, kind in abstract.get(value(number, "abstractNumId"), {}).items()
    }
