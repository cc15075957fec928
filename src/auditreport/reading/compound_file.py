"""Streams of an OLE compound file, the container in which Office kept everything before 2007."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

from auditreport.reading.refusal import FETCH_AGAIN, Refusal
from auditreport.records import record

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER, _ENTRY, _SMALL = 512, 128, 64
_SECTOR_SHIFTS = (9, 12)  # sectors of 512 or 4,096 bytes
_NO_SECTOR = 0xFFFFFFF0  # this and above mark ends and free sectors
_DAMAGED = Refusal("The file is incomplete or damaged.", FETCH_AGAIN)


@record
class _Entry:
    name: str
    first_sector: int
    size: int


class CompoundFile:
    """The streams of a compound file; raises `Refusal` where its tables are damaged."""

    def __init__(self, data: bytes) -> None:
        shift = struct.unpack_from("<H", data, 30)[0] if len(data) >= _HEADER else 0
        if shift not in _SECTOR_SHIFTS:
            raise _DAMAGED
        self._data = data
        self._size = 1 << shift
        self._table = self._read_table()
        self._entries = {entry.name: entry for entry in self._read_directory()}

    @property
    def names(self) -> frozenset[str]:
        """The names of its streams and folders."""
        return frozenset(self._entries)

    def read(self, name: str) -> bytes:
        """Return a stream's bytes; small ones lie in small sectors inside a stream of their own."""
        entry = self._entries[name]
        smallest, first = struct.unpack_from("<2I", self._data, 56)
        if entry.size >= smallest:
            return self._chain(entry.first_sector)[: entry.size]
        holder = self._chain(self._entries["Root Entry"].first_sector)
        small = _numbers(self._chain(first))
        found = [
            holder[number * _SMALL : (number + 1) * _SMALL]
            for number in _follow(small, entry.first_sector)
        ]
        return b"".join(found)[: entry.size]

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        return self._data[start : start + self._size]

    def _read_table(self) -> list[int]:
        """Return, for each sector, the one that follows it."""
        holders = list(struct.unpack_from("<109I", self._data, 76))
        following, count = struct.unpack_from("<2I", self._data, 68)
        while following < _NO_SECTOR and 0 < count <= len(self._data) // self._size:
            sector = self._sector(following)
            if len(sector) < self._size:
                raise _DAMAGED
            *more, following = struct.unpack(f"<{self._size // 4}I", sector)
            holders += more
            count -= 1
        table: list[int] = []
        for holder in holders:
            table += _numbers(self._sector(holder) if holder < _NO_SECTOR else b"")
        return table

    def _chain(self, sector: int) -> bytes:
        return b"".join(map(self._sector, _follow(self._table, sector)))

    def _read_directory(self) -> Iterator[_Entry]:
        directory = self._chain(struct.unpack_from("<I", self._data, 48)[0])
        for start in range(0, len(directory) - _ENTRY + 1, _ENTRY):
            length = min(struct.unpack_from("<H", directory, start + 64)[0], 64)
            name = directory[start : start + length].decode("utf-16-le", "replace").rstrip("\0")
            sector, size = struct.unpack_from("<2I", directory, start + 116)
            if name:
                yield _Entry(name, sector, size)


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _follow(table: Sequence[int], first: int) -> list[int]:
    """Return the sectors of a chain; raises `Refusal` where it runs in a circle."""
    chain: list[int] = []
    sector = first
    while sector < len(table):
        chain.append(sector)
        if len(chain) > len(table):
            raise _DAMAGED
        sector = table[sector]
    return chain
