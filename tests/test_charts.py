"""Charts as images: the same each time, titled, described, and drawn without a trace."""

import hashlib
import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import matplotlib as mpl
import pytest
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
from auditreport.rendering.charts import draw_chart
from auditreport.rendering.layout import Report

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


def image_of(chart: Bars | HeatMap) -> ElementTree.Element:
    return ElementTree.fromstring(draw_chart(chart, REPORT))


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
    assert draw_chart(chart, full_report()) == draw_chart(chart, full_report())


def test_drawing_leaves_the_settings_as_they_were() -> None:
    before = dict(mpl.rcParams)
    draw_chart(bars(BarRow("Risk", (1, 1))), REPORT)
    assert dict(mpl.rcParams) == before


OTHER_RUN = """
import hashlib, sys
from synthetic import full_report
from auditreport.rendering.charts import draw_chart
report = full_report()
charts = b"".join(draw_chart(chart, report) for chart in report.charts[::5])
digest = hashlib.sha256(charts).hexdigest()
print(digest, "matplotlib.pyplot" in sys.modules)
"""


def test_another_run_draws_the_same_bytes_and_never_needs_pyplot() -> None:
    report = full_report()
    charts = b"".join(draw_chart(chart, report) for chart in report.charts[::5])
    digest = hashlib.sha256(charts).hexdigest()
    path = os.pathsep.join([str(Path(__file__).parent), *sys.path])
    done = subprocess.run(
        [sys.executable, "-c", OTHER_RUN],
        env={**os.environ, "PYTHONHASHSEED": "4711", "PYTHONPATH": path, "TZ": "Asia/Tokyo"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == [digest, "False"]
