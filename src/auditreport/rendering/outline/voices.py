"""What people said, in one clause for the first page: each kind of respondent on its own base."""

from __future__ import annotations

from collections.abc import Mapping

from auditreport.analysis.disclosure.hiding import holds_hidden
from auditreport.analysis.figures import FeedbackFigures, Figures, Positive, QuestionFigures
from auditreport.rendering.wording import join_words

_KINDS: Mapping[str, tuple[str, str]] = {
    "Parent/carer": ("parent or carer", "parents or carers"),
    "Child": ("child", "children"),
    "Partner": ("partner", "partners"),
    "Practitioner": ("practitioner", "practitioners"),
}


def person(kind: str) -> str:
    """Name one respondent of a kind, as beside a quotation: `parent or carer`."""
    return _KINDS.get(kind, (kind, kind))[0]


def persons(kind: str) -> str:
    """Name respondents of a kind: `parents or carers`."""
    return _KINDS.get(kind, (kind, kind))[1]


def people(kind: str, count: int) -> str:
    """Name a number of respondents of one kind: `11 parents or carers`."""
    return f"{count:,} {person(kind) if count == 1 else persons(kind)}"


def what_people_said(figures: Figures) -> str:
    """Give the most and the least positive question of the latest round that has any.

    Kinds of respondents stand side by side and are never added up. What is hidden is left out.
    """
    for name, feedback in reversed(list(figures.feedback.items())):
        asked = [
            code
            for code, question in feedback.questions.items()
            if not holds_hidden(question.positive) and _list_told(feedback, code)
        ]
        if asked:
            most = max(asked, key=lambda code: _share(feedback.questions[code]))
            least = min(asked, key=lambda code: _share(feedback.questions[code]))
            told = [_said(feedback, code) for code in dict.fromkeys((most, least))]
            return f"in the feedback of {name}, {join_words(told)}"
    return ""


def _said(feedback: FeedbackFigures, code: str) -> str:
    who, question = join_words(_list_told(feedback, code)), feedback.questions[code]
    good = join_words(question.positive_answers, "or")
    return f"{who} answered ‘{question.question}’ positively ({good})"


def _list_told(feedback: FeedbackFigures, code: str) -> list[str]:
    """Say of each kind of respondent how many were positive, where that is known and shown."""
    if feedback.by_respondent is None:
        positive = _positive(feedback.questions[code])
        return [f"{positive.count:,} of {positive.base:,}"] if _is_told(positive) else []
    found = {
        k: _positive(asked[code]) for k, asked in feedback.by_respondent.items() if code in asked
    }
    return [f"{p.count:,} of {people(kind, p.base)}" for kind, p in found.items() if _is_told(p)]


def _is_told(positive: Positive) -> bool:
    return not holds_hidden(positive) and positive.base > 0


def _positive(question: QuestionFigures) -> Positive:
    return question.positive or Positive(0, 0, None)


def _share(question: QuestionFigures) -> float:
    positive = _positive(question)
    return positive.count / positive.base if positive.base else 0.0
