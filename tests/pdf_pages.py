"""A PDF read back by poppler: its text, and its tags as a screen reader meets them."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

needs_poppler = pytest.mark.skipif(
    shutil.which("pdfinfo") is None, reason="poppler-utils is not installed"
)
_STRING = re.compile(r'"(.*)"', re.DOTALL)


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
        return "".join(c if isinstance(c, str) else c.text for c in self.children)


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
    root = Tag("")
    open_tags = [(-1, root)]
    for line in ask(pdf, "pdfinfo", "-struct-text", "-").splitlines():
        depth = len(line) - len(line.lstrip(" "))
        words = line.strip()
        if words.startswith(("/", "Object ")) or not words:
            continue
        while open_tags[-1][0] >= depth:
            open_tags.pop()
        above = open_tags[-1][1]
        if found := _STRING.fullmatch(words):
            above.children.append(found[1].replace("\u200b", ""))
        else:
            tag = Tag(re.split(r"[ :<]", words)[0])
            above.children.append(tag)
            open_tags.append((depth, tag))
    return root


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
