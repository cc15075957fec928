"""The colours of judgements and answers, the same on page and paper.

Each fill stands out 3:1 from a white and from a dark page, and its ink 4.5:1 from the fill, as
WCAG 2.2 asks of graphics and of text.
"""

from __future__ import annotations

from collections.abc import Mapping

from auditreport.records import record

_WHITE, _BLACK = "#ffffff", "#0b0c0c"


@record
class Shade:
    """A fill and the ink of the text that stands on it."""

    fill: str
    ink: str


_OFSTED = (
    Shade("#007d46", _WHITE),
    Shade("#5aa02c", _BLACK),
    Shade("#8f9223", _BLACK),
    Shade("#cf7d0c", _BLACK),
    Shade("#d9622b", _BLACK),
    Shade("#c0322a", _WHITE),
    Shade("#b0487a", _WHITE),
    Shade("#8a5a9c", _WHITE),
)
_NEUTRAL = (
    Shade("#1f6fb2", _WHITE),
    Shade("#4d95cf", _BLACK),
    Shade("#3f9aa0", _BLACK),
    Shade("#8b90b5", _BLACK),
    Shade("#9a7bb0", _BLACK),
    Shade("#86569e", _WHITE),
    Shade("#b0487a", _WHITE),
    Shade("#a06030", _WHITE),
)
_SCHEMES: Mapping[str, tuple[Shade, ...]] = {"Ofsted": _OFSTED, "neutral": _NEUTRAL}
# Which of the eight steps a scale of each length uses: the ends far apart, the middle spread.
_STEPS: Mapping[int, tuple[int, ...]] = {
    1: (0,),
    2: (0, 5),
    3: (0, 3, 5),
    4: (0, 1, 3, 5),
    5: (0, 1, 2, 3, 5),
    6: (0, 1, 2, 3, 4, 5),
}
_POSITIVE = (Shade("#0b7f79", _WHITE), Shade("#2f9d95", _BLACK), Shade("#4d9d97", _BLACK))
_NEGATIVE = (Shade("#8656ad", _WHITE), Shade("#a07cc0", _BLACK), Shade("#9b8aa8", _BLACK))
_UNJUDGED = (Shade("#8a929b", _BLACK), Shade("#6c747d", _WHITE))
_PLAIN = Shade("#2f74ad", _WHITE)
# The cells of a heat map on paper; a page has its own, for light and dark.
LEVEL_FILLS: Mapping[str, str] = {
    "strength": "#cfe9d8",
    "between": "#eef0f2",
    "development": "#f8d9c8",
    "few": "#ffffff",
}


def find_shade(colour: str, scheme: str, judgements: int) -> Shade:
    """Return the shade of a tone's colour, such as `judgement-0`, for a scale of some length."""
    family, _, number = colour.partition("-")
    index = int(number or 0)
    if family == "judgement":
        return _judgement_shade(index, scheme, judgements)
    families = {
        "positive": _POSITIVE,
        "yes": _POSITIVE,
        "negative": _NEGATIVE,
        "no": _NEGATIVE,
        "unjudged": _UNJUDGED,
        "plain": (_PLAIN,),
    }
    shades = families[family]
    return shades[index % len(shades)]


def _judgement_shade(index: int, scheme: str, judgements: int) -> Shade:
    shades = _SCHEMES[scheme]
    steps = _STEPS.get(judgements, tuple(range(len(shades))))
    past = max(0, index - len(steps) + 1)  # a longer scale goes on in its last two shades by turns
    return shades[steps[min(index, len(steps) - 1) - past % 2]]
