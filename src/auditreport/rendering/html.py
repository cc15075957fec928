"""The report as one HTML file that fetches nothing."""

from __future__ import annotations

from auditreport.rendering.layout import Report
from auditreport.rendering.templates import render_template


def render_html(report: Report) -> dict[str, bytes]:
    """Return the page by its file name."""
    return {f"{report.name}.html": render_template(report, "html", ".html.j2").encode()}
