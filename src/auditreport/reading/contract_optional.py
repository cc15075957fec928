"""The declarations of the sheets that a workbook can do without."""

from __future__ import annotations

from auditreport.reading.schema import Column, Holds, SheetSchema

_REF, _NAME, _TEXT = Holds.REFERENCE, Holds.NAME, Holds.TEXT
_LIST, _DATE, _NUMBER, _YES_NO = Holds.LIST, Holds.DATE, Holds.NUMBER, Holds.YES_NO
_PUBLISH = Column("Publish", _YES_NO, "Whether a public edition may print the text; No if blank.")

THEMATIC_AUDITS = SheetSchema(
    "Thematic audits",
    "One thematic audit a row; its cases are on a sheet that it names.",
    (
        Column("Name", _LIST, "Its name.", ("Thematic audit", "Theme")),
        Column("Sheet", _LIST, "The sheet on which its cases are.", ("Sheet name",)),
        Column(
            "Recorded as",
            _LIST,
            "Judgement or Evidence.",
            ("Kind",),
            "Kinds of thematic audit",
        ),
        Column("From", _DATE, "The first day of the time it looked at.", ("Start", "Start date")),
        Column("To", _DATE, "The last day.", ("End", "End date")),
        Column("Placed in", _LIST, "Q1 to Q4, or Appendix, the default.", ("Place",), "Places"),
        Column(
            "Percentages are of",
            _LIST,
            "Applicable cases, the default, or All cases.",
            ("Denominator",),
            "Denominators",
        ),
        Column("Compared with", _LIST, "The Name of an earlier one.", ("Compare with",)),
        Column("Auditor", _NAME, "Who did it.", ("Auditors",)),
        Column(
            "Counts towards total",
            _YES_NO,
            "Whether its cases count as audits completed; No if blank.",
            ("Counts toward total",),
        ),
        Column("Counted in", _LIST, "What its rows are: cases, assessments, records …"),
    ),
    required=(("Name",), ("Sheet",), ("Recorded as",), ("From",), ("To",)),
    key="Name",
)

THEMATIC_CASES = SheetSchema(
    "Thematic cases",
    "The sheet of a thematic audit, which bears the name that Thematic audits gives: one case a"
    " row.",
    (
        Column("Case", _REF, "Any label, to point at.", ("Case ref", "Case no", "Child ID", "Ref")),
        Column("Thematic audit", _LIST, "The Name, where several share the sheet.", ("Theme",)),
        Column("Date", _DATE, "The day the case was looked at.", ("Audit date", "Date of audit")),
        Column("Age", _NUMBER, "In years.", ("Age band", "Child's age")),
        Column("Gender", _LIST, "The child's gender.", ("Sex",)),
        Column("Case type", _LIST, "The type of case.", ("Category", "Type of case"), "Case types"),
        Column("Team", _LIST, "The team.", (), "Teams"),
        Column("Completed by", _NAME, "Who wrote the assessment that was checked.", ("Author",)),
        Column(
            "Overall judgement",
            _LIST,
            "The judgement of the case.",
            ("Overall", "Overall grade"),
            "Judgements",
        ),
        Column(
            "Observation",
            _TEXT,
            "What was seen.",
            ("Observations", "Comment", "Comments", "Notes"),
        ),
    ),
    key="Case",
    others="Every other column is an item that was looked at.",
)

FEEDBACK = SheetSchema(
    "Feedback",
    "One respondent a row.",
    (
        Column("Round", _LIST, "The name of the round; the year if blank.", ("Feedback round",)),
        Column("Date", _DATE, "The day of the answer.", ("Date of response",)),
        Column(
            "Respondent",
            _LIST,
            "Parent/carer, Child, Partner, Practitioner, or another kind.",
            ("Respondent type", "Who answered"),
            "Respondents",
        ),
        Column("Audit ref", _REF, "The audit that it is about.", ("Ref",)),
        _PUBLISH,
    ),
    others="Every question is a column, headed by its code or its text.",
)

