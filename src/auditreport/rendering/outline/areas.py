"""Practice areas: which are strong, which need development, what share each has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from auditreport.analysis.disclosure.hiding import holds_hidden
from auditreport.analysis.figures import Figures, Good, Period, Rules
from auditreport.rendering.blocks import ListGroup, Lists
from auditreport.rendering.outline.bars import good_label
from auditreport.rendering.wording import FEWEST_FOR_PERCENT


def area_lists(figures: Figures, period: Period) -> Lists:
    """Return the lists of practice areas; a list that is empty is left out."""
    rules, good = figures.rules, good_label(figures.scale)
    best, worst = figures.scale.judgements[0], figures.scale.judgements[-1]
    in_a_list = {*period.strengths, *period.development, *period.too_few}
    hidden = tuple(a for a, found in period.areas.items() if holds_hidden(found.good_or_better))
    neither = tuple(area for area in period.areas if area not in {*in_a_list, *hidden})
    strong = f"at least {rules.strength_threshold:g}% {good}"
    weak = f"below {rules.development_threshold:g}% {good}"
    middle = f"{rules.development_threshold:g}% to below {rules.strength_threshold:g}%"
    few = f"fewer than {rules.smallest_base} judged"
    groups = (
        ListGroup("Areas of strength", _with_shares(period.strengths, period, rules), strong),
        ListGroup("Areas for development", _with_shares(period.development, period, rules), weak),
        ListGroup("Neither", _in_a_line(_with_shares(neither, period, rules)), middle),
        ListGroup("Too few to say", _in_a_line(_with_shares(period.too_few, period, rules)), few),
        ListGroup("Not shown", _in_a_line(hidden), "because the numbers are small"),
        ListGroup(f"{best} practice seen in", _counted(period.outstanding, period, best)),
        ListGroup(f"{worst} practice seen in", _counted(period.inadequate, period, worst)),
    )
    return Lists(tuple(group for group in groups if group.items))


def _with_shares(areas: Sequence[str], period: Period, rules: Rules) -> tuple[str, ...]:
    return tuple(f"{area}: {_share(area, period, rules)}" for area in areas)


def _share(area: str, period: Period, rules: Rules) -> str:
    good = period.areas[area].good_or_better
    if not good.base:
        return "none judged"
    if good.base < FEWEST_FOR_PERCENT:
        return f"{good.count:,} of {good.base:,}"
    return f"{good.count:,} of {good.base:,} ({area_percent(area, period, rules)})"


def area_percent(area: str, period: Period, rules: Rules) -> str:
    """Write an area's share of Good or better, with a decimal where a whole number would mislead.

    39 of 56 rounds to 70% and is yet below a threshold of 70%: it is printed as 69.6%.
    """
    level = "few" if area in period.too_few else "between"
    level = "strength" if area in period.strengths else level
    level = "development" if area in period.development else level
    return good_percent(period.areas[area].good_or_better, level, rules)


def good_percent(good: Good, level: str, rules: Rules) -> str:
    """Write a share as `area_percent` does; `level` is strength, development, between or few."""
    if good.percent is None:
        return "–"
    above = good.percent >= rules.strength_threshold and level != "strength"
    below = good.percent >= rules.development_threshold and level == "development"
    if (above and level != "few") or below:
        return _with_decimal(
            good, rules.development_threshold if below else rules.strength_threshold
        )
    return f"{good.percent}%"


def _with_decimal(good: Good, threshold: float) -> str:
    """Write a share with one decimal, rounded down where rounding up would reach the threshold."""
    tenths = (2000 * good.count + good.base) // (2 * good.base)
    if tenths >= 10 * threshold:
        tenths = 1000 * good.count // good.base
    return f"{tenths // 10}.{tenths % 10}%"


def _counted(areas: Sequence[str], period: Period, judgement: str) -> tuple[str, ...]:
    """Count a judgement by area; the bases stand in the chart below."""
    return _in_a_line(f"{area} ({period.areas[area].counts[judgement]:,})" for area in areas)


def _in_a_line(items: Iterable[str]) -> tuple[str, ...]:
    """Run the items of a lesser list together, so that the lists that matter stand out."""
    line = "; ".join(items)
    return (line,) if line else ()
