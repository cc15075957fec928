"""The ledger of a whole report: the counts of all its tables, with the sums between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from auditreport.analysis.disclosure.bands import read_joined
from auditreport.analysis.disclosure.earlier import add_earlier
from auditreport.analysis.disclosure.feedback_tables import add_feedback
from auditreport.analysis.disclosure.joined_counts import add_bands
from auditreport.analysis.disclosure.judgement_tables import add_judgements
from auditreport.analysis.disclosure.ledger import Ledger, names
from auditreport.analysis.disclosure.profile_tables import add_profiles
from auditreport.analysis.disclosure.theme_tables import add_themes
from auditreport.analysis.figures_json import Plain

Content = Mapping[str, Plain]
"""A figures.json as it is loaded."""


def build_ledger(
    figures: Content,
    *,
    protect_judgements: bool,
    apart: Content,
    earlier: Sequence[Content] = (),
) -> Ledger:
    """Return all counts of a report that hide, or could tell, a count of children.

    `apart` is the report with each age band by itself; `earlier` are public editions of the same
    year that are out already.
    """
    ledger = _enter_tables(figures, protect_judgements=protect_judgements)
    joinings = [read_joined(edition) for edition in (figures, *earlier)]
    if any(joined != joinings[0] for joined in joinings):
        bands = _enter_tables(apart, protect_judgements=protect_judgements)
        add_bands(ledger, bands, joinings)
    for number, edition in enumerate(earlier, start=1):
        add_earlier(ledger, edition, number)
    return ledger


def _enter_tables(figures: Content, *, protect_judgements: bool) -> Ledger:
    ledger = Ledger(figures)
    periods = names(figures, "periods")
    add_judgements(ledger, periods, protect=protect_judgements)
    add_profiles(ledger, periods, protect_judgements=protect_judgements)
    add_themes(ledger, protect_judgements=protect_judgements)
    add_feedback(ledger)
    return ledger
