"""Where all that a chart shows stands: boxes and lines of text, in points from the top left."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from auditreport.records import record
from auditreport.rendering.blocks import BarRow, Bars, HeatMap, HeatRow, Tone
from auditreport.rendering.layout import Report
from auditreport.rendering.palette import LEVEL_FILLS, Shade, find_shade
from auditreport.rendering.text import show_invisible

_WIDTH, _ROW, _LABELS, _AFTER, _BELOW = 547.2, 24.5, 136.8, 90.0, 5.8
_LINE = 11.9  # between two lines of a label
_TITLE_LINE = 13.0
_LEGEND_LINE = 15.8
_LETTER = 5.03  # the width that most of the smaller letters keep to
_LONGEST_LABEL = 60
_LEGEND_ROOM = 530.0
_DESCENT = 0.36  # from the middle of a capital or numeral to its foot, as a share of its size
_INK, _SOFT, _PAPER, _EDGE = "#1c2226", "#55606a", "#ffffff", "#c9d0d6"


@record
class Box:
    """A filled rectangle, by its top left corner; `line` is the thickness of its edge."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    edge: str = _PAPER
    line: float = 0.0


@record
class Look:
    """How a text is drawn; `side` is left, center or right: which of it stands where it is put."""

    size: float
    colour: str = _INK
    side: Literal["left", "center", "right"] = "left"
    is_bold: bool = False


@record
class Words:
    """A line of text on its baseline."""

    x: float
    y: float
    text: str
    look: Look


Mark = Box | Words


@record
class Drawing:
    """A chart laid out; what comes first lies lowest."""

    width: float
    height: float
    marks: tuple[Mark, ...]


_TITLE, _LABEL = Look(10.5, is_bold=True), Look(9, side="right")
_HEADING, _CELL = Look(9, side="center", is_bold=True), Look(8, side="center")
_BESIDE, _NAME = Look(8.5), Look(8.5)


def lay_out(chart: Bars | HeatMap, report: Report) -> Drawing:
    """Return a chart as it is drawn, with its caption as a title unless that is empty."""
    return _lay_bars(chart, report) if isinstance(chart, Bars) else _lay_heat_map(chart)


@record
class _Grid:
    """Rows of equal height with their labels, under a head of some height.

    Places are by share of the width beside the labels, and by row from 0 down.
    """

    labels: tuple[str, ...]
    head: float
    row: float
    width: float

    def draw(self, marks: Iterable[Mark]) -> Drawing:
        """Return the drawing of the labels and of what stands beside them, on white."""
        height = self.head + len(self.labels) * self.row + _BELOW
        paper = Box(0, 0, _WIDTH, height, _PAPER)
        return Drawing(_WIDTH, height, (paper, *marks, *self._name_rows()))

    def draw_box(self, row: int, across: tuple[float, float], thickness: float) -> Box:
        """Return a box from a share of the width, of a share of it, in a row."""
        start, share = across
        height = thickness * self.row
        top = self._middle(row) - height / 2
        return Box(_LABELS + start * self.width, top, share * self.width, height, _PAPER)

    def write(self, across: float, row: float, text: str, look: Look) -> Iterator[Words]:
        """Yield a text at a share of the width, level with the middle of a row."""
        yield from _write(_LABELS + across * self.width, self._middle(row), text, look)

    def _name_rows(self) -> Iterator[Words]:
        for row, label in enumerate(self.labels):
            yield from _write(_LABELS - 6.5, self._middle(row), label, _LABEL)

    def _middle(self, row: float) -> float:
        return self.head + (row + 0.5) * self.row


def _make_grid(names: Iterable[str], head: float, after: float) -> _Grid:
    """Return a grid with room for each label on its row, and for what stands after the rows."""
    labels = tuple(map(_label, names))
    row = max([_ROW, *(_LINE * (label.count("\n") + 2) for label in labels)])
    return _Grid(labels, head, row, _WIDTH - _LABELS - after)


def _write(x: float, middle: float, text: str, look: Look) -> Iterator[Words]:
    """Yield the lines of a text whose middle stands at some height."""
    lines = text.split("\n") if text else []
    first = middle + _DESCENT * look.size - _LINE * (len(lines) - 1) / 2
    for number, line in enumerate(lines):
        yield Words(x, first + number * _LINE, line, look)


def _label(text: str, width: int = 24) -> str:
    """Shorten a label to three lines that fit beside the bars."""
    shown = show_invisible(text)
    if len(shown) > _LONGEST_LABEL:
        shown = f"{shown[: _LONGEST_LABEL - 1]}…"
    return textwrap.fill(shown, width, max_lines=3, placeholder="…")


def _title_lines(chart: Bars | HeatMap) -> list[str]:
    return textwrap.wrap(show_invisible(chart.caption), 92)


