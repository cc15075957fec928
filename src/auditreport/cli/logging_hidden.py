"""The disclosure log of a public edition: where it may stand, and that it is written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from auditreport.cli.flags import BuildFlags
from auditreport.config import Settings
from auditreport.errors import UsageFault

if TYPE_CHECKING:
    from auditreport.analysis.disclosure.edition import Edition
    from auditreport.reading.dataset import DataSet

_FLAG = "--disclosure-log"


def check_disclosure_log(flags: BuildFlags, settings: Settings) -> None:
    """Raise UsageFault or FileFault, before anything is read, where no log can be written."""
    if flags.disclosure_log:
        _check_together(flags, settings)
    path = settings.disclosure_log
    if path is None or settings.audience != "public":
        return
    if path.suffix.casefold() != ".xlsx":
        raise UsageFault(f"{_FLAG}: the log is a workbook; name it FILE.xlsx, not '{path.name}'.")
    if _is_inside(path, settings.output):
        raise UsageFault(
            f"{_FLAG}: the log holds what is hidden, and {settings.output} is to be published. "
            "Name a file outside that folder."
        )
    from auditreport.workbooks.log_files import check_log_file

    check_log_file(path)


def _check_together(flags: BuildFlags, settings: Settings) -> None:
    if settings.audience != "public":
        raise UsageFault(f"{_FLAG} is about a public edition: give --audience public with it.")
    for is_given, other in ((flags.if_changed, "--if-changed"), (flags.check_only, "--check-only")):
        if is_given:
            raise UsageFault(f"{_FLAG} builds the edition in any case: leave out {other}.")


def _is_inside(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


def log_hidden(edition: Edition | None, data: DataSet | None, path: Path | None) -> tuple[str, ...]:
    """Write the log of a public edition, where a path for it is given; say how much is hidden.

    `data` is what was read, with its private text.
    """
    if edition is None or data is None:
        return ()
    from auditreport.analysis.disclosure.disclosure_log import build_log, describe_hidden

    hidden = describe_hidden(edition)
    if path is None:
        return (f"{hidden} Which, and why:  {_FLAG} FILE.xlsx (internal)",)
    from auditreport.workbooks.disclosure_sheets import pack_log
    from auditreport.workbooks.log_files import write_log_file

    write_log_file(path, pack_log(build_log(edition, data)))
    return (f"{hidden} Which, and why, is in {path}: keep it internal.",)
