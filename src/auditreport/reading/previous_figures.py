"""An earlier year's figures.json, understood as counts that this year's can be set beside."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from auditreport.errors import FileFault
from auditreport.problems import Place
from auditreport.reading.review_records import Counted, PreviousYear

_FORMAT = "auditreport-figures/1"


class _NotFiguresError(Exception):
    """Something that the file must hold is missing, or is of another kind."""


def read_previous_figures(text: str, file: str) -> PreviousYear:
    """Return what a figures.json says of its year; raises `FileFault` where it is none.

    `file` is its name, for what is said of it.
    """
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise _fault(file, "it is not JSON") from None
    if not isinstance(found, dict) or not str(found.get("format", "")).startswith("auditreport-"):
        raise _fault(file, "it does not say that it holds figures of auditreport")
    if found["format"] != _FORMAT:
        raise _fault(file, f"its format is not {_FORMAT}, which this version reads")
    try:
        return _understand(found, file)
    except _NotFiguresError as fault:
        raise _fault(file, str(fault)) from None


def _fault(file: str, why: str) -> FileFault:
    return FileFault(
        f"{file} cannot be compared with: {why}. Give --previous the figures.json of last year's "
        "annual report, or last year's workbook."
    )


def _understand(found: Mapping[str, Any], file: str) -> PreviousYear:
    report, scale, rules = (_group(found, key) for key in ("report", "scale", "rules"))
    if report.get("only"):
        raise _NotFiguresError("it is of part of the audits alone")
    year = _group(_group(found, "periods"), "year")
    areas = _group(year, "areas")
    return PreviousYear(
        place=Place(file),
        origin="figures",
        year=_text(report, "year"),
        overall=_counted(_group(year, "overall")),
        areas={str(name): _counted(_group(areas, name)) for name in areas},
        labels=_labels(found.get("areas")),
        start=_day(report),
        scope=_text(found, "scope"),
        judgements=_texts(scale, "judgements"),
        good_or_better=_texts(scale, "good_or_better"),
        thresholds=(_number(rules, "strength_threshold"), _number(rules, "development_threshold")),
        development=_texts(year, "development"),
    )


def _group(found: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    group = found.get(key)
    if not isinstance(group, dict):
        raise _NotFiguresError(f"it has no '{key}'")
    return group


def _text(found: Mapping[str, Any], key: str) -> str:
    text = found.get(key)
    if not isinstance(text, str):
        raise _NotFiguresError(f"its '{key}' is not a text")
    return text


def _texts(found: Mapping[str, Any], key: str) -> tuple[str, ...]:
    texts = found.get(key)
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise _NotFiguresError(f"its '{key}' is not a list of texts")
    return tuple(texts)


def _number(found: Mapping[str, Any], key: str) -> float:
    number = found.get(key)
    if isinstance(number, bool) or not isinstance(number, int | float):
        raise _NotFiguresError(f"its '{key}' is not a number")
    return float(number)


def _day(report: Mapping[str, Any]) -> date:
    try:
        return date.fromisoformat(_text(report, "start"))
    except ValueError:
        raise _NotFiguresError("its 'start' is not a date") from None


def _counted(distribution: Mapping[str, Any]) -> Counted:
    good = _group(distribution, "good_or_better")
    count, base = good.get("count"), good.get("base")
    if type(count) is not int or type(base) is not int or not 0 <= count <= base:
        raise _NotFiguresError("a count in it is not a number, as where small counts are hidden")
    return count, base


def _labels(areas: object) -> dict[str, str]:
    if not isinstance(areas, list):
        raise _NotFiguresError("it has no 'areas'")
    pairs = [area for area in areas if isinstance(area, dict)]
    return {_text(area, "name"): _text(area, "label") for area in pairs}
