"""A Word document's parts into a zip file that is the same each time, and our blank one."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document

_BLANK = Path(__file__).parent / "blank"
_PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "docProps/core.xml": "core.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/document.xml": "document.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
    "word/styles.xml": "styles.xml",
}
_STAMP = (1980, 1, 1, 0, 0, 0)  # no clock: the first day that a zip file can hold


def read_blank(name: str) -> bytes:
    """Return one of the files that our blank document is made of, such as `styles.xml`."""
    return (_BLANK / name).read_bytes()


def pack_blank() -> bytes:
    """Return a document with our styles and nothing in it."""
    return pack_parts({part: read_blank(name) for part, name in _PARTS.items()})


def pack_document(document: Document) -> bytes:
    """Return a document's bytes, without the time of saving."""
    saved = io.BytesIO()
    document.save(saved)
    with ZipFile(saved) as packed:
        return pack_parts({name: packed.read(name) for name in packed.namelist()})


def pack_parts(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip file of parts."""
    target = io.BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            member = ZipInfo(name, _STAMP)
            member.compress_type = ZIP_DEFLATED
            member.create_system = 0
            packed.writestr(member, content)
    return target.getvalue()
