"""What people said, in one clause for the first page: each kind of respondent on its own base."""

from __future__ import annotations

from collections.abc import Mapping

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


def people(kind: str, count: int) -> str:
    """Name a number of respondents of one kind: `11 parents or carers`."""
    one, many = _KINDS.get(kind, (kind, kind))
    return f"{count:,} {one if count == 1 else many}"


def what_people_said(figures: Figures) -> str:
    """Give the most and the least positive question of the latest round that has any.

    Kinds of respondents stand side by side and are never added up.
    """
    for name, feedback in reversed(list(figures.feedback.items())):
        asked = [code for code, q in feedback.questions.items() if _positive(q).base]
        if asked:
            most = max(asked, key=lambda code: _share(feedback.questions[code]))
            least = min(asked, key=lambda code: _share(feedback.questions[code]))
            told = [_said(feedback, code) for code in dict.fromkeys((most, least))]
            return f"in the feedback of {name}, {join_words(told)}"
    return ""


def _said(feedback: FeedbackFigures, code: str) -> str:
    question = feedback.questions[code]
    if feedback.by_respondent is None:
        positive = _positive(question)
        who = f"{positive.count:,} of {positive.base:,}"
    else:
        who = join_words(
            f"{_positive(asked[code]).count:,} of {people(kind, _positive(asked[code]).base)}"
            for kind, asked in feedback.by_respondent.items()
            if code in asked and _positive(asked[code]).base
        )
    return f"{who} answered ‘{question.question}’ positively"


def _positive(question: QuestionFigures) -> Positive:
    return question.positive or Positive(0, 0, None)


def _share(question: QuestionFigures) -> float:
    positive = _positive(question)
    return positive.count / positive.base if positive.base else 0.0
