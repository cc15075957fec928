"""What an attacker who knows the documents gets out of public editions: nothing that is hidden."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from attacker import attack, find_protected, read_published
from councils import make_council, until
from editions import as_tree, count_all, publish_council, publish_proved
from page_facts import Told
from public_forms import Files, find_figures, read_html
from published import SYMBOL, Published
from published_counts import PublishedCounts
from records import analysed, narrative
from unknowns import Contradiction, Key, Search, Unknowns

from auditreport.analysis.figures_json import figures_json
from auditreport.rendering import render

Tree = Mapping[str, Any]
_REFERRED = {"periods", "thematic", "feedback"}

# Councils that hide counts up to 1 or 2 stand here too; the other half is the usual policy. The
# last one's report is of the first quarter, and counts in the year what came after it.
SEEDS = (*range(25), 1114)


@cache
def make_files(seed: int) -> Files:
    """Return the page and figures.json of a random council's edition, which passed its proof."""
    return render(publish_proved(make_council(seed)).figures, ("html",))


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_hidden_is_recovered_from_the_page_and_figures_of_a_random_council(
    seed: int,
) -> None:
    council = make_council(seed)
    public, told = find_figures(make_files(seed)), read_html(make_files(seed))
    protect = council.settings.protect_judgements
    assert attack(public, count_all(council), protect=protect, told=told) == []


@pytest.mark.parametrize("seed", range(15))
def test_what_the_attacker_takes_for_known_of_an_edition_is_true(seed: int) -> None:
    published = read_published(find_figures(make_files(seed)))
    known = Published(count_all(make_council(seed)))
    for key in published.unknowns.keys - dict.fromkeys(_list_reasons(published)).keys():
        published.unknowns.equal(key, known.name(key))
    for part in published.unknowns.split():
        assert Search(part).find({}) is not None


def _list_reasons(published: Published) -> Iterator[Key]:
    """Yield the counts of all reasons together, which stand under the name of one of them."""
    yield from (key for key in published.unknowns.keys if "reasons" in key)


def test_the_attacker_recovers_what_a_page_tells_beyond_the_figures() -> None:
    public, internal = find_figures(make_files(1)), count_all(make_council(1))
    wanted = find_protected(read_published(public), Published(internal), protect=False)
    path = next(path for path, count in wanted.items() if count == path and "profile" in path)
    told = [Told((path,), None, str(Published(internal).count(*path)))]
    assert path in {found.path for found in attack(public, internal, told=told)}


def test_a_page_that_says_another_number_than_the_figures_is_noticed() -> None:
    first, *others = (told for told in read_html(make_files(1)) if told.text.isdigit())
    published = read_published(find_figures(make_files(1)))
    assert published.hear(others) == []
    with pytest.raises(Contradiction):
        published.hear([replace(first, text=str(int(first.text) + 1))])


@pytest.mark.parametrize("seed", range(30))
def test_every_relation_that_the_attacker_uses_holds_where_all_is_shown(seed: int) -> None:
    published = read_published(as_tree(analysed(make_council(seed), None)))
    assert all("[" in key[-1] for key in published.unknowns.keys)


def test_the_attacker_recovers_counts_where_only_the_small_ones_are_hidden() -> None:
    internal = as_tree(analysed(make_council(1), None))
    public = json.loads(json.dumps(internal))
    for period in public["periods"].values():
        for counts in period["profile"].values():
            small = {value: SYMBOL for value, count in counts.items() if 1 <= count <= 3}
            counts |= small
    assert attack(public, internal)


def test_values_are_narrowed_to_all_whole_numbers_that_fit() -> None:
    unknowns = Unknowns()
    unknowns.add_up(4, [("a",), ("b",)])
    unknowns.relate([(2, ("c",)), (-1, ("a",))])
    assert Search(unknowns).narrow(("c",)) == {0, 1, 2}
    assert Search(unknowns, {("a",), ("b",)}).narrow(("c",)) == {1}


def test_editions_of_a_year_give_nothing_away_when_they_are_joined() -> None:
    council = replace(make_council(8), thematic=(), responses=())
    editions: list[Tree] = []
    for quarter in ("Q1", "Q2", "Q3", "Q4"):
        editions.append(as_tree(publish_proved(until(council, quarter), editions).figures))
    *earlier, last = editions
    internal = count_all(until(council, "Q4"))
    assert attack(last, internal, earlier=earlier) == []


@pytest.mark.parametrize("seed", [1, 8, 10])
def test_a_reference_to_any_count_prints_what_figures_json_shows_of_it(seed: int) -> None:
    council, internal = make_council(seed), Published(count_all(make_council(seed)))
    paths = [path for path in internal.leaves((), internal.figures) if path[0] in _REFERRED]
    lines = "\n".join(f"{number}: {{{{ {'.'.join(p)} }}}}." for number, p in enumerate(paths))
    text = replace(narrative(lines), publish=True)
    public = as_tree(publish_council(replace(council, narrative=(text,))).figures)
    (printed,) = (found["text"].splitlines() for found in public["narrative"])
    shown = PublishedCounts({**public, "joined_bands": None})
    assert len(printed) == len(paths)
    told = {path: line.partition(": ")[2] for path, line in zip(paths, printed, strict=True)}
    assert told == {path: _print(shown.count(*path), told[path]) for path in paths}
    assert "[c]." in told.values()


def _print(count: object, told: str) -> str:
    """Return what a reference prints; of a count that is left out nothing, or that it is hidden."""
    if count is None:
        return told if told in (".", f"{SYMBOL}.") else "nothing"
    return f"{count:,}." if isinstance(count, int) else f"{SYMBOL}."


def test_symbols_stand_where_numbers_stood_and_nowhere_else() -> None:
    public, internal = find_figures(make_files(1)), as_tree(analysed(make_council(1), None))
    hidden = [path for path in _find_symbols(public, ()) if "reasons" not in path]
    assert hidden
    assert {type(_follow(internal, path)) for path in hidden} <= {int, float, type(None)}


def test_a_public_edition_holds_no_sources_and_no_action_and_only_numbers_of_problems() -> None:
    public = find_figures(make_files(1))
    assert (public["sources"], public["actions"]["items"]) == ([], [])
    assert all(isinstance(count, int) for count in public["problems"].values())


def test_a_public_edition_is_the_same_bytes_each_time() -> None:
    first, second = (publish_council(make_council(8)).figures for _ in range(2))
    assert figures_json(first) == figures_json(second)


def test_internal_figures_are_untouched_by_a_public_edition() -> None:
    council = make_council(8)
    before = figures_json(analysed(council, None))
    publish_council(council)
    assert figures_json(analysed(council, None)) == before


def _find_symbols(node: object, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    if isinstance(node, (Mapping, list)):
        items = node.items() if isinstance(node, Mapping) else enumerate(node)
        for step, value in items:
            yield from _find_symbols(value, (*path, step))
    elif node == SYMBOL:
        yield path


def _follow(node: Any, path: tuple[str | int, ...]) -> object:
    for step in path:
        node = node.get(step) if isinstance(node, Mapping) else node[step]
    return node
