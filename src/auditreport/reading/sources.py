"""Where a record was read from: its workbook, its row and the cells of its values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from auditreport.problems import Place
from auditreport.records import record


@record
class Source:
    """The row of a sheet that a record was read from; `letters` maps our columns to Excel's."""

    workbook: str
    sheet: str
    row: int
    letters: Mapping[str, str] = field(repr=False)

    def place(self, column: str = "") -> Place:
        """Return the place of one of our columns in this row; of the row's first cell if none."""
        letter = self.letters.get(column) or next(iter(self.letters.values()), "A")
        return Place(self.workbook, self.sheet, f"{letter}{self.row}")


@record
class SourceFile:
    """A workbook that was read: its file name, never its path, and the SHA-256 of its bytes."""

    file: str
    sha256: str
