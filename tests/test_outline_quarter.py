"""A quarter: its judgements, its practice areas, what changed, and nothing of other quarters."""

from dataclasses import replace

from outlined import blocks_of, part_of, parts_of, told
from records import (
    analysed,
    area_audits,
    audit,
    audits,
    case,
    data_set,
    evidence_theme,
    schedule_entry,
    theme,
)
from synthetic import full_figures, quarter_figures

from auditreport.analysis.figures import Figures
from auditreport.rendering.blocks import Bars, Bullets, Lists, Paragraph, Table
from auditreport.rendering.outline import build_report, report_name


def paragraphs(figures: Figures, part_id: str) -> list[str]:
    return [
        "".join(span.text for span in block.line)
        for block in blocks_of(figures, part_id)
        if isinstance(block, Paragraph)
    ]


def groups(figures: Figures, part_id: str) -> dict[str, tuple[str, ...]]:
    lists = next(b for b in blocks_of(figures, part_id) if isinstance(b, Lists))
    return {group.heading: group.items for group in lists.groups}


def test_a_quarter_begins_with_its_judgements() -> None:
    figures = analysed(data_set(audits("OGGR")))
    assert paragraphs(figures, "q1") == [
        "Of the 4 audits completed, 1 was Outstanding, 2 were Good and 1 was Requires Improvement."
    ]


def test_counted_thematic_cases_stand_apart_from_the_standard_tool() -> None:
    counted = replace(theme("Neglect"), cases=(case("G"),), counts_towards_total=True)
    figures = analysed(data_set(audits("GR", "Q2"), thematic=(counted,)))
    assert paragraphs(figures, "q2")[:2] == [
        "3 case files were audited: 2 audits with the standard tool and 1 case of Neglect.",
        "Of the 2 audits made with the standard tool, 1 was Good and 1 was Requires Improvement.",
    ]


def test_moderation_is_told_with_how_many_could_be_compared() -> None:
    compared = audits("GG", moderated=True, moderated_judgement="Good")
    unknown = audit(moderated=True)
    figures = analysed(data_set((*compared, unknown, audit())))
    assert (
        "3 audits of 4 were moderated; of the 2 with both judgements recorded, the moderator "
        "agreed in 2." in paragraphs(figures, "q1")
    )
    whole = analysed(data_set(compared))
    assert "2 audits of 2 were moderated; the moderator agreed in 2." in paragraphs(whole, "q1")
    lonely = analysed(data_set((unknown, audit())))
    assert "1 audit of 2 was moderated." in paragraphs(lonely, "q1")


def test_a_quarter_without_audits_says_so_and_has_no_empty_headings() -> None:
    figures = analysed(data_set(audits("GG")))
    part = part_of(figures, "q3")
    assert part is not None
    assert paragraphs(figures, "q3") == ["No audits were completed."]
    assert [below.heading for below in part.parts] == ["What changed since Q2"]


def test_practice_areas_are_listed_with_their_shares() -> None:
    found = area_audits(Risk="GGGGG", Plans="RRRRI", Outcomes="GGGRR")
    assert groups(analysed(data_set(found)), "q1-practice-areas") == {
        "Areas of strength": ("Risk: 5 of 5",),
        "Areas for development": ("Plans: 0 of 5",),
        "Neither": ("Outcomes: 3 of 5",),
        "Inadequate practice seen in": ("Plans (1)",),
    }


def test_every_practice_area_stands_in_one_of_four_lists() -> None:
    lists = groups(full_figures(), "q1-practice-areas")
    headings = ("Areas of strength", "Areas for development", "Neither", "Too few to say")
    lines = [line for heading in headings for line in lists.get(heading, ())]
    listed = [item.split(":")[0] for line in lines for item in line.split("; ")]
    assert sorted(listed) == sorted(full_figures().periods["Q1"].areas)


def test_too_few_judgements_are_said_to_be_too_few() -> None:
    found = area_audits(Risk="GGGGG", Plans="R----", Outcomes="-----")
    assert groups(analysed(data_set(found)), "q1-practice-areas")["Too few to say"] == (
        "Plans: 0 of 1; Outcomes: none judged",
    )


def test_all_responses_are_the_last_bar_of_the_practice_areas() -> None:
    found = area_audits(Risk="GG", Plans="RI", Outcomes="--")
    chart = blocks_of(analysed(data_set(found)), "q1-practice-areas")[1]
    assert isinstance(chart, Bars)
    assert [row.label for row in chart.rows] == ["Risk", "Plans", "Outcomes", "All responses"]
    assert chart.rows[-1].counts == (0, 2, 1, 1, 2)


