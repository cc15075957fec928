"""A line of what people wrote, with Markdown's emphasis, links and escaped marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from auditreport.rendering.blocks import Line, Span

_ESCAPED = re.compile(r"\\([*_\[\]|])")  # Markdown's way to write a mark that is none
_INLINE = re.compile(
    r"\\[*_\[\]|]"
    r"|\*\*(?P<strong>(?![\s*])(?:\\.|[^*\\])*?(?<!\s))\*\*"
    r"|(?<![\w*])(?P<mark>[*_])(?P<emphasis>(?![\s*_])(?:\\.|[^*_\\])*?(?<!\s))(?P=mark)(?![\w*])"
    r"|\[(?P<link>(?:\\.|[^\]\[\\])+)\]\((?P<href>(?:https?://|mailto:)[^\s()<>\"']+)\)"
)


def parse_line(text: str) -> Line:
    """Read Markdown's emphasis and links; all else is text."""
    return tuple(_join_plain(_spans(text)))


def _spans(text: str) -> Iterator[Span]:
    position = 0
    for match in _INLINE.finditer(text):
        if match.start() > position:
            yield Span(text[position : match.start()])
        style = next((name for name in ("strong", "emphasis", "link") if match[name]), "plain")
        shown = match[0] if style == "plain" else match[style]
        yield Span(_ESCAPED.sub(r"\1", shown), style, match["href"] or "")
        position = match.end()
    if position < len(text):
        yield Span(text[position:])


def _join_plain(spans: Iterable[Span]) -> Iterator[Span]:
    """Join stretches of text that an escaped mark has parted."""
    for is_plain, group in groupby(spans, key=lambda span: span.style == "plain"):
        if is_plain:
            yield Span("".join(span.text for span in group))
        else:
            yield from group
