"""The public report as its readers see it: hidden numbers stay hidden, and what is said is true."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from functools import cache
from random import Random
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outlined import blocks_of, part_of, parts_of, told
from pdf_pages import needs_poppler, read_text
from records import (
    action,
    analysed,
    area_audits,
    audit,
    audits,
    case,
    data_set,
    evidence_theme,
    feedback_round,
    judged_theme,
    question,
    reply,
    response,
    theme,
)
from synthetic import full_data

from auditreport.analysis.disclosure.hiding import holds_hidden
from auditreport.analysis.figures import FeedbackFigures, Figures, Good
from auditreport.analysis.hidden import HIDDEN, SYMBOL
from auditreport.analysis.publishing import publish
from auditreport.reading import Reading
from auditreport.reading.dataset import Audit, DataSet, Response
from auditreport.rendering import render
from auditreport.rendering.blocks import (
    BarRow,
    Bars,
    Block,
    Column,
    HeatCell,
    HeatMap,
    HeatRow,
    Paragraph,
    Quotes,
    Table,
    Tone,
)
from auditreport.rendering.layout import Part
from auditreport.rendering.outline import build_report
from auditreport.rendering.outline.bars import count_bars, evidence_bars, judgement_bars
from auditreport.rendering.outline.hidden_numbers import print_hidden
from auditreport.rendering.table_columns import value_columns
from auditreport.rendering.wording import count_with_base, interval_of, share_of, with_percent

FORMS = ("html", "md", "docx", "pdf", "xlsx")
BANDS = ("Under 1", "1 to 5", "6 to 9")


def published(data: DataSet, *, protect: bool = False, scope: str = "year") -> Figures:
    """Return the figures of a public edition."""
    chosen = replace(data.settings, protect_judgements=protect)
    reading = Reading(replace(data, settings=chosen), ())
    day = date(2017, 3, 31)
    return publish(reading, tool="auditreport 0.1.0", scope=scope, as_of=day).figures


@cache
def small_council(*, protect: bool = False) -> Figures:
    return published(full_data(), protect=protect)


def text_of(form: str, *, protect: bool = False) -> str:
    """Return all that a quarter's report says in a form, what is said of the file included."""
    figures = replace(small_council(protect=protect), scope="Q2")
    (data,) = (data for name, data in render(figures, (form,)).items() if name.endswith(form))
    if form == "pdf":
        return read_text(data)
    if form in ("docx", "xlsx"):
        with ZipFile(io.BytesIO(data)) as packed:
            return " ".join(
                packed.read(name).decode("utf-8", "ignore") for name in packed.namelist()
            )
    return data.decode().replace("&#91;c&#93;", SYMBOL)


def in_bands(judgements: str, band: str, quarter: str = "Q1") -> tuple[Audit, ...]:
    return audits(judgements, quarter, profile={"Age band": band})


# What a reader meets first


@needs_poppler
@pytest.mark.parametrize("protect", [False, True])
@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_marked_and_prints_symbols(form: str, protect: bool) -> None:
    text = text_of(form, protect=protect)
    assert "Public edition" in text
    assert SYMBOL in text


@needs_poppler
@pytest.mark.parametrize("form", FORMS)
def test_no_form_holds_what_is_internal(form: str) -> None:
    text = text_of(form)
    assert not re.search(r"contains case-level|data\.xlsx|Mend the plan|Manager|Kind\b", text)


def test_the_symbol_is_explained_before_the_first_table() -> None:
    report = build_report(small_council())
    first = report.parts[0]
    assert first.heading == "How to read this report"
    assert isinstance(first.blocks[0], Paragraph)
    assert first.blocks[0].line[0].text.startswith("[c] stands for a number that is not shown")


def test_the_method_says_what_was_done() -> None:
    assert "Counts of children from 1 to 5 are not shown" in told(small_council())
    assert "Judgements are protected likewise." in told(small_council(protect=True))
    assert "Judgements are protected likewise." not in told(small_council())


def test_an_internal_report_explains_no_symbol() -> None:
    figures = replace(small_council(), audience="internal")
    assert part_of(figures, "reading") is None


def test_a_council_that_hides_nothing_has_no_symbol_to_explain() -> None:
    rules = replace(small_council().rules, hide_counts_up_to=0)
    blocks = blocks_of(replace(small_council(), rules=rules), "reading")
    assert [SYMBOL in block.line[0].text for block in blocks if isinstance(block, Paragraph)] == [
        False
    ]


