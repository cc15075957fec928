"""Tables that people wrote between bars, as in Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from auditreport.records import record
from auditreport.rendering.blocks import Column, Table
from auditreport.rendering.outline.prose_lines import parse_line

_CAPTION = re.compile(r"Table:\s*(?P<caption>\S.*)")
_RULE = re.compile(r"\|(\s*:?-+:?\s*\|)+")
_BETWEEN = re.compile(r"(?<!\\)\|")
_NUMBER = re.compile(r"[-−–]?[\d,. ]*\d ?%?|[-–]")


@record
class FoundTable:
    """A table, and how many lines it was written in."""

    block: Table
    lines: int


def find_table(lines: Sequence[str]) -> FoundTable | None:
    """Return the table that some lines begin with, under its caption where they give one.

    Rows are cut or filled up to the headings' number.
    """
    caption = _CAPTION.fullmatch(lines[0])
    written = list(takewhile(lambda line: line.startswith("|"), lines[1 if caption else 0 :]))
    if len(written) < 2 or not _RULE.fullmatch(written[1]):
        return None
    headings, *rows = (_split(line) for line in (written[0], *written[2:]))
    cells = [tuple([*row, *[""] * len(headings)][: len(headings)]) for row in rows]
    columns = tuple(
        Column(heading, _is_number([row[position] for row in cells]))
        for position, heading in enumerate(headings)
    )
    title = caption["caption"] if caption else ", ".join(filter(None, headings))
    return FoundTable(Table(title, columns, tuple(cells)), len(written) + bool(caption))


def _split(line: str) -> list[str]:
    cells = _BETWEEN.split(line.strip().removeprefix("|"))
    inside = cells[:-1] if not cells[-1].strip() else cells
    return ["".join(span.text for span in parse_line(cell.strip())) for cell in inside]


def _is_number(texts: Sequence[str]) -> bool:
    filled = [text for text in texts if text]
    return bool(filled) and all(_NUMBER.fullmatch(text) for text in filled)
