"""Blocks of numbers as rows of text, for the forms that print a chart's table beside it."""

from __future__ import annotations

from collections.abc import Iterator

from auditreport.rendering.blocks import Bars, Facts, HeatCell, HeatMap, Table
from auditreport.rendering.text import escape_markdown

Rows = list[list[str]]
TabledBlock = Table | Bars | HeatMap | Facts
_LONGEST_UNBROKEN = 13  # letters


def table_rows(block: TabledBlock) -> tuple[list[str], list[bool], Rows]:
    """Return the headings, which columns hold numbers, and the rows of a block's table."""
    if isinstance(block, Table):
        headings = [column.heading for column in block.columns]
        numbers = [column.is_number for column in block.columns]
        return headings, numbers, [list(row) for row in block.rows]
    if isinstance(block, Bars):
        headings = [block.heading, *(tone.label for tone in block.tones), *block.after]
        rows = [[r.label, *(f"{count:,}" for count in r.counts), *r.after] for r in block.rows]
        return headings, _first_is_text(headings), rows
    if isinstance(block, Facts):
        facts = [[fact.label, fact.value, fact.detail] for fact in block.items]
        return ["Figure", "Value", "Of what"], [False, True, False], facts
    headings = [block.heading, *block.columns]
    rows = [[r.label, *map(_heat_text, r.cells)] for r in block.rows]
    return headings, _first_is_text(headings), rows


def _heat_text(cell: HeatCell) -> str:
    return f"{cell.text} ({cell.detail})" if cell.detail else cell.text


def _first_is_text(headings: list[str]) -> list[bool]:
    return [position > 0 for position in range(len(headings))]


def is_unbroken(text: str) -> bool:
    """Return whether a text stands in one line: a date, a reference, any short one with a number.

    A line would else end at the hyphen of a reference, or after the day of a date.
    """
    return len(text) <= _LONGEST_UNBROKEN and any(map(str.isdigit, text))


def pipe_table(block: TabledBlock) -> str:
    """Write a Markdown table whose columns line up as text."""
    headings, numbers, rows = table_rows(block)
    lines = [[_cell(text) for text in line] for line in (headings, *rows)]
    widths = [max(3, *(len(line[i]) for line in lines)) for i in range(len(headings))]
    return "\n".join(_lines(lines, widths, numbers))


def _cell(text: str) -> str:
    return escape_markdown(text).replace("\n", "<br>")


def _lines(lines: Rows, widths: list[int], numbers: list[bool]) -> Iterator[str]:
    rule = [
        "-" * (width - 1) + (":" if number else "-")
        for width, number in zip(widths, numbers, strict=True)
    ]
    for line in (lines[0], rule, *lines[1:]):
        cells = (
            text.rjust(width) if number else text.ljust(width)
            for text, width, number in zip(line, widths, numbers, strict=True)
        )
        yield f"| {' | '.join(cells)} |"
