"""Which column is which, and what is near."""

from __future__ import annotations

from datetime import date

from auditreport.reading.contract import AUDITS
from auditreport.reading.headers import Header, HeaderNames, read_headers
from auditreport.reading.matching import clean_lines, clean_text, find_nearest, name_key


def test_a_name_is_its_letters_and_digits_without_case() -> None:
    assert name_key(" Children & YP\u00a0(benefiting) ") == name_key("children and yp benefiting")


def test_white_space_of_every_kind_is_white_space() -> None:
    assert clean_text("\u200b Good\u00a0\u202f enough\ufeff\n") == "Good enough"
    assert clean_lines(" One.\r\n\u200bTwo.\r") == "One.\nTwo."


def test_a_name_far_from_all_known_ones_has_no_nearest() -> None:
    assert find_nearest("Weather", ["Team", "Service"]) is None
    assert find_nearest("Servise", ["Team", "Service"]) == "Service"


def test_a_header_goes_by_its_mapping_then_its_name_then_an_alias() -> None:
    names = HeaderNames(AUDITS, {"Team": "Date"})

    assert names.column_of("DATE") == "Team"
    assert names.column_of("Team") is None
    assert names.column_of("Date of audit") == "Audit date"


def test_headers_are_the_cells_of_a_row_that_hold_something() -> None:
    row = (None, " Team ", "", 2016.0, date(2016, 4, 1), True)

    assert read_headers(row) == (Header("Team", 1), Header("2016", 3), Header("2016-04-01", 4))


def test_the_headers_of_one_column_are_kept_together() -> None:
    match = HeaderNames(AUDITS, {}).match(read_headers(("Overall", "Overall grade", "Mood")))

    assert [header.index for header in match.candidates["Overall judgement"]] == [0, 1]
    assert match.others == (Header("Mood", 2),)
    assert not match.holds(AUDITS.required)
