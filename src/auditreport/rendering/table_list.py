"""The tables of a report in their order, each with the number and name of its worksheet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditreport.records import record
from auditreport.rendering.blocks import Bars, HeatMap, Table
from auditreport.rendering.layout import Part, Report
from auditreport.rendering.tables import TabledBlock
from auditreport.rendering.text import show_invisible

_LONGEST_SHEET = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\'\s]+")

_LOOSE_END = re.compile(r"(?:[ ,;–-]+(?:and|by|for|in|of|the|to|with)?)+$")


@record
class ListedTable:
    """A table with its place in the report; `place` is the headings that lead to it."""

    number: int
    sheet: str
    caption: str
    place: str
    block: TabledBlock

    @property
    def notes(self) -> tuple[str, ...]:
        """What is said of the table, but for its caption."""
        return tuple(show_invisible(text) for text in _said_of(self.block) if text)


def _said_of(block: TabledBlock) -> tuple[str, ...]:
    if isinstance(block, Table):
        return (block.note,)
    return (block.description, block.note) if isinstance(block, Bars | HeatMap) else ()


def list_tables(report: Report) -> tuple[ListedTable, ...]:
    """Return the report's tables, the figures at a glance first."""
    found = [("At a glance", "At a glance", report.facts), *_captioned(report.parts, ())]
    return tuple(
        ListedTable(number, _sheet_name(number, caption), caption, place, block)
        for number, (caption, place, block) in enumerate(found, start=1)
    )


def _captioned(
    parts: tuple[Part, ...], above: tuple[str, ...]
) -> Iterator[tuple[str, str, TabledBlock]]:
    for part in parts:
        headings = (*above, _one_line(part.heading))
        for block in part.blocks:
            if isinstance(block, Table | Bars | HeatMap):
                yield _one_line(block.caption), ": ".join(headings), block
        yield from _captioned(part.parts, headings)


def _one_line(text: str) -> str:
    return " ".join(show_invisible(text).split())


def _sheet_name(number: int, caption: str) -> str:
    """Return a name that Excel takes, in whole words where they fit."""
    words = _NOT_IN_NAMES.sub(" ", caption).strip()
    name = f"{number} {words}"
    if len(name) <= _LONGEST_SHEET:
        return name.strip()
    cut = name[:_LONGEST_SHEET]
    whole = cut.rpartition(" ")[0] if name[_LONGEST_SHEET] != " " else cut
    return _LOOSE_END.sub("", whole if len(whole) > len(str(number)) else cut)
