"""The command `verify`: whether reports on disk are as they were written, figure by figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from auditreport.cli.other_flags import VerifyFlags
from auditreport.cli.outcome import NOT_UP_TO_DATE, Outcome
from auditreport.cli.recounting import NOT_COUNTED, Findings, Recount, start_recount
from auditreport.errors import FileFault, UsageFault
from auditreport.manifest import find_reports, read_manifest, work_name
from auditreport.messages import count_of


def verify_reports(flags: VerifyFlags) -> Outcome:
    """Return what holds of the reports in a folder, and what does not."""
    reports = _find(flags.folder)
    recount = start_recount(flags)
    found = {report: _verify(report, flags.folder, recount) for report in reports}
    wrong = {report: findings.wrong for report, findings in found.items() if findings.wrong}
    remarks = [f"{name}: {left}" for name, findings in found.items() for left in findings.left]
    if wrong:
        return Outcome(NOT_UP_TO_DATE, "\n".join(_say(wrong, len(reports))), remarks=tuple(remarks))
    held = "\n".join(f"{report}: {'; '.join(found[report].held)}." for report in reports)
    return Outcome(0, held, remarks=tuple(remarks))


def _find(folder: Path) -> tuple[str, ...]:
    if not folder.is_dir():
        raise FileFault(f"{folder} is not a folder: name the one that holds the report.")
    reports = find_reports(folder)
    if not reports:
        raise UsageFault(
            f"There is no report in {folder}: no file there ends in .manifest.json, the list of "
            "a report's files."
        )
    return reports


def _verify(report: str, folder: Path, recount: Recount | str) -> Findings:
    findings = Findings()
    manifest = read_manifest(folder, report)
    if (folder / work_name(report)).exists():
        findings.wrong.append("a run is writing it, or was cut off: build it again")
    changes = dict(manifest.find_changes(folder))
    findings.wrong.extend(f"{name}: {change}" for name, change in changes.items())
    if not manifest.files:
        findings.wrong.append("its manifest is damaged: it lists no files")
    if manifest.files and not changes:
        findings.held.append(f"{count_of(len(manifest.files), 'file')} as written")
    if isinstance(recount, str):
        findings.left.append(f"{NOT_COUNTED} {recount}")
    else:
        recount.compare(folder / f"{report}.figures.json", manifest, findings)
    return findings


def _say(wrong: Mapping[str, list[str]], reports: int) -> Iterator[str]:
    for report, lines in wrong.items():
        yield report
        yield from (f"  {line}" for line in lines)
    is_are = "does not" if len(wrong) == 1 else "do not"
    yield f"{len(wrong)} of {count_of(reports, 'report')} {is_are} hold. Nothing was changed."
