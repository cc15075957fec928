"""The disclosure log: what a public edition hides and leaves out, and why, for internal use."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from records import (
    analysed,
    area_audits,
    audits,
    case,
    data_set,
    evidence_theme,
    narrative,
    question,
    reply,
    response,
    schedule_entry,
    settings,
    theme,
)
from typer.testing import CliRunner, Result

from auditreport.analysis.disclosure.alternatives import join_smallest
from auditreport.analysis.disclosure.bands import join_neighbours
from auditreport.analysis.disclosure.disclosure_log import (
    WARNING,
    DisclosureLog,
    Row,
    build_log,
    describe_hidden,
)
from auditreport.analysis.disclosure.edition import Edition, Policy, make_public
from auditreport.analysis.disclosure.hidden_counts import BESIDE, TOLD
from auditreport.analysis.disclosure.private_text import leave_out_private_text
from auditreport.analysis.figures_json import figures_json
from auditreport.cli import app
from auditreport.cli.logging_hidden import log_hidden
from auditreport.errors import FileFault
from auditreport.reading.dataset import DataSet
from auditreport.workbooks.disclosure_sheets import pack_log
from auditreport.workbooks.log_files import check_log_file, write_log_file

MakeWorkbook = Callable[..., Path]
_QUARTER = (date(2016, 4, 1), date(2016, 6, 30))


def edition_of(data: DataSet) -> Edition:
    """Return the public edition of a data set, by the policy of its settings."""
    chosen = data.settings
    policy = Policy(
        chosen.hide_counts_up_to, chosen.protect_judgements, chosen.show_gender_and_ethnicity
    )
    return make_public(analysed(leave_out_private_text(data)), policy)


def log_of(data: DataSet) -> DisclosureLog:
    return build_log(edition_of(data), data)


def rows_of(log: DisclosureLog, name: str) -> list[Row]:
    (found,) = (each for each in log.lists if each.name == name)
    return list(found.rows)


def teams(**counts: str) -> DataSet:
    """Return audits by their team: `North="GGR"` makes three; all are of the first quarter."""
    found = (
        audit
        for team, letters in counts.items()
        for audit in audits(letters, profile={"Team": team})
    )
    return data_set(found)


class TestWhatIsHidden:
    def test_each_hidden_count_is_named_in_words_with_its_true_number_and_its_rule(self) -> None:
        log = log_of(teams(North="GGR", South="GGGGGGGG", West="GGGGGGGGRR"))

        hidden = rows_of(log, "Hidden counts")

        assert ("Team, year", "North", "Audits", 3, "small count") in hidden
        assert any(
            row[:2] == ("Team, year", "South") and row[-1] == "would give a small count away"
            for row in hidden
        )

    def test_what_an_earlier_edition_hides_is_named_as_such(self) -> None:
        data = teams(North="GGR", South="GGGGGGGG", West="GGGGGGGGRR")
        out = json.loads(figures_json(edition_of(data).figures))
        log = build_log(make_public(analysed(data), Policy(5), [out]), data)

        whys = {row[-1] for row in rows_of(log, "Hidden counts")}

        assert whys == {"small count", "hidden in an earlier edition"}
        assert "Hidden: hidden in an earlier edition" in dict(log.facts)

    def test_tables_say_how_many_counts_are_shown_and_hidden_by_which_rule(self) -> None:
        log = log_of(teams(North="GGR", South="GGGGGGGG", West="GGGGGGGGRR"))

        for table, *numbers in rows_of(log, "Tables"):
            counts, shown, *by_rule = map(int, numbers)
            hidden = [row for row in rows_of(log, "Hidden counts") if row[0] == table]
            assert counts == shown + sum(by_rule)
            assert len(hidden) == sum(by_rule)

    def test_a_count_that_is_printed_twice_is_listed_once(self) -> None:
        data = teams(North="GGR", South="GGGGGGGG", West="GGGGGGGGRR")
        hidden = rows_of(log_of(data), "Hidden counts")

        assert len({row[:3] for row in hidden}) == len(hidden)

    def test_how_much_is_hidden_is_said_in_one_line(self) -> None:
        data = teams(North="GGR", South="GGGGGGGG", West="GGGGGGGGRR")
        log = log_of(data)

        said = describe_hidden(edition_of(data))

        hidden = len(rows_of(log, "Hidden counts"))
        counts = sum(int(row[1]) for row in rows_of(log, "Tables"))
        assert said.startswith(f"{hidden} of the {counts} counts about cases and answers")

    def test_where_no_count_is_small_none_is_hidden(self) -> None:
        data = teams(North="GGGGGGRRRRRR", South="GGGGGGRRRRRR")

        assert rows_of(log_of(data), "Hidden counts") == []
        assert describe_hidden(edition_of(data)) == "No count is hidden: none is small."

    def test_a_protected_judgement_that_stands_outside_the_tables_is_listed_too(self) -> None:
        protected = settings(protect_judgements=True)
        data = data_set(area_audits(Risk="GGGGGGRRI", Plans="GGGGGGRRR"), settings=protected)
        flagged = tuple(replace(audit, immediate_concern=True) for audit in data.audits[:2])
        data = replace(data, audits=(*flagged, *data.audits[2:]))

        hidden = rows_of(log_of(data), "Hidden counts")

        assert any("immediate concerns" in str(row[2]) and row[3:] == (2, BESIDE) for row in hidden)

    def test_a_count_that_its_published_total_tells_is_said_to_be_told(self) -> None:
        log = log_of(data_set(audits("G"), thematic=(evidence_theme(Seen=["y"]),)))

        assert dict(log.facts)["Small counts that nothing can keep"] == "2"
        assert ("Voice", "Seen", "Yes", 1, TOLD) in rows_of(log, "Hidden counts")

    def test_evidence_and_answers_are_named_by_item_and_question(self) -> None:
        data = data_set(
            audits("G"),
            thematic=(evidence_theme(Seen=["y"] * 7 + ["n"] * 2),),
            questions=(question(),),
            responses=tuple(response({"Q1": reply("No", "No")}) for _ in range(3)),
        )

        hidden = [row[:4] for row in rows_of(log_of(data), "Hidden counts")]

        assert ("Voice", "Seen", "No", 2) in hidden
        assert ("2016-17", "Question Q1", "No", 3) in hidden


class TestWhatIsLeftOut:
    def test_text_that_is_not_to_be_published_is_counted(self) -> None:
        asked = (question(answers="Yes; No"), question("Q2", answers="", positive=""))
        answers = {"Q1": reply("Not sure"), "Q2": reply("They were late.")}
        data = data_set(
            audits("G", strengths="Seen often."),
            narrative=(narrative("Of Jo."), replace(narrative("For all."), publish=True)),
            questions=asked,
            responses=(response(answers), replace(response(answers), publish=True)),
            schedule=(
                schedule_entry(*_QUARTER, note="Inspection", publish=False),
                schedule_entry(*_QUARTER, note="Open to all"),
            ),
            thematic=(evidence_theme(Seen=["y", "Joint working"]),),
        )

        left_out = {row[0]: row[1] for row in rows_of(log_of(data), "Left out")}

        assert left_out == {
            "Narrative sections": 1,
            "Notes of the Schedule": 1,
            "Comments in feedback": 1,
            "Answers outside those offered (counted)": 1,
            "Reasons why an item did not apply (counted)": 1,
            "Cases of thematic audits": 2,
            "Texts of auditors": 1,
            "Feedback: 2016-17, Q1": 1,  # two people answered, each in another way
        }

    @pytest.mark.parametrize(("asked", "expected"), [(False, True), (True, False)])
    def test_gender_is_left_out_unless_it_is_asked_for(self, asked: bool, expected: bool) -> None:
        data = data_set(
            audits("GGGGGGG", profile={"Gender": "Girl"}),
            settings=settings(show_gender_and_ethnicity=asked),
        )

        named = {row[0] for row in rows_of(log_of(data), "Left out")}

        assert ("Tables by Gender" in named) is expected

    def test_what_would_tell_a_hidden_count_is_named(self) -> None:
        log = log_of(teams(North="GGR", South="GGGGGGGG", West="GGGGGGGGRR"))

        assert ("Beside all others", 1, "it would tell a hidden count") in rows_of(log, "Left out")


class TestNumbersThatPeopleTyped:
    def test_each_is_listed_with_its_cell_and_its_sentence(self) -> None:
        said = replace(narrative("Of 12 plans 40% were good. All is well."), publish=True)
        log = log_of(data_set(audits("G"), narrative=(said,)))

        assert rows_of(log, "Typed numbers") == [
            ("Narrative!C2", 12, "Of 12 plans 40% were good."),
            ("Narrative!C2", "40%", "Of 12 plans 40% were good."),
        ]

    def test_those_in_text_that_is_not_published_are_not(self) -> None:
        log = log_of(data_set(audits("G"), narrative=(narrative("Of 12 plans 5 were good."),)))

        assert rows_of(log, "Typed numbers") == []


class TestThePolicyInForce:
    def test_the_log_says_which_edition_and_which_rules(self) -> None:
        chosen = settings(hide_counts_up_to=9, protect_judgements=True, title="Our audits")
        facts = dict(log_of(data_set(audits("GGR"), settings=chosen)).facts)

        assert facts["Organisation"] == "Rutland County Council"
        assert facts["Year"] == "2016-17"
        assert facts["Report"] == "Annual report"
        assert facts["Title"] == "Our audits"
        assert facts["Hide counts up to"].startswith("9:")
        assert facts["Protect judgements"].startswith("Yes")
        assert facts["Show gender and ethnicity"] == "No: left out"
        assert re.match(r"\d+, beside \d+ that are hidden", facts["Proven minimum"])


class TestWhatCouldBePublishedInstead:
    def test_age_bands_are_joined_until_none_is_small(self) -> None:
        bands = {"Under 1": 2, "1 to 5": 6, "6 to 9": 9, "10 to 14": 12, "15 and over": 3}
        cases = tuple(
            case("G", profile={"Age band": band})
            for band, count in bands.items()
            for _ in range(count)
        )
        log = log_of(data_set(audits("G"), thematic=(theme("Plans", cases=cases),)))
        (joined,) = (r for r in rows_of(log, "Instead") if r[0] == "Plans, by Age band")

        assert joined[1] == "Under 6 (8); 6 to 9 (9); 10 and over (15)"

    def test_teams_are_joined_with_the_smallest(self) -> None:
        log = log_of(teams(North="GG", South="GGGGGGG", East="GGGG", West="GGGGGGGG"))
        (joined,) = (row for row in rows_of(log, "Instead") if row[0] == "Team, year")

        assert joined[1] == "South (7); West (8); North with East (6)"

    def test_nothing_is_proposed_that_would_be_the_total(self) -> None:
        log = log_of(teams(North="GG", South="GGGGGGG"))

        assert [row for row in rows_of(log, "Instead") if row[0] == "Team, year"] == []

    def test_a_table_that_is_shown_for_the_year_alone_is_named(self) -> None:
        found = data_set(
            audit
            for quarter in ("Q1", "Q2")
            for team in ("North", "South")
            for audit in audits("GGRR", quarter, profile={"Team": team})
        )
        log = log_of(found)

        assert any(row[0] == "Team, by quarter" for row in rows_of(log, "Instead"))

    @given(counts=st.dictionaries(st.text(min_size=1), st.integers(0, 30)), limit=st.integers(0, 9))
    def test_joined_neighbours_keep_their_order_and_their_sum_and_are_large(
        self, counts: dict[str, int], limit: int
    ) -> None:
        groups = join_neighbours(counts, limit)

        assert [value for values, _ in groups for value in values] == list(counts)
        assert sum(count for _, count in groups) == sum(counts.values())
        is_alone = len([count for _, count in groups if count]) <= 1
        assert is_alone or all(count == 0 or count > limit for _, count in groups)

    @given(counts=st.dictionaries(st.text(min_size=1), st.integers(0, 30)), limit=st.integers(0, 9))
    def test_joining_the_smallest_loses_nothing_and_leaves_no_small_count_beside_others(
        self, counts: dict[str, int], limit: int
    ) -> None:
        groups = join_smallest(counts, limit)

        assert sorted(value for values, _ in groups for value in values) == sorted(counts)
        assert sum(count for _, count in groups) == sum(counts.values())
        small = [count for _, count in groups if 0 < count <= limit]
        assert not small or len([count for _, count in groups if count]) == 1


class TestTheWholeLog:
    """What the reader of a log sees, word for word."""

    def log(self) -> DisclosureLog:
        said = replace(narrative("Of 12 plans 40% were good. All is well."), publish=True)
        found = teams(North="GGR", South="GGGGGGGG", West="GGGGGGGGRR")
        bands = {"Under 1": 0, "1 to 5": 4, "6 to 9": 8, "10 to 14": 9}
        aged = (
            replace(each, profile={**each.profile, "Age band": band})
            for each, band in zip(
                found.audits, [b for b in bands for _ in range(bands[b])], strict=True
            )
        )
        lists = {"Age bands": tuple(bands)}
        return log_of(replace(found, audits=tuple(aged), narrative=(said,), lists=lists))

    def test_its_facts_say_what_is_in_force(self) -> None:
        log = log_of(data_set(audits("G")))

        assert log.title == "Rutland County Council, 2016-17: what the public edition hides"
        assert log.facts == (
            ("Organisation", "Rutland County Council"),
            ("Year", "2016-17"),
            ("Report", "Annual report"),
            ("Title", ""),
            ("Hide counts up to", "5: counts from 1 to 5 are hidden, 0 is shown"),
            (
                "Protected",
                "Cases by age band, gender, ethnicity, case type, team and completed by; "
                "judgements by these; evidence found and not found; answers by kind of respondent",
            ),
            ("Protect judgements", "No"),
            ("Show gender and ethnicity", "No: left out"),
            ("Counts about cases and answers", "0"),
            ("Small counts that nothing can keep", "0"),
        )

    def test_its_facts_say_how_much_is_hidden_by_which_rule(self) -> None:
        assert self.log().facts[-6:] == (
            ("Counts about cases and answers", "63"),
            ("Hidden", "16 (25%)"),
            (
                "Hidden: would give a small count away",
                "10. A larger count, or a total, from which a small one could be worked out.",
            ),
            ("Hidden: small count", "6. A count of children from 1 to the number in force."),
            ("Small counts that nothing can keep", "0"),
            (
                "Proven minimum",
                "16, beside 16 that are hidden in tables that add up. No choice of counts that "
                "keeps the small ones could hide fewer there.",
            ),
        )

    def test_its_lists_say_what_they_hold(self) -> None:
        log = log_of(data_set(audits("G")))

        assert [(each.name, each.said, each.columns) for each in log.lists] == [
            (
                "Tables",
                "How many counts of each table are shown, and how many are hidden by which rule.",
                (
                    "Table",
                    "Counts",
                    "Shown",
                    "Small count",
                    "Would give a small count away",
                    "Hidden in an earlier edition",
                    "Would tie protected judgements to each other",
                    "Stands beside a hidden count and would tell it",
                    "Told by its published total",
                ),
            ),
            (
                "Hidden counts",
                "Each count that is hidden, with its true number. Percentages and intervals that "
                "are made of it are hidden with it.",
                ("Table", "Row", "What", "True count", "Why"),
            ),
            (
                "Joined age bands",
                "Age bands that all tables count as one, so that the table of the year shows "
                "more of its cases than with small numbers hidden. An edition that is out "
                "decides for its quarters.",
                ("Printed as", "Age band", "Audits of the year", "Why"),
            ),
            (
                "Left out",
                "What the public edition does not have at all.",
                ("What", "How many", "Why"),
            ),
            (
                "Instead",
                "What could be published in the place of a table, never beside it: two editions "
                "of one table can tell together what each hides.",
                ("Table", "What could be published", "How"),
            ),
            (
                "Typed numbers",
                "Numbers that people typed into text that is published. Nothing hides these: "
                "look at each.",
                ("Where", "Number", "Text"),
            ),
        ]

    def test_its_lists_hold_every_number(self) -> None:
        log = self.log()

        assert rows_of(log, "Tables") == [
            ("Age band, Q1", 9, 7, 0, 2, 0, 0, 0, 0),
            ("Age band, Q2", 9, 9, 0, 0, 0, 0, 0, 0),
            ("Age band, Q3", 9, 9, 0, 0, 0, 0, 0, 0),
            ("Age band, Q4", 9, 9, 0, 0, 0, 0, 0, 0),
            ("Age band, year", 9, 7, 0, 2, 0, 0, 0, 0),
            ("Team, Q1", 9, 3, 3, 3, 0, 0, 0, 0),
            ("Team, year", 9, 3, 3, 3, 0, 0, 0, 0),
        ]
        assert rows_of(log, "Hidden counts")[:4] == [
            ("Age band, Q1", "1 to 9", "Good or better", 11, "would give a small count away"),
            ("Age band, Q1", "10 to 14", "Good or better", 7, "would give a small count away"),
            ("Age band, year", "1 to 9", "Good or better", 11, "would give a small count away"),
            ("Age band, year", "10 to 14", "Good or better", 7, "would give a small count away"),
        ]
        assert rows_of(log, "Joined age bands") == [
            ("1 to 9", "1 to 5", 4, "small count"),
            ("1 to 9", "6 to 9", 8, "next to a small count"),
        ]
        assert rows_of(log, "Left out") == [
            ("Beside all others", 1, "it would tell a hidden count")
        ]

    def test_a_joined_band_that_few_or_none_are_in_is_listed_with_them(self) -> None:
        bands = {"1 to 5": 1, "10 to 14": 5, "15 and over": 9}
        found = [
            a for b, count in bands.items() for a in audits("G" * count, profile={"Age band": b})
        ]
        plans = theme("Plans", cases=(case("G", profile={"Age band": "6 to 9"}),))

        log = log_of(data_set(found, thematic=(plans,)))

        assert rows_of(log, "Joined age bands") == [
            ("1 to 14", "1 to 5", 1, "small count"),
            ("1 to 14", "6 to 9", 0, "next to a small count"),
            ("1 to 14", "10 to 14", 5, "small count"),
        ]

    def test_one_line_says_how_much_is_hidden(self) -> None:
        edition = edition_of(teams(North="GGR", South="GGGGGGGG", West="GGGGGGGGRR"))

        assert describe_hidden(edition) == (
            "12 of the 18 counts about cases and answers are hidden (67%)."
        )

    def test_its_facts_follow_the_settings(self) -> None:
        chosen = settings(
            hide_counts_up_to=2, protect_judgements=True, show_gender_and_ethnicity=True
        )
        data = data_set(audits("G"))
        edition = edition_of(data)
        of_a_quarter = replace(edition, figures=replace(edition.figures, scope="Q1"))

        facts = dict(build_log(of_a_quarter, replace(data, settings=chosen)).facts)

        assert facts["Report"] == "Summary of Q1"
        assert facts["Hide counts up to"] == "2: counts from 1 to 2 are hidden, 0 is shown"
        assert facts["Protect judgements"] == "Yes: small counts of them are hidden"
        assert facts["Show gender and ethnicity"] == "Yes"


class TestTheWorkbook:
    def test_each_sheet_says_first_that_it_is_internal(self) -> None:
        book = load_workbook(io.BytesIO(pack_log(log_of(teams(North="GGR", South="GGGGGG")))))

        assert book.sheetnames == [
            "About",
            "Tables",
            "Hidden counts",
            "Joined age bands",
            "Left out",
            "Instead",
            "Typed numbers",
        ]
        assert {sheet["A1"].value for sheet in book.worksheets} == {WARNING}

    def test_the_same_log_is_the_same_bytes(self) -> None:
        data = teams(North="GGR", South="GGGGGG")

        assert pack_log(log_of(data)) == pack_log(log_of(data))

    def test_a_text_that_looks_like_a_formula_stays_text(self) -> None:
        said = replace(narrative("=Of 9 plans, 7 were good."), publish=True)
        data = replace(teams(North="GGR"), narrative=(said,))

        sheet = load_workbook(io.BytesIO(pack_log(log_of(data))))["Typed numbers"]

        assert [cell.value for cell in sheet[5]] == ["Narrative!C2", 9, said.text]
        assert sheet["C5"].data_type == "s"


class TestTheFile:
    def test_a_log_takes_the_place_of_an_earlier_one(self, tmp_path: Path) -> None:
        path = tmp_path / "internal" / "hidden.xlsx"
        first, second = (pack_log(log_of(teams(North=letters))) for letters in ("GG", "GGG"))

        write_log_file(path, first)
        write_log_file(path, second)

        assert path.read_bytes() == second
        assert list(path.parent.iterdir()) == [path]

    @pytest.mark.parametrize("content", [b"", b"Notes of mine", b"PK\x03\x04 cut short"])
    def test_a_file_of_another_kind_is_never_written_over(
        self, tmp_path: Path, content: bytes
    ) -> None:
        path = tmp_path / "hidden.xlsx"
        path.write_bytes(content)

        with pytest.raises(FileFault, match="not a disclosure log"):
            write_log_file(path, b"new")
        assert path.read_bytes() == content

    def test_a_workbook_of_audits_is_never_written_over(
        self, make_workbook: MakeWorkbook, tmp_path: Path
    ) -> None:
        path = tmp_path / make_workbook()

        with pytest.raises(FileFault, match="not a disclosure log"):
            check_log_file(path)

    def test_an_internal_report_has_no_log(self) -> None:
        assert log_hidden(None, data_set(), Path("never.xlsx")) == ()

    def test_a_log_is_written_where_it_is_asked_for_and_said(self, tmp_path: Path) -> None:
        data = teams(North="GGR", South="GGGGGGGG", West="GGGGGGGGRR")
        path = tmp_path / "hidden.xlsx"

        (said,) = log_hidden(edition_of(data), data, path)

        assert path.read_bytes() == pack_log(log_of(data))
        assert f"is in {path}: keep it internal" in said

    def test_without_a_path_it_is_said_how_to_get_it(self) -> None:
        data = teams(North="GGR", South="GGGGGGGG", West="GGGGGGGGRR")

        (said,) = log_hidden(edition_of(data), data, None)

        assert "--disclosure-log FILE.xlsx (internal)" in said


class TestOnTheCommandLine:
    def run(self, *words: object) -> Result:
        return CliRunner().invoke(app, ["build", "data.xlsx", *map(str, words)])

    @pytest.fixture(autouse=True)
    def stand_here(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)

    @pytest.mark.parametrize("place", ["public/hidden.xlsx", "public/more/../hidden.xlsx"])
    def test_it_never_stands_among_what_is_published(self, place: str) -> None:
        result = self.run("--audience", "public", "-o", "public", "--disclosure-log", place)

        assert result.exit_code == 2
        assert "Name a file outside that folder" in result.stderr

    def test_it_goes_with_a_public_edition_alone(self) -> None:
        result = self.run("--disclosure-log", "hidden.xlsx")

        assert result.exit_code == 2
        assert "--audience public" in result.stderr

    @pytest.mark.parametrize("other", ["--if-changed", "--check-only"])
    def test_it_needs_a_build(self, other: str) -> None:
        result = self.run("--audience", "public", "--disclosure-log", "hidden.xlsx", other)

        assert result.exit_code == 2
        assert other in result.stderr

    def test_it_is_a_workbook(self) -> None:
        result = self.run("--audience", "public", "--disclosure-log", "hidden.pdf")

        assert result.exit_code == 2
        assert "FILE.xlsx" in result.stderr

    def test_another_file_is_left_as_it_is(self, tmp_path: Path) -> None:
        (tmp_path / "hidden.xlsx").write_bytes(b"Notes of mine")

        result = self.run("--audience", "public", "--disclosure-log", "hidden.xlsx")

        assert result.exit_code == 5
        assert (tmp_path / "hidden.xlsx").read_bytes() == b"Notes of mine"

    def test_the_settings_can_name_it(self, tmp_path: Path) -> None:
        (tmp_path / "auditreport.toml").write_text('disclosure_log = "report/hidden.xlsx"\n')

        result = self.run("--audience", "public")

        assert result.exit_code == 2
        assert "outside that folder" in result.stderr

    def test_settings_that_name_it_leave_an_internal_report_alone(self, tmp_path: Path) -> None:
        (tmp_path / "auditreport.toml").write_text('disclosure_log = "report/hidden.xlsx"\n')

        result = self.run()

        assert "disclosure" not in result.stderr
