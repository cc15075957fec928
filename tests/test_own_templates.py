"""Templates of a council's own: they win, they can build on ours, and their faults are said."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hostile import report_of
from synthetic import full_page, full_report
from typer.testing import CliRunner, Result

from auditreport.cli import app
from auditreport.errors import AuditReportError, FileFault, UsageFault
from auditreport.rendering.options import GivenFile
from auditreport.rendering.template_faults import GIVEN_NAMES
from auditreport.rendering.templates import find_templates, render_template
from auditreport.template_folder import list_templates, read_templates

MakeWorkbook = Callable[..., Path]
BUILD = ("build", "data.xlsx", "--format", "html")
PAGE = "html/page.html.j2"
REPORT = Path("report/annual-report-2016-17.html")


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def lay(folder: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def page_of(**files: str) -> str:
    """Return the page by templates of a council's own; `__` in a name is a dot."""
    given = tuple(
        GivenFile(f"html/{name.replace('__', '.')}", text.encode()) for name, text in files.items()
    )
    return render_template(full_report(), "html", ".html.j2", given)


def fault_of(text: str, **others: str) -> str:
    """Return what is said of a page whose second line is `text`."""
    with pytest.raises(UsageFault) as caught:
        page_of(page__html__j2=f"{{# ours #}}\n{text}", **others)
    return str(caught.value)


def test_without_any_the_page_is_ours() -> None:
    assert page_of() == full_page()


def test_a_template_of_the_same_name_wins() -> None:
    page = page_of(callout__html__j2="CALLED OUT")

    assert "CALLED OUT" in page
    assert 'class="callout"' not in page


def test_a_page_may_extend_ours_and_replace_one_block() -> None:
    own = '{% extends "bundled/page.html.j2" %}{% block footer %}<p>Our own end.</p>{% endblock %}'
    page = page_of(page__html__j2=own)

    assert page == full_page().replace(
        full_page().partition("<footer>\n")[2].partition("</footer>")[0], "<p>Our own end.</p>"
    )


def test_a_page_may_add_to_our_style() -> None:
    own = '{% extends "bundled/page.html.j2" %}{% block style %}{{ super() }}h1{}{% endblock %}'

    assert page_of(page__html__j2=own) == full_page().replace(
        "}\n.c-judgement-0", "}\nh1{}.c-judgement-0", 1
    )


def test_our_partials_use_theirs() -> None:
    assert page_of(line__html__j2="LINE").count("LINE") > 1


def test_a_style_sheet_of_the_same_name_wins() -> None:
    assert "<style>\nh1 { color: red }" in page_of(style__css="h1 { color: red }\n")


def test_two_councils_in_one_run_do_not_mix() -> None:
    assert "ONE" in page_of(callout__html__j2="ONE")
    assert "ONE" not in page_of(callout__html__j2="TWO")
    assert page_of() == full_page()


