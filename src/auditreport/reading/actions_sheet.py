"""Actions, from their own sheet and from the columns of the sheets of audits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from auditreport.reading.action_checks import check_action
from auditreport.reading.area_sheet import AreaList
from auditreport.reading.basis import Basis
from auditreport.reading.dataset import Action, ActionStatus, PracticeArea
from auditreport.reading.dates import Day, date_reader
from auditreport.reading.matching import did_you_mean, name_key, word_key
from auditreport.reading.raw import CellValue
from auditreport.reading.tables import Table
from auditreport.reading.values import (
    Finding,
    Reader,
    read_column,
    read_text,
    read_words,
    read_yes_no,
)
from auditreport.reading.vocabulary import Vocabulary

_COMPLETE = frozenset({"complete", "completed", "closed", "done", "achieved", "finished"})


def is_complete_word(status: str) -> bool:
    """Whether a status, in a council's own words, says that an action is done."""
    return word_key(status) in _COMPLETE


def is_of_report(action: Action, basis: Basis) -> bool:
    """Whether an action belongs in the report: not completed before its year began."""
    if basis.year is None or action.completed is None or not action.is_complete:
        return True
    return action.completed >= basis.year.start


def read_actions(
    sheets: Sequence[Table], audits: Sequence[Table], areas: AreaList, basis: Basis
) -> tuple[Action, ...]:
    """Return the actions of all sheets, then those that audits raised in their own rows."""
    found = [action for table in sheets for action in ActionSheet(table, areas, basis).read()]
    found += [action for table in audits for action in read_audit_actions(table, basis)]
    kept = [action for action in found if is_of_report(action, basis)]
    for action in kept:
        check_action(action, basis.year, basis.log)
    return tuple(kept)


class ActionSheet:
    """Reads one sheet of actions."""

    def __init__(self, table: Table, areas: AreaList, basis: Basis) -> None:
        self._table = table
        self._log = basis.log
        self._areas = areas
        self._days = date_reader(basis.year)
        statuses = status_reader(basis.vocabulary)
        self._status_list = read_column(table, "Status", statuses, basis.log)
        self._yes_no: Reader[bool | None] = Reader(read_yes_no)
        self._words: Reader[str] = Reader(read_words)

    def _text(self, column: str) -> list[str]:
        return read_column(self._table, column, self._words, self._log)

    def _dates(self, column: str) -> list[date | None]:
        return _days_of(read_column(self._table, column, self._days, self._log))

    def read(self) -> list[Action]:
        """Return the actions of the sheet."""
        texts, refs, origins = self._text("Action"), self._text("Action ref"), self._text("From")
        owners, outcomes = self._text("Owner"), self._text("Outcome")
        raised, due, done = self._dates("Raised"), self._dates("Due"), self._dates("Completed")
        areas = self._read_areas()
        publish = read_column(self._table, "Publish", self._yes_no, self._log)
        actions = []
        for position, text in enumerate(texts):
            if not text:
                place = self._table.place(position, "Action")
                taken = "it counts all the same"
                self._log.add("missing-value", place, column="Action", taken=taken)
            status = self._status_list[position]
            actions.append(
                Action(
                    source=self._table.source(position),
                    ref=refs[position],
                    text=text,
                    origin=origins[position],
                    area=areas[position],
                    raised=raised[position],
                    owner=owners[position],
                    due=due[position],
                    status=status or _status_by_date(done[position]),
                    is_complete=is_complete_word(status or _status_by_date(done[position])),
                    completed=done[position],
                    outcome=outcomes[position],
                    publish=bool(publish[position]),
                )
            )
        return actions

    def _read_areas(self) -> list[str]:
        """Return the practice areas by name; others count as written."""
        names = _area_names(self._areas.areas)
        known = [area.name for area in self._areas.areas]

        def read(cell: CellValue) -> str | Finding[str]:
            text = read_words(cell)
            if name_key(text) in names or self._areas.is_default or not text:
                return names.get(name_key(text), text)
            nearest = did_you_mean(text, known)
            taken = "it counts as written"
            facts = {"list": "Practice areas", "nearest": nearest, "taken": taken}
            return Finding(text, "not-in-list", facts)

        return read_column(self._table, "Practice area", Reader(read), self._log)


def _area_names(areas: Iterable[PracticeArea]) -> dict[str, str]:
    return {
        name_key(name): area.name
        for area in areas
        for name in (*area.aliases, area.label, area.name)
    }


def _status_by_date(completed: date | None) -> str:
    """Return the status of an action whose own is blank."""
    return ActionStatus.COMPLETE if completed else ActionStatus.OPEN


def _days_of(days: Sequence[Day | None]) -> list[date | None]:
    return [day.date if day else None for day in days]


def status_reader(vocabulary: Vocabulary) -> Reader[str]:
    """Return a reader of the statuses of actions, the council's own words included."""
    return vocabulary.list_reader("Action statuses")


def read_audit_actions(table: Table, basis: Basis) -> list[Action]:
    """Return the actions in a sheet of audits, those of other years' audits too."""
    if "Action" not in table:
        return []
    filled = [p for p, cell in enumerate(table.cells("Action")) if read_text(cell)]
    rows = table.take(filled)
    words: Reader[str] = Reader(read_words)
    days = date_reader(basis.year)
    texts = read_column(rows, "Action", words, basis.log)
    owners = read_column(rows, "Action owner", words, basis.log)
    due = _days_of(read_column(rows, "Action due", days, basis.log))
    done = _days_of(read_column(rows, "Action completed", days, basis.log))
    refs = [read_words(cell) for cell in rows.cells("Audit ref")]
    raised = _raised_days(rows, basis)
    return [
        Action(
            source=rows.source(position),
            ref="",
            text=text,
            origin=refs[position] or str(rows.place(position)),
            area="",
            raised=raised[position],
            owner=owners[position],
            due=due[position],
            status=_status_by_date(done[position]),
            is_complete=done[position] is not None,
            completed=done[position],
            outcome="",
            publish=False,
        )
        for position, text in enumerate(texts)
        if text
    ]


def _raised_days(rows: Table, basis: Basis) -> list[date | None]:
    """Return the audits' own dates, whose faults are reported with the audits."""
    reader = date_reader(basis.year, must_be=True)
    outcomes = (reader[cell] for cell in rows.cells("Audit date"))
    days = [o.value if isinstance(o, Finding) else o for o in outcomes]
    return [day.date if day and not day.is_month else None for day in days]
