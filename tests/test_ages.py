"""Ages and age bands."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditreport.reading.ages import (
    DEFAULT_AGE_BANDS,
    AgeBands,
    find_overlap,
    parse_age,
    parse_age_band,
)
from auditreport.reading.raw import CellValue
from auditreport.reading.values import Finding

BANDS = AgeBands(DEFAULT_AGE_BANDS)


@pytest.mark.parametrize(
    ("label", "ages"),
    [
        ("Under 1", (0, 0)),
        ("<5", (0, 4)),
        ("1 to 5", (1, 5)),
        ("1-5", (1, 5)),
        ("1 – 5", (1, 5)),
        ("Age 6 to 9 years", (6, 9)),
        ("15 and over", (15, 110)),
        ("15+", (15, 110)),
        ("16 plus", (16, 110)),
        ("Over 15", (16, 110)),
        ("3", (3, 3)),
        ("Pre-school", None),
    ],
)
def test_a_bands_label_tells_its_ages(label: str, ages: tuple[int, int] | None) -> None:
    assert parse_age_band(label).ages == ages


@pytest.mark.parametrize(
    "cell", [0, 0.0, "0", "7 months", "11 mths", "3 weeks", "Unborn", "Under 1"]
)
def test_an_unborn_child_and_one_of_months_are_in_the_first_band(cell: CellValue) -> None:
    assert BANDS.reader()[cell] == "Under 1"


@pytest.mark.parametrize(
    ("cell", "band"),
    [
        (1, "1 to 5"),
        ("5", "1 to 5"),
        (5.9, "1 to 5"),
        ("18 months", "1 to 5"),
        ("2 years 3 months", "1 to 5"),
        ("6 yrs", "6 to 9"),
        ("10-14", "10 to 14"),
        ("15 AND OVER", "15 and over"),
        (21, "15 and over"),
    ],
)
def test_an_age_is_in_the_band_that_holds_it(cell: CellValue, band: str) -> None:
    assert BANDS.reader()[cell] == band


@pytest.mark.parametrize("cell", ["teenager", -1, 400, date(2016, 5, 1)])
def test_an_age_that_no_band_holds_is_a_warning_and_not_recorded(cell: CellValue) -> None:
    assert BANDS.reader()[cell] == Finding("Not recorded", "age-without-band")


def test_a_blank_age_is_not_recorded_and_one_that_does_not_apply_is_kept_apart() -> None:
    assert (BANDS.reader()[None], BANDS.reader()["N/A"]) == ("Not recorded", "N/A")


def test_an_unborn_child_has_a_band_of_its_own_where_the_council_says_so() -> None:
    assert AgeBands(("Unborn", "Under 1", "1 and over")).reader()["unborn"] == "Unborn"


def test_overlapping_bands_are_found() -> None:
    assert find_overlap(AgeBands(("0 to 5", "5 to 9")).bands) is not None
    assert find_overlap(BANDS.bands) is None


@given(st.integers(0, 110))
def test_every_age_in_years_has_one_of_the_default_bands(age: int) -> None:
    assert BANDS.reader()[age] in DEFAULT_AGE_BANDS


@pytest.mark.parametrize(
    "label", ["Under 1", "1 to 5", "15 and over", "Over 15", "3", "Pre-school"]
)
def test_a_band_keeps_its_label(label: str) -> None:
    assert parse_age_band(label).label == label


@pytest.mark.parametrize(
    ("labels", "overlap"),
    [
        (("0 to 5", "5 to 9"), ("0 to 5", "5 to 9")),
        (("5 to 9", "0 to 5"), ("5 to 9", "0 to 5")),
        (("Pre-school", "0 to 5", "4", "9"), ("0 to 5", "4")),
        (("6 to 9", "0 to 5"), None),
    ],
)
def test_the_first_two_bands_with_an_age_in_common_are_found(
    labels: tuple[str, ...], overlap: tuple[str, str] | None
) -> None:
    found = find_overlap(AgeBands(labels).bands)

    assert (found and tuple(band.label for band in found)) == overlap


@pytest.mark.parametrize(
    ("text", "age"),
    [("11 months", 0), ("12 months", 1), ("24 months", 2), ("60 weeks", 0), ("40 days", 0)],
)
def test_months_are_whole_years_and_weeks_are_of_the_first(text: str, age: int) -> None:
    assert parse_age(text) == age


def test_a_band_written_in_another_way_is_the_councils_band() -> None:
    bands = AgeBands(("0 to 4", "5 to 9", "Not in school")).reader()

    assert (bands["0-4"], bands["5 – 9"]) == ("0 to 4", "5 to 9")
    assert bands["1 to 9"] == bands["at home"] == Finding("Not recorded", "age-without-band")


def test_an_age_of_0_is_in_the_first_band_although_that_begins_later() -> None:
    bands = AgeBands(("1 to 5", "6 to 9")).reader()

    assert (bands["Unborn"], bands[0], bands[7]) == ("1 to 5", "1 to 5", "6 to 9")
    assert bands[12] == Finding("Not recorded", "age-without-band")
