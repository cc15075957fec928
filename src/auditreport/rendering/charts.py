"""Charts as images, for the forms that cannot draw their own; the only user of matplotlib."""

from __future__ import annotations

import textwrap
import warnings
from contextlib import AbstractContextManager
from io import BytesIO
from xml.sax.saxutils import escape

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from auditreport.rendering.blocks import Bars, HeatMap, Tone
from auditreport.rendering.layout import Report
from auditreport.rendering.palette import Shade, find_shade
from auditreport.rendering.text import show_invisible

_WIDTH, _ROW, _LABELS, _AFTER = 7.6, 0.34, 1.9, 1.25  # inches
_LONGEST_LABEL = 60
_LEGEND_ROOM = 0.97  # of the width
_INK, _SOFT = "#1c2226", "#55606a"
_LEVELS = {
    "strength": "#cfe9d8",
    "between": "#eef0f2",
    "development": "#f8d9c8",
    "few": "#ffffff",
}


def draw_charts(report: Report) -> dict[str, bytes]:
    """Return every chart of a report as SVG, by its id."""
    return {chart.id: draw_chart(chart, report) for chart in report.charts}


def draw_chart(chart: Bars | HeatMap, report: Report) -> bytes:
    """Draw one chart as SVG with its title and description."""
    with _settings(), warnings.catch_warnings():
        # Text stays text, so that the reader's own fonts supply what ours lack.
        warnings.filterwarnings("ignore", "Glyph .* missing from font", UserWarning)
        figure = _draw_bars(chart, report) if isinstance(chart, Bars) else _draw_heat_map(chart)
        return _svg(figure, chart)


def _settings() -> AbstractContextManager[None]:
    """Set matplotlib up for the time of one drawing."""
    # Text stays text; ids come from the content, not from chance; a dollar sign is no mathematics.
    return mpl.rc_context(
        {
            "svg.fonttype": "none",
            "svg.hashsalt": "auditreport",
            "text.parse_math": False,
            "font.family": "sans-serif",
            "font.sans-serif": ["DejaVu Sans"],
            "font.size": 9,
        }
    )


def _svg(figure: Figure, chart: Bars | HeatMap) -> bytes:
    image = BytesIO()
    title, description = show_invisible(chart.caption), show_invisible(chart.description)
    metadata = {"Date": None, "Creator": None, "Title": title, "Description": description}
    figure.savefig(image, format="svg", metadata=metadata)
    # Matplotlib puts the description into the metadata alone, where no screen reader looks.
    described = f"</title>\n <desc>{escape(description)}</desc>".encode()
    return image.getvalue().replace(b"</title>", described, 1)


def _new_axes(rows: int, extra: float, after: float) -> tuple[Figure, Axes]:
    """Return a figure whose axes leave fixed room for labels, title and legend.

    A fixed layout takes half the time of one that matplotlib works out.
    """
    height = rows * _ROW + extra
    figure = Figure(figsize=(_WIDTH, height))
    axes = figure.add_axes(
        (
            _LABELS / _WIDTH,
            0.08 / height,
            (_WIDTH - _LABELS - after) / _WIDTH,
            rows * _ROW / height,
        )
    )
    axes.set_ylim(rows - 0.5, -0.5)
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.tick_params(left=False, bottom=False, labelbottom=False, labelsize=9, labelcolor=_INK)
    return figure, axes


def _label(text: str, width: int = 24) -> str:
    """Shorten a label to three lines that fit beside the bars."""
    shown = show_invisible(text)
    if len(shown) > _LONGEST_LABEL:
        shown = f"{shown[: _LONGEST_LABEL - 1]}…"
    return textwrap.fill(shown, width, max_lines=3, placeholder="…")


def _title_lines(chart: Bars | HeatMap) -> list[str]:
    return textwrap.wrap(show_invisible(chart.caption), 92)


def _title_room(chart: Bars | HeatMap) -> float:
    """Return how many inches the title takes up beyond its first line."""
    return 0.18 * max(0, len(_title_lines(chart)) - 1)


def _title(figure: Figure, chart: Bars | HeatMap, height: float) -> None:
    figure.text(
        0.01,
        1 - 0.1 / height,
        "\n".join(_title_lines(chart)),
        fontsize=10.5,
        fontweight="bold",
        color=_INK,
        va="top",
    )


def _draw_bars(chart: Bars, report: Report) -> Figure:
    after = _AFTER if chart.after else 0.25
    legend = _legend_lines(chart)
    head = 0.5 + _title_room(chart)
    figure, axes = _new_axes(len(chart.rows), head + 0.22 * (len(legend) + 1), after)
    shades = [find_shade(tone.colour, report.colours, report.judgements) for tone in chart.tones]
    for position, row in enumerate(chart.rows):
        whole = (sum(row.counts) + row.rest) or 1
        _draw_bar(axes, position, [count / whole for count in row.counts], row.counts, shades)
        _write_after(axes, position, row.after, "normal")
    _write_after(axes, -0.72, chart.after, "bold")
    axes.set_xlim(0, 1)
    axes.set_yticks(range(len(chart.rows)), [_label(row.label) for row in chart.rows])
    height = figure.get_figheight()
    _title(figure, chart, height)
    _draw_legend(figure, legend, dict(zip(chart.tones, shades, strict=True)), head)
    return figure


def _write_after(axes: Axes, position: float, texts: tuple[str, ...], weight: str) -> None:
    text = "  ".join(show_invisible(text) for text in texts)
    axes.text(1.015, position, text, va="center", fontsize=8.5, fontweight=weight, color=_INK)


def _draw_bar(
    axes: Axes, position: int, shares: list[float], counts: tuple[int, ...], shades: list[Shade]
) -> None:
    left = 0.0
    for share, count, shade in zip(shares, counts, shades, strict=True):
        if count:
            axes.barh(position, share, 0.74, left, color=shade.fill, edgecolor="#ffffff")
            middle = left + share / 2
            axes.text(
                middle, position, f"{count}", ha="center", va="center", color=shade.ink, fontsize=8
            )
            left += share
    if not any(counts):
        axes.text(0.0, position, "0", va="center", color=_SOFT, fontsize=8)


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
    figure, axes = _new_axes(len(chart.rows), 0.75 + _title_room(chart), 0.15)
    axes.set_xlim(-0.5, len(chart.columns) - 0.5)
    for y, row in enumerate(chart.rows):
        for x, cell in enumerate(row.cells):
            axes.barh(
                y,
                0.96,
                0.9,
                x - 0.48,
                color=_LEVELS[cell.level],
                edgecolor="#c9d0d6",
                linewidth=0.5,
            )
            axes.text(x, y, f"{cell.text}  ({cell.detail})", ha="center", va="center", fontsize=8)
    axes.set_yticks(range(len(chart.rows)), [_label(row.label) for row in chart.rows])
    for x, column in enumerate(chart.columns):
        axes.text(x, -0.75, column, ha="center", fontsize=9, fontweight="bold", color=_INK)
    _title(figure, chart, figure.get_figheight())
    return figure
