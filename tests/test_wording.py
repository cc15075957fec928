"""Sentences made of figures: as a person would write them, and never more than they carry."""

import locale
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import analysed, audits, data_set, good

from auditreport.analysis.changes import build_change
from auditreport.analysis.figures import Distribution, Verdict
from auditreport.rendering.wording import (
    VERDICTS,
    change_sentence,
    count_of,
    format_date,
    format_span,
    interval_of,
    join_words,
    judgement_sentence,
    noun_for,
    share_of,
    with_percent,
)


def judged(letters: str) -> Distribution:
    return analysed(data_set(audits(letters))).periods["Q1"].overall


def sentence(letters: str) -> str:
    return judgement_sentence(judged(letters), "completed")


def test_judgements_are_told_as_in_an_annual_report() -> None:
    assert sentence("O" + "G" * 7 + "R" * 12 + "I") == (
        "Of the 21 audits completed, 1 (5%) was Outstanding, 7 (33%) were Good, 12 (57%) were "
        "Requires Improvement and 1 (5%) was Inadequate."
    )


def test_judgements_that_nobody_gave_are_left_out() -> None:
    assert sentence("G" * 6 + "R" * 4) == (
        "Of the 10 audits completed, 6 (60%) were Good and 4 (40%) were Requires Improvement."
    )


def test_below_a_base_of_ten_a_sentence_has_no_percentages() -> None:
    assert sentence("GGGGGGGRR") == (
        "Of the 9 audits completed, 7 were Good and 2 were Requires Improvement."
    )


@pytest.mark.parametrize(
    ("letters", "said"),
    [
        ("GGG", "All 3 audits completed were Good."),
        ("G", "The one audit completed was Good."),
        ("", "No audits were completed."),
        ("-", "The one audit completed was not given an overall judgement."),
        ("--", "None of the 2 audits completed was given an overall judgement."),
        (
            "GGR-",
            "Of the 4 audits completed, 3 were given an overall judgement: "
            "2 were Good and 1 was Requires Improvement.",
        ),
        ("GG-", "Of the 3 audits completed, 2 were given an overall judgement: 2 were Good."),
        ("G-", "Of the 2 audits completed, 1 was given an overall judgement: 1 was Good."),
    ],
)
def test_few_alike_or_not_judged_reads_well(letters: str, said: str) -> None:
    assert sentence(letters) == said


@given(st.text(alphabet="OGRI-", min_size=1, max_size=30))
def test_the_counts_in_a_sentence_are_those_of_the_figures(letters: str) -> None:
    overall = judged(letters)
    text = judgement_sentence(overall, "completed")
    for name, count in overall.counts.items():
        told = f" {'was' if count == 1 else 'were'} {name}"
        assert (told in text) == bool(count) or overall.n == 1 or len(set(letters)) == 1
    assert "%" not in text or overall.n >= 10
    assert text.endswith(".")
    assert "  " not in text


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_has_its_words(verdict: Verdict) -> None:
    assert VERDICTS[verdict]


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
def test_a_change_is_called_better_or_worse_only_where_the_verdict_says_so(
    a: int, b: int, c: int, d: int
) -> None:
    before, after = (min(a, b), max(a, b)), (min(c, d), max(c, d))
    change = build_change("Risk", ("Q1", good(*before)), ("Q2", good(*after)), 5)
    text = change_sentence(change, "Risk")
    assert ("better" in text) == (change.verdict is Verdict.BETTER)
    assert ("worse" in text) == (change.verdict is Verdict.WORSE)
    assert text.endswith(f"{VERDICTS[change.verdict]}.")


def test_a_change_gives_both_shares_with_their_bases() -> None:
    change = build_change("Risk", ("Q1", good(6, 15)), ("Q2", good(4, 8)), 5)
    assert change_sentence(change, "Risk") == (
        "Risk: 6 of 15 (40%) in Q1, 4 of 8 in Q2 – no clear change."
    )


def test_a_change_from_nothing_judged_is_too_few_to_say() -> None:
    change = build_change("Risk", ("Q1", good(0, 0)), ("Q2", good(9, 9)), 5)
    assert change_sentence(change, "Risk") == (
        "Risk: none judged in Q1, 9 of 9 in Q2 – too few to say."
    )


def test_a_share_names_its_base() -> None:
    assert share_of(good(22, 56)) == "22 of 56 (39%)"
    assert share_of(good(2, 9)) == "2 of 9"
    assert share_of(good(0, 0)) == "none judged"


def test_an_interval_that_is_undefined_is_a_dash() -> None:
    assert interval_of(27.4, 52.5) == "27.4% to 52.5%"
    assert interval_of(None, None) == "–"


def test_counts_agree_with_their_nouns() -> None:
    assert [count_of(n, "audit") for n in (0, 1, 2, 1200)] == [
        "0 audits",
        "1 audit",
        "2 audits",
        "1,200 audits",
    ]
    assert count_of(2, "person", "people") == "2 people"


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("cases", "case"),
        ("children", "child"),
        ("looked after children", "looked after child"),
        ("families", "family"),
        ("supervision records", "supervision record"),
        ("people", "person"),
        ("staff", "staff"),
    ],
)
def test_a_plural_noun_becomes_singular_after_one(plural: str, singular: str) -> None:
    assert (noun_for(1, plural), noun_for(2, plural)) == (singular, plural)


def test_words_are_joined_with_and() -> None:
    assert [join_words("abc"[:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]


def test_a_percentage_stands_from_a_base_of_ten() -> None:
    assert with_percent(7, 33, 21) == "7 (33%)"
    assert with_percent(7, 78, 9) == "7"
    assert with_percent(0, None, 0) == "0"


def test_dates_are_english_in_any_locale() -> None:
    before = locale.setlocale(locale.LC_TIME)
    try:
        for name in ("de_DE.UTF-8", "fr_FR.UTF-8", "cy_GB.UTF-8"):
            with suppress(locale.Error):  # a computer need not have these
                locale.setlocale(locale.LC_TIME, name)
            assert format_date(date(2017, 3, 31)) == "31 March 2017"
    finally:
        locale.setlocale(locale.LC_TIME, before)
    assert format_date(date(2017, 8, 7)) == "7 August 2017"
    assert format_date(date(2017, 3, 31)) == "31 March 2017"


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2016, 8, 1), date(2016, 8, 31), "August 2016"),
        (date(2016, 5, 1), date(2016, 7, 31), "May to July 2016"),
        (date(2016, 11, 1), date(2017, 1, 31), "November 2016 to January 2017"),
        (date(2016, 8, 4), date(2016, 8, 4), "4 August 2016"),
    ],
)
def test_a_span_of_time_is_told_shortly(start: date, end: date, said: str) -> None:
    assert format_span(start, end) == said
