"""The report's tables as a workbook, for those who go on counting."""

from __future__ import annotations

from zipfile import ZIP_DEFLATED

from auditreport.rendering.layout import Report
from auditreport.rendering.options import NOTHING_GIVEN, RenderOptions


def render_table_workbook(
    report: Report,
    options: RenderOptions = NOTHING_GIVEN,  # noqa: ARG001  every format is given them
) -> dict[str, bytes]:
    """Return the workbook by its file name."""
    from auditreport.rendering.table_sheets import build_workbook  # openpyxl: a tenth of a second
    from auditreport.workbook_packing import pack_workbook

    return {f"{report.name}.tables.xlsx": pack_workbook(build_workbook(report), ZIP_DEFLATED)}
