"""What can be said of the quarters side by side, and of areas that came and went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditreport.analysis.disclosure.hiding import holds_hidden
from auditreport.analysis.figures import Change, Figures, Good, Turn, Verdict
from auditreport.rendering.blocks import Block, Bullets, Paragraph, plain
from auditreport.rendering.outline.bars import good_label
from auditreport.rendering.wording import (
    VERDICTS,
    change_line,
    changed_areas,
    join_words,
    share_of,
    spell,
)


def compare_quarters(figures: Figures) -> Iterator[Block]:
    """Say whether any quarter's overall judgements differ from another's, of all pairs."""
    pairs = figures.trend.overall_pairs
    told = [pair for pair in pairs if pair.verdict is not Verdict.TOO_FEW]
    if not pairs:
        return
    if not told:
        text = "There are too few audits to say whether the quarters differ from one another."
        yield Paragraph(plain(text))
        return
    moved = [pair for pair in told if pair.verdict is not Verdict.NO_CLEAR_CHANGE]
    among = ", among those with enough audits to compare" if len(told) < len(pairs) else ""
    if not moved:
        text = f"No quarter's overall judgements clearly differ from another's{among}."
        yield Paragraph(plain(text))
        return
    lines = tuple(plain(change_line(pair, good_label(figures.scale))) for pair in moved)
    yield Bullets(lines, lead=f"Quarters that clearly differ{among}:")


def how_quarters_compare(figures: Figures) -> str:
    """Say in a clause how quarters compare: in the year all pairs, in a quarter with the last."""
    changes = [
        change
        for change in figures.trend.changes
        if change.area == "Overall" and figures.scope == change.after_period
    ]
    is_year = figures.scope == "year"
    if is_year:
        changes = list(figures.trend.overall_pairs)
    moved = [c for c in changes if c.verdict in (Verdict.BETTER, Verdict.WORSE)]
    if moved:
        return join_words(_name_moved(moved))
    if any(holds_hidden(period.overall.good_or_better) for period in figures.periods.values()):
        return ""
    if not changes:
        return "there is no earlier quarter to compare with"
    few = len(changed_areas(changes, Verdict.TOO_FEW))
    if few == len(changes):
        return "there are too few audits to say whether overall judgements changed"
    if not is_year:
        return "overall judgements have not clearly changed since the quarter before"
    among = ", where enough were judged to compare" if few else ""
    return f"no quarter's overall judgements clearly differ from another's{among}"


def _name_moved(moved: Sequence[Change]) -> Iterator[str]:
    """Gather the quarters from which one differs in the same way, each with its count."""
    found: dict[tuple[str, str], list[str]] = {}
    for change in moved:
        after = f"{change.after_period} ({_counted(change.after)})"
        before = f"{change.before_period} ({_counted(change.before)})"
        found.setdefault((change.verdict, after), []).append(before)
    for (verdict, after), others in found.items():
        yield f"overall judgements were {verdict} in {after} than in {join_words(others)}"


def _counted(good: Good) -> str:
    return f"{good.count:,} of {good.base:,}"


def in_quarters(figures: Figures, area: str, count: int) -> str:
    """Say in how many of the quarters with enough judgements an area was something."""
    of = figures.trend.quarters[area].of
    enough = "" if of == len(figures.periods) - 1 else " with enough judgements"
    which = f"each of the {spell(of)}" if count == of else f"{spell(count)} of the {spell(of)}"
    return f"in {which} quarters{enough}"


def strengths_at_times(figures: Figures) -> Iterator[Block]:
    """Name the areas that were strengths in some quarters, and those that turned."""
    lines = [*_at_times(figures), *(_turned(turn) for turn in figures.trend.turned)]
    if lines:
        yield Bullets(tuple(map(plain, lines)), lead="Areas that were not the same all year:")


def _at_times(figures: Figures) -> Iterator[str]:
    """Group the areas by the number of quarters in which they were strengths, most first."""
    trend = figures.trend
    groups: dict[tuple[int, int], list[str]] = {}
    for area, found in trend.quarters.items():
        if found.of > 1 and found.strength > 0 and area not in trend.consistent_strengths:
            groups.setdefault((found.strength, found.of), []).append(area)
    for (count, of), areas in sorted(groups.items(), key=lambda group: (-group[0][0], group[0][1])):
        verb = "was a strength" if len(areas) == 1 else "were strengths"
        quarters = "quarter" if count == 1 else "quarters"
        yield f"{join_words(areas)} {verb} in {spell(count)} {quarters} of {spell(of)}."


def _turned(turn: Turn) -> str:
    change = turn.change
    articles = {"strength": "a strength", "area for development": "an area for development"}
    return (
        f"{turn.area} was {articles[turn.was]} in {change.before_period}, at "
        f"{share_of(change.before)}, and {articles[turn.became]} in {change.after_period}, at "
        f"{share_of(change.after)}: {VERDICTS[change.verdict]}."
    )
