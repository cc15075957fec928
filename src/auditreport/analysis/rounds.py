"""A round of feedback beside an earlier one in which the same question was asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from auditreport.analysis.changes import build_change
from auditreport.analysis.distributions import summarise_good
from auditreport.analysis.figures import FeedbackChange, FeedbackFigures, Good, QuestionFigures

Rounds = Mapping[str, FeedbackFigures]
Questions = Mapping[str, QuestionFigures]


def compare_rounds(rounds: Rounds, smallest_base: int) -> dict[str, FeedbackFigures]:
    """Return the rounds, each compared with the nearest earlier one, kind by kind.

    Rounds stand in the order of the sheet Rounds, then of the rows: the earlier above the later.
    A question is known by its code: the sheet Questions says once what it asks and offers.
    """
    names = list(rounds)
    return {
        name: replace(
            rounds[name],
            compared=tuple(_compare(name, names[:place][::-1], rounds, smallest_base)),
        )
        for place, name in enumerate(names)
    }


def _compare(
    name: str, earlier: list[str], rounds: Rounds, smallest_base: int
) -> Iterator[FeedbackChange]:
    for kind, questions in _split(rounds[name]).items():
        for code, found in questions.items():
            before = next((e for e in earlier if _is_same(found, rounds[e], kind, code)), None)
            if before is not None:
                then = _split(rounds[before])[kind][code]
                pair = ((before, _share(then)), (name, _share(found)))
                change = build_change(found.question, *pair, smallest_base)
                yield FeedbackChange(code, found.question, kind, change)


def _split(found: FeedbackFigures) -> Mapping[str, Questions]:
    """Return the questions by kind of respondent, where one kind alone answered too."""
    if found.by_respondent is not None:
        return found.by_respondent
    return dict.fromkeys(found.respondents, found.questions)


def _is_same(found: QuestionFigures, earlier: FeedbackFigures, kind: str, code: str) -> bool:
    then = _split(earlier).get(kind, {}).get(code)
    if then is None or then.positive is None or found.positive is None:
        return False
    return bool(then.positive.base and found.positive.base)


def _share(found: QuestionFigures) -> Good:
    positive = found.positive
    return summarise_good(positive.count, positive.base) if positive else summarise_good(0, 0)
