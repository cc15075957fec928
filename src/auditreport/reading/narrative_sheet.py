"""The sheet Narrative: what people write, and where in the report it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from auditreport.problems import ProblemLog
from auditreport.reading.basis import Basis
from auditreport.reading.dataset import FeedbackRound, NarrativePart, Response, ThematicAudit
from auditreport.reading.matching import did_you_mean, name_key
from auditreport.reading.tables import Table
from auditreport.reading.values import Reader, read_column, read_lines, read_words, read_yes_no

FIXED_SECTIONS = (
    "Introduction",
    "Q1",
    "Q2",
    "Q3",
    "Q4",
    "Year",
    "Actions",
    "Summary",
    "Conclusion",
    "Next steps",
    "Appendix",
)
_ALIASES = {
    **{f"quarter{n}": f"Q{n}" for n in range(1, 5)},
    "conclusions": "Conclusion",
    "appendices": "Appendix",
    "thewholeyear": "Year",
}


def name_sections(
    thematic: Iterable[ThematicAudit],
    responses: Iterable[Response],
    rounds: Iterable[FeedbackRound],
) -> dict[str, str]:
    """Return the names of all the sections by which a text can find its place, by their keys."""
    themes = (audit.name for audit in thematic)
    names = (*(r.name for r in rounds), *(r.round for r in responses))
    known = dict.fromkeys((*FIXED_SECTIONS, *themes, *names))
    sections: dict[str, str] = {}
    for key, name in (*((name_key(name), name) for name in known), *_ALIASES.items()):
        sections.setdefault(key, name)
    return sections


def check_section(part: NarrativePart, sections: Mapping[str, str], log: ProblemLog) -> str:
    """Return a section's own spelling; a name that no section bears is reported and kept."""
    section = sections.get(name_key(part.section))
    if section is None:
        nearest = did_you_mean(part.section, tuple(dict.fromkeys(sections.values())))
        place = part.source.place("Section")
        log.add("unknown-section", place, value=part.section, nearest=nearest)
    return section or part.section


def read_narrative(
    tables: Sequence[Table], sections: Mapping[str, str], basis: Basis
) -> tuple[NarrativePart, ...]:
    """Return the texts in the order of the rows."""
    parts = [part for table in tables for part in _read_sheet(table, basis)]
    return tuple(_place_part(part, sections, basis.log) for part in parts)


def _place_part(part: NarrativePart, sections: Mapping[str, str], log: ProblemLog) -> NarrativePart:
    section = check_section(part, sections, log)
    return NarrativePart(part.source, section, part.heading, part.text, part.publish)


def _read_sheet(table: Table, basis: Basis) -> list[NarrativePart]:
    log = basis.log
    words: Reader[str] = Reader(read_words)
    lines: Reader[str] = Reader(read_lines)
    yes_no: Reader[bool | None] = Reader(read_yes_no)
    names = read_column(table, "Section", words, log)
    headings = read_column(table, "Heading", words, log)
    texts = read_column(table, "Text", lines, log)
    publish = read_column(table, "Publish", yes_no, log)
    parts = []
    for position, (name, text) in enumerate(zip(names, texts, strict=True)):
        if name and (text or headings[position]):
            source = table.source(position)
            is_public = bool(publish[position])
            parts.append(NarrativePart(source, name, headings[position], text, is_public))
        elif text and not name:
            place = table.place(position, "Section")
            log.add("missing-value", place, column="Section", taken="its text stands nowhere")
    return parts


def check_names(thematic: Sequence[ThematicAudit], others: Iterable[str], log: ProblemLog) -> None:
    """Report thematic audits that bear the name of another section of the report."""
    taken = {name_key(name): f"the section {name}" for name in FIXED_SECTIONS}
    taken |= {name_key(name): f"the feedback round {name}" for name in others}
    for audit in thematic:
        if name_key(audit.name) in taken:
            place = audit.source.place("Name")
            log.add("name-clash", place, value=audit.name, other=taken[name_key(audit.name)])
