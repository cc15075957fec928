"""What a published page says of counts: in its tables, and in its lists and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from page_facts import Told, read_grids
from page_places import Places
from page_tree import Node
from unknowns import Key

Tree = Mapping[str, Any]

# Captions of tables that count no children, or that tell of another year.
_OF_NO_CHILDREN = re.compile(
    r"Targets, .*|Open actions by age|Actions by practice area|The practice areas"
    r"|What reading the workbooks found|The areas for development of .*"
)
_PEOPLE = {
    "Parent/carer": "parents? or carers?",
    "Child": "child(?:ren)?",
    "Partner": "partners?",
    "Practitioner": "practitioners?",
}
_COUNTED = re.compile(r"(?:^|; |, | and )(?P<name>[^;()]+?) \((?P<count>[\d,]+)\)")
_SHARED = re.compile(r"(?P<name>.+?): (?P<share>[\d,]+ of [\d,]+.*)")


def read_told(page: Node, figures: Tree) -> list[Told]:
    """Return all that a page tells of counts; raises AssertionError at a table that is new."""
    places, told = Places(figures), list(Words(figures).read(page))
    for grid in read_grids(page):
        found = places.find(grid)
        assert found is not None or _OF_NO_CHILDREN.fullmatch(grid.caption), grid.caption
        told += found or []
    return told


class Words:
    """The lists and sentences of a page, section by section."""

    def __init__(self, figures: Tree) -> None:
        """Learn the words of a report."""
        self.places = Places(figures)
        rounds = self.places.feedback.items()
        self.rounds = {found["heading"]: name for name, found in rounds if found["heading"]}
        words = "|".join(map(re.escape, sorted(self.places.judgements, key=len, reverse=True)))
        self.judged = re.compile(rf"([\d,]+)(?: \(\d+%\))? (?:was|were) ({words})\b")
        self.alike = re.compile(rf"All ([\d,]+) audits .+? were ({words})\.")

    def read(self, page: Node) -> Iterator[Told]:
        """Yield what lists and sentences tell."""
        for section in page.all("section"):
            name = section.attributes["id"]
            blocks = [found for found in section.children if isinstance(found, Node)]
            for listed in (group for b in blocks if b.tag == "dl" for group in b.all("div")):
                yield from self._read_list(name, listed)
            path = self._place(name, section)
            for text in (_one_line(block) for block in blocks if block.tag == "p"):
                yield from self._read_sentence(path, text)

    def _place(self, name: str, section: Node) -> Key:
        """Return the period, the thematic audit or the round that a section is about."""
        heading = next((_one_line(h) for h in section.walk() if h.tag in ("h2", "h3", "h4")), "")
        if name.startswith("theme-"):
            return ("thematic", heading)
        if name.startswith("feedback-"):
            return ("feedback", self.rounds.get(heading, heading))
        quarter = name.partition("-")[0].upper()
        return ("periods", quarter if quarter in self.places.periods else "year")

    def _read_list(self, name: str, listed: Node) -> Iterator[Told]:
        heading = _one_line(listed.one("dt")).replace(" [some joined]", "")
        quarter = name.partition("-")[0].upper()
        path = ("periods", quarter if quarter in self.places.periods else "year")
        for text in (_one_line(item) for item in listed.all("dd")):
            for found in _COUNTED.finditer(text) if name.endswith("-profile") else ():
                at = (*path, "profile", heading, found["name"])
                yield Told((at,), None, found["count"])
            word = heading.removesuffix(" practice seen in")
            for found in _COUNTED.finditer(text) if word in self.places.judgements else ():
                seen_in = (*path, "areas", found["name"], "counts", word)
                yield Told((seen_in,), None, found["count"])
            for one in text.split("; ") if heading.startswith(("Areas", "Neither", "Too")) else ():
                if shared := _SHARED.fullmatch(one):
                    good = (*path, "areas", shared["name"], "good_or_better")
                    yield Told(((*good, "count"),), (*good, "base"), shared["share"])

    def _read_sentence(self, path: Key, text: str) -> Iterator[Told]:
        if path[0] == "feedback":
            yield from self._read_people(path, text)
        elif path[0] == "thematic":
            yield from self._read_judged((*path, "overall"), text)
            yield from self._read_made_by(path, text)
        elif text.startswith(("Of the", "All ")):
            yield from self._read_judged((*path, "overall"), text)

    def _read_judged(self, path: Key, text: str) -> Iterator[Told]:
        for count, word in self.judged.findall(text):
            yield Told(((*path, "counts", word),), None, count)
        if alike := self.alike.match(text):
            yield Told(((*path, "counts", alike[2]),), (*path, "n"), f"{alike[1]} of {alike[1]}")

    def _read_made_by(self, path: Key, text: str) -> Iterator[Told]:
        _, _, listed = text.partition(". Completed by ")
        for found in _COUNTED.finditer(listed):
            at = (*path, "by", "Completed by", found["name"])
            yield Told((at,), None, found["count"])

    def _read_people(self, path: Key, text: str) -> Iterator[Told]:
        if " responses" not in text and " response" not in text:
            return
        for kind, words in _PEOPLE.items():
            for count in re.findall(rf"([\d,]+)(?: of [\d,]+)? {words}\b", text):
                yield Told(((*path, "respondents", kind),), None, count)


def _one_line(node: Node) -> str:
    return " ".join(node.text.split())
