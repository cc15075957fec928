"""How many rows of each kind of sheet were read, for people and for scripts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from auditreport.messages import count_of

if TYPE_CHECKING:
    from auditreport.reading.dataset import DataSet


def count_rows(data: DataSet | None) -> dict[str, int]:
    """Return the rows of the report's year by their sheet; none where no data could be kept.

    `Thematic cases` are the cases of all thematic audits. An action that stands in the row of an
    audit counts as one of Actions.
    """
    if data is None:
        return {}
    return {
        "Audits": len(data.audits),
        "Thematic audits": len(data.thematic),
        "Thematic cases": sum(len(theme.cases) for theme in data.thematic),
        "Actions": len(data.actions),
        "Feedback": len(data.responses),
        "Schedule": len(data.schedule),
        "Narrative": len(data.narrative),
    }


def say_rows(rows: Mapping[str, int]) -> str:
    """Say in one line how many rows were read of the sheets that people fill all year."""
    said = [count_of(rows["Audits"], "audit")]
    if rows["Thematic audits"]:
        audits = count_of(rows["Thematic audits"], "thematic audit")
        said.append(f"{count_of(rows['Thematic cases'], 'case')} of {audits}")
    if rows["Actions"]:
        said.append(count_of(rows["Actions"], "action"))
    if rows["Feedback"]:
        said.append(f"{count_of(rows['Feedback'], 'answer')} to feedback")
    return f"Read: {', '.join(said)}"
