"""The files with which a year begins: the blank workbook, its settings, the two to double-click."""

from __future__ import annotations

import io
import re
import tomllib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from typer.testing import CliRunner, Result
from workbooks import write_xlsx

from auditreport.cli import app
from auditreport.config import KEYS, read_settings
from auditreport.errors import FileFault
from auditreport.problems import Problem
from auditreport.reading import read
from auditreport.reading.area_sheet import DEFAULT_AREAS
from auditreport.reading.contract import REPORT, SHEETS
from auditreport.reading.mapping import TrackerMapping
from auditreport.reading.schema import Holds
from auditreport.shipped import find_shipped
from auditreport.workbooks.blank import build_blank_workbook
from auditreport.workbooks.carrying_over import carry_over
from auditreport.workbooks.placing import write_new_files
from auditreport.workbooks.starter_files import build_starter_files

SAMPLE = Path(__file__).parents[1] / "sample_data" / "rutland-2016-17.xlsx"
FILES = ["data.xlsx", "auditreport.toml", "Check.cmd", "Make report.cmd"]

pytestmark = pytest.mark.usefixtures("stand_in")


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def told(path: Path) -> list[tuple[str, str, str]]:
    return [(p.code, p.sheet, p.cell) for p in problems_of(path)]


def problems_of(path: Path) -> tuple[Problem, ...]:
    return read([path]).problems


@pytest.fixture(scope="module")
def blank() -> bytes:
    return build_blank_workbook()


@pytest.fixture
def book(blank: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(blank))


def open_book(path: str | Path) -> Workbook:
    return openpyxl.load_workbook(path)


def headers(sheet: Worksheet) -> list[Any]:
    return [cell.value for cell in sheet[1] if cell.value is not None]


def fill(sheet: Worksheet, rows: Sequence[dict[str, object]]) -> None:
    """Write rows under the headers, below what stands there."""
    names = headers(sheet)
    first = 2
    while any(sheet.cell(first, column).value is not None for column in range(1, len(names) + 1)):
        first += 1
    for number, row in enumerate(rows, start=first):
        for name, value in row.items():
            sheet.cell(number, names.index(name) + 1).value = value  # type: ignore[assignment]


def an_audit(ref: str, day: date, judgement: str = "Good") -> dict[str, object]:
    areas = {area.name: judgement for area in DEFAULT_AREAS}
    return {
        "Audit ref": ref,
        "Audit date": day,
        "Overall judgement": judgement,
        "Age": 7,
        "Moderated": "No",
        **areas,
    }


def set_report(book: Workbook, **settings: object) -> None:
    for name, value in book["Report"].iter_rows(min_row=2, max_col=2):
        if name.value in settings:
            value.value = settings[str(name.value)]  # type: ignore[assignment]


def fill_book(book: Workbook) -> None:
    set_report(book, Organisation="Anyshire", Year="2016-17")
    days = [date(2016, 4, 12), date(2016, 8, 1), date(2016, 11, 30), date(2017, 2, 14)]
    fill(book["Audits"], [an_audit(f"A{n}", day) for n, day in enumerate(days)])


def rule_at(sheet: Worksheet, cell: str) -> Any:
    """Return the one validation of a cell, None where it has none."""
    found = [rule for rule in sheet.data_validations.dataValidation if cell in rule.sqref]
    assert len(found) < 2
    return found[0] if found else None


def cell_of(sheet: Worksheet, column: str, row: int) -> str:
    return sheet.cell(row, headers(sheet).index(column) + 1).coordinate


