"""Feedback, schedule and actions of the sample: published totals in invented rows and words."""

from datetime import date

from rutland_text import INSPECTION_ROUND, YEAR_ROUND
from rutland_thematic import CHILD_PROTECTION, EARLY_HELP_2, VOICE_FIRST, Row

QUESTIONS: tuple[Row, ...] = (
    ("Code", "Question", "Kind", "Answers", "Positive"),
    ("Q1", "Were your views and your family's listened to?", "Closed",
     "Always; Sometimes; Never", "Always; Sometimes"),
    ("Q2", "Was it clear what the worry was and what had to change?", "Closed", "Yes; No", "Yes"),
    ("Q3", "Has the worker been a help to your family?", "Closed", "Yes; No", "Yes"),
    ("Q4", "Did anyone tell you how to complain?", "Closed", "Yes; No", "Yes"),
    ("Q5", "What went well, and who helped most?", "Open", None, None),
    ("Q6", "What should we do differently?", "Open", None, None),
)  # fmt: skip

ROUNDS: tuple[Row, ...] = (
    ("Round", "Respondent", "Asked", "Heading"),
    (INSPECTION_ROUND, "Parent/carer", None, "Parents and carers of the inspection's cases"),
    (YEAR_ROUND, "Parent/carer", 24, "Parents and carers across the year"),
)

_FEEDBACK_HEADER: Row = (
    "Round", "Date", "Respondent", "Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Publish",
)  # fmt: skip

# Date, answers to Q1 to Q6, Publish.
_INSPECTION_ANSWERS: tuple[Row, ...] = (
    (date(2016, 11, 15), "Always", "Yes", "Yes", "Yes", "Explained each step.", None, "Yes"),
    (date(2016, 11, 16), "Sometimes", "Yes", "Yes", "No", None, "Fewer new faces.", "Yes"),
    (date(2016, 11, 16), "Always", "Yes", "Yes", "Yes", "Kept in touch.", None, None),
    (date(2016, 11, 18), "Never", "No", "No", "No", None, "Ask us before you decide.", "Yes"),
    (date(2016, 11, 21), "Sometimes", "Yes", "Yes", "Yes", None, None, None),
    (date(2016, 11, 22), "Always", "Yes", "Yes", None, "Patient with all of us.", None, "Yes"),
    (date(2016, 11, 24), "Sometimes", None, "No", "No", None, None, None),
    (date(2016, 11, 25), "Always", "Yes", "Yes", "Yes", "Came when it was needed.", None, None),
    (date(2016, 11, 28), "Never", "No", "No", "No", None, "Send papers earlier.", "Yes"),
    (date(2016, 11, 29), "Always", "Yes", "Yes", "Yes", None, None, None),
    (date(2016, 12, 1), "Sometimes", "Yes", "Yes", "Yes", None, "Meet after school.", None),
)

_YEAR_ANSWERS: tuple[Row, ...] = (
    (date(2016, 6, 14), "Always", "Yes", "Yes", "Yes", "Calm and honest.", None, "Yes"),
    (date(2016, 7, 5), "Sometimes", "Yes", "Yes", "No", "Good with forms.", "Less waiting.", None),
    (date(2016, 9, 20), "Always", "Yes", "Yes", "No (but wasn't necessary)",
     "They did what they had promised.", None, "Yes"),
    (date(2016, 10, 11), "Always", "Yes", "-", "Yes", None, "One contact for everything.", "Yes"),
    (date(2017, 1, 17), "Yes", "Yes", "Yes", "Yes", "Ideas that worked at home.", None, None),
    (date(2017, 1, 31), "Sometimes", "Yes", "In some cases - yes, some others, no", "Yes",
     None, "Tell schools what has been agreed.", "Yes"),
    (date(2017, 2, 14), "Always", "Yes", "Yes", "Not sure", "My child trusted them.", None, "Yes"),
    (date(2017, 2, 28), "Always", "Yes", "Yes", "Yes", "Never made us feel judged.", None, None),
    (date(2017, 3, 9), "Sometimes", "Yes", "No", "No", None, "More time for the child.", "Yes"),
    (date(2017, 3, 23), "Always", "Yes", "Yes", "Yes", "Always rang back.", None, None),
)  # fmt: skip


def feedback_rows() -> tuple[Row, ...]:
    """Return both rounds, header first."""
    rows: list[Row] = [_FEEDBACK_HEADER]
    for name, answers in ((INSPECTION_ROUND, _INSPECTION_ANSWERS), (YEAR_ROUND, _YEAR_ANSWERS)):
        rows += [(name, answer[0], "Parent/carer", *answer[1:]) for answer in answers]
    return tuple(rows)


# Open cases stand once a quarter, at its end.
SCHEDULE: tuple[Row, ...] = (
    ("From", "To", "Planned", "Open cases", "Note", "Publish"),
    (date(2016, 4, 1), date(2016, 4, 30), 5, None, None, None),
    (date(2016, 5, 1), date(2016, 5, 31), 6, None, None, None),
    (date(2016, 6, 1), date(2016, 6, 30), 6, 214, None, None),
    (date(2016, 7, 1), date(2016, 7, 31), 6, None, None, None),
    (date(2016, 8, 1), date(2016, 8, 31), 30, None,
     "August was given to one theme: every child with a protection plan", "Yes"),
    (date(2016, 9, 1), date(2016, 9, 30), 6, 207, None, None),
    (date(2016, 10, 1), date(2016, 10, 31), 6, None,
     "No audits completed due to inspection preparation", "Yes"),
    (date(2016, 11, 1), date(2016, 12, 31), 10, 198, "Audits for the inspection only", "Yes"),
    (date(2017, 1, 1), date(2017, 1, 31), 8, None, None, None),
    (date(2017, 2, 1), date(2017, 2, 28), 8, None, None, None),
    (date(2017, 3, 1), date(2017, 3, 31), 8, 221, None, None),
)  # fmt: skip

