"""XML parts of a workbook as plain UTF-8, free of what a parser could be led astray by."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from xml.parsers import expat

from auditreport.reading.refusal import Refusal

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["'][^>]*\?>""")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_UNKNOWN_ENTITY = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)")
_UTF8 = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})
_OTHERS = frozenset({"utf-16", "utf-16le", "utf-16be", "iso-8859-1", "windows-1252"})
_BOMS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_UTF32_BOMS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)  # the first begins as UTF-16 does
_WRONG_LETTERS = "The workbook's text is in an encoding that no spreadsheet program uses."
_DECODE_PIECE = 1 << 22
_DECLARATION_LENGTH = 120  # the line end that Excel writes after it is in no text

Attributes = dict[str, str]


def clean_xml(data: bytes) -> bytes:
    """Return a part as UTF-8 with line ends as XML has them; raises `Refusal` for a DOCTYPE."""
    data = _as_utf8(data)
    if data.find(b"\r", _DECLARATION_LENGTH) >= 0:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise Refusal("The workbook holds XML entities, which no spreadsheet program writes.")
    if b"&" in data and _UNKNOWN_ENTITY.search(data):
        raise malformed()
    return data


def malformed() -> Refusal:
    """Return the refusal of a workbook whose XML cannot be parsed."""
    return Refusal("The workbook's content is damaged: a part of it is not valid XML.")


def _as_utf8(data: bytes) -> bytes:
    if data.startswith(_UTF32_BOMS):
        raise Refusal(_WRONG_LETTERS)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _recode(data[len(mark) :], encoding)
    data = data.removeprefix(codecs.BOM_UTF8)
    declared = _DECLARED.match(data[:200])
    encoding = declared[1].decode("ascii").lower() if declared else "utf-8"
    if encoding in _UTF8:
        _check_utf8(data)
        return data
    if encoding not in _OTHERS or encoding.startswith("utf-16"):
        raise Refusal(_WRONG_LETTERS)  # a UTF-16 part without its mark declares nothing in ASCII
    return _recode(data, encoding)


def _recode(data: bytes, encoding: str) -> bytes:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise Refusal(_WRONG_LETTERS) from None
    if "\0" in text:
        raise Refusal(_WRONG_LETTERS)
    return _DECLARATION.sub("", text).encode("utf-8")


def _check_utf8(data: bytes) -> None:
    if b"\0" in data:
        raise Refusal(_WRONG_LETTERS)
    if data.isascii():
        return
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(data), _DECODE_PIECE):
            decoder.decode(data[start : start + _DECODE_PIECE])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        raise Refusal(_WRONG_LETTERS) from None


def local_name(name: str) -> str:
    """Return an element's or attribute's name without its prefix."""
    return name.rpartition(":")[2]


def walk(data: bytes, start: Callable[[str, Attributes], None]) -> None:
    """Call `start` with the prefixed name and the attributes of every element."""
    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parse(parser, data)


def parse(parser: expat.XMLParserType, data: bytes) -> None:
    """Feed a part to a parser; raises `Refusal` where it is not well formed."""
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        raise malformed() from None
