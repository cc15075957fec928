"""A written report's figures beside those that the workbook gives now."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditreport.cli.source import TOOL
from auditreport.messages import count_of
from auditreport.records import record

if TYPE_CHECKING:
    from auditreport.analysis.figures import Figures, ScaleNames, SignedChange

_MOST = 10  # figures that are named
_LONGEST = 40
# Keys under these are words that people wrote, or people's names: they are in no message.
_WRITTEN_BELOW = ("other", "reasons", "by_owner")
_NOT_OF_THE_WORKBOOK = ("tool", "sources", "audience", "changed_since_signed")


@record
class Written:
    """The figures of a report, as its figures.json holds them, and what they are of."""

    content: Mapping[str, Any]
    scope: str
    audience: str
    day: date
    start: date
    is_draft: bool
    only: Mapping[str, tuple[str, ...]]
    sources: Mapping[str, str]


def read_figures(path: Path) -> Written | None:
    """Read a figures.json; None where it cannot be read as the figures of a report."""
    try:
        content = json.loads(path.read_bytes())
        return Written(
            content=content,
            scope=str(content["scope"]),
            audience=str(content["audience"]),
            day=date.fromisoformat(content["actions"]["as_of"]),
            start=date.fromisoformat(content["report"]["start"]),
            is_draft=bool(content["draft"]),
            only=_read_only(content["report"]),
            sources={str(each["file"]): str(each["sha256"]) for each in content["sources"]},
        )
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def _read_only(report: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {str(column): tuple(map(str, held)) for column, held in report.get("only", {}).items()}


def compare_with_workbook(written: Written, figures: Figures) -> Iterator[str]:
    """Yield what differs: inputs by name, and figures with both values; none where all is equal."""
    if written.audience == figures.audience == "internal":  # a public edition names no files
        yield from _compare_sources(written, figures)
    yield from _compare_figures(written, figures)


def _compare_sources(written: Written, figures: Figures) -> Iterator[str]:
    now = {source.file: source.sha256 for source in figures.sources}
    for file, sha256 in written.sources.items():
        if file not in now:
            yield f"{file}: the report was made from it, and it is not among what was read"
        elif now[file] != sha256:
            yield f"{file}: changed since the report was made"
    for file in now:
        if file not in written.sources:
            yield f"{file}: the report was not made from it"


def _compare_figures(written: Written, figures: Figures) -> Iterator[str]:
    """Yield the figures that differ, each with both values; none where all are equal."""
    from auditreport.analysis.figures_json import to_plain

    then, now = (
        {key: value for key, value in content.items() if key not in _NOT_OF_THE_WORKBOOK}
        for content in (written.content, json.loads(json.dumps(to_plain(figures))))
    )
    differing = [key for key in {**now, **then} if then.get(key) != now.get(key)]
    lines = _list_changes(then, now, figures.scale) if differing else []
    yield from lines[:_MOST]
    if len(lines) > _MOST:
        yield f"and {count_of(len(lines) - _MOST, 'more figure')}"
    made_by = str(written.content.get("tool"))
    if differing and not lines and made_by == TOOL:
        yield f"its figures are not as they are counted now, under {', '.join(differing)}"
    elif lines and made_by != TOOL:
        yield f"it was made by {_shorten(made_by)}; this is {TOOL}"


def _list_changes(then: Mapping[str, Any], now: Mapping[str, Any], scale: ScaleNames) -> list[str]:
    """Return the figures that differ, each once; none where no figure can be named."""
    from auditreport.analysis.signed import find_changes

    try:
        return list(
            dict.fromkeys(_say_change(change, scale) for change in find_changes(then, now, scale))
        )
    except (LookupError, TypeError, AttributeError, ValueError):  # changed by another hand
        return []


def _say_change(change: SignedChange, scale: ScaleNames) -> str:
    from auditreport.analysis.signed_words import name_figure

    depth = next((n for n, step in enumerate(change.path, 1) if step in _WRITTEN_BELOW), None)
    if depth is not None:
        return f"{name_figure(change.path[:depth], scale)}: not as it is counted now"
    then, now = _shorten(change.then), _shorten(change.now)
    return f"{change.figure}: {then} in the report, {now} from the workbook"


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
