"""Bars: a chart and its table from the same counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import analysed, audits, data_set

from auditreport.analysis.figures import EvidenceItem, ScaleNames
from auditreport.rendering.blocks import BarRow, Bars, Tone
from auditreport.rendering.outline.bars import (
    answer_bars,
    count_bars,
    evidence_bars,
    good_label,
    judgement_bars,
)

SCALE = analysed(data_set(audits("G"))).scale


def bars_of(letters: str) -> Bars:
    overall = analysed(data_set(audits(letters))).periods["Q1"].overall
    return judgement_bars(SCALE, "id", "Caption", "Judgement", {"Overall": overall})


def test_a_bar_has_a_count_for_each_judgement_best_first() -> None:
    bars = bars_of("OGGRRRI")
    assert [tone.label for tone in bars.tones] == list(SCALE.judgements)
    assert bars.rows == (BarRow("Overall", (1, 2, 3, 1), ("3 of 7",)),)


def test_a_judgement_that_nobody_gave_keeps_its_column() -> None:
    assert bars_of("GG").rows[0].counts == (0, 2, 0, 0)


def test_what_was_not_judged_has_a_column_only_where_there_is_any() -> None:
    bars = bars_of("GG-")
    assert [tone.label for tone in bars.tones] == [*SCALE.judgements, "N/A"]
    assert bars.rows[0].counts == (0, 2, 0, 0, 1)


@given(st.text(alphabet="OGRI-", min_size=1, max_size=20))
def test_the_counts_of_a_bar_are_all_that_were_counted(letters: str) -> None:
    assert sum(bars_of(letters).rows[0].counts) == len(letters)


def test_a_description_says_what_a_few_bars_show() -> None:
    assert bars_of("OGG").description == "Overall: 1 Outstanding and 2 Good."


def test_a_description_of_many_bars_names_the_ends() -> None:
    rows = {
        f"Area {n}": analysed(data_set(audits("G" * n + "R" * (5 - n)))).periods["Q1"].overall
        for n in range(1, 6)
    }
    bars = judgement_bars(SCALE, "id", "Caption", "Area", rows)
    assert bars.description == "Good or better runs from 1 of 5 in Area 1 to 5 of 5 in Area 5."


def test_bars_of_nothing_say_so() -> None:
    empty = analysed(data_set(audits("G", "Q2"))).periods["Q1"].overall
    many = {f"Area {n}": empty for n in range(5)}
    assert judgement_bars(SCALE, "id", "C", "Area", many).description == "Nothing was judged."
    one = judgement_bars(SCALE, "id", "C", "Area", {"Area": empty})
    assert one.description == "Area: none."
    assert one.rows[0].after == ("none judged",)


@pytest.mark.parametrize(
    ("judgements", "good", "label"),
    [
        (("Outstanding", "Good", "Poor"), ("Outstanding", "Good"), "Good or better"),
        (("Met", "Partly met", "Not met"), ("Met",), "Met"),
        (("A", "B", "C", "D", "E"), ("C", "A", "B"), "C or better"),
    ],
)
def test_good_is_named_after_the_councils_scale(
    judgements: tuple[str, ...], good: tuple[str, ...], label: str
) -> None:
    assert good_label(ScaleNames(judgements, good, ())) == label


def test_evidence_keeps_its_base_beside_its_percentage() -> None:
    items = {"Seen": EvidenceItem(4, 1, 2, 3, 10, 40), "Plan": EvidenceItem(0, 0, 9, 1, 0, None)}
    bars = evidence_bars("id", "Caption", items, "All cases")
    assert bars.rows == (
        BarRow("Seen", (4, 1, 2, 3), ("4 of 10 (40%)",)),
        BarRow("Plan", (0, 0, 9, 1), ("none applied",)),
    )
    assert bars.note == "Percentages are of all cases."


def test_the_longest_count_fills_the_width() -> None:
    bars = count_bars("id", "Caption", "Team", {"North": 6, "South": 2, "West": 0}, "audits")
    assert [(row.counts[0], row.rest) for row in bars.rows] == [(6, 0), (2, 4), (0, 6)]


@pytest.mark.parametrize(
    ("noun", "label", "described"),
    [
        ("audits", "Audits", "A: 1 audit. B: 2 audits."),
        ("children", "Children", "A: 1 child. B: 2 children."),
        ("CIN plans", "CIN plans", "A: 1 CIN plan. B: 2 CIN plans."),
        (
            "supervision records",
            "Supervision records",
            "A: 1 supervision record. B: 2 supervision records.",
        ),
    ],
)
def test_counts_are_described_with_their_noun(noun: str, label: str, described: str) -> None:
    bars = count_bars("id", "Caption", "Team", {"A": 1, "B": 2}, noun)
    assert bars.tones == (Tone(label, "plain"),)
    assert bars.description == described


def test_answers_are_coloured_by_whether_they_are_positive() -> None:
    offered = [("Always", True), ("Sometimes", True), ("Never", False)]
    bars = answer_bars("id", "Caption", offered, [BarRow("Heard?", (3, 1, 0, 2, 4))])
    assert [(tone.label, tone.colour) for tone in bars.tones] == [
        ("Always", "positive-0"),
        ("Sometimes", "positive-1"),
        ("Never", "negative-2"),
        ("Another answer", "unjudged-0"),
        ("No answer", "unjudged-1"),
    ]
    assert bars.description == "Heard?: 3 Always, 1 Sometimes, 2 Another answer and 4 No answer."
