"""Pages that stand upright or lie on their side: a Word document's sections."""

from __future__ import annotations

from copy import deepcopy

from docx.oxml.ns import qn

from auditreport.rendering.word.elements import Element, make

_A4 = {"w": 11906, "h": 16838, "left": 1134, "right": 1134, "top": 1304, "bottom": 1134}
_NARROWEST = 2000
# What the first page of a section is alone in having, and how a section begins.
_OF_THE_FIRST = ("w:titlePg", "w:pgNumType", "w:type")


class Sections:
    """The sections that the report is written into, of which the last is the document's own.

    A section's settings stand at its end, so that each is copied when the next begins.
    """

    def __init__(self, anchor: Element) -> None:
        following = (anchor, *anchor.itersiblings())
        self._last: Element = next(s for e in following for s in e.iter(qn("w:sectPr")))
        self._closes = anchor is self._last
        self._upright = deepcopy(self._last)
        self._is_wide = False

    @property
    def width(self) -> int:
        """The width of the text on this page, in twentieths of a point."""
        return self._width("h", "top", "bottom") if self._is_wide else self.upright_width

    @property
    def upright_width(self) -> int:
        """The width of the text on a page that stands upright."""
        return self._width("w", "left", "right")

    def _width(self, side: str, *margins: str) -> int:
        beside = sum(self._measure("w:pgMar", margin) for margin in margins)
        return max(_NARROWEST, self._measure("w:pgSz", side) - beside)

    @property
    def _can_turn(self) -> bool:
        return self._measure("w:pgSz", "w") < self._measure("w:pgSz", "h")

    def _measure(self, tag: str, name: str) -> int:
        element = self._upright.find(qn(tag))
        written = "" if element is None else element.get(qn(f"w:{name}"), "")
        return int(written) if written.isdecimal() else _A4[name]

    def turn(self, *, is_wide: bool) -> Element | None:
        """Turn the page if it is not so yet; return the settings of the section that ends."""
        if is_wide == self._is_wide or not self._can_turn:
            return None
        ending: Element = deepcopy(self._upright)
        if self._is_wide:
            self._lay_down(ending)
        self._is_wide = is_wide
        for settings in (self._upright, self._last):
            for found in [child for child in settings if child.tag in map(qn, _OF_THE_FIRST)]:
                settings.remove(found)
        return ending

    def finish(self) -> Element | None:
        """End the report: what follows it stands upright; nothing does in a document of ours."""
        if not self._closes:
            return self.turn(is_wide=False)
        if self._is_wide:
            self._lay_down(self._last)
        return None

    def _lay_down(self, settings: Element) -> None:
        """Turn a section's page by a quarter to the left, its margins with it."""
        size, margins = (self._find(settings, tag) for tag in ("w:pgSz", "w:pgMar"))
        names = {"w": "h", "h": "w"}
        turned = {name: self._measure("w:pgSz", other) for name, other in names.items()}
        for name, value in turned.items():
            size.set(qn(f"w:{name}"), str(value))
        size.set(qn("w:orient"), "landscape")
        for name, other in (("left", "top"), ("right", "bottom")):
            margins.set(qn(f"w:{name}"), str(self._measure("w:pgMar", other)))

    def _find(self, settings: Element, tag: str) -> Element:
        found: Element | None = settings.find(qn(tag))
        if found is None:
            found = make(tag)
            settings.append(found)
        return found
