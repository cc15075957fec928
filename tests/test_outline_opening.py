"""The first page: at most six sentences, each with its own base."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from records import (
    action,
    analysed,
    area_audits,
    audit,
    audits,
    case,
    data_set,
    judged_theme,
    question,
    reply,
    response,
    source,
    theme,
)
from records import settings as report_settings
from synthetic import full_figures, quarter_figures

from auditreport.analysis.figures import Figures
from auditreport.reading.dataset import Action, Scale, Target
from auditreport.rendering.outline.facts import build_facts
from auditreport.rendering.outline.opening import opening_sentences

JUDGED = judged_theme("Plans", Voice="GGRI")
COUNTED = replace(
    theme("Child Protection"),
    cases=tuple(case(letter) for letter in "GGRRII"),
    counts_towards_total=True,
)


def opening(**changes: object) -> tuple[str, ...]:
    given_audits = changes.pop("audits", audits("GGR"))
    return opening_sentences(analysed(data_set(given_audits, **changes)))  # type: ignore[arg-type]


def test_the_first_sentence_gives_the_judgements_with_their_base() -> None:
    assert opening(audits=audits("O" + "G" * 9 + "RRI"))[0] == (
        "13 case files were audited: 10 (77%) were Good or better and 1 (8%) was Inadequate."
    )


def test_no_share_stands_beside_a_total_that_it_is_not_of() -> None:
    sentences = opening(audits=audits("G" * 8 + "RI", "Q2"), thematic=(COUNTED,))
    assert sentences[:3] == (
        "16 case files were audited: 10 with the standard tool and 6 in a thematic audit.",
        "Of the 10 with the standard tool, 8 (80%) were Good or better and 1 (10%) was Inadequate.",
        "Child Protection is counted apart: of 6 cases, 2 were Good or better and 2 were "
        "Inadequate.",
    )


def test_thematic_cases_judged_overall_in_part_say_so() -> None:
    cases = (*COUNTED.cases, case(), case())
    sentences = opening(thematic=(replace(COUNTED, cases=cases),))
    assert "of 6 cases judged overall (of 8), 2 were Good or better" in sentences[2]


def test_two_counted_thematic_audits_share_a_sentence() -> None:
    other = replace(COUNTED, name="Neglect")
    sentences = opening(thematic=(COUNTED, other))
    assert sentences[0].endswith("3 with the standard tool and 12 in thematic audits.")
    assert sentences[2] == (
        "The thematic audits (Child Protection and Neglect) are counted apart, each on its own "
        "base."
    )


def test_a_thematic_audit_that_does_not_count_is_not_in_the_total() -> None:
    assert opening(thematic=(JUDGED,))[0].startswith("3 case files were audited: ")


def test_without_standard_audits_nothing_is_said_of_their_judgements() -> None:
    sentences = opening(audits=(), thematic=(COUNTED,))
    assert sentences[0].endswith("0 with the standard tool and 6 in a thematic audit.")
    assert not [s for s in sentences if s.startswith("Of the 0")]


def test_audits_that_were_not_judged_are_said_to_be_so() -> None:
    assert opening(audits=audits("--"))[0] == (
        "2 case files were audited, none with an overall judgement."
    )
    assert opening(audits=audits("GG-"))[0] == (
        "3 case files were audited; 2 had an overall judgement: 2 were Good or better and 0 were "
        "Inadequate."
    )


def test_smaller_programmes_are_named_within_the_total() -> None:
    found = audits("GGG") + audits("GI", audit_type="Inspection")
    assert opening(audits=found)[0].endswith("; 3 were Scheduled audits and 2 Inspection audits.")


def test_one_case_file_is_spoken_of_as_one() -> None:
    assert opening(audits=(audit(immediate_concern=True),))[:2] == (
        "1 case file was audited: 1 was Good or better and 0 were Inadequate.",
        "An immediate concern was recorded in 1 audit, in 1 of them without the action taken; "
        "too few were judged to say whether any practice area was below 50% Good or better.",
    )


def test_a_change_is_told_only_where_it_is_clear() -> None:
    steady = opening(audits=audits("GGGRR") + audits("GGRRR", "Q2"))
    assert "No quarter's overall judgements clearly differ from another's" in steady[2]
    better = opening(audits=audits("R" * 20) + audits("G" * 20, "Q2"))
    assert "Overall judgements were better in Q2 (20 of 20) than in Q1 (0 of 20)." in better
    worse = opening(audits=audits("G" * 20) + audits("R" * 20, "Q2"))
    assert "Overall judgements were worse in Q2 (0 of 20) than in Q1 (20 of 20)." in worse


def weak(sentences: tuple[str, ...]) -> str:
    """Return what the sentence of what is wrong says of practice areas."""
    return sentences[1].removeprefix("No immediate concern was recorded; ")


def test_areas_below_the_threshold_are_named() -> None:
    found = opening(audits=area_audits(Risk="RRRRR", Plans="GGGGG", Outcomes="RRRRG"))
    assert weak(found) == "Risk and Outcomes were below 50% Good or better."


def test_areas_that_stay_below_the_threshold_have_their_quarters() -> None:
    found = (
        area_audits("Q1", Risk="R" * 5, Plans="R" * 5)
        + area_audits("Q2", Risk="R" * 5, Plans="R" * 5)
        + area_audits("Q3", Risk="R" * 5, Plans="G" * 5)
        + area_audits("Q4", Risk="R" * 5, Plans="R" * 5)
    )
    assert (
        "Risk was below 50% Good or better in each of the four quarters and Plans in three of the "
        "four quarters." in weak(opening(audits=found))
    )


def test_quarters_with_too_few_are_no_part_of_those_that_stay_below() -> None:
    found = area_audits("Q1", Risk="R" * 5) + area_audits("Q2", Risk="R" * 5)
    assert (
        "Risk was below 50% Good or better in each of the two quarters with enough judgements."
        in weak(opening(audits=found + area_audits("Q3", Risk="R")))
    )


def test_no_area_below_the_threshold_is_said_only_where_enough_were_judged() -> None:
    assert weak(opening(audits=area_audits(Risk="GGGGG", Plans="GGGGG", Outcomes="GGGGG"))) == (
        "no practice area was below 50% Good or better."
    )
    assert weak(opening(audits=area_audits(Risk="GGGGG", Plans="R----", Outcomes="-----"))) == (
        "no practice area with enough judgements was below 50% Good or better."
    )
    assert weak(opening(audits=area_audits(Risk="RR", Plans="--", Outcomes="RR"))) == (
        "too few were judged to say whether any practice area was below 50% Good or better."
    )


def test_without_practice_areas_none_is_spoken_of() -> None:
    assert not [s for s in opening(areas=()) if "practice area" in s or "Below" in s]


def to_act_on(*actions: Action) -> str:
    """Return the last clause of the sentence of what is wrong."""
    return opening(actions=actions, areas=())[1].removeprefix("No immediate concern was recorded; ")


def test_actions_overdue_have_their_total_and_their_day() -> None:
    late = action(due=date(2017, 1, 1))
    assert to_act_on(late, action()) == "1 of 2 actions was overdue on 31 March 2017."
    assert to_act_on(late, late) == "2 of 2 actions were overdue on 31 March 2017."
    assert to_act_on(action()) == "the one action was not overdue on 31 March 2017."


def test_people_are_quoted_with_how_many_answered() -> None:
    yes, no = {"Q1": reply("Yes", "Yes")}, {"Q1": reply("No", "No")}
    said = opening(questions=(question(),), responses=(response(yes), response(no)))
    assert said[-1] == "In the feedback of 2016-17, 1 of 2 answered ‘Text of Q1’ positively (Yes)."


def test_without_feedback_and_actions_the_opening_ends_before_them() -> None:
    assert len(opening()) == 3


@pytest.mark.parametrize("scope", ["year", "Q1", "Q2", "Q3", "Q4"])
def test_an_opening_has_at_most_six_whole_sentences(scope: str) -> None:
    check_opening(replace(full_figures(), scope=scope))


def check_opening(figures: Figures) -> None:
    sentences = opening_sentences(figures)
    assert 2 <= len(sentences) <= 6
    for sentence in sentences:
        assert sentence.endswith(".")
        assert not sentence.startswith((" ", ",", ";"))
        for dangling in ("  ", " .", " ,", " ;", ",.", ";.", ":.", "()", "None"):
            assert dangling not in sentence, sentence


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.text(alphabet="OGRI-", max_size=12), min_size=4, max_size=4),
    st.text(alphabet="OGRI- ", max_size=6),
    st.booleans(),
)
def test_any_year_has_an_opening_without_dangling_words(
    quarters: list[str], thematic: str, counts: bool
) -> None:
    found = [a for n, letters in enumerate(quarters, 1) for a in audits(letters, f"Q{n}")]
    cases = tuple(case(letter) for letter in thematic)
    themes = (replace(COUNTED, cases=cases, counts_towards_total=counts),)
    figures = analysed(data_set(found, thematic=themes))
    for scope in figures.periods:
        check_opening(replace(figures, scope=scope))


def test_a_quarters_opening_is_of_that_quarter() -> None:
    first = opening_sentences(quarter_figures("Q1"))
    assert first[0].startswith("15 case files were audited: ")
    assert not [s for s in first if "feedback" in s or "Child Protection" in s]


def test_the_facts_give_each_figure_its_base() -> None:
    facts = build_facts(analysed(data_set(audits("G" * 9 + "I"), actions=(action(),)))).items
    assert [(f.value, f.label) for f in facts] == [
        ("10", "case files audited"),
        ("9 of 10", "Good or better"),
        ("1", "Inadequate"),
        ("0", "audits moderated"),
        ("0", "actions overdue"),
    ]
    assert facts[1].detail == "90%; 95% interval 59.6% to 98.2%"
    assert facts[2].detail == "of 10 audits judged overall; 1 without an action"


def test_what_is_behind_a_target_or_a_second_look_is_a_fact() -> None:
    targets = (
        Target(source("Targets"), "Inadequate", None, Fraction(5, 100)),
        Target(source("Targets"), "Moderated", Fraction(1, 2), None),
    )
    seen = audits("G" * 9 + "I", moderated=True, moderated_judgement="Good")
    facts = build_facts(analysed(data_set((*seen, *audits("I")), targets=targets))).items
    found = {fact.label: (fact.value, fact.detail) for fact in facts}
    assert found["agreement at moderation"] == ("9 of 10", "90%")
    assert found["targets met"] == ("1 of 2", "not met: at most 5% Inadequate")
    assert found["Inadequate"] == ("2", "of 11 audits judged overall; 1 not moderated")


def test_groups_that_are_clearly_lower_are_a_fact_of_the_internal_report() -> None:
    low = audits("R" * 20, profile={"Team": "West"})
    figures = analysed(data_set((*low, *audits("G" * 20, profile={"Team": "East"}))))
    facts = {fact.label: fact for fact in build_facts(figures).items}
    assert facts["group clearly lower than all others"].detail == "West 0 of 20"
    public = build_facts(replace(figures, audience="public")).items
    assert not [fact for fact in public if "lower" in fact.label]


def test_targets_met_are_counted_in_the_sentence_of_what_is_wrong() -> None:
    target = Target(source("Targets"), "Inadequate", None, Fraction(5, 100))
    found = opening(audits=audits("GGGGG"), targets=(target,), areas=())
    assert found[1] == "No immediate concern was recorded; 1 of 1 target was met."


def test_a_fact_that_has_nothing_to_be_of_is_left_out() -> None:
    empty = replace(analysed(data_set(audits("G", "Q2"))), scope="Q1")
    assert [f.label for f in build_facts(empty).items] == ["case files audited"]
    unjudged = build_facts(analysed(data_set(audits("-", moderated=True))))
    assert [f.label for f in unjudged.items] == ["case file audited", "audit moderated"]


def test_a_small_base_has_no_percentage() -> None:
    good = build_facts(analysed(data_set(audits("GGR")))).items[1]
    assert (good.value, good.detail) == ("2 of 3", "too few for a percentage")


def test_the_councils_own_scale_names_good_and_worst() -> None:
    scale = Scale(("Met", "Partly met", "Not met"), ("Met",), ("N/A",))
    found = [audit(overall=word) for word in ("Met", "Met", "Not met")]
    sentences = opening_sentences(analysed(data_set(found, scale=scale)))
    assert sentences[0] == "3 case files were audited: 2 were Met and 1 was Not met."


def test_thresholds_of_the_council_are_named() -> None:
    rules = report_settings(development_threshold=Fraction(13, 20))
    found = area_audits(Risk="GGGRR", Plans="GGGGG", Outcomes="GGGGG")
    assert weak(opening(audits=found, settings=rules)) == "Risk was below 65% Good or better."
