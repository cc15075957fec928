"""Thematic audits that were done again and again, as one table and, where judged, one chart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from auditreport.analysis.disclosure.hiding import holds_hidden
from auditreport.analysis.figures import Change, Figures, Good, JudgementTheme, Series, Verdict
from auditreport.rendering.blocks import Block, Bullets, Column, Paragraph, Table, plain
from auditreport.rendering.layout import Part
from auditreport.rendering.outline.bars import good_label, judgement_bars
from auditreport.rendering.outline.prose import anchor
from auditreport.rendering.outline.round_names import name_shared, shorten_names
from auditreport.rendering.wording import change_line, count_of, share_of


def series_parts(figures: Figures) -> tuple[Part, ...]:
    """Return each chain of rounds as a part of its own."""
    return tuple(
        Part(
            f"series-{anchor(shared)}",
            f"{shared}: {count_of(len(series.rounds), 'round')}",
            tuple(_blocks(figures, series, shared)),
        )
        for series, shared in ((s, name_shared(s.rounds)) for s in figures.series if s.items)
    )


def _blocks(figures: Figures, series: Series, shared: str) -> Iterator[Block]:
    short = shorten_names(series.rounds)
    hides = any(holds_hidden(figures.thematic[name].items) for name in series.rounds)
    yield Paragraph(plain(_what_changed(series, " in what is shown" if hides else "")))
    moved = [c for c in series.changes if c.verdict in (Verdict.BETTER, Verdict.WORSE)]
    if moved:
        yield Bullets(tuple(plain(_difference(change, short)) for change in moved))
    rounds = {name: figures.thematic[name] for name in series.rounds}
    overall = {
        short[name]: theme.overall
        for name, theme in rounds.items()
        if isinstance(theme, JudgementTheme) and theme.overall and theme.overall.n
    }
    if len(overall) > 1:
        chart_id = f"series-{anchor(shared)}-overall"
        caption = f"{shared}: overall judgements by round"
        yield judgement_bars(figures.scale, chart_id, caption, "Round", overall)
    if set(series.items) != {"Overall"} or len(overall) < 2:
        yield _table(figures, series, shared)


def _difference(change: Change, short: Mapping[str, str]) -> str:
    """Say a difference with the rounds under their short names."""
    before, after = short[change.before_period], short[change.after_period]
    return change_line(replace(change, before_period=before, after_period=after), change.area)


def _what_changed(series: Series, where: str) -> str:
    verdicts = {change.verdict for change in series.changes}
    like = "Like for like, " if series.denominator else ""
    if verdicts & {Verdict.BETTER, Verdict.WORSE}:
        text = f"{like}these clearly differ between rounds:"
    elif Verdict.NO_CLEAR_CHANGE in verdicts:
        text = f"{like}no round clearly differs from another{where}"
        text += ", where enough cases allow to compare." if Verdict.TOO_FEW in verdicts else "."
    else:
        text = f"{like}there are too few cases to say what changed between rounds."
    return text[0].upper() + text[1:]


def _table(figures: Figures, series: Series, shared: str) -> Table:
    what = "evidence found" if series.denominator else good_label(figures.scale)
    rows = tuple(
        (item, *(_share(found, name) for name in series.rounds))
        for item, found in series.items.items()
    )
    note = f"All shares are of {series.denominator.lower()}." if series.denominator else ""
    names = shorten_names(series.rounds).values()
    columns = (Column(name, is_number=True) for name in names)
    caption = f"{shared}: {what} by round"
    return Table(caption, (Column("Item"), *columns), rows, note=note)


def _share(found: Mapping[str, Good], name: str) -> str:
    return share_of(found[name]) if name in found else "–"
