"""What a competent analyst would write for the same year: python analyst.py WORKBOOK FOLDER."""

from __future__ import annotations

import sys
from pathlib import Path

import matplotlib as mpl
import pandas as pd
from jinja2 import Environment

mpl.use("Agg")
import matplotlib.pyplot as plt

SCALE = ["Outstanding", "Good", "Requires Improvement", "Inadequate"]
COLOURS = ["#2e7d32", "#9ccc65", "#ffb74d", "#d32f2f"]
PAGE = """<!doctype html><html lang="en"><title>Annual report</title><h1>Annual report</h1>
{% for quarter in quarters %}<h2>{{ quarter.name }}: {{ quarter.count }} audits</h2>
{{ quarter.table }}<img src="{{ quarter.chart }}" alt="Judgements by practice area">
{% endfor %}<h2>The year</h2>{{ year }}</html>"""


def draw(table: pd.DataFrame, path: Path, title: str) -> str:
    """Draw the judgements of each practice area as stacked bars."""
    figure, axes = plt.subplots(figsize=(8, 5))
    table.plot.barh(
        ax=axes, stacked=True, color=dict(zip(SCALE, COLOURS, strict=True)), title=title
    )
    axes.invert_yaxis()
    figure.tight_layout()
    figure.savefig(path)
    plt.close(figure)
    return path.name


def main(workbook: Path, folder: Path) -> None:
    """Read the audits, tabulate and draw each quarter, and write a page."""
    folder.mkdir(parents=True, exist_ok=True)
    audits = pd.read_excel(workbook, sheet_name="Audits", engine="openpyxl")
    columns = list(audits.columns)
    areas = columns[columns.index("Auditor") + 1 :]
    audits["Quarter"] = pd.to_datetime(audits["Audit date"]).dt.to_period("Q-MAR")
    quarters = []
    for number, (_, rows) in enumerate(audits.groupby("Quarter"), start=1):
        long = rows.melt(value_vars=areas, var_name="Area", value_name="Judgement")
        table = pd.crosstab(long["Area"], long["Judgement"])
        table = table.reindex(index=areas, columns=SCALE, fill_value=0)
        chart = draw(table, folder / f"q{number}.svg", f"Q{number}")
        shown = table.to_html(border=0)
        quarters.append({"name": f"Q{number}", "count": len(rows), "table": shown, "chart": chart})
    year = pd.crosstab(audits["Quarter"], audits["Final judgement"]).reindex(columns=SCALE)
    page = Environment(autoescape=False).from_string(PAGE)
    text = page.render(quarters=quarters, year=year.to_html(border=0))
    (folder / "report.html").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