def test_what_is_printed_by_their_template_is_escaped() -> None:
    given = (GivenFile(PAGE, b"{{ report.title }}"),)

    assert render_template(report_of("<i>\u202e"), "html", ".html.j2", given) == (
        "&lt;i&gt;[U+202E]"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ reprot }}", "'reprot' is not a name that is given here; did you mean 'report'?"),
        ("{% if reprot %}x{% endif %}", "'reprot' is not a name that is given here; did you mean"),
        ("{{ report.organization }}", "Report has no 'organization'; did you mean 'organisation'?"),
        ("{{ report.parts[0].headng }}", "Part has no 'headng'; did you mean 'heading'?"),
        ("{{ report.title.length }}", "str has no 'length'."),
        ("{{ nobody }}", "'nobody' is not a name that is given here; expected report, part,"),
        ("{{ report.parts[999] }}", "tuple object has no element 999."),
        ("{{ 'a'|shde }}", "there is no filter 'shde'; did you mean 'shade'?"),
        ("{% if 1 is evne %}{% endif %}", "there is no test 'evne'; did you mean 'even'?"),
        ('{% include "tabel.html.j2" %}', "there is no template 'tabel.html.j2'; did you mean 'ta"),
        ('{% extends "bundled/pgae.html.j2" %}', "did you mean 'bundled/page.html.j2'?"),
        ("{% if %}", "Expected an expression"),
        ("{{ 1 / 0 }}", "division by zero."),
        ("{{ report.title + 1 }}", "can only concatenate str"),
        ("{{ report.__class__ }}", "access to attribute '__class__' of 'Report' object is unsafe."),
        ("{% for n in range(10**7) %}{% endfor %}", "Range too big."),
        ('{% include "page.html.j2" %}', "templates include each other without end."),
    ],
)
def test_a_fault_is_said_with_its_template_its_line_and_the_nearest_name(
    text: str, said: str
) -> None:
    fault = fault_of(text)

    assert fault.startswith("html/page.html.j2, line 2: ")
    assert said in fault
    assert fault.endswith((".", "?"))


def test_a_fault_in_a_partial_names_the_partial() -> None:
    fault = fault_of('{% include "own.html.j2" %}', own__html__j2="\n\n{{ report.titel }}")

    assert fault == "html/own.html.j2, line 3: Report has no 'titel'; did you mean 'title'?"


def test_a_partial_of_ours_that_is_given_the_wrong_thing_is_named_too() -> None:
    fault = fault_of('{% with block = report %}{% include "table.html.j2" %}{% endwith %}')

    assert fault.startswith("html/page.html.j2, line 2 (in our table.html.j2, line ")
    assert "Report has no 'caption'" in fault


def test_of_other_faults_the_kind_is_named_alone_for_their_words_may_quote_a_cell() -> None:
    fault = fault_of("{{ report.title.index('§') }}")

    assert fault == "html/page.html.j2, line 2: ValueError."


def test_a_file_that_is_not_text_is_said() -> None:
    given = (GivenFile(PAGE, b"caf\xe9"),)

    with pytest.raises(UsageFault, match=r"html/page.html.j2 is not UTF-8 text"):
        render_template(full_report(), "html", ".html.j2", given)


def test_line_ends_and_the_mark_of_notepad_change_nothing() -> None:
    ours = (find_templates() / PAGE).read_text(encoding="utf-8")
    given = (GivenFile(PAGE, b"\xef\xbb\xbf" + ours.replace("\n", "\r\n").encode()),)

    assert render_template(full_report(), "html", ".html.j2", given) == full_page()


def test_the_names_that_are_offered_are_those_of_the_readme() -> None:
    readme = (find_templates() / "README.md").read_text(encoding="utf-8")
    table = readme.partition("| partial |")[2].partition("\n\n")[0]

    for name in GIVEN_NAMES:
        assert f"`{name}`" in table


class TestReadingTheFolder:
    def test_the_files_are_named_from_the_folder(self, tmp_path: Path) -> None:
        lay(tmp_path, {PAGE: "a", "html/style.css": "b", "html/note.txt": "c", "README.md": "d"})

        assert [file.name for file in read_templates(tmp_path)] == [PAGE, "html/style.css"]

    def test_a_template_for_one_part_is_enough(self, tmp_path: Path) -> None:
        lay(tmp_path, {"html/part-q1.html.j2": "a"})

        assert len(read_templates(tmp_path)) == 1

    @pytest.mark.parametrize("name", ["page.html.j2", "html/pgae.html.j2", "html/page.html"])
    def test_a_folder_whose_files_nothing_would_use_is_refused(
        self, tmp_path: Path, name: str
    ) -> None:
        with pytest.raises(UsageFault, match="holds no template that a report would use"):
            read_templates(lay(tmp_path, {name: "a"}))

    def test_a_folder_that_is_not_there_is_a_fault_of_files(self, tmp_path: Path) -> None:
        with pytest.raises(FileFault, match="is not a folder"):
            read_templates(tmp_path / "nothing")

    def test_a_template_that_is_no_file_or_too_large_is_refused(self, tmp_path: Path) -> None:
        lay(tmp_path, {PAGE: "x" * (1 << 21)})
        with pytest.raises(FileFault, match="too large"):
            read_templates(tmp_path)

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have no names here")
    def test_a_pipe_is_not_waited_for(self, tmp_path: Path) -> None:
        (tmp_path / "html").mkdir()
        os.mkfifo(tmp_path / PAGE)
        with pytest.raises(AuditReportError, match="is not a file"):
            read_templates(tmp_path)


