"""Whether the files in a folder are, byte for byte, those that would be written now."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from auditreport.manifest import Making, is_inside, manifest_name, read_manifest, render_manifest
from auditreport.records import record


@record
class Differences:
    """The names of the files that a build would write anew, add, and no longer make."""

    altered: tuple[str, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.altered or self.missing or self.extra)


def find_differences(
    files: Mapping[str, bytes], folder: Path, name: str, making: Making
) -> Differences:
    """Return in what a folder differs from what write_report would leave there; write nothing.

    Parameters are those of write_report. Raises OSError where a file cannot be read.
    """
    whole = {**files, manifest_name(name): render_manifest(files, making)}
    there = {file: _read(folder, file) for file in whole}
    earlier = read_manifest(folder, name).files
    return Differences(
        altered=tuple(file for file, data in there.items() if data not in (None, whole[file])),
        missing=tuple(file for file, data in there.items() if data is None),
        extra=tuple(file for file in earlier if file not in whole and _is_there(folder, file)),
    )


def _read(folder: Path, file: str) -> bytes | None:
    return (folder / file).read_bytes() if _is_there(folder, file) else None


def _is_there(folder: Path, file: str) -> bool:
    return is_inside(folder, file) and (folder / file).is_file()
