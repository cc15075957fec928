"""What stops a run: every exception carries its exit status and can say itself.

AuditReportError
├── UsageFault    2  the command was given wrongly, or no workbook was found
├── DataFault     3  the data has errors: nothing was written
├── DisclosureFault 3  a public edition would tell what it hides: nothing was written
├── StrictFault   4  --strict, and the data has warnings
├── FileFault     5  a file cannot be read or written
└── FolderBusy    7  another run is at work in the output folder
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from auditreport.problems import Problem


class AuditReportError(Exception):
    """A run that cannot go on, with a message of what, where and what to do."""

    exit_status: ClassVar[int] = 1


class UsageFault(AuditReportError):
    """The command was given wrongly, or no workbook was found."""

    exit_status = 2


class DataFault(AuditReportError):
    """The data has errors, so that no report can be made of it.

    `problems` holds all that was found, the warnings and notes too.
    """

    exit_status = 3

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("The data has errors.")
        self.problems = problems


class StrictFault(DataFault):
    """Warnings, where the caller asked that they stop the run."""

    exit_status = 4


class DisclosureFault(AuditReportError):
    """A public edition that would let a hidden count be worked out."""

    exit_status = 3


class FileFault(AuditReportError):
    """A file that cannot be read or written."""

    exit_status = 5


class FolderBusy(AuditReportError):
    """Another run holds the output folder."""

    exit_status = 7
