"""One quarter: judgements, practice areas, what changed, whose cases they were."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditreport.analysis.figures import Change, Figures, Period, Verdict
from auditreport.rendering.blocks import (
    Block,
    Bullets,
    Paragraph,
    plain,
)
from auditreport.rendering.layout import Part
from auditreport.rendering.outline.areas import area_lists
from auditreport.rendering.outline.bars import good_label, judgement_bars
from auditreport.rendering.outline.breakdowns import profile_part
from auditreport.rendering.outline.opening import counted_themes
from auditreport.rendering.outline.prose import narrative_part
from auditreport.rendering.outline.thematic import theme_part
from auditreport.rendering.outline.words import where_words_stand
from auditreport.rendering.wording import (
    change_line,
    change_sentence,
    count_of,
    join_words,
    judgement_sentence,
    unmoved_sentences,
    was_were,
)


def quarter_part(figures: Figures, name: str) -> Part:
    """Return one quarter, the same in the annual report and in its own summary."""
    period = figures.periods[name]
    thematic = tuple(
        theme_part(figures, theme_name)
        for theme_name, theme in figures.thematic.items()
        if theme.placed_in == name
    )
    parts = (
        _areas_part(figures, name, period),
        _changes_part(figures, name),
        profile_part(figures, name),
        *thematic,
        narrative_part(figures, name, "Commentary", f"{name.lower()}-commentary"),
    )
    blocks = tuple(_headline(figures, name, period))
    return Part(name.lower(), period.label, blocks, tuple(part for part in parts if part))


def _headline(figures: Figures, name: str, period: Period) -> Iterator[Block]:
    themes = counted_themes(figures, name)
    made = "made with the standard tool" if themes else "completed"
    if themes:
        cases = [f"{count_of(count, 'case')} of {theme}" for theme, count in themes.items()]
        text = f"{count_of(period.completed, 'case file')} {was_were(period.completed)} audited: "
        text += f"{count_of(period.overall.total, 'audit')} with the standard tool and "
        yield Paragraph(plain(f"{text}{join_words(cases)}."))
    yield Paragraph(plain(judgement_sentence(period.overall, made)))
    further = " ".join(_further(figures, name, period))
    if further:
        yield Paragraph(plain(further))
    if period.overall.total:
        rows = {"Overall judgement": period.overall}
        yield judgement_bars(
            figures.scale,
            f"{name.lower()}-overall",
            f"Overall judgements, {name}",
            "Judgement",
            rows,
        )


def _further(figures: Figures, name: str, period: Period) -> Iterator[str]:
    """Say what else the quarter's audits brought, and where their words stand."""
    if period.moderated:
        yield _moderated_sentence(period)
    if period.immediate_concerns:
        count = count_of(period.immediate_concerns, "audit")
        yield f"An immediate concern was recorded in {count}."
    yield from where_words_stand(figures, name)


def _moderated_sentence(period: Period) -> str:
    moderation = period.moderation
    text = f"{count_of(period.moderated, 'audit')} of {period.overall.total:,} "
    text += f"{was_were(period.moderated)} moderated"
    if moderation is None or not moderation.compared:
        return f"{text}."
    if moderation.compared == period.moderated:
        return f"{text}; the moderator agreed in {moderation.agreed or 'none'}."
    text += f"; of the {moderation.compared:,} with both judgements recorded, "
    return f"{text}the moderator agreed in {moderation.agreed or 'none'}."


def _areas_part(figures: Figures, name: str, period: Period) -> Part:
    if not period.overall.total or not period.areas:
        return Part("", "")
    chart = judgement_bars(
        figures.scale,
        f"{name.lower()}-areas",
        f"All responses: judgements by practice area, {name}",
        "Practice area",
        {**period.areas, "All responses": period.all_responses},
    )
    lists = area_lists(figures, period)
    return Part(f"{name.lower()}-practice-areas", "Practice areas", (lists, chart))


def _changes_part(figures: Figures, name: str) -> Part:
    changes = [change for change in figures.trend.changes if change.after_period == name]
    if not changes:
        return Part("", "")
    before = changes[0].before_period
    heading = f"What changed since {before}"
    return Part(f"{name.lower()}-changes", heading, tuple(_change_blocks(figures, changes)))


def _change_blocks(figures: Figures, changes: Sequence[Change]) -> Iterator[Block]:
    good = good_label(figures.scale)
    overall = [change for change in changes if change.area == "Overall"]
    areas = [change for change in changes if change.area != "Overall"]
    told = [change_sentence(change, f"Overall judgements, {good}") for change in overall]
    told += unmoved_sentences(areas, "practice area")
    yield Paragraph(plain(" ".join(told)))
    moved = [c for c in areas if c.verdict in (Verdict.BETTER, Verdict.WORSE)]
    if moved:
        lines = tuple(plain(change_line(change, change.area)) for change in moved)
        yield Bullets(lines, lead="Practice areas that changed by more than chance would explain:")
