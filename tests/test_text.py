"""Text as typed: in every form of the report it is shown, and acts on nothing."""

import re
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Sequence
from functools import cache

import pytest
from hostile import PAYLOADS, report_of, typed
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from page_tree import Node, read_page

from auditreport.rendering.charts import draw_charts
from auditreport.rendering.templates import render_template
from auditreport.rendering.text import escape_markdown, show_invisible

MARK = "QQQ"
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def folded(text: str) -> str:
    return " ".join(text.split())


def shown(text: str) -> str:
    return folded(show_invisible(text))


def flat(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        if token.type == "inline":
            yield from token.children or ()


def is_break(token: Token) -> bool:
    return token.type in ("softbreak", "hardbreak") or (
        token.type == "html_inline" and token.content == "<br>"
    )


def structure(tokens: Sequence[Token]) -> list[str]:
    return [
        f"{token.type} {token.tag}"
        for token in flat(tokens)
        if not is_break(token) and token.type not in ("text", "text_special")
    ]


def words(tokens: Sequence[Token]) -> list[str]:
    """Return what a reader reads: the text of each paragraph or cell, each image's two texts."""
    found = []
    for token in flat(tokens):
        children = token.children or []
        if token.type == "inline":
            found.append(
                folded(
                    "".join(
                        " " if is_break(c) else c.content for c in children if c.type != "image"
                    )
                )
            )
        if token.type == "image":
            found.append(folded("".join(c.content for c in children)))
            found.append(folded(str(token.attrs["title"])))
    return found


def in_markdown(text: str) -> list[Token]:
    return READER.parse(render_template(report_of(text), "markdown", ".md.j2"))


@cache
def harmless_markdown() -> list[Token]:
    return in_markdown(MARK)


def check_markdown(text: str) -> None:
    tokens = in_markdown(text)
    assert structure(tokens) == structure(harmless_markdown())
    assert words(tokens) == [
        folded(w.replace(MARK, shown(text))) for w in words(harmless_markdown())
    ]


@pytest.mark.parametrize("text", PAYLOADS)
def test_a_markdown_report_shows_what_was_typed_in_every_place(text: str) -> None:
    check_markdown(text.strip())


@settings(max_examples=40, deadline=None)
@given(typed())
def test_a_markdown_report_has_the_same_structure_whatever_was_typed(text: str) -> None:
    check_markdown(text)


@settings(deadline=None, max_examples=300)
@given(typed())
@example("1.")
@example("-")
@example("10.8% to 60.3%")
def test_escaped_text_is_one_paragraph_of_text(text: str) -> None:
    tokens = READER.parse(escape_markdown(text).replace("\n", "<br>"))
    assert structure(tokens) == ["paragraph_open p", "inline ", "paragraph_close p"]
    assert words(tokens) == [shown(text)]


@pytest.mark.parametrize(
    "text", ["https://e.org", "HTTP://e.org", "ftp://e.org", "www.e.org", "WWW.e.org", "a@e.org"]
)
def test_an_address_is_left_nothing_that_a_reader_would_link(text: str) -> None:
    escaped = escape_markdown(text).lower()
    assert not [mark for mark in ("://", "www.", "@") if mark in escaped]


@pytest.mark.parametrize(
    "text", ["10.8% to 60.3%", "2 of 5 (40%)", "Well-being", "It's 5-6, e.g. here!", "12.5"]
)
def test_plain_text_and_numbers_stay_readable(text: str) -> None:
    assert escape_markdown(text) == text


KEPT_IN_ONE_LINE = ("class", "unbroken")  # a cell's short text with a number in it


def outline_of(page: Node) -> list[tuple[str, dict[str, str]]]:
    return [
        (node.tag, dict(found for found in node.attributes.items() if found != KEPT_IN_ONE_LINE))
        for node in page.walk()
    ]


def page_of(text: str) -> Node:
    return read_page(render_template(report_of(text), "html", ".html.j2"))


@cache
def harmless_page() -> Node:
    return page_of(MARK)


def check_page(text: str) -> None:
    page, harmless, seen = page_of(text), harmless_page(), show_invisible(text)
    expected = [
        (tag, {name: value.replace(MARK, seen) for name, value in attributes.items()})
        for tag, attributes in outline_of(harmless)
    ]
    assert outline_of(page) == expected
    assert page.one("body").text == harmless.one("body").text.replace(MARK, seen)
    assert page.one("title").text == harmless.one("title").text.replace(MARK, seen)
    folded = " ".join(seen.split())
    assert style_of(page) == style_of(harmless).replace(MARK, folded)


def style_of(page: Node) -> str:
    """Return the style sheet as a browser understands it, the numbers in it read as characters."""
    written = page.one("style").text
    assert "<" not in written
    return re.sub(r"\\([0-9a-f]{6}) ", lambda found: chr(int(found[1], 16)), written)


@pytest.mark.parametrize("text", PAYLOADS)
def test_a_page_shows_what_was_typed_in_every_place(text: str) -> None:
    check_page(text.strip())


@settings(max_examples=40, deadline=None)
@given(typed())
def test_a_page_has_the_same_elements_whatever_was_typed(text: str) -> None:
    check_page(text)


@pytest.mark.parametrize("chart", ["bars", "heat"])
def test_a_chart_is_well_formed_whatever_was_typed(chart: str) -> None:
    for text in PAYLOADS:
        image = ElementTree.fromstring(draw_charts(report_of(text))[chart])
        for name in ("title", "desc"):
            found = image.find(f"{{http://www.w3.org/2000/svg}}{name}")
            assert found is not None
            assert folded(found.text or "") == shown(text)


@given(st.text())
def test_nothing_invisible_is_left(text: str) -> None:
    left = show_invisible(text)
    assert not [c for c in left if c in "\x00\r\u200b\u200f\u202e\u2066\ufeff\ufffe\u2028\x85\x1b"]
    left.encode()


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a\u202eb", "a[U+202E]b"),
        ("a\u200bb", "a[U+200B]b"),
        ("\x1b[31m", "[U+001B][31m"),
        ("\ud800", "[U+D800]"),
        ("line\r\nline\tend", "line\nline\tend"),
        ("naïve – 计划 👍", "naïve – 计划 👍"),
    ],
)
def test_what_cannot_be_seen_is_named(text: str, seen: str) -> None:
    assert show_invisible(text) == seen


def test_a_printable_character_is_shown_as_it_is() -> None:
    printable = "".join(filter(str.isprintable, map(chr, range(sys.maxunicode + 1))))
    assert show_invisible(f"\n{printable}") == f"\n{printable}"


def test_markdown_leaves_letters_and_numerals_alone() -> None:
    words = " ".join(filter(str.isalnum, map(chr, range(sys.maxunicode + 1))))
    assert escape_markdown(words) == words
    assert escape_markdown(f"{words} !") == f"{words} !"
