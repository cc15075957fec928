"""Numbers that people typed into the text of a public edition, where nothing can hide them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, groupby

from auditreport.analysis.disclosure.label_patterns import NUMBER_OF_WORD, build_label_pattern
from auditreport.problems import Place
from auditreport.reading.dataset import DataSet
from auditreport.records import record

_REFERENCE = re.compile(r"\{\{.*?(?:\}\}|\Z)", re.DOTALL)
_SENTENCE_END = re.compile(r"(?<=[.!?])[*_\"'”’)]*\s+")
_ITEM_NUMBER = re.compile(r"^\d{1,3}[.)]\s+")
_MONTH = r"(?-i:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b"
_WORDS = "|".join(NUMBER_OF_WORD)
_ANY = rf"(?:\d+|{_WORDS})"
_UNITS = "hours?|days?|weeks?|months?|terms?|quarters?|years?|points?|times"
# `One` is a number only of what is counted here: not in `one page`, `no one`, `had one`.
_COUNTED = (
    r"\s+(?:of|was|is|had|has|said|in|(?-i:[A-Z])\w+"
    r"|(?:[\w-]+\s+){0,2}(?:child|young|person|case|file|audit|assessment|record|family|plan|review"
    r"|parent|carer|sibling|bab|baby|girl|boy|practitioner|partner|respondent|answer)\w*)\b"
)
_NO_COUNT = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}|\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)\b"
    r"|\b(?:19|20|21)\d\d(?:\s*[-–/]\s*\d{2,4})?\b(?!\s*%)"
    r"|\b(?:section|part|appendix|page|table|figure|step|version|aged?|under)\s+\d+\b"
    r"|\b(?-i:Quarter|Year)s?\s+\d+\b"
    rf"|\b(?:1|one)(?:\s\w+){{0,2}}\sin\s(?:every\s)?{_ANY}\b"
    rf"|\bone\b(?!{_COUNTED})"
    rf"|\b{_ANY}\sor\s{_ANY}\b|\b{_ANY}[\s-](?:working\s)?(?:{_UNITS})\b"
    rf"|\b{_ANY}\s(?:an?|per|each|every)\s(?:{_UNITS})\b"
    r"|(?<!\d)\d+(?:[./:]\d+)+",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    rf"(?<![\w.,/:])(?:(?P<digits>\d{{1,3}}(?:,\d{{3}})+|\d{{1,9}})|(?P<word>{_WORDS}))(?![\w]|[.,:/]\d)"
    r"(?P<percent>\s?(?:%|per\s?cent\b))?",
    re.IGNORECASE,
)


@record
class TypedNumber:
    """A number in a sentence of published text. `section` is the narrative's, or empty.

    `sentence` is quoted in no message; `heading` stands above it.
    """

    place: Place
    value: int
    is_percent: bool
    section: str
    heading: str
    sentence: str


def list_typed_numbers(data: DataSet) -> tuple[TypedNumber, ...]:
    """Return the numbers typed in published narrative and notes, in digits or words up to twenty.

    Dates, years, ages, spans of time, rates, headings' numbers and what a label holds (`10 to 14`)
    count nothing.
    `data` is without private text.
    """
    labels = sorted(_list_labels(data), key=len, reverse=True)
    patterns = [found for found in map(build_label_pattern, labels) if found]
    return tuple(
        TypedNumber(place, value, is_percent, section, heading, sentence)
        for place, section, heading, text in _list_texts(data)
        for sentence in split_sentences(_REFERENCE.sub(" ", text))
        for value, is_percent in _find_numbers(sentence, patterns)
    )


def _list_labels(data: DataSet) -> set[str]:
    """Return the labels that hold digits."""
    labels = set(
        chain(
            data.age_bands,
            *data.lists.values(),
            (value for audit in data.audits for value in audit.profile.values()),
            (name for theme in data.thematic for name in (theme.name, *theme.items)),
            (name for found in data.rounds for name in (found.name, found.heading)),
        )
    )
    return {label for label in labels if any(c.isdecimal() for c in label)}


def _list_texts(data: DataSet) -> Iterator[tuple[Place, str, str, str]]:
    for part in data.narrative:
        yield part.source.place("Heading"), part.section, "", part.heading
        yield part.source.place("Text"), part.section, part.heading, part.text
    for entry in data.schedule:
        yield entry.source.place("Note"), "", "", entry.note


def split_sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text; a table, whose columns say what it counts, is one."""
    lines = (_ITEM_NUMBER.sub("", line.strip()) for line in text.splitlines())
    for is_table, group in groupby(lines, key=lambda line: line.startswith("|")):
        if is_table:
            yield "\n".join(group)
        else:
            yield from (s for line in group for s in _SENTENCE_END.split(line) if s)


def _find_numbers(sentence: str, labels: Iterable[re.Pattern[str]]) -> Iterator[tuple[int, bool]]:
    text = sentence
    for label in labels:
        text = label.sub(" ", text)
    for found in _NUMBER.finditer(_NO_COUNT.sub(" ", text)):
        word, digits = found["word"], found["digits"]
        value = NUMBER_OF_WORD[word.casefold()] if word else int(digits.replace(",", ""))
        yield value, found["percent"] is not None
