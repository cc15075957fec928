"""How names and words are compared: what is white space, what is alike, what is near."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import lru_cache

_NEAR = 0.82
_ZERO_WIDTH = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"), " ")


def clean_text(text: str) -> str:
    """Trim a text and make one space of each run of white space, zero-width spaces included."""
    if text.isalnum():
        return text
    return " ".join((text if text.isascii() else text.translate(_ZERO_WIDTH)).split())


def clean_lines(text: str) -> str:
    """Trim a text and each of its lines, and keep the lines apart."""
    if "\n" not in text and "\r" not in text:
        return clean_text(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(clean_text(line) for line in lines).strip("\n")


@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """Return what makes a sheet's or column's name: its letters and digits, without case."""
    folded = unicodedata.normalize("NFKC", name).replace("&", " and ").casefold()
    return "".join(character for character in folded if character.isalnum())


def word_key(word: str) -> str:
    """Return what makes a value of a list: its text without case and without extra spaces."""
    return clean_text(word).casefold()


def find_nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that one was probably meant to be, or None."""
    by_key = {name_key(candidate): candidate for candidate in known}
    key = name_key(name)
    near = [known for known in by_key if _has_letters_of(known, key)]
    near = near or get_close_matches(key, by_key, n=1, cutoff=_NEAR)
    if not near:
        short = [known for known in by_key.values() if _is_short_for(name, known)]
        return short[0] if len(short) == 1 else None
    return by_key[near[0]] if near[0] else None


def _is_short_for(name: str, known: str) -> bool:
    """Whether a name is a known one cut short word by word: `Req Impr.`."""
    ours, theirs = name.casefold().split(), known.casefold().split()
    return len(ours) == len(theirs) and all(
        len(word) > 2 and full.startswith(word.rstrip("."))
        for word, full in zip(ours, theirs, strict=True)
    )


def _has_letters_of(known: str, key: str) -> bool:
    """Whether letters of a name have changed places: `Dtae`, too short to be near otherwise."""
    return known[:1] == key[:1] and len(known) > 3 and sorted(known) == sorted(key)


def did_you_mean(name: str, known: Sequence[str]) -> str:
    """Return the tail of a message: the nearest known name, or else all that are expected."""
    nearest = find_nearest(name, known)
    if nearest is not None:
        return f"; did you mean '{nearest}'?"
    return f"; expected {list_words(known)}" if known else ""


def list_words(words: Sequence[str], last: str = "or", most: int = 8) -> str:
    """Join words for a sentence; of many, the first few are named."""
    if len(words) > most:
        return f"{', '.join(words[:most])} and {len(words) - most} more"
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def count_rows(count: int, singular: str = "row", verb: tuple[str, str] = ("is", "are")) -> str:
    """Return a count with its noun and verb: `1 row is`, `3 rows are`."""
    return f"{count} {singular} {verb[0]}" if count == 1 else f"{count} {singular}s {verb[1]}"
