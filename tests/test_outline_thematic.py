"""Thematic audits: what was judged or found, of how many, and beside which earlier round."""

from dataclasses import replace
from datetime import date

import pytest
from outlined import blocks_of, part_of, told
from records import analysed, audits, case, data_set, evidence_theme, judged_theme, theme
from test_outline_quarter import paragraphs

from auditreport.analysis.figures import Figures
from auditreport.reading.dataset import Scale, ThematicAudit
from auditreport.reading.year import Quarter
from auditreport.rendering.blocks import Bars, Bullets, Callout, Paragraph, Table, plain

EARLIER = evidence_theme("Voice, August 2016", True, Seen="yyyyn ", Plan="yn nyn")
LATER = replace(
    evidence_theme("Voice, February 2017", Seen="yyyyn ", Plan=["y", "n", "No TAF", "y", "y", "n"]),
    compared_with="Voice, August 2016",
    quarter=None,
)
LATER_ID = "theme-voice-february-2017"


def figures_of(*themes: ThematicAudit, **changes: object) -> Figures:
    return analysed(data_set(audits("G"), thematic=themes, **changes))


def callouts(figures: Figures, part_id: str) -> list[Callout]:
    return [b for b in blocks_of(figures, part_id) if isinstance(b, Callout)]


def test_rounds_with_different_bases_say_so() -> None:
    (callout,) = callouts(figures_of(EARLIER, LATER), LATER_ID)
    assert callout.heading == "The two bases differ"
    assert (
        "The percentages of Voice, August 2016 were published of all cases; those of Voice, "
        "February 2017 are of applicable cases." in callout.text
    )
    assert callout.text.endswith("On that base the percentages are the same for Seen.")


def test_rounds_with_different_bases_show_both_figures() -> None:
    table = next(b for b in blocks_of(figures_of(EARLIER, LATER), LATER_ID) if isinstance(b, Table))
    assert [c.heading for c in table.columns] == [
        "Item",
        "August 2016, as published",
        "August 2016, like for like",
        "February 2017",
        "Verdict",
    ]
    assert table.rows == (
        ("Seen", "67%", "4 of 5", "4 of 5", "no clear change"),
        ("Plan", "33%", "2 of 5", "3 of 5", "no clear change"),
    )
    assert table.note == "All shares of both rounds are of applicable cases."


def test_what_did_not_change_like_for_like_is_said() -> None:
    said = told(figures_of(EARLIER, LATER))
    assert "Like for like, there is no clear change in Seen and Plan." in said


def test_the_round_that_a_later_one_is_compared_with_stands_in_the_appendix() -> None:
    figures = figures_of(replace(EARLIER, quarter=None), LATER)
    body, appendices = part_of(figures, "thematic"), part_of(figures, "appendices")
    assert body is not None
    assert appendices is not None
    assert [part.id for part in body.parts] == [LATER_ID]
    assert "theme-voice-august-2016" in [part.id for part in appendices.parts]
    assert paragraphs(figures, "thematic") == [
        "Of a thematic audit done again, the last round is here; the earlier round stands in the "
        "appendix."
    ]


def test_rounds_with_one_base_have_no_warning() -> None:
    same = replace(EARLIER, all_cases=False)
    figures = figures_of(same, LATER)
    assert callouts(figures, LATER_ID) == []
    assert [b for b in blocks_of(figures, LATER_ID) if isinstance(b, Table)]


def test_rounds_that_share_no_item_are_not_compared() -> None:
    figures = figures_of(replace(evidence_theme("Voice, August 2016", True, Other="yn")), LATER)
    assert not [b for b in blocks_of(figures, LATER_ID) if isinstance(b, Table | Callout)]


def test_an_item_that_never_applied_is_not_said_to_be_the_same() -> None:
    earlier = evidence_theme("Voice, August 2016", True, Seen="y", Plan=["No TAF"])
    later = replace(LATER, cases=evidence_theme(Seen="n", Plan=["No TAF"]).cases)
    (callout,) = callouts(figures_of(earlier, later), LATER_ID)
    assert "the same for" not in callout.text


def test_evidence_of_few_has_no_percentage() -> None:
    found = evidence_theme("Seen", Alone="y" * 9 + " ", Twice="y" * 10)
    chart = next(b for b in blocks_of(figures_of(found), "theme-seen") if isinstance(b, Bars))
    assert [row.after for row in chart.rows] == [("9 of 9",), ("10 of 10 (100%)",)]


def test_evidence_has_its_base_and_says_of_what() -> None:
    figures = figures_of(LATER)
    chart = next(b for b in blocks_of(figures, LATER_ID) if isinstance(b, Bars))
    assert chart.rows[0].after == ("4 of 5",)
    assert chart.caption == "Voice, February 2017: evidence found, of applicable cases"
    assert chart.note == "Percentages are of applicable cases."


def test_reasons_are_listed_with_how_often_they_were_given() -> None:
    found = evidence_theme("Voice", Plan=["No TAF", "Joint working", "No TAF", "y"])
    bullets = next(b for b in blocks_of(figures_of(found), "cases-voice") if isinstance(b, Bullets))
    assert [span.text for line in bullets.items for span in line] == [
        "Plan: No TAF (2) and Joint working (1)"
    ]


