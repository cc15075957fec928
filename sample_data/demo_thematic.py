"""The thematic audits of the demonstration, their invented cases one by one."""

from datetime import date

from demo_rows import JUDGEMENTS, Row, read_marks

NEGLECT = "Neglect, September 2024"
EARLY_HELP_1 = "Early help assessments, spring 2024"
EARLY_HELP_2 = "Early help assessments, autumn 2024"
RETURN_1 = "Return home interviews, June 2024"
RETURN_2 = "Return home interviews, October 2024"
RETURN_3 = "Return home interviews, February 2025"

_HEADER = (
    "Name", "Sheet", "Recorded as", "From", "To", "Placed in", "Percentages are of",
    "Compared with", "Auditor", "Counts towards total", "Counted in",
)  # fmt: skip
_ASSESSMENTS, _RETURNS = "Early help assessments", "Return home interviews"
_APPLICABLE = "Applicable cases"

THEMATIC_AUDITS: tuple[Row, ...] = (
    _HEADER,
    (NEGLECT, "Neglect September 2024", "Judgement", date(2024, 9, 2), date(2024, 9, 27), "Q2",
     None, None, "Auditor A; Auditor C", "Yes", "cases"),
    (EARLY_HELP_1, _ASSESSMENTS, "Judgement", date(2024, 4, 1), date(2024, 6, 30), "Appendix",
     None, None, "Auditor B", "No", "assessments"),
    (EARLY_HELP_2, _ASSESSMENTS, "Judgement", date(2024, 10, 1), date(2024, 12, 31), "Appendix",
     None, EARLY_HELP_1, "Auditor B", "No", "assessments"),
    (RETURN_1, _RETURNS, "Evidence", date(2024, 6, 1), date(2024, 6, 30), "Appendix",
     _APPLICABLE, None, "Auditor E", "No", "interviews"),
    (RETURN_2, _RETURNS, "Evidence", date(2024, 10, 1), date(2024, 10, 31), "Appendix",
     _APPLICABLE, RETURN_1, "Auditor E", "No", "interviews"),
    (RETURN_3, _RETURNS, "Evidence", date(2025, 2, 1), date(2025, 2, 28), "Appendix",
     _APPLICABLE, RETURN_2, "Auditor E", "No", "interviews"),
)  # fmt: skip

_NEGLECT_ITEMS = ("Neglect named early", "Tool used", "History weighed", "Change for the child")

# Day of September 2024, age, team (E or W), four items, overall, observation. The last two cases
# were judged overall and in no item.
_NEGLECT_ROWS: tuple[tuple[int, int | str, str, str, str, str | None], ...] = (
    (3, 6, "E", "GGGG", "G", "The tool was filled in with the parents and used at each review."),
    (4, 2, "W", "RIRR", "R", "Home conditions are described, their effect on the child is not."),
    (5, 11, "E", "GRGG", "G", "School's record of hunger and tiredness led to early action."),
    (9, 4, "W", "RIII", "I", "Three earlier referrals were closed without reading the last one."),
    (10, 8, "W", "GGRR", "R", "Good start; the same steps are in the plan a year later."),
    (11, 13, "E", "GGGR", "G", None),
    (16, 0, "E", "GGOG", "G", "History across two boroughs was brought together before birth."),
    (17, 9, "W", "RRRR", "R", "Dental neglect noted and not followed up."),
    (18, 15, "W", "RIRR", "R", "At fifteen neglect was read as the young person's choice."),
    (23, 5, "E", "GRnR", "R", None),
    (24, 3, "W", "....", "R", "Read for the overall judgement alone."),
    (25, 7, "E", "....", "G", "Read for the overall judgement alone."),
)

# Name, date, who wrote it, four items, overall, observation.
_ASSESSMENT_ITEMS = ("Child's view", "Whole family", "Analysis", "Next steps")
_ASSESSMENT_ROWS: tuple[tuple[str, date, str, str, str, str | None], ...] = (
    (EARLY_HELP_1, date(2024, 4, 18), "School", "GRRR", "R", "Filled in for a meeting."),
    (EARLY_HELP_1, date(2024, 4, 30), "Health visitor", "GGRR", "R", None),
    (EARLY_HELP_1, date(2024, 5, 9), "School", "RRRI", "I", "Out-of-date form; no next steps."),
    (EARLY_HELP_1, date(2024, 5, 22), "School", "GGGG", "G", "Written at the kitchen table."),
    (EARLY_HELP_1, date(2024, 6, 5), "Nursery", "GGRG", "G", None),
    (EARLY_HELP_1, date(2024, 6, 12), "School", "RRRR", "R", "The father is not mentioned."),
    (EARLY_HELP_1, date(2024, 6, 20), "Health visitor", "NGRR", "R", None),
    (EARLY_HELP_2, date(2024, 10, 8), "School", "GGGG", "G", "The new form helps."),
    (EARLY_HELP_2, date(2024, 10, 17), "Nursery", "NGGG", "G", None),
    (EARLY_HELP_2, date(2024, 11, 5), "School", "GGRG", "G", None),
    (EARLY_HELP_2, date(2024, 11, 14), "Health visitor", "GGRR", "R", "Repeats the history."),
    (EARLY_HELP_2, date(2024, 11, 21), "School", "OGGG", "G", "A drawing is its front page."),
    (EARLY_HELP_2, date(2024, 12, 3), "School", "GRRG", "R", None),
    (EARLY_HELP_2, date(2024, 12, 10), "Family centre", "GGGO", "G", "In the family's own words."),
    (EARLY_HELP_2, date(2024, 12, 12), "Health visitor", "GGGG", "G", None),
)  # fmt: skip

