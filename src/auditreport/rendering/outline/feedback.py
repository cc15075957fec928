"""Feedback: how families and partners answered, and what they said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from auditreport.analysis.figures import (
    FeedbackChange,
    FeedbackFigures,
    Figures,
    QuestionFigures,
    Verdict,
)
from auditreport.rendering.blocks import (
    BarRow,
    Block,
    Bullets,
    Paragraph,
    plain,
)
from auditreport.rendering.layout import Part
from auditreport.rendering.outline.bars import answer_bars
from auditreport.rendering.outline.prose import anchor, build_narrative
from auditreport.rendering.outline.quotations import select_quotes
from auditreport.rendering.outline.voices import people
from auditreport.rendering.wording import change_line, count_of, join_words, with_percent

Closed = dict[str, QuestionFigures]
Offered = tuple[tuple[str, ...], tuple[str, ...]]  # the answers, and the positive ones of them


def feedback_part(figures: Figures) -> Part:
    """Return every round of feedback."""
    parts = tuple(_round_part(figures, name) for name in figures.feedback)
    return Part("feedback", "Feedback", (), parts)


def _round_part(figures: Figures, name: str) -> Part:
    feedback = figures.feedback[name]
    blocks = (
        Paragraph(plain(_responses(feedback))),
        *_charts(name, feedback),
        *_compared(feedback),
        *_other_answers(feedback),
        *select_quotes(feedback),
        *build_narrative(figures, name),
    )
    return Part(f"feedback-{anchor(name)}", feedback.heading or name, blocks)


def _responses(feedback: FeedbackFigures) -> str:
    kinds = join_words(people(kind, count) for kind, count in feedback.respondents.items())
    text = count_of(feedback.responses, "response")
    if feedback.asked is not None:
        text += f" of {count_of(feedback.asked, 'person', 'people')} asked"
    by_kind = feedback.asked_by_respondent
    if len(by_kind) > 1:
        kinds = join_words(
            f"{feedback.respondents.get(kind, 0):,} of {people(kind, asked)}"
            for kind, asked in by_kind.items()
        )
    return f"{text}: {kinds}." if kinds else f"{text}."


def _charts(name: str, feedback: FeedbackFigures) -> Iterator[Block]:
    """Draw one chart for each set of answers offered, a bar a question and kind of respondent.

    A question that is the only one to offer its answers is the caption of its chart.
    """
    for number, (offered, questions) in enumerate(_by_answers(feedback.questions).items(), 1):
        answers, good = offered
        is_alone = len(questions) == 1 and feedback.by_respondent is not None
        caption = f"Answers {join_words(f'‘{a}’' for a in answers)} – {name}"
        if is_alone:
            caption = f"{next(iter(questions.values())).question} – {name}"
        rows = [
            row for code in questions for row in _question_rows(code, feedback, is_alone=is_alone)
        ]
        chart_id = f"feedback-{anchor(name)}-{number}"
        chart = answer_bars(chart_id, caption, [(a, a in good) for a in answers], rows)
        yield replace(chart, heading="Respondent") if is_alone else chart


def _compared(feedback: FeedbackFigures) -> Iterator[Block]:
    """Say what differs from the earlier round that asked the same, kind by kind."""
    by_round: dict[str, list[FeedbackChange]] = {}
    for found in feedback.compared:
        by_round.setdefault(found.change.before_period, []).append(found)
    for before, found_here in by_round.items():
        moved = [f for f in found_here if f.change.verdict in (Verdict.BETTER, Verdict.WORSE)]
        lines = tuple(plain(change_line(f.change, f"{f.question} ({f.respondent})")) for f in moved)
        if lines:
            lead = f"Compared with {before}, answered otherwise by more than chance would explain:"
            yield Bullets(lines, lead=lead)
        elif any(f.change.verdict is Verdict.NO_CLEAR_CHANGE for f in found_here):
            text = f"Compared with {before}, no question was answered otherwise beyond chance."
            yield Paragraph(plain(text))
        else:
            yield Paragraph(plain(f"Too few answered to compare with {before}."))


def _by_answers(questions: Mapping[str, QuestionFigures]) -> dict[Offered, Closed]:
    """Gather the closed questions that offer the same answers and count the same as positive."""
    groups: dict[Offered, Closed] = {}
    for code, question in questions.items():
        if question.positive is not None and question.answered + question.blank:
            offered = tuple(question.counts), question.positive_answers
            groups.setdefault(offered, {})[code] = question
    return groups


def _question_rows(code: str, feedback: FeedbackFigures, *, is_alone: bool) -> Iterator[BarRow]:
    question = feedback.questions[code]
    if feedback.by_respondent is None:
        yield _row(question.question, question)
        return
    for kind, questions in feedback.by_respondent.items():
        if code in questions:
            label = kind if is_alone else f"{question.question} – {kind}"
            yield _row(label, questions[code])


def _row(label: str, question: QuestionFigures) -> BarRow:
    counts = (*question.counts.values(), sum(question.other.values()), question.blank)
    positive = question.positive
    if positive is None or not positive.base:
        return BarRow(label, counts, ("no answers",))
    base = with_percent(positive.base, positive.percent, positive.base)
    return BarRow(label, counts, (f"{positive.count:,} of {base}",))


def _other_answers(feedback: FeedbackFigures) -> Iterator[Block]:
    lines = tuple(
        plain(f"{question.question} {join_words(_quoted(question.other))}")
        for question in feedback.questions.values()
        if question.other
    )
    if lines:
        yield Bullets(lines, lead="Other answers, which count in the base and as none of these:")


def _quoted(other: Mapping[str, int]) -> Iterator[str]:
    for text, count in other.items():
        yield f"‘{text}’" if count == 1 else f"‘{text}’ ({count} times)"
