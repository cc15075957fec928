"""All text that remains in a public edition, each with the cell that it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from auditreport.analysis.figures import Figures
from auditreport.analysis.figures_json import Plain, to_plain
from auditreport.problems import Place
from auditreport.reading.dataset import Audit, DataSet, ThematicAudit, ThematicCase
from auditreport.records import record

_SETTINGS = {
    "Organisation": "organisation",
    "Title": "title",
    "Service": "service",
    "Authors": "authors",
    "Approved by": "approved_by",
}


@record
class PublishedText:
    """A text of a public edition: prose that people wrote freely, or else a label."""

    text: str
    place: Place
    is_prose: bool


def list_published_texts(data: DataSet, figures: Figures) -> tuple[PublishedText, ...]:
    """Return each text of a public edition; whatever its figures.json holds is among them.

    `data` is without private text, and `figures` are with its narrative.
    """
    prose = [PublishedText(text, place, True) for text, place in _list_prose(data, figures) if text]
    known = {found.text for found in prose}
    places = dict(reversed(tuple(_list_labels(data))))
    nowhere = Place(data.sources[0].file if data.sources else "")
    labels = (
        PublishedText(text, places.get(text, nowhere), False)
        for text in dict.fromkeys(_walk(to_plain(figures)))
        if text not in known
    )
    return (*prose, *labels)


def _walk(node: Plain) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        yield from node
        yield from chain.from_iterable(map(_walk, node.values()))
    elif isinstance(node, list):
        yield from chain.from_iterable(map(_walk, node))


def _list_prose(data: DataSet, figures: Figures) -> Iterator[tuple[str, Place]]:
    settings = data.settings
    report = Place(data.sources[0].file if data.sources else "", "Report")
    for name, field in _SETTINGS.items():
        yield getattr(settings, field), settings.places.get(name, report)
    for part, filled in zip(data.narrative, figures.narrative, strict=True):
        yield part.heading, part.source.place("Heading")
        yield filled.text, part.source.place("Text")
    areas = {area.name for area in data.areas}
    for action in data.actions:
        if action.area not in areas:
            yield action.area, action.source.place("Practice area")
    for entry in data.schedule:
        yield entry.note, entry.source.place("Note")
    for response in data.responses:
        for code, reply in response.replies.items():
            if response.publish and reply is not None and reply.offered is None:
                yield reply.text, response.source.place(f"Question {code}")


def _list_labels(data: DataSet) -> Iterator[tuple[str, Place]]:
    """Yield names and values of lists, those of the sheets that say them best first."""
    for theme in data.thematic:
        yield from _list_theme(theme)
    for question in data.questions:
        yield question.text, question.source.place("Question")
        yield question.code, question.source.place("Code")
        yield from ((answer, question.source.place("Answers")) for answer in question.answers)
    for found in data.rounds:
        yield found.name, found.source.place("Round")
        yield found.heading, found.source.place("Heading")
    for response in data.responses:
        yield response.round, response.source.place("Round")
        yield response.respondent, response.source.place("Respondent")
    for measure in data.measures:
        yield measure.label, measure.source.place("Label")
        yield measure.name, measure.source.place("Measure")
    workbook = data.sources[0].file if data.sources else ""
    for area in data.areas:
        yield area.name, Place(workbook, "Practice areas")
        yield area.label, Place(workbook, "Practice areas")
    for value in chain(*data.lists.values(), data.scale.judgements, data.scale.not_judged):
        yield value, Place(workbook, "Lists")
    first = {audit.audit_type: audit for audit in reversed(data.audits)}
    yield from ((kind, audit.source.place("Audit type")) for kind, audit in first.items())
    yield from _list_profiles(data.audits)


def _list_theme(theme: ThematicAudit) -> Iterator[tuple[str, Place]]:
    yield theme.name, theme.source.place("Name")
    yield theme.counted_in, theme.source.place("Counted in")
    sheet = Place(theme.source.workbook, theme.sheet)
    yield from ((item, sheet) for item in theme.items)
    yield from _list_profiles(theme.cases)


def _list_profiles(rows: Sequence[Audit] | Sequence[ThematicCase]) -> Iterator[tuple[str, Place]]:
    """Yield each value of a profile where it first stands."""
    seen: set[str] = set()
    for row in rows:
        for column, value in row.profile.items():
            if value not in seen:
                seen.add(value)
                yield value, row.source.place(column)
