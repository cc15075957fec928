"""Writes the generated parts of these documents from the program's own declarations.

python docs/generate.py            rewrite what stands between the marks
"""

from __future__ import annotations

import re
from pathlib import Path

from auditreport.problem_codes import RULES, Rule, Severity
from auditreport.reading.contract import REPORT, SETTINGS, SHEETS
from auditreport.reading.schema import Column, SheetSchema

DOCS = Path(__file__).parent
_BLOCK = re.compile(r"(<!-- generated: (?P<name>[^>]+) -->\n).*?<!-- end -->", re.DOTALL)
_SEVERITIES = {
    Severity.ERROR: "Errors",
    Severity.WARNING: "Warnings",
    Severity.NOTE: "Notes",
}


def build_blocks() -> dict[str, str]:
    """Return every generated block by its name."""
    blocks = {f"sheet {schema.name}": describe_sheet(schema) for schema in SHEETS}
    blocks |= {f"problems {title}": describe_problems(s) for s, title in _SEVERITIES.items()}
    return blocks


def describe_sheet(schema: SheetSchema) -> str:
    """Return a sheet's table: column, what it holds, other names."""
    columns = SETTINGS if schema is REPORT else schema.columns
    head = "Setting" if schema is REPORT else "Column"
    lines = [f"| {head} | What it holds | Also called |", "|---|---|---|"]
    lines += [_describe_column(schema, column) for column in columns]
    if schema.others:
        lines += ["", schema.others]
    return "\n".join(lines)


def _describe_column(schema: SheetSchema, column: Column) -> str:
    groups = [group for group in schema.required if column.name in group]
    others = [name for group in groups for name in group if name != column.name]
    is_required = bool(groups) or (schema is REPORT and column.name in {"Organisation", "Year"})
    mark = f" \\* (or {' or '.join(others)})" if others else " \\*" if is_required else ""
    return f"| {column.name}{mark} | {column.help} | {', '.join(column.aliases)} |"


def describe_problems(severity: Severity) -> str:
    """Return all problems of one severity, in the order of their codes."""
    rules = [rule for rule in RULES.values() if rule.severity is severity]
    return "\n\n".join(_describe_rule(rule) for rule in sorted(rules, key=lambda r: r.code))


def _describe_rule(rule: Rule) -> str:
    lines = [f"### {rule.code}", "", rule.meaning, "", f"*What to do:* {rule.remedy}"]
    if rule.severity is Severity.ERROR:
        lines += ["", f"*If it is made less than an error:* {_describe_way_on(rule)}."]
    return "\n".join(lines)


def _describe_way_on(rule: Rule) -> str:
    if rule.way_on:
        return rule.way_on
    stops = "it always stops the report"
    return f"{stops}; in a draft {rule.in_draft}" if rule.in_draft else f"{stops}, and a draft too"


def fill(text: str, blocks: dict[str, str]) -> str:
    """Return a document with its generated blocks up to date."""
    return _BLOCK.sub(lambda m: f"{m[1]}{blocks[m['name']]}\n<!-- end -->", text)


def main() -> None:
    """Rewrite the documents that have generated blocks."""
    blocks = build_blocks()
    for path in (DOCS / "workbook.md", DOCS / "problems.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(fill(text, blocks), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