@pytest.mark.parametrize("scope", ["year", "Q1", "Q2", "Q3", "Q4"])
@pytest.mark.parametrize("protect", [False, True])
def test_every_period_can_be_published(scope: str, protect: bool) -> None:
    report = build_report(replace(small_council(protect=protect), scope=scope))
    bars = [b for part in parts_of(report) for b in part.blocks if isinstance(b, Bars)]
    assert not any(count is HIDDEN for chart in bars for row in chart.rows for count in row.counts)
    assert not any(SYMBOL in chart.description for chart in bars)
    assert not any(SYMBOL in sentence for sentence in report.opening)
    assert not any(SYMBOL in fact.value + fact.detail for fact in report.facts.items)


def made_council(seed: int) -> DataSet:
    chance = Random(seed)
    rows = [
        audit(
            chance.choice("OGGRRI- "),
            chance.choice(["Q1", "Q2", "Q3", "Q4"]),
            profile={
                "Age band": chance.choice(BANDS),
                "Team": chance.choice("NS"),
                "Service": chance.choice("XY"),
            },
            immediate_concern=chance.random() < 0.2,
            areas={"Risk": chance.choice(["Good", "Inadequate", None])},
        )
        for _ in range(chance.randint(0, 25))
    ]
    answers = [reply("Yes", "Yes"), reply("No", "No"), reply("Maybe"), None]
    kinds = chance.sample(["Parent/carer", "Child", "Partner"], chance.randint(1, 3))
    return data_set(
        rows,
        questions=(question(),),
        responses=tuple(
            response({"Q1": chance.choice(answers)}, chance.choice(kinds))
            for _ in range(chance.randint(0, 14))
        ),
        thematic=(
            evidence_theme("Seen", Seen=chance.choices("yn ", k=chance.randint(1, 12))),
            judged_theme("Plans", Plan="".join(chance.choices("OGRI ", k=chance.randint(1, 12)))),
        ),
    )


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 10_000), st.booleans())
def test_any_council_can_be_published(seed: int, protect: bool) -> None:
    figures = published(made_council(seed), protect=protect)
    for scope in figures.periods:
        assert "Public edition" in told(replace(figures, scope=scope))


# Charts and tables


def drawn(*blocks: Block) -> tuple[Block, ...]:
    (part,) = print_hidden([Part("id", "Heading", blocks)])
    return part.blocks


def chart(*rows: BarRow) -> Bars:
    tones = (Tone("Yes", "yes"), Tone("No", "no"))
    return Bars("id", "Caption", "Item", tones, ("Found",), rows, "Told.")


FULL, PART = BarRow("Full", (3, 4), ("3 of 7",)), BarRow("Part", (HIDDEN, 9), ("[c]",))
NONE = BarRow("None", (HIDDEN, HIDDEN), ("[c]",))


def test_a_bar_with_a_hidden_part_is_not_drawn_and_its_numbers_stand_in_a_table() -> None:
    bars, table = drawn(chart(FULL, PART))
    assert isinstance(bars, Bars)
    assert bars.rows == (FULL,)
    assert isinstance(table, Table)
    assert [column.heading for column in table.columns] == ["Item", "No"]
    assert table.rows == (("Part", "9"),)
    assert table.note == "Yes and Found: not shown, because the numbers are small."


def test_a_bar_of_which_nothing_is_shown_is_named_under_the_chart() -> None:
    (bars,) = drawn(chart(FULL, NONE))
    assert isinstance(bars, Bars)
    assert bars.note == "None: not shown, because the numbers are small."


def test_a_chart_of_which_most_bars_are_hidden_is_a_table() -> None:
    (table,) = drawn(chart(FULL, PART, PART))
    assert isinstance(table, Table)
    assert table.rows[0] == ("Full", "3", "4", "3 of 7")
    assert table.rows[1] == ("Part", "[c]", "9", "[c]")


def test_a_table_of_which_nothing_is_shown_is_one_line() -> None:
    (line,) = drawn(chart(NONE, NONE))
    assert isinstance(line, Paragraph)
    assert line.line[0].text == "Caption: not shown, because the numbers are small."


def test_a_chart_of_shown_numbers_is_left_as_it_is() -> None:
    assert drawn(chart(FULL)) == (chart(FULL),)


