"""Against last year: what changed since, and what became of what was said then."""

from __future__ import annotations

from collections.abc import Iterator

from auditreport.analysis.figures import (
    Change,
    Figures,
    Good,
    Previous,
    Rules,
    SaidThen,
    Verdict,
)
from auditreport.rendering.blocks import Block, Column, Paragraph, Table, plain
from auditreport.rendering.layout import Part
from auditreport.rendering.outline.areas import good_percent
from auditreport.rendering.outline.bars import good_label
from auditreport.rendering.wording import (
    FEWEST_FOR_PERCENT,
    change_sentence,
    count_of,
    join_words,
    name_moved,
    share_of,
    spell,
    unmoved_sentences,
)

_MOST_WITH_SHARES = 3


def previous_part(figures: Figures) -> Part:
    """Return this year beside the last."""
    previous = figures.previous
    if previous is None:
        return Part("", "")
    heading = f"Against {previous.year}"
    if previous.not_compared:
        text = f"This year is not compared with an earlier one: {previous.not_compared}."
        return Part("year-previous", heading, (Paragraph(plain(text)),))
    return Part("year-previous", heading, tuple(_blocks(figures, previous)))


def _blocks(figures: Figures, previous: Previous) -> Iterator[Block]:
    good = good_label(figures.scale)
    changes = tuple(previous.areas.values())
    if previous.overall is not None:
        yield Paragraph(plain(change_sentence(previous.overall, f"Overall judgements, {good}")))
    if changes:
        yield Paragraph(plain(" ".join(_what_moved(changes))))
    if changes or previous.overall:
        yield _table(figures, previous)
    yield from _other_areas(previous)


def _what_moved(changes: tuple[Change, ...]) -> Iterator[str]:
    moved = join_words(name_moved(changes))
    if moved:
        yield f"{moved}."
    yield from unmoved_sentences(changes, "practice area")


def _table(figures: Figures, previous: Previous) -> Table:
    """Set both years side by side, with what the interval of each difference allows to be said."""
    changes = [previous.overall] if previous.overall else []
    changes.extend(previous.areas.values())
    rows = tuple(
        (
            change.area,
            _share(change.before, figures.rules),
            _share(change.after, figures.rules),
            "–" if change.difference is None else f"{change.difference:+.1f}",
            _interval_words(change),
            change.verdict.value,
        )
        for change in changes
    )
    years = (previous.year, figures.report.year)
    numbers = (*years, "Difference, points", "95% interval, points")
    columns = (
        Column("Practice area"),
        *(Column(heading, is_number=True) for heading in numbers),
        Column("Verdict"),
    )
    entered = f"The counts of {previous.year} are as entered on the sheet Previous year."
    caption = f"{good_label(figures.scale)}, {previous.year} and {figures.report.year}"
    return Table(caption, columns, rows, note=entered if previous.origin == "as entered" else "")


def _share(good: Good, rules: Rules) -> str:
    """Write a share with a decimal where a whole number would seem to cross a threshold."""
    if good.base < max(FEWEST_FOR_PERCENT, rules.smallest_base):
        return share_of(good)
    level = "between"
    if 100 * good.count >= rules.strength_threshold * good.base:
        level = "strength"
    elif 100 * good.count < rules.development_threshold * good.base:
        level = "development"
    return f"{good.count:,} of {good.base:,} ({good_percent(good, level, rules)})"


def _interval_words(change: Change) -> str:
    """Write an interval as people say it: `4.0 lower to 19.5 higher`, `6.2 to 31.9 higher`."""
    if change.low is None or change.high is None:
        return "–"
    if change.low < 0 < change.high:
        return f"{-change.low:.1f} lower to {change.high:.1f} higher"
    if change.high <= 0:
        return f"{-change.high:.1f} to {-change.low:.1f} lower"
    return f"{change.low:.1f} to {change.high:.1f} higher"


