"""A block's table with one number in a cell, for those who go on counting with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from auditreport.analysis.hidden import SYMBOL
from auditreport.records import record
from auditreport.rendering.tables import TabledBlock, table_rows
from auditreport.rendering.text import show_invisible

NOTHING, TOO_FEW = "[x]", "[u]"
SYMBOLS = {
    NOTHING: "Nothing is recorded here.",
    TOO_FEW: "No percentage is given: its base is too small.",
}
HIDDEN_SYMBOL = {
    SYMBOL: "The number is not shown, because it is small or because a small number could be "
    "worked out from it.",
}
_NUMBER = re.compile(
    r"(?P<sign>[+-]?)(?P<whole>\d{1,3}(?:,\d{3})+|\d{1,15})(?P<part>\.\d+)?", re.ASCII
)
_COUNT = rf"[\d,]+|{re.escape(SYMBOL)}"
_SHARE = re.compile(
    rf"(?P<count>{_COUNT}) of (?P<base>{_COUNT})(?: \((?P<percent>\d+(?:\.\d+)?%)\))?", re.ASCII
)
_SHADED = re.compile(r"(?P<percent>[^()]+) \((?P<count>[\d,]+) of (?P<base>[\d,]+)\)", re.ASCII)
_NO_SHARE = "none judged"


@record
class Value:
    """What a cell holds: a text, or a number with the format that shows it as the report does."""

    content: str | int | float
    number_format: str = "General"


@record
class ValueColumn:
    """A column with its heading and a value for each row."""

    heading: str
    values: tuple[Value, ...]

    @property
    def has_numbers(self) -> bool:
        """Whether any of the values is a number."""
        return any(not isinstance(value.content, str) for value in self.values)


def value_columns(block: TabledBlock) -> tuple[ValueColumn, ...]:
    """Return a block's table by columns, each `22 of 56 (39%)` taken apart into three."""
    headings, numbers, rows = table_rows(block)
    rows = rows or [[""] * len(headings)]  # a table without a row is damage to Excel
    columns: list[ValueColumn] = []
    for position, (heading, is_number) in enumerate(zip(headings, numbers, strict=True)):
        texts = [row[position] for row in rows]
        columns += _read_column(_one_line(heading), is_number, texts)
    return _name_apart(columns)


def _read_column(heading: str, is_number: bool, texts: Sequence[str]) -> Iterator[ValueColumn]:
    shares = [_read_share(text) for text in texts]
    others = {text for text, share in zip(texts, shares, strict=True) if not share}
    if is_number and any(shares) and others <= {"", _NO_SHARE, SYMBOL}:
        found = (share or _no_share(text) for text, share in zip(texts, shares, strict=True))
        parts = zip(*found, strict=True)
        for name, values in zip(("count", "out of", "per cent"), parts, strict=True):
            yield ValueColumn(f"{heading}: {name}", tuple(map(read_value, values)))
        return
    read = read_value if is_number else _text_value
    yield ValueColumn(heading, tuple(map(read, texts)))


def _read_share(text: str) -> tuple[str, str, str] | None:
    """Return the count, the base and the percentage of a share, None where it is none."""
    match = _SHARE.fullmatch(text) or _SHADED.fullmatch(text)
    if match is None:
        return None
    percent, counts = match["percent"] or "", (match["count"], match["base"])
    missing = SYMBOL if SYMBOL in counts else TOO_FEW
    return *counts, percent if percent.endswith("%") else missing


def _no_share(text: str) -> tuple[str, str, str]:
    symbol = SYMBOL if text == SYMBOL else NOTHING
    return symbol, symbol, symbol


def read_value(text: str) -> Value:
    """Return a number that stands by itself as a number, everything else as text."""
    is_percent = text.endswith("%")
    match = _NUMBER.fullmatch(text.removesuffix("%"))
    if match is None:
        return _text_value(text)
    digits = match["sign"] + match["whole"].replace(",", "")
    decimals = match["part"] or ""
    shown = "#,##0" if "," in match["whole"] else "0"
    shown += decimals and "." + "0" * (len(decimals) - 1)
    shown += "%" if is_percent else ""
    number = float(digits + decimals) if decimals or is_percent else int(digits)
    signed = f"+{shown};-{shown}" if match["sign"] else shown
    return Value(round(number / 100, 6) if is_percent else number, signed)


def _text_value(text: str) -> Value:
    return Value(show_invisible(text) if text else NOTHING)


def _one_line(heading: str) -> str:
    return " ".join(show_invisible(heading).split())


def _name_apart(columns: Sequence[ValueColumn]) -> tuple[ValueColumn, ...]:
    """Give columns names that a spreadsheet can tell apart: each once, whatever the case."""
    taken: set[str] = set()
    named: list[ValueColumn] = []
    for column in columns:
        heading, number = column.heading or "Column", 1
        while heading.casefold() in taken:
            number += 1
            heading = f"{column.heading or 'Column'} ({number})"
        taken.add(heading.casefold())
        named.append(ValueColumn(heading, column.values))
    return tuple(named)
