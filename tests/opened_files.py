"""Everything that the bytes of a file hold, however it is packed or written."""

from __future__ import annotations

import base64
import gzip
import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from urllib.parse import unquote_to_bytes

from pypdf import PdfReader

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]{8,})>")
_BASE64 = re.compile(rb"base64,([A-Za-z0-9+/=\s]+)")
_ESCAPE = re.compile(rb"\\u\{?([0-9A-Fa-f]{4}|(?<=\{)[0-9A-Fa-f]+)\}?")
_PNG, _PNG_HEAD = b"\x89PNG", 8
_PNG_PACKED = {b"zTXt", b"iTXt", b"iCCP"}


def find_texts(data: bytes, texts: Iterable[str]) -> set[str]:
    """Return those texts that stand anywhere in a file, in small letters or capitals.

    They are found in packed parts, and escaped or in two bytes a letter too.
    """
    wanted = {text: text.casefold().encode() for text in texts}
    found = set()
    for written in (written.lower() for part in open_all(data) for written in _read(part)):
        found |= {text for text, letters in wanted.items() if letters in written}
    return found


def open_all(data: bytes) -> Iterator[bytes]:
    """Yield a file and all that is packed in it, at any depth."""
    yield data
    for part in _unpack(data):
        yield from open_all(part)


def _unpack(data: bytes) -> Iterator[bytes]:
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            yield package.comment
            for entry in package.infolist():
                yield from (entry.filename.encode(), entry.comment, package.read(entry))
    elif data.startswith(b"\x1f\x8b"):
        yield gzip.decompress(data)
    elif data.startswith(b"%PDF"):
        yield from _unpack_pdf(data)
    elif data.startswith(_PNG):
        yield from _unpack_png(data)
    for found in _BASE64.findall(data):
        yield base64.b64decode(found)


def _unpack_pdf(data: bytes) -> Iterator[bytes]:
    for found in _STREAM.findall(data):
        yield _inflate(found)
    reader = PdfReader(io.BytesIO(data))
    yield from (str(value).encode() for value in (reader.metadata or {}).values())
    yield from (page.extract_text().encode() for page in reader.pages)


def _unpack_png(data: bytes) -> Iterator[bytes]:
    """Yield the texts beside a picture that are packed."""
    place = _PNG_HEAD
    while place < len(data):
        size, kind = int.from_bytes(data[place : place + 4]), data[place + 4 : place + 8]
        chunk = data[place + 8 : place + 8 + size]
        if kind in _PNG_PACKED:
            starts = (found.end() for found in re.finditer(rb"\0", chunk))
            yield from (_inflate(chunk[start:]) for start in starts)
        place += size + 12


def _inflate(data: bytes) -> bytes:
    """Return what is packed in data, as much as there is; nothing of what is not packed."""
    try:
        return zlib.decompressobj().decompress(data)
    except zlib.error:
        return b""


def _read(data: bytes) -> Iterator[bytes]:
    """Yield data as it may be meant: as it is, in wide letters, escaped in several ways."""
    yield data
    if b"\0" in data:
        yield data.replace(b"\0", b"")
    if b"%" in data:
        yield unquote_to_bytes(data)
    if b"&" in data:
        yield html.unescape(data.decode("latin-1")).encode("latin-1", "replace")
    if b"\\u" in data:
        yield _ESCAPE.sub(lambda found: chr(int(found[1], 16)).encode(), data)
    for found in _HEX.findall(data):
        digits = b"".join(found.split())
        yield bytes.fromhex(digits[: len(digits) // 2 * 2].decode()).replace(b"\0", b"")