class TestTheFiles:
    def test_a_year_begins_with_four_files_whose_paths_are_printed(self) -> None:
        result = run("new")

        assert result.exit_code == 0, result.output
        assert result.stdout.splitlines() == FILES
        assert sorted(path.name for path in Path().iterdir()) == sorted(FILES)

    def test_a_folder_is_made_where_there_is_none(self) -> None:
        assert run("new", "2017/audits").exit_code == 0
        assert Path("2017/audits/data.xlsx").is_file()

    @pytest.mark.parametrize("name", FILES)
    def test_nothing_is_written_where_one_of_them_is_there(self, name: str) -> None:
        Path(name).write_text("mine")

        result = run("new")

        assert result.exit_code == 5
        assert name in result.stderr
        assert [path.name for path in Path().iterdir()] == [name]
        assert Path(name).read_text() == "mine"

    def test_a_link_that_leads_nowhere_is_a_file_too(self) -> None:
        Path("data.xlsx").symlink_to("gone.xlsx")

        assert run("new").exit_code == 5
        assert not Path("gone.xlsx").exists()

    def test_a_file_in_the_place_of_the_folder_is_said(self) -> None:
        Path("taken").write_text("")

        result = run("new", "taken")

        assert result.exit_code == 5
        assert "taken is not a folder" in result.stderr

    def test_a_writing_that_fails_leaves_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("os.fsync", refuse)

        with pytest.raises(OSError, match="space"):
            write_new_files(Path("deep/folder"), {"a": b"1", "b": b"2"})
        assert not Path("deep").exists()

    def test_a_file_that_comes_meanwhile_is_not_written_over(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("os.fsync", lambda _: Path("b").write_text("mine"))

        with pytest.raises(FileFault, match="there already"):
            write_new_files(Path(), {"a": b"1", "b": b"2"})
        assert [path.name for path in Path().iterdir()] == ["b"]
        assert Path("b").read_text() == "mine"

    def test_the_settings_can_be_read_and_name_the_workbook(self) -> None:
        Path("auditreport.toml").write_bytes(build_starter_files("data.xlsx")["auditreport.toml"])

        settings = read_settings(Path("auditreport.toml"))

        assert settings.workbooks == ("data.xlsx",)
        assert settings.formats == ("html", "md")

    def test_the_remarks_of_the_settings_hold_when_they_are_uncommented(self) -> None:
        text = build_starter_files("data.xlsx")["auditreport.toml"].decode()
        uncommented = re.sub(r'^# (?=\w+ = |\[|")', "", text, flags=re.MULTILINE)
        Path("auditreport.toml").write_text(uncommented)

        settings = read_settings(Path("auditreport.toml"))

        assert set(tomllib.loads(uncommented)) == set(KEYS)
        assert (settings.as_of, settings.strict, settings.wait) == ("today", True, 60)
        assert not settings.allow_public
        assert settings.limits.cells == 5_000_000
        mapping = settings.mapping
        assert mapping.sheets == {"Audits": "Tracker"}
        assert mapping.values["Judgements"] == {"Requires imp.": "Requires Improvement"}

    @pytest.mark.parametrize("name", ["Check.cmd", "Make report.cmd"])
    def test_what_is_double_clicked_is_plain_text_with_windows_line_ends(self, name: str) -> None:
        text = build_starter_files("data.xlsx")[name].decode("ascii")

        assert text.count("\n") == text.count("\r\n") > 10
        assert 'pushd "%~dp0"' in text
        assert text.rstrip().splitlines()[-2:] == ["pause", "exit /b %result%"]

    @pytest.mark.parametrize(
        ("name", "command"), [("Check.cmd", "check"), ("Make report.cmd", "build")]
    )
    def test_what_is_double_clicked_runs_the_program_beside_it_on_the_path_or_by_py(
        self, name: str, command: str
    ) -> None:
        lines = build_starter_files("data.xlsx")[name].decode().splitlines()
        ways = [line for line in lines if line.endswith(f" {command}")]

        assert ways == [
            f"call auditreport {command}",
            f'"%program%" {command}',
            f"py -m auditreport {command}",
        ]
        assert [line for line in lines if line.startswith('set "program=')] == [
            r'set "program=auditreport\auditreport.exe"',
            r'set "program=..\auditreport\auditreport.exe"',
        ]

    @pytest.mark.parametrize("name", ["Check.cmd", "Make report.cmd"])
    def test_every_jump_of_what_is_double_clicked_has_its_mark(self, name: str) -> None:
        words = build_starter_files("data.xlsx")[name].decode().split()
        jumps = {words[n + 1] for n, word in enumerate(words) if word == "goto"}

        assert jumps <= {word[1:] for word in words if word.startswith(":")}


class TestTheBlankWorkbook:
    def test_as_made_it_lacks_the_organisation_the_year_and_nothing_else(self) -> None:
        run("new")

        found = problems_of(Path("data.xlsx"))

        assert {p.message for p in found} == {
            "The sheet Report gives no value for 'Year': write it beside that Setting",
            "The sheet Report gives no value for 'Organisation': write it beside that Setting",
        }

    def test_without_audits_that_is_what_is_said(self, book: Workbook) -> None:
        set_report(book, Organisation="Anyshire", Year="2016-17")
        book.save("data.xlsx")

        assert told(Path("data.xlsx")) == [("no-audit-in-year", "Audits", "C1")]

    def test_filled_in_it_has_no_problem(self, book: Workbook) -> None:
        fill_book(book)
        book.save("data.xlsx")

        assert told(Path("data.xlsx")) == []

    def test_every_optional_sheet_filled_in_has_no_problem(self, book: Workbook) -> None:
        fill_book(book)
        fill(book["Lists"], [{"Teams": "North"}])
        fill(book["Feedback"], [{"Respondent": "Child", "F1": "Always", "F2": "More time"}])
        fill(book["Rounds"], [{"Round": "2016-17", "Respondent": "Child", "Asked": 9}])
        fill(
            book["Schedule"],
            [{"From": date(2016, 4, 1), "To": date(2016, 6, 30), "Planned": 4, "Open cases": 90}],
        )
        fill(book["Actions"], [{"Action": "Do", "Practice area": "Risk", "Status": "Open"}])
        fill(book["Previous year"], [{"What": "Overall", "Good": 4, "Inadequate": 1}])
        fill(book["Targets"], [{"Measure": "Good or better", "At least": 0.8}])
        book.save("data.xlsx")

        assert told(Path("data.xlsx")) == []

    def test_a_thematic_audit_can_use_the_sheet_that_is_there(self, book: Workbook) -> None:
        fill_book(book)
        row = {"Name": "Neglect", "Sheet": "Thematic cases", "Recorded as": "Judgement"}
        days = {"From": date(2016, 5, 1), "To": date(2016, 5, 31)}
        fill(book["Thematic audits"], [{**row, **days}])
        fill(book["Thematic cases"], [{"Case": "1", "Overall judgement": "Good"}])
        book.save("data.xlsx")

        assert told(Path("data.xlsx")) == []

    def test_the_short_names_on_the_first_sheet_stand_for_figures(self, book: Workbook) -> None:
        fill_book(book)
        cells = [str(cell.value) for (cell,) in book["Start here"].iter_rows(min_col=2, max_col=2)]
        names = [text for text in cells if text.startswith("{{")]
        fill(book["Narrative"], [{"Section": "Year", "Text": " ".join(names)}])
        book.save("data.xlsx")

        result = run("check", "data.xlsx")

        assert "{{ Q4 Outstanding % }}" in names
        assert "figure" not in result.stderr
        assert result.exit_code == 0, result.stderr

    def test_it_opens_at_the_sheet_that_says_how_to_use_it(self, book: Workbook) -> None:
        assert book.sheetnames[0] == "Start here"
        assert book.active is book["Start here"]

    def test_the_first_sheet_leads_to_every_other(self, book: Workbook) -> None:
        cells = [cell for (cell,) in book["Start here"].iter_rows(min_col=2, max_col=2)]
        links = [cell.hyperlink.location for cell in cells if cell.hyperlink]

        assert links == [f"'{name}'!A1" for name in book.sheetnames[1:]]

    @pytest.mark.parametrize("schema", SHEETS, ids=lambda schema: schema.name)
    def test_every_column_has_a_header_with_a_note_that_says_whether_it_is_required(
        self, book: Workbook, schema: Any
    ) -> None:
        notes = {cell.value: cell.comment.text for cell in book[schema.name][1] if cell.comment}

        assert list(book.sheetnames).count(schema.name) == 1
        for column in schema.columns:
            said = "Required" if schema.is_required(column.name) else "Optional"
            assert column.help in notes[column.name]
            assert said in notes[column.name].splitlines()[-1]

    def test_required_headers_are_darker(self, book: Workbook) -> None:
        sheet = book["Thematic audits"]
        colours = {cell.value: cell.fill.start_color.rgb for cell in sheet[1]}

        assert colours["Name"] == colours["From"] != colours["Auditor"]

    def test_the_settings_are_listed_with_their_defaults(self, book: Workbook) -> None:
        rows = book["Report"].iter_rows(min_row=2, max_col=2)
        settings = {name.value: (value.value, value.number_format) for name, value in rows}

        assert settings["Organisation"][0] is None
        assert settings["Strength threshold"] == (0.7, "0%")
        assert settings["Year"] == (None, "@")
        assert settings["Year starts"][0] == "April"

    def test_each_practice_area_is_a_column_of_audits(self, book: Workbook) -> None:
        assert {area.name for area in DEFAULT_AREAS} <= set(headers(book["Audits"]))

    @pytest.mark.parametrize("row", [2, 2000])
    def test_every_column_of_a_list_has_a_drop_down(self, book: Workbook, row: int) -> None:
        without = [
            (schema.name, column.name)
            for schema in SHEETS
            for column in schema.columns
            if column.choices or column.holds is Holds.YES_NO
            if rule_at(book[schema.name], cell_of(book[schema.name], column.name, row)) is None
        ]

        assert without == []

    @pytest.mark.parametrize(
        ("column", "letter"), [("Team", "F"), ("Case type", "D"), ("Audit type", "H")]
    )
    def test_a_drop_down_follows_the_sheet_lists(
        self, book: Workbook, column: str, letter: str
    ) -> None:
        rule = rule_at(book["Audits"], cell_of(book["Audits"], column, 2))

        assert rule.type == "list"
        assert f"Lists!${letter}$2" in rule.formula1

    def test_a_judgement_may_be_of_the_scale_or_not_judged(self, book: Workbook) -> None:
        rule = rule_at(book["Audits"], cell_of(book["Audits"], "Risk", 2))
        joined = book["Lists"]["K2"].value

        assert "Lists!$K$1" in rule.formula1
        assert "$A$2:$A$201" in joined
        assert "$C$2:$C$201" in joined
        assert book["Lists"].column_dimensions["K"].hidden
        assert book["Lists"]["K1"].value is None

    def test_what_excel_makes_of_the_hidden_column_is_no_list(self, book: Workbook) -> None:
        fill_book(book)
        for row in range(2, 20):
            book["Lists"][f"K{row}"] = "Good"
        book.save("data.xlsx")

        assert told(Path("data.xlsx")) == []

    def test_the_answers_to_a_question_are_offered(self, book: Workbook) -> None:
        rule = rule_at(book["Feedback"], cell_of(book["Feedback"], "F1", 2))

        assert rule.formula1 == '"Always,Sometimes,Never"'
        assert not rule.showErrorMessage

    def test_dates_are_shown_day_first_and_checked_with_friendly_words(
        self, book: Workbook
    ) -> None:
        sheet = book["Audits"]
        rule = rule_at(sheet, cell_of(sheet, "Audit date", 2000))

        assert sheet.column_dimensions["C"].number_format == "dd/mm/yyyy"
        assert rule.type == "date"
        assert "day first" in rule.error

    @pytest.mark.parametrize("name", [schema.name for schema in SHEETS])
    def test_a_sheet_is_set_up_for_print_with_its_header_on_each_page(
        self, book: Workbook, name: str
    ) -> None:
        sheet = book[name]

        assert sheet.freeze_panes == "B2"
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert "&L&A&RPage &P of &N" in str(sheet.HeaderFooter.oddFooter)

    def test_audits_can_be_filtered(self, book: Workbook) -> None:
        assert book["Audits"].auto_filter.ref.startswith("A1:")

    def test_the_required_sheets_stand_out(self, book: Workbook) -> None:
        colours = {sheet.title: str(sheet.sheet_properties.tabColor) for sheet in book.worksheets}

        assert colours["Report"] == colours["Audits"] != colours["Actions"]

    def test_it_is_the_same_bytes_each_time_and_not_large(self, blank: bytes) -> None:
        assert build_blank_workbook() == blank
        assert len(blank) < 400_000


LAST = {
    "Report": (
        ("Setting", "Value"),
        ("Organisation", "Anyshire"),
        ("Year", "2016-17"),
        ("Title", "Audits 2016-17"),
        ("Report date", date(2017, 8, 17)),
        ("Smallest base", 8),
        ("Protect judgements", "y"),
        ("Strength threshold", "75%"),
    ),
    "Audits": (
        ("Audit ref", "Audit date", "Overall judgement", "Fieldwork", "Seen", "Action"),
        ("A1", date(2016, 5, 3), "Met", "Met", "Yes", "Tell the team"),
    ),
    "Practice areas": (("Area", "Aliases"), ("Field work", "Fieldwork; FW")),
    "Lists": (
        ("Judgements", "Good or better", "Teams"),
        ("Met", "Met", "=North"),
        ("Not met", None, "South"),
    ),
    "Aliases": (("List", "Written as", "Means"), ("Teams", "N", "=North")),
    "Questions": (("Code", "Question", "Answers"), ("B1", "Were you heard?", "Yes; No")),
    "Targets": (("Measure", "At least"), ("Overall", 0.8)),
    "Measures": (("Measure", "Label"), ("Seen", "The child was seen")),
    "Actions": (
        ("Action", "Status", "Due", "Completed"),
        ("Train the staff", "Open", date(2017, 6, 1), None),
        ("Done long ago", "Complete", None, date(2016, 9, 1)),
    ),
}


@pytest.fixture
def last(tmp_path: Path) -> Path:
    path = write_xlsx(tmp_path / "last.xlsx", LAST)
    book = open_book(path)
    for sheet, cell in (("Lists", "C2"), ("Aliases", "C2")):
        book[sheet][cell].data_type = "s"  # or "=North" is a formula here already
    book.save(path)
    return path


def values(sheet: Worksheet) -> list[tuple[object, ...]]:
    return [row for row in sheet.iter_rows(min_row=2, values_only=True) if any(row)]


class TestCarryingOver:
    @pytest.fixture
    def carried(self, last: Path) -> Workbook:
        result = run("new", "next", "--from", last)
        assert result.exit_code == 0, result.output
        return open_book("next/data.xlsx")

    def test_settings_move_on_by_a_year_and_the_day_of_the_report_is_blank(
        self, carried: Workbook
    ) -> None:
        settings = {row[0]: row[1] for row in values(carried["Report"])}

        assert settings["Organisation"] == "Anyshire"
        assert settings["Year"] == "2017-18"
        assert settings["Title"] == "Audits 2017-18"
        assert settings["Report date"] is None
        assert settings["Fewest audits to compare"] == 8
        assert settings["Protect judgements"] == "Yes"
        assert settings["Show gender and ethnicity"] == "No"
        assert settings["Strength threshold"] == 0.75

    def test_what_has_changed_is_said(self, last: Path) -> None:
        result = run("new", "next", "--from", last)

        assert "open actions (2)" in result.stderr
        assert "The Year is now 2017-18" in result.stderr
        assert "In the Title, 2016-17 became 2017-18" in result.stderr

    def test_practice_areas_come_with_their_aliases_and_columns(self, carried: Workbook) -> None:
        assert values(carried["Practice areas"]) == [
            ("Field work", "Field work", "Fieldwork; FW"),
        ]
        assert "Field work" in headers(carried["Audits"])
        assert "Risk" not in headers(carried["Audits"])

    def test_lists_come_over_and_one_that_was_not_given_stays_open(self, carried: Workbook) -> None:
        sheet = carried["Lists"]
        lists = {
            cell.value: [sheet.cell(row, cell.column).value for row in (2, 3)]
            for cell in sheet[1]
            if cell.value
        }

        assert lists["Judgements"] == ["Met", "Not met"]
        assert lists["Good or better"] == ["Met", None]
        assert lists["Teams"] == ["=North", "South"]
        assert lists["Audit types"] == [None, None]

    def test_what_begins_as_a_formula_stays_text(self, carried: Workbook) -> None:
        cells = [cell for row in carried["Lists"].iter_rows(max_col=9) for cell in row]

        assert [cell.data_type for cell in cells if cell.value == "=North"] == ["s"]

    def test_aliases_questions_targets_and_measures_come_over(self, carried: Workbook) -> None:
        assert values(carried["Aliases"]) == [("Teams", "N", "=North")]
        assert values(carried["Questions"])[0][:2] == ("B1", "Were you heard?")
        assert values(carried["Targets"])[0][:2] == ("Overall", 0.8)
        assert values(carried["Measures"])[0][:2] == ("Seen", "The child was seen")

    def test_a_question_is_a_column_of_feedback_and_a_measure_one_of_audits(
        self, carried: Workbook
    ) -> None:
        assert headers(carried["Feedback"])[-1] == "B1"
        assert headers(carried["Audits"])[-1] == "Seen"

    def test_open_actions_come_over_and_done_ones_do_not(self, carried: Workbook) -> None:
        assert [row[0] for row in values(carried["Actions"])] == [
            "Train the staff",
            "Tell the team",
        ]

    def test_an_actions_dates_stay_dates(self, carried: Workbook) -> None:
        sheet = carried["Actions"]
        due = sheet[cell_of(sheet, "Due", 2)]

        assert due.is_date
        assert due.number_format == "dd/mm/yyyy"

    def test_no_audit_comes_over(self, carried: Workbook) -> None:
        assert values(carried["Audits"]) == []

    def test_the_sample_carried_over_and_filled_in_has_no_problem(self) -> None:
        run("new", "next", "--from", SAMPLE)
        book = open_book("next/data.xlsx")
        days = [date(2017, 4, 12), date(2018, 2, 14)]
        fill(book["Audits"], [an_audit(f"A{n}", day) for n, day in enumerate(days)])
        book.save("data.xlsx")

        assert told(Path("data.xlsx")) == []

    def test_a_workbook_with_errors_is_carried_over_and_that_is_said(self, tmp_path: Path) -> None:
        questions = (*LAST["Questions"], (None, "A question without a code", "Yes; No"))
        audits = (*LAST["Audits"], ("A2", date(2016, 5, 3), "Splendid", "Met", "Yes", None))
        faulty = {**LAST, "Audits": audits, "Questions": questions}
        path = write_xlsx(tmp_path / "last.xlsx", faulty)

        result = run("new", "next", "--from", path)

        assert result.exit_code == 0, result.output
        assert "last.xlsx has errors" in result.stderr
        assert headers(open_book("next/data.xlsx")["Feedback"])[-1] == "B1"

    def test_a_years_first_month_stays_the_councils_own(self, tmp_path: Path) -> None:
        report = (*LAST["Report"][:2], ("Year", "2016"), ("Year starts", "January"))
        path = write_xlsx(tmp_path / "own.xlsx", {**LAST, "Report": report})

        settings = carry_over(path, TrackerMapping()).beginning.settings

        assert (settings["Year"], settings["Year starts"]) == ("2017", "January")

    def test_the_words_of_the_settings_file_become_aliases(self, last: Path) -> None:
        Path("auditreport.toml").write_text('[values.Teams]\n"S" = "South"\n')

        run("new", "next", "--from", last)

        assert ("Teams", "S", "South") in values(open_book("next/data.xlsx")["Aliases"])

    def test_a_workbook_that_cannot_be_read_is_a_fault_of_files(self) -> None:
        result = run("new", "next", "--from", "gone.xlsx")

        assert result.exit_code == 5
        assert not Path("next").exists()

    def test_a_workbook_without_a_year_is_an_error_of_the_data(self, tmp_path: Path) -> None:
        path = write_xlsx(tmp_path / "last.xlsx", {**LAST, "Report": LAST["Report"][:2]})

        result = run("new", "next", "--from", path)

        assert result.exit_code == 3
        assert "missing-setting" in result.stderr
        assert not Path("next").exists()


class TestTheSample:
    def test_it_is_written_as_it_was_made(self) -> None:
        result = run("new", "--sample")

        assert result.exit_code == 0, result.output
        assert Path("rutland-2016-17.xlsx").read_bytes() == SAMPLE.read_bytes()
        assert not Path("data.xlsx").exists()

    def test_the_settings_beside_it_name_it(self) -> None:
        run("new", "--sample")

        assert run("check").exit_code == 0

    def test_it_does_not_go_with_last_years_workbook(self) -> None:
        assert run("new", "--sample", "--from", SAMPLE).exit_code == 2

    def test_what_an_installation_lacks_is_said(self) -> None:
        with pytest.raises(FileFault, match="install auditreport again"):
            find_shipped("sample_data/none.xlsx")


def test_the_report_sheet_is_declared_with_the_columns_that_are_written(book: Workbook) -> None:
    assert headers(book["Report"]) == [column.name for column in REPORT.columns]
