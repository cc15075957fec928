"""The council's logo: a picture beside the workbook, taken for what its bytes say it is."""

from __future__ import annotations

import zlib
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from auditreport.problems import ProblemLog
from auditreport.reading.beside import find_beside, is_beside
from auditreport.reading.guards import read_file
from auditreport.reading.limits import DEFAULT_LIMITS
from auditreport.reading.refusal import Refusal
from auditreport.records import record

if TYPE_CHECKING:
    from auditreport.reading.dataset import ReportSettings

_LIMITS = replace(DEFAULT_LIMITS, file_mib=1)  # the page carries it whole
_LONGEST_SIDE = 4_000
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_END_OF_JPEG = b"\xff\xd9"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # the markers that tell the size
_BARE = frozenset((0x01, *range(0xD0, 0xDA)))  # the markers that no length follows


@record
class Logo:
    """A picture that is shown on the report; `width` and `height` are in pixels."""

    media_type: str
    data: bytes
    width: int
    height: int

    @property
    def suffix(self) -> str:
        """What the name of a file that holds it ends in."""
        return {"image/png": ".png", "image/jpeg": ".jpg"}[self.media_type]

    @property
    def uri(self) -> str:
        """The picture as an address that holds it whole."""
        return f"data:{self.media_type};base64,{b64encode(self.data).decode()}"


class _UnusableLogo(Exception):
    """A logo that cannot be shown; the message says why, in the middle of a sentence."""


def read_logo(settings: ReportSettings, folders: Iterable[Path], log: ProblemLog) -> Logo | None:
    """Return the logo that the settings name, None where there is none or it cannot be shown.

    `folders` are those of the workbooks: it lies in one of them, or below. Why it cannot be
    shown is a problem at the setting's cell; the report is made without it.
    """
    if not settings.logo:
        return None
    try:
        return _read_picture(_read_beside(settings.logo, folders))
    except _UnusableLogo as fault:
        log.add("unusable-logo", settings.logo_place, reason=str(fault))
        return None


def _read_beside(name: str, folders: Iterable[Path]) -> bytes:
    if not is_beside(name):
        raise _UnusableLogo("name a file in the folder of the workbook, without a drive or ..")
    found = find_beside(name, folders)
    if found is None:
        raise _UnusableLogo("there is no file of this name beside the workbook")
    try:
        return read_file(found, _LIMITS)
    except Refusal as refusal:
        raise _UnusableLogo(_say(refusal)) from None


def _say(refusal: Refusal) -> str:
    """Return a refusal in the middle of a sentence, without what holds for workbooks alone."""
    what = refusal.what.partition(" (limit")[0].removesuffix(".").removesuffix(", not a workbook")
    return what[:1].lower() + what[1:]


def _read_picture(data: bytes) -> Logo:
    if data.startswith(_PNG):
        media_type, size = "image/png", _find_size_of_png(data)
    elif data.startswith(_JPEG):
        media_type, size = "image/jpeg", _find_size_of_jpeg(data)
    else:
        raise _UnusableLogo(_say_kind(data))
    if size is None or not all(size):
        raise _UnusableLogo("the picture is damaged: save it again")
    if max(size) > _LONGEST_SIDE:
        raise _UnusableLogo(f"the picture is more than {_LONGEST_SIDE:,} pixels wide or high")
    return Logo(media_type, data, *size)


def _say_kind(data: bytes) -> str:
    if b"<svg" in data[:4096].lower():
        return "it is SVG, which can hold programs: save it as PNG"
    return "it is neither PNG nor JPEG, whatever its name: save it as PNG"


def _find_size_of_png(data: bytes) -> tuple[int, int] | None:
    """Return the width and height of a PNG that is whole, each of its chunks checked."""
    size, position = None, len(_PNG)
    while position + 12 <= len(data):
        length = int.from_bytes(data[position : position + 4], "big")
        kind_and_body = data[position + 4 : position + 8 + length]
        given = data[position + 8 + length : position + 12 + length]
        if zlib.crc32(kind_and_body).to_bytes(4, "big") != given:
            return None
        kind, body = kind_and_body[:4], kind_and_body[4:]
        if kind == b"IHDR":
            size = int.from_bytes(body[:4], "big"), int.from_bytes(body[4:8], "big")
        if kind == b"IEND":
            return size
        position += 12 + length
    return None


def _find_size_of_jpeg(data: bytes) -> tuple[int, int] | None:
    """Return the width and height of a JPEG whose end is there."""
    position = 2
    while _END_OF_JPEG in data[-64:] and data[position : position + 1] == b"\xff":
        marker = data[position + 1] if position + 1 < len(data) else 0
        if marker in _FRAMES:
            height, width = data[position + 5 : position + 7], data[position + 7 : position + 9]
            return int.from_bytes(width, "big"), int.from_bytes(height, "big")
        bare = marker in _BARE or marker == 0xFF
        length = 0 if bare else int.from_bytes(data[position + 2 : position + 4], "big")
        position += 1 if marker == 0xFF else 2 + length
    return None
