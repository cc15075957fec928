"""The recipes of docs/recipes/ and what the page says of them, for the tests of both."""

from __future__ import annotations

import re
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"
RECIPES = DOCS / "recipes"
PAGE = (DOCS / "scheduling.md").read_text(encoding="utf-8")
SCRIPT = "/opt/auditreport/nightly-report.sh"
QUALITY, IT = "quality.officer@council.example", "it.desk@council.example"


def recipe(name: str) -> str:
    """Return the text of a recipe, its lines ended in one way."""
    encoding = "utf-16" if name.endswith(".xml") else "utf-8"
    return (RECIPES / name).read_bytes().decode(encoding).replace("\r\n", "\n")


def told_by_status() -> dict[str, str]:
    """Return who is told of each status, by the page's table; its last row is for all others."""
    rows = re.findall(r"^\| (\d|others) \| (nobody|IT|the quality officer) \|", PAGE, re.MULTILINE)
    addresses = {"nobody": "", "IT": IT, "the quality officer": QUALITY}
    return {status: addresses[who] for status, who in rows}


def write_program(path: Path, script: str) -> Path:
    """Write a shell script that can be run."""
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path
