"""The settings of the sheet Report, each found once, with what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from auditreport.problems import Place, ProblemLog, quote
from auditreport.reading.contract import SETTINGS
from auditreport.reading.dates import read_date
from auditreport.reading.matching import did_you_mean, name_key, word_key
from auditreport.reading.raw import CellValue, ErrorValue, Uncalculated
from auditreport.reading.schema import Holds
from auditreport.reading.tables import Table, is_blank, name_cell
from auditreport.reading.values import Finding, read_text, show
from auditreport.records import record

T = TypeVar("T")


@record
class _Given:
    cell: CellValue
    place: Place
    name_place: Place


class UnreadableSettingError(ValueError):
    """A setting that is not of the form it must have; the message says what is expected."""


class SettingsReader:
    """Reads the settings of all Report sheets, each once, and reports what is wrong."""

    def __init__(self, tables: Sequence[Table], log: ProblemLog) -> None:
        self._log = log
        self._place = tables[0].header_place() if tables else Place()
        self._given: dict[str, _Given] = {}
        self._again: dict[str, list[_Given]] = {}
        for table in tables:
            self._collect(table)

    def _collect(self, table: Table) -> None:
        names = {name_key(n): s.name for s in SETTINGS for n in (s.name, *s.aliases)}
        settings = table.cells("Setting"), table.cells("Value")
        for position, (name, cell) in enumerate(zip(*settings, strict=True)):
            text = read_text(name)
            known = names.get(name_key(text))
            place = table.place(position, "Value")
            name_place = table.place(position, "Setting")
            if known is None:
                self._report_unknown(text, name_place)
            elif not is_blank(cell):
                self._keep(known, _Given(cell, place, name_place))

    def _report_unknown(self, text: str, place: Place) -> None:
        if text:
            nearest = did_you_mean(text, [setting.name for setting in SETTINGS])
            nearest = nearest if nearest.startswith("; did") else ""
            self._log.add("unknown-setting", place, setting=quote(text), nearest=nearest)

    def _keep(self, name: str, given: _Given) -> None:
        if isinstance(given.cell, ErrorValue):
            self._log.add("error-value", given.place, value=given.cell.text)
            return
        if isinstance(given.cell, Uncalculated):
            self._log.add("not-calculated", given.place)
            return
        first = self._given.setdefault(name, given)
        if _words(first.cell) == _words(given.cell):
            return
        if _holds(name) is Holds.TEXT:
            self.report_contradiction(name, first.place, given.place)
        else:
            self._again.setdefault(name, []).append(given)

    def _compare(self, name: str, mean: Callable[[CellValue], object]) -> None:
        """Report the cells of a setting that mean another value than its first one."""
        for other in self._again.pop(name, ()):
            first = self._given[name]
            if mean(first.cell) != mean(other.cell):
                self.report_contradiction(name, first.place, other.place)

    def report_contradiction(self, name: str, first: Place, second: Place) -> None:
        """Report two cells that cannot both hold."""
        self._log.add(
            "contradicting-settings",
            second,
            setting=name,
            first=name_cell(first, second),
            second=str(second),
        )

    def text(self, name: str) -> str:
        """Return a setting as text, empty where it is not given."""
        given = self._given.get(name)
        return read_text(given.cell) if given else ""

    def value(self, name: str, read: Callable[[CellValue], T], default: T) -> T:
        """Return a setting as `read` understands it; one that it cannot read is reported."""
        given = self._given.get(name)
        if given is None:
            return default
        self._compare(name, lambda cell: _meaning(cell, read))
        try:
            return read(given.cell)
        except UnreadableSettingError as error:
            self.report_unreadable(name, str(error))
            return default

    def report_unreadable(self, name: str, expected: str) -> None:
        """Report a setting that is not of the form it must have."""
        given = self._given[name]
        value = show(given.cell) if _holds(name).is_quotable else ""
        self._log.add(
            "unreadable-setting", given.place, value=value, setting=name, expected=expected
        )

    def require(self, name: str) -> bool:
        """Return whether a setting is given; one that is not is reported."""
        if name not in self._given:
            self._log.add("missing-setting", self._place, setting=name)
        return name in self._given

    def place(self, name: str) -> Place | None:
        """Return the cell of a setting's value, None where it is not given."""
        given = self._given.get(name)
        return given.place if given else None

    def read_day(self, name: str) -> date | None:
        """Return a setting that is a day; repairs are reported."""
        given = self._given.get(name)
        self._compare(name, lambda cell: _day(cell) or _words(cell))
        outcome = read_date(given.cell, must_be=True) if given else None
        if isinstance(outcome, Finding):
            assert given is not None
            self._log.add(outcome.code, given.place, value=show(given.cell), **outcome.facts)
            outcome = outcome.value
        return outcome.date if outcome else None


def _holds(name: str) -> Holds:
    return next(setting.holds for setting in SETTINGS if setting.name == name)


def _words(cell: CellValue) -> str:
    return word_key(read_text(cell))


def _meaning(cell: CellValue, read: Callable[[CellValue], T]) -> T | str:
    """Return what a setting's cell says, as it is written where it cannot be read."""
    try:
        return read(cell)
    except UnreadableSettingError:
        return _words(cell)


def _day(cell: CellValue) -> date | None:
    outcome = read_date(cell)
    day = outcome.value if isinstance(outcome, Finding) else outcome
    return day.date if day else None
