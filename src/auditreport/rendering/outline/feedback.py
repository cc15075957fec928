"""Feedback: how families and partners answered, and what they said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from auditreport.analysis.disclosure.feedback_tables import OTHER_ANSWERS
from auditreport.analysis.disclosure.hiding import holds_hidden
from auditreport.analysis.figures import (
    FeedbackChange,
    FeedbackFigures,
    Figures,
    QuestionFigures,
    Verdict,
)
from auditreport.analysis.hidden import HIDDEN, is_hidden
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
from auditreport.rendering.outline.voices import people, persons
from auditreport.rendering.wording import change_line, count_of, count_with_base, join_words

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
        *_other_answers(figures, feedback),
        *select_quotes(figures, feedback),
        *build_narrative(figures, name),
    )
    return Part(f"feedback-{anchor(name)}", feedback.heading or name, blocks)


def _responses(feedback: FeedbackFigures) -> str:
    kinds = _name_respondents(feedback.respondents)
    text = count_of(feedback.responses, "response")
    if feedback.asked is not None:
        text += f" of {count_of(feedback.asked, 'person', 'people')} asked"
    by_kind = feedback.asked_by_respondent
    if len(by_kind) > 1 and not holds_hidden(feedback.respondents):
        kinds = join_words(
            f"{feedback.respondents.get(kind, 0):,} of {people(kind, asked)}"
            for kind, asked in by_kind.items()
        )
    return f"{text}: {kinds}." if kinds else f"{text}."


def _name_respondents(respondents: Mapping[str, int]) -> str:
    """Count each kind of respondent, and name those of whom the number is hidden."""
    shown = {kind: count for kind, count in respondents.items() if not is_hidden(count)}
    hidden = [persons(kind) for kind in respondents if kind not in shown]
    counted = join_words(people(kind, count) for kind, count in shown.items())
    unsaid = f"how many {join_words(hidden)} is not shown" if hidden else ""
    return ", ".join(filter(None, (counted, unsaid)))


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
        chart = replace(chart, note=_positive_answers(good))
        yield replace(chart, heading="Respondent") if is_alone else chart


def _positive_answers(good: Sequence[str]) -> str:
    return f"Positive: {join_words(good, 'or')}." if good else ""


def _compared(feedback: FeedbackFigures) -> Iterator[Block]:
    """Say what differs from the earlier round that asked the same, kind by kind."""
    by_round: dict[str, list[FeedbackChange]] = {}
    for found in feedback.compared:
        by_round.setdefault(found.change.before_period, []).append(found)
    for before, found_here in by_round.items():
        moved = [f for f in found_here if f.change.verdict in (Verdict.BETTER, Verdict.WORSE)]
        lines = tuple(plain(change_line(f.change, f"{f.question} ({f.respondent})")) for f in moved)
        if lines:
            lead = f"Answers that have clearly changed since {before}:"
            yield Bullets(lines, lead=lead)
        elif any(f.change.verdict is Verdict.NO_CLEAR_CHANGE for f in found_here):
            shown = " that are shown" if holds_hidden(feedback.questions) else ""
            text = f"Compared with {before}, answers{shown} have not clearly changed."
            yield Paragraph(plain(text))
        else:
            yield Paragraph(plain(f"Too few answered to compare with {before}."))


def _by_answers(questions: Mapping[str, QuestionFigures]) -> dict[Offered, Closed]:
    """Gather the closed questions that offer the same answers and count the same as positive."""
    groups: dict[Offered, Closed] = {}
    for code, question in questions.items():
        if question.positive is not None and (question.answered or question.blank):
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
    other = HIDDEN if holds_hidden(question.other) else sum(question.other.values())
    counts = (*question.counts.values(), other, question.blank)
    positive = question.positive
    if positive is None or not positive.base:
        return BarRow(label, counts, ("no answers",))
    share = count_with_base(positive.count, positive.base, positive.percent)
    return BarRow(label, counts, (share,))


def _other_answers(figures: Figures, feedback: FeedbackFigures) -> Iterator[Block]:
    """Quote the answers of people's own; those that were not published stand in the chart alone."""
    left_out = () if figures.audience == "internal" else (OTHER_ANSWERS,)
    said = (
        (question.question, {t: n for t, n in question.other.items() if t not in left_out})
        for question in feedback.questions.values()
    )
    lines = tuple(
        plain(f"{question} {join_words(_quoted(other))}") for question, other in said if other
    )
    if lines:
        yield Bullets(lines, lead="Other answers (counted as not positive):")


def _quoted(other: Mapping[str, int]) -> Iterator[str]:
    for text, count in other.items():
        is_once = count == 1 or is_hidden(count)
        yield f"‘{text}’" if is_once else f"‘{text}’ ({count} times)"
