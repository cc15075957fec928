"""Feedback by kind of respondent as counts with their sums."""

from __future__ import annotations

from auditreport.analysis.disclosure.ledger import Key, Ledger, find, names

OTHER_ANSWERS = "Another answer"
_REST = "[not positive]"


def add_feedback(ledger: Ledger) -> None:
    """Enter the answers of each round.

    Where one kind of person answered, all answers are that kind's; where several did, their
    answers add up to those of the round.
    """
    for name in names(ledger.figures, "feedback"):
        path = ("feedback", name)
        responses = ledger.fix_count((*path, "responses"), name)
        kinds = names(ledger.figures, *path, "respondents")
        people = [
            ledger.print_count((*path, "respondents", kind), name, protect=True) for kind in kinds
        ]
        ledger.add_sum(responses, people)
        ledger.count_only_if_found(people)
        apart = names(ledger.figures, *path, "by_respondent")
        questions = names(ledger.figures, *path, "questions")
        for code in questions:
            _add_question(ledger, (*path, "questions", code), responses, protect=not apart)
            parts: list[Key] = [(*path, "by_respondent", kind, code) for kind in apart]
            for kind, part in zip(apart, parts, strict=True):
                _add_question(ledger, part, (*path, "respondents", kind), protect=True)
            if apart:
                _add_up(ledger, (*path, "questions", code), parts)


def _add_question(ledger: Ledger, path: Key, asked: Key, *, protect: bool) -> None:
    """Enter the answers to one question; `asked` is how many people they come from."""
    table = f"{path[1]}: {path[-1]}, {asked[-1]}"

    def enter(*step: str) -> Key:
        return ledger.print_count((*path, *step), table, protect=protect)

    answered, blank = enter("answered"), enter("blank")
    if answered not in ledger.values:
        return
    ledger.add_sum(asked, [answered, blank])
    counts = [enter("counts", word) for word in names(ledger.figures, *path, "counts")]
    other = [enter("other", word) for word in names(ledger.figures, *path, "other")]
    ledger.count_only_if_found(other)
    ledger.add_sum(answered, [*counts, *other])
    count, base = enter("positive", "count"), enter("positive", "base")
    if count in ledger.values:
        ledger.add_sum(base, [answered])
        good = find(ledger.figures, (*path, "positive_answers"))
        words = good if isinstance(good, list) else []
        ledger.add_sum(count, [key for key in counts if key[-1] in words])
        rest = ledger.values[base] - ledger.values[count]
        ledger.imply_count((*path, _REST), rest, table, protect=protect)
        ledger.add_sum(base, [count, (*path, _REST)])


def _add_up(ledger: Ledger, total: Key, parts: list[Key]) -> None:
    """Let the answers of each kind of respondent add up to those of the round."""
    inner: list[Key] = [("answered",), ("blank",), ("positive", "count"), ("positive", "base")]
    for group in ("counts", "other"):
        inner += [(group, word) for word in names(ledger.figures, *total, group)]
    for step in inner:
        ledger.add_sum((*total, *step), [(*part, *step) for part in parts])
