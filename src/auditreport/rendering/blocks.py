"""What a report is made of: blocks that every format draws in its own way.

Numbers arrive here as text, ready to print: a template does no arithmetic. The counts in a bar
are kept as numbers too, because its length is drawn from them.
"""

from __future__ import annotations

from typing import ClassVar

from auditreport.records import record


@record
class Span:
    """A stretch of text in one style; `href` is filled for a link alone."""

    text: str
    style: str = "plain"  # plain, strong, emphasis, link
    href: str = ""


Line = tuple[Span, ...]


def plain(text: str) -> Line:
    """Return a line of one unstyled span."""
    return (Span(text),)


@record
class Paragraph:
    """Running text."""

    kind: ClassVar[str] = "paragraph"
    line: Line


@record
class Subheading:
    """A heading that a writer gave a text, one level below the part that it stands in."""

    kind: ClassVar[str] = "subheading"
    text: str


@record
class Bullets:
    """A list, with the words that lead to it where there are any; numbered if its order counts."""

    kind: ClassVar[str] = "bullets"
    items: tuple[Line, ...]
    lead: str = ""
    is_numbered: bool = False


@record
class Callout:
    """Words that must not be overlooked, such as that two bases differ."""

    kind: ClassVar[str] = "callout"
    heading: str
    text: str


@record
class Fact:
    """One figure at a glance: `22 of 56`, what it counts, and its base in words."""

    value: str
    label: str
    detail: str = ""


@record
class Facts:
    """Figures at a glance."""

    kind: ClassVar[str] = "facts"
    items: tuple[Fact, ...]


@record
class ListGroup:
    """One list of practice areas, headed by what they have in common."""

    heading: str
    items: tuple[str, ...]
    note: str = ""


@record
class Lists:
    """Lists that are read side by side."""

    kind: ClassVar[str] = "lists"
    groups: tuple[ListGroup, ...]


@record
class Column:
    """A table's column; numbers stand to the right."""

    heading: str
    is_number: bool = False


@record
class Table:
    """A table; the first cell of each row is its heading. `total` marks the last row as a sum."""

    kind: ClassVar[str] = "table"
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    total: bool = False


@record
class Tone:
    """What one colour stands for: its name in the legend and its name in the palette."""

    label: str
    colour: str


@record
class BarRow:
    """One stacked bar. `counts` go with the chart's tones; `after` with its further columns.

    `rest` is the part of the chart's width that the bar leaves free, in the unit of the counts.
    """

    label: str
    counts: tuple[int, ...]
    after: tuple[str, ...] = ()
    rest: int = 0


@record
class Bars:
    """Stacked bars of counts: a chart and, in the same cells, its table.

    `description` says in a sentence or two what the chart shows, made from its numbers.
    """

    kind: ClassVar[str] = "bars"
    id: str
    caption: str
    heading: str
    tones: tuple[Tone, ...]
    after: tuple[str, ...]
    rows: tuple[BarRow, ...]
    description: str
    note: str = ""

    @property
    def is_count(self) -> bool:
        """Whether each bar is one count, which needs no image beside its table."""
        return len(self.tones) == 1


@record
class HeatCell:
    """One cell of a heat map; `level` is strength, between, development or few."""

    text: str
    detail: str
    level: str


@record
class HeatRow:
    """One row of a heat map."""

    label: str
    cells: tuple[HeatCell, ...]


@record
class HeatMap:
    """Shares by practice area and quarter, shaded by size."""

    kind: ClassVar[str] = "heatmap"
    id: str
    caption: str
    heading: str
    columns: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    description: str
    note: str = ""


@record
class Quotes:
    """What people said, in their words."""

    kind: ClassVar[str] = "quotes"
    lead: str
    items: tuple[str, ...]


Block = Paragraph | Subheading | Bullets | Callout | Facts | Lists | Table | Bars | HeatMap | Quotes
