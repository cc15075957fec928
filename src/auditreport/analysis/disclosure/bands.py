"""Adjacent age bands that a public edition counts as one, so that no number is too small to show.

A joined band is known by the name under which it is printed, with the bands that it holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from auditreport.analysis.disclosure.ledger import find, names
from auditreport.analysis.figures import Figures, JudgementTheme
from auditreport.analysis.figures_json import Plain
from auditreport.reading.ages import parse_age_band
from auditreport.reading.dataset import NOT_APPLICABLE, NOT_RECORDED

AGE_BAND = "Age band"
_FEWEST_GROUPS = 2  # one group is the total, which is published already
# Below this, that bands are joined at all would leave a small one fewer than three values.
_LEAST_LIMIT = 3

Joined = Mapping[str, tuple[str, ...]]
"""The bands of each joined band, by its name."""
Group = tuple[tuple[str, ...], int]
"""Values of a column that are counted together, and how many cases they have."""


def choose_bands(figures: Figures, hide_up_to: int) -> Joined:
    """Return which bands to join so that none is small in the year; none where that is no use."""
    counts = _count_bands(figures)
    groups = join_neighbours(counts, hide_up_to)
    joined = {name_bands(bands): bands for bands, _ in groups if len(bands) > 1}
    large = sum(count > hide_up_to for _, count in groups)
    if hide_up_to < _LEAST_LIMIT or large < _FEWEST_GROUPS or joined.keys() & counts.keys():
        return {}
    return joined


def join_neighbours(counts: Mapping[str, int], hide_up_to: int) -> list[Group]:
    """Return values in their order, joined with their neighbours until none is small."""
    groups: list[Group] = []
    for value, count in counts.items():
        if groups and 0 < groups[-1][1] <= hide_up_to:
            groups[-1] = ((*groups[-1][0], value), groups[-1][1] + count)
        else:
            groups.append(((value,), count))
    while len(groups) > 1 and 0 < groups[-1][1] <= hide_up_to:
        (values, count), (last, more) = groups[-2:]
        groups[-2:] = [(values + last, count + more)]
    return groups


def name_bands(labels: Sequence[str]) -> str:
    """Return the name of bands that are counted as one: `Under 6`, `6 to 14`, `10 and over`.

    Where their labels do not tell ages without a gap, they are named one after another.
    """
    ages = [parse_age_band(label).ages for label in labels]
    spans = sorted(span for span in ages if span)
    has_gap = any(one[1] + 1 != other[0] for one, other in pairwise(spans))
    if has_gap or len(spans) < len(labels):
        return " with ".join(labels)
    (low, _), (_, high) = spans[0], spans[-1]
    named = (f"Under {high + 1}", f"{low} and over", f"{low} to {high}")
    return next(name for name in named if parse_age_band(name).ages == (low, high))


def list_bands(joined: Joined) -> dict[str, str]:
    """Return the name of the joined band that each band is counted in."""
    return {band: name for name, bands in joined.items() for band in bands}


def read_joined(edition: Mapping[str, Plain]) -> dict[str, tuple[str, ...]]:
    """Return the joined bands of a figures.json."""
    found = {name: find(edition, ("joined_bands", name)) for name in names(edition, "joined_bands")}
    return {
        name: tuple(str(band) for band in bands)
        for name, bands in found.items()
        if isinstance(bands, list)
    }


def _count_bands(figures: Figures) -> dict[str, int]:
    """Return the cases of the year in each age band that any table has, in order of age."""
    year = figures.periods["year"].profile.get(AGE_BAND, {})
    found = dict.fromkeys((*year, *_list_in_themes(figures)))
    bands = [band for band in found if band not in (NOT_RECORDED, NOT_APPLICABLE)]
    ages = {band: parse_age_band(band).ages for band in bands}
    if all(ages.values()):
        bands.sort(key=lambda band: ages[band] or ())
    return {band: year.get(band, 0) for band in bands}


def _list_in_themes(figures: Figures) -> Iterator[str]:
    for theme in figures.thematic.values():
        if isinstance(theme, JudgementTheme):
            yield from theme.by.get(AGE_BAND, ())
