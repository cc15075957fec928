"""The annotated copy of a workbook: faulty cells marked, and a sheet that lists the problems."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from auditreport.problems import Problem
from auditreport.records import record
from auditreport.workbook_packing import pack_copy
from auditreport.workbooks.comparing import check_cells
from auditreport.workbooks.losses import find_losses
from auditreport.workbooks.marking import mark_problems
from auditreport.workbooks.problem_sheet import ProblemList, write_problem_sheet
from auditreport.workbooks.results import result_keeper
from auditreport.workbooks.source import OpenedSource, copying_named, open_source


@record
class AnnotatedCopy:
    """An annotated copy's bytes, and what it lacks of the workbook that it was made of."""

    data: bytes
    losses: tuple[str, ...]


def annotate_workbook(path: Path, problems: Sequence[Problem]) -> AnnotatedCopy:
    """Return a copy of a workbook that shows its problems; raises FileFault.

    The user's sheets, styles, formulas and their results stay; what cannot be copied is found by
    comparing the copy with the workbook, and said in it.
    """
    source = open_source(path)
    with copying_named(source.name):
        listed = ProblemList(source.name, tuple(problems))
        data = _annotate(source, listed)
        check_cells(source.name, source.data, data)
        losses = find_losses(source.data, data, source.warnings)
        if losses:  # a workbook can be saved once alone, and the list is to tell them
            data = _annotate(open_source(path), replace(listed, losses=losses))
        return AnnotatedCopy(data, losses)


def _annotate(source: OpenedSource, listed: ProblemList) -> bytes:
    keep = result_keeper(source)
    mark_problems(source.workbook, listed.problems, source.name)
    write_problem_sheet(source.workbook, listed)
    return pack_copy(source.workbook, keep)
