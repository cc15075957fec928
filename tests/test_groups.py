"""Each group of audits beside all others, column by column."""

from __future__ import annotations

from records import analysed, audit, data_set

from auditreport.analysis.groups import OTHERS


def test_each_column_with_two_groups_is_compared_the_service_first() -> None:
    north = {"Team": "North", "Service": "Help", "Age band": "1 to 5"}
    south = {"Team": "South", "Service": "Care", "Age band": "6 to 9"}
    audits = [
        audit(letter, profile=profile, audit_type=kind)
        for profile, kind in ((north, "Scheduled"), (south, "Dip sample"))
        for letter in "GGR"
    ]

    groups = analysed(data_set(audits)).groups

    assert {column: [change.area for change in found] for column, found in groups.items()} == {
        "Service": ["Care", "Help"],
        "Team": ["North", "South"],
        "Age band": ["1 to 5", "6 to 9"],
        "Audit type": ["Dip sample", "Scheduled"],
    }
    assert next(iter(groups)) == "Service"


def test_a_group_is_compared_with_all_others_together() -> None:
    teams = {"North": "GGGR", "South": "GR", "West": "RR"}
    audits = [audit(g, profile={"Team": team}) for team, found in teams.items() for g in found]

    north = analysed(data_set(audits)).groups["Team"][0]

    assert (north.before_period, north.after_period) == (OTHERS, "North")
    assert [(good.count, good.base) for good in (north.before, north.after)] == [(1, 4), (3, 4)]


def test_a_blank_group_and_one_that_says_not_recorded_are_one() -> None:
    teams = {"North": "GG", None: "G", "Not recorded": "GR"}
    audits = [audit(g, profile={"Team": team}) for team, found in teams.items() for g in found]

    good = analysed(data_set(audits)).periods["year"].good_by["Team"]

    assert {team: (found.count, found.base) for team, found in good.items()} == {
        "North": (2, 2),
        "Not recorded": (2, 3),
    }


def test_a_column_of_one_group_has_nothing_to_compare() -> None:
    audits = [audit(letter, profile={"Team": "North"}) for letter in "GGR"]

    assert analysed(data_set(audits)).groups == {}
