"""The schedule and the actions of the demonstration."""

from datetime import date

from demo_rows import Row
from demo_thematic import EARLY_HELP_1, NEGLECT, RETURN_2

_NEGLECT_MONTH = "Twelve of the audits planned for September were given to the theme of neglect"

# Open cases stand once a quarter, at its end.
SCHEDULE: tuple[Row, ...] = (
    ("From", "To", "Planned", "Open cases", "Note", "Publish"),
    (date(2024, 4, 1), date(2024, 4, 30), 10, None, None, None),
    (date(2024, 5, 1), date(2024, 5, 31), 10, None, None, None),
    (date(2024, 6, 1), date(2024, 6, 30), 9, 1184, None, None),
    (date(2024, 7, 1), date(2024, 7, 31), 11, None, None, None),
    (date(2024, 8, 1), date(2024, 8, 31), 10, None, None, None),
    (date(2024, 9, 1), date(2024, 9, 30), 22, 1231, _NEGLECT_MONTH, "Yes"),
    (date(2024, 10, 1), date(2024, 10, 31), 11, None, None, None),
    (date(2024, 11, 1), date(2024, 11, 30), 11, None, None, None),
    (date(2024, 12, 1), date(2024, 12, 31), 11, 1209, "Two auditors were away", "No"),
    (date(2025, 1, 1), date(2025, 1, 31), 11, None, None, None),
    (date(2025, 2, 1), date(2025, 2, 28), 11, None, None, None),
    (date(2025, 3, 1), date(2025, 3, 31), 12, 1176, None, None),
)

_EARLY_HELP = "Head of Early Help"
_SAFEGUARDING = "Head of Safeguarding"
_CARE = "Head of Children in Care"
_QUALITY = "Quality Assurance Manager"
_PRINCIPAL = "Principal Social Worker"
_REVIEWING = "Independent Reviewing Manager"

ACTIONS: tuple[Row, ...] = (
    ("Action ref", "Action", "From", "Practice area", "Raised", "Owner", "Due", "Status",
     "Completed", "Outcome", "Publish"),
    ("NP01", "Agree one supervision standard and train every team manager in it", "Year 2023-24",
     "Supervision", date(2024, 3, 27), _PRINCIPAL, date(2024, 9, 30), "Done",
     date(2024, 9, 18), "In use in every team from October", "Yes"),
    ("NP02", "Run a workshop on plans for each team", "Year 2023-24", "Planning",
     date(2024, 3, 27), _PRINCIPAL, date(2024, 11, 29), "Complete", date(2025, 1, 24),
     "Held in all seven teams; plans have not changed much yet", "Yes"),
    ("NP03", "Set reviews by the child's calendar and watch their dates weekly", "Q1",
     "Reviewing", date(2024, 7, 11), _REVIEWING, date(2024, 12, 20), "In progress", None,
     "Dates are watched; two posts are vacant", "Yes"),
    ("NP04", "Put an example of a good assessment from each team on the practice site", "Q1",
     "Assessment", date(2024, 7, 11), _PRINCIPAL, date(2024, 10, 31), "Complete",
     date(2024, 10, 29), "Seven examples, used in induction", "Yes"),
    ("NP05", "Give schools the new early help form and show them how it is used", EARLY_HELP_1,
     "Assessment", date(2024, 7, 3), _EARLY_HELP, date(2024, 9, 13), "Complete",
     date(2024, 9, 10), "Forty schools took part", "Yes"),
    ("NP06", "Use the neglect tool at the first visit and at each review", NEGLECT, "Risk",
     date(2024, 10, 8), _SAFEGUARDING, date(2025, 1, 31), "Complete", date(2025, 3, 4),
     "Used in eight of ten new cases", "Yes"),
    ("NP07", "Read again every case of neglect that was closed twice", NEGLECT, "Risk",
     date(2024, 10, 8), _SAFEGUARDING, date(2024, 12, 13), "Complete", date(2024, 12, 12),
     "Nineteen read, two reopened", "No"),
    ("NP08", "Record what identity means to the child in each plan", "Q2", "Identity",
     date(2024, 10, 15), _CARE, date(2025, 2, 28), "In progress", None, None, "Yes"),
    ("NP09", "Agree with police how accounts given on return are passed on", RETURN_2,
     "Partnership", date(2024, 11, 6), "Head of Exploitation and Missing", date(2025, 1, 17),
     "Complete", date(2025, 1, 15), "One inbox, read each day", "Yes"),
    ("NP10", "Write the plan in the meeting, on one page, with the family", "Q3", "Planning",
     date(2025, 1, 14), _SAFEGUARDING, date(2025, 4, 30), "In progress", None,
     "Trial in Safeguarding East", "Yes"),
    ("NP11", "Fill the two vacant posts of reviewing officer", "Q3", "Reviewing",
     date(2025, 1, 14), _REVIEWING, date(2025, 6, 30), "In progress", None,
     "One post filled", "Yes"),
    ("NP12", "Ask each family for its view before the audit is written", "Q2", None,
     date(2024, 10, 15), _QUALITY, date(2025, 3, 31), "Complete", date(2025, 3, 27),
     "Part of the audit form", "Yes"),
    ("NP13", "Keep chronologies up to date with a monthly hour for it", "Q4", None,
     date(2025, 4, 10), None, date(2025, 9, 30), "Open", None, None, "Yes"),
    ("NP14", "Support Safeguarding West: second reader for each plan", "Q4", "Planning",
     date(2025, 4, 10), _SAFEGUARDING, date(2025, 7, 31), "Open", None, None, "No"),
    ("NP15", "Audit every case of a care leaver under nineteen", "Q4", "Adulthood",
     date(2025, 4, 10), _CARE, date(2025, 10, 31), "Open", None, None, "Yes"),
)  # fmt: skip
