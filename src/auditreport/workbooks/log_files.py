"""Disclosure logs as files: known by their mark, and never put over a file of another kind."""

from __future__ import annotations

import os
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from auditreport.errors import FileFault
from auditreport.interruption import held_back

MARK = "auditreport disclosure log"
_PROPERTIES = "docProps/core.xml"
_MOST = 1 << 16


def check_log_file(path: Path) -> None:
    """Raise FileFault where something stands at a path that is no earlier disclosure log."""
    if os.path.lexists(path) and not _is_log(path):
        raise FileFault(
            f"{path} is not a disclosure log of auditreport: nothing is written over it. Name "
            "another file."
        )


def write_log_file(path: Path, data: bytes) -> None:
    """Write a log, whole or not at all, in the place of an earlier one; raises FileFault."""
    part = path.with_name(f".{path.name}.auditreport-part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with held_back():
            check_log_file(path)
            _write_beside(part, data)
            part.replace(path)
    except OSError as error:
        raise FileFault(
            f"The disclosure log {path} cannot be written: {error.strerror}. Close it if it is "
            "open, or name another file with --disclosure-log."
        ) from error
    finally:
        part.unlink(missing_ok=True)


def _write_beside(part: Path, data: bytes) -> None:
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _is_log(path: Path) -> bool:
    try:
        with ZipFile(path) as archive, archive.open(_PROPERTIES) as properties:
            return MARK.encode() in properties.read(_MOST)
    except (OSError, KeyError, BadZipFile, NotImplementedError, RuntimeError):
        return False
