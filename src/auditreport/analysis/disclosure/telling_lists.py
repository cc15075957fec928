"""Lists that tell a count by their length or their order, in a public edition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from auditreport.analysis.disclosure.hiding import holds_hidden
from auditreport.analysis.disclosure.theme_tables import DID_NOT_APPLY
from auditreport.analysis.figures import (
    EvidenceTheme,
    FeedbackFigures,
    Figures,
    QuestionFigures,
)
from auditreport.analysis.hidden import is_hidden

Questions = Mapping[str, QuestionFigures]


def leave_out_lists(figures: Figures) -> Figures:
    """Return the figures without lists that would tell a count that is hidden.

    There are as many comments as answers, so that those alone stay which were published, and
    those of one kind of person only where it is shown how many answered. Answers of people's own
    stand in order of name, not of number. How many of each kind were asked, which no more can have
    answered, stays only where it is shown how many did. That an item did not apply is one count,
    as it is among what was found.
    """
    return replace(
        figures,
        thematic={
            name: replace(theme, reasons=_count_as_one(theme))
            if isinstance(theme, EvidenceTheme)
            else theme
            for name, theme in figures.thematic.items()
        },
        feedback={name: _leave_out_of_round(found) for name, found in figures.feedback.items()},
    )


def _count_as_one(theme: EvidenceTheme) -> dict[str, Mapping[str, int]]:
    counts = {item: found.not_applicable for item, found in theme.items.items()}
    return {item: {DID_NOT_APPLY: count} if count else {} for item, count in counts.items()}


def _leave_out_of_round(found: FeedbackFigures) -> FeedbackFigures:
    apart = found.by_respondent
    return replace(
        found,
        asked_by_respondent={} if holds_hidden(found.respondents) else found.asked_by_respondent,
        questions=_leave_out_answers(found.questions),
        by_respondent=apart
        and {kind: _leave_out_comments(questions) for kind, questions in apart.items()},
    )


def _leave_out_comments(questions: Questions) -> dict[str, QuestionFigures]:
    return {
        code: replace(question, comments=()) if is_hidden(question.answered) else question
        for code, question in _leave_out_answers(questions).items()
    }


def _leave_out_answers(questions: Questions) -> dict[str, QuestionFigures]:
    return {
        code: replace(
            question,
            comments=tuple(text for text in question.comments if text),
            other=dict(sorted(question.other.items(), key=_name_of)),
        )
        for code, question in questions.items()
    }


def _name_of(counted: tuple[str, int]) -> str:
    return counted[0]
