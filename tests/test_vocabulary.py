"""The words in use: the scale, lists and aliases."""

from __future__ import annotations

import pytest

from auditreport.reading.dataset import Scale
from auditreport.reading.raw import CellValue, ErrorValue, Uncalculated
from auditreport.reading.values import Finding
from auditreport.reading.vocabulary import DEFAULT_SCALE, Vocabulary

OFSTED = Vocabulary()
OWN = Vocabulary(Scale(("Strong", "Good", "Weak"), ("Strong", "Good"), DEFAULT_SCALE.not_judged))


@pytest.mark.parametrize(
    ("cell", "judgement"),
    [
        ("Good", "Good"),
        (" good\u00a0", "Good"),
        ("requires  improvement", "Requires Improvement"),
        ("Requires improvement to be good", "Requires Improvement"),
        ("O", "Outstanding"),
        ("RI", "Requires Improvement"),
        ("rig", "Requires Improvement"),
        ("I", "Inadequate"),
        ("Inad", "Inadequate"),
        (1, "Outstanding"),
        (2.0, "Good"),
        ("4", "Inadequate"),
        ("N/A", "N/A"),
        ("Not applicable", "N/A"),
        ("-", "N/A"),
        ("Not recorded", "Not recorded"),
        (None, None),
        ("\u200b ", None),
    ],
)
def test_a_judgement_is_read_in_each_of_its_forms(cell: CellValue, judgement: str | None) -> None:
    assert OFSTED.judgement_reader()[cell] == judgement


@pytest.mark.parametrize("cell", ["Good?", "Yes", 5, 0, 2.5, "Requires", "nan", "None"])
def test_any_other_word_is_an_unknown_judgement(cell: CellValue) -> None:
    found = OFSTED.judgement_reader()[cell]

    assert isinstance(found, Finding)
    assert (found.value, found.code) == (None, "unknown-judgement")


def test_an_unknown_judgement_names_the_one_that_was_probably_meant() -> None:
    found = OFSTED.judgement_reader()["Requires Improvment"]

    assert isinstance(found, Finding)
    assert found.facts["nearest"] == "; did you mean 'Requires Improvement'?"


def test_true_is_not_the_number_one() -> None:
    assert isinstance(OFSTED.judgement_reader()["TRUE"], Finding)


@pytest.mark.parametrize(("cell", "is_known"), [("G", True), ("RI", False), (2, False)])
def test_the_ofsted_aliases_hold_for_the_words_that_a_scale_has(
    cell: CellValue, is_known: bool
) -> None:
    assert (OWN.judgement_reader()[cell] == "Good") is is_known


@pytest.mark.parametrize(
    ("cell", "code"), [(ErrorValue("#REF!"), "error-value"), (Uncalculated(), "not-calculated")]
)
def test_an_error_value_and_an_uncalculated_formula_are_findings(
    cell: CellValue, code: str
) -> None:
    assert OFSTED.judgement_reader()[cell] == Finding(None, code)


def test_a_value_outside_a_list_that_the_council_gave_is_a_warning_with_the_nearest() -> None:
    teams = Vocabulary(lists={"Teams": ("North", "South")}).list_reader("Teams", "Not recorded")

    found = teams["Nort"]

    assert isinstance(found, Finding)
    assert (found.value, found.code) == ("Nort", "not-in-list")
    assert found.facts["nearest"] == "; did you mean 'North'?"
    assert (teams["NORTH "], teams[None]) == ("North", "Not recorded")


def test_without_a_list_values_that_differ_in_capitals_alone_are_counted_as_one() -> None:
    teams = OFSTED.list_reader("Teams")

    assert teams["North"] == "North"
    assert teams["north"] == Finding("North", "spelling-differs", {"known": "North"})


def test_a_councils_alias_is_the_value_that_it_means() -> None:
    words = Vocabulary(aliases={"Judgements": {"nan": "Not recorded"}, "Teams": {"n": "North"}})

    assert words.judgement_reader()["nan"] == "Not recorded"
    assert words.list_reader("Teams")["N"] == "North"
