"""Figures into files: pages, Markdown and charts, all from the same object."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from auditreport.analysis.figures import Figures
from auditreport.analysis.figures_json import figures_json
from auditreport.rendering.html import render_html
from auditreport.rendering.layout import Report
from auditreport.rendering.markdown import render_markdown
from auditreport.rendering.options import NOTHING_GIVEN, RenderOptions
from auditreport.rendering.outline import build_report, report_name
from auditreport.rendering.pdf import render_pdf
from auditreport.rendering.table_workbook import render_table_workbook
from auditreport.rendering.word import render_word

__all__ = ["FORMATS", "RenderOptions", "render", "report_name"]

# The order is that in which the files are listed: what most people open comes first.
FORMATS: Mapping[str, Callable[[Report, RenderOptions], dict[str, bytes]]] = {
    "html": render_html,
    "md": render_markdown,
    "docx": render_word,
    "pdf": render_pdf,
    "xlsx": render_table_workbook,
}


def render(
    figures: Figures,
    formats: Sequence[str] = ("html", "md"),
    options: RenderOptions = NOTHING_GIVEN,
) -> dict[str, bytes]:
    """Return every file of a report by its path, figures.json last.

    Paths have forward slashes and begin with the report's name.
    """
    report = replace(build_report(figures), logo=options.logo)
    files: dict[str, bytes] = {}
    for form in formats:
        files |= FORMATS[form](report, options)
    return {**files, f"{report.name}.figures.json": figures_json(figures).encode()}
