"""Against last year: what changed since, and what became of what was said then."""

from __future__ import annotations

from collections.abc import Iterator

from auditreport.analysis.figures import Change, Figures, Good, Previous, SaidThen, Verdict
from auditreport.rendering.blocks import (
    Block,
    Bullets,
    Column,
    HeatCell,
    HeatMap,
    HeatRow,
    Paragraph,
    Table,
    plain,
)
from auditreport.rendering.layout import Part
from auditreport.rendering.outline.areas import good_percent
from auditreport.rendering.outline.bars import good_label
from auditreport.rendering.wording import (
    VERDICTS,
    change_sentence,
    changed_areas,
    count_of,
    join_words,
    share_of,
    spell,
)


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
    if previous.overall is not None:
        yield Paragraph(plain(change_sentence(previous.overall, f"Overall judgements, {good}")))
    changes = tuple(previous.areas.values())
    if changes:
        yield from _changes(changes)
        yield _chart(figures, previous)
    yield from _other_areas(previous)
    if previous.origin == "as entered":
        text = f"The counts of {previous.year} are as entered on the sheet Previous year."
        yield Paragraph(plain(text))


def _changes(changes: tuple[Change, ...]) -> Iterator[Block]:
    moved = [c for c in changes if c.verdict in (Verdict.BETTER, Verdict.WORSE)]
    if moved:
        lines = tuple(plain(change_sentence(change, change.area)) for change in moved)
        yield Bullets(lines, lead="Practice areas that changed by more than chance would explain:")
    steady = len(changed_areas(changes, Verdict.NO_CLEAR_CHANGE))
    few = changed_areas(changes, Verdict.TOO_FEW)
    said = []
    if steady:
        of = "every practice area" if steady == len(changes) else count_of(steady, "practice area")
        said.append(f"In {of} there is no clear change.")
    if few:
        said.append(f"Too few were judged to compare {join_words(few)}.")
    if said:
        yield Paragraph(plain(" ".join(said)))


def _chart(figures: Figures, previous: Previous) -> HeatMap:
    now = figures.report.year
    rows = tuple(
        HeatRow(_label(change), (_cell(change.before, figures), _cell(change.after, figures)))
        for change in previous.areas.values()
    )
    moved = [c for c in previous.areas.values() if c.verdict in (Verdict.BETTER, Verdict.WORSE)]
    told = join_words(f"{change.area} {change.verdict}" for change in moved)
    return HeatMap(
        "year-previous-chart",
        f"{good_label(figures.scale)} by practice area, {previous.year} and {now}",
        "Practice area",
        (previous.year, now),
        rows,
        f"Beyond chance: {told}." if told else "No practice area changed beyond chance.",
        note=f"Fewer than {figures.rules.smallest_base} judged: no share.",
    )


def _label(change: Change) -> str:
    """Mark an area that changed beyond chance, for the chart has no column of verdicts."""
    is_moved = change.verdict in (Verdict.BETTER, Verdict.WORSE)
    return f"{change.area} – {change.verdict}" if is_moved else change.area


def _cell(good: Good, figures: Figures) -> HeatCell:
    rules = figures.rules
    detail = f"{good.count:,} of {good.base:,}"
    if good.base == 0 or good.base < rules.smallest_base:
        return HeatCell("too few", detail, "few")
    share = 100 * good.count
    if share >= rules.strength_threshold * good.base:
        level = "strength"
    else:
        weak = share < rules.development_threshold * good.base
        level = "development" if weak else "between"
    return HeatCell(good_percent(good, level, rules), detail, level)


def _other_areas(previous: Previous) -> Iterator[Block]:
    lines = [f"{then} of {previous.year} is now {now}." for then, now in previous.renamed.items()]
    if previous.only_now:
        verb = "was" if len(previous.only_now) == 1 else "were"
        lines.append(f"{join_words(previous.only_now)} {verb} not judged in {previous.year}.")
    if previous.only_then:
        verb = "is" if len(previous.only_then) == 1 else "are"
        lines.append(f"{join_words(previous.only_then)} {verb} no longer a practice area.")
    if lines:
        yield Bullets(tuple(map(plain, lines)), lead="Practice areas that differ:")


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
    verdict = VERDICTS[said.verdict]
    if said.is_strength:
        verdict = f"a strength; {verdict}"
    elif said.is_development:
        verdict = f"for development; {verdict}"
    elif said.now.base and said.verdict is not Verdict.TOO_FEW:
        verdict = f"in between; {verdict}"
    return (said.area, share_of(said.then), share_of(said.now), verdict, _actions(said))


def _actions(said: SaidThen) -> str:
    return f"{said.open_actions:,} of {said.actions:,}" if said.actions else "none"


def previous_rows(figures: Figures) -> Iterator[Table]:
    """Return the differences from last year with their intervals, for the method appendix."""
    previous = figures.previous
    changes = list(previous.areas.values()) if previous else []
    if previous and previous.overall:
        changes.insert(0, previous.overall)
    if previous and changes:
        yield changes_table(changes, f"Differences from {previous.year}, in percentage points")


def changes_table(changes: list[Change], caption: str) -> Table:
    """Return differences with their intervals and what these allow to be said."""
    rows = tuple(
        (
            change.area,
            f"{change.before.count:,} of {change.before.base:,}",
            f"{change.after.count:,} of {change.after.base:,}",
            "–" if change.difference is None else f"{change.difference:+.1f}",
            "–" if change.low is None else f"{change.low:+.1f} to {change.high:+.1f}",
            change.verdict.value,
        )
        for change in changes
    )
    headings = ("Before", "After", "Difference", "95% interval")
    numbers = (Column(heading, is_number=True) for heading in headings)
    return Table(caption, (Column("What"), *numbers, Column("Verdict")), rows)


def previous_words(figures: Figures) -> str:
    """Say in a clause for the first page how the year compares with the last, areas included."""
    previous = figures.previous
    change = previous.overall if previous else None
    if previous is None or change is None or figures.scope != "year":
        return ""
    shares = f"{share_of(change.after)}, then {share_of(change.before)}"
    overall = {
        Verdict.BETTER: f"overall judgements were better ({shares})",
        Verdict.WORSE: f"overall judgements were worse ({shares})",
        Verdict.NO_CLEAR_CHANGE: "overall judgements did not change beyond chance",
        Verdict.TOO_FEW: "there are too few overall judgements to compare",
    }[change.verdict]
    moved = [
        f"{join_words(areas)} {'was' if len(areas) == 1 else 'were'} {verdict}"
        for verdict in (Verdict.WORSE, Verdict.BETTER)
        if (areas := changed_areas(tuple(previous.areas.values()), verdict))
    ]
    return f"against {previous.year}, {join_words((overall, *moved))}"
