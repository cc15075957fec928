"""The annual report on paper: short enough to be read, and printed at its own size."""

import io
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from browser import measure_page, print_page
from pypdf import PdfReader

from auditreport.analysis import analyse
from auditreport.analysis.figures import Figures
from auditreport.reading import read
from auditreport.reading.previous_figures import read_previous_figures
from auditreport.rendering.outline import build_report
from auditreport.rendering.templates import render_template

SAMPLES = Path(__file__).parents[1] / "sample_data"
LAST_YEAR = SAMPLES / "demo-2023-24.figures.json"

MOST_PAGES = 12
A4_BETWEEN_MARGINS = "516pt"

TOO_WIDE = """
return [...document.querySelectorAll("table")]
  .filter((table) => table.scrollWidth > table.parentElement.clientWidth + 1)
  .map((table) => table.caption.textContent);
"""


@cache
def demo() -> Figures:
    reading = read([SAMPLES / "demo-2024-25.xlsx"])
    previous = read_previous_figures(LAST_YEAR.read_text(encoding="utf-8"), LAST_YEAR.name)
    return analyse(reading.with_previous(previous), tool="auditreport test")


@cache
def rutland() -> Figures:
    return analyse(read([SAMPLES / "rutland-2016-17.xlsx"]), tool="auditreport test")


def page(figures: Figures, style: str) -> str:
    html = render_template(build_report(figures), "html", ".html.j2")
    return html.replace("</head>", f"<style>{style}</style></head>")


@pytest.mark.parametrize("year", [demo, rutland])
def test_the_body_of_the_annual_report_is_within_twelve_pages(
    year: Callable[[], Figures], tmp_path: Path
) -> None:
    pdf = print_page(page(year(), "#appendices { display: none; }"), tmp_path)
    assert 1 < len(PdfReader(io.BytesIO(pdf)).pages) <= MOST_PAGES


@pytest.mark.parametrize("year", [demo, rutland])
def test_no_table_is_wider_than_the_paper(year: Callable[[], Figures], tmp_path: Path) -> None:
    """A browser prints the whole report smaller where one table does not fit."""
    screen = page(year(), f"html {{ width: {A4_BETWEEN_MARGINS}; }}")
    paper = screen.replace("@media print {", "@media all {")
    bare = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", paper)
    assert measure_page(bare, TOO_WIDE, tmp_path) == []


def test_the_first_page_of_the_demonstration_has_at_most_six_sentences() -> None:
    opening = " ".join(build_report(demo()).opening)
    unquoted = re.sub("‘[^’]*’", "", opening)
    assert len(re.findall(r"[.?!](?= |$)", unquoted)) <= 6


def test_the_first_page_of_the_demonstration_hides_nothing_that_got_worse() -> None:
    opening = " ".join(build_report(demo()).opening)
    for told in (
        *("9 (8%) were Inadequate", "without the action taken", "Reviewing was worse"),
        *("Planning was below 50% Good or better in each of the four quarters", "7 of 33 actions"),
    ):
        assert told in opening
