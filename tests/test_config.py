"""auditreport.toml says how to run, and what it cannot say is refused with the nearest word."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditreport.config import (
    FORMATS,
    Settings,
    check_formats,
    find_settings_file,
    find_workbooks,
    read_settings,
)
from auditreport.errors import FileFault, UsageFault
from auditreport.problems import Severity

NAME = "auditreport.toml"


def read(folder: Path, text: str) -> Settings:
    (folder / NAME).write_text(text, encoding="utf-8")
    return read_settings(folder / NAME)


def test_an_empty_file_leaves_everything_as_usual(tmp_path: Path) -> None:
    settings = read(tmp_path, "")

    assert settings.formats == ("html", "md")
    assert settings.audience == "internal"
    assert settings.output == tmp_path / "report"
    assert settings.workbooks == ()


def test_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "tracker.xlsx").touch()
    settings = read(tmp_path, 'workbooks = ["tracker.xlsx"]\noutput = "out"')

    assert find_workbooks(settings) == (tmp_path / "tracker.xlsx",)
    assert settings.output == tmp_path / "out"


def test_each_way_of_running_can_be_set(tmp_path: Path) -> None:
    settings = read(
        tmp_path,
        """
        previous = "last/figures.json"
        as_of = "today"
        strict = true
        wait = 60
        log = "logs/run.log"
        allow_public = false
        """,
    )

    assert settings.previous == tmp_path / "last" / "figures.json"
    assert (settings.as_of, settings.strict, settings.wait) == ("today", True, 60)
    assert settings.log == tmp_path / "logs" / "run.log"
    assert not settings.allow_public


def test_a_day_may_be_written_as_toml_writes_dates(tmp_path: Path) -> None:
    assert read(tmp_path, "as_of = 2017-04-30").as_of == "2017-04-30"


def test_an_absolute_path_stays_as_it_is(tmp_path: Path) -> None:
    tracker = tmp_path / "far" / "tracker.xlsx"
    tracker.parent.mkdir()
    tracker.touch()
    (tmp_path / "here").mkdir()

    settings = read(tmp_path / "here", f"workbooks = ['{tracker}']\noutput = '{tmp_path}'")

    assert find_workbooks(settings) == (tracker,)
    assert settings.output == tmp_path


def test_a_glob_finds_workbooks_in_order_but_not_those_of_an_open_excel(tmp_path: Path) -> None:
    for name in ("b.xlsx", "a.xlsx", "~$a.xlsx"):
        (tmp_path / name).touch()

    found = find_workbooks(read(tmp_path, 'workbooks = ["*.xlsx", "a.xlsx"]'))

    assert [path.name for path in found] == ["a.xlsx", "b.xlsx"]


def test_a_bracket_in_a_folders_or_a_files_own_name_is_no_pattern(tmp_path: Path) -> None:
    folder = tmp_path / "audits [2016]"
    folder.mkdir()
    for name in ("data [1].xlsx", "more.xlsx"):
        (folder / name).touch()

    found = find_workbooks(read(folder, 'workbooks = ["data [1].xlsx", "m*.xlsx"]'))

    assert [path.name for path in found] == ["data [1].xlsx", "more.xlsx"]


def test_a_workbook_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageFault, match=r"no file matches 'gone\.xlsx'"):
        find_workbooks(read(tmp_path, 'workbooks = "gone.xlsx"'))


def test_the_mapping_is_read(tmp_path: Path) -> None:
    mapping = read(
        tmp_path,
        """
        [sheets]
        Audits = "Tracker 2016"
        [columns.Audits]
        "Overall judgement" = "Auditor's grade"
        [columns."CP audit"]
        "Overall judgement" = "Grade"
        [values.Judgements]
        "nan" = "Not recorded"
        [severity]
        "missing-date" = "warning"
        "date-as-text" = "off"
        """,
    ).mapping

    assert mapping.sheets == {"Audits": "Tracker 2016"}
    assert mapping.columns == {
        "Audits": {"Overall judgement": "Auditor's grade"},
        "CP audit": {"Overall judgement": "Grade"},
    }
    assert mapping.values == {"Judgements": {"nan": "Not recorded"}}
    assert mapping.severity == {"missing-date": Severity.WARNING, "date-as-text": None}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('workbook = "a.xlsx"', "'workbook' is not a key; did you mean 'workbooks'?"),
        ('[sheets]\nAudit = "x"', r"\[sheets\]: 'Audit' is not a key; did you mean 'Audits'?"),
        ('[columns.Audit]\na = "x"', r"\[columns\]: 'Audit' is not a key; did you mean 'Audits'"),
        ('[columns.Audits]\n"Audit dat" = "x"', "did you mean 'Audit date'?"),
        ('[values.Judgement]\na = "b"', "did you mean 'Judgements'?"),
        ('[severity]\nmising-date = "note"', "did you mean 'missing-date'?"),
        ('[severity]\nmissing-date = "warn"', "'warn' is no severity; did you mean 'warning'?"),
        ('[severity]\nmissing-sheet = "off"', "missing-sheet: it stays an error"),
        ('formats = ["htm"]', "'htm' is not a format; did you mean 'html'?"),
        ('formats = ["odt"]', "'odt' is not a format; known are html, md"),
        ("formats = []", "name at least one format"),
        ('audience = "intern"', "did you mean 'internal'?"),
        ("output = 3", "output: a text in quotation marks is expected"),
        ('output = ""', "output: a text that is not empty"),
        ("workbooks = [1]", "workbooks: a list of texts"),
        ("workbooks = 1", "workbooks: a list of texts"),
        ('strict = "yes"', "strict: true or false, without quotation marks, is expected"),
        ("strikt = true", "'strikt' is not a key; did you mean 'strict'?"),
        ('wait = "60"', "wait: a whole number, not negative"),
        ("wait = -1", "wait: a whole number, not negative"),
        ("wait = true", "wait: a whole number, not negative"),
        ("as_of = 2017", "as_of: a text in quotation marks is expected"),
        ('as_of = ""', "as_of: a text that is not empty"),
        ('output = "a\\u0000b"', "output: a text that is not empty, and without"),
        ('workbooks = ["data.xlsx", "\\u0000"]', "workbooks: a text that is not"),
        ("log = true", "log: a text in quotation marks is expected"),
        ('logs = "run.log"', "'logs' is not a key; did you mean 'log'?"),
        ("previous = 2016", "previous: a text in quotation marks is expected"),
        ('allow_public = "no"', "allow_public: true or false"),
        (
            'allow_public = false\naudience = "public"',
            r"audience: public reports are forbidden here \(allow_public = false",
        ),
        ("sheets = 1", r"sheets: a table, headed \[sheets\] is expected"),
        ("[columns]\nAudits = 1", r"Audits: a table, headed \[Audits\] is expected"),
        ("[columns.Audits]\nDate = 1", r"\[columns\], \[Audits\], Date: a text"),
    ],
)
def test_what_cannot_be_followed_is_refused_with_what_was_meant(
    tmp_path: Path, text: str, words: str
) -> None:
    with pytest.raises(UsageFault, match=words) as refusal:
        read(tmp_path, text)
    assert str(refusal.value).startswith(NAME)


def test_a_fault_of_toml_is_named_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(UsageFault, match="line 2, column"):
        read(tmp_path, 'output = "a"\nformats = [html]')


def test_a_windows_path_in_double_quotation_marks_is_explained(tmp_path: Path) -> None:
    with pytest.raises(UsageFault, match="in a path write / "):
        read(tmp_path, r'output = "C:\Users\me"')


def test_brackets_beyond_reason_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageFault, match=NAME):
        read(tmp_path, "a = " + "[" * 100_000)


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b'\xef\xbb\xbfoutput = "out"')

    assert read_settings(tmp_path / NAME).output == tmp_path / "out"


def test_a_file_that_is_not_utf8_says_how_to_save_it(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes('output = "Ü"'.encode("utf-16"))

    with pytest.raises(UsageFault, match="Encoding UTF-8"):
        read_settings(tmp_path / NAME)


def test_a_settings_file_that_is_not_there_or_a_folder_is_a_fault_of_files(tmp_path: Path) -> None:
    with pytest.raises(FileFault, match="cannot be read"):
        read_settings(tmp_path / NAME)
    with pytest.raises(FileFault, match="is not a file"):
        read_settings(tmp_path)


def test_the_nearest_settings_file_above_is_found(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (tmp_path / NAME).touch()
    (tmp_path / "a" / NAME).touch()

    assert find_settings_file(deep) == tmp_path / "a" / NAME


def test_formats_are_taken_in_any_order_and_case() -> None:
    assert check_formats([" MD ", "html"], "--format") == ("html", "md")


def test_the_formats_are_those_that_are_rendered() -> None:
    from auditreport.rendering import FORMATS as RENDERED

    assert tuple(RENDERED) == FORMATS
