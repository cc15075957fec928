"""Numbers typed in text that tell a count which the tables beside it hide."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import pairwise

from auditreport.analysis.disclosure.edition import Edition
from auditreport.analysis.disclosure.joined_tables import list_joined_counts
from auditreport.analysis.disclosure.label_patterns import build_label_pattern
from auditreport.analysis.disclosure.ledger import Key, find
from auditreport.analysis.disclosure.typed_numbers import TypedNumber
from auditreport.analysis.figures import Figures
from auditreport.analysis.figures_json import Plain, to_plain

# Steps of a path that name nothing a sentence would: the program's own, and answers to anything.
_STRUCTURE = frozenset(
    {
        *("profile", "good_by", "good_by_age_band", "by_service", "by_audit_type", "overall"),
        *("areas", "all_responses", "counts", "not_judged", "n", "good_or_better", "count", "base"),
        *("items", "reasons", "by", "respondents", "questions", "by_respondent", "other"),
        *("positive", "answered", "blank", "yes", "no", "not_applicable", "not_recorded", "cases"),
        *("Service", "Case type", "Age band", "Team", "Gender", "Ethnicity", "Completed by"),
        *("Yes", "No", "N/A", "Not recorded", "did not apply", "Another answer"),
        *("Q1", "Q2", "Q3", "Q4", "year"),
    }
)
_FREE_GROUPS = frozenset({"respondents", "by_respondent"})
_ANSWERING = re.compile(
    r"\b(?:sa[iy]|t[eo]ld?l?|answer|respon|repl|fe[el]lt?|feedback|ask|survey|questionnaire|view)",
    re.IGNORECASE,
)
_ROUNDING = 1  # a point, as percentages that sum to 100 may be a point off


def find_hidden_values(edition: Edition) -> dict[Key, int]:
    """Return the true value of each count that an edition hides, or prints with others as one."""
    found = {key: find(edition.ledger.figures, key) for key in edition.suppression.hidden}
    joined = list_joined_counts(edition.apart, edition.figures.joined_bands or {})
    return {key: value for key, value in found.items() if isinstance(value, int)} | joined


class HiddenCounts:
    """The hidden counts of an edition, with the words that a sentence would name them by."""

    def __init__(self, figures: Figures, hidden: Mapping[Key, int]) -> None:
        self._figures = figures
        self._hidden = hidden
        self._sections = {*figures.thematic, *figures.feedback}
        self._by_value: dict[int, list[Key]] = defaultdict(list)
        for key, value in hidden.items():
            self._by_value[value].append(key)

    def are_told_by(self, number: TypedNumber) -> bool:
        """Tell whether a number equals a hidden count, or share, that its sentence names."""
        keys = (
            self._list_shares(number.value) if number.is_percent else self._by_value[number.value]
        )
        return any(self._is_about(number, key) for key in keys)

    def _list_shares(self, percent: int) -> list[Key]:
        return [key for key, share in self._shares.items() if abs(share - percent) < _ROUNDING]

    @cached_property
    def _shares(self) -> dict[Key, float]:
        """The hidden counts that figures.json has a percentage of, in per cent."""
        plain = to_plain(self._figures)
        bases = {key: self._find_base(key, plain) for key in self._hidden}
        return {key: 100 * self._hidden[key] / base for key, base in bases.items() if base}

    def _find_base(self, key: Key, plain: Plain) -> int:
        base = _base_of(key)
        found = self._hidden.get(base, find(plain, base) if isinstance(plain, dict) else None)
        return found if isinstance(found, int) else 0

    def _is_about(self, number: TypedNumber, key: Key) -> bool:
        """Tell whether a sentence, with its heading, names what a hidden count counts.

        Another thematic audit's text is about that one's cases; people's answers are spoken of
        where they stand, elsewhere only in a sentence about saying.
        """
        text = f"{number.heading}\n{number.sentence}"
        if key[0] in ("thematic", "feedback") and number.section != key[1]:
            if number.section in self._sections:
                return False
            if key[0] == "feedback" and not _ANSWERING.search(text):
                return False
        return any(_names(text, label, is_free) for label, is_free in self._list_labels(key))

    def _list_labels(self, key: Key) -> Iterator[tuple[str, bool]]:
        """Yield what a count is called, and whether in small letters too."""
        scale = self._figures.scale
        if "good_or_better" in key:
            yield scale.good_label, True
        for group, step in pairwise(key[1:]):
            if step in _STRUCTURE:
                continue
            if group in _FREE_GROUPS:
                yield from ((kind, True) for kind in step.split("/"))
            yield step, step in scale.judgements
            yield from ((label, True) for label in self._find_aliases(key, step))

    def _find_aliases(self, key: Key, step: str) -> Iterator[str]:
        """Yield what else an area or a question is called."""
        yield from (area.label for area in self._figures.areas if area.name == step)
        if key[0] == "feedback" and step in self._figures.feedback[key[1]].questions:
            yield self._figures.feedback[key[1]].questions[step].question


def _base_of(key: Key) -> Key:
    """Return the path of what a count's percentage is of, where it has one."""
    if len(key) > 1 and key[-2] == "counts":
        return (*key[:-2], "n")
    return (*key[:-1], "base")


def _names(text: str, label: str, is_free: bool) -> bool:
    """Tell whether a text names a label; one of a single word only with its capital."""
    pattern = build_label_pattern(label)
    if pattern is None:
        return False
    needs_capital = not is_free and label.isalpha()
    return any(not needs_capital or found[0][0].isupper() for found in pattern.finditer(text))
