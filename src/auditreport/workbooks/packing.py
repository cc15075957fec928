"""A workbook into bytes that are the same on each run and machine."""

from __future__ import annotations

import io
import re
from datetime import datetime
from xml.etree import ElementTree
from zipfile import ZipFile, ZipInfo

from openpyxl import Workbook

# No clock: every workbook that we make bears one date, the first that a zip file can hold.
_STAMP = datetime(1980, 1, 1)  # noqa: DTZ001  the format has no time zone
_MODIFIED = re.compile(r"(<dcterms:modified[^>]*>)[^<]*(<)")


def pack_workbook(workbook: Workbook) -> bytes:
    """Return a workbook's bytes, without the time of saving and in one spelling."""
    workbook.properties.created = _STAMP
    saved, target = io.BytesIO(), io.BytesIO()
    workbook.save(saved)
    with ZipFile(saved) as old, ZipFile(target, "w") as new:
        for name in sorted(old.namelist(), key=lambda part: (part != "[Content_Types].xml", part)):
            member = ZipInfo(name, _STAMP.timetuple()[:6])
            member.create_system = 3
            member.external_attr = 0o644 << 16
            new.writestr(member, _spell(name, old.read(name)))  # what zlib makes varies: stored
    return target.getvalue()


def _spell(name: str, content: bytes) -> bytes:
    """Return a part as Canonical XML 2.0: which XML library openpyxl found makes no difference."""
    text = ElementTree.canonicalize(content.decode("utf-8"))
    if name == "docProps/core.xml":
        text = _MODIFIED.sub(rf"\g<1>{_STAMP:%Y-%m-%dT%H:%M:%SZ}\g<2>", text)
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}'.encode()
