"""Charts as images, for the forms that cannot draw their own; the only user of matplotlib."""

from __future__ import annotations

import logging
import textwrap
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from auditreport.records import record
from auditreport.rendering.blocks import Bars, HeatMap, Tone
from auditreport.rendering.layout import Report
from auditreport.rendering.palette import LEVEL_FILLS, Shade, find_shade
from auditreport.rendering.text import show_invisible

# A home folder that cannot be written is no fault: what matplotlib would keep there we do without.
logging.getLogger("matplotlib").setLevel(logging.ERROR)

import matplotlib as mpl  # noqa: E402  # it would warn while it is imported
from matplotlib.figure import Figure  # noqa: E402
from matplotlib.patches import Rectangle  # noqa: E402

_WIDTH, _ROW, _LINE, _LABELS, _AFTER, _BELOW = 7.6, 0.34, 0.165, 1.9, 1.25, 0.08  # inches
_LONGEST_LABEL = 60
_LEGEND_ROOM = 0.97  # of the width
_INK, _SOFT = "#1c2226", "#55606a"
_DOTS_PER_INCH = 200  # sharp in print


def draw_charts(report: Report) -> dict[str, bytes]:
    """Return every chart of a report as SVG, by its id."""
    return {chart.id: draw_chart(chart, report) for chart in report.charts}


def draw_chart(chart: Bars | HeatMap, report: Report) -> bytes:
    """Draw one chart as SVG with its title and description."""
    with _settings():
        return _svg(_draw(chart, report), chart)


def draw_picture(chart: Bars | HeatMap, report: Report) -> bytes:
    """Draw one chart as PNG, without its title: it stands under a caption that is text."""
    with _settings():
        figure = _draw(replace(chart, caption=""), report)
        image = BytesIO()
        figure.savefig(image, format="png", dpi=_DOTS_PER_INCH, metadata={"Software": None})
        return image.getvalue()


def _draw(chart: Bars | HeatMap, report: Report) -> Figure:
    return _draw_bars(chart, report) if isinstance(chart, Bars) else _draw_heat_map(chart)


@contextmanager
def _settings() -> Iterator[None]:
    """Set matplotlib up for the time of one drawing."""
    # Text stays text; ids come from the content, not from chance; a dollar sign is no mathematics.
    settings: dict[Any, Any] = {
        "svg.fonttype": "none",
        "svg.hashsalt": "auditreport",
        "text.parse_math": False,
        "font.family": "sans-serif",
        "font.sans-serif": ["DejaVu Sans"],
        "font.size": 9,
    }
    with mpl.rc_context(settings), warnings.catch_warnings():
        # What our font lacks the reader's own may have, and each chart stands beside its table.
        warnings.filterwarnings("ignore", "Glyph .* missing from font", UserWarning)
        yield


def _svg(figure: Figure, chart: Bars | HeatMap) -> bytes:
    image = BytesIO()
    title, description = show_invisible(chart.caption), show_invisible(chart.description)
    metadata = {"Date": None, "Creator": None, "Title": title, "Description": description}
    figure.savefig(image, format="svg", metadata=metadata)
    # Matplotlib puts the description into the metadata alone, where no screen reader looks.
    described = f"</title>\n <desc>{escape(description)}</desc>".encode()
    return image.getvalue().replace(b"</title>", described, 1)


@record
class _Grid:
    """A figure's rows: places across by share of their `width` in inches, and down by row from 0.

    Each row is `row` inches high, which is enough for the labels.
    Boxes and texts are laid on the figure itself. Axes would show nothing more, and to make and
    draw them takes as long as all the rest.
    """

    figure: Figure
    labels: list[str]
    row: float
    width: float

    def draw_box(
        self, row: int, across: tuple[float, float], thickness: float, **look: Any
    ) -> None:
        """Draw a box from a share of the width, of a share of it, in a row."""
        start, share = across
        height = thickness * self.row / self.figure.get_figheight()
        corner = (self._x(start), self._y(row) - height / 2)
        box = Rectangle(corner, share * self.width / _WIDTH, height, **look)
        self.figure.add_artist(box)

    def write(self, across: float, row: float, text: str, **look: Any) -> None:
        """Write a text beside a share of the width, level with the middle of a row."""
        self.figure.text(self._x(across), self._y(row), text, **{"va": "center", **look})

    def write_labels(self) -> None:
        """Name the rows."""
        for row, label in enumerate(self.labels):
            look = {"ha": "right", "va": "center_baseline", "color": _INK}
            self.write(-0.09 / self.width, row, label, **look)

    def _x(self, share: float) -> float:
        return (_LABELS + share * self.width) / _WIDTH

    def _y(self, row: float) -> float:
        return (_BELOW + (len(self.labels) - 0.5 - row) * self.row) / self.figure.get_figheight()


def _new_grid(names: Iterable[str], extra: float, after: float) -> _Grid:
    """Return a grid on a figure with fixed room for labels, title and legend."""
    labels = [_label(name) for name in names]
    row = max([_ROW, *(_LINE * (label.count("\n") + 1) for label in labels)])
    figure = Figure(figsize=(_WIDTH, len(labels) * row + extra))
    return _Grid(figure, labels, row, _WIDTH - _LABELS - after)


