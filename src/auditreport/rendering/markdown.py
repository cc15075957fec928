"""The report as GitHub's Markdown with its charts as images beside it."""

from __future__ import annotations

import re

from auditreport.rendering.layout import Report
from auditreport.rendering.templates import render_template


def render_markdown(report: Report) -> dict[str, bytes]:
    """Return the text and its charts by their paths."""
    from auditreport.rendering.charts import draw_charts  # matplotlib costs half a second

    text = re.sub(r"\n{3,}", "\n\n", render_template(report, "markdown", ".md.j2")).strip() + "\n"
    charts = draw_charts(report)
    files = {f"{report.name}-charts/{name}.svg": image for name, image in charts.items()}
    return {f"{report.name}.md": text.encode(), **files}
