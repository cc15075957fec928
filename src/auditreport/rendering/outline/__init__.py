"""Figures laid out as a report: which parts there are, in which order, of which blocks."""

from __future__ import annotations

from collections.abc import Iterator

from auditreport.analysis.figures import Figures
from auditreport.errors import UsageFault
from auditreport.rendering.layout import Part, Report
from auditreport.rendering.outline.actions import actions_part
from auditreport.rendering.outline.activity import activity_part
from auditreport.rendering.outline.appendices import appendices_part
from auditreport.rendering.outline.concerns import concerns_part
from auditreport.rendering.outline.draft import draft_part
from auditreport.rendering.outline.facts import build_facts
from auditreport.rendering.outline.feedback import feedback_part
from auditreport.rendering.outline.hidden_numbers import print_hidden
from auditreport.rendering.outline.measures import measures_part
from auditreport.rendering.outline.opening import is_to_date, opening_sentences
from auditreport.rendering.outline.prose import narrative_part
from auditreport.rendering.outline.public import reading_part
from auditreport.rendering.outline.quarter import quarter_part
from auditreport.rendering.outline.selection import (
    name_selection,
    say_selection,
    what_is_left_out,
)
from auditreport.rendering.outline.signed import signed_part
from auditreport.rendering.outline.targets import targets_part
from auditreport.rendering.outline.thematic import thematic_part
from auditreport.rendering.outline.unique_ids import make_unique
from auditreport.rendering.outline.year import year_part
from auditreport.rendering.wording import format_date

_CLOSING = (("Summary", "summary"), ("Conclusion", "conclusion"), ("Next steps", "next-steps"))


def report_name(figures: Figures) -> str:
    """Return what the name of each of the report's files begins with.

    A draft bears a name of its own, so that it never takes the place of the report; so does a
    report over part of the audits.
    """
    draft = "draft-" if figures.draft else ""
    scope = "annual-report" if figures.scope == "year" else figures.scope.lower()
    return f"{draft}{scope}-{figures.report.year}{name_selection(figures.report.only)}"


def build_report(figures: Figures) -> Report:
    """Lay out the annual report, or the summary of one quarter.

    Raises UsageFault where the quarter had not begun on the day that the figures are of.
    """
    if figures.scope not in figures.periods:
        day = format_date(figures.actions.as_of)
        raise UsageFault(f"{figures.scope} had not begun on {day}, the day this report is of.")
    head = figures.report
    return Report(
        name=report_name(figures),
        title=_title(figures),
        organisation=head.organisation,
        service=head.service,
        period=" · ".join(filter(None, (_period(figures), say_selection(head.only)))),
        details=tuple(_details(figures)),
        audience=figures.audience,
        opening=(*what_is_left_out(head.only), *opening_sentences(figures)),
        facts=build_facts(figures),
        parts=make_unique(part for part in print_hidden(_parts(figures)) if part),
        colours=head.colours,
        judgements=len(figures.scale.judgements),
        tool=figures.tool,
        is_draft=figures.draft,
    )


def _title(figures: Figures) -> str:
    return f"DRAFT: {_final_title(figures)}" if figures.draft else _final_title(figures)


def _final_title(figures: Figures) -> str:
    if figures.scope == "year":
        return figures.report.title or "Case audit annual report"
    return f"Case audits: {figures.periods[figures.scope].label}"


def _period(figures: Figures) -> str:
    """Return what stands under the title: a quarter's stands in it."""
    if figures.scope == "year":
        return figures.periods["year"].label
    return "Interim summary, to date" if is_to_date(figures) else "Interim summary"


def _details(figures: Figures) -> Iterator[tuple[str, str]]:
    head = figures.report
    pairs = (
        ("Authors", head.authors),
        ("Approved by", head.approved_by),
        ("Date", format_date(head.date) if head.date else ""),
    )
    return ((label, text) for label, text in pairs if text)


def _parts(figures: Figures) -> Iterator[Part]:
    yield draft_part(figures)
    yield reading_part(figures)
    if figures.scope != "year":
        yield activity_part(figures)
        yield targets_part(figures)
        yield concerns_part(figures)
        yield measures_part(figures)
        yield quarter_part(figures, figures.scope)
        yield signed_part(figures)
        yield actions_part(figures)
        yield appendices_part(figures)
        return
    yield narrative_part(figures, "Introduction", "Introduction", "introduction")
    yield activity_part(figures)
    yield targets_part(figures)
    yield concerns_part(figures)
    yield measures_part(figures)
    yield from (quarter_part(figures, name) for name in figures.periods if name != "year")
    yield year_part(figures)
    yield thematic_part(figures)
    yield feedback_part(figures)
    yield actions_part(figures)
    for section, part_id in _CLOSING:
        yield narrative_part(figures, section, section, part_id)
    yield appendices_part(figures)
