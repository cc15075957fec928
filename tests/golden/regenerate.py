"""Make the golden reports anew; look at the difference before it is committed.

python tests/golden/regenerate.py
"""

from __future__ import annotations

from pathlib import Path

from auditreport import __version__
from auditreport.analysis import analyse
from auditreport.reading import read
from auditreport.rendering import render

GOLDEN = Path(__file__).parent
SAMPLES = GOLDEN.parents[1] / "sample_data"
SCOPES = ("year", "Q4")
REPORTS = ("rutland-2016-17",)


def render_sample(name: str) -> dict[str, bytes]:
    """Return the files of a sample's annual report and of its last quarter, charts left out.

    Charts hold the version of the library that drew them, so that they are tested by themselves.
    """
    reading = read([SAMPLES / f"{name}.xlsx"])
    files: dict[str, bytes] = {}
    for scope in SCOPES:
        figures = analyse(reading, scope=scope, tool=f"auditreport {__version__}")
        files |= render(figures)
    return {path: content for path, content in files.items() if not path.endswith(".svg")}


def main() -> None:
    """Write every golden report."""
    for name in REPORTS:
        folder = GOLDEN / name
        folder.mkdir(exist_ok=True)
        for path, content in render_sample(name).items():
            (folder / path).write_bytes(content)


if __name__ == "__main__":
    main()