def test_a_bars_length_is_measured_by_those_that_are_shown() -> None:
    bars = count_bars("id", "Caption", "Team", {"N": 7, "S": HIDDEN, "W": 9}, "cases")
    assert [row.rest for row in bars.rows] == [2, 0, 0]
    assert bars.description == "N: 7 cases. W: 9 cases."


def test_a_chart_is_described_by_the_bars_that_are_drawn() -> None:
    figures = small_council(protect=True)
    shown = small_council().periods["Q4"].areas
    rows = {**shown, "Hidden": figures.periods["Q1"].all_responses}
    assert holds_hidden(rows["Hidden"])
    described = judgement_bars(figures.scale, "id", "Caption", "Area", rows).description
    assert described == judgement_bars(figures.scale, "id", "Caption", "Area", shown).description


def test_a_heat_map_with_hidden_shares_is_a_table() -> None:
    figures = small_council(protect=True)
    blocks = blocks_of(figures, "year-practice-areas")
    assert not any(isinstance(block, HeatMap) for block in blocks)
    assert any(
        isinstance(block, HeatMap) for block in blocks_of(small_council(), "year-practice-areas")
    )


def test_a_heat_maps_table_prints_the_symbol_alone_and_no_quarter_that_is_withheld() -> None:
    hidden, shown = HeatCell(SYMBOL, "", "hidden"), HeatCell("40%", "4 of 10", "development")
    rows = (HeatRow("Risk", (hidden, hidden)), HeatRow("Plans", (hidden, shown)))
    (table,) = drawn(HeatMap("id", "Caption", "Area", ("Q1", "Q2"), rows, "Told."))
    assert isinstance(table, Table)
    assert table.rows == (("Risk", "[c]"), ("Plans", "40% (4 of 10)"))
    assert table.note == "Q1: not shown, because the numbers are small."


def test_a_quarters_profile_that_is_withheld_is_one_line() -> None:
    rows = (*in_bands("GGGGGGG", "1 to 5"), *in_bands("GR", "6 to 9"), *in_bands("G", "Under 1"))
    figures = published(data_set(rows))
    (line,) = (b for b in blocks_of(figures, "q1-profile") if isinstance(b, Paragraph))
    assert line.line[0].text == (
        "By age band: not shown by quarter, because the numbers are small."
    )


def test_a_column_of_a_quarter_that_is_withheld_is_named_under_the_years_table() -> None:
    quarters = {"Q1": "GGG", "Q2": "GGR", "Q4": "GGGGGGGGG"}
    rows = (
        row
        for quarter, judgements in quarters.items()
        for team in ("North", "South")
        for row in audits(judgements, quarter, profile={"Team": team})
    )
    tables = blocks_of(published(data_set(rows)), "profiles")
    (teams,) = (t for t in tables if isinstance(t, Table) and t.columns[0].heading == "Team")
    assert [column.heading for column in teams.columns] == ["Team", "Q3", "Q4", "Year"]
    assert teams.note == "Q1 and Q2: not shown, because the numbers are small."


# Words


def test_a_share_of_hidden_counts_prints_what_is_shown_of_it() -> None:
    assert share_of(Good(HIDDEN, 12, HIDDEN, HIDDEN, HIDDEN)) == "[c] of 12"
    assert share_of(Good(7, HIDDEN, HIDDEN, HIDDEN, HIDDEN)) == "7 of [c]"
    assert share_of(Good(HIDDEN, HIDDEN, HIDDEN, HIDDEN, HIDDEN)) == "[c]"
    assert count_with_base(7, 14, 50) == "7 of 14 (50%)"
    assert with_percent(7, HIDDEN, 14) == "7"
    assert interval_of(HIDDEN, HIDDEN) == "[c]"


def test_protected_judgements_are_not_told_in_words() -> None:
    figures = published(data_set(audits("GGGRI")), protect=True)
    report = build_report(figures)
    assert report.opening[:2] == (
        "5 case files were audited.",
        "How they were judged is not shown, because the numbers are small.",
    )
    assert [fact.label for fact in report.facts.items] == ["case files audited", "audits moderated"]
    assert "5 audits were completed." in told(figures)


