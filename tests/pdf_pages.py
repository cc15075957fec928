"""A PDF read back by poppler: its text, and its tags as a screen reader meets them."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream

needs_poppler = pytest.mark.skipif(
    shutil.which("pdfinfo") is None, reason="poppler-utils is not installed"
)

Texts = dict[Any, dict[int, str]]


@dataclass
class Tag:
    """A tag of a PDF's structure, with its text and the tags in it, in reading order."""

    name: str
    children: list[Tag | str] = field(default_factory=list)

    def walk(self) -> Iterator[Tag]:
        for child in self.children:
            if isinstance(child, Tag):
                yield child
                yield from child.walk()

    def all(self, *names: str) -> list[Tag]:
        return [tag for tag in self.walk() if tag.name in names]

    @property
    def text(self) -> str:
        """All text in the tag, paragraphs parted by a blank."""
        parts = (c if isinstance(c, str) else c.text for c in self.children)
        return (" " if self.children and self.all("P") else "").join(parts)


def ask(pdf: bytes, *command: str) -> str:
    """Return what one of poppler's programs prints about a PDF, which it is given as `-`."""
    run = subprocess.run(command, input=pdf, capture_output=True, timeout=60, check=True)
    return run.stdout.decode()


def read_text(pdf: bytes) -> str:
    """Return all text, its lines joined by blanks."""
    return _one_line(ask(pdf, "pdftotext", "-raw", "-", "-"))


def read_pages(pdf: bytes) -> list[str]:
    """Return the text of each page, laid out as it is printed."""
    return ask(pdf, "pdftotext", "-layout", "-", "-").split("\f")[:-1]


def read_word_ends(pdf: bytes) -> list[float]:
    """Return where each word ends, in points from the left of its page."""
    return [
        float(end)
        for end in re.findall(r'xMax="([\d.]+)"', ask(pdf, "pdftotext", "-bbox", "-", "-"))
    ]


def read_tags(pdf: bytes) -> Tag:
    """Return the structure of a tagged PDF as a tree."""
    reader = PdfReader(io.BytesIO(pdf))
    texts = {page.indirect_reference: _read_marked(page, reader) for page in reader.pages}
    return _read_tag(reader.root_object["/StructTreeRoot"], None, texts)


def _read_tag(element: Any, page: Any, texts: Texts) -> Tag:
    page = element.raw_get("/Pg") if "/Pg" in element else page
    tag = Tag(str(element.get("/S", ""))[1:])
    below = element.get("/K", [])
    for child in below if isinstance(below, list) else [below]:
        found = child.get_object()
        if isinstance(found, int):
            tag.children.append(texts[page][found])
        elif found.get("/Type") == "/MCR":
            tag.children.append(texts[found.raw_get("/Pg")][found["/MCID"]])
        elif "/S" in found:
            tag.children.append(_read_tag(found, page, texts))
    return tag


def _read_marked(page: PageObject, reader: PdfReader) -> dict[int, str]:
    """Return the text of each marked stretch of a page by its number."""
    resources: Any = page["/Resources"]
    fonts = {name: _read_letters(font) for name, font in resources["/Font"].items()}
    texts: dict[int, str] = {}
    marks: list[int | None] = []
    letters: dict[int, str] = {}
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator in (b"BDC", b"BMC"):
            marks.append(operands[-1].get("/MCID") if operator == b"BDC" else None)
            texts.setdefault(marks[-1] if marks[-1] is not None else -1, "")
        elif operator == b"EMC":
            marks.pop()
        elif operator == b"Tf":
            letters = fonts[operands[0]]
        elif operator in (b"Tj", b"TJ"):
            number = next((mark for mark in reversed(marks) if mark is not None), -1)
            texts[number] = texts.get(number, "") + _decode(operands[0], letters)
    return texts


def _decode(shown: Any, letters: dict[int, str]) -> str:
    pieces = shown if isinstance(shown, list) else [shown]
    codes = b"".join(p.original_bytes for p in pieces if hasattr(p, "original_bytes"))
    pairs = zip(codes[::2], codes[1::2], strict=True)
    return "".join(letters[high * 256 + low] for high, low in pairs).replace("\u200b", "")


def _read_letters(font: Any) -> dict[int, str]:
    """Return what each code of a font stands for."""
    told = font["/ToUnicode"].get_data().decode()
    return {
        int(code, 16): bytes.fromhex(letters).decode("utf-16-be")
        for code, letters in re.findall(r"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>", told)
    }


def read_tables(pdf: bytes) -> list[tuple[str, list[list[str]]]]:
    """Return the caption and the cells of each table, the header row first."""
    return [
        (
            _one_line(table.all("Caption")[0].text),
            [[_one_line(cell.text) for cell in row.all("TH", "TD")] for row in table.all("TR")],
        )
        for table in read_tags(pdf).all("Table")
    ]


def _one_line(text: str) -> str:
    return " ".join(text.split())
