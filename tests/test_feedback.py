"""Feedback: answers offered, other answers, blanks, and who gave them."""

from typing import Any

from records import analysed, data_set, feedback_round, question, reply, response

from auditreport.analysis.figures import FeedbackFigures, Positive, QuestionFigures
from auditreport.reading.dataset import Question, Reply

YES, NO = reply("Yes", "Yes"), reply("No", "No")


def feedback(*rows: Any, **changes: Any) -> FeedbackFigures:
    changes.setdefault("questions", (question(),))
    return analysed(data_set(responses=rows, **changes)).feedback["2016-17"]


def ask(*replies: Reply | None, asked: Question | None = None) -> QuestionFigures:
    questions = (asked or question(),)
    return feedback(*(response({"Q1": found}) for found in replies), questions=questions).questions[
        "Q1"
    ]


def test_offered_answers_other_answers_and_blanks_are_counted_apart() -> None:
    found = ask(YES, YES, NO, reply("Not sure"), None)
    assert (found.counts, found.other) == ({"Yes": 2, "No": 1}, {"Not sure": 1})
    assert (found.answered, found.blank) == (4, 1)


def test_an_answer_that_begins_with_an_offered_one_counts_as_that_one() -> None:
    assert ask(reply("No (but wasn't necessary)", "No")).counts == {"Yes": 0, "No": 1}


def test_positive_answers_are_a_share_of_all_who_answered() -> None:
    """6 Always and 3 Sometimes of 10 answers, one of them 'Yes', which was not offered: 90%."""
    asked = question(answers="Always; Sometimes; Never", positive="Always; Sometimes")
    always, sometimes = reply("Always", "Always"), reply("Sometimes", "Sometimes")
    found = ask(*[always] * 6, *[sometimes] * 3, reply("Yes"), asked=asked)
    assert found.positive == Positive(count=9, base=10, percent=90)
    assert found.positive_answers == ("Always", "Sometimes")


def test_without_positive_answers_nothing_is_called_positive() -> None:
    assert ask(YES, asked=question(positive="")).positive is None


def test_a_question_that_nobody_answered_has_no_percentage() -> None:
    assert ask(None).positive == Positive(0, 0, None)


def test_an_open_question_lists_what_people_said_in_row_order() -> None:
    found = ask(reply("Listen more"), None, reply("A thank you"), asked=question(answers=""))
    assert found.comments == ("Listen more", "A thank you")
    assert (found.kind, found.answered, found.blank) == ("Open", 2, 1)
    assert (found.counts, found.other, found.positive) == ({}, {}, None)


def test_a_round_holds_the_questions_that_any_row_was_asked_in_the_order_of_the_sheet() -> None:
    questions = (question("Q2"), question("Q1"), question("Q3"))
    found = feedback(response({"Q1": YES}), response({"Q2": None}), questions=questions)
    assert list(found.questions) == ["Q2", "Q1"]
    assert (found.questions["Q2"].answered, found.questions["Q2"].blank) == (0, 1)


def test_responses_count_rows_without_an_answer_too() -> None:
    assert feedback(response({"Q1": YES}), response({"Q1": None})).responses == 2


def test_rounds_are_kept_apart_in_the_order_of_the_rounds_sheet() -> None:
    rows = (response({}, round_="Spring"), response({}, round_="Autumn"))
    found = analysed(data_set(responses=rows, rounds=(feedback_round("Autumn"),))).feedback
    assert {name: figures.responses for name, figures in found.items()} == {
        "Autumn": 1,
        "Spring": 1,
    }
    assert list(found) == ["Autumn", "Spring"]


def test_those_asked_add_up_over_the_rows_of_a_round() -> None:
    rounds = (
        feedback_round(respondent="Child", asked=10),
        feedback_round(respondent="Partner", asked=5, heading="Views"),
        feedback_round(respondent="Practitioner"),
    )
    found = feedback(response({}), rounds=rounds)
    assert (found.asked, found.heading) == (15, "Views")


def test_how_many_were_asked_is_null_where_nobody_says() -> None:
    assert feedback(response({}), rounds=(feedback_round(),)).asked is None


def test_a_round_that_nobody_answered_is_there_with_those_asked() -> None:
    found = feedback(rounds=(feedback_round(asked=12),))
    assert (found.responses, found.asked, found.questions) == (0, 12, {})


def test_more_than_one_kind_of_respondent_is_shown_side_by_side() -> None:
    found = feedback(
        response({"Q1": NO}, "Child"), response({"Q1": YES}), response({"Q1": YES}, "")
    )
    assert found.respondents == {"Parent/carer": 1, "Child": 1, "Not recorded": 1}
    assert list(found.respondents) == ["Parent/carer", "Child", "Not recorded"]
    assert found.by_respondent is not None
    assert found.by_respondent["Child"]["Q1"].counts == {"Yes": 0, "No": 1}


def test_one_kind_of_respondent_is_not_broken_down() -> None:
    assert feedback(response({"Q1": YES}), response({"Q1": NO})).by_respondent is None


def test_a_round_that_nobody_named_has_no_heading() -> None:
    assert feedback(response({}), rounds=(feedback_round(),)).heading == ""


def test_those_asked_add_up_by_kind_of_respondent() -> None:
    rounds = tuple(
        feedback_round(respondent=kind, asked=asked)
        for kind, asked in (("Partner", 1), ("Child", 10), ("Child", 4), ("", 7), ("Partner", None))
    )

    found = feedback(response({}), rounds=rounds)

    assert list(found.asked_by_respondent.items()) == [("Child", 14), ("Partner", 1)]


def test_other_answers_run_from_the_most_frequent_and_then_by_their_text() -> None:
    texts = ["Later", "Perhaps", "Later", "Ask me", "Perhaps", "Hm"]

    found = ask(*map(reply, texts)).other

    assert list(found.items()) == [("Later", 2), ("Perhaps", 2), ("Ask me", 1), ("Hm", 1)]


def test_an_open_question_has_no_positive_answers() -> None:
    found = ask(reply("Yes"), asked=question(answers="", positive="Yes"))

    assert (found.positive, found.positive_answers) == (None, ())
