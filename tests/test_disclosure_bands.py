"""Age bands that a public edition counts as one: which, where, and what two editions then tell."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

import pytest
from attacker import read_published
from hypothesis import given
from hypothesis import strategies as st
from outlined import blocks_of, told
from records import (
    analysed,
    audits,
    case,
    data_set,
    narrative,
    settings,
    theme,
    unhurried,
)
from unknowns import Search

from auditreport.analysis.disclosure.bands import choose_bands, name_bands
from auditreport.analysis.disclosure.disclosure_log import build_log
from auditreport.analysis.disclosure.edition import Edition, Policy, count_shown, make_public
from auditreport.analysis.figures import Figures
from auditreport.analysis.figures_json import figures_json
from auditreport.analysis.hidden import SYMBOL
from auditreport.analysis.publishing import publish
from auditreport.publishing import prove
from auditreport.reading import Reading
from auditreport.reading.dataset import Audit, DataSet
from auditreport.rendering.blocks import Bars, Lists, Table

Tree = Mapping[str, Any]
BANDS = ("Under 1", "1 to 5", "6 to 9", "10 to 14", "15 and over")


def by_age(counts: Sequence[int] | Mapping[str, int], quarter: str = "Q1") -> tuple[Audit, ...]:
    """Return audits of a quarter: so many of each band."""
    known = counts if isinstance(counts, Mapping) else dict(zip(BANDS, counts, strict=True))
    return tuple(
        found
        for band, count in known.items()
        for found in audits(("GR" * count)[:count], quarter, profile={"Age band": band})
    )


def council(audits: Iterable[Audit], **changes: Any) -> DataSet:
    return data_set(audits, lists={"Age bands": BANDS}, **changes)


def published(data: DataSet, earlier: Sequence[Tree] = ()) -> Edition:
    """Return a public edition that passed its proof."""
    edition = publish(Reading(data, ()), tool="auditreport 0.1.0", earlier=earlier)
    prove(edition, {"x.figures.json": figures_json(edition.figures).encode()})
    return edition


def written(edition: Edition) -> Tree:
    return cast("Tree", json.loads(figures_json(edition.figures)))


def ages_of(edition: Edition, period: str = "year") -> dict[str, str]:
    """Return the table by age band of a period as it is printed."""
    counts = edition.figures.periods[period].profile["Age band"]
    return {band: str(count) for band, count in counts.items()}


class TestWhichBandsAreJoined:
    def test_a_small_one_with_the_next_until_none_is_small(self) -> None:
        figures = analysed(council(by_age([2, 6, 9, 12, 3])))

        assert choose_bands(figures, 5) == {
            "Under 6": ("Under 1", "1 to 5"),
            "10 and over": ("10 to 14", "15 and over"),
        }

    @pytest.mark.parametrize("counts", [[6, 7, 8, 9, 10], [0, 6, 0, 8, 0]])
    def test_none_where_none_is_small(self, counts: list[int]) -> None:
        assert choose_bands(analysed(council(by_age(counts))), 5) == {}

    @pytest.mark.parametrize("counts", [[3, 4, 5, 0, 0], [1, 30, 2, 0, 2]])
    def test_none_where_a_single_band_would_be_left(self, counts: list[int]) -> None:
        assert choose_bands(analysed(council(by_age(counts))), 5) == {}

    def test_none_where_so_few_are_small_that_to_join_them_would_tell(self) -> None:
        figures = analysed(council(by_age([2, 6, 9, 12, 7])))

        assert choose_bands(figures, 2) == {}
        assert choose_bands(figures, 3)

    def test_bands_that_thematic_audits_alone_have_are_neighbours_too(self) -> None:
        cases = tuple(case("G", profile={"Age band": "1 to 5"}) for _ in range(9))
        found = by_age({"Under 1": 3, "6 to 9": 8, "10 to 14": 9})
        figures = analysed(data_set(found, thematic=(theme("Plans", cases=cases),)))

        assert choose_bands(figures, 5) == {"Under 10": ("Under 1", "1 to 5", "6 to 9")}

    def test_none_where_the_name_is_taken(self) -> None:
        found = by_age({"Under 1": 3, "1 to 4": 8, "Under 5": 7, "Other": 9})

        assert choose_bands(analysed(data_set(found)), 5) == {}

    @pytest.mark.parametrize(
        ("labels", "name"),
        [
            (("Under 1", "1 to 5"), "Under 6"),
            (("0-4", "5-9"), "Under 10"),
            (("5-9", "10-14"), "5 to 14"),
            (("10 to 14", "15+"), "10 and over"),
            (("15 and over", "10 to 14"), "10 and over"),
            (("Under 5", "10 to 14"), "Under 5 with 10 to 14"),
            (("Babies", "Toddlers"), "Babies with Toddlers"),
        ],
    )
    def test_they_are_named_by_their_ages(self, labels: tuple[str, ...], name: str) -> None:
        assert name_bands(labels) == name

    @unhurried
    @given(st.lists(st.integers(0, 12), min_size=5, max_size=5))
    def test_joined_none_is_small_and_no_case_is_lost(self, counts: list[int]) -> None:
        joined = choose_bands(analysed(council(by_age(counts))), 5)

        whole = {band for bands in joined.values() for band in bands}
        sums = [sum(counts[BANDS.index(band)] for band in bands) for bands in joined.values()]
        apart = [count for band, count in zip(BANDS, counts, strict=True) if band not in whole]
        assert not joined or all(count == 0 or count > 5 for count in (*sums, *apart))
        assert sum(sums) + sum(apart) == sum(counts)


class TestTheTables:
    def test_those_of_the_year_and_the_quarters_count_them_as_one(self) -> None:
        edition = published(council((*by_age([3, 9, 7, 8, 9]), *by_age([0, 8, 8, 9, 7], "Q2"))))

        rest = {"6 to 9": "7", "10 to 14": "8", "15 and over": "9"}
        assert ages_of(edition, "Q1") == {"Under 6": "12", **rest}
        assert ages_of(edition)["Under 6"] == "20"
        assert SYMBOL not in ages_of(edition).values()

    def test_good_or_better_is_counted_anew_with_its_share(self) -> None:
        edition = published(council(by_age([4, 20, 20, 20, 20])))

        good = edition.figures.periods["year"].good_by_age_band["Under 6"]
        assert (good.count, good.base, good.percent) == (12, 24, 50)
        assert good.low is not None

    def test_thematic_audits_join_the_same_bands(self) -> None:
        counts = zip(BANDS, (7, 6, 9, 12, 8), strict=True)
        cases = tuple(
            case("G", profile={"Age band": b}) for b, count in counts for _ in range(count)
        )
        data = council(by_age([3, 9, 7, 8, 9]), thematic=(theme("Plans", cases=cases),))

        found = written(published(data))["thematic"]["Plans"]["by"]["Age band"]
        assert found == {"Under 6": 13, "6 to 9": 9, "10 to 14": 12, "15 and over": 8}

    def test_figures_json_says_which_bands_are_joined(self) -> None:
        data = council(by_age([3, 9, 7, 8, 9]))

        assert written(published(data))["joined_bands"] == {"Under 6": ["Under 1", "1 to 5"]}
        assert "joined_bands" not in json.loads(figures_json(analysed(data)))

    def test_a_report_without_ages_is_as_it_was(self) -> None:
        edition = published(data_set(audits("GGGGGGG", profile={"Team": "North"})))

        assert edition.figures.joined_bands is None


class TestWhereItKeepsMore:
    def test_all_cases_of_the_year_are_shown_where_some_would_be_hidden(self) -> None:
        data = council(by_age([3, 9, 7, 8, 9]))
        joined = published(data)
        apart = published(replace(data, lists={}), [without_joining(joined)])

        assert count_shown(joined.figures) == 36
        assert count_shown(apart.figures) < 36

    def test_bands_stay_apart_where_that_shows_as_many(self) -> None:
        """The few whose age is not known need another number hidden: the small band does."""
        data = council(by_age(dict(zip((*BANDS, "Not recorded"), (3, 9, 7, 8, 9, 2), strict=True))))

        edition = published(data)
        assert edition.figures.joined_bands is None
        assert ages_of(edition) == {
            **{"Under 1": SYMBOL, "1 to 5": "9", "6 to 9": "7", "10 to 14": "8"},
            **{"15 and over": "9", "Not recorded": SYMBOL},
        }

    def test_the_same_council_gives_the_same_bytes(self) -> None:
        data = council(by_age([3, 9, 7, 8, 9]))

        assert written(published(data)) == written(published(data))


def without_joining(edition: Edition) -> Tree:
    """Return an edition that hides each number by age, its bands apart."""
    content = dict(written(edition))
    del content["joined_bands"]
    for period in content["periods"].values():
        period["profile"]["Age band"] = dict.fromkeys(BANDS, SYMBOL)
        period["good_by_age_band"] = {}
    return content


class TestEarlierEditions:
    def test_what_an_edition_of_the_same_quarters_joins_stays_joined(self) -> None:
        before = written(published(council(by_age([3, 9, 7, 8, 9]))))
        corrected = council(by_age([6, 9, 7, 8, 9]))

        assert published(corrected).figures.joined_bands is None
        assert ages_of(published(corrected, [before]))["Under 6"] == "15"

    def test_built_again_beside_itself_it_is_the_same(self) -> None:
        data = council(by_age([3, 9, 7, 8, 9]))
        first = written(published(data))

        assert written(published(data, [first])) == first

    def test_one_of_another_year_decides_nothing(self) -> None:
        before = dict(written(published(council(by_age([3, 9, 7, 8, 9])))))
        before["report"] = {**before["report"], "start": "2015-04-01"}

        assert published(council(by_age([6, 9, 7, 8, 9])), [before]).figures.joined_bands is None

    def test_what_one_with_other_bands_shows_is_known(self) -> None:
        """The first quarter alone joined 6 to 14: a number of that and one hidden in it are two."""
        first, year = self.first_quarter_and_year()
        before = written(published(first))

        assert before["joined_bands"].keys() == {"Under 6", "6 to 14"}
        assert ages_of(published(year), "Q1")["10 to 14"] == "8"
        together = published(year, [before])
        assert together.figures.joined_bands == {"Under 6": ("Under 1", "1 to 5")}
        shown = ages_of(together, "Q1")
        assert (shown["6 to 9"], shown["10 to 14"]) == (SYMBOL, SYMBOL)

    def test_somebody_who_has_both_cannot_narrow_a_small_band(self) -> None:
        first, year = self.first_quarter_and_year()
        before = written(published(first))
        q1 = ("periods", "Q1", "profile", "Age band")

        def narrow(edition: Edition) -> set[int]:
            public = read_published(written(edition))
            for name, bands in before["joined_bands"].items():
                parts = [public.count(*q1, band) for band in bands]
                public.unknowns.add_up(before["periods"]["Q1"]["profile"]["Age band"][name], parts)
            return Search(public.unknowns).narrow((*q1, "6 to 9"))

        assert narrow(published(year)) == {2}
        assert len(narrow(published(year, [before]))) >= 3

    def first_quarter_and_year(self) -> tuple[DataSet, DataSet]:
        rows = by_age([1, 6, 2, 8, 7])
        return council(rows), council((*rows, *by_age([0, 8, 9, 9, 9], "Q2")))


class TestWhatPeopleWrote:
    def data(self, text: str) -> DataSet:
        said = replace(narrative(text), publish=True)
        return council(by_age([3, 9, 7, 8, 9]), narrative=(said,))

    def test_a_reference_to_a_band_that_is_joined_prints_the_symbol(self) -> None:
        path = "periods.year.profile.Age band"
        edition = published(self.data(f"Of {{{{ {path}.Under 1 }}}} and {{{{ {path}.6 to 9 }}}}."))

        assert [text.text for text in edition.figures.narrative] == [f"Of {SYMBOL} and 7."]
        assert edition.figures.problems == ()
        assert "Under 1" not in ages_of(edition)

    def test_a_typed_number_that_tells_one_stops_the_edition(self) -> None:
        edition = published(self.data("Three children under 1 were audited."))

        assert [problem.code for problem in edition.figures.problems] == [
            "number-tells-hidden-count"
        ]


class TestTheReport:
    def figures(self) -> Figures:
        cases = tuple(case("G", profile={"Age band": "6 to 9"}) for _ in range(9))
        rows = (*by_age([3, 9, 7, 8, 9]), *audits("G" * 9, profile={"Age band": "6 to 9"}))
        return published(council(rows, thematic=(theme("Plans", cases=cases),))).figures

    def test_each_table_by_age_says_above_it_that_bands_are_joined(self) -> None:
        figures = self.figures()
        parts = ("profiles", "groups", "cases-plans")
        blocks = [block for part in parts for block in blocks_of(figures, part)]

        captions = [block.caption for block in blocks if isinstance(block, Table | Bars)]
        assert captions == [
            "Audits by age band [some joined]",
            "Good or better by age band [some joined], April 2016 to March 2017",
            "Plans: cases by age band [some joined]",
        ]

    def test_a_quarters_list_says_so_too(self) -> None:
        (lists,) = (b for b in blocks_of(self.figures(), "q1-profile") if isinstance(b, Lists))

        assert [group.heading for group in lists.groups] == ["Age band [some joined]"]

    def test_the_mark_is_explained_and_the_bands_are_named(self) -> None:
        text = told(self.figures()).replace("&#91;", "[").replace("&#93;", "]")

        assert "[some joined] stands above tables by age band" in text
        assert "Under 6 counts Under 1 and 1 to 5 as one." in text

    def test_nothing_is_said_where_none_is_joined(self) -> None:
        assert "joined" not in told(published(council(by_age([9, 9, 7, 8, 9]))).figures)


class TestTheLog:
    def test_it_says_which_were_small(self) -> None:
        data = council(by_age([3, 9, 7, 8, 9]))
        log = build_log(published(data), data)

        (joined,) = (each for each in log.lists if each.name == "Joined age bands")
        assert joined.rows == (
            ("Under 6", "Under 1", 3, "small count"),
            ("Under 6", "1 to 5", 9, "next to a small count"),
        )

    def test_policies_that_hide_nothing_join_nothing(self) -> None:
        data = council(by_age([3, 9, 7, 8, 9]), settings=settings(hide_counts_up_to=0))

        assert make_public(analysed(data), Policy(0)).figures.joined_bands is None
