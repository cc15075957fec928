"""Workbooks of 100, 1,000, 10,000 and 100,000 audits, for the measurements.

    python benchmarks/generate.py FOLDER [SIZE …]

Every sheet of the contract is filled, in proportion to the audits; the same size gives the same
bytes. Nobody in them exists.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from sheet_writing import Rows, Value, write_workbook

SIZES = (100, 1_000, 10_000, 100_000)
AREAS = (
    *("Voice of the child", "Risk", "Decision making", "Coordination", "Diversity", "Assessments"),
    *("Plans", "Reviews", "Permanency", "Placements", "Independence", "Outcomes"),
)
JUDGEMENTS = ("Outstanding", "Good", "Requires Improvement", "Inadequate")
_TEAMS = tuple(f"Team {number}" for number in range(1, 9))
_SERVICES = ("Early Help", "Social Care", "Looked After")
_CASE_TYPES = ("Child in need", "Child protection", "Looked after child", "Care leaver")
_TYPES = ("Scheduled", "Inspection", "Dip sample", "Re-audit")
_HEADER = (
    *("Audit ref", "Case ref", "Audit date", "Overall judgement", "Moderated"),
    *("Moderated judgement", "Final judgement", "Audit type", "Service", "Case type", "Team"),
    *("Age", "Auditor"),
)
_START = date(2016, 4, 1)
_SETTINGS: Rows = (
    ("Setting", "Value"),
    ("Organisation", "Anyshire County Council"),
    ("Year", "2016-17"),
    ("Service", "Children's services"),
    ("Report date", date(2017, 4, 20)),
)
_QUESTIONS: Rows = (
    ("Code", "Question", "Kind", "Answers", "Positive"),
    ("F1", "Did we listen?", "Closed", "Always; Sometimes; Never", "Always; Sometimes"),
    ("F2", "Did it help?", "Closed", "Yes; No", "Yes"),
    ("F3", "What would you change?", "Open", None, None),
)
_THEMES: Rows = (
    ("Name", "Sheet", "Recorded as", "From", "To", "Placed in"),
    ("Child Protection", "CP cases", "Judgement", _START, date(2016, 6, 30), "Q1"),
    ("Voice", "Voice cases", "Evidence", date(2016, 7, 1), date(2016, 9, 30), "Q2"),
)


def build_sheets(size: int) -> dict[str, Rows]:
    """Return the sheets of a workbook with `size` audits."""
    return {
        "Report": _SETTINGS,
        "Lists": _lists(),
        "Practice areas": (("Area",), *((area,) for area in AREAS)),
        "Audits": _audits(size),
        "Thematic audits": _THEMES,
        "CP cases": _judged_cases(size // 50),
        "Voice cases": _evidence_cases(size // 50),
        "Questions": _QUESTIONS,
        "Rounds": (("Round", "Respondent", "Asked"), ("Spring", "Parent/carer", size)),
        "Feedback": _feedback(size // 10),
        "Schedule": _schedule(size),
        "Narrative": _narrative(),
        "Actions": _actions(size // 10),
        "Previous year": (("What", *JUDGEMENTS), ("Overall", 3, 40, 50, 7)),
        "Targets": (("Measure", "At least"), ("Good or better", "60%")),
    }


def _lists() -> Iterator[tuple[Value, ...]]:
    columns = {"Teams": _TEAMS, "Services": _SERVICES, "Case types": _CASE_TYPES}
    yield tuple(columns)
    for row in range(max(map(len, columns.values()))):
        yield tuple(words[row] if row < len(words) else None for words in columns.values())


def _judgement(chance: Random) -> str:
    return chance.choices(JUDGEMENTS, (1, 8, 9, 2))[0]


def _day(chance: Random) -> date:
    return _START + timedelta(days=chance.randrange(365))


def _audits(size: int) -> Iterator[tuple[Value, ...]]:
    chance = Random(size)
    yield (*_HEADER, *AREAS)
    for number in range(1, size + 1):
        yield _audit(chance, number)


def _audit(chance: Random, number: int) -> tuple[Value, ...]:
    first = _judgement(chance)
    second = _judgement(chance) if chance.random() < 0.3 else None
    areas = ["N/A" if chance.random() < 0.1 else _judgement(chance) for _ in AREAS]
    moderated: tuple[Value, ...] = ("Yes" if second else "No", second, second or first)
    kind = chance.choices(_TYPES, (7, 1, 1, 1))[0]
    profile = (chance.choice(_SERVICES), chance.choice(_CASE_TYPES), chance.choice(_TEAMS))
    ref, case = f"A{number}", f"{chance.randrange(10**6):07}"
    age, auditor = chance.randrange(18), f"Auditor {chance.randrange(40)}"
    return (ref, case, _day(chance), first, *moderated, kind, *profile, age, auditor, *areas)


def _judged_cases(count: int) -> Iterator[tuple[Value, ...]]:
    chance = Random(count)
    yield ("Case", "Team", "Overall judgement", *AREAS[:5], "Observation")
    for number in range(1, count + 1):
        items = (_judgement(chance) for _ in range(5))
        yield (number, chance.choice(_TEAMS), _judgement(chance), *items, "Plan is up to date.")


def _evidence_cases(count: int) -> Iterator[tuple[Value, ...]]:
    chance = Random(count)
    yield ("Case", "Seen alone", "Wishes recorded", "Plan shared")
    for number in range(1, count + 1):
        yield (number, *(chance.choice(("✓", "X", "Joint working")) for _ in range(3)))


def _feedback(count: int) -> Iterator[tuple[Value, ...]]:
    chance = Random(count)
    yield ("Round", "Date", "Respondent", "F1", "F2", "F3")
    for number in range(1, count + 1):
        answers = chance.choice(("Always", "Sometimes", "Never")), chance.choice(("Yes", "No"))
        yield ("Spring", _day(chance), "Parent/carer", *answers, f"Comment {number}.")


def _schedule(size: int) -> Iterator[tuple[Value, ...]]:
    yield ("From", "To", "Planned", "Open cases", "Note")
    for quarter in range(4):
        first = date(2016 + (quarter == 3), (4, 7, 10, 1)[quarter], 1)
        yield (first, first + timedelta(days=89), size // 4, size, None)


def _narrative() -> Iterator[tuple[Value, ...]]:
    yield ("Section", "Heading", "Text")
    for section in ("Introduction", "Q1", "Q2", "Q3", "Q4", "Year", "Summary", "Next steps"):
        yield (section, None, "Of the audits of Q4, {{ Q4 completed }} were completed.\n- a point")


def _actions(count: int) -> Iterator[tuple[Value, ...]]:
    chance = Random(count)
    yield ("Action", "Action ref", "From", "Practice area", "Owner", "Due", "Status", "Completed")
    for number in range(1, count + 1):
        due = _day(chance)
        end = ("Complete", due) if chance.random() < 0.7 else ("Open", None)
        audit, area = f"A{chance.randrange(1, 10 * count + 1)}", chance.choice(AREAS)
        yield (f"Do thing {number}", f"T{number}", audit, area, f"Owner {number % 20}", due, *end)


def name_workbook(folder: Path, size: int) -> Path:
    """Return the path of the workbook with `size` audits."""
    return folder / f"{size}.xlsx"


def main(folder: Path, sizes: tuple[int, ...]) -> None:
    """Write a workbook of each size that the folder does not hold yet."""
    folder.mkdir(parents=True, exist_ok=True)
    for size in sizes:
        path = name_workbook(folder, size)
        if not path.exists():
            write_workbook(path, build_sheets(size))


if __name__ == "__main__":
    main(Path(sys.argv[1]), tuple(map(int, sys.argv[2:])) or SIZES)
