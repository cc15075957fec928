"""The sample workbook carries the published figures: a recount without auditreport."""

import os
import re
import subprocess
import sys
from collections import Counter
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from sample_rows import Record, read_records

SAMPLE_DATA = Path(__file__).parents[1] / "sample_data"
SAMPLE = SAMPLE_DATA / "rutland-2016-17.xlsx"

QUARTERS = ("Q1", "Q2", "Q3", "Q4")
SCALE = ("Outstanding", "Good", "Requires Improvement", "Inadequate")
ALWAYS_WEAK = {"Voice of the child", "Decision making", "Assessments", "Plans", "Reviews"}

SHEETS = read_records(SAMPLE)
AUDITS = SHEETS["Audits"]
AREAS = [row["Area"] for row in SHEETS["Practice areas"]]
THEMES = {row["Name"]: row for row in SHEETS["Thematic audits"]}
CP = "Child Protection, August 2016"


def quarter_of(day: date) -> str:
    return QUARTERS[(day.month - 4) % 12 // 3]


def audits_of(quarter: str) -> list[Record]:
    return [audit for audit in AUDITS if quarter_of(audit["Audit date"]) == quarter]


def cases_of(theme: str) -> list[Record]:
    return SHEETS[THEMES[theme]["Sheet"]]


def counted(audit: Record) -> str:
    return str(audit["Final judgement"] or audit["Overall judgement"])


def on_scale(judgements: Counter[Any]) -> list[int]:
    return [judgements[judgement] for judgement in SCALE]


def area_counts(quarter: str, area: str) -> list[int]:
    return on_scale(Counter(audit[area] for audit in audits_of(quarter)))


def good_share(quarter: str, area: str) -> Fraction:
    counts = area_counts(quarter, area)
    return Fraction(counts[0] + counts[1], sum(counts))


def strengths(quarter: str) -> set[str]:
    return {area for area in AREAS if good_share(quarter, area) >= Fraction(7, 10)}


def development(quarter: str) -> set[str]:
    return {area for area in AREAS if good_share(quarter, area) < Fraction(1, 2)}


@pytest.mark.parametrize(
    ("hash_seed", "zone"), [("0", "UTC"), ("4711", "Pacific/Auckland")], ids=["utc", "auckland"]
)
def test_the_script_writes_the_committed_bytes(tmp_path: Path, hash_seed: str, zone: str) -> None:
    written = tmp_path / "again.xlsx"
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "TZ": zone}
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    command = [sys.executable, str(SAMPLE_DATA / "make_rutland.py"), str(written)]
    subprocess.run(command, check=True, env=environment, cwd=tmp_path)
    assert written.read_bytes() == SAMPLE.read_bytes()


@pytest.mark.parametrize(
    ("quarter", "judgements", "moderated"),
    [
        ("Q1", [1, 5, 7, 2], 4),
        ("Q2", [0, 4, 4, 2], 3),
        ("Q3", [0, 4, 6, 0], 10),
        ("Q4", [1, 7, 12, 1], 0),
    ],
)
def test_overall_judgements_and_moderation(
    quarter: str, judgements: list[int], moderated: int
) -> None:
    audits = audits_of(quarter)
    assert on_scale(Counter(map(counted, audits))) == judgements
    assert len(audits) == sum(judgements)
    assert sum(audit["Moderated"] == "Yes" for audit in audits) == moderated


def test_the_year_has_56_standard_audits_and_86_in_all() -> None:
    towards_total = [
        case
        for name, theme in THEMES.items()
        if theme["Counts towards total"] == "Yes"
        for case in cases_of(name)
    ]
    assert (len(AUDITS), len(AUDITS) + len(towards_total)) == (56, 86)
    assert on_scale(Counter(map(counted, AUDITS))) == [2, 20, 29, 5]


@pytest.mark.parametrize(
    ("quarter", "expected"),
    [
        ("Q1", {"Risk", "Coordination", "Placements", "Outcomes", "Permanency"}),
        ("Q2", {"Risk", "Coordination", "Placements", "Outcomes", "Permanency", "Independence"}),
        ("Q3", {"Placements", "Independence", "Outcomes"}),
        ("Q4", {"Placements", "Permanency"}),
    ],
)
def test_areas_of_strength(quarter: str, expected: set[str]) -> None:
    assert strengths(quarter) == expected


@pytest.mark.parametrize(
    ("quarter", "expected"),
    [("Q1", ALWAYS_WEAK), ("Q2", ALWAYS_WEAK), ("Q4", ALWAYS_WEAK | {"Diversity"})],
)
def test_areas_for_development(quarter: str, expected: set[str]) -> None:
    assert development(quarter) == expected