def _title_room(chart: Bars | HeatMap) -> float:
    """Return the height that the title takes up beyond one line; less than none without one."""
    lines = len(_title_lines(chart))
    return _TITLE_LINE * (lines - 1) if lines else -21.6


def _write_title(chart: Bars | HeatMap) -> Iterator[Words]:
    for number, line in enumerate(_title_lines(chart)):
        yield Words(5.5, 15.5 + number * _TITLE_LINE, line, _TITLE)


def _lay_bars(chart: Bars, report: Report) -> Drawing:
    legend = _legend_lines(chart)
    top = 36 + _title_room(chart)
    head = top + _LEGEND_LINE * (len(legend) + 1) - _BELOW
    grid = _make_grid((row.label for row in chart.rows), head, _room_after(chart))
    shades = [find_shade(tone.colour, report.colours, report.judgements) for tone in chart.tones]
    marks: list[Mark] = [*_write_title(chart)]
    marks += _draw_legend(legend, dict(zip(chart.tones, shades, strict=True)), top)
    marks += _write_after(grid, -0.72, chart.after, replace(_BESIDE, is_bold=True))
    for position, row in enumerate(chart.rows):
        marks += _draw_bar(grid, position, row, shades)
        marks += _write_after(grid, position, row.after, _BESIDE)
    return grid.draw(marks)


def _room_after(chart: Bars) -> float:
    """Return the width that is kept free for what stands after the bars."""
    longest = max(len(_join(texts)) for texts in (chart.after, *(row.after for row in chart.rows)))
    return max(_AFTER, _LETTER * longest) if chart.after else 18.0


def _join(texts: tuple[str, ...]) -> str:
    return "  ".join(map(show_invisible, texts))


def _write_after(
    grid: _Grid, position: float, texts: tuple[str, ...], look: Look
) -> Iterator[Words]:
    yield from grid.write(1.015, position, _join(texts), look)


def _draw_bar(grid: _Grid, position: int, row: BarRow, shades: list[Shade]) -> Iterator[Mark]:
    whole = (sum(row.counts) + row.rest) or 1
    left = 0.0
    for count, shade in zip(row.counts, shades, strict=True):
        if count:
            share = count / whole
            box = grid.draw_box(position, (left, share), 0.74)
            yield replace(box, fill=shade.fill, line=1.0)
            number = f"{count}"
            if box.width >= _LETTER * len(number):  # the table has the others
                look = replace(_CELL, colour=shade.ink)
                yield from grid.write(left + share / 2, position, number, look)
            left += share
    if not any(row.counts):
        yield from grid.write(0.0, position, "0", Look(8, _SOFT))


def _legend_lines(chart: Bars) -> list[list[Tone]]:
    """Share the tones out over as many lines as their names need."""
    lines: list[list[Tone]] = [[]]
    for tone in chart.tones:
        if lines[-1] and sum(_legend_width(t) for t in (*lines[-1], tone)) > _LEGEND_ROOM:
            lines.append([])
        lines[-1].append(tone)
    return lines


def _legend_width(tone: Tone) -> float:
    return 24.6 + _LETTER * len(_label(tone.label, _LONGEST_LABEL))


def _draw_legend(lines: list[list[Tone]], shades: dict[Tone, Shade], top: float) -> Iterator[Words]:
    """Name the tones above the bars."""
    for number, line in enumerate(lines):
        left, middle = 7.0, top + _LEGEND_LINE * number
        for tone in line:
            yield from _write(left, middle, "■", Look(10, shades[tone].fill))
            yield from _write(left + 11, middle, _label(tone.label, _LONGEST_LABEL), _NAME)
            left += _legend_width(tone)


def _lay_heat_map(chart: HeatMap) -> Drawing:
    head = 54 + _title_room(chart) - _BELOW
    grid = _make_grid((row.label for row in chart.rows), head, 10.8)
    width = 1 / len(chart.columns)
    marks: list[Mark] = [*_write_title(chart)]
    for x, column in enumerate(chart.columns):
        marks += grid.write((x + 0.5) * width, -0.9, column, _HEADING)
    for position, row in enumerate(chart.rows):
        marks += _draw_cells(grid, position, row, width)
    return grid.draw(marks)


def _draw_cells(grid: _Grid, position: int, row: HeatRow, width: float) -> Iterator[Mark]:
    for x, cell in enumerate(row.cells):
        box = grid.draw_box(position, ((x + 0.02) * width, 0.96 * width), 0.9)
        yield replace(box, fill=LEVEL_FILLS[cell.level], edge=_EDGE, line=0.5)
        text = f"{cell.text}  ({cell.detail})"
        yield from grid.write((x + 0.5) * width, position, text, _CELL)
