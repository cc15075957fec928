"""What children, parents and partners answered, round by round."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from auditreport.analysis.figures import FeedbackFigures, Positive, QuestionFigures
from auditreport.analysis.profiles import order_values
from auditreport.analysis.proportions import round_percent
from auditreport.analysis.rounds import compare_rounds
from auditreport.reading.dataset import (
    NOT_RECORDED,
    DataSet,
    FeedbackRound,
    Question,
    Reply,
    Response,
)

RESPONDENTS = ("Parent/carer", "Child", "Partner", "Practitioner")


def summarise_feedback(data: DataSet) -> dict[str, FeedbackFigures]:
    """Count every round, in the order of the Rounds sheet, then of the rows."""
    named = [entry.name for entry in data.rounds]
    named += [response.round for response in data.responses]
    rows: dict[str, list[Response]] = {name: [] for name in named}
    for response in data.responses:
        rows[response.round].append(response)
    rounds = {name: _summarise_round(name, found, data) for name, found in rows.items()}
    return compare_rounds(rounds, data.settings.smallest_base)


def _summarise_round(name: str, rows: Sequence[Response], data: DataSet) -> FeedbackFigures:
    entries = [entry for entry in data.rounds if entry.name == name]
    kinds = Counter(_name_respondent(row) for row in rows)
    respondents = {kind: kinds[kind] for kind in order_values(kinds, RESPONDENTS)}
    return FeedbackFigures(
        heading=next((entry.heading for entry in entries if entry.heading), ""),
        responses=len(rows),
        asked=_count_asked(entries),
        respondents=respondents,
        questions=summarise_questions(data.questions, rows),
        by_respondent={
            kind: summarise_questions(
                data.questions, [row for row in rows if _name_respondent(row) == kind]
            )
            for kind in respondents
        }
        if len(respondents) > 1
        else None,
        asked_by_respondent=_count_asked_by_respondent(entries),
        compared=(),
    )


def _name_respondent(response: Response) -> str:
    return response.respondent or NOT_RECORDED


def _count_asked(entries: Sequence[FeedbackRound]) -> int | None:
    asked = [entry.asked for entry in entries if entry.asked is not None]
    return sum(asked) if asked else None


def _count_asked_by_respondent(entries: Sequence[FeedbackRound]) -> dict[str, int]:
    asked: Counter[str] = Counter()
    for entry in entries:
        if entry.asked is not None and entry.respondent:
            asked[entry.respondent] += entry.asked
    return {kind: asked[kind] for kind in order_values(asked, RESPONDENTS)}


def summarise_questions(
    questions: Sequence[Question], rows: Sequence[Response]
) -> dict[str, QuestionFigures]:
    """Count the answers to the questions that any of the rows was asked."""
    return {
        question.code: summarise_question(
            question, [row.replies[question.code] for row in rows if question.code in row.replies]
        )
        for question in questions
        if any(question.code in row.replies for row in rows)
    }


def summarise_question(question: Question, replies: Sequence[Reply | None]) -> QuestionFigures:
    """Count the replies to one question; None is no answer."""
    answers = [reply for reply in replies if reply is not None]
    closed = [] if question.is_open else answers
    offered = Counter(reply.offered for reply in closed if reply.offered is not None)
    other = Counter(reply.text for reply in closed if reply.offered is None)
    return QuestionFigures(
        question=question.text,
        kind="Open" if question.is_open else "Closed",
        answered=len(answers),
        blank=len(replies) - len(answers),
        counts={answer: offered[answer] for answer in question.answers},
        other=dict(sorted(other.items(), key=lambda found: (-found[1], found[0]))),
        positive=_count_positive(question, offered, len(answers)),
        comments=tuple(reply.text for reply in answers) if question.is_open else (),
        positive_answers=() if question.is_open else question.positive,
    )


def _count_positive(question: Question, offered: Counter[str], answered: int) -> Positive | None:
    if question.is_open or not question.positive:
        return None
    count = sum(offered[answer] for answer in question.positive)
    return Positive(count, answered, round_percent(count, answered))