def judged(count: int, letters: str = "GRI", extra: int = 3) -> ThematicAudit:
    found = judged_theme("Plans", Voice=letters[:count])
    return replace(found, cases=found.cases + tuple(case("G") for _ in range(extra)))


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (3, "The items were judged in 3 of the 6 cases; what they show is of those 3 alone."),
        (1, "The items were judged in 1 of the 4 cases; what they show is of that one alone."),
    ],
)
def test_items_judged_in_part_of_the_cases_say_so(count: int, said: str) -> None:
    figures = figures_of(judged(count))
    assert [c.text for c in callouts(figures, "theme-plans")] == [said]


def test_items_judged_in_no_case_say_so_and_draw_nothing() -> None:
    figures = figures_of(judged_theme("Plans", Voice="  "))
    assert [c.text for c in callouts(figures, "theme-plans")] == [
        "The items were judged in none of the 2 cases."
    ]
    charts = [b for b in blocks_of(figures, "theme-plans") if isinstance(b, Bars)]
    assert [chart.caption for chart in charts] == ["Plans: overall judgements"]


def test_items_judged_in_every_case_need_no_warning() -> None:
    figures = figures_of(judged(3, extra=0))
    assert callouts(figures, "theme-plans") == []


@pytest.mark.parametrize(
    ("letters", "said"),
    [
        (
            "GGR",
            "3 cases were looked at (August 2016): 2 were Good and 1 was Requires Improvement.",
        ),
        ("G", "1 case was looked at (August 2016): 1 was Good."),
        (
            "G  ",
            "3 cases were looked at (August 2016): 1 was judged overall, of which 1 was Good.",
        ),
        ("  ", "2 cases were looked at (August 2016)."),
        ("", "0 cases were looked at (August 2016)."),
    ],
)
def test_a_thematic_audit_begins_with_its_judgements(letters: str, said: str) -> None:
    found = replace(theme("Plans"), cases=tuple(case(letter) for letter in letters))
    assert paragraphs(figures_of(found), "theme-plans") == [said]


def test_cases_are_called_what_the_council_counts() -> None:
    found = replace(theme("Plans"), counted_in="children", cases=(case("G"),))
    assert paragraphs(figures_of(found), "theme-plans") == [
        "1 child was looked at (August 2016): 1 was Good."
    ]


def test_who_completed_what_is_counted_in_the_councils_words() -> None:
    cases = tuple(case("G", profile={"Completed by": who}) for who in ("Duty", "Duty", "Locum"))
    found = replace(theme("Plans"), counted_in="CIN assessments", cases=cases)
    assert paragraphs(figures_of(found), "theme-plans") == [
        "3 CIN assessments were looked at (August 2016): 3 were Good. "
        "Completed by Duty (2) and Locum (1)."
    ]


def test_whose_cases_they_were_stands_in_the_appendix() -> None:
    cases = (case("G", profile={"Team": "North"}), case("R", profile={"Team": "South"}))
    chart = blocks_of(figures_of(replace(theme("Plans"), cases=cases)), "cases-plans")[0]
    assert isinstance(chart, Bars)
    assert chart.caption == "Plans: cases by team"
    assert {row.label: row.counts for row in chart.rows} == {"North": (1,), "South": (1,)}


def test_the_overall_judgement_is_the_first_bar_above_those_of_the_items() -> None:
    chart = next(b for b in blocks_of(figures_of(judged(3)), "theme-plans") if isinstance(b, Bars))
    assert [row.label for row in chart.rows] == ["Overall judgement", "Voice"]


def test_a_comparison_of_judgements_names_good_after_the_councils_scale() -> None:
    scale = Scale(("Met", "Not met"), ("Met",), ())
    cases = tuple(replace(case(), overall=word) for word in ("Met",) * 5)
    early = replace(theme("Early"), cases=cases)
    late = replace(theme("Late"), cases=cases, compared_with="Early")
    figures = analysed(data_set((), thematic=(early, late), scale=scale))
    table = next(b for b in blocks_of(figures, "theme-late") if isinstance(b, Table))
    assert table.caption == "Late beside Early: Met"
    assert table.rows == (("Overall", "5 of 5", "5 of 5", "no clear change"),)
    assert "Compared with Early, there is no clear change in Overall." in told(figures)


def test_a_thematic_audit_stands_where_it_is_placed() -> None:
    figures = figures_of(judged(3), replace(theme("Later"), quarter=None, cases=(case("G"),)))
    quarter, appendix = part_of(figures, "q2"), part_of(figures, "thematic")
    assert quarter is not None
    assert appendix is not None
    assert "theme-plans" in [part.id for part in quarter.parts]
    assert [part.id for part in appendix.parts] == ["theme-later"]


def test_a_thematic_audit_of_a_quarter_is_pointed_to() -> None:
    placed = replace(theme("Neglect"), quarter=Quarter.Q2, cases=(case(),))
    figures = analysed(data_set(audits("G", "Q2"), thematic=(placed,)))
    (told,) = blocks_of(figures, "thematic")
    assert told == Paragraph(plain("Neglect: see Quarter 2."))


def test_the_cases_stand_in_the_appendix() -> None:
    found = replace(
        theme("Plans"),
        cases=(case("G", label="Case 7", date=date(2016, 8, 4), observation="Seen."),),
    )
    table = blocks_of(figures_of(found), "cases-plans")[0]
    assert isinstance(table, Table)
    assert table.rows[0][0] == "Case 7"
    assert "Seen." in table.rows[0]
