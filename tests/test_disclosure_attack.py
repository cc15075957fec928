"""What an attacker who knows the documents gets out of public editions: nothing that is hidden."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, cast

import pytest
from attacker import attack, read_published
from councils import make_council, until
from published import SYMBOL
from records import action, analysed, narrative, schedule_entry
from unknowns import Search, Unknowns

from auditreport.analysis.figures import Figures
from auditreport.analysis.figures_json import figures_json
from auditreport.analysis.publishing import publish
from auditreport.publishing import prove
from auditreport.reading import Reading
from auditreport.reading.dataset import Audit, DataSet, ThematicCase
from auditreport.rendering import FORMATS, render

Tree = Mapping[str, Any]

# Councils that hide counts up to 1 or 2 stand here too; the other half is the usual policy.
SEEDS = range(25)
MARKS = tuple(f"Zq{letter}xj" for letter in "ABCDEFGHIJKLMNOP")


def as_tree(figures: Figures) -> Tree:
    return cast("Tree", json.loads(figures_json(figures)))


def make_public(council: DataSet, earlier: Sequence[Tree] = ()) -> Figures:
    """Return the figures of a public edition that passed its proof."""
    edition = publish(Reading(council, ()), tool="auditreport 0.1.0", earlier=earlier)
    prove(edition, {"x.figures.json": figures_json(edition.figures).encode()})
    return edition.figures


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_hidden_is_recovered_from_a_random_council(seed: int) -> None:
    council = make_council(seed)
    public, internal = as_tree(make_public(council)), as_tree(analysed(council, None))
    assert attack(public, internal, protect=council.settings.protect_judgements) == []


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
        editions.append(as_tree(make_public(until(council, quarter), editions)))
    *earlier, last = editions
    internal = as_tree(analysed(until(council, "Q4"), None))
    assert attack(last, internal, earlier=earlier) == []


def test_symbols_stand_where_numbers_stood_and_nowhere_else() -> None:
    council = make_council(1)
    public, internal = as_tree(make_public(council)), as_tree(analysed(council, None))
    hidden = [path for path in _find_symbols(public, ()) if "reasons" not in path]
    assert hidden
    assert {type(_follow(internal, path)) for path in hidden} <= {int, float, type(None)}


def test_a_public_edition_holds_no_sources_and_no_action_and_only_numbers_of_problems() -> None:
    public = as_tree(make_public(make_council(1)))
    assert (public["sources"], public["actions"]["items"]) == ([], [])
    assert all(isinstance(count, int) for count in public["problems"].values())


def test_a_public_edition_is_the_same_bytes_each_time() -> None:
    first, second = (make_public(make_council(11)) for _ in range(2))
    assert figures_json(first) == figures_json(second)


def test_internal_figures_are_untouched_by_a_public_edition() -> None:
    council = make_council(11)
    before = figures_json(analysed(council, None))
    make_public(council)
    assert figures_json(analysed(council, None)) == before


def test_no_file_of_any_form_holds_private_text() -> None:
    files = render(make_public(_mark_all(make_council(9))), tuple(FORMATS))
    found = {name for name, data in files.items() for part in _open(data) if _is_marked(part)}
    assert found == set()


def test_an_internal_report_of_the_same_council_holds_the_private_text() -> None:
    files = render(analysed(_mark_all(make_council(9)), None), ("html",))
    assert any(_is_marked(part) for data in files.values() for part in _open(data))


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


def _open(data: bytes) -> Iterator[bytes]:
    """Yield what a file holds: the parts of a package, or the text of any other."""
    yield data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            yield from (package.read(name) for name in package.namelist())


def _is_marked(data: bytes) -> bool:
    return any(mark.casefold().encode() in data.lower() for mark in MARKS)


def _mark_all(council: DataSet) -> DataSet:
    """Return a council with a mark in everything that no public edition may hold."""
    day = date(2016, 4, 1)
    return replace(
        council,
        audits=tuple(_mark_audit(found, row) for row, found in enumerate(council.audits)),
        thematic=tuple(
            replace(theme, auditor=MARKS[7], cases=tuple(map(_mark_case, theme.cases)))
            for theme in council.thematic
        ),
        responses=tuple(
            replace(
                row,
                publish=False,
                audit_ref=MARKS[10],
                replies={
                    code: reply if reply is None or reply.offered else replace(reply, text=MARKS[0])
                    for code, reply in row.replies.items()
                },
            )
            for row in council.responses
        ),
        actions=(action(text=MARKS[11], owner=MARKS[12], outcome=MARKS[13], due=day),),
        narrative=(narrative(MARKS[14]),),
        schedule=(schedule_entry(day, day, note=MARKS[15], publish=False),),
    )


def _mark_audit(audit: Audit, row: int) -> Audit:
    return replace(
        audit,
        ref=f"{MARKS[1]}{row}",
        case_ref=MARKS[2],
        auditors=(MARKS[3],),
        moderator=MARKS[4],
        action_taken=MARKS[5],
        strengths=MARKS[6],
        areas_for_development=MARKS[6],
        immediate_concern=True,
    )


def _mark_case(case: ThematicCase) -> ThematicCase:
    found = {
        item: replace(mark, reason=mark.reason and MARKS[8]) for item, mark in case.evidence.items()
    }
    return replace(case, label=MARKS[9], observation=MARKS[9], evidence=found)
