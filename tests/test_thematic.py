"""Thematic audits: items judged, items found, and rounds compared."""

from typing import Any

from records import analysed, case, data_set, evidence_theme, good, judged_theme, theme

from auditreport.analysis.figures import (
    CaseTable,
    EvidenceComparison,
    EvidenceItem,
    EvidenceTheme,
    JudgementComparison,
    JudgementTheme,
    Verdict,
)
from auditreport.reading.dataset import Kind, ThematicAudit


def judged(found: ThematicAudit, **changes: Any) -> JudgementTheme:
    figures = analysed(data_set(thematic=(found,), **changes)).thematic[found.name]
    assert isinstance(figures, JudgementTheme)
    return figures


def evidenced(*themes: ThematicAudit) -> EvidenceTheme:
    figures = analysed(data_set(thematic=themes)).thematic[themes[-1].name]
    assert isinstance(figures, EvidenceTheme)
    return figures


def compared(earlier: ThematicAudit, later: ThematicAudit) -> JudgementComparison:
    figures = analysed(data_set(thematic=(earlier, later))).thematic[later.name]
    assert isinstance(figures, JudgementTheme)
    assert figures.compared_with is not None
    return figures.compared_with


def with_earlier(found: ThematicAudit, name: str) -> ThematicAudit:
    return theme(
        found.name,
        kind=found.kind,
        items=found.items,
        cases=found.cases,
        all_cases=found.all_cases,
        compared_with=name,
    )


def test_a_case_whose_items_are_all_blank_counts_in_no_item() -> None:
    """Of 4 cases one has no item judged: it is in `cases`, not among the 3 of each item."""
    found = judged(judged_theme(Risk="GR- ", Plan="G-R "))
    assert (found.cases, found.judged_by_item) == (4, 3)
    assert found.items["Risk"].total == 3


def test_an_item_left_blank_in_a_judged_case_is_not_recorded() -> None:
    assert judged(judged_theme(Risk="G ", Plan="GG")).items["Risk"].not_judged["Not recorded"] == 1


def test_the_overall_judgement_counts_all_cases() -> None:
    found = judged(theme(cases=(case("G"), case("I"), case(" "))))
    assert found.overall is not None
    assert (found.overall.n, found.overall.total) == (2, 3)


def test_a_sheet_without_overall_judgements_has_none() -> None:
    assert judged(theme(has_overall=False, cases=(case(),))).overall is None


def test_cases_are_counted_by_who_wrote_them() -> None:
    cases = [case("G", profile={"Completed by": by}) for by in ("School", "School", "Homestart")]
    assert judged(theme(cases=tuple(cases))).by == {"Completed by": {"Homestart": 1, "School": 2}}


def test_a_theme_says_where_and_when_it_was() -> None:
    found = judged(theme(quarter=None, counted_in="assessments"))
    assert (found.kind, found.placed_in, found.counted_in) == (
        "Judgement",
        "Appendix",
        "assessments",
    )


def test_evidence_is_a_share_of_yes_and_no_alone() -> None:
    """1 of 4 where it applied; 5 did not apply and 1 was blank."""
    found = evidenced(evidence_theme(taf=["y", "n", "n", "n", *["Joint working"] * 5, " "]))
    assert found.items["taf"] == EvidenceItem(
        yes=1, no=3, not_applicable=5, not_recorded=1, base=4, percent=25
    )
    assert found.denominator == "Applicable cases"


def test_evidence_of_all_cases_counts_what_did_not_apply_in_its_base() -> None:
    rows = ["y", "n", "n", "n", *["Joint working"] * 5, " "]
    found = evidenced(evidence_theme(all_cases=True, taf=rows))
    assert (found.items["taf"].base, found.items["taf"].percent) == (10, 10)
    assert found.denominator == "All cases"


def test_evidence_that_never_applied_has_no_percentage() -> None:
    assert evidenced(evidence_theme(taf=["N/A"])).items["taf"].percent is None


def test_reasons_are_counted_the_most_frequent_first() -> None:
    found = evidenced(evidence_theme(taf=["B", "A", "B", "y"], plan=["y", "y", "y", "y"]))
    assert list(found.reasons["taf"].items()) == [("B", 2), ("A", 1)]
    assert found.reasons["plan"] == {}