def test_it_is_not_told_how_many_concerns_there_were_nor_that_there_were_any() -> None:
    rows = (*audits("GGGGGGG"), audit("G", immediate_concern=True))
    unsaid = "How many immediate concerns were recorded is not shown"
    assert unsaid in told(published(data_set(rows), protect=True))
    assert unsaid in told(published(data_set(audits("GGGGGGGG")), protect=True))
    assert "An immediate concern was recorded in 1 audit" in told(published(data_set(rows)))


def test_protected_judgements_are_not_broken_down_and_small_services_are_hidden() -> None:
    rows = (
        *audits("O" * 3 + "G" * 9 + "R" * 7, profile={"Service": "Assessment"}),
        *audits("O", profile={"Service": "Children in Care"}),
    )
    year = published(data_set(rows), protect=True).periods["year"]
    assert year.profile["Service"] == {"Assessment": HIDDEN, "Children in Care": HIDDEN}
    assert (year.by_service, year.by_audit_type) == ({}, {})


def test_areas_that_are_hidden_are_neither_weak_nor_strong_nor_between() -> None:
    figures = published(data_set(area_audits(Risk="GGGGGRR", Plans="GGGGGGG")), protect=True)
    text = told(figures)
    assert "**Not shown** (because the numbers are small)" in text
    assert "**Neither**" not in text
    assert "was below 50%" not in text
    assert "- None of those shown" in text


def test_a_hidden_area_is_not_said_to_be_weak_by_what_nobody_acts_on() -> None:
    data = data_set(area_audits(Risk="GGRRRRR", Plans="R" * 7))
    weak = {protect: published(data, protect=protect).follow_up for protect in (False, True)}
    assert set(weak[False].development_without) == {"Risk", "Plans"}
    assert weak[True].development_without == ("Plans",)


def test_of_the_areas_that_are_shown_it_is_said_that_they_are_those() -> None:
    rows = (
        *area_audits("Q1", Risk="GGGGGGGRR", Plans="G" * 9, Outcomes="G" * 9),
        *area_audits("Q2", Risk="GGGGGGGRR", Plans="G" * 9, Outcomes="G" * 9),
    )
    assert "In every shown practice area there is no clear change." in told(
        published(data_set(rows), protect=True)
    )
    assert "In every practice area there is no clear change." in told(published(data_set(rows)))


def test_who_completed_what_is_named_without_hidden_numbers() -> None:
    cases = tuple(case("G", profile={"Completed by": who}) for who in ("School", "GP") * 4)
    found = theme("Plans", cases=cases)
    text = told(published(data_set(audits("G"), thematic=(found,))))
    assert "Completed by GP and School, how many each is not shown." in text


def test_rounds_are_not_said_to_be_alike_where_they_are_hidden() -> None:
    earlier = evidence_theme("Voice, May", True, Seen="yyyynn  ")
    later = replace(evidence_theme("Voice, June", Seen="yyyynn  "), compared_with="Voice, May")
    text = told(published(data_set(audits("G"), thematic=(earlier, later))))
    assert "the percentages are the same" not in text


def test_actions_are_counted_and_not_listed() -> None:
    rows = area_audits(Risk="RRRRRR", Plans="RRRRRR")
    text = told(published(data_set(rows, actions=(action(area="Plans", text="Call Mrs Brown"),))))
    assert "Open actions in areas for development: Plans 1." in text
    assert "No action is open for Risk." in text
    assert "Brown" not in text


def test_evidence_is_described_by_what_is_shown() -> None:
    figures = published(data_set(thematic=(evidence_theme("V", Seen="yyyyyyy", Met="yyynnnn"),)))
    (found,) = figures.thematic.values()
    bars = evidence_bars("id", "Caption", found.items, "all cases")  # type: ignore[arg-type]
    assert bars.description == "Seen: 7 Yes."


# What people said


def asked(*responses: Response) -> Figures:
    questions = (question("Q1"), question("Q2", "", ""))
    rounds = (feedback_round(),)
    return published(data_set(questions=questions, responses=responses, rounds=rounds))


def said(text: str, kind: str = "Child", *, publish: bool = True) -> Response:
    answers = {"Q1": reply("Yes", "Yes"), "Q2": reply(text)}
    return replace(response(answers, kind), publish=publish)


def silent(kind: str = "Child", answer: str = "Yes") -> Response:
    return response({"Q1": reply(answer, answer), "Q2": None}, kind)


def feedback_of(figures: Figures) -> FeedbackFigures:
    return figures.feedback["2016-17"]


