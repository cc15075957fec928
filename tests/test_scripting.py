"""The functions for scripts: what docs/scripting.md shows, promises and lists is true."""

from __future__ import annotations

import ast
import contextlib
import io
import json
import re
import shutil
import subprocess
import sys
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

import pytest
from records import audit, data_set, settings
from typer.testing import CliRunner
from workbooks import AUDIT, AUDITS, REPORT, Sheets, audits_of, write_xlsx

import auditreport
from auditreport import (
    DataFault,
    FileFault,
    Reading,
    UsageFault,
    analyse,
    as_dict,
    check,
    read,
    render,
    write,
)
from auditreport.cli import app
from auditreport.problems import has_errors
from auditreport.reading.clean_tables import TABLES
from auditreport.reading.year import ReportYear

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "scripting.md").read_text(encoding="utf-8")
SAMPLE = ROOT / "sample_data" / "rutland-2016-17.xlsx"
SOUND: Sheets = {"Report": REPORT, "Audits": AUDITS}
FAULTY: Sheets = {
    "Report": REPORT,
    "Audits": audits_of(AUDIT, ("A2", date(2016, 5, 3), "Godo", "Good")),
}
NARRATED = ("Year", "Of {{ year complted }} audits.")

_BLOCK = re.compile(r"```python\n(.*?)```\n(?:\n```text\n(.*?)```\n)?", re.DOTALL)
_TABLE = re.compile(r"^\| `([^`]+)` \| a[^|]+ \| (.*) \|$", re.MULTILINE)


def lay_out(folder: Path) -> None:
    """Put the workbooks that the page speaks of into a folder."""
    shutil.copy(SAMPLE, folder)
    councils = folder / "councils"
    councils.mkdir()
    write_xlsx(councils / "eastshire.xlsx", SOUND)
    write_xlsx(councils / "westshire.xlsx", FAULTY)
    (councils / "southshire.xlsx").write_text("Audit ref,Overall judgement\n", encoding="utf-8")


def trimmed(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines()]


def script_output(code: str, *, stdin: bool) -> list[str]:
    """Return the lines that Python prints for code that stands in no file."""
    how, given = (["-"], code) if stdin else (["-c", code], None)
    done = subprocess.run(
        [sys.executable, *how], input=given, capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.splitlines()


def problems_of_the_command(*words: str) -> list[dict[str, str]]:
    result = CliRunner().invoke(app, ["check", *words, "--json"])
    found: list[dict[str, str]] = json.loads(result.stdout)["problems"]
    return found


@pytest.fixture
def book(stand_in: Path) -> Path:
    return write_xlsx(stand_in / "data.xlsx", SOUND)


def test_each_block_of_the_page_prints_what_stands_below_it(stand_in: Path) -> None:
    lay_out(stand_in)
    names: dict[str, object] = {}
    blocks = _BLOCK.findall(PAGE)
    assert len(blocks) == PAGE.count("```python")

    for code, shown in blocks:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(code, names)
        assert trimmed(printed.getvalue()) == trimmed(shown), code
    assert (stand_in / "judgements by quarter.svg").is_file()
    assert (stand_in / "report" / "annual-report-2016-17.html").is_file()


def test_every_public_name_is_there_and_on_the_page() -> None:
    assert [name for name in auditreport.__all__ if f"`{name}`" not in PAGE] == []
    assert all(hasattr(auditreport, name) for name in auditreport.__all__)
    assert set(auditreport.__all__) <= set(dir(auditreport))


def test_a_type_checker_is_told_of_every_public_name() -> None:
    module = ast.parse(Path(auditreport.__file__).read_text(encoding="utf-8"))
    told = [
        alias.name for n in ast.walk(module) if isinstance(n, ast.ImportFrom) for alias in n.names
    ]

    assert {*told, "__version__"} - {"TYPE_CHECKING", "import_module"} == set(auditreport.__all__)


def test_a_name_that_is_not_public_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="analyze"):
        _ = auditreport.analyze  # type: ignore[attr-defined]


