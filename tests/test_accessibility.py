"""The page of each sample in a browser: rules, keys, landmarks, widths, and no request."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from devtools import Browser, start_browser

from auditreport.analysis import analyse
from auditreport.analysis.publishing import publish
from auditreport.reading import read
from auditreport.rendering import render

ROOT = Path(__file__).parents[1]
SAMPLES = ("rutland-2016-17", "demo-2024-25")
SCOPES = ("year", "Q4")
AUDIENCES = ("internal", "public")
PAGES = [f"{sample} {scope} {kind}" for kind in AUDIENCES for sample in SAMPLES for scope in SCOPES]
LANDMARKS = ("complementary", "banner", "navigation", "main", "region", "contentinfo", "form")
QUARTER = "rutland-2016-17 Q4 internal"
# A window of 1280 that is enlarged to 200% has 640 pixels of the style sheet; or its owner may
# have set letters of twice the size.
SIZES = ((320, 16), (390, 16), (640, 16), (1280, 16), (640, 32), (1280, 32))
TAB, ENTER = ("Tab", 9), ("Enter", 13)

# What is focused: its name, whether it can be seen, and whether its outline can.
FOCUSED = """(() => {
  const node = document.activeElement, box = node.getBoundingClientRect();
  const style = getComputedStyle(node);
  return {
    name: node.getAttribute("href") ?? node.getAttribute("aria-label") ?? node.tagName,
    seen: box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
    outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
  };
})()"""
FOCUSABLE = """[...document.querySelectorAll("a[href], [tabindex]")].map(
  (node) => node.getAttribute("href") ?? node.getAttribute("aria-label"))"""
VIOLATIONS = """axe.run(document, {resultTypes: ["violations"]}).then((found) =>
  found.violations.map((rule) => [rule.id, rule.nodes.map((node) => node.html.slice(0, 120))]))"""


def find_axe() -> str:
    """Return axe-core as text; skip where it is not installed."""
    places = (os.environ.get("AXE_CORE", ""), ROOT / "node_modules/axe-core/axe.min.js")
    found = [Path(place) for place in places if place and Path(place).is_file()]
    if not found:
        pytest.skip("axe-core is not installed (npm install --no-save axe-core@4)")
    return found[0].read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the page of each sample's year and quarter for each audience, as files."""
    folder = tmp_path_factory.mktemp("pages")
    found: dict[str, Path] = {}
    for sample in SAMPLES:
        reading = read((ROOT / "sample_data" / f"{sample}.xlsx",))
        for scope in SCOPES:
            counted = {
                "internal": analyse(reading, scope=scope, tool="test"),
                "public": publish(reading, scope=scope, tool="test").figures,
            }
            for audience, figures in counted.items():
                (page, *_) = render(figures, ("html",)).values()
                name = f"{sample} {scope} {audience}"
                found[name] = folder / f"{name}.html"
                found[name].write_bytes(page)
    return found


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with start_browser(tmp_path_factory.mktemp("browser")) as found:
        yield found


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_no_violation(
    browser: Browser, pages: dict[str, Path], page: str, dark: bool, width: int
) -> None:
    axe = find_axe()
    browser.open_page(pages[page], width, dark=dark)
    browser.evaluate(f"{axe};0")

    assert browser.evaluate(VIOLATIONS) == []


@pytest.mark.parametrize("page", PAGES)
def test_nothing_overflows_however_narrow_or_enlarged(
    browser: Browser, pages: dict[str, Path], page: str
) -> None:
    browser.open_page(pages[page], 1280)
    overflowing = []
    for width, letters in SIZES:
        browser.resize(width, letters)
        if browser.evaluate("document.documentElement.scrollWidth") > width:
            overflowing.append((width, letters))

    assert overflowing == []


@pytest.mark.parametrize("page", PAGES)
def test_the_network_log_holds_the_page_alone(
    browser: Browser, pages: dict[str, Path], page: str
) -> None:
    browser.open_page(pages[page], 1280)
    browser.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    asked = [
        event["params"]["request"]["url"]
        for event in browser.events
        if event["method"] == "Network.requestWillBeSent"
    ]

    assert [url for url in asked if not url.startswith("data:")] == [pages[page].as_uri()]


@pytest.mark.parametrize("width", [1280, 390])
def test_the_tab_key_goes_through_the_page_in_its_order_and_shows_where_it_is(
    browser: Browser, pages: dict[str, Path], width: int
) -> None:
    browser.open_page(pages[QUARTER], width)
    browser.evaluate("document.documentElement.style.scrollBehavior = 'auto'")
    expected = browser.evaluate(FOCUSABLE)
    visited = []
    for _ in expected:
        browser.press(*TAB)
        visited.append(browser.evaluate(FOCUSED))

    assert [found["name"] for found in visited] == expected
    assert expected[:2] == ["#main", "#at-a-glance"]
    assert expected[-1] == "#top"
    assert [found["name"] for found in visited if not found["seen"]] == []
    assert [found["name"] for found in visited if found["outline"] < 2] == []


def test_the_skip_link_goes_past_the_contents(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open_page(pages[QUARTER], 1280)
    for key in (TAB, ENTER, TAB):
        browser.press(*key)

    assert browser.evaluate("document.activeElement.closest('main') !== null")


def test_the_landmarks_are_few_and_named(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open_page(pages[QUARTER], 1280)
    parts = browser.evaluate(
        "[...document.querySelectorAll('main > section > h2')].map((node) => node.textContent)"
    )

    assert landmarks_of(browser) == [
        ("complementary", "Marking"),
        ("banner", ""),
        ("navigation", "Contents"),
        ("main", ""),
        *(("region", part) for part in parts),
        ("contentinfo", ""),
    ]


def landmarks_of(browser: Browser) -> list[tuple[str, str]]:
    """Return the role and name of each landmark, in the order a screen reader meets them."""
    nodes = {node["nodeId"]: node for node in browser.call("Accessibility.getFullAXTree")["nodes"]}
    return list(walk_landmarks(nodes, next(iter(nodes))))


def walk_landmarks(nodes: dict[str, Any], node_id: str) -> Iterator[tuple[str, str]]:
    node = nodes[node_id]
    if (role := node["role"]["value"]) in LANDMARKS:
        yield role, node.get("name", {}).get("value", "")
    for child in node["childIds"]:
        yield from walk_landmarks(nodes, child)


def test_the_contents_mark_the_part_that_is_being_read(
    browser: Browser, pages: dict[str, Path]
) -> None:
    browser.open_page(pages["rutland-2016-17 year internal"], 1280)
    if not browser.evaluate("CSS.supports('animation-timeline: view()')"):
        return  # this browser leaves the contents plain, and so may others
    marked = browser.evaluate(
        """(async () => {
          document.documentElement.style.scrollBehavior = "auto";
          document.getElementById("q3").scrollIntoView();
          await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
          return [...document.querySelectorAll(".contents a")].filter(
            (link) => getComputedStyle(link).fontWeight === "600").map((link) => link.hash);
        })()"""
    )

    assert marked == ["#q3"]
