"""Every published figure of the sample's report, row by row, against what is computed."""

import csv
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from auditreport.analysis import analyse
from auditreport.analysis.references import FigureIndex
from auditreport.reading import read

HERE = Path(__file__).parent
SAMPLE = HERE.parent / "sample_data" / "rutland-2016-17.xlsx"

with (HERE / "golden" / "figures.csv").open(encoding="utf-8", newline="") as golden:
    ROWS = {row["id"]: row for row in csv.DictReader(golden)}

JUDGEMENTS = ("Outstanding", "Good", "Requires Improvement", "Inadequate")
GOOD_RI = ("Good", "Requires Improvement")
THEME = (*JUDGEMENTS, "Not recorded")
VOICE = ("Present at TAF", "Voice in the plan", "1:1 work", "Child seen")

# What the numbers of a row with several are, in the order in which they are printed.
SEVERAL: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("cp.voice", "cp.risk", "cp.assess", "cp.plan", "cp.oversight"), THEME),
    "q3.age": ("Under 1", "1 to 5", "6 to 9", "10 to 14", "15 and over"),
    "q3.type": (
        *("Early Help", "Child Protection", "Child in Need"),
        *("Looked After Child", "Adoption and Permanence", "Care Leaver"),
    ),
    "q3.all": ("Inadequate", "Requires Improvement", "Good", "N/A"),
    **dict.fromkeys(("q3.pl", "q3.ou", "e2", "e4"), GOOD_RI),
    "q3.in": (*GOOD_RI, "N/A"),
    **dict.fromkeys(("q3.dm", "e3"), (*GOOD_RI, "Inadequate")),
    "q3.pp": ("Requires Improvement", "Inadequate"),
    "q4.pct": JUDGEMENTS,
    "f1.n": ("positive", "Never"),
    **dict.fromkeys(("f1.2", "f1.3", "f1.4"), ("Yes", "No")),
    "v2.cmp": VOICE,
    "e2.by": ("School", "Health visitor"),
    "e3.by": ("Social care step down", "Homestart", "Health visitor", "Education"),
    "e4.by": ("Health visitor", "Early years", "Education"),
    "f2.1": ("Always", "Sometimes", "Never", "other"),
    "f2.2": ("Yes",),
    "f2.3": ("Yes", "No", "other", "blank"),
    "f2.4": ("Yes", "No", "other"),
}

# The list that the report's own quarterly lists give, where its summary says otherwise.
RECONCILED = {"y.s": "Placements; Permanency; Outcomes"}


@cache
def figures() -> FigureIndex:
    return FigureIndex(analyse(read([SAMPLE]), tool="auditreport"))


def name_parts(found: dict[str, Any]) -> dict[str, Any]:
    """Return the numbers of a distribution, a question or a plain count by their names."""
    if "counts" not in found:
        return found
    if "not_judged" in found:
        return {**found["counts"], **found["not_judged"]}
    rest = {"other": sum(found["other"].values()), "blank": found["blank"]}
    return {**found["counts"], **rest, "positive": found["positive"]["count"]}


def check_several(row: dict[str, str], found: Any) -> None:
    parts = name_parts(found)
    numbers = [int(number) for number in row["value"].split()]
    assert [parts[name] for name in SEVERAL[row["id"]]] == numbers


def check_number(row: dict[str, str], found: Any) -> None:
    assert found == int(row["value"])


def check_list(row: dict[str, str], found: Any) -> None:
    names = set(RECONCILED.get(row["id"], row["as printed"]).split("; "))
    assert names <= set(found) if row["reconciles"].startswith("subset") else names == set(found)


def check_text(row: dict[str, str], found: Any) -> None:
    assert found == row["as printed"]


def find_check(row: dict[str, str], found: Any) -> Callable[[dict[str, str], Any], None]:
    if row["id"] in SEVERAL:
        return check_several
    if isinstance(found, list):
        return check_list
    return check_number if row["value"] else check_text


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_a_published_figure_is_what_is_computed(row: dict[str, str]) -> None:
    found = figures().read_figure(row["path in figures.json"])
    find_check(row, found)(row, found)


def test_every_row_has_its_own_id_and_no_rule_is_without_a_row() -> None:
    text = (HERE / "golden" / "figures.csv").read_text(encoding="utf-8")
    assert len(text.splitlines()) == len(ROWS) + 1
    assert SEVERAL.keys() | RECONCILED.keys() <= ROWS.keys()


def test_only_the_rows_that_say_so_fail_to_reconcile() -> None:
    unreconciled = [row["id"] for row in ROWS.values() if row["reconciles"].startswith("no")]
    assert unreconciled == ["a2", "y.s", "v2.cmp"]
