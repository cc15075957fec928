"""The path of one judgement: through the functions that docs/architecture.md names, and no more."""

from __future__ import annotations

import re
import sys
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

import pytest
from workbooks import REPORT, write_xlsx

import auditreport
from auditreport.analysis import analyse
from auditreport.reading import understand
from auditreport.reading.opening import read_workbook
from auditreport.rendering import render

DOCUMENT = Path(__file__).parents[1] / "docs" / "architecture.md"
SOURCE = Path(auditreport.__file__).parent
HEADING = "## One judgement, from its cell to the page\n"
HEADER = ("Audit ref", "Audit date", *"CDEFG", "Overall judgement", "Risk")
ROW = 14


def read_steps() -> tuple[str, ...]:
    """Return the functions that the document names, such as `reading/values.py: read_column`."""
    section = DOCUMENT.read_text(encoding="utf-8").split(HEADING)[1].split("\n## ")[0]
    return tuple(re.findall(r"`([\w/]+\.py: [\w.]+)`", section))


STEPS = read_steps()


class Watched:
    """The functions of the path that were called, in that order, and what each returned."""

    def __init__(self) -> None:
        self.returned: dict[str, list[str]] = {}

    def __call__(self, frame: FrameType, event: str, value: object) -> None:
        path = Path(frame.f_code.co_filename)
        if event not in ("call", "return") or not path.is_relative_to(SOURCE):
            return
        step = f"{path.relative_to(SOURCE).as_posix()}: {frame.f_code.co_qualname}"
        if step in STEPS:
            found = self.returned.setdefault(step, [])
            if event == "return":
                found.append(repr(value))


@cache
def follow(judgement: str) -> dict[str, list[str]]:
    """Build the page of a workbook that has a judgement in H14; return what each step made."""
    rows = [(f"A{n}", date(2016, 5, n), *[None] * 5, "Good", "Good") for n in range(2, ROW + 1)]
    rows[-1] = (*rows[-1][:7], judgement, "Good")
    watched = Watched()
    with TemporaryDirectory() as folder:
        path = write_xlsx(Path(folder) / "data.xlsx", {"Report": REPORT, "Audits": (HEADER, *rows)})
        sys.setprofile(watched)
        try:
            reading = understand([read_workbook(path)])
            render(analyse(reading, tool="test"), ("html",))
        finally:
            sys.setprofile(None)
    return watched.returned


def test_the_path_has_six_functions_at_most() -> None:
    assert 0 < len(STEPS) <= 6


def test_a_judgement_comes_to_them_in_the_order_told() -> None:
    assert tuple(follow("RI")) == STEPS


@pytest.mark.parametrize("step", STEPS)
def test_each_makes_something_else_of_another_judgement(step: str) -> None:
    assert follow("RI")[step] != follow("Inadequate")[step]
