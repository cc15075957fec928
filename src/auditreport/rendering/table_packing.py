"""The workbook of tables into bytes, the same each time."""

from __future__ import annotations

import io
from datetime import datetime
from xml.etree import ElementTree
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook

# No clock: the workbook bears the first date that a zip file can hold.
_STAMP = datetime(1980, 1, 1)  # noqa: DTZ001  the format has no time zone
_TYPES = "[Content_Types].xml"  # which some readers look for at the beginning
_PROPERTIES = "docProps/core.xml"
_MODIFIED = "{http://purl.org/dc/terms/}modified"


def pack_tables(workbook: Workbook) -> bytes:
    """Return a workbook's bytes, without the time of saving and in one spelling of XML."""
    workbook.properties.created = _STAMP
    saved, target = io.BytesIO(), io.BytesIO()
    workbook.save(saved)
    with ZipFile(saved) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda part: (part != _TYPES, part)):
            member = ZipInfo(name, _STAMP.timetuple()[:6])
            member.compress_type, member.create_system = ZIP_DEFLATED, 0
            new.writestr(member, _spell(name, old.read(name).decode()))
    return target.getvalue()


def _spell(name: str, content: str) -> str:
    """Return a part as Canonical XML 2.0, whichever library openpyxl found to write it."""
    if name == _PROPERTIES:
        root = ElementTree.fromstring(content)
        for node in root.iter(_MODIFIED):
            node.text = f"{_STAMP:%Y-%m-%dT%H:%M:%SZ}"
        content = ElementTree.tostring(root, encoding="unicode")
    text = ElementTree.canonicalize(content)
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}'
