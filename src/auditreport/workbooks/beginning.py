"""What a new workbook begins with: its settings, lists, practice areas and rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date

from auditreport.reading.ages import DEFAULT_AGE_BANDS
from auditreport.reading.area_sheet import DEFAULT_AREAS
from auditreport.reading.contract import (
    AUDITS,
    FEEDBACK,
    LISTS,
    PRACTICE_AREAS,
    PREVIOUS_YEAR,
    REPORT,
    SETTINGS,
    SHEETS,
)
from auditreport.reading.dataset import PracticeArea
from auditreport.reading.schema import Column, Holds, SheetSchema
from auditreport.reading.vocabulary import DEFAULT_SCALE, FIXED_LISTS
from auditreport.records import record

Value = str | int | float | date | None
Row = Mapping[str, Value]

_AREAS_STAND_AFTER = "Final judgement"

DEFAULT_SETTINGS: Mapping[str, Value] = {
    "Year starts": "April",
    "Strength threshold": 0.7,
    "Development threshold": 0.5,
    "Fewest audits to compare": 5,
    "Hide counts up to": 5,
    "Protect judgements": "No",
    "Show gender and ethnicity": "No",
    "Colours": "Ofsted",
}
SCALE_LISTS: Mapping[str, tuple[str, ...]] = {
    "Judgements": DEFAULT_SCALE.judgements,
    "Good or better": DEFAULT_SCALE.good_or_better,
    "Not judged": DEFAULT_SCALE.not_judged,
    "Age bands": DEFAULT_AGE_BANDS,
}
_FILLED_LISTS = ("Audit types", "Action statuses")
_OFTEN = "Always; Sometimes; Never"
EXAMPLE_QUESTIONS: tuple[Row, ...] = (
    {
        "Code": "F1",
        "Question": "Did we listen to you?",
        "Kind": "Closed",
        "Answers": _OFTEN,
        "Positive": "Always; Sometimes",
    },
    {"Code": "F2", "Question": "What could we have done better?", "Kind": "Open"},
)


@record
class Beginning:
    """What a new workbook holds from the start; `rows` are by sheet, each by column."""

    settings: Mapping[str, Value] = field(default_factory=lambda: DEFAULT_SETTINGS)
    areas: tuple[PracticeArea, ...] = DEFAULT_AREAS
    lists: Mapping[str, tuple[str, ...]] = field(
        default_factory=lambda: {
            **SCALE_LISTS,
            **{name: FIXED_LISTS[name] for name in _FILLED_LISTS},
        }
    )
    rows: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)

    @property
    def questions(self) -> tuple[Row, ...]:
        """The questions of feedback; examples where there are none."""
        coded = tuple(row for row in self.rows.get("Questions", ()) if row.get("Code"))
        return coded or EXAMPLE_QUESTIONS

    def rows_of(self, sheet: str) -> tuple[Row, ...]:
        """Return the rows that stand on a sheet from the start."""
        match sheet:
            case REPORT.name:
                names = [setting.name for setting in SETTINGS]
                return tuple({"Setting": n, "Value": self.settings.get(n)} for n in names)
            case PRACTICE_AREAS.name:
                return tuple(map(_area_row, self.areas))
            case LISTS.name:
                return self._list_rows()
            case "Questions":
                return self.questions
        return self.rows.get(sheet, ())

    def _list_rows(self) -> tuple[Row, ...]:
        longest = max(map(len, self.lists.values()))
        return tuple(
            {name: words[n] for name, words in self.lists.items() if n < len(words)}
            for n in range(longest)
        )

    def sheets(self) -> tuple[SheetSchema, ...]:
        """Return the sheets in order, with the columns that the lists and rows bring along."""
        return tuple(self._with_own_columns(schema) for schema in SHEETS)

    def _with_own_columns(self, schema: SheetSchema) -> SheetSchema:
        match schema.name:
            case AUDITS.name:
                return self._audits_sheet()
            case FEEDBACK.name:
                return schema.with_columns(map(_question_column, self.questions))
            case PREVIOUS_YEAR.name:
                help_text = "How many had this judgement last year."
                names = self.lists["Judgements"]
                return schema.with_columns(Column(n, Holds.NUMBER, help_text) for n in names)
        return schema

    def _audits_sheet(self) -> SheetSchema:
        """Return Audits with its practice areas after the judgements, its measures last."""
        names = [column.name for column in AUDITS.columns]
        cut = names.index(_AREAS_STAND_AFTER) + 1
        areas = [Column(a.name, Holds.LIST, a.label, (), "Judgements") for a in self.areas]
        measures = [
            Column(str(row["Measure"]), Holds.YES_NO, "A measure, as on the sheet Measures.")
            for row in self.rows.get("Measures", ())
            if row.get("Measure")
        ]
        first = replace(AUDITS, columns=AUDITS.columns[:cut])
        return first.with_columns(areas).with_columns((*AUDITS.columns[cut:], *measures))


def _area_row(area: PracticeArea) -> Row:
    return {"Area": area.name, "Label": area.label, "Aliases": "; ".join(area.aliases) or None}


def _question_column(question: Row) -> Column:
    kind = Holds.TEXT if question.get("Kind") == "Open" else Holds.LIST
    return Column(str(question["Code"]), kind, str(question.get("Question") or ""))
