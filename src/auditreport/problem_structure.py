"""The errors of sheets, headers, settings and lists: with one of these no figure can be trusted."""

from __future__ import annotations

from auditreport.problem_kinds import Rule, Severity


def _error(code: str, message: str, meaning: str, remedy: str, in_draft: str = "") -> Rule:
    return Rule(code, Severity.ERROR, message, meaning, remedy, in_draft=in_draft)


STRUCTURE_ERRORS: tuple[Rule, ...] = (
    _error(
        "missing-sheet",
        "There is no sheet '{sheet_name}'{nearest}",
        "A sheet that is required, or that another sheet or auditreport.toml names, is in none of"
        " the workbooks.",
        "Add the sheet, give it this name, or name yours under [sheets] in auditreport.toml.",
        "what it would hold is left out",
    ),
    _error(
        "missing-column",
        "No column {column} was found{nearest}; the headers found are: {found}",
        "None of the first 20 rows of the sheet holds all the columns that are required.",
        "Name the column so, or give your name for it under [columns] in auditreport.toml.",
        "the sheet is left out",
    ),
    _error(
        "duplicate-column",
        "Two columns can be '{column}': {first} and {second}; rename or delete one",
        "Two headers of one table mean the same column, so that it is not known which to read.",
        "Rename or delete one of them, or say which is meant under [columns] in auditreport.toml.",
        "neither is read",
    ),
    _error(
        "merged-key",
        "Merged cells {area} cover the column '{column}': unmerge them and fill in each row",
        "A merged cell counts for its first cell only, so that the other rows have no name or"
        " reference of their own.",
        "Unmerge the cells (Home, Merge & Centre) and fill in each row.",
        "the rows count without a name or reference of their own",
    ),
    _error(
        "missing-setting",
        "The sheet Report gives no value for '{setting}': write it beside that Setting",
        "A setting that every report needs is not given.",
        "Write the setting's name in the column Setting and its value beside it.",
        "the report goes without it",
    ),
    _error(
        "unreadable-setting",
        "'{value}' cannot be read as {setting}; expected {expected}",
        "A setting's value is not of the form that it must have.",
        "Write the value in the form shown in docs/workbook.md.",
        "it counts as not given",
    ),
    _error(
        "contradicting-settings",
        "'{setting}' is given in {first} and in {second}, and the two differ: delete one",
        "Two settings, or one setting given twice, cannot both hold.",
        "Correct or delete one of the two cells.",
        "of a setting given twice the first counts",
    ),
    _error(
        "contradicting-lists",
        "'{list}' in {first} does not agree with {second}: correct or delete one of the two",
        "Two lists, or one list given twice, cannot both hold.",
        "Correct or delete one of the two.",
        "the first counts",
    ),
    _error(
        "good-or-better-unknown",
        "Which judgements count as Good or better is not said, and none of {expected} is called so",
        "The council's own scale has neither Outstanding nor Good, so that Good or better must"
        " be said.",
        "Add a column 'Good or better' to the sheet Lists.",
    ),
    _error(
        "no-audit-in-year",
        "No audit lies between {start} and {end}; the audits found {found}",
        "The year on the sheet Report and the dates on the sheet Audits do not meet.",
        "Correct the Year on the sheet Report, or the dates of the audits.",
    ),
    _error(
        "unknown-kind",
        "'{value}' is not a way of recording{nearest}",
        "A thematic audit is recorded as judgements or as evidence, and its items are counted"
        " accordingly.",
        "Write Judgement or Evidence in the column 'Recorded as'.",
        "the thematic audit is left out",
    ),
    _error(
        "dates-reversed",
        "The day in To, {end}, is before the day in From, {start}: exchange or correct them",
        "The day in To lies before the day in From.",
        "Exchange or correct the two dates.",
        "the row is left out",
    ),
    _error(
        "duplicate-name",
        "The same name stands in {first} and in {second}: give each a name of its own",
        "Two thematic audits, questions or practice areas have one name, so that nothing can be"
        " told apart.",
        "Give each a name of its own.",
        "the first counts",
    ),
    _error(
        "overlapping-thematic-audits",
        "'{name}' ({first}) and '{other}' ({second}) share a sheet, and their dates overlap",
        "The cases of a shared sheet go by their date, and some days belong to two of them.",
        "Correct From and To, or add a column 'Thematic audit' to the shared sheet.",
        "the cases on that sheet are left out",
    ),
    _error(
        "positive-not-offered",
        "'{value}' is called positive and is not among the answers{nearest}",
        "The column Positive names an answer that the column Answers does not offer.",
        "Write each positive answer as it stands under Answers.",
        "it is not counted as positive",
    ),
)
