"""Small records of a data set, made without a workbook: every part has a plain default."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import hypothesis

from auditreport.analysis import analyse
from auditreport.analysis.distributions import summarise_good
from auditreport.analysis.figures import Figures, Good
from auditreport.reading import Reading
from auditreport.reading.dataset import (
    Action,
    Answer,
    Audit,
    DataSet,
    Evidence,
    FeedbackRound,
    Kind,
    NarrativePart,
    PracticeArea,
    Question,
    Reply,
    ReportSettings,
    Response,
    Scale,
    ScheduleEntry,
    Source,
    SourceFile,
    Status,
    ThematicAudit,
    ThematicCase,
)
from auditreport.reading.year import Quarter, ReportYear

# A property is held to its result alone, on a busy machine too.
unhurried = hypothesis.settings(deadline=None)

YEAR = ReportYear(date(2016, 4, 1))
SCALE = Scale(
    judgements=("Outstanding", "Good", "Requires Improvement", "Inadequate"),
    good_or_better=("Outstanding", "Good"),
    not_judged=("N/A", "Not recorded"),
)
WORDS: Mapping[str, str | None] = {
    "O": "Outstanding",
    "G": "Good",
    "R": "Requires Improvement",
    "I": "Inadequate",
    "-": "N/A",
    " ": None,
}
"""One letter for each thing that a judgement cell can say."""

EVIDENCE = {"y": Answer.YES, "n": Answer.NO, " ": Answer.NOT_RECORDED}
AREAS = ("Risk", "Plans", "Outcomes")


def source(sheet: str = "Audits", row: int = 2, **letters: str) -> Source:
    return Source("data.xlsx", sheet, row, letters or {"Text": "C"})


def audit(judgement: str = "G", quarter: str | None = "Q1", **changes: Any) -> Audit:
    """Return a completed audit of a quarter; `judgement` is a letter of WORDS."""
    known = Audit(
        source=source(),
        ref="",
        case_ref="",
        date=None,
        quarter=Quarter(quarter) if quarter else None,
        overall=WORDS[judgement],
        moderated=False,
        moderated_judgement=None,
        final=None,
        audit_type="Scheduled",
        status=Status.COMPLETED,
        profile={},
        areas={},
    )
    return replace(known, **changes)


def audits(judgements: str, quarter: str | None = "Q1", **changes: Any) -> tuple[Audit, ...]:
    """Return an audit for each letter."""
    return tuple(audit(letter, quarter, **changes) for letter in judgements)


def area_audits(quarter: str | None = "Q1", **areas: str) -> tuple[Audit, ...]:
    """Return audits by the judgements of their areas: `Risk="GGR"` makes three."""
    return tuple(
        audit(quarter=quarter, areas={n: WORDS[w] for n, w in zip(areas, row, strict=True)})
        for row in zip(*areas.values(), strict=True)
    )


def data_set(audits: Iterable[Audit] = (), **changes: Any) -> DataSet:
    """Return a data set of the year 2016-17."""
    known = DataSet(
        settings=settings(),
        scale=SCALE,
        areas=tuple(PracticeArea(name, f"Quality of {name}") for name in AREAS),
        lists={},
        audits=tuple(audits),
        thematic=(),
        questions=(),
        responses=(),
        rounds=(),
        schedule=(),
        narrative=(),
        actions=(),
        sources=(SourceFile("data.xlsx", "00"),),
    )
    return replace(known, **changes)


def settings(**changes: Any) -> ReportSettings:
    return replace(ReportSettings("Rutland County Council", YEAR), **changes)


def analysed(data: DataSet, as_of: date | None = date(2017, 3, 31)) -> Figures:
    return analyse(Reading(data, ()), as_of=as_of, tool="auditreport 0.1.0")


def good(count: int, base: int) -> Good:
    return summarise_good(count, base)


def theme(name: str = "Plans, August 2016", **changes: Any) -> ThematicAudit:
    known = ThematicAudit(
        source=source("Thematic audits"),
        name=name,
        sheet=name,
        kind=Kind.JUDGEMENT,
        start=date(2016, 8, 1),
        end=date(2016, 8, 31),
        quarter=Quarter.Q2,
        all_cases=False,
        compared_with=None,
        auditor="",
        counts_towards_total=False,
        counted_in="cases",
        items=(),
        has_overall=True,
        cases=(),
    )
    return replace(known, **changes)


def case(overall: str = " ", **changes: Any) -> ThematicCase:
    known = ThematicCase(
        source=source("Plans"),
        label="",
        date=None,
        profile={},
        overall=WORDS[overall],
        observation="",
        judgements={},
        evidence={},
    )
    return replace(known, **changes)


def judged_theme(name: str = "Plans, August 2016", **items: str) -> ThematicAudit:
    """Return a thematic audit by the judgements of its items, a letter for each case."""
    cases = tuple(
        case(judgements={n: WORDS[w] for n, w in zip(items, row, strict=True)})
        for row in zip(*items.values(), strict=True)
    )
    return theme(name, items=tuple(items), cases=cases)


def evidence_theme(
    name: str = "Voice", all_cases: bool = False, **items: Iterable[str]
) -> ThematicAudit:
    """Return an evidence audit: `y`, `n`, a blank, or a reason for each case."""
    cases = tuple(
        case(
            evidence={
                n: Evidence(EVIDENCE.get(w, Answer.NOT_APPLICABLE), "" if w in EVIDENCE else w)
                for n, w in zip(items, row, strict=True)
            }
        )
        for row in zip(*items.values(), strict=True)
    )
    return theme(name, kind=Kind.EVIDENCE, items=tuple(items), cases=cases, all_cases=all_cases)


def question(code: str = "Q1", answers: str = "Yes; No", positive: str = "Yes") -> Question:
    """Return a question; one without answers is open."""
    offered = tuple(answers.split("; ")) if answers else ()
    chosen = tuple(positive.split("; ")) if positive else ()
    return Question(source("Questions"), code, f"Text of {code}", not offered, offered, chosen)


def reply(text: str, offered: str | None = None) -> Reply:
    return Reply(text, offered)


def response(
    replies: Mapping[str, Reply | None], respondent: str = "Parent/carer", round_: str = "2016-17"
) -> Response:
    return Response(source("Feedback"), round_, None, respondent, "", replies, publish=False)


def feedback_round(name: str = "2016-17", **changes: Any) -> FeedbackRound:
    return replace(FeedbackRound(source("Rounds"), name, "", None, ""), **changes)


def schedule_entry(start: date, end: date, **changes: Any) -> ScheduleEntry:
    known = ScheduleEntry(source("Schedule"), start, end, None, None, "", publish=True)
    return replace(known, **changes)


def narrative(text: str, row: int = 2) -> NarrativePart:
    place = source("Narrative", row, Section="A", Text="C")
    return NarrativePart(place, "Summary", "", text, publish=False)


def action(**changes: Any) -> Action:
    known = Action(
        source=source("Actions"),
        ref="",
        text="Mend the plan",
        origin="Q1",
        area="Plans",
        raised=None,
        owner="Manager",
        due=None,
        status="Open",
        is_complete=False,
        completed=None,
        outcome="",
        publish=False,
    )
    return replace(known, **changes)
