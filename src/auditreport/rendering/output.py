"""Writing a report into its folder: whole or not at all, and only over files of its own."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path, PurePosixPath

from auditreport.errors import FileFault
from auditreport.interruption import held_back, let_through
from auditreport.manifest import (
    WORK_SUFFIX,
    Making,
    Manifest,
    is_inside,
    manifest_name,
    read_manifest,
    render_manifest,
    work_name,
)
from auditreport.rendering.folder_lock import hold_folder
from auditreport.rendering.transaction import Transaction
from auditreport.signed_files import is_signed_file

_DEVICES = {"con", "prn", "aux", "nul"} | {f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10)}

_LONGEST = 247  # letters of a folder's path on Windows, unless its longer paths are allowed

Tell = Callable[[str], None]
_UNSAID = Making()


@contextmanager
def hold_output(folder: Path) -> Iterator[None]:
    """Hold the output folder for the whole of a run; it is made if need be.

    What a run that was killed left half done is taken back first, and a folder that was made in
    vain is removed again. Raises FileFault, and FolderBusy where another run holds it.
    """
    with held_back(), _made(folder), _held(folder), let_through():
        yield


def write_report(
    files: Mapping[str, bytes],
    folder: Path,
    name: str,
    tell: Tell = lambda _: None,
    making: Making = _UNSAID,
) -> tuple[Path, ...]:
    """Write a report's files into a folder that the caller holds, and return their paths.

    Keys of `files` are relative to the folder, with forward slashes, and begin with `name`. The
    manifest, which holds `making`, is written with them and returned last. Stale files of an
    earlier build are removed where they hold what we wrote; a file that somebody changed is kept
    beside under another name, and `tell` is given a sentence for each. A signed file is in no
    manifest, so that no build removes it, and is never written over. Raises FileFault; the
    folder is then as it was.
    """
    _check_names(files, name)
    listed = {file: data for file, data in files.items() if not is_signed_file(file)}
    whole = {**files, manifest_name(name): render_manifest(listed, making)}
    with _faults_named(folder):
        _check_places(whole, folder)
        earlier = read_manifest(folder, name)
        kept = _keep_changed(files, folder, earlier, tell)
        drop = _find_stale(whole, folder, name, earlier, tell)
        Transaction(folder, folder / work_name(name)).put({**kept, **whole}, drop)
        _protect(folder / file for file in files if is_signed_file(file))
    return tuple(folder / path for path in whole)


@contextmanager
def _made(folder: Path) -> Iterator[None]:
    is_new = not folder.exists()
    with _faults_named(folder):
        folder.mkdir(parents=True, exist_ok=True)
    try:
        yield
    finally:
        if is_new:
            with suppress(OSError):
                folder.rmdir()


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    with ExitStack() as stack:
        with _faults_named(folder):
            stack.enter_context(hold_folder(folder))
            _undo_unfinished(folder)
        yield


def _undo_unfinished(folder: Path) -> None:
    for work in sorted(folder.glob(f".*{WORK_SUFFIX}")):
        Transaction(folder, work).undo()


def _check_names(files: Mapping[str, bytes], name: str) -> None:
    """Refuse a name that is not the report's own; raises ValueError, for it is our own fault."""
    for file in files:
        stems = {part.split(".")[0].casefold() for part in PurePosixPath(file).parts}
        if not file.startswith(name) or ".." in file.split("/") or stems & _DEVICES:
            raise ValueError(f"{file!r} is no name for a file of the report {name!r}")


def _check_places(files: Mapping[str, bytes], folder: Path) -> None:
    for file in files:
        if is_signed_file(file) and os.path.lexists(folder / file):
            raise FileFault(f"{folder / file} holds a sign-off: nothing is written over it.")
        if not is_inside(folder, file):
            raise FileFault(
                f"{folder / file} leads out of the output folder: remove the link, or choose "
                "another folder with --output."
            )
        if (folder / file).is_dir():
            raise FileFault(
                f"{folder / file} is a folder, but a file of the report has that name: "
                "rename the folder."
            )


def _protect(paths: Iterable[Path]) -> None:
    """Let nobody write into files, where the system knows of that: they are there for good."""
    for path in paths:
        with suppress(OSError):
            path.chmod(stat.S_IMODE(path.stat().st_mode) & ~0o222)


def _keep_changed(
    files: Mapping[str, bytes], folder: Path, earlier: Manifest, tell: Tell
) -> dict[str, bytes]:
    """Return copies, under free names, of the files that are in the way and not as we left them."""
    kept: dict[str, bytes] = {}
    for file, new in files.items():
        if not (folder / file).exists():
            continue
        data = (folder / file).read_bytes()
        if data == new or earlier.wrote(file, data):
            continue
        spare = _free_name(folder, file)
        kept[spare] = data
        tell(f"{file} was not as auditreport had left it: what stood there is kept as {spare}.")
    return kept


def _free_name(folder: Path, file: str) -> str:
    path = PurePosixPath(file)
    number = 1
    while True:
        spare = str(path.with_name(f"{path.stem}.kept-{number}{path.suffix}"))
        if not (folder / spare).exists():
            return spare
        number += 1


def _find_stale(
    whole: Mapping[str, bytes], folder: Path, name: str, earlier: Manifest, tell: Tell
) -> list[str]:
    """Return the files of an earlier build that this one no longer makes and nobody changed."""
    stale = []
    for file in sorted(earlier.files):
        path = folder / file
        is_ours = file.startswith(name) and file not in whole and is_inside(folder, file)
        is_ours = is_ours and not is_signed_file(file)
        if not is_ours or not path.is_file():
            continue
        if earlier.wrote(file, path.read_bytes()):
            stale.append(file)
        else:
            tell(f"{file} is no longer part of the report; it was changed since, so it stays.")
    return stale


@contextmanager
def _faults_named(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FileFault(_say(error, folder)) from error


def _say(error: OSError, folder: Path) -> str:
    """Say what stopped the writing, where, and what to do."""
    place = _report_place(error, folder)
    match errno.ENAMETOOLONG if _is_too_long(error) else error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return f"The disk is full: the report could not be written into {folder}."
        case errno.EFBIG:
            return f"A file of the report is larger than may be written into {folder}."
        case errno.EROFS:
            return f"{folder} cannot be written to: choose another folder with --output."
        case errno.ENAMETOOLONG:
            return f"The path {place} is too long: choose a folder nearer the top with --output."
        case errno.EACCES | errno.EPERM if _on_windows():
            return (
                f"{place} cannot be replaced: if it is open in Word, Excel or a viewer, close it."
            )
        case errno.EACCES | errno.EPERM:
            return f"No permission to write {place}: choose another folder with --output."
        case errno.EEXIST | errno.ENOTDIR:
            return f"{folder} is not a folder: choose another with --output."
    return f"{place} could not be written: {error.strerror or type(error).__name__}."


def _is_too_long(error: OSError) -> bool:
    """Return whether a path is too long for Windows, which says that it does not find it."""
    name = str(error.filename2 or error.filename or "")
    is_unfound = _on_windows() and error.errno == errno.ENOENT
    return is_unfound and len(str(Path(name).absolute())) > _LONGEST


def _on_windows() -> bool:
    return sys.platform == "win32"


def _report_place(error: OSError, folder: Path) -> str:
    """Return the file that a person knows, not the one on its way there."""
    name = str(error.filename2 or error.filename or folder)
    before, found, after = name.partition(WORK_SUFFIX)
    if not found:
        return name
    return str(folder / Path(*Path(after.lstrip("/\\")).parts[1:])) if after else before
