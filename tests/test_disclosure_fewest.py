"""How few counts any choice could hide, beside what trying every choice finds."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_ledgers import one_row, table

from auditreport.analysis.disclosure import fewest
from auditreport.analysis.disclosure.attack import Attack
from auditreport.analysis.disclosure.fewest import count_fewest
from auditreport.analysis.disclosure.ledger import Key, Ledger
from auditreport.analysis.disclosure.suppression import Suppression, suppress
from auditreport.analysis.figures_json import Plain

LIMIT = 5
counts = st.one_of(st.just(0), st.integers(1, 6), st.integers(7, 30))


def bound(ledger: Ledger, suppression: Suppression) -> int:
    return count_fewest(ledger, suppression, LIMIT, lambda key: key)


def is_enough(ledger: Ledger, hidden: set[Key], small: list[Key]) -> bool:
    attack = Attack(ledger)
    for key in hidden:
        attack.hide(key)
    return not any(attack.find_exposed(small))


def try_all(ledger: Ledger, suppression: Suppression) -> int:
    """Return the least number of counts that keep the small ones, trying every choice of them."""
    small = [key for key in ledger.protected if 1 <= ledger.values[key] <= LIMIT]
    kept = [key for key in small if key not in suppression.told]
    others = [key for key in ledger.protected if key not in small]
    sizes = range(len(others) + 1)
    choices = ({*small, *more} for size in sizes for more in combinations(others, size))
    return next(len(hidden) for hidden in choices if is_enough(ledger, hidden, kept))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(counts, min_size=3, max_size=3), min_size=1, max_size=2))
def test_no_choice_hides_fewer_than_the_bound(rows: list[list[int]]) -> None:
    ledger = table(rows)
    if any(1 <= count <= LIMIT for row in rows for count in row):
        found = suppress(ledger, LIMIT)
        assert bound(ledger, found) <= try_all(ledger, found) <= len(found.hidden)


@pytest.mark.parametrize(
    ("rows", "fewest"),
    [
        ([[12, 30, 9]], 0),
        ([[3, 40, 9], [12, 30, 9]], 4),
        ([[3, 40, 9], [40, 4, 9]], 4),
    ],
)
def test_the_bound_of_a_small_table_is_what_trying_all_finds(
    rows: list[list[int]], fewest: int
) -> None:
    ledger = table(rows)
    found = suppress(ledger, LIMIT)
    assert bound(ledger, found) == try_all(ledger, found) == fewest


@pytest.mark.parametrize(
    "rows",
    [
        [[8, 8, 5], [1, 1, 0], [30, 0, 2]],
        [[12, 0, 3], [6, 8, 1], [9, 12, 1]],
        [[0, 20, 1], [3, 3, 6]],
        [[0, 6, 1], [8, 0, 30]],
    ],
)
def test_no_more_is_hidden_than_the_bound_where_a_value_stands_only_where_it_is_counted(
    rows: list[list[int]],
) -> None:
    ledger = table(rows)
    ledger.count_only_if_found([("cell", "0 0")])
    found = suppress(ledger, LIMIT)
    assert bound(ledger, found) == len(found.hidden)


def test_where_zeros_have_to_be_hidden_the_bound_may_be_less_than_what_is_hidden() -> None:
    ledger = table([[0, 0, 0], [1, 2, 2]])
    found = suppress(ledger, LIMIT)
    assert (bound(ledger, found), len(found.hidden)) == (3, 6)


def test_the_bound_counts_what_keeps_a_number_that_is_printed_nowhere() -> None:
    goods: dict[str, dict[str, int]] = {
        "North": {"count": 1, "base": 8},
        "South": {"count": 5, "base": 6},
    }
    totals = {"count": 6, "base": 14}
    ledger = Ledger({"good": goods, "total": totals})  # type: ignore[dict-item]
    for step in totals:
        ledger.fix_count(("total", step), "the totals")
    for name, good in goods.items():
        count, base = (
            ledger.print_count(("good", name, step), "the groups", protect=True) for step in totals
        )
        rest = good["base"] - good["count"]
        less = ledger.imply_count(("good", name, "less"), rest, "the groups", protect=True)
        ledger.add_sum(base, [count, less])
    for step in totals:
        ledger.add_sum(("total", step), [("good", name, step) for name in goods])

    assert bound(ledger, suppress(ledger, LIMIT)) == 2


@pytest.mark.parametrize(
    ("row", "fewest"),
    [
        ((3, 40, 9), 2),
        ((2, 4, 9, 40), 2),
        ((1, 1, 9), 3),  # two ones are 1 at least each, so that their sum would tell both
        ((1, 2, 0, 0), 3),  # beside a zero that is hidden, each may be 0
        ((1, 2), 2),  # nothing can keep these
        ((5, 5, 9), 2),
        ((9, 4, 0), 2),
    ],
)
def test_the_bound_knows_that_what_is_hidden_is_no_zero(row: tuple[int, ...], fewest: int) -> None:
    ledger = one_row(*row)
    found = suppress(ledger, LIMIT)
    assert len(found.hidden) == fewest
    assert bound(ledger, found) == fewest


def test_what_was_hidden_before_is_hidden_by_every_choice() -> None:
    ledger = one_row(12, 14, 30)
    assert bound(ledger, suppress(ledger, LIMIT, frozenset({("cell", "1")}))) == 1


def test_tables_that_share_no_count_are_added_up() -> None:
    cells: dict[str, Plain] = {"a": 3, "b": 40, "c": 4, "d": 50}
    ledger = Ledger({"cell": cells, "total": {"first": 43, "second": 54}})
    for total, parts in (("first", "ab"), ("second", "cd")):
        keys = [ledger.print_count(("cell", part), total, protect=True) for part in parts]
        ledger.add_sum(ledger.fix_count(("total", total), "the totals"), keys)

    assert bound(ledger, suppress(ledger, LIMIT)) == 4


def test_counts_of_one_name_are_counted_once() -> None:
    ledger = one_row(3, 40, 9)
    assert count_fewest(ledger, suppress(ledger, LIMIT), LIMIT, lambda _: "the row") == 1


@pytest.mark.parametrize("row", [(1, 0, 9), (5, 1, 30)])
def test_two_are_hidden_where_one_of_them_is_never_zero(row: tuple[int, ...]) -> None:
    ledger = one_row(*row)
    ledger.count_only_if_found([("cell", "0")])
    found = suppress(ledger, LIMIT)
    assert bound(ledger, found) == len(found.hidden) == 2


@pytest.mark.parametrize(("work", "found"), [(3, 1), (4, 2)])
def test_the_bound_is_less_where_to_look_further_would_be_too_much_work(
    work: int, found: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = one_row(3, 40, 9)  # one small count among four: each look at it is 4 of the work
    monkeypatch.setattr(fewest, "_MOST_WORK", work)
    assert bound(ledger, suppress(ledger, LIMIT)) == found
