"""The report as GitHub's Markdown with its charts as images beside it."""

from __future__ import annotations

import re

from auditreport.rendering.layout import Report
from auditreport.rendering.options import NOTHING_GIVEN, RenderOptions
from auditreport.rendering.templates import render_template


def render_markdown(report: Report, options: RenderOptions = NOTHING_GIVEN) -> dict[str, bytes]:
    """Return the text and its charts by their paths."""
    from auditreport.rendering.charts import draw_charts  # matplotlib costs half a second

    text = render_template(report, "markdown", ".md.j2", options.templates)
    text = re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
    charts = draw_charts(report)
    files = {f"{report.name}-charts/{name}.svg": image for name, image in charts.items()}
    if report.logo:
        files[f"{report.name}-charts/logo{report.logo.suffix}"] = report.logo.data
    return {f"{report.name}.md": text.encode(), **files}
