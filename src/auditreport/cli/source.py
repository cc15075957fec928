"""The workbooks that a command is about: chosen, read and counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from auditreport import __version__
from auditreport.cli.choosing import (
    choose_day,
    choose_only,
    choose_settings,
    choose_workbooks,
)
from auditreport.cli.flags import ReadFlags
from auditreport.config import Settings
from auditreport.publishing import prove, publish_reading
from auditreport.records import record

if TYPE_CHECKING:
    from auditreport.analysis.disclosure.edition import Edition
    from auditreport.analysis.figures import Figures
    from auditreport.reading import Reading

TOOL = f"auditreport {__version__}"
YEAR = "year"


@record
class Source:
    """The workbooks that are meant, and how they are read.

    `only` holds a column and a value, as typed, for each `--only`.
    """

    workbooks: tuple[Path, ...]
    settings: Settings
    day: date | None
    only: tuple[tuple[str, str], ...] = ()

    @classmethod
    def choose(cls, flags: ReadFlags) -> Source:
        """Return what the flags and the settings mean."""
        settings = choose_settings(flags)
        day = choose_day(settings.as_of)
        only = choose_only(flags.only or ())
        return cls(choose_workbooks(flags.workbooks or (), settings), settings, day, only)

    def read(self, *next_needed: str) -> Reading:
        """Read the workbooks, and import meanwhile what is needed next."""
        from auditreport.interface import read_chosen

        return read_chosen(self.workbooks, self.settings, meanwhile=next_needed)

    def select(self, reading: Reading) -> tuple[Source, Reading]:
        """Return the reading with the audits that are asked for alone, on the day of all audits.

        Errors come first: a reading that has any is left as it is. Raises UsageFault for a column
        or a value that there is not.
        """
        if not self.only or reading.data is None or reading.has_errors:
            return self, reading
        from auditreport.analysis.quarters import find_as_of
        from auditreport.analysis.selection import find_selection, select_audits

        selected = select_audits(reading, find_selection(reading.data, self.only))
        return replace(self, day=find_as_of(reading.data, self.day)), selected

    def count(self, reading: Reading, scope: str) -> Counted:
        """Count what was read, for the audience that the settings name."""
        return count_for(self.settings.audience, reading, scope, self.day, self.settings.output)


@record
class Counted:
    """Figures and, where they are for the public, the edition that must be proved."""

    figures: Figures
    edition: Edition | None = None

    def prove(self, files: Mapping[str, bytes]) -> None:
        """Attack the rendered files of a public edition; raises DisclosureFault if they tell."""
        if self.edition is not None:
            prove(self.edition, files)


def count_for(
    audience: str, reading: Reading, scope: str, day: date | None, folder: Path
) -> Counted:
    """Count what was read for an audience; `folder` may hold editions that are out already."""
    if audience != "public":
        from auditreport.interface import count_figures

        return Counted(count_figures(reading, scope, day))
    edition = publish_reading(reading, scope, day, folder)
    return Counted(edition.figures, edition)
