"""What people write: paragraphs, bullets, emphasis and links, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditreport.rendering.blocks import Bullets, Paragraph, Span, plain
from auditreport.rendering.outline.prose import anchor, parse_prose
from auditreport.rendering.outline.prose_lines import parse_line


def test_each_line_is_a_paragraph() -> None:
    assert list(parse_prose("One.\n\n  Two.  ")) == [
        Paragraph(plain("One.")),
        Paragraph(plain("Two.")),
    ]


def test_lines_that_begin_with_a_dash_or_a_dot_are_one_list() -> None:
    assert list(parse_prose("Lead\n- one\n• two\nAfter")) == [
        Paragraph(plain("Lead")),
        Bullets((plain("one"), plain("two"))),
        Paragraph(plain("After")),
    ]


def test_a_minus_before_a_number_is_no_bullet() -> None:
    assert list(parse_prose("-5 degrees")) == [Paragraph(plain("-5 degrees"))]


def test_text_without_words_makes_no_block() -> None:
    assert list(parse_prose(" \n\t\n")) == []


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("a **b c** d", [Span("a "), Span("b c", "strong"), Span(" d")]),
        ("a *b* d", [Span("a "), Span("b", "emphasis"), Span(" d")]),
        ("_b_", [Span("b", "emphasis")]),
        (
            "see [here](https://example.org/a?b=c).",
            [Span("see "), Span("here", "link", "https://example.org/a?b=c"), Span(".")],
        ),
        ("[m](mailto:a@example.org)", [Span("m", "link", "mailto:a@example.org")]),
    ],
)
def test_emphasis_and_links_hold(text: str, spans: list[Span]) -> None:
    assert list(parse_line(text)) == spans


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3 * 4",
        "snake_case_name",
        "**",
        "****",
        "** a **",
        "*a_",
        "[here](javascript:alert(1))",
        "[here](data:text/html,x)",
        "[here](file:///etc/passwd)",
        "[here](//example.org)",
        '[here](https://example.org" onclick="x)',
        "[here](https://example.org onclick)",
        "![picture](x.png)",
        "<b>bold</b>",
        "{{ figures }} {% raw %}",
        "`code`",
        "# no heading",
    ],
)
def test_all_else_is_text(text: str) -> None:
    assert parse_line(text) == plain(text)


@given(st.text(alphabet="ab *_[]()-•\n:/http", max_size=60))
def test_no_letter_is_lost(text: str) -> None:
    spans = [span for line in text.splitlines() for span in parse_line(line)]
    letters = "".join(span.text + span.href for span in spans)
    assert [c for c in letters if c.isalnum()] == [c for c in text if c.isalnum()]


@given(st.text(max_size=300))
def test_an_anchor_is_a_legal_name_in_an_id_and_a_file(text: str) -> None:
    slug = anchor(text)
    assert 0 < len(slug) <= 60
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug.strip("-") == slug


def test_an_anchor_reads_like_its_name() -> None:
    assert anchor("Plans, August 2016") == "plans-august-2016"
    assert anchor("计划") == "part"
