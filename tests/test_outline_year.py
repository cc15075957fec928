"""The year, its activity and its scale: whatever quarters, areas and judgements a council has."""

from dataclasses import replace
from datetime import date

import pytest
from outlined import blocks_of, part_of, parts_of, told
from records import (
    analysed,
    area_audits,
    audit,
    audits,
    case,
    data_set,
    schedule_entry,
    theme,
)
from synthetic import full_figures, full_report
from test_outline_quarter import groups, paragraphs

from auditreport.analysis.figures import Figures
from auditreport.errors import UsageFault
from auditreport.reading.dataset import PracticeArea, Scale, Status
from auditreport.reading.year import Quarter
from auditreport.rendering import render
from auditreport.rendering.blocks import Bars, HeatMap, Table
from auditreport.rendering.outline import build_report


def activity(figures: Figures) -> Table:
    table = blocks_of(figures, "activity")[0]
    assert isinstance(table, Table)
    return table


def heat_map(figures: Figures) -> HeatMap:
    found = [b for b in blocks_of(figures, "year-practice-areas") if isinstance(b, HeatMap)]
    assert len(found) == 1
    return found[0]


def test_activity_sums_to_the_years_total() -> None:
    table = activity(analysed(data_set(audits("GGR") + audits("G", "Q3", moderated=True))))
    assert [row[1:] for row in table.rows] == [
        ("3", "0"),
        ("0", "0"),
        ("1", "1"),
        ("0", "0"),
        ("4", "1"),
    ]
    assert table.total


def test_activity_has_only_the_columns_that_have_something_to_say() -> None:
    assert [c.heading for c in activity(analysed(data_set(audits("G")))).columns] == [
        "Period",
        "Case files audited",
        "Audits moderated",
    ]
    rich = data_set(
        (audit(), audit(" ", status=Status.ALLOCATED), audit(" ", status=Status.EXEMPT)),
        schedule=(schedule_entry(date(2016, 4, 1), date(2016, 6, 30), planned=5, note="Late"),),
    )
    assert [c.heading for c in activity(analysed(rich)).columns][3:] == [
        "Planned",
        "Not returned",
        "Exempt",
        "Notes",
    ]


@pytest.mark.parametrize(
    ("placed", "said"),
    [
        (Quarter.Q2, "The total includes the thematic audit Neglect: 2 cases, in Q2."),
        (
            None,
            "The total includes the thematic audit Neglect: 2 cases, in the year alone.",
        ),
    ],
)
def test_counted_thematic_audits_are_named_under_the_activity(
    placed: Quarter | None, said: str
) -> None:
    cases = (case("G"), case("R"))
    counted = theme("Neglect", cases=cases, counts_towards_total=True, quarter=placed)
    assert paragraphs(analysed(data_set(audits("G"), thematic=(counted,))), "activity") == [said]


def test_thematic_cases_outside_the_total_are_counted_under_the_activity() -> None:
    outside = replace(theme("Visits"), cases=(case(), case()), counted_in="visits")
    figures = analysed(data_set(audits("GGR"), thematic=(outside,)))
    said = "Not in the 3: 2 visits of thematic audits, looked at separately."
    assert said in paragraphs(figures, "activity")


def test_the_heat_map_has_every_area_in_every_quarter() -> None:
    heat = heat_map(full_figures())
    assert [row.label for row in heat.rows] == [area.name for area in full_figures().areas]
    assert heat.columns == ("Q1", "Q2", "Q3", "Q4", "Year")
    for row in heat.rows:
        for column, cell in zip(heat.columns, row.cells, strict=True):
            name = "year" if column == "Year" else column
            good = full_figures().periods[name].areas[row.label].good_or_better
            assert cell.detail == f"{good.count} of {good.base}"


def test_a_cell_of_the_heat_map_says_what_it_counts_as() -> None:
    found = area_audits(Risk="GGGGG", Plans="RRRRI", Outcomes="GGGR-")
    rows = heat_map(analysed(data_set(found))).rows
    assert [(row.cells[0].text, row.cells[0].level) for row in rows] == [
        ("100%", "strength"),
        ("0%", "development"),
        ("too few", "few"),
    ]


def test_a_share_that_rounds_across_its_threshold_has_a_decimal() -> None:
    def letters(good: int, worse: int) -> str:
        return "G" * good + "R" * worse + "-" * (121 - good - worse)

    near = area_audits(Risk=letters(39, 17), Plans=letters(60, 61), Outcomes=letters(7, 3))
    rows = heat_map(analysed(data_set(near))).rows
    assert [row.cells[0].text for row in rows] == ["69.6%", "49.6%", "70%"]


def test_a_decimal_never_reaches_the_threshold_that_its_share_misses() -> None:
    near = area_audits(Risk="G" * 1399 + "R" * 600, Plans="G" * 1999, Outcomes="G" * 1999)
    rows = heat_map(analysed(data_set(near))).rows
    assert rows[0].cells[0].text == "69.9%"


def test_the_heat_map_is_described_by_how_many_areas_are_at_each_level() -> None:
    found = area_audits(Risk="GGGGG", Plans="RRRRI", Outcomes="GGGR-")
    described = heat_map(analysed(data_set(found), as_of=date(2016, 6, 1))).description
    assert described.startswith("Q1: 1 strength, 1 area for development and 1 area with too few.")


