"""The notes: what a reader of the report may want to know, and what never stops a run."""

from __future__ import annotations

from auditreport.problem_kinds import Rule, Severity


def _note(code: str, message: str, meaning: str, remedy: str) -> Rule:
    return Rule(code, Severity.NOTE, message, meaning, remedy)


NOTES: tuple[Rule, ...] = (
    _note(
        "own-columns",
        "Columns that are not read: {found}",
        "The sheet has columns of the council's own, which play no part in the report.",
        "Nothing need be done; if one should be read, see docs/workbook.md for its name.",
    ),
    _note(
        "columns-apart",
        "Columns that stand apart, after an empty column, are not read: {found}",
        "An entirely empty column ends a table; what follows is another table.",
        "If they belong to the table, delete the empty column.",
    ),
    _note(
        "columns-joined",
        "Columns after an empty column are read with the table: {found}",
        "All the headers after an empty column are known and its rows are those of the table, so"
        " the columns were taken as its continuation.",
        "Delete the empty column, or give the two tables a sheet each.",
    ),
    _note(
        "total-row",
        "A row of totals is not counted",
        "The row begins with a word such as Total or Average.",
        "Nothing need be done; if the row is an audit, give it another reference.",
    ),
    _note(
        "repeated-header",
        "The header is repeated here and is not counted as a row",
        "The row holds the names of its columns.",
        "Nothing need be done.",
    ),
    _note(
        "footnote-row",
        "A remark under the table is not counted as a row",
        "The row's only cell holds a long text, or one that begins with Note, Source or *.",
        "Nothing need be done; if the row is data, fill in its other cells.",
    ),
    _note(
        "rows-without-data",
        "{count} filled in only in columns that are not read, and not counted",
        "The rows hold nothing in any column that the report uses.",
        "Nothing need be done.",
    ),
    _note(
        "hidden-rows",
        "{count} hidden or filtered out in Excel, and counted all the same",
        "Hidden and filtered rows are read like all others.",
        "If they should not count, delete them.",
    ),
    _note(
        "not-told",
        "The file does not tell {what}",
        "The format of this file holds less than Excel's .xlsx.",
        "Save the workbook as .xlsx if this matters.",
    ),
    _note(
        "month-alone",
        "{count} a month and no day; each counts in that month's quarter",
        "Where a month stands alone, the row is filed in its quarter, as of its first day.",
        "Nothing need be done.",
    ),
    _note(
        "not-returned",
        "{count} not yet returned: no judgement is given, or the Status is Allocated",
        "Such audits are counted as not returned, and not as completed.",
        "Fill in the judgements once the audits are done.",
    ),
    _note(
        "default-area-missing",
        "Practice areas without a column are left out of the report: {areas}",
        "The sheet Audits has no column for some of the twelve practice areas of the case audit"
        " tool.",
        "Add the columns, or list your own practice areas on a sheet 'Practice areas'.",
    ),
    _note(
        "area-never-judged",
        "The practice area '{area}' was never judged",
        "The column exists, and no audit of the year has a judgement in it.",
        "Nothing need be done, if that is so.",
    ),
    _note(
        "items-cover-fewer",
        "'{name}' has {cases} cases, of which {judged} were judged by item",
        "The shares of the items are of those cases alone; the overall judgement is of all.",
        "Nothing need be done, if that is so.",
    ),
    _note(
        "comparison-other-base",
        "The percentages of '{name}' and of '{other}' are of different bases (applicable cases, all"
        " cases); the report shows both, and like for like",
        "One round counts applicable cases alone, the other all cases, so that their percentages"
        " cannot be set side by side as they are.",
        "Nothing need be done.",
    ),
    _note(
        "answer-with-comment",
        "The answer begins with '{answer}' and is counted as that",
        "The cell holds an answer that was offered, with words added to it.",
        "Nothing need be done.",
    ),
    _note(
        "other-answers",
        "To the question '{question}' {count} not among those offered, and counted as other",
        "Answers that were not offered are listed in the report apart.",
        "Correct them, or add them under Answers on the sheet Questions.",
    ),
    _note(
        "case-sheet-not-named",
        "The sheet looks like the cases of a thematic audit, but is not in the report: no row of"
        " Thematic audits names it",
        "Sheets of cases are read only where the sheet Thematic audits names them.",
        "Add a row for it to the sheet Thematic audits, if it should be read.",
    ),
    _note(
        "sheets-not-read",
        "Sheets that are not read: {found}",
        "The workbook has sheets of the council's own, which play no part in the report.",
        "Nothing need be done; if one should be read, see docs/workbook.md for its name.",
    ),
    _note(
        "previous-given-twice",
        "The sheet Previous year is not used: --previous gives last year's figures",
        "Last year's figures were given on the command line and in the workbook.",
        "Nothing need be done; the sheet may be deleted.",
    ),
    _note(
        "typed-number",
        "A sentence holds a typed number beside a reference to a figure",
        "A number that is typed stays as it is when the data changes; a reference does not.",
        "If the number stands for a figure of the report, write a reference such as"
        " {{ Q4 completed }} instead.",
    ),
)
