"""Writing the annotated copy that `check` was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from auditreport.cli.typed_values import as_typed
from auditreport.problems import Problem


def check_annotation(workbooks: Sequence[Path], target: Path) -> None:
    """Raise UsageFault or FileFault, before anything is read, where no copy can be written."""
    from auditreport.workbooks.placing import check_free
    from auditreport.workbooks.source import check_target

    check_target(workbooks, target)
    check_free([target])


def write_annotation(workbook: Path, target: Path, problems: Sequence[Problem]) -> tuple[str, ...]:
    """Write the annotated copy of a workbook; return a sentence for what it could not keep."""
    from auditreport.workbooks.annotated import annotate_workbook
    from auditreport.workbooks.placing import write_new_files

    copy = annotate_workbook(workbook, problems)
    write_new_files(target.parent, {target.name: copy.data})
    if not copy.losses:
        return ()
    return (f"Not carried over into {target.name}: {', '.join(copy.losses)}.",)


def offer_copy(workbooks: Sequence[Path]) -> str:
    """Return a line with the command that shows the problems in a copy; empty if none can."""
    if len(workbooks) != 1 or workbooks[0].suffix.casefold() not in (".xlsx", ".xlsm"):
        return ""
    (path,) = workbooks
    command = f"auditreport check {as_typed(path)} --annotate checked{path.suffix}"
    return f"\nTo get a copy with these cells marked:  {command}"
