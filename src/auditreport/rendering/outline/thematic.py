"""Thematic audits: what was judged or found, of how many, beside an earlier round."""

from __future__ import annotations

from collections.abc import Iterator

from auditreport.analysis.figures import (
    CaseTable,
    EvidenceComparison,
    EvidenceTheme,
    Figures,
    JudgementComparison,
    JudgementTheme,
    Verdict,
)
from auditreport.rendering.blocks import (
    Block,
    Bullets,
    Callout,
    Column,
    Paragraph,
    Table,
)
from auditreport.rendering.blocks import plain as line
from auditreport.rendering.layout import Part
from auditreport.rendering.outline.bars import count_bars, evidence_bars, good_label, judgement_bars
from auditreport.rendering.outline.prose import anchor, build_narrative
from auditreport.rendering.outline.series import series_parts
from auditreport.rendering.wording import (
    change_sentence,
    changed_areas,
    format_span,
    join_words,
    noun_for,
    share_of,
    was_were,
    with_percent,
)


def thematic_part(figures: Figures) -> Part:
    """Return the rounds that make a series, and the thematic audits that no quarter holds."""
    earlier = _list_earlier(figures)
    themes = [name for name, theme in figures.thematic.items() if theme.placed_in == "Appendix"]
    parts = tuple(theme_part(figures, name) for name in themes if name not in earlier)
    return Part("thematic", "Thematic audits", (), (*series_parts(figures), *parts))


def earlier_rounds(figures: Figures) -> tuple[Part, ...]:
    """Return the rounds before the last of each series, for the appendix of the year."""
    if figures.scope != "year":
        return ()
    return tuple(theme_part(figures, name) for name in _list_earlier(figures))


def _list_earlier(figures: Figures) -> list[str]:
    """Return the rounds that a series shows and that no quarter holds, but for its last."""
    names = dict.fromkeys(
        name for series in figures.series if series.items for name in series.rounds[:-1]
    )
    return [name for name in names if figures.thematic[name].placed_in == "Appendix"]


def theme_part(figures: Figures, name: str) -> Part:
    """Return one thematic audit."""
    theme = figures.thematic[name]
    blocks = (
        _judgement_blocks(figures, name, theme)
        if isinstance(theme, JudgementTheme)
        else _evidence_blocks(name, theme)
    )
    return Part(f"theme-{anchor(name)}", name, (*blocks, *build_narrative(figures, name)))


def _judgement_blocks(figures: Figures, name: str, theme: JudgementTheme) -> Iterator[Block]:
    yield Paragraph(line(_theme_sentence(theme)))
    key = f"theme-{anchor(name)}"
    if theme.overall and theme.overall.total:
        caption = f"{name}: overall judgements"
        rows = {"Overall judgement": theme.overall}
        yield judgement_bars(figures.scale, f"{key}-overall", caption, "Judgement", rows)
    if theme.items and theme.cases:
        if theme.judged_by_item < theme.cases:
            yield Callout("Part of the cases", _partly_judged(theme))
        if theme.judged_by_item:
            of = f"{theme.judged_by_item:,} of {theme.cases:,} {theme.counted_in}"
            caption = f"{name}: judgements by item, {of}"
            yield judgement_bars(figures.scale, f"{key}-items", caption, "Item", theme.items)
    for column, counts in theme.by.items():
        by = column.lower() if column.endswith(" by") else f"by {column.lower()}"
        caption = f"{name}: {theme.counted_in} {by}"
        found = {value: count for value, count in counts.items() if count}
        yield count_bars(f"{key}-{anchor(column)}", caption, column, found, theme.counted_in)
    if theme.compared_with:
        yield from _judgements_compared(theme.compared_with, good_label(figures.scale))


def _partly_judged(theme: JudgementTheme) -> str:
    judged, of = theme.judged_by_item, f"of the {theme.cases:,} {theme.counted_in}"
    if not judged:
        return f"The items were judged in none {of}."
    those = "that one" if judged == 1 else f"those {judged:,}"
    return f"The items were judged in {judged:,} {of}; what they show is of {those} alone."


def _theme_sentence(theme: JudgementTheme) -> str:
    text = f"{_looked_at(theme)} ({format_span(theme.start, theme.end)})"
    overall = theme.overall
    if not overall or not overall.n:
        return f"{text}."
    found = [
        f"{with_percent(count, overall.percent[judgement], overall.n)} "
        f"{was_were(count)} {judgement}"
        for judgement, count in overall.counts.items()
        if count
    ]
    judged = f"{overall.n:,} {was_were(overall.n)} judged overall, of which "
    return f"{text}: {'' if overall.n == overall.total else judged}{join_words(found)}."


