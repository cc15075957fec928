"""The page in a browser: it fits a telephone, its bars are as long as their counts."""

import json
from pathlib import Path
from typing import Any

import pytest
from browser import measure_page
from hostile import report_of
from synthetic import full_page

from auditreport.rendering.templates import render_template

WIDTHS = (1280, 390, 320)
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

# A frame of each width holds a copy of each page; frames need no second start of the browser.
MEASURE = """
const found = {};
for (const [name, page] of Object.entries(PAGES)) {
  for (const width of [1280, 390, 320]) {
    const frame = document.createElement("iframe");
    frame.style.cssText = `width:${width}px;height:800px;border:0`;
    frame.srcdoc = page;
    document.body.append(frame);
    await new Promise((loaded) => { frame.onload = loaded; });
    const root = frame.contentDocument.documentElement;
    const bars = [...root.querySelectorAll(".bars:not(.single) tbody tr")].map((row) =>
      [...row.querySelectorAll("td.bar:not(.none)")].map((bar) => [
        Number(bar.textContent), bar.getBoundingClientRect().width,
        parseFloat(getComputedStyle(bar).minWidth)]));
    found[`${name} ${width}`] = {
      inner: frame.contentWindow.innerWidth, scroll: root.scrollWidth, bars,
      requests: frame.contentWindow.performance.getEntriesByType("resource").map((e) => e.name),
      background: frame.contentWindow.getComputedStyle(root.querySelector("body")).backgroundColor,
      ink: frame.contentWindow.getComputedStyle(root.querySelector("body")).color,
    };
  }
}
return found;
"""


def long_page() -> str:
    """Return a page on which every text is one long word."""
    return render_template(report_of("Wolkenkuckucksheim" * 9), "html", ".html.j2")


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    return measure(tmp_path_factory.mktemp("light"), full=full_page(), long=long_page())


def measure(folder: Path, *flags: str, **pages: str) -> dict[str, dict[str, Any]]:
    # The frames share the policy of no page: with it they could not be measured from outside.
    bare = {name: page.replace(POLICY, "") for name, page in pages.items()}
    assert all(POLICY in page for page in pages.values())
    script = MEASURE.replace("PAGES", json.dumps(bare).replace("</", "<\\/"))
    outer = (
        '<!DOCTYPE html><meta charset="utf-8"><meta name="color-scheme" content="light dark"><body>'
    )
    found = measure_page(outer, script, folder, *flags)
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("page", ["full", "long"])
def test_the_page_does_not_scroll_sideways(
    measured: dict[str, dict[str, Any]], page: str, width: int
) -> None:
    found = measured[f"{page} {width}"]
    assert found["inner"] == width
    assert found["scroll"] <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_bars_are_as_long_as_their_counts(measured: dict[str, dict[str, Any]], width: int) -> None:
    compared = 0
    for bars in measured[f"full {width}"]["bars"]:
        if any(length < least + 0.5 for _, length, least in bars):
            continue  # a count too small for its own number is drawn as wide as that
        for count, length, _ in bars:
            assert length / count == pytest.approx(bars[0][1] / bars[0][0], rel=0.02)
            compared += 1
    assert compared > 20


def test_the_page_makes_no_request(measured: dict[str, dict[str, Any]]) -> None:
    assert [found["requests"] for found in measured.values() if found["requests"]] == []


def test_a_light_page_is_white(measured: dict[str, dict[str, Any]]) -> None:
    assert measured["full 390"]["background"] == "rgb(255, 255, 255)"


def test_a_reader_who_prefers_dark_gets_a_dark_page(tmp_path: Path) -> None:
    found = measure(tmp_path, "--blink-settings=preferredColorScheme=0", full=full_page())
    assert found["full 390"]["background"] == "rgb(20, 24, 29)"
    assert found["full 390"]["ink"] == "rgb(230, 234, 238)"
