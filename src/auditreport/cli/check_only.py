"""What `--check-only` says: whether the report on disk is what would be built now."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from auditreport.cli.flags import BuildFlags
from auditreport.cli.outcome import NOT_UP_TO_DATE, Outcome
from auditreport.errors import UsageFault
from auditreport.manifest import manifest_name

if TYPE_CHECKING:
    from auditreport.rendering.comparing import Differences

_WRITES = {"if_changed": "--if-changed", "show": "--open", "sign_off": "--sign-off"}


def check_together(flags: BuildFlags) -> None:
    """Raise UsageFault for options that mean nothing where nothing is written."""
    for name, option in _WRITES.items():
        if flags.check_only and getattr(flags, name):
            raise UsageFault(f"--check-only writes nothing: leave out {option}.")


def say_differences(differences: Differences, report: str, folder: Path) -> Outcome:
    """Return what a build would do to the report in a folder, file by file."""
    if not differences:
        return Outcome(0, f"{report} in {folder} is what would be built now.")
    found = (differences.altered, differences.missing, differences.extra)
    same = "Its pages are the same, made from other files, options or versions. "
    is_record_alone = found == ((manifest_name(report),), (), ())
    lines = [
        f"{report} in {folder} is not what would be built now:",
        *(f"  {name}: would be written anew" for name in differences.altered),
        *(f"  {name}: is not there" for name in differences.missing),
        *(f"  {name}: is no longer part of it" for name in differences.extra),
        (same if is_record_alone else "")
        + "Nothing was written. To bring it up to date, leave out --check-only.",
    ]
    return Outcome(NOT_UP_TO_DATE, "\n".join(lines))
