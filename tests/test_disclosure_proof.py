"""What the proof of an edition tells of a row whose total is shown, count by count."""

from __future__ import annotations

import pytest
from small_ledgers import one_row

from auditreport.analysis.disclosure.proof import find_told
from auditreport.analysis.figures_json import Plain


def told(row: tuple[int, ...], hidden: str) -> list[str]:
    """Return which counts of a row are told where those at some places are hidden."""
    cells: dict[str, Plain] = {
        str(place): "[c]" if str(place) in hidden else count for place, count in enumerate(row)
    }
    found = find_told(one_row(*row), {"cell": cells, "total": sum(row)}, 5)
    return [place for _, place in found]


@pytest.mark.parametrize("count", range(1, 6))
def test_a_small_count_that_is_hidden_alone_is_told_by_the_total(count: int) -> None:
    assert told((count, 9, 30), hidden="0") == ["0"]


@pytest.mark.parametrize("count", [0, 6])
def test_a_count_that_is_not_small_may_be_told(count: int) -> None:
    assert told((count, 9, 30), hidden="0") == []


def test_a_small_count_beside_a_hidden_one_can_be_three_numbers() -> None:
    assert told((2, 9, 30), hidden="01") == []


def test_two_ones_are_told_by_their_sum() -> None:
    assert told((1, 1, 30), hidden="01") == ["0", "1"]


@pytest.mark.parametrize(("row", "hidden"), [((3,), "0"), ((3, 0), "0"), ((1, 1), "01")])
def test_what_a_published_total_leaves_no_choice_is_not_told_by_the_edition(
    row: tuple[int, ...], hidden: str
) -> None:
    assert told(row, hidden) == []
