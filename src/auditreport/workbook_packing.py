"""A workbook into bytes, without the time of saving."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import datetime
from xml.etree import ElementTree
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from openpyxl import Workbook

# No clock: every workbook that we make bears one date, the first that a zip file can hold.
_STAMP = datetime(1980, 1, 1)  # noqa: DTZ001  the format has no time zone
_MODIFIED = re.compile(r"(<dcterms:modified[^>]*>)[^<]*(<)")


Edit = Callable[[str, bytes], bytes]


def pack_workbook(workbook: Workbook, compression: int = ZIP_STORED) -> bytes:
    """Return the bytes of a workbook that we made, in one spelling.

    Whichever XML library openpyxl found makes no difference; stored, no zlib's version either.
    """
    workbook.properties.created = _STAMP
    return _pack(workbook, _spell, compression, _STAMP)


def pack_copy(workbook: Workbook, edit: Edit) -> bytes:
    """Return the bytes of a user's workbook; `edit` has the last word on each of its parts."""
    return _pack(workbook, edit, ZIP_DEFLATED, workbook.properties.modified or _STAMP)


def _pack(workbook: Workbook, edit: Edit, compression: int, modified: datetime) -> bytes:
    saved, target = io.BytesIO(), io.BytesIO()
    workbook.save(saved)
    with ZipFile(saved) as old, ZipFile(target, "w", compression) as new:
        for name in sorted(old.namelist(), key=lambda part: (part != "[Content_Types].xml", part)):
            member = ZipInfo(name, _STAMP.timetuple()[:6])
            member.compress_type = compression
            member.create_system = 3
            member.external_attr = 0o644 << 16
            new.writestr(member, _restamp(name, edit(name, old.read(name)), modified))
    return target.getvalue()


def _restamp(name: str, content: bytes, modified: datetime) -> bytes:
    """Return a part with the given time of saving, in place of the clock's."""
    if name != "docProps/core.xml":
        return content
    said = rf"\g<1>{modified:%Y-%m-%dT%H:%M:%SZ}\g<2>"
    return _MODIFIED.sub(said, content.decode("utf-8")).encode()


def _spell(_: str, content: bytes) -> bytes:
    """Return a part as Canonical XML 2.0."""
    text = ElementTree.canonicalize(content.decode("utf-8"))
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}'.encode()
