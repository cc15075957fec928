"""The public edition at its edges: the editions that are out already, and the proof at the end."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditreport import __version__
from auditreport.errors import DisclosureFault, UsageFault

if TYPE_CHECKING:
    from auditreport.analysis.disclosure.edition import Edition
    from auditreport.reading import Reading

_FIGURES = ".figures.json"
_SIGNED = "*.signed-*.json"
_MOST_NAMED = 5


def publish_reading(
    reading: Reading, scope: str, as_of: date | None, folder: Path | None = None
) -> Edition:
    """Return the public edition of what was read.

    Public editions of other reports in `folder`, and those signed off there, count as out. Raises
    UsageFault for a draft, of which nothing is for the public, and for part of the audits: two
    editions over audits that overlap could tell a hidden count.
    """
    from auditreport.analysis.publishing import publish

    if reading.is_draft:
        raise UsageFault("A draft is internal: mend the errors, and leave out --draft.")
    if reading.data is not None and reading.data.only:
        raise UsageFault(
            "A report over part of the audits is internal, for beside another edition it could "
            "tell a hidden count: leave out --only."
        )
    earlier = tuple(_find_editions(folder, scope)) if folder else ()
    tool = f"auditreport {__version__}"
    return publish(reading, tool=tool, scope=scope, as_of=as_of, earlier=earlier)


def prove(edition: Edition, files: Mapping[str, bytes]) -> None:
    """Attack the figures.json of a rendered edition; raises DisclosureFault where it tells."""
    from auditreport.analysis.disclosure.explained import find_unexplained
    from auditreport.analysis.disclosure.proof import find_told

    content = json.loads(next(data for name, data in files.items() if name.endswith(_FIGURES)))
    unexplained = tuple(find_unexplained(edition.ledger, content))
    if unexplained:
        raise DisclosureFault(_say_unexplained(unexplained))
    told = find_told(edition.ledger, content, edition.figures.rules.hide_counts_up_to)
    if told:
        tables = dict.fromkeys(edition.ledger.protected[key] for key in told)
        raise DisclosureFault(_say_told(len(told), list(tables)))


def _say_unexplained(paths: Sequence[tuple[str, ...]]) -> str:
    return (
        "The public edition would hold a number that the proof does not know, at "
        f"{' > '.join(paths[0])} in figures.json. Nothing was written. This is a fault of the "
        "program: please report it."
    )


def _say_told(count: int, tables: Sequence[str]) -> str:
    named = "; ".join(tables[:_MOST_NAMED]) + ("; …" if len(tables) > _MOST_NAMED else "")
    numbers = "1 small number" if count == 1 else f"{count} small numbers"
    return (
        f"The public edition would let {numbers} be worked out, in: {named}. Nothing was written. "
        "If an earlier public edition lies in the output folder and was never published, move it "
        "away and try again; otherwise leave the column out, or make the report internal."
    )


def _find_editions(folder: Path, scope: str) -> Iterator[Mapping[str, Any]]:
    """Yield the figures of public editions in a folder: of other periods, and of sign-offs."""
    for path in sorted(folder.glob(f"*{_FIGURES}")) if folder.is_dir() else ():
        content = _read(path)
        if _is_public(content) and content.get("scope") != scope:
            yield content
    for path in sorted(folder.glob(_SIGNED)) if folder.is_dir() else ():
        signed = _read(path).get("figures")
        if isinstance(signed, dict) and _is_public(signed):
            yield signed


def _read(path: Path) -> Mapping[str, Any]:
    """Return what a JSON file holds; nothing of one that is damaged, which shows no figures."""
    try:
        content = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def _is_public(content: Mapping[str, Any]) -> bool:
    return content.get("audience") == "public"