_EARLY_HELP = "Service Manager, Early Help"
_SOCIAL_CARE = "Service Manager, Children's Social Care"
_QUALITY = "Quality Assurance Manager"
_PRINCIPAL = "Principal Social Worker"

ACTIONS: tuple[Row, ...] = (
    ("Action ref", "Action", "From", "Practice area", "Raised", "Owner", "Due", "Status",
     "Completed", "Outcome", "Publish"),
    ("AC01", "Give every team the same small set of tools for hearing children", "Q1",
     "Voice of the child", date(2016, 7, 12), _EARLY_HELP, date(2016, 9, 30), "Complete",
     date(2016, 9, 21), "In use in both Early Help teams", "Yes"),
    ("AC02", "Put all review dates on one shared list", "Q1", "Reviews", date(2016, 7, 12),
     _SOCIAL_CARE, date(2016, 8, 31), "Complete", date(2016, 10, 6),
     "List in place; two reviews were found late", "Yes"),
    ("AC03", "Rewrite the plan and agree it with the family", "A16-010", "Plans",
     date(2016, 5, 24), "Team Manager, Assessment", date(2016, 5, 31), "Complete",
     date(2016, 5, 30), "Agreed with the family", None),
    ("AC04", "Write the reason for each decision in supervision records", CHILD_PROTECTION,
     "Decision making", date(2016, 9, 6), _SOCIAL_CARE, date(2016, 12, 16), "Complete",
     date(2017, 1, 20), "Spot check of six records: five had the reason", "Yes"),
    ("AC05", "Bring core group dates forward where they have slipped", CHILD_PROTECTION,
     "Coordination", date(2016, 9, 6), "Team Manager, Safeguarding", date(2016, 10, 14),
     "Complete", date(2016, 10, 12), "All dates set", "Yes"),
    ("AC06", "Note who speaks for a child who does not come to the meeting", VOICE_FIRST,
     "Voice of the child", date(2016, 8, 30), _EARLY_HELP, date(2016, 11, 30), "Complete",
     date(2016, 11, 25), "The meeting form asks for it", "Yes"),
    ("AC07", "Agree with social care what a step-down has to contain", EARLY_HELP_2,
     "Assessments", date(2016, 11, 15), _EARLY_HELP, date(2017, 3, 31), "Complete",
     date(2017, 5, 9), "One-page form agreed", "Yes"),
    ("AC08", "Hold workshops on plans that can be measured", "Q3", "Plans", date(2017, 1, 9),
     _PRINCIPAL, date(2017, 6, 30), "In progress", None, "Two of four workshops held", "Yes"),
    ("AC09", "Check the second plan for permanence in each case under review", "Q3",
     "Permanency", date(2017, 1, 9), "Team Manager, Permanence", date(2017, 4, 28), "Complete",
     date(2017, 4, 19), "Checked at each review", None),
    ("AC10", "Moderate one audit in five", "Q4", None, date(2017, 4, 11), _QUALITY,
     date(2017, 7, 31), "Open", None, None, "Yes"),
    ("AC11", "Say in each assessment what identity means for the child", "Q4", "Diversity",
     date(2017, 4, 11), _PRINCIPAL, date(2017, 9, 29), "In progress", None,
     "Guidance drafted", "Yes"),
    ("AC12", "Audit again the case judged Inadequate", "A16-037", "Risk", date(2017, 1, 13),
     _QUALITY, date(2017, 7, 14), "In progress", None, "Auditor named", None),
    ("AC13", "Ask children for feedback in a form that they choose", "Q4",
     "Voice of the child", date(2017, 4, 11), _QUALITY, date(2017, 10, 31), "Open", None, None,
     "Yes"),
    ("AC14", "Start pathway plans at fifteen and a half", "Q4", "Independence",
     date(2017, 4, 11), "Team Manager, Permanence", date(2017, 9, 15), "In progress", None,
     "Four of six begun", "Yes"),
)  # fmt: skip

LISTS: dict[str, tuple[str, ...]] = {
    "Judgements": ("Outstanding", "Good", "Requires Improvement", "Inadequate"),
    "Good or better": ("Outstanding", "Good"),
    "Not judged": ("N/A", "Not recorded"),
    "Case types": (
        "Early Help", "Child Protection", "Child in Need", "Looked After Child",
        "Adoption and Permanence", "Care Leaver",
    ),
    "Age bands": ("Under 1", "1 to 5", "6 to 9", "10 to 14", "15 and over"),
    "Teams": (
        "Early Help East", "Early Help West", "Assessment", "Safeguarding", "Permanence",
    ),
    "Services": ("Early Help", "Children's Social Care"),
    "Audit types": ("Scheduled", "Inspection", "Dip sample", "Re-audit"),
    "Action statuses": ("Open", "In progress", "Complete"),
}  # fmt: skip
