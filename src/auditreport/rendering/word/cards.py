"""The figures at a glance as cards beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from auditreport.rendering.blocks import Fact, Facts
from auditreport.rendering.word.elements import Element, make, make_paragraph, make_run
from auditreport.rendering.word.writer import Writer

_MOST_BESIDE = 5
_FILL, _EDGE, _GAP = "F3F5F7", "1F4E79", "FFFFFF"
_TITLE = "Figures at a glance"


def draw_facts(writer: Writer, block: Facts) -> None:
    """Draw figures at a glance: each is a cell that reads from its value to what it is of.

    The table is there for its layout alone: it has no header row, and reads in the facts' order.
    """
    beside = min(_MOST_BESIDE, len(block.items))
    if beside:
        widths = [writer.width // beside] * beside
        rows = [block.items[at : at + beside] for at in range(0, len(block.items), beside)]
        grid = make("w:tblGrid", *(make("w:gridCol", w=str(width)) for width in widths))
        cells = (_make_row(writer, row, widths) for row in rows)
        writer.add(make("w:tbl", _make_properties(sum(widths)), grid, *cells))
        writer.write("After Table")


def _make_properties(width: int) -> Element:
    gaps = (make(f"w:{side}", val="single", sz="36", color=_GAP) for side in ("insideH", "insideV"))
    return make(
        "w:tblPr",
        make("w:tblW", w=str(width), type="dxa"),
        make("w:tblBorders", *gaps),
        make("w:tblLayout", type="fixed"),
        make("w:tblLook", val="0000", firstRow="0", noHBand="1", noVBand="1"),
        make("w:tblCaption", val=_TITLE),
    )


def _make_row(writer: Writer, facts: Sequence[Fact], widths: list[int]) -> Element:
    """Return a row of cards; the last is filled up with cells without one."""
    cells = [_make_card(writer, fact, width) for fact, width in zip(facts, widths, strict=False)]
    for width in widths[len(facts) :]:
        empty = make_paragraph(writer.styles.find_id("Fact Detail"))
        cells.append(make("w:tc", make("w:tcPr", make("w:tcW", w=str(width), type="dxa")), empty))
    return make("w:tr", make("w:trPr", make("w:cantSplit")), *cells)


def _make_card(writer: Writer, fact: Fact, width: int) -> Element:
    settings = make(
        "w:tcPr",
        make("w:tcW", w=str(width), type="dxa"),
        make("w:tcBorders", make("w:left", val="single", sz="24", color=_EDGE)),
        make("w:shd", val="clear", color="auto", fill=_FILL),
    )
    texts = {"Fact Value": fact.value, "Fact Label": fact.label, "Fact Detail": fact.detail}
    shown = [
        make_paragraph(writer.styles.find_id(style), make_run(text))
        for style, text in texts.items()
        if text
    ]
    return make("w:tc", settings, *shown)
