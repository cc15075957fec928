"""Clean sheets as pandas tables, for those who go on from there in pandas."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from auditreport.reading.sources import Source

if TYPE_CHECKING:
    from pandas import DataFrame

    from auditreport.reading.dataset import DataSet

Row = dict[str, object]


def build_table(data: DataSet, sheet: str) -> DataFrame:
    """Return a sheet's rows, a column each, with the workbook, sheet and row they came from.

    Sheets are those of TABLES. Dates are datetime64, blanks missing, all else as read; columns
    are named as in the workbook. Raises KeyError for any other sheet.
    """
    import pandas as pd  # half a second, for those who ask for it alone

    table = pd.DataFrame(list(TABLES[sheet](data)))
    for column in table.columns.intersection(DATES):
        table[column] = pd.to_datetime(table[column])
    return table


def _source(source: Source) -> Row:
    return {"Workbook": source.workbook, "Sheet": source.sheet, "Row": source.row}


def _audits(data: DataSet) -> Iterator[Row]:
    for audit in data.audits:
        yield {
            **_source(audit.source),
            "Audit ref": audit.ref,
            "Case ref": audit.case_ref,
            "Audit date": audit.date,
            "Quarter": _text(audit.quarter),
            "Status": audit.status.value,
            "Audit type": audit.audit_type,
            **audit.profile,
            "Overall judgement": audit.overall,
            "Moderated": audit.moderated,
            "Moderated judgement": audit.moderated_judgement,
            "Final judgement": audit.final,
            "Counted judgement": audit.judgement,
            "Impact judgement": audit.impact,
            "Immediate concern": audit.immediate_concern,
            "Re-audit of": audit.reaudit_of,
            "Children": audit.children,
            **audit.areas,
        }


def _thematic_cases(data: DataSet) -> Iterator[Row]:
    for theme in data.thematic:
        for case in theme.cases:
            yield {
                **_source(case.source),
                "Thematic audit": theme.name,
                "Case": case.label,
                "Date": case.date,
                **case.profile,
                "Overall judgement": case.overall,
                **case.judgements,
                **{item: found.answer.value for item, found in case.evidence.items()},
                "Observation": case.observation,
            }


def _feedback(data: DataSet) -> Iterator[Row]:
    for response in data.responses:
        yield {
            **_source(response.source),
            "Round": response.round,
            "Date": response.date,
            "Respondent": response.respondent,
            "Audit ref": response.audit_ref,
            **{code: reply and reply.text for code, reply in response.replies.items()},
            "Publish": response.publish,
        }


def _schedule(data: DataSet) -> Iterator[Row]:
    for entry in data.schedule:
        yield {
            **_source(entry.source),
            "From": entry.start,
            "To": entry.end,
            "Planned": entry.planned,
            "Open cases": entry.open_cases,
            "Note": entry.note,
            "Publish": entry.publish,
        }


def _actions(data: DataSet) -> Iterator[Row]:
    for action in data.actions:
        yield {
            **_source(action.source),
            "Action ref": action.ref,
            "Action": action.text,
            "From": action.origin,
            "Practice area": action.area,
            "Raised": action.raised,
            "Owner": action.owner,
            "Due": action.due,
            "Status": action.status,
            "Complete": action.is_complete,
            "Completed": action.completed,
            "Outcome": action.outcome,
            "Publish": action.publish,
        }


def _text(word: str | None) -> str | None:
    return None if word is None else str(word)


DATES = ["Audit date", "Date", "Raised", "Due", "Completed"]
TABLES: Mapping[str, Callable[[DataSet], Iterator[Row]]] = {
    "Audits": _audits,
    "Thematic audits": _thematic_cases,
    "Feedback": _feedback,
    "Schedule": _schedule,
    "Actions": _actions,
}
