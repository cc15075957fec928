"""The sheets Feedback, Questions and Rounds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workbooks import Rows, read_sheets, told

from auditreport.reading import Reading
from auditreport.reading.dataset import Reply, Response
from auditreport.reading.feedback_sheet import find_answer
from auditreport.reading.raw import CellValue

QUESTIONS = [
    ("Code", "Question", "Kind", "Answers", "Positive"),
    ("F1", "Were you heard?", "Closed", "Always; Sometimes; Never", "Always; Sometimes"),
    ("F2", "What else?", "Open", None, None),
]


def read_feedback(header: Sequence[str], *rows: Sequence[CellValue]) -> Reading:
    return read_sheets(Questions=QUESTIONS, Feedback=[header, *rows])


def responses(reading: Reading) -> tuple[Response, ...]:
    assert reading.data is not None
    return reading.data.responses


def test_questions_are_found_by_their_code_or_their_text() -> None:
    reading = read_feedback(("Respondent", "f1", "What else"), ("Child", "Always", "More\nvisits"))

    assert told(reading) == []
    (response,) = responses(reading)
    assert (response.round, response.respondent, response.publish) == ("2016-17", "Child", False)
    assert response.replies == {"F1": Reply("Always", "Always"), "F2": Reply("More\nvisits", None)}


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("No", "No"),
        ("no (but wasn't necessary)", "No"),
        ("No idea", "No idea"),
        ("No, never", "No"),
        ("Not sure", None),
        ("None", None),
        ("Yes", None),
    ],
)
def test_an_answer_counts_as_the_longest_offered_one_that_fits(
    text: str, answer: str | None
) -> None:
    assert find_answer(text, ("No", "No idea", "Maybe")) == answer


@given(
    st.sampled_from(["Yes", "No"]),
    st.text(alphabet=st.characters(categories=["L", "Nd"]), min_size=1),
)
def test_an_answer_followed_by_a_letter_or_digit_is_another_word(answer: str, rest: str) -> None:
    assert find_answer(answer + rest, ("Yes", "No")) is None


def test_an_answer_with_a_comment_is_a_note_that_does_not_quote_it() -> None:
    reading = read_feedback(("F1", "F2"), ("Never (Zz99)", None))

    assert told(reading) == []
    assert ("answer-with-comment", "Feedback", "A2") in told(reading, notes=True)
    assert "Zz99" not in repr(reading.problems)
    assert responses(reading)[0].replies["F1"] == Reply("Never (Zz99)", "Never")


def test_any_other_answer_counts_as_other() -> None:
    reading = read_feedback(("F1", "F2"), ("Often", "x"), ("-", "x"), (None, "x"))

    replies = [response.replies["F1"] for response in responses(reading)]
    assert replies == [Reply("Often", None), None, None]
    assert ("other-answers", "Feedback", "A2") in told(reading, notes=True)


def test_a_question_without_a_column_is_a_warning() -> None:
    reading = read_feedback(("Respondent", "F1"), ("Child", "Always"))

    assert told(reading) == [("question-without-column", "Questions", "A3")]
    assert responses(reading)[0].replies["F2"] is None


def test_two_columns_for_one_question_are_an_error() -> None:
    reading = read_feedback(("F1", "Were you heard?", "F2"), ("Always", "Never", "x"))

    assert ("duplicate-column", "Feedback", "A1") in told(reading)


def test_feedback_without_questions_is_a_warning() -> None:
    reading = read_sheets(Feedback=[("Respondent", "F1"), ("Child", "Always")])

    assert told(reading) == [("feedback-without-questions", "Feedback", "A1")]


def test_feedback_of_another_year_is_left_out_with_one_warning() -> None:
    rows = [(date(2015, 5, 1), "Always", "x"), (date(2016, 5, 1), "Always", "x")]

    reading = read_feedback(("Date", "F1", "F2"), *rows)

    assert told(reading) == [("outside-year", "Feedback", "A2")]
    assert len(responses(reading)) == 1


@pytest.mark.parametrize("kind", ["Foster carer", "Young person"])
def test_a_kind_of_respondent_of_the_councils_own_counts_as_written(kind: str) -> None:
    reading = read_feedback(("Respondent", "F1", "F2"), (kind, "Always", "x"))

    assert told(reading) == []
    assert responses(reading)[0].respondent == kind


def test_a_kind_of_respondent_of_the_councils_own_may_stand_on_rounds() -> None:
    rounds: Rows = [("Round", "Respondent", "Asked"), ("Spring", "Foster carer", 12)]

    assert told(read_sheets(Rounds=rounds)) == []


def test_a_kind_of_respondent_is_one_on_rounds_and_all_sheets_of_feedback() -> None:
    rounds: Rows = [("Round", "Respondent", "Asked"), ("2016-17", "Foster carer", 12)]
    feedback: Rows = [("Respondent", "F1", "F2"), ("FOSTER CARER", "Always", "x")]

    reading = read_sheets(Questions=QUESTIONS, Rounds=rounds, Feedback=feedback)

    assert told(reading) == [("spelling-differs", "Feedback", "A2")]
    assert responses(reading)[0].respondent == "Foster carer"


def test_a_positive_answer_must_be_offered() -> None:
    questions = [*QUESTIONS[:1], ("F1", "Were you heard?", None, "Yes; No", "Yess")]

    assert told(read_sheets(Questions=questions)) == [("positive-not-offered", "Questions", "E2")]


def test_a_closed_question_without_answers_is_a_warning() -> None:
    questions = [*QUESTIONS[:1], ("F1", "Were you heard?", None, None, None)]

    assert told(read_sheets(Questions=questions)) == [
        ("question-without-answers", "Questions", "D2")
    ]


def test_a_code_that_stands_twice_is_an_error() -> None:
    assert told(read_sheets(Questions=[*QUESTIONS, QUESTIONS[1]])) == [
        ("duplicate-name", "Questions", "A4")
    ]


def test_rounds_say_how_many_were_asked() -> None:
    header = ("Round", "Respondent", "Asked")
    rounds: Rows = [header, ("Spring", "Child", 12), ("Spring", "Partner", None)]

    reading = read_sheets(Rounds=rounds)

    assert told(reading) == []
    assert reading.data is not None
    assert [(r.name, r.respondent, r.asked) for r in reading.data.rounds] == [
        ("Spring", "Child", 12),
        ("Spring", "Partner", None),
    ]


def test_two_numbers_asked_for_one_round_are_a_contradiction() -> None:
    rounds: Rows = [("Round", "Asked"), ("Spring", 12), ("spring", 13)]

    assert told(read_sheets(Rounds=rounds)) == [("contradicting-settings", "Rounds", "B3")]


def test_feedback_of_a_round_that_rounds_does_not_have_is_a_warning() -> None:
    reading = read_sheets(
        Questions=QUESTIONS,
        Rounds=[("Round", "Asked"), ("Spring", 12)],
        Feedback=[("Round", "F1", "F2"), ("Sprng", "Never", "x"), ("SPRING", "Never", "x")],
    )

    assert told(reading) == [("unknown-round", "Feedback", "A2")]
    assert [response.round for response in responses(reading)] == ["Sprng", "Spring"]
