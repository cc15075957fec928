"""Charts as images: the same each time, titled, described, and drawn without a trace."""

import hashlib
import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import matplotlib as mpl
import pytest
from matplotlib.colors import to_hex
from matplotlib.font_manager import FontProperties
from matplotlib.image import imread
from matplotlib.textpath import TextPath
from synthetic import full_files, full_report

from auditreport.rendering.blocks import (
    BarRow,
    Bars,
    Facts,
    HeatCell,
    HeatMap,
    HeatRow,
    Tone,
)
from auditreport.rendering.chart_layout import Box, Drawing, Words, lay_out
from auditreport.rendering.charts import draw_charts, draw_picture
from auditreport.rendering.layout import Part, Report

SVG = "{http://www.w3.org/2000/svg}"
REPORT = Report(
    *("name", "Title", "Organisation", "", "Period", (), "internal", ()),
    facts=Facts(()),
    parts=(),
    colours="Ofsted",
    judgements=4,
    tool="auditreport 0.1.0",
)
LONG = "A practice area whose name goes on and on, with many words and no end that is in sight"


def bars(*rows: BarRow, tones: tuple[str, ...] = ("Good", "Poor"), caption: str = "C") -> Bars:
    named = tuple(Tone(label, f"judgement-{n}") for n, label in enumerate(tones))
    return Bars("id", caption, "Area", named, ("Good or better",), rows, "What it shows.")


def heat(*rows: HeatRow) -> HeatMap:
    return HeatMap("id", "C", "Area", ("Q1",), rows, "What it shows.")


def with_charts(report: Report, *charts: Bars | HeatMap) -> Report:
    """Return the report with these charts alone."""
    return replace(report, parts=(Part("part", "Part", charts),))


def image_of(chart: Bars | HeatMap) -> ElementTree.Element:
    return ElementTree.fromstring(draw_charts(with_charts(REPORT, chart))[chart.id])


def words_of(drawing: Drawing) -> list[Words]:
    return [mark for mark in drawing.marks if isinstance(mark, Words)]


def coloured_boxes(drawing: Drawing) -> list[Box]:
    return [mark for mark in drawing.marks if isinstance(mark, Box) and mark.line]


def texts_of(chart: Bars | HeatMap) -> list[str]:
    return ["".join(node.itertext()) for node in image_of(chart).iter(f"{SVG}text")]


def filled(chart: Bars | HeatMap, colour: str) -> int:
    return sum(colour in node.get("style", "") for node in image_of(chart).iter(f"{SVG}path"))


def test_every_chart_of_a_report_is_drawn_under_its_id() -> None:
    drawn = [name for name in full_files() if name.endswith(".svg")]
    assert drawn == [f"annual-report-2016-17-charts/{c.id}.svg" for c in full_report().charts]


def test_a_chart_has_a_title_and_a_description() -> None:
    image = image_of(bars(BarRow("Risk", (1, 2)), caption="Judgements <of> risk"))
    assert image.findtext(f"{SVG}title") == "Judgements <of> risk"
    assert image.findtext(f"{SVG}desc") == "What it shows."


def test_a_chart_shows_each_count_and_its_labels() -> None:
    shown = texts_of(bars(BarRow("Risk", (3, 17), ("3 of 20",))))
    assert {"Risk", "3", "17", "Good", "Poor", "3 of 20", "C"} <= set(shown)


def test_a_label_that_begins_with_an_underscore_is_shown() -> None:
    shown = texts_of(bars(BarRow("_risk", (1, 1)), tones=("_good", "_poor")))
    assert {"_risk", "_good", "_poor"} <= set(shown)


def test_a_dollar_sign_is_no_mathematics() -> None:
    assert "$x^2$" in texts_of(bars(BarRow("$x^2$", (1, 1))))


@pytest.mark.parametrize("label", ["计划", "تخطيط", "👍", "\ufffe"])
def test_a_label_in_any_script_is_drawn_without_a_warning(label: str) -> None:
    assert texts_of(bars(BarRow(label, (1, 1))))


def test_a_long_label_is_shortened_with_an_ellipsis() -> None:
    shown = texts_of(bars(BarRow(LONG, (1, 1))))
    assert not [text for text in shown if len(text) > 62]
    assert [text for text in shown if text.endswith("…")]


def test_a_long_title_makes_room_for_itself() -> None:
    row = BarRow("Risk", (1, 1))
    short, tall = (image_of(bars(row, caption=text)).get("height", "") for text in ("C", LONG * 3))
    assert float(tall.removesuffix("pt")) > float(short.removesuffix("pt"))


def test_each_line_of_a_label_ends_before_the_bars() -> None:
    chart = bars(BarRow("A practice area with a name of two lines", (1, 1)))
    ends = [node for node in image_of(chart).iter(f"{SVG}text") if "end" in node.get("style", "")]
    assert ["".join(node.itertext()) for node in ends] == [
        "A practice area with a",
        "name of two lines",
    ]
    assert len({node.get("x") for node in ends}) == 1


