"""Clean sheets as pandas tables, for those who go on from there in pandas."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from auditreport.reading.clean_audits import build_audits, build_thematic_cases
from auditreport.reading.clean_columns import (
    Columns,
    day,
    share,
    sources,
    text,
    whole,
    words,
    yes_no,
)

if TYPE_CHECKING:
    from pandas import DataFrame

    from auditreport.reading.dataset import DataSet
    from auditreport.reading.feedback_records import Question


def build_table(data: DataSet, sheet: str) -> DataFrame:
    """Return a sheet's rows, with the workbook, sheet and row that they came from.

    Sheets are those of TABLES. A column has the same name and type whatever the sheet holds, and
    without rows too. Where the council named a column as one of ours is named, what it is stands
    after its name in brackets. Raises KeyError for any other sheet.
    """
    import pandas as pd  # half a second, for those who ask for it alone

    table: dict[str, pd.Series] = {}
    for column in TABLES[sheet](data):
        name = column.name
        while name in table:
            name = f"{name} ({column.of})"
        table[name] = pd.Series(column.values, dtype=column.dtype)
    return pd.DataFrame(table)


def _practice_areas(data: DataSet) -> Columns:
    return [
        text("Area", (area.name for area in data.areas)),
        text("Label", (area.label for area in data.areas)),
        words("Aliases", (area.aliases for area in data.areas)),
    ]


def _thematic_audits(data: DataSet) -> Columns:
    themes = data.thematic
    return [
        *sources(theme.source for theme in themes),
        text("Name", (theme.name for theme in themes)),
        text("Case sheet", (theme.sheet for theme in themes)),
        text("Recorded as", (theme.kind for theme in themes)),
        day("From", (theme.start for theme in themes)),
        day("To", (theme.end for theme in themes)),
        text("Placed in", (theme.quarter or "Appendix" for theme in themes)),
        text(
            "Percentages are of",
            ("All cases" if theme.all_cases else "Applicable cases" for theme in themes),
        ),
        text("Compared with", (theme.compared_with for theme in themes)),
        text("Auditor", (theme.auditor for theme in themes)),
        yes_no("Counts towards total", (theme.counts_towards_total for theme in themes)),
        text("Counted in", (theme.counted_in for theme in themes)),
    ]


def _questions(data: DataSet) -> Columns:
    questions = data.questions
    return [
        *sources(question.source for question in questions),
        text("Code", (question.code for question in questions)),
        text("Question", (question.text for question in questions)),
        text("Kind", ("Open" if question.is_open else "Closed" for question in questions)),
        words("Answers", (question.answers for question in questions)),
        words("Positive", (question.positive for question in questions)),
    ]


def _feedback(data: DataSet) -> Columns:
    responses = data.responses
    return [
        *sources(response.source for response in responses),
        text("Round", (response.round for response in responses)),
        day("Date", (response.date for response in responses)),
        text("Respondent", (response.respondent for response in responses)),
        text("Audit ref", (response.audit_ref for response in responses)),
        yes_no("Publish", (response.publish for response in responses)),
        *(column for question in data.questions for column in _answers(data, question)),
    ]


def _answers(data: DataSet, question: Question) -> Columns:
    """Return the answers to a question as written; of a closed one, also as they are counted."""
    replies = [response.replies.get(question.code) for response in data.responses]
    written = text(question.code, (reply.text if reply else None for reply in replies), "question")
    if question.is_open:
        return [written]
    counted = (reply.offered or "other" if reply else None for reply in replies)
    return [written, text(f"{question.code} counted as", counted, "question")]


def _rounds(data: DataSet) -> Columns:
    rounds = data.rounds
    return [
        *sources(one.source for one in rounds),
        text("Round", (one.name for one in rounds)),
        text("Respondent", (one.respondent for one in rounds)),
        whole("Asked", (one.asked for one in rounds)),
        text("Heading", (one.heading for one in rounds)),
    ]


def _schedule(data: DataSet) -> Columns:
    entries = data.schedule
    return [
        *sources(entry.source for entry in entries),
        day("From", (entry.start for entry in entries)),
        day("To", (entry.end for entry in entries)),
        whole("Planned", (entry.planned for entry in entries)),
        whole("Open cases", (entry.open_cases for entry in entries)),
        text("Note", (entry.note for entry in entries)),
        yes_no("Publish", (entry.publish for entry in entries)),
    ]


def _narrative(data: DataSet) -> Columns:
    parts = data.narrative
    return [
        *sources(part.source for part in parts),
        text("Section", (part.section for part in parts)),
        text("Heading", (part.heading for part in parts)),
        text("Text", (part.text for part in parts)),
        yes_no("Publish", (part.publish for part in parts)),
    ]


def _actions(data: DataSet) -> Columns:
    actions = data.actions
    return [
        *sources(action.source for action in actions),
        text("Action ref", (action.ref for action in actions)),
        text("Action", (action.text for action in actions)),
        text("From", (action.origin for action in actions)),
        text("Practice area", (action.area for action in actions)),
        day("Raised", (action.raised for action in actions)),
        text("Owner", (action.owner for action in actions)),
        day("Due", (action.due for action in actions)),
        text("Status", (action.status for action in actions)),
        yes_no("Complete", (action.is_complete for action in actions)),
        day("Completed", (action.completed for action in actions)),
        text("Outcome", (action.outcome for action in actions)),
        yes_no("Publish", (action.publish for action in actions)),
    ]


def _targets(data: DataSet) -> Columns:
    return [
        *sources(target.source for target in data.targets),
        text("Measure", (target.measure for target in data.targets)),
        share("At least", (target.at_least for target in data.targets)),
        share("At most", (target.at_most for target in data.targets)),
    ]


def _measures(data: DataSet) -> Columns:
    return [
        *sources(measure.source for measure in data.measures),
        text("Measure", (measure.name for measure in data.measures)),
        text("Label", (measure.label for measure in data.measures)),
        yes_no("Good is yes", (measure.good_is_yes for measure in data.measures)),
    ]


TABLES: Mapping[str, Callable[[DataSet], Columns]] = {
    "Audits": build_audits,
    "Practice areas": _practice_areas,
    "Thematic audits": _thematic_audits,
    "Thematic cases": build_thematic_cases,
    "Feedback": _feedback,
    "Questions": _questions,
    "Rounds": _rounds,
    "Schedule": _schedule,
    "Narrative": _narrative,
    "Actions": _actions,
    "Targets": _targets,
    "Measures": _measures,
}
