"""The files beside the workbooks that are read with them: the narrative and the logo."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

_NARRATIVE = ("narrative.docx", "narrative.md")


def find_narrative(workbooks: Sequence[Path]) -> tuple[Path, ...]:
    """Return the narrative files that lie beside the first workbook."""
    if not workbooks:
        return ()
    try:
        beside = sorted(workbooks[0].parent.iterdir())
    except OSError:  # the workbook itself will say so
        return ()
    return tuple(path for path in beside if path.name.casefold() in _NARRATIVE)


def is_beside(name: str) -> bool:
    """Return whether a name that a workbook gives stays in the workbook's folder, or below."""
    inside = _as_posix(name)
    return not (".." in inside.parts or inside.is_absolute() or ":" in name)


def find_beside(name: str, folders: Iterable[Path]) -> Path | None:
    """Return the file of a name in the first of the folders that holds one."""
    if not is_beside(name):
        return None
    places = (folder / _as_posix(name) for folder in dict.fromkeys(folders))
    return next((place for place in places if _is_there(place)), None)


def _as_posix(name: str) -> PurePosixPath:
    return PurePosixPath(name.replace("\\", "/"))


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
