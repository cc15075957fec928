"""Make the golden reports anew; look at the difference before it is committed.

python tests/golden/regenerate.py [SAMPLE …]
"""

from __future__ import annotations

import sys
from pathlib import Path

from auditreport import __version__
from auditreport.analysis import analyse
from auditreport.reading import read
from auditreport.rendering import FORMATS, render

GOLDEN = Path(__file__).parent
SAMPLES = GOLDEN.parents[1] / "sample_data"
SCOPES = ("year", "Q4")
REPORTS = ("rutland-2016-17", "demo-2024-25")


def render_sample(name: str, scope: str) -> dict[str, str]:
    """Return the files of a sample's report in every form, as text.

    Pictures are left out: they hold the version of the library that drew them, so that they are
    tested by themselves.
    """
    from golden.form_texts import render_texts  # which a script must first be told where to find

    reading = read([SAMPLES / f"{name}.xlsx"])
    figures = analyse(reading, scope=scope, tool=f"auditreport {__version__}")
    return render_texts(render(figures, tuple(FORMATS)))


def main(names: list[str]) -> None:
    """Write the golden reports of these samples, or of all."""
    sys.path.insert(0, str(GOLDEN.parent))
    for name in names or REPORTS:
        folder = GOLDEN / name
        folder.mkdir(exist_ok=True)
        for scope in SCOPES:
            for path, text in render_sample(name, scope).items():
                (folder / path).write_bytes(text.encode())


if __name__ == "__main__":
    main(sys.argv[1:])
