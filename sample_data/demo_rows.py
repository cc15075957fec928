"""What a sheet of the demonstration is made of: rows, each a tuple of cells."""

from datetime import date

Cell = str | int | float | date | None
Row = tuple[Cell, ...]

JUDGEMENTS = {
    "O": "Outstanding",
    "G": "Good",
    "R": "Requires Improvement",
    "I": "Inadequate",
}


def read_marks(marks: str, words: dict[str, str]) -> Row:
    """Return the words for marks that stand one character each; a dot is a blank cell."""
    return tuple(None if mark == "." else words[mark] for mark in marks)
