"""The manifest of a written report: which files are ours, what we wrote, what it was made from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Any

from auditreport import __version__
from auditreport.records import record

FORMAT = "auditreport-manifest/1"
WORK_SUFFIX = ".auditreport-part"
_ENDING = ".manifest.json"


class Change(StrEnum):
    """What became of a file since it was written."""

    MISSING = "is missing"
    ALTERED = "was altered after it was written"


@record
class Making:
    """How a report came about: what it was made from, as JSON holds it, and its problems.

    `problems` counts them by severity: what they say stands in the figures alone.
    """

    made_from: Mapping[str, Any] = field(default_factory=dict)
    problems: Mapping[str, int] = field(default_factory=dict)


@record
class Manifest:
    """The files of one report, each with the SHA-256 of its bytes, and how it came about."""

    files: Mapping[str, str] = field(default_factory=dict)
    making: Making = field(default_factory=Making)

    def wrote(self, name: str, data: bytes) -> bool:
        """Return whether a file holds just what an earlier build wrote."""
        return self.files.get(name) == digest(data)

    def find_changes(self, folder: Path) -> dict[str, Change]:
        """Return the files in a folder that are not as they were written; raises OSError."""
        found = {name: _find_change(folder, name, sha256) for name, sha256 in self.files.items()}
        return {name: change for name, change in found.items() if change}


def _find_change(folder: Path, name: str, sha256: str) -> Change | None:
    if not is_inside(folder, name) or not (folder / name).is_file():
        return Change.MISSING
    return None if digest((folder / name).read_bytes()) == sha256 else Change.ALTERED


def manifest_name(report: str) -> str:
    """Return the file name of a report's manifest."""
    return f"{report}{_ENDING}"


def work_name(report: str) -> str:
    """Return the name of the folder in which a report's files wait to be moved into place."""
    return f".{report}{WORK_SUFFIX}"


def find_reports(folder: Path) -> tuple[str, ...]:
    """Return the names of the reports in a folder: those that a manifest lies there for."""
    found = sorted(path for path in folder.glob(f"*{_ENDING}") if path.is_file())
    return tuple(path.name.removesuffix(_ENDING) for path in found)


def render_manifest(files: Mapping[str, bytes], making: Making) -> bytes:
    """Render the manifest of the files of a report, in their order."""
    listed = [{"file": name, "sha256": digest(data)} for name, data in files.items()]
    content = {
        "format": FORMAT,
        "tool": f"auditreport {__version__}",
        "made_from": making.made_from,
        "problems": making.problems,
        "files": listed,
    }
    return (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode()


def read_manifest(folder: Path, report: str) -> Manifest:
    """Read the manifest of the report in a folder; one that is missing or damaged lists nothing."""
    try:
        content = json.loads((folder / manifest_name(report)).read_bytes())
        listed = {str(entry["file"]): str(entry["sha256"]) for entry in content["files"]}
        counts = {str(key): int(count) for key, count in content.get("problems", {}).items()}
        making = Making(dict(content.get("made_from", {})), counts)
    except (FileNotFoundError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return Manifest()
    return Manifest(listed, making)


def is_inside(folder: Path, name: str) -> bool:
    """Return whether a name with forward slashes stays inside a folder, links followed."""
    parts = PurePosixPath(name).parts
    if not parts or any(part in ("..", "/") or "\\" in part or ":" in part for part in parts):
        return False
    return (folder / name).parent.resolve().is_relative_to(folder.resolve())


def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()
