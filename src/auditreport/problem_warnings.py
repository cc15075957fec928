"""The warnings: what was repaired, or looks wrong and leaves every figure defined."""

from __future__ import annotations

from auditreport.problem_kinds import Rule, warning
from auditreport.problem_warnings_rows import ROW_WARNINGS

_CELL_WARNINGS: tuple[Rule, ...] = (
    warning(
        "near-miss-column",
        "The header '{value}' is not known, so its column is not used; is '{column}' meant?",
        "A header is close to one that the sheet can have and does not; the column is not read.",
        "Rename the header, or give it under [columns] in auditreport.toml.",
    ),
    warning(
        "near-miss-sheet",
        "The sheet is not read; is '{sheet_name}' meant?",
        "A sheet's name is close to one that the workbook can have and does not.",
        "Rename the sheet, or name it under [sheets] in auditreport.toml.",
    ),
    warning(
        "mapped-column-missing",
        "auditreport.toml gives '{column}' as '{theirs}', and no header is that",
        "Neither the header that auditreport.toml names nor one of ours is on the sheet; the column"
        " is not read.",
        "Correct the header's name in auditreport.toml.",
    ),
    warning(
        "columns-cut-off",
        "Columns after an empty column are not read: {found}",
        "An entirely empty column ends a table, and what follows holds columns that it could have.",
        "If they belong to the table, delete the empty column.",
    ),
    warning(
        "merged-cells",
        "Merged cells {area} count for their first cell only: unmerge them and fill in each row",
        "The other cells under a merged one are blank.",
        "Unmerge the cells (Home, Merge & Centre) and fill in each row.",
    ),
    warning(
        "unknown-setting",
        "'{setting}' is not a setting{nearest}",
        "The sheet Report holds a setting that is not known; it is not used.",
        "Correct its name, or delete the row.",
    ),
    warning(
        "date-as-text",
        "'{value}' is text; read as {read_as}",
        "A date was typed as text, which Excel does not treat as a date.",
        "Give the cell a date format and type the date again.",
    ),
    warning(
        "date-as-number",
        "'{value}' is a number; read as {read_as}",
        "The cell holds the number that Excel uses for a day, without a date format.",
        "Give the cell a date format.",
    ),
    warning(
        "month-without-year",
        "'{value}' has no year; read as {read_as}",
        "A month was given without its year, and was taken to be of the report's year.",
        "Write the year too.",
    ),
    warning(
        "date-in-words",
        "'{value}' is not a date, and counts as no date",
        "A date column that may be blank holds words.",
        "Write a date, or leave the cell blank.",
    ),
    warning(
        "unknown-quarter",
        "'{value}' is not a quarter; expected Q1, Q2, Q3 or Q4",
        "The column Quarter holds something else; it is not used.",
        "Write Q1, Q2, Q3 or Q4.",
    ),
    warning(
        "not-in-list",
        "'{value}' is not in the list {list}{nearest}; {taken}",
        "A column that draws from a list holds a value that the list does not have.",
        "Correct the value, add it to the list, or add it to the sheet Aliases.",
    ),
    warning(
        "judgement-not-used",
        "'{value}' is not a judgement; the audit is not completed, so the cell is not used",
        "A judgement column holds another word in the row of an audit that is not yet returned,"
        " exempt or cancelled.",
        "Leave the cell blank, or correct it and the Status if the audit is done.",
    ),
    warning(
        "spelling-differs",
        "'{value}' is counted as '{known}'",
        "Two values differ in capital letters or spaces alone and are counted as one.",
        "Write it in one way throughout.",
    ),
    warning(
        "unknown-yes-no",
        "'{value}' is neither Yes nor No; {taken}",
        "A column that holds Yes or No holds something else.",
        "Write Yes or No.",
    ),
    warning(
        "age-without-band",
        "No age band holds '{value}', so the age counts as not recorded: write a number of years",
        "The age cannot be read, or lies in none of the age bands.",
        "Write the age in years, or correct the Age bands on the sheet Lists.",
    ),
    warning(
        "unreadable-number",
        "'{value}' is not a whole number that can stand here; {taken}",
        "A column that holds whole numbers holds something else.",
        "Write a whole number.",
    ),
    warning(
        "mark-with-text",
        "The cell goes on after {mark}, so it is taken as a reason why the item did not apply",
        "In an evidence audit a mark stands alone; any other text is the reason why the item did"
        " not apply.",
        "Write the mark alone and the remark in the column Observation, if Yes or No is meant.",
    ),
    warning(
        "repeated-in-list",
        "'{value}' stands in the list '{list}' twice",
        "A list holds each of its values once; the second is not used.",
        "Delete one of the two.",
    ),
    warning(
        "unknown-list",
        "'{value}' is not the name of a list{nearest}",
        "An alias is given for a list that does not exist; it is not used.",
        "Write the list's name as on the sheet Lists.",
    ),
    warning(
        "good-not-best",
        "Good or better is not the upper part of the scale",
        "A judgement is called Good or better while a better one is not.",
        "Correct the lists Judgements (best first) and Good or better.",
    ),
    warning(
        "age-bands-overlap",
        "The age bands '{first}' and '{second}' overlap; an age in both counts in the first",
        "Two age bands hold the same age.",
        "Correct the Age bands on the sheet Lists.",
    ),
    warning(
        "unusable-logo",
        "The Logo is not used: {reason}",
        "The picture that the sheet Report names cannot be shown; the report is made without it.",
        "Put a PNG or JPEG of at most 1 MiB beside the workbook, and write its name with its"
        " ending, such as logo.png.",
    ),
)

WARNINGS: tuple[Rule, ...] = (*_CELL_WARNINGS, *ROW_WARNINGS)
