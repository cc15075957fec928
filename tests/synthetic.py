"""A made-up year in which every part of a report has something to say."""

from dataclasses import replace
from datetime import date
from functools import cache
from random import Random
from types import MappingProxyType
from typing import Any

from records import (
    WORDS,
    action,
    analysed,
    audit,
    case,
    data_set,
    evidence_theme,
    judged_theme,
    question,
    reply,
    response,
    schedule_entry,
    source,
)

from auditreport.analysis.figures import Figures
from auditreport.reading.dataset import Audit, DataSet, NarrativePart, PracticeArea, ThematicAudit
from auditreport.rendering import render
from auditreport.rendering.layout import Report
from auditreport.rendering.outline import build_report

AREAS = (
    *("Voice of the child", "Risk", "Decision making", "Coordination", "Diversity", "Assessments"),
    *("Plans", "Reviews", "Permanency", "Placements", "Independence", "Outcomes"),
)
_SIZES = {
    "Q1": (15, date(2016, 5, 1)),
    "Q2": (10, date(2016, 8, 1)),
    "Q3": (10, date(2016, 11, 20)),
    "Q4": (21, date(2017, 2, 2)),
}


def made_audits() -> tuple[Audit, ...]:
    chance = Random(3)
    return tuple(
        _made_audit(chance, quarter, day)
        for quarter, (count, day) in _SIZES.items()
        for _ in range(count)
    )


def _made_audit(chance: Random, quarter: str, day: date) -> Audit:
    moderated = chance.random() < 0.3
    return audit(
        chance.choice("OGGGRRRRI"),
        quarter,
        date=day,
        moderated=moderated,
        moderated_judgement="Good" if moderated else None,
        audit_type="Inspection" if quarter == "Q4" and chance.random() < 0.4 else "Scheduled",
        profile={
            "Age band": chance.choice(["Under 1", "1 to 5", "6 to 9"]),
            "Case type": chance.choice(["Child in need", "Child protection"]),
            "Service": chance.choice(["Early Help", "Social Care"]),
        },
        areas={area: WORDS[chance.choice("OGGGGRRRRI- ")] for area in AREAS},
    )


def made_themes() -> tuple[ThematicAudit, ...]:
    earlier = evidence_theme(
        "Voice, August 2016", True, Seen="yyyyn ", Plan=["y", "n", "Joint working", " ", "y", "n"]
    )
    later = evidence_theme(
        "Voice, February 2017", Seen="yyyyny", Plan=["y", "n", "Joint working", "No TAF", "y", "n"]
    )
    judged = judged_theme("Child Protection", Voice="GGRI  ", Risk="GGRIOO")
    return (
        earlier,
        replace(later, compared_with="Voice, August 2016", quarter=None),
        replace(
            judged,
            cases=judged.cases
            + tuple(
                case(letter, profile={"Completed by": "School", "Team": "Safeguarding"})
                for letter in "GGRRII"
            ),
            counts_towards_total=True,
        ),
    )


def full_data(**changes: Any) -> DataSet:
    replies = {"Q1": reply("Always", "Always"), "Q2": reply("Yes", "Yes"), "Q3": reply("Kind")}
    unsure = {"Q1": reply("Never", "Never"), "Q2": reply("Maybe"), "Q3": None}
    text = "It is **new**, see [the page](https://example.org).\n- one\n- {{ Q4 completed }} audits"
    known = data_set(
        made_audits(),
        areas=tuple(PracticeArea(name, f"Quality of {name}") for name in AREAS),
        thematic=made_themes(),
        questions=(
            question("Q1", "Always; Sometimes; Never", "Always; Sometimes"),
            question("Q2"),
            question("Q3", "", ""),
        ),
        responses=tuple(response(unsure if n % 4 == 0 else replies) for n in range(12)),
        narrative=(NarrativePart(source("Narrative"), "Introduction", "Scope", text, True),),
        actions=(
            action(due=date(2017, 1, 1)),
            action(
                ref="A2",
                status="Complete",
                is_complete=True,
                completed=date(2017, 2, 2),
                outcome="ok",
            ),
        ),
        lists=MappingProxyType({"Age bands": ("Under 1", "1 to 5", "6 to 9", "10+")}),
        schedule=(
            schedule_entry(date(2016, 10, 1), date(2016, 10, 31), note="Inspection", planned=5),
        ),
    )
    return replace(known, **changes)


@cache
def full_figures() -> Figures:
    return analysed(full_data())


def quarter_figures(name: str) -> Figures:
    return replace(full_figures(), scope=name)


@cache
def full_report() -> Report:
    return build_report(full_figures())


@cache
def full_files() -> MappingProxyType[str, bytes]:
    return MappingProxyType(render(full_figures()))


@cache
def full_page() -> str:
    return render(full_figures(), ("html",))["annual-report-2016-17.html"].decode()


def full_text() -> str:
    return full_files()["annual-report-2016-17.md"].decode()
