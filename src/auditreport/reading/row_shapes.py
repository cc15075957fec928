"""What the rows of a sheet's XML have in common: columns, and what may be odd."""

from __future__ import annotations

import re
from functools import cache

from auditreport.records import record

_FILLED = re.compile(rb'<c r="([A-Z]++)[^<>]*+(?<!/)>(?!</c>)')
_MOST_SHAPES = 512
_DIGITS = b"0123456789"
_ODD_MARKS = (b' t="e"', b' t="d"', b"<f", b"<v>-")


class NotPlainError(Exception):
    """A sheet that is written in another way than the usual programs write it."""

    def __init__(self, after_row: int = 0) -> None:
        super().__init__(after_row)
        self.after_row = after_row


@cache  # a sheet's columns are few and met in every row
def column_number(letters: bytes) -> int:
    """Return a column's number: A is 1, XFD is 16,384."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


@record
class RowShape:
    """What rows have in common that differ in digits alone; `last_column` is 0 if none is filled.

    `is_odd` says whether any cell may be an error, a date as text, a formula or below zero.
    """

    last_column: int
    is_odd: bool


class RowShapes:
    """The shapes of a sheet's rows: most rows are alike, so each shape is looked at once."""

    def __init__(self) -> None:
        self._known: dict[bytes, RowShape] = {}

    def find(self, cells: bytes, row: int) -> RowShape:
        """Return the shape of a row's cells; columns must rise from cell to cell."""
        key = cells.translate(None, _DIGITS)
        shape = self._known.get(key)
        if shape is None:
            if len(self._known) > _MOST_SHAPES:
                self._known.clear()
            shape = self._known[key] = _find_shape(key, row)
        return shape


def _find_shape(key: bytes, row: int) -> RowShape:
    columns = list(map(column_number, _FILLED.findall(key)))
    if columns != sorted(set(columns)):
        raise NotPlainError(row - 1)
    return RowShape(columns[-1] if columns else 0, any(mark in key for mark in _ODD_MARKS))
