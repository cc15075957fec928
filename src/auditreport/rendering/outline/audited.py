"""How many audits a period has, and how they were judged as far as that is shown."""

from __future__ import annotations

from collections.abc import Mapping

from auditreport.analysis.disclosure.hiding import holds_hidden
from auditreport.analysis.figures import Figures
from auditreport.rendering.wording import count_of, judgement_sentence, was_were


def counted_themes(figures: Figures, scope: str) -> Mapping[str, int]:
    """Return the thematic audits whose cases count towards a period's total, with their cases."""
    return {
        name: theme.cases
        for name, theme in figures.thematic.items()
        if theme.counts_towards_total and theme.cases and scope in ("year", theme.placed_in)
    }


def count_audits(figures: Figures, scope: str) -> int:
    """Count the audits of a period with the standard tool.

    How they were judged adds up to as many, but may be hidden; how many there are is not.
    """
    return figures.periods[scope].completed - sum(counted_themes(figures, scope).values())


def say_judgements(figures: Figures, scope: str, made: str) -> str:
    """Say how a period's audits were judged; where that is hidden in part, how many there are."""
    overall = figures.periods[scope].overall
    if not holds_hidden(overall):
        return judgement_sentence(overall, made)
    audits = count_audits(figures, scope)
    return f"{count_of(audits, 'audit')} {was_were(audits)} {made}."


def hides_areas(figures: Figures, *scopes: str) -> bool:
    """Tell whether Good or better of any practice area is hidden in any of some periods."""
    found = (figures.periods[scope].areas.values() for scope in scopes)
    return any(holds_hidden(area.good_or_better) for areas in found for area in areas)


def name_area(figures: Figures) -> str:
    """Return what one area is called where something is said of each that is shown."""
    return "shown practice area" if hides_areas(figures, *figures.periods) else "practice area"
