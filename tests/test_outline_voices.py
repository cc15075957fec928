"""What people said, on the first page: each kind of respondent on a base of its own."""

from __future__ import annotations

from records import analysed, data_set, question, reply, response

from auditreport.rendering.outline.voices import people, what_people_said

YES, NO = reply("Yes", "Yes"), reply("No", "No")


def test_one_kind_of_respondent_has_one_base() -> None:
    found = data_set(
        questions=(question("Q1"), question("Q2")),
        responses=(response({"Q1": YES, "Q2": NO}), response({"Q1": YES, "Q2": YES})),
    )
    assert what_people_said(analysed(found)) == (
        "in the feedback of 2016-17, 2 of 2 answered ‘Text of Q1’ positively (Yes) and "
        "1 of 2 answered ‘Text of Q2’ positively (Yes)"
    )


def test_children_and_parents_stand_side_by_side_and_are_never_added_up() -> None:
    found = data_set(
        questions=(question("Q1"),),
        responses=(
            response({"Q1": YES}),
            response({"Q1": NO}),
            response({"Q1": YES}, respondent="Child"),
        ),
    )
    said = what_people_said(analysed(found))
    assert "1 of 2 parents or carers" in said
    assert "1 of 1 child answered" in said
    assert "of 3" not in said


def test_without_an_answer_nothing_is_said() -> None:
    assert what_people_said(analysed(data_set(questions=(question("Q1"),)))) == ""


def test_a_kind_of_the_councils_own_keeps_its_name() -> None:
    assert [people("Child", 2), people("Tutor", 2)] == ["2 children", "2 Tutor"]
