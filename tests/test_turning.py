"""The quarters side by side: all pairs, areas that turned, strengths at times, rounds in a row."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outlined import blocks_of, part_of
from outlined import told as told_of
from records import (
    analysed,
    area_audits,
    audits,
    case,
    data_set,
    evidence_theme,
    judged_theme,
    theme,
    unhurried,
)
from statsmodels.stats.proportion import (  # type: ignore[import-untyped]
    confint_proportions_2indep,
    proportion_confint,
)

from auditreport.analysis.figures import Series, Verdict
from auditreport.analysis.proportions import find_newcombe_interval, find_wilson_interval
from auditreport.reading.dataset import ThematicAudit
from auditreport.rendering.outline.round_names import name_shared, shorten_names

COUNTED = st.integers(1, 80).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def quarters(*letters: str) -> tuple[object, ...]:
    return tuple(a for n, word in enumerate(letters, 1) for a in audits(word, f"Q{n}"))


def areas(*letters: str) -> tuple[object, ...]:
    """Return audits of Risk, a word for each quarter."""
    return tuple(a for n, w in enumerate(letters, 1) for a in area_audits(f"Q{n}", Risk=w))


class TestDifferences:
    @given(COUNTED)
    @unhurried
    def test_wilsons_interval_is_that_of_statsmodels(self, counted: tuple[int, int]) -> None:
        theirs = proportion_confint(*counted, method="wilson")

        assert find_wilson_interval(*counted) == pytest.approx(theirs, abs=1e-9)

    @given(COUNTED, COUNTED)
    @unhurried
    def test_newcombes_interval_is_that_of_statsmodels(
        self, before: tuple[int, int], after: tuple[int, int]
    ) -> None:
        theirs = confint_proportions_2indep(*after, *before, method="newcomb")

        assert find_newcombe_interval(before, after) == pytest.approx(theirs, abs=1e-9)

    @given(COUNTED, COUNTED)
    @unhurried
    def test_turning_the_quarters_round_turns_the_interval_round(
        self, before: tuple[int, int], after: tuple[int, int]
    ) -> None:
        low, high = find_newcombe_interval(before, after)

        assert find_newcombe_interval(after, before) == pytest.approx((-high, -low), abs=1e-9)


class TestAllPairs:
    def test_every_quarter_is_compared_with_every_later_one(self) -> None:
        pairs = analysed(data_set(quarters("G", "G", "G", "G"))).trend.overall_pairs  # type: ignore[arg-type]

        assert [(p.before_period, p.after_period) for p in pairs] == [
            *(("Q1", "Q2"), ("Q1", "Q3"), ("Q1", "Q4")),
            *(("Q2", "Q3"), ("Q2", "Q4"), ("Q3", "Q4")),
        ]

    def test_a_slow_rise_that_no_neighbours_show_is_said(self) -> None:
        # 8, 11 and 16 of 20: Newcombe's interval leaves out zero between the first and last alone.
        rise = quarters("G" * 8 + "R" * 12, "G" * 12 + "R" * 8, "G" * 16 + "R" * 4)
        figures = analysed(data_set(rise))  # type: ignore[arg-type]

        neighbours = [c.verdict for c in figures.trend.changes if c.area == "Overall"][:2]
        assert neighbours == [Verdict.NO_CLEAR_CHANGE, Verdict.NO_CLEAR_CHANGE]
        assert "8 of 20 (40%) in Q1, 16 of 20 (80%) in Q3 – better" in told_of(figures)
        assert "No quarter's" not in told_of(figures)

    def test_where_no_pair_differs_the_report_says_so(self) -> None:
        text = told_of(analysed(data_set(quarters("GGGRR", "GGRRR", "GGGRR", "GGRRR"))))  # type: ignore[arg-type]

        assert "No quarter's overall judgements clearly differ from another's." in text

    def test_quarters_with_too_few_are_no_part_of_what_is_said(self) -> None:
        text = told_of(analysed(data_set(quarters("GGGRR", "GGRRR", "G"))))  # type: ignore[arg-type]

        assert "clearly differ from another's, among those with enough audits to compare." in text

    def test_where_all_are_too_few_nothing_is_claimed(self) -> None:
        text = told_of(analysed(data_set(quarters("G", "R"))))  # type: ignore[arg-type]

        assert "too few audits to say whether the quarters differ" in text


class TestAreas:
    def test_an_area_that_was_a_strength_and_ended_for_development_turned(self) -> None:
        found = areas("G" * 10, "GGGGGGRRRR", "R" * 10)
        (turn,) = analysed(data_set(found)).trend.turned  # type: ignore[arg-type]

        assert (turn.area, turn.was, turn.became) == ("Risk", "strength", "area for development")
        change = turn.change
        assert (change.area, change.before_period, change.after_period) == ("Risk", "Q1", "Q3")

    def test_a_turn_within_chance_is_said_to_be_one(self) -> None:
        text = told_of(analysed(data_set(areas("GGGGR", "GGRRR"))))  # type: ignore[arg-type]

        assert "Risk was a strength in Q1, at 4 of 5, and an area for development in Q2" in text
        assert "in Q2, at 2 of 5: no clear change." in text

    def test_an_area_in_between_has_not_turned(self) -> None:
        assert analysed(data_set(areas("GGGGR", "GGGRR"))).trend.turned == ()  # type: ignore[arg-type]

    def test_strengths_at_times_are_counted_in_quarters_that_tell(self) -> None:
        found = areas("GGGGG", "GGGRR", "GGGGG", "GGGRR")
        figures = analysed(data_set(found))  # type: ignore[arg-type]

        risk = figures.trend.quarters["Risk"]
        assert (risk.strength, risk.development, risk.of) == (2, 0, 4)
        assert "Risk was a strength in two quarters of four." in told_of(figures)

    def test_a_consistent_strength_is_not_named_as_one_at_times(self) -> None:
        text = told_of(analysed(data_set(areas("GGGGG", "GGGGG", "GGGRR"))))  # type: ignore[arg-type]

        assert "was a strength in" not in text


def rounds(*found: ThematicAudit) -> tuple[ThematicAudit, ...]:
    """Chain thematic audits, each compared with the one before."""
    names = [None, *(one.name for one in found[:-1])]
    return tuple(
        replace(one, compared_with=n, quarter=None) for one, n in zip(found, names, strict=True)
    )


def series_of(*found: ThematicAudit) -> tuple[Series, ...]:
    return analysed(data_set(thematic=rounds(*found))).series


class TestSeries:
    def test_three_rounds_of_evidence_are_one_series_on_the_last_base(self) -> None:
        (series,) = series_of(
            evidence_theme("Seen, May", True, alone="yy n"),
            evidence_theme("Seen, August", alone="yyn "),
            evidence_theme("Seen, November", alone="ynn "),
        )

        assert series.rounds == ("Seen, May", "Seen, August", "Seen, November")
        shares = {name: (g.count, g.base) for name, g in series.items["alone"].items()}
        assert shares == {"Seen, May": (2, 3), "Seen, August": (2, 3), "Seen, November": (1, 3)}

    def test_two_rounds_are_no_series(self) -> None:
        assert series_of(judged_theme("A", x="G"), judged_theme("B", x="G")) == ()

    def test_overall_judgements_are_a_series_without_items(self) -> None:
        found = (theme(f"Help {n}", cases=(case("G"), case("R"))) for n in range(3))
        (series,) = series_of(*found)

        assert list(series.items) == ["Overall"]

    def test_a_ring_of_comparisons_is_no_series(self) -> None:
        one, two = judged_theme("A", x="G"), judged_theme("B", x="G")
        ring = (replace(one, compared_with="B"), replace(two, compared_with="A"))

        assert analysed(data_set(thematic=ring)).series == ()

    def test_a_series_is_named_by_what_its_rounds_have_in_common(self) -> None:
        assert name_shared(("Early Help, May", "Early Help, June")) == "Early Help"

    def test_a_round_is_named_by_what_tells_it_from_the_others(self) -> None:
        assert list(shorten_names(("Early Help, May", "Early Help, June")).values()) == [
            "May",
            "June",
        ]

    def test_rounds_that_share_no_word_keep_their_names(self) -> None:
        assert list(shorten_names(("Neglect", "Plans")).values()) == ["Neglect", "Plans"]

    def test_the_report_shows_a_series_in_one_place(self) -> None:
        data = data_set(
            thematic=rounds(
                *(judged_theme(f"Help, {m}", x="GGRRR") for m in ("May", "June", "July"))
            )
        )
        figures = analysed(data)

        part = part_of(figures, "series-help")
        assert part is not None
        assert part.heading == "Help: 3 rounds"
        assert "No round clearly differs from another." in told_of(figures)
        assert len(blocks_of(figures, "series-help")) == 2


class TestGroups:
    def test_a_group_is_compared_with_all_other_audits(self) -> None:
        found = audits("G" * 20, profile={"Team": "North"}) + audits(
            "R" * 20, profile={"Team": "South"}
        )
        north, south = analysed(data_set(found)).groups["Team"]

        assert (north.area, north.before_period, north.verdict) == ("North", "all others", "better")
        assert (south.before.count, south.before.base, south.verdict) == (20, 20, "worse")

    def test_one_group_alone_has_nothing_to_be_compared_with(self) -> None:
        assert analysed(data_set(audits("GG", profile={"Team": "North"}))).groups == {}

    def test_the_groups_that_stand_out_are_named_the_worse_first(self) -> None:
        found = audits("G" * 20, profile={"Team": "North"}) + audits(
            "R" * 20, profile={"Team": "South"}
        )
        text = told_of(analysed(data_set(found)))

        assert "South (team): 0 of 20 (0%), all others 20 of 20 (100%) – worse" in text
        assert text.index("South (team)") < text.index("North (team)")
