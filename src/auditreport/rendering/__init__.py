"""Figures into files: pages, Markdown and charts, all from the same object."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from auditreport.analysis.figures import Figures
from auditreport.analysis.figures_json import figures_json
from auditreport.rendering.html import render_html
from auditreport.rendering.layout import Report
from auditreport.rendering.markdown import render_markdown
from auditreport.rendering.outline import build_report, report_name

__all__ = ["FORMATS", "render", "report_name"]

FORMATS: Mapping[str, Callable[[Report], dict[str, bytes]]] = {
    "html": render_html,
    "md": render_markdown,
}


def render(figures: Figures, formats: Sequence[str] = ("html", "md")) -> dict[str, bytes]:
    """Return every file of a report by its path, figures.json among them.

    Paths have forward slashes and begin with the report's name.
    """
    report = build_report(figures)
    files = {f"{report.name}.figures.json": figures_json(figures).encode()}
    for form in formats:
        files |= FORMATS[form](report)
    return files