def test_the_weakest_areas_of_the_inspection_are_the_two_named() -> None:
    weakest = sorted(AREAS, key=lambda area: good_share("Q3", area))[:2]
    assert weakest == ["Plans", "Decision making"]
    assert set(weakest) < development("Q3")


def test_outstanding_practice_in_q4() -> None:
    assert {area for area in AREAS if area_counts("Q4", area)[0]} == {
        "Voice of the child",
        "Decision making",
        "Coordination",
        "Diversity",
        "Plans",
        "Permanency",
        "Placements",
        "Independence",
        "Outcomes",
    }


def test_consistent_strengths() -> None:
    quarters = Counter(area for quarter in QUARTERS for area in strengths(quarter))
    consistent = {area for area, count in quarters.items() if count >= 3}
    assert consistent == {"Placements", "Permanency", "Outcomes"}
    assert (quarters["Coordination"], quarters["Independence"]) == (2, 2)


@pytest.mark.parametrize("quarter", QUARTERS)
def test_no_base_is_too_small(quarter: str) -> None:
    assert all(sum(area_counts(quarter, area)) >= 5 for area in AREAS)


def test_the_120_section_judgements_of_the_inspection() -> None:
    sections = Counter(audit[area] for audit in audits_of("Q3") for area in AREAS)
    assert sections == {"Inadequate": 3, "Requires Improvement": 61, "Good": 51, "N/A": 5}
    assert {area: area_counts("Q3", area) for area in AREAS if area in {
        "Placements", "Independence", "Outcomes", "Decision making", "Plans"
    }} == {
        "Placements": [0, 9, 1, 0],
        "Independence": [0, 5, 1, 0],
        "Outcomes": [0, 7, 3, 0],
        "Decision making": [0, 1, 7, 2],
        "Plans": [0, 0, 9, 1],
    }  # fmt: skip


def test_the_profile_of_the_inspection() -> None:
    audits = audits_of("Q3")
    upper_ages = (0, 5, 9, 14, 99)
    bands = Counter(next(top for top in upper_ages if audit["Age"] <= top) for audit in audits)
    types = Counter(audit["Case type"] for audit in audits)
    assert [bands[top] for top in upper_ages] == [1, 2, 2, 2, 3]
    listed = [row["Case types"] for row in SHEETS["Lists"] if row["Case types"]]
    assert [types[name] for name in listed] == [0, 2, 2, 3, 1, 2]
    assert {audit["Audit type"] for audit in audits} == {"Inspection"}
    days = [audit["Audit date"].date() for audit in audits]
    assert date(2016, 11, 14) <= min(days) <= max(days) <= date(2016, 12, 6)


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("Child's voice", [0, 3, 7, 1, 5]),
        ("Risk", [4, 6, 4, 0, 2]),
        ("Assessment", [0, 6, 4, 2, 4]),
        ("Plan", [0, 6, 4, 4, 2]),
        ("Management oversight", [0, 0, 10, 4, 2]),
    ],
)
def test_child_protection_by_item(item: str, expected: list[int]) -> None:
    items = ("Child's voice", "Risk", "Assessment", "Plan", "Management oversight")
    judged = [case for case in cases_of(CP) if any(case[name] for name in items)]
    assert len(judged) == 16
    counts = Counter(case[item] or "Not recorded" for case in judged)
    assert [*on_scale(counts), counts["Not recorded"]] == expected


def test_child_protection_overall() -> None:
    assert on_scale(Counter(case["Overall judgement"] for case in cases_of(CP))) == [0, 7, 17, 6]
    assert THEMES[CP]["Placed in"] == "Q2"


@pytest.mark.parametrize(
    ("theme", "yes_and_base"),
    [
        ("Voice of the child, August 2016", [(1, 4), (2, 7), (5, 8), (9, 9)]),
        ("Voice of the child, February 2017", [(3, 9), (7, 9), (7, 10), (10, 10)]),
    ],
)
def test_voice_of_the_child(theme: str, yes_and_base: list[tuple[int, int]]) -> None:
    cases = cases_of(theme)
    items = ("Present at TAF", "Voice in the plan", "1:1 work", "Child seen")
    marks = [Counter(case[item] for case in cases) for item in items]
    assert [(mark["✓"], mark["✓"] + mark["X"]) for mark in marks] == yes_and_base
    assert len(cases) == 10


