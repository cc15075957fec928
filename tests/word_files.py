"""Word documents taken apart by their XML alone, and a council's template to make one from."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from xml.etree import ElementTree
from zipfile import ZipFile

import docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TRIVIAL = {f"{W}br": "\n", f"{W}tab": "\t"}
Node = ElementTree.Element


@dataclass(frozen=True)
class WordFile:
    """A document's parts, and what a reader sees of them."""

    data: bytes

    def part(self, name: str) -> Node:
        with ZipFile(io.BytesIO(self.data)) as packed:
            return ElementTree.fromstring(packed.read(name))

    @cached_property
    def body(self) -> Node:
        found = self.part("word/document.xml").find(f"{W}body")
        assert found is not None
        return found

    @cached_property
    def names(self) -> dict[str, str]:
        """The styles' names by their ids."""
        styles = self.part("word/styles.xml").iter(f"{W}style")
        return {s.get(f"{W}styleId", ""): value_of(s, "name") for s in styles}

    def paragraphs(self, root: Node | None = None) -> Iterator[tuple[str, str]]:
        """Yield each paragraph's style and text."""
        for paragraph in (self.body if root is None else root).iter(f"{W}p"):
            settings = paragraph.find(f"{W}pPr")
            style = value_of(settings, "pStyle") if settings is not None else ""
            yield self.names.get(style, ""), text_of(paragraph)

    def in_style(self, name: str) -> list[str]:
        return [text for style, text in self.paragraphs() if style == name]

    def headings(self) -> list[tuple[int, str]]:
        found = ((style, text) for style, text in self.paragraphs() if style.startswith("heading "))
        return [(int(style.removeprefix("heading ")), text) for style, text in found]

    def tables(self) -> list[list[list[str]]]:
        return [
            [[text_of(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
            for table in self.body.iter(f"{W}tbl")
        ]

    def around(self, kind: str) -> list[str]:
        """Return the text of each page header, or footer."""
        with ZipFile(io.BytesIO(self.data)) as packed:
            names = [name for name in packed.namelist() if name.startswith(f"word/{kind}")]
        return [text_of(self.part(name)) for name in names]


def value_of(node: Node, tag: str) -> str:
    found = node.find(f"{W}{tag}")
    return "" if found is None else found.get(f"{W}val", "")


def text_of(node: Node) -> str:
    """Return text as it is seen, with its line breaks and tabs."""
    return "".join(_text_pieces(node))


def _text_pieces(node: Node) -> Iterator[str]:
    for found in node.iter():
        if found.tag == f"{W}t":
            yield found.text or ""
        elif found.tag in _TRIVIAL and found.get(f"{W}pos") is None:
            yield _TRIVIAL[found.tag]


def save(document: docx.document.Document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def rewrite(data: bytes, **changes: tuple[bytes, bytes]) -> bytes:
    """Return a package with something replaced in each of its parts that has it."""
    target = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            for before, after in changes.values():
                content = content.replace(before, after)
            new.writestr(name, content)
    return target.getvalue()
