"""A value of figures.json as a tree of texts: what is told of it, and what only repeats others."""

from __future__ import annotations

from typing import Any

import pytest

from auditreport.analysis.signed_tree import NOTHING, Entries, Tree, grow_tree

SHARE = {"count": 1200, "base": 3000, "percent": 40, "low": 38.1, "high": 41.9}


def tree_of(node: Any, name: str = "") -> Tree:
    return grow_tree(node, is_whole=False, name=name)


def whole(node: Any, name: str = "") -> Tree:
    return grow_tree(node, is_whole=True, name=name)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "Yes"),
        (False, "No"),
        (0, "0"),
        (1234, "1,234"),
        (12.5, "12.5"),
        (1234.0, "1,234"),
        ("North", "North"),
        ("", NOTHING),
        (None, NOTHING),
        ([], NOTHING),
    ],
)
def test_a_value_is_told_as_people_write_it(value: object, text: str) -> None:
    assert tree_of(value) == whole(value) == text


class TestShares:
    def test_a_share_is_one_text_with_its_base(self) -> None:
        assert tree_of(SHARE) == "1,200 of 3,000 (40%)"

    @pytest.mark.parametrize(("base", "text"), [(9, "3 of 9"), (10, "3 of 10 (33%)")])
    def test_it_has_a_percentage_from_a_base_of_ten(self, base: int, text: str) -> None:
        assert tree_of({"count": 3, "base": base, "percent": 33}) == text

    def test_of_a_hidden_count_there_is_none(self) -> None:
        assert tree_of({"count": "[c]", "base": "[c]", "percent": "[c]"}) == "[c] of [c]"

    def test_what_else_it_says_stands_beside_it(self) -> None:
        assert tree_of({**SHARE, "met": True, "is_clear": True, "measure": "Good"}) == {
            "result": "1,200 of 3,000 (40%)",
            "met": "Yes",
            "is_clear": "Yes",
        }

    def test_as_a_whole_each_of_its_numbers_is_told(self) -> None:
        assert whole({"count": 3, "base": 9, "percent": 33}) == {
            "count": "3",
            "base": "9",
            "percent": "33",
        }


class TestLists:
    def test_texts_are_told_by_name_and_their_rank_as_a_whole_alone(self) -> None:
        assert tree_of(["Risk", "Plans"]) == "Plans, Risk"
        assert whole(["Risk", "Plans"]) == "Risk, Plans"
        assert tree_of([""]) == whole([""]) == NOTHING

    def test_what_people_wrote_is_told_by_its_number(self) -> None:
        assert str(tree_of(["They listened."], "comments")) == "1 entry"
        assert str(tree_of(["x"] * 1000, "comments")) == "1,000 entries"

    def test_records_are_known_by_their_names_and_told_one_by_one(self) -> None:
        areas = [{"name": "Risk", "label": "Risks"}, {"name": "Plans", "label": "Plans", "n": 2}]

        assert tree_of(areas) == {
            "Risk": {"name": "Risk", "label": "Risks"},
            "Plans": {"name": "Plans", "label": "Plans", "n": "2"},
        }

    def test_records_that_nothing_tells_apart_are_told_by_their_number(self) -> None:
        twice = [{"name": "Risk", "label": "Risks"}] * 2
        unnamed = [{"name": "Risk", "label": "Risks"}, {"x": 1}]
        mixed = [{"name": "Risk", "label": "Risks"}, "Risk"]

        assert [str(tree_of(found)) for found in (twice, unnamed, mixed)] == ["2 entries"] * 3

    @pytest.mark.parametrize(
        ("record", "key"),
        [
            ({"area": "Risk", "from": "Q1", "to": "Q2", "difference": 5.0}, "Risk, Q1 to Q2"),
            (
                {
                    "question": "Heard?",
                    "respondent": "Child",
                    "change": {"from": "Spring", "to": "Autumn"},
                },
                "Heard? (Child), Spring to Autumn",
            ),
            ({"area": "Risk", "became": "a strength"}, "Risk"),
            ({"measure": "Good or better"}, "Good or better"),
            ({"rounds": ["May", "August"]}, "May, August"),
        ],
    )
    def test_a_record_is_known_by_what_it_is_about(self, record: Any, key: str) -> None:
        tree = whole([record])

        assert isinstance(tree, dict)
        assert list(tree) == [key]

    def test_inside_a_list_repeats_are_told_as_a_whole_alone(self) -> None:
        target = {"measure": "Good", "label": "Good or better", "is_clear": True}

        assert tree_of([target]) == {"Good": {"is_clear": "Yes"}}
        assert whole([target]) == {
            "Good": {"measure": "Good", "label": "Good or better", "is_clear": "Yes"}
        }


class TestEntries:
    def test_what_runs_on_with_the_day_is_told_as_a_whole_alone(self) -> None:
        monday = [{"action": "Mend the plan", "days_open": 3, "days_overdue": 1}]
        tuesday = [{"action": "Mend the plan", "days_open": 4, "days_overdue": 2}]
        other = [{"action": "Write the plan", "days_open": 3, "days_overdue": 1}]

        assert tree_of(monday) == tree_of(tuesday) != tree_of(other)
        assert whole(monday) != whole(tuesday)

    def test_beside_earlier_ones_the_new_are_counted(self) -> None:
        assert Entries(("a", "b", "b")).beside(Entries(("a", "b"))) == "3 entries, 1 new or changed"
        assert Entries(("b", "a")).beside(Entries(("a", "b"))) == "2 entries, in another order"
        assert Entries(("a",)).beside(Entries(("a", "b"))) == "1 entry"


def test_a_record_leaves_out_what_only_repeats_others_and_keeps_the_rest() -> None:
    distribution = {
        "n": 12,
        "counts": {"Good": 9, "Inadequate": 3},
        "percent": {"Good": 75, "Inadequate": 25},
        "share": {"Good": 75, "Inadequate": 25},
        "good_or_better": {"count": 9, "base": 12, "percent": 75},
    }

    assert tree_of(distribution) == {
        "counts": {"Good": "9", "Inadequate": "3"},
        "good_or_better": "9 of 12 (75%)",
    }
    tree = whole(distribution)
    assert isinstance(tree, dict)
    assert list(tree) == list(distribution)


def test_what_repeats_others_is_left_out_of_a_share_too() -> None:
    evidence = {"yes": 3, "no": 9, "not_recorded": 0, "count": 3, "base": 12, "percent": 25}

    assert tree_of({**evidence, "good": {"count": 3, "base": 12, "percent": 25}}) == {
        "result": "3 of 12 (25%)",
        "yes": "3",
        "no": "9",
        "not_recorded": "0",
    }
