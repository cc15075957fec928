"""Colours that can be told from the page, from their ink and from their neighbours."""

import re
from itertools import pairwise

import pytest
from records import SCALE
from synthetic import full_report

from auditreport.rendering.palette import Shade, find_shade
from auditreport.rendering.templates import find_templates

SCHEMES = ("Ofsted", "neutral")
COLOURS = (
    *(f"judgement-{n}" for n in range(8)),
    *(f"{family}-{n}" for family in ("positive", "negative", "unjudged") for n in range(4)),
    *("yes", "no", "plain"),
)


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb`, as WCAG 2.2 defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def style() -> str:
    return (find_templates() / "html" / "style.css").read_text(encoding="utf-8")


def variable(name: str) -> list[str]:
    """Return the values of a custom property: on a light page, a dark one, and in print."""
    return re.findall(rf"--{name}: (#[0-9a-f]{{6}})", style())


def shades() -> list[Shade]:
    return [find_shade(c, scheme, 8) for c in COLOURS for scheme in SCHEMES]


def test_the_page_is_white_or_dark() -> None:
    assert variable("page") == ["#ffffff", "#14181d", "#ffffff"]


@pytest.mark.parametrize("page", ["#ffffff", "#14181d"])
def test_each_fill_stands_out_three_to_one_from_the_page(page: str) -> None:
    assert [s.fill for s in shades() if contrast(s.fill, page) < 3] == []


def test_each_ink_stands_out_four_and_a_half_to_one_from_its_fill() -> None:
    assert [s for s in shades() if contrast(s.fill, s.ink) < 4.5] == []


@pytest.mark.parametrize("ink", ["ink", "soft", "link", "accent"])
def test_text_stands_out_four_and_a_half_to_one_from_the_page(ink: str) -> None:
    pairs = list(zip(variable(ink), variable("page"), strict=True))
    assert len(pairs) == 3
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


@pytest.mark.parametrize("level", ["strength", "between", "development", "callout", "faint"])
def test_text_stands_out_four_and_a_half_to_one_from_a_shaded_cell(level: str) -> None:
    pairs = list(zip(variable("ink"), variable(level), strict=False))
    assert len(pairs) >= 2
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("judgements", range(1, 13))
def test_neighbours_on_a_scale_of_any_length_differ(scheme: str, judgements: int) -> None:
    fills = [find_shade(f"judgement-{n}", scheme, judgements).fill for n in range(judgements)]
    assert [a for a, b in pairwise(fills) if a == b] == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("judgements", range(1, 9))
def test_each_judgement_of_up_to_eight_has_a_shade_of_its_own(scheme: str, judgements: int) -> None:
    fills = {find_shade(f"judgement-{n}", scheme, judgements).fill for n in range(judgements)}
    assert len(fills) == judgements


def test_the_worst_of_the_ofsted_scale_is_red_and_the_best_green() -> None:
    best, worst = (find_shade(f"judgement-{n}", "Ofsted", 4).fill for n in (0, 3))
    assert (best, worst) == ("#007d46", "#c0322a")
    assert len(SCALE.judgements) == 4


def test_answers_that_stand_side_by_side_differ() -> None:
    for family in ("positive", "negative"):
        fills = [find_shade(f"{family}-{n}", "Ofsted", 4).fill for n in range(6)]
        assert all(a != b for a, b in pairwise(fills))


def test_every_colour_that_a_report_uses_has_a_shade() -> None:
    report = full_report()
    assert {c.partition("-")[0] for c in report.shades} >= {"judgement", "unjudged", "yes", "plain"}
    assert all(find_shade(c, report.colours, report.judgements) for c in report.shades)
