"""Problems are printed so that a person finds the cell, and a cell cannot steer the terminal."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from auditreport.messages import plain, render_problems, summarise_problems
from auditreport.problems import Problem, Severity


def problem(
    cell: str,
    severity: Severity = Severity.ERROR,
    *,
    sheet: str = "Audits",
    workbook: str = "data.xlsx",
    value: str = "Goood",
) -> Problem:
    code = "unknown-judgement" if severity is Severity.ERROR else "date-as-text"
    return Problem(severity, code, workbook, sheet, cell, value, f"'{value}' is wrong", "Mend it.")


def places(text: str) -> list[str]:
    return [line.split()[0] for line in text.splitlines() if line.startswith("  ")]


def test_a_list_has_aligned_columns_under_the_workbook() -> None:
    found = [problem("H14"), problem("B9", Severity.WARNING, value="12/04/2016")]

    assert render_problems(found).splitlines() == [
        "data.xlsx",
        "  Audits!H14   error     unknown-judgement   'Goood' is wrong",
        "  Audits!B9    warning   date-as-text        '12/04/2016' is wrong",
    ]


def test_each_workbook_has_its_own_heading() -> None:
    found = [problem("A1"), problem("A1", workbook="feedback.xlsx")]

    headings = [line for line in render_problems(found).splitlines() if line[0] != " "]
    assert headings == ["data.xlsx", "feedback.xlsx"]


def test_what_belongs_to_no_workbook_says_so() -> None:
    found = [problem("", sheet="", workbook="")]

    assert render_problems(found).splitlines()[0] == "all workbooks"


def test_errors_come_first_then_sheets_as_met_then_rows_then_columns() -> None:
    found = [
        problem("B2", Severity.WARNING),
        problem("AA3", sheet="Report", value="a"),
        problem("C10", value="b"),
        problem("AA9", value="c"),
        problem("B9", value="d"),
    ]

    assert places(render_problems(found)) == [
        "Audits!B9",
        "Audits!AA9",
        "Audits!C10",
        "Report!AA3",
        "Audits!B2",
    ]


def test_three_alike_are_listed_each() -> None:
    assert len(places(render_problems([problem(f"C{row}") for row in (9, 12, 15)]))) == 3


def test_four_alike_become_one_line_with_their_number_and_the_first_cells() -> None:
    text = render_problems([problem(f"C{row}") for row in (15, 9, 12, 40)])

    assert text.splitlines()[1:] == [
        "  Audits!C9   error   unknown-judgement   'Goood' is wrong (4 cells, first C9, C12, C15)"
    ]


def test_alike_in_two_sheets_stay_apart() -> None:
    found = [problem(f"C{row}", sheet=sheet) for sheet in ("Audits", "CP") for row in range(4)]

    assert places(render_problems(found)) == ["Audits!C0", "CP!C0"]


def test_very_many_of_one_kind_become_one_line_whatever_their_values() -> None:
    found = [problem(f"C{row}", value=str(row)) for row in range(2, 50)]

    assert len(places(render_problems(found))) == 1
    assert "48 cells like this" in render_problems(found)


def test_every_cell_is_listed_with_its_hint_where_that_is_asked_for() -> None:
    text = render_problems([problem(f"C{row}") for row in range(2, 9)], every_cell=True)

    assert text.count("Audits!C") == 7
    assert text.count("Mend it.") == 7


def test_the_summary_counts_each_severity_in_its_number() -> None:
    found = [problem("A1"), *[problem("A2", Severity.WARNING)] * 2]

    assert summarise_problems(found) == "1 error, 2 warnings"
    assert summarise_problems([]) == ""


def test_control_characters_are_blanks_and_unseen_ones_are_shown() -> None:
    assert plain("a\x1b[31mb\n\u202ec\u200bd") == "a [31mb [U+202E]c[U+200B]d"


@given(st.text())
def test_nothing_that_could_steer_a_terminal_is_left(text: str) -> None:
    left = {unicodedata.category(character) for character in plain(text)}

    assert left.isdisjoint({"Cc", "Cf", "Cs", "Zl", "Zp"})


@given(st.lists(st.sampled_from(range(1, 200)), unique=True, min_size=1))
def test_no_cell_is_lost_in_groups(rows: list[int]) -> None:
    text = render_problems([problem(f"C{row}") for row in rows])

    listed = places(text)
    assert len(listed) == len(rows) if len(rows) <= 3 else f"{len(rows)} cells" in text
