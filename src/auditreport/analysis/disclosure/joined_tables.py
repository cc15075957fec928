"""The tables of a report with age bands joined."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from auditreport.analysis.disclosure.bands import AGE_BAND, Joined, list_bands
from auditreport.analysis.disclosure.ledger import Key
from auditreport.analysis.distributions import summarise_good
from auditreport.analysis.figures import Figures, Good, JudgementTheme
from auditreport.analysis.hidden import HIDDEN

Counts = Mapping[str, int]
Goods = Mapping[str, Good]
_HIDDEN_GOOD = Good(HIDDEN, HIDDEN, HIDDEN, HIDDEN, HIDDEN)


def join_bands(figures: Figures, joined: Joined) -> Figures:
    """Return the figures with age bands counted as one in all tables of the report."""
    if not joined:
        return figures
    bands = list_bands(joined)
    changed = _change_tables(
        figures, lambda counts: _add_up(counts, bands), lambda goods: _join_goods(goods, bands)
    )
    return replace(changed, joined_bands=joined)


def name_hidden_bands(figures: Figures) -> Figures:
    """Return the figures with each band that is joined under its own name too, hidden.

    So a text that refers to it prints what a hidden count prints.
    """
    bands = list_bands(figures.joined_bands or {})
    return _change_tables(
        figures,
        lambda counts: {**counts, **dict.fromkeys(bands, HIDDEN)},
        lambda goods: {**goods, **dict.fromkeys(bands, _HIDDEN_GOOD)},
    )


def list_joined_counts(apart: Figures, joined: Joined) -> dict[Key, int]:
    """Return the counts of the bands that are joined, by their paths in figures.json.

    `apart` are the figures with each band by itself.
    """
    bands = list_bands(joined)
    return {key: count for key, count in _list_by_age(apart) if bands.keys() & set(key[-2:])}


def _list_by_age(figures: Figures) -> Iterator[tuple[Key, int]]:
    """Yield the counts of all tables by age band."""
    for name, period in figures.periods.items():
        for band, count in period.profile.get(AGE_BAND, {}).items():
            yield ("periods", name, "profile", AGE_BAND, band), count
        for band, good in period.good_by_age_band.items():
            yield ("periods", name, "good_by_age_band", band, "count"), good.count
            yield ("periods", name, "good_by_age_band", band, "base"), good.base
    for name, theme in figures.thematic.items():
        if isinstance(theme, JudgementTheme):
            for band, count in theme.by.get(AGE_BAND, {}).items():
                yield ("thematic", name, "by", AGE_BAND, band), count


def _change_tables(
    figures: Figures,
    change_counts: Callable[[Counts], Counts],
    change_goods: Callable[[Goods], Goods],
) -> Figures:
    """Return the figures with every table by age band changed."""

    def change(tables: Mapping[str, Counts]) -> dict[str, Counts]:
        return {c: change_counts(found) if c == AGE_BAND else found for c, found in tables.items()}

    return replace(
        figures,
        periods={
            name: replace(
                period,
                profile=change(period.profile),
                good_by_age_band=change_goods(period.good_by_age_band),
            )
            for name, period in figures.periods.items()
        },
        thematic={
            name: replace(theme, by=change(theme.by))
            if isinstance(theme, JudgementTheme)
            else theme
            for name, theme in figures.thematic.items()
        },
    )


def _join_goods(goods: Goods, bands: Mapping[str, str]) -> Goods:
    counts = _add_up({band: good.count for band, good in goods.items()}, bands)
    bases = _add_up({band: good.base for band, good in goods.items()}, bands)
    return {band: summarise_good(counts[band], bases[band]) for band in counts}


def _add_up(counts: Counts, bands: Mapping[str, str]) -> Counts:
    """Return counts with that of a joined band in the place of its first."""
    found: dict[str, int] = {}
    for band, count in counts.items():
        name = bands.get(band, band)
        found[name] = found.get(name, 0) + count
    return found