def test_an_area_that_is_strong_on_few_audits_says_so() -> None:
    few = [a for q in ("Q1", "Q2") for a in area_audits(q, Risk="G" * 9, Plans="R" * 9)]
    lists = groups(analysed(data_set(few)), "year-practice-areas")
    held = "in each of the two quarters with enough judgements, on few audits"
    assert lists["Consistent strengths"] == (f"Risk: {held}",)
    assert lists["Persistent areas for development"] == (f"Plans: {held}",)
    many = [*few, *area_audits("Q3", Risk="G" * 10, Plans="R" * 10)]
    assert "few" not in str(groups(analysed(data_set(many)), "year-practice-areas"))


def test_impact_is_told_of_those_that_recorded_it() -> None:
    found = [audit(impact=word) for word in ("Good", "Good", "Inadequate", None)]
    assert (
        "Impact was Good or better in 2 of the 3 audits where it was recorded; 1 did not record it."
        in paragraphs(analysed(data_set(found)), "year-profile")
    )


def test_better_and_worse_are_explained_once() -> None:
    assert told(full_figures()).count("only where chance alone is unlikely to explain it") == 1


def test_no_consistent_strength_is_said_to_be_none() -> None:
    lists = groups(
        analysed(data_set(area_audits(Risk="R", Plans="R", Outcomes="R"))), "year-practice-areas"
    )
    assert lists["Consistent strengths"] == ("None",)


def test_overall_judgements_have_a_bar_a_quarter_and_one_for_the_year() -> None:
    chart = next(b for b in blocks_of(full_figures(), "year-overall") if isinstance(b, Bars))
    assert [row.label for row in chart.rows] == ["Q1", "Q2", "Q3", "Q4", "Year"]
    assert sum(chart.rows[-1].counts) == sum(sum(row.counts) for row in chart.rows[:-1]) == 56


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (audits("GG"), ["None of the 2 audits was moderated."]),
        (audits("G"), ["The one audit was not moderated."]),
        ((audit(moderated=True), audit()), ["1 of the 2 audits was moderated."]),
        (
            (
                audit("R", moderated=True, moderated_judgement="Good", final="Good"),
                audit("G", moderated=True, moderated_judgement="Good"),
            ),
            [
                "2 of the 2 audits were moderated. "
                "Where the auditor's and the moderator's judgements are both recorded (2 audits), "
                "they agreed in 1; the moderator judged 1 better. The final judgement differs from "
                "the auditor's in 1. "
                "Without those changes, 1 of 2 would be Good or better, in place of 2 of 2.",
            ],
        ),
    ],
)
def test_moderation_is_told_in_whole_sentences(found: tuple[object, ...], said: list[str]) -> None:
    assert paragraphs(analysed(data_set(found)), "year-moderation") == said  # type: ignore[arg-type]


def test_a_quarter_that_has_not_begun_is_absent() -> None:
    figures = analysed(data_set(audits("G")), as_of=date(2016, 8, 1))
    assert "Quarter 3" not in told(figures)
    assert heat_map(figures).columns == ("Q1", "Q2", "Year")


def test_a_report_of_a_quarter_that_has_not_begun_is_refused() -> None:
    figures = replace(analysed(data_set(audits("G")), as_of=date(2016, 8, 1)), scope="Q3")
    with pytest.raises(UsageFault, match="Q3 had not begun on 1 August 2016"):
        build_report(figures)


def test_no_part_is_empty() -> None:
    for figures in (full_figures(), analysed(data_set(audits("G"))), analysed(data_set())):
        report = build_report(figures)
        assert [part.heading for part in parts_of(report) if not part] == []
        assert all(part.heading and part.id for part in parts_of(report))


def test_a_bare_year_has_no_headings_for_what_it_lacks() -> None:
    ids = [part.id for part in build_report(analysed(data_set(audits("G")))).parts]
    assert ids == ["activity", "q1", "q2", "q3", "q4", "year", "appendices"]


def test_the_parts_stand_in_the_order_of_an_annual_report() -> None:
    assert [part.id for part in full_report().parts] == [
        *("introduction", "activity", "q1", "q2", "q3", "q4", "year"),
        *("thematic", "feedback", "actions", "appendices"),
    ]


SCALES = {
    3: ("Met", "Partly met", "Not met"),
    5: ("Excellent", "Good", "Sound", "Weak", "Poor"),
    7: ("A", "B", "C", "D", "E", "F", "G"),
}


@pytest.mark.parametrize("length", SCALES)
@pytest.mark.parametrize("areas", [0, 1, 12, 25])
def test_a_report_fits_any_scale_and_any_practice_areas(length: int, areas: int) -> None:
    scale = Scale(SCALES[length], SCALES[length][:2], ("Not looked at",))
    names = [f"Area {n} " + "with a long name " * (n % 4) for n in range(areas)]
    found = [audit(overall=word, areas=dict.fromkeys(names, word)) for word in SCALES[length] * 2]
    given = tuple(PracticeArea(name, name) for name in names)
    figures = analysed(data_set(found, scale=scale, areas=given))
    files = render(figures, ("html",))
    text = told(figures)
    assert b"Requires Improvement" not in b"".join(files.values())
    assert all(word in text for word in SCALES[length])
    assert (part_of(figures, "year-practice-areas") is None) == (areas == 0)
