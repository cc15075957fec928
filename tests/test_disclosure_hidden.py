"""What follows from a hidden count: its name, its copies, and what is left out with it.

Small cases, written out in full; whole councils are tried elsewhere.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from records import (
    analysed,
    area_audits,
    audit,
    audits,
    case,
    data_set,
    evidence_theme,
    question,
    reply,
    response,
    source,
    theme,
)

from auditreport.analysis.disclosure.copies import find_copies
from auditreport.analysis.disclosure.count_names import name_count
from auditreport.analysis.disclosure.edition import Edition, Policy, make_public
from auditreport.analysis.disclosure.explained import find_unexplained
from auditreport.analysis.disclosure.hidden_counts import find_left_out, list_cells
from auditreport.analysis.disclosure.hiding import hide_counts, holds_hidden
from auditreport.analysis.disclosure.joined_tables import (
    join_bands,
    list_joined_counts,
    name_hidden_bands,
)
from auditreport.analysis.disclosure.ledger import Key, Ledger
from auditreport.analysis.disclosure.protected_judgements import leave_out_judgements
from auditreport.analysis.disclosure.telling_lists import leave_out_lists
from auditreport.analysis.figures import Figures, ScaleNames
from auditreport.analysis.hidden import HIDDEN
from auditreport.problems import Place
from auditreport.reading.dataset import Answer, Measure, PreviousYear

Tree = dict[str, Any]
_SCALE = ScaleNames(("Good", "Fair", "Poor"), ("Good", "Fair"), ("N/A",))


def key(path: str) -> Key:
    return tuple(path.split("/"))


class TestNamesOfCounts:
    @pytest.mark.parametrize(
        ("path", "name"),
        [
            ("periods/Q1/profile/Team/North", ("Team, Q1", "North", "Audits")),
            ("periods/Q1/profile/Team/North/[not judged]", ("Team, Q1", "North", "Not judged")),
            ("periods/year/good_by/Team/North/count", ("Team, year", "North", "Fair or better")),
            ("periods/year/good_by/Team/North/base", ("Team, year", "North", "Judged")),
            (
                "periods/year/profile/Team/North/[in other quarters]",
                ("Team, year", "North", "Audits, in quarters that are not shown"),
            ),
            (
                "periods/year/good_by/Team/North/base/[in other quarters]",
                ("Team, year", "North", "Judged, in quarters that are not shown"),
            ),
            (
                "periods/year/good_by_age_band/Under 1/[less than good]",
                ("Age band, year", "Under 1", "Less than Fair or better"),
            ),
            ("periods/Q1/overall/counts/Poor", ("Overall judgements, Q1", "All", "Poor")),
            ("periods/Q1/overall/n", ("Overall judgements, Q1", "All", "Judged")),
            ("periods/Q1/all_responses/not_judged/NA", ("All responses, Q1", "All", "NA")),
            ("periods/Q1/areas/Risk/good_or_better/base", ("Practice areas, Q1", "Risk", "Judged")),
            ("periods/Q1/by_service/Care/n", ("Judgements by service, Q1", "Care", "Judged")),
            ("periods/Q1/by_audit_type/Dip/n", ("Judgements by audit type, Q1", "Dip", "Judged")),
            ("periods/Q1/impact_by_overall/Good/n", ("Impact by overall, Q1", "Good", "Judged")),
            ("thematic/Plans/items/Seen/yes", ("Plans", "Seen", "Yes")),
            ("thematic/Plans/items/Seen/no", ("Plans", "Seen", "No")),
            ("thematic/Plans/items/Seen/base", ("Plans", "Seen", "Yes and no, or all cases")),
            ("thematic/Plans/items/Seen/not_applicable", ("Plans", "Seen", "Did not apply")),
            ("thematic/Plans/items/Seen/not_recorded", ("Plans", "Seen", "Not recorded")),
            ("thematic/Plans/reasons/Seen/Joint", ("Plans", "Seen", "Did not apply")),
            (
                "thematic/Plans/reasons/Seen/x/[without a reason]",
                ("Plans", "Seen", "Did not apply, without a reason"),
            ),
            ("thematic/Plans/by/Team/North", ("Plans, by Team", "North", "Cases")),
            ("thematic/Plans/overall/counts/Good", ("Plans", "Overall judgements", "Good")),
            ("thematic/Plans/items/Plan/good_or_better/base", ("Plans", "Plan", "Judged")),
            ("thematic/Plans/items/Plan/good_or_better/count", ("Plans", "Plan", "Fair or better")),
            (
                "thematic/Plans/overall/good_or_better/count",
                ("Plans", "Overall judgements", "Fair or better"),
            ),
            ("thematic/Plans/cases", ("Plans", "All", "Cases")),
            ("thematic/Plans/judged_by_item", ("Plans", "All", "judged by item")),
            ("feedback/May/respondents/Child", ("May", "Child", "People")),
            ("feedback/May/responses", ("May", "All", "People")),
            ("feedback/May/questions/F1/counts/Yes", ("May", "Question F1", "Yes")),
            ("feedback/May/questions/F1/other/Some", ("May", "Question F1", "Some")),
            ("feedback/May/questions/F1/blank", ("May", "Question F1", "No answer")),
            ("feedback/May/questions/F1/positive/base", ("May", "Question F1", "Answered")),
            ("feedback/May/questions/F/positive/count", ("May", "Question F", "Positive answers")),
            (
                "feedback/May/by_respondent/Child/F1/[not positive]",
                ("May, Child", "Question F1", "Other than positive answers"),
            ),
            ("feedback/May/by_respondent/Child/F/blank", ("May, Child", "Question F", "No answer")),
            ("reaudits/total", ("Re-audits", "", "total")),
            ("periods/Q1/moderation/matrix/Good/Poor", ("Moderation, Q1", "matrix", "Good, Poor")),
        ],
    )  # fmt: skip
    def test_a_count_is_named_by_its_table_its_row_and_what_it_counts(
        self, path: str, name: tuple[str, str, str]
    ) -> None:
        found = name_count(key(path), _SCALE)

        assert (found.table, found.row, found.what) == name


def share(count: int, base: int) -> Tree:
    return {"count": count, "base": base}


def change(area: str, before: str, after: str) -> Tree:
    ends = {"before": share(1, 2), "after": share(2, 2)}
    return {"area": area, "from": before, "to": after, "verdict": "better", **ends}


def copies_of(content: Tree) -> list[str]:
    """Return where each copy stands, and what it is the sum of."""
    return [
        f"{'/'.join(path)} = {' + '.join(map('/'.join, sources))}"
        for path, sources in find_copies(content).items()
    ]


class TestCopies:
    def test_the_trend_says_shares_of_quarters_again(self) -> None:
        trend = {
            "areas": {"Risk": {"Q1": share(1, 2), "Q2": None}},
            "changes": [change("Risk", "Q1", "Q2")],
            "overall_pairs": [change("Overall", "Q1", "Q2")],
            "turned": [{"area": "Risk", "change": change("Risk", "Q1", "Q2")}],
        }

        assert copies_of({"trend": trend}) == [
            "trend/areas/Risk/Q1/count = periods/Q1/areas/Risk/good_or_better/count",
            "trend/areas/Risk/Q1/base = periods/Q1/areas/Risk/good_or_better/base",
            "trend/areas/Risk/Q2/count = periods/Q2/areas/Risk/good_or_better/count",
            "trend/areas/Risk/Q2/base = periods/Q2/areas/Risk/good_or_better/base",
            "trend/changes/0/before/count = periods/Q1/areas/Risk/good_or_better/count",
            "trend/changes/0/before/base = periods/Q1/areas/Risk/good_or_better/base",
            "trend/changes/0/after/count = periods/Q2/areas/Risk/good_or_better/count",
            "trend/changes/0/after/base = periods/Q2/areas/Risk/good_or_better/base",
            "trend/overall_pairs/0/before/count = periods/Q1/overall/good_or_better/count",
            "trend/overall_pairs/0/before/base = periods/Q1/overall/good_or_better/base",
            "trend/overall_pairs/0/after/count = periods/Q2/overall/good_or_better/count",
            "trend/overall_pairs/0/after/base = periods/Q2/overall/good_or_better/base",
            "trend/turned/0/change/before/count = periods/Q1/areas/Risk/good_or_better/count",
            "trend/turned/0/change/before/base = periods/Q1/areas/Risk/good_or_better/base",
            "trend/turned/0/change/after/count = periods/Q2/areas/Risk/good_or_better/count",
            "trend/turned/0/change/after/base = periods/Q2/areas/Risk/good_or_better/base",
        ]

    def test_a_thematic_audit_says_its_items_again_beside_the_round_before(self) -> None:
        plans = {
            "kind": "Judgement",
            "items": {"Plan": {}},
            "compared_with": {
                "name": "Plans 1",
                "overall": change("Overall", "Plans 1", "Plans 2"),
                "items": {"Plan": change("Plan", "Plans 1", "Plans 2")},
            },
        }

        assert copies_of({"thematic": {"Plans 1": {}, "Plans 2": plans}}) == [
            "thematic/Plans 2/compared_with/overall/before/count = thematic/Plans "
            "1/overall/good_or_better/count",
            "thematic/Plans 2/compared_with/overall/before/base = thematic/Plans "
            "1/overall/good_or_better/base",
            "thematic/Plans 2/compared_with/overall/after/count = thematic/Plans "
            "2/overall/good_or_better/count",
            "thematic/Plans 2/compared_with/overall/after/base = thematic/Plans "
            "2/overall/good_or_better/base",
            "thematic/Plans 2/compared_with/items/Plan/before/count = thematic/Plans "
            "1/items/Plan/good_or_better/count",
            "thematic/Plans 2/compared_with/items/Plan/before/base = thematic/Plans "
            "1/items/Plan/good_or_better/base",
            "thematic/Plans 2/compared_with/items/Plan/after/count = thematic/Plans "
            "2/items/Plan/good_or_better/count",
            "thematic/Plans 2/compared_with/items/Plan/after/base = thematic/Plans "
            "2/items/Plan/good_or_better/base",
        ]

    def test_an_item_may_bear_the_name_of_the_overall_judgement(self) -> None:
        plans = {
            "kind": "Judgement",
            "items": {"Overall": {"n": 2}},
            "compared_with": {"items": {"Overall": change("Overall", "Plans", "Plans")}},
        }

        assert copies_of({"thematic": {"Plans": plans}}) == [
            "thematic/Plans/compared_with/items/Overall/before/count = "
            "thematic/Plans/items/Overall/good_or_better/count",
            "thematic/Plans/compared_with/items/Overall/before/base = "
            "thematic/Plans/items/Overall/good_or_better/base",
            "thematic/Plans/compared_with/items/Overall/after/count = "
            "thematic/Plans/items/Overall/good_or_better/count",
            "thematic/Plans/compared_with/items/Overall/after/base = "
            "thematic/Plans/items/Overall/good_or_better/base",
        ]

    def evidence(self, denominator: str) -> Tree:
        now = {
            "kind": "Evidence",
            "denominator": denominator,
            "items": {"Seen": {}},
            "compared_with": {
                "name": "Voice 1",
                "as_published": {"Seen": 40},
                "like_for_like": {"Seen": 41},
                "now": {"Seen": 50},
                "changes": {"Seen": change("Seen", "Voice 1", "Voice 2")},
            },
            "reasons": {"Seen": {"did not apply": 2}},
        }
        return {"thematic": {"Voice 1": {"kind": "Evidence"}, "Voice 2": now}}

    def test_evidence_is_compared_on_this_rounds_base(self) -> None:
        assert copies_of(self.evidence("Applicable cases")) == [
            "thematic/Voice 2/compared_with/changes/Seen/before/count = thematic/Voice "
            "1/items/Seen/yes",
            "thematic/Voice 2/compared_with/changes/Seen/before/base = thematic/Voice "
            "1/items/Seen/yes + thematic/Voice 1/items/Seen/no",
            "thematic/Voice 2/compared_with/changes/Seen/after/count = thematic/Voice "
            "2/items/Seen/yes",
            "thematic/Voice 2/compared_with/changes/Seen/after/base = thematic/Voice "
            "2/items/Seen/yes + thematic/Voice 2/items/Seen/no",
            "thematic/Voice 2/compared_with/as_published/Seen = thematic/Voice "
            "1/items/Seen/percent",
            "thematic/Voice 2/compared_with/now/Seen = thematic/Voice 2/items/Seen/percent",
            "thematic/Voice 2/compared_with/like_for_like/Seen = thematic/Voice "
            "2/compared_with/changes/Seen/before/percent",
            "thematic/Voice 2/reasons/Seen/did not apply = thematic/Voice "
            "2/items/Seen/not_applicable",
        ]

    def test_that_may_be_all_cases(self) -> None:
        found = copies_of(self.evidence("All cases"))

        assert [line for line in found if "/base = " in line] == [
            "thematic/Voice 2/compared_with/changes/Seen/before/base = thematic/Voice 1/cases",
            "thematic/Voice 2/compared_with/changes/Seen/after/base = thematic/Voice 2/cases",
        ]

    def test_a_series_says_the_items_of_its_rounds_again(self) -> None:
        series = {
            "denominator": "Applicable cases",
            "items": {"Seen": {"Voice 1": share(1, 2)}},
            "changes": [change("Seen", "Voice 1", "Voice 2")],
        }
        themes = {"Voice 1": {"kind": "Evidence"}, "Voice 2": {"kind": "Evidence"}}

        assert copies_of({"thematic": themes, "series": [series]}) == [
            "series/0/items/Seen/Voice 1/count = thematic/Voice 1/items/Seen/yes",
            "series/0/items/Seen/Voice 1/base = thematic/Voice 1/items/Seen/yes + thematic/Voice "
            "1/items/Seen/no",
            "series/0/changes/0/before/count = thematic/Voice 1/items/Seen/yes",
            "series/0/changes/0/before/base = thematic/Voice 1/items/Seen/yes + thematic/Voice "
            "1/items/Seen/no",
            "series/0/changes/0/after/count = thematic/Voice 2/items/Seen/yes",
            "series/0/changes/0/after/base = thematic/Voice 2/items/Seen/yes + thematic/Voice "
            "2/items/Seen/no",
        ]

    def test_rounds_of_feedback_are_compared_by_question_and_kind(self) -> None:
        compared = [
            {"code": "F1", "respondent": "Child", "change": change("", "April", "May")},
        ]
        april = {"by_respondent": {"Child": {"F1": {"answered": 2}}}}

        assert copies_of({"feedback": {"April": april, "May": {"compared": compared}}}) == [
            "feedback/May/compared/0/change/before/count = "
            "feedback/April/by_respondent/Child/F1/positive/count",
            "feedback/May/compared/0/change/before/base = "
            "feedback/April/by_respondent/Child/F1/positive/base",
            "feedback/May/compared/0/change/after/count = feedback/May/questions/F1/positive/count",
            "feedback/May/compared/0/change/after/base = feedback/May/questions/F1/positive/base",
        ]


class TestNumbersExplained:
    """Each is a report with one number; a number that is not explained is named by its path."""

    def unexplained(self, content: Tree, *printed: str) -> list[str]:
        ledger = Ledger(content)
        for path in printed:
            ledger.print_count(key(path), "the table", protect=False)
        ledger.unprotected.add(key("periods/*/measures"))
        return ["/".join(path) for path in find_unexplained(ledger, content)]

    @pytest.mark.parametrize(
        "path",
        [
            "actions/total",
            "problems/a-code",
            "rules/smallest_base",
            "feedback/May/asked",
            "periods/Q1/cancelled",
            "periods/Q1/completed",
            "periods/Q1/exempt",
            "periods/Q1/moderated",
            "periods/Q1/not_returned",
            "periods/Q1/open_cases",
            "periods/Q1/planned",
            "periods/Q1/measures/Seen/yes",
        ],
    )
    def test_what_counts_nobody_needs_none(self, path: str) -> None:
        assert self.unexplained(nest(path, 7)) == []

    @pytest.mark.parametrize(
        "path",
        ["periods/Q1/new", "periods/Q1", "new", "feedback/May/new", "periods/Q1/planned_ones"],
    )
    def test_any_other_number_is_unexplained(self, path: str) -> None:
        assert self.unexplained(nest(path, 7)) == [path]
        assert self.unexplained(nest(path, 7.5)) == [path]
        assert self.unexplained(nest(path, [3, 4])) == [f"{path}/0", f"{path}/1"]

    @pytest.mark.parametrize("value", ["seven", "[c]", None, True])
    def test_what_is_no_number_needs_none(self, value: object) -> None:
        assert self.unexplained(nest("new", value)) == []

    def test_a_count_of_the_ledger_is_explained(self) -> None:
        assert self.unexplained(nest("new", 7), "new") == []

    @pytest.mark.parametrize("step", ["percent", "low", "high"])
    def test_a_share_is_made_of_its_count_and_base(self, step: str) -> None:
        good = {"count": 1, "base": 2, step: 50}

        assert self.unexplained({"a": good}, "a/count", "a/base") == []
        assert self.unexplained({"a": {**good, "count": "[c]"}}, "a/base") == [f"a/{step}"]
        assert self.unexplained({"a": {**good, "base": "[c]"}}, "a/count") == [f"a/{step}"]
        assert self.unexplained({"a": {step: 50}}) == [f"a/{step}"]

    def test_a_share_of_evidence_is_made_of_yes(self) -> None:
        item = {"yes": "[c]", "count": 1, "base": 2, "percent": 50}

        assert self.unexplained({"a": item}, "a/count", "a/base") == ["a/percent"]
        assert self.unexplained({"a": {**item, "yes": 1}}, "a/yes", "a/count", "a/base") == []

    @pytest.mark.parametrize("step", ["difference", "low", "high"])
    def test_a_difference_is_made_of_its_shares(self, step: str) -> None:
        content: Tree = {
            "a": {"verdict": "better", "before": share(1, 2), "after": share(2, 2), step: 9}
        }
        ends = [f"a/{end}/{part}" for end in ("before", "after") for part in ("count", "base")]

        assert self.unexplained(content, *ends) == []
        content["a"]["after"]["count"] = "[c]"
        assert self.unexplained(content, *ends) == [f"a/{step}"]

    def test_percentages_of_a_distribution_are_made_of_what_is_judged(self) -> None:
        found: Tree = {"n": 3, "counts": {"Good": 3}, "not_judged": {"N/A": "[c]"}}
        printed = ("a/n", "a/counts/Good", "a/not_judged/N/A")

        assert self.unexplained({"a": {**found, "percent": {"Good": 99}}}, *printed) == []
        assert self.unexplained({"a": {**found, "share": {"Good": 99}}}, *printed) == [
            "a/share/Good"
        ]
        found["not_judged"] = {}
        assert self.unexplained({"a": {**found, "share": {"Good": 99}}}, *printed) == []
        found["counts"] = {"Good": "[c]"}
        assert self.unexplained({"a": {**found, "percent": {"Good": 99}}}, *printed) == [
            "a/percent/Good"
        ]
        found["counts"], found["n"] = {"Good": 3}, "[c]"
        assert self.unexplained({"a": {**found, "percent": {"Good": 99}}}, *printed) == [
            "a/percent/Good"
        ]

    def test_in_how_many_quarters_an_area_was_strong_is_made_of_its_shares(self) -> None:
        trend: Tree = {"areas": {"Risk": {"Q1": share(1, 2)}}, "quarters": {"Risk": {"of": 1}}}
        good = {"good_or_better": share(1, 2)}
        content: Tree = {"trend": trend, "periods": {"Q1": {"areas": {"Risk": good}}}}
        counted = [f"periods/Q1/areas/Risk/good_or_better/{part}" for part in ("count", "base")]

        assert self.unexplained(content, *counted) == []
        trend["areas"] = {"Risk": {"Q1": share("[c]", 2)}}  # type: ignore[arg-type]
        assert self.unexplained(content, *counted) == ["trend/quarters/Risk/of"]

    def test_how_many_of_a_kind_were_asked_is_said_where_it_is_shown_who_answered(self) -> None:
        found: Tree = {
            "responses": 3,
            "respondents": {"Child": 3},
            "asked_by_respondent": {"Child": 9},
        }
        content = {"feedback": {"May": found}}
        printed = ("feedback/May/responses", "feedback/May/respondents/Child")

        assert self.unexplained(content, *printed) == []
        found["respondents"] = {"Child": "[c]"}
        assert self.unexplained(content, *printed) == ["feedback/May/asked_by_respondent/Child"]
        found["respondents"], found["responses"] = {"Child": 3}, "[c]"
        assert self.unexplained(content, *printed) == ["feedback/May/asked_by_respondent/Child"]

    @pytest.mark.parametrize("part", ["reaudits", "follow_up"])
    def test_second_looks_are_said_where_the_worst_judgement_is_shown(self, part: str) -> None:
        counts: Tree = {"Good": "[c]", "Poor": 2}
        content: Tree = {part: {"total": 1}, "periods": {"year": {"overall": {"counts": counts}}}}
        printed = ("periods/year/overall/counts/Poor",)

        assert self.unexplained(content, *printed) == []
        counts["Poor"] = "[c]"
        assert self.unexplained(content, *printed) == [f"{part}/total"]

    def test_a_copy_is_the_sum_of_what_it_copies(self) -> None:
        item = {"yes": 1, "no": 1, "not_applicable": 2}
        voice: Tree = {"items": {"Seen": item}, "reasons": {"Seen": {"did not apply": 2}}}
        printed = [f"thematic/Voice/items/Seen/{step}" for step in item]

        assert self.unexplained({"thematic": {"Voice": voice}}, *printed) == []
        voice["reasons"]["Seen"]["did not apply"] = 3
        assert self.unexplained({"thematic": {"Voice": voice}}, *printed) == [
            "thematic/Voice/reasons/Seen/did not apply"
        ]


def nest(path: str, value: object) -> Tree:
    """Return a tree that holds one value."""
    first, _, rest = path.partition("/")
    return {first: nest(rest, value) if rest else value}


_JOINED = {"Under 6": ("Under 1", "1 to 5")}


class TestAgeBandsInTables:
    def figures(self) -> Figures:
        bands = {"Under 1": "GR", "1 to 5": "GGR", "6 to 9": "G"}
        found = [a for band in bands for a in audits(bands[band], profile={"Age band": band})]
        cases = tuple(case("G", profile={"Age band": band, "Team": "North"}) for band in bands)
        themes = (theme("Plans", cases=cases), evidence_theme(Seen="y"))
        return analysed(data_set(found, thematic=themes))

    def test_joined_bands_are_counted_as_one_in_all_tables(self) -> None:
        joined = join_bands(self.figures(), _JOINED)
        year, plans = joined.periods["year"], joined.thematic["Plans"]

        assert joined.joined_bands == _JOINED
        assert list(year.profile["Age band"].items()) == [("Under 6", 5), ("6 to 9", 1)]
        assert {
            band: (good.count, good.base, good.percent)
            for band, good in year.good_by_age_band.items()
        } == {"Under 6": (3, 5, 60), "6 to 9": (1, 1, 100)}
        assert plans.by == {  # type: ignore[union-attr]
            "Age band": {"Under 6": 2, "6 to 9": 1},
            "Team": {"North": 3},
        }
        assert joined.periods["Q1"].profile == year.profile

    def test_without_any_the_figures_are_as_they_were(self) -> None:
        figures = self.figures()

        assert join_bands(figures, {}) is figures

    def test_a_band_that_is_joined_is_hidden_under_its_own_name(self) -> None:
        figures = name_hidden_bands(join_bands(self.figures(), _JOINED))
        year, plans = figures.periods["year"], figures.thematic["Plans"]

        assert year.profile["Age band"] == {
            "Under 6": 5, "6 to 9": 1, "Under 1": HIDDEN, "1 to 5": HIDDEN,
        }  # fmt: skip
        good = year.good_by_age_band["Under 1"]
        assert {good.count, good.base, good.percent, good.low, good.high} == {HIDDEN}
        assert plans.by["Age band"]["1 to 5"] is HIDDEN  # type: ignore[union-attr]
        assert plans.by["Team"] == {"North": 3}  # type: ignore[union-attr]

    def test_tables_without_ages_have_no_bands_to_join(self) -> None:
        figures = analysed(data_set(audits("G"), thematic=(theme("Plans", cases=(case("G"),)),)))
        bare = replace(
            figures,
            periods={n: replace(found, profile={}) for n, found in figures.periods.items()},
        )

        assert list_joined_counts(bare, _JOINED) == {}

    def test_what_is_printed_with_others_as_one_is_known_by_its_path(self) -> None:
        found = list_joined_counts(self.figures(), _JOINED)

        assert {
            "/".join(path): count for path, count in found.items() if path[1] in ("year", "Plans")
        } == {
            "periods/year/profile/Age band/Under 1": 2,
            "periods/year/profile/Age band/1 to 5": 3,
            "periods/year/good_by_age_band/Under 1/count": 1,
            "periods/year/good_by_age_band/Under 1/base": 2,
            "periods/year/good_by_age_band/1 to 5/count": 2,
            "periods/year/good_by_age_band/1 to 5/base": 3,
            "thematic/Plans/by/Age band/Under 1": 1,
            "thematic/Plans/by/Age band/1 to 5": 1,
        }


class TestWhatIsHidden:
    def edition(self) -> Edition:
        """Return an edition of three teams of which the smallest is hidden with another."""
        found = [
            a
            for team, letters in {"North": "GR", "South": "GGGGGGG", "West": "GGGGGGGGG"}.items()
            for a in audits(letters, profile={"Team": team})
        ]
        figures = replace(analysed(data_set(found)), trend=analysed(data_set()).trend)
        return make_public(figures, Policy(5))

    def test_each_count_is_listed_once_in_the_order_of_the_report_with_why(self) -> None:
        cells = [
            (cell.name.row, cell.name.what, cell.value, cell.rule)
            for cell in list_cells(self.edition())
            if cell.name.table == "Team, year"
        ]

        assert cells == [
            ("North", "Audits", 2, "small count"),
            ("South", "Audits", 7, "would give a small count away"),
            ("West", "Audits", 9, "would give a small count away"),
            ("North", "Good or better", 1, "small count"),
            ("North", "Judged", 2, "small count"),
            ("South", "Good or better", 7, "would give a small count away"),
            ("South", "Judged", 7, "would give a small count away"),
            ("West", "Good or better", 9, "would give a small count away"),
            ("West", "Judged", 9, "would give a small count away"),
        ]

    def test_comparisons_that_are_not_there_are_named_with_how_many_they_were(self) -> None:
        assert list(find_left_out(self.edition())) == [
            ("Beside all others", 1, "it would tell a hidden count")
        ]


class TestJudgementsLeftOut:
    """Where judgements are protected, what would tell a hidden one goes with it."""

    def figures(self) -> Figures:
        strong, weak = "GGGGGG", "RRRRRR"
        found = [
            *area_audits("Q1", Risk=strong, Plans=weak, Outcomes=strong),
            *area_audits("Q2", Risk=weak, Plans=weak, Outcomes=strong),
        ]
        return analysed(data_set(replace(a, audit_type="Dip sample") for a in found))

    def hidden(self, *paths: str) -> Figures:
        return leave_out_judgements(hide_counts(self.figures(), map(key, paths)))

    def test_lists_and_the_trend_keep_the_areas_that_are_shown_throughout(self) -> None:
        full, found = self.figures(), self.hidden("periods/Q1/areas/Risk/good_or_better/count")
        trend = found.trend

        assert full.periods["Q1"].strengths == ("Risk", "Outcomes")
        assert found.periods["Q1"].strengths == ("Outcomes",)
        assert found.periods["Q1"].development == ("Plans",)
        assert found.periods["Q2"].development == full.periods["Q2"].development
        assert set(full.trend.areas) == {"Risk", "Plans", "Outcomes"}
        assert set(trend.areas) == set(trend.quarters) == {"Plans", "Outcomes"}
        assert {made.area for made in trend.changes} == {"Overall", "Plans", "Outcomes"}
        assert trend.consistent_strengths == ("Outcomes",)
        assert trend.persistent_development == ("Plans",)
        assert [turn.area for turn in full.trend.turned] == ["Risk"]
        assert trend.turned == ()
        assert trend.overall_pairs == full.trend.overall_pairs

    def test_no_area_that_is_hidden_anywhere_is_said_to_be_consistent(self) -> None:
        found = self.hidden(
            "periods/Q1/areas/Plans/good_or_better/count",
            "periods/Q1/areas/Outcomes/good_or_better/count",
        )

        assert found.periods["Q1"].development == ()
        assert found.trend.consistent_strengths == found.trend.persistent_development == ()

    def test_where_nothing_is_hidden_the_trend_stays(self) -> None:
        full, found = self.figures(), self.hidden()

        assert found.trend == full.trend
        assert found.periods["Q1"].strengths == ("Risk", "Outcomes")

    def test_the_trend_of_overall_judgements_goes_with_a_hidden_one(self) -> None:
        trend = self.hidden("periods/Q2/overall/good_or_better/count").trend

        assert {made.area for made in trend.changes} == {"Risk", "Plans", "Outcomes"}
        assert trend.overall_pairs == ()

    def test_areas_with_a_best_or_worst_judgement_are_named_where_all_are_shown(self) -> None:
        found = analysed(data_set(area_audits("Q1", Risk="OOOOOI", Plans="OOOOOO")))
        shown = leave_out_judgements(found)
        hidden = leave_out_judgements(
            hide_counts(found, [key("periods/Q1/areas/Plans/counts/Good")])
        )

        assert shown.periods["Q1"].outstanding == ("Plans", "Risk")
        assert shown.periods["Q1"].inadequate == ("Risk",)
        assert hidden.periods["Q1"].outstanding == hidden.periods["Q1"].inadequate == ()
        assert hidden.periods["year"].outstanding == ("Plans", "Risk")

    def test_areas_with_too_few_to_say_are_named_where_they_are_shown(self) -> None:
        found = analysed(data_set(area_audits("Q1", Risk="GG", Plans="GG")))

        public = leave_out_judgements(
            hide_counts(found, [key("periods/Q1/areas/Risk/good_or_better/base")])
        )

        assert found.periods["Q1"].too_few[:2] == ("Risk", "Plans")
        assert "Risk" not in public.periods["Q1"].too_few
        assert "Plans" in public.periods["Q1"].too_few

    def test_what_is_judged_outside_the_tables_is_left_out_whole(self) -> None:
        found = self.hidden()
        period = found.periods["Q1"]

        assert found.previous is None
        assert found.targets == {}
        assert found.trend.measure_changes == ()
        assert period.moderation is None
        assert period.impact is None
        assert period.measures == {}
        assert period.impact_by_overall == {}
        assert period.by_service == period.by_audit_type == {}
        assert period.inadequate_not_moderated is period.immediate_concerns is HIDDEN

    def test_all_of_that_is_there_where_judgements_are_not_protected(self) -> None:
        seen = Measure(source("Measures"), "Seen", "Child seen")
        moderated = {"moderated": True, "moderated_judgement": "Good", "impact": "Good"}
        found = [
            *audits("GGGGGG", "Q1", measures={"Seen": Answer.YES}, profile={"Service": "Care"}),
            *audits("RRRRRR", "Q2", measures={"Seen": Answer.NO}, **moderated),
        ]
        entered = PreviousYear(Place("data.xlsx"), "as entered", "2015-16", (3, 4), {})
        full = analysed(data_set(found, measures=(seen,), previous=entered))

        public = leave_out_judgements(full)

        def told(figures: Figures) -> list[object]:
            year = figures.periods["year"]
            return [
                *(year.measures, year.moderation, year.impact, year.impact_by_overall),
                *(year.by_service, year.by_audit_type, figures.trend.measure_changes),
                figures.previous,
            ]

        assert all(told(full))
        assert not any(told(public))

    def test_second_looks_are_hidden_where_any_audit_was_inadequate_or_may_have_been(self) -> None:
        none = leave_out_judgements(analysed(data_set(audits("GG"))))
        one = leave_out_judgements(analysed(data_set(audits("GI"))))
        hidden = self.hidden("periods/year/overall/counts/Inadequate")

        assert (none.reaudits.inadequate, none.follow_up.inadequate) == (0, 0)
        for found in (one, hidden):
            again, follow_up = found.reaudits, found.follow_up
            assert {
                again.total, again.compared, again.better, again.same, again.worse,
                again.not_found, again.inadequate, again.without,
                follow_up.inadequate, follow_up.inadequate_without,
            } == {HIDDEN}  # fmt: skip

    def test_second_looks_are_hidden_where_any_second_audit_was_compared(self) -> None:
        first, second = audit("G", ref="A1"), audit("G", ref="A2", reaudit_of="A1")
        found = leave_out_judgements(analysed(data_set([first, second])))

        assert found.reaudits.total is HIDDEN

    def test_areas_that_no_action_is_from_are_named_where_they_are_shown(self) -> None:
        full = self.figures()
        found = self.hidden("periods/year/areas/Plans/good_or_better/base")

        assert "Plans" in full.follow_up.development_without
        assert "Plans" not in found.follow_up.development_without


class TestWhatIsMadeOfAHiddenCount:
    def test_a_distribution_hides_its_percentages_with_a_judgement_and_its_shares_too(self) -> None:
        figures = analysed(data_set(audits("GGR-")))
        path = "periods/year/overall"

        judged = hide_counts(figures, [key(f"{path}/counts/Good")]).periods["year"].overall
        total = hide_counts(figures, [key(f"{path}/n")]).periods["year"].overall

        assert {*judged.percent.values(), *judged.share.values()} == {HIDDEN}
        assert judged.counts["Good"] is HIDDEN
        assert judged.counts["Requires Improvement"] == 1
        assert not holds_hidden(judged.good_or_better)
        assert {*total.percent.values(), *total.share.values()} == {HIDDEN}

    def test_one_that_is_not_judged_hides_the_shares_alone(self) -> None:
        figures = analysed(data_set(audits("GGR-")))

        found = hide_counts(figures, [("periods", "year", "overall", "not_judged", "N/A")])
        overall = found.periods["year"].overall

        assert set(overall.share.values()) == {HIDDEN}
        assert overall.percent == figures.periods["year"].overall.percent

    def test_good_or_better_hides_its_percentage_and_its_interval(self) -> None:
        figures = analysed(data_set(audits("GGR")))

        for step in ("count", "base"):
            path = key(f"periods/year/overall/good_or_better/{step}")
            good = hide_counts(figures, [path]).periods["year"].overall.good_or_better
            assert {good.percent, good.low, good.high} == {HIDDEN}
            assert (good.count is HIDDEN) == (step == "count")

    def test_evidence_hides_its_percentage_with_yes_or_its_base(self) -> None:
        figures = analysed(data_set(audits("G"), thematic=(evidence_theme(Seen="yyn "),)))

        hidden = {
            step: hide_counts(figures, [key(f"thematic/Voice/items/Seen/{step}")])
            .thematic["Voice"]
            .items["Seen"]
            .percent
            for step in ("yes", "base", "no", "not_recorded")
        }

        assert hidden == {"yes": HIDDEN, "base": HIDDEN, "no": 67, "not_recorded": 67}

    def test_a_place_in_a_list_is_hidden_alone(self) -> None:
        figures = analysed(data_set((*audits("GGGGGG", "Q1"), *audits("GGGGRR", "Q2"))))
        first, *others = figures.trend.overall_pairs

        hidden = hide_counts(figures, [key("trend/overall_pairs/0/before/count")])
        changed, *same = hidden.trend.overall_pairs

        assert changed.before.count is HIDDEN
        assert changed.after == first.after
        assert same == others

    def test_positive_answers_hide_their_percentage(self) -> None:
        figures = analysed(
            data_set(questions=(question(),), responses=(response({"Q1": reply("Yes", "Yes")}),))
        )

        hidden = hide_counts(figures, [key("feedback/2016-17/questions/Q1/positive/count")])
        positive = hidden.feedback["2016-17"].questions["Q1"].positive

        assert positive is not None
        assert (positive.count, positive.base, positive.percent) == (HIDDEN, 1, HIDDEN)

    def test_nothing_hidden_leaves_the_figures_as_they_were(self) -> None:
        figures = analysed(data_set(audits("G")))

        assert hide_counts(figures, []) is figures
        assert not holds_hidden(figures)

    def test_reasons_are_counted_as_one(self) -> None:
        voice = evidence_theme(Seen=["y", "Joint working", "Closed"], Heard=["y", "n", "y"])
        found = leave_out_lists(analysed(data_set(audits("G"), thematic=(voice,))))

        assert found.thematic["Voice"].reasons == {  # type: ignore[union-attr]
            "Seen": {"did not apply": 2},
            "Heard": {},
        }
