"""Tables of a Word document: rows that repeat or hold together, columns as wide as they need."""

from __future__ import annotations

from collections.abc import Sequence

from auditreport.records import record
from auditreport.rendering.blocks import Block, HeatMap, Table
from auditreport.rendering.palette import LEVEL_FILLS
from auditreport.rendering.tables import Rows, TabledBlock, is_unbroken, table_rows
from auditreport.rendering.text import show_invisible
from auditreport.rendering.word.elements import Element, make, make_paragraph, make_run
from auditreport.rendering.word.writer import Writer

_LETTERS = {"Table Text": 190, "Table Small": 170}  # their height, in twentieths of a point
_PADDING = 175  # a cell's margins, likewise
_NARROW = frozenset(" iljtfrI.,:;|!'()[]-")
_LONGEST_WORD, _LONGEST_NUMBER, _LONGEST_TEXT = 18, 26, 70  # letters; longer ones break
_CRAMPED = 0.9  # of the text's width, above which a table needs smaller letters, or a wider page
_BOLD = 107  # the width of a heading's letters, in per cent of other text's
_LONGEST_UNBROKEN = 12  # rows of a table that stays on one page
_MANY, _DEEP = 7, 2  # columns, and lines of a row, above which a long table is too narrow
_LEAST = 0.6  # of the text's width, which a table fills at least
_MARKS = {"strength": "▲ ", "development": "▽ "}  # what a heat map's shades mean without colour


@record
class _Grid:
    """What a table's cells are made with: widths in twentieths of a point, fills by position.

    `held` rows, that of the headings the first, stand on the page of the row after them.
    """

    widths: list[int]
    numbers: list[bool]
    fills: dict[tuple[int, int], str]
    style: str
    held: int


def write_table(writer: Writer, block: TabledBlock, caption: str) -> None:
    """Write a block of numbers as a table; the caption is its title for screen readers too."""
    headings, numbers, rows = table_rows(block)
    rows = _mark_levels(block, rows)
    style = _style_of(block, writer.width)
    widths = share_width([headings, *rows], numbers, writer.width, _LETTERS[style])
    held = len(rows) if len(rows) <= _LONGEST_UNBROKEN else 1
    grid = _Grid(widths, numbers, _fills_of(block), writer.styles.find_id(style), held)
    has_total = isinstance(block, Table) and block.total
    table = make(
        "w:tbl",
        _make_properties(writer, sum(widths), has_total, caption),
        make("w:tblGrid", *(make("w:gridCol", w=str(width)) for width in widths)),
        _make_row(headings, 0, grid),
        *(_make_row(row, number, grid) for number, row in enumerate(rows, 1)),
    )
    writer.add(table)


def _style_of(block: TabledBlock, width: int) -> str:
    """Return the style of a table's text: small under a picture, and where large is too wide."""
    if not isinstance(block, Table):
        return "Table Small"
    headings, numbers, rows = table_rows(block)
    least = _least_widths([headings, *rows], numbers, _LETTERS["Table Text"])
    return "Table Text" if sum(least) <= width * _CRAMPED else "Table Small"


def _mark_levels(block: TabledBlock, rows: Rows) -> Rows:
    """Put a mark before what is a strength or for development in a heat map."""
    if not isinstance(block, HeatMap):
        return rows
    marks = ([_MARKS.get(cell.level, "") for cell in row.cells] for row in block.rows)
    return [
        [label, *(mark + text for mark, text in zip(marked, texts, strict=True))]
        for (label, *texts), marked in zip(rows, marks, strict=True)
    ]


def is_wide(block: Block, width: int) -> bool:
    """Return whether a block is a table too full of words for a page of some width.

    That is one whose columns do not fit, and a long one of many columns that would be too narrow.
    """
    if not isinstance(block, Table):
        return False
    headings, numbers, rows = table_rows(block)
    lines, letter = [headings, *rows], _LETTERS["Table Small"]
    if sum(_least_widths(lines, numbers, letter)) > width * _CRAMPED:
        return True
    if len(headings) < _MANY or len(rows) <= _LONGEST_UNBROKEN:
        return False
    widths = share_width(lines, numbers, width, letter)
    return sum(_height_of(row, widths, letter) for row in rows) > _DEEP * len(rows)


