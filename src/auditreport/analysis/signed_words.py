"""Figures named in words, for people who do not read figures.json."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass

import auditreport.analysis.figures as figures_module
from auditreport.analysis.figures import ScaleNames

_RECORDS = [kind for kind in vars(figures_module).values() if isinstance(kind, type)]
FIELDS = frozenset(
    field.name for kind in _RECORDS if is_dataclass(kind) for field in fields(kind)
) | {"from", "to"}
"""The names that the program gave; every other key of figures.json comes from the data."""

_PARTS = {
    "actions": "Actions",
    "areas": "Practice areas",
    "concerns": "Immediate concerns",
    "feedback": "Feedback",
    "follow_up": "What no action is from",
    "groups": "Beside all others",
    "narrative": "Narrative",
    "previous": "Against last year",
    "problems": "Data quality",
    "reaudits": "Re-audits",
    "report": "Report",
    "rules": "Rules",
    "scale": "Scale",
    "series": "Series",
    "trend": "Between quarters",
    "words": "What auditors wrote",
}
_STEPS = {
    "areas": "",
    "as_first_judged": "{good} as first judged",
    "by": "",
    "changes": "",
    "compared_with": "against the round before",
    "completed": "case files audited",
    "counts": "",
    "development": "areas for development",
    "development_without": "areas for development",
    "good_by_age_band": "{good} by Age band",
    "good_by": "{good} by",
    "good_or_better": "{good}",
    "impact_by_overall": "impact by overall judgement",
    "inadequate_not_moderated": "judged {worst} and not moderated",
    "inadequate_without": "audits judged {worst}",
    "items": "",
    "matrix": "first and second judgement",
    "moderated": "audits moderated",
    "not_judged": "",
    "outstanding": "areas judged {best}",
    "overall": "overall judgements",
    "overall_pairs": "",
    "positive": "positive answers",
    "profile": "cases by",
    "questions": "",
    "result": "",
    "rows": "",
    "strengths": "areas of strength",
    "too_few": "areas with too few to say",
    "verdict": "",
    "without": "audits judged {worst} and not audited again",
}
# The word that stands for areas in a period stands for audits elsewhere.
_WORST = {"periods": "areas judged {worst}"}


def name_figure(path: Sequence[str], scale: ScaleNames) -> str:
    """Return a figure's name, such as `Q4: Risk, Good or better`, in the words of a scale."""
    where, rest = _split(path)
    steps = _STEPS | {"inadequate": _WORST.get(path[0], "all audits judged {worst}")}
    words = (_name_step(step, steps, scale) for step in rest)
    said = ", ".join(word for word in words if word).replace(" by, ", " by ")
    return f"{where}: {said}" if said else where


def _split(path: Sequence[str]) -> tuple[str, Sequence[str]]:
    """Return the part of the report that a figure stands in, and the steps that are left."""
    top, rest = path[0], path[1:]
    if top in ("periods", "targets") and rest:
        period = "Year" if rest[0] == "year" else rest[0]
        return period, rest[1:] if top == "periods" else ("target", *rest[1:])
    if top == "thematic" and rest:
        return rest[0], rest[1:]
    if top == "cases" and rest:
        return f"Cases of {rest[0]}", rest[1:]
    return _PARTS.get(top, top.replace("_", " ").capitalize()), rest


def _name_step(step: str, steps: Mapping[str, str], scale: ScaleNames) -> str:
    if step not in FIELDS and step not in steps:
        return step
    best, worst = scale.judgements[0], scale.judgements[-1]
    words = steps.get(step, step.replace("_", " "))
    return words.format(good=scale.good_label, best=best, worst=worst)
