"""The workbooks that a command is about: chosen, read and counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from auditreport import __version__
from auditreport.cli.choosing import choose_settings, choose_workbooks
from auditreport.cli.flags import ReadFlags
from auditreport.config import Settings

if TYPE_CHECKING:
    from auditreport.analysis.figures import Figures
    from auditreport.reading import Reading

TOOL = f"auditreport {__version__}"
YEAR = "year"


@dataclass(frozen=True, slots=True)
class Source:
    """The workbooks that are meant, and how they are read."""

    workbooks: tuple[Path, ...]
    settings: Settings
    previous: Path | None

    @classmethod
    def choose(cls, flags: ReadFlags) -> Source:
        """Return what the flags and the settings mean."""
        settings = choose_settings(flags)
        return cls(choose_workbooks(flags.workbooks or (), settings), settings, flags.previous)

    def read(self, *next_needed: str) -> Reading:
        """Read the workbooks, and import meanwhile what is needed next."""
        from auditreport.reading import read

        reading = read(self.workbooks, self.settings.mapping, meanwhile=next_needed)
        if self.previous is None:
            return reading
        from auditreport.cli.previous_year import read_previous_year

        return reading.with_previous(read_previous_year(self.previous, self.settings.mapping))


def count_figures(reading: Reading, scope: str, day: date | None) -> Figures:
    """Return the figures of what was read, by a version of this program."""
    from auditreport.analysis import analyse

    return analyse(reading, scope=scope, as_of=day, tool=TOOL)
