"""The words a person may use for a quarter: its name, `current` and `last`."""

from __future__ import annotations

from datetime import date

from auditreport.errors import UsageFault
from auditreport.reading.year import Quarter, ReportYear
from auditreport.toml_table import nearest


def read_quarter_word(text: str) -> str:
    """Return `Q1` to `Q4`, `current` or `last`; raises UsageFault for any other word."""
    word = text.strip().casefold().removeprefix("q")
    if word in ("1", "2", "3", "4"):
        return f"Q{word}"
    known = (*Quarter, "current", "last")
    if text.casefold() not in known:
        raise UsageFault(f"'{text}' is not a quarter{nearest(text, known)}")
    return text.casefold()


def choose_quarter(word: str, year: ReportYear, as_of: date) -> Quarter:
    """Return the quarter that a word means on a day; raises UsageFault if it is not of the year.

    `word` is as read_quarter_word returns it.
    """
    if word in tuple(Quarter):
        return _begun(Quarter(word), year, as_of)
    months = (as_of.year - year.start.year) * 12 + as_of.month - year.start.month
    index = months // 3 - (word == "last")
    if index not in range(len(Quarter)):
        raise UsageFault(
            f"The {word} quarter on {as_of} is not in the year {year.label}: name the quarter, "
            "or another day with --as-of."
        )
    return list(Quarter)[index]


def _begun(quarter: Quarter, year: ReportYear, as_of: date) -> Quarter:
    first = year.first_day(quarter)
    if first > as_of:
        raise UsageFault(
            f"{quarter} begins on {first}, after the as-of date {as_of}: it has no figures yet. "
            "If the date is wrong, set the Report date or --as-of."
        )
    return quarter