def _looked_at(theme: JudgementTheme | EvidenceTheme) -> str:
    noun = noun_for(theme.cases, theme.counted_in)
    return f"{theme.cases:,} {noun} {was_were(theme.cases)} looked at"


def _judgements_compared(comparison: JudgementComparison, good: str) -> Iterator[Block]:
    changes = [comparison.overall] if comparison.overall else []
    changes.extend(comparison.items.values())
    lines = tuple(line(change_sentence(change, f"{change.area}, {good}")) for change in changes)
    if lines:
        yield Bullets(lines, lead=f"Compared with {comparison.name}:")


def _evidence_blocks(name: str, theme: EvidenceTheme) -> Iterator[Block]:
    span = format_span(theme.start, theme.end)
    yield Paragraph(line(f"{_looked_at(theme)} ({span}) for evidence of each item."))
    if not theme.cases or not theme.items:
        return
    caption = f"{name}: evidence found, of {theme.denominator.lower()}"
    yield evidence_bars(f"theme-{anchor(name)}-items", caption, theme.items, theme.denominator)
    reasons = tuple(
        line(f"{item}: {join_words(_reason(text, count) for text, count in texts.items())}")
        for item, texts in theme.reasons.items()
        if texts
    )
    if reasons:
        yield Bullets(reasons, lead="Why an item did not apply:")
    if theme.compared_with:
        yield from _evidence_compared(name, theme, theme.compared_with)


def _reason(text: str, count: int) -> str:
    return f"{text} ({count})"


def _evidence_compared(
    name: str, theme: EvidenceTheme, comparison: EvidenceComparison
) -> Iterator[Block]:
    base = theme.denominator.lower()
    if not comparison.now:
        return
    if not comparison.same_denominator:
        yield Callout("The two bases differ", _bases_differ(name, base, comparison))
    columns = (
        Column("Item"),
        Column(f"{comparison.name}, as published", is_number=True),
        Column(f"{comparison.name}, like for like", is_number=True),
        Column(name, is_number=True),
    )
    rows = tuple(
        (
            item,
            _percent(comparison.as_published.get(item)),
            share_of(comparison.changes[item].before),
            share_of(comparison.changes[item].after),
        )
        for item in comparison.now
    )
    caption = f"{name} beside {comparison.name}: evidence found, per cent"
    yield Table(caption, columns, rows, note=f"Like for like: both rounds of {base}.")
    yield from _evidence_changes(comparison)


def _evidence_changes(comparison: EvidenceComparison) -> Iterator[Block]:
    """Say which items changed like for like, and which are as they were."""
    changes = tuple(comparison.changes.values())
    moved = [c for c in changes if c.verdict in (Verdict.BETTER, Verdict.WORSE)]
    if moved:
        lines = tuple(line(change_sentence(change, change.area)) for change in moved)
        yield Bullets(lines, lead="Like for like, changed by more than chance would explain:")
    steady = changed_areas(changes, Verdict.NO_CLEAR_CHANGE)
    few = changed_areas(changes, Verdict.TOO_FEW)
    told = []
    if steady:
        told.append(f"Like for like, no clear change: {join_words(steady)}.")
    if few:
        told.append(f"Too few to compare: {join_words(few)}.")
    if told:
        yield Paragraph(line(" ".join(told)))


def _bases_differ(name: str, base: str, comparison: EvidenceComparison) -> str:
    other = "all cases" if base == "applicable cases" else "applicable cases"
    same = [
        item
        for item, now in comparison.now.items()
        if now is not None and comparison.like_for_like[item] == now
    ]
    text = (
        f"The percentages of {comparison.name} were published of {other}; those of {name} are of "
        f"{base}. The two must not be set side by side as published. Like for like, both of "
        f"{base}, the earlier round gives the middle column below."
    )
    if same:
        text += f" On that base the percentages are the same for {join_words(same)}."
    return text


def _percent(percent: int | None) -> str:
    return "–" if percent is None else f"{percent}%"


def case_tables(figures: Figures) -> tuple[Part, ...]:
    """Return the case-level tables of the thematic audits that the report shows."""
    return tuple(
        Part(f"cases-{anchor(name)}", f"Cases: {name}", (_case_table(name, table),))
        for name, table in figures.cases.items()
        if figures.scope in ("year", figures.thematic[name].placed_in)
    )


def _case_table(name: str, table: CaseTable) -> Table:
    columns = tuple(Column(heading) for heading in table.columns)
    return Table(f"{name}: the cases looked at", columns, table.rows)