def test_the_package_itself_imports_nothing_of_the_program() -> None:
    code = "import sys, auditreport; print(*(m for m in sys.modules if m[:5] == 'audit'))"

    assert script_output(code, stdin=False) == ["auditreport"]


@pytest.mark.parametrize("stdin", [True, False])
def test_a_script_that_is_no_file_needs_no_guard(book: Path, stdin: bool) -> None:
    code = (
        "from auditreport import analyse, read, render, write\n"
        "reading = read('data.xlsx')\n"
        "print(analyse(reading).periods['year'].completed)\n"
        "print(len(write(render(analyse(reading), 'html'), 'report')))\n"
    )

    assert script_output(code, stdin=stdin) == ["1", "3"]


@pytest.mark.parametrize(
    "sheets",
    [
        SOUND,
        FAULTY,
        {"Report": REPORT},
        {**SOUND, "Narrative": (("Section", "Text"), NARRATED)},
    ],
)
def test_check_finds_what_the_command_finds(stand_in: Path, sheets: Sheets) -> None:
    write_xlsx(stand_in / "data.xlsx", sheets)

    found = [asdict(problem) for problem in check(read("data.xlsx"))]

    assert found == problems_of_the_command("data.xlsx")


def test_an_error_that_only_shows_when_counted_stops_the_figures_too(stand_in: Path) -> None:
    write_xlsx(stand_in / "data.xlsx", {**SOUND, "Narrative": (("Section", "Text"), NARRATED)})
    reading = read("data.xlsx")
    assert not reading.has_errors

    with pytest.raises(DataFault) as fault:
        analyse(reading)

    assert fault.value.problems == check(reading)


def test_errors_in_the_data_stop_the_figures_and_not_the_reading(stand_in: Path) -> None:
    reading = read(write_xlsx(stand_in / "data.xlsx", FAULTY))
    assert reading.has_errors

    with pytest.raises(DataFault) as fault:
        analyse(reading)

    assert fault.value.problems == reading.problems


def test_a_draft_is_counted_without_what_is_faulty(stand_in: Path) -> None:
    reading = read(write_xlsx(stand_in / "data.xlsx", FAULTY)).as_draft()

    assert analyse(reading).draft
    assert not has_errors(check(reading))


def test_figures_are_of_the_year_or_of_a_quarter() -> None:
    reading = Reading(data_set((audit(date=date(2016, 5, 3)),)), ())

    assert analyse(reading).scope == "year"
    assert analyse(reading, "Q1").scope == "Q1"


@pytest.mark.parametrize(
    ("scope", "said"),
    [("Q5", "'Q5' is not a period; known are year, Q1"), ("Q2", "Q2 begins after the as-of date")],
)
def test_a_period_without_figures_is_refused(scope: str, said: str) -> None:
    reading = Reading(data_set((audit(date=date(2016, 5, 3)),)), ())

    with pytest.raises(UsageFault, match=said):
        analyse(reading, scope, as_of=date(2016, 6, 30))


def test_the_dictionary_of_figures_is_figures_json() -> None:
    figures = analyse(Reading(data_set((audit(),)), ()))

    written = render(figures, "html")["annual-report-2016-17.figures.json"]

    assert as_dict(figures) == json.loads(written)


def test_rendered_files_are_byte_for_byte_the_commands(book: Path) -> None:
    result = CliRunner().invoke(app, ["build", "data.xlsx", "--format", "html,md"])
    assert result.exit_code == 0, result.output
    folder = Path("report")
    built = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*") if p.is_file()}

    files = render(analyse(read("data.xlsx")), ("html", "md"))

    assert set(built) - set(files) == {"annual-report-2016-17.manifest.json"}
    assert files == {name: built[name].read_bytes() for name in files}


