"""What a public edition hides: small tables worked by hand."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import write_workbook
from councils import make_council
from records import analysed, audits, data_set, narrative, settings
from typer.testing import CliRunner

from auditreport.analysis.disclosure.attack import Attack
from auditreport.analysis.disclosure.earlier import add_earlier, find_hidden
from auditreport.analysis.disclosure.edition import Edition, Policy, make_public
from auditreport.analysis.disclosure.hiding import hide_counts, holds_hidden
from auditreport.analysis.disclosure.ledger import Key, Ledger
from auditreport.analysis.disclosure.proof import find_told
from auditreport.analysis.disclosure.suppression import SECONDARY, SMALL, suppress
from auditreport.analysis.figures import Figures
from auditreport.analysis.figures_json import Plain, figures_json
from auditreport.analysis.hidden import HIDDEN, HiddenCountError
from auditreport.analysis.publishing import publish
from auditreport.cli import app
from auditreport.problems import Severity
from auditreport.reading import Reading

TOTAL: Key = ("total",)


def one_table(*counts: int) -> Ledger:
    """Return a ledger of one table whose total is always shown."""
    table: dict[str, Plain] = {str(place): count for place, count in enumerate(counts)}
    ledger = Ledger({"total": sum(counts), "table": table})
    ledger.fix_count(TOTAL, "the table")
    cells = [ledger.print_count(("table", key), "the table", protect=True) for key in table]
    ledger.add_sum(TOTAL, cells)
    return ledger


def hidden_in(*counts: int, hide_up_to: int = 5) -> list[int]:
    """Return the places of the counts that are hidden in a table of one row."""
    found = suppress(one_table(*counts), hide_up_to)
    return sorted(int(key[1]) for key in found.hidden)


class TestOneRow:
    def test_large_counts_and_zeros_are_shown(self) -> None:
        assert hidden_in(12, 0, 30) == []

    def test_a_small_count_takes_the_next_larger_one_with_it(self) -> None:
        assert hidden_in(3, 40, 9) == [0, 2]

    def test_two_small_counts_that_leave_each_other_enough_hide_alone(self) -> None:
        assert hidden_in(2, 4, 9, 40) == [0, 1]

    def test_two_ones_need_a_third_for_both_are_at_least_one(self) -> None:
        assert hidden_in(1, 1, 9) == [0, 1, 2]

    def test_where_nothing_else_is_there_a_zero_is_hidden_too(self) -> None:
        assert hidden_in(1, 2, 0, 0) == [0, 1, 2]

    def test_a_council_may_hide_less_or_nothing(self) -> None:
        assert hidden_in(3, 40, 9, hide_up_to=2) == []
        assert hidden_in(1, 40, 9, hide_up_to=0) == []

    def test_each_is_hidden_for_a_reason(self) -> None:
        found = suppress(one_table(3, 40, 9), 5)
        assert dict(found.hidden) == {("table", "0"): SMALL, ("table", "2"): SECONDARY}

    @pytest.mark.parametrize(
        ("missed", "hidden"),
        [
            (("table", "year", "team"), ("table", "Q1", "team")),
            (("table", "Q1", "profile", "team"), ("table", "Q1", "good_by", "team")),
            (("table", "Q1", "large"), ("table", "Q1", "small")),
        ],
    )
    def test_of_two_counts_that_would_do_the_one_that_is_missed_less_is_hidden(
        self, missed: Key, hidden: Key
    ) -> None:
        small: Key = ("table", "Q1", "few")
        counts = {small: 3, missed: 12 if missed[-1] == "large" else 8, hidden: 9}
        ledger = Ledger({}, {**counts, TOTAL: sum(counts.values())}, dict.fromkeys(counts, "table"))
        ledger.protected[small] = "table"
        ledger.fixed.add(TOTAL)
        ledger.add_sum(TOTAL, counts)

        assert dict(suppress(ledger, 5).hidden) == {small: SMALL, hidden: SECONDARY}

    @pytest.mark.parametrize("seed", [232, 267])
    def test_what_is_shown_again_tells_nothing_of_the_rest_of_its_table(self, seed: int) -> None:
        edition = publish(Reading(make_council(seed), ()), tool="auditreport 0.1.0")
        content = json.loads(figures_json(edition.figures))
        assert find_told(edition.ledger, content, edition.figures.rules.hide_counts_up_to) == ()

    def test_what_was_hidden_before_stays_hidden(self) -> None:
        found = suppress(one_table(12, 14, 30), 5, frozenset({("table", "1")}))
        assert ("table", "1") in found.hidden


class TestTheAttack:
    def test_a_shown_count_is_told(self) -> None:
        told = Attack(one_table(3, 40, 9)).examine(("table", "0"))
        assert told is not None
        assert told.values == (3,)

    def test_a_lone_hidden_count_is_what_the_total_leaves(self) -> None:
        attack = Attack(one_table(3, 40, 9))
        attack.hide(("table", "0"))
        told = attack.examine(("table", "0"))
        assert told is not None
        assert told.values == (3,)

    def test_two_hidden_counts_of_two_are_one_each(self) -> None:
        attack = Attack(one_table(1, 1, 40))
        attack.hide(("table", "0"))
        attack.hide(("table", "1"))
        told = attack.examine(("table", "0"))
        assert told is not None
        assert told.values == (1,)

    def test_with_three_values_left_a_count_is_safe(self) -> None:
        attack = Attack(one_table(2, 2, 40))
        attack.hide(("table", "0"))
        attack.hide(("table", "1"))
        assert attack.examine(("table", "0")) is None

    def test_to_show_again_takes_the_doubt_away(self) -> None:
        attack = Attack(one_table(2, 2, 40))
        for place in "01":
            attack.hide(("table", place))
        assert attack.examine(("table", "0")) is None
        attack.show(("table", "1"))
        assert attack.examine(("table", "0")) is not None

    def test_to_show_a_zero_touches_what_else_its_table_hides(self) -> None:
        cells: dict[str, Plain] = {"a": 1, "b": 2, "c": 0, "d": 7}
        ledger = Ledger({"cell": cells, "one": 3, "other": 7})
        keys = [ledger.print_count(("cell", name), "the table", protect=True) for name in cells]
        ledger.add_sum(ledger.fix_count(("one",), "totals"), keys[:2])
        ledger.add_sum(ledger.fix_count(("other",), "totals"), keys[2:])
        attack = Attack(ledger)
        for key in keys:
            attack.hide(key)
        assert attack.examine(keys[0]) is None
        assert attack.find_touched(keys[2]) == frozenset(keys)
        assert attack.find_touched(keys[3]) == frozenset(keys[2:])
        attack.show(keys[2])
        told = attack.examine(keys[0])
        assert told is not None
        assert told.values == (1, 2)


class TestHiddenCounts:
    def test_it_prints_as_a_symbol_in_every_manner(self) -> None:
        assert [str(HIDDEN), f"{HIDDEN:,}", f"{HIDDEN:.1f}", repr(HIDDEN)] == ["[c]"] * 4

    @pytest.mark.parametrize(
        "use",
        [
            lambda: HIDDEN + 1,
            lambda: 1 + HIDDEN,
            lambda: sum([HIDDEN]),
            lambda: HIDDEN < 3,
            lambda: HIDDEN <= 3,
            lambda: max([HIDDEN, 2]),
            lambda: HIDDEN / 2,
            lambda: 100 * HIDDEN,
            lambda: int(HIDDEN),
            lambda: float(HIDDEN),
            lambda: round(HIDDEN),
            lambda: -HIDDEN,
        ],
    )
    def test_nothing_can_be_made_of_it(self, use: Any) -> None:
        with pytest.raises(HiddenCountError, match=r"^a hidden count stands for no number$"):
            use()

    def test_it_equals_no_number(self) -> None:
        assert HIDDEN != 0
        assert HIDDEN == HIDDEN

    def test_percentages_and_intervals_made_of_it_are_hidden_with_it(self) -> None:
        figures = analysed(data_set(audits("GGGGGGIIII")))
        key = ("periods", "year", "overall", "counts", "Good")
        overall = hide_counts(figures, [key]).periods["year"].overall
        assert set(overall.percent.values()) == {HIDDEN}
        assert overall.good_or_better.percent == 60
        good = ("periods", "year", "overall", "good_or_better", "count")
        overall = hide_counts(figures, [good]).periods["year"].overall
        assert (overall.good_or_better.percent, overall.good_or_better.low) == (HIDDEN, HIDDEN)


def council(**changes: Any) -> Figures:
    """Return a year in which one team was audited three times, two others often."""
    teams = ["North"] * 12 + ["South"] * 9 + ["West"] * 3
    found = tuple(
        made
        for number, team in enumerate(teams)
        for made in audits("G" if number % 2 else "R", profile={"Team": team})
    )
    return analysed(data_set(found, settings=settings(**changes)))


def teams_of(edition: Edition, period: str = "year") -> Mapping[str, int]:
    return edition.figures.periods[period].profile["Team"]


class TestAnEdition:
    def test_a_small_team_and_one_more_are_hidden(self) -> None:
        shown = {
            team: str(count) for team, count in teams_of(make_public(council(), Policy(5))).items()
        }
        assert shown["West"] == "[c]"
        assert sorted(shown.values()).count("[c]") == 2

    def test_how_good_practice_was_stays(self) -> None:
        public = make_public(council(), Policy(5)).figures
        assert not holds_hidden(public.periods["year"].overall)
        assert not holds_hidden(public.trend)

    def test_with_protected_judgements_small_ones_are_hidden_too(self) -> None:
        figures = analysed(data_set(audits("G" * 9 + "R" * 8 + "IIO")))
        policy = Policy(5, protect_judgements=True)
        overall = make_public(figures, policy).figures.periods["year"].overall
        assert overall.counts["Inadequate"] is HIDDEN
        assert overall.counts["Outstanding"] is HIDDEN

    def test_gender_and_ethnicity_are_left_out_unless_asked_for(self) -> None:
        many = audits("G" * 20, profile={"Gender": "Female", "Team": "North"})
        figures = analysed(data_set(many))
        assert "Gender" not in make_public(figures, Policy(5)).figures.periods["year"].profile
        asked = Policy(5, show_gender_and_ethnicity=True)
        assert "Gender" in make_public(figures, asked).figures.periods["year"].profile

    def test_what_the_workbook_asks_for_is_what_is_published(self) -> None:
        many = audits("G" * 20, profile={"Gender": "Female", "Team": "North"})
        for asked in (True, False):
            rules = settings(show_gender_and_ethnicity=asked)
            edition = publish(Reading(data_set(many, settings=rules), ()), tool="x")
            assert ("Gender" in edition.figures.periods["year"].profile) is asked

    def test_a_failing_reference_is_a_problem_of_the_severity_that_was_set(self) -> None:
        told = replace(narrative("Of {{ Q1 planned }}planned"), publish=True)
        read = Reading(data_set(audits("G"), narrative=(told,)), ())
        for set_to in Severity:
            reading = replace(read, severity={"unprintable-figure": set_to})
            found = publish(reading, tool="x").figures
            assert [problem.severity for problem in found.problems] == [set_to]

    def test_the_same_edition_once_out_leads_to_the_same_again(self) -> None:
        first = figures_json(make_public(council(), Policy(5)).figures)
        again = make_public(council(), Policy(5), [json.loads(first)])
        assert figures_json(again.figures) == first


class TestTheProof:
    def test_what_was_written_is_read_back(self) -> None:
        edition = make_public(council(), Policy(5))
        content = json.loads(figures_json(edition.figures))
        assert find_told(edition.ledger, content, 5) == ()
        content["periods"]["year"]["profile"]["Team"]["West"] = 3
        assert find_told(edition.ledger, content, 5)


class TestEarlierEditions:
    def test_what_one_shows_is_known(self) -> None:
        ledger = one_table(3, 40, 9)
        earlier: dict[str, Plain] = {"total": 52, "table": {"1": 40, "2": 9}}
        add_earlier(ledger, earlier, 1)
        assert ("table", "0") in suppress(ledger, 5).told

    def test_what_has_changed_since_is_not(self) -> None:
        ledger = one_table(3, 40, 9)
        add_earlier(ledger, {"table": {"1": 41, "2": 10}}, 1)
        assert suppress(ledger, 5).told == ()

    def test_what_one_hides_is_found(self) -> None:
        earlier: dict[str, Plain] = {"table": {"1": "[c]", "2": 9}}
        assert find_hidden(one_table(3, 40, 9), earlier) == {("table", "1")}


def test_an_edition_that_would_tell_is_not_written(tmp_path: Path) -> None:
    teams = ["North"] * 12 + ["South"] * 9 + ["West"] * 3
    rows = [[f"A{n}", f"2016-05-{n % 28 + 1:02}", "Good", team] for n, team in enumerate(teams)]
    header = ["Audit ref", "Audit date", "Overall judgement", "Team"]
    workbook = tmp_path / "data.xlsx"
    report = [["Setting", "Value"], ["Organisation", "Anyshire"], ["Year", "2016-17"]]
    write_workbook(workbook, {"Report": report, "Audits": [header, *rows]})
    out = tmp_path / "out"
    build = ["build", str(workbook), "--audience", "public", "-o", str(out), "--format", "html"]
    done = CliRunner().invoke(app, build)
    assert done.exit_code == 0, done.stderr
    figures = json.loads((out / "annual-report-2016-17.figures.json").read_text("utf-8"))
    figures["scope"] = "Q1"  # an earlier edition that showed every team
    for period in figures["periods"].values():
        period["profile"]["Team"] = {"North": 12, "South": 9, "West": 3}
    other = tmp_path / "other"
    other.mkdir()
    (other / "q1-2016-17.figures.json").write_text(json.dumps(figures), "utf-8")
    refused = CliRunner().invoke(app, [*build[:-4], "-o", str(other), "--format", "html"])
    assert refused.exit_code == 3, refused.stderr
    assert "would let" in refused.stderr
    assert [path.name for path in other.iterdir()] == ["q1-2016-17.figures.json"]
