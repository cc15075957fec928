"""What kind of file it is, by its content: a name's ending proves nothing."""

from __future__ import annotations

import re
from enum import Enum, auto

from auditreport.reading.archive import Archive
from auditreport.reading.compound_file import MAGIC, CompoundFile
from auditreport.reading.guards import ONLINE_ONLY
from auditreport.reading.refusal import FETCH_AGAIN, PASSWORD, SAVE_AGAIN, Refusal

_OPEN_EXCEL = "Export it as an Excel workbook (.xlsx), or name the workbook that it came from."
_TEXT = ("The file is plain text, such as CSV, not a workbook.", SAVE_AGAIN)
_HTML = ("The file is a web page, whatever its name says: an export often writes one.", SAVE_AGAIN)
_BEGINNINGS: tuple[tuple[bytes, tuple[str, str]], ...] = (
    (rb"(?s).{0,1024}?%PDF-", ("The file is a PDF, not a workbook.", _OPEN_EXCEL)),
    (rb"\{\\rtf", ("The file is a Rich Text document, not a workbook.", _OPEN_EXCEL)),
    (
        rb"(?s)\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0\0\0|II\*\0|MM\0\*|RIFF.{4}WEBP|.{4}ftyp",
        ("The file is a picture, not a workbook.", _OPEN_EXCEL),
    ),
    (
        rb"(?i)\[InternetShortcut\]|L\0\0\0\x01\x14\x02\0",
        ("The file is a shortcut to another one.", "Name the workbook itself."),
    ),
    (
        rb"(?s)Rar!|7z\xbc\xaf|\x1f\x8b|.{257}ustar",
        ("The file is an archive of other files.", "Unpack it and name the workbook inside."),
    ),
    (
        rb"\x09[\x00\x02\x04]",
        ("The file is a workbook of a very old Excel.", SAVE_AGAIN),
    ),
    (rb"(?i)MIME-Version:", _HTML),
)
_WEB_PAGE = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta|div)\b", re.I | re.S
)
_EXCEL_2003 = "urn:schemas-microsoft-com:office:spreadsheet"
_HEAD = 4096


class FileKind(Enum):
    """A kind of workbook that can be read."""

    OPEN_XML = auto()
    BINARY = auto()
    OPEN_DOCUMENT = auto()
    EXCEL_97 = auto()


def find_file_kind(data: bytes) -> FileKind | None:
    """Return the kind of a workbook that is no zip file, or None where it is one.

    Raises `Refusal` for everything that is not a workbook, in words for what it is.
    """
    if not data:
        raise Refusal("The file is empty.", FETCH_AGAIN)
    if data.startswith(b"PK\3\4"):
        return None
    if data.startswith(MAGIC):
        return _kind_of_compound(CompoundFile(data).names)
    if not data.strip(b"\0"):
        raise ONLINE_ONLY
    for pattern, said in _BEGINNINGS:
        if re.match(pattern, data[:_HEAD]):
            raise Refusal(*said)
    raise Refusal(*_words_for_text(data))


def find_archive_kind(archive: Archive) -> FileKind:
    """Return the kind of a workbook that is a zip file; raises `Refusal` for any other."""
    if "xl/workbook.bin" in archive:
        return FileKind.BINARY
    if "mimetype" in archive:
        return _kind_of_document(archive)
    for folder, said in (
        ("word/", "The file is a Word document, not a workbook."),
        ("ppt/", "The file is a PowerPoint presentation, not a workbook."),
        ("index/document.iwa", "The file is a document of Apple Numbers or Pages."),
    ):
        if any(name.casefold().startswith(folder) for name in archive.names):
            raise Refusal(said, _OPEN_EXCEL)
    if "_rels/.rels" not in archive:
        if any(name.casefold().startswith("xl/") for name in archive.names):
            raise Refusal("A part of the workbook is missing from the file.")
        raise Refusal("The file is a zip archive.", "Unpack it and name the workbook inside.")
    return FileKind.OPEN_XML


def _kind_of_document(archive: Archive) -> FileKind:
    kind = archive.read("mimetype").strip()
    if not kind.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        raise Refusal("The file is a document of another kind, not a workbook.", _OPEN_EXCEL)
    if "META-INF/manifest.xml" in archive:
        manifest = archive.read("META-INF/manifest.xml")
        if b"encryption-data" in manifest:
            raise Refusal(*PASSWORD)
    return FileKind.OPEN_DOCUMENT


def _words_for_text(data: bytes) -> tuple[str, str]:
    text = _decode(data[:_HEAD])
    if text is None:
        return ("The file is not a workbook.", SAVE_AGAIN)
    if _WEB_PAGE.match(text):
        return _HTML
    if text.lstrip().startswith("<?xml"):
        if _EXCEL_2003 in text:
            return ("The file is an XML Spreadsheet of Excel 2003.", SAVE_AGAIN)
        return (
            _HTML if "<html" in text.lower() else ("The file is XML, not a workbook.", SAVE_AGAIN)
        )
    return _TEXT


def _decode(head: bytes) -> str | None:
    """Return text, or None where the bytes are none."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    text = head.decode("utf-8-sig", "replace")
    controls = sum(character < " " and character not in "\t\r\n\f" for character in text)
    strange = controls * 20 + text.count("�") * 3
    return None if strange > len(text) else text


def _kind_of_compound(names: frozenset[str]) -> FileKind:
    """Return the kind of an OLE compound file, in which Office kept everything before 2007."""
    if {"EncryptedPackage", "EncryptionInfo"} & names:
        raise Refusal(*PASSWORD)
    if {"Workbook", "Book"} & names:
        return FileKind.EXCEL_97
    for stream, said in (
        ("WordDocument", "The file is a Word document, not a workbook."),
        ("PowerPoint Document", "The file is a PowerPoint presentation, not a workbook."),
        ("__properties_version1.0", "The file is an e-mail, not a workbook."),
    ):
        if stream in names:
            raise Refusal(said, _OPEN_EXCEL)
    raise Refusal("The file is not a workbook.", SAVE_AGAIN)
