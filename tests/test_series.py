"""Thematic audits that compare in a chain: one series, like for like."""

from __future__ import annotations

from dataclasses import replace

from records import analysed, case, data_set, evidence_theme, judged_theme, theme

from auditreport.analysis.figures import Series
from auditreport.reading.dataset import ThematicAudit


def series_of(*themes: ThematicAudit) -> tuple[Series, ...]:
    return analysed(data_set(thematic=themes)).series


def after(earlier: str, later: ThematicAudit) -> ThematicAudit:
    return replace(later, compared_with=earlier)


def shares(found: Series) -> dict[str, list[tuple[str, int, int]]]:
    """Return the count and the base of each item by round."""
    return {
        item: [(name, good.count, good.base) for name, good in rounds.items()]
        for item, rounds in found.items.items()
    }


def test_three_rounds_are_a_series_the_earliest_first_and_two_are_none() -> None:
    may, june = judged_theme("May", Risk="GRRRR"), after("May", judged_theme("June", Risk="GGRRR"))
    july = after("June", judged_theme("July", Risk="GGGGG"))

    assert series_of(may, june) == ()
    (found,) = series_of(july, june, may)
    assert (found.rounds, found.kind, found.denominator) == (
        ("May", "June", "July"),
        "Judgement",
        "",
    )
    assert shares(found) == {"Risk": [("May", 1, 5), ("June", 2, 5), ("July", 5, 5)]}


def test_each_two_rounds_are_compared_item_by_item() -> None:
    may = judged_theme("May", Risk="GRRRR", Plans="GGGGG")
    june = after("May", judged_theme("June", Risk="GGRRR"))
    july = after("June", judged_theme("July", Risk="GGGGG", Plans="GGGGG"))

    (found,) = series_of(may, june, july)

    assert [(c.area, c.before_period, c.after_period) for c in found.changes] == [
        ("Risk", "May", "June"),
        ("Risk", "May", "July"),
        ("Plans", "May", "July"),
        ("Risk", "June", "July"),
    ]


def test_items_are_those_of_the_last_round_that_an_earlier_one_had() -> None:
    may = judged_theme("May", Old="GGGGG", First="GGGGG")
    june = after("May", judged_theme("June", Old="GGGGG", Second="GGGGG"))
    july = after("June", judged_theme("July", Second="GGGGG", New="GGGGG", First="GGGGG"))

    (found,) = series_of(may, june, july)

    assert shares(found) == {
        "Second": [("June", 5, 5), ("July", 5, 5)],
        "First": [("May", 5, 5), ("July", 5, 5)],
    }


def test_overall_judgements_come_first_where_a_round_has_them() -> None:
    cases = tuple(case(letter, judgements={"Risk": "Good"}) for letter in "GRRRR")
    may, june, july = (
        theme(name, items=("Risk",), cases=cases) for name in ("May", "June", "July")
    )
    june = judged_theme("June", Risk="G")

    (found,) = series_of(may, after("May", june), after("June", july))

    assert shares(found) == {
        "Overall": [("May", 1, 5), ("July", 1, 5)],
        "Risk": [("May", 5, 5), ("June", 1, 1), ("July", 5, 5)],
    }


def test_evidence_of_every_round_stands_on_the_base_of_the_last() -> None:
    may = evidence_theme("May", taf=["y", "n", "moved"])
    june = after("May", evidence_theme("June", all_cases=True, taf=["y", "y", "moved", " "]))
    all_cases = after("June", evidence_theme("July", all_cases=True, taf=["y", "moved"]))
    applicable = after("June", evidence_theme("July", taf=["y", "moved"]))

    (of_all,), (of_some,) = series_of(may, june, all_cases), series_of(may, june, applicable)

    assert (of_all.kind, of_all.denominator) == ("Evidence", "All cases")
    assert shares(of_all) == {"taf": [("May", 1, 3), ("June", 2, 4), ("July", 1, 2)]}
    assert of_some.denominator == "Applicable cases"
    assert shares(of_some) == {"taf": [("May", 1, 2), ("June", 2, 2), ("July", 1, 1)]}


def test_two_rounds_that_compare_with_the_same_one_end_a_series_each() -> None:
    may, june = judged_theme("May", Risk="G"), after("May", judged_theme("June", Risk="G"))
    later = [after("June", judged_theme(name, Risk="G")) for name in ("July", "August")]

    assert [found.rounds for found in series_of(may, june, *later)] == [
        ("May", "June", "July"),
        ("May", "June", "August"),
    ]


def test_rounds_that_compare_in_a_circle_are_no_series() -> None:
    names = ("May", "June", "July")
    circle = [
        after(before, judged_theme(name, Risk="G"))
        for before, name in zip(names, names[1:] + names[:1], strict=True)
    ]

    assert series_of(*circle) == ()
