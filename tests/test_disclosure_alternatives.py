"""What the disclosure log proposes in the place of a hidden table: small ledgers made by hand."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from auditreport.analysis.disclosure.alternatives import (
    Alternative,
    find_alternatives,
    join_smallest,
)
from auditreport.analysis.disclosure.distribution_tables import LESS
from auditreport.analysis.disclosure.ledger import Key, Ledger
from auditreport.analysis.figures import ScaleNames

_SCALE = ScaleNames(
    ("Outstanding", "Good", "Requires Improvement", "Inadequate"),
    ("Outstanding", "Good"),
    ("N/A", "Not recorded"),
)
_YEAR: Key = ("periods", "year", "profile")
_TEAMS: Key = (*_YEAR, "Team")
_RISK: Key = ("periods", "year", "areas", "Risk")


def ledger_of(counts: Mapping[Key, int]) -> Ledger:
    """Return a ledger in which each count is printed."""
    return Ledger({}, dict(counts), dict.fromkeys(counts, "the table"))


def column(path: Key, **counts: int) -> dict[Key, int]:
    return {(*path, value.replace("_", " ")): count for value, count in counts.items()}


def proposed(
    counts: Mapping[Key, int], *hidden: Key, hide_up_to: int = 5
) -> list[tuple[str, str, str]]:
    found = find_alternatives(ledger_of(counts), dict.fromkeys(hidden).keys(), _SCALE, hide_up_to)
    return [(each.table, each.instead, each.how) for each in found]


def proposed_for_teams(hide_up_to: int = 5, **counts: int) -> list[str]:
    """Return what stands instead of a table of teams of which the first is hidden."""
    table = column(_TEAMS, **counts)
    return [instead for _, instead, _ in proposed(table, next(iter(table)), hide_up_to=hide_up_to)]


class TestJoinedValues:
    def test_age_bands_are_to_be_written_on_the_sheet_lists(self) -> None:
        bands = column((*_YEAR, "Age band"), Under_1=2, **{"1 to 5": 6, "6 to 9": 9})

        assert proposed(bands, (*_YEAR, "Age band", "Under 1")) == [
            (
                "Age band, year",
                "Under 6 (8); 6 to 9 (9)",
                "Write these age bands, which hold for all tables, on the sheet Lists, and build "
                "anew.",
            )
        ]

    def test_teams_are_to_be_given_one_name(self) -> None:
        teams = column(_TEAMS, North=2, South=4, West=9)

        assert proposed(teams, (*_TEAMS, "North")) == [
            (
                "Team, year",
                "West (9); North with South (6)",
                "Give those that are joined one name on the sheet Aliases, or in their column, and "
                "build anew.",
            )
        ]

    def test_the_cases_of_a_thematic_audit_have_a_table_of_their_own(self) -> None:
        cases = column(("thematic", "Plans", "by", "Team"), North=2, South=4, West=9)

        (only,) = proposed(cases, ("thematic", "Plans", "by", "Team", "North"))

        assert only[:2] == ("Plans, by Team", "West (9); North with South (6)")

    def test_a_table_of_a_quarter_has_none_for_the_year_decides(self) -> None:
        teams = ("periods", "Q1", "profile", "Team")

        assert proposed(column(teams, North=2, South=4, West=9), (*teams, "North")) == []

    def test_values_of_another_column_that_look_like_ages_keep_their_names(self) -> None:
        groups = column(_TEAMS, **{"0 to 4": 2, "5 to 10": 4, "All ages": 9})

        assert [row[1] for row in proposed(groups, (*_TEAMS, "0 to 4"))] == [
            "All ages (9); 0 to 4 with 5 to 10 (6)"
        ]

    def test_a_table_of_which_all_is_shown_needs_none(self) -> None:
        assert proposed(column(_TEAMS, North=7, South=8, West=9)) == []

    def test_a_table_of_which_all_is_hidden_has_one_too(self) -> None:
        teams = column(_TEAMS, North=2, South=4, West=9)

        assert len(proposed(teams, *teams)) == 1

    def test_nothing_is_joined_where_nothing_is_small(self) -> None:
        assert join_smallest({"North": 9, "South": 8}, 5) == [(("North",), 9), (("South",), 8)]

    def test_those_that_nobody_recorded_are_joined_with_nobody(self) -> None:
        assert proposed_for_teams(North=2, South=4, West=9, Not_recorded=6) == [
            "West (9); North with South (6); Not recorded (6)"
        ]

    @pytest.mark.parametrize("unrecorded", [1, 3, 5])
    def test_so_that_a_few_of_them_leave_nothing_to_propose(self, unrecorded: int) -> None:
        assert proposed_for_teams(North=2, South=4, West=9, Not_recorded=unrecorded) == []

    def test_a_value_that_no_case_has_is_in_nobodys_way(self) -> None:
        assert proposed_for_teams(North=2, South=4, West=9, East=0, Not_recorded=0) == [
            "West (9); North with South (6)"
        ]

    def test_a_single_large_group_would_be_the_total(self) -> None:
        assert proposed_for_teams(North=2, South=9) == []
        assert proposed_for_teams(hide_up_to=0, North=9, South=0) == []


class TestTheYearAlone:
    _QUARTERS: Mapping[Key, int] = {
        **column(("periods", "Q1", "profile", "Team"), North=2, South=2),
        **column(("periods", "Q2", "profile", "Team"), North=3, South=4),
    }

    def test_a_table_that_no_quarter_shows_is_named_with_what_the_year_shows(self) -> None:
        year = column(_TEAMS, North=5, South=6, West=0)

        assert proposed({**self._QUARTERS, **year}, *self._QUARTERS, (*_TEAMS, "North"))[-1] == (
            "Team, by quarter",
            "The table of the year alone: 2 of its 3 counts are shown",
            "It is so in this edition.",
        )

    def test_it_is_not_where_a_quarter_shows_one_of_its_counts(self) -> None:
        year = column(_TEAMS, North=5, South=6)

        assert proposed({**self._QUARTERS, **year}, *list(self._QUARTERS)[1:]) == []

    def test_it_is_not_where_the_year_shows_none(self) -> None:
        year = column(_TEAMS, North=5, South=6)

        found = proposed({**self._QUARTERS, **year}, *self._QUARTERS, *year)

        assert [row for row in found if row[0] == "Team, by quarter"] == []

    def test_it_is_not_where_the_year_has_no_such_table(self) -> None:
        assert proposed(self._QUARTERS, *self._QUARTERS) == []

    def test_it_is_not_where_no_quarter_has_one(self) -> None:
        assert proposed(column(_TEAMS, North=7, South=6)) == []

    def test_totals_that_are_always_shown_do_not_count_as_shown(self) -> None:
        ledger = ledger_of({**self._QUARTERS, **column(_TEAMS, North=7, South=6)})
        hidden = dict.fromkeys(self._QUARTERS)
        ledger.fix_count(("periods", "Q1", "profile", "Team", "All"), "the table")
        ledger.printed[("periods", "Q1", "profile", "Team", "All")] = "the table"

        found = list(find_alternatives(ledger, hidden.keys(), _SCALE, 5))

        assert [each.table for each in found] == ["Team, by quarter"]


class TestTwoSides:
    def judged(self, good: int, less: int) -> dict[Key, int]:
        return {
            (*_RISK, "counts", "Outstanding"): 2,
            (*_RISK, "counts", "Good"): good - 2,
            (*_RISK, "counts", "Requires Improvement"): less,
            (*_RISK, "good_or_better", "count"): good,
            (*_RISK, "good_or_better", LESS): less,
        }

    def test_good_and_less_than_good_stand_for_hidden_judgements(self) -> None:
        hidden = [(*_RISK, "counts", word) for word in ("Outstanding", "Good")]

        assert proposed(self.judged(8, 6), *hidden) == [
            (
                "Practice areas, year: Risk",
                "Good or better (8) and less than that (6), not each judgement",
                "It is so in this edition.",
            )
        ]

    def test_where_they_are_hidden_too_that_is_for_another_publication(self) -> None:
        hidden = ((*_RISK, "counts", "Outstanding"), (*_RISK, "good_or_better", "count"))

        assert [row[2] for row in proposed(self.judged(8, 6), *hidden)] == [
            "In a publication of its own, in the place of this one: beside it, it may tell what "
            "is hidden."
        ]

    @pytest.mark.parametrize(("good", "less"), [(5, 9), (9, 5), (9, 0)])
    def test_neither_side_may_be_small(self, good: int, less: int) -> None:
        assert proposed(self.judged(good, less), (*_RISK, "counts", "Outstanding")) == []

    def test_a_distribution_without_sides_has_none_to_propose(self) -> None:
        counts = self.judged(8, 6)
        for side in ("count", LESS):
            one = {key: count for key, count in counts.items() if key[-1] != side}
            assert proposed(one, (*_RISK, "counts", "Outstanding")) == []

    def test_hidden_counts_that_are_no_judgements_propose_no_sides(self) -> None:
        everything = {**self.judged(8, 6), (*_RISK, "n"): 14}

        assert proposed(everything, (*_RISK, "n"), (*_RISK, "good_or_better", "count")) == []


def test_tables_come_before_judgements() -> None:
    counts = {**column(_TEAMS, North=2, South=4, West=9), **TestTwoSides().judged(8, 6)}
    hidden = {(*_TEAMS, "North"): None, (*_RISK, "counts", "Good"): None}

    found = list(find_alternatives(ledger_of(counts), hidden.keys(), _SCALE, 5))

    assert [each.table for each in found] == ["Team, year", "Practice areas, year: Risk"]
    assert all(isinstance(each, Alternative) for each in found)
