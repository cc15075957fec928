"""The drop-downs of a blank workbook, and what else its cells accept."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Mapping
from typing import Literal

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from auditreport.reading.contract import LISTS, PRACTICE_AREAS, ROUNDS, SETTINGS, THEMATIC_AUDITS
from auditreport.reading.narrative_sheet import FIXED_SECTIONS
from auditreport.reading.schema import Column, Holds, SheetSchema
from auditreport.reading.vocabulary import CLOSED_LISTS, FIXED_LISTS
from auditreport.records import record

LAST_ROW = 5000  # of the rows that have drop-downs
LAST_OF_LIST = 201
LAST_JUDGEMENT = 41
_LONGEST = 255  # characters that Excel takes of a list written into the rule itself
_LIST_NAMES = [column.name for column in LISTS.columns]
_LETTERS = {name: get_column_letter(n) for n, name in enumerate(_LIST_NAMES, start=1)}
# Both lists that a judgement may come from, one below the other; the column has no header, so
# that it is no list of its own when the workbook is read.
ALL_JUDGEMENTS = get_column_letter(len(_LIST_NAMES) + 2)
Style = Literal["stop", "warning", ""]
_ANY_NUMBER = frozenset({"Age", "At least", "At most"})


@record
class Rule:
    """What a cell accepts. `style` is Excel's; an empty one offers and refuses nothing."""

    kind: Literal["list", "date", "decimal", "whole"]
    formula: str
    style: Style
    said: str
    formula2: str | None = None


_DATE = Rule(
    "date", "32874", "stop", "Write a date, day first, such as 12/04/2016.", "73050"
)  # 1990 to 2099
_YES_NO = Rule("list", '"Yes,No"', "stop", "Choose Yes or No, or leave the cell empty.")
_SHARE = Rule("decimal", "0", "stop", "Write a share from 0% to 100%, such as 70%.", "1")


def _count(least: int) -> Rule:
    return Rule("whole", str(least), "stop", f"Write a whole number from {least}.", "1000000")


def _written(words: tuple[str, ...], style: Style) -> Rule | None:
    """Return a rule that holds its list itself, where Excel can."""
    formula = ",".join(words)
    if not words or len(formula) > _LONGEST or any("," in word or '"' in word for word in words):
        return None
    return Rule("list", f'"{formula}"', style, "Choose one of the words in the list.")


def _range(sheet: str, letter: str, style: Style, last: int) -> Rule:
    """Return a rule for a list that stands on a sheet; the drop-down is as long as the list."""
    where = f"'{sheet}'" if " " in sheet else sheet
    count = f"COUNTA({where}!${letter}$2:${letter}${last})"
    formula = f"OFFSET({where}!${letter}$1,1,0,MAX(1,{count}),1)"  # row 2 may be deleted
    said = f"This is not on the sheet {sheet}. Add it there first, or choose another."
    return Rule("list", formula, style, said)


def _judgements() -> Rule:
    counts = "+".join(
        f"COUNTA(Lists!${_LETTERS[name]}$2:${_LETTERS[name]}${LAST_OF_LIST})"
        for name in ("Judgements", "Not judged")
    )
    formula = f"OFFSET(Lists!${ALL_JUDGEMENTS}$1,1,0,MAX(1,{counts}),1)"
    said = "This judgement is not on the sheet Lists. Keep it all the same?"
    return Rule("list", formula, "warning", said)  # an alias such as RI is no fault


def judgement_formula() -> str:
    """Return the formula that shows, in a row of the hidden column, the judgement in its turn."""
    scale, others = (
        f"${_LETTERS[name]}$2:${_LETTERS[name]}${LAST_OF_LIST}"
        for name in ("Judgements", "Not judged")
    )
    turn = "ROW()-ROW($A$1)"  # rows may be deleted and moved
    return (
        f"=IF({turn}<=COUNTA({scale}),INDEX({scale},{turn}),"
        f"IF({turn}-COUNTA({scale})<=COUNTA({others}),"
        f'INDEX({others},{turn}-COUNTA({scale})),""))'
    )


_BY_SHEET: Mapping[tuple[str, str], Rule | None] = {
    ("Actions", "Practice area"): _range(PRACTICE_AREAS.name, "A", "", LAST_OF_LIST),
    ("Feedback", "Round"): _range(ROUNDS.name, "A", "", LAST_OF_LIST),
    ("Thematic audits", "Compared with"): _range(THEMATIC_AUDITS.name, "A", "", LAST_OF_LIST),
    ("Narrative", "Section"): _written(FIXED_SECTIONS, ""),
    ("Aliases", "List"): _written(tuple(dict.fromkeys((*_LIST_NAMES, *FIXED_LISTS))), ""),
}


def find_rule(sheet: str, column: Column) -> Rule | None:
    """Return what a column's cells accept, or None for anything."""
    if (sheet, column.name) in _BY_SHEET:
        return _BY_SHEET[sheet, column.name]
    if column.choices:
        return _list_rule(column.choices)
    match column.holds:
        case Holds.DATE:
            return _DATE
        case Holds.YES_NO:
            return _YES_NO
        case Holds.NUMBER if column.name not in _ANY_NUMBER:
            return _count(1 if column.name == "Children" else 0)
    return None


def _list_rule(name: str) -> Rule | None:
    if name == "Judgements":
        return _judgements()
    if name in _LETTERS:
        return _range(LISTS.name, _LETTERS[name], "", LAST_OF_LIST)
    return _written(FIXED_LISTS[name], "stop" if name in CLOSED_LISTS else "")


def add_column_rules(sheet: Worksheet, schema: SheetSchema, answers: Mapping[str, str]) -> None:
    """Add each column's rule down to the last row; columns of one rule share it.

    `answers` are those offered to a question of feedback, by its code.
    """
    ranges: dict[Rule, list[str]] = {}
    for index, column in enumerate(schema.columns, start=1):
        rule = find_rule(schema.name, column)
        if schema.name == "Feedback" and column.name in answers:
            words = (word.strip() for word in answers[column.name].split(";"))
            rule = _written(tuple(word for word in words if word), "")
        if rule is not None:
            letter = get_column_letter(index)
            ranges.setdefault(rule, []).append(f"{letter}2:{letter}{LAST_ROW}")
    for rule, cells in ranges.items():
        _add(sheet, rule, " ".join(cells))


_SETTING_RULES: Mapping[str, Rule | None] = {
    "Year starts": _written(tuple(month_name)[1:], "stop"),
    "Report date": _DATE,
    "Strength threshold": _SHARE,
    "Development threshold": _SHARE,
    "Fewest audits to compare": _count(1),
    "Hide counts up to": _count(0),
    "Protect judgements": _YES_NO,
    "Show gender and ethnicity": _YES_NO,
    "Colours": _list_rule("Colours"),
}


def add_setting_rules(sheet: Worksheet) -> None:
    """Add the rule of each setting to its own cell of the sheet Report."""
    for row, setting in enumerate(SETTINGS, start=2):
        rule = _SETTING_RULES.get(setting.name)
        if rule is not None:
            _add(sheet, rule, f"B{row}")


def _add(sheet: Worksheet, rule: Rule, cells: str) -> None:
    sheet.add_data_validation(
        DataValidation(
            type=rule.kind,
            operator=None if rule.kind == "list" else "between",
            formula1=rule.formula,
            formula2=rule.formula2,
            allow_blank=True,
            showErrorMessage=bool(rule.style),
            errorStyle=rule.style or None,
            errorTitle="auditreport",
            error=rule.said,
            sqref=cells,
        )
    )
