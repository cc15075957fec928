"""Figures looked up by name: a path through figures.json, or a short name such as `Q4 Good`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from typing import TypeVar

from auditreport.analysis.figures import Figures
from auditreport.analysis.figures_json import Plain, open_plain, to_plain

_INDEX = re.compile(r"\[(\d{1,6})\]")
_COUNTS = (
    *("completed", "moderated", "planned", "not_returned"),
    *("exempt", "cancelled", "open_cases", "immediate_concerns"),
)
# Keys that people wrote or that name them are never proposed.
_NOT_PROPOSED = frozenset({"by_owner", "other", "reasons"})
_LEAST_LIKENESS = 0.6

Candidate = TypeVar("Candidate", str, tuple[str, str])


class UnknownFigureError(LookupError):
    """A name that stands for no figure; `nearest` is one that does, or is empty."""

    def __init__(self, nearest: str) -> None:
        super().__init__(nearest)
        self.nearest = nearest


class FigureIndex:
    """The figures by name: a look-up that never runs anything.

    Tables of cases are left out: they hold no figure. Of the rest a step opens only what it leads
    to, for most of it is lists that hold none either.
    """

    def __init__(self, figures: Figures) -> None:
        self._root = open_plain(replace(figures, cases={}))
        self._paths = _list_short_names(figures)
        self._short = {name.casefold(): path for name, path in self._paths.items()}

    def read_figure(self, name: str) -> Plain:
        """Return the figure of a path or a short name; raise UnknownFigureError if none bears it.

        Steps of a path are parted by `.` and take the longest key that fits; `[n]` counts from 0.
        """
        tidy = re.sub(r"\s*%$", " %", " ".join(name.split()))
        path = self._short.get(tidy.casefold(), tidy)
        try:
            return to_plain(_follow(self._root, f".{path}"))
        except LookupError:
            raise UnknownFigureError(self._find_nearest(tidy)) from None

    def _find_nearest(self, name: str) -> str:
        path = _mend(self._root, f".{name}").removeprefix(".")
        return path or _find_alike(name, self._paths)


def _list_short_names(figures: Figures) -> dict[str, str]:
    names: dict[str, str] = {}
    for period in figures.periods:
        overall = f"periods.{period}.overall"
        for count in _COUNTS:
            names[f"{period} {count.replace('_', ' ')}"] = f"periods.{period}.{count}"
        for judgement in figures.scale.judgements:
            names[f"{period} {judgement}"] = f"{overall}.counts.{judgement}"
            names[f"{period} {judgement} %"] = f"{overall}.percent.{judgement}"
        names[f"{period} good or better"] = f"{overall}.good_or_better.count"
        names[f"{period} good or better %"] = f"{overall}.good_or_better.percent"
    return names


def _follow(node: object, rest: str) -> object:
    while rest:
        step = _find_step(node, rest)
        node, rest = _take(node, step), rest[len(step) :]
    return node


def _find_step(node: object, rest: str) -> str:
    """Return the part of `rest` that names a child of a node, its `.` or brackets included."""
    if isinstance(node, dict):
        return "." + max((key for key in node if _fits(rest, key)), key=len, default="")
    index = _INDEX.match(rest) if isinstance(node, list) else None
    return index[0] if index else "."


def _fits(rest: str, key: str) -> bool:
    return rest.startswith("." + key) and rest[len(key) + 1 : len(key) + 2] in ("", ".", "[")


def _take(node: object, step: str) -> object:
    if isinstance(node, dict):
        return open_plain(node[step[1:]])
    if isinstance(node, list) and step.startswith("["):
        return open_plain(node[int(step[1:-1])])
    raise LookupError


def _mend(node: object, rest: str) -> str:
    """Return the path with each unknown key replaced by the nearest; empty where none is near."""
    mended = ""
    while rest:
        step, taken = _find_alike_step(node, rest)
        if not step or step[1:] in _NOT_PROPOSED:
            return ""
        mended, node, rest = mended + step, _take(node, step), rest[len(taken) :]
    return mended


def _find_alike_step(node: object, rest: str) -> tuple[str, str]:
    """Return the step that `rest` begins with, or was meant to, and what is written for it."""
    step = _find_step(node, rest)
    try:
        _take(node, step)
    except LookupError:
        steps = [f".{key}" for key in node] if isinstance(node, dict) else []
        pairs = ((known, taken) for known in steps for taken in _list_cuts(rest, known))
        return _find_best({pair: _compare(*pair) for pair in pairs}, ("", ""))
    return step, step


def _list_cuts(rest: str, step: str) -> list[str]:
    """Return the beginnings of `rest` that may stand for a step: they end before a `.` or `[`."""
    ends = [found.start() for found in re.finditer(r"[.\[]|$", rest) if found.start() > 0]
    return [rest[:end] for end in ends[: step.count(".") + step.count("[") + 1]]


def _find_alike(name: str, names: Iterable[str]) -> str:
    return _find_best({known: _compare(name, known) for known in names}, "")


def _find_best(likeness: Mapping[Candidate, float], default: Candidate) -> Candidate:
    best = max(likeness, key=lambda known: likeness[known], default=default)
    return best if likeness.get(best, 0) >= _LEAST_LIKENESS else default


def _compare(written: str, known: str) -> float:
    return SequenceMatcher(None, written.casefold(), known.casefold(), autojunk=False).ratio()