@pytest.mark.parametrize("after", ["3 of 20", "1,376 of 2,954 (47%)", "12,376 of 22,954 (47.5%)"])
def test_what_stands_after_a_bar_fits_on_the_chart(after: str) -> None:
    drawing = lay_out(bars(BarRow("Risk", (1, 2), (after,))), REPORT)
    (words,) = (mark for mark in words_of(drawing) if mark.text == after)
    font = FontProperties(family="DejaVu Sans")
    width = TextPath((0, 0), after, size=words.look.size, prop=font).get_extents().x1
    assert words.x > max(box.x + box.width for box in coloured_boxes(drawing))
    assert words.x + width < drawing.width


def test_counts_stand_in_the_middle_of_their_bars() -> None:
    drawing = lay_out(bars(BarRow("Risk", (3, 17))), REPORT)
    counts = [mark for mark in words_of(drawing) if mark.text in ("3", "17")]
    for words, box in zip(counts, coloured_boxes(drawing), strict=True):
        assert words.x == pytest.approx(box.x + box.width / 2)
        height = words.look.size * 0.73  # of a numeral in our font
        assert words.y - height / 2 == pytest.approx(box.y + box.height / 2, abs=0.1)


def test_a_count_is_left_to_the_table_where_its_bar_is_too_narrow_for_it() -> None:
    drawing = lay_out(bars(BarRow("Plans", (200, 3), ("200 of 203",))), REPORT)
    texts = [mark.text for mark in words_of(drawing)]
    assert "200" in texts
    assert "3" not in texts


def test_a_row_without_counts_is_a_nought() -> None:
    assert "0" in texts_of(bars(BarRow("Risk", (0, 0))))


def test_a_count_of_nought_draws_no_box() -> None:
    assert filled(bars(BarRow("Risk", (0, 5))), "#007d46") == 0
    assert filled(bars(BarRow("Risk", (2, 5))), "#007d46") == 1


def test_a_heat_map_shows_its_words_and_bases() -> None:
    chart = heat(HeatRow("Risk", (HeatCell("40%", "2 of 5", "development"),)))
    assert {"Risk", "Q1", "40%  (2 of 5)"} <= set(texts_of(chart))


def test_a_chart_bears_no_date_and_no_name_of_its_maker() -> None:
    for name, data in full_files().items():
        if name.endswith(".svg"):
            assert b"<dc:date>" not in data
            assert b"Matplotlib" not in data


def test_drawing_twice_gives_the_same_bytes() -> None:
    chart = full_report().charts[0]
    report = with_charts(full_report(), chart)
    assert draw_charts(report) == draw_charts(report)
    assert draw_picture(chart, full_report()) == draw_picture(chart, full_report())


def picture_of(chart: Bars) -> tuple[Drawing, Any, float]:
    """Return what a picture shows, its pixels and how many of them make a point."""
    drawing = lay_out(replace(chart, caption=""), REPORT)
    pixels = imread(BytesIO(draw_picture(chart, REPORT)))
    return drawing, pixels, pixels.shape[1] / drawing.width


def test_a_picture_shows_the_chart_without_its_title() -> None:
    drawing, pixels, point = picture_of(bars(BarRow("Risk", (3, 17))))
    assert drawing.height < lay_out(bars(BarRow("Risk", (3, 17))), REPORT).height
    assert pixels.shape[:2] == (int(drawing.height * 200 / 72), int(drawing.width * 200 / 72))
    for box in coloured_boxes(drawing):
        corner = pixels[round((box.y + 3) * point), round((box.x + 3) * point)]
        assert to_hex(corner) == box.fill


def test_a_label_in_a_picture_ends_where_it_is_put() -> None:
    drawing, pixels, point = picture_of(bars(BarRow("Mill", (3, 17))))
    (label,) = (mark for mark in words_of(drawing) if mark.text == "Mill")
    beside = pixels[round((label.y - 6) * point) : round(label.y * point), : round(135 * point), :3]
    inked = (beside < 0.5).all(axis=2).any(axis=0).nonzero()[0]
    assert inked[-1] / point == pytest.approx(label.x, abs=1.5)


def test_drawing_leaves_the_settings_as_they_were() -> None:
    before = dict(mpl.rcParams)
    draw_charts(with_charts(REPORT, bars(BarRow("Risk", (1, 1)))))
    assert dict(mpl.rcParams) == before


OTHER_RUN = """
import hashlib, sys
from dataclasses import replace
from synthetic import full_report
from auditreport.rendering.charts import draw_charts
from auditreport.rendering.layout import Part
report = full_report()
some = replace(report, parts=(Part("part", "Part", report.charts[::5]),))
charts = b"".join(draw_charts(some).values())
digest = hashlib.sha256(charts).hexdigest()
print(digest, *sys.modules.keys() & {"matplotlib.pyplot", "matplotlib.figure"})
"""


def test_another_run_draws_the_same_bytes_and_needs_neither_pyplot_nor_figures() -> None:
    report = full_report()
    charts = b"".join(draw_charts(with_charts(report, *report.charts[::5])).values())
    digest = hashlib.sha256(charts).hexdigest()
    path = os.pathsep.join([str(Path(__file__).parent), *sys.path])
    done = subprocess.run(
        [sys.executable, "-c", OTHER_RUN],
        env={**os.environ, "PYTHONHASHSEED": "4711", "PYTHONPATH": path, "TZ": "Asia/Tokyo"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == [digest]
