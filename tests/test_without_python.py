"""The program that brings its own Python: what it does otherwise than one that is installed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import auditreport
from auditreport import reader_process
from auditreport.cli import app
from auditreport.reading.isolation import ReadingProcess
from auditreport.reading.workbook import read_workbooks

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "sample_data" / "rutland-2016-17.xlsx"


def test_it_calls_itself_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)

    assert reader_process._build_command() == [sys.executable, reader_process.AS_READER]


def test_when_it_is_called_to_read_it_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    program = [sys.executable, str(ROOT / "release" / "program.py"), reader_process.AS_READER]
    monkeypatch.setattr(reader_process, "_build_command", lambda: program)
    monkeypatch.delattr(ReadingProcess, "_read_here")

    assert read_workbooks([SAMPLE])[0].file == SAMPLE.name


def test_a_fault_is_told_with_its_place_although_it_holds_no_sources(
    stand_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = {"__file__": str(Path(auditreport.__file__).parent / "cli" / "source.pyc")}
    exec(compile("def fail(*_):\n    raise KeyError", "source.py", "exec"), module)
    monkeypatch.setattr("auditreport.cli.source.choose_settings", module["fail"])

    told = CliRunner().invoke(app, ["check"]).stderr

    assert "KeyError at auditreport/cli/source.py:2" in told
