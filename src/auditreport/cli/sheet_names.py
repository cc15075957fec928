"""The names of a workbook's sheets, where its format allows at the price of one small part."""

from __future__ import annotations

import html
import io
import re
import zlib
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from auditreport.errors import FileFault
from auditreport.reading.guards import read_file
from auditreport.reading.limits import DEFAULT_LIMITS, Limits
from auditreport.reading.refusal import Refusal

_PART = "xl/workbook.xml"
_LONGEST = 1 << 20
_SHEET = re.compile(r"""<(?:\w+:)?sheet\s[^>]*?\bname\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def read_sheet_names(path: Path, limits: Limits = DEFAULT_LIMITS) -> tuple[str, ...]:
    """Return the names of a workbook's sheets; none for a file that cannot be read."""
    return _look_up(path, limits) or _read_whole(path, limits)


def _look_up(path: Path, limits: Limits) -> tuple[str, ...]:
    try:
        data = io.BytesIO(read_file(path, limits))  # never waits, as for a pipe or device
        with ZipFile(data) as archive, archive.open(_PART) as part:
            text = part.read(_LONGEST).decode("utf-8", "replace")
    except (Refusal, BadZipFile, zlib.error, LookupError, NotImplementedError, RuntimeError):
        return ()
    return tuple(html.unescape(match[1] or match[2] or "") for match in _SHEET.finditer(text))


def _read_whole(path: Path, limits: Limits) -> tuple[str, ...]:
    """Return the names in a workbook of another format, which tells them at its full price."""
    from auditreport.reading.workbook import read_workbooks

    try:
        (workbook,) = read_workbooks((path,), limits)
    except FileFault:
        return ()
    return tuple(sheet.name for sheet in workbook.sheets)
