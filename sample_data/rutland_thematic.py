"""The thematic audits of the sample: what was looked at, and the invented cases one by one."""

from datetime import date

from rutland_audits import JUDGEMENTS, TEAMS

CHILD_PROTECTION = "Child Protection, August 2016"
VOICE_FIRST = "Voice of the child, August 2016"
VOICE_SECOND = "Voice of the child, February 2017"
EARLY_HELP_1 = "Early Help Assessments, May-July 2016"
EARLY_HELP_2 = "Early Help Assessments, August-October 2016"
EARLY_HELP_3 = "Early Help Assessments, November 2016-January 2017"

Cell = str | int | float | date | None
Row = tuple[Cell, ...]

THEMATIC_HEADERS = (
    "Name", "Sheet", "Recorded as", "From", "To", "Placed in", "Percentages are of",
    "Compared with", "Auditor", "Counts towards total", "Counted in",
)  # fmt: skip

THEMATIC_AUDITS: tuple[Row, ...] = (
    (CHILD_PROTECTION, "CP August 2016", "Judgement", date(2016, 8, 1), date(2016, 8, 31),
     "Q2", None, None, "Auditor A; Auditor D", "Yes", "cases"),
    (VOICE_FIRST, "Voice August 2016", "Evidence", date(2016, 8, 16), date(2016, 8, 16),
     "Appendix", "All cases", None, "Auditor G", "No", "cases"),
    (VOICE_SECOND, "Voice February 2017", "Evidence", date(2016, 8, 17), date(2017, 2, 28),
     "Appendix", "Applicable cases", VOICE_FIRST, "Auditor G", "No", "cases"),
    (EARLY_HELP_1, "EHA May-July 2016", "Judgement", date(2016, 5, 1), date(2016, 7, 31),
     "Appendix", None, None, "Auditor H", "No", "assessments"),
    (EARLY_HELP_2, "EHA August-October 2016", "Judgement", date(2016, 8, 1), date(2016, 10, 31),
     "Appendix", None, EARLY_HELP_1, "Auditor H", "No", "assessments"),
    (EARLY_HELP_3, "EHA Nov 2016-Jan 2017", "Judgement", date(2016, 11, 1), date(2017, 1, 31),
     "Appendix", None, EARLY_HELP_2, "Auditor H", "No", "assessments"),
)  # fmt: skip

CP_ITEMS = ("Child's voice", "Risk", "Assessment", "Plan", "Management oversight")

# Day of August 2016, age, team, the five items (n: Not recorded, a dot: left blank) and the
# overall judgement. The last fourteen cases were judged overall and in no item.
CP_ROWS = """
 1  9 SAF GOGGR G
 1  4 SAF GOGGR G
 2 13 ASM GGGGR G
 3  0 SAF ROGGR G
 4  7 SAF RGGGR R
 4 11 ASM RGRRR R
 5  2 SAF RGRGR R
 8 15 SAF nGRRR R
 9  6 ASM RRG.R R
 9  1 SAF .OnRn R
10  8 SAF RGnnR R
11 10 ASM RRRRn R
12  3 SAF .n.II I
15  5 SAF nRIII I
16 12 ASM IRIII I
17 14 SAF nnnII I
17  2 SAF ..... G
18  6 ASM ..... R
18  0 SAF ..... R
19  9 SAF ..... I
19 16 ASM ..... R
22  5 SAF ..... G
22 11 SAF ..... R
23  8 ASM ..... R
24  3 SAF ..... R
24 13 SAF ..... R
25  1 ASM ..... G
26  7 SAF ..... R
30 10 SAF ..... I
31  4 ASM ..... R
"""

CP_OBSERVATIONS = {
    1: "The child's wishes lead the plan, and visits follow it.",
    4: "Good record of direct work; the plan could say sooner what happens if nothing changes.",
    6: "Actions have an owner but several have no date.",
    9: "Supervision is held; the reasons for a decision are not always written down.",
    13: "History is not drawn together. Returned to the team manager on the day.",
    15: "Plan out of date when audited; rewritten within the week.",
}

VOICE_ITEMS = ("Present at TAF", "Voice in the plan", "1:1 work", "Child seen")

YES, NO = "✓", "X"
JOINT = "Joint working"
SINGLE = "Single agency"
CANCELLED = "1st TAF cancelled by the family"
NO_PLAN = "TAF plan not in place"  # a reason that began with "No" would be asked about

