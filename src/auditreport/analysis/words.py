"""What auditors wrote, and the practice areas that their words name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from auditreport.analysis.quarters import find_quarter
from auditreport.analysis.reaudits import name_audit
from auditreport.analysis.review_figures import AuditorWords
from auditreport.reading.dataset import Audit, DataSet, PracticeArea, Status

Patterns = Mapping[str, re.Pattern[str]]


def list_auditor_words(data: DataSet) -> tuple[AuditorWords, ...]:
    """Return the strengths and areas for development of completed audits, as written."""
    patterns = build_patterns(data.areas)
    return tuple(
        words
        for audit in data.audits
        if (audit.strengths or audit.areas_for_development) and audit.status is Status.COMPLETED
        for words in _list_words(audit, data, patterns)
    )


def build_patterns(areas: Sequence[PracticeArea]) -> dict[str, re.Pattern[str]]:
    """Return what finds each area's name, label or aliases in a text, as whole words."""
    return {
        area.name: re.compile(
            r"(?<!\w)(?:"
            + "|".join(
                r"\s+".join(map(re.escape, name.split()))
                for name in dict.fromkeys((area.name, area.label, *area.aliases))
                if name.split()
            )
            + r")(?!\w)",
            re.IGNORECASE,
        )
        for area in areas
    }


def find_areas(text: str, patterns: Patterns) -> tuple[str, ...]:
    """Return the areas that a text names, the first named first."""
    found = {area: pattern.search(text) for area, pattern in patterns.items()}
    starts = {area: match.start() for area, match in found.items() if match}
    return tuple(sorted(starts, key=lambda area: starts[area]))


def _list_words(audit: Audit, data: DataSet, patterns: Patterns) -> Iterator[AuditorWords]:
    quarter = find_quarter(audit, data.settings.year) or ""
    for is_strength, text in ((True, audit.strengths), (False, audit.areas_for_development)):
        if text:
            areas = find_areas(text, patterns)
            yield AuditorWords(name_audit(audit), quarter, is_strength, text, areas)
