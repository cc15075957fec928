"""The warnings about what a report sets its figures beside: targets, measures, last year."""

from __future__ import annotations

from auditreport.problem_kinds import Rule, warning

REVIEW_WARNINGS: tuple[Rule, ...] = (
    warning(
        "unknown-target",
        "'{value}' is nothing that a target can be set for{nearest}; it is not used",
        "A target is set for a share that the report does not have.",
        "Correct the name: one of those expected, or a Measure of the sheet Measures.",
    ),
    warning(
        "measure-without-column",
        "The sheet Audits has no column '{value}'{nearest}; it is not counted",
        "The sheet Measures names a column that the sheets of audits do not have.",
        "Correct the name so that it is the column's header, or delete the row.",
    ),
    warning(
        "measure-not-yes-no",
        "The column '{value}' is not one of Yes and No; it is not counted",
        "The sheet Measures names a column that holds judgements, dates or texts.",
        "Name a column of the sheet Audits that holds Yes or No.",
    ),
    warning(
        "previous-not-comparable",
        "Last year's figures are not compared with: {reason}",
        "Figures of another scale, by other thresholds or not of an earlier whole year would"
        " mislead beside this year's.",
        "Give the figures.json of last year's annual report, made with this year's scale and"
        " thresholds from last year's workbook.",
    ),
    warning(
        "judgement-without-column",
        "No column for the judgement '{judgement}': it counts as 0 throughout",
        "The sheet Previous year has no column that a judgement of the scale heads, so that last"
        " year's shares are of the other judgements alone.",
        "Head a column with the judgement, or with a word of the sheet Aliases that means it.",
    ),
    warning(
        "empty-quarter",
        "No audit of {quarter} is complete yet; its summary says so",
        "A summary of a quarter was asked for in which no audit was completed.",
        "If there are audits of that quarter, see that they are in this workbook, dated and"
        " judged; else wait until there are.",
    ),
)
