"""Thematic audits that compare in a chain, as one series like for like."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from auditreport.analysis.changes import OVERALL, build_change
from auditreport.analysis.comparisons import Theme, find_base
from auditreport.analysis.distributions import summarise_good
from auditreport.analysis.figures import Change, EvidenceTheme, Good, JudgementTheme, Series

FEWEST_ROUNDS = 3

Goods = Mapping[str, Good]


def summarise_series(themes: Mapping[str, Theme], smallest_base: int) -> tuple[Series, ...]:
    """Return the chains of at least three rounds, the earliest round first.

    Where two later rounds compare with the same one, each ends a chain of its own.
    """
    chains = (chain for chain in _find_chains(themes) if len(chain) >= FEWEST_ROUNDS)
    return tuple(_summarise_chain(chain, themes, smallest_base) for chain in chains)


def _find_chains(themes: Mapping[str, Theme]) -> Iterator[tuple[str, ...]]:
    earlier = {n: t.compared_with.name for n, t in themes.items() if t.compared_with}
    for last in themes:
        if last in earlier and last not in earlier.values():
            chain = [last]
            while chain[-1] in earlier and earlier[chain[-1]] not in chain:
                chain.append(earlier[chain[-1]])
            yield tuple(reversed(chain))


def _summarise_chain(
    chain: tuple[str, ...], themes: Mapping[str, Theme], smallest_base: int
) -> Series:
    last = themes[chain[-1]]
    found = {name: _count_items(themes[name], last) for name in chain}
    items = [item for item in found[chain[-1]] if any(item in found[name] for name in chain[:-1])]
    return Series(
        rounds=chain,
        kind=last.kind,
        denominator=last.denominator if isinstance(last, EvidenceTheme) else "",
        items={
            item: {name: found[name][item] for name in chain if item in found[name]}
            for item in items
        },
        changes=tuple(_find_changes(items, chain, found, smallest_base)),
    )


def _count_items(theme: Theme, last: Theme) -> dict[str, Good]:
    """Return what was found of each item; of evidence, on the base of the last round."""
    if isinstance(theme, JudgementTheme):
        overall = {OVERALL: theme.overall} if theme.overall and theme.overall.n else {}
        return {item: d.good_or_better for item, d in (overall | dict(theme.items)).items()}
    denominator = last.denominator if isinstance(last, EvidenceTheme) else theme.denominator
    return {
        item: summarise_good(found.yes, find_base(found, theme.cases, denominator))
        for item, found in theme.items.items()
    }


def _find_changes(
    items: list[str], chain: tuple[str, ...], found: Mapping[str, Goods], smallest_base: int
) -> Iterator[Change]:
    for before, after in combinations(chain, 2):
        for item in items:
            if item in found[before] and item in found[after]:
                pair = ((before, found[before][item]), (after, found[after][item]))
                yield build_change(item, *pair, smallest_base)
