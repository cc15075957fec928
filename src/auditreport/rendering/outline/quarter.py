"""One quarter: judgements, practice areas, what changed, whose cases they were."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditreport.analysis.disclosure.hiding import holds_hidden
from auditreport.analysis.figures import Change, Figures, Period, Verdict
from auditreport.rendering.blocks import (
    Block,
    Bullets,
    Paragraph,
    plain,
)
from auditreport.rendering.layout import Part
from auditreport.rendering.outline.areas import area_lists
from auditreport.rendering.outline.audited import (
    count_audits,
    counted_themes,
    name_area,
    say_judgements,
)
from auditreport.rendering.outline.bars import good_label, judgement_bars
from auditreport.rendering.outline.breakdowns import profile_part
from auditreport.rendering.outline.concerns import concerns_recorded
from auditreport.rendering.outline.prose import narrative_part
from auditreport.rendering.outline.thematic import theme_part
from auditreport.rendering.outline.words import where_words_stand
from auditreport.rendering.wording import (
    change_line,
    change_sentence,
    count_of,
    join_words,
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
    themes, audits = counted_themes(figures, name), count_audits(figures, name)
    made = "made with the standard tool" if themes else "completed"
    if themes:
        cases = [f"{count_of(count, 'case')} of {theme}" for theme, count in themes.items()]
        text = f"{count_of(period.completed, 'case file')} {was_were(period.completed)} audited: "
        text += f"{count_of(audits, 'audit')} with the standard tool and "
        yield Paragraph(plain(f"{text}{join_words(cases)}."))
    yield Paragraph(plain(say_judgements(figures, name, made)))
    further = " ".join(_further(figures, name, period))
    if further:
        yield Paragraph(plain(further))
    if audits:
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
        yield _moderated_sentence(period, count_audits(figures, name))
    if period.immediate_concerns:
        yield f"{concerns_recorded(period.immediate_concerns)}."
    yield from where_words_stand(figures, name)


def _moderated_sentence(period: Period, audits: int) -> str:
    moderation = period.moderation
    text = f"{count_of(period.moderated, 'audit')} of {audits:,} "
    text += f"{was_were(period.moderated)} moderated"
    if moderation is None or not moderation.compared:
        return f"{text}."
    if moderation.compared == period.moderated:
        return f"{text}; the moderator agreed in {moderation.agreed or 'none'}."
    text += f"; of the {moderation.compared:,} with both judgements recorded, "
    return f"{text}the moderator agreed in {moderation.agreed or 'none'}."


def _areas_part(figures: Figures, name: str, period: Period) -> Part:
    if not count_audits(figures, name) or not period.areas:
        return Part("", "")
    rows = dict(period.areas)
    if not holds_hidden(period.all_responses):
        rows["All responses"] = period.all_responses
    chart = judgement_bars(
        figures.scale,
        f"{name.lower()}-areas",
        f"All responses: judgements by practice area, {name}",
        "Practice area",
        rows,
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
    told += unmoved_sentences(areas, name_area(figures))
    if told:
        yield Paragraph(plain(" ".join(told)))
    moved = [c for c in areas if c.verdict in (Verdict.BETTER, Verdict.WORSE)]
    if moved:
        lines = tuple(plain(change_line(change, change.area)) for change in moved)
        yield Bullets(lines, lead="Practice areas that clearly changed:")
