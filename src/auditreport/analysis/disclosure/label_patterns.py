"""Labels of tables as a sentence may write them: in the plural, ages with a dash."""

from __future__ import annotations

import re
from functools import lru_cache

_RUNS = re.compile(r"[^\W_]+")
_GAP = r"[\W_]+"
_TO = rf"(?:{_GAP}(?:(?:to|and){_GAP})?)"
_AND_OVER = rf"(?:\s?\+|{_GAP}(?:and|or){_GAP}(?:over|older|above|more))"
_NUMBER_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen", "twenty"),
)
NUMBER_OF_WORD = {word: number for number, word in enumerate(_NUMBER_WORDS)}
_CHILDREN = ("child", "children")


@lru_cache(maxsize=4096)
def build_label_pattern(label: str) -> re.Pattern[str] | None:
    """Return what matches a label in a text, capitals or not; None for one without a letter."""
    runs = [run.casefold() for run in _RUNS.findall(label)]
    if not runs:
        return None
    end = ""
    if runs[-2:] == ["and", "over"]:
        runs, end = runs[:-2], _AND_OVER
    spelled = _GAP.join(map(_spell, runs)).replace(f"{_GAP}to{_GAP}", _TO)
    return re.compile(rf"(?<![^\W_]){spelled}{end}(?![^\W_])", re.IGNORECASE)


def _spell(run: str) -> str:
    """Return the pattern of a word: with and without its plural, a number in digits or letters."""
    if run in _CHILDREN:
        return "child(?:ren)?"
    if run.isdecimal():
        number = int(run)
        return f"(?:{run}|{_NUMBER_WORDS[number]})" if number < len(_NUMBER_WORDS) else run
    if len(run) <= 2:
        return run
    return f"{re.escape(run.removesuffix('s'))}(?:e?s)?"
