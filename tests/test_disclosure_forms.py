"""Every form of a public edition tells what its figures.json tells, and nothing more."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from councils import make_council
from editions import publish_council, render_twin
from page_tree import read_page
from public_forms import (
    Files,
    find_form,
    find_not_of_figures,
    find_other_tables,
    find_telling_lengths,
    find_telling_pictures,
)

from auditreport.rendering import FORMATS, render

ALL_FORMS = tuple(FORMATS)
SEEDS = (1, 8, 10)  # large with charts, with joined age bands, small with all judgements hidden
# Not every council has a twin that is soon found; these have.
WITH_TWIN = (0, 1, 5, 6, 7)


@cache
def make_files(seed: int, forms: tuple[str, ...] = ALL_FORMS) -> Files:
    return render(publish_council(make_council(seed)).figures, forms)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_form_can_be_drawn_by_who_has_figures_json_alone(seed: int) -> None:
    assert find_not_of_figures(make_files(seed), ALL_FORMS) == []


@pytest.mark.parametrize("seed", range(25))
def test_a_page_can_be_drawn_by_who_has_figures_json_alone(seed: int) -> None:
    assert find_not_of_figures(make_files(seed, ("html", "md")), ("html", "md")) == []


def test_a_page_that_shows_what_figures_json_does_not_is_found() -> None:
    files = make_files(1, ("html",))
    page = find_form(files, "html").replace(b"[c]", b"2", 1)
    told = {name: page if name.endswith("html") else data for name, data in files.items()}
    assert find_not_of_figures(told, ("html",)) == ["annual-report-2016-17.html"]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_tables_of_all_forms_are_those_of_the_page(seed: int) -> None:
    assert find_other_tables(make_files(seed)) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_no_bar_is_as_long_as_a_number_that_is_not_in_it(seed: int) -> None:
    page = read_page(find_form(make_files(seed), "html").decode())
    assert list(find_telling_lengths(page)) == []


def test_a_bar_of_another_length_than_its_number_is_found() -> None:
    page = find_form(make_files(1), "html").decode()
    assert "--n: 0" in page
    longer = read_page(page.replace("--n: 0", "--n: 3", 1))
    assert "--n: 3" in list(find_telling_lengths(longer))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_words_in_and_beside_pictures_tell_no_number_that_the_page_does_not(seed: int) -> None:
    assert list(find_telling_pictures(make_files(seed))) == []


@pytest.mark.parametrize("seed", WITH_TWIN)
def test_councils_that_differ_in_hidden_counts_alone_publish_the_same_bytes(seed: int) -> None:
    forms = ALL_FORMS if seed == WITH_TWIN[0] else ("html", "md")
    files = make_files(seed, forms)
    assert render_twin(make_council(seed), files, forms) == files


def test_councils_that_differ_in_a_shown_count_do_not() -> None:
    council = make_council(1)
    fewer = replace(council, audits=council.audits[1:])
    assert render(publish_council(fewer).figures, ("html",)) != make_files(1, ("html",))