def test_without_practice_areas_their_heading_is_left_out() -> None:
    figures = analysed(data_set(audits("GGG"), areas=()))
    assert part_of(figures, "q1-practice-areas") is None
    assert part_of(figures, "year-practice-areas") is None


def test_changes_name_the_areas_that_moved_and_count_the_rest() -> None:
    before = area_audits("Q1", Risk="R" * 12, Plans="G" * 12, Outcomes="RR" + "-" * 10)
    after = area_audits("Q2", Risk="G" * 12, Plans="G" * 12, Outcomes="GG" + "-" * 10)
    figures = analysed(data_set(before + after))
    moved = [b for b in blocks_of(figures, "q2-changes") if isinstance(b, Bullets)]
    assert [span.text for line in moved[0].items for span in line] == [
        "Risk: 0 of 12 (0%) in Q1, 12 of 12 (100%) in Q2 – better."
    ]
    (said,) = paragraphs(figures, "q2-changes")
    assert said.endswith(
        "In 1 practice area there is no clear change. Too few were judged to compare Outcomes."
    )


def test_the_first_quarter_has_nothing_before_it() -> None:
    assert part_of(full_figures(), "q1-changes") is None


def test_profiles_show_every_value_of_the_councils_list() -> None:
    (listed,) = groups(full_figures(), "q1-profile")["Age band"]
    assert listed == "Under 1 (2); 1 to 5 (9); 6 to 9 (4); 10+ (0)"


def test_the_appendix_has_each_profile_by_quarter_with_the_year() -> None:
    tables = [b for b in blocks_of(full_figures(), "profiles") if isinstance(b, Table)]
    table = next(table for table in tables if table.columns[0].heading == "Age band")
    assert [column.heading for column in table.columns[1:]] == ["Q1", "Q2", "Q3", "Q4", "Year"]
    for row in table.rows:
        *quarters, year = (int(cell) for cell in row[1:])
        assert sum(quarters) == year


def test_a_breakdown_needs_two_services() -> None:
    one = analysed(data_set(audits("GGGGG", profile={"Service": "Early Help"})))
    assert part_of(one, "q1-profile") is None
    charts = [b for b in blocks_of(full_figures(), "q1-profile") if isinstance(b, Bars)]
    assert [chart.heading for chart in charts] == ["Service"]


def test_the_interval_of_each_service_stands_in_the_appendix() -> None:
    found = audits("GGGGG", profile={"Service": "A"}) + audits("G", profile={"Service": "B"})
    quarter, *_ = blocks_of(analysed(data_set(found)), "groups")
    assert isinstance(quarter, Table)
    assert quarter.caption == "Good or better by service, Quarter 1 (April to June 2016)"
    assert [row[2] for row in quarter.rows] == ["56.6% to 100.0%", "too few to say"]


def test_a_quarters_report_has_only_its_quarter() -> None:
    report = build_report(quarter_figures("Q4"))
    assert [part.id for part in report.parts] == ["activity", "q4", "actions", "appendices"]
    text = told(quarter_figures("Q4"))
    assert report.name == report_name(quarter_figures("Q4")) == "q4-2016-17"
    for other in ("Quarter 1", "Quarter 2", "Quarter 3", "Voice, August", "Child Protection"):
        assert other not in text
    assert "Introduction" not in text


def test_a_quarters_report_has_its_thematic_audits_with_their_cases() -> None:
    ids = [part.id for part in parts_of(build_report(quarter_figures("Q2")))]
    assert "theme-voice-august-2016" in ids
    assert "cases-voice-august-2016" in ids
    assert not [part_id for part_id in ids if "february" in part_id]


def test_a_themes_cases_stand_in_the_quarter_that_holds_it() -> None:
    found = evidence_theme("Voice", Seen="yn")
    figures = replace(analysed(data_set(audits("G"), thematic=(found,))), scope="Q1")
    assert "Voice" not in told(figures)


def test_notes_of_the_schedule_stand_in_the_quarters_row() -> None:
    year = full_figures().periods["Q3"].start
    entry = schedule_entry(year, year, note="Inspection preparation")
    figures = analysed(data_set(audits("G"), schedule=(entry,)))
    table = blocks_of(figures, "activity")[0]
    assert isinstance(table, Table)
    assert [row[-1] for row in table.rows] == ["", "", "Inspection preparation", "", ""]


def test_a_quarter_is_made_of_the_same_parts_in_the_annual_report_and_in_its_summary() -> None:
    annual, own = part_of(full_figures(), "q4"), part_of(quarter_figures("Q4"), "q4")
    assert annual is not None
    assert own is not None
    assert [part.id for part in annual.parts] == [part.id for part in own.parts]
    assert {"q4-practice-areas", "q4-profile"} <= {part.id for part in annual.parts}
