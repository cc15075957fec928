"""Feedback, actions and appendices: what people said, what is to be done, what stands behind."""

from dataclasses import replace
from datetime import date

import pytest
from outlined import blocks_of, part_of, told
from records import (
    action,
    analysed,
    area_audits,
    audits,
    data_set,
    feedback_round,
    question,
    reply,
    response,
    settings,
    source,
)
from synthetic import full_figures
from test_outline_quarter import paragraphs

from auditreport.analysis.figures import Figures
from auditreport.problems import Problem, Severity
from auditreport.reading.dataset import NarrativePart, SourceFile
from auditreport.rendering.blocks import Bars, Bullets, Quotes, Table

YES, NO = {"Q1": reply("Yes", "Yes")}, {"Q1": reply("No", "No")}
ROUND = "feedback-2016-17"


def feedback(*responses: object, **changes: object) -> Figures:
    data = data_set(audits("G"), questions=(question(),), responses=responses)
    return analysed(replace(data, **changes))  # type: ignore[arg-type]


def test_feedback_says_who_answered_and_how_many_were_asked() -> None:
    rounds = (feedback_round(asked=20),)
    assert paragraphs(feedback(response(YES), response(NO), rounds=rounds), ROUND) == [
        "2 responses of 20 people asked: 2 parents or carers."
    ]
    assert paragraphs(feedback(response(YES)), ROUND) == ["1 response: 1 parent or carer."]


def test_a_closed_question_is_a_bar_with_its_base() -> None:
    figures = feedback(response(YES), response(NO), response({"Q1": None}))
    chart = next(b for b in blocks_of(figures, ROUND) if isinstance(b, Bars))
    assert (chart.rows[0].label, chart.rows[0].counts) == ("Text of Q1", (1, 1, 0, 1))
    assert chart.rows[0].after == ("1 of 2",)


def test_childrens_and_parents_answers_stand_side_by_side() -> None:
    figures = feedback(response(YES), response(NO, respondent="Child"))
    chart = next(b for b in blocks_of(figures, ROUND) if isinstance(b, Bars))
    assert {row.label: row.counts[:2] for row in chart.rows} == {
        "Parent/carer": (1, 0),
        "Child": (0, 1),
    }
    assert chart.caption == "Text of Q1 – 2016-17"


def test_other_answers_are_listed_as_written() -> None:
    figures = feedback(*(response({"Q1": reply(t)}) for t in ("Not sure", "Not sure", "Maybe")))
    bullets = next(b for b in blocks_of(figures, ROUND) if isinstance(b, Bullets))
    line = "".join(span.text for span in bullets.items[0])
    assert "‘Not sure’ (2 times)" in line
    assert "‘Maybe’" in line


def test_comments_are_quoted_word_for_word() -> None:
    said = "They were *great* <b>| really"
    figures = feedback(response({"Q1": reply(said)}), questions=(question("Q1", "", ""),))
    quotes = next(b for b in blocks_of(figures, ROUND) if isinstance(b, Quotes))
    assert quotes == Quotes("Text of Q1", (f"{said} – parent or carer",))


def test_the_body_quotes_as_many_of_each_voice_and_the_appendix_quotes_all() -> None:
    said = [response({"Q1": reply(f"Parent {n}")}) for n in range(5)]
    said += [response({"Q1": reply(f"Child {n}")}, respondent="Child") for n in range(5)]
    figures = feedback(*said, questions=(question("Q1", "", ""),))
    body = next(b for b in blocks_of(figures, ROUND) if isinstance(b, Quotes))
    assert body.lead == "Text of Q1 (4 of 10, all in the appendix)"
    assert body.items == (
        *("Parent 0 – parent or carer", "Parent 1 – parent or carer"),
        *("Child 0 – child", "Child 1 – child"),
    )
    (every,) = blocks_of(figures, "quotes-2016-17")
    assert isinstance(every, Quotes)
    assert len(every.items) == 10


def test_a_handful_of_quotations_needs_no_appendix() -> None:
    said = [response({"Q1": reply(f"Said {n}")}) for n in range(4)]
    figures = feedback(*said, questions=(question("Q1", "", ""),))
    quotes = next(b for b in blocks_of(figures, ROUND) if isinstance(b, Quotes))
    assert len(quotes.items) == 4
    assert part_of(figures, "quotes") is None


def actions(*found: object, **changes: object) -> Figures:
    return analysed(data_set(audits("G"), actions=found, **changes))


LATE = action(ref="A1", due=date(2017, 1, 1))
DONE = action(
    ref="A2",
    status="Complete",
    is_complete=True,
    due=date(2017, 1, 1),
    completed=date(2017, 2, 2),
)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            (LATE, DONE, action()),
            "Of 3 actions, 1 is complete and 2 open; 1 of the open ones was overdue on "
            "31 March 2017. 1 of the complete ones was completed late.",
        ),
        (
            (DONE,),
            "Of 1 action, 1 is complete and 0 open. 1 of the complete ones was completed late.",
        ),
        (
            (action(),),
            "Of 1 action, 0 are complete and 1 open; 0 of the open ones were overdue on "
            "31 March 2017.",
        ),
    ],
)
def test_actions_are_counted_first(found: tuple[object, ...], said: str) -> None:
    assert paragraphs(actions(*found), "actions")[0] == said


def tables(figures: Figures, part_id: str) -> dict[str, Table]:
    return {b.caption: b for b in blocks_of(figures, part_id) if isinstance(b, Table)}


