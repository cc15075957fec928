"""Workbooks of 100, 1,000, 10,000 and 100,000 audits, for the measurements.

    python benchmarks/generate.py FOLDER [SIZE …]

Every sheet of the contract is filled, in proportion to the audits; the same size gives the same
bytes. With a mark, such as `017`, a workbook is one of a region's: its references, thematic audits
and rounds bear it, so that many can be read together. Nobody in them exists.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from sheet_writing import Rows, Value, write_workbook

SIZES = (100, 1_000, 10_000, 100_000)
FULL = 1_048_575  # what a sheet holds below its header
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
_WIDE_HEADER = ("Status", "Gender", "Children", "Moderator", "Impact judgement")
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


def build_sheets(size: int, mark: str = "") -> dict[str, Rows]:
    """Return the sheets of a workbook with `size` audits, whose names bear the mark.

    A marked one lacks the two sheets that a data set has once.
    """
    themes = (_marked("Child Protection", mark), _marked("Voice", mark))
    judged, evidence = _marked("CP cases", mark), _marked("Voice cases", mark)
    spring = _marked("Spring", mark)
    once: dict[str, Rows] = {
        "Previous year": (("What", *JUDGEMENTS), ("Overall", 3, 40, 50, 7)),
        "Targets": (("Measure", "At least"), ("Good or better", "60%")),
    }
    return {
        "Report": _SETTINGS,
        "Lists": _lists(),
        "Practice areas": (("Area",), *((area,) for area in AREAS)),
        "Audits": _audits(size, mark),
        "Thematic audits": (
            ("Name", "Sheet", "Recorded as", "From", "To", "Placed in"),
            (themes[0], judged, "Judgement", _START, date(2016, 6, 30), "Q1"),
            (themes[1], evidence, "Evidence", date(2016, 7, 1), date(2016, 9, 30), "Q2"),
        ),
        judged: _judged_cases(size // 50),
        evidence: _evidence_cases(size // 50),
        "Questions": _QUESTIONS,
        "Rounds": (("Round", "Respondent", "Asked"), (spring, "Parent/carer", size)),
        "Feedback": _feedback(size // 10, spring),
        "Schedule": _schedule(size),
        "Narrative": _narrative(),
        "Actions": _actions(size // 10, mark),
        **({} if mark else once),
    }


def _marked(name: str, mark: str) -> str:
    return f"{name} {mark}".strip()


def _lists() -> Iterator[tuple[Value, ...]]:
    columns = {"Teams": _TEAMS, "Services": _SERVICES, "Case types": _CASE_TYPES}
    yield tuple(columns)
    for row in range(max(map(len, columns.values()))):
        yield tuple(words[row] if row < len(words) else None for words in columns.values())


def _judgement(chance: Random) -> str:
    return chance.choices(JUDGEMENTS, (1, 8, 9, 2))[0]


def _day(chance: Random) -> date:
    return _START + timedelta(days=chance.randrange(365))


def _audits(size: int, mark: str) -> Iterator[tuple[Value, ...]]:
    chance = Random(f"{size} {mark}" if mark else size)
    is_wide = size == FULL
    yield (*_HEADER, *AREAS, *(_WIDE_HEADER if is_wide else ()))
    for number in range(1, size + 1):
        audit = _audit(chance, _ref("A", number, mark))
        yield (*audit, *_wide_cells(chance)) if is_wide else audit


def _ref(letter: str, number: int, mark: str) -> str:
    return f"{mark}-{letter}{number}".lstrip("-")


def _audit(chance: Random, ref: str) -> tuple[Value, ...]:
    first = _judgement(chance)
    second = _judgement(chance) if chance.random() < 0.3 else None
    areas = ["N/A" if chance.random() < 0.1 else _judgement(chance) for _ in AREAS]
    moderated: tuple[Value, ...] = ("Yes" if second else "No", second, second or first)
    kind = chance.choices(_TYPES, (7, 1, 1, 1))[0]
    profile = (chance.choice(_SERVICES), chance.choice(_CASE_TYPES), chance.choice(_TEAMS))
    case = f"{chance.randrange(10**6):07}"
    age, auditor = chance.randrange(18), f"Auditor {chance.randrange(40)}"
    return (ref, case, _day(chance), first, *moderated, kind, *profile, age, auditor, *areas)


def _wide_cells(chance: Random) -> tuple[Value, ...]:
    """Return what a wide sheet holds besides."""
    gender, children = chance.choice(("Female", "Male")), chance.randrange(1, 5)
    return ("Completed", gender, children, f"Manager {chance.randrange(9)}", _judgement(chance))


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


def _feedback(count: int, round_name: str) -> Iterator[tuple[Value, ...]]:
    chance = Random(count)
    yield ("Round", "Date", "Respondent", "F1", "F2", "F3")
    for number in range(1, count + 1):
        answers = chance.choice(("Always", "Sometimes", "Never")), chance.choice(("Yes", "No"))
        yield (round_name, _day(chance), "Parent/carer", *answers, f"Comment {number}.")


def _schedule(size: int) -> Iterator[tuple[Value, ...]]:
    yield ("From", "To", "Planned", "Open cases", "Note")
    for quarter in range(4):
        first = date(2016 + (quarter == 3), (4, 7, 10, 1)[quarter], 1)
        yield (first, first + timedelta(days=89), size // 4, size, None)


def _narrative() -> Iterator[tuple[Value, ...]]:
    yield ("Section", "Heading", "Text")
    for section in ("Introduction", "Q1", "Q2", "Q3", "Q4", "Year", "Summary", "Next steps"):
        yield (section, None, "Of the audits of Q4, {{ Q4 completed }} were completed.\n- a point")


def _actions(count: int, mark: str) -> Iterator[tuple[Value, ...]]:
    chance = Random(count)
    yield ("Action", "Action ref", "From", "Practice area", "Owner", "Due", "Status", "Completed")
    for number in range(1, count + 1):
        due = _day(chance)
        end = ("Complete", due) if chance.random() < 0.7 else ("Open", None)
        audit, area = _ref("A", chance.randrange(1, 10 * count + 1), mark), chance.choice(AREAS)
        task, ref, owner = f"Do thing {number}", _ref("T", number, mark), f"Owner {number % 20}"
        yield (task, ref, audit, area, owner, due, *end)


def name_workbook(folder: Path, size: int) -> Path:
    """Return the path of the workbook with `size` audits."""
    return folder / f"{size}.xlsx"


def name_region(folder: Path, size: int, books: int) -> dict[Path, str]:
    """Return the marks of a region's workbooks, of `size` audits each, by their paths."""
    region = folder / f"{books} of {size}"
    marks = ("", *(f"{number:03}" for number in range(2, books + 1)))
    return {region / f"{number:03}.xlsx": mark for number, mark in enumerate(marks, start=1)}


def make_workbook(path: Path, size: int, mark: str = "") -> None:
    """Write a workbook if it is not there yet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        write_workbook(path, build_sheets(size, mark))


def main(folder: Path, sizes: tuple[int, ...]) -> None:
    """Write a workbook of each size that the folder does not hold yet."""
    for size in sizes:
        make_workbook(name_workbook(folder, size), size)


if __name__ == "__main__":
    main(Path(sys.argv[1]), tuple(map(int, sys.argv[2:])) or SIZES)