def _height_of(row: Sequence[str], widths: Sequence[int], letter: int) -> int:
    """Return how many lines a row takes up at least."""
    rooms = (_room_of([text], len(text), letter) - _PADDING for text in row)
    widths = [max(1, width - _PADDING) for width in widths]
    return max(1 + room // width for room, width in zip(rooms, widths, strict=True))


def share_width(lines: Rows, numbers: Sequence[bool], width: int, letter: int) -> list[int]:
    """Return each column's width: what keeps its words whole, and of the rest by its text.

    `letter` is the height of its letters.
    """
    least = _least_widths(lines, numbers, letter)
    wanted = [
        low if is_number else max(low, _room_of(column, _LONGEST_TEXT, letter))
        for low, is_number, column in zip(least, numbers, zip(*lines, strict=True), strict=True)
    ]
    total = min(width, max(sum(wanted), int(width * _LEAST)))
    if sum(least) >= total:
        return _scale(least, total)
    shares = [1 + more - low for more, low in zip(wanted, least, strict=True)]
    extra = _scale(shares, total - sum(least))
    return [low + more for low, more in zip(least, extra, strict=True)]


def _least_widths(lines: Rows, numbers: Sequence[bool], letter: int) -> list[int]:
    """Return the widths that keep words whole, and numbers with their bases, up to a length."""
    return [
        max(
            _room_of(heading.split(), _LONGEST_WORD, letter) * _BOLD // 100,
            _room_of(texts, _LONGEST_NUMBER, letter)
            if is_number
            else _room_of(_words_of(texts), _LONGEST_WORD, letter),
        )
        for (heading, *texts), is_number in zip(zip(*lines, strict=True), numbers, strict=True)
    ]


def _words_of(texts: Sequence[str]) -> list[str]:
    """Return what is not cut into lines: words, and whole texts such as dates."""
    return [word for text in texts for word in ([text] if is_unbroken(text) else text.split())]


def _room_of(texts: Sequence[str], longest: int, letter: int) -> int:
    """Return the room for the widest of some texts, each cut to a number of letters."""
    widest = max((sum(map(_width_of, text[:longest])) for text in texts), default=0)
    return _PADDING + widest * letter // 100


def _width_of(letter: str) -> int:
    """Return a letter's width in per cent of its height."""
    if letter in _NARROW:
        return 34
    if letter in "▲▽":
        return 105
    return 74 if letter.isupper() or letter in "mw%—" else 56


def _scale(parts: Sequence[int], total: int) -> list[int]:
    """Share a total out in proportion, without a remainder."""
    whole, shared, given = sum(parts), [], 0
    for position in range(1, len(parts) + 1):
        upto = total * sum(parts[:position]) // whole
        shared.append(upto - given)
        given = upto
    return shared


def _fills_of(block: TabledBlock) -> dict[tuple[int, int], str]:
    """Return the fill of each shaded cell by its row and column, counted with the headings."""
    if not isinstance(block, HeatMap):
        return {}
    return {
        (y, x): LEVEL_FILLS[cell.level].lstrip("#")
        for y, row in enumerate(block.rows, 1)
        for x, cell in enumerate(row.cells, 1)
    }


def _make_properties(writer: Writer, width: int, has_total: bool, caption: str) -> Element:
    return make(
        "w:tblPr",
        make("w:tblStyle", val=writer.styles.find_id("Audit Table")),
        make("w:tblW", w=str(width), type="dxa"),
        make("w:tblLayout", type="autofit"),  # Word widens what a council's font needs wider
        make(
            "w:tblLook",
            val="0460" if has_total else "0420",
            firstRow="1",
            lastRow=str(int(has_total)),
            firstColumn="0",
            lastColumn="0",
            noHBand="0",
            noVBand="1",
        ),
        make("w:tblCaption", val=show_invisible(caption)),
    )


def _make_row(texts: Sequence[str], number: int, grid: _Grid) -> Element:
    """Return a row that stays on one page; the first is repeated at the top of each."""
    marks = [make("w:cantSplit"), *([] if number else [make("w:tblHeader")])]
    cells = (_make_cell(text, (number, column), grid) for column, text in enumerate(texts))
    return make("w:tr", make("w:trPr", *marks), *cells)


def _make_cell(text: str, at: tuple[int, int], grid: _Grid) -> Element:
    row, column = at
    paragraph = make_paragraph(grid.style, make_run(text))
    settings = paragraph[0]
    if row < grid.held:
        settings.append(make("w:keepNext"))
    if grid.numbers[column]:
        settings.append(make("w:jc", val="right"))
    cell = make("w:tcPr", make("w:tcW", w=str(grid.widths[column]), type="dxa"))
    if at in grid.fills:
        cell.append(make("w:shd", val="clear", color="auto", fill=grid.fills[at]))
    if is_unbroken(text):
        cell.append(make("w:noWrap"))
    return make("w:tc", cell, paragraph)
