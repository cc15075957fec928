"""Streams are read back from a compound file, however small, however large, or it is refused."""

from __future__ import annotations

import struct
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import unhurried

from auditreport.reading.compound_file import MAGIC, CompoundFile
from auditreport.reading.refusal import Refusal

SECTOR, SMALL, SMALLEST = 512, 64, 4096
NUMBERS = SECTOR // 4
IN_HEADER = 109  # sectors of the table that the header itself names
FREE, END, OF_TABLE, OF_HOLDERS = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFC


def numbers(*found: int) -> bytes:
    return struct.pack(f"<{len(found)}I", *found)


def pad(data: bytes, size: int, filling: bytes = b"\0") -> bytes:
    return data + filling * (-len(data) % size)


class Writer:
    """A compound file on its way: its sectors, and for each the one that follows it."""

    def __init__(self) -> None:
        self.sectors: list[bytes] = []
        self.table: list[int] = []

    def add(self, data: bytes) -> int:
        """Add a chain of sectors and return the first."""
        padded, first = pad(data, SECTOR), len(self.sectors)
        parts = [padded[start : start + SECTOR] for start in range(0, len(padded), SECTOR)]
        self.sectors += parts
        self.table += [first + number + 1 for number in range(len(parts) - 1)]
        self.table += [END] if parts else []
        return first if parts else END

    def close(self, directory: int, small_table: int) -> bytes:
        """Add the table and what names its sectors; return the whole file."""
        used, count, more = len(self.sectors), 1, 0
        while count * NUMBERS < used + count + more:
            count += 1
            more = -(-max(0, count - IN_HEADER) // (NUMBERS - 1))
        holders = [*range(used, used + count)]
        table = [*self.table, *[OF_TABLE] * count, *[OF_HOLDERS] * more]
        packed = pad(numbers(*table), SECTOR, b"\xff")
        beyond = holders[IN_HEADER:]
        extra = b""
        for number in range(more):
            part = beyond[number * (NUMBERS - 1) : (number + 1) * (NUMBERS - 1)]
            following = used + count + number + 1 if number + 1 < more else END
            extra += pad(numbers(*part), SECTOR - 4, b"\xff") + numbers(following)
        header = MAGIC + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
        header += numbers(count, directory, 0, SMALLEST, small_table, 1)
        header += numbers(used + count if more else END, more)
        header += pad(numbers(*holders[:IN_HEADER]), IN_HEADER * 4, b"\xff")
        return header + b"".join(self.sectors) + packed + extra


def compound(streams: Mapping[str, bytes]) -> bytes:
    """Return a file of streams; those smaller than SMALLEST lie in small sectors."""
    writer, small = Writer(), b""
    small_table: list[int] = []
    places: dict[str, int] = {}
    for name, data in streams.items():
        if len(data) >= SMALLEST:
            places[name] = writer.add(data)
            continue
        first, count = len(small) // SMALL, -(-len(data) // SMALL)
        small += pad(data, SMALL)
        small_table += [first + number + 1 for number in range(count - 1)] + [END] * (count > 0)
        places[name] = first if count else END
    root = entry("Root Entry", 5, writer.add(small), len(small))
    listed = [entry(name, 2, places[name], len(data)) for name, data in streams.items()]
    return writer.close(writer.add(b"".join((root, *listed))), writer.add(numbers(*small_table)))


def entry(name: str, kind: int, first: int, size: int) -> bytes:
    letters = name.encode("utf-16-le") + b"\0\0"
    head = pad(letters, 64) + struct.pack("<HBB", len(letters), kind, 1) + numbers(FREE, FREE, FREE)
    return pad(head, 116) + numbers(first, size) + bytes(4)


@unhurried
@given(st.lists(st.integers(0, 3 * SMALLEST), min_size=1, max_size=5))
def test_every_stream_comes_back_whatever_its_size(sizes: list[int]) -> None:
    streams = {f"Stream {n}": bytes([n + 1]) * size for n, size in enumerate(sizes)}
    file = CompoundFile(compound(streams))

    assert file.names == {"Root Entry", *streams}
    assert {name: file.read(name) for name in streams} == streams


def test_a_file_whose_table_the_header_cannot_hold_is_read() -> None:
    large = bytes(range(256)) * 4 * 8_000  # 16,000 sectors
    file = CompoundFile(compound({"Workbook": large, "Small": b"few"}))

    assert file.read("Workbook") == large
    assert file.read("Small") == b"few"


def test_one_that_ends_within_that_table_is_refused() -> None:
    whole = compound({"Workbook": bytes(8_200_000)})

    with pytest.raises(Refusal, match="incomplete or damaged"):
        CompoundFile(whole[:-SECTOR])


def test_a_chain_that_runs_in_a_circle_is_refused() -> None:
    whole = compound({"Workbook": bytes(2 * SMALLEST)})
    table = whole.rindex(numbers(1, 2, 3, 4))
    circle = whole[:table] + numbers(1, 0) + whole[table + 8 :]

    with pytest.raises(Refusal, match="incomplete or damaged"):
        CompoundFile(circle).read("Workbook")


@pytest.mark.parametrize("data", [MAGIC, MAGIC + bytes(600)], ids=["cut off", "of no known size"])
def test_a_header_that_says_nothing_of_sectors_is_refused(data: bytes) -> None:
    with pytest.raises(Refusal, match="incomplete or damaged"):
        CompoundFile(data)
