"""Short names for rounds of one thematic audit: what tells each from the others."""

from __future__ import annotations

from collections.abc import Sequence

_LOOSE = " ,–-:"


def name_shared(rounds: Sequence[str]) -> str:
    """Return what the rounds' names begin with in common, in whole words; else the last name."""
    words = [name.replace(",", " ,").split() for name in rounds]
    shared: list[str] = []
    for places in zip(*words, strict=False):
        if len(set(places)) > 1:
            break
        shared.append(places[0])
    return " ".join(shared).replace(" ,", ",").strip(_LOOSE) or rounds[-1]


def shorten_names(rounds: Sequence[str]) -> dict[str, str]:
    """Return each round's name without what all share; a name that is nothing else stays whole."""
    shared = name_shared(rounds)
    return {name: name.removeprefix(shared).strip(_LOOSE) or name for name in rounds}
