"""The styles of a document by their names: a council's own first, ours where it has none."""

from __future__ import annotations

from copy import deepcopy

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart

from auditreport.rendering.word.elements import Element, make
from auditreport.rendering.word.packing import read_blank

_BULLETS, _NUMBERS = 0, 1  # the lists of our blank document
_POINTS_ELSEWHERE = ("w:next", "w:link", "w:basedOn")


class StyleBook:
    """The styles of a document. A style that it lacks is copied from our blank one when asked for.

    Names are those of Word's own language, whatever the language of the council's Word.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._root: Element = document.styles.element
        self._ids: dict[str, str] = {
            name: style.get(qn("w:styleId")) for name, style in _by_name(self._root)
        }
        self._ours = dict(_by_name(parse_xml(read_blank("styles.xml"))))

    def find_id(self, name: str) -> str:
        """Return the id of a style, which is there afterwards."""
        key = name.casefold()
        if key not in self._ids:
            self._ids[key] = self._copy_style(key)
        return self._ids[key]

    def _copy_style(self, key: str) -> str:
        style = deepcopy(self._ours[key])
        style_id = self._free_id(style.get(qn("w:styleId")))
        style.set(qn("w:styleId"), style_id)
        style.attrib.pop(qn("w:default"), None)
        base = style.find(qn("w:basedOn"))
        based_on = self._find_base(base.get(qn("w:val"))) if base is not None else ""
        for tag in _POINTS_ELSEWHERE:
            for element in style.findall(qn(tag)):
                style.remove(element)
        if based_on:
            style.find(qn("w:name")).addnext(make("w:basedOn", val=based_on))
        self._number(style)
        self._root.append(style)
        return style_id

    def _find_base(self, our_id: str) -> str:
        names = {style.get(qn("w:styleId")): name for name, style in self._ours.items()}
        return self.find_id(names[our_id])

    def _free_id(self, wanted: str) -> str:
        taken, free = set(self._ids.values()), wanted
        while free in taken:
            free = f"Report{free}"
        return free

    def _number(self, style: Element) -> None:
        """Point a list style that was copied at a definition of bullets in this document."""
        for number in style.iter(qn("w:numId")):
            number.set(qn("w:val"), self._add_list(_BULLETS))

    def begin_numbers(self) -> str:
        """Return the id of a new numbered list, which begins at 1."""
        return self._add_list(_NUMBERS)

    def _add_list(self, position: int) -> str:
        """Define a list in this document as one of those of our blank one; return its id."""
        root = self._numbering()
        ours = parse_xml(read_blank("numbering.xml")).findall(qn("w:abstractNum"))
        abstract = deepcopy(ours[position])
        for link in list(abstract.iter(qn("w:pStyle"))):
            link.getparent().remove(link)
        abstract_id = _next_number(root, "w:abstractNum", "w:abstractNumId")
        number_id = _next_number(root, "w:num", "w:numId")
        abstract.set(qn("w:abstractNumId"), abstract_id)
        # The schema wants all definitions before all numbers.
        root.insert(len(root.findall(qn("w:abstractNum"))), abstract)
        root.append(make("w:num", make("w:abstractNumId", val=abstract_id), numId=number_id))
        return number_id

    def _numbering(self) -> Element:
        part = self._document.part
        if not any(r.reltype == RELATIONSHIP_TYPE.NUMBERING for r in part.rels.values()):
            root = make("w:numbering")
            name = PackURI("/word/numbering.xml")
            kind = CONTENT_TYPE.WML_NUMBERING
            part.relate_to(
                NumberingPart(name, kind, root, part.package), RELATIONSHIP_TYPE.NUMBERING
            )
        found: Element = part.numbering_part.element
        return found


def _by_name(root: Element) -> list[tuple[str, Element]]:
    styles = root.findall(qn("w:style"))
    return [(style.find(qn("w:name")).get(qn("w:val")).casefold(), style) for style in styles]


def _next_number(root: Element, tag: str, attribute: str) -> str:
    numbers = [int(found.get(qn(attribute))) for found in root.findall(qn(tag))]
    return str(max(numbers, default=0) + 1)
