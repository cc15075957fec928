"""Where the files lie that are not code and come with the package, however it was installed."""

from __future__ import annotations

from pathlib import Path

from auditreport.errors import FileFault

_PACKAGE = Path(__file__).parent
_PLACES = (_PACKAGE, _PACKAGE.parents[1])  # an installed wheel, then a checkout


def find_shipped(name: str) -> Path:
    """Return a folder or file by its name from the project's top, such as `templates`.

    Raises FileFault where the installation lacks it.
    """
    for place in _PLACES:
        if (place / name).exists():
            return place / name
    raise FileFault(f"{name} is missing from this installation: install auditreport again.")