def test_the_overdue_actions_stand_in_the_body() -> None:
    (table,) = tables(actions(DONE, action(ref="A3"), LATE), "actions").values()
    assert [row[0][:2] for row in table.rows] == ["A1"]
    assert [c.heading for c in table.columns][-3:] == ["Due", "Days overdue", "Status"]
    assert [row[-3:] for row in table.rows] == [("1 Jan 2017", "89", "Open")]


def test_what_is_overdue_longest_comes_first_and_nobody_who_owns_it_is_said() -> None:
    older = replace(LATE, ref="A4", due=date(2016, 12, 31), owner="")
    (table,) = tables(actions(LATE, older), "actions").values()
    assert [row[0][:2] for row in table.rows] == ["A4", "A1"]
    assert "no owner" in table.rows[0]
    assert "no owner" not in table.rows[1]


def test_all_other_actions_stand_in_the_appendix() -> None:
    found = tables(actions(DONE, action(ref="A3"), LATE), "actions-detail")
    pending = found["Actions that are open and not overdue"]
    assert [row[0][:2] for row in pending.rows] == ["A3"]
    complete = found["Actions that are complete"]
    assert [row[-1] for row in complete.rows] == ["Complete, 2 Feb 2017, late"]


def test_a_column_that_no_action_fills_is_left_out() -> None:
    found = tables(actions(action(owner="", area="")), "actions-detail")
    table = found["Actions that are open and not overdue"]
    assert [c.heading for c in table.columns] == ["Action", "From", "Status"]


def test_areas_for_development_without_an_open_action_are_named() -> None:
    weak = area_audits(Risk="RRRRR", Plans="RRRRR", Outcomes="GGGGG")
    figures = analysed(data_set(weak, actions=(action(area="Plans"), replace(DONE, area="Risk"))))
    assert paragraphs(figures, "actions")[0].endswith(
        "Open actions in areas for development: Plans 1. No action is open for Risk."
    )


def test_where_the_actions_themselves_are_not_shown_it_is_told_which_areas_have_none() -> None:
    weak = area_audits(Risk="RRRRR", Plans="RRRRR", Outcomes="GGGGG")
    figures = analysed(data_set(weak, actions=(action(area="Plans"),)))
    hidden = replace(figures, actions=replace(figures.actions, items=()))
    assert "No action is open for Risk." in told(hidden)


def test_without_actions_and_feedback_their_headings_are_left_out() -> None:
    figures = analysed(data_set(audits("G")))
    assert part_of(figures, "actions") is None
    assert part_of(figures, "feedback") is None


def test_narrative_makes_the_sections_that_it_fills() -> None:
    texts = tuple(
        NarrativePart(source("Narrative"), section, "", f"On {section}.", True)
        for section in ("Introduction", "Q1", "Year", "Actions", "Conclusion", "Next steps")
    )
    figures = analysed(data_set(audits("G"), narrative=texts))
    commentary = ("q1-commentary", "year-commentary")
    ids = ("introduction", *commentary, "actions", "conclusion", "next-steps")
    for part_id in ids:
        assert [t for t in paragraphs(figures, part_id) if t.startswith("On ")]
    assert part_of(figures, "summary") is None


def test_the_method_names_the_rules_in_force() -> None:
    text = told(analysed(data_set(audits("G"))))
    assert "at least 70% Good or better" in text
    assert "below 50%" in text
    assert "random sample" in text
    assert "one in twenty" in text


def test_an_area_of_few_judgements_has_no_interval() -> None:
    figures = analysed(data_set(area_audits(Risk="GGGG-", Plans="GGGGG", Outcomes="-----")))
    table = next(
        b for b in blocks_of(figures, "method") if isinstance(b, Table) and "intervals" in b.caption
    )
    assert table.rows[0] == ("Risk", "4 of 4", "–", "too few to say")
    assert table.rows[1] == ("Plans", "5 of 5", "100%", "56.6% to 100.0%")


def test_the_intervals_and_the_matrix_stand_in_the_method() -> None:
    captions = [b.caption for b in blocks_of(full_figures(), "method") if isinstance(b, Table)]
    assert captions == [
        "The practice areas",
        "Practice areas with their intervals, April 2016 to March 2017",
        "First judgement against second",
    ]


def test_data_quality_counts_each_kind_of_problem() -> None:
    found = Problem(
        Severity.WARNING, "date-as-text", "data.xlsx", "Audits", "B2", "1/4/16", "Read so.", ""
    )
    figures = replace(full_figures(), problems=(found, replace(found, cell="B3")))
    table = next(b for b in blocks_of(figures, "data-quality") if isinstance(b, Table))
    assert [(row[0], *row[2:]) for row in table.rows] == [("date-as-text", "warning", "2")]
    assert "brought 2 warnings." in paragraphs(figures, "data-quality")[0]
    assert "1/4/16" not in "".join(paragraphs(figures, "data-quality"))


def test_data_without_problems_says_so() -> None:
    assert paragraphs(full_figures(), "data-quality") == [
        "Nothing in the workbooks had to be repaired or remarked on."
    ]


def test_the_files_used_are_named_with_their_digests() -> None:
    figures = analysed(data_set(audits("G"), sources=(SourceFile("a.xlsx", "ab12"),)))
    table = blocks_of(figures, "files")[0]
    assert isinstance(table, Table)
    assert table.rows == (("a.xlsx", "ab12"),)
    unnamed = analysed(data_set(audits("G"), sources=()))
    assert not [b for b in blocks_of(unnamed, "files") if isinstance(b, Table)]


def test_one_judgement_that_is_enough_is_named_in_the_singular() -> None:
    data = data_set(area_audits(Risk="G", Plans=" "), settings=settings(smallest_base=1))
    text = told(analysed(data))
    assert "Both need 1 judgement or more" in text
    assert "Fewer than 1 judgement, so that" in text
