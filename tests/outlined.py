"""A report's outline as text, to be asked what it says."""

from collections.abc import Iterator

from auditreport.analysis.figures import Figures
from auditreport.rendering.blocks import Bars, Block, HeatMap
from auditreport.rendering.layout import Part, Report
from auditreport.rendering.outline import build_report
from auditreport.rendering.templates import render_template


def parts_of(report: Report) -> Iterator[Part]:
    for part in report.parts:
        yield from _with_below(part)


def _with_below(part: Part) -> Iterator[Part]:
    yield part
    for below in part.parts:
        yield from _with_below(below)


def part_of(figures: Figures, part_id: str) -> Part | None:
    """Return the part with an id, None where the report has none."""
    found = [part for part in parts_of(build_report(figures)) if part.id == part_id]
    return found[0] if found else None


def blocks_of(figures: Figures, part_id: str) -> tuple[Block, ...]:
    part = part_of(figures, part_id)
    assert part is not None, part_id
    return part.blocks


def ids_of(report: Report) -> list[str]:
    """Return every id of a page: of parts, of their headings, of charts."""
    found = ["main", "top", "at-a-glance", "at-a-glance-heading"]
    for part in parts_of(report):
        found += [part.id, f"{part.id}-heading"]
        found += [block.id for block in part.blocks if isinstance(block, Bars | HeatMap)]
    return found


def told(figures: Figures) -> str:
    """Return all that the report says, its numbers as they stand in its tables."""
    return render_template(build_report(figures), "markdown", ".md.j2")
