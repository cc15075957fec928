"""Whole workbooks, from the file to the data set."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from workbooks import AUDITS, REPORT, a_sheet, a_workbook, told, write_xlsx

from auditreport.problems import Severity
from auditreport.reading import read, understand
from auditreport.reading.raw import CellValue, ErrorValue, RawWorkbook, Uncalculated

SAMPLE = Path(__file__).parents[1] / "sample_data" / "rutland-2016-17.xlsx"

CELLS: st.SearchStrategy[CellValue] = st.one_of(
    st.none(),
    st.sampled_from(["Good", "N/A", "Total", "Q1", "12/04/2016", "✓", "Yes, but", "1-5"]),
    st.text(max_size=8),
    st.integers(-5, 60_000),
    st.floats(allow_nan=True),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.builds(ErrorValue, st.just("#REF!")),
    st.builds(Uncalculated),
)
SHEETS = {
    "Report": ("Setting", "Value"),
    "Audits": ("Audit ref", "Audit date", "Quarter", "Overall judgement", "Risk", "Age", "Action"),
    "Lists": ("Judgements", "Not judged", "Age bands"),
    "Aliases": ("List", "Written as", "Means"),
    "Thematic audits": ("Name", "Sheet", "Recorded as", "From", "To"),
    "Feedback": ("Round", "Date", "Respondent", "F1"),
    "Questions": ("Code", "Question", "Answers", "Positive"),
    "Schedule": ("From", "To", "Planned"),
    "Narrative": ("Section", "Text"),
    "Actions": ("Action", "Due", "Status", "Completed"),
}


def test_the_sample_gives_no_error_and_no_warning() -> None:
    reading = read([SAMPLE])

    assert {problem.severity for problem in reading.problems} <= {Severity.NOTE}
    assert reading.data is not None
    assert len(reading.data.audits) == 56
    assert reading.data.sources[0].file == SAMPLE.name


def test_a_workbook_is_read_from_its_file(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "audits.xlsx", {"Report": REPORT, "Audits": AUDITS})

    reading = read([path])

    assert told(reading) == []
    assert reading.data is not None
    assert reading.data.audits[0].date == date(2016, 4, 12)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_cell_whatever_it_holds_stops_the_reading(data: st.DataObject) -> None:
    sheets = []
    for name, header in SHEETS.items():
        row = st.lists(CELLS, min_size=len(header), max_size=len(header))
        drawn = data.draw(st.lists(row, max_size=3), label=name)
        sheets.append(a_sheet(name, [header, *drawn]))
    report = a_sheet("Report", [*REPORT, *sheets[0].rows[1:]])

    reading = understand([RawWorkbook("data.xlsx", "", (report, *sheets[1:]))])

    assert all(problem.message for problem in reading.problems)


def test_an_empty_workbook_has_neither_sheet() -> None:
    reading = understand([a_workbook({"Sheet1": ()})])

    assert [code for code, _, _ in told(reading)] == ["missing-sheet", "missing-sheet"]
    assert reading.data is None


def test_all_problems_are_told_although_the_year_is_missing() -> None:
    rows = [AUDITS[0], ("A1", date(2016, 4, 12), "Goood", None)]

    reading = understand([a_workbook({"Report": REPORT[:2], "Audits": rows})])

    assert [code for code, _, _ in told(reading)] == ["missing-setting", "unknown-judgement"]
