"""`--only`: a report over part of the audits, which says so and takes no report's place."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from conftest import MakeWorkbook, Rows
from pypdf import PdfReader
from typer.testing import CliRunner, Result
from workbooks import read_sheets

from auditreport.analysis import analyse
from auditreport.analysis.selection import find_selection, select_audits
from auditreport.cli import app
from auditreport.errors import FileFault, UsageFault
from auditreport.interface import as_dict
from auditreport.previous_year import read_previous_year
from auditreport.publishing import publish_reading
from auditreport.reading import Reading, read
from auditreport.rendering import render, report_name
from auditreport.rendering.outline.selection import name_selection, say_selection

HEADER = ("Audit ref", "Audit date", "Status", "Overall judgement", "Risk", "Team", "Service")
SHEETS: dict[str, Rows] = {
    "Lists": (("Teams",), ("North",), ("South",), ("East",), ("West",)),
    "Audits": (
        HEADER,
        ("A1", date(2016, 5, 3), "", "Good", "Good", "North", "Early Help"),
        ("A2", date(2016, 8, 9), "", "Inadequate", "Good", "South", "Early Help"),
        ("A3", date(2017, 2, 9), "", "Good", "Good", "South", "Care"),
        ("A4", date(2017, 2, 9), "", "Good", "Good", None, "Care"),
        ("A5", date(2017, 2, 9), "Allocated", None, None, "East", "Care"),
    ),
}
WHOLE, NORTH = "annual-report-2016-17", "annual-report-2016-17-team-north"
SAID = "Only audits with Team: North"
SAMPLES = Path(__file__).parents[1] / "sample_data"

pytestmark = pytest.mark.usefixtures("stand_in")


@pytest.fixture
def book(make_workbook: MakeWorkbook) -> Path:
    return make_workbook(sheets=SHEETS)


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def build(*words: object, forms: str = "html") -> Result:
    result = run("build", *words, "--format", forms)
    assert result.exit_code == 0, result.output
    return result


def figures_of(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(Path("report", f"{name}.figures.json").read_bytes())
    return content


def demo() -> Reading:
    return read((SAMPLES / "demo-2024-25.xlsx",))


def select(reading: Reading, *asked: tuple[str, str]) -> Reading:
    assert reading.data is not None
    return select_audits(reading, find_selection(reading.data, asked))


def count(reading: Reading, *asked: tuple[str, str]) -> dict[str, Any]:
    selected = select(reading, *asked) if asked else reading
    return as_dict(analyse(selected, tool="auditreport 0", as_of=date(2025, 5, 14)))


class TestTheFigures:
    @pytest.mark.parametrize(
        "column", ["Service", "Case type", "Age band", "Team", "Gender", "Ethnicity", "Audit type"]
    )
    def test_the_counts_of_all_parts_sum_to_the_whole(self, column: str) -> None:
        reading = demo()
        assert reading.data is not None
        key = {audit.profile.get(column, audit.audit_type) for audit in reading.data.audits}
        whole = count(select_nothing(reading))["periods"]
        parts = [count(reading, (column, value))["periods"] for value in key]

        assert len(parts) > 1
        for period in ("Q1", "Q2", "Q3", "Q4", "year"):
            for path in (
                ("completed",),
                ("moderated",),
                ("overall", "n"),
                ("overall", "good_or_better", "count"),
                ("all_responses", "n"),
                ("not_returned",),
            ):
                assert sum(dig(part[period], path) for part in parts) == dig(whole[period], path)

    def test_what_is_not_of_the_audits_is_left_out(self) -> None:
        whole, part = count(demo()), count(demo(), ("Team", "Assessment"))

        for key in ("thematic", "feedback", "cases", "narrative", "series"):
            assert whole[key]
            assert not part[key], key
        assert whole["actions"]["total"] > part["actions"]["total"] == 0
        assert whole["reaudits"]["total"] > part["reaudits"]["total"] == 0
        assert whole["targets"]["year"]
        assert not part["targets"]["year"]
        assert whole["periods"]["year"]["planned"]
        assert part["periods"]["year"]["planned"] is None
        assert "previous" not in part

    def test_the_problems_are_those_of_the_whole_workbook(self) -> None:
        reading = demo()

        assert select(reading, ("Team", "Assessment")).problems == reading.problems

    def test_no_other_value_of_the_column_is_counted_at_nought(self, book: Path) -> None:
        build(book, "--only", "Team=North")

        assert figures_of(NORTH)["periods"]["year"]["profile"]["Team"] == {"North": 1}

    def test_the_day_that_counts_is_that_of_the_whole_workbook(self, book: Path) -> None:
        build(book)
        build(book, "--only", "Team=North")

        whole, part = figures_of(WHOLE), figures_of(NORTH)
        assert part["actions"]["as_of"] == whole["actions"]["as_of"] == "2017-02-09"
        assert list(part["periods"]) == list(whole["periods"])


def select_nothing(reading: Reading) -> Reading:
    """Return the reading without what no part has: cases of thematic audits are case files too."""
    assert reading.data is not None
    return replace(reading, data=replace(reading.data, thematic=()))


def dig(found: Any, path: Sequence[str]) -> int:
    for step in path:
        found = found[step]
    return int(found)


class TestWhatIsMeant:
    @pytest.mark.parametrize("typed", ["Team=North", "team=NORTH", " T e a m =  north "])
    def test_case_and_spaces_do_not_matter(self, book: Path, typed: str) -> None:
        build(book, "--only", typed)

        assert figures_of(NORTH)["report"]["only"] == {"Team": ["North"]}

    def test_of_one_column_either_value_may_hold(self, book: Path) -> None:
        build(book, "--only", "Team=South", "--only", "Team=North")

        part = figures_of(f"{NORTH}-or-south")
        assert part["report"]["only"] == {"Team": ["North", "South"]}
        assert part["periods"]["year"]["completed"] == 3

    def test_all_columns_must_hold(self, book: Path) -> None:
        build(book, "--only", "Team=South", "--only", "Service=Care")

        part = figures_of(f"{WHOLE}-service-care-team-south")
        assert part["report"]["only"] == {"Service": ["Care"], "Team": ["South"]}
        assert part["periods"]["year"]["completed"] == 1

    def test_a_blank_cell_is_not_recorded(self, book: Path) -> None:
        build(book, "--only", "Team=Not recorded")

        assert figures_of(f"{WHOLE}-team-not-recorded")["periods"]["year"]["completed"] == 1

    def test_a_part_without_a_completed_audit_is_a_report_too(self, book: Path) -> None:
        build(book, "--only", "Team=East")

        year = figures_of(f"{WHOLE}-team-east")["periods"]["year"]
        assert (year["completed"], year["not_returned"]) == (0, 1)

    @pytest.mark.parametrize("command", [("build",), ("quarter", "Q1"), ("check",)])
    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            ("Team", "--only: 'Team' is not COLUMN=VALUE, such as \"Team=North\"."),
            ("=North", "--only: '=North' is not COLUMN=VALUE, such as \"Team=North\"."),
            ("Team=", "--only: 'Team=' is not COLUMN=VALUE, such as \"Team=North\"."),
            (
                "Quarter=Q1",
                "--only: audits cannot be selected by 'Quarter'; there are Service, Team and "
                "Audit type.",
            ),
            (
                "team=Nort",
                "--only: no audit has Team 'Nort'; there are North, South, East and Not recorded.",
            ),
        ],
    )
    def test_a_column_or_a_value_that_there_is_not_is_wrong_usage(
        self, book: Path, command: tuple[str, ...], typed: str, said: str
    ) -> None:
        result = run(*command, book, "--only", typed)

        assert (result.exit_code, result.stdout) == (2, "")
        assert said in result.stderr
        assert not Path("report").exists()

    def test_what_no_audit_has_together_is_wrong_usage(self, book: Path) -> None:
        result = run("build", book, "--only", "Team=North", "--only", "Service=Care")

        assert result.exit_code == 2
        assert "no audit has what is asked for of Service and Team together" in result.stderr

    def test_errors_in_the_data_come_first(self, make_workbook: MakeWorkbook) -> None:
        wrong = ("A1", date(2016, 5, 3), "", "Goood", "Good", "North", "Care")
        book = make_workbook(sheets={"Audits": (HEADER, wrong)})

        assert run("build", book, "--only", "Team=South").exit_code == 3
        assert run("check", book, "--only", "Team=South").exit_code == 3


class TestTheReport:
    def test_every_form_says_which_audits_it_is_over(self, book: Path) -> None:
        build(book, "--only", "Team=North", forms="html,md,docx,pdf,xlsx")

        folder = Path("report")
        page = (folder / f"{NORTH}.html").read_text(encoding="utf-8")
        assert f'<p class="period">April 2016 to March 2017 · {SAID}</p>' in page
        assert SAID in (folder / f"{NORTH}.md").read_text(encoding="utf-8").replace("\\", "")
        assert SAID in ZipFile(folder / f"{NORTH}.docx").read("word/document.xml").decode()
        tables = ZipFile(folder / f"{NORTH}.tables.xlsx")
        assert any(SAID in tables.read(name).decode() for name in tables.namelist())
        first = PdfReader(folder / f"{NORTH}.pdf").pages[0].extract_text()
        assert SAID in " ".join(first.split())

    def test_one_sentence_says_what_is_left_out(self, book: Path) -> None:
        build(book, "--only", "Team=North")
        build(book)

        left_out = "thematic audits, feedback, actions, the schedule, targets"
        assert Path("report", f"{NORTH}.html").read_text(encoding="utf-8").count(left_out) == 1
        assert left_out not in Path("report", f"{WHOLE}.html").read_text(encoding="utf-8")

    def test_the_last_line_says_so(self, book: Path) -> None:
        last = build(book, "--only", "Team=North").stderr.splitlines()[-1]

        assert last.startswith(f"{SAID}: 1 case file audited, 1 of 1")

    def test_it_never_takes_the_place_of_the_whole_report(self, book: Path) -> None:
        build(book)
        before = {path: path.read_bytes() for path in Path("report").iterdir()}
        build(book, "--only", "Team=North")

        assert {path: path.read_bytes() for path in before} == before
        assert {path.name for path in Path("report").iterdir() if path not in before} == {
            f"{NORTH}.html",
            f"{NORTH}.figures.json",
            f"{NORTH}.manifest.json",
        }

    def test_a_quarter_and_a_draft_say_it_too(self, book: Path) -> None:
        result = run(
            *("quarter", "Q1", book, "--only", "Team=North", "--draft", "--format", "html")
        )

        assert result.exit_code == 0, result.output
        page = Path("report/draft-q1-2016-17-team-north.html").read_text(encoding="utf-8")
        assert f'<p class="period">Interim summary · {SAID}</p>' in page

    def test_a_report_without_the_option_says_nothing_of_it(self) -> None:
        figures = analyse(read_sheets(), tool="auditreport 0")

        assert "only" not in as_dict(figures)["report"]
        assert report_name(figures) == WHOLE
        assert b"Only audits" not in b"".join(render(figures).values())

    def test_a_name_that_cannot_tell_values_apart_ends_with_a_hash(self) -> None:
        names = [
            name_selection({"Team": values})
            for values in (("North",), ("North/East",), ("North+East",), ("北",), ("x" * 99,))
        ]

        assert names[0] == "-team-north"
        assert [name[:-8] for name in names[1:]] == [
            "-team-north-east-",
            "-team-north-east-",
            "-team-",
            f"-team-{'x' * 55}-",
        ]
        assert len(set(names)) == len(names)

    def test_several_columns_and_values_are_said_in_words(self) -> None:
        said = say_selection({"Service": ("Care",), "Team": ("North", "South")})

        assert said == "Only audits with Service: Care and Team: North or South"
        assert say_selection(None) == ""


class TestWhatKnowsOfIt:
    def test_a_public_edition_is_refused(self, book: Path) -> None:
        result = run("build", book, "--only", "Team=North", "--audience", "public")

        assert result.exit_code == 2
        assert "A report over part of the audits is internal" in result.stderr
        assert not list(Path().glob("report/*.html"))
        with pytest.raises(UsageFault, match="internal"):
            publish_reading(select(read((book,)), ("Team", "North")), "year", None)

    def test_it_cannot_be_signed_off(self, book: Path) -> None:
        result = run("build", book, "--only", "Team=North", "--sign-off")

        assert result.exit_code == 2
        assert "Part of the audits cannot be signed off" in result.stderr

    def test_it_is_unchanged_only_where_the_same_part_is_asked_for(self, book: Path) -> None:
        def status_of(*words: object) -> str:
            outcome = json.loads(build(book, *words, "--if-changed", "--json").stdout)
            return str(outcome["status"])

        assert status_of("--only", "Team=North") == "done"
        assert status_of("--only", "Team=North") == "unchanged"
        assert status_of("--only", "Team=South") == "done"
        assert status_of() == "done"
        assert status_of("--only", "Team=North") == status_of() == "unchanged"

    def test_check_only_compares_it_with_itself(self, book: Path) -> None:
        build(book, "--only", "Team=North")
        asked = ("build", book, "--format", "html", "--check-only")

        assert run(*asked, "--only", "Team=North").exit_code == 0
        assert run(*asked).exit_code == 6

    def test_verify_counts_the_same_part_again(
        self, book: Path, make_workbook: MakeWorkbook
    ) -> None:
        build(book, "--only", "Team=North")
        build(book)
        assert run("verify", "report", book).exit_code == 0

        audits = [["West" if cell == "North" else cell for cell in row] for row in SHEETS["Audits"]]
        make_workbook(sheets={**SHEETS, "Audits": audits})

        result = run("verify", "report", book)
        assert result.exit_code == 6
        assert "1 in the report, 0 from the workbook" in result.stderr

    @pytest.mark.parametrize("only", [["North"], "North", {"Team": 1}])
    def test_verify_says_what_another_hand_wrote_into_it(self, book: Path, only: object) -> None:
        build(book, "--only", "Team=North")
        content = figures_of(NORTH)
        content["report"]["only"] = only
        Path("report", f"{NORTH}.figures.json").write_text(json.dumps(content))

        result = run("verify", "report", book)
        assert result.exit_code == 6
        assert "cannot be read as the figures of a report" in result.stderr

    def test_no_year_is_compared_with_part_of_another(self, book: Path) -> None:
        build(book, "--only", "Team=North")

        with pytest.raises(FileFault, match="it is of part of the audits alone"):
            read_previous_year(Path("report", f"{NORTH}.figures.json"), None)  # type: ignore[arg-type]

    def test_check_counts_the_part_and_says_the_rows_of_the_whole(self, book: Path) -> None:
        result = run("check", book, "--only", "Team=North", "--json")

        assert result.exit_code == 0
        assert json.loads(result.stdout)["read"]["Audits"] == 5
