"""New files put into place, all of them or none, and never over a file that is there."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from auditreport.errors import FileFault
from auditreport.interruption import held_back

_PART = ".auditreport-part"


def check_free(paths: Iterable[Path]) -> None:
    """Raise FileFault for a path that something has taken, be it a link that leads nowhere."""
    for path in paths:
        if os.path.lexists(path):
            raise FileFault(
                f"{path} is there already, and nothing is written over it. Choose another name "
                "or folder, or move it away."
            )


def write_new_files(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write files into a folder, which is made if need be, and return their paths.

    Names are relative to the folder, with forward slashes. Each is written beside first and then
    moved. Raises FileFault where one is there already, and OSError; what was written is then
    taken away again.
    """
    with held_back():
        return _write_all({folder / name: data for name, data in files.items()})


def _write_all(targets: Mapping[Path, bytes]) -> tuple[Path, ...]:
    check_free(targets)
    made: list[Path] = []
    placed: list[Path] = []
    try:
        for place in dict.fromkeys(target.parent for target in targets):
            made = [*_make_folder(place), *made]
        for target, data in targets.items():
            _write_beside(target, data)
        for target in targets:
            _move(_part_of(target), target)
            placed.append(target)
    except BaseException:
        _take_away(placed)
        raise
    finally:
        _take_away(_part_of(target) for target in targets)
        for new in made:
            with suppress(OSError):
                new.rmdir()  # it stays where it holds something
    return tuple(placed)


def _make_folder(folder: Path) -> list[Path]:
    """Make a folder and those above it; return the new ones, the deepest first."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise FileFault(f"{folder} is not a folder: choose another.") from error
    return missing


def _part_of(target: Path) -> Path:
    return target.with_name(f".{target.name}{_PART}")


def _write_beside(target: Path, data: bytes) -> None:
    with _part_of(target).open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _move(part: Path, target: Path) -> None:
    """Give a written file its name; a file that came there meanwhile is not written over."""
    try:
        os.link(part, target)
    except FileExistsError:
        check_free([target])
        raise
    except OSError:  # a file system without links
        check_free([target])
        part.replace(target)


def _take_away(paths: Iterable[Path]) -> None:
    for path in paths:
        with suppress(OSError):
            path.unlink()
