"""Names looked for in text: whole ones anywhere, parts and initials in what people wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set

from auditreport.analysis.disclosure.people import Person, fold_letters
from auditreport.analysis.disclosure.trade_words import CAPITAL_WORDS, EVERYDAY_WORDS
from auditreport.records import record

_LETTERS = re.compile(r"[^\W_]+")
_BEGIN, _END = r"(?<![^\W_])", r"(?![^\W_])"
_GAP = r"[\W_]{1,3}"
_CAPITALISED = r"(?-i:[A-Z])[^\W\d_]*"
_MOST_BETWEEN = 3  # words between the first of a name and the last
_OPENING = " \t\"'“”‘([#_>•-"
_SENTENCE_ENDS = ".!?:|\n"


@record
class _Wanted:
    """What is looked for of one person; `plain` parts are names and nothing else."""

    person: Person
    whole: re.Pattern[str] | None
    is_everyday: bool
    plain: tuple[re.Pattern[str], ...]
    everyday: tuple[re.Pattern[str], ...]
    initials: re.Pattern[str] | None


class NameFinder:
    """Finds people in texts.

    A whole name of two words or more is found in capitals or not, in either order, with other
    names between; one made of everyday words (`Will Young`) only with its capitals. In what people
    wrote a part of a name is found where it begins with a capital, and one that is an everyday
    word (`Will`) only inside a sentence. Words of `not_alone`, of the trade and of the calendar
    are not looked for alone; neither are single letters.
    """

    def __init__(self, people: Iterable[Person], not_alone: Set[str]) -> None:
        self._by_letters: dict[str, list[_Wanted]] = {}
        for person in people:
            wanted = _build_wanted(person, not_alone)
            for letters in _list_letters(person):
                self._by_letters.setdefault(letters, []).append(wanted)

    def find(self, text: str, *, is_prose: bool) -> Person | None:
        """Return a person whom a text names; None if it names nobody."""
        folded = fold_letters(text)
        words = dict.fromkeys(found.casefold() for found in _LETTERS.findall(folded))
        near = (wanted for word in words for wanted in self._by_letters.get(word, ()))
        for wanted in near:
            if _holds_whole(folded, wanted) or (is_prose and _holds_part(folded, wanted)):
                return wanted.person
        return None


def _list_letters(person: Person) -> set[str]:
    """Return the runs of letters of which a text that names a person has one at least."""
    words = [word.casefold() for word in person.words]
    runs = {run for word in words for run in _LETTERS.findall(word)}
    joined = {"".join(_LETTERS.findall(word)) for word in words}
    return runs | joined | set(person.initials[:1].casefold())


def _build_wanted(person: Person, not_alone: Set[str]) -> _Wanted:
    alone = [w for w in person.words if len(w) > 1 and not _is_one_of(w, not_alone, CAPITAL_WORDS)]
    everyday = [word for word in alone if _is_one_of(word, EVERYDAY_WORDS)]
    return _Wanted(
        person,
        whole=_build_whole(person.words) if len(person.words) > 1 else None,
        is_everyday=all(_is_one_of(w, EVERYDAY_WORDS) or len(w) == 1 for w in person.words),
        plain=tuple(_build_word(word) for word in alone if word not in everyday),
        everyday=tuple(map(_build_word, everyday)),
        initials=_build_initials(person.initials) if person.initials else None,
    )


def _is_one_of(word: str, *sets: Set[str]) -> bool:
    return any(word.casefold() in words for words in sets)


def _build_whole(words: tuple[str, ...]) -> re.Pattern[str]:
    """Match the first and the last word of a name, in either order, capitals or not."""
    first, *inner, last = map(_spell, words)
    between = "|".join((*inner, _CAPITALISED))
    gap = rf"{_GAP}(?:(?:{between}){_GAP}){{0,{_MOST_BETWEEN}}}"
    orders = (rf"({one}){gap}({other})" for one, other in ((first, last), (last, first)))
    return re.compile(rf"{_BEGIN}(?:{'|'.join(orders)}){_END}", re.IGNORECASE)


def _build_word(word: str) -> re.Pattern[str]:
    return re.compile(f"{_BEGIN}{_spell(word)}{_END}", re.IGNORECASE)


def _build_initials(initials: str) -> re.Pattern[str]:
    letters = r"\.?\s?".join(map(re.escape, initials))
    return re.compile(f"{_BEGIN}{letters}{_END}")


def _spell(word: str) -> str:
    """Return the pattern of a word, with or without its hyphens and apostrophes."""
    return r"[\W_]{0,2}".join(map(re.escape, _LETTERS.findall(word)))


def _holds_whole(text: str, wanted: _Wanted) -> bool:
    if wanted.whole is None:
        return False
    return any(
        not wanted.is_everyday or all(word[0].isupper() for word in found.groups() if word)
        for found in wanted.whole.finditer(text)
    )


def _holds_part(text: str, wanted: _Wanted) -> bool:
    if wanted.initials is not None and wanted.initials.search(text):
        return True
    return any(True for part in wanted.plain for _ in _find_capitalised(part, text)) or any(
        not _begins_sentence(text, found.start())
        for part in wanted.everyday
        for found in _find_capitalised(part, text)
    )


def _find_capitalised(part: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    return (found for found in part.finditer(text) if found[0][0].isupper())


def _begins_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(_OPENING)
    return not before or before[-1] in _SENTENCE_ENDS
