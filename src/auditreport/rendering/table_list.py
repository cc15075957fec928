"""The tables of a report in their order, each with the number and name of its worksheet."""

from __future__ import annotations

from collections.abc import Iterator

from auditreport.records import record
from auditreport.rendering.blocks import Bars, HeatMap, Table
from auditreport.rendering.layout import Part, Report
from auditreport.rendering.table_names import name_sheets
from auditreport.rendering.tables import TabledBlock
from auditreport.rendering.text import show_invisible


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
    names = name_sheets([caption for caption, _, _ in found])
    return tuple(
        ListedTable(number, name, caption, place, block)
        for number, (name, (caption, place, block)) in enumerate(
            zip(names, found, strict=True), start=1
        )
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
