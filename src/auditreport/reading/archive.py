"""The parts of a zip file, inflated under count: what its directory claims is not believed."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from auditreport.reading.limits import MEBIBYTE, Limits
from auditreport.reading.refusal import FETCH_AGAIN, Refusal, over_limit
from auditreport.records import record

_LOCAL_HEADER = struct.Struct("<4s5H3I2H")
_PIECE = 1024 * 1024
_SLICE = 64 * 1024  # what inflate does not use up it copies: small slices keep that cheap
_KEPT = 128 * MEBIBYTE  # a year of ten thousand audits is a tenth of it
_STORED, _DEFLATED = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED
_ENCRYPTED = 0x1
_DAMAGED = "The file is incomplete or damaged, as after a download that broke off."


@record
class Part:
    """A part of the archive, still packed: `packed` is a view of the file's own bytes."""

    name: str
    packed: memoryview
    method: int
    size: int
    crc: int


class Archive:
    """The parts of a zip file by name; a name is found whatever its case.

    Raises `Refusal` where the directory is damaged, names a part twice or passes a limit.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        self._parts = _read_directory(data, limits)
        self._kept: dict[str, bytes] = {}

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._parts

    @property
    def names(self) -> tuple[str, ...]:
        """The parts' names as the file writes them."""
        return tuple(part.name for part in self._parts.values())

    def part(self, name: str) -> Part:
        """Return a part as it is packed; raises `Refusal` where there is none."""
        try:
            return self._parts[_key(name)]
        except KeyError:
            raise Refusal("A part of the workbook is missing from the file.") from None

    def read(self, name: str) -> bytes:
        """Return a part inflated, its length and checksum found right."""
        kept = self._kept.pop(_key(name), None)
        return b"".join(_inflate(self.part(name), self._limits)) if kept is None else kept

    def check(self) -> None:
        """Inflate every part once; raises `Refusal` at the first that is wrong.

        The first of them are kept until they are read, which spares most files a second time.
        """
        total, most = 0, self._limits.unpacked_mib
        for key, part in self._parts.items():
            pieces = []
            for piece in _inflate(part, self._limits):
                total += len(piece)
                if total > most * MEBIBYTE:
                    raise over_limit(
                        f"The file unpacks to more than {most} MiB", "unpacked_mib", most
                    )
                if total <= _KEPT:
                    pieces.append(piece)
            if total <= _KEPT:
                self._kept[key] = b"".join(pieces)


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


def _read_directory(data: bytes, limits: Limits) -> dict[str, Part]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error, OverflowError):
        raise Refusal(_DAMAGED, FETCH_AGAIN) from None
    if len(entries) > limits.parts:
        raise over_limit(f"The file has {len(entries):,} parts", "parts", limits.parts)
    if sum(entry.compress_size for entry in entries) > len(data):
        raise Refusal("Parts of the file overlap, which no spreadsheet program writes.")
    parts: dict[str, Part] = {}
    for entry in entries:
        if _key(entry.filename) in parts:
            raise Refusal("The file holds two parts of one name, so its content is not certain.")
        parts[_key(entry.filename)] = _find_part(memoryview(data), entry)
    return parts


def _find_part(data: memoryview, entry: zipfile.ZipInfo) -> Part:
    if entry.flag_bits & _ENCRYPTED:
        raise Refusal("The file is a zip archive with a password.", "Save it without the password.")
    if entry.compress_type not in (_STORED, _DEFLATED):
        raise Refusal("The file is packed in a way that Excel does not use.")
    try:
        header = _LOCAL_HEADER.unpack_from(data, entry.header_offset)
    except struct.error:
        raise Refusal(_DAMAGED, FETCH_AGAIN) from None
    name_length, extra_length = header[9], header[10]
    start = entry.header_offset + _LOCAL_HEADER.size
    name = bytes(data[start : start + name_length])
    begin = start + name_length + extra_length
    packed = data[begin : begin + entry.compress_size]
    if header[0] != b"PK\3\4" or name != _name_bytes(entry) or len(packed) != entry.compress_size:
        raise Refusal(_DAMAGED, FETCH_AGAIN)
    return Part(entry.filename, packed, entry.compress_type, entry.file_size, entry.CRC)


def _name_bytes(entry: zipfile.ZipInfo) -> bytes:
    utf8 = entry.flag_bits & 0x800
    return entry.orig_filename.encode("utf-8" if utf8 else "cp437", "replace")


def _inflate(part: Part, limits: Limits) -> Iterator[bytes]:
    """Yield a part's bytes in pieces; raises `Refusal` as soon as it is seen to be wrong."""
    size = crc = 0
    for piece in _pieces(part):
        size += len(piece)
        crc = zlib.crc32(piece, crc)
        if size > limits.part_mib * MEBIBYTE:
            raise over_limit(
                f"A part of the file unpacks to more than {limits.part_mib} MiB",
                "part_mib",
                limits.part_mib,
            )
        _check_ratio(size, part, limits)
        yield piece
    if size != part.size or crc != part.crc:
        raise Refusal(_DAMAGED, FETCH_AGAIN)


def _check_ratio(size: int, part: Part, limits: Limits) -> None:
    packed = max(1, len(part.packed))
    if size > limits.ratio_above_mib * MEBIBYTE and size > limits.ratio * packed:
        raise over_limit(
            f"A part of the file unpacks to more than {limits.ratio} times its size",
            "ratio",
            limits.ratio,
        )


def _pieces(part: Part) -> Iterator[bytes]:
    if part.method == _STORED:
        for start in range(0, len(part.packed), _PIECE):
            yield bytes(part.packed[start : start + _PIECE])
        return
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for start in range(0, len(part.packed), _SLICE):
            rest: bytes | memoryview = part.packed[start : start + _SLICE]
            while rest:
                yield inflater.decompress(rest, _PIECE)
                rest = inflater.unconsumed_tail
        yield inflater.flush()
    except zlib.error:
        raise Refusal(_DAMAGED, FETCH_AGAIN) from None
    if not inflater.eof or inflater.unused_data:
        raise Refusal(_DAMAGED, FETCH_AGAIN)
