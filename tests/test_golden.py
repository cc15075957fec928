"""The reports of the samples in every form, as they were last reviewed."""

from __future__ import annotations

import pytest
from golden.regenerate import GOLDEN, REPORTS, SCOPES, render_sample


@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize("name", REPORTS)
def test_the_reports_are_those_that_were_reviewed(name: str, scope: str) -> None:
    files = render_sample(name, scope)
    reviewed = {path.name for path in (GOLDEN / name).iterdir()}

    for path, text in files.items():
        assert path in reviewed, f"{path}: run tests/golden/regenerate.py and review"
        golden = (GOLDEN / name / path).read_text(encoding="utf-8")
        assert text == golden, f"{path}: run tests/golden/regenerate.py and review"
    report = next(iter(files)).partition(".")[0]
    assert {path for path in reviewed if path.startswith(report)} == set(files)


@pytest.mark.parametrize("name", REPORTS)
def test_every_golden_file_is_of_a_report(name: str) -> None:
    year = name.partition("-")[2]
    reports = (f"annual-report-{year}", f"q4-{year}")

    assert all(path.name.startswith(reports) for path in (GOLDEN / name).iterdir())