def test_a_format_that_is_not_made_is_refused_with_the_nearest() -> None:
    figures = analyse(Reading(data_set(), ()))

    with pytest.raises(UsageFault, match="formats: 'htm' is not a format; did you mean 'html'"):
        render(figures, ["htm"])


def test_templates_of_ones_own_are_used(stand_in: Path) -> None:
    page = stand_in / "ours" / "markdown" / "page.md.j2"
    page.parent.mkdir(parents=True)
    page.write_text("Ours alone.\n", encoding="utf-8")

    files = render(analyse(Reading(data_set(), ())), "md", templates="ours")

    assert files["annual-report-2016-17.md"] == b"Ours alone.\n"


def test_a_file_that_somebody_changed_is_kept_and_said(stand_in: Path) -> None:
    files = render(analyse(Reading(data_set(), ())), "html")
    page = write(files, "report")[0]
    page.write_text("Changed.", encoding="utf-8")
    said: list[str] = []

    write(files, "report", said.append)

    assert page.read_bytes() == files[page.name]
    assert len(said) == 1
    assert (stand_in / "report" / "annual-report-2016-17.kept-1.html").read_text() == "Changed."


def test_only_the_files_of_one_report_are_written(stand_in: Path) -> None:
    with pytest.raises(UsageFault, match="one report"):
        write({"page.html": b""}, "report")

    assert list(stand_in.iterdir()) == []


def test_settings_are_read_when_named_and_never_searched_for(book: Path) -> None:
    Path("auditreport.toml").write_text(
        'workbooks = ["data.xlsx"]\n[severity]\n"default-area-missing" = "off"\n', encoding="utf-8"
    )

    assert [problem.code for problem in check(read("data.xlsx"))] == ["default-area-missing"]
    assert check(read(settings="auditreport.toml")) == ()
    with pytest.raises(UsageFault, match="No workbook is given"):
        read()


def test_several_workbooks_are_one_data_set(stand_in: Path) -> None:
    write_xlsx(stand_in / "a.xlsx", SOUND)
    write_xlsx(stand_in / "b.xlsx", {"Audits": audits_of(("B1", date(2016, 6, 1), "Good", "Good"))})

    assert analyse(read("a.xlsx", Path("b.xlsx"))).periods["year"].completed == 2


def test_last_year_is_compared_with(book: Path) -> None:
    last = data_set((audit(),), settings=settings(year=ReportYear(date(2015, 4, 1))))
    write(render(analyse(Reading(last, ())), "html"), "last")

    reading = read("data.xlsx", previous="last/annual-report-2015-16.figures.json")

    previous = analyse(reading).previous
    assert previous is not None
    assert previous.year == "2015-16"


def test_a_file_that_is_not_there_is_a_file_fault(stand_in: Path) -> None:
    with pytest.raises(FileFault, match=r"nowhere\.xlsx"):
        read("nowhere.xlsx")


def test_nothing_is_written_printed_or_set_but_by_write(
    book: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    import matplotlib

    before = (book.read_bytes(), sorted(book.parent.iterdir()), dict(matplotlib.rcParams))
    reading = read(book)
    render(analyse(reading), "html,md,xlsx")

    assert (book.read_bytes(), sorted(book.parent.iterdir()), dict(matplotlib.rcParams)) == before
    assert capfd.readouterr() == ("", "")


def test_the_pages_tables_are_those_that_are_given() -> None:
    tables = PAGE.partition("## The tables")[2]
    listed = {sheet: columns.split(", ") for sheet, columns in _TABLE.findall(tables)}
    without_rows = replace(data_set(), areas=())

    assert list(listed) == list(TABLES)
    for sheet, columns in listed.items():
        types = without_rows.frame(sheet).dtypes.astype(str)
        described = [n if t == "string" else f"{n} (`{t}`)" for n, t in types.items()]
        sources = [] if sheet == "Practice areas" else ["Workbook", "Sheet", "Row (`Int64`)"]
        assert described == [*sources, *columns]