@pytest.mark.usefixtures("stand_in")
class TestTheCommand:
    def test_templates_writes_them_all_to_be_edited(self) -> None:
        result = run("templates", "ours")

        assert result.exit_code == 0
        written = {p.relative_to("ours").as_posix() for p in Path("ours").rglob("*") if p.is_file()}
        assert written == set(list_templates())
        assert {PAGE, "html/style.css", "markdown/page.md.j2", "README.md"} <= written
        assert Path("ours", PAGE).read_bytes() == (find_templates() / PAGE).read_bytes()
        assert "auditreport build --templates ours" in result.stderr

    def test_nothing_is_written_over(self) -> None:
        lay(Path("ours"), {PAGE: "mine"})
        result = run("templates", "ours")

        assert result.exit_code == 5
        assert [p for p in Path("ours").rglob("*") if p.is_file()] == [Path("ours", PAGE)]
        assert Path("ours", PAGE).read_text() == "mine"

    def test_templates_as_written_change_nothing(self, make_workbook: MakeWorkbook) -> None:
        make_workbook()
        run("templates", "ours")
        run(*BUILD)
        plain = REPORT.read_bytes()
        run(*BUILD, "--templates", "ours")

        assert REPORT.read_bytes() == plain

    def test_build_and_quarter_use_them(self, make_workbook: MakeWorkbook) -> None:
        make_workbook()
        lay(Path("ours"), {PAGE: "Our page of {{ report.period }}."})
        run(*BUILD, "--templates", "ours")
        run("quarter", "Q1", "data.xlsx", "--format", "html", "--templates", "ours")

        assert REPORT.read_text(encoding="utf-8") == "Our page of April 2016 to March 2017."
        assert "Our page of" in Path("report/q1-2016-17.html").read_text(encoding="utf-8")

    def test_the_settings_name_them_from_their_own_folder(
        self, make_workbook: MakeWorkbook, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        make_workbook()
        lay(Path(), {f"ours/{PAGE}": "From the settings.", "below/note.txt": ""})
        Path("auditreport.toml").write_text('templates = "ours"\nworkbooks = ["data.xlsx"]\n')
        monkeypatch.chdir("below")

        assert run("build", "--format", "html").exit_code == 0
        assert Path("..", REPORT).read_text(encoding="utf-8") == "From the settings."

    def test_a_flag_beats_the_settings(self, make_workbook: MakeWorkbook) -> None:
        make_workbook()
        lay(Path(), {f"ours/{PAGE}": "settings", f"other/{PAGE}": "flag"})
        Path("auditreport.toml").write_text('templates = "ours"\n')
        run(*BUILD, "--templates", "other")

        assert REPORT.read_text(encoding="utf-8") == "flag"

    def test_a_fault_is_wrong_usage_and_nothing_is_written(
        self, make_workbook: MakeWorkbook
    ) -> None:
        make_workbook()
        lay(Path("ours"), {PAGE: "{{ report.titel }}"})
        result = run(*BUILD, "--templates", "ours")

        assert result.exit_code == 2
        assert result.stderr.splitlines()[-1] == (
            "html/page.html.j2, line 1: Report has no 'titel'; did you mean 'title'?"
        )
        assert not REPORT.exists()
