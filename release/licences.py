"""Writes docs/licences.md: under which licences the libraries stand that a report needs.

python release/licences.py             write it anew, from what is installed here
python release/licences.py --check     say whether it is what would be written
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata, requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PAGE = Path(__file__).parents[1] / "docs" / "licences.md"
_EXTRAS = {"": "every report", "word": "`[word]`", "pdf": "`[pdf]`"}
_SYSTEMS = (
    {"sys_platform": "linux", "platform_system": "Linux"},
    {"sys_platform": "darwin", "platform_system": "Darwin"},
    {"sys_platform": "win32", "platform_system": "Windows"},
)
_NOT_INSTALLED_HERE = {"colorama": "BSD-3-Clause"}  # Windows alone needs it
_LONGEST = 60  # characters of a licence's name; beyond that it is the licence itself
_TEXT = """\
# Licences

auditreport stands under the MIT licence. It is made with these libraries, and with what they need \
in their turn; nothing of theirs is copied into its own package. The folder that needs no Python \
holds them all but pandas, each with the text of its licence. This page is written by \
`release/licences.py` from what the libraries say of themselves.

| library | needed for | licence |
|---|---|---|
"""


def main(words: list[str]) -> int:
    """Write the page or check it; return the exit status."""
    text = build_page()
    if "--check" not in words:
        PAGE.write_text(text, encoding="utf-8")
    elif PAGE.read_text(encoding="utf-8") != text:
        print(text, "docs/licences.md is not this: run release/licences.py.", sep="\n")
        return 1
    return 0


def build_page() -> str:
    """Return the page. It has no versions: those change each week, licences hardly ever."""
    needed_for: dict[str, str] = {}
    for extra, what_for in _EXTRAS.items():
        for name in find_needed(f"auditreport[{extra}]"):
            needed_for.setdefault(name, what_for)
    rows = (
        f"| {name} | {needed_for[name]} | {find_licence(name)} |"
        for name in sorted(needed_for)
        if name != "auditreport"
    )
    return _TEXT + "\n".join(rows) + "\n"


def find_needed(first: str) -> set[str]:
    """Return the names of a library and of all that it needs, on whichever system."""
    found: dict[str, Requirement] = {}
    waiting = [Requirement(first)]
    while waiting:
        wanted = waiting.pop()
        if str(wanted) not in found:
            found[str(wanted)] = wanted
            waiting += _find_requirements(wanted)
    return {canonicalize_name(wanted.name) for wanted in found.values()}


def _find_requirements(library: Requirement) -> Iterator[Requirement]:
    try:
        lines = requires(library.name) or []
    except PackageNotFoundError:
        lines = []
    settings = [{**s, "extra": extra} for s in _SYSTEMS for extra in {"", *library.extras}]
    for needed in map(Requirement, lines):
        if needed.marker is None or any(map(needed.marker.evaluate, settings)):
            yield needed


def find_licence(name: str) -> str:
    """Return what a library says of its licence: an expression, a name, or its classifiers."""
    if name in _NOT_INSTALLED_HERE:
        return _NOT_INSTALLED_HERE[name]
    said = metadata(name)
    stated = said["License-Expression"] or said["License"] or ""
    if 0 < len(stated) < _LONGEST or "License-Expression" in said:
        return stated
    classified = (line.split(" :: ") for line in said.get_all("Classifier", []))
    return " or ".join(parts[-1] for parts in classified if parts[0] == "License")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
