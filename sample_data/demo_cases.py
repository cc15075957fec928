"""The cases that the demonstration's audits look at: invented children, a seeded draw each."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from demo_lists import CASE_TYPES, ETHNICITIES
from demo_plan import QuarterPlan

T = TypeVar("T")

# How often each case type and team comes up, of a hundred audits.
TEAM_SHARES = (
    ("EH", "Early Help North", 11),
    ("EH", "Early Help South", 10),
    ("CIN", "Assessment", 14),
    ("CIN", "Safeguarding East", 6),
    ("CIN", "Safeguarding West", 7),
    ("CP", "Safeguarding East", 12),
    ("CP", "Safeguarding West", 11),
    ("CLA", "Children in Care", 20),
    ("CL", "Leaving Care", 9),
)

# Work differs between teams: above 0 an audit is likelier to be judged well.
TEAM_EFFECTS = {"Early Help North": 0.25, "Children in Care": 0.3, "Safeguarding West": -0.35}

AGES = {"EH": (2, 16), "CIN": (0, 16), "CP": (0, 15), "CLA": (1, 17), "CL": (17, 21)}

ETHNICITY_SHARES = (0.72, 0.82, 0.91, 0.97, 1.0)

_WORKING_DAYS = 5


@dataclass(slots=True)
class Case:
    """A child's case; blanks stand where the tracker has none."""

    ref: str
    kind: str
    team: str
    age: int | str
    gender: str | None
    ethnicity: str | None
    children: int


@dataclass(slots=True)
class Audit:
    """An audit while it is invented; `score` orders the quarter's audits, the best highest."""

    day: date
    case: Case
    final: str = ""
    score: float = 0.0
    ref: str = ""
    first: str = ""
    moderated: str = ""
    re_audit_of: str = ""
    areas: dict[str, str] = field(default_factory=dict)
    measures: dict[str, str] = field(default_factory=dict)


def shuffled(values: list[T], dice: Random) -> list[T]:
    """Return the values in a drawn order.

    Of random's methods only `random()` gives the same numbers in every version of Python.
    """
    keyed = [(dice.random(), value) for value in values]
    return [value for _, value in sorted(keyed, key=lambda pair: pair[0])]


def draw_number(dice: Random, low: int, high: int) -> int:
    """Return a whole number from low to high, both included."""
    return low + int(dice.random() * (high - low + 1))


def _teams_of(audits: int, dice: Random) -> list[tuple[str, str]]:
    """Return case type and team of so many audits, as near to the shares as whole audits come."""
    exact = [(kind, team, share * audits / 100) for kind, team, share in TEAM_SHARES]
    teams = [(kind, team) for kind, team, share in exact for _ in range(int(share))]
    by_rest = sorted(exact, key=lambda entry: entry[2] - int(entry[2]), reverse=True)
    teams += [(kind, team) for kind, team, _ in by_rest[: audits - len(teams)]]
    return shuffled(teams, dice)


def _draw_case(kind: str, team: str, dice: Random) -> Case:
    age: int | str = draw_number(dice, *AGES[kind])
    ethnicity_draw = dice.random()
    ethnicity = next(n for n, share in enumerate(ETHNICITY_SHARES) if ethnicity_draw < share)
    is_unborn = age == 0 and kind == "CP"
    blank = dice.random() < 0.04
    return Case(
        ref=f"C{draw_number(dice, 20000, 89999)}",
        kind=CASE_TYPES[kind],
        team=team,
        age="Unborn" if is_unborn else age,
        gender=None if is_unborn else ("Female" if dice.random() < 0.48 else "Male"),
        ethnicity=None if blank or is_unborn else ETHNICITIES[ethnicity],
        children=draw_number(dice, 2, 4) if kind in {"EH", "CP"} and dice.random() < 0.3 else 1,
    )


def _draw_day(month: date, dice: Random) -> date:
    """Return a working day of a month, none in the last days before Christmas."""
    day = month + timedelta(days=draw_number(dice, 1, 18 if month.month == 12 else 26))
    weekend = max(0, day.weekday() - _WORKING_DAYS + 1)
    return day - timedelta(days=weekend) if day.day > weekend else day + timedelta(days=2)


def draw_audits(plan: QuarterPlan, dice: Random) -> list[Audit]:
    """Return a quarter's audits in the order of their days, each with its final judgement."""
    teams = _teams_of(len(plan.finals), dice)
    cases = [_draw_case(kind, team, dice) for kind, team in teams]
    days = sorted(_draw_day(plan.months[n % 3], dice) for n in range(len(cases)))
    audits = [Audit(day, case) for day, case in zip(days, cases, strict=True)]
    for audit in audits:
        audit.score = dice.random() + TEAM_EFFECTS.get(audit.case.team, 0.0)
    ranked = sorted(audits, key=lambda audit: audit.score, reverse=True)
    for audit, final in zip(ranked, plan.finals, strict=True):
        audit.final = final
    return audits
