"""Charts and tables with hidden numbers as they are printed: no bar is drawn of what is hidden."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from auditreport.analysis.hidden import SYMBOL
from auditreport.rendering.blocks import Bars, Block, Column, HeatMap, Paragraph, Table, plain
from auditreport.rendering.layout import Part
from auditreport.rendering.outline.bars import is_drawn
from auditreport.rendering.tables import table_rows
from auditreport.rendering.wording import NOT_SHOWN, join_words


def print_hidden(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield the parts with every block fit to be drawn; without hidden numbers, as they are."""
    for part in parts:
        blocks = tuple(found for block in part.blocks for found in _print_block(block))
        yield replace(part, blocks=blocks, parts=tuple(print_hidden(part.parts)))


def _print_block(block: Block) -> Iterator[Block]:
    if isinstance(block, Bars) and not all(map(is_drawn, block.rows)):
        yield from _print_bars(block)
    elif isinstance(block, HeatMap) and any(c.text == SYMBOL for r in block.rows for c in r.cells):
        yield _print_table(_as_table(block))
    else:
        yield _print_table(block) if isinstance(block, Table) else block


def _print_bars(bars: Bars) -> Iterator[Block]:
    """Yield a chart of the rows that can be drawn, where most can, and the others as a table.

    Those of which nothing is shown are named in the chart's note.
    """
    drawn = tuple(row for row in bars.rows if is_drawn(row))
    others = tuple(row for row in bars.rows if not is_drawn(row))
    if len(drawn) < len(others):
        yield _print_table(_as_table(bars))
        return
    caption = f"{bars.caption}: where numbers are hidden"
    rest = _print_table(_as_table(replace(bars, rows=others, caption=caption, note="")))
    if isinstance(rest, Table):
        yield replace(bars, rows=drawn)
        yield rest
    else:
        names = join_words(row.label for row in others)
        yield replace(bars, rows=drawn, note=_add_note(bars.note, names))


def _as_table(chart: Bars | HeatMap) -> Table:
    headings, numbers, rows = table_rows(chart)
    columns = tuple(Column(text, is_number=n) for text, n in zip(headings, numbers, strict=True))
    return Table(chart.caption, columns, tuple(map(tuple, rows)), note=chart.note)


def _print_table(table: Table) -> Block:
    """Return a table without the columns that are withheld, which its note names."""
    places = range(len(table.columns))
    hidden = [i for i in places if _is_withheld([row[i] for row in table.rows])]
    if not hidden:
        return table
    if len(hidden) >= len(places) - 1:
        return Paragraph(plain(f"{table.caption}: {NOT_SHOWN}."))
    kept = [i for i in places if i not in hidden]
    names = join_words(table.columns[i].heading for i in hidden)
    return replace(
        table,
        columns=tuple(table.columns[i] for i in kept),
        rows=tuple(tuple(row[i] for i in kept) for row in table.rows),
        note=_add_note(table.note, names),
    )


def _is_withheld(cells: list[str]) -> bool:
    """Tell whether what is hidden leaves nothing to read in a column but zeros."""
    return SYMBOL in cells and set(cells) <= {SYMBOL, "0"}


def _add_note(note: str, names: str) -> str:
    return " ".join(filter(None, (note, f"{names}: {NOT_SHOWN}.")))
