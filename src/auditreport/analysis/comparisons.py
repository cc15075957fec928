"""A thematic audit beside an earlier round of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from auditreport.analysis.changes import OVERALL, build_change
from auditreport.analysis.distributions import summarise_good
from auditreport.analysis.figures import (
    Change,
    Distribution,
    EvidenceComparison,
    EvidenceItem,
    EvidenceTheme,
    JudgementComparison,
    JudgementTheme,
)
from auditreport.analysis.thematic import ALL_CASES, summarise_theme
from auditreport.reading.dataset import DataSet

Theme = JudgementTheme | EvidenceTheme
Named = tuple[str, JudgementTheme]


def summarise_thematic(data: DataSet) -> dict[str, Theme]:
    """Count every thematic audit, and compare it with the earlier one that it names."""
    themes = {theme.name: summarise_theme(theme, data) for theme in data.thematic}
    names = {name.casefold(): name for name in themes}
    for theme in data.thematic:
        earlier = names.get((theme.compared_with or "").casefold())
        if earlier is not None and earlier != theme.name:
            pair = (earlier, theme.name)
            themes[theme.name] = _compare(pair, themes, data.settings.smallest_base)
    return themes


def _compare(pair: tuple[str, str], themes: Mapping[str, Theme], smallest_base: int) -> Theme:
    """Return the later theme with its comparison; as it is where the two differ in kind."""
    before, after = themes[pair[0]], themes[pair[1]]
    if isinstance(before, JudgementTheme) and isinstance(after, JudgementTheme):
        judged = compare_judgements((pair[0], before), (pair[1], after), smallest_base)
        return replace(after, compared_with=judged)
    if isinstance(before, EvidenceTheme) and isinstance(after, EvidenceTheme):
        return replace(after, compared_with=compare_evidence(pair, before, after, smallest_base))
    return after


def compare_judgements(before: Named, after: Named, smallest_base: int) -> JudgementComparison:
    """Compare Good or better, overall and in each item that both rounds judged."""

    def compare(area: str, earlier: Distribution, later: Distribution) -> Change:
        first = (before[0], earlier.good_or_better)
        second = (after[0], later.good_or_better)
        return build_change(area, first, second, smallest_base)

    earlier, later = before[1], after[1]
    return JudgementComparison(
        name=before[0],
        overall=compare(OVERALL, earlier.overall, later.overall)
        if earlier.overall and later.overall
        else None,
        items={
            item: compare(item, earlier.items[item], found)
            for item, found in later.items.items()
            if item in earlier.items
        },
    )


def compare_evidence(
    names: tuple[str, str], before: EvidenceTheme, after: EvidenceTheme, smallest_base: int
) -> EvidenceComparison:
    """Set the items of both rounds side by side, the earlier one on this round's base too."""
    shared = {item: before.items[item] for item in after.items if item in before.items}
    bases = {i: find_base(found, before.cases, after.denominator) for i, found in shared.items()}
    then = {item: summarise_good(found.yes, bases[item]) for item, found in shared.items()}
    now = {item: summarise_good(after.items[item].yes, after.items[item].base) for item in shared}
    return EvidenceComparison(
        name=names[0],
        same_denominator=before.denominator == after.denominator,
        as_published={item: found.percent for item, found in shared.items()},
        like_for_like={item: good.percent for item, good in then.items()},
        now={item: good.percent for item, good in now.items()},
        changes={
            item: build_change(item, (names[0], then[item]), (names[1], now[item]), smallest_base)
            for item in shared
        },
    )


def find_base(item: EvidenceItem, cases: int, denominator: str) -> int:
    """Return what an item's percentage is of, by a denominator of its own or of another round."""
    return cases if denominator == ALL_CASES else item.yes + item.no
