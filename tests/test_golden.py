"""The reports of the samples, byte for byte as they were last reviewed."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from golden.regenerate import GOLDEN, REPORTS, render_sample


@pytest.fixture(scope="module", params=REPORTS)
def sample(request: pytest.FixtureRequest) -> tuple[str, Mapping[str, bytes]]:
    return request.param, render_sample(request.param)


def test_the_reports_are_those_that_were_reviewed(sample: tuple[str, Mapping[str, bytes]]) -> None:
    name, files = sample
    for path, content in files.items():
        reviewed = (GOLDEN / name / path).read_text(encoding="utf-8")
        assert content.decode() == reviewed, f"{path}: run tests/golden/regenerate.py and review"


def test_no_golden_file_is_left_over(sample: tuple[str, Mapping[str, bytes]]) -> None:
    name, files = sample
    assert {path.name for path in (GOLDEN / name).iterdir()} == set(files)
