"""How each kind of block looks in Word."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from auditreport.rendering.blocks import (
    Bars,
    Block,
    Bullets,
    Callout,
    Facts,
    HeatMap,
    Lists,
    Paragraph,
    Quotes,
    Subheading,
    Table,
    plain,
)
from auditreport.rendering.charts import draw_picture
from auditreport.rendering.layout import Part, Report
from auditreport.rendering.word.cards import draw_facts
from auditreport.rendering.word.elements import make, make_run
from auditreport.rendering.word.tables import is_wide, write_table
from auditreport.rendering.word.writer import Writer

Draw = Callable[[Writer, Any], None]
_KEY = "▲ strength, ▽ for development."
_FEW_BARS = 3  # whose table stays on the page of their picture


def draw_part(writer: Writer, part: Part, report: Report, level: int = 1) -> None:
    """Draw a part under its heading, then the parts below it.

    From a block that needs a wide page on, the part lies on its side. What leads from the heading
    to a figure stays with both.
    """
    width = writer.sections.upright_width
    writer.turn(is_wide=any(is_wide(block, width) for block in part.blocks[:1]))
    writer.write_heading(level, part.heading)
    for block in part.blocks:
        if is_wide(block, width):
            writer.turn(is_wide=True)
        draw_block(writer, block, report, level)
        if block is part.blocks[0] and _leads_to_figure(part):
            writer.hold_last()
    for below in part.parts:
        draw_part(writer, below, report, level + 1)


def _leads_to_figure(part: Part) -> bool:
    """Return whether a part begins with a paragraph and then a figure."""
    if len(part.blocks) < 2:
        return False
    first, following, *_ = part.blocks
    return isinstance(first, Paragraph) and isinstance(following, Table | Bars | HeatMap)


def draw_block(writer: Writer, block: Block, report: Report, level: int) -> None:
    """Draw one block of a part whose heading is of some level."""
    if isinstance(block, Subheading):
        writer.write_heading(level + 1, block.text)
    elif isinstance(block, Bars):
        _draw_bars(writer, block, report)
    else:
        DRAWN[type(block)](writer, block)


def _draw_paragraph(writer: Writer, block: Paragraph) -> None:
    writer.write_line("Normal", block.line)


def _draw_bullets(writer: Writer, block: Bullets) -> None:
    if block.lead:
        writer.write_text("List Heading", block.lead)
    number = writer.styles.begin_numbers() if block.is_numbered else ""
    for line in block.items:
        item = writer.write_line("List Number" if number else "List Bullet", line)
        if number:
            ordered = make("w:numPr", make("w:ilvl", val="0"), make("w:numId", val=number))
            item[0].append(ordered)


def _draw_callout(writer: Writer, block: Callout) -> None:
    heading = writer.make_style_run(f"{block.heading}.", "Strong")
    writer.write("Callout", heading, make_run(f" {block.text}"))


def _draw_lists(writer: Writer, block: Lists) -> None:
    for group in block.groups:
        note = [writer.make_style_run(f" ({group.note})", "Soft")] if group.note else []
        writer.write("List Heading", writer.make_style_run(group.heading, "Strong"), *note)
        for item in group.items:
            writer.write_line("List Bullet", plain(item))


def _draw_table(writer: Writer, block: Table) -> None:
    _write_caption(writer, block.caption)
    write_table(writer, block, block.caption)
    _close(writer, block.note)


def _draw_bars(writer: Writer, block: Bars, report: Report) -> None:
    """Draw bars as a picture and, under it, the table of what it shows.

    A single bar shows no more than its row of numbers, which then stands alone.
    """
    _write_caption(writer, block.caption)
    if not block.is_count and len(block.rows) > 1:
        picture = writer.write_chart(
            draw_picture(block, report), block.caption, f"{block.caption}. {block.description}"
        )
        if len(block.rows) <= _FEW_BARS:
            picture[0].append(make("w:keepNext"))
    write_table(writer, block, block.caption)
    _close(writer, block.note)


def _draw_heat_map(writer: Writer, block: HeatMap) -> None:
    """Draw a heat map as a table with shaded cells, which needs no picture beside it."""
    _write_caption(writer, block.caption)
    write_table(writer, block, block.caption)
    _close(writer, f"{_KEY} {block.note}".strip())


def _draw_quotes(writer: Writer, block: Quotes) -> None:
    writer.write_text("List Heading", block.lead)
    for item in block.items:
        writer.write_text("Quote", item)


def _write_caption(writer: Writer, caption: str) -> None:
    """Write a caption that stays with what it names, whatever a council's style says."""
    writer.write_text("Caption", caption)[0].append(make("w:keepNext"))


def _close(writer: Writer, note: str) -> None:
    """Part a table from what follows: two tables that touch would be one."""
    if note:
        writer.write_text("Note", note)
    else:
        writer.write("After Table")


DRAWN: dict[type, Draw] = {
    Paragraph: _draw_paragraph,
    Bullets: _draw_bullets,
    Callout: _draw_callout,
    Facts: draw_facts,
    Lists: _draw_lists,
    Table: _draw_table,
    HeatMap: _draw_heat_map,
    Quotes: _draw_quotes,
}
