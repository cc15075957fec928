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


def known(headers: tuple[str, ...]) -> dict[str, str]:
    """Return the columns that headers mean where the column Team is mapped to Date."""
    match = HeaderNames(AUDITS, {"Team": "Date"}).match(read_headers(headers))
    return {found[0].text: column for column, found in match.candidates.items()}


def test_a_header_goes_by_its_mapping_then_its_name_then_an_alias() -> None:
    assert known(("DATE", "Team", "Date of audit")) == {
        "DATE": "Team",
        "Date of audit": "Audit date",
    }


def test_a_mapped_column_goes_by_its_own_name_or_an_alias_where_its_header_is_not_there() -> None:
    assert known(("Team", "Audit date")) == {"Team": "Team", "Audit date": "Audit date"}
    assert known(("Team name",)) == {"Team name": "Team"}


def test_the_names_in_a_row_hold_for_each_part_of_it() -> None:
    names = HeaderNames(AUDITS, {"Team": "Squad"}).of_row(read_headers(("Squad", "Team")))

    assert set(names.match(read_headers(("Team",))).candidates) == set()
    assert set(names.match(read_headers(("Squad",))).candidates) == {"Team"}


def test_headers_are_the_cells_of_a_row_that_hold_something() -> None:
    row = (None, " Team ", "", 2016.0, date(2016, 4, 1), True)

    assert read_headers(row) == (Header("Team", 1), Header("2016", 3), Header("2016-04-01", 4))


def test_the_headers_of_one_column_are_kept_together() -> None:
    match = HeaderNames(AUDITS, {}).match(read_headers(("Overall", "Overall grade", "Mood")))

    assert [header.index for header in match.candidates["Overall judgement"]] == [0, 1]
    assert match.others == (Header("Mood", 2),)
    assert not match.holds(AUDITS.required)
