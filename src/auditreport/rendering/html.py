"""The report as one HTML file that fetches nothing."""

from __future__ import annotations

from auditreport.rendering.layout import Report
from auditreport.rendering.options import NOTHING_GIVEN, RenderOptions
from auditreport.rendering.templates import render_template


def render_html(report: Report, options: RenderOptions = NOTHING_GIVEN) -> dict[str, bytes]:
    """Return the page by its file name."""
    page = render_template(report, "html", ".html.j2", options.templates)
    return {f"{report.name}.html": page.encode()}
