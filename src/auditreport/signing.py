"""A report beside its sign-offs in the output folder, and the sign-off of the report itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from auditreport.errors import FileFault
from auditreport.manifest import digest
from auditreport.records import record
from auditreport.signed_files import (
    SignOff,
    choose_signed_name,
    find_signed_files,
    order_signed,
    read_signed_file,
    render_signed_file,
)

if TYPE_CHECKING:
    from auditreport.analysis.figures import Figures


@record
class Signing:
    """Figures compared with all sign-offs of their report, `files` not yet written included."""

    figures: Figures
    sign_offs: tuple[SignOff, ...]
    files: Mapping[str, bytes] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()


def compare_with_signed(figures: Figures, folder: Path) -> Signing:
    """Return the figures with what changed since their report was signed off in a folder.

    Raises FileFault for a signed file that is damaged, or that is of another report.
    """
    return _compare(figures, _read_sign_offs(figures, folder))


def sign_off(figures: Figures, folder: Path) -> Signing:
    """Return what `compare_with_signed` does once the report is signed off, and the signed file.

    The day is the Report date, else the as-of date. There is no file where the same figures of
    the same inputs were signed off on that day before. Raises FileFault as well.
    """
    from auditreport.analysis.signed import list_signed_figures
    from auditreport.rendering import report_name

    before = _read_sign_offs(figures, folder)
    day = figures.report.date or figures.actions.as_of
    data = render_signed_file(list_signed_figures(figures), day)
    for found in before:
        if found.sha256 == digest(data):
            remark = f"The report was signed off before as it is: {found.file} holds its figures."
            return replace(_compare(figures, before), remarks=(remark,))
    file = choose_signed_name(folder, report_name(figures), day)
    signed = order_signed((*before, read_signed_file(data, file)))
    return replace(_compare(figures, signed), files={file: data})


def _compare(figures: Figures, signed: tuple[SignOff, ...]) -> Signing:
    from auditreport.analysis.signed import summarise_signed

    return Signing(replace(figures, changed_since_signed=summarise_signed(figures, signed)), signed)


def _read_sign_offs(figures: Figures, folder: Path) -> tuple[SignOff, ...]:
    """Return the sign-offs of a report, the oldest first; those for another audience are left."""
    from auditreport.rendering import report_name

    found = (_read(path) for path in find_signed_files(folder, report_name(figures)))
    return tuple(_select(found, figures))


def _read(path: Path) -> SignOff:
    from auditreport.reading.guards import read_file
    from auditreport.reading.limits import DEFAULT_LIMITS
    from auditreport.reading.refusal import Refusal

    try:
        return read_signed_file(read_file(path, DEFAULT_LIMITS), path.name)
    except Refusal as refusal:
        raise FileFault(f"{path} cannot be compared with: {refusal.what}") from None


def _select(found: Iterable[SignOff], figures: Figures) -> Iterable[SignOff]:
    ours = (figures.scope, figures.report.year)
    for signed in found:
        if (signed.figures["scope"], signed.figures["report"]["year"]) != ours:
            raise FileFault(
                f"{signed.file} is the sign-off of another report. Give it back the name that it "
                "was written under, or move it out of the folder; nothing was written."
            )
        if signed.figures["audience"] == figures.audience:
            yield signed
