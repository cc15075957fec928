"""The sheets that auditreport reads, each declared once."""

from __future__ import annotations

from auditreport.reading.contract_audits import AUDITS
from auditreport.reading.contract_optional import (
    ACTIONS,
    FEEDBACK,
    MEASURES,
    NARRATIVE,
    PREVIOUS_YEAR,
    QUESTIONS,
    ROUNDS,
    SCHEDULE,
    TARGETS,
    THEMATIC_AUDITS,
    THEMATIC_CASES,
)
from auditreport.reading.schema import Column, Holds, SheetSchema

__all__ = [
    "ACTIONS",
    "ALIASES",
    "AUDITS",
    "FEEDBACK",
    "LISTS",
    "MEASURES",
    "NARRATIVE",
    "PRACTICE_AREAS",
    "PREVIOUS_YEAR",
    "QUESTIONS",
    "REPORT",
    "ROUNDS",
    "SCHEDULE",
    "SETTINGS",
    "SHEETS",
    "TARGETS",
    "THEMATIC_AUDITS",
    "THEMATIC_CASES",
]

_TEXT, _LIST, _DATE, _NUMBER = Holds.TEXT, Holds.LIST, Holds.DATE, Holds.NUMBER
_YES_NO = Holds.YES_NO

REPORT = SheetSchema(
    "Report",
    "One setting a row.",
    (
        Column("Setting", _LIST, "Which setting it is."),
        Column("Value", _LIST, "What it is set to."),
    ),
    required=(("Setting",), ("Value",)),
    key="Setting",
    has_totals=False,
)

SETTINGS: tuple[Column, ...] = (
    Column("Organisation", _TEXT, "Whose report it is.", ("Organization", "Council")),
    Column("Year", _DATE, "2016-17, or the day on which the year starts.", ("Report year",)),
    Column("Year starts", _LIST, "The month in which the year starts; April if not given."),
    Column("Title", _TEXT, "The report's title.", ("Report title",)),
    Column("Service", _TEXT, "The service that was audited."),
    Column("Authors", _TEXT, "Who wrote the report.", ("Author",)),
    Column("Approved by", _TEXT, "Who approved it."),
    Column(
        "Report date",
        _DATE,
        "The day against which actions are overdue; the latest audit date if not given.",
        ("Date", "Date of report"),
    ),
    Column(
        "Strength threshold",
        _NUMBER,
        "The share of Good or better from which an area is a strength; 70% if not given.",
    ),
    Column(
        "Development threshold",
        _NUMBER,
        "The share of Good or better below which an area is one for development; 50% if not given.",
    ),
    Column(
        "Fewest audits to compare",
        _NUMBER,
        "The smallest base on which an area is called a strength, or two are compared; 5 if not"
        " given.",
        ("Smallest base",),
    ),
    Column(
        "Hide counts up to",
        _NUMBER,
        "In a public edition, counts of children from 1 to this number are hidden; 5 if not given.",
        ("Small number",),
    ),
    Column(
        "Protect judgements",
        _YES_NO,
        "Yes or No: whether a public edition hides small counts of judgements too; No if not"
        " given.",
    ),
    Column(
        "Show gender and ethnicity",
        _YES_NO,
        "Yes or No: whether a public edition has the tables by gender and by ethnicity; No if not"
        " given.",
    ),
    Column("Colours", _LIST, "Ofsted or neutral; Ofsted if not given.", ("Colors",), "Colours"),
    Column("Logo", _TEXT, "The name of a picture beside the workbook: PNG or JPEG."),
)

PRACTICE_AREAS = SheetSchema(
    "Practice areas",
    "The practice areas that an audit judges, in the order of the report.",
    (
        Column("Area", _LIST, "A short name.", ("Practice area", "Name")),
        Column("Label", _LIST, "The name in full; the short name if not given.", ("Full name",)),
        Column("Aliases", _LIST, "Other headers for its column, separated by semicolons."),
    ),
    required=(("Area",),),
    key="Area",
)

LISTS = SheetSchema(
    "Lists",
    "One list a column; the header names it.",
    (
        Column("Judgements", _LIST, "The scale, best first."),
        Column("Good or better", _LIST, "Which of them are Good or better."),
        Column("Not judged", _LIST, "The words for a section that was not judged."),
        Column("Case types", _LIST, "The types of case."),
        Column("Age bands", _LIST, "Such as Under 1, 1 to 5, 15 and over."),
        Column("Teams", _LIST, "The teams."),
        Column("Services", _LIST, "The services."),
        Column("Audit types", _LIST, "Why audits are done."),
        Column("Action statuses", _LIST, "How far an action can have come."),
    ),
    has_totals=False,
    has_gaps=True,
)

ALIASES = SheetSchema(
    "Aliases",
    "The council's own words for values of the lists.",
    (
        Column("List", _LIST, "The list's name, as on the sheet Lists."),
        Column("Written as", _LIST, "The word as it is written.", ("Written",)),
        Column("Means", _LIST, "The value of the list that it means."),
    ),
    required=(("List",), ("Written as",), ("Means",)),
    has_totals=False,
)

SHEETS: tuple[SheetSchema, ...] = (
    REPORT,
    AUDITS,
    PRACTICE_AREAS,
    LISTS,
    ALIASES,
    THEMATIC_AUDITS,
    THEMATIC_CASES,
    FEEDBACK,
    QUESTIONS,
    ROUNDS,
    SCHEDULE,
    NARRATIVE,
    ACTIONS,
    PREVIOUS_YEAR,
    TARGETS,
    MEASURES,
)
