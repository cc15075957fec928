"""The warnings that no single cell shows: rows, sheets and the data set as a whole."""

from __future__ import annotations

from auditreport.problem_kinds import Rule, warning

ROW_WARNINGS: tuple[Rule, ...] = (
    warning(
        "outside-year",
        "{count} dated outside the report's year ({days}) and left out{cells}{lookalikes}",
        "A sheet may span years; rows of other years are left out and not checked.",
        "Nothing need be done, unless a date is mistyped. (Excel turns a typed Apr-16 into 16 April"
        " of the current year.)",
    ),
    warning(
        "quarter-disagrees",
        "The quarter is given as '{value}', and the date lies in {quarter}; the date counts",
        "The columns Quarter and Audit date do not agree.",
        "Correct the quarter or the date.",
    ),
    warning(
        "no-final-judgement",
        "The moderator judged '{value}', the auditor '{overall}', and the Final judgement is empty:"
        " the report uses '{overall}'; fill in the one that was agreed",
        "A moderated audit whose two judgements differ needs a final one.",
        "Fill in the Final judgement.",
    ),
    warning(
        "moderation-disagrees",
        "Moderated is '{value}', but a moderated judgement is given; it counts as moderated",
        "A moderated judgement means that the audit was moderated.",
        "Write Yes in the column Moderated, or delete the moderated judgement.",
    ),
    warning(
        "area-without-column",
        "No column for the practice area '{area}': {taken}",
        "The sheet Practice areas lists an area for which the sheet Audits has no column.",
        "Add the column, or correct the area's name or its Aliases.",
    ),
    warning(
        "missing-value",
        "The row has no {column}; {taken}",
        "A row lacks something that it is of little use without.",
        "Fill in the cell, or delete the row.",
    ),
    warning(
        "repeated-row",
        "The row repeats what {first} says of the same round and respondent; it is not used",
        "How many were asked is given twice for one round and kind of respondent.",
        "Delete one of the two rows.",
    ),
    warning(
        "same-file-twice",
        "The workbook is the same as '{other}' and is read once",
        "Two of the workbooks hold the same data.",
        "Give each workbook once.",
    ),
    warning(
        "unknown-section",
        "'{value}' is not a section of the report{nearest}; its text stands nowhere",
        "A narrative text is placed by its section, and nothing bears this name.",
        "Write the section's name as docs/workbook.md lists them.",
    ),
    warning(
        "name-clash",
        "The name '{value}' is also that of {other}, so that their texts cannot be told apart",
        "Narrative texts find their place by name, and a thematic audit bears the name of another"
        " section.",
        "Give the thematic audit another name.",
    ),
    warning(
        "placed-elsewhere",
        "It is placed in {quarter}, and none of its days lies in that quarter",
        "A thematic audit counts in the quarter in which it is placed.",
        "Correct 'Placed in', or the dates.",
    ),
    warning(
        "case-outside-dates",
        "'{value}' lies outside the thematic audit's dates, {start} to {end}{taken}",
        "A case of a thematic audit is dated before its From or after its To.",
        "Correct the date of the case, or From and To on the sheet Thematic audits.",
    ),
    warning(
        "item-without-marks",
        "No cell of the column '{item}' is Yes or No",
        "Every column of an evidence audit's sheet that has no meaning of its own is an item, and"
        " this one holds only reasons or nothing.",
        "Name the column Observation if it holds text, or move it to another sheet.",
    ),
    warning(
        "thematic-without-cases",
        "'{name}' has no cases: no row of its sheet belongs to it",
        "The sheet of a thematic audit holds no row that belongs to it.",
        "Fill in the cases, or delete the thematic audit.",
    ),
    warning(
        "comparison-other-items",
        "'{name}' and '{other}' share {shared} of their items; not in both: {found}",
        "Two rounds are compared item by item, and some items stand in one alone.",
        "Name the items alike in both rounds, if they are the same.",
    ),
    warning(
        "question-without-column",
        "No column for the question '{question}'",
        "The sheet Questions lists a question for which the sheet Feedback has no column.",
        "Head a column of the sheet Feedback with the question's code or its text.",
    ),
    warning(
        "feedback-without-questions",
        "There is feedback, and no sheet Questions says what was asked",
        "The columns of the sheet Feedback are known by the questions on the sheet Questions.",
        "Add a sheet Questions with the columns Code and Question.",
    ),
    warning(
        "question-without-answers",
        "The question is closed and offers no answers; every answer counts as other",
        "A closed question lists its answers in the column Answers.",
        "Fill in Answers, separated by semicolons, or set Kind to Open.",
    ),
    warning(
        "unknown-round",
        "'{value}' is not on the sheet Rounds{nearest}",
        "A feedback row names a round that the sheet Rounds does not have.",
        "Correct the round's name, or add it to the sheet Rounds.",
    ),
    warning(
        "completed-before-raised",
        "The action was completed on {value}, before it was raised on {raised}",
        "The dates of an action do not follow one another.",
        "Correct one of the two dates.",
    ),
    warning(
        "due-before-raised",
        "The action was due on {value}, before it was raised on {raised}",
        "The dates of an action do not follow one another.",
        "Correct one of the two dates.",
    ),
    warning(
        "complete-without-date",
        "The action is complete, but Completed holds no date, so whether it was late is not"
        " known: fill it in",
        "Whether an action was completed late cannot be said without the day.",
        "Fill in Completed.",
    ),
    warning(
        "status-disagrees",
        "The Status is '{value}', and a day of completion is given; the Status counts",
        "An action that has been completed has the Status Complete.",
        "Correct the Status, or delete the day.",
    ),
)
