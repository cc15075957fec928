"""Charts as images, for the forms that cannot draw their own; the only user of matplotlib."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from io import BytesIO, StringIO
from typing import Any, cast
from xml.sax.saxutils import escape

from auditreport.rendering.blocks import Bars, HeatMap
from auditreport.rendering.chart_layout import Box, Drawing, Words, lay_out
from auditreport.rendering.layout import Report
from auditreport.rendering.text import show_invisible

# A home folder that cannot be written is no fault: what matplotlib would keep there we do without.
logging.getLogger("matplotlib").setLevel(logging.ERROR)

# Its renderers are given what is laid out already. A figure would measure every text anew, which
# takes longer than all else, and would have axes imported that nothing here is drawn on.
import matplotlib as mpl  # noqa: E402  # it would warn while it is imported
from matplotlib.backends.backend_svg import RendererSVG  # noqa: E402
from matplotlib.colors import to_rgb  # noqa: E402
from matplotlib.font_manager import FontProperties  # noqa: E402
from matplotlib.path import Path  # noqa: E402
from matplotlib.text import Text  # noqa: E402
from matplotlib.transforms import Affine2D  # noqa: E402

_DOTS_PER_INCH = 200  # sharp in print
_BEFORE = {"left": 0.0, "center": 0.5, "right": 1.0}  # the share of a text before its place


def draw_charts(report: Report) -> dict[str, bytes]:
    """Return every chart of a report as SVG with its title and description, by its id."""
    with _settings():
        return {chart.id: _draw_vectors(chart, report) for chart in report.charts}


def _draw_vectors(chart: Bars | HeatMap, report: Report) -> bytes:
    title, description = show_invisible(chart.caption), show_invisible(chart.description)
    metadata = {"Date": None, "Creator": None, "Title": title, "Description": description}
    drawing, image = lay_out(chart, report), StringIO()
    renderer: Any = RendererSVG(  # type: ignore[no-untyped-call]
        drawing.width, drawing.height, image, metadata=metadata
    )
    _draw(drawing, renderer)
    renderer.finalize()
    # Matplotlib puts the description into the metadata alone, where no screen reader looks.
    described = f"</title>\n <desc>{escape(description)}</desc>"
    return image.getvalue().replace("</title>", described, 1).encode()


def draw_picture(chart: Bars | HeatMap, report: Report) -> bytes:
    """Draw one chart as PNG, without its title: it stands under a caption that is text."""
    from matplotlib.backends.backend_agg import RendererAgg
    from matplotlib.image import imsave

    drawing, image = lay_out(replace(chart, caption=""), report), BytesIO()
    scale, no_maker = _DOTS_PER_INCH / 72, cast("dict[str, str]", {"Software": None})
    with _settings():
        renderer: Any = RendererAgg(  # type: ignore[no-untyped-call]
            drawing.width * scale, drawing.height * scale, _DOTS_PER_INCH
        )
        _draw(drawing, renderer)
        pixels = renderer.buffer_rgba()
        imsave(image, pixels, format="png", dpi=_DOTS_PER_INCH, metadata=no_maker)
    return image.getvalue()


@contextmanager
def _settings() -> Iterator[None]:
    """Set matplotlib up for the time of drawing."""
    # Text stays text.
    settings: dict[Any, Any] = {"svg.fonttype": "none", "font.sans-serif": ["DejaVu Sans"]}
    with mpl.rc_context(settings), warnings.catch_warnings():
        # What our font lacks the reader's own may have, and each chart stands beside its table.
        warnings.filterwarnings("ignore", "Glyph .* missing from font", UserWarning)
        yield


def _draw(drawing: Drawing, renderer: Any) -> None:
    """Draw all marks with one of matplotlib's renderers."""
    pixels, pen, anchor = renderer.points_to_pixels(1), renderer.new_gc(), Text()
    pen.set_joinstyle("miter")
    for mark in drawing.marks:
        if isinstance(mark, Box):
            pen.set_foreground(mark.edge)
            pen.set_linewidth(mark.line)
            foot = drawing.height - mark.y - mark.height  # paths count from below, texts from above
            sizes = (mark.width, 0, 0, mark.height, mark.x, foot)
            place = Affine2D.from_values(*(size * pixels for size in sizes))
            renderer.draw_path(pen, Path.unit_rectangle(), place, to_rgb(mark.fill))
        else:
            pen.set_foreground(mark.look.colour)
            anchor.set_x(mark.x)
            anchor.set_horizontalalignment(mark.look.side)
            font = _find_font(mark.look.size, mark.look.is_bold)
            left = _find_left(mark, font, renderer)
            renderer.draw_text(pen, left, mark.y * pixels, mark.text, font, 0, mtext=anchor)


def _find_left(words: Words, font: FontProperties, renderer: Any) -> float:
    """Return where a text begins, in pixels.

    SVG takes from `mtext` which end of a text stands where, so that it fits in any reader's font.
    """
    x: float = renderer.points_to_pixels(words.x)
    if isinstance(renderer, RendererSVG):
        return x
    width, _, _ = renderer.get_text_width_height_descent(words.text, font, ismath=False)
    return x - float(width) * _BEFORE[words.look.side]


@lru_cache(maxsize=16)
def _find_font(size: float, is_bold: bool) -> FontProperties:
    return FontProperties(family="sans-serif", size=size, weight="bold" if is_bold else "normal")
