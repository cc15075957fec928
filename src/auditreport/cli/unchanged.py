"""Whether the report that lies in the output folder is the one that would be built again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from auditreport.cli.fingerprint import Input, Origin, list_sign_offs
from auditreport.cli.outcome import Outcome
from auditreport.cli.quarter_words import choose_quarter
from auditreport.config import Settings
from auditreport.errors import UsageFault
from auditreport.manifest import (
    Making,
    Manifest,
    find_reports,
    manifest_name,
    read_manifest,
    work_name,
)
from auditreport.messages import count_of
from auditreport.reading.year import ReportYear

_WORDS = ("current", "last")  # which quarter they mean depends on what is in the workbook


def find_unchanged(origin: Origin, settings: Settings, period: str) -> Outcome | None:
    """Return what is said of the report that need not be built again; None where it must.

    It must where anything it is made from has changed, where its files are not as they were
    written, and where it has warnings that would stop this run.
    """
    folder = settings.output
    for report in find_reports(folder):
        manifest = _read(folder, report)
        making, scope = manifest.making, _choose_scope(period, folder, report)
        is_passed = not (settings.strict and making.problems.get("warning"))
        made_from = _find_made_from(making, origin, scope, list_sign_offs(folder, report))
        if is_passed and making.made_from == made_from and _is_whole(manifest, folder, report):
            paths = (folder / name for name in (*manifest.files, manifest_name(report)))
            return Outcome(0, _say(making.problems), tuple(paths), state="unchanged")
    return None


def _read(folder: Path, report: str) -> Manifest:
    try:
        return read_manifest(folder, report)
    except OSError:  # a build will say what is wrong with it
        return Manifest()


def _find_made_from(
    making: Making, origin: Origin, scope: str, signed: Iterable[Input]
) -> dict[str, Any] | None:
    """Return what the report would be made from now; None where the manifest is not ours."""
    try:
        found = [*origin.look_up(making.made_from["inputs"]), *signed]
    except (LookupError, TypeError):
        return None
    return origin.complete(scope, found)


def _is_whole(manifest: Manifest, folder: Path, report: str) -> bool:
    """Return whether the files are as they were written, and no run was cut off over them."""
    try:
        return not ((folder / work_name(report)).exists() or manifest.find_changes(folder))
    except OSError:
        return False


def _choose_scope(period: str, folder: Path, report: str) -> str:
    """Return the period's name: a word for a quarter means what it meant to that report.

    Made from the same workbooks, on the same as-of date, it has the year and the day in it.
    """
    if period not in _WORDS:
        return period
    try:
        figures = json.loads((folder / f"{report}.figures.json").read_bytes())
        year = ReportYear(date.fromisoformat(figures["report"]["start"]))
        return choose_quarter(period, year, date.fromisoformat(figures["actions"]["as_of"]))
    except (OSError, ValueError, LookupError, TypeError, UsageFault):
        return ""


def _say(problems: Mapping[str, int]) -> str:
    found = ", ".join(count_of(count, severity) for severity, count in problems.items() if count)
    return "Nothing has changed since the report was built" + (f"; {found}" if found else "") + "."
