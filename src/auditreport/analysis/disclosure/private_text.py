"""What people wrote, left out of a public edition unless it was marked to be published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from auditreport.analysis.disclosure.feedback_tables import OTHER_ANSWERS
from auditreport.analysis.disclosure.theme_tables import DID_NOT_APPLY
from auditreport.reading.dataset import (
    Action,
    Answer,
    DataSet,
    Evidence,
    Question,
    Reply,
    Response,
    ThematicAudit,
)


def leave_out_private_text(data: DataSet) -> DataSet:
    """Return the data set without the text that no Publish = Yes stands beside.

    Counts stay what they are: a reason becomes `did not apply`, an answer of someone's own becomes
    `Another answer`, and a comment becomes blank text that still counts as an answer.
    """
    open_questions = {question.code: question for question in data.questions}
    return replace(
        data,
        narrative=tuple(part for part in data.narrative if part.publish),
        schedule=tuple(e if e.publish else replace(e, note="") for e in data.schedule),
        responses=tuple(_leave_out_replies(row, open_questions) for row in data.responses),
        actions=tuple(_leave_out_action(action) for action in data.actions),
        thematic=tuple(_leave_out_reasons(theme) for theme in data.thematic),
    )


def _leave_out_replies(response: Response, questions: Mapping[str, Question]) -> Response:
    if response.publish:
        return response
    replies = {
        code: _leave_out_reply(reply, questions[code]) for code, reply in response.replies.items()
    }
    return replace(response, replies=replies)


def _leave_out_reply(reply: Reply | None, question: Question) -> Reply | None:
    if reply is None or reply.offered is not None:
        return reply
    return replace(reply, text="" if question.is_open else OTHER_ANSWERS)


def _leave_out_action(action: Action) -> Action:
    return replace(action, text="", owner="", outcome="")


def _leave_out_reasons(theme: ThematicAudit) -> ThematicAudit:
    cases = tuple(
        replace(
            case,
            label="",
            observation="",
            evidence={item: _leave_out_reason(found) for item, found in case.evidence.items()},
        )
        for case in theme.cases
    )
    return replace(theme, cases=cases)


def _leave_out_reason(found: Evidence) -> Evidence:
    has_reason = found.answer is Answer.NOT_APPLICABLE and found.reason
    return replace(found, reason=DID_NOT_APPLY) if has_reason else found
