"""The errors of single cells and rows: each leaves a figure undefined until it is mended."""

from __future__ import annotations

from auditreport.problem_kinds import Rule, Severity

_ROW = "the row is left out"
_CELL = "the cell is left out"
_DAY = "the cell is left out, and the row too where it needs a date"


def _error(code: str, message: str, meaning: str, remedy: str, way_on: str = "") -> Rule:
    return Rule(code, Severity.ERROR, message, meaning, remedy, way_on)


DATA_ERRORS: tuple[Rule, ...] = (
    _error(
        "unknown-judgement",
        "'{value}' is not a judgement{nearest}",
        "A judgement column holds a word that is neither on the scale nor one of its aliases.",
        "Choose a judgement from the list, or add the word to the sheet Aliases.",
        _CELL,
    ),
    _error(
        "missing-date",
        "The row has no {column}: fill it in",
        "What was completed counts in the quarter of its date, and this row has none.",
        "Fill in the date; an audit that is not yet done has the Status Allocated.",
        _ROW,
    ),
    _error(
        "impossible-date",
        "There is no such day as '{value}' (day/month/year): write the date that is meant",
        "The cell looks like a date, but there is no such day.",
        "Write the date that is meant, as a date of Excel's.",
        _DAY,
    ),
    _error(
        "unreadable-date",
        "'{value}' is not a date: write it as 12/04/2016",
        "A cell that must hold a date holds something else.",
        "Write the date as 12/04/2016 and give the cell a date format.",
        _DAY,
    ),
    _error(
        "error-value",
        "The cell shows the error {value}: mend the formula in Excel, or type the value over it",
        "A formula in a column that is read has failed in Excel.",
        "Mend the formula in Excel, or type the value over it, and save.",
        _CELL,
    ),
    _error(
        "not-calculated",
        "The formula has no saved value: open the workbook in Excel, press F9 and save it",
        "The workbook was written by a program that does not calculate formulas, and what they"
        " give was never saved.",
        "Open the workbook in Excel, let it calculate (F9), and save it.",
        _CELL,
    ),
    _error(
        "duplicate-ref",
        "The same Audit ref stands in {first}: correct one of them; delete a row only if both are"
        " the same audit",
        "Two audits have one reference: one is entered twice, or a reference is mistyped.",
        "Correct the reference, or delete the row that was entered twice.",
        "the later row is left out",
    ),
    _error(
        "unknown-thematic-audit",
        "'{value}' is not the name of a thematic audit recorded on this sheet{nearest}",
        "The column Thematic audit holds a name that the sheet Thematic audits does not give to"
        " this sheet.",
        "Write the Name as it stands on the sheet Thematic audits.",
        _ROW,
    ),
    _error(
        "unknown-comparison",
        "'{value}' is not the name of another thematic audit of the same kind{nearest}",
        "A thematic audit can be compared with one that is on the sheet Thematic audits and is"
        " recorded in the same way.",
        "Write the Name of the earlier thematic audit as it stands on the sheet.",
        "nothing is compared",
    ),
    _error(
        "item-without-judgements",
        "No cell of '{item}' is a judgement: correct them, or head a column of text Observation",
        "Every column of a thematic audit's sheet that has no meaning of its own is an item that"
        " was judged, and this one holds something else.",
        "Name the column Observation if it holds text, move it to another sheet, or correct its"
        " judgements.",
        "the column is left out",
    ),
    _error(
        "unknown-figure",
        "'{reference}' is not the name of a figure{nearest}",
        "A text refers to a figure, in double braces, that the report does not have.",
        "Write the name as docs/figures.md gives it.",
        "the reference is left out",
    ),
    _error(
        "unprintable-figure",
        "'{reference}' is a group of figures or has no value: name one figure, or take it out",
        "A text refers to a group of figures, or to one that is not defined because its base is 0.",
        "Name one figure of the group, or take the reference out.",
        "the reference is left out",
    ),
)
