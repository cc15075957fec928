"""The lines to paste into auditreport.toml: one for each cause, ready as they stand."""

from __future__ import annotations

import tomllib
from datetime import date

from workbooks import AUDIT_HEADER, REPORT, a_workbook, audits_of, problem_of, read_sheets

from auditreport.messages import render_mapping
from auditreport.reading import understand

DAY = date(2016, 4, 12)


def test_a_word_of_several_cells_is_mapped_to_the_judgement_that_it_is_near() -> None:
    rows = [(f"A{n}", DAY, "Req. Impr.", "Good") for n in range(4)]

    lines = render_mapping(read_sheets(Audits=audits_of(*rows)).problems)

    found = tomllib.loads("\n".join(lines.splitlines()[1:]))
    assert found == {"values": {"Judgements": {"Req. Impr.": "Requires Improvement"}}}


def test_a_word_that_is_near_none_leaves_open_what_it_means() -> None:
    rows = [(f"A{n}", DAY, "Fair", "Good") for n in range(3)]

    assert 'Fair = "..."' in render_mapping(read_sheets(Audits=audits_of(*rows)).problems)


def test_what_looks_like_personal_data_is_in_no_line() -> None:
    rows = [(f"A{n}", DAY, "Ring 07700 900123", "Good") for n in range(3)]

    assert render_mapping(read_sheets(Audits=audits_of(*rows)).problems) == ""


def test_names_with_spaces_and_quotation_marks_are_quoted() -> None:
    reading = read_sheets(
        Thematic_audits=(
            ("Name", "Sheet", "Recorded as", "From", "To", 'Compared "wth"'),
            ("Visits", "Audits", "Evidence", DAY, DAY, None),
        )
    )

    hint = problem_of(reading, "near-miss-column").hint
    assert tomllib.loads("\n".join(hint.splitlines()[1:])) == {
        "columns": {"Thematic audits": {"Compared with": 'Compared "wth"'}}
    }


def test_the_only_other_sheet_is_offered_for_one_that_is_missing() -> None:
    reading = understand([a_workbook({"Report": REPORT, "Log": (AUDIT_HEADER,)})])

    assert problem_of(reading, "missing-sheet").hint.endswith('\n[sheets]\nAudits = "Log"')


def test_a_clean_workbook_brings_no_lines() -> None:
    assert render_mapping(read_sheets().problems) == ""
