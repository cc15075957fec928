"""What a document of narrative holds: its passages in order, and what could not be read of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto

from auditreport.records import record

_REFERENCE = re.compile(r"(\{\{.*?\}\})")
_MARK = re.compile(r"[*_\[\]]")
TABLE = "Table:"  # what a table's caption begins with, in the line above it
_IN_CELL = re.compile(r"(?<!\\)\|")


class PassageKind(Enum):
    """What a passage is; a table's text is its lines between bars."""

    TITLE = auto()
    HEADING = auto()
    PARAGRAPH = auto()
    BULLET = auto()
    NUMBERED = auto()
    CAPTION = auto()
    TABLE = auto()


@record
class Passage:
    """A paragraph, a bullet, a table or a heading of some level, as narrative text is written.

    `number` counts paragraphs, or lines, from 1.
    """

    number: int
    kind: PassageKind
    text: str
    level: int = 0


@record
class Loss:
    """Something that narrative text cannot hold, and where it stood."""

    number: int
    what: str


@record
class NarrativeDocument:
    """A file of narrative that was read; `unit` is what its passages are numbered by."""

    file: str
    sha256: str
    unit: str
    passages: tuple[Passage, ...]
    losses: tuple[Loss, ...] = ()
    changes: int = 0
    comments: int = 0


def escape_marks(text: str) -> str:
    """Return text whose marks of emphasis and links are none; references stay as they are."""
    pieces = _REFERENCE.split(text)
    return "".join(
        piece if number % 2 else _MARK.sub(r"\\\g<0>", piece) for number, piece in enumerate(pieces)
    )


def write_table(rows: Sequence[Sequence[str]]) -> str:
    """Return rows of texts as lines between bars, the first as headings."""
    width = max(map(len, rows), default=0)
    lines = [_write_row([*row, *[""] * (width - len(row))]) for row in rows]
    return "\n".join([*lines[:1], _write_row(["---"] * width), *lines[1:]])


def _write_row(cells: Sequence[str]) -> str:
    written = (" ".join(_IN_CELL.sub(r"\|", cell).split()) for cell in cells)
    return f"| {' | '.join(written)} |"


def join_captions(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Put each caption to the table that it stands above; any other is a paragraph."""
    caption: Passage | None = None
    for passage in passages:
        if caption is not None and passage.kind is PassageKind.TABLE:
            text = f"{TABLE} {caption.text.removeprefix(TABLE).strip()}\n{passage.text}"
            yield Passage(caption.number, PassageKind.TABLE, text)
            caption = None
            continue
        if caption is not None:
            yield Passage(caption.number, PassageKind.PARAGRAPH, escape_marks(caption.text))
        caption = passage if _is_caption(passage) else None
        if caption is None:
            yield passage
    if caption is not None:
        yield Passage(caption.number, PassageKind.PARAGRAPH, escape_marks(caption.text))


def _is_caption(passage: Passage) -> bool:
    is_marked = passage.kind is PassageKind.PARAGRAPH and passage.text.startswith(TABLE)
    return is_marked or passage.kind is PassageKind.CAPTION
