"""One workbook's file into raw sheets, read in this process."""

from __future__ import annotations

import hashlib
from pathlib import Path

from auditreport.reading.archive import Archive
from auditreport.reading.excel_97 import look_at_excel_97
from auditreport.reading.excel_binary import look_at_excel_binary
from auditreport.reading.file_kinds import FileKind, find_archive_kind, find_file_kind
from auditreport.reading.guards import read_file
from auditreport.reading.limits import DEFAULT_LIMITS, Limits
from auditreport.reading.needs import with_remedy
from auditreport.reading.open_document import look_at_open_document
from auditreport.reading.open_xml import read_open_xml
from auditreport.reading.other_formats import read_other_format
from auditreport.reading.raw import RawSheet, RawWorkbook
from auditreport.reading.refusal import Refusal, file_fault, over_limit


def read_workbook(path: Path, limits: Limits = DEFAULT_LIMITS) -> RawWorkbook:
    """Return a workbook's sheets; raises `FileFault` where the file cannot be read.

    It reads in this process: a file that crashes the reader ends it. `read_workbooks` does not.
    """
    file: bytes | Path = path
    try:
        file = data = read_file(path, limits)
        return RawWorkbook(
            path.name, hashlib.sha256(data).hexdigest(), _read_sheets(path.name, data, limits)
        )
    except Refusal as refusal:
        raise file_fault(path, with_remedy(refusal, file, limits)) from None
    except MemoryError:
        raise file_fault(path, with_remedy(out_of_memory(limits), file, limits)) from None


def out_of_memory(limits: Limits) -> Refusal:
    """Return the refusal of a file that needs more memory than it may have."""
    return over_limit(
        "The file needs more memory than it is allowed", "memory_mib", limits.memory_mib
    )


def _read_sheets(file: str, data: bytes, limits: Limits) -> tuple[RawSheet, ...]:
    if find_file_kind(data) is FileKind.EXCEL_97:
        looks = look_at_excel_97(data, limits)
        return read_other_format(file, data, looks, limits)
    archive = Archive(data, limits)
    kind = find_archive_kind(archive)
    archive.check()
    if kind is FileKind.OPEN_XML:
        return read_open_xml(file, archive, limits)
    look = look_at_open_document if kind is FileKind.OPEN_DOCUMENT else look_at_excel_binary
    return read_other_format(file, data, look(archive, limits), limits)
