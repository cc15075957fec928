"""The manifest of a written report: which files are ours, and what we wrote into them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from auditreport import __version__

FORMAT = "auditreport-manifest/1"


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of one report, each with the SHA-256 of its bytes."""

    files: Mapping[str, str] = field(default_factory=dict)

    def wrote(self, name: str, data: bytes) -> bool:
        """Return whether a file holds just what an earlier build wrote."""
        return self.files.get(name) == _digest(data)


def manifest_name(report: str) -> str:
    """Return the file name of a report's manifest."""
    return f"{report}.manifest.json"


def render_manifest(files: Mapping[str, bytes]) -> bytes:
    """Render the manifest of the files of a report."""
    listed = [{"file": name, "sha256": _digest(files[name])} for name in sorted(files)]
    content = {"format": FORMAT, "tool": f"auditreport {__version__}", "files": listed}
    return (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode()


def read_manifest(folder: Path, report: str) -> Manifest:
    """Read the manifest of the report in a folder; one that is missing or damaged lists nothing."""
    try:
        content = json.loads((folder / manifest_name(report)).read_bytes())
        listed = {str(entry["file"]): str(entry["sha256"]) for entry in content["files"]}
    except (FileNotFoundError, ValueError, LookupError, TypeError, RecursionError):
        return Manifest()
    return Manifest(listed)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
