"""Zip files that lie about their content, break off or are changed at random."""

from __future__ import annotations

import io
import random
import struct
import zipfile
from collections.abc import Iterator
from functools import partial

from corpus.packages import SHEET, pack, sheet_xml
from corpus.parts import FileCase, plain


def _duplicate() -> bytes:
    data = pack({**plain(), "xl/worksheets/sheetX.xml": sheet_xml("")})
    return data.replace(b"sheetX.xml", b"sheet1.xml")


def _lying_size(claimed: int) -> bytes:
    """Return the workbook with another size of the sheet in the directory of the zip."""
    data = bytearray(pack(plain()))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        true = archive.getinfo(SHEET).file_size
    place = data.rfind(SHEET.encode()) - 46
    assert struct.unpack_from("<I", data, place + 24)[0] == true
    struct.pack_into("<I", data, place + 24, claimed)
    return bytes(data)


def _wrong_crc() -> bytes:
    data = bytearray(pack(plain(), zipfile.ZIP_STORED))
    place = data.find(b"Good")
    data[place : place + 4] = b"Evil"
    return bytes(data)


def _flagged(flag: int) -> bytes:
    data = bytearray(pack(plain()))
    place = data.find(b"PK\1\2")
    struct.pack_into("<H", data, place + 8, flag)
    return bytes(data)


def _method(method: int) -> bytes:
    data = bytearray(pack(plain()))
    struct.pack_into("<H", data, data.find(b"PK\1\2") + 10, method)
    return bytes(data)


def _zip_cases() -> Iterator[FileCase]:
    yield FileCase("two parts of one name", _duplicate, "one name")
    yield FileCase("parts that differ in case", lambda: pack(
        {**plain(), SHEET.upper(): sheet_xml("")}), "one name")  # fmt: skip
    for claimed in (0, 10, 2**31):
        yield FileCase(f"size said to be {claimed}", partial(_lying_size, claimed), "damaged")
    yield FileCase("wrong checksum", _wrong_crc, "damaged")
    yield FileCase("encrypted part", lambda: _flagged(1), "password")
    for method in (9, 12, 14, 93, 99):
        yield FileCase(f"packed by method {method}", partial(_method, method), "packed")
    yield FileCase("bytes before the zip", lambda: b"MZ" + pack(plain()), "not a workbook")
    yield FileCase("bytes after the zip", lambda: pack(plain()) + b"\0" * 100)
    yield FileCase("thousands of parts", lambda: pack(
        {**plain(), **{f"xl/media/{n}": "" for n in range(2100)}}), "parts = 2,000")  # fmt: skip
    whole = pack(plain())
    for share in range(1, 20):
        cut = partial(bytes, whole[: len(whole) * share // 20])
        yield FileCase(f"cut off at {share * 5}%", cut, "damaged")


def flipped(seed: int) -> bytes:
    """Return the plain workbook with a few bytes changed at random."""
    chance = random.Random(seed)
    data = bytearray(pack(plain()))
    for _ in range(chance.randint(1, 4)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def checksum_mended(seed: int) -> bytes:
    """Return the plain workbook with a byte of its sheet changed and every checksum right."""
    chance = random.Random(seed)
    parts = plain()
    text = bytearray(str(parts[SHEET]).encode())
    text[chance.randrange(len(text))] = chance.choice(b'<>&"/cvrs0A1\x80 ')
    parts[SHEET] = bytes(text)
    return pack(parts)


ZIP_CASES = tuple(_zip_cases())
