"""The line that says how many rows were read."""

from __future__ import annotations

from auditreport.cli.rows_read import count_rows, say_rows

NONE = dict.fromkeys(("Audits", "Thematic audits", "Thematic cases", "Actions", "Feedback"), 0)


def test_every_kind_is_named_with_its_number() -> None:
    rows = {
        "Audits": 1_056,
        "Thematic audits": 2,
        "Thematic cases": 30,
        "Actions": 14,
        "Feedback": 41,
    }
    assert say_rows(rows) == (
        "Read: 1,056 audits, 30 cases of 2 thematic audits, 14 actions, 41 answers to feedback"
    )


def test_one_is_in_the_singular() -> None:
    rows = dict.fromkeys(NONE, 1)
    assert say_rows(rows) == (
        "Read: 1 audit, 1 case of 1 thematic audit, 1 action, 1 answer to feedback"
    )


def test_what_has_no_rows_is_left_out_but_for_audits() -> None:
    assert say_rows(NONE) == "Read: 0 audits"


def test_a_thematic_audit_without_cases_is_told() -> None:
    assert say_rows({**NONE, "Thematic audits": 1}) == "Read: 0 audits, 0 cases of 1 thematic audit"


def test_no_data_has_no_rows() -> None:
    assert count_rows(None) == {}
