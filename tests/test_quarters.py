"""What a period counts: activity, overall judgements, profiles, and which quarters there are."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import (
    WORDS,
    analysed,
    area_audits,
    audit,
    audits,
    case,
    data_set,
    good,
    schedule_entry,
    settings,
    theme,
    unhurried,
)

from auditreport.analysis.figures import Period
from auditreport.analysis.profiles import order_values
from auditreport.analysis.quarters import find_as_of
from auditreport.reading.dataset import Audit, PracticeArea, Status
from auditreport.reading.year import Quarter, ReportYear

APRIL, MAY, JUNE, JULY = (date(2016, month, 1) for month in (4, 5, 6, 7))


def periods(*rows: Audit, **changes: Any) -> dict[str, Period]:
    return dict(analysed(data_set(rows, **changes)).periods)


def test_periods_are_labelled_by_their_months() -> None:
    found = periods()
    assert found["Q1"].label == "Quarter 1 (April to June 2016)"
    assert found["Q4"].label == "Quarter 4 (January to March 2017)"
    assert found["year"].label == "April 2016 to March 2017"
    assert (found["Q2"].start, found["Q2"].end) == (date(2016, 7, 1), date(2016, 9, 30))


def test_a_quarter_that_spans_two_years_names_both() -> None:
    autumn = settings(year=ReportYear(date(2016, 9, 1)))
    found = analysed(data_set(settings=autumn), date(2017, 8, 31)).periods
    assert found["Q2"].label == "Quarter 2 (December 2016 to February 2017)"


def test_a_dated_audit_counts_in_the_quarter_of_its_day() -> None:
    found = periods(audit(quarter=None, date=date(2016, 9, 30)))
    assert (found["Q2"].completed, found["Q3"].completed, found["year"].completed) == (1, 0, 1)


def test_exempt_and_cancelled_rows_count_as_such_alone() -> None:
    rows = audits("G", status=Status.EXEMPT) + audits("GG", status=Status.CANCELLED)
    found = periods(*rows)["Q1"]
    assert (found.exempt, found.cancelled, found.completed, found.not_returned) == (1, 2, 0, 0)
    assert found.overall.total == 0


def test_an_allocated_audit_is_not_returned_though_it_bears_a_judgement() -> None:
    found = periods(audit("G", status=Status.ALLOCATED))["Q1"]
    assert (found.not_returned, found.completed, found.overall.n) == (1, 0, 0)


def test_a_completed_audit_whose_judgement_was_left_out_is_still_completed() -> None:
    found = periods(audit(" "))["Q1"]
    assert (found.not_returned, found.completed) == (0, 1)
    assert found.overall.not_judged["Not recorded"] == 1


def test_an_allocated_audit_without_a_date_counts_in_the_year_alone() -> None:
    found = periods(audit(" ", None, status=Status.ALLOCATED))
    assert found["year"].not_returned == 1
    assert sum(found[quarter].not_returned for quarter in Quarter) == 0


def test_the_final_judgement_counts_where_one_is_given() -> None:
    found = periods(audit("G", final="Requires Improvement"), audit("G"))["Q1"].overall
    assert (found.counts["Good"], found.counts["Requires Improvement"]) == (1, 1)


def test_moderated_audits_and_immediate_concerns_are_counted_among_the_completed() -> None:
    rows = audits("GG", moderated=True) + audits("G", immediate_concern=True)
    waiting = audit(" ", moderated=True, immediate_concern=True, status=Status.ALLOCATED)
    found = periods(*rows, waiting)["Q1"]
    assert (found.moderated, found.immediate_concerns) == (2, 1)
    assert found.moderation is None


def test_counted_thematic_cases_are_completed_in_their_quarter_and_not_in_overall() -> None:
    placed = theme(cases=(case("G"), case("R")), counts_towards_total=True)
    found = periods(audit("G", "Q2"), thematic=(placed,))
    assert (found["Q2"].completed, found["Q2"].overall.n, found["year"].completed) == (3, 1, 3)


def test_judgements_of_a_quarter_that_has_not_begun_or_of_none_are_the_years() -> None:
    rows = (
        *area_audits("Q1", Plans="G"),
        *area_audits("Q4", Plans="I"),
        *area_audits(None, Plans="R"),
    )
    found = analysed(data_set(rows, areas=(PracticeArea("Plans", "Plans"),)), APRIL).periods
    assert list(found) == ["Q1", "year"]
    assert found["year"].overall.n == 3
    assert found["year"].areas["Plans"].counts == {
        "Outstanding": 0, "Good": 1, "Requires Improvement": 1, "Inadequate": 1,
    }  # fmt: skip
    assert found["year"].by_audit_type["Scheduled"].n == 3


def test_a_counted_thematic_audit_in_the_appendix_counts_in_the_year_alone() -> None:
    placed = theme(cases=(case("G"),), counts_towards_total=True, quarter=None)
    found = periods(thematic=(placed,))
    assert sum(found[quarter].completed for quarter in Quarter) == 0
    assert found["year"].completed == 1


def test_a_thematic_audit_that_does_not_count_adds_nothing() -> None:
    assert periods(thematic=(theme(cases=(case("G"),)),))["Q2"].completed == 0


def test_audit_types_have_their_own_distributions_in_the_order_of_the_list() -> None:
    rows = audits("G", audit_type="Re-audit") + audits("GR", audit_type="Inspection")
    lists = {"Audit types": ("Scheduled", "Re-audit", "Inspection")}
    found = periods(*rows, lists=lists)["Q1"].by_audit_type
    assert {name: dist.n for name, dist in found.items()} == {"Re-audit": 1, "Inspection": 2}
    assert list(found) == ["Re-audit", "Inspection"]


def test_all_responses_add_up_every_area_of_every_audit() -> None:
    found = periods(*area_audits(Risk="GG", Plans="R-", Outcomes="I "))["Q1"]
    assert found.all_responses.n == 4
    assert found.all_responses.total == 6
    assert found.areas["Plans"].not_judged["N/A"] == 1


def test_an_audit_without_an_areas_column_was_not_recorded_for_it() -> None:
    assert periods(audit("G"))["Q1"].areas["Risk"].not_judged["Not recorded"] == 1


def test_planned_audits_add_up_and_notes_stand_in_order_of_date() -> None:
    entries = (
        schedule_entry(MAY, date(2016, 5, 31), planned=3, note="Training"),
        schedule_entry(APRIL, date(2016, 4, 30), planned=4, note="Late start"),
        schedule_entry(JUNE, date(2016, 6, 30), note="Inspection"),
    )
    found = periods(schedule=entries)
    assert found["Q1"].planned == found["year"].planned == 7
    assert found["Q1"].notes == ("Late start", "Training", "Inspection")
    assert found["Q2"].planned is None


def test_a_plan_over_several_quarters_counts_in_the_year_alone() -> None:
    found = periods(schedule=(schedule_entry(JUNE, date(2016, 7, 31), planned=5, note="Summer"),))
    assert (found["Q1"].planned, found["Q2"].planned, found["year"].planned) == (None, None, 5)
    assert found["year"].notes == ("Summer",)


def test_open_cases_are_those_of_the_latest_entry_that_says() -> None:
    entries = (
        schedule_entry(MAY, date(2016, 5, 31), open_cases=210),
        schedule_entry(APRIL, date(2016, 4, 30), open_cases=200),
        schedule_entry(JUNE, date(2016, 6, 30)),
    )
    assert periods(schedule=entries)["Q1"].open_cases == 210


def test_a_profile_holds_every_value_of_a_given_list_in_its_order_then_others_by_name() -> None:
    values = ("North", "Zebra", "alpha", "Not recorded", "North")
    rows = [audit(profile={"Team": value}) for value in values]
    found = periods(*rows, lists={"Teams": ("South", "North")})["Q1"].profile["Team"]
    assert list(found.items()) == [
        ("South", 0),
        ("North", 2),
        ("alpha", 1),
        ("Zebra", 1),
        ("Not recorded", 1),
    ]


def test_the_values_of_a_column_are_each_listed_once() -> None:
    assert order_values(["b", "a", "Not recorded", "c"], ("c", "x")) == (
        "c",
        "a",
        "b",
        "Not recorded",
    )


def test_age_bands_stand_in_order_of_age_without_a_list() -> None:
    rows = [audit(profile={"Age band": band}) for band in ("10 to 14", "6 to 9", "Under 1")]
    assert list(periods(*rows)["Q1"].profile["Age band"]) == ["Under 1", "6 to 9", "10 to 14"]


def test_only_columns_that_the_data_has_are_profiled() -> None:
    rows = (audit(profile={"Gender": "Female"}), audit(quarter="Q2"))
    found = periods(*rows, lists={"Teams": ("North",)})
    assert found["Q1"].profile == {"Gender": {"Female": 1}}
    assert found["Q2"].profile == {"Gender": {"Not recorded": 1}}
    assert found["Q1"].good_by == {}


def test_profiles_count_completed_audits() -> None:
    rows = audits("GG", profile={"Team": "North"}, status=Status.EXEMPT)
    assert periods(*rows)["year"].profile == {"Team": {}}


def test_good_or_better_by_team_has_the_judged_as_its_base() -> None:
    rows = audits("GR-", profile={"Team": "North"}) + audits("G", profile={"Team": "South"})
    found = periods(*rows, lists={"Teams": ("West",)})["Q1"].good_by["Team"]
    assert found == {"West": good(0, 0), "North": good(1, 2), "South": good(1, 1)}


@pytest.mark.parametrize(
    ("as_of", "begun"),
    [(date(2016, 6, 30), ["Q1"]), (JULY, ["Q1", "Q2"]), (date(2018, 1, 1), list(Quarter))],
)
def test_a_quarter_that_begins_after_the_date_that_counts_is_absent(
    as_of: date, begun: list[str]
) -> None:
    found = analysed(data_set(audits("G", "Q4")), as_of).periods
    assert list(found) == [*begun, "year"]
    assert found["year"].completed == 1


def test_a_year_that_has_not_begun_has_no_quarters_and_no_trend() -> None:
    found = analysed(data_set(audits("G")), date(2016, 3, 31))
    assert list(found.periods) == ["year"]
    assert found.trend.changes == ()
    assert set(found.trend.areas["Risk"].values()) == {None}


def test_without_practice_areas_the_overall_judgements_still_count() -> None:
    found = periods(audit("G"), areas=())["Q1"]
    assert (found.overall.n, found.all_responses.n, found.strengths) == (1, 0, ())


def test_the_date_that_counts_is_the_one_asked_for_else_the_reports() -> None:
    data = data_set(settings=settings(date=date(2017, 8, 17)))
    assert find_as_of(data, MAY) == MAY
    assert find_as_of(data, None) == date(2017, 8, 17)


def test_without_either_it_is_the_day_of_the_latest_completed_audit() -> None:
    done = audit(quarter=None, date=MAY)
    allocated = audit(quarter=None, date=JULY, status=Status.ALLOCATED)
    assert find_as_of(data_set([done, allocated]), None) == MAY


def test_an_audit_known_by_its_quarter_counts_as_done_by_that_quarters_end() -> None:
    assert find_as_of(data_set(audits("G", "Q2")), None) == date(2016, 9, 30)


def test_where_nothing_was_completed_the_years_end_counts() -> None:
    assert find_as_of(data_set(), None) == date(2017, 3, 31)


@unhurried
@given(
    st.lists(st.tuples(st.sampled_from("OGRI- "), st.sampled_from(list(Quarter))), max_size=25),
    st.randoms(use_true_random=False),
)
def test_quarters_sum_to_the_year_and_the_order_of_rows_does_not_matter(
    rows: list[tuple[str, Quarter]], shuffler: Any
) -> None:
    made = [audit(word, quarter, areas={"Risk": WORDS[word]}) for word, quarter in rows]
    found = periods(*made)
    for judgement, total in found["year"].overall.counts.items():
        assert sum(found[q].overall.counts[judgement] for q in Quarter) == total
    assert sum(found[q].completed for q in Quarter) == found["year"].completed
    shuffler.shuffle(made)
    assert periods(*made) == found


@pytest.mark.parametrize(("as_of", "is_complete"), [(29, False), (30, True)])
def test_a_quarter_is_complete_on_its_last_day(as_of: int, is_complete: bool) -> None:
    found = analysed(data_set(audits("G")), date(2016, 6, as_of)).periods

    assert (found["Q1"].is_complete, found["year"].is_complete) == (is_complete, False)