def test_two_rounds_with_different_bases_are_shown_as_published_and_like_for_like() -> None:
    """August: 1 of all 10 cases is 10%, 1 of 4 applicable ones 25%. February: 3 of 9 is 33%."""
    august = evidence_theme(
        "August", all_cases=True, taf=["y", "n", "n", "n", *["Joint working"] * 6]
    )
    february = evidence_theme("February", taf=[*"yyynnnnnn", "Joint working"])
    found = evidenced(august, with_earlier(february, "August")).compared_with
    assert isinstance(found, EvidenceComparison)
    assert (found.name, found.same_denominator) == ("August", False)
    assert (found.as_published, found.like_for_like, found.now) == (
        {"taf": 10},
        {"taf": 25},
        {"taf": 33},
    )


def test_the_shares_found_are_compared_like_for_like_with_their_interval() -> None:
    august = evidence_theme("August", all_cases=True, taf=[*"y" * 5, *"n" * 15, *[" "] * 20])
    february = evidence_theme("February", taf=[*"y" * 15, *"n" * 5])
    found = evidenced(august, with_earlier(february, "August")).compared_with
    assert isinstance(found, EvidenceComparison)
    change = found.changes["taf"]
    assert (change.before.count, change.before.base, change.verdict) == (5, 20, "better")


def test_like_for_like_on_all_cases_takes_the_earlier_rounds_cases() -> None:
    """3 yes and 1 no of 5 cases: 75% of the applicable, 60% of all."""
    earlier = evidence_theme("August", taf=[*"yyyn", "Joint working"])
    later = evidence_theme("February", all_cases=True, taf=["y", "n"])
    found = evidenced(earlier, with_earlier(later, "august")).compared_with
    assert found is not None
    assert (found.as_published, found.like_for_like) == ({"taf": 75}, {"taf": 60})


def test_only_items_of_both_rounds_are_compared() -> None:
    earlier = evidence_theme("August", taf=["y"], plan=["y"])
    later = evidence_theme("February", taf=["y"], seen=["y"])
    found = evidenced(earlier, with_earlier(later, "August")).compared_with
    assert found is not None
    assert (found.same_denominator, found.now) == (True, {"taf": 100})


def test_judged_rounds_are_compared_by_good_or_better() -> None:
    earlier = judged_theme("August", Risk="GRRRR")
    found = compared(earlier, with_earlier(judged_theme("February", Risk="GGGGG"), "August"))
    change = found.items["Risk"]
    assert (change.before_period, change.after_period) == ("August", "February")
    assert (change.before, change.after) == (good(1, 5), good(5, 5))
    assert change.verdict is Verdict.BETTER


def test_overall_judgements_are_compared_where_both_rounds_have_them() -> None:
    earlier = theme("August", has_overall=False)
    found = compared(earlier, with_earlier(theme("February"), "August"))
    assert found.overall is None


def test_a_round_of_another_kind_is_not_compared() -> None:
    earlier = evidence_theme("August", taf=["y"])
    found = analysed(data_set(thematic=(earlier, with_earlier(theme("February"), "August"))))
    assert found.thematic["February"].compared_with is None


def test_a_case_table_holds_the_words_of_the_sheet() -> None:
    known = evidence_theme(taf=["y", "Joint working"], plan=["n", " "])
    cases = tuple(
        case(label=label, profile={"Team": "North"}, evidence=found.evidence)
        for label, found in zip("AB", known.cases, strict=True)
    )
    shown = theme("Voice", kind=Kind.EVIDENCE, items=known.items, cases=cases, has_overall=False)
    assert analysed(data_set(thematic=(shown,))).cases["Voice"] == CaseTable(
        columns=("Case", "Team", "taf", "plan"),
        rows=(("A", "North", "Yes", "No"), ("B", "North", "Joint working", "Not recorded")),
    )


def test_a_case_table_shows_judgements_and_observations_where_there_are_any() -> None:
    cases = (case("G", observation="Clear plan"), case(" "))
    assert analysed(data_set(thematic=(theme("Plans", cases=cases),))).cases["Plans"] == CaseTable(
        columns=("Case", "Overall judgement", "Observation"),
        rows=(("", "Good", "Clear plan"), ("", "Not recorded", "")),
    )


def test_an_item_that_a_case_lacks_is_not_recorded() -> None:
    known = evidence_theme(taf=["y"], plan=["n"])
    shown = theme("Voice", kind=Kind.EVIDENCE, items=known.items, cases=(*known.cases, case()))
    figures = analysed(data_set(thematic=(shown,)))
    found = figures.thematic["Voice"]

    assert isinstance(found, EvidenceTheme)
    assert [item.not_recorded for item in found.items.values()] == [1, 1]
    assert figures.cases["Voice"].rows[1][-2:] == ("Not recorded", "Not recorded")
