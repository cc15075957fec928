"""The sheets Questions and Rounds: what was asked, and of how many."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditreport.reading.basis import Basis
from auditreport.reading.dataset import FeedbackRound, Question
from auditreport.reading.matching import did_you_mean, name_key, word_key
from auditreport.reading.tables import Table, name_cell
from auditreport.reading.values import Reader, read_column, read_text, read_whole_number, read_words

_SEPARATOR = re.compile(r"[;\n]")


def split_answers(text: str) -> tuple[str, ...]:
    """Return the answers that a text lists, separated by semicolons, each once."""
    answers = (answer.strip() for answer in _SEPARATOR.split(text))
    return tuple({word_key(answer): answer for answer in answers if answer}.values())


def read_questions(tables: Sequence[Table], basis: Basis) -> tuple[Question, ...]:
    """Return the questions in order; a code that is given twice is reported."""
    found: dict[str, Question] = {}
    for table in tables:
        for question in _QuestionSheet(table, basis).read():
            first = found.setdefault(name_key(question.code), question)
            is_same = (first.text, first.answers) == (question.text, question.answers)
            here, there = question.source.place("Code"), first.source.place("Code")
            if first is not question and (here.workbook == there.workbook or not is_same):
                basis.log.add(
                    "duplicate-name", here, first=name_cell(there, here), second=str(here)
                )
    return tuple(found.values())


class _QuestionSheet:
    def __init__(self, table: Table, basis: Basis) -> None:
        self._table = table
        self._log = basis.log
        text: Reader[str] = Reader(read_text)
        self._codes = read_column(table, "Code", text, self._log)
        self._texts = read_column(table, "Question", text, self._log)
        self._answers = read_column(table, "Answers", text, self._log)
        self._positive = read_column(table, "Positive", text, self._log)
        kinds = basis.vocabulary.choice_reader("Kinds of question", "Closed")
        self._kinds = read_column(table, "Kind", kinds, self._log)

    def read(self) -> list[Question]:
        rows = (self._read_row(position) for position in range(len(self._table)))
        return [row for row in rows if row is not None]

    def _read_row(self, position: int) -> Question | None:
        code, text = self._codes[position], self._texts[position]
        for column, value in (("Code", code), ("Question", text)):
            if not value:
                taken = "the code stands in its place" if code else "the question is left out"
                place = self._table.place(position, column)
                self._log.add("missing-value", place, column=column, taken=taken)
        if not code:
            return None
        is_open = self._kinds[position] == "Open"
        answers = () if is_open else split_answers(self._answers[position])
        if not is_open and not answers:
            self._log.add("question-without-answers", self._table.place(position, "Answers"))
        return Question(
            source=self._table.source(position),
            code=code,
            text=text or code,
            is_open=is_open,
            answers=answers,
            positive=self._positive_of(position, answers),
        )

    def _positive_of(self, position: int, answers: tuple[str, ...]) -> tuple[str, ...]:
        offered = {word_key(answer): answer for answer in answers}
        positive = []
        for answer in split_answers(self._positive[position]) if answers else ():
            if word_key(answer) in offered:
                positive.append(offered[word_key(answer)])
            else:
                place = self._table.place(position, "Positive")
                nearest = did_you_mean(answer, answers)
                self._log.add("positive-not-offered", place, value=answer, nearest=nearest)
        return tuple(positive)


def read_rounds(
    tables: Sequence[Table], kinds: Reader[str], basis: Basis
) -> tuple[FeedbackRound, ...]:
    """Return the rounds, one for each kind of respondent that was asked."""
    rounds: dict[tuple[str, str], FeedbackRound] = {}
    for table in tables:
        for found in _read_round_sheet(table, kinds, basis):
            key = (name_key(found.name), found.respondent)
            first = rounds.setdefault(key, found)
            if first is not found:
                _report_repeated(first, found, basis)
    return tuple(rounds.values())


def _read_round_sheet(table: Table, kinds: Reader[str], basis: Basis) -> list[FeedbackRound]:
    words: Reader[str] = Reader(read_words)
    numbers: Reader[int | None] = Reader(read_whole_number)
    names = read_column(table, "Round", words, basis.log)
    respondents = read_column(table, "Respondent", kinds, basis.log)
    asked = read_column(table, "Asked", numbers, basis.log)
    headings = read_column(table, "Heading", words, basis.log)
    rounds = []
    for position, name in enumerate(names):
        if name:
            source = table.source(position)
            row = (respondents[position], asked[position], headings[position])
            rounds.append(FeedbackRound(source, name, *row))
        else:
            place = table.place(position, "Round")
            basis.log.add("missing-value", place, column="Round", taken="it is left out")
    return rounds


def _report_repeated(first: FeedbackRound, found: FeedbackRound, basis: Basis) -> None:
    here, there = found.source.place("Round"), first.source.place("Round")
    if first.asked != found.asked and None not in {first.asked, found.asked}:
        basis.log.add(
            "contradicting-settings",
            found.source.place("Asked"),
            setting="Asked",
            first=name_cell(first.source.place("Asked"), here),
            second=str(found.source.place("Asked")),
        )
    else:
        basis.log.add("repeated-row", here, first=name_cell(there, here))


def find_round(name: str, rounds: Sequence[FeedbackRound]) -> str | None:
    """Return a round's own spelling of a name, or None where no round bears it."""
    return next((r.name for r in rounds if name_key(r.name) == name_key(name)), None)
