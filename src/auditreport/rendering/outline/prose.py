"""What people wrote, as blocks: paragraphs, bullets, tables, emphasis and links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from auditreport.analysis.figures import Figures
from auditreport.rendering.blocks import Block, Bullets, Paragraph, Subheading
from auditreport.rendering.layout import Part
from auditreport.rendering.outline.prose_lines import parse_line
from auditreport.rendering.outline.prose_tables import find_table

_LONGEST_ANCHOR = 60
_BULLET, _NUMBER, _FIRST = (
    re.compile(mark) for mark in (r"[-•]\s+", r"\d{1,3}[.)]\s+", r"1[.)]\s+")
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
    """Read plain text: each line a paragraph, lines that begin with `-` or `•` a list.

    Lines from `1.` on are a numbered one. Lines between bars are a table where the second is its
    rule, as in Markdown.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    while lines:
        table = find_table(lines)
        if table is not None:
            yield table.block
            del lines[: table.lines]
        elif _BULLET.match(lines[0]) or _FIRST.match(lines[0]):
            mark = _BULLET if _BULLET.match(lines[0]) else _NUMBER
            items = list(takewhile(mark.match, lines))
            spans = tuple(parse_line(mark.sub("", line, count=1)) for line in items)
            yield Bullets(spans, is_numbered=mark is _NUMBER)
            del lines[: len(items)]
        else:
            yield Paragraph(parse_line(lines.pop(0)))
