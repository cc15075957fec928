"""Ages and age bands: which band holds which age, however either is written."""

from __future__ import annotations

import re
from itertools import combinations

from auditreport.reading.dataset import NOT_APPLICABLE, NOT_RECORDED
from auditreport.reading.matching import word_key
from auditreport.reading.raw import CellValue
from auditreport.reading.values import (
    Finding,
    Reader,
    is_not_applicable,
    read_text,
    read_words,
)
from auditreport.records import record

DEFAULT_AGE_BANDS = ("Under 1", "1 to 5", "6 to 9", "10 to 14", "15 and over")
_OLDEST = 110
# Patterns are kept as texts: to compile them takes long, and many workbooks need few.
_UNIT = r"(?: ?(?:years?|yrs?|y\.?o?\.?)(?: old| of age)?)?"
_UNDER = rf"(?:ages? )?(?:under|below|less than|<) ?(\d+){_UNIT}"
_BETWEEN = rf"(?:ages? )?(\d+){_UNIT} ?(?:to|-|–|—|and) ?(\d+){_UNIT}"
_FROM = rf"(?:ages? )?(\d+){_UNIT} ?(?:and (?:over|above|older)|or over|or older|plus|\+)"
_OVER = rf"(?:ages? )?(?:over|above|older than|>) ?(\d+){_UNIT}"
_SINGLE = rf"(?:ages? )?(\d+){_UNIT}"
_YEARS = r"(\d+)(?:\.\d+)?(?: ?(?:years?|yrs?|y)(?: old)?)?(?:,? (?:and )?\d+ ?m\w*)?"
_SHORTER = r"(\d+) ?(months?|mths?|mos?|m|weeks?|wks?|w|days?|d)(?: old)?"
_BEFORE_ONE = frozenset({"unborn", "under 1", "under one", "<1", "newborn", "baby"})


@record
class AgeBand:
    """A band of ages in whole years, both ends included; None where the label tells no ages."""

    label: str
    ages: tuple[int, int] | None

    def holds(self, age: int) -> bool:
        """Whether an age lies in the band."""
        return self.ages is not None and self.ages[0] <= age <= self.ages[1]


def parse_age_band(label: str) -> AgeBand:
    """Read a band's label: `Under 1`, `1 to 5`, `1-5`, `15 and over`, `15+`, `Over 15`."""
    text = word_key(label)
    if match := re.fullmatch(_UNDER, text):
        return AgeBand(label, (0, int(match[1]) - 1))
    if match := re.fullmatch(_BETWEEN, text):
        return AgeBand(label, (int(match[1]), int(match[2])))
    if match := re.fullmatch(_FROM, text):
        return AgeBand(label, (int(match[1]), _OLDEST))
    if match := re.fullmatch(_OVER, text):
        return AgeBand(label, (int(match[1]) + 1, _OLDEST))
    if match := re.fullmatch(_SINGLE, text):
        return AgeBand(label, (int(match[1]), int(match[1])))
    return AgeBand(label, None)


def find_overlap(bands: tuple[AgeBand, ...]) -> tuple[AgeBand, AgeBand] | None:
    """Return the first two bands that hold a common age, or None."""
    for one, other in combinations(bands, 2):
        if not (one.ages and other.ages):
            continue
        if one.ages[0] <= other.ages[1] and other.ages[0] <= one.ages[1]:
            return one, other
    return None


def parse_age(text: str) -> int | None:
    """Return an age in whole years, 0 for months and weeks of a first year, or None."""
    word = word_key(text)
    if word in _BEFORE_ONE:
        return 0
    if match := re.fullmatch(_SHORTER, word):
        return int(match[1]) // 12 if match[2].startswith("m") else 0
    match = re.fullmatch(_YEARS, word)
    return int(match[1]) if match else None


class AgeBands:
    """The bands in use, in order, and which of them a cell means."""

    def __init__(self, labels: tuple[str, ...]) -> None:
        self.labels = labels
        self.bands = tuple(parse_age_band(label) for label in labels)
        self._by_word = {word_key(label): label for label in labels}
        self._by_ages = {band.ages: band.label for band in self.bands if band.ages}

    def reader(self) -> Reader[str]:
        """Return a reader of cells into band labels; a blank cell is not recorded."""
        return Reader(self._read)

    def _read(self, cell: CellValue) -> str | Finding[str]:
        if is_not_applicable(cell):
            return NOT_APPLICABLE
        if not read_words(cell):
            return NOT_RECORDED
        label = self._label_of(cell)
        return Finding(NOT_RECORDED, "age-without-band") if label is None else label

    def _label_of(self, cell: CellValue) -> str | None:
        text = read_text(cell)
        named = self._by_word.get(word_key(text))
        if named is not None or not isinstance(cell, str | int | float):
            return named
        age = parse_age(text)
        if age is None:
            ages = parse_age_band(text).ages
            return self._by_ages.get(ages) if ages else None
        held = next((band.label for band in self.bands if band.holds(age)), None)
        return self.labels[0] if held is None and age == 0 else held
