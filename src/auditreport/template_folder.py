"""The templates of a council's own, read from the folder that holds them."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from auditreport.errors import FileFault, UsageFault
from auditreport.shipped import find_shipped

if TYPE_CHECKING:
    from auditreport.rendering.options import GivenFile

_SUFFIXES = (".j2", ".css")
_LARGEST = 1 << 20
_OWN_PART = "part-"  # a part of the report may have a template of its own


def read_templates(folder: Path) -> tuple[GivenFile, ...]:
    """Return a council's templates, named from its folder, as `html/page.html.j2`.

    Raises FileFault where the folder or a file cannot be read, UsageFault where it holds nothing
    that would change a report.
    """
    from auditreport.rendering.options import GivenFile

    if not folder.is_dir():
        raise FileFault(f"{folder} is not a folder: --templates names the one of your templates.")
    ours, found = list_templates(), find_templates(folder)
    if not any(name in ours or f"/{_OWN_PART}" in name for name in found):
        raise UsageFault(
            f"{folder} holds no template that a report would use, such as html/page.html.j2. "
            "See how they are laid out:  auditreport templates FOLDER"
        )
    return tuple(GivenFile(name, _read_file(path)) for name, path in found.items())


def find_templates(folder: Path) -> dict[str, Path]:
    """Return a council's templates by their names from its folder, as `html/page.html.j2`."""
    forms = {name.partition("/")[0] for name in list_templates() if "/" in name}
    found = sorted(_find_files(folder, forms))
    return {path.relative_to(folder).as_posix(): path for path in found}


def read_word_template(path: Path) -> GivenFile:
    """Return a council's Word template; raises FileFault where it cannot be read."""
    from auditreport.reading.guards import read_file
    from auditreport.reading.limits import DEFAULT_LIMITS
    from auditreport.reading.refusal import Refusal
    from auditreport.rendering.options import GivenFile

    try:
        return GivenFile(path.name, read_file(path, DEFAULT_LIMITS))
    except Refusal as refusal:
        raise FileFault(f"{path} cannot be the Word template: {refusal.what}") from None


def list_templates() -> dict[str, Path]:
    """Return the files of our templates by their names, as `html/page.html.j2`."""
    ours = find_shipped("templates")
    return {path.relative_to(ours).as_posix(): path for path in sorted(_find_all(ours))}


def _find_all(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _find_files(folder: Path, forms: set[str]) -> Iterator[Path]:
    for form in forms:
        for path in (folder / form).rglob("*"):
            if path.suffix in _SUFFIXES and not path.is_dir():
                yield path


def _read_file(path: Path) -> bytes:
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise FileFault(f"{path} is not a file.")
        if found.st_size > _LARGEST:
            raise FileFault(f"{path} is too large to be a template.")
        return path.read_bytes()
    except OSError as error:
        raise FileFault(f"{path} cannot be read: {error.strerror}.") from None
