"""How far each row of a sheet of audits has come, and so what it may leave out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from auditreport.reading.dataset import PracticeArea, Status
from auditreport.reading.tables import Table, is_blank
from auditreport.reading.values import Finding, Reader, T, peek

_JUDGED = ("Overall judgement", "Final judgement")


class StatusFinder:
    """Finds the statuses of a sheet's rows, and reports nothing."""

    def __init__(self, reader: Reader[str], areas: Sequence[PracticeArea]) -> None:
        self._reader = reader
        self._judged = (*_JUDGED, *(area.name for area in areas))

    def find(self, table: Table) -> list[Status]:
        """Return how far each audit has come: one with nothing filled in is not returned yet."""
        indexes = [table.columns[name] for name in self._judged if name in table]
        known = {cell: Status(peek(cell, self._reader)) for cell in set(table.cells("Status"))}
        return [
            Status.ALLOCATED
            if known[cell] is Status.COMPLETED and all(is_blank(row[index]) for index in indexes)
            else known[cell]
            for cell, row in zip(table.cells("Status"), table.data, strict=True)
        ]


def tell_days(needed: Sequence[bool]) -> Callable[[int, Finding[T]], Finding[T]]:
    """Return what is told of a date: words are an error in the rows that need one alone."""

    def tell(position: int, finding: Finding[T]) -> Finding[T]:
        if finding.code == "date-in-words" and needed[position]:
            return Finding(finding.value, "unreadable-date")
        return finding

    return tell


def tell_judgements(
    statuses: Sequence[Status],
) -> Callable[[int, Finding[T]], Finding[T]]:
    """Return what is told of a judgement: an unknown one is no error where none counts."""

    def tell(position: int, finding: Finding[T]) -> Finding[T]:
        if finding.code == "unknown-judgement" and statuses[position] is not Status.COMPLETED:
            return Finding(finding.value, "judgement-not-used")
        return finding

    return tell
