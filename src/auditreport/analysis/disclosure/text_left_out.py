"""How much of what people wrote a public edition leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from auditreport.reading.dataset import DataSet

_UNPUBLISHED = "not marked Publish = Yes"
_NEVER = "never in a public edition"


def count_text_left_out(data: DataSet) -> Iterator[tuple[str, int, str]]:
    """Yield each kind of text that is left out: its name, how many, and why."""
    for name, count in _count_unpublished(data).items():
        if count:
            yield name, count, _UNPUBLISHED
    for name, count in _count_internal(data).items():
        if count:
            yield name, count, _NEVER
    if not data.settings.show_gender_and_ethnicity:
        for column in ("Gender", "Ethnicity"):
            if any(column in audit.profile for audit in data.audits):
                yield f"Tables by {column}", 1, "Show gender and ethnicity is No"


def _count_unpublished(data: DataSet) -> dict[str, int]:
    open_codes = {question.code for question in data.questions if question.is_open}
    written = [
        code
        for response in data.responses
        if not response.publish
        for code, reply in response.replies.items()
        if reply is not None and reply.offered is None
    ]
    comments = sum(code in open_codes for code in written)
    return {
        "Narrative sections": sum(not part.publish for part in data.narrative),
        "Notes of the Schedule": sum(bool(e.note) and not e.publish for e in data.schedule),
        "Comments in feedback": comments,
        "Answers outside those offered (counted)": len(written) - comments,
    }


def _count_internal(data: DataSet) -> dict[str, int]:
    cases = [case for theme in data.thematic for case in theme.cases]
    texts = [text for a in data.audits for text in (a.strengths, a.areas_for_development)]
    return {
        "Reasons why an item did not apply (counted)": sum(
            bool(found.reason) for case in cases for found in case.evidence.values()
        ),
        "Cases of thematic audits": len(cases),
        "Texts of auditors": sum(map(bool, texts)),
        "Actions (counted)": len(data.actions),
    }
