"""References of cases, audits and actions, looked for in what people wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from auditreport.problems import Place
from auditreport.reading.dataset import DataSet

_RUNS = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"(?:19|20|21)\d\d(?:\d\d){0,2}")
_QUARTER = re.compile(r"q[1-4]", re.IGNORECASE)
_SHORT = 4  # letters and digits below which a reference is looked for as it is written
_FEWEST_DIGITS = 4  # of a reference without a letter: below, it is like any number
_FEWEST_APART = 3  # digits of one that has a space, as `Case 3` may be any case
_MOST_RUNS = 5

Runs = tuple[str, ...]


class ReferenceFinder:
    """Finds references as whole words, written with hyphens and spaces or without.

    A reference that could be any number is not looked for: one of fewer than four digits, or a
    year; nor is one without a digit, or such as `Case 3`.
    """

    def __init__(self, data: DataSet) -> None:
        self._loose: dict[str, Place] = {}
        self._strict: dict[Runs, Place] = {}
        for reference, place in _list_references(data):
            if _is_telling(reference):
                self._enter(tuple(_RUNS.findall(reference)), place)

    def find(self, text: str, *, is_prose: bool) -> Place | None:
        """Return where a reference stands that a text holds; None if it holds none.

        In a label, a short one may be a part of the name: `Form A1`.
        """
        for runs in _list_runs(text):
            joined = "".join(runs)
            place = self._strict.get(runs) or self._loose.get(joined.casefold())
            if place is not None and (is_prose or len(joined) >= _SHORT):
                return place
        return None

    def _enter(self, runs: Runs, place: Place) -> None:
        joined = "".join(runs)
        if joined.isdecimal() or len(joined) < _SHORT:
            self._strict.setdefault(runs, place)
        else:
            self._loose.setdefault(joined.casefold(), place)


def _is_telling(reference: str) -> bool:
    """Tell whether a reference is more than a number, a quarter or a year."""
    joined = "".join(_RUNS.findall(reference))
    digits = sum(character.isdecimal() for character in joined)
    if joined.isdecimal():
        return digits >= _FEWEST_DIGITS and not _YEAR.fullmatch(joined)
    if " " in reference.strip():
        return digits >= _FEWEST_APART
    return digits > 0 and not _QUARTER.fullmatch(joined)


def _list_runs(text: str) -> Iterator[Runs]:
    """Yield all that stands between two gaps of a text, up to a few words long."""
    runs = _RUNS.findall(text)
    for start in range(len(runs)):
        for length in range(1, _MOST_RUNS + 1):
            yield tuple(runs[start : start + length])


def _list_references(data: DataSet) -> Iterator[tuple[str, Place]]:
    for audit in data.audits:
        yield audit.case_ref, audit.source.place("Case ref")
        yield audit.ref, audit.source.place("Audit ref")
        yield audit.reaudit_of, audit.source.place("Re-audit of")
    cases = chain.from_iterable(theme.cases for theme in data.thematic)
    yield from ((case.label, case.source.place("Case")) for case in cases)
    for response in data.responses:
        yield response.audit_ref, response.source.place("Audit ref")
    for action in data.actions:
        yield action.ref, action.source.place("Action ref")