# Age, gender, the four items, observation.
VOICE_FIRST_ROWS: tuple[Row, ...] = (
    (7, "Female", JOINT, NO, YES, YES, "Talked with on her own; the plan is kept elsewhere."),
    (12, "Male", NO, YES, YES, YES, "Views were sent in writing and shared."),
    (3, "Female", None, None, None, YES, "Seen at home; meetings are not on file yet."),
    (10, "Male", SINGLE, NO, NO, YES, None),
    (13, "Female", NO, NO, YES, YES, "Drawing and talking used; little of it reached the plan."),
    (15, "Female", YES, YES, YES, YES, "Took part in the meeting and spoke for herself."),
    (6, "Male", CANCELLED, CANCELLED, NO, YES, "A new meeting date has been offered."),
    (16, "Male", JOINT, NO, NO, YES, None),
    (2, "Female", None, None, None, None, "Nothing on file at the time of the check."),
    (8, "Male", NO, NO, YES, YES, "A parent spoke for the child at the meeting."),
)
VOICE_SECOND_ROWS: tuple[Row, ...] = (
    (12, "Female", NO, YES, YES, YES, "Views gathered beforehand and read out with consent."),
    (3, "Male", YES, YES, NO, YES, "Watched at play; what was noticed is in the plan."),
    (8, "Male", NO, NO, YES, YES, "Direct work is recorded, its effect on the plan is not."),
    (16, "Female", YES, YES, YES, YES, "Helped to set the goals."),
    (0, "Male", JOINT, NO_PLAN, YES, YES, "Planned within the social care plan."),
    (4, "Female", NO, YES, NO, YES, "Observation rather than direct work, given the age."),
    (13, "Male", NO, YES, YES, YES, "Sees the worker shortly before each meeting."),
    (7, "Female", YES, YES, NO, YES, "Came to the last part of the meeting."),
    (10, "Male", NO, NO, YES, YES, "Wishes recorded on the file but missing from the plan."),
    (13, "Female", NO, YES, YES, YES, "A one-page profile made with the worker."),
)  # fmt: skip

# Date, completed by, overall judgement, observation.
EARLY_HELP_ROWS: dict[str, tuple[tuple[date, str, str, str | None], ...]] = {
    EARLY_HELP_1: (
        (date(2016, 5, 18), "School", "R", "Family details incomplete."),
        (date(2016, 5, 25), "School", "G", "Written with the family; needs are clear."),
        (date(2016, 6, 8), "Health visitor", "R", "The threshold chosen is not explained."),
        (date(2016, 6, 16), "School", "R", "More about the adults than about the child."),
        (date(2016, 6, 29), "School", "G", "Strengths and worries are both set out."),
        (date(2016, 7, 6), "Health visitor", "G", "Short and to the point; consent is recorded."),
        (date(2016, 7, 20), "School", "R", "The child's own view is missing."),
    ),
    EARLY_HELP_2: (
        (date(2016, 9, 14), "Social care step down", "R", "What is asked of Early Help is vague."),
        (date(2016, 9, 22), "Education", "G", "Goals can be measured."),
        (date(2016, 9, 29), "Homestart", "G", "The family's words are used throughout."),
        (date(2016, 10, 5), "Health visitor", "G", "History is drawn together well."),
        (date(2016, 10, 12), "Education", "I", "An out-of-date form was used; help was offered."),
        (date(2016, 10, 26), "Social care step down", "R", "Written consent was not attached."),
    ),
    EARLY_HELP_3: (
        (date(2016, 11, 9), "Education", "G", "The goals follow from the assessment."),
        (date(2016, 11, 17), "Education", "G", None),
        (date(2016, 11, 30), "Health visitor", "G", "Other professionals contributed."),
        (date(2016, 12, 7), "Education", "R", "Ethnicity and language left empty."),
        (date(2016, 12, 14), "Education", "G", "The young person agreed the wording."),
        (date(2017, 1, 11), "Early years", "G", "Play was used to learn what the child likes."),
        (date(2017, 1, 18), "Education", "R", "Goals are too general to review."),
        (date(2017, 1, 24), "Education", "G", None),
        (date(2017, 1, 31), "Education", "G", "Clear next steps with dates."),
    ),
}

ITEM_CODES: dict[str, str | None] = {**JUDGEMENTS, "n": "Not recorded", ".": None}


def child_protection_rows() -> tuple[Row, ...]:
    """Return the thirty cases: case, date, age, case type, team, five items, overall, words."""
    rows: list[Row] = []
    for number, line in enumerate(CP_ROWS.strip().splitlines(), start=1):
        day, age, team, items, overall = line.split()
        head = (f"CP{number:02d}", date(2016, 8, int(day)), int(age), "Child Protection")
        judged = tuple(ITEM_CODES[code] for code in items)
        tail = (JUDGEMENTS[overall], CP_OBSERVATIONS.get(number))
        rows.append((*head, TEAMS[team], *judged, *tail))
    return tuple(rows)


def case_sheets() -> dict[str, tuple[Row, ...]]:
    """Return the case sheets of the thematic audits by sheet name, header first."""
    names = {str(audit[0]): str(audit[1]) for audit in THEMATIC_AUDITS}
    cp_head = ("Case", "Date", "Age", "Case type", "Team")
    cp_header = (*cp_head, *CP_ITEMS, "Overall judgement", "Observation")
    sheets: dict[str, tuple[Row, ...]] = {
        names[CHILD_PROTECTION]: (cp_header, *child_protection_rows())
    }
    voice_header = ("Case", "Age", "Gender", *VOICE_ITEMS, "Observation")
    for name, prefix, rows in (
        (VOICE_FIRST, "VA", VOICE_FIRST_ROWS),
        (VOICE_SECOND, "VB", VOICE_SECOND_ROWS),
    ):
        cases = ((f"{prefix}{n:02d}", *row) for n, row in enumerate(rows, start=1))
        sheets[names[name]] = (voice_header, *cases)
    eha_header = ("Case", "Date", "Completed by", "Overall judgement", "Observation")
    for letter, (name, assessments) in zip("ABC", EARLY_HELP_ROWS.items(), strict=True):
        checked = (
            (f"E{letter}{n:02d}", day, source, JUDGEMENTS[judgement], words)
            for n, (day, source, judgement, words) in enumerate(assessments, start=1)
        )
        sheets[names[name]] = (eha_header, *checked)
    return sheets
