"""The text of one paragraph of a Word document, with its emphasis and links as marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from urllib.parse import quote
from xml.etree.ElementTree import Element

from auditreport.reading.narrative_passages import escape_marks
from auditreport.reading.word_styles import Styles, W, is_on, value
from auditreport.records import record

_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_WEB = ("http://", "https://", "mailto:")
_IN_TARGET = "/:?=&#%@+,;~.-_!$*"
_WITHIN = frozenset({"ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple"})
_LETTERS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "‑"}
_LOST = {
    "drawing": "a picture",
    "pict": "a picture",
    "object": "an embedded object",
    "footnoteReference": "a footnote",
    "endnoteReference": "an endnote",
    "sym": "a symbol of a special font",
    "oMath": "an equation",
    "oMathPara": "an equation",
}
_TEXT_BOX = "a text box"


@record
class Stretch:
    """Text in one style: plain, strong, emphasis or the target of a link."""

    text: str
    style: str = ""
    target: str = ""


@dataclass(slots=True)
class RunReader:
    """Reads paragraphs; what is met on the way is counted, what is lost is kept for the caller."""

    styles: Styles
    targets: Mapping[str, str]
    changes: int = 0
    comments: int = 0
    lost: list[str] = field(default_factory=list)

    def read_text(self, paragraph: Element, *, is_plain: bool = False) -> str:
        """Return the text, marked up unless it `is_plain`; each of its lines is one."""
        return write_stretches([*self._stretches(paragraph)], is_plain=is_plain)

    def _stretches(self, element: Element, target: str = "") -> Iterator[Stretch]:
        for child in element:
            name = child.tag.rpartition("}")[2]
            if name == "r":
                yield from self._read_run(child, target)
            elif name == "hyperlink":
                yield from self._stretches(child, self._find_target(child))
            elif name in _WITHIN:
                self.changes += name in ("ins", "moveTo")
                yield from self._stretches(child, target)
            elif name in ("del", "moveFrom"):
                self.changes += name == "del"
            elif name in _LOST:
                self.lost.append(_LOST[name])

    def _find_target(self, link: Element) -> str:
        target = self.targets.get(link.get(_LINK, ""), "")
        if target.lower().startswith(_WEB):
            return quote(target, safe=_IN_TARGET)
        self.lost.append("a link that leads neither to a web page nor to an e-mail address")
        return ""

    def _read_run(self, run: Element, target: str) -> Iterator[Stretch]:
        properties = run.find(f"{W}rPr")
        hidden = is_on(properties, "vanish")
        struck = is_on(properties, "strike") or is_on(properties, "dstrike")
        text = "".join(self._read_letters(run))
        if text.strip() and (hidden or struck):
            self.lost.append("hidden text" if hidden else "text that is struck through")
        elif text:
            yield Stretch(text, self._find_style(properties), target)

    def _find_style(self, properties: Element | None) -> str:
        name = self.styles.name(value(properties, "rStyle"))
        if is_on(properties, "b") or name == "strong":
            return "strong"
        return "emphasis" if is_on(properties, "i") or name == "emphasis" else ""

    def _read_letters(self, run: Element) -> Iterator[str]:
        for child in run:
            name = child.tag.rpartition("}")[2]
            if name == "t":
                yield child.text or ""
            elif name in _LETTERS and child.get(f"{W}type") is None:
                yield _LETTERS[name]
            elif name == "commentReference":
                self.comments += 1
            elif name in _LOST or name == "AlternateContent":
                box = next(child.iter(f"{W}txbxContent"), None)
                self.lost.append(_LOST.get(name, "a picture") if box is None else _TEXT_BOX)


def write_stretches(stretches: list[Stretch], *, is_plain: bool) -> str:
    """Return stretches as one text; neighbours in one style are joined first."""
    joined = [
        Stretch("".join(part.text for part in group), style, target)
        for (style, target), group in groupby(stretches, key=lambda part: (part.style, part.target))
    ]
    if is_plain:
        return "".join(part.text for part in joined)
    written = ""
    for part, following in zip(joined, [*joined[1:], Stretch("")], strict=True):
        written += _write(part, written[-1:], following)
    return written


def _write(part: Stretch, before: str, following: Stretch) -> str:
    """Return a stretch with its marks, where they would be read as marks: around words."""
    words = part.text.strip()
    text = escape_marks(words)
    if not words or "\n" in words or not (part.style or part.target):
        return escape_marks(part.text)
    lead, trail = part.text.split(words, 1) if words != part.text else ("", "")
    if part.target:
        return f"{lead}[{text}]({part.target}){trail}"
    if part.style == "strong":
        return f"{lead}**{text}**{trail}"
    next_to = "*" if following.style else following.text[:1]
    beside = (lead or before)[-1:] + (trail or next_to)[:1]
    can_mark = not any(letter.isalnum() or letter in "_*" for letter in beside)
    return f"{lead}*{text}*{trail}" if can_mark else escape_marks(part.text)
