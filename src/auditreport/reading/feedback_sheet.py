"""The sheet Feedback: what each respondent answered to each question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from auditreport.problems import Place, quote
from auditreport.reading.basis import Basis
from auditreport.reading.dataset import FeedbackRound, Question, Reply, Response
from auditreport.reading.dates import Day, date_reader
from auditreport.reading.headers import Header
from auditreport.reading.matching import (
    count_rows,
    did_you_mean,
    find_nearest,
    list_words,
    name_key,
    word_key,
)
from auditreport.reading.outside_year import DatedCell, report_outside
from auditreport.reading.personal_words import kind_of_header
from auditreport.reading.question_sheet import find_round
from auditreport.reading.raw import CellValue
from auditreport.reading.schema import Column, Holds
from auditreport.reading.tables import Table
from auditreport.reading.values import (
    Finding,
    Reader,
    read_column,
    read_lines,
    read_words,
    read_yes_no,
)


def find_answer(text: str, answers: Sequence[str]) -> str | None:
    """Return the longest offered answer with which a text begins, as a word of its own."""
    written = word_key(text)
    fitting = [answer for answer in answers if _fits(written, word_key(answer))]
    return max(fitting, key=len, default=None)


def _fits(written: str, answer: str) -> bool:
    return written.startswith(answer) and not written[len(answer) : len(answer) + 1].isalnum()


def reply_reader(question: Question) -> Reader[Reply | None]:
    """Return a reader of the answers to one question."""

    def read(cell: CellValue) -> Reply | Finding[Reply | None] | None:
        text = read_lines(cell)
        if not text:
            return None
        if question.is_open:
            return Reply(text, None)
        answer = find_answer(text, question.answers)
        reply = Reply(text, answer)
        if answer is None or word_key(text) == word_key(answer):
            return reply
        return Finding(reply, "answer-with-comment", {"answer": answer})

    return Reader(read)


def read_feedback(
    tables: Sequence[Table],
    questions: Sequence[Question],
    rounds: Sequence[FeedbackRound],
    kinds: Reader[str],
    basis: Basis,
) -> tuple[Response, ...]:
    """Return the responses of the report's year, in the order of the rows."""
    if tables and not questions:
        basis.log.add("feedback-without-questions", tables[0].header_place())
    sheets = [_FeedbackSheet(table, questions, rounds, basis) for table in tables]
    _report_unasked(sheets, questions, basis)
    responses = [response for sheet in sheets for response in sheet.read(kinds)]
    outside = [cell for sheet in sheets for cell in sheet.outside]
    if basis.year is not None:
        report_outside(outside, basis.year, basis.log)
    return tuple(responses)


def _report_unasked(
    sheets: Sequence[_FeedbackSheet], questions: Sequence[Question], basis: Basis
) -> None:
    for question in questions if sheets else ():
        if not any(question.code in sheet.columns for sheet in sheets):
            place = question.source.place("Code")
            basis.log.add("question-without-column", place, question=question.code)