def _other_areas(previous: Previous) -> Iterator[Block]:
    lines = [f"{then} of {previous.year} is now {now}." for then, now in previous.renamed.items()]
    if previous.only_now:
        verb = "was" if len(previous.only_now) == 1 else "were"
        lines.append(f"{join_words(previous.only_now)} {verb} not judged in {previous.year}.")
    if previous.only_then:
        verb = "is" if len(previous.only_then) == 1 else "are"
        lines.append(f"{join_words(previous.only_then)} {verb} no longer a practice area.")
    if lines:
        yield Paragraph(plain(" ".join(lines)))


def said_part(figures: Figures) -> Part:
    """Return each area for development of last year with what became of it."""
    previous = figures.previous
    if previous is None or not previous.said:
        return Part("", "")
    now = figures.report.year
    table = Table(
        f"The areas for development of {previous.year}, then and now",
        (
            Column("Area for development then"),
            Column(f"{good_label(figures.scale)}, {previous.year}", is_number=True),
            Column(now, is_number=True),
            Column("Now"),
            Column("Actions open, of all", is_number=True),
        ),
        tuple(_said_row(said) for said in previous.said),
    )
    return Part("year-said", f"What we said in {previous.year}", (_summary(previous), table))


def _summary(previous: Previous) -> Paragraph:
    said = previous.said
    still = [s.area for s in said if s.is_development]
    without = [s.area for s in said if s.is_development and not s.open_actions]
    areas = count_of(len(said), "area for development", "areas for development")
    text = f"{previous.year} named {areas}; "
    if not still:
        text += "it no longer is one" if len(said) == 1 else "none of them is one now"
    elif len(said) == 1:
        text += "it still is one"
    else:
        text += f"{spell(len(still))} of them still {'is' if len(still) == 1 else 'are'}"
        text += f": {join_words(still)}"
    text += "."
    if without:
        text += f" No action is open for {join_words(without)}."
    return Paragraph(plain(text))


def _said_row(said: SaidThen) -> tuple[str, ...]:
    if said.now is None or said.verdict is None:
        return (said.area, share_of(said.then), "–", "no longer judged", _actions(said))
    verdict = said.verdict.value
    if said.is_strength:
        verdict = f"a strength; {verdict}"
    elif said.is_development:
        verdict = f"for development; {verdict}"
    elif said.now.base and said.verdict is not Verdict.TOO_FEW:
        verdict = f"neither; {verdict}"
    return (said.area, share_of(said.then), share_of(said.now), verdict, _actions(said))


def _actions(said: SaidThen) -> str:
    return f"{said.open_actions:,} of {said.actions:,}" if said.actions else "none"


def previous_words(figures: Figures) -> str:
    """Say in a clause for the first page how the year compares with the last, areas included."""
    previous = figures.previous
    change = previous.overall if previous else None
    if previous is None or change is None or figures.scope != "year":
        return ""
    overall = {
        Verdict.BETTER: f"overall judgements were better, {_then_and_now(change)}",
        Verdict.WORSE: f"overall judgements were worse, {_then_and_now(change)}",
        Verdict.NO_CLEAR_CHANGE: f"overall judgements have not clearly changed, "
        f"{_then_and_now(change)}",
        Verdict.TOO_FEW: "there are too few overall judgements to compare",
    }[change.verdict]
    return f"against {previous.year}, {join_words((overall, *_areas_moved(previous)))}"


def _areas_moved(previous: Previous) -> Iterator[str]:
    """Name the areas that moved, the worse first; many without their shares, which stand below."""
    changes = tuple(previous.areas.values())
    moved = [c for v in (Verdict.WORSE, Verdict.BETTER) for c in changes if c.verdict is v]
    if len(moved) > _MOST_WITH_SHARES:
        yield from name_moved(changes)
        return
    yield from (f"{c.area} was {c.verdict}, {_then_and_now(c)}" for c in moved)


def _then_and_now(change: Change) -> str:
    return f"at {share_of(change.after)} after {share_of(change.before)}"
