"""Random councils: small years of audits, thematic audits and feedback, as data sets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from random import Random

from records import (
    WORDS,
    audit,
    case,
    data_set,
    feedback_round,
    question,
    reply,
    response,
    settings,
    source,
    theme,
)

from auditreport.reading.dataset import (
    NOT_RECORDED,
    Answer,
    Audit,
    DataSet,
    Evidence,
    Kind,
    Measure,
    PracticeArea,
    Question,
    Reply,
    Response,
    Status,
    Target,
    ThematicAudit,
)
from auditreport.reading.year import Quarter

QUARTERS = {
    "Q1": date(2016, 4, 1),
    "Q2": date(2016, 7, 1),
    "Q3": date(2016, 10, 1),
    "Q4": date(2017, 1, 1),
}
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "Service": ("Early Help", "Assessment", "Children in Care"),
    "Team": ("Early Help", "Assessment", "North", "South", "Leaving Care", NOT_RECORDED),
    "Case type": ("Child in need", "Child protection", "Looked after", NOT_RECORDED),
    "Age band": ("Under 1", "1 to 5", "6 to 9", "10 to 14", "15 and over"),
    "Gender": ("Female", "Male"),
}
_LISTS = {"Service": "Services", "Team": "Teams", "Case type": "Case types"}
_KINDS = ("Parent/carer", "Child", "Partner")
_AREAS = ("Risk", "Plans")
_TYPES = ("Scheduled", "Scheduled", "Scheduled", "Re-audit", "Inspection")
_LETTERS = ("OGGRRI", "GGGGR", "OGGGRRRII- ", "GR-  ")
_QUESTIONS = (
    question("F1", "Always; Sometimes; Never", "Always; Sometimes"),
    question("F2", "Yes; No", "Yes"),
    question("F3", "", ""),
)
_MEASURE = "Seen in time"

Columns = Mapping[str, Sequence[str]]


def make_council(seed: int) -> DataSet:
    """Return a made-up council: the same one for the same number."""
    chance = Random(seed)
    columns = _choose_columns(chance)
    quarters = list(QUARTERS)[: chance.choice((1, 2, 3, 4, 4, 4))]
    given = [column for column in columns if column in _LISTS and chance.random() < 0.5]
    last = QUARTERS[quarters[-1 if chance.random() < 0.9 else 0]]
    return data_set(
        _make_audits(chance, columns, quarters),
        settings=settings(
            hide_counts_up_to=chance.choice((0, 1, 2, 3, 5, 5, 5, 5, 5, 10)),
            protect_judgements=chance.random() < 0.4,
            show_gender_and_ethnicity=chance.random() < 0.3,
            date=last + timedelta(days=85),
        ),
        areas=tuple(PracticeArea(name, name) for name in _AREAS),
        lists={
            _LISTS[column]: tuple(v for v in columns[column] if v != NOT_RECORDED)
            for column in given
        },
        thematic=(*_make_evidence(chance), *_make_judged(chance, columns)),
        questions=_QUESTIONS,
        responses=tuple(_make_responses(chance)),
        rounds=tuple(feedback_round(name) for name in ("Spring", "Autumn")),
        targets=(Target(source("Targets"), "Good or better", Fraction(7, 10), None),)
        if chance.random() < 0.3
        else (),
        measures=(Measure(source("Measures"), _MEASURE, _MEASURE),)
        if chance.random() < 0.3
        else (),
    )


def until(council: DataSet, quarter: str) -> DataSet:
    """Return a council as it stood at the end of a quarter."""
    names = list(QUARTERS)[: list(QUARTERS).index(quarter) + 1]
    audits = tuple(found for found in council.audits if found.quarter in names)
    day = QUARTERS[quarter] + timedelta(days=85)
    return replace(council, audits=audits, settings=replace(council.settings, date=day))


def _choose_columns(chance: Random) -> dict[str, tuple[str, ...]]:
    """Return the profile columns of a council, each with the values that occur there."""
    return {
        column: tuple(chance.sample(values, chance.randint(1, len(values))))
        for column, values in COLUMNS.items()
        if chance.random() < 0.85
    }


def _make_profiles(chance: Random, columns: Columns, number: int) -> Iterator[dict[str, str]]:
    """Yield profiles in which some values are rare; teams may be named like their service."""
    weights = {c: [chance.choice((1, 1, 3, 10)) for _ in found] for c, found in columns.items()}
    nested = chance.random() < 0.5
    for _ in range(number):
        profile = {c: chance.choices(found, weights[c])[0] for c, found in columns.items()}
        if nested and profile.get("Service") in columns.get("Team", ()):
            profile["Team"] = profile["Service"]
        yield profile


def _make_audits(chance: Random, columns: Columns, quarters: Sequence[str]) -> tuple[Audit, ...]:
    letters = chance.choice(_LETTERS)
    number = chance.choice((5, 10, 20, 40, 80))
    return tuple(
        _make_audit(chance, chance.choice(quarters), letters, profile)
        for profile in _make_profiles(chance, columns, number)
    )


def _make_audit(chance: Random, quarter: str, letters: str, profile: Mapping[str, str]) -> Audit:
    moderated = chance.random() < 0.3
    second = chance.choice(("Good", "Requires Improvement")) if moderated else None
    return audit(
        chance.choice(letters),
        quarter,
        profile=profile,
        audit_type=chance.choice(_TYPES),
        moderated=moderated,
        moderated_judgement=second,
        final=second if moderated and chance.random() < 0.5 else None,
        areas={name: WORDS[chance.choice(letters)] for name in _AREAS},
        immediate_concern=chance.random() < 0.1,
        impact=chance.choice(("Good", "Requires Improvement", None)),
        measures={_MEASURE: chance.choice(tuple(Answer))},
        status=Status.EXEMPT if chance.random() < 0.03 else Status.COMPLETED,
    )


def _make_evidence(chance: Random) -> Iterator[ThematicAudit]:
    """Yield up to three rounds of an evidence audit, each compared with the one before."""
    marks = [chance.choice(("yyyn", "yn ", "ynx ", "yyyyyyxn")) for _ in range(3)]
    all_cases = chance.random() < 0.5
    for number in range(chance.randint(0, 3)):
        yield theme(
            f"Voice {number}",
            kind=Kind.EVIDENCE,
            quarter=Quarter.Q1,
            items=tuple(f"Item {item}" for item in range(len(marks))),
            cases=tuple(
                case(evidence=_make_findings(chance, marks))
                for _ in range(chance.choice((1, 3, 6, 12, 25)))
            ),
            all_cases=all_cases if chance.random() < 0.8 else not all_cases,
            compared_with=f"Voice {number - 1}" if number else None,
            counts_towards_total=chance.random() < 0.3,
        )


def _make_findings(chance: Random, marks: Sequence[str]) -> dict[str, Evidence]:
    answers = {
        "y": Evidence(Answer.YES),
        "n": Evidence(Answer.NO),
        " ": Evidence(Answer.NOT_RECORDED),
    }
    reasons = ("Joint working", "No meeting", "")
    return {
        f"Item {item}": answers.get(mark) or Evidence(Answer.NOT_APPLICABLE, chance.choice(reasons))
        for item, mark in enumerate(chance.choice(found) for found in marks)
    }


def _make_judged(chance: Random, columns: Columns) -> Iterator[ThematicAudit]:
    """Yield up to two rounds of a judged audit."""
    known = {column: found for column, found in columns.items() if column != "Service"}
    known["Completed by"] = ("School", "Health visitor", "Nursery")
    for number in range(chance.randint(0, 2)):
        letters = chance.choice(_LETTERS)
        profiles = _make_profiles(chance, known, chance.choice((2, 5, 10, 20)))
        yield theme(
            f"Plans {number}",
            items=("Aims", "Voice"),
            cases=tuple(
                case(
                    chance.choice(letters),
                    profile=profile,
                    judgements={i: WORDS[chance.choice(letters)] for i in ("Aims", "Voice")},
                )
                for profile in profiles
            ),
            compared_with="Plans 0" if number else None,
        )


def _make_responses(chance: Random) -> Iterator[Response]:
    for name in ("Spring", "Autumn"):
        kinds = chance.sample(_KINDS, chance.randint(1, 3))
        for _ in range(chance.choice((0, 3, 8, 20))):
            row = response(
                {found.code: _make_reply(chance, found) for found in _QUESTIONS},
                chance.choice(kinds),
                name,
            )
            yield replace(row, publish=chance.random() < 0.3)


def _make_reply(chance: Random, asked: Question) -> Reply | None:
    if chance.random() < 0.2:
        return None
    if asked.is_open:
        return reply(chance.choice(("They listened", "It took long")))
    if chance.random() < 0.15:
        return reply(chance.choice(("Not sure", "Too soon to say")))
    answer = chance.choice(asked.answers)
    return reply(answer, answer)