class _FeedbackSheet:
    def __init__(
        self,
        table: Table,
        questions: Sequence[Question],
        rounds: Sequence[FeedbackRound],
        basis: Basis,
    ) -> None:
        self._basis = basis
        self._log = basis.log
        self._questions = questions
        self._rounds = rounds
        self.columns = self._find_questions(table)
        by_code = {question.code: question for question in questions}
        columns = [
            Column(_column_name(code), Holds.TEXT, by_code[code].text) for code in self.columns
        ]
        headers = {_column_name(code): header for code, header in self.columns.items()}
        self._report_others(table)
        self._all = table.with_headers(headers, columns)
        self.outside: list[DatedCell] = []

    def _find_questions(self, table: Table) -> dict[str, Header]:
        """Return the header of each question that has one; two for one are an error."""
        names = {name_key(question.text): question.code for question in self._questions}
        names |= {name_key(question.code): question.code for question in self._questions}
        found: dict[str, list[Header]] = {}
        for header in table.others:
            code = names.get(name_key(header.text))
            if code is not None:
                found.setdefault(code, []).append(header)
        for code, headers in found.items():
            if len(headers) > 1:
                cells = [_header_place(table, header).cell for header in headers]
                place = _header_place(table, headers[0])
                self._log.add(
                    "duplicate-column", place, column=code, first=cells[0], second=cells[1]
                )
        return {code: headers[0] for code, headers in found.items() if len(headers) == 1}

    def _report_others(self, table: Table) -> None:
        used = {header.index for header in self.columns.values()}
        own = []
        known = {q.code: q.code for q in self._questions if q.code not in self.columns}
        known |= {q.text: q.code for q in self._questions if q.code not in self.columns}
        known |= {c.name: c.name for c in table.schema.columns if c.name not in table}
        for header in table.others:
            if header.index in used:
                continue
            nearest = None if kind_of_header(header.text) else find_nearest(header.text, known)
            if nearest is not None:
                place = _header_place(table, header)
                column = known[nearest]
                self._log.add("near-miss-column", place, value=header.text, column=column)
            else:
                own.append(header)
        if own:
            found = list_words([quote(header.text) for header in own], "and", 20)
            self._log.add("own-columns", _header_place(table, own[0]), found=found)

    def read(self, kinds: Reader[str]) -> list[Response]:
        """Return the sheet's responses; those dated in another year are set aside."""
        days_reader = date_reader(self._basis.year)
        table = self._all.take(self._positions_of_year(days_reader))
        text: Reader[str] = Reader(read_words)
        yes_no: Reader[bool | None] = Reader(read_yes_no)
        days = read_column(table, "Date", days_reader, self._log)
        names = read_column(table, "Round", text, self._log)
        respondents = read_column(table, "Respondent", kinds, self._log)
        refs = read_column(table, "Audit ref", text, self._log)
        publish = read_column(table, "Publish", yes_no, self._log)
        replies = self._read_replies(table)
        return [
            Response(
                source=table.source(position),
                round=self._round_of(table, position, name),
                date=day.date if day else None,
                respondent=respondents[position],
                audit_ref=refs[position],
                replies=replies[position],
                publish=bool(publish[position]),
            )
            for position, (name, day) in enumerate(zip(names, days, strict=True))
        ]

    def _positions_of_year(self, reader: Reader[Day | None]) -> list[int]:
        year, kept = self._basis.year, []
        for position, cell in enumerate(self._all.cells("Date")):
            outcome = reader[cell]
            day = outcome.value if isinstance(outcome, Finding) else outcome
            if day is None or year is None or day.date in year:
                kept.append(position)
            else:
                self.outside.append(DatedCell(self._all.place(position, "Date"), day.date))
        return kept

    def _round_of(self, table: Table, position: int, name: str) -> str:
        """Return a round's name as the sheet Rounds spells it, the year where it is blank."""
        if not name:
            return self._basis.year.label if self._basis.year else ""
        known = find_round(name, self._rounds)
        if known is None and self._rounds:
            names = list(dict.fromkeys(r.name for r in self._rounds))
            place = table.place(position, "Round")
            nearest = did_you_mean(name, names)
            self._log.add("unknown-round", place, value=name, nearest=nearest)
        return known or name

    def _read_replies(self, table: Table) -> list[Mapping[str, Reply | None]]:
        codes = [question.code for question in self._questions]
        columns = [self._read_question(table, question) for question in self._questions]
        if not columns:
            return [{} for _ in table.rows]
        return [dict(zip(codes, values, strict=True)) for values in zip(*columns, strict=True)]

    def _read_question(self, table: Table, question: Question) -> list[Reply | None]:
        column = _column_name(question.code)
        if column not in table:
            return [None] * len(table)
        replies = read_column(table, column, reply_reader(question), self._log)
        others = [
            position
            for position, reply in enumerate(replies)
            if reply is not None and reply.offered is None and not question.is_open
        ]
        if others and question.answers:
            count = count_rows(len(others), "answer")
            place = table.place(others[0], column)
            self._log.add("other-answers", place, count=count, question=question.code)
        return replies


def _column_name(code: str) -> str:
    """Return a question's column, which may bear the name of no other column."""
    return f"Question {code}"


def _header_place(table: Table, header: Header) -> Place:
    return table.cell_place(table.header_row, header.index)
