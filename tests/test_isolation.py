"""A process of its own reads workbooks: what it finds crosses whole, what breaks it is said."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from corpus.packages import pack
from corpus.parts import VALUES, plain
from hypothesis import given
from hypothesis import strategies as st

from auditreport import reader_process
from auditreport.__main__ import _will_read
from auditreport.errors import FileFault
from auditreport.reader_process import started_ahead
from auditreport.reading import serving
from auditreport.reading.isolation import ReadingProcess
from auditreport.reading.limits import Limits
from auditreport.reading.opening import read_workbook
from auditreport.reading.raw import (
    CellRange,
    CellValue,
    ErrorValue,
    RawSheet,
    RawWorkbook,
    Uncalculated,
)
from auditreport.reading.wire import (
    WORKBOOK,
    build_frame,
    pack_workbook,
    split_frames,
    unpack_workbook,
)
from auditreport.reading.workbook import read_workbooks, start_reading

CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.builds(ErrorValue, st.sampled_from(["#REF!", "#N/A"])),
    st.just(Uncalculated()),
)


@pytest.fixture
def tracker(tmp_path: Path) -> Path:
    path = tmp_path / "tracker.xlsx"
    path.write_bytes(pack(plain()))
    return path


@given(rows=st.lists(st.lists(CELLS, max_size=5).map(tuple), max_size=5).map(tuple))
def test_every_value_crosses_as_it_is(rows: tuple[tuple[CellValue, ...], ...]) -> None:
    sheet = RawSheet(
        "a.xlsx", "Audits", rows, (CellRange(1, 2, 3, 4),), frozenset({3}), True, ("hidden rows",)
    )
    workbook = RawWorkbook("a.xlsx", "00", (sheet,))
    crossed = unpack_workbook(pack_workbook(workbook))
    assert crossed == workbook
    kinds = [[type(value) for value in row] for row in rows]
    assert [[type(value) for value in row] for row in crossed.sheets[0].rows] == kinds


def test_kinds_that_look_alike_stay_apart() -> None:
    row: tuple[CellValue, ...] = (True, 1, 1.0, date(2016, 4, 12), time(0), timedelta(0))
    sheet = RawSheet("a.xlsx", "Audits", (row, (datetime.fromisoformat("2016-04-12"),)))
    crossed = unpack_workbook(pack_workbook(RawWorkbook("a.xlsx", "", (sheet,))))
    assert [type(value) for value in crossed.sheets[0].rows[0]] == [type(value) for value in row]
    assert type(crossed.sheets[0].rows[1][0]) is datetime


@given(st.lists(st.binary(max_size=20), max_size=4), st.integers(min_value=0, max_value=200))
def test_a_frame_that_was_cut_off_is_left_out(contents: list[bytes], end: int) -> None:
    frames = [WORKBOOK + content for content in contents]
    data = b"".join(build_frame(WORKBOOK, content) for content in contents)
    found = split_frames(data[:end])
    assert found == frames[: len(found)]
    assert split_frames(data) == frames


def test_the_process_finds_what_reading_here_finds(tracker: Path) -> None:
    assert read_workbooks([tracker]) == (read_workbook(tracker),)


def test_workbooks_come_back_in_the_order_given(tracker: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.xlsx"
    other.write_bytes(tracker.read_bytes())
    read = read_workbooks([other, tracker, other])
    assert [workbook.file for workbook in read] == ["other.xlsx", "tracker.xlsx", "other.xlsx"]


def test_no_paths_are_no_workbooks() -> None:
    assert read_workbooks([]) == ()


def test_the_first_file_that_cannot_be_read_is_named(tracker: Path, tmp_path: Path) -> None:
    with pytest.raises(FileFault, match=r"^missing\.xlsx: There is no file"):
        read_workbooks([tracker, tmp_path / "missing.xlsx", tmp_path / "also-missing.xlsx"])


def test_reading_may_begin_before_it_is_waited_for(tracker: Path) -> None:
    with start_reading([tracker]) as reading:
        assert reading.result()[0].sheets[0].rows == VALUES


def test_a_process_started_ahead_is_the_one_that_reads(tracker: Path) -> None:
    with started_ahead(is_wanted=True):
        (ahead,) = reader_process._ahead
        with start_reading([tracker]) as reading:
            assert isinstance(reading, ReadingProcess)
            assert reading._process is ahead
            assert reading.result()[0].sheets[0].rows == VALUES


def test_a_process_started_ahead_is_taken_once(tracker: Path) -> None:
    with started_ahead(is_wanted=True):
        assert read_workbooks([tracker]) == read_workbooks([tracker])


def test_a_process_started_ahead_that_nobody_takes_is_ended() -> None:
    with started_ahead(is_wanted=True):
        (ahead,) = reader_process._ahead
    assert ahead.returncode is not None
    assert reader_process._ahead == []


@pytest.mark.parametrize(
    ("typed", "is_wanted"),
    [
        ("check data.xlsx", True),
        ("quarter Q4", True),
        ("build data.xlsx --if-changed", False),
        ("check --help", False),
        ("new", False),
        ("--version", False),
        ("", False),
    ],
)
def test_one_is_wanted_for_a_command_that_is_sure_to_read(typed: str, is_wanted: bool) -> None:
    assert _will_read(typed.split()) is is_wanted


def test_none_is_started_ahead_where_none_is_wanted() -> None:
    with started_ahead(is_wanted=False):
        assert reader_process._ahead == []


def test_a_process_that_nobody_waits_for_is_ended(tracker: Path) -> None:
    reading = ReadingProcess((tracker,), Limits())
    process = reading._process
    reading.close()
    assert process is not None
    assert process.returncode is not None


def _program(monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    """Let the process do something else in place of reading."""
    program = reader_process._PROGRAM.replace(
        "serve()\n", f"import auditreport.reading.serving as s\n{body}\nserve()\n"
    )
    monkeypatch.setattr(reader_process, "_PROGRAM", program)


def test_a_file_that_hangs_the_reader_is_given_up(
    tracker: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _program(monkeypatch, "def hang(path, limits):\n    while True: pass\ns._read = hang")
    with pytest.raises(FileFault, match="seconds = 1") as caught:
        read_workbooks([tracker], Limits(seconds=1))
    assert str(caught.value).startswith("tracker.xlsx: The file was not read in time")


def test_a_file_that_crashes_the_reader_is_a_fault(
    tracker: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _program(monkeypatch, "import os\ns._read = lambda path, limits: os.abort()")
    with pytest.raises(FileFault, match=r"tracker\.xlsx: The reader broke off"):
        read_workbooks([tracker])


def test_a_panic_in_the_reader_is_a_fault(tracker: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def panic(path: Path, limits: Limits) -> RawWorkbook:
        raise BaseException("index out of bounds: 'a child's name'")

    monkeypatch.setattr(serving, "read_workbook", panic)
    kind, content = serving._read(tracker, Limits())
    assert kind == b"F"
    assert b"name" not in content


def test_what_a_reader_prints_is_lost(tracker: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    body = "import os\nread = s._read\ns._read = lambda *a: (os.write(1, b'noise'), read(*a))[1]"
    _program(monkeypatch, body)
    assert read_workbooks([tracker])[0].sheets[0].rows == VALUES


def test_where_no_process_can_be_started_reading_is_done_here(
    tracker: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert read_workbooks([tracker])[0].sheets[0].rows == VALUES


def test_the_process_imports_neither_pandas_nor_the_command_line(tracker: Path) -> None:
    script = (
        "import sys\nfrom auditreport.reading import serving\n"
        "heavy = {'pandas', 'typer', 'openpyxl', 'jinja2', 'matplotlib', 'subprocess'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    program = reader_process._PROGRAM.partition("from auditreport")[0]
    folder = str(Path(reader_process.__file__).parent)
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", program + script, folder, *filter(None, sys.path)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "[]\n"


if sys.platform == "linux":  # elsewhere the system sets no such bound

    def test_the_process_may_not_take_more_memory_than_allowed(tracker: Path) -> None:
        with pytest.raises(FileFault, match="memory_mib = "):
            read_workbooks([tracker], Limits(memory_mib=1))
