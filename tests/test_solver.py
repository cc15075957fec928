"""What whole numbers counts can be, on sums that can be worked out by hand."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from auditreport.analysis.disclosure.solver import CountSolver, Row

X, Y = ("x",), ("y",)


def solver(total: int, factors: tuple[int, int], truth: tuple[int, int]) -> CountSolver:
    """Return what knows that so many x and y make a total, and nothing else of either."""
    terms: Mapping[tuple[str, ...], float] = dict(zip((X, Y), map(float, factors), strict=True))
    found = CountSolver(dict(zip((X, Y), truth, strict=True)), [Row(terms, total, total)])
    for key in (X, Y):
        found.forget(key, 0)
    return found


@pytest.mark.parametrize(
    ("total", "truth", "xs", "ys"),
    [
        (7, (2, 1), (2,), (1,)),  # 2x + 3y = 7, and x is not 3½
        (13, (2, 3), (2, 5), (1, 3)),
        (12, (3, 2), (0, 3, 6), (0, 2, 4)),
    ],
)
def test_values_are_whole_numbers_where_fractions_reach_further(
    total: int, truth: tuple[int, int], xs: tuple[int, ...], ys: tuple[int, ...]
) -> None:
    made = solver(total, (2, 3), truth)
    assert made.find_values(X, 3) == xs
    assert made.find_values(Y, 3) == ys


def test_no_more_values_are_looked_for_than_are_enough() -> None:
    assert solver(9, (1, 1), (4, 5)).find_values(X, 2) == (0, 4)


def test_what_is_learnt_holds_until_it_is_forgotten() -> None:
    made = solver(9, (1, 1), (4, 5))
    made.learn(Y, 5)
    assert made.find_values(X, 3) == (4,)
    made.forget(Y, 8)
    assert made.find_values(X, 3) == (0, 1)


def test_the_solver_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    solver(13, (2, 3), (2, 3)).find_values(X, 3)
    assert capfd.readouterr() == ("", "")
