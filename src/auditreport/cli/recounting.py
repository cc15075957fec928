"""Counting the figures of a written report again, from the workbooks that it was made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from auditreport.cli.choosing import choose_settings, choose_workbooks
from auditreport.cli.fingerprint import PREVIOUS_YEAR, digest_file
from auditreport.cli.flags import ReadFlags
from auditreport.cli.other_flags import VerifyFlags
from auditreport.cli.source import Source, count_for
from auditreport.cli.written_figures import Written, compare_with_workbook, read_figures
from auditreport.errors import UsageFault
from auditreport.manifest import Manifest
from auditreport.messages import summarise_problems
from auditreport.previous_year import read_previous_year
from auditreport.reading.matching import list_words
from auditreport.records import record

if TYPE_CHECKING:
    from auditreport.reading import Reading


NOT_COUNTED = "its figures were not counted again."


@record
class Findings:
    """What holds of a report, what is wrong with it, and what could not be looked at."""

    held: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


@record
class Recount:
    """The workbooks, read once for all reports.

    `previous` is the file of last year that was named, for the reports that have one.
    """

    source: Source
    reading: Reading
    previous: Path | None
    is_asked_for: bool

    def compare(self, path: Path, manifest: Manifest, findings: Findings) -> None:
        """Count the figures of a report again, and add to the findings what differs."""
        written = read_figures(path)
        if written is None:
            findings.wrong.append(f"{path.name}: cannot be read as the figures of a report")
            return
        reading = self.reading.as_draft() if written.is_draft else self.reading
        if reading.has_errors:
            findings.wrong.append(_say_errors(reading))
            return
        unable = _say_other_year(reading, written)
        if not unable:
            reading, unable = self._add_previous(reading, manifest, path.parent)
        if unable:
            places = findings.wrong if self.is_asked_for else findings.left
            places.append(f"{NOT_COUNTED} {unable}")
            return
        self._count(reading, written, path.parent, findings)

    def _count(self, reading: Reading, written: Written, folder: Path, findings: Findings) -> None:
        from auditreport.analysis.selection import select_audits

        selected = select_audits(reading, written.only)
        figures = count_for(written.audience, selected, written.scope, written.day, folder).figures
        wrong = tuple(compare_with_workbook(written, figures))
        findings.wrong.extend(wrong)
        if not wrong:
            names = list_words([path.name for path in self.source.workbooks], "and")
            findings.held.append(f"its figures come out of {names} again")

    def _add_previous(
        self, reading: Reading, manifest: Manifest, folder: Path
    ) -> tuple[Reading, str]:
        """Return the reading with the earlier year that a report was compared with, if any."""
        known = _find_known_previous(manifest)
        if known is None:
            return reading, ""
        name, sha256 = known
        for path in self._list_places(name, folder):
            if digest_file(path, self.source.settings.limits) == sha256:
                previous = read_previous_year(path, self.source.settings)
                return reading.with_previous(previous), ""
        return reading, f"It is compared with {name}: name that file, as it was, with --previous."

    def _list_places(self, name: str, folder: Path) -> Iterator[Path]:
        """Yield where last year's file may lie; what it holds tells whether it is that one."""
        if self.previous is not None:
            yield self.previous
        beside = (path.parent for path in self.source.workbooks)
        yield from (place / name for place in dict.fromkeys((*beside, folder, folder.parent)))


def start_recount(flags: VerifyFlags) -> Recount | str:
    """Read the workbooks that are named or found; return why not where there are none.

    Raises FileFault for one that cannot be read.
    """
    chosen = ReadFlags(workbooks=flags.workbooks, previous=flags.previous, config=flags.config)
    settings = choose_settings(chosen)
    try:
        workbooks = choose_workbooks(flags.workbooks or (), settings)
    except UsageFault as fault:
        found = str(fault).splitlines()[0].partition(". ")[0].rstrip(".:")
        return f"{found}. Name the workbook that it was made from."
    source = Source(workbooks, replace(settings, previous=None), None)
    reading = source.read("auditreport.analysis")
    return Recount(source, reading, settings.previous, bool(flags.workbooks))


def _say_errors(reading: Reading) -> str:
    found = summarise_problems(reading.problems)
    return f"no report can be made of the workbook as it is ({found}): see  auditreport check"


def _say_other_year(reading: Reading, written: Written) -> str:
    """Return that the workbook is of another year than the report; empty where it is not."""
    year = reading.data.settings.year if reading.data else None
    if year is None or year.start == written.start:
        return ""
    return f"The workbook is of {year.label}, the report of another year."


def _find_known_previous(manifest: Manifest) -> tuple[str, str] | None:
    """Return the name and hash of last year's file that a report was compared with, if any."""
    try:
        inputs = manifest.making.made_from.get("inputs", ())
        known = (each for each in inputs if each["role"] == PREVIOUS_YEAR)
        return next(((Path(each["file"]).name, str(each["sha256"])) for each in known), None)
    except (LookupError, TypeError):  # not as we wrote it
        return None
