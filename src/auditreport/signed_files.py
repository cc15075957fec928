"""Signed files: the figures of a report as they were signed off, kept beside it for good."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from auditreport.errors import FileFault
from auditreport.manifest import digest
from auditreport.records import record

FORMAT = "auditreport-signed/1"
_FIGURES_FORMAT = "auditreport-figures/1"
_NAME = re.compile(
    r"(?P<report>.+)\.signed-(?P<day>\d{4}-\d{2}-\d{2})(?:-(?P<number>[1-9]\d{0,5}))?\.json",
    re.ASCII,
)


@record
class SignOff:
    """A report as it was signed off: the day, what it was made from, its figures as JSON.

    `sha256` is that of the file itself.
    """

    file: str
    sha256: str
    signed_on: date
    input_sha256s: tuple[str, ...]
    figures: Mapping[str, Any]


class _NotSignedError(Exception):
    """What is wrong with a signed file."""


def is_signed_file(name: str) -> bool:
    """Return whether a file of this name holds a sign-off, which no build may touch."""
    return _NAME.fullmatch(name) is not None


def find_signed_files(folder: Path, report: str) -> tuple[Path, ...]:
    """Return the signed files of a report, named as its other files are, the oldest first.

    They are an input of a later build. A folder that is not there has none.
    """
    if not folder.is_dir():
        return ()
    matches = ((_NAME.fullmatch(path.name), path) for path in folder.iterdir())
    found = [path for match, path in matches if match and match["report"] == report]
    return tuple(sorted(found, key=lambda path: _rank(path.name)))


def order_signed(signed: Iterable[SignOff]) -> tuple[SignOff, ...]:
    """Return sign-offs in the order of their files, the oldest first."""
    return tuple(sorted(signed, key=lambda found: _rank(found.file)))


def _rank(name: str) -> tuple[str, int]:
    match = _NAME.fullmatch(name)
    return (match["day"], int(match["number"] or 1)) if match else ("", 0)


def choose_signed_name(folder: Path, report: str, day: date) -> str:
    """Return a name that no file in the folder has: with a number from the second of a day on."""
    return next(name for name in _names(report, day) if not os.path.lexists(folder / name))


def _names(report: str, day: date) -> Iterator[str]:
    yield f"{report}.signed-{day.isoformat()}.json"
    number = 2
    while True:
        yield f"{report}.signed-{day.isoformat()}-{number}.json"
        number += 1


def render_signed_file(figures: Mapping[str, Any], day: date) -> bytes:
    """Render the sign-off of figures, as figures.json holds them, on a day."""
    content = {
        "format": FORMAT,
        "signed_on": day.isoformat(),
        "input_sha256s": [source["sha256"] for source in figures["sources"]],
        "figures_sha256": _digest_figures(figures),
        "figures": figures,
    }
    return (json.dumps(content, indent=2, ensure_ascii=False, allow_nan=False) + "\n").encode()


def read_signed_file(data: bytes, file: str) -> SignOff:
    """Return what a signed file holds; raises FileFault where it is not as it was signed.

    `file` is its name, for what is said of it.
    """
    try:
        return _understand(_parse(data), file, digest(data))
    except (_NotSignedError, RecursionError) as fault:
        raise FileFault(
            f"{file} cannot be compared with: {fault}. Put back the file as it was signed, or "
            "move it out of the folder; nothing was written."
        ) from None


def _parse(data: bytes) -> dict[str, Any]:
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except ValueError:
        raise _NotSignedError("it is not JSON, or is damaged") from None
    if not isinstance(content, dict) or "figures_sha256" not in content:
        raise _NotSignedError("it does not say that it holds figures that were signed off")
    if content.get("format") != FORMAT:
        raise _NotSignedError(f"its format is not {FORMAT}, which this version reads")
    return content


def _understand(content: Mapping[str, Any], file: str, sha256: str) -> SignOff:
    figures, hashes = content.get("figures"), content.get("input_sha256s")
    if not isinstance(figures, dict) or content["figures_sha256"] != _digest_figures(figures):
        raise _NotSignedError("its figures were changed since they were signed off")
    if not _is_of_a_report(figures):
        raise _NotSignedError("its figures do not say which report they are of")
    if figures.get("format") != _FIGURES_FORMAT:
        raise _NotSignedError(f"its figures are not {_FIGURES_FORMAT}, which this version reads")
    if not isinstance(hashes, list) or not all(isinstance(found, str) for found in hashes):
        raise _NotSignedError("it does not say what it was made from")
    return SignOff(file, sha256, _read_day(content.get("signed_on")), tuple(hashes), figures)


def _is_of_a_report(figures: Mapping[str, Any]) -> bool:
    report = figures.get("report")
    return isinstance(report, dict) and "year" in report and {"scope", "audience"} <= set(figures)


def _read_day(text: object) -> date:
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        raise _NotSignedError("it does not say when it was signed off") from None


def _digest_figures(figures: Mapping[str, Any]) -> str:
    """Return the SHA-256 of figures as JSON without spaces, their keys in the order they have."""
    text = json.dumps(figures, ensure_ascii=False, separators=(",", ":"))
    return digest(text.encode("utf-8", "surrogatepass"))
