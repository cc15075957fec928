"""The people whom a workbook names: who audited, who moderated, who owns an action."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain, dropwhile

from auditreport.analysis.disclosure.trade_words import (
    ORGANISATION_WORDS,
    ROLE_WORDS,
    TRADE_WORDS,
)
from auditreport.problems import Place
from auditreport.reading.dataset import Action, DataSet
from auditreport.reading.matching import word_key
from auditreport.records import record

_BETWEEN_PEOPLE = re.compile(r"[;/&+|()\[\]\n]|\s[-–—]\s|\s(?:and|with)\s", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[A-Z]\.? ?){1,3}[A-Z]\.?")
_DIGIT = re.compile(r"\d")
_APOSTROPHES = str.maketrans("’‘`´‐‑–", "''''---")
_EDGES = ".,:'\""
_MOST_INITIALS = 4


@record
class Person:
    """A name as it stands in a cell, title and job left out: its words, or its initials."""

    place: Place
    words: tuple[str, ...]
    initials: str = ""


def fold_letters(text: str) -> str:
    """Return a text with plain letters, apostrophes and hyphens, without marks of emphasis."""
    apart = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES))
    shown = (c for c in apart if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    return "".join(shown).replace("*", "").replace("\\", "")


def find_people(data: DataSet) -> tuple[Person, ...]:
    """Return the people in the columns Auditor, Moderator and Owner, each name once.

    A cell, or a part of one, names nobody that is made of the words of jobs, of the trade and of
    the council's own lists: `Team Manager, Safeguarding West`. Nor does a letter or a number that
    stands for a person: `Auditor A`.
    """
    teams = frozenset(_list_teams(data))
    found: dict[tuple[tuple[str, ...], str], Person] = {}
    for text, place, is_owner in _list_cells(data):
        for person in _read_cell(text, place, teams, is_owner=is_owner):
            found.setdefault((person.words, person.initials), person)
    return tuple(found.values())


def list_words_of_lists(data: DataSet) -> frozenset[str]:
    """Return the words of the council's own lists, folded: a text uses them for what they are."""
    return frozenset(word for team in _list_teams(data) for word in re.split(r"\W+", team))


def _list_teams(data: DataSet) -> Iterator[str]:
    """Yield the values of the council's lists, its teams above all, as keys."""
    given = chain.from_iterable(data.lists.values())
    used = {value for audit in data.audits for value in audit.profile.values()}
    about = (data.settings.organisation, *data.scale.judgements)
    yield from map(_key, chain(given, used, about))


def _key(text: str) -> str:
    return word_key(fold_letters(text))


def _list_cells(data: DataSet) -> Iterator[tuple[str, Place, bool]]:
    """Yield the cells that may name people, each once, and whether a team may stand in them."""
    seen: set[str] = set()
    cells = chain(
        ((name, a.source, "Auditor") for a in data.audits for name in a.auditors),
        ((audit.moderator, audit.source, "Moderator") for audit in data.audits),
        ((theme.auditor, theme.source, "Auditor") for theme in data.thematic),
        ((action.owner, action.source, _owner_column(action)) for action in data.actions),
    )
    for text, source, column in cells:
        if text and text not in seen:
            seen.add(text)
            yield text, source.place(column), column.endswith("wner")


def _owner_column(action: Action) -> str:
    return "Owner" if "Owner" in action.source.letters else "Action owner"


def _read_cell(
    text: str, place: Place, teams: frozenset[str], *, is_owner: bool
) -> Iterator[Person]:
    may_be_team = is_owner or _names_job(text)
    for segment in _BETWEEN_PEOPLE.split(fold_letters(text)):
        for name in _join_surname_first(segment.split(",")):
            words = _keep_names(name)
            is_team = not teams.isdisjoint((_key(name), _key(" ".join(words))))
            if words and not (may_be_team and is_team):
                yield _name_person(words, place)


def _join_surname_first(parts: Iterable[str]) -> list[str]:
    """Return the names between commas; `Smith, Jane` is one."""
    names = [part.strip() for part in parts if part.strip()]
    is_one = len(names) == 2 and all(len(_keep_names(name)) == 1 for name in names)
    is_bare = is_one and all(len(name.split()) == 1 for name in names)
    return [f"{names[1]} {names[0]}"] if is_bare else names


def _keep_names(name: str) -> tuple[str, ...]:
    """Return the words of a name; initials are one word."""
    if _INITIALS.fullmatch(name):
        joined = re.sub(r"[^A-Z]", "", name)
        return () if joined.casefold() in TRADE_WORDS else (joined,)
    tokens = (token.strip(_EDGES) for token in re.split(r"[\s.]+", name))
    words = tuple(token for token in tokens if token and not _DIGIT.search(token))
    unknown = tuple(word for word in words if word.casefold() not in TRADE_WORDS)
    if not any(len(w) > 1 for w in unknown) or words[-1].casefold() in ORGANISATION_WORDS:
        return ()
    return unknown if _names_job(name) else _drop_titles(words)


def _drop_titles(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return a name without the titles before it: `Mrs`, `Dr`."""
    return tuple(dropwhile(lambda word: word.casefold() in TRADE_WORDS, words))


def _names_job(text: str) -> bool:
    return not ROLE_WORDS.isdisjoint(re.split(r"[^\w'-]+", text.casefold()))


def _name_person(words: tuple[str, ...], place: Place) -> Person:
    alone = words[0]
    is_initials = len(words) == 1 and alone.isupper() and 1 < len(alone) <= _MOST_INITIALS
    return Person(place, words, alone if is_initials else "")
