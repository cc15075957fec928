"""How large a file may be before reading it is refused: each limit has a name and a value."""

from __future__ import annotations

from auditreport.records import record

MEBIBYTE = 1024 * 1024
LARGEST_LIMIT = 10**9  # that a limit may be set to
LONGEST = 7 * 24 * 60 * 60  # seconds; the system can be told to wait for three weeks at most


@record
class Limits:
    """The limits that a file is held to; the names are those of auditreport.toml's [limits].

    The largest workbook met in practice had 340 parts, 106 MiB unpacked and a ratio of 140 to 1.
    `cells` is the rectangle that holds every filled cell of a sheet, blanks between them included;
    `odd_cells` counts the errors, formulas without a value and negative dates among them.
    A ratio is only judged where a part is larger than `ratio_above_mib`: small repetitive sheets
    pack well and do no harm. `unusual_mib` bounds a sheet that must be written again to be read.
    `seconds` is the time for a small file; `seconds_per_mib` is added for each MiB on disk.
    `memory_mib` bounds the process that reads.
    """

    file_mib: int = 100
    parts: int = 2000
    part_mib: int = 256
    unpacked_mib: int = 512
    ratio: int = 200
    ratio_above_mib: int = 8
    cells: int = 3_000_000
    odd_cells: int = 500_000
    merged: int = 100_000
    sheets: int = 256
    unusual_mib: int = 32
    seconds: int = 15
    seconds_per_mib: int = 2
    memory_mib: int = 2048

    def seconds_for(self, size: int) -> int:
        """Return the time that a file of `size` bytes may take."""
        return min(self.seconds + self.seconds_per_mib * (size // MEBIBYTE), LONGEST)


DEFAULT_LIMITS = Limits()