@pytest.mark.parametrize(
    ("theme", "judgements", "sources"),
    [
        ("May-July 2016", [0, 3, 4, 0], {"School": 5, "Health visitor": 2}),
        (
            "August-October 2016",
            [0, 3, 2, 1],
            {"Social care step down": 2, "Homestart": 1, "Health visitor": 1, "Education": 2},
        ),
        (
            "November 2016-January 2017",
            [0, 7, 2, 0],
            {"Health visitor": 1, "Early years": 1, "Education": 7},
        ),
    ],
)
def test_early_help_assessments(theme: str, judgements: list[int], sources: dict[str, int]) -> None:
    cases = cases_of(f"Early Help Assessments, {theme}")
    assert on_scale(Counter(case["Overall judgement"] for case in cases)) == judgements
    assert Counter(case["Completed by"] for case in cases) == sources


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "Inspection, November 2016",
            [
                {"Always": 5, "Sometimes": 4, "Never": 2},
                {"Yes": 8, "No": 2, None: 1},
                {"Yes": 8, "No": 3},
                {"Yes": 6, "No": 4, None: 1},
            ],
        ),
        (
            "Parents and carers, 2016-17",
            [
                {"Always": 6, "Sometimes": 3, "Yes": 1},
                {"Yes": 10},
                {"Yes": 7, "No": 1, "In some cases - yes, some others, no": 1, "-": 1},
                {"Yes": 6, "No": 2, "No (but wasn't necessary)": 1, "Not sure": 1},
            ],
        ),
    ],
)
def test_feedback(name: str, expected: list[dict[str | None, int]]) -> None:
    answers = [row for row in SHEETS["Feedback"] if row["Round"] == name]
    assert [Counter(row[code] for row in answers) for code in ("Q1", "Q2", "Q3", "Q4")] == expected


def test_october_has_the_published_note_and_it_comes_first() -> None:
    rows = [row for row in SHEETS["Schedule"] if quarter_of(row["From"]) == "Q3"]
    assert rows[0]["Note"] == "No audits completed due to inspection preparation"
    assert all(quarter_of(row["From"]) == quarter_of(row["To"]) for row in SHEETS["Schedule"])


def test_references_are_unique() -> None:
    for column in ("Audit ref", "Case ref"):
        assert len({audit[column] for audit in AUDITS}) == len(AUDITS)


def test_moderated_judgements_that_differ_have_a_final_one() -> None:
    for audit in AUDITS:
        assert (audit["Moderated"] == "Yes") == bool(audit["Moderated judgement"])
        if audit["Moderated judgement"] not in (None, audit["Overall judgement"]):
            assert audit["Final judgement"], audit["Audit ref"]


def test_values_come_from_the_lists() -> None:
    for column, name in (
        ("Case type", "Case types"),
        ("Team", "Teams"),
        ("Service", "Services"),
        ("Audit type", "Audit types"),
        ("Overall judgement", "Judgements"),
    ):
        listed = {row[name] for row in SHEETS["Lists"]}
        assert {audit[column] for audit in AUDITS} <= listed
    statuses = {row["Action statuses"] for row in SHEETS["Lists"]}
    assert {action["Status"] for action in SHEETS["Actions"]} <= statuses


def test_actions_are_consistent() -> None:
    origins = {audit["Audit ref"] for audit in AUDITS} | {*THEMES, *QUARTERS}
    for action in SHEETS["Actions"]:
        assert (action["Status"] == "Complete") == bool(action["Completed"])
        assert action["Raised"] <= (action["Completed"] or action["Due"])
        assert action["From"] in origins
        assert action["Practice area"] in {*AREAS, None}
    report_date = datetime(2017, 8, 17)  # noqa: DTZ001
    unfinished = [action for action in SHEETS["Actions"] if not action["Completed"]]
    finished = [action for action in SHEETS["Actions"] if action["Completed"]]
    assert sum(action["Due"] < report_date for action in unfinished) == 3
    assert sum(action["Completed"] > action["Due"] for action in finished) == 3


def test_audits_are_dated_on_working_days_of_the_year() -> None:
    days = [audit["Audit date"] for audit in AUDITS]
    days += [case["Date"] for case in cases_of(CP)]
    assert all(datetime(2016, 4, 1) <= day <= datetime(2017, 3, 31) for day in days)  # noqa: DTZ001
    assert all(day.weekday() < 5 for day in days)


def test_narrative_sections_are_known_and_references_well_formed() -> None:
    rounds = {row["Round"] for row in SHEETS["Rounds"]}
    known = {"Introduction", *QUARTERS, "Year", *THEMES, *rounds, "Actions", "Summary"}
    known |= {"Conclusion", "Next steps", "Appendix"}
    assert {row["Section"] for row in SHEETS["Narrative"]} == known
    for row in SHEETS["Narrative"]:
        references = re.findall(r"\{\{ (\S[^{}]*\S) \}\}", row["Text"])
        assert row["Text"].count("{{") == row["Text"].count("}}") == len(references)


def test_nothing_in_it_looks_like_personal_data() -> None:
    texts = [str(value) for rows in SHEETS.values() for row in rows for value in row.values()]
    suspicious = re.compile(
        r"@|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b0\d{4}|\d{3} ?\d{3} ?\d{4}\b"
    )
    assert [text for text in texts if suspicious.search(text)] == []
