"""Names of worksheets: the period first, then what the table is of, as Excel takes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_LONGEST = 31  # letters
_TAKEN = ("Cover", "Contents", "Symbols", "History")  # the last by Excel itself
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\'\s]+")
_PERIOD = re.compile(
    r"(?:, | – )(?P<period>Q\d|Quarter \d|\w+ \d{4}(?P<year> to \w+ \d{4})?)(?: \([^)]*\))?(?=:|$)"
)
_MONTH = re.compile(
    r"\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)\b"
)
_LOOSE_END = re.compile(
    r"(?:[ ,;–-]+(?:and|are|beside|by|for|in|is|not|of|that|the|their|they|to|was|what|with)?)+$"
)


def name_sheets(captions: Sequence[str]) -> Iterator[str]:
    """Yield a name for each table by its caption, no two alike, whatever the case."""
    taken = {name.casefold() for name in _TAKEN}
    for caption in captions:
        name = _choose(caption, taken)
        taken.add(name.casefold())
        yield name


def _choose(caption: str, taken: set[str]) -> str:
    """Return the fullest name that fits and is free, else a numbered one."""
    names = [_clean(name) for name in _propose(caption)]
    fitting = (name for name in names if name and len(name) <= _LONGEST)
    free = next((name for name in fitting if name.casefold() not in taken), "")
    if free:
        return free
    number, name = 1, _cut(names[0], _LONGEST) or "Table"
    while name.casefold() in taken:
        number += 1
        name = f"{_cut(names[0], _LONGEST - len(f' ({number})')) or 'Table'} ({number})"
    return name


def _propose(caption: str) -> Iterator[str]:
    """Yield names from the fullest to the shortest."""
    found = _PERIOD.search(caption)
    period = f"{_shorten(found)} " if found else ""
    rest = caption[: found.start()] + caption[found.end() :] if found else caption
    subject, _, detail = rest.partition(": ")
    yield f"{period}{subject} {detail}"
    yield f"{period}{rest.replace('Overall judgements', 'Judgements')}"
    groups = re.search(r"\bby .*", detail or subject)
    if groups:
        yield f"{period}{subject if detail else ''} {groups[0]}"
    if words := [word.strip(",;") for word in detail.split() if word != "the"]:
        room = _LONGEST - len(period) - len(words[0]) - 1
        yield f"{period}{_cut(subject, room)} {words[0]}"
    yield _cut(_clean(f"{period}{subject} {detail}"), _LONGEST)


def _shorten(found: re.Match[str]) -> str:
    """Write a period shortly: `Q1`, `Year`, `Sep 2024`."""
    if found["year"]:
        return "Year"
    period = found["period"].replace("Quarter ", "Q")
    return _MONTH.sub(r"\1", period[:1].upper() + period[1:])


def _clean(name: str) -> str:
    return _NOT_IN_NAMES.sub(" ", name).strip()


def _cut(name: str, longest: int) -> str:
    """Cut a name after a whole word, where one fits, and before words that lead nowhere."""
    if len(name) <= longest:
        return name
    cut = name[: max(0, longest)]
    whole = cut if name[len(cut)] == " " else cut.rpartition(" ")[0] or cut
    return (_LOOSE_END.sub("", whole) or whole).strip()
