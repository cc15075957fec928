"""This year beside the last: from a figures.json, a workbook, or counts that were entered."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from outlined import blocks_of, part_of
from outlined import told as told_of
from records import YEAR, action, analysed, area_audits, audits, data_set, settings
from typer.testing import CliRunner
from workbooks import REPORT, audits_of, message_of, read_sheets, told, write_xlsx

from auditreport.analysis import analyse
from auditreport.analysis.figures import Figures, Previous, Verdict
from auditreport.analysis.figures_json import figures_json
from auditreport.analysis.previous import find_difference
from auditreport.cli.commands import app
from auditreport.errors import FileFault
from auditreport.problems import Place, Severity
from auditreport.reading import Reading
from auditreport.reading.dataset import DataSet, PracticeArea, PreviousYear
from auditreport.reading.mapping import TrackerMapping
from auditreport.reading.previous_figures import read_previous_figures
from auditreport.reading.review_records import Counted
from auditreport.reading.year import ReportYear
from auditreport.rendering.outline import build_report

HEADER = ("What", "Outstanding", "Good", "Requires Improvement", "Inadequate")
OVERALL = ("Overall", 1, 3, 4, 2)


def entered(**changes: Any) -> PreviousYear:
    known = PreviousYear(Place("data.xlsx"), "as entered", "2015-16", (10, 40), {"Risk": (5, 20)})
    return replace(known, **changes)


def compared(previous: PreviousYear, **changes: Any) -> Figures:
    found = audits("G" * 30 + "R" * 10) + area_audits(Risk="G" * 18 + "R" * 2)
    return analysed(data_set(found, previous=previous, **changes))


def last_year() -> DataSet:
    """Return a data set of the year before."""
    early = settings(year=ReportYear(date(2015, 4, 1)))
    return data_set(area_audits(Risk="GGRRRRRRRR"), settings=early)


def last_figures(**changes: Any) -> dict[str, Any]:
    found = json.loads(figures_json(analysed(last_year(), date(2016, 3, 31))))
    assert isinstance(found, dict)
    return found | changes


def read_last(**changes: Any) -> PreviousYear:
    return read_previous_figures(json.dumps(last_figures(**changes)), "last.figures.json")


def overall_of(reading: Reading) -> Counted | None:
    assert reading.data is not None
    assert reading.data.previous is not None
    return reading.data.previous.overall


class TestSheet:
    def test_counts_are_read_as_good_or_better_of_all_judged(self) -> None:
        rows = (HEADER, OVERALL, ("Risk", 0, 2, None, 1))
        data = read_sheets(Previous_year=rows).data

        assert data is not None
        assert data.previous is not None
        assert data.previous.overall == (4, 10)
        assert data.previous.areas == {"Risk": (2, 3)}
        assert (data.previous.year, data.previous.origin) == ("2015-16", "as entered")

    def test_an_area_goes_by_its_label_too(self) -> None:
        data = read_sheets(Previous_year=(HEADER, ("Identification of risk", 0, 2, 1, 1))).data

        assert data is not None
        assert data.previous is not None
        assert list(data.previous.areas) == ["Risk"]

    def test_an_unknown_area_is_reported_and_kept_as_one_of_last_year(self) -> None:
        reading = read_sheets(Previous_year=(HEADER, OVERALL, ("Kindness", 0, 2, 1, 1)))

        assert told(reading) == [("not-in-list", "Previous year", "A3")]
        assert reading.data is not None
        assert reading.data.previous is not None
        assert "Kindness" in reading.data.previous.areas

    def test_a_row_given_twice_is_an_error(self) -> None:
        reading = read_sheets(Previous_year=(HEADER, OVERALL, OVERALL))

        assert told(reading) == [("duplicate-name", "Previous year", "A3")]

    def test_a_count_that_is_no_number_is_reported_with_its_cell(self) -> None:
        reading = read_sheets(Previous_year=(HEADER, ("Overall", 1, "many", 4, 2)))

        assert told(reading) == [("unreadable-number", "Previous year", "C2")]

    @pytest.mark.parametrize(
        "header",
        [
            ("O", "G", "RI", "I"),
            ("Outstanding", "Good", "RI", "Inad"),
            ("Outstanding", "Good", "Requires Improvement to be good", "Inadequate"),
            (1, 2, 3, 4),
        ],
    )
    def test_a_judgement_goes_by_its_aliases_too(self, header: tuple[str | int, ...]) -> None:
        reading = read_sheets(Previous_year=(("What", *header), OVERALL))

        assert told(reading) == []
        assert overall_of(reading) == (4, 10)

    def test_a_judgement_goes_by_the_words_of_the_sheet_aliases(self) -> None:
        aliases = (("List", "Written as", "Means"), ("Judgements", "Poor", "Inadequate"))
        reading = read_sheets(Aliases=aliases, Previous_year=((*HEADER[:4], "Poor"), OVERALL))

        assert told(reading) == []
        assert overall_of(reading) == (4, 10)

    def test_a_judgement_goes_by_the_words_of_auditreport_toml(self) -> None:
        mapping = TrackerMapping(values={"Judgements": {"Needs work": "Requires Improvement"}})
        header = (*HEADER[:3], "Needs work", "Inadequate")
        reading = read_sheets(mapping, Previous_year=(header, OVERALL))

        assert told(reading) == []
        assert overall_of(reading) == (4, 10)

    def test_an_alias_of_signs_alone_heads_no_column(self) -> None:
        aliases = (("List", "Written as", "Means"), ("Judgements", "**", "Good"))
        reading = read_sheets(Aliases=aliases, Previous_year=((*HEADER, "!!"), (*OVERALL, 9)))

        assert overall_of(reading) == (4, 10)

    def test_a_judgement_headed_by_two_of_its_words_is_an_error(self) -> None:
        reading = read_sheets(Previous_year=((*HEADER, "RI"), (*OVERALL, 9)))

        assert told(reading)[0] == ("duplicate-column", "Previous year", "D1")

    def test_a_judgement_without_a_column_is_a_warning_that_says_it_counts_as_nought(self) -> None:
        reading = read_sheets(Previous_year=(HEADER[:4], OVERALL[:4]))

        assert told(reading) == [("judgement-without-column", "Previous year", "A1")]
        assert message_of(reading, "judgement-without-column") == (
            "No column for the judgement 'Inadequate': it counts as 0 throughout"
        )
        assert overall_of(reading) == (4, 8)

    def test_a_sheet_without_rows_needs_no_columns(self) -> None:
        assert told(read_sheets(Previous_year=(("What",),))) == []

    def test_a_sheet_without_rows_gives_no_previous_year(self) -> None:
        data = read_sheets(Previous_year=(HEADER,)).data

        assert data is not None
        assert data.previous is None


class TestComparison:
    def test_overall_and_areas_are_compared_with_their_intervals(self) -> None:
        previous = compared(entered()).previous

        assert previous is not None
        assert previous.overall is not None
        assert previous.not_compared == ""
        assert previous.overall.difference == 58.3  # 50 of 60 after 10 of 40
        assert previous.areas["Risk"].verdict is Verdict.BETTER
        change = previous.areas["Risk"]
        assert (change.before_period, change.after_period) == ("2015-16", "2016-17")

    def test_areas_of_one_year_alone_are_said(self) -> None:
        previous = compared(entered(areas={"Kindness": (5, 20)})).previous

        assert previous is not None
        assert previous.only_then == ("Kindness",)
        assert previous.only_now == ("Risk", "Plans", "Outcomes")

    def test_an_area_that_was_renamed_is_found_by_its_alias_and_said(self) -> None:
        areas = (PracticeArea("Risk", "Risk", aliases=("Danger",)),)
        previous = compared(entered(areas={"Danger": (5, 20)}), areas=areas).previous

        assert previous is not None
        assert previous.renamed == {"Danger": "Risk"}
        assert previous.areas["Risk"].before.count == 5

    def test_one_is_found_by_its_label_of_then(self) -> None:
        areas = (PracticeArea("Risk", "Identification of risk"),)
        then = entered(areas={"R1": (5, 20)}, labels={"R1": "Identification of risk"})

        previous = compared(then, areas=areas).previous

        assert previous is not None
        assert previous.renamed == {"R1": "Risk"}

    def test_one_whose_name_is_written_in_another_way_is_the_same(self) -> None:
        previous = compared(entered(areas={"RISK.": (5, 20), "Plans": (1, 9)})).previous

        assert previous is not None
        assert previous.renamed == {"RISK.": "Risk"}
        assert (previous.areas["Risk"].before.count, previous.only_then) == (5, ())

    def test_a_name_that_is_taken_is_given_to_no_other_area(self) -> None:
        areas = (PracticeArea("Risk", "Risk", aliases=("Danger", "Peril")),)
        counts = {"Danger": (5, 20), "Peril": (1, 9), "Weather": (2, 9)}

        first = compared(entered(areas=counts), areas=areas).previous
        both = compared(entered(areas={"Danger": (5, 20), "risk": (1, 9)}), areas=areas).previous

        assert first is not None
        assert both is not None
        assert (first.renamed, first.only_then) == ({"Danger": "Risk"}, ("Peril", "Weather"))
        assert (both.renamed, both.only_then) == ({"risk": "Risk"}, ("Danger",))

    def test_what_the_report_of_then_listed_is_followed_up_under_the_names_of_now(self) -> None:
        areas = (PracticeArea("Risk", "Risk", aliases=("Danger",)), PracticeArea("Plans", "Plans"))
        counts = {"Danger": (5, 20), "Plans": (9, 20), "Voice": (6, 20)}
        listed = entered(areas=counts, development=("Plans", "Danger", "Voice", "Gone"))

        previous = compared(listed, areas=areas).previous
        counted = compared(entered(areas=counts), areas=areas).previous

        assert previous is not None
        assert counted is not None
        assert [said.area for said in previous.said] == ["Plans", "Risk", "Voice"]
        assert [said.area for said in counted.said] == ["Risk", "Voice", "Plans"]
        assert [(said.now is None, said.verdict) for said in counted.said] == [
            (False, Verdict.BETTER),
            (True, None),
            (False, Verdict.TOO_FEW),
        ]

    def test_what_was_for_development_then_is_followed_up_with_its_actions(self) -> None:
        actions = (action(area="Risk"), action(area="Risk", is_complete=True))
        previous = compared(entered(), actions=actions).previous

        assert previous is not None
        (said,) = previous.said
        assert (said.area, said.then.count, said.now and said.now.count) == ("Risk", 5, 18)
        assert (said.actions, said.open_actions) == (2, 1)
        assert (said.is_strength, said.is_development) == (True, False)

    def test_without_a_previous_year_figures_json_has_no_such_key(self) -> None:
        assert "previous" not in json.loads(figures_json(analysed(data_set(audits("G")))))


class TestFiguresFile:
    def test_last_years_file_is_read_back_as_it_was_counted(self) -> None:
        previous = read_last()

        assert previous.areas["Risk"] == (2, 10)
        assert previous.year == "2015-16"
        assert find_difference(previous, data_set()) == ""

    @pytest.mark.parametrize(
        "text",
        ["", "[]", "{", '{"format": "other"}', '{"format": "auditreport-figures/2"}', "[" * 9999],
    )
    def test_what_is_no_figures_file_is_refused_by_name(self, text: str) -> None:
        with pytest.raises(FileFault, match="last"):
            read_previous_figures(text, "last.json")

    @pytest.mark.parametrize("key", ["report", "scale", "rules", "periods", "areas", "scope"])
    def test_a_file_without_a_part_is_refused(self, key: str) -> None:
        with pytest.raises(FileFault):
            read_last(**{key: None})

    def test_hidden_counts_are_refused(self) -> None:
        found = last_figures()
        found["periods"]["year"]["overall"]["good_or_better"]["count"] = "[c]"

        with pytest.raises(FileFault, match="hidden"):
            read_previous_figures(json.dumps(found), "last.json")

    @pytest.mark.parametrize(
        ("changes", "why"),
        [
            ({"scope": "Q2"}, "Q2"),
            ({"judgements": ("Good", "Bad")}, "another scale"),
            ({"good_or_better": ("Outstanding",)}, "another scale"),
            ({"thresholds": (80.0, 50.0)}, "other thresholds"),
            ({"start": YEAR.start}, "not before"),
        ],
    )
    def test_figures_by_other_rules_are_said_and_not_compared(
        self, changes: dict[str, Any], why: str
    ) -> None:
        figures = compared(replace(read_last(), **changes))

        assert figures.previous is not None
        assert why in figures.previous.not_compared
        assert (figures.previous.overall, figures.previous.areas) == (None, {})
        assert [problem.code for problem in figures.problems] == ["previous-not-comparable"]
        assert "not compared" in told_of(figures)

    def test_a_year_that_is_not_compared_is_named_with_the_reason_alone(self) -> None:
        figures = compared(replace(read_last(), thresholds=(80.0, 45.0)))
        reason = "2015-16 was judged by other thresholds (80% and 45%, now 70% and 50%)"

        assert figures.previous == Previous(
            year="2015-16",
            origin=read_last().origin,
            not_compared=reason,
            overall=None,
            areas={},
            renamed={},
            only_then=(),
            only_now=(),
            said=(),
        )
        assert reason in figures.problems[0].message

    def test_what_is_not_compared_may_be_of_another_severity(self) -> None:
        data = data_set(audits("G"), previous=replace(read_last(), scope="Q2"))
        severity: dict[str, Severity | None] = {"previous-not-comparable": None}

        assert analyse(Reading(data, (), severity=severity), tool="auditreport 1").problems == ()

    def test_thresholds_are_compared_as_they_are_written(self) -> None:
        thirds = settings(strength_threshold=Fraction(2, 3))
        earlier = replace(
            last_year(), settings=replace(last_year().settings, strength_threshold=Fraction(2, 3))
        )
        text = figures_json(analysed(earlier, date(2016, 3, 31)))

        assert find_difference(read_previous_figures(text, "a"), data_set(settings=thirds)) == ""


class TestReport:
    def test_the_year_says_what_changed_since(self) -> None:
        figures = compared(entered())

        text = told_of(figures)
        assert "10 of 40 (25%) in 2015-16, 50 of 60 (83%) in 2016-17 – clearly better" in text
        assert "### Against 2015-16" in text
        assert "as entered on the sheet Previous year" in text

    def test_no_change_beyond_chance_is_said_on_the_first_page(self) -> None:
        figures = compared(entered(overall=(44, 60)))

        opening = " ".join(build_report(figures).opening)
        assert (
            "against 2015-16, overall judgements have not clearly changed, at 50 of 60 (83%) after "
            "44 of 60 (73%) and Risk was better, at 18 of 20 (90%) after 5 of 20 (25%)." in opening
        )

    def test_what_was_said_is_followed_up(self) -> None:
        figures = compared(entered())

        part = part_of(figures, "year-said")
        assert part is not None
        assert part.heading == "What we said in 2015-16"
        assert len(blocks_of(figures, "year-said")) == 2

    def test_nothing_is_said_where_no_earlier_year_is_known(self) -> None:
        figures = analysed(data_set(audits("GGR")))

        assert part_of(figures, "year-previous") is None
        assert part_of(figures, "year-said") is None


MakeYear = Callable[[str, str], Path]


@pytest.fixture
def make_year(tmp_path: Path) -> MakeYear:
    """Write a workbook of a year, named by its label, whose audits have a judgement."""

    def make(label: str, judgement: str) -> Path:
        day = date(int(label[:4]), 5, 2)
        rows = [(f"A{n}", day, judgement, judgement) for n in range(12)]
        report = (REPORT[0], REPORT[1], ("Year", label))
        return write_xlsx(
            tmp_path / f"{label}.xlsx", {"Report": report, "Audits": audits_of(*rows)}
        )

    return make


def run(*words: object) -> Any:
    return CliRunner().invoke(app, [str(word) for word in words])


class TestCommand:
    def test_a_workbook_serves_as_last_year(self, make_year: MakeYear, tmp_path: Path) -> None:
        last, now = make_year("2015-16", "Good"), make_year("2016-17", "Inadequate")

        ended = run("build", now, "--previous", last, "-o", tmp_path / "out", "--format", "md")

        assert ended.exit_code == 0
        found = json.loads((tmp_path / "out/annual-report-2016-17.figures.json").read_text("utf-8"))
        assert found["previous"]["overall"]["verdict"] == "worse"
        assert found["previous"]["overall"]["from"] == "2015-16"

    def test_figures_and_workbook_of_last_year_say_the_same(
        self, make_year: MakeYear, tmp_path: Path
    ) -> None:
        last, now = make_year("2015-16", "Good"), make_year("2016-17", "Inadequate")
        run("build", last, "-o", tmp_path / "last", "--format", "md")
        kept = tmp_path / "last/annual-report-2015-16.figures.json"

        texts = []
        for number, previous in enumerate((last, kept)):
            out = tmp_path / f"out{number}"
            run("build", now, "--previous", previous, "-o", out, "--format", "md")
            texts.append((out / "annual-report-2016-17.md").read_text("utf-8"))

        assert texts[0] == texts[1]

    def test_a_file_of_another_kind_is_status_5(self, make_year: MakeYear, tmp_path: Path) -> None:
        other = tmp_path / "notes.json"
        other.write_text("{}", "utf-8")

        ended = run("check", make_year("2016-17", "Good"), "--previous", other)

        assert ended.exit_code == 5

    def test_a_file_that_is_not_there_is_status_5(
        self, make_year: MakeYear, tmp_path: Path
    ) -> None:
        ended = run("check", make_year("2016-17", "Good"), "--previous", tmp_path / "gone.json")

        assert ended.exit_code == 5
