"""What people said in their words, each with whose words they are: some in the body, all behind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from auditreport.analysis.figures import FeedbackFigures, Figures
from auditreport.analysis.hidden import is_hidden
from auditreport.rendering.blocks import Quotes
from auditreport.rendering.layout import Part
from auditreport.rendering.outline.prose import anchor
from auditreport.rendering.outline.voices import person

_MOST_IN_THE_BODY = 4


def select_quotes(figures: Figures, feedback: FeedbackFigures) -> Iterator[Quotes]:
    """Return a handful of quotations for each open question, as many of each kind of respondent.

    They are the first of each kind, in the order of the rows. How many there are in all is
    internal: it tells how many answered.
    """
    of_all = "" if figures.audience == "internal" else "some of them; all in the appendix"
    for code, question in feedback.questions.items():
        said = _list_said(feedback, code)
        every = _join(said)
        if len(every) <= _MOST_IN_THE_BODY:
            shown, lead = every, question.question
        else:
            most = max(1, _MOST_IN_THE_BODY // len(said))
            shown = _join({kind: texts[:most] for kind, texts in said.items()})
            found = of_all or f"{len(shown)} of {len(every):,}, all in the appendix"
            lead = f"{question.question} ({found})"
        if shown:
            yield Quotes(lead, shown)


def quotes_part(figures: Figures) -> Part:
    """Return all that people said where the body has a part of it, for the appendix."""
    if figures.scope != "year":
        return Part("", "")
    rounds = (
        Part(f"quotes-{anchor(name)}", found.heading or name, tuple(_all_quotes(found)))
        for name, found in figures.feedback.items()
    )
    return Part("quotes", "What people said", (), tuple(part for part in rounds if part))


def _all_quotes(feedback: FeedbackFigures) -> Iterator[Quotes]:
    for code, question in feedback.questions.items():
        every = _join(_list_said(feedback, code))
        if len(every) > _MOST_IN_THE_BODY:
            yield Quotes(question.question, every)


def _list_said(feedback: FeedbackFigures, code: str) -> dict[str, tuple[str, ...]]:
    """Return what each kind of respondent said to a question, each text with its voice.

    Where it is hidden how many of a kind answered, their texts stand last, under no kind's name:
    else they would tell that there were as many at least. Texts that are not published are blank.
    """
    split = feedback.by_respondent or dict.fromkeys(feedback.respondents, feedback.questions)
    named = {
        kind: tuple(filter(None, questions[code].comments))
        for kind, questions in split.items()
        if code in questions and (len(split) == 1 or not is_hidden(questions[code].answered))
    }
    left = Counter(filter(None, feedback.questions[code].comments))
    left.subtract(_join(named))
    said = {k: tuple(f"{text} – {person(k)}" for text in texts) for k, texts in named.items()}
    found = {**said, "": tuple(left.elements())}
    return {kind: texts for kind, texts in found.items() if texts}


def _join(said: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(text for texts in said.values() for text in texts)
