"""What people wrote, as blocks: paragraphs, bullets, emphasis and links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from auditreport.analysis.figures import Figures
from auditreport.rendering.blocks import (
    Block,
    Bullets,
    Line,
    Paragraph,
    Span,
    Subheading,
)
from auditreport.rendering.layout import Part

_LONGEST_ANCHOR = 60
_BULLET = re.compile(r"^\s*[-•]\s+")
_INLINE = re.compile(
    r"\*\*(?P<strong>\S(?:[^*]*?\S)?)\*\*"
    r"|(?<![\w*])(?P<mark>[*_])(?P<emphasis>[^\s*_](?:[^*_]*?[^\s*_])?)(?P=mark)(?![\w*])"
    r"|\[(?P<link>[^\]\[]+)\]\((?P<href>(?:https?://|mailto:)[^\s()<>\"']+)\)"
)


def anchor(text: str) -> str:
    """Make a name into a link target, short enough for a file's name; two names may share one."""
    slug = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    return slug[:_LONGEST_ANCHOR].strip("-") or "part"


def build_narrative(figures: Figures, section: str) -> tuple[Block, ...]:
    """Return the blocks of everything that was written for one section."""
    texts = [part for part in figures.narrative if part.section == section]
    return tuple(block for part in texts for block in _with_heading(part.heading, part.text))


def narrative_part(figures: Figures, section: str, heading: str, part_id: str) -> Part:
    """Return one section of narrative as a part of its own, empty if nothing was written."""
    return Part(part_id, heading, build_narrative(figures, section))


def _with_heading(heading: str, text: str) -> Iterator[Block]:
    if heading:
        yield Subheading(heading)
    yield from parse_prose(text)


def parse_prose(text: str) -> Iterator[Block]:
    """Read plain text: each line a paragraph, lines that begin with `-` or `•` a list."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for is_bullet, group in groupby(lines, key=lambda line: bool(_BULLET.match(line))):
        if is_bullet:
            yield Bullets(tuple(parse_line(_BULLET.sub("", line)) for line in group))
        else:
            yield from (Paragraph(parse_line(line)) for line in group)


def parse_line(text: str) -> Line:
    """Read Markdown's emphasis and links; all else is text."""
    return tuple(_spans(text))


def _spans(text: str) -> Iterable[Span]:
    position = 0
    for match in _INLINE.finditer(text):
        if match.start() > position:
            yield Span(text[position : match.start()])
        style = next(name for name in ("strong", "emphasis", "link") if match[name])
        yield Span(match[style], style, match["href"] or "")
        position = match.end()
    if position < len(text):
        yield Span(text[position:])
