"""The settings and lists of the demonstration: an authority that does not exist."""

from datetime import date

from demo_rows import Row

AREAS: tuple[tuple[str, str, str | None], ...] = (
    ("Voice", "The child's voice and daily life", "Voice of the child; Lived experience"),
    ("Risk", "Seeing risk and answering it", None),
    ("Assessment", "Quality of assessment", "Assessments"),
    ("Planning", "Plans with steps, dates and owners", "Plans; Plan"),
    ("Reviewing", "Reviews on time that change the plan", "Reviews"),
    ("Partnership", "Work with partner agencies", "Coordination; Partners"),
    ("Identity", "Identity, culture and disability", "Diversity"),
    ("Supervision", "Management oversight and supervision", "Management oversight"),
    ("Permanence", "Permanence", None),
    ("Adulthood", "Preparing for adulthood", "Independence"),
)

# The header of an area's column in Audits, where it is not the area's name.
AREA_HEADERS = {
    "Voice": "Voice of the child",
    "Supervision": "Management oversight",
    "Adulthood": "Preparing for adulthood",
}

MEASURES: tuple[tuple[str, str | None, str | None], ...] = (
    ("Audited with the practitioner", None, None),
    ("Family's view sought", "The family's view was sought", "Yes"),
    ("Child seen alone", None, None),
    ("Chronology up to date", None, None),
    ("Drift or delay", "Drift or delay was found", "No"),
)

SERVICES = {
    "Early Help": ("Early Help North", "Early Help South"),
    "Assessment and Safeguarding": ("Assessment", "Safeguarding East", "Safeguarding West"),
    "Children in Care": ("Children in Care", "Leaving Care"),
}

CASE_TYPES = {
    "EH": "Early Help",
    "CIN": "Child in Need",
    "CP": "Child Protection",
    "CLA": "Child Looked After",
    "CL": "Care Leaver",
}

ETHNICITIES = (
    "White",
    "Mixed or multiple ethnic groups",
    "Asian or Asian British",
    "Black, Black British, Caribbean or African",
    "Other ethnic group",
)

LISTS: dict[str, tuple[str, ...]] = {
    "Judgements": ("Outstanding", "Good", "Requires Improvement", "Inadequate"),
    "Good or better": ("Outstanding", "Good"),
    "Not judged": ("N/A", "Not recorded"),
    "Case types": tuple(CASE_TYPES.values()),
    "Age bands": ("Under 1", "1 to 4", "5 to 9", "10 to 15", "16 and over"),
    "Teams": tuple(team for teams in SERVICES.values() for team in teams),
    "Services": tuple(SERVICES),
    "Audit types": ("Scheduled", "Dip sample", "Re-audit"),
    "Action statuses": ("Open", "In progress", "Complete"),
}

ALIASES: tuple[Row, ...] = (
    ("List", "Written as", "Means"),
    ("Judgements", "Not yet good", "Requires Improvement"),
    ("Case types", "LAC", "Child Looked After"),
    ("Teams", "CIC", "Children in Care"),
    ("Action statuses", "Done", "Complete"),
)

TARGETS: tuple[Row, ...] = (
    ("Measure", "At least", "At most"),
    ("Good or better", 0.5, None),
    ("Inadequate", None, 0.05),
    ("Completed", 0.95, None),
    ("Moderated", 0.25, None),
    ("Agreement", 0.85, None),
    ("Actions in time", 0.8, None),
    ("Child seen alone", 0.9, None),
    ("Audited with the practitioner", 0.6, None),
)


def settings(year: str, report_date: date) -> tuple[Row, ...]:
    """Return the sheet Report of one year."""
    return (
        ("Setting", "Value"),
        ("Organisation", "Wexmoor Borough Council"),
        ("Year", year),
        ("Title", "Learning from practice: annual report on case audits"),
        ("Service", "Children's Services"),
        ("Authors", "Principal Social Worker; Quality Assurance Team"),
        ("Approved by", "Director of Children's Services"),
        ("Report date", report_date),
        ("Strength threshold", 0.7),
        ("Development threshold", 0.5),
        ("Fewest audits to compare", 5),
        ("Hide counts up to", 5),
        ("Colours", "Ofsted"),
    )
