"""This year beside an earlier one: what changed, and what became of what was said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from auditreport.analysis.changes import OVERALL, build_change
from auditreport.analysis.distributions import summarise_good
from auditreport.analysis.figures import Change, Good, Period
from auditreport.analysis.review_figures import Previous, SaidThen
from auditreport.analysis.strengths import find_share, is_development, is_strength
from auditreport.reading.dataset import Action, DataSet, PreviousYear
from auditreport.reading.matching import name_key

Goods = Mapping[str, Good]


def summarise_previous(data: DataSet, year: Period) -> Previous | None:
    """Compare the year with the previous one that the data holds; None where it holds none."""
    previous = data.previous
    if previous is None:
        return None
    reason = find_difference(previous, data)
    if reason:
        return _leave_apart(previous, reason)
    renamed = find_renamed(previous, data)
    then = {renamed.get(n, n): summarise_good(*counted) for n, counted in previous.areas.items()}
    now = {name: area.good_or_better for name, area in year.areas.items()}
    return Previous(
        year=previous.year,
        origin=previous.origin,
        not_compared="",
        overall=_compare_overall(previous, year, data),
        areas={
            name: build_change(
                name,
                (previous.year, then[name]),
                (data.settings.year.label, good),
                data.settings.smallest_base,
            )
            for name, good in now.items()
            if name in then
        },
        renamed=renamed,
        only_then=tuple(name for name in then if name not in now),
        only_now=tuple(name for name in now if name not in then),
        said=tuple(_find_said(previous, data, (then, now), renamed)),
    )


def find_difference(previous: PreviousYear, data: DataSet) -> str:
    """Say why an earlier year may not be set beside this one; empty where it may.

    Counts that people entered were made by this year's rules and are always of a whole year.
    """
    settings, scale = data.settings, data.scale
    if previous.thresholds is None:
        return ""
    if previous.scope != "year":
        return f"they are of {previous.scope} of {previous.year} alone, not of a whole year"
    if previous.start is not None and previous.start >= settings.year.start:
        return f"their year, {previous.year}, is not before {settings.year.label}"
    theirs = (previous.judgements, previous.good_or_better)
    if theirs != (scale.judgements, scale.good_or_better):
        return f"{previous.year} was judged on another scale"
    ours = (
        float(100 * settings.strength_threshold),
        float(100 * settings.development_threshold),
    )
    if previous.thresholds != ours:
        return (
            f"{previous.year} was judged by other thresholds ({previous.thresholds[0]:g}% and "
            f"{previous.thresholds[1]:g}%, now {ours[0]:g}% and {ours[1]:g}%)"
        )
    return ""


def _leave_apart(previous: PreviousYear, reason: str) -> Previous:
    return Previous(previous.year, previous.origin, reason, None, {}, {}, (), (), ())


def find_renamed(previous: PreviousYear, data: DataSet) -> dict[str, str]:
    """Return the areas of then that go by another name now: by label or alias, name to name."""
    here = {name_key(area.name) for area in data.areas}
    names = {
        name_key(name): area.name
        for area in data.areas
        for name in (*area.aliases, area.label, area.name)
    }
    there = {name_key(name) for name in previous.areas}
    found: dict[str, str] = {}
    for name in previous.areas:
        label = previous.labels.get(name, name)
        now = names.get(name_key(name)) or names.get(name_key(label))
        is_free = now is not None and name_key(now) not in there and now not in found.values()
        if name_key(name) not in here and now is not None and is_free:
            found[name] = now
    return found | _find_respelt(previous, data, found)


def _find_respelt(
    previous: PreviousYear, data: DataSet, found: Mapping[str, str]
) -> dict[str, str]:
    """Return the areas whose names differ in case, spaces or punctuation alone."""
    by_key = {name_key(area.name): area.name for area in data.areas}
    return {
        name: by_key[name_key(name)]
        for name in previous.areas
        if name not in found and by_key.get(name_key(name), name) != name
    }


def _compare_overall(previous: PreviousYear, year: Period, data: DataSet) -> Change | None:
    if previous.overall is None:
        return None
    return build_change(
        OVERALL,
        (previous.year, summarise_good(*previous.overall)),
        (data.settings.year.label, year.overall.good_or_better),
        data.settings.smallest_base,
    )


def _find_said(
    previous: PreviousYear, data: DataSet, goods: tuple[Goods, Goods], renamed: Mapping[str, str]
) -> Iterator[SaidThen]:
    """Return last year's areas for development, the lowest share of then first."""
    then, now = goods
    names = _list_development(previous, then, renamed, data)
    for area in names:
        good = now.get(area)
        change = None
        if good is not None:
            later = (data.settings.year.label, good)
            change = build_change(
                area, (previous.year, then[area]), later, data.settings.smallest_base
            )
        actions = [action for action in data.actions if action.area == area]
        yield SaidThen(
            area=area,
            then=then[area],
            now=good,
            verdict=change.verdict if change else None,
            is_strength=good is not None and is_strength(good, data.settings),
            is_development=good is not None and is_development(good, data.settings),
            actions=len(actions),
            open_actions=count_open(actions),
        )


def count_open(actions: Sequence[Action]) -> int:
    """Count the actions that are not complete."""
    return sum(not action.is_complete for action in actions)


def _list_development(
    previous: PreviousYear, then: Goods, renamed: Mapping[str, str], data: DataSet
) -> list[str]:
    if previous.development is not None:
        listed = [renamed.get(name, name) for name in previous.development]
        return [name for name in listed if name in then]
    weak = [name for name, good in then.items() if is_development(good, data.settings)]
    return sorted(weak, key=lambda name: find_share(then[name]))