def _label(text: str, width: int = 24) -> str:
    """Shorten a label to three lines that fit beside the bars."""
    shown = show_invisible(text)
    if len(shown) > _LONGEST_LABEL:
        shown = f"{shown[: _LONGEST_LABEL - 1]}…"
    return textwrap.fill(shown, width, max_lines=3, placeholder="…")


def _title_lines(chart: Bars | HeatMap) -> list[str]:
    return textwrap.wrap(show_invisible(chart.caption), 92)


def _title_room(chart: Bars | HeatMap) -> float:
    """Return how many inches the title takes up beyond one line; less than none without one."""
    lines = len(_title_lines(chart))
    return 0.18 * (lines - 1) if lines else -0.3


def _title(figure: Figure, chart: Bars | HeatMap, height: float) -> None:
    look: dict[str, Any] = {"fontsize": 10.5, "fontweight": "bold", "color": _INK, "va": "top"}
    figure.text(0.01, 1 - 0.1 / height, "\n".join(_title_lines(chart)), **look)


def _draw_bars(chart: Bars, report: Report) -> Figure:
    after = _AFTER if chart.after else 0.25
    legend = _legend_lines(chart)
    head = 0.5 + _title_room(chart)
    grid = _new_grid((row.label for row in chart.rows), head + 0.22 * (len(legend) + 1), after)
    shades = [find_shade(tone.colour, report.colours, report.judgements) for tone in chart.tones]
    for position, row in enumerate(chart.rows):
        whole = (sum(row.counts) + row.rest) or 1
        _draw_bar(grid, position, [count / whole for count in row.counts], row.counts, shades)
        _write_after(grid, position, row.after, "normal")
    _write_after(grid, -0.72, chart.after, "bold")
    grid.write_labels()
    _title(grid.figure, chart, grid.figure.get_figheight())
    _draw_legend(grid.figure, legend, dict(zip(chart.tones, shades, strict=True)), head)
    return grid.figure


def _write_after(grid: _Grid, position: float, texts: tuple[str, ...], weight: str) -> None:
    text = "  ".join(show_invisible(text) for text in texts)
    grid.write(1.015, position, text, fontsize=8.5, fontweight=weight, color=_INK)


def _draw_bar(
    grid: _Grid, position: int, shares: list[float], counts: tuple[int, ...], shades: list[Shade]
) -> None:
    left = 0.0
    for share, count, shade in zip(shares, counts, shades, strict=True):
        if count:
            grid.draw_box(position, (left, share), 0.74, facecolor=shade.fill, edgecolor="#ffffff")
            middle = left + share / 2
            grid.write(middle, position, f"{count}", ha="center", color=shade.ink, fontsize=8)
            left += share
    if not any(counts):
        grid.write(0.0, position, "0", color=_SOFT, fontsize=8)


def _legend_lines(chart: Bars) -> list[list[Tone]]:
    """Share the tones out over as many lines as their names need."""
    lines: list[list[Tone]] = [[]]
    for tone in chart.tones:
        if lines[-1] and sum(_legend_width(t) for t in (*lines[-1], tone)) > _LEGEND_ROOM:
            lines.append([])
        lines[-1].append(tone)
    return lines


def _legend_width(tone: Tone) -> float:
    return 0.045 + 0.0092 * len(_label(tone.label, _LONGEST_LABEL))


def _draw_legend(
    figure: Figure, lines: list[list[Tone]], shades: dict[Tone, Shade], head: float
) -> None:
    """Name the tones above the bars; drawn as text, since a name may begin with any character."""
    for number, line in enumerate(lines):
        left, top = 0.013, 1 - (head + 0.22 * number) / figure.get_figheight()
        for tone in line:
            figure.text(left, top, "■", color=shades[tone].fill, fontsize=10, va="center")
            name = _label(tone.label, _LONGEST_LABEL)
            figure.text(left + 0.02, top, name, fontsize=8.5, color=_INK, va="center")
            left += _legend_width(tone)


def _draw_heat_map(chart: HeatMap) -> Figure:
    grid = _new_grid((row.label for row in chart.rows), 0.75 + _title_room(chart), 0.15)
    width = 1 / len(chart.columns)
    for y, row in enumerate(chart.rows):
        for x, cell in enumerate(row.cells):
            fill = LEVEL_FILLS[cell.level]
            box = ((x + 0.02) * width, 0.96 * width)
            grid.draw_box(y, box, 0.9, facecolor=fill, edgecolor="#c9d0d6", linewidth=0.5)
            text = f"{cell.text}  ({cell.detail})"
            grid.write((x + 0.5) * width, y, text, ha="center", fontsize=8)
    for x, column in enumerate(chart.columns):
        look = {"ha": "center", "va": "baseline", "fontweight": "bold", "color": _INK}
        grid.write((x + 0.5) * width, -0.75, column, **look)
    grid.write_labels()
    _title(grid.figure, chart, grid.figure.get_figheight())
    return grid.figure
