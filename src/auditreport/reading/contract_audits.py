"""The declaration of the sheet Audits."""

from __future__ import annotations

from auditreport.reading.schema import Column, Holds, SheetSchema

_REF, _NAME, _TEXT = Holds.REFERENCE, Holds.NAME, Holds.TEXT
_LIST, _DATE, _NUMBER, _YES_NO = Holds.LIST, Holds.DATE, Holds.NUMBER, Holds.YES_NO

AUDITS = SheetSchema(
    "Audits",
    "One audit a row. Sheets whose name begins with Audits, such as Audits April, are read too.",
    (
        Column(
            "Audit ref",
            _REF,
            "The audit's reference, unique in all the workbooks.",
            ("Ref", "Reference", "Audit reference", "Audit ID", "Audit no", "Audit number"),
        ),
        Column(
            "Case ref",
            _REF,
            "The child's or family's number; it may repeat, and no public edition prints it.",
            ("Case reference", "Case no", "Case number", "Case ID", "Child ID", "Child ref"),
        ),
        Column(
            "Audit date",
            _DATE,
            "The day the audit was done, or the month alone.",
            ("Date", "Date of audit", "Date audited", "Month of audit", "Audit month"),
        ),
        Column("Quarter", _LIST, "Q1 to Q4; it must agree with the date.", ("Qtr",), "Quarters"),
        Column(
            "Overall judgement",
            _LIST,
            "The auditor's judgement, before moderation.",
            ("Overall", "Overall grade", "Overall grading", "Auditor's judgement"),
            "Judgements",
        ),
        Column("Moderated", _YES_NO, "Yes or No; blank is No.", ("Was it moderated",)),
        Column(
            "Moderated judgement",
            _LIST,
            "The second opinion.",
            ("Moderation grade", "Moderated grade", "Moderation judgement", "Moderator's grade"),
            "Judgements",
        ),
        Column("Moderator", _NAME, "Who gave the second opinion.", ("Moderated by",)),
        Column(
            "Final judgement",
            _LIST,
            "The judgement that counts, where it differs from the auditor's.",
            ("Agreed grade", "Agreed judgement", "Final grade", "Grade after moderation"),
            "Judgements",
        ),
        Column(
            "Audit type",
            _LIST,
            "Why it was audited; Scheduled if not given.",
            ("Type of audit", "Programme", "Why audited"),
            "Audit types",
        ),
        Column("Service", _LIST, "The service.", ("Service area",), "Services"),
        Column("Case type", _LIST, "The type of case.", ("Type of case", "Category"), "Case types"),
        Column("Team", _LIST, "The team.", ("Team name",), "Teams"),
        Column("Gender", _LIST, "The child's gender.", ("Sex",)),
        Column("Ethnicity", _LIST, "The child's ethnicity.", ("Ethnic group", "Ethnic origin")),
        Column(
            "Age",
            _NUMBER,
            "In years; 0, 7 months, Unborn and Under 1 are the first age band.",
            ("Child's age", "Age band", "Age group", "Age at audit"),
        ),
        Column(
            "Auditor", _NAME, "One or several, separated by ; or /.", ("Auditors", "Audited by")
        ),
        Column("Children", _NUMBER, "How many children it is about.", ("Number of children",)),
        Column(
            "Status",
            _LIST,
            "Completed if not given. Allocated is not yet returned.",
            ("Audit status",),
            "Audit statuses",
        ),
        Column("Immediate concern", _YES_NO, "Yes or No.", ("Immediate concerns",)),
        Column("Action taken", _TEXT, "What was done about it at once.", ("Immediate action",)),
        Column(
            "Impact judgement",
            _LIST,
            "The difference made for the child.",
            ("Impact", "Impact grade"),
            "Judgements",
        ),
        Column(
            "Re-audit of",
            _REF,
            "The Audit ref of an earlier audit, of this or an earlier year.",
            ("Repeat of",),
        ),
        Column(
            "Strengths",
            _TEXT,
            "The auditor's words.",
            ("What worked well", "What went well", "Areas of strength"),
        ),
        Column(
            "Areas for development",
            _TEXT,
            "The auditor's words.",
            ("Even better if", "Areas for improvement"),
        ),
        Column("Action", _TEXT, "One action that the audit raised.", ("Action required",)),
        Column("Action owner", _NAME, "Who is to do it.", ("Owner",)),
        Column("Action due", _DATE, "By when.", ("Due", "Due date", "Action due date")),
        Column(
            "Action completed",
            _DATE,
            "The day it was done.",
            ("Action completed on", "Action completion date"),
        ),
    ),
    required=(("Audit date", "Quarter"), ("Overall judgement", "Final judgement")),
    key="Audit ref",
    others="Practice areas are columns too, headed by the area's name or label.",
)
