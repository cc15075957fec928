"""Many workbooks are read by several processes, and come back as if one had read them."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from corpus.packages import pack
from corpus.parts import plain

from auditreport import reader_process
from auditreport.errors import FileFault
from auditreport.reading.isolation import ReadingProcess
from auditreport.reading.limits import DEFAULT_LIMITS
from auditreport.reading.opening import read_workbook
from auditreport.reading.shared_reading import SharedReading
from auditreport.reading.workbook import read_workbooks, start_reading

MANY = 40


@pytest.fixture
def region(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return many workbooks, to be read by two processes."""
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    paths = [tmp_path / f"{number:02}.xlsx" for number in range(MANY)]
    for path in paths:
        path.write_bytes(pack(plain()))
    return paths


def hang(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the processes never come to an end."""
    program = reader_process._PROGRAM.replace("serve()\n", "while True: pass\n")
    monkeypatch.setattr(reader_process, "_PROGRAM", program)


def test_many_workbooks_are_shared_out(region: list[Path]) -> None:
    with start_reading(region) as reading:
        assert isinstance(reading, SharedReading)
        assert [len(reader._paths) for reader in reading._readers] == [MANY // 2, MANY // 2]


def test_a_few_are_not(region: list[Path]) -> None:
    with start_reading(region[:3]) as reading:
        assert isinstance(reading, ReadingProcess)


def test_they_come_back_in_the_order_given(region: list[Path]) -> None:
    assert read_workbooks(region[::-1]) == tuple(map(read_workbook, region[::-1]))


def test_there_are_no_more_processes_than_processors_or_four(
    region: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    for processors, readers in ((None, 1), (1, 1), (64, 4)):
        monkeypatch.setattr("os.cpu_count", lambda found=processors: found)
        with SharedReading(region, DEFAULT_LIMITS) as reading:
            assert len(reading._readers) == readers


def test_the_first_in_the_order_given_that_cannot_be_read_is_named(region: list[Path]) -> None:
    region[-1].unlink()
    region[MANY // 2 - 1].write_bytes(b"")
    with pytest.raises(FileFault, match=r"^19\.xlsx: "):
        read_workbooks(region)


def test_whoever_leaves_before_the_end_ends_all_processes(
    region: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    hang(monkeypatch)
    with start_reading(region) as reading:
        assert isinstance(reading, SharedReading)
        processes = [reader._process for reader in reading._readers]
        time.sleep(0.1)  # the threads are waiting by now
    assert all(process and process.returncode is not None for process in processes)


def test_a_process_ended_before_it_began_leaves_nothing_to_be_read_here(
    region: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    hang(monkeypatch)
    reading = ReadingProcess(tuple(region), DEFAULT_LIMITS)
    reading.end()
    assert reading.result() == ()
    reading.close()
