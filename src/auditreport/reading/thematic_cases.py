"""The sheets of thematic audits' cases: one case a row, one item a column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from auditreport.problems import quote
from auditreport.reading.basis import Basis
from auditreport.reading.dataset import (
    NOT_APPLICABLE,
    NOT_RECORDED,
    Answer,
    Evidence,
    Kind,
    ThematicCase,
)
from auditreport.reading.dates import Day, date_reader
from auditreport.reading.headers import Header
from auditreport.reading.raw import CellValue
from auditreport.reading.schema import Column, Holds
from auditreport.reading.tables import Table
from auditreport.reading.values import (
    NOT_APPLICABLE_WORDS,
    Finding,
    Reader,
    T,
    is_not_applicable,
    read_column,
    read_lines,
    read_mark,
    read_text,
    read_words,
)
from auditreport.records import record

_MARKS = "✓✔✅☑✗✘×❌☒"
_PROFILE = ("Completed by", "Age", "Gender", "Case type", "Team")


def read_evidence(cell: CellValue) -> Evidence | Finding[Evidence]:
    """Return what an evidence cell says: yes, no, a reason why it did not apply, or nothing."""
    text = read_text(cell)
    if not text:
        return Evidence(Answer.NOT_RECORDED)
    mark = read_mark(cell)
    if mark is not None:
        return Evidence(Answer.YES if mark else Answer.NO)
    if text.casefold() in NOT_APPLICABLE_WORDS:
        return Evidence(Answer.NOT_APPLICABLE)
    reason = Evidence(Answer.NOT_APPLICABLE, text)
    begins = _leading_mark(text)
    return Finding(reason, "mark-with-text", {"mark": begins}) if begins else reason


def _leading_mark(text: str) -> str:
    """Return the mark that a text begins with and goes on from, or nothing."""
    if text[0] in _MARKS:
        return f"'{text[0]}'"
    for word in ("yes", "no", "y", "n", "x", "1", "0"):
        rest = text[len(word) :]
        if text.casefold().startswith(word) and not rest[:1].isalnum():
            return f"'{text[: len(word)]}'"
    return ""


def _read_writer(cell: CellValue) -> str:
    return NOT_APPLICABLE if is_not_applicable(cell) else read_text(cell) or NOT_RECORDED


@record
class CaseSheet:
    """The rows of one sheet of cases that belong to one thematic audit."""

    table: Table
    items: tuple[str, ...]

    def take(self, positions: Sequence[int]) -> CaseSheet:
        """Return the sheet with the rows at these positions alone."""
        return CaseSheet(self.table.take(positions), self.items)


def name_items(table: Table, kind: Kind) -> CaseSheet:
    """Make columns of a sheet's items: every column that is not one of ours.

    Two items of one header are told apart by a number. What an evidence audit holds may be a
    reason in a person's own words, which no message may quote.
    """
    names: dict[str, Header] = {}
    for header in table.others:
        name, number = header.text, 2
        while name in names or name in table.columns:
            name, number = f"{header.text} ({number})", number + 1
        names[name] = Header(name, header.index)
    holds = Holds.LIST if kind is Kind.JUDGEMENT else Holds.TEXT
    columns = {name: Column(name, holds) for name in names}
    named = table.with_headers(names, columns.values())
    return CaseSheet(named, tuple(names))


class CaseReader:
    """Reads the cases of thematic audits, all against the same words."""

    def __init__(self, basis: Basis) -> None:
        words = basis.vocabulary
        self._log = basis.log
        self._days = date_reader(basis.year)
        self._judgement = words.judgement_reader()
        self._evidence = Reader(read_evidence)
        self._words: Reader[str] = Reader(read_words)
        self._profile: Mapping[str, Reader[str]] = {
            "Completed by": Reader(_read_writer),
            "Age": words.age_bands.reader(),
            "Gender": words.list_reader("Gender", NOT_RECORDED),
            "Case type": words.list_reader("Case types", NOT_RECORDED),
            "Team": words.list_reader("Teams", NOT_RECORDED),
        }

    def days(self, table: Table) -> list[Day | None]:
        """Return the dates of a sheet's cases."""
        return read_column(table, "Date", self._days, self._log)

    def read(self, sheet: CaseSheet, kind: Kind, days: Sequence[Day | None]) -> list[ThematicCase]:
        """Return a sheet's cases, `days` being their dates."""
        table = sheet.table
        profiles = self._profiles(table)
        labels = read_column(table, "Case", self._words, self._log)
        overall = read_column(table, "Overall judgement", self._judgement, self._log)
        observations = read_column(table, "Observation", Reader(read_lines), self._log)
        is_judged = kind is Kind.JUDGEMENT
        judgements = self._rows(sheet, self._judgement) if is_judged else [{}] * len(table)
        evidence = [{}] * len(table) if is_judged else self._rows(sheet, self._evidence)
        return [
            ThematicCase(
                source=table.source(position),
                label=labels[position],
                date=day.date if day else None,
                profile=profiles[position],
                overall=overall[position],
                observation=observations[position],
                judgements=judgements[position],
                evidence=evidence[position],
            )
            for position, day in enumerate(days)
        ]

    def _rows(self, sheet: CaseSheet, reader: Reader[T]) -> list[dict[str, T]]:
        columns = [read_column(sheet.table, item, reader, self._log) for item in sheet.items]
        rows = zip(*columns, strict=True) if columns else ([()] * len(sheet.table))
        return [dict(zip(sheet.items, values, strict=True)) for values in rows]

    def _profiles(self, table: Table) -> list[dict[str, str]]:
        present = [name for name in _PROFILE if name in table]
        names = ["Age band" if name == "Age" else name for name in present]
        columns = [read_column(table, n, self._profile[n], self._log) for n in present]
        rows = zip(*columns, strict=True) if columns else ([()] * len(table))
        return [dict(zip(names, values, strict=True)) for values in rows]

    def keep_items(self, sheet: CaseSheet, kind: Kind, *, is_shared: bool) -> CaseSheet:
        """Return the sheet with the columns that are items; report those that hold none.

        On a shared sheet a column that is blank for all of an audit's cases is not its item.
        """
        has_any = self._is_judgement if kind is Kind.JUDGEMENT else self._is_mark
        kept = []
        for item in sheet.items:
            cells = [cell for cell in sheet.table.cells(item) if read_text(cell)]
            if any(map(has_any, cells)):
                kept.append(item)
            elif not cells:
                kept.extend([] if is_shared else [item])
            elif self._keeps_without(sheet.table, item, kind):
                kept.append(item)
        return CaseSheet(sheet.table, tuple(kept))

    def _keeps_without(self, table: Table, item: str, kind: Kind) -> bool:
        """Report a column without one judgement or mark; return whether it stays an item."""
        is_judged = kind is Kind.JUDGEMENT
        code = "item-without-judgements" if is_judged else "item-without-marks"
        self._log.add(code, table.header_place(item), item=quote(item))
        return not is_judged

    def _is_judgement(self, cell: CellValue) -> bool:
        return not isinstance(self._judgement[cell], Finding)

    @staticmethod
    def _is_mark(cell: CellValue) -> bool:
        return read_mark(cell) is not None
