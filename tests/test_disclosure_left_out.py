"""What a public edition leaves out of its figures: people, comparisons, lists that would tell.

Each is a small report; what is left out is there before, and what may stay is still there after.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from records import (
    action,
    analysed,
    area_audits,
    audit,
    audits,
    case,
    data_set,
    evidence_theme,
    feedback_round,
    judged_theme,
    question,
    reply,
    response,
    theme,
)

from auditreport.analysis.disclosure.comparing import leave_out_comparisons
from auditreport.analysis.disclosure.edition import (
    Edition,
    Policy,
    count_shown,
    leave_out_cases,
    make_public,
)
from auditreport.analysis.disclosure.hidden_counts import BESIDE, TOLD, find_left_out, list_cells
from auditreport.analysis.disclosure.hiding import hide_counts
from auditreport.analysis.disclosure.ledger import Key, Ledger
from auditreport.analysis.disclosure.suppression import (
    HIDDEN_BEFORE,
    SECONDARY,
    SMALL,
    Suppression,
)
from auditreport.analysis.disclosure.telling_lists import leave_out_lists
from auditreport.analysis.figures import (
    EvidenceComparison,
    Figures,
    JudgementComparison,
    QuestionFigures,
)
from auditreport.analysis.figures_json import to_plain
from auditreport.analysis.hidden import HIDDEN


def hide(figures: Figures, *paths: str) -> Figures:
    return hide_counts(figures, (tuple(path.split("/")) for path in paths))


class TestPeopleAndRows:
    def figures(self) -> Figures:
        """Return a report that has all that a public edition has not."""
        girl = {"Gender": "Girl", "Ethnicity": "White", "Team": "North"}
        words = {"strengths": "Seen often.", "areas_for_development": "Late."}
        found = [
            audit("I", ref="A1", profile=girl, immediate_concern=True, **words),
            audit("G", ref="A2", profile=girl, reaudit_of="A1", areas={"Risk": "Good"}),
            audit("I", ref="A3", profile=girl),
        ]
        cases = (case("G", label="C1", profile=girl, observation="Seen."),)
        return analysed(
            data_set(
                found,
                thematic=(theme("Plans", cases=cases), evidence_theme(Seen="y")),
                actions=(action(owner="Jane Okafor"),),
            )
        )

    def test_nobody_and_no_row_is_left_in_it(self) -> None:
        full, public = self.figures(), leave_out_cases(self.figures(), show_all=False)

        def rows(found: Figures) -> list[Any]:
            again, follow_up = found.reaudits, found.follow_up
            return [
                *(found.sources, found.actions.items, found.actions.by_owner, found.cases),
                *(found.concerns, again.pairs, again.without_refs, found.words),
                follow_up.inadequate_without_refs,
            ]

        assert all(rows(full))
        assert rows(public) == [(), (), {}, {}, (), (), (), (), ()]
        assert (full.audience, public.audience) == ("internal", "public")

    def test_how_many_there_are_stays(self) -> None:
        full, public = self.figures(), leave_out_cases(self.figures(), show_all=False)

        def counts(found: Figures) -> list[object]:
            again, follow_up = found.reaudits, found.follow_up
            return [
                *(found.actions.total, found.actions.ageing, found.actions.by_area),
                *(again.total, again.without, follow_up.inadequate_without, found.trend),
            ]

        assert counts(public) == counts(full)

    @pytest.mark.parametrize(
        ("show_all", "columns"), [(False, ["Team"]), (True, ["Ethnicity", "Gender", "Team"])]
    )
    def test_gender_and_ethnicity_stay_if_that_is_asked_for(
        self, show_all: bool, columns: list[str]
    ) -> None:
        full = self.figures()
        public = leave_out_cases(full, show_all=show_all)

        given = {"Ethnicity", "Gender", "Team"}
        for period in public.periods.values():
            assert sorted(given.intersection(period.profile)) == columns
        by_column = public.thematic["Plans"].by  # type: ignore[union-attr]
        assert sorted(by_column) == [column for column in columns if column != "Ethnicity"]
        assert public.thematic["Voice"] == full.thematic["Voice"]


class TestThePolicy:
    def test_gender_is_published_if_the_policy_says_so(self) -> None:
        figures = analysed(data_set(audits("GGGGGGG", profile={"Gender": "Girl"})))

        for asked in (False, True):
            policy = Policy(5, show_gender_and_ethnicity=asked)
            public = make_public(figures, policy).figures
            assert ("Gender" in public.periods["year"].profile) is asked

    def test_judgements_are_protected_if_the_policy_says_so(self) -> None:
        figures = analysed(data_set(area_audits(Risk="GGGGGGRR")))

        shown, hidden = (make_public(figures, Policy(5, asked)).figures for asked in (False, True))

        assert shown.periods["year"].areas["Risk"].counts["Requires Improvement"] == 2
        assert hidden.periods["year"].areas["Risk"].counts["Requires Improvement"] is HIDDEN
        assert hidden.periods["year"].immediate_concerns is HIDDEN

    def aged(self, **bands: int) -> Figures:
        named = {band.replace("_", " "): count for band, count in bands.items()}
        found = (
            a
            for band, count in named.items()
            for a in audits("G" * count, profile={"Age band": band})
        )
        return analysed(data_set(found, lists={"Age bands": tuple(named)}))

    def test_age_bands_are_joined_where_that_shows_more_cases(self) -> None:
        figures = self.aged(Under_1=2, **{"1 to 5": 9, "6 to 9": 9})

        edition = make_public(figures, Policy(5))

        assert edition.figures.joined_bands == {"Under 6": ("Under 1", "1 to 5")}
        assert count_shown(edition.figures) == 20
        assert edition.apart.joined_bands is None

    def test_they_stay_apart_where_that_shows_as_many_or_more(self) -> None:
        figures = self.aged(Under_1=2, **{"1 to 5": 9, "6 to 9": 9, "Not recorded": 2})

        edition = make_public(figures, Policy(5))

        assert not edition.figures.joined_bands
        assert count_shown(edition.figures) == 18


class TestEditionsThatAreOutAlready:
    """Three bands of which one is small: alone, they would be joined."""

    def figures(self) -> Figures:
        bands = {"Under 1": 2, "1 to 5": 9, "6 to 9": 9}
        return analysed(
            data_set(
                a
                for b, count in bands.items()
                for a in audits("G" * count, profile={"Age band": b})
            )
        )

    def out(self, **changes: Any) -> dict[str, Any]:
        """Return the edition in which the bands stand apart and nothing is hidden."""
        content: Any = to_plain(leave_out_cases(self.figures(), show_all=False))
        return {**content, **changes}

    def test_what_one_of_the_same_quarters_has_apart_stays_apart(self) -> None:
        edition = make_public(self.figures(), Policy(5), [self.out()])

        assert not edition.figures.joined_bands
        assert count_shown(edition.figures) < 20

    def test_one_of_another_year_decides_nothing(self) -> None:
        last_year = {"organisation": "Rutland County Council", "start": "2015-04-01"}

        edition = make_public(self.figures(), Policy(5), [self.out(report=last_year)])

        assert edition.figures.joined_bands == {"Under 6": ("Under 1", "1 to 5")}

    def test_beside_one_of_another_quarter_bands_are_joined_and_known_apart(self) -> None:
        out = self.out()
        out["periods"] = {"Q2": out["periods"]["Q2"]}

        edition = make_public(self.figures(), Policy(5), [out])

        assert edition.figures.joined_bands == {"Under 6": ("Under 1", "1 to 5")}
        assert edition.ledger.values[("periods", "year", "profile", "Age band", "Under 1")] == 2

    def test_what_one_hides_is_hidden_again(self) -> None:
        figures = analysed(data_set(audits("GGGGGGG", profile={"Team": "North"})))
        path = ("periods", "year", "profile", "Team", "North")
        out: Any = to_plain(hide_counts(leave_out_cases(figures, show_all=False), [path]))

        edition = make_public(figures, Policy(5), [out])

        assert edition.suppression.hidden == {path: HIDDEN_BEFORE}
        assert edition.figures.periods["year"].profile["Team"] == {"North": HIDDEN}


def shares(*letters: str) -> Any:
    """Return rounds of a thematic audit by item, each compared with the one before."""
    rounds: list[Any] = []
    for place, judgements in enumerate(letters):
        earlier = rounds[-1].name if rounds else None
        found = judged_theme(f"Plans {place}", Seen=judgements, Heard=judgements)
        cases = tuple(
            replace(each, overall={"G": "Good", "R": "Requires Improvement"}[letter])
            for each, letter in zip(found.cases, judgements, strict=True)
        )
        rounds.append(replace(found, cases=cases, compared_with=earlier))
    return tuple(rounds)


class TestComparisons:
    def compared(self, *paths: str) -> JudgementComparison:
        """Return what the second of two rounds is compared with, after counts are hidden."""
        figures = analysed(data_set(thematic=shares("GGGGGGRR", "GGGGGGGR")))
        shown = leave_out_comparisons(hide(figures, *paths))
        found = shown.thematic["Plans 1"].compared_with
        assert isinstance(found, JudgementComparison)
        return found

    def test_all_stay_where_nothing_is_hidden(self) -> None:
        found = self.compared()

        assert found.overall is not None
        assert (found.overall.before.count, found.overall.after.count) == (6, 7)
        assert list(found.items) == ["Seen", "Heard"]

    @pytest.mark.parametrize("name", ["Plans 0", "Plans 1"])
    @pytest.mark.parametrize("step", ["count", "base"])
    def test_an_item_goes_with_a_hidden_end(self, name: str, step: str) -> None:
        found = self.compared(f"thematic/{name}/items/Seen/good_or_better/{step}")

        assert found.overall is not None
        assert list(found.items) == ["Heard"]

    def test_overall_judgements_go_by_themselves(self) -> None:
        found = self.compared("thematic/Plans 0/overall/good_or_better/count")

        assert found.overall is None
        assert list(found.items) == ["Seen", "Heard"]

    def test_a_series_loses_the_items_that_any_round_hides(self) -> None:
        figures = analysed(data_set(thematic=shares("GGGGGGRR", "GGGGGGGR", "GGGGGGGG")))
        (full,) = figures.series

        (shown,) = leave_out_comparisons(
            hide(figures, "thematic/Plans 0/items/Seen/good_or_better/count")
        ).series

        assert set(full.items) == {"Overall", "Seen", "Heard"}
        assert set(shown.items) == {"Overall", "Heard"}
        assert shown.changes == tuple(made for made in full.changes if made.area != "Seen")

    def test_evidence_of_which_anything_is_hidden_is_hidden_throughout(self) -> None:
        first = evidence_theme("Voice 0", Seen="yyynnn", Heard="yyynnn")
        second = replace(
            evidence_theme("Voice 1", Seen="yyyynn", Heard="yyyyyn"), compared_with="Voice 0"
        )
        figures = analysed(data_set(thematic=(first, second)))

        shown = leave_out_comparisons(hide(figures, "thematic/Voice 0/items/Seen/yes"))
        found = shown.thematic["Voice 1"].compared_with

        assert isinstance(found, EvidenceComparison)
        assert found.as_published == {"Seen": HIDDEN, "Heard": 50}
        assert found.like_for_like == {"Seen": HIDDEN, "Heard": 50}
        assert found.now == {"Seen": HIDDEN, "Heard": 83}
        assert list(found.changes) == ["Heard"]

    def test_a_round_of_feedback_loses_those_that_either_round_hides(self) -> None:
        answers = {"Q1": reply("Yes", "Yes"), "Q2": reply("Yes", "Yes")}
        data = data_set(
            questions=(question(), question("Q2")),
            responses=tuple(response(answers, round_=name) for name in ("May", "June")),
            rounds=(feedback_round("May"), feedback_round("June")),
        )
        figures = analysed(data)

        shown = leave_out_comparisons(hide(figures, "feedback/May/questions/Q1/positive/count"))

        assert [made.code for made in figures.feedback["June"].compared] == ["Q1", "Q2"]
        assert [made.code for made in shown.feedback["June"].compared] == ["Q2"]


class TestListsThatTell:
    def figures(self) -> Figures:
        """Return a round of two kinds of people with answers of their own and comments."""
        said = [("Child", "Zoo", "Good."), ("Child", "Art", ""), ("Child", "Zoo", "Fine.")]
        spoken = [*said, ("Parent", "Art", "Well."), ("Parent", "Art", "")]
        data = data_set(
            questions=(question(), question("Q2", answers="", positive="")),
            responses=tuple(
                response({"Q1": reply(own), "Q2": reply(comment)}, kind)
                for kind, own, comment in spoken
            ),
            rounds=(feedback_round(respondent="Child", asked=5),),
        )
        return analysed(data)

    def find(self, figures: Figures, kind: str, code: str) -> QuestionFigures:
        apart = figures.feedback["2016-17"].by_respondent
        assert apart is not None
        return apart[kind][code]

    def test_answers_of_peoples_own_stand_in_order_of_name(self) -> None:
        full, shown = self.figures(), leave_out_lists(self.figures())

        for found, order in ((full, ["Zoo", "Art"]), (shown, ["Art", "Zoo"])):
            assert list(self.find(found, "Child", "Q1").other) == order
        assert list(shown.feedback["2016-17"].questions["Q1"].other.items()) == [
            ("Art", 3),
            ("Zoo", 2),
        ]

    def test_comments_are_those_that_were_published(self) -> None:
        shown = leave_out_lists(self.figures())

        assert self.find(shown, "Child", "Q2").comments == ("Good.", "Fine.")
        assert shown.feedback["2016-17"].questions["Q2"].comments == ("Good.", "Fine.", "Well.")

    def test_comments_of_one_kind_go_where_it_is_hidden_how_many_answered(self) -> None:
        path = "feedback/2016-17/by_respondent/Parent/Q2/answered"

        shown = leave_out_lists(hide(self.figures(), path))

        assert self.find(shown, "Parent", "Q2").comments == ()
        assert self.find(shown, "Child", "Q2").comments == ("Good.", "Fine.")
        assert shown.feedback["2016-17"].questions["Q2"].comments == ("Good.", "Fine.", "Well.")

    def test_how_many_were_asked_goes_where_it_is_hidden_how_many_answered(self) -> None:
        full = self.figures()
        hidden = hide(full, "feedback/2016-17/respondents/Child")

        assert leave_out_lists(full).feedback["2016-17"].asked_by_respondent == {"Child": 5}
        assert leave_out_lists(hidden).feedback["2016-17"].asked_by_respondent == {}

    def test_a_round_of_one_kind_has_no_list_by_kind(self) -> None:
        data = data_set(questions=(question(),), responses=(response({"Q1": reply("Yes", "Yes")}),))

        assert leave_out_lists(analysed(data)).feedback["2016-17"].by_respondent is None


class TestWhatTheLogLists:
    """The cells of an edition that is made by hand: three teams, one of them small."""

    _NORTH, _SOUTH, _WEST = (
        ("periods", "year", "profile", "Team", team) for team in ("North", "South", "West")
    )

    def edition(self, told: Iterable[Key] = ()) -> Edition:
        counts = {"North": "GR", "South": "GGGGGGG", "West": "GGGGGGGGG"}
        teams = [a for t in counts for a in audits(counts[t], profile={"Team": t})]
        apart = analysed(data_set(teams, thematic=(evidence_theme(Seen=["y", "Closed"]),)))
        reasons = ("thematic", "Voice", "reasons", "Seen", "Closed")
        hidden: dict[tuple[str, ...], str] = {self._NORTH: SMALL, self._SOUTH: SECONDARY}
        figures = hide_counts(apart, (*hidden, reasons, (*self._NORTH[:2], "overall", "n")))
        ledger = Ledger(to_plain(apart))  # type: ignore[arg-type]
        for key in (self._NORTH, self._SOUTH, self._WEST):
            ledger.print_count(key, "Team", protect=True)
        ledger.fix_count((*self._NORTH[:2], "completed"), "always")
        shown = replace(figures, groups={}, trend=replace(figures.trend, overall_pairs=()))
        return Edition(shown, ledger, Suppression(hidden, tuple(told)), apart)

    def test_each_count_has_the_rule_that_hides_it(self) -> None:
        cells = [
            (cell.name.table, cell.name.row, cell.name.what, cell.value, cell.rule)
            for cell in list_cells(self.edition())
        ]

        assert cells == [
            ("Team, year", "North", "Audits", 2, SMALL),
            ("Team, year", "South", "Audits", 7, SECONDARY),
            ("Team, year", "West", "Audits", 9, ""),
            ("Overall judgements, year", "All", "Judged", 18, BESIDE),
            ("Voice", "Seen", "Did not apply", 1, BESIDE),
        ]

    def test_two_counts_of_one_name_are_listed_once_with_why_either_is_hidden(self) -> None:
        edition = self.edition()
        risk = ("periods", "year", "areas", "Risk")
        n, base, elsewhere = (*risk, "n"), (*risk, "good_or_better", "base"), (*risk, "elsewhere")
        area: dict[str, Any] = {"n": 7, "good_or_better": {"base": 7}}
        ledger = Ledger({"periods": {"year": {"areas": {"Risk": area}}}})
        for key in (n, base):
            ledger.print_count(key, "Risk", protect=True)

        ways: tuple[dict[tuple[str, ...], str], ...] = (
            {n: SMALL},
            {base: SMALL},
            {n: SMALL, elsewhere: SECONDARY},
        )
        for hidden in ways:
            made = replace(edition, ledger=ledger, suppression=Suppression(hidden, ()))
            (cell,) = list_cells(made)
            assert (cell.name.row, cell.name.what, cell.value, cell.rule) == (
                "Risk",
                "Judged",
                7,
                SMALL,
            )

    def test_a_count_that_is_told_is_listed_as_told(self) -> None:
        rules = [cell.rule for cell in list_cells(self.edition([self._NORTH, ("elsewhere",)]))]

        assert rules[:3] == [TOLD, SECONDARY, ""]

    def test_what_is_missing_is_named_with_how_much_of_it_there_was(self) -> None:
        edition = self.edition()
        full = dict(edition.ledger.figures)
        trend: dict[str, Any] = full["trend"]  # type: ignore[assignment]
        full["trend"] = {**trend, "overall_pairs": [1, 2], "consistent_strengths": None}
        full["groups"] = {"Team": [1, 2, 3], "Service": []}
        full["problems"] = {"a-code": 1}
        full["narrative"] = [1]
        full["periods"] = {**full["periods"], "Q9": {"notes": ["A note."], "strengths": ["Risk"]}}  # type: ignore[dict-item]
        shown = {**edition.figures.periods, "Q9": replace(edition.figures.periods["Q1"], notes=())}

        found = find_left_out(
            replace(
                edition,
                figures=replace(edition.figures, periods=shown),
                ledger=replace(edition.ledger, figures=full),
            )
        )

        assert list(found) == [
            ("Q9: areas of strength", 1, "it would tell a hidden count"),
            ("Between quarters", 2, "it would tell a hidden count"),
            ("Beside all others", 1, "it would tell a hidden count"),
        ]
