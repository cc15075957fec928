"""Appendices: cases, method, data quality, files used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from auditreport.analysis.disclosure.hiding import holds_hidden
from auditreport.analysis.figures import Figures, Good
from auditreport.problem_codes import RULES, Severity
from auditreport.rendering.blocks import (
    Block,
    Bullets,
    Column,
    Paragraph,
    Table,
    plain,
)
from auditreport.rendering.layout import Part
from auditreport.rendering.outline.actions import actions_detail
from auditreport.rendering.outline.bars import good_label
from auditreport.rendering.outline.breakdowns import groups_part, profiles_part
from auditreport.rendering.outline.limits import limits_part
from auditreport.rendering.outline.measures import quarters_part
from auditreport.rendering.outline.moderation import agreement_table
from auditreport.rendering.outline.prose import build_narrative
from auditreport.rendering.outline.public import disclosure_control
from auditreport.rendering.outline.quotations import quotes_part
from auditreport.rendering.outline.thematic import earlier_rounds
from auditreport.rendering.outline.theme_detail import theme_details
from auditreport.rendering.outline.words import words_appendix
from auditreport.rendering.outline.year import year_detail_part
from auditreport.rendering.wording import count_of, interval_of, join_words


def appendices_part(figures: Figures) -> Part:
    """Return what stands behind the report."""
    parts = (
        quarters_part(figures),
        profiles_part(figures),
        words_appendix(figures),
        year_detail_part(figures),
        groups_part(figures),
        *earlier_rounds(figures),
        *theme_details(figures),
        quotes_part(figures),
        actions_detail(figures),
        limits_part(figures),
        Part("method", "Method", tuple(_method(figures))),
        Part("data-quality", "Data quality", tuple(_data_quality(figures))),
        Part("files", "Files used", tuple(_files(figures))),
    )
    return Part(
        "appendices",
        "Appendices",
        build_narrative(figures, "Appendix"),
        tuple(part for part in parts if part),
    )


def _method(figures: Figures) -> Iterator[Block]:
    yield Bullets(tuple(plain(text) for text in _rules(figures)), lead="How figures are made:")
    labelled = [area for area in figures.areas if area.label != area.name]
    if labelled:
        rows = tuple((area.name, area.label) for area in labelled)
        columns = (Column("Practice area"), Column("In full"))
        yield Table("The practice areas", columns, rows)
    yield from _intervals(figures)
    yield from agreement_table(figures)
    yield from disclosure_control(figures)


def _rules(figures: Figures) -> Iterator[str]:
    rules, scale, good = figures.rules, figures.scale, good_label(figures.scale)
    yield f"Judgements, best first: {join_words(scale.judgements)}."
    yield (
        "The final judgement counts where there is one, otherwise the auditor's. A section that "
        f"was not judged ({join_words(scale.not_judged)}) is in no percentage of judgements."
    )
    yield (
        f"Area of strength: at least {rules.strength_threshold:g}% {good}. Area for development: "
        f"below {rules.development_threshold:g}%. Both need "
        f"{count_of(rules.smallest_base, 'judgement')} or more; with fewer it is too few to say. "
        "Thresholds are compared before rounding."
    )
    yield (
        "Consistent strength, persistent area for development: in every quarter in which enough "
        "were judged, but at most one, and in at least two."
    )
    yield (
        "Percentages of one distribution are whole numbers that sum to 100 (largest remainder); "
        "in sentences they stand only where the base is 10 or more."
    )
    yield (
        "Thematic audits use tools of their own: their cases count in the number of case files "
        "where that is said, and never in the judgements of the standard tool."
    )
    yield (
        "Intervals are 95% intervals (Wilson's for a share, Newcombe's for a difference). They "
        "treat the audits as a random sample of the work; where the cases were chosen otherwise, "
        "they say less. A difference is called clear, better or worse only where its interval "
        "leaves out zero: chance alone is unlikely to explain it. Of many comparisons, one in "
        "twenty would differ by chance."
    )


def _intervals(figures: Figures) -> Iterator[Block]:
    period = figures.periods[figures.scope]
    rows = tuple(
        (
            area,
            f"{good.count:,} of {good.base:,}",
            *_share_and_interval(good, figures.rules.smallest_base),
        )
        for area, good in ((a, d.good_or_better) for a, d in period.areas.items())
        if good.low is not None and good.high is not None and not holds_hidden(good)
    )
    if rows:
        headings = (good_label(figures.scale), "Per cent", "95% interval")
        columns = (Column("Practice area"), *(Column(h, is_number=True) for h in headings))
        yield Table(f"Practice areas with their intervals, {period.label}", columns, rows)


def _share_and_interval(good: Good, smallest: int) -> tuple[str, str]:
    if good.base < smallest:
        return "–", "too few to say"
    return f"{good.percent}%", interval_of(good.low, good.high)


def _data_quality(figures: Figures) -> Iterator[Block]:
    counts = Counter((problem.severity, problem.code) for problem in figures.problems)
    if not counts:
        yield Paragraph(plain("Nothing in the workbooks had to be repaired or remarked on."))
        return
    totals = Counter(problem.severity for problem in figures.problems)
    found = join_words(count_of(totals[s], s.value) for s in Severity if totals[s])
    told = [f"Reading the workbooks brought {found}."]
    if totals[Severity.WARNING]:
        told.append(
            "Warnings are repairs or things that look wrong: the figures are of what was read."
        )
    if totals[Severity.NOTE]:
        told.append("Notes inform: no figure is affected.")
    yield Paragraph(plain(" ".join(told)))
    order = list(Severity)
    rows = tuple(
        (code, RULES[code].meaning, severity.value, f"{count:,}")
        for (severity, code), count in sorted(
            counts.items(), key=lambda item: (order.index(item[0][0]), item[0][1])
        )
    )
    headings = (Column("Problem"), Column("What it means"), Column("Kind"))
    columns = (*headings, Column("Times", is_number=True))
    yield Table("What reading the workbooks found", columns, rows)


def _files(figures: Figures) -> Iterator[Block]:
    if figures.sources:
        rows = tuple((source.file, source.sha256) for source in figures.sources)
        columns = (Column("File"), Column("SHA-256 of its content"))
        yield Table("The workbooks that this report was made from", columns, rows)
    yield Paragraph(plain(f"Made by {figures.tool}. The figures stand in figures.json beside it."))
