"""How names and words are compared, and how lists of them are put into sentences."""

from __future__ import annotations

import pytest

from auditreport.reading.matching import (
    clean_lines,
    count_rows,
    did_you_mean,
    find_nearest,
    list_words,
)

SCALE = ("Outstanding", "Good", "Requires Improvement", "Inadequate")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("One.\rTwo.", "One.\nTwo."),
        ("One.\r\nTwo.", "One.\nTwo."),
        ("\n \n One.\n\n Two. \n", "One.\n\nTwo."),
        ("X One. X\n", "X One. X"),
        ("\rOne.", "One."),
    ],
)
def test_a_text_of_lines_is_trimmed_and_so_is_each_line(text: str, lines: str) -> None:
    assert clean_lines(text) == lines


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("Outstandin", "Outstanding"),
        ("Req Impr.", "Requires Improvement"),
        ("Req Improvement", "Requires Improvement"),
        ("Re Im", None),
        ("Xreq Imprx", None),
        ("Req", None),
    ],
)
def test_a_name_cut_short_word_by_word_is_near(word: str, meant: str | None) -> None:
    assert find_nearest(word, SCALE) == meant


def test_letters_that_changed_places_are_near_from_four_letters_on() -> None:
    assert find_nearest("Dtae", ["Date"]) == "Date"
    assert find_nearest("Aeg", ["Age"]) is None
    assert find_nearest("Etad", ["Date"]) is None


def test_what_a_name_cut_short_could_mean_twice_it_does_not_mean() -> None:
    assert find_nearest("Ser Are", ["Service area", "Series areas"]) is None


def test_what_was_meant_is_asked_or_all_that_is_expected_is_named() -> None:
    assert did_you_mean("Godo", SCALE) == "; did you mean 'Good'?"
    assert did_you_mean("Fine", SCALE) == (
        "; expected Outstanding, Good, Requires Improvement or Inadequate"
    )
    assert did_you_mean("Fine", ()) == ""


def test_words_are_joined_for_a_sentence_and_of_many_the_first_are_named() -> None:
    assert [list_words(["a", "b", "c"][:n]) for n in range(4)] == ["", "a", "a or b", "a, b or c"]
    assert list_words(["a", "b"], "and") == "a and b"
    assert list_words("abcdefgh") == "a, b, c, d, e, f, g or h"
    assert list_words("abcdefghij") == "a, b, c, d, e, f, g, h and 2 more"


@pytest.mark.parametrize(
    ("count", "words"), [(1, "1 row is"), (0, "0 rows are"), (3, "3 rows are"), (2, "2 rows are")]
)
def test_a_count_has_the_noun_and_the_verb_of_its_number(count: int, words: str) -> None:
    assert count_rows(count) == words
