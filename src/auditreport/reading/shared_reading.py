"""Many workbooks, read by several processes at once."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from auditreport.reading.isolation import ReadingProcess
from auditreport.reading.limits import Limits
from auditreport.reading.raw import RawWorkbook

_MOST = 4  # processes: each may take the memory that the limits allow


class SharedReading:
    """Processes that read workbooks, each a share of them. Leaving its `with` block ends them.

    A thread waits for each: what it is sent must be taken at once, else it stands still.
    """

    def __init__(self, paths: Sequence[Path], limits: Limits) -> None:
        most = -(-len(paths) // min(os.cpu_count() or 1, _MOST))
        shares = [tuple(paths[start : start + most]) for start in range(0, len(paths), most)]
        self._readers = [ReadingProcess(share, limits) for share in shares]
        self._waiting = ThreadPoolExecutor(len(shares))
        self._results = [self._waiting.submit(reader.result) for reader in self._readers]

    def __enter__(self) -> SharedReading:
        return self

    def __exit__(self, *fault: object) -> None:
        for reader in self._readers:
            reader.end()
        self._waiting.shutdown()
        for reader in self._readers:
            reader.close()

    def result(self) -> tuple[RawWorkbook, ...]:
        """Return the workbooks in the order given; raises `FileFault` for the first that fails."""
        return tuple(workbook for share in self._results for workbook in share.result())
