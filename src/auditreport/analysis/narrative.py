"""What people wrote, with the figures that it refers to put in their places, once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from auditreport.analysis.figures import Figures, NarrativeText
from auditreport.analysis.figures_json import Plain
from auditreport.analysis.references import FigureIndex, UnknownFigureError
from auditreport.problems import Place, ProblemLog, Severity, quote
from auditreport.reading.dataset import NarrativePart

# A reference that is never closed runs to the end of the text, and is reported.
_REFERENCE = re.compile(r"\{\{(.*?)(?:\}\}|\Z)", re.DOTALL)

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_NO_FIGURE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b|\b{_MONTH}\s+\d{{1,2}}\b"
    r"|\b(?:19|20|21)\d\d(?:\s*[-–/]\s*\d{2,4})?\b(?!\s*%)"
    r"|\b(?:quarters?|section|part|appendix|page|table|figure|step|version|aged?|under|year)\s+\d+\b"
    r"|\b\d+\s*(?:to|-|–)\s*\d+\s+years?\b|(?<!\d)\d+(?:[./]\d+){2,}|^\s*\d+[.)]\s",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?(?![\w])")


def fill_narrative(
    figures: Figures,
    parts: tuple[NarrativePart, ...],
    severity: Mapping[str, Severity | None] | None = None,
) -> Figures:
    """Return the figures with the narrative, and with a problem for each reference that fails.

    What a figure brings in is not searched for references again. `severity` is a council's own.
    """
    log = ProblemLog(severity)
    index = FigureIndex(figures)
    texts = tuple(_fill_part(part, index, log) for part in parts)
    return replace(figures, narrative=texts, problems=(*figures.problems, *log.problems))


def _fill_part(part: NarrativePart, index: FigureIndex, log: ProblemLog) -> NarrativeText:
    place = part.source.place("Text")
    if has_typed_number(part.text):
        log.add("typed-number", place)
    text = _REFERENCE.sub(lambda found: _resolve(found, index, log, place), part.text)
    return NarrativeText(part.section, part.heading, text)


def has_typed_number(text: str) -> bool:
    """Tell whether a sentence holds a typed number beside a reference to a figure.

    Years, days of a month, quarters, ages and numbers of headings stand for no figure.
    """
    marked = _REFERENCE.sub("{{}}", text)
    sentences = (_SENTENCE_END.split(line) for line in marked.splitlines())
    return any(
        "{{}}" in sentence and _NUMBER.search(_NO_FIGURE.sub(" ", sentence.replace("{{}}", " x ")))
        for line in sentences
        for sentence in line
    )


def _resolve(found: re.Match[str], index: FigureIndex, log: ProblemLog, place: Place) -> str:
    """Return the figure as text; what fails is recorded and left out."""
    name = quote(found[1].strip())
    try:
        shown = show_figure(index.read_figure(found[1]))
    except UnknownFigureError as unknown:
        nearest = f"; did you mean '{unknown.nearest}'?" if unknown.nearest else ""
        log.add("unknown-figure", place, reference=name, nearest=nearest)
        return ""
    if shown is None:
        log.add("unprintable-figure", place, reference=name)
        return ""
    return shown


def show_figure(value: Plain) -> str | None:
    """Return a figure as it stands in a sentence; None for null, an object and an empty text.

    A percentage is a bare number. A list of words is joined by commas.
    """
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, list):
        shown = [found for found in value if isinstance(found, str) and found]
        return ", ".join(shown) if shown and len(shown) == len(value) else None
    return None if value is None or value == "" or isinstance(value, dict) else str(value)