def test_published_words_stand_without_their_kind_where_its_number_is_hidden() -> None:
    people = (*(said(f"C{n}") for n in range(3)), *(silent() for _ in range(6)))
    others = (*(said(f"P{n}", "Partner") for n in range(4)), *(silent("Partner") for _ in range(6)))
    figures = asked(*people, *others)
    text = told(figures)
    split = feedback_of(figures).by_respondent
    assert split is not None
    assert split["Child"]["Q2"].answered is HIDDEN
    assert "> C0" in text
    assert "C0 – child" not in text


def test_published_words_stand_with_their_kind_where_its_number_is_shown() -> None:
    people = (*(said(f"C{n}") for n in range(7)), *(silent() for _ in range(6)))
    others = (*(said(f"P{n}", "Partner") for n in range(7)), *(silent("Partner") for _ in range(6)))
    assert "> C0 – child" in told(asked(*people, *others))


def test_it_is_not_told_how_many_there_are_of_the_words_that_are_quoted() -> None:
    text = told(asked(*(said(f"C{n}") for n in range(9))))
    assert "(some of them; all in the appendix)" in text
    assert "of 9, all in the appendix" not in text


def test_words_that_are_not_published_leave_no_empty_quotation() -> None:
    figures = asked(*(said(f"C{n}", publish=n == 0) for n in range(7)))
    quotes = [b for b in blocks_of(figures, "feedback-2016-17") if isinstance(b, Quotes)]
    assert [block.items for block in quotes] == [("C0 – child",)]


def test_hidden_numbers_of_respondents_are_named_as_such() -> None:
    people = (*(silent() for _ in range(3)), *(silent("Partner") for _ in range(4)))
    text = told(asked(*people, *(silent("Parent/carer") for _ in range(9))))
    assert "16 responses: 9 parents or carers, how many children and partners is not shown." in text


def test_a_question_of_which_the_positive_answers_are_hidden_is_not_on_the_first_page() -> None:
    hidden = asked(*(silent() for _ in range(8)), silent(answer="No"))
    assert not any("positively" in sentence for sentence in build_report(hidden).opening)
    shown = asked(*(silent() for _ in range(8)))
    assert any("8 of 8 answered" in sentence for sentence in build_report(shown).opening)


def test_answers_of_peoples_own_that_are_not_published_stand_in_the_chart_alone() -> None:
    own = response({"Q1": reply("Ask my mother"), "Q2": None}, "Child")
    figures = asked(own, *(silent() for _ in range(8)))
    assert "Other answers" not in told(figures)
    spoken = asked(replace(own, publish=True), *(silent() for _ in range(8)))
    assert "‘Ask my mother’" in told(spoken)


# The workbook of tables


def test_a_hidden_share_stands_in_three_columns_like_any_other() -> None:
    columns = value_columns(
        Table(
            "Caption",
            (Column("Team"), Column("Good", is_number=True)),
            (("N", "7 of 14 (50%)"), ("S", "[c] of 12"), ("W", "[c]")),
        )
    )
    assert [[value.content for value in column.values] for column in columns[1:]] == [
        [7, SYMBOL, SYMBOL],
        [14, 12, SYMBOL],
        [0.5, SYMBOL, SYMBOL],
    ]


def test_a_column_of_hidden_counts_stays_one_column() -> None:
    columns = value_columns(
        Table("Caption", (Column("Team"), Column("Good", is_number=True)), (("N", "[c]"),))
    )
    assert len(columns) == 2


def test_the_workbook_explains_the_symbol_on_its_cover_and_among_the_symbols() -> None:
    files = render(small_council(), ("xlsx",))
    book = openpyxl.load_workbook(io.BytesIO(next(iter(files.values()))))
    cover = [str(row[0].value) for row in book["Cover"].iter_rows()]
    assert any(line.startswith("Public edition. [c]: The number is not shown") for line in cover)
    assert SYMBOL in [row[0].value for row in book["Symbols"].iter_rows()]


def test_an_internal_workbook_lists_no_symbol_for_hidden_numbers() -> None:
    files = render(analysed(data_set(audits("GGR"))), ("xlsx",))
    book = openpyxl.load_workbook(io.BytesIO(next(iter(files.values()))))
    assert SYMBOL not in [row[0].value for row in book["Symbols"].iter_rows()]