QUESTIONS = SheetSchema(
    "Questions",
    "One question a row.",
    (
        Column("Code", _LIST, "A short code, such as F1.", ("Question code",)),
        Column("Question", _LIST, "The question as it was asked.", ("Text", "Question text")),
        Column("Kind", _LIST, "Closed, the default, or Open.", ("Type",), "Kinds of question"),
        Column("Answers", _LIST, "The answers offered, separated by semicolons.", ("Options",)),
        Column("Positive", _LIST, "Which of them are positive.", ("Positive answers",)),
    ),
    required=(("Code",), ("Question",)),
    key="Code",
)

ROUNDS = SheetSchema(
    "Rounds",
    "How many were asked in a round of feedback.",
    (
        Column("Round", _LIST, "The round's name.", ("Feedback round",)),
        Column("Respondent", _LIST, "Of which kind of respondent.", (), "Respondents"),
        Column("Asked", _NUMBER, "How many were asked.", ("Number asked",)),
        Column("Heading", _TEXT, "The heading in the report."),
    ),
    required=(("Round",),),
    key="Round",
)

SCHEDULE = SheetSchema(
    "Schedule",
    "What was planned between two days, and what happened instead.",
    (
        Column("From", _DATE, "The first day.", ("Start", "Start date")),
        Column("To", _DATE, "The last day.", ("End", "End date")),
        Column("Planned", _NUMBER, "How many audits were due.", ("Audits planned", "Due")),
        Column("Open cases", _NUMBER, "How many cases were open.", ("Caseload",)),
        Column("Note", _TEXT, "What stands in the table of activity.", ("Notes",)),
        _PUBLISH,
    ),
    required=(("From",), ("To",)),
)

NARRATIVE = SheetSchema(
    "Narrative",
    "What people write, in the order of the rows.",
    (
        Column("Section", _LIST, "Where it stands."),
        Column("Heading", _TEXT, "A heading of its own."),
        Column("Text", _TEXT, "The text; a line that begins with - or • is a bullet."),
        _PUBLISH,
    ),
    required=(("Section",), ("Text",)),
    key="Section",
)

ACTIONS = SheetSchema(
    "Actions",
    "One action a row.",
    (
        Column("Action", _TEXT, "What is to be done.", ("Action required", "Actions")),
        Column("Action ref", _REF, "Its reference.", ("Ref", "Action no", "Action ID")),
        Column("From", _REF, "The audit, thematic audit or quarter it is from.", ("Source",)),
        Column("Practice area", _LIST, "The practice area it is about.", ("Area",)),
        Column("Raised", _DATE, "The day it was raised.", ("Date raised", "Raised on")),
        Column("Owner", _NAME, "Who is to do it.", ("Action owner", "Lead")),
        Column("Due", _DATE, "By when.", ("Due date", "Action due", "By when")),
        Column("Status", _LIST, "Open, In progress or Complete.", (), "Action statuses"),
        Column("Completed", _DATE, "The day it was done.", ("Date completed", "Action completed")),
        Column("Outcome", _TEXT, "What came of it.", ("Outcomes",)),
        _PUBLISH,
    ),
    required=(("Action",),),
    key="Action ref",
)

PREVIOUS_YEAR = SheetSchema(
    "Previous year",
    "Last year's counts, for the first year of use.",
    (Column("What", _LIST, "Overall, or a practice area.", ("Area",)),),
    required=(("What",),),
    key="What",
    others="One column for each judgement, with its count.",
)

TARGETS = SheetSchema(
    "Targets",
    "What the council means to reach.",
    (
        Column("Measure", _LIST, "What is measured."),
        Column("At least", _NUMBER, "The least it should be.", ("Minimum",)),
        Column("At most", _NUMBER, "The most it should be.", ("Maximum",)),
    ),
    required=(("Measure",),),
    key="Measure",
)

MEASURES = SheetSchema(
    "Measures",
    "Yes/no columns of the sheet Audits that are counted.",
    (
        Column("Measure", _LIST, "The header of the column on the sheet Audits."),
        Column("Label", _LIST, "What the report calls it."),
        Column("Good is", _YES_NO, "Which answer is the good one; Yes if blank."),
    ),
    required=(("Measure",),),
    key="Measure",
)
