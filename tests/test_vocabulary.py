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
    ("name", "cell", "value"),
    [
        ("Audit statuses", "done", "Completed"),
        ("Audit statuses", "Not yet  returned", "Allocated"),
        ("Action statuses", "completed", "Complete"),
        ("Audit statuses", None, ""),
    ],
)
def test_a_value_of_a_fixed_list_is_read_by_its_other_names(
    name: str, cell: CellValue, value: str
) -> None:
    assert OFSTED.list_reader(name)[cell] == value


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


def test_a_councils_alias_of_what_is_not_judged_is_known() -> None:
    words = Vocabulary(aliases={"Not judged": {"awaited": "Not recorded"}})

    assert words.judgement_reader()["Awaited"] == "Not recorded"


def test_the_long_form_of_requires_improvement_on_a_scale_goes_by_the_short_one() -> None:
    long = "Requires improvement to be good"
    scale = Scale(("Outstanding", "Good", long, "Inadequate"), ("Good",), DEFAULT_SCALE.not_judged)
    words = Vocabulary(scale).judgement_reader()

    assert [words[cell] for cell in ("Requires Improvement", "RI", 3)] == [long] * 3


def test_the_numbers_hold_on_a_scale_of_all_ofsted_words_in_both_forms() -> None:
    every = ("Outstanding", "Good", "Requires Improvement", "Requires improvement to be good")
    words = Vocabulary(Scale((*every, "Inadequate"), every[:2], DEFAULT_SCALE.not_judged))

    assert words.judgement_reader()[4] == "Inadequate"


def test_a_value_outside_a_councils_list_is_told_with_the_line_that_maps_it() -> None:
    teams = Vocabulary(lists={"Teams": ("North", "South")}).list_reader("Teams")

    found = teams["Nort"]

    assert isinstance(found, Finding)
    assert (found.facts["list"], found.facts["taken"]) == ("Teams", "it counts as written")
    assert found.facts["hint"].endswith('\n[values.Teams]\nNort = "North"')


def test_a_value_that_is_near_none_of_a_list_has_no_line_that_maps_it() -> None:
    found = Vocabulary(lists={"Teams": ("North", "South")}).list_reader("Teams")["Weather"]

    assert isinstance(found, Finding)
    assert "hint" not in found.facts


def test_what_does_not_apply_is_so_in_every_list() -> None:
    given = Vocabulary(lists={"Teams": ("North",)})

    assert given.list_reader("Teams")["-"] == OFSTED.list_reader("Teams")["n/a"] == "N/A"


def test_without_a_list_each_value_is_known_by_its_first_spelling() -> None:
    teams = OFSTED.list_reader("Teams")

    assert [teams[cell] for cell in ("North", "South")] == ["North", "South"]


@pytest.mark.parametrize(("default", "taken"), [("Open", "Open"), ("", "blank")])
def test_a_choice_outside_a_fixed_list_counts_as_the_default(default: str, taken: str) -> None:
    statuses = OFSTED.choice_reader("Action statuses", default)

    found = statuses["Opne"]

    assert isinstance(found, Finding)
    assert (found.value, found.code) == (default, "not-in-list")
    assert found.facts["taken"] == f"it counts as {taken}"
    assert statuses[None] == statuses["N/A"] == default
