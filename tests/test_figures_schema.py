"""The JSON Schema of figures.json is that of the program's own records, and holds of its files."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import jsonschema
import pytest

from auditreport.analysis import analyse, figures_json
from auditreport.reading import read
from auditreport.reading.previous_figures import read_previous_figures
from auditreport.shipped import find_shipped

ROOT = Path(__file__).parents[1]
LAST = "demo-2023-24.figures.json"


@pytest.fixture
def generator(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "docs"))
    module = __import__("figures_schema")
    monkeypatch.delitem(sys.modules, "figures_schema")
    return module


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    text = find_shipped("schemas/figures.schema.json").read_text(encoding="utf-8")
    shipped: dict[str, Any] = json.loads(text)
    return shipped


def test_the_schema_is_what_the_generator_would_write(
    generator: ModuleType, schema: dict[str, Any]
) -> None:
    assert schema == json.loads(generator.render_schema())
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize(
    ("sample", "scope"),
    [("rutland-2016-17.xlsx", "year"), ("rutland-2016-17.xlsx", "Q4"), ("demo-2024-25.xlsx", "Q1")],
)
def test_the_figures_of_a_sample_keep_to_it(
    schema: dict[str, Any], sample: str, scope: str
) -> None:
    reading = read((ROOT / "sample_data" / sample,))
    if sample.startswith("demo"):
        text = (ROOT / "sample_data" / LAST).read_text(encoding="utf-8")
        reading = reading.with_previous(read_previous_figures(text, LAST))
    figures = json.loads(figures_json(analyse(reading, scope=scope, tool="auditreport 0")))

    jsonschema.Draft202012Validator(schema).validate(figures)
    assert ("previous" in figures) == sample.startswith("demo")


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("periods", "Q1", "completed"), "[c]"),
        (("periods", "year", "overall", "good_or_better", "low"), "low"),
        (("audience",), "public"),
        (("report", "start"), "1 April 2016"),
        (("actions", "items", 0, "overdue"), None),
    ],
)
def test_what_is_no_figure_is_refused(
    schema: dict[str, Any], path: tuple[str | int, ...], value: object
) -> None:
    reading = read((ROOT / "sample_data" / "rutland-2016-17.xlsx",))
    figures: Any = json.loads(figures_json(analyse(reading, tool="auditreport 0")))
    place = figures
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema).validate(figures)
