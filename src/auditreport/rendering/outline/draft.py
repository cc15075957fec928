"""What stands in a draft alone: that it is one, and what was left out of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditreport.analysis.figures import Figures
from auditreport.problem_drafts import find_passed_over
from auditreport.problems import Problem
from auditreport.rendering.blocks import Block, Column, Paragraph, Table, plain
from auditreport.rendering.layout import Part
from auditreport.rendering.wording import count_of

_MOST_ROWS = 200
_MOST_CELLS = 10


def draft_part(figures: Figures) -> Part:
    """Return the list of what was left out; nothing in a report that is no draft."""
    found = find_passed_over(figures.problems) if figures.draft else ()
    blocks = tuple(_left_out(found)) if figures.draft else ()
    return Part("left-out", "Left out of this draft", blocks)


def _left_out(found: Sequence[Problem]) -> Iterator[Block]:
    if not found:
        yield Paragraph(plain("Nothing had to be left out: the workbooks have no errors."))
        return
    faults = count_of(len(found), "error")
    yield Paragraph(
        plain(
            f"The workbooks have {faults}. What is faulty is not in the figures of this draft, so "
            "that they may change when it is mended."
        )
    )
    alike: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in found:
        alike.setdefault((problem.workbook, problem.sheet, problem.message), []).append(problem)
    rows = [(_name_cells(group), group[0].message, f"{len(group):,}") for group in alike.values()]
    columns = (Column("Where"), Column("What"), Column("Times", is_number=True))
    yield Table("What was left out", columns, tuple(rows[:_MOST_ROWS]))
    if len(rows) > _MOST_ROWS:
        more = f"{len(rows) - _MOST_ROWS:,} more rows are left out of this list."
        yield Paragraph(plain(more))


def _name_cells(group: Sequence[Problem]) -> str:
    """Name the cells of problems that are alike, the first few of many."""
    named = [str(problem.place) for problem in group[:_MOST_CELLS]]
    more = f" and {len(group) - _MOST_CELLS:,} more" if len(group) > _MOST_CELLS else ""
    return ", ".join(named) + more