_RETURN_ITEMS = ("Offered in 72 hours", "Interview held", "Child's account", "Passed to police")
_DECLINED, _AWAY, _NOT_HELD = (
    "Young person declined",
    "Lives out of area",
    "Interview not held",
)

# Year and month, then for each case: day, age, gender, and the four items (y, n, a reason: d, u
# or h, a dot for a blank).
_RETURN_ROUNDS: tuple[tuple[date, str], ...] = (
    (date(2024, 6, 1), "3:15F:nydd 4:13M:nyny 6:16F:nddd 11:14F:yyyn 12:15M:nynn 14:17F:yddd "
     "18:12M:nyyn 20:14F:nyn. 24:16M:uuuu 25:15F:yynn 26:13F:nnhh 28:16F:nyyn"),
    (date(2024, 10, 1), "1:15F:yyyn 2:14M:nyyn 4:16F:yddd 8:13F:yyyy 9:17M:nddd 11:15F:yyny "
     "15:12F:nyyn 17:16M:yyyy 18:14F:nnhh 22:15F:yyyy 24:13M:uuuu 28:16F:nyny 29:14F:yyyn"),
    (date(2025, 2, 1), "3:14F:yyyy 4:16M:yyyy 5:15F:yddd 7:13F:yyyy 10:15M:yyny 12:17F:nddd "
     "13:14F:yyyn 17:16F:yyyy 18:12M:yyyy 19:15F:nyyy 20:16F:yyyy 24:14M:yyn. 26:15F:yyyy "
     "27:13F:yyyn"),
)  # fmt: skip
_MARKS = {"y": "✓", "n": "X", "d": _DECLINED, "u": _AWAY, "h": _NOT_HELD}


def _neglect_rows() -> tuple[Row, ...]:
    header = ("Case", "Date", "Age", "Team", *_NEGLECT_ITEMS, "Overall judgement", "Observation")
    words = {**JUDGEMENTS, "n": "Not recorded"}
    teams = {"E": "Safeguarding East", "W": "Safeguarding West"}
    rows = (
        (f"N{n:02d}", date(2024, 9, day), age, teams[team], *read_marks(items, words),
         JUDGEMENTS[overall], observation)
        for n, (day, age, team, items, overall, observation) in enumerate(_NEGLECT_ROWS, start=1)
    )  # fmt: skip
    return (header, *rows)


def _assessment_rows() -> tuple[Row, ...]:
    """Return both rounds on one sheet: a column says whose case it is."""
    head = ("Thematic audit", "Case", "Date", "Completed by")
    words = {**JUDGEMENTS, "N": "N/A"}
    rows = (
        (name, f"EH{n:02d}", day, source, *read_marks(items, words), JUDGEMENTS[overall], seen)
        for n, (name, day, source, items, overall, seen) in enumerate(_ASSESSMENT_ROWS, start=1)
    )
    return ((*head, *_ASSESSMENT_ITEMS, "Overall judgement", "Observation"), *rows)


def _return_row(month: date, number: int, case: str) -> Row:
    day, person, items = case.split(":")
    gender = {"F": "Female", "M": "Male"}[person[-1]]
    head = (f"R{month:%m}-{number:02d}", month.replace(day=int(day)), int(person[:-1]), gender)
    return (*head, *read_marks(items, _MARKS))


def _return_rows() -> tuple[Row, ...]:
    """Return three rounds on one sheet: the date says whose case it is."""
    rows = (
        _return_row(month, number, case)
        for month, cases in _RETURN_ROUNDS
        for number, case in enumerate(cases.split(), start=1)
    )
    return (("Case", "Date", "Age", "Gender", *_RETURN_ITEMS), *rows)


def case_sheets() -> dict[str, tuple[Row, ...]]:
    """Return the sheets of cases, header first."""
    return {
        "Neglect September 2024": _neglect_rows(),
        _ASSESSMENTS: _assessment_rows(),
        _RETURNS: _return_rows(),
    }
