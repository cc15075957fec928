"""Numbers on a published page: its tables, and texts that tell a count, its base and its share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from page_tree import Node, table_cells
from unknowns import Key


@dataclass(frozen=True)
class Told:
    """A text that tells one count, or the sum of some, and it may be their base and share."""

    counts: tuple[Key, ...]
    base: Key | None
    text: str


@dataclass(frozen=True)
class Grid:
    """A table: its caption, the heading above its rows' names, the other headings, the rows."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def cells(self) -> Iterator[tuple[str, str, str]]:
        """Yield each cell's row, heading and text."""
        for label, *texts in self.rows:
            for heading, text in zip(self.headings[1:], texts, strict=True):
                yield label, heading, text


def read_grids(page: Node) -> list[Grid]:
    """Return the tables of a page."""
    return [_read_grid(table) for table in page.all("table")]


def _read_grid(table: Node) -> Grid:
    headings, *rows = table_cells(table)
    caption = " ".join(table.one("caption").text.split())
    return Grid(caption, tuple(headings), tuple(map(tuple, rows)))


def read_share(text: str) -> dict[str, int | float | None]:
    """Return the numbers of a text such as `13 of 22 (59%)`; None for what it does not tell."""
    counts = _SHARE.search(text) or _COUNT.fullmatch(text)
    percent, ends = _PERCENT.search(text), _INTERVAL.search(text)
    low, high = map(float, ends.groups()) if ends else (None, None)
    count, base = (*counts.groups(), None)[:2] if counts else (None, None)
    whole = int(percent[1]) if percent and not ends else None
    return {
        "count": _number(count),
        "base": _number(base),
        "percent": whole,
        "low": low,
        "high": high,
    }


_COUNT = re.compile(r"([\d,]+)")
_SHARE = re.compile(r"([\d,]+|\[c\]) of ([\d,]+|\[c\])")
_PERCENT = re.compile(r"(?<![\d.])(\d+)%")
_INTERVAL = re.compile(r"([\d.]+)% to ([\d.]+)%")


def _number(text: str | None) -> int | None:
    digits = (text or "").replace(",", "")
    return int(digits) if digits.isdigit() else None
